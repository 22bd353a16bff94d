"""The sample case, with some verdicts, in every format: figures, labels, changes and verdicts are the same report's."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.ingest import read
from core.model import Analysis, MatchClass
from core.pipeline import analyse
from core.report.chosen_parts import JudgedCard
from core.report.findings_text import findings_html, findings_text
from core.report.formats import Format, rendered
from core.report.model import Report, build_report
from core.report.phrases import CLASS_NAMES, VERDICT_NAMES, divergence_name, labels, percent_text
from core.report.rounding import largest_remainder
from core.report.shares import BY_CLASS, BY_WORDS
from core.report.tables import csv_files

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
JUDGED = {
    0: Judgement(Verdict.CREDIT, "Name the agency in the first paragraph.", "Ana", "2026-11-21T18:40:00+00:00"),
    2: Judgement(Verdict.REWRITE, "", "Ana", "2026-11-21T18:41:00+00:00"),
    5: Judgement(Verdict.ACCEPTABLE, "A common phrase.", "Ben", "2026-11-21T18:42:00+00:00"),
    7: Judgement(Verdict.DISMISS, "", "Ben", "2026-11-21T18:43:00+00:00"),
}
SHOWN = ("pdf", "html", "docx")
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "br", "a", "nav"}
    | {"figcaption", "text", "header", "footer"}
)
_UNSEEN = frozenset({"style", "symbol", "title", "desc"})


@dataclass(frozen=True)
class Case:
    """The sample case as it is and in every format."""

    analysis: Analysis
    report: Report
    texts: dict[str, str]
    tables: dict[str, list[dict[str, str]]]
    told: Any

    @property
    def cards(self) -> tuple[JudgedCard, ...]:
        return tuple(card for section in self.report.sections for card in section.cards if isinstance(card, JudgedCard))


class Words(HTMLParser):
    """The words of a page as a reader meets them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self._unseen = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in _UNSEEN
        self.words += " " if tag in _BLOCKS else ""

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self.words += " " if tag in _BLOCKS else ""

    def handle_data(self, data: str) -> None:
        self.words += "" if self._unseen else data


def pdf_words(data: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def docx_words(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    kinds = {qn("w:t"): None, qn("w:p"): " ", qn("w:tab"): " ", qn("w:br"): " "}
    return "".join(kinds[e.tag] or e.text or "" for e in body.iter(*kinds))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[\u200b\u200e\u2060]", "", text))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture(scope="module")
def case() -> Case:
    analysis = analyse([read(path) for path in SEEDS])
    pair = max((p for p in analysis.pairs if p.a == analysis.subject), key=lambda p: len(p.links))
    links = sorted((x for x in pair.links if x.match.derived), key=lambda x: (x.a, x.b))
    review = Review({FindingKey.of(analysis, pair, links[i]): j for i, j in JUDGED.items()})
    report = build_report(analysis, case_title="Summit", when=WHEN, review=review)
    html = rendered(Format.HTML, analysis, report).decode()
    texts = {
        "pdf": pdf_words(rendered(Format.PDF, analysis, report)),
        "html": Words(html).words,
        "docx": docx_words(rendered(Format.DOCX, analysis, report)),
        "findings": findings_text(report),
        "findings as html": Words(findings_html(report)).words,
    }
    return Case(
        analysis,
        report,
        {name: flat(text) for name, text in texts.items()},
        {name: rows(data) for name, data in csv_files(analysis, review, report).items()},
        json.loads(rendered(Format.JSON, analysis, report)),
    )


@pytest.mark.parametrize("form", SHOWN)
def test_scores_shares_and_statement_stand_in_every_format(case: Case, form: str) -> None:
    report, text = case.report, case.texts[form]
    assert len(report.scores) == 8
    for cell in report.scores:
        assert f"{cell.figure} {cell.name} {cell.text}" in text
    for part in report.bar:
        assert f"{part.name} {part.percent}%" in text
    said = [*report.statement, report.subtitle, *(x.text for x in report.scale), *(a.text for a in report.actions)]
    said += [words for d in report.direction for words in (d.verdict, *d.reasons)]
    said += [words for part in (*report.omitted, *report.added) for words in (part.heading, part.summary)]
    said += [report.digest, *(f.sha256 for f in report.files)]
    for words in said:
        assert flat(words) in text
    assert report.omitted
    assert report.added


@pytest.mark.parametrize("form", ["findings", "findings as html"])
def test_what_is_copied_for_an_e_mail_says_the_same(case: Case, form: str) -> None:
    report, text = case.report, case.texts[form]
    for cell in report.scores:
        assert f"{cell.name} {cell.figure}" in text
    for words in (*report.statement, *(a.text for a in report.actions), *(d.verdict for d in report.direction)):
        assert flat(words) in text
    for card, part in parts_of(case, text):
        assert part.startswith(f"{card.label} · {card.class_name} · {card.strength}")
        assert card.decision.name in part or not card.decision.verdict


def parts_of(case: Case, text: str) -> Iterator[tuple[JudgedCard, str]]:
    """Yield each card with the words from its label to the next card's."""
    at = text.rindex("linked passages: ")
    starts = []
    for card in case.cards:
        at = text.index(card.label, at)
        starts.append(at)
        at += len(card.label)
    for card, start, end in zip(case.cards, starts, [*starts[1:], starts[-1] + 3000], strict=True):
        yield card, text[start:end]


@pytest.mark.parametrize("form", SHOWN)
def test_every_card_has_its_changes_and_its_verdict_in_every_format(case: Case, form: str) -> None:
    assert len(case.cards) == 15
    assert Counter(card.decision.verdict for card in case.cards if card.decision.verdict) == dict.fromkeys(Verdict, 1)
    for card, part in parts_of(case, case.texts[form]):
        assert card.decision.name in part
        assert card.strength in part
        assert flat(card.decision.note) in part
        for line in card.divergences:
            for words in (line.name, line.change, line.why):
                assert flat(words) in part


def test_the_tables_add_up_to_the_same_figures(case: Case) -> None:
    own = [r for r in case.tables["sentences.csv"] if r["Article"] == case.report.letter]
    words: Counter[str] = Counter()
    for row in own:
        words[row["Class"]] += int(row["Words"])
    names = [CLASS_NAMES[match] for match in BY_CLASS]
    percents = dict(zip(names, largest_remainder([words[n] / words.total() for n in names]), strict=True))
    assert {name: p for name, p in percents.items() if words[name]} == {p.name: p.percent for p in case.report.bar}
    derived = {CLASS_NAMES[match] for match in MatchClass if match.derived}
    assert case.report.ledger is not None
    assert f" {sum(r['Class'] in derived for r in own)} of {len(own)} sentences " in case.report.ledger.summary
    assert words.total() == case.analysis.article(case.analysis.subject).words


def test_links_and_changes_in_the_tables_are_the_cards(case: Case) -> None:
    derived = {CLASS_NAMES[match] for match in MatchClass if match.derived}
    linked = [r for r in case.tables["links.csv"] if r["Class"] in derived]
    verdicts = {name: name for name in VERDICT_NAMES.values()}
    assert [(r["Link"], r["Class"], r["Strength"], r["Verdict"], r["Note"]) for r in linked] == [
        (c.label, c.class_name, c.strength, verdicts.get(c.decision.name, ""), c.decision.note) for c in case.cards
    ]
    changed = [r for r in case.tables["divergences.csv"] if r["Link"] in {c.label for c in case.cards}]
    assert [(r["Link"], r["Type"], r["Severity"], r["Change"], r["Why"]) for r in changed] == [
        (c.label, d.name, d.severity.value.capitalize(), d.change, d.why) for c in case.cards for d in c.divergences
    ]
    ledger = case.report.ledger
    assert ledger is not None
    own = [r for r in case.tables["sentences.csv"] if r["Article"] == case.report.letter]
    assert [(r["Label"], r["Class"], r["Linked to"]) for r in own] == [
        (x.label, x.class_name, ", ".join(chip.label for chip in x.chips)) for x in ledger.lines
    ]


def test_the_json_has_the_same_figures(case: Case) -> None:
    told = next(a for a in case.told["articles"] if a["id"] == case.told["subject"])
    scores, cells = told["scores"], {cell.name: cell.figure for cell in case.report.scores}
    names = ("Words in shared runs", "Words around them", "Words quoted", "No source here", "Unchecked")
    percents = largest_remainder([scores["by_words"][name] for name in BY_WORDS])
    assert [f"{p}%" for p in percents] == [cells[name] for name in names]
    by_class = largest_remainder([scores["by_class"][match.value] for match in BY_CLASS])
    printed = {part.match: part.percent for part in case.report.bar}
    assert by_class == tuple(printed.get(match, 0) for match in BY_CLASS)
    assert cells["Longest run"] == f"{scores['longest_run_words']} words"
    assert cells["Largest single source"] == percent_text(scores["largest_source"]["share"])
    assert scores["derivation"] == "partially"
    assert [step.name for step in case.report.scale if step.applies] == ["Partially derived"]


def test_the_json_has_the_same_links_and_changes(case: Case) -> None:
    letters = {a["id"]: case.analysis.letter(a["id"]) for a in case.told["articles"]}
    found, changes = [], Counter[tuple[str, str, str]]()
    for pair in case.told["pairs"]:
        for link in pair["links"]:
            if pair["a"] == case.told["subject"] and MatchClass(link["class"]).derived:
                label = f"{labels(letters[pair['a']], link['a'])} from {labels(letters[pair['b']], link['b'])}"
                found.append((label, link["class"]))
                changes.update((label, d["type"], d["severity"]) for d in link["divergences"])
    assert sorted(found) == sorted((c.label, c.match.value) for c in case.cards)
    names = {divergence_name(kind): kind.value for kind in _kinds(case)}
    assert changes == Counter((c.label, names[d.name], d.severity.value) for c in case.cards for d in c.divergences)


def _kinds(case: Case) -> Iterator[Any]:
    for pair in case.analysis.pairs:
        for link in pair.links:
            yield from (d.type for d in link.divergences)
