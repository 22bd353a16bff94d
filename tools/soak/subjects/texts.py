"""Articles of any characters in any order: they are cut into sentences that hold together, and compared."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import seeds
from core.disguise import readable
from core.errors import ArticleError
from core.ingest import pasted
from core.model import Article, Span
from core.pipeline import analyse
from core.segment import segment
from core.similarity.encoder import Encoder
from tools.soak.subject import BrokenError, Subject

_PIECES = (
    ". ", ".", "… ", "? ", "!", ", ", "; ", ": ", " - ", "—", "–", "-", "'", "’", "‘", "“", "”", '"', "«", "»", "„",
    "(", ")", "[", "]", "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u202e",
    "\u2066", "\u0301", "\u2028", "\x00", "\x0b", "\x1b", "\x85", "\ud800", "\udc00", "\U0001f600", "\U000e0041",
    "\uffff", "ﬁ", "İ", "ß", "а", "Ω", "U.S. ", "Mr. ", "No. 7 ", "a.m. ", "Jan. ", "e.g. ", "1,000.5 ", "$3bn ",
    "50% ", "2023-09-01 ", "May 1, 2023 ", "3rd ", "said ", "told reporters ", "according to ", "he ", "It ", "The ",
    "Anna Lee ", "LONDON (Reuters) — ", "(AP) ", "By Ann Lee\n", "- ", "1. ", "* ", "Photo: ",
    "http://a.example/x?y=1 ", "a@b.example ", "日本語。", "한국어 ", "العربية ", "हिन्दी ",
    "t\u200aw\u200ao\u200aw\u200ao", "\u202f", "the\u200bold\u200bman", "ṭhẹ ", "\u0323", "𝐫\u0336𝐨",
)  # fmt: skip


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for path in seeds.paths()[:4] for word in path.read_text("utf-8").split(" "))


@cache
def _encoder() -> Encoder:
    """Return one without a model: the texts are compared by their wording, which is what they break."""
    return Encoder(Path("none"), Path("none"))


def text_of(chance: random.Random) -> str:
    """Return a text: words of news with anything between them."""
    start, dense = chance.randrange(len(_words()) - 400), chance.choice((0.02, 0.2, 0.7, 1.0))
    parts: list[str] = []
    for word in _words()[start : start + chance.choice((3, 30, 120, 300))]:
        if chance.random() < dense:
            parts.append(chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 9)))
        if dense < 1:
            parts.append(f"{word} ")
    return "".join(parts)


def attempt(seed: int, _: Path) -> str:
    """Make a text and one made from it, cut and compare them."""
    chance = random.Random(seed)  # noqa: S311 - chosen, not kept secret
    first = text_of(chance)
    second = first[chance.randrange(len(first) + 1) :] + text_of(chance)
    try:
        documents = [pasted(first), pasted(second)]
    except ArticleError:
        return "told"
    for document in documents:
        check(segment(document, "a1"))
    analysis = analyse(documents, encoder=_encoder())
    for article in analysis.articles:
        check(article)
    return "compared"


def check(article: Article) -> None:
    """See that sentences and tokens are in order and inside the text, and that no word stands outside of sentences."""
    # A turned line is cut as it reads, so that is where its words are looked for.
    text, at = readable(article.text), 0
    for sentence in article.sentences:
        if sentence.span.start < at or not len(sentence.span) or _worded(text[at : sentence.span.start]):
            raise BrokenError(f"sentence at {sentence.span} after {at}")
        at = sentence.span.end
    if _worded(text[at:]):
        raise BrokenError(f"words behind the last sentence, from {at}")
    whole, last = Span(0, len(text)), 0
    for token in article.tokens:
        if token.start < last or not whole.contains(token.span):
            raise BrokenError(f"token at {token.start}")
        last = token.end


def _worded(words: str) -> bool:
    """Return whether there is a letter or a digit: what cannot be seen may stand between sentences, as spaces do."""
    return any(character.isalnum() for character in words)


SUBJECTS = (Subject("texts", "any text is cut into sentences that hold together, and compared", attempt),)
