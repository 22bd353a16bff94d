"""What became of each quotation between an article and its sources, as rows.

Pure. The status of a quotation is the engine's; here it gets words, an order, and the place where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.model import Article, QuotationRow, QuotationStatus, Severity, Span
from core.report.phrases import closed, flat, shorten
from core.report.quotations import GRAVE, ORDER, told
from desktop.language import tr
from desktop.models.audit_parts import AuditLine, AuditRow, AuditSection, Places, Sign, standing
from desktop.models.facing import Facing
from desktop.plain import harmless

_LONGEST, _LONGEST_SPEAKER = 220, 60


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both articles of a table: the one whose ledger is shown, and a source."""

    own: Article
    letter: str
    facing: Facing
    own_places: Places
    other_places: Places
    own_links: Mapping[int, Sequence[int]]
    other_links: Mapping[int, Sequence[int]]
    taken: Mapping[int, Sequence[int]]
    """The derived links by the article's sentences."""

    @property
    def other(self) -> str:
        """Return the source's letter."""
        return self.facing.source.letter


def quotation_section(own: Article, letter: str, sources: Sequence[Facing]) -> AuditSection:
    """Return the audit of the quotations between an article and its sources, what went wrong first."""
    places = Places(own)
    sides = [_sides(own, letter, f, places) for f in sources]
    found = [(row, side) for side in sides for row in side.facing.source.pair.quotations]
    rows = [_row(row, side) for row, side in sorted(_once(found), key=lambda x: ORDER.index(x[0].status))]
    counts = tuple(_count(side) for side in sides)
    nothing = (
        tr("Neither {letter} nor a source of it quotes anybody.").format(letter=letter)
        if sides
        else tr("{letter} has no source here.").format(letter=letter)
    )
    if not rows:
        return AuditSection(tr("Quotation audit"), nothing=nothing)
    if len(counts) > 1:
        return AuditSection(tr("Quotation audit"), "", tuple(rows), counts)
    return AuditSection(tr("Quotation audit"), counts[0], tuple(rows), _own_count(sides[0]))


def _sides(own: Article, letter: str, source: Facing, places: Places) -> _Sides:
    links = source.source.pair.links
    by_own, by_other = _by_sentence(link.a for link in links), _by_sentence(link.b for link in links)
    taken = _by_sentence(link.a for link in links if link.match.derived)
    return _Sides(own, letter, source, places, Places(source.source.article), by_own, by_other, taken)


def _once(found: Sequence[tuple[QuotationRow, _Sides]]) -> Iterator[tuple[QuotationRow, _Sides]]:
    """Yield each row, a quotation that no source has only once: it is new where it is new against all of them."""
    known = {row.a for row, _ in found if row.status is not QuotationStatus.NEW}
    for row, side in found:
        if row.status is QuotationStatus.NEW:
            if row.a in known:
                continue
            known.add(row.a)
        yield row, side


def _row(row: QuotationRow, sides: _Sides) -> AuditRow:
    here = standing(sides.letter, sides.own_places.of(row.a))
    there = standing(sides.other, sides.other_places.of(row.b))
    both = tr("{here} from {there}") if sides.facing.known else tr("{here} and {there}")
    sign = _sign(row.status)
    if sides.facing.source.licensed and sign in (Sign.HIGH, Sign.MEDIUM):
        sign = Sign.LOW  # what was agreed asks for nothing
    return AuditRow(
        title=_title(row, sides),
        label=both.format(here=here, there=there) if here and there else here or there,
        sign=sign,
        lines=tuple(_lines(row, sides)),
        place=sides.facing.place(_link(row, sides)),
    )


def _sign(status: QuotationStatus) -> Sign:
    """Return how grave it is, as the report has it."""
    if status is QuotationStatus.KEPT:
        return Sign.KEPT
    return Sign(GRAVE.get(status, Severity.LOW))


def _title(row: QuotationRow, sides: _Sides) -> str:
    known = sides.facing.known
    if row.status is QuotationStatus.NEW:
        return _new_title(row, sides)
    if row.status is QuotationStatus.UNQUOTED:
        lost = tr("Marks and speaker lost") if row.speaker_b and not row.speaker_a else tr("Marks lost")
        return lost if known else tr("Without marks in {letter}").format(letter=sides.letter)
    titles = {
        QuotationStatus.KEPT: (tr("Kept"), tr("The same in both")),
        QuotationStatus.ALTERED: (tr("Altered"), tr("Differs")),
        QuotationStatus.MOVED: (tr("Given to another speaker"), tr("Given to another speaker")),
        QuotationStatus.DROPPED: (tr("Not used"), tr("Only in {other}").format(other=sides.other)),
    }
    return titles[row.status][0 if known else 1]


def _new_title(row: QuotationRow, sides: _Sides) -> str:
    """Return what a quotation is called that the source has not: “no source” only where its sentence has none."""
    if row.b is not None:
        return tr("Without marks in {other}").format(other=sides.other)
    sourced = any(sides.taken.get(i) for i in sides.own_places.of(row.a))
    return tr("Not a quotation in {other}").format(other=sides.other) if sourced else tr("New, no source here")


def _lines(row: QuotationRow, sides: _Sides) -> Iterator[AuditLine]:
    """Yield both wordings, the source's first, then the speakers and what that means."""
    source = sides.facing.source.article
    if row.b is not None:
        marked = row.status is not QuotationStatus.NEW
        yield AuditLine(_wording(row.b, source, marked=marked), sides.other)
    if row.a is not None and row.status is not QuotationStatus.KEPT:
        marked = row.status is not QuotationStatus.UNQUOTED
        yield AuditLine(_wording(row.a, sides.own, marked=marked), sides.letter)
    parts = [_speakers(row, sides)]
    only_here = row.status is QuotationStatus.NEW and row.b is None
    if row.status not in (QuotationStatus.DROPPED, QuotationStatus.KEPT) and not only_here:
        parts.append(harmless(told(row, source, sides.other)))
    text = " ".join(part for part in parts if part)
    if text:
        yield AuditLine(text)


def _speakers(row: QuotationRow, sides: _Sides) -> str:
    there = _speaker(row.speaker_b, sides.facing.source.article)
    here = _speaker(row.speaker_a, sides.own)
    if there and there == here:
        return tr("Speaker in both: {there}.").format(there=there)
    parts = [
        tr("Speaker in {letter}: {name}.").format(letter=letter, name=name)
        for letter, name in ((sides.other, there), (sides.letter, here))
        if name
    ]
    return " ".join(parts)


def _wording(span: Span, article: Article, *, marked: bool) -> str:
    words = shorten(flat(harmless(span.of(article.text))).rstrip(","), _LONGEST)
    return closed(f"“{words}”" if marked else words)


def _speaker(span: Span | None, article: Article) -> str:
    return closed(shorten(harmless(span.of(article.text)), _LONGEST_SPEAKER)) if span else ""


def _link(row: QuotationRow, sides: _Sides) -> int:
    """Return the link that holds both sides of the row, else one that holds either; −1 where none does."""
    here = {n for i in sides.own_places.of(row.a) for n in sides.own_links.get(i, ())}
    there = {n for i in sides.other_places.of(row.b) for n in sides.other_links.get(i, ())}
    return min(here & there or here or there, default=-1)


def _by_sentence(groups: Iterable[Sequence[int]]) -> Mapping[int, tuple[int, ...]]:
    """Return by sentence the numbers of the groups that hold it."""
    found: dict[int, tuple[int, ...]] = {}
    for number, group in enumerate(groups):
        for sentence in group:
            found[sentence] = (*found.get(sentence, ()), number)
    return found


def _count(sides: _Sides) -> str:
    """Return how many quotations of the source are listed, and how many of them the article has in some way."""
    theirs, own = _parted(sides)
    if not theirs:
        return tr("{other} has no quotations, {letter} has {own}").format(
            other=sides.other, letter=sides.letter, own=len(own)
        )
    used = sum(row.a is not None for row in theirs)
    both = (
        tr("{other} has {n} quotation(s), {letter} uses {used}", "", len(theirs))
        if sides.facing.known
        else tr("{other} has {n} quotation(s), {letter} has {used}", "", len(theirs))
    )
    return both.format(other=sides.other, letter=sides.letter, used=used)


def _own_count(sides: _Sides) -> tuple[str, ...]:
    """Return how many more quotations the article has of its own, where that is not said yet."""
    theirs, own = _parted(sides)
    if not theirs or not own:
        return ()
    return (tr("{n} more quotation(s) only in {letter}", "", len(own)).format(letter=sides.letter),)


def _parted(sides: _Sides) -> tuple[list[QuotationRow], list[QuotationRow]]:
    """Return the rows of the source's quotations, and those of the article's own."""
    rows = sides.facing.source.pair.quotations
    new = QuotationStatus.NEW
    return [row for row in rows if row.status is not new], [row for row in rows if row.status is new]
