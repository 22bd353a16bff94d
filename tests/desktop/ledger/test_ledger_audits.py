"""Credits, quotations and shared runs beside the ledger."""

from __future__ import annotations

from dataclasses import replace

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.divergence.turned import turned
from core.model import (
    Analysis,
    Article,
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Direction,
    Pair,
    QuotationRow,
    QuotationStatus,
    Role,
    Side,
    Span,
)
from desktop.models.audit_parts import AuditRow, Audits, AuditSection, Places, Sign, standing
from desktop.models.audits import audits
from desktop.models.facing import facing, seen_from, silence, takers
from desktop.session import Place


def with_pair(analysis: Analysis, pair: Pair) -> Analysis:
    return replace(analysis, pairs=tuple(pair if {p.a, p.b} == {pair.a, pair.b} else p for p in analysis.pairs))


def with_role(analysis: Analysis, article: str, role: Role) -> Analysis:
    return replace(analysis, articles=tuple(replace(a, role=role) if a.id == article else a for a in analysis.articles))


def row_of(section: AuditSection, title: str) -> AuditRow:
    return next(row for row in section.rows if title in row.title)


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def quoted_as(sample: Analysis, taken: Pair, *rows: QuotationRow) -> AuditSection:
    return audits(with_pair(sample, replace(taken, quotations=rows)), "a3").quotations


def test_a_missing_credit_stands_first_with_its_first_sentence(sample: Analysis) -> None:
    credit = audits(sample, "a3").credit
    assert (credit.note, credit.alarming) == ("not credited", True)
    assert credit.rows[0].title == "E is not credited"
    assert credit.rows[0].sign is Sign.HIGH
    assert "C 1" in credit.rows[0].lines[0].text
    assert credit.rows[0].place == Place("a3", "a5", 0)


def test_attributions_are_told_dropped_or_kept_each_with_its_place(sample: Analysis, taken: Pair) -> None:
    credit = audits(sample, "a3").credit
    dropped, kept = row_of(credit, "attributions dropped"), row_of(credit, "attributions kept")
    assert dropped.sign is Sign.MEDIUM
    assert kept.sign is Sign.KEPT
    told = {(line.text, line.label) for line in dropped.lines}
    assert {("“a U.S. official said”", "C 2"), ("“experts said”", "C 4"), ("“experts said”", "C 14")} <= told
    assert dropped.title == f"{len(dropped.lines)} attributions dropped"
    assert [line.label for line in kept.lines] == ["C 7", "C 8", "C 12"]
    for line in (*dropped.lines, *kept.lines):
        assert line.place is not None
        assert int(line.label.split()[1]) - 1 in taken.links[line.place.link].a


def test_a_credit_says_who_where_and_what_it_covers(sample: Analysis, taken: Pair) -> None:
    article = sample.article("a3")
    span = article.sentences[2].span
    covered = tuple(sorted({i for link in taken.links for i in link.a} - {0, 1}))
    detail = CreditDetail("Associated Press", span, 2, CreditPlace.AFTER, CreditStrength.TEXT, covered)
    given = replace(
        taken,
        credit=Credit(present=True, spans=(span,), names=("Associated Press",), covers=covered, details=(detail,)),
    )
    credit = audits(with_pair(sample, given), "a3").credit
    assert credit.note == "partly credited"
    row = row_of(credit, "Associated Press is credited")
    assert (row.label, row.sign) == ("C 3", Sign.KEPT)
    assert "after the first borrowed sentence" in row.lines[0].text
    assert f"It covers {len(covered)} of" in row.lines[0].text
    left_out = row_of(credit, "leaves some out")
    assert "C 1, C 2" in left_out.lines[0].text
    weak = replace(detail, strength=CreditStrength.NOTE)
    given = replace(given, credit=replace(given.credit, details=(weak,)))
    assert row_of(audits(with_pair(sample, given), "a3").credit, "is credited").sign is Sign.LOW


def test_licensed_reuse_is_shown_and_asks_for_nothing(sample: Analysis, taken: Pair) -> None:
    moved = replace(taken.quotations[0], status=QuotationStatus.MOVED, a=sample.article("a3").sentences[0].span)
    agreed = with_role(with_pair(sample, replace(taken, quotations=(moved,))), "a5", Role.LICENSED)
    found = audits(agreed, "a3")
    signs = {row.sign for section in found.sections for row in section.rows}
    assert signs <= {Sign.KEPT, Sign.LOW, None}
    assert (found.credit.note, found.credit.alarming) == ("agreed", False)
    assert "no credit is asked for" in row_of(found.credit, "agreed").lines[0].text
    assert found.runs.rows
    changed = row_of(found.credit, "Changed from the licensed text")
    assert "serious change" in changed.lines[0].text


def test_where_the_other_took_from_it_no_credit_is_asked(sample: Analysis, taken: Pair) -> None:
    found = audits(with_pair(sample, replace(taken, direction=Direction(Side.B))), "a3").credit
    assert found.note == "none asked for"
    assert "E likely derives from C" in row_of(found, "No credit").lines[0].text


def test_quotations_say_what_became_of_them_the_worst_first(sample: Analysis) -> None:
    section = audits(sample, "a3").quotations
    assert section.note == "E has 3 quotations, C uses 1"
    assert section.intro == ("2 more quotations only in C",)
    listed = [row for row in section.rows if row.lines and row.lines[0].letter == "E"]
    assert len(listed) == 3
    first = section.rows[0]
    assert (first.title, first.sign, first.label) == ("Marks and speaker lost", Sign.MEDIUM, "C 15 from E 22")
    assert [(line.letter, line.text) for line in first.lines[:2]] == [
        ("E", "“Their needs are matched perfectly now.”"),
        ("C", "needs align perfectly"),
    ]
    assert first.lines[2].text.startswith("Speaker in E: Nam Sung")
    assert first.place is not None
    assert first.place.link >= 0
    assert [row.label for row in section.rows if row.title == "Not used"] == ["E 14–15", "E 21"]
    new = [row for row in section.rows if row.title == "New, no source here"]
    assert [row.lines[0].text for row in new] == ["“juche”", "“self-reliance”"]


def test_each_status_has_words_and_a_sign(sample: Analysis, taken: Pair) -> None:
    own, other = sample.article("a3"), sample.article("a5")
    a, b = own.sentences[11].span, other.sentences[12].span
    name = span_of(other, "Nam Sung-wook")
    statuses = (QuotationStatus.KEPT, QuotationStatus.ALTERED, QuotationStatus.MOVED)
    made = [QuotationRow(status, a, b, None, name, "Why.") for status in statuses]
    rows = quoted_as(sample, taken, *made).rows
    assert [(row.title, row.sign) for row in rows] == [
        ("Given to another speaker", Sign.HIGH),
        ("Altered", Sign.MEDIUM),
        ("Kept", Sign.KEPT),
    ]
    assert all(row.label == "C 12 from E 13" for row in rows)
    assert [line.letter for line in rows[1].lines] == ["E", "C", ""]
    assert [line.letter for line in rows[2].lines] == ["E", ""]


def test_what_is_listed_is_what_is_counted(sample: Analysis, taken: Pair) -> None:
    own = sample.article("a3")
    new = [QuotationRow(QuotationStatus.NEW, own.sentences[i].span, None, None, None, "Only here.") for i in (11, 18)]
    section = quoted_as(sample, taken, *new)
    assert section.note == "E has no quotations, C has 2"
    assert [row.title for row in section.rows] == ["Not a quotation in E", "New, no source here"]


def test_a_quotation_that_is_prose_in_the_source_is_not_without_one(sample: Analysis, taken: Pair) -> None:
    own, other = sample.article("a3"), sample.article("a5")
    prose = QuotationRow(QuotationStatus.NEW, own.sentences[18].span, other.sentences[7].span, None, None, "Prose.")
    row = quoted_as(sample, taken, prose).rows[0]
    assert row.title == "Without marks in E"
    assert not row.lines[0].text.startswith("“")
    assert row.lines[-1].text == "The words stand as prose in E 8: the marks are new here."


def test_nobody_quoted_is_said(sample: Analysis, taken: Pair) -> None:
    assert "quotes anybody" in quoted_as(sample, taken).nothing


def test_shared_runs_have_their_place_and_their_sum(sample: Analysis) -> None:
    section = audits(sample, "a3").runs
    assert section.note == "8 runs, 36 words"
    land = row_of(section, "land link between the countries")
    assert land.label == "C 13, 5 words"
    assert land.sign is None
    assert row_of(section, "Sergei Shoigu").label == "C 7, name"
    assert section.rows[0].title == "land link between the countries"


def test_an_article_without_a_source_has_nothing_to_audit(sample: Analysis) -> None:
    for section in audits(sample, "a1").sections:
        assert not section.rows
        assert section.nothing


def test_a_pair_that_has_the_article_second_is_turned_and_audited(sample: Analysis, taken: Pair) -> None:
    links = tuple(turned(link) for link in taken.links)
    flipped = Pair("a5", "a3", links, direction=Direction(Side.UNKNOWN))
    others = tuple(p for p in sample.pairs if p is not taken)
    found = replace(sample, pairs=(*others, flipped), subject="a1")
    source = next(f for f in facing(found, "a3"))
    assert (source.source.pair.a, source.source.pair.b) == ("a3", "a5")
    assert source.place(3) == Place("a5", "a3", 3)
    assert not source.known
    quotations = audits(found, "a3").quotations
    assert quotations.note == "E has 3 quotations, C has 1"
    assert quotations.rows[0].title == "Without marks in C"
    assert quotations.rows[0].label == "C 15 and E 22"
    assert row_of(audits(found, "a3").credit, "attributions missing from C").sign is Sign.MEDIUM


def test_a_new_quotation_is_told_once_however_many_sources_there_are(sample: Analysis, taken: Pair) -> None:
    other = next(p for p in sample.pairs if (p.a, p.b) == ("a3", "a2"))
    link = replace(taken.links[0], b=(0,), pairs=((0, 0, taken.links[0].match),), alignment=(), divergences=())
    section = audits(with_pair(sample, replace(other, links=(link,))), "a3").quotations
    assert sum(row.title.startswith("New") and "juche" in row.lines[0].text for row in section.rows) == 1
    assert len(section.intro) == 2
    assert section.note == ""


def test_who_shows_what_a_source_keeps_silent_about(sample: Analysis, taken: Pair) -> None:
    assert takers(sample, "a5") == ("a3",)
    assert takers(sample, "a3") == ()
    unknown = with_pair(sample, replace(taken, direction=Direction(Side.UNKNOWN)))
    assert silence(unknown, "a5") == "What C shares with E is shown in C’s ledger."
    assert seen_from(sample, "a3") is sample
    assert seen_from(sample, "a5").subject == "a5"


def test_rows_are_read_out_and_places_found(sample: Analysis) -> None:
    found: Audits = audits(sample, "a3")
    spoken = found.quotations.rows[0].spoken
    assert spoken.startswith("Severity medium. Marks and speaker lost. C 15 from E 22")
    article = sample.article("a3")
    assert Places(article).of(None) == ()
    assert Places(article).of(Span(article.sentences[3].span.start, article.sentences[4].span.end)) == (3, 4)
    assert standing("E", (13, 14)) == "E 14–15"
    assert standing("E", ()) == ""


def test_what_is_settled_is_asked_for_no_more(sample: Analysis) -> None:
    pair = next(p for p in sample.pairs if (p.a, p.b) == ("a3", "a5"))
    keys = [FindingKey.of(sample, pair, link) for link in pair.links]
    settled = audits(sample, "a3", Review(dict.fromkeys(keys, Judgement(Verdict.DISMISS)))).credit
    assert (settled.note, settled.alarming) == ("none asked for", False)
    (line,) = row_of(settled, "No credit is asked for").lines
    assert line.text == "What C shares with E was judged acceptable or dismissed."
    demanded = audits(sample, "a3", Review({keys[0]: Judgement(Verdict.CREDIT)})).credit
    assert row_of(demanded, "An editor asks for a credit").sign is Sign.HIGH
    assert demanded.alarming
