import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.ingest import pasted
from core.model import Derivation, DivergenceType, Document, MatchClass, Side
from core.options import Options
from core.pipeline import analyse, judge, judge_all
from core.progress import Cancelled
from core.similarity.encoder import Encoder, default_encoder

CASE = Path(__file__).parents[1] / "cases" / "flood"
SOURCE, REWRITE, OTHER = ((CASE / f"{name}.txt").read_text("utf-8") for name in ("source", "rewrite", "other"))


class CancelAt:
    """Ask to stop when a stage is first told."""

    def __init__(self, stage: str, done: float = 0.0) -> None:
        self.stage, self.done = stage, done
        self.seen: list[tuple[str, float]] = []

    def step(self, stage: str, done: float) -> None:
        self.seen.append((stage, done))
        if stage == self.stage and done > self.done:
            raise Cancelled


@pytest.fixture(scope="module")
def encoder():
    return default_encoder()


@pytest.fixture(scope="module")
def rewrite(encoder):
    return analyse([pasted(REWRITE), pasted(SOURCE), pasted(OTHER)], encoder=encoder, subject=0)


def linked(analysis, pair=0):
    return {(i, j): m for link in analysis.pairs[pair].links for i, j, m in link.pairs}


def test_a_rewrite_is_linked_to_its_source(rewrite):
    found = {p for p, m in linked(rewrite).items() if m.derived}
    assert {(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7)} <= found
    assert linked(rewrite)[3, 3] is MatchClass.QUOTATION
    assert rewrite.ledger("a1").scores.derivation is Derivation.WHOLLY


def test_the_evidence_says_what_was_needed(rewrite):
    cores = [x for x in rewrite.pairs[0].links if x.evidence.needed is not None and x.match.derived]
    assert len(cores) >= 4
    for link in cores:
        assert link.evidence.score >= link.evidence.needed


def test_sentences_have_the_class_of_their_link_when_two_quotations_change_places(encoder):
    said = (
        "Residents of Low Hallam packed the hall on Tuesday to hear about plans for a second quarry.\n\n"
        "“The lorries already shake our windows every morning,” said {}. The firm wants to start in March.\n\n"
        "“This quarry keeps sixty families in work,” said {}.\n\n"
        "The county will decide in November, and a second hearing is planned for October."
    )
    boyle, lunn = "Harriet Boyle, who runs the bakery", "Tobias Lunn, the site manager"
    texts = [said.format(lunn, boyle), said.format(boyle, lunn)]
    analysis = analyse([Document("", "", text) for text in texts], Options(), encoder=encoder)
    rows = analysis.ledgers[0].rows
    told = [{rows[i].match for i in link.a} for link in analysis.pairs[0].links]
    assert told == [{link.match} for link in analysis.pairs[0].links]
    moved = [d for link in analysis.pairs[0].links for d in link.divergences]
    assert [d.type for d in moved] == [DivergenceType.SPEAKER] * 2


def test_another_story_is_not(rewrite):
    assert rewrite.pairs[1].links == ()
    assert rewrite.ledger("a3").scores.sourced == 0


def test_the_changed_figure_is_told(rewrite):
    text_a, text_b = rewrite.articles[0].text, rewrite.articles[1].text
    told = {
        (d.type.value, d.a and d.a.of(text_a), d.b and d.b.of(text_b))
        for link in rewrite.pairs[0].links
        for d in link.divergences
    }
    assert any(kind == "number" and "3" in str(a) and "2" in str(b) for kind, a, b in told)


def test_an_article_against_itself_is_wholly_verbatim_without_divergence(encoder):
    analysis = analyse([pasted(SOURCE), pasted(SOURCE)], encoder=encoder)
    assert set(linked(analysis).values()) <= {MatchClass.VERBATIM, MatchClass.QUOTATION}
    assert not [d for link in analysis.pairs[0].links for d in link.divergences]
    scores = analysis.ledger("a1").scores
    assert scores.derivation is Derivation.WHOLLY
    assert math.isclose(scores.sourced, 1.0)
    assert analysis.pairs[0].omitted == analysis.pairs[0].added == ()


def test_paragraphs_in_another_order_keep_their_links(encoder):
    head, *paragraphs = REWRITE.strip().split("\n\n")
    shuffled = "\n\n".join([head, *reversed(paragraphs)])
    analysis = analyse([pasted(shuffled), pasted(SOURCE)], encoder=encoder)
    assert sum(m.derived for m in linked(analysis).values()) >= 7


def test_shares_sum_to_one_for_every_article(rewrite):
    for ledger in rewrite.ledgers:
        assert math.isclose(sum(ledger.scores.by_class.values()), 1.0)
        assert math.isclose(sum(ledger.scores.by_words.values()), 1.0)


def test_only_the_subject_owes_its_words(rewrite):
    assert rewrite.ledger("a1").scores.largest_source is not None
    assert rewrite.ledger("a2").scores.sourced == 0


def test_with_two_articles_the_first_is_examined(encoder):
    analysis = analyse([pasted(SOURCE), pasted(REWRITE)], encoder=encoder)
    assert analysis.subject == "a1"
    assert (analysis.pairs[0].a, analysis.pairs[0].b) == ("a1", "a2")


def test_a_pair_is_turned_so_that_the_subject_comes_first(encoder):
    analysis = analyse([pasted(OTHER), pasted(SOURCE), pasted(REWRITE)], encoder=encoder, subject=2)
    assert [(p.a, p.b) for p in analysis.pairs] == [("a1", "a2"), ("a3", "a1"), ("a3", "a2")]


def test_without_the_encoder_wording_alone_finds_what_was_copied(tmp_path):
    broken = Encoder(tmp_path / "none.onnx", tmp_path / "none.json")
    analysis = analyse([pasted(REWRITE), pasted(SOURCE)], encoder=broken)
    assert analysis.engine.encoder is None
    assert "wording alone" in str(analysis.engine.notice)
    assert sum(m.derived for m in linked(analysis).values()) >= 3


def test_cancelled_early_there_is_nothing_to_keep(encoder):
    with pytest.raises(Cancelled):
        analyse([pasted(REWRITE), pasted(SOURCE)], progress=CancelAt("Linking sentences", -1), encoder=encoder)


def test_cancelled_late_the_finished_pairs_are_kept(encoder):
    analysis = analyse(
        [pasted(REWRITE), pasted(SOURCE), pasted(OTHER)],
        progress=CancelAt("Comparing words", 0.85),
        encoder=encoder,
        subject=0,
    )
    assert not analysis.complete
    assert len(analysis.pairs) == 1
    assert len(analysis.ledgers) == 3
    assert {row.match for row in analysis.ledger("a3").rows} == {MatchClass.UNCHECKED}


def test_progress_only_rises(encoder):
    progress = CancelAt("never")
    analyse([pasted(REWRITE), pasted(SOURCE)], progress=progress, encoder=encoder)
    done = [d for _, d in progress.seen]
    assert done == sorted(done)
    assert 0 <= done[0] <= done[-1] <= 1


def test_judging_sentences_out_of_context(encoder):
    close = judge("The mayor stepped down on Friday.", "The mayor resigned on Friday.", encoder=encoder)
    apart = judge("The mayor resigned on Friday.", "Wheat prices fell in Chicago.", encoder=encoder)
    assert close.confidence > 0.5 > apart.confidence
    assert close.match.derived
    assert apart.match is MatchClass.UNRELATED


def test_an_empty_sentence_is_unrelated_to_everything(encoder):
    assert judge("", "It rained.", encoder=encoder).match is MatchClass.UNRELATED


def test_judgements_keep_their_order(encoder):
    same, other = list(judge_all([("It rained.", "It rained."), ("It rained.", "Stocks fell.")], encoder=encoder))
    assert same.confidence > other.confidence


TEXT = st.text(max_size=200) | st.lists(
    st.sampled_from(
        ["The mayor resigned.", "“No,” he said.", "\n\n", "Prices rose 4.2%.", "\ud800", "🙂", "Related posts"]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT)
def test_no_text_breaks_the_journey(encoder, a, b):
    analysis = analyse([Document("", "", a), Document("", "", b)], Options(), encoder=encoder)
    for article, ledger in zip(analysis.articles, analysis.ledgers, strict=True):
        assert len(ledger.rows) == len(article.sentences)
        assert math.isclose(sum(ledger.scores.by_class.values()), 1.0)
    assert analysis.pairs[0].direction.derived in Side
