"""Five hundred articles that mean harm, in pairs, through every export: none fails, and all that they say stays text.

Fifty articles make a case, so that ten cases do; one more, of five articles, has their texts in full. In seven formats
(PDF, page, Word, tables, JSON, and text and HTML for an e-mail) that is 77 exports.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html.parser import HTMLParser
from types import SimpleNamespace

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis, Article, Credit, DivergenceType, Finding, MatchClass, Severity, Side, Span, WordMatch
from core.report.anonymise import anonymised, cover
from core.report.findings_text import findings_html, findings_text
from core.report.formats import Format, rendered
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.tables import csv_files

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
CASES, ARTICLES, SENTENCES = 10, 50, 3
FEW = 5
READ_AGAIN = (0, 5, CASES)
"""The cases whose PDF is read again word for word, which takes longer than to make it."""
_SELDOM = 0.95
HOSTILE = (
    (
        '#eval("1")',
        "#panic()",
        "*bold*",
        "$x^2$",
        "`raw`",
        "@ref",
        "<label>",
        "//",
        "/*",
        "#{",
        "]",
        "\\u{41}",
        "#import",
    ),
    ("<b>x</b>", "<script>alert(1)</script>", "&amp;", "</td></tr>", "<img src=x onerror=alert(1)>", "]]>", "<!--"),
    (
        "{{ 7*7 }}",
        "{% raw %}",
        "${7*7}",
        "%s",
        "</style>",
        "</svg>",
        "javascript:alert(1)",
        "'\"><svg onload=alert(1)>",
    ),
    ("=SUM(A1:A9)", "+1", "-2", "@SUM(1)", ";=1", "\t=1", "\r\n=cmd|' /C calc'!A0", '"=1', "＝1"),
    ("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff", "\ue000", "\x0b"),
    ("\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "e" + "\u0301" * 40),
    ("\u202eabc\u202c", "\u2066abc", "\u200fabc", "الرئيس قال", "שלום", "\u061c"),
    ("\ud800", "\udfff", "\udc80x"),
    ("平壤领导人", "प्रधानमंत्री", "\U00012000", "ไทย", "ﷺ"),
    ("W" * 10_000, "=" * 200, "<" * 300),
)
PLAIN = ("council", "harbor", "bridge", "said", "engineers", "twelve", "Monday", "repairs", "the", "of")
EMAIL = {"div", "p", "ul", "li"}


class Seen(HTMLParser):
    """Elements and attributes of a page, and all of its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.names: set[str] = set()
        self.addresses: set[str] = set()
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name.endswith(("href", "src", "action"))}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data[:40]}")


@dataclass(frozen=True)
class Made:
    """A case, its report, and what marks each sentence that every export must show."""

    analysis: Analysis
    review: Review
    report: Report
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Usual:
    """What a report has by itself: elements of a page, fields and addresses of a Word document."""

    elements: frozenset[str]
    fields: frozenset[str]


def hostile(chance: random.Random, mark: str) -> str:
    """Return a sentence with a word of its own, of one or two kinds of harm, which may come first."""
    kinds = chance.sample(HOSTILE, chance.choice((1, 1, 2)))
    # The longest words are rare, as a page of one of them takes as long as thirty others.
    if HOSTILE[-1] in kinds and chance.random() < _SELDOM:
        kinds = [HOSTILE[0]]
    words = [chance.choice(PLAIN) for _ in range(4)] + [chance.choice(kind) for kind in kinds for _ in range(2)]
    chance.shuffle(words)
    return " ".join([*words, mark]) + chance.choice((".", "", "!"))


def harmless(chance: random.Random, mark: str) -> str:
    return " ".join([*(chance.choice(PLAIN) for _ in range(6)), mark]) + "."


def case_of(make: SimpleNamespace, number: int, *, harm: bool = True) -> Made:
    """Return a case by its number; the last one is small and has its texts in full, and one has no names."""
    chance = random.Random(number)  # noqa: S311 - a sequence that repeats itself is wanted
    say = hostile if harm else harmless
    size = FEW if number == CASES else ARTICLES
    articles = [article(make, chance, number, place, harm=harm) for place in range(size)]
    subject, *others = articles
    pairs = [pair(make, chance, subject, other, number) for other in others]
    analysis = make.case(articles, pairs)
    linked = [(p, link) for p in analysis.pairs for link in p.links]
    judged = {
        FindingKey.of(analysis, p, link): Judgement(
            chance.choice(list(Verdict)), say(chance, "note"), say(chance, "by")
        )
        for p, link in linked[::3]
    }
    review = Review(judged, {FindingKey.of(analysis, *linked[0]): True})
    options = ReportOptions(
        full_texts=number == CASES, anonymise=number == 1, prepared_by=say(chance, "who"), outlet=say(chance, "where")
    )
    report = build_report(analysis, case_title=say(chance, "case"), when=WHEN, options=options, review=review)
    marks = tuple(f"mark{number}x{place}x{i}" for place in range(1, size) for i in linked_in(place))
    return Made(analysis, review, report, marks)


def linked_in(place: int) -> Sequence[int]:
    """Return the sentences of an article that are linked."""
    return (0,) if place % 2 else (0, 1)


def article(make: SimpleNamespace, chance: random.Random, number: int, place: int, *, harm: bool) -> Article:
    say = hostile if harm else harmless
    size = ARTICLES if place == 0 else SENTENCES
    sentences = [say(chance, f"mark{number}x{place}x{i}") for i in range(size)]
    finding = Finding("hidden-text", Span(0, 1), say(chance, "why"))
    made: Article = make.article(f"a{place}", sentences, title=say(chance, "title"), findings=(finding,))
    language = chance.choice(("en", "", "x<", "de", 'en"')) if harm else "en"
    document = replace(made.document, path=f"/desk/{say(chance, 'file')[:300]}")
    return replace(made, document=document, language=language)


def pair(make: SimpleNamespace, chance: random.Random, a: Article, b: Article, number: int) -> object:
    place = int(b.id[1:])
    match = chance.choice([m for m in MatchClass if m.derived])
    links = []
    for i in linked_in(place):
        here, there = f"mark{number}x0x{place if i == 0 else 0}", f"mark{number}x{place}x{i}"
        sentence = place if i == 0 else 0
        links.append(
            make.link(
                a, b, [sentence], [i], match,
                confidence=chance.random(),
                words=[(here, there, chance.choice(list(WordMatch)))],
                changes=[(chance.choice(list(DivergenceType)), here, there, chance.choice(list(Severity)))],
            )
        )  # fmt: skip
    credit = Credit(present=True, names=(chance.choice(b.title.split() or ["x"]),))
    derived = chance.choice(list(Side))
    return make.pair(a, b, links, derived=derived, credit=credit if place % 5 == 0 else None)


@pytest.fixture(scope="module")
def usual(make: SimpleNamespace) -> Usual:
    """What cases that mean no harm are made of, a large one and one with its texts in full."""
    cases = [case_of(make, number, harm=False) for number in (0, CASES)]
    pages = [Seen(rendered(Format.HTML, case.analysis, case.report).decode()) for case in cases]
    words = [fields(rendered(Format.DOCX, case.analysis, case.report)) for case in cases]
    return Usual(
        frozenset().union(*(page.elements for page in pages)),
        frozenset().union(*words),
    )


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def cells_of(files: dict[str, bytes]) -> Iterator[str]:
    for data in files.values():
        head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        for row in rows:
            assert len(row) == len(head)
            yield from row


def fields(document: bytes) -> frozenset[str]:
    """Return the field codes of a Word document, and the addresses that it leads to."""
    opened = docx.Document(io.BytesIO(document))
    codes = {(e.text or "").strip() for e in opened.element.body.iter(qn("w:instrText"))}
    return frozenset(codes | {r.target_ref for r in opened.part.rels.values() if r.is_external})


@pytest.mark.parametrize("number", range(CASES + 1))
def test_no_export_fails_and_all_that_articles_say_stays_text(make: SimpleNamespace, usual: Usual, number: int) -> None:
    made = case_of(make, number)
    analysis, report = made.analysis, made.report

    pages = pypdf.PdfReader(io.BytesIO(rendered(Format.PDF, analysis, report))).pages
    assert len(pages) > FEW
    if number in READ_AGAIN:
        printed = squeezed(" ".join(page.extract_text() for page in pages))
        assert [mark for mark in made.marks if mark not in printed] == []

    page = Seen(rendered(Format.HTML, analysis, report).decode())
    assert page.elements <= usual.elements
    assert not any(name.startswith("on") for name in page.names)
    assert all(address.startswith(("#", "data:image/svg+xml", "data:image/png")) for address in page.addresses)
    assert [mark for mark in made.marks if mark not in squeezed("".join(page.words))] == []

    word = rendered(Format.DOCX, analysis, report)
    shown = squeezed("".join(e.text or "" for e in docx.Document(io.BytesIO(word)).element.body.iter(qn("w:t"))))
    assert [mark for mark in made.marks if mark not in shown] == []
    assert fields(word) <= usual.fields

    cells = list(cells_of(csv_files(analysis, made.review, report)))
    assert [c for c in cells if c.lstrip(" \"'“”").startswith(tuple("=+-@＝")) and not c.startswith("'")] == []
    assert not any(c in "\r\n\t\x00\x1b" for cell in cells for c in cell)
    assert all(mark in " ".join(cells) for mark in made.marks)

    told = json.loads(rendered(Format.JSON, analysis, report))
    shown_as = anonymised(analysis, cover(analysis)) if report.anonymised else analysis
    assert [x["text"] for x in told["articles"]] == [a.text for a in shown_as.articles]

    note = Seen(findings_html(report))
    assert note.elements == EMAIL
    findings_text(report).encode("utf-8")
