import re
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from types import SimpleNamespace

import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis, DivergenceType, Link, MatchClass, Severity, Side, WordMatch
from core.report.chosen_parts import Logo
from core.report.html import MOST_PAIRS, render_html
from core.report.html_drawing import drawing
from core.report.model import Report, build_report
from core.report.options import PART_NAMES, Marks, PageSize, ReportOptions
from core.report.parts import MarkedText, Run
from core.report.places import contents
from core.wording.marks import MarkKind
from tests.core.report.html_page import OURS, Page, flat, said_by

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
HOSTILE = (
    "<b>HTML</b> &amp; &lt; <script>alert(1)</script> </style></p><img src=x onerror=alert(2)>",
    "{{ 7 * 7 }} {% raw %} {# gone #} =SUM(A1:A9) \" ' ` javascript:alert(3)",
    "Controls \x00 \x07 \x1b \x7f \ufeff \ue000 \uffff \ud800 end",
    "Override \u202eabc\u202c and \u2066isolate\u2069 end",
    "W" * 10_000,
    "الرئيس قال إن الاجتماع سيعقد",
    "Faces \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 end",
)


def page_of(analysis: Analysis, options: ReportOptions | None = None, review: Review | None = None) -> Page:
    return Page(render_html(report_of(analysis, options, review)))


def report_of(analysis: Analysis, options: ReportOptions | None = None, review: Review | None = None) -> Report:
    return build_report(
        analysis,
        case_title="Bridge",
        prepared_by="Desk editor",
        when=WHEN,
        options=options or ReportOptions(full_texts=True),
        review=review or Review(),
    )


def without(*parts: str) -> ReportOptions:
    """Return options for everything but some parts."""
    return ReportOptions(**{part: part not in parts for part in PART_NAMES})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def judged(rewrite_case: Analysis) -> Review:
    """Two of the links judged, one of them with a note, and a third set by hand."""
    (pair,) = rewrite_case.pairs
    keys = [FindingKey.of(rewrite_case, pair, link) for link in pair.links]
    review = Review(set_by_hand={keys[2]: True})
    review = review.judged(keys[0], Judgement(Verdict.REWRITE, "Ask the desk.", "Ana", "2026-11-21T18:50:00+00:00"))
    return review.judged(keys[1], Judgement(Verdict.DISMISS, "", "Ana", "2026-11-21T18:51:00+00:00"))


@pytest.fixture(scope="module")
def large(make: SimpleNamespace, taken: list[Link], bridge: tuple[object, object]) -> Analysis:
    """Ten articles, too many for a matrix: the rewrite, its source, and others that share a fact or nothing."""
    rewrite, wire = bridge
    others = [make.article(f"o{n}", [f"Ferry number {n} sails again.", "Nothing else."]) for n in range(8)]
    pairs = [make.pair(rewrite, wire, taken)]
    pairs += [make.pair(rewrite, o, [make.link(rewrite, o, [5], [0], MatchClass.SAME_FACT)]) for o in others[:3]]
    case: Analysis = make.case([rewrite, wire, *others], pairs)
    return case


@pytest.fixture(scope="module")
def hostile(make: SimpleNamespace) -> Analysis:
    a = make.article("a", HOSTILE, title="Title <b>x</b> {{ 1 }} " + "X" * 300)
    b = make.article("b", HOSTILE[::-1], title="</title><script>alert(0)</script>", language='x" onclick="y')
    last = len(HOSTILE) - 1
    links = [make.link(a, b, [i], [last - i], MatchClass.VERBATIM) for i in range(len(HOSTILE))]
    case: Analysis = make.case([a, b], [make.pair(a, b, links)])
    return case


@pytest.fixture(
    params=["whole", "judged", "plain", "large", "hostile", "no link", "alone", "empty", "unknown direction", "nothing"]
)
def page(
    request: pytest.FixtureRequest,
    rewrite_case: Analysis,
    judged: Review,
    large: Analysis,
    hostile: Analysis,
    make: SimpleNamespace,
) -> Page:
    """Every kind of report there is."""
    a, b = rewrite_case.articles
    empty = make.article("n", [], title="Nothing")
    nothing = without(*PART_NAMES)
    made = {
        "whole": lambda: page_of(rewrite_case),
        "judged": lambda: page_of(rewrite_case, review=judged),
        "plain": lambda: page_of(rewrite_case, ReportOptions()),
        "large": lambda: page_of(large),
        "hostile": lambda: page_of(hostile),
        "no link": lambda: page_of(make.case([a, b], [make.pair(a, b)])),
        "alone": lambda: page_of(make.case([a])),
        "empty": lambda: page_of(make.case([empty, a], [make.pair(empty, a)])),
        "unknown direction": lambda: page_of(
            make.case([a, b], [make.pair(a, b, rewrite_case.pairs[0].links, derived=Side.UNKNOWN)])
        ),
        "nothing": lambda: page_of(rewrite_case, nothing),
    }
    return made[request.param]()


def test_it_asks_for_nothing_and_runs_nothing(page: Page) -> None:
    assert {tag for tag, _ in page.elements} <= OURS
    (policy,) = [m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert all(value.startswith("data:image/") for value in page.values("src"))
    assert all(value.startswith("#") for value in page.values("href"))
    assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on")}
    assert "url(" not in page.styles
    assert "@import" not in page.styles
    assert not page.values("srcset") + page.values("data") + page.values("action")


def test_every_place_is_there_once_and_every_link_leads_to_one(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.values("href")} <= set(ids)
    assert {name for value in page.values("aria-labelledby") for name in value.split()} <= set(ids)
    assert all(re.fullmatch(r"[A-Za-z][\w-]*", value) for value in ids)


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_whoever_hears_the_page_is_told_everything(page: Page) -> None:
    (html,) = page.all("html")
    assert html["lang"] == "en"
    assert len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    assert [nav["aria-label"] for nav in page.all("nav")] == ["Contents"]
    assert all(head["scope"] in ("col", "row") for head in page.all("th"))
    assert all(image["alt"] for image in page.all("img"))
    for picture in page.all("svg"):
        assert picture.get("aria-hidden") == "true" or (picture["role"] == "img" and picture["aria-labelledby"])
    assert all(attributes.get("aria-label") for attributes in page.with_class("bar"))
    assert all(attributes.get("aria-label") for attributes in page.with_class("scrolling"))
    assert page.with_class("skip")[0]["href"] == "#report"


def test_each_class_sign_and_severity_has_its_drawing(page: Page) -> None:
    drawn = {value for value in page.values("id") if value.startswith("glyph-")}
    assert {f"glyph-{match.value}" for match in MatchClass if match is not MatchClass.UNRELATED} <= drawn
    assert {f"glyph-{level.value}" for level in Severity} <= drawn
    assert {f"glyph-{verdict.value}" for verdict in Verdict} <= drawn


def test_the_page_says_what_the_model_says(rewrite_case: Analysis, large: Analysis, make: SimpleNamespace) -> None:
    stopped = make.case(rewrite_case.articles, rewrite_case.pairs, complete=False, notice="No encoder here.")
    for analysis in (rewrite_case, large, stopped):
        report = report_of(analysis)
        text = Page(render_html(report)).text
        missing = [said for said in map(flat, said_by(report)) if said not in text]
        assert missing == []
    assert any("stopped before its end" in notice for notice in report.notices)


def test_verdicts_notes_and_who_set_them_are_on_the_cards(rewrite_case: Analysis, judged: Review) -> None:
    text = page_of(rewrite_case, review=judged).text
    assert "Needs rewrite" in text
    assert "Note: Ask the desk. Ana, 21 Nov 2026, 18:50 UTC Strong match · Linked by meaning and wording" in text
    assert "Dismissed" in text
    assert "Linked by hand" in text
    assert "No verdict yet" in text
    assert "2 of 4 Findings judged" in text


def test_without_verdicts_each_card_says_how_sure_it_is(rewrite_case: Analysis) -> None:
    page = page_of(rewrite_case)
    assert "No verdict yet" not in page.text
    assert not page.with_class("card-foot")
    assert "Weak match · Linked by meaning and wording" in page.text


@pytest.mark.parametrize("left_out", [*PART_NAMES, *(tuple(PART_NAMES)[i : i + 2] for i in range(len(PART_NAMES) - 1))])
def test_parts_can_be_left_out(rewrite_case: Analysis, left_out: str | tuple[str, ...]) -> None:
    names = (left_out,) if isinstance(left_out, str) else left_out
    options = without(*names)
    report = report_of(rewrite_case, options)
    page = Page(render_html(report))
    there = set(page.values("id"))
    assert set(contents(report)) <= there
    assert ("scores" in there) is options.summary
    assert any(place.startswith("passage-") for place in there) is options.passages
    assert ("ledger" in there) is options.ledger
    assert ("overview" in there) is options.matrix
    assert ("omitted" in there) is options.omissions
    assert ("texts-1" in there) is options.full_texts
    assert {"files", "method", "limits", "settings"} <= there
    assert {value[1:] for value in page.values("href")} <= there


def test_the_contents_follow_the_page(rewrite_case: Analysis) -> None:
    report = report_of(rewrite_case)
    page = Page(render_html(report))
    places = [value for value in page.values("id") if value in contents(report)]
    assert places == list(contents(report))
    assert [value[1:] for value in page.values("href") if value[1:] in contents(report)] == places


def test_ledger_and_passages_lead_to_each_other(rewrite_case: Analysis) -> None:
    page = page_of(rewrite_case)
    assert {"#passage-B-1", "#passage-B-4", "#sentence-A-2"} <= set(page.values("href"))
    chips = [a["href"] for a in page.all("a") if "chip" in a.get("class", "").split()]
    assert chips == [f"#passage-B-{n}" for n in range(1, 5)]
    assert [a["href"] for a in page.with_class("to-ledger")] == [f"#sentence-A-{n}" for n in range(2, 6)]


def test_shared_facts_and_what_is_added_lead_to_the_ledger_and_back(large: Analysis) -> None:
    page = page_of(large)
    assert [value for value in page.values("id") if value.startswith("fact-")] == ["fact-1", "fact-2", "fact-3"]
    assert {"#fact-1", "#fact-2", "#fact-3", "#sentence-A-6", "#sentence-A-1"} <= set(page.values("href"))


def test_hostile_wording_is_shown_and_is_never_markup(hostile: Analysis) -> None:
    review = Review().judged(
        FindingKey.of(hostile, hostile.pairs[0], hostile.pairs[0].links[0]),
        Judgement(Verdict.CREDIT, "<i>note</i> \x00 \ud800", '"><script>by</script>', "<b>when</b>"),
    )
    report = build_report(
        hostile,
        case_title="</footer><script>\u202e",
        prepared_by='Desk\x00 "><script>x</script>',
        when=WHEN,
        options=ReportOptions(full_texts=True, outlet="{{ config }}"),
        review=review,
    )
    data = render_html(report)
    page = Page(data)
    assert {tag for tag, _ in page.elements} <= OURS
    text = page.text
    for words in ("<script>alert(1)</script>", "<b>HTML</b> &amp; &lt;", "onerror=alert(2)>", "<i>note</i>"):
        assert words in text
    for words in ("{{ 7 * 7 }} {% raw %} {# gone #}", "=SUM(A1:A9)", "{{ config }}", '"><script>by</script>'):
        assert words in text
    assert "Controls [U+0000] [U+0007] [U+001B] [U+007F] [U+FEFF] \ufffd \ufffd \ufffd end" in text
    assert "Override [U+202E]abc[U+202C] and [U+2066]isolate[U+2069] end" in text
    assert "W" * 10_000 in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", data.decode("utf-8"))
    assert not any("onclick" in attributes for _, attributes in page.elements)
    assert "overflow-wrap: anywhere" in page.styles


def test_other_languages_are_named_and_read_in_their_own_direction(make: SimpleNamespace) -> None:
    words = "الرئيس قال إن الاجتماع سيعقد في موسكو"
    a, b = make.article("a", [words], language="ar"), make.article("b", [words], language="??")
    link = make.link(a, b, [0], [0], MatchClass.VERBATIM, words=[(words, words, WordMatch.SAME)])
    page = page_of(make.case([a, b], [make.pair(a, b, [link])]))
    source, article = (x for x in page.with_class("reading") if x.get("dir") == "auto" and "rail" not in x["class"])
    assert "lang" not in source
    assert article["lang"] == "ar"
    assert set(page.values("lang")) == {"en", "ar"}
    assert page.all("h1")[0]["dir"] == "auto"


def test_aligned_words_light_each_other_up(rewrite_case: Analysis) -> None:
    report = report_of(rewrite_case)
    page = Page(render_html(report))
    cards = [card for section in report.sections for card in section.cards]
    for card in cards:
        here, there = ({run.pair for run in side.runs} - {0} for side in (card.article, card.source))
        assert here == there
    most = max(run.pair for card in cards for run in card.article.runs)
    assert most
    assert f'.card:has([data-w="{most}"]:hover) [data-w="{most}"]' in page.styles
    assert f'[data-w="{most + 1}"]' not in page.styles
    assert sorted(page.values("data-w")) == sorted(
        str(run.pair) for card in cards for side in (card.article, card.source) for run in side.runs if run.pair
    )


def test_the_rules_for_aligned_words_do_not_grow_without_end(rewrite_case: Analysis) -> None:
    report = report_of(rewrite_case)
    (section,) = report.sections
    runs = tuple(Run(MarkKind.SAME, f"word{n} ", n) for n in range(1, MOST_PAIRS + 100))
    card = replace(section.cards[0], article=MarkedText(runs, "en"), source=MarkedText(runs, "en"))
    page = Page(render_html(replace(report, sections=(replace(section, cards=(card,)),))))
    assert max(map(int, page.values("data-w"))) == MOST_PAIRS
    assert f'[data-w="{MOST_PAIRS + 1}"]' not in page.styles
    assert f"word{MOST_PAIRS + 99}" in page.text


def test_word_marks_are_told_apart_by_more_than_colour(make: SimpleNamespace) -> None:
    a, b = make.article("a", ["Shells, brackets, and so on."]), make.article("b", ["Shells, rockets, and so forth."])
    link = make.link(
        a,
        b,
        [0],
        [0],
        words=[("Shells", "Shells", WordMatch.SAME), ("brackets", "rockets", WordMatch.CHANGED)],
        changes=[(DivergenceType.WRONG_WORD, "brackets", "rockets", Severity.HIGH)],
    )
    page = page_of(make.case([a, b], [make.pair(a, b, [link])]))
    assert {"b", "ins", "del", "mark"} <= {tag for tag, _ in page.elements}
    assert "High: Wrong word rockets → brackets" in page.text
    for kind in MarkKind:
        assert kind is MarkKind.PLAIN or f".w-{kind.value} {{" in page.styles


def test_equal_reports_give_equal_bytes(rewrite_case: Analysis, judged: Review) -> None:
    first, again = (render_html(report_of(rewrite_case, review=judged)) for _ in range(2))
    assert first == again
    assert first.startswith(b"<!DOCTYPE html>\n<html lang=")
    assert first.endswith(b"</html>\n")


def test_an_anonymised_page_holds_no_title_or_file(rewrite_case: Analysis) -> None:
    data = render_html(
        report_of(rewrite_case, ReportOptions(anonymise=True, ledger=False, passages=False, omissions=False))
    )
    page = Page(data)
    assert b"Harbor Bridge Repairs" not in data
    assert "c.txt" not in page.text
    assert "case “Bridge”" not in page.text
    assert "Article A" in page.text


def test_sheet_marks_and_logo_are_the_editors_choice(rewrite_case: Analysis) -> None:
    usual = report_of(rewrite_case)
    page = Page(render_html(usual))
    assert "size: A4;" in page.styles
    assert "For greyscale" not in page.styles
    assert [image["alt"] for image in page.all("img")] == ["Cognate"]
    logo = Logo("png", b"\x89PNG", 'The "Herald"')
    page = Page(render_html(replace(usual, page=PageSize.LETTER, marks=Marks.UNDERLINE, logo=logo)))
    assert "size: letter;" in page.styles
    assert "For greyscale" in page.styles
    assert [(image["alt"], image["src"]) for image in page.all("img")] == [
        ('The "Herald"', "data:image/png;base64,iVBORw==")
    ]


def test_the_statement_fills_its_lines_on_a_narrow_screen(rewrite_case: Analysis) -> None:
    narrow = page_of(rewrite_case).styles.split("@media screen and (max-width: 720px)", 1)[1]
    assert "text-wrap: wrap" in narrow.split("\n}", 1)[0]


def test_colours_come_from_the_themes_for_light_and_dark(rewrite_case: Analysis) -> None:
    styles = page_of(rewrite_case).styles
    light, dark = styles.split("(prefers-color-scheme: dark)", 1)
    assert "--verbatim-ink:#9E1F0B;" in light
    assert "--verbatim-ink:#FF9A86;" in dark
    assert "@media screen and " in light  # what is printed is always light


def test_the_drawing_shows_who_gave_what_to_whom(
    make: SimpleNamespace, rewrite_case: Analysis, large: Analysis
) -> None:
    a, b = rewrite_case.articles
    apart = make.article("x", ["The council met."])
    report = report_of(make.case([a, b, apart], [*rewrite_case.pairs, make.pair(a, apart), make.pair(b, apart)]))
    drawn = drawing(report.matrix)
    assert drawn is not None
    assert [letter for letter, _ in drawn.letters] == ["A", "B", "C"]
    (line,) = drawn.lines
    assert line.label.endswith("% of A")
    assert len(line.points.split()) == 7
    assert drawn.legend == ("Arrow: taken over, as wide as the share",)
    assert drawing(report_of(large).matrix) is None
    assert drawing(report_of(rewrite_case).matrix) is None
    assert drawing(None) is None
    page = Page(render_html(report))
    assert report.matrix is not None
    assert report.matrix.drawn in page.text
