import csv
import io
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import (
    Analysis,
    Article,
    Credit,
    Divergence,
    DivergenceType,
    Link,
    MatchClass,
    Passage,
    Severity,
    Side,
)
from core.report.cells import LONGEST, harmless, table
from core.report.chosen_parts import LedgerLine
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.tables import FILES, csv_files

Two = tuple[Article, Article]
Rows = list[dict[str, str]]
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
NOTE = Judgement(Verdict.REWRITE, '=HYPERLINK("x")\nSecond line', "Ana", "2026-11-21T19:40:00+01:00")


def judged(analysis: Analysis, *places: int) -> Review:
    pair = analysis.pairs[0]
    keys = [FindingKey.of(analysis, pair, pair.links[i]) for i in places]
    return Review(dict.fromkeys(keys, NOTE), {keys[0]: True} if keys else {})


def built(analysis: Analysis, review: Review, **wanted: bool) -> Report:
    return build_report(analysis, when=WHEN, review=review, options=ReportOptions(**wanted))  # type: ignore[arg-type]


def tables(analysis: Analysis, review: Review | None = None, **wanted: bool) -> tuple[Rows, Rows, Rows]:
    review = review or Review()
    files = csv_files(analysis, review, built(analysis, review, **wanted))
    assert tuple(files) == FILES
    sentences, links, divergences = (read(data) for data in files.values())
    return sentences, links, divergences


def read(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_table_is_what_the_standard_says() -> None:
    made = table(("Words", "Figure"), [('says “yes”, "no"', 12), ("a\r\nb", 0.5)])
    assert made == '\ufeff"Words","Figure"\r\n"says “yes”, ""no""",12\r\n"a b",0.5\r\n'.encode()


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-2 degrees", "'-2 degrees"),
        ("@desk", "'@desk"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        (' "=1', "'\"=1"),
        ("“@desk” wrote", "'“@desk” wrote"),
        ("\u200b\u00a0=1", "'\u200b =1"),
        ("＝1", "'＝1"),
        ("see; =1", "see;' =1"),
        ("12 = 12", "12 = 12"),
        ("– a dash", "– a dash"),
        ("well-known", "well-known"),
        ("a\x00b\x1b", "a[U+0000]b[U+001B]"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("", ""),
    ],
)
def test_no_cell_begins_with_a_formula(words: str, cell: str) -> None:
    assert harmless(words) == cell


@given(st.text(st.sampled_from("=+-@\t\r\n\x00;, '\"“\u200b\u202eé1\ud800＝")))
def test_no_words_do(words: str) -> None:
    cell = harmless(words)
    assert not cell.lstrip(" \"“'\u200b")[:1].startswith(tuple("=+-@＝")) or cell.startswith("'")
    assert "\n" not in cell
    cell.encode("utf-8")


def test_a_cell_is_no_longer_than_spreadsheets_hold() -> None:
    assert len(harmless("x" * 50_000)) == len(harmless("=" * 50_000)) == LONGEST


def test_every_sentence_of_every_article_has_a_row(rewrite_case: Analysis) -> None:
    sentences, _, _ = tables(rewrite_case, judged(rewrite_case, 0))
    assert [r["Label"] for r in sentences] == [*(f"A {i}" for i in range(1, 7)), *(f"B {i}" for i in range(1, 7))]
    second = sentences[1]
    assert (second["Article"], second["File"], second["No."], second["Kind"]) == ("A", "c.txt", "2", "Body")
    assert (second["Class"], second["Words"], second["Sources"], second["Linked to"]) == (
        "Paraphrase",
        "14",
        "B",
        "B 2",
    )
    assert (second["Main divergence"], second["Severity"]) == ("Number: 20 → 12", "High")
    assert (second["Verdict"], sentences[2]["Verdict"]) == ("Needs rewrite", "")
    assert second["Text"] == rewrite_case.articles[0].sentence_text(1)
    # The ledger counts for the article under examination; what its source is linked to is told all the same.
    assert (sentences[7]["Class"], sentences[7]["Sources"], sentences[7]["Linked to"]) == ("No source here", "", "A 2")
    assert sentences[7]["Main divergence"] == "Number: 20 → 12"


@pytest.mark.parametrize("derived", list(Side))
def test_sentences_say_what_the_ledger_says(
    make: SimpleNamespace, bridge: Two, taken: list[Link], derived: Side
) -> None:
    a, b = bridge
    third = make.article("t", ["The mayor pledged it.", "Twenty cracked girders hold the bridge."])
    more = [make.link(a, third, [2], [0]), make.link(a, third, [1], [1], MatchClass.SAME_FACT)]
    pairs = [make.pair(a, third, more), make.pair(a, b, taken, derived=derived)]
    case = make.case([a, b, third], pairs)
    review = Review({FindingKey.of(case, pairs[1], taken[1]): NOTE})
    report = built(case, review)
    assert report.ledger is not None
    rows = [row for row in tables(case, review)[0] if row["Article"] == "A"]
    for row, line in zip(rows, report.ledger.lines, strict=True):
        assert (row["Label"], row["Class"], row["Text"]) == (line.label, line.class_name, line.text)
        assert row["Linked to"] == ", ".join(chip.label for chip in line.chips)
        assert row["Main divergence"] == main(line)
        assert row["Verdict"] == (line.decision.name if line.decision and line.decision.verdict else "")


def main(line: LedgerLine) -> str:
    return f"{line.divergence.name}: {line.divergence.change}" if line.divergence else ""


@pytest.mark.parametrize("derived", list(Side))
def test_links_and_divergences_say_what_the_cards_say(
    make: SimpleNamespace, bridge: Two, taken: list[Link], derived: Side
) -> None:
    case = make.case(bridge, [make.pair(*bridge, taken, derived=derived)])
    _, links, divergences = tables(case)
    cards = built(case, Review()).sections[0].cards
    assert [(r["Link"], r["Class"], r["Strength"]) for r in links] == [
        (c.label, c.class_name, c.strength) for c in cards
    ]
    assert [(r["Wording"], r["Other wording"]) for r in links] == [(c.article.text, c.source.text) for c in cards]
    assert [tuple(r.values())[3:7] for r in divergences] == [
        (d.name, d.severity.value.capitalize(), d.change, d.why) for c in cards for d in c.divergences
    ]
    side = ("A 2", "B 2") if derived is not Side.B else ("B 2", "A 2")
    assert (divergences[0]["Sentence"], divergences[0]["Other sentence"]) == side


def test_a_link_says_who_decided_what_and_how_it_was_set(rewrite_case: Analysis) -> None:
    pair = rewrite_case.pairs[0]
    a, b = rewrite_case.articles
    passage = Passage(a.sentences[1].span, b.sentences[1].span, MatchClass.PARAPHRASE, 0.9)
    case = replace(rewrite_case, pairs=(replace(pair, passages=(passage,)),))
    first, second, *_ = tables(case, judged(case, 0))[1]
    assert (first["Verdict"], first["By"], first["At (UTC)"]) == ("Needs rewrite", "Ana", "2026-11-21 18:40:00")
    assert first["Note"] == '\'=HYPERLINK("x") Second line'
    assert (first["Set"], second["Set"]) == ("By hand", "By the comparison")
    assert (first["Confidence"], first["Passage"], second["Passage"]) == ("0.9", "1", "")


def test_whole_sentences_that_are_missing_or_added_are_told(rewrite_case: Analysis) -> None:
    (pair,) = rewrite_case.pairs
    b = rewrite_case.articles[1]
    lost = Divergence(DivergenceType.OMISSION, None, b.sentences[5].span, Severity.MEDIUM, "It is left out here.")
    last = tables(replace(rewrite_case, pairs=(replace(pair, divergences=(lost,)),)))[2][-1]
    assert tuple(last.values()) == (
        *("A and B", "", "B 6", "Omission", "Medium", "only in B", "It is left out here.", ""),
        "Ruiz built the northern tunnel.",
    )


def test_pairs_without_the_subject_are_in_the_tables_too(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    subject = make.article("s", ["Something else happened."])
    case = make.case([subject, *bridge], [make.pair(subject, bridge[0]), make.pair(*bridge, taken)])
    sentences, links, _ = tables(case)
    assert len(links) == 4
    assert [r["Linked to"] for r in sentences if r["Label"] == "B 2"] == ["C 2"]


def test_anonymised_tables_hold_no_file_or_outlet(rewrite_case: Analysis) -> None:
    (pair,) = rewrite_case.pairs
    case = replace(rewrite_case, pairs=(replace(pair, credit=Credit(present=True, names=("Harbor Wire",))),))
    key = FindingKey.of(case, pair, pair.links[0])
    review = Review({key: Judgement(Verdict.CREDIT, "Ask Harbor Wire about e.txt.", "Ana")})
    sentences, links, _ = tables(case, review, anonymise=True)
    assert {r["File"] for r in sentences} == {"Article A", "Article B"}
    assert links[0]["Note"] == "Ask Outlet 1 about Article B."
    assert tables(case, review)[1][0]["Note"] == "Ask Harbor Wire about e.txt."


def test_parts_that_a_report_leaves_out_are_in_the_tables(rewrite_case: Analysis) -> None:
    assert tables(rewrite_case) == tables(rewrite_case, passages=False, ledger=False, summary=False)


def test_equal_cases_give_equal_bytes(rewrite_case: Analysis) -> None:
    report = built(rewrite_case, Review())
    assert csv_files(rewrite_case, Review(), report) == csv_files(replace(rewrite_case), Review(), report)
