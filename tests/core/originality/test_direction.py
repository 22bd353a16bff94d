"""Who was made from whom, by what rewriting leaves behind."""

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from core.model import Article, Document, Evidence, Link, MatchClass, Side
from core.originality.direction import judge_direction
from core.segment import segment

FULL = """Flood takes farms

A flood took nine farms near Hartwick on Tuesday, Mayor Ida Brandt told the Lindmoor council. The dam held
480 million liters, engineer Karl Ostrem said. It was built in 1931, according to the Water Board.
"""
BARE = """Great water destroys farms

A mighty water destroyed farms near a town. The barrier held a great deal of water. It was old.
"""


def read(text: str, name: str = "a1") -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), name)


def linked(a: Article, b: Article, match: MatchClass = MatchClass.PARAPHRASE) -> list[Link]:
    evidence = Evidence(meaning=None, tokens=None, wording=0.5, order=0.5, longest_run=3)
    count = min(len(a.sentences), len(b.sentences))
    return [Link((i,), (i,), ((i, i, match),), match, 0.9, evidence) for i in range(count)]


def test_the_article_without_details_and_speakers_is_the_derived_one() -> None:
    a, b = read(BARE), read(FULL, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert found.derived is Side.A
    assert {e.kind for e in found.evidence} == {"detail", "attribution"}
    assert all(e.derived is Side.A and e.why.endswith(".") for e in found.evidence)
    assert any("Ida Brandt" in e.why for e in found.evidence)


def test_exchanged_sides_give_the_exchanged_answer() -> None:
    a, b = read(FULL), read(BARE, "a2")
    assert judge_direction(a, b, linked(a, b)).derived is Side.B


def test_equal_articles_cannot_be_told_apart() -> None:
    a, b = read(FULL), read(FULL, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, found.evidence) == (Side.UNKNOWN, ())


def test_a_small_difference_is_not_enough() -> None:
    a, b = read(FULL.replace(" near Hartwick", "")), read(FULL, "a2")
    assert judge_direction(a, b, linked(a, b)).derived is Side.UNKNOWN


def test_without_derived_links_or_with_quotations_alone_nothing_is_said() -> None:
    a, b = read(BARE), read(FULL, "a2")
    assert judge_direction(a, b, []).derived is Side.UNKNOWN
    for match in (MatchClass.SAME_FACT, MatchClass.QUOTATION):
        found = judge_direction(a, b, linked(a, b, match))
        assert (found.derived, found.evidence) == (Side.UNKNOWN, ())


def test_shared_quotations_name_a_third_source() -> None:
    a, b = read(BARE), read(FULL, "a2")
    note = judge_direction(a, b, linked(a, b, MatchClass.QUOTATION)).note
    assert note.startswith("All that they share is quotations:")
    assert "third source" in note
    assert judge_direction(a, b, linked(a, b, MatchClass.SAME_FACT)).note == ""


def test_a_shared_statement_names_a_third_source() -> None:
    a = read("The dam is safe and will stay so, the board said in a statement.")
    b = read("In a statement, the board said that the dam is safe and will stay so.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, "from a statement" in found.note) == (Side.UNKNOWN, True)


def test_an_agency_that_both_credit_may_be_the_source_of_both() -> None:
    a, b = read("The dam broke, Reuters reported."), read("The dam broke at night, according to Reuters.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, found.evidence) == (Side.UNKNOWN, ())
    assert found.note == "Both name Reuters: both may be made from its report, a common third source."
    line = read("HARTWICK (Reuters) — The dam broke at night.", "a2")
    assert judge_direction(a, line, linked(a, line)).note == ""


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("HARTWICK, Nov. 6 — The dam broke at night.", "HARTWICK, Nov. 8 — The dam broke at night."),
        ("March 3, 2024\n\nThe dam broke at night.", "Published March 4, 2024\n\nThe dam broke at night."),
    ],
)
def test_the_later_date_is_that_of_the_derived_one(early: str, late: str) -> None:
    a, b = read(late), read(early, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, [e.kind for e in found.evidence]) == (Side.A, ["published"])


@pytest.mark.parametrize(
    "text",
    [
        "HARTWICK, Nov. 6 — The dam broke at night.",
        "On Nov. 8 the old dam broke – nobody was hurt.",
        "Updated Nov. 8, 2024\n\nThe dam broke at night.",
        "HARTWICK, Feb. 2 — The dam broke at night.",
    ],
)
def test_dates_that_say_nothing_are_no_reason(text: str) -> None:
    a, b = read(text), read("HARTWICK, Nov. 6 — The dam broke at night.", "a2")
    assert "published" not in {e.kind for e in judge_direction(a, b, linked(a, b)).evidence}


def test_expressions_broken_in_one_tell_the_rewrite() -> None:
    a = read("The main executive raised the loan deficit. A hedge endowment paid.")
    b = read("The chief executive raised the trade deficit. A hedge fund paid.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, [e.kind for e in found.evidence]) == (Side.A, ["swap"])
    assert "“main executive” for “chief executive”" in found.evidence[0].why


def test_a_word_that_the_other_has_too_broke_nothing() -> None:
    a = read("The main executive came.")
    b = read("The chief executive took the main road.", "a2")
    assert judge_direction(a, b, linked(a, b)).evidence == ()


def test_a_slip_for_a_word_of_the_other_is_told() -> None:
    a = read("They asked for shells and brackets for the guns.")
    b = read("They asked for shells and rockets for the guns. The rockets are old.", "a2")
    found = judge_direction(a, b, linked(a, b))
    told = [e.why for e in found.evidence if e.kind == "slip"]
    assert (found.derived, told) == (Side.UNKNOWN, [])  # too unlike in spelling without their meaning
    a = read("They asked for shells and rackets for the guns.")
    found = judge_direction(a, b, linked(a, b))
    assert [(e.kind, e.derived) for e in found.evidence] == [("slip", Side.A)]


def test_damage_that_both_have_is_a_note_and_no_reason() -> None:
    a = read("The dam in the U.S.U.S. officials said it broke.")
    b = read("It was in the U.S.U.S. officials said.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert (found.derived, found.evidence) == (Side.UNKNOWN, ())
    assert found.note.startswith("Both have “U.S.U.S”")


def test_a_typo_that_both_have_is_a_note() -> None:
    a = read("The goverment came. The government left. The government paid. A government won.")
    b = read("The goverment came at night.", "a2")
    assert "“goverment”" in judge_direction(a, b, linked(a, b)).note
    assert judge_direction(a, read("The government came.", "a2"), linked(a, a)[:1]).note == ""


def test_a_last_name_before_its_introduction_tells_the_rewrite() -> None:
    a = read("“It was old,” Brandt said. “It broke,” Ida Brandt, the mayor, said.")
    b = read("“It broke,” Ida Brandt, the mayor, said. “It was old,” Brandt said.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert [(e.kind, e.derived) for e in found.evidence] == [("order", Side.A)]
    assert found.derived is Side.UNKNOWN  # one reason alone does not tell


def test_a_dateline_tells_whose_story_it_is() -> None:
    a, b = read("The dam broke at night."), read("HARTWICK (AP) — The dam broke at night.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert found.derived is Side.A
    assert [e.kind for e in found.evidence] == ["dateline"]


def test_the_one_that_credits_the_others_agency_is_derived() -> None:
    a = read("The dam broke at night, the Associated Press reported.")
    b = read("HARTWICK (AP) — The dam broke at night.", "a2")
    found = judge_direction(a, b, linked(a, b))
    assert found.derived is Side.A
    assert {e.kind for e in found.evidence} == {"credit", "dateline"}


def test_a_reason_knows_which_article_it_names() -> None:
    a, b = read(BARE), read(FULL, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert [(e.about, e.named.of(e.why)) for e in found.evidence] == [(Side.B, "“Flood takes farms”")] * 2
    assert found.evidence[0].naming("B").startswith("In and around the linked sentences B alone has")
    turned = judge_direction(b, a, linked(b, a))
    assert [(e.derived, e.about) for e in turned.evidence] == [(Side.B, Side.A)] * 2


MIRROR = {Side.A: Side.B, Side.B: Side.A, Side.UNKNOWN: Side.UNKNOWN}
DETAILS = st.sampled_from(
    [
        "Mayor Ida Brandt said so.", "It cost $480 million.", "It was built in 1931, according to the Water Board.",
        "“The dam held for years and years and nobody in town believed it could break,” Karl Ostrem said.",
        "HARTWICK (AP) — It broke on Sept. 5.", "Reuters reported it.", "The council told Ann Lee of 300 cows.",
        "The dam broke.", "It was old.", "A great water came.",
    ]
)  # fmt: skip
STORIES = st.lists(DETAILS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(STORIES, STORIES)
def test_sides_mirror(one: str, two: str) -> None:
    a, b = read(one), read(two, "a2")
    found, mirrored = judge_direction(a, b, linked(a, b)), judge_direction(b, a, linked(b, a))
    assert mirrored.derived is MIRROR[found.derived]
    assert {(e.kind, e.why, e.derived, e.about) for e in mirrored.evidence} == {
        (e.kind, e.why, MIRROR[e.derived], MIRROR[e.about]) for e in found.evidence
    }


def test_the_mirrored_stories_reach_every_answer() -> None:
    answers: set[Side] = set()
    for answer in Side:

        def tells(both: tuple[str, str], wanted: Side = answer) -> bool:
            a, b = read(both[0]), read(both[1], "a2")
            return judge_direction(a, b, linked(a, b)).derived is wanted

        find(st.tuples(STORIES, STORIES), tells)
        answers.add(answer)
    assert answers == set(Side)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_raises(one: str, two: str) -> None:
    a, b = read(one), read(two, "a2")
    for reason in judge_direction(a, b, linked(a, b)).evidence:
        assert reason.naming("B").endswith(".")


WIRE = """Dam breaks

HARTWICK (AP) — The old dam broke on Monday night. Two farms were lost in the flood. Nobody had closed the gate. The
valley was cleared by noon.
"""
STORY = """Flood in the valley

{dateline}The old dam broke on Monday night, the Associated Press reported. Two farms were lost in the flood, the agency
said. Nobody had closed the gate, AP said. The valley was cleared by noon, according to AP.
"""


@pytest.mark.parametrize("dateline", ["", "HARTWICK (AP) — "])
def test_naming_the_wire_is_no_sign_that_the_wire_came_later(dateline: str) -> None:
    a, b = read(STORY.format(dateline=dateline)), read(WIRE, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert found.derived is Side.A
    assert all(e.derived is Side.A for e in found.evidence)
    assert "third source" not in found.note
    assert judge_direction(b, a, linked(b, a)).derived is Side.B


def test_quoting_the_wire_is_no_sign_that_the_wire_came_later() -> None:
    a = read(
        "My view of it\n\nAs Associated Press reported: “The old dam broke on Monday night.” The AP report goes on: "
        "“Two farms were lost in the flood.” “Nobody had closed the gate,” the agency wrote. So much for the valley."
    )
    b = read(WIRE, "a2")
    found = judge_direction(a, b, linked(a, b))
    assert not {"quotation", "attribution"} & {e.kind for e in found.evidence}
    assert found.derived is Side.A
