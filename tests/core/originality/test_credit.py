"""Which outlets an article credits, and what that covers."""

from dataclasses import replace

import pytest

from core.model import Article, CreditPlace, CreditStrength, Document, Evidence, Link, MatchClass
from core.originality.credit import credits_in, datelines_in, find_credit, openly_quoted
from core.segment import segment


def read(text: str, name: str = "a1") -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), name)


def link(*sentences: int, match: MatchClass = MatchClass.CLOSE) -> Link:
    evidence = Evidence(meaning=None, tokens=None, wording=0.5, order=0.5, longest_run=3)
    return Link(tuple(sentences), (0,), tuple((i, 0, match) for i in sentences), match, 0.9, evidence)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dam broke on Monday, the Associated Press reported.", "Associated Press"),
        ("According to Reuters, the dam broke on Monday.", "Reuters"),
        ("The mayor told the Hartwick Times that the dam broke.", "Hartwick Times"),
        ("The dam broke, the Northern News Agency said on Monday.", "Northern News Agency"),
        ("HARTWICK (AP) — The dam broke on Monday.", "Associated Press"),
        ("The dam broke on Monday.\n\nSource: Reuters", "Reuters"),
        ("The dam broke on Monday. (Reuters)", "Reuters"),
        ("The dam broke, as first reported by the Hartwick Gazette.", "Hartwick Gazette"),
        ("The dam broke at night, the Delta Press Service reported.", "Delta Press Service"),
        ("The dam broke at night, the Coastal News Bureau reported.", "Coastal News Bureau"),
        ("The dam broke on Monday.\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("The dam broke on Monday.\n\nOriginally published at https://www.reuters.com/dam", "Reuters"),
        ("Reuters reported that the dam broke.", "Reuters"),
        ("I read the Reuters account of the flood twice.", "Reuters"),
        ("Reuters goes on: “Nobody had closed the gate.”", "Reuters"),
        ("Bloomberg has it that nobody closed the gate.", "Bloomberg"),
        ("The gate, the Hartwick Times continues, “was never shut”.", "Hartwick Times"),
        ("The Hartwick Times dispatch says little about the gate.", "Hartwick Times"),
        ("The dam broke on Monday.\n\nSource: www.hartwick-news.example/dam", "hartwick-news.example"),
    ],
)
def test_outlets_beside_a_word_of_reporting_are_credits(text: str, name: str) -> None:
    assert [n for _, n in credits_in(read(text))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Monday, Ida Brandt told reporters.",
        "The dam broke on Monday, according to the water board.",
        "The study was published Monday in the Journal of Dams, according to its authors.",
        "She works for the Hartwick Times and lives by the dam.",
        "“The Hartwick Times reported it all wrong,” the mayor said.",
        "The dam broke at night, the Kremlin Press Service said.",
        "Reuters continued to grow while the dam stood.",
        "He keeps a Reuters account for the water prices.",
        "Staff of the Hartwick Times went on strike.",
        "Reuters itself goes on sale next week.",
        "The dam broke. See www.example.com for more.",
        "By Ida Brandt, Hartwick Times\n\nThe mayor told the Hartwick Times that the dam broke.",
    ],
)
def test_people_institutes_and_the_own_outlet_are_no_credit(text: str) -> None:
    assert credits_in(read(text)) == ()


def test_a_short_form_goes_on_with_the_credit() -> None:
    found = credits_in(read("It broke, the Northern News Agency reported. It was old, Northern reported later."))
    assert [n for _, n in found] == ["Northern News Agency", "Northern News Agency"]


def test_any_bracketed_name_before_a_dash_is_a_dateline() -> None:
    assert [n for _, n in datelines_in(read("HARTWICK, Nov. 6 (Caldor Agency) – The dam broke."))] == ["Caldor Agency"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reuters is read here.\n\nSource: Reuters", ["Source: Reuters"]),
        ("The dam broke. (The AP and the Reuters)", ["AP", "Reuters"]),
        ("The dam broke. (Reuters; Reuters)", ["Reuters", "Reuters"]),
        ("The dam broke.\n\nSources: AP and Reuters", ["Sources: AP", "Sources: AP and Reuters"]),
    ],
)
def test_a_name_in_a_note_stands_where_it_was_found(text: str, words: list[str]) -> None:
    assert [span.of(text) for span, _ in credits_in(read(text))] == words


TEXT = """The dam broke in Hartwick.

It flooded nine farms, Reuters reported. Nobody was hurt.

The mayor promised help.
"""


def test_a_credit_covers_derived_sentences_from_its_paragraph_on() -> None:
    a = read(TEXT)
    credit = find_credit(a, [link(0), link(1), link(3), link(2, match=MatchClass.SAME_FACT)])
    assert (credit.present, credit.names, credit.covers) == (True, ("Reuters",), (1, 3))
    assert [s.of(TEXT) for s in credit.spans] == ["Reuters reported"]


def test_a_closing_note_covers_all_derived_sentences() -> None:
    a = read(TEXT.replace(", Reuters reported", "") + "\nSource: Reuters\n")
    assert find_credit(a, [link(0), link(3)]).covers == (0, 3)


def test_a_credit_at_the_end_of_its_paragraph_is_no_closing_note() -> None:
    a = read("The dam broke. It was old.\n\nNine farms were lost, Reuters reported.\n")
    assert find_credit(a, [link(0), link(2)]).covers == (2,)


def test_a_closing_bracket_covers_the_whole() -> None:
    a = read("The dam broke. It was old.\n\nNine farms were lost. (Reuters)\n")
    assert find_credit(a, [link(0), link(2)]).covers == (0, 2)


def test_without_a_credit_nothing_is_covered() -> None:
    credit = find_credit(read("The dam broke."), [link(0)])
    assert (credit.present, credit.spans, credit.covers) == (False, (), ())


def test_who_wrote_the_other_article_is_a_source() -> None:
    a = read("The dam broke at night, Caldor reported. “It was old,” the mayor told Jo Venn of the paper.")
    line = read("HARTWICK, Nov. 6 (Caldor) – The dam broke at night.", "a2")
    assert credits_in(a) == ()
    assert [n for _, n in credits_in(a, line)] == ["Caldor"]


def test_the_author_of_the_other_article_is_a_source() -> None:
    a = read("The dam broke\n\nThe dam broke at night, according to Jo Venn. It was a very old dam.")
    b = read("Old dam breaks\n\nBy Jo Venn\n\nThe old dam broke at night, the mayor of the town said.", "a2")
    assert [n for _, n in credits_in(a, b)] == ["Jo Venn"]
    own = read("The dam broke\n\nBy Jo Venn\n\nThe dam broke at night, according to Jo Venn. It was old.")
    assert credits_in(own, b) == ()


HEADED = "Dam breaks in Hartwick\n\n" + TEXT


def test_a_credit_tells_where_it_stands_and_what_it_covers() -> None:
    a = read(HEADED)
    [detail] = find_credit(a, [link(0), link(3), link(4)]).details
    assert (detail.name, detail.span.of(HEADED), detail.paragraph) == ("Reuters", "Reuters reported", 2)
    assert (detail.place, detail.strength, detail.strength.weak) == (CreditPlace.BEFORE, CreditStrength.TEXT, False)
    assert detail.covers == (3, 4)


def test_the_place_is_seen_from_the_first_borrowed_sentence() -> None:
    a = read(TEXT)
    places = [find_credit(a, [link(i)]).details[0].place for i in (0, 1, 2)]
    assert places == [CreditPlace.AFTER, CreditPlace.IN, CreditPlace.BEFORE]
    assert find_credit(a, []).details[0].place is None


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("HARTWICK (AP) — The dam broke on Monday.", CreditStrength.DATELINE),
        ("The dam broke on Monday.\n\nSource: Reuters", CreditStrength.NOTE),
        ("The dam broke on Monday. (Reuters)", CreditStrength.NOTE),
        ("The dam broke on Monday.\n\nReuters contributed to this report.", CreditStrength.NOTE),
        ("The dam broke on Monday.\n\nOriginally published at https://www.reuters.com/dam", CreditStrength.LINK),
    ],
)
def test_what_stands_outside_the_text_is_weaker(text: str, strength: CreditStrength) -> None:
    [detail] = find_credit(read(text), [link(0)]).details
    assert (detail.strength, detail.strength.weak, detail.covers) == (strength, True, (0,))


def test_a_last_line_that_says_where_the_story_was_first_covers_all_of_it() -> None:
    story = read("The dam broke at night.\n\nNobody was hurt.\n\nAs first reported by the Hartwick Gazette.")
    found = find_credit(story, [link(0, 1)])
    assert found.covers == (0, 1)
    assert found.details[0].strength is CreditStrength.NOTE
    going_on = read("It broke.\n\nNobody was hurt.\n\nAs first reported by the Hartwick Gazette, the gate was open.")
    assert find_credit(going_on, [link(0, 1)]).details[0].strength is CreditStrength.TEXT


def test_who_quotes_the_newsroom_quotes_it_openly() -> None:
    story = read(
        "“The gate stood open for three days,” the agency wrote. “I was asleep,” said Karl Ostrem. "
        "The Reuters report adds: “Nobody was told.”"
    )
    credit = find_credit(story, [link(0, 1, 2)])
    told = [q.span.of(story.text).strip("“”,.") for q in openly_quoted(story, credit)]
    assert told == ["The gate stood open for three days", "Nobody was told"]
    assert openly_quoted(story, replace(credit, covers=())) == ()
