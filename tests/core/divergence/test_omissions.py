"""What was left out or added between the sentences that were taken over."""

from __future__ import annotations

from core.ingest import pasted
from core.model import Analysis, Divergence, DivergenceType, Severity
from core.pipeline import analyse

SOURCE = (
    "The harbour board closed the northern quay on Monday after divers found cracks in eleven concrete piles.\n\n"
    "Ferries will berth at the coal pier until the spring, the board said in a statement.\n\n"
    "The owners of the coal pier denied that they had agreed to it.\n\n"
    "Repairs are put at nine million crowns, a third of which the insurers have agreed to pay.\n\n"
    "The fish auction moves to a rented warehouse beside the old customs house next week."
)
SHORTER = "\n\n".join(p for p in SOURCE.split("\n\n") if "denied" not in p)


def told(analysis: Analysis) -> list[Divergence]:
    return list(analysis.pairs[0].divergences)


def test_a_denial_that_was_left_out_is_told() -> None:
    analysis = analyse([pasted(SHORTER), pasted(SOURCE)])
    [divergence] = told(analysis)
    assert divergence.type is DivergenceType.OMISSION
    assert divergence.severity is Severity.MEDIUM
    assert divergence.a is None
    assert divergence.b is not None
    assert "denied" in divergence.b.of(SOURCE)
    assert divergence.why == "A sentence with “denied”, a word that limits or denies, is not in this one."


def test_turned_round_it_is_added() -> None:
    analysis = analyse([pasted(SOURCE), pasted(SHORTER)])
    [divergence] = told(analysis)
    assert divergence.type is DivergenceType.ADDITION
    assert divergence.a is not None
    assert "denied" in divergence.a.of(SOURCE)


def test_what_follows_the_last_sentence_taken_over_is_not_part_of_it() -> None:
    longer = SOURCE + "\n\nElsewhere the mayor of Brenn denied on Tuesday that she would resign over the tram."
    assert told(analyse([pasted(SOURCE), pasted(longer)])) == []


def test_an_article_against_itself_leaves_nothing_out() -> None:
    assert told(analyse([pasted(SOURCE), pasted(SOURCE)])) == []
