import pytest

from core.ingest import pasted
from core.model import (
    AlignedWords,
    Credit,
    Direction,
    Evidence,
    Link,
    MatchClass,
    Pair,
    Passage,
    Role,
    Side,
    Span,
    WordMatch,
)
from core.options import Options
from core.originality.credit import find_credit
from core.originality.ledger import derives, make_ledger
from core.segment import segment

EVIDENCE = Evidence(meaning=0.9, tokens=0.9, wording=0.9, order=0.0, longest_run=5)
A = segment(pasted("The mill burned down at dawn on Friday. Nobody was hurt there. It rained."), "a1", Role.REVIEW)
B = segment(pasted("The mill burned down at dawn on Friday. Firemen came late."), "a2")


def link(match: MatchClass) -> Link:
    return Link((0,), (0,), ((0, 0, match),), match, 0.9, EVIDENCE)


def ledger(*links: Link, passages: tuple[Passage, ...] = ()):
    return make_ledger(A, {"a1": A, "a2": B}, [Pair("a1", "a2", links, passages=passages)], "a1", Options())


def test_words_in_runs_count_as_verbatim_and_the_rest_as_without_source():
    scores = ledger(link(MatchClass.CLOSE)).scores
    assert scores.words == 14
    assert scores.by_words["verbatim"] == pytest.approx(8 / 14)
    assert scores.by_words["no_source"] == pytest.approx(6 / 14)
    assert scores.by_class[MatchClass.CLOSE] == scores.sourced == pytest.approx(8 / 14)
    assert scores.longest_run_words == 8
    assert scores.longest_run is not None
    assert scores.longest_run.of(A.text) == "The mill burned down at dawn on Friday"
    assert scores.largest_source == ("a2", pytest.approx(8 / 14))


def test_the_same_fact_is_never_counted_as_copied():
    scores = ledger(link(MatchClass.SAME_FACT)).scores
    assert scores.sourced == 0
    assert scores.by_words["no_source"] == 1
    assert scores.derivation.value == "not"


def test_shared_quotations_alone_do_not_make_an_article_derived():
    alone = ledger(link(MatchClass.QUOTATION)).scores
    assert alone.sourced > 0
    assert alone.derivation.value == "not"
    inside = ledger(
        link(MatchClass.QUOTATION), passages=(Passage(Span(0, 39), Span(0, 39), MatchClass.CLOSE, 0.9),)
    ).scores
    assert inside.derivation.value == "partially"


def test_the_strongest_class_wins():
    row = ledger(link(MatchClass.PARAPHRASE), link(MatchClass.VERBATIM)).rows[0]
    assert row.match is MatchClass.VERBATIM
    assert row.sources == ("a2",)


def test_a_sentence_that_quotes_one_and_rewords_another_has_the_class_of_their_link():
    pairs = ((0, 0, MatchClass.QUOTATION), (0, 1, MatchClass.PARAPHRASE))
    both = Link((0,), (0, 1), pairs, MatchClass.QUOTATION, 0.9, EVIDENCE)
    assert ledger(both).rows[0].match is MatchClass.QUOTATION


@pytest.mark.parametrize(
    ("derived", "side", "subject", "expected"),
    [
        (Side.UNKNOWN, Side.A, "a1", True),
        (Side.A, Side.B, "a2", True),
        (Side.UNKNOWN, Side.B, "a1", False),
        (Side.A, Side.A, "a9", True),
        (Side.A, Side.B, "a9", False),
        (Side.UNKNOWN, Side.B, "a9", True),
    ],
)
def test_who_gets_classes(derived, side, subject, expected):
    assert derives(Pair("a1", "a2", direction=Direction(derived)), side, subject) is expected


OPINION = "The Reuters report is odd. “The mill burned down at dawn on Friday,” the agency wrote. I doubt it."


def marked(text: str, *, credited: bool) -> dict[str, float]:
    own = segment(pasted(text), "a1", Role.REVIEW)
    index = next(i for i in range(len(own.sentences)) if "mill" in own.sentence_text(i))
    words = [t.span for t in B.sentence_tokens(0) if t.word]
    shift = own.text.index(B.sentence_text(0).rstrip("."))
    alignment = tuple(AlignedWords(Span(s.start + shift, s.end + shift), s, WordMatch.SAME) for s in words)
    pairs = ((index, 0, MatchClass.CLOSE),)
    found = Link((index,), (0,), pairs, MatchClass.CLOSE, 0.9, EVIDENCE, alignment=alignment)
    credit = find_credit(own, [found], B) if credited else Credit(present=False)
    ledger = make_ledger(own, {"a1": own, "a2": B}, [Pair("a1", "a2", (found,), credit=credit)], "a1", Options())
    assert sum(ledger.scores.by_words.values()) == pytest.approx(1)
    return {name: round(share * ledger.scores.words) for name, share in ledger.scores.by_words.items()}


def test_words_in_marks_that_the_article_gives_to_the_newsroom_are_quoted():
    assert marked(OPINION, credited=True)["quoted"] == 8
    assert marked(OPINION, credited=True)["verbatim"] == 0


def test_marks_without_a_credit_or_in_somebodys_mouth_do_not_make_it_quoted():
    assert marked(OPINION, credited=False)["quoted"] == 0
    assert marked(OPINION.replace("the agency wrote", "said Ida Brandt"), credited=True)["quoted"] == 0
    assert marked(OPINION.replace("the agency wrote", "said Ida Brandt"), credited=True)["verbatim"] == 8
