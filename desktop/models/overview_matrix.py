"""Who took how much from whom, as cells: a row is the article that was made, a column where its words come from.

Pure. A pair counts once: of its two cells one carries the share, the other only says so.
Where the texts do not tell which came first, the pair's first article, the one under review, stands as the row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from core.model import Analysis, Article, Ledger, MatchClass, Pair, Role, Side, article_letter
from core.report.phrases import CLASS_NAMES, percent_text, some
from desktop.plain import harmless
from desktop.rank import CLASSES
from desktop.session import derived_links, sentence_classes


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


_STATES = {CellKind.NONE: "no match", CellKind.WAITING: "comparing", CellKind.MISSING: "not compared"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has from another."""

    kind: CellKind
    row: str
    column: str
    letters: tuple[str, str]
    share: float = 0.0
    """Of the row's words."""
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
                return f"{'used by' if self.known else 'shared with'} {self.letters[1]}"
            case CellKind.TAKEN | CellKind.FACTS | CellKind.NONE:
                return percent_text(self.share)
            case _:
                return ""

    @property
    def detail(self) -> str:
        """Return what stands small in the cell."""
        if self.kind is CellKind.TAKEN and not self.known:
            return f"{self.sentences:,} in common"
        if self.kind in (CellKind.TAKEN, CellKind.GIVEN):
            return some(self.sentences, "sentence")
        return some(self.facts, "shared fact") if self.kind is CellKind.FACTS else _STATES.get(self.kind, "")

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
        self._ledgers = {x.article: x for x in analysis.ledgers}
        self._counted: dict[str, tuple[int | None, ...]] = {}
        self._totals: dict[str, int] = {}

    def cell(self, blank: Cell, pair: Pair) -> Cell:
        """Return the cell of two articles that were compared."""
        facts = sum(link.match is MatchClass.SAME_FACT for link in pair.links)
        article = self._articles[blank.row]
        licensed = Role.LICENSED in (article.role, self._articles[blank.column].role)
        if not derived_links(pair):
            kind = CellKind.FACTS if facts else CellKind.NONE
            return replace(blank, kind=kind, facts=facts, licensed=licensed and facts > 0)
        shares, sentences = self._shares(pair, article)
        own = Side.A if pair.a == article.id else Side.B
        derived = pair.direction.derived
        known = derived is not Side.UNKNOWN
        later = derived is own if known else own is Side.A
        if not later:
            return replace(blank, kind=CellKind.GIVEN, sentences=sentences, facts=facts, known=known, licensed=licensed)
        return replace(
            blank,
            kind=CellKind.TAKEN,
            share=sum(share for _, share in shares),
            shares=shares,
            sentences=sentences,
            facts=facts,
            known=known,
            licensed=licensed,
        )

    def _total(self, article: Article) -> int:
        if article.id not in self._totals:
            self._totals[article.id] = article.words
        return self._totals[article.id]

    def _shares(self, pair: Pair, article: Article) -> tuple[tuple[tuple[MatchClass, float], ...], int]:
        """Return the shares of an article's words by class within a pair, and how many sentences they are in."""
        if article.id not in self._counted:  # only for articles that share something, for texts are long
            self._counted[article.id] = counted_words(article, self._ledgers[article.id])
        words = self._counted[article.id]
        total = self._total(article)
        found: dict[MatchClass, int] = {}
        sentences = 0
        for match, count in zip(sentence_classes(pair, article), words, strict=False):
            if match.derived and count is not None:
                found[match] = found.get(match, 0) + count
                sentences += 1
        shares = tuple((m, found[m] / total) for m in CLASSES if found.get(m)) if total else ()
        return shares, sentences


def counted_words(article: Article, ledger: Ledger) -> tuple[int | None, ...]:
    """Return how many words of each sentence the scores count, None for a sentence that is left out as a whole."""
    excluded = [x.span for x in ledger.excluded]
    starts = [span.start for span in excluded]

    def counts(start: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at < 0 or start >= excluded[at].end

    return tuple(
        sum(t.word and counts(t.start) for t in article.sentence_tokens(i))
        if row.match is not MatchClass.UNCHECKED
        else None
        for i, row in enumerate(ledger.rows)
    )


def spoken(cell: Cell) -> str:
    """Return a cell as one sentence, for screen readers and tooltips."""
    row, column = cell.letters
    if cell.kind is CellKind.ITSELF:
        return f"{row} itself"
    licence = ", licensed" if cell.licensed else ""
    facts = some(cell.facts, "shared fact")
    if cell.kind is CellKind.GIVEN:
        verb = "is used by" if cell.known else "shares its content with"
        return f"{row} {verb} {column}, {some(cell.sentences, 'sentence')} of {row}{licence}"
    if cell.kind is not CellKind.TAKEN:
        return f"{row} from {column}: {f'no words, {facts}{licence}' if cell.facts else cell.detail}"
    also = f", {'mostly ' if len(cell.shares) > 1 else ''}{CLASS_NAMES[cell.main].lower()}"
    also += (f", {facts}" if cell.facts else "") + licence + (", the largest share here" if cell.strongest else "")
    what = f"{cell.figure} of {row}’s words, {some(cell.sentences, 'sentence')}{also}"
    return f"{row} from {column}: {what}" if cell.known else f"{row} and {column} in common: {what}; order unknown"
