from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest

from core.model import Analysis, Article, Excluded, ExcludedAs, Exclusions, LedgerRow, Link, MatchClass, Role
from core.report.exclusions import exclusions
from core.report.model import build_report
from core.report.sources import sources_of
from core.report.statements import direction, statement

Two = tuple[Article, Article]
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given


def without(analysis: Analysis, wanted: Exclusions, gone: tuple[int, ...] = ()) -> Analysis:
    """Return the analysis with some sentences of the subject wholly left out, and shares made up to suit."""
    ledger = analysis.ledgers[0]
    rows = tuple(LedgerRow(MatchClass.UNCHECKED) if i in gone else row for i, row in enumerate(ledger.rows))
    by_class = {MatchClass.PARAPHRASE: 0.204, MatchClass.NO_SOURCE: 0.2, MatchClass.UNCHECKED: 0.596}
    left = replace(
        ledger,
        rows=rows,
        scores=replace(ledger.scores, by_class=by_class),
        excluded=tuple(Excluded(analysis.articles[0].sentences[i].span, ExcludedAs.PHRASE) for i in gone),
        without_exclusions=ledger.scores,
    )
    return replace(analysis, ledgers=(left, *analysis.ledgers[1:]), exclusions=wanted)


def told(analysis: Analysis) -> str:
    return " ".join(statement(analysis, sources_of(analysis)))


@pytest.mark.parametrize(
    ("wanted", "begins", "ends"),
    [
        (Exclusions(quotations=True), "Shared quotations are left out of the scores: 20% ", "with them."),
        (Exclusions(phrases=("he said",)), "The phrase “he said” is left out of the scores: 20% ", "with it."),
        (Exclusions(phrases=("a", "b")), "The phrases “a” and “b” are left out ", "with them."),
        (Exclusions(phrases=tuple("abcde")), "5 phrases are left out ", "with them."),
        (
            Exclusions(quotations=True, names=True, runs_below=8),
            "Shared quotations, names with their titles and shared runs of fewer than 8 words are left out ",
            "with them.",
        ),
    ],
)
def test_one_sentence_says_what_was_left_out(
    rewrite_case: Analysis, wanted: Exclusions, begins: str, ends: str
) -> None:
    said = exclusions(without(rewrite_case, wanted))
    assert said.startswith(begins)
    assert said.endswith(ends)
    assert "of the words of A count as having a source here, 75% with" in said


def test_nothing_left_out_is_nothing_said(rewrite_case: Analysis) -> None:
    report = build_report(rewrite_case, when=WHEN)
    assert report.exclusions == ""
    assert not any(s.name.startswith("Exclude") for s in report.settings)


def test_exclusions_are_settings_with_a_digest_of_their_own(rewrite_case: Analysis) -> None:
    wanted = Exclusions(quotations=True, runs_below=8, phrases=("he said", "of  course"))
    report = build_report(without(rewrite_case, wanted), when=WHEN)
    shown = {s.name: s.value for s in report.settings if s.name.startswith("Exclude")}
    assert shown == {"Exclude quotations": "yes", "Exclude runs": "8", "Exclude phrases": "he said; of course"}
    assert all(s.why for s in report.settings)
    assert report.digest != build_report(rewrite_case, when=WHEN).digest


def test_what_is_left_out_asks_for_no_credit(rewrite_case: Analysis) -> None:
    report = build_report(without(rewrite_case, Exclusions(phrases=("x",)), (1, 2)), when=WHEN)
    (credit,) = [a.text for a in report.actions if a.name == "Credit"]
    assert credit == (
        "Nothing in A credits B, where 1 sentence has its source, shared quotations aside. The only one is A 5."
    )
    assert len(report.sections[0].cards) == 4


def test_the_statement_claims_nothing_of_what_was_left_out(rewrite_case: Analysis) -> None:
    everything = without(rewrite_case, Exclusions(phrases=("x",)), tuple(range(6)))
    assert told(everything).startswith(
        "Apart from what is left out of the scores, none of its 6 sentences has a source"
    )
    quotation_left = without(rewrite_case, Exclusions(phrases=("x",)), (1, 2, 4))
    assert "Nothing else that is counted is taken over." in told(quotation_left)


def test_a_licensed_source_is_called_that_everywhere(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    a, b = bridge
    analysis = make.case([a, replace(b, role=Role.LICENSED)], [make.pair(a, b, taken)])
    report = build_report(analysis, when=WHEN)
    assert "“Harbor bridge to close for two years”, with which reuse was agreed." in " ".join(report.statement)
    assert report.sections[0].summary.endswith("Reuse was agreed.")
    assert report.direction[0].verdict == "A likely derives from B. The reuse was agreed."
    assert report.actions == ()
    assert report.no_action.startswith("Nothing: the reuse was agreed.")
    assert report.limits[1].startswith("Permission. That B is licensed was said by whoever made this case")


def test_licensed_sources_among_many_are_named(make: SimpleNamespace) -> None:
    text = tuple(f"Sentence number {i} about something." for i in range(1, 11))
    a, *others = (make.article(name, text, title=f"Title {name}") for name in "abcd")
    licensed = [replace(others[0], role=Role.LICENSED), replace(others[1], role=Role.LICENSED), others[2]]
    pairs = [make.pair(a, x, [make.link(a, x, [i], [i])]) for i, x in enumerate(others)]
    analysis = make.case([a, *licensed], pairs)
    assert "Reuse between it and articles B and C was agreed." in told(analysis)
    assert [d.verdict.endswith("The reuse was agreed.") for d in direction(analysis, sources_of(analysis))] == [
        True, True, False,
    ]  # fmt: skip


def test_the_same_text_under_licence_says_both(make: SimpleNamespace, bridge: Two) -> None:
    a, _ = bridge
    copy = replace(a, id="e", role=Role.LICENSED)
    links = [make.link(a, copy, [i], [i], MatchClass.VERBATIM) for i in range(6)]
    said = told(make.case([a, copy], [make.pair(a, copy, links)]))
    assert said.endswith("word for word. Reuse between it and article B was agreed.")
    subject = told(
        make.case([replace(a, role=Role.LICENSED), replace(copy, role=Role.UNKNOWN)], [make.pair(a, copy, links)])
    )
    assert subject.endswith("word for word. Reuse between it and the other articles was agreed.")
