from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import (
    Analysis,
    Article,
    Derivation,
    Direction,
    DirectionEvidence,
    DivergenceType,
    Link,
    MatchClass,
    Severity,
    Side,
    WordMatch,
)
from core.options import Options
from core.report.cards import card
from core.report.figures import bar, scale, score_cells
from core.report.method import method, settings, settings_digest
from core.report.model import build_report
from core.report.options import ReportOptions
from core.report.phrases import labels, percent_text, quoted, shorten, some_labels
from core.wording.marks import MarkKind

Two = tuple[Article, Article]
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given


def scored(analysis: Analysis, **changes: Any) -> Analysis:
    ledger = analysis.ledgers[0]
    return replace(analysis, ledgers=(replace(ledger, scores=replace(ledger.scores, **changes)), *analysis.ledgers[1:]))


def test_the_report_holds_what_the_first_page_says(rewrite_case: Analysis) -> None:
    report = build_report(rewrite_case, case_title="Bridge", prepared_by="Desk editor", when=WHEN)
    assert report.date == "21 November 2026, 19:04 UTC"
    assert report.subtitle == "Article A, 56 words, 6 sentences. Compared with 1 other article in this case."
    assert [f.letter for f in report.files] == ["A", "B"]
    assert report.files[0].name == "c.txt"
    assert report.footer.startswith("Cognate 0.1.0 · case “Bridge” · settings digest ")
    assert [s.heading for s in report.sections] == ["Passages from article B"]
    assert report.notices == ()


def test_each_file_is_told_with_title_outlet_author_and_day(rewrite_case: Analysis) -> None:
    a, b = rewrite_case.articles
    known = replace(a.document, outlet="The Saltby Post", author="Ada Moreau", published="2025-05-03")
    analysis = replace(rewrite_case, articles=(replace(a, document=known), b))
    first, second = build_report(analysis, when=WHEN).files
    assert first.title == "Harbor Bridge Repairs May Take Two Years"
    assert first.told == "The Saltby Post · Ada Moreau · 3 May 2025"
    assert second.told == ""
    hidden = build_report(analysis, when=WHEN, options=ReportOptions(anonymise=True)).files[0]
    assert (hidden.name, hidden.title, hidden.told) == ("Article A", "", "")


def test_the_title_of_a_source_is_told_in_full(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    title = "Harbor bridge to close for two years while engineers replace the twenty cracked girders"
    analysis = make.case([bridge[0], replace(bridge[1], title=title)], [make.pair(*bridge, taken)])
    assert f"article B, “{title}”." in " ".join(build_report(analysis, when=WHEN).statement)


def test_settings_are_those_that_decide_and_those_that_were_changed() -> None:
    usual = settings(Options().as_dict())
    assert [(s.name, s.value) for s in usual[:2]] == [("Wholly derived", "90%"), ("Partially derived", "10%")]
    left = len(Options().as_dict()) - len(usual) + 1
    assert usual[-1].why.startswith(f"The other {left} settings had their usual values")
    assert "Grow fresh" not in [s.name for s in usual]
    changed = settings(replace(Options(), grow_fresh=0.9, wholly_derived=0.85).as_dict())
    assert ("Grow fresh", "0.9") in [(s.name, s.value) for s in changed]
    assert changed[0].value == "85%"
    assert changed[-1].why.startswith(f"The other {left - 1} settings")


def test_references_are_listed_or_it_is_said_where_they_are() -> None:
    assert some_labels([f"A {i}" for i in range(1, 17)]).endswith("A 15, A 16")
    assert some_labels([f"A {i}" for i in range(1, 21)]).endswith("A 16, and 4 more: see the passages")


def test_a_card_names_the_sentences_whose_class_is_another_than_its_own(bridge: Two, taken: list[Link]) -> None:
    pairs = ((0, 0, MatchClass.PARAPHRASE), (1, 0, MatchClass.QUOTATION))
    link = replace(taken[0], a=(0, 1), b=(0,), pairs=pairs, match=MatchClass.PARAPHRASE, alignment=(), divergences=())
    shown = card(link, bridge[0], "A", bridge[1], "B")
    assert shown.class_name == "Paraphrase"
    assert shown.because.endswith("A 2 alone: quotation")
    alone = card(replace(link, a=(0,), pairs=pairs[:1]), bridge[0], "A", bridge[1], "B")
    assert "alone" not in alone.because


@given(st.lists(st.floats(0, 1), min_size=7, max_size=7).filter(lambda x: sum(x) > 0.01))
def test_printed_shares_add_up_to_a_hundred(rewrite_case: Analysis, weights: list[float]) -> None:
    shares = [w / sum(weights) for w in weights]
    by_words = dict(zip(("verbatim", "paraphrased", "quoted", "no_source", "unchecked"), shares, strict=False))
    by_words["unchecked"] += sum(shares[5:])
    by_class = dict(zip([m for m in MatchClass if m is not MatchClass.UNRELATED], shares, strict=True))
    analysis = scored(rewrite_case, by_words=by_words, by_class=by_class)
    cells = {cell.name: cell for cell in score_cells(analysis)}
    names = ("Words in shared runs", "Words around them", "Words quoted", "No source here", "Unchecked")
    assert sum(int(cells[name].figure.rstrip("%")) for name in names) == 100
    assert sum(part.percent for part in bar(analysis)) == 100


@pytest.mark.parametrize(
    ("sourced", "counted", "derivation", "text"),
    [
        (0.71, 0.71, Derivation.PARTIALLY, "71% of its words have a source here"),
        (0.8996, 0.8996, Derivation.PARTIALLY, "89.9% of its words have a source here"),
        (0.9, 0.9, Derivation.WHOLLY, "90% of its words have a source here"),
        (0.95, 0.85, Derivation.PARTIALLY, "85% of its words have a source here, shared quotations aside"),
        (0.2, 0.0, Derivation.NOT, "None of its words has a source here, shared quotations aside"),
        (0.2, 0.05, Derivation.NOT, "5% of its words have a source here, shared quotations aside"),
        (0.0, 0.0, Derivation.NOT, "None of its words has a source here"),
    ],
)
def test_the_scale_marks_one_step_with_the_figure_that_it_was_judged_by(
    rewrite_case: Analysis, sourced: float, counted: float, derivation: Derivation, text: str
) -> None:
    cells = scale(scored(rewrite_case, sourced=sourced, derived_share=counted, derivation=derivation))
    assert [c.text for c in cells if c.applies] == [text]


def test_the_scale_prints_the_limits_of_the_run(rewrite_case: Analysis) -> None:
    analysis = replace(rewrite_case, options={"wholly_derived": 0.8, "partially_derived": 0.2})
    texts = " ".join(cell.text for cell in scale(analysis) if not cell.applies)
    assert "80% or more" in texts
    assert "Under 20%" in texts


def test_cards_show_both_wordings_with_marks(rewrite_case: Analysis) -> None:
    (section,) = build_report(rewrite_case, when=WHEN).sections
    assert [c.label for c in section.cards] == ["A 2 from B 2", "A 3 from B 3", "A 4 from B 4", "A 5 from B 5"]
    assert [c.strength for c in section.cards] == ["Strong match", "Strong match", "Fair match", "Weak match"]
    first = section.cards[0]
    assert first.article.text == rewrite_case.articles[0].sentence_text(1)
    assert first.source.text == rewrite_case.articles[1].sentence_text(1)
    kinds = {run.text: run.kind for run in first.article.runs}
    assert kinds["12"] is MarkKind.CHANGED
    assert kinds["beams"] is MarkKind.SYNONYM
    assert [(d.name, d.change) for d in first.divergences] == [("Number", "20 → 12")]
    assert section.cards[3].divergences[0].change == "“according to the port authority” missing"


def test_sentences_that_are_not_neighbours_show_a_gap(make: SimpleNamespace, bridge: Two) -> None:
    link = make.link(*bridge, [1, 2], [1, 4])
    (section,) = build_report(make.case(bridge, [make.pair(*bridge, [link])]), when=WHEN).sections
    assert section.cards[0].label == "A 2 and A 3 from B 2 and B 5"
    assert " […] " in section.cards[0].source.text
    assert "[…]" not in section.cards[0].article.text


def test_sentences_that_a_page_glued_together_show_a_space(make: SimpleNamespace, bridge: Two) -> None:
    a, glued = bridge[0], make.article("b", ["Tolls stay in the U.S.", "Officials agree."], between="")
    link = make.link(a, glued, [2], [0, 1])
    (section,) = build_report(make.case((a, glued), [make.pair(a, glued, [link])]), when=WHEN).sections
    assert section.cards[0].source.text == "Tolls stay in the U.S. Officials agree."


def test_same_facts_are_rows_and_not_cards(make: SimpleNamespace, bridge: Two) -> None:
    analysis = make.case(bridge, [make.pair(*bridge, [make.link(*bridge, [4], [4], MatchClass.SAME_FACT)])])
    report = build_report(analysis, when=WHEN)
    assert report.sections == ()
    assert [(row.article_label, row.source_label) for row in report.same_facts] == [("A 5", "B 5")]


def test_a_sentence_with_a_source_is_no_same_fact(make: SimpleNamespace, bridge: Two) -> None:
    links = [make.link(*bridge, [4], [4]), make.link(*bridge, [4], [5], MatchClass.SAME_FACT)]
    report = build_report(make.case(bridge, [make.pair(*bridge, links)]), when=WHEN)
    assert report.same_facts == ()


def test_a_run_without_the_encoder_says_so_twice(make: SimpleNamespace, bridge: Two) -> None:
    notice = "The sentence encoder is damaged, so wording alone was compared."
    report = build_report(make.case(bridge, [make.pair(*bridge)], notice=notice), when=WHEN)
    assert notice in report.notices
    assert notice in report.method
    assert "encoder that works offline" not in " ".join(report.method)
    assert "without a sentence encoder" in report.engine


def test_a_stopped_run_says_what_is_missing(make: SimpleNamespace, bridge: Two) -> None:
    report = build_report(make.case(bridge, complete=False), when=WHEN)
    assert "0 of 1 pair of articles" in report.notices[0]


def test_method_and_limits_name_the_articles(rewrite_case: Analysis) -> None:
    assert method(rewrite_case)[0].startswith("Each sentence of A was compared with every sentence of B by meaning")
    limits = build_report(rewrite_case, when=WHEN).limits
    assert "Absence of copying. “No source here” means no source among these two files." in limits


def test_days_that_the_texts_give_are_no_secret_of_the_limits(make: SimpleNamespace, bridge: Two) -> None:
    dated = Direction(Side.A, (DirectionEvidence("published", "A is dated 2 May, the other 1 May.", Side.A, Side.A),))
    pair = make.pair(*bridge, [make.link(*bridge, [1], [1])], direction=dated)
    (told,) = [x for x in build_report(make.case(bridge, [pair]), when=WHEN).limits if x.startswith("Who wrote first")]
    assert told.endswith("the texts alone and on the days that they give as their own, which were not checked.")


def test_the_digest_depends_on_settings_only() -> None:
    assert settings_digest({"a": 0.5, "b": 1}) == settings_digest({"b": 1, "a": 0.5})
    assert settings_digest({"a": 0.5}) != settings_digest({"a": 0.6})
    assert len(settings_digest({})) == 9


def test_equal_settings_have_one_digest_however_they_were_typed() -> None:
    typed, shown = Options.from_settings({"passage_length": "150"}), Options.of({"passage_length": 150.0})
    assert typed.as_dict() == Options().as_dict()
    kinds = [{n: type(v) for n, v in made.as_dict().items()} for made in (Options(), typed, shown)]
    assert kinds[0] == kinds[1] == kinds[2]
    old = Options().as_dict() | {"passage_length": 150.0}  # as a case of an earlier version holds it
    assert settings_digest(old) == settings_digest(Options().as_dict()) == settings_digest(shown.as_dict())
    assert Options.from_saved({"region_score": 8.5}).region_score == 8.5


def test_passages_are_counted_in_english(make: SimpleNamespace, bridge: Two) -> None:
    links = [make.link(*bridge, [i], [i], m) for i, m in enumerate([MatchClass.CLOSE] * 2 + [MatchClass.QUOTATION] * 2)]
    report = build_report(make.case(bridge, [make.pair(*bridge, links)]), when=WHEN)
    assert report.sections[0].summary.endswith("4 linked passages: 2 close and 2 quotations.")


def test_a_source_that_derives_is_shared_with(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    report = build_report(make.case(bridge, [make.pair(*bridge, taken, derived=Side.B)]), when=WHEN)
    assert report.sections[0].heading == "Passages shared with article B"


def test_phrases() -> None:
    assert labels("E", [21, 22]) == "E 22 and E 23"
    assert labels("E", [2, 3, 4, 5]) == "E 3 to E 6"
    assert shorten("one two three four", 10) == "one two…"
    assert quoted("“Hello there”") == "“Hello there”"
    assert quoted("شركة") == "“شركة”\u200e"
    assert percent_text(0.0996, of_steps=(0.1, 0.9)) == "9.9%"
    assert percent_text(0.5) == "50%"


@given(st.text(max_size=200), st.integers(2, 80))
def test_shortening_keeps_the_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_marks_of_one_kind_read_as_one_and_a_wrong_word_keeps_its_comma(make: SimpleNamespace) -> None:
    a, b = make.article("a", ["Shells, brackets, and so on."]), make.article("b", ["Shells, rockets, and so on."])
    words = [(w, w, WordMatch.SAME) for w in ("Shells", "and", "so", "on")]
    link = make.link(
        a,
        b,
        [0],
        [0],
        words=[*words, ("brackets", "rockets", WordMatch.CHANGED)],
        changes=[(DivergenceType.WRONG_WORD, "brackets", "rockets", Severity.HIGH)],
    )
    (section,) = build_report(make.case([a, b], [make.pair(a, b, [link])]), when=WHEN).sections
    assert [(run.kind.value, run.text) for run in section.cards[0].article.runs] == [
        ("same", "Shells"),
        ("plain", ", "),
        ("wrong", "brackets,"),
        ("plain", " "),
        ("same", "and so on"),
        ("plain", "."),
    ]


def turned_case(make: SimpleNamespace, bridge: Two, derived: Side) -> Analysis:
    """The wire story under examination, and the rewrite that was made from it."""
    rewrite, wire = bridge
    changes = [
        (DivergenceType.NUMBER, "20", "12", Severity.HIGH),
        (DivergenceType.NAME, "harbor", "", Severity.MEDIUM),
    ]
    words = [("20", "12", WordMatch.CHANGED)]
    link = make.link(wire, rewrite, [1], [1], words=words, changes=changes)
    analysis: Analysis = make.case([wire, rewrite], [make.pair(wire, rewrite, [link], derived=derived)])
    return analysis


def test_the_change_is_told_of_the_article_that_was_made_from_the_other(make: SimpleNamespace, bridge: Two) -> None:
    report = build_report(turned_case(make, bridge, Side.B), when=WHEN)
    (card,) = report.sections[0].cards
    assert report.sections[0].heading == "Passages shared with article B"
    assert card.label == "B 2 from A 2"
    assert (card.source_title, card.article_title) == ("Source, article A", "Article B")
    assert card.source.text.startswith("On Monday city engineers reported")
    assert [d.change for d in card.divergences] == ["20 → 12", "“harbor” missing"]
    assert "missing" in {run.kind.value for run in card.source.runs}
    assert "added" not in {run.kind.value for run in card.source.runs}
    assert report.notices == (
        "What A and B share was likely taken from A. The figures below say how much of A that is.",
    )
    assert [c.text for c in report.scale if c.applies] == [
        "21% of its words are shared with what likely derives from it"
    ]


def test_where_direction_is_unknown_nothing_is_told_as_a_change(make: SimpleNamespace, bridge: Two) -> None:
    report = build_report(turned_case(make, bridge, Side.UNKNOWN), when=WHEN)
    (card,) = report.sections[0].cards
    assert card.label == "A 2 with B 2"
    assert (card.source_title, card.article_title) == ("Article B", "Article A")
    assert [d.change for d in card.divergences] == ["B: 12 · A: 20", "only in A: “harbor”"]
    assert report.notices == ()
    actions = " ".join(a.text for a in report.actions)
    assert "A 2 has “harbor”, which is not in B 2." in actions
    assert "If A came second: nothing in it credits B, with which 1 sentence shares its content." in actions
    assert "became" not in " ".join(report.statement)
    assert "12 in B, 20 here" in " ".join(report.statement)
