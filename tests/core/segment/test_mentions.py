"""Names, numbers and dates of an article, with their normal forms."""

import sys
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, Document, MentionKind
from core.segment import segment
from core.segment.dates import find_dates
from core.segment.numbers import find_numbers


def read(text: str) -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), "a1")


def values(text: str, kind: MentionKind) -> list[str]:
    return [m.value for m in read(text).mentions if m.kind is kind]


def wordings(text: str, kind: MentionKind) -> list[str]:
    return [m.span.of(text) for m in read(text).mentions if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $4.2 million.", ["4200000 USD"]),
        ("It cost 18.7 million pounds, or £18,700,000.", ["18700000 GBP", "18700000 GBP"]),
        ("They lost four-fifths of it, 80% or 80 per cent.", ["80 %", "80 %", "80 %"]),
        ("Two dozen boats, a dozen crews and 24 nets.", ["24", "12", "24"]),
        ("Half a dozen boats and half-a-dozen nets.", ["6", "6"]),
        ("Some 1,340 people and twenty-three dogs.", ["1340", "23"]),
        ("Two hundred and five thousand letters.", ["205000"]),
        ("A pair of cousins met a couple of aunts.", ["2", "2"]),
        ("She came third in the 19th race.", ["ordinal:3", "ordinal:19"]),
        ("A 6-year-old lives in the two-story house.", ["6", "2"]),
        ("The firm lost 9m users and a 100m race.", ["9000000", "100"]),
        ("Rates rose by two percentage points.", ["2 points"]),
        ("Nobody had COVID-19 or flew an F-16.", []),
        ("No one knew which one it was.", []),
        ("It is wider than the old one. She wants a better one by May.", []),
        ("The harbour has one crane, and the old one crane was sold.", ["1", "1"]),
        ("He lives on Second Street.", []),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert values(text, MentionKind.NUMBER) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opens on Sept. 18.", ["--09-18"]),
        ("It opened on September 18, 2019, and again on 18 September 2020.", ["2019-09-18", "2020-09-18"]),
        ("They met in April 2019.", ["2019-04"]),
        ("They met on Tuesday in the month of July.", ["weekday:2", "--07"]),
        ("The quake struck at 4:17 a.m. and again at noon and at 7 p.m.", ["T04:17", "T12:00", "T19:00"]),
        ("It begins in the spring of 2026.", ["2026-spring"]),
        ("Since 1987 and in the 1990s it was quiet.", ["1987", "1990s"]),
        ("It may open in May; he may wait.", ["--05"]),
        ("The plant employs 2000 workers.", []),
        ("Jan Hove marched on.", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert values(text, MentionKind.DATE) == expected


def test_a_number_inside_a_date_is_no_number() -> None:
    assert values("On Sept. 18, 2019, at 4:17 a.m. it sank.", MentionKind.NUMBER) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Prime Minister Lucan Orrel met Dr. Anneke Brodt.", ["Lucan Orrel", "Anneke Brodt"]),
        ("The ship left Harrow Bay’s port for the Bay of Biscay.", ["Harrow Bay", "Bay", "Biscay"]),
        ("The envoy met Ursula von der Leyen at the Bank of England.", ["Ursula von der Leyen", "Bank of England"]),
        ("The report by Nam Sung-wook was read.", ["Nam Sung-wook"]),
        ("Retailers said nothing. Then the shops closed.", []),
        ("Ostrem said nothing. Then she met Ostrem.", ["Ostrem", "Ostrem"]),
        ("They sent it to the U.N. and the US.", ["United Nations", "United States"]),
        ("On Tuesday in March they left.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert values(text, MentionKind.NAME) == expected


def test_the_span_of_a_name_leaves_out_title_and_possessive() -> None:
    assert wordings("They read Judge Miriam Oyelaran’s order.", MentionKind.NAME) == ["Miriam Oyelaran"]


@pytest.mark.parametrize("mark", ["’", "'"])
def test_a_body_named_after_its_members_is_one_name(mark: str) -> None:
    text = f"On Monday the Harbour Pilots{mark} Association met; Anna Berg{mark}s Trust did not."
    assert wordings(text, MentionKind.NAME) == [f"Harbour Pilots{mark} Association", "Anna Berg", "Trust"]


def test_a_headline_in_title_case_holds_only_names_of_the_body() -> None:
    text = "Great Flood Takes Farms in Hartwick, Officials Say\n\nThe flood took nine farms in Hartwick on Monday.\n"
    assert wordings(text, MentionKind.NAME) == ["Hartwick", "Hartwick"]


@settings(max_examples=80, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("ABCabc 0123456789.,$%£’'-–\n“”")),
        max_size=120,
    )
)
def test_mentions_lie_in_order_inside_sentences_and_never_overlap_within_a_kind(text: str) -> None:
    article = read(text)
    mentions = article.mentions
    assert [m.span for m in mentions] == sorted(m.span for m in mentions)
    for kind in MentionKind:
        spans = [m.span for m in mentions if m.kind is kind]
        assert all(x.end <= y.start for x, y in pairwise(spans))
    assert all(any(s.span.contains(m.span) for s in article.sentences) for m in mentions)
    assert all(len(m.span) and m.value for m in mentions)


ODD = st.sampled_from(
    [
        "six", "ſix", "fıve", "SİX", "2 mıllıon", "3 dollarſ", "9 \u212a", "one thouſand", "two thirdſ", "three eıghth",
        "ſeventh", "uſ$ 5", "²", "٣", "٣ million", "½", "1,000", "20" * 9, "hundred", "dozen", "and", "percent", "%",
        "$", "Sept. 5", "in 2020", "noon", "1990s", "-", " ", "\u00a0", ",", ".", "a couple of", "half a dozen",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(ODD, max_size=12).map("".join) | st.lists(ODD, max_size=12).map(" ".join))
def test_letters_whose_other_case_is_ascii_are_no_number_words(text: str) -> None:
    for start, end, value in (*find_numbers(text, 0, len(text)), *find_dates(text, 0, len(text))):
        assert value
        assert set(text[start:end]).isdisjoint("ſıİ\u212a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ſix", []),
        ("2 mıllıon", ["2"]),
        ("3 dollarſ", ["3"]),
        ("1" * 1_100_000, []),
        ("1,111" + ",111" * 100, []),
        ("hundred " * 50_000, []),
        ("9" * 28, ["9" * 28]),
        (f"{'9' * 28} trillion", ["9" * 28 + "0" * 12]),
    ],
)
def test_odd_figures(text: str, expected: list[str]) -> None:
    assert [value for _, _, value in find_numbers(text, 0, len(text))] == expected


def steps(finder: Callable[[str, int, int], Iterable[object]], text: str) -> int:
    """Count the calls that a finder makes: its work, on any machine."""
    count = 0

    def hear(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(hear)
    try:
        found = list(finder(text, 0, len(text)))
    finally:
        sys.setprofile(before)
    assert found
    return count


@pytest.mark.parametrize(
    ("finder", "piece"),
    [
        (find_dates, "Sept. 5 "),
        (find_dates, "in 2020 "),
        (find_dates, "noon, "),
        (find_numbers, "5 boats "),
        (find_numbers, "two thirds of "),
        (find_numbers, "first, "),
    ],
)
def test_work_grows_with_the_length_only(finder: Callable[..., Iterable[object]], piece: str) -> None:
    assert steps(finder, piece * 800) < 8 * steps(finder, piece * 100) + 100
