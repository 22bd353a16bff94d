"""Anonymised reports: whatever an article is signed with, none of it stands in any format, and every offset holds."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import pairwise

import pypdf
import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.ingest import pasted
from core.model import AlignedWords, Analysis, Span, WordMatch
from core.pipeline import analyse
from core.report.anonymise import anonymised, cover
from core.report.findings_text import findings_html, findings_text
from core.report.formats import Format, rendered
from core.report.model import Report, build_report
from core.report.moved import Move, moved_alignment
from core.report.options import ReportOptions
from core.report.tables import csv_files

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
FIRST = ("Sam", "Rosa", "Ingrid", "Tomasz", "Lucia", "Desmond")
LAST = ("Hollis", "Delgado", "Varga", "Okonkwo", "Brightwater", "Lindqvist")
PAPERS = ("Evening Star", "Marlow Gazette", "Lakeside Courier", "Ferndale Tribune", "Whitby Herald")
AGENCIES = ("Northern Press Agency", "Eastern Coast News Agency", "Union Delta Press Service")
SEEDS = 16
HEADS = (
    "{what} to cost twice as much as planned",
    "Council backs plan for {what} after long debate",
    "Anger grows as {what} stays shut",
)
THINGS = ("swimming pool", "harbour bridge", "town library", "tram depot")


@dataclass(frozen=True)
class Signed:
    """Two articles and everything that they are signed with."""

    story: str
    wire: str
    secrets: tuple[str, ...]


def signed(seed: int) -> Signed:
    """Return a story made from a wire report, with the byline, outlet, agency and headline of a seed."""
    chance = random.Random(seed)  # noqa: S311 - the same articles each time, no secret
    writer, agent, editor = (f"{chance.choice(FIRST)} {last}" for last in chance.sample(LAST, 3))
    paper, agency, thing = chance.choice(PAPERS), chance.choice(AGENCIES), chance.choice(THINGS)
    short = "".join(word[0] for word in agency.split())
    told, head = (h.format(what=thing).capitalize() for h in chance.sample(HEADS, 2))
    byline = chance.choice(
        (f"By {writer}, {paper}", f"By {writer.upper()}", f"By {writer} and {editor}", f"{writer}, Staff Writer")
    )
    credit = chance.choice(
        (f"the {agency} reported", f"according to the {agency} ({short})", f"{writer} of the {paper} has learned")
    )
    close = chance.choice(
        (
            f"Reporting by {agent}; Editing by {editor}",
            f"{writer} is a reporter for the {paper}.",
            f"This story first appeared in the {paper}, https://www.{paper.lower().replace(' ', '')}.com/news/1.",
        )
    )
    body = (
        f"the council spent {chance.randint(2, 90)} million pounds on the {thing}, which closed in 2021 after "
        "engineers found cracks in its roof"
    )
    second = 'The mayor, Priya Nair, said on Friday: "We will not be the generation that lets it go."'
    third = f"A petition against the closure of the {thing} was signed by 8,400 people last spring."
    story = [told, byline, f"On Tuesday {body}, {credit}.", second, third, close]
    wire = [head, f"By {agent}, {agency}", f"LEEDS, March 4 ({short}) - On Tuesday {body}.", second, third]
    whole = "\n\n".join(story + wire)
    names = {writer, agent, editor, paper, agency, short, told, head, f"{paper.lower().replace(' ', '')}.com"}
    secrets = tuple(sorted(name for name in names if name.casefold() in whole.casefold()))
    return Signed("\n\n".join(story), "\n\n".join(wire), secrets)


@cache
def case_of(of: Signed) -> Analysis:
    """Return the comparison of both."""
    story, wire = (replace(pasted(text), path=f"/desk/{name}.txt") for name, text in (("s", of.story), ("w", of.wire)))
    return analyse([story, wire])


def judged(analysis: Analysis, note: str) -> Review:
    """Return a review with one note."""
    (pair,) = analysis.pairs
    return Review({FindingKey.of(analysis, pair, pair.links[0]): Judgement(Verdict.CREDIT, note, "Ana")})


def hidden(analysis: Analysis, review: Review, **options: object) -> Report:
    """Return the anonymised report with every part."""
    chosen = ReportOptions(full_texts=True, anonymise=True, **options)  # type: ignore[arg-type]
    return build_report(analysis, when=WHEN, options=chosen, review=review, case_title=analysis.articles[0].title)


def every_format(analysis: Analysis, review: Review, report: Report) -> dict[str, str]:
    """Return all that is readable in each form in which findings leave the program, metadata too."""
    pdf = pypdf.PdfReader(io.BytesIO(rendered(Format.PDF, analysis, report)))
    outline = str(list(pdf.outline)) + str(pdf.metadata) + str(pdf.xmp_metadata)
    if pdf.xmp_metadata is not None:
        outline += pdf.xmp_metadata.stream.get_data().decode()
    with zipfile.ZipFile(io.BytesIO(rendered(Format.DOCX, analysis, report))) as parts:
        docx = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    tables = csv_files(analysis, review, report)
    return {
        "pdf": "\n".join(page.extract_text() for page in pdf.pages) + outline,
        "docx": docx + re.sub(r"<[^>]+>", "", docx),
        "html": (html := rendered(Format.HTML, analysis, report).decode()) + re.sub(r"<[^>]+>", "", html),
        "json": rendered(Format.JSON, analysis, report).decode(),
        "csv": "".join(data.decode() for data in tables.values()),
        "text": findings_text(report),
        "copied": (copied := findings_html(report)) + re.sub(r"<[^>]+>", "", copied),
    }


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_that_an_article_is_signed_with_stands_in_any_format(seed: int) -> None:
    of = signed(seed)
    analysis = case_of(of)
    review = judged(analysis, "Ask them: " + "; ".join(of.secrets))
    for form, said in every_format(analysis, review, hidden(analysis, review)).items():
        plain = " ".join(said.split()).casefold()
        for secret in (*of.secrets, "s.txt", "/desk", *(a.document.sha256 for a in analysis.articles)):
            assert not re.search(rf"(?<!\w){re.escape(secret.casefold())}(?!\w)", plain), (form, secret)
        assert "priya nair" in plain or form in ("text", "copied")


@pytest.mark.parametrize("seed", range(SEEDS))
def test_offsets_hold_and_figures_stay(seed: int) -> None:
    analysis = case_of(signed(seed))
    covered = anonymised(analysis, cover(analysis))
    for before, now in zip(analysis.articles, covered.articles, strict=True):
        assert [s.kind for s in now.sentences] == [s.kind for s in before.sentences]
        assert [now.word_count(s) for s in now.sentences] == [before.word_count(s) for s in before.sentences]
        assert all(s.span.of(now.text).strip() == s.span.of(now.text) != "" for s in now.sentences)
        assert all(t.start < t.end for t in now.tokens)
        assert all(t.end <= u.start for t, u in pairwise(now.tokens))
        for old, new in zip(before.sentences, now.sentences, strict=True):
            if old.span.of(before.text) != new.span.of(now.text):
                assert re.search(r"Author|Outlet|\[", new.span.of(now.text))
    (pair,), (kept,) = covered.pairs, analysis.pairs
    a, b = covered.articles
    for link, plain in zip(pair.links, kept.links, strict=True):
        here = Span(a.sentences[link.a[0]].span.start, a.sentences[link.a[-1]].span.end)
        there = Span(b.sentences[link.b[0]].span.start, b.sentences[link.b[-1]].span.end)
        assert all(here.contains(x.a) and there.contains(x.b) for x in link.alignment)
        for words in link.alignment:
            if words.match is WordMatch.SAME:
                assert words.a.of(a.text).casefold() == words.b.of(b.text).casefold()
        assert (link.a, link.b, link.match, link.confidence) == (
            plain.a,
            plain.b,
            plain.match,
            plain.confidence,
        )
    told = json.loads(rendered(Format.JSON, analysis, hidden(analysis, Review())))
    usual = json.loads(rendered(Format.JSON, analysis, build_report(analysis, when=WHEN)))
    assert [x["scores"]["by_words"] for x in told["articles"]] == [x["scores"]["by_words"] for x in usual["articles"]]
    for article, old in zip(told["articles"], usual["articles"], strict=True):
        assert re.fullmatch(r"[0-9a-f]{64}", article["sha256"])
        assert article["sha256"] != old["sha256"]
        for sentence in article["sentences"]:
            assert article["text"][sentence["start"] : sentence["end"]].strip()


def test_names_are_the_same_in_all_articles_and_people_in_the_news_stay() -> None:
    story = (
        "Town to rebuild much-loved pool\n\nBy Sam Hollis, Evening Star\n\nCouncillors voted on Tuesday to spend £15.2 "
        "million on the pool, the Northern Press Agency (NPA) reported.\n\n"
        '"We will not be the generation that lets it go," Priya Nair told reporters after the vote.'
    )
    wire = (
        "Council backs plan for the pool\n\nBy Rosa Delgado, Northern Press Agency\n\nLEEDS, March 4 (NPA) - "
        "Councillors voted on Tuesday to spend £15.2 million on the pool.\n\n"
        '"We will not be the generation that lets it go," Priya Nair told reporters after the vote.'
    )
    analysis = case_of(Signed(story, wire, ()))
    a, b = anonymised(analysis, cover(analysis)).articles
    assert a.text.startswith("[headline of article A]\n\nBy Author 1, Outlet 1\n\nCouncillors voted")
    assert "the Outlet 2 (Outlet 2) reported" in a.text
    assert b.text.startswith("[headline of article B]\n\nBy Author 2, Outlet 2\n\nLEEDS, March 4 (Outlet 2) - Council")
    assert "Priya Nair told reporters" in a.text


def test_what_people_said_about_the_articles_is_covered_too() -> None:
    story = (
        "Pool reopens at last\n\nThe Lantern learned on Tuesday that the pool will open, Jo Marsh writes.\n\n"
        "Engineers found 32 cracks in the roof during an inspection in November 2021, and the building was shut."
    )
    analysis = case_of(Signed(story, story.replace("Pool", "Bath"), ()))
    review = Review()
    report = hidden(analysis, review, authors=("Jo Marsh and Al Poe",), outlets=("The Lantern",))
    for said in every_format(analysis, review, report).values():
        assert "Lantern" not in said
        assert "Jo Marsh" not in said


def test_a_headline_that_another_article_quotes_is_covered_there() -> None:
    head = "Bridge will stay shut until autumn"
    body = "Engineers found 32 cracks in the roof during an inspection in November 2021, and it was shut."
    analysis = case_of(Signed(f"{head}\n\n{body}", f"A day of news\n\nUnder “{head}” the story ran. {body}", ()))
    _, b = anonymised(analysis, cover(analysis)).articles
    assert "Under “[headline of article A]” the story ran." in b.text


def test_dates_places_and_lines_that_only_begin_like_a_byline_stay() -> None:
    body = "By Friday, the Council in New York had shut the bridge, and 300 people stood before it."
    analysis = case_of(Signed(f"A day of news\n\nBy Jane Roe, New York\n\n{body}", f"Other news\n\n{body}", ()))
    a, b = anonymised(analysis, cover(analysis)).articles
    assert body in a.text
    assert body in b.text
    assert "Jane Roe" not in a.text


def test_words_replaced_together_are_aligned_once() -> None:
    a = Move.of("by Evening Star now", ((Span(3, 15), "Outlet 1"),))
    b = Move.of("by Evening Star then", ((Span(3, 15), "Outlet 1"),))
    words = [(Span(0, 2), Span(0, 2)), (Span(3, 10), Span(3, 10)), (Span(11, 15), Span(11, 15))]
    moved = moved_alignment([AlignedWords(x, y, WordMatch.SAME) for x, y in words], a, b)
    assert [(x.a, x.b, x.match) for x in moved] == [
        (Span(0, 2), Span(0, 2), WordMatch.SAME),
        (Span(3, 11), Span(3, 11), WordMatch.SAME),
    ]
    assert a.span(Span(16, 19)).of(a.after) == "now"


def test_an_outlet_of_the_head_is_covered_by_its_short_name_too() -> None:
    story = (
        "Lighthouse keeper retires after forty years\n\nBy Ada Moreau\nThe Saltby Lantern Post\n3 May 2025\n\n"
        "Iris Boone has left the lighthouse at Gull Point after forty years of service and 14,600 nights.\n\n"
        '"I shall miss the fog more than the sun," Boone told the Post. The Post’s reporter met her on the stairs, '
        "and she sends the card by the Post Office.\n\n"
        "Her sister told the Brackwater Tribune that the house is cold, and told the Tribune that it is damp. "
        "A Saltby data service counted the ships."
    )
    wire = (
        "Keeper leaves Gull Point\n\nBy Tom Vane\nHarbour Review Quarterly\n2 May 2025\n\n"
        "Iris Boone has left the lighthouse at Gull Point after forty years of service and 14,600 nights.\n\n"
        '"I shall miss the fog more than the sun," Boone told Harbour Review on the stairs of the lighthouse.'
    )
    analysis = case_of(Signed(story, wire, ()))
    review = judged(analysis, "Ask the Post and the Tribune.")
    for form, said in every_format(analysis, review, hidden(analysis, review)).items():
        plain = " ".join(said.split())
        for secret in ("Lantern", "the Post’s", "the Post.", "the Post and", "Tribune", "Harbour Review", "Saltby"):
            assert secret.casefold() not in plain.casefold(), (form, secret)
    a, b = anonymised(analysis, cover(analysis)).articles
    assert "told the Outlet 2. The Outlet 2’s reporter" in a.text
    assert "by the Post Office" in a.text
    assert "told the Outlet 1 that the house is cold, and told the Outlet 1 that" in a.text
    assert "told Outlet 3 on the stairs" in b.text
