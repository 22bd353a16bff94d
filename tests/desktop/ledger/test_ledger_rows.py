"""What the ledger says of each sentence."""

from __future__ import annotations

from dataclasses import replace

from core.case.review import Verdict
from core.divergence.turned import turned
from core.model import (
    Analysis,
    Direction,
    Excluded,
    ExcludedAs,
    LedgerRow,
    Link,
    MatchClass,
    Pair,
    Role,
    SentenceKind,
    Severity,
    Side,
)
from desktop.models.ledger_head import ledger_head
from desktop.models.ledger_rows import LedgerEntry, judged, ledger_entries, shown_of, spoken, spoken_change
from desktop.session import Place


def rows_of(analysis: Analysis, article: str = "a3") -> tuple[LedgerEntry, ...]:
    return ledger_entries(analysis, article)


def with_ledger_row(analysis: Analysis, index: int, row: LedgerRow, excluded: tuple[Excluded, ...] = ()) -> Analysis:
    ledger = analysis.ledger("a3")
    rows = (*ledger.rows[:index], row, *ledger.rows[index + 1 :])
    changed = replace(ledger, rows=rows, excluded=excluded)
    return replace(analysis, ledgers=tuple(changed if x.article == "a3" else x for x in analysis.ledgers))


def with_pair(analysis: Analysis, pair: Pair, subject: str = "a3") -> Analysis:
    others = tuple(p for p in analysis.pairs if {p.a, p.b} != {pair.a, pair.b})
    return replace(analysis, pairs=(*others, pair), subject=subject)


def turned_pair(pair: Pair) -> Pair:
    """Return the pair the other way round, such that nobody can say which of its articles came first."""
    links = tuple(turned(link) for link in pair.links)
    return Pair(pair.b, pair.a, links, direction=Direction(Side.UNKNOWN))


def test_a_row_says_all_that_is_known_of_a_sentence(sample: Analysis, taken: Pair) -> None:
    def judge(pair: Pair, link: Link) -> Verdict | None:
        return Verdict.REWRITE if pair is taken and link.a == (11,) else None

    row = judged(rows_of(sample), sample, judge)[11]
    assert spoken(row).startswith("C 12, ")
    assert spoken(row).endswith(", from E 13, wrong word: rockets to brackets, needs rewrite")
    assert row.severity is Severity.HIGH
    assert row.asks
    assert judged((row,), sample, lambda *_: None)[0].verdict is None
    link = next(n for n, x in enumerate(taken.links) if x.a == (11,))
    assert row.place == Place("a3", "a5", link)


def test_there_is_a_row_for_each_sentence_with_the_class_of_the_ledger(sample: Analysis) -> None:
    for article in sample.articles:
        rows = rows_of(sample, article.id)
        assert [row.match for row in rows] == [row.match for row in sample.ledger(article.id).rows]
        assert [row.index for row in rows] == list(range(len(article.sentences)))


def test_a_sentence_without_a_source_has_nowhere_to_go(sample: Analysis) -> None:
    row = rows_of(sample)[20]
    assert spoken(row) == "C 21, no source here"
    assert row.place is None
    assert not row.finding
    assert not row.asks


def test_the_strongest_source_stands_first_and_facts_are_not_read_out_after_it(sample: Analysis) -> None:
    row = rows_of(sample)[1]
    assert [chip.label for chip in row.chips][:2] == ["E 3", "E 4"]
    assert {chip.match for chip in row.chips[2:]} == {MatchClass.SAME_FACT}
    assert "from E 3 and E 4" in spoken(row)
    assert "B 4" not in spoken(row)
    assert row.others == 2
    assert spoken_change(row).endswith(", 2 more")


def test_shared_facts_are_no_finding(sample: Analysis) -> None:
    row = next(r for r in rows_of(sample) if r.match is MatchClass.SAME_FACT)
    assert ", with " in spoken(row)
    assert not row.finding
    assert row.place is not None


def test_a_source_keeps_silent_about_who_took_from_it(sample: Analysis) -> None:
    assert not any(chip.letter == "C" for row in rows_of(sample, "a5") for chip in row.chips)
    head = ledger_head(sample, "a5", comparing=False)
    assert head.notices == ("What C took from E is shown in C’s ledger.",)
    assert head.elsewhere == (("C", "a3"),)


def test_licensed_reuse_asks_for_nothing(sample: Analysis) -> None:
    agreed = tuple(replace(a, role=Role.LICENSED) if a.id == "a5" else a for a in sample.articles)
    rows = rows_of(replace(sample, articles=agreed))
    assert rows[11].finding
    assert not any(row.asks for row in rows)


def test_a_sentence_that_is_left_out_says_why(sample: Analysis) -> None:
    sentence = sample.article("a3").sentences[11]
    left_out = (Excluded(sentence.span, ExcludedAs.QUOTATION),)
    row = rows_of(with_ledger_row(sample, 11, LedgerRow(MatchClass.UNCHECKED), left_out))[11]
    assert row.reason == "Excluded: quotation"
    assert spoken(row).startswith("C 12, excluded: quotation, from E 13")
    assert not row.asks


def test_boilerplate_and_what_a_stopped_run_did_not_reach_say_so(sample: Analysis) -> None:
    unchecked = with_ledger_row(sample, 20, LedgerRow(MatchClass.UNCHECKED))
    assert rows_of(unchecked)[20].reason == "Unchecked: not compared yet"
    article = sample.article("a3")
    last = replace(article.sentences[20], kind=SentenceKind.BOILERPLATE)
    changed = replace(article, sentences=(*article.sentences[:20], last))
    articles = tuple(changed if a.id == "a3" else a for a in sample.articles)
    row = rows_of(replace(unchecked, articles=articles))[20]
    assert spoken(row) == "C 21, unchecked: boilerplate"


def test_where_nobody_knows_who_came_first_nothing_is_told_as_taken(sample: Analysis, taken: Pair) -> None:
    row = rows_of(with_pair(sample, turned_pair(taken), subject="a1"))[11]
    assert "with E 13" in spoken(row)
    assert "from" not in spoken(row)
    assert row.change in {"C: brackets · E: rockets", "E: rockets · C: brackets"}
    assert row.place is not None
    assert (row.place.pair_a, row.place.pair_b) == ("a5", "a3")


def test_the_head_has_the_figures_of_the_report(sample: Analysis) -> None:
    head = ledger_head(sample, "a3", comparing=False)
    scores = sample.ledger("a3").scores
    assert f"{scores.longest_run_words} words (“" in head.detail
    assert head.detail.endswith(f"Largest single source: E, {round(scores.largest_source[1] * 100)}%.")  # type: ignore[index]
    assert sum(part.percent for part in head.bar) == 100
    assert head.notices == ()


def test_the_head_says_when_nothing_was_found_or_not_all_was_compared(sample: Analysis) -> None:
    lone = replace(sample, pairs=(), complete=False)
    notices = " ".join(ledger_head(lone, "a4", comparing=True).notices)
    assert "Another comparison is running" in notices
    assert "was stopped before its end" in notices
    assert "does not prove that D is original" in notices


def test_how_many_rows_are_shown_is_said_in_words() -> None:
    assert shown_of(1, 1) == "1 sentence"
    assert shown_of(3, 3400) == "3 of 3,400 sentences"
