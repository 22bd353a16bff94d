"""Quoted words: pieces between omissions, brackets, hyphens."""

from core.model import Document, Span
from core.quoted import in_order, keys_of, quoted_pieces, within
from core.segment import segment


def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    article = segment(Document(path="", sha256="0" * 64, text=text), "a1")
    spans: list[Span] = [t.span for t in article.tokens if t.word]
    return keys_of(quoted_pieces(article.text, 0, spans))


def test_an_ellipsis_parts() -> None:
    assert pieces("We will stay … until the end") == (("we", "will", "stay"), ("until", "the", "end"))
    assert pieces("We will stay ... until the end") == (("we", "will", "stay"), ("until", "the", "end"))


def test_words_in_brackets_are_the_writers() -> None:
    assert pieces("We saw [the two captains] leave") == (("we", "saw"), ("leave",))


def test_a_letter_in_brackets_belongs_to_its_word() -> None:
    assert pieces("and [T]he boats left") == (("and", "the", "boats", "left"),)


def test_hyphens_and_per_cent() -> None:
    assert pieces("a well-known co-operative of 5 per cent") == (
        ("a", "well", "known", "cooperative", "of", "5", "percent"),
    )


def test_pieces_stand_in_order() -> None:
    whole = ("we", "will", "stay", "here", "until", "the", "end")
    assert in_order((("we", "will"), ("the", "end")), whole)
    assert not in_order((("the", "end"), ("we", "will")), whole)
    assert within(("here", "until"), whole)
    assert not within(("stay", "until"), whole)
