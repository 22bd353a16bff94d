"""What the inspector says, as plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.align.score import WORDING, sentence_scores
from core.evidence import Meaning, PairEvidence, WordField, Wording
from core.model import (
    Analysis,
    Direction,
    Divergence,
    DivergenceType,
    Document,
    Engine,
    Evidence,
    Link,
    MatchClass,
    Pair,
    Severity,
    Side,
    Span,
)
from core.progress import NoProgress
from core.segment import segment
from desktop.models.explain import (
    divergence_rows,
    kept_rows,
    link_title,
    no_divergence,
    numbers,
    pair_figures,
    pair_statement,
    sentence_heading,
    together,
    why_matched,
)
from desktop.models.kept import Kept
from desktop.pairs import strongest_pair
from desktop.theme import load_theme
from desktop.widgets.evidence import EvidenceBar


@pytest.fixture
def analysis(engine: Any) -> Any:
    texts = ("The harbour closes at noon.\nGulls returned.\nIt rained.", "The harbour closes at dusk.\nGulls returned.")
    return engine.analyse([engine.paste(t).document for t in texts], NoProgress())


@pytest.fixture
def pair(analysis: Analysis) -> Any:
    return strongest_pair(analysis, "a2")


def test_numbers_are_1_based_ranges() -> None:
    assert numbers([11]) == "12"
    assert numbers([14, 11, 12, 13]) == "12–15"
    assert numbers([11, 12, 16]) == "12–13, 17"


def test_titles_follow_the_direction(analysis: Analysis, pair: Pair) -> None:
    link = pair.links[0]
    assert link_title(analysis, pair, link) == ("B 1", "from", "A 1")
    assert link_title(analysis, replace(pair, direction=Direction(Side.B)), link) == ("A 1", "from", "B 1")
    assert link_title(analysis, replace(pair, direction=Direction(Side.UNKNOWN)), link) == ("B 1", "with", "A 1")


def test_headings_name_the_part_an_article_plays(analysis: Analysis, pair: Pair) -> None:
    assert sentence_heading(analysis, pair, "a2", [0]) == "Sentence 1, under review"
    assert sentence_heading(analysis, pair, "a1", [0, 1]) == "Sentences 1–2, the source"
    assert sentence_heading(analysis, replace(pair, direction=Direction(Side.UNKNOWN)), "a1", [0]) == "Sentence 1"
    flipped = replace(pair, direction=Direction(Side.B))
    assert sentence_heading(analysis, flipped, "a2", [0]) == "Sentence 1, under review, likely the source"
    assert sentence_heading(analysis, flipped, "a1", [0]) == "Sentence 1"


def test_divergences_go_from_source_to_article_by_severity(analysis: Analysis, pair: Pair) -> None:
    more = (
        Divergence(DivergenceType.ADDITION, Span(0, 3), None, Severity.LOW, ""),
        Divergence(DivergenceType.OMISSION, None, Span(4, 11), Severity.MEDIUM, "it is gone"),
    )
    link = replace(pair.links[0], divergences=(*more, *pair.links[0].divergences))
    rows = divergence_rows(analysis, pair, link)
    assert [(str(r.severity), r.type_name, r.change) for r in rows] == [
        ("high", "Date", "noon → dusk"),
        ("medium", "Omission", "left out: harbour"),
        ("low", "Addition", "added: The"),
    ]
    flipped = divergence_rows(analysis, replace(pair, direction=Direction(Side.B)), link)
    assert [r.change for r in flipped] == ["dusk → noon", "added: harbour", "left out: The"]
    unknown = divergence_rows(analysis, replace(pair, direction=Direction(Side.UNKNOWN)), link)
    assert [r.change for r in unknown] == ["A: noon · B: dusk", "only in A: harbour", "only in B: The"]


def test_long_wording_is_shortened_but_kept_in_full(engine: Any) -> None:
    text = " ".join(f"word{n:02}" for n in range(60))
    long = engine.analyse([engine.paste(text).document] * 2, NoProgress())
    (pair,) = long.pairs
    added = Divergence(DivergenceType.ADDITION, Span(0, len(text)), None, Severity.LOW, "")
    (row,) = divergence_rows(long, pair, replace(pair.links[0], divergences=(added,)))
    assert len(row.change) < 110
    assert row.change.endswith("word11…")
    assert row.full.count("word") == 60


def test_wording_and_reasons_are_harmless(engine: Any) -> None:
    odd = engine.analyse([engine.paste(t).document for t in ("a b \u202ec d", "a b \u202ec d")], NoProgress())
    (pair,) = odd.pairs
    added = Divergence(DivergenceType.ADDITION, Span(4, 6), None, Severity.LOW, "“\u202ec” is new")
    (row,) = divergence_rows(odd, pair, replace(pair.links[0], divergences=(added,)))
    assert (row.change, row.why) == ("added: \ufffdc", "“\ufffdc” is new")


def test_why_matched_tells_neighbours_next_best_run_and_reasons(analysis: Analysis, pair: Pair) -> None:
    assert why_matched(analysis, pair, pair.links[0]) == (
        "Neighbours match in order (B 2). Next best: A 1, 0.40, not linked. Longest shared run: 4 words."
        " Linked by meaning and order."
    )
    bare = replace(pair.links[0], evidence=Evidence(None, None, 0.5, 0, 1))
    assert why_matched(analysis, replace(pair, links=(bare,)), bare) == "Longest shared run: 1 word."


def test_the_next_best_may_stand_in_another_article(engine: Any) -> None:
    texts = ("The harbour closes at noon.", "The harbour closed at noon.", "The harbour closes at dusk.")
    three = engine.analyse([engine.paste(t).document for t in texts], NoProgress())
    pair = next(p for p in three.pairs if {p.a, p.b} == {"a1", "a3"})
    assert "Next best: B 1, 0.90" not in why_matched(three, pair, pair.links[0])
    pairs = tuple(
        replace(p, links=tuple(replace(x, evidence=replace(x.evidence, score=0.9)) for x in p.links))
        for p in three.pairs
    )
    said = why_matched(replace(three, pairs=pairs), pair, pair.links[0])
    assert "Next best: B 1, 0.90, close." in said


def test_a_low_meaning_is_not_what_carried_a_link(analysis: Analysis, pair: Pair) -> None:
    low = replace(pair.links[0], evidence=Evidence(0.36, None, 0.5, 1.0, 5, reasons=("meaning",)))
    assert why_matched(analysis, pair, low).endswith("Linked by wording and order.")
    alone = replace(low, evidence=replace(low.evidence, order=0.0))
    assert why_matched(analysis, pair, alone).endswith("Linked by wording.")
    quoted = replace(low, evidence=replace(low.evidence, reasons=("quotation",)))
    assert why_matched(analysis, pair, quoted).endswith("Linked by a shared quotation.")


def test_a_link_set_by_hand_says_so(analysis: Analysis, pair: Pair) -> None:
    said = why_matched(analysis, pair, pair.links[0], by_hand=True)
    assert said.startswith("Set by hand. ")
    assert "Linked by" not in said
    made = replace(pair.links[0], evidence=replace(pair.links[0].evidence, reasons=("hand",)))
    assert why_matched(analysis, pair, made) == said


def kept_case(*divergences: Divergence, flipped: bool = False) -> tuple[Analysis, Pair]:
    """Return a pair whose sentences stand for each other, the second made from the first unless it is flipped."""
    source = "U.S. officials said on July 4 that 400 tons reached Pyongyang."
    rewrite = "On July 4 Pyongyang got 400 tons, U.S. officials told reporters."
    texts = (rewrite, source) if flipped else (source, rewrite)
    b, a = (segment(Document("", str(n), text), f"a{n}") for n, text in enumerate(texts))
    evidence = Evidence(0.9, None, 0.5, 0.0, 2)
    link = Link((0,), (0,), ((0, 0, MatchClass.CLOSE),), MatchClass.CLOSE, 0.9, evidence, (), divergences)
    pair = Pair(a.id, b.id, (link,), direction=Direction(Side.B if flipped else Side.A))
    return Analysis((b, a), (pair,), (), a.id, Engine("0", None, None)), pair


@pytest.mark.parametrize("flipped", [False, True])
def test_kept_are_speakers_figures_dates_and_names_of_both_sides(*, flipped: bool) -> None:
    analysis, pair = kept_case(flipped=flipped)
    rows = kept_rows(analysis, pair, pair.links[0])
    assert [(r.severity, r.type_name, r.change) for r in rows] == [
        (None, "Attribution", "“U.S. officials” kept"),
        (None, "Number", "“400” kept"),
        (None, "Date", "“July 4” kept"),
        (None, "Name", "“Pyongyang” and “U.S.” kept"),
    ]


def test_what_a_divergence_touches_is_not_kept() -> None:
    analysis, pair = kept_case()
    a, b = analysis.article(pair.a).text, analysis.article(pair.b).text
    number, speaker = a.index("400"), b.index("U.S. officials said")
    changed = (
        Divergence(DivergenceType.NUMBER, Span(number, number + 3), None, Severity.HIGH, ""),
        Divergence(DivergenceType.ATTRIBUTION, None, Span(speaker, speaker + 19), Severity.MEDIUM, ""),
    )
    analysis, pair = kept_case(*changed)
    names = [r.type_name for r in kept_rows(analysis, pair, pair.links[0])]
    assert names == ["Date", "Name"]


def test_only_derived_links_keep_anything() -> None:
    analysis, pair = kept_case()
    assert kept_rows(analysis, pair, only_facts(pair).links[0]) == ()


def test_of_many_kept_things_a_few_are_told() -> None:
    assert Kept("Name", tuple("abcdef")).text == "a, b, c, d and 2 more kept"
    assert Kept("Name", ("a",)).text == "a kept"


def test_the_pair_in_one_sentence(analysis: Analysis, pair: Pair) -> None:
    assert pair_statement(analysis, pair, "a2") == "B ← A: 2 of 2 sentences have a source in A"
    assert pair_statement(analysis, pair, "a1") == "A → B: 2 of 3 sentences are reused in B"
    unknown = replace(pair, direction=Direction(Side.UNKNOWN))
    assert pair_statement(analysis, unknown, "a1") == "A – B: 2 of 3 sentences match in B"


def only_facts(pair: Pair) -> Pair:
    """Return the pair as if both articles only reported the same."""
    same = MatchClass.SAME_FACT
    return replace(
        pair,
        links=tuple(replace(x, match=same, pairs=tuple((i, j, same) for i, j, _ in x.pairs)) for x in pair.links),
    )


def test_that_no_change_was_flagged_promises_nothing(pair: Pair) -> None:
    assert no_divergence(pair.links[0]) == "No change was flagged automatically. Read both sentences."
    searched = "Pairs that only report the same fact are not searched for changes."
    assert no_divergence(only_facts(pair).links[0]) == searched


def test_where_nothing_was_taken_nobody_is_a_source(analysis: Analysis, pair: Pair) -> None:
    facts = only_facts(pair)
    assert pair_statement(analysis, facts, "a2") == "B – A: only facts in common, in 2 of 2 sentences"
    assert pair_statement(analysis, facts, "a1") == "A – B: only facts in common, in 2 of 3 sentences"
    assert link_title(analysis, facts, facts.links[0]) == ("B 1", "with", "A 1")
    assert sentence_heading(analysis, facts, "a1", [0]) == "Sentence 1"


def test_the_bar_says_what_was_needed(qtbot):
    bar = EvidenceBar(load_theme("light"), "Together", most=1.5)
    qtbot.addWidget(bar)
    bar.show_value(1.13, 0.65)
    assert bar.accessibleName() == "Together: 1.13, 0.65 needed"
    bar.resize(240, 20)
    with_tick = bar.grab().toImage()
    bar.show_value(1.13)
    assert bar.accessibleName() == "Together: 1.13"
    assert bar.grab().toImage() != with_tick


def test_what_the_score_is_put_together_from_is_said_as_it_is_counted(analysis: Analysis, pair: Pair) -> None:
    evidence = Evidence(0.69, 0.57, 0.40, 0.0, 3, score=(0.69 + 0.57) / 2 + WORDING * 0.40)
    said = "Together: the mean of the meaning of the sentences (0.69) and of their words (0.57), plus half the wording."
    assert together(evidence) == said
    assert why_matched(analysis, pair, replace(pair.links[0], evidence=evidence)).endswith(said)
    assert together(replace(evidence, meaning=None, tokens=None)) == "Together: from the wording alone."
    assert together(replace(evidence, score=0.0)) == "", "a link set by hand has no score"


def test_the_formula_of_the_score_is_the_one_that_is_said() -> None:
    one = np.ones((1, 1), dtype=np.float32)
    meaning = Meaning(cosine=0.69 * one, tokens=0.57 * one)
    field = WordField((0,), (0,), one[0], one[0], np.zeros(1, np.int32), np.zeros(1, np.int32), None, None)
    scores = sentence_scores(PairEvidence(Wording(0.40 * one, one[0], one[0], {}, 0.0), meaning, field))
    assert scores[0, 0] == pytest.approx((0.69 + 0.57) / 2 + 0.40 / 2)


def test_the_pair_in_the_fewest_words(analysis: Analysis, pair: Pair) -> None:
    assert pair_figures(analysis, pair, "a2") == "B ← A: 2 of 2"
    assert pair_figures(analysis, pair, "a1") == "A → B: 2 of 3"
    assert pair_figures(analysis, only_facts(pair), "a1") == "A – B: 2 of 3"
