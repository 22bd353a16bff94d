from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest

from core.model import (
    Analysis,
    Article,
    Divergence,
    DivergenceType,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    SentenceKind,
    Severity,
    Side,
)
from core.report.left_out import MOST, left_out
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.parts import LoneSentences
from core.report.sources import sources_of

Two = tuple[Article, Article]
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given


def alone(analysis: Analysis, omitted: Sequence[int] = (), notes: Sequence[Divergence] = ()) -> Analysis:
    pairs = (replace(p, omitted=tuple(omitted), divergences=tuple(notes)) for p in analysis.pairs)
    return replace(analysis, pairs=tuple(pairs))


def report(analysis: Analysis, **wanted: bool) -> Report:
    return build_report(analysis, when=WHEN, options=ReportOptions(**wanted))  # type: ignore[arg-type]


def told(part: LoneSentences) -> list[str]:
    return [f"{line.label}: {line.text}" for line in part.lines]


def test_what_was_left_out_and_what_was_added_stand_in_text_order(rewrite_case: Analysis) -> None:
    made = report(alone(rewrite_case, [0, 5]))
    (omitted,), (added,) = made.omitted, made.added
    assert omitted.heading == "What article A left out of article B"
    assert omitted.summary == "2 of 6 sentences of article B have no linked counterpart in article A."
    assert told(omitted) == ["B 1: Harbor bridge to close for two years", "B 6: Ruiz built the northern tunnel."]
    assert added.heading == "What article A adds"
    assert added.summary == "2 of 6 sentences of article A have no linked counterpart in the articles of this case."
    assert [line.label for line in added.lines] == ["A 1", "A 6"]
    assert omitted.more == added.more == ""
    assert "original" not in f"{omitted} {added}".casefold()


def test_headlines_are_neither_left_out_nor_added(rewrite_case: Analysis) -> None:
    heads = [
        replace(x, sentences=(replace(x.sentences[0], kind=SentenceKind.HEADLINE), *x.sentences[1:]))
        for x in rewrite_case.articles
    ]
    made = report(alone(replace(rewrite_case, articles=tuple(heads)), [0, 5]))
    assert [line.label for part in (*made.omitted, *made.added) for line in part.lines] == ["B 6", "A 6"]
    assert made.omitted[0].summary.startswith("1 of 6 sentences of article B has no linked counterpart")


def test_nothing_is_told_where_nothing_was_taken(make: SimpleNamespace, bridge: Two) -> None:
    made = report(alone(make.case(bridge, [make.pair(*bridge)]), [0, 1]))
    assert (made.omitted, made.added) == ((), ())


def test_shared_quotations_and_what_was_taken_by_the_other_leave_nothing_out(
    make: SimpleNamespace, bridge: Two, taken: list[Link]
) -> None:
    quoted = report(alone(make.case(bridge, [make.pair(*bridge, [taken[2]])]), [0]))
    source = report(alone(make.case(bridge, [make.pair(*bridge, taken, derived=Side.B)]), [0]))
    assert (quoted.omitted, quoted.added, source.omitted, source.added) == ((), (), (), ())


def test_where_nobody_knows_which_came_first_nobody_left_anything_out(
    make: SimpleNamespace, bridge: Two, taken: list[Link]
) -> None:
    made = report(alone(make.case(bridge, [make.pair(*bridge, taken, derived=Side.UNKNOWN)]), [5]))
    assert made.omitted[0].heading == "What only article B has"
    assert made.added[0].heading == "What only article A has"


def test_boilerplate_and_datelines_are_left_out(rewrite_case: Analysis) -> None:
    a, b = rewrite_case.articles
    kinds = {0: SentenceKind.DATELINE, 5: SentenceKind.BOILERPLATE}
    b = replace(b, sentences=tuple(replace(s, kind=kinds.get(i, s.kind)) for i, s in enumerate(b.sentences)))
    assert report(alone(replace(rewrite_case, articles=(a, b)), [0, 5])).omitted == ()


def test_unchecked_sentences_are_no_addition(rewrite_case: Analysis) -> None:
    first, *rest = rewrite_case.ledgers
    rows = tuple(LedgerRow(MatchClass.UNCHECKED) if not r.match.derived else r for r in first.rows)
    unchecked = replace(rewrite_case, ledgers=(Ledger(first.article, rows, first.scores), *rest))
    assert report(unchecked).added == ()


def test_few_more_than_the_most_are_all_shown(make: SimpleNamespace) -> None:
    sentences = [f"Sentence number {i} about something else." for i in range(MOST + 4)]
    a, b = make.article("a", [sentences[0]]), make.article("b", sentences, title="Harbor")
    pair = replace(make.pair(a, b, [make.link(a, b, [0], [0])]), omitted=tuple(range(1, MOST + 4)))
    analysis = make.case([a, b], [pair])
    (part,) = left_out(analysis, sources_of(analysis))
    assert len(part.lines) == MOST + 3
    assert part.more == ""


def test_a_long_list_keeps_what_matters_and_what_stands_among_the_linked(make: SimpleNamespace) -> None:
    a = make.article("a", [f"Council meeting {i} agreed on the plan for the harbor." for i in range(40)])
    b = make.article("b", [f"The council in session {i} settled the harbor plan." for i in range(40)])
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [i], [i]) for i in (20, 29)])])
    grave = Divergence(DivergenceType.OMISSION, None, b.sentences[38].span, Severity.MEDIUM, "A denial is left out.")
    slight = Divergence(DivergenceType.OMISSION, None, b.sentences[39].span, Severity.LOW, "A name is left out.")
    (omitted,) = report(alone(case, [i for i in range(40) if i not in (20, 29)], [grave, slight])).omitted
    assert [int(line.label.split()[1]) - 1 for line in omitted.lines] == [0, 1, 2, *range(21, 29), 38]
    assert len(omitted.lines) == MOST
    assert omitted.lines[-1].note == "A denial is left out."
    assert omitted.more == "and 26 more; the data file (JSON) names all"
    assert omitted.summary.startswith("38 of 40 sentences")


@pytest.mark.parametrize("wanted", [True, False])
def test_an_editor_may_leave_the_part_out(rewrite_case: Analysis, wanted: bool) -> None:  # noqa: FBT001
    made = report(alone(rewrite_case, [0]), omissions=wanted)
    assert bool(made.omitted) is bool(made.added) is wanted
    assert any("omitted and added" in line for line in made.method) is not wanted
