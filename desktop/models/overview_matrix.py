"""Who took how much from whom, as cells: a row is the article that was made, a column where its words come from.

Pure. A pair counts once: of its two cells one carries the share, the other only says so.
Where the texts do not tell which came first, the pair's first article, the one under review, stands as the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from core.model import Analysis, Article, MatchClass, Pair, Role, Side, article_letter
from core.report.in_common import Commons
from core.report.phrases import percent_text
from core.report.shares import percents
from desktop.language import tr, tr_noop
from desktop.plain import harmless
from desktop.terms import class_said


class CellKind(Enum):
    """What a cell says."""

    ITSELF = "itself"
    WAITING = "waiting"
    """Its pair is being compared."""
    MISSING = "missing"
    """Its pair was not compared."""
    NONE = "none"
    FACTS = "facts"
    TAKEN = "taken"
    """The row's article has words from the column's."""
    GIVEN = "given"
    """The column's article has words from the row's: its own cell says how many."""


_STATES = {
    CellKind.NONE: tr_noop("no match"),
    CellKind.WAITING: tr_noop("comparing"),
    CellKind.MISSING: tr_noop("not compared"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has from another."""

    kind: CellKind
    row: str
    column: str
    letters: tuple[str, str]
    share: float = 0.0
    """Of the row's words."""
    whole: int | None = None
    """The percentage that other figures print for the same words, where there are such."""
    shares: tuple[tuple[MatchClass, float], ...] = ()
    sentences: int = 0
    """Of the row's article, that have a counterpart."""
    facts: int = 0
    known: bool = True
    """Whether the texts tell which of the two came first."""
    licensed: bool = False
    strongest: bool = False

    @property
    def figure(self) -> str:
        """Return what stands large in the cell."""
        match self.kind:
            case CellKind.GIVEN:
                return (tr("used by {letter}") if self.known else tr("shared with {letter}")).format(
                    letter=self.letters[1]
                )
            case CellKind.TAKEN | CellKind.FACTS | CellKind.NONE:
                return percent_text(self.share, self.whole)
            case _:
                return ""

    @property
    def detail(self) -> str:
        """Return what stands small in the cell."""
        if self.kind is CellKind.TAKEN and not self.known:
            return tr("{sentences:,} in common").format(sentences=self.sentences)
        if self.kind in (CellKind.TAKEN, CellKind.GIVEN):
            return tr("{n} sentence(s)", "", self.sentences)
        return (
            tr("{n} shared fact(s)", "", self.facts)
            if self.kind is CellKind.FACTS
            else tr(_STATES[self.kind])
            if self.kind in _STATES
            else ""
        )

    @property
    def main(self) -> MatchClass:
        """Return the class that most of the words are in."""
        if self.kind is CellKind.FACTS:
            return MatchClass.SAME_FACT
        return max(self.shares, key=lambda part: part[1], default=(MatchClass.NO_SOURCE, 0.0))[0]


@dataclass(frozen=True, slots=True)
class Head:
    """An article as it stands beside a row or over a column."""

    id: str
    letter: str
    title: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells, row by row."""

    heads: tuple[Head, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = field(default=())


def overview_matrix(articles: Sequence[Article], analysis: Analysis | None, *, comparing: bool) -> Matrix:
    """Return the cells of a case as it stands; pairs that are not there yet are waited for or missing."""
    letters = {article.id: article_letter(n) for n, article in enumerate(articles)}
    heads = tuple(Head(a.id, letters[a.id], harmless(a.title)) for a in articles)
    pairs = {frozenset((p.a, p.b)): p for p in analysis.pairs} if analysis else {}
    facts = _Facts(analysis) if analysis else None
    unknown = CellKind.WAITING if comparing else CellKind.MISSING
    rows: list[list[Cell]] = []
    for one in articles:
        row: list[Cell] = []
        for other in articles:
            blank = Cell(unknown, one.id, other.id, (letters[one.id], letters[other.id]))
            pair = pairs.get(frozenset((one.id, other.id)))
            if one.id == other.id:
                row.append(replace(blank, kind=CellKind.ITSELF))
            elif pair is None or facts is None:
                row.append(blank)
            else:
                row.append(facts.cell(blank, pair))
        rows.append(row)
    return Matrix(heads, _with_strongest(rows))


def _with_strongest(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    most = max((cell.share for row in rows for cell in row), default=0.0)
    best = next((cell for row in rows for cell in row if cell.share == most > 0), None)
    return tuple(tuple(replace(cell, strongest=True) if cell is best else cell for cell in row) for row in rows)


class _Facts:
    """An analysis, looked up by article."""

    def __init__(self, analysis: Analysis) -> None:
        self._articles = {a.id: a for a in analysis.articles}
        self._commons = Commons(analysis)
        self._analysis = analysis

    def cell(self, blank: Cell, pair: Pair) -> Cell:
        """Return the cell of two articles that were compared."""
        facts = sum(link.match is MatchClass.SAME_FACT for link in pair.links)
        article = self._articles[blank.row]
        licensed = Role.LICENSED in (article.role, self._articles[blank.column].role)
        if not pair.derived_links:
            kind = CellKind.FACTS if facts else CellKind.NONE
            return replace(blank, kind=kind, facts=facts, licensed=licensed and facts > 0)
        found = self._commons.of(pair, article.id)
        own = Side.A if pair.a == article.id else Side.B
        derived = pair.direction.derived
        known = derived is not Side.UNKNOWN
        later = derived is own if known else own is Side.A
        if not later:
            return replace(
                blank, kind=CellKind.GIVEN, sentences=found.sentences, facts=facts, known=known, licensed=licensed
            )
        return replace(
            blank,
            kind=CellKind.TAKEN,
            share=found.share,
            whole=percents(self._analysis.ledger(article.id).scores).whole(found.share),
            shares=found.shares,
            sentences=found.sentences,
            facts=facts,
            known=known,
            licensed=licensed,
        )


def spoken(cell: Cell) -> str:
    """Return a cell as one sentence, for screen readers and tooltips."""
    row, column = cell.letters
    if cell.kind is CellKind.ITSELF:
        return tr("{row} itself").format(row=row)
    licence = [tr("licensed")] if cell.licensed else []
    facts = [tr("{n} shared fact(s)", "", cell.facts)] if cell.facts else []
    if cell.kind is CellKind.GIVEN:
        said = tr("{row} is used by {column}") if cell.known else tr("{row} shares its content with {column}")
        size = tr("{n} sentence(s) of {row}", "", cell.sentences)
        return ", ".join([said, size, *licence]).format(row=row, column=column)
    if cell.kind is not CellKind.TAKEN:
        what = ", ".join([tr("no words"), *facts, *licence]) if cell.facts else cell.detail
        return tr("{row} from {column}: {what}").format(row=row, column=column, what=what)
    main = tr("mostly {match}") if len(cell.shares) > 1 else "{match}"
    parts = [tr("{figure} of {row}’s words"), tr("{n} sentence(s)", "", cell.sentences), main, *facts, *licence]
    if cell.strongest:
        parts.append(tr("the largest share here"))
    what = ", ".join(parts).format(figure=cell.figure, row=row, match=class_said(cell.main))
    said = (
        tr("{row} from {column}: {what}") if cell.known else tr("{row} and {column} in common: {what}; order unknown")
    )
    return said.format(row=row, column=column, what=what)
