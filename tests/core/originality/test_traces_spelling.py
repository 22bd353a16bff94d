"""An accent, a soft hyphen or the other spelling is never a slip nor a shared typo."""

import pytest

from core.model import Article, Document, Evidence, Link, MatchClass
from core.originality.traces import shared_damage, slips
from core.segment import segment


def read(text: str, name: str) -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), name)


def linked(a: Article, b: Article) -> Link:
    of_a, of_b = tuple(range(len(a.sentences))), tuple(range(len(b.sentences)))
    pairs = tuple((i, j, MatchClass.CLOSE) for i in of_a for j in of_b)
    evidence = Evidence(meaning=None, tokens=None, wording=0.5, order=0.5, longest_run=3)
    return Link(of_a, of_b, pairs, MatchClass.CLOSE, 0.9, evidence, alignment=())


@pytest.mark.parametrize(
    ("own", "other"),
    [("façade", "facade"), ("fa\u00adcade", "façade"), ("theatre", "theater"), ("calibre", "caliber")],
)
def test_no_slip(own: str, other: str) -> None:
    a = read(f"The old {own} will be repaired in spring.", "a1")
    b = read(f"The old {other} will be repaired in spring. Its {other} is grey.", "a2")
    assert not [*slips(a, b, [linked(a, b)])]


def test_a_slip() -> None:
    a = read("The old barmier will be repaired in spring.", "a1")
    b = read("The old barrier will be repaired in spring. Its barrier is grey.", "a2")
    assert [*slips(a, b, [linked(a, b)])] == [("barmier", "barrier")]


def test_two_spellings_are_no_shared_typo() -> None:
    text = "They organise a fair and organize a race, and will organize a dance."
    assert not shared_damage(read(text, "a1"), read(text, "a2"))
