"""The case at a glance: what share of each article's words has its source in each other article.

Nothing counts twice: where an article was used by another, its own cell says so and bears no figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.model import Analysis, MatchClass, Pair, Scores, Side
from core.report.chosen_parts import GraphEdge, Matrix, MatrixCell, MatrixRow, PairLine
from core.report.in_common import Commons, InCommon
from core.report.phrases import flat, percent_text, some
from core.report.shares import percents

WIDEST = 8
"""Articles up to which the matrix fits the page."""
_MOST_PAIRS = 120
_SUMMARY = "Share of each row’s words that has its source in the column. "
_NOT_COMPARED = MatrixCell("–", "not compared")


def matrix(analysis: Analysis) -> Matrix | None:
    """Return the matrix, or for a large case its pairs; None for a single article."""
    articles = analysis.articles
    if len(articles) < 2:  # noqa: PLR2004 - a comparison needs two
        return None
    cells = _cells(analysis)
    letters = tuple(analysis.letter(a.id) for a in articles)
    if len(articles) > WIDEST:
        return Matrix(*_pair_lines(analysis, cells, letters))
    rows = tuple(
        MatrixRow(
            letter,
            flat(article.title),
            tuple(
                MatrixCell("", "", same=True) if other is article else cells.get((article.id, other.id), _NOT_COMPARED)
                for other in articles
            ),
        )
        for letter, article in zip(letters, articles, strict=True)
    )
    # Of two articles a drawing says no more than their table does.
    edges = _edges(analysis, cells) if len(articles) > 2 else ()  # noqa: PLR2004 - a pair
    return Matrix(_SUMMARY + _known(analysis), letters, rows, (), edges, _drawn(edges, letters))


def _edges(analysis: Analysis, cells: Mapping[tuple[str, str], MatrixCell]) -> tuple[GraphEdge, ...]:
    """Return the drawing's edges, what was taken over last so that it lies on top; none where nothing was."""
    place = {article.id: n for n, article in enumerate(analysis.articles)}
    made = []
    for pair in analysis.pairs:
        taker, giver = _taker_first(pair)
        cell = cells[taker, giver]
        if pair.links:
            directed = cell.match is not None and pair.direction.derived is not Side.UNKNOWN
            label = f"{cell.figure} of {analysis.letter(taker)}" if cell.match else ""
            match = cell.match or MatchClass.SAME_FACT
            made.append(GraphEdge(place[giver], place[taker], label, match, cell.share, directed))
    return tuple(sorted(made, key=lambda edge: edge.share)) if any(edge.label for edge in made) else ()


def _drawn(edges: Sequence[GraphEdge], letters: Sequence[str]) -> str:
    taken = [
        f"{letters[e.start]} {'gave' if e.directed else 'shares'} {e.label}"
        + ("" if e.directed else ", and the texts do not tell which came first")
        for e in reversed(edges)
        if e.label
    ]
    facts = sum(not edge.label for edge in edges)
    also = f" {some(facts, 'other pair')} {'shares' if facts == 1 else 'share'} facts only." if facts else ""
    return f"Drawing of the articles: {'; '.join(taken)}.{also}" if taken else ""


def _pair_lines(
    analysis: Analysis, cells: Mapping[tuple[str, str], MatrixCell], letters: tuple[str, ...]
) -> tuple[str, tuple[str, ...], tuple[MatrixRow, ...], tuple[PairLine, ...]]:
    lines = []
    for pair in analysis.pairs:
        taker, giver = _taker_first(pair)
        cell = cells[taker, giver]
        if pair.links:
            word = "with" if pair.direction.derived is Side.UNKNOWN else "from"
            label = f"{analysis.letter(taker)} {word} {analysis.letter(giver)}"
            lines.append((-_derived(pair), -len(pair.links), PairLine(label, cell.figure, cell.detail)))
    lines.sort(key=lambda line: line[:2])
    shown = tuple(line for _, _, line in lines[:_MOST_PAIRS])
    rest = f" The {_MOST_PAIRS} pairs with most in common are shown." if len(lines) > len(shown) else ""
    nothing = len(analysis.pairs) - len(lines)
    none = f" {some(nothing, 'pair')} of articles {'shares' if nothing == 1 else 'share'} nothing." if nothing else ""
    summary = f"Share of the first article’s words that has its source in the second.{rest}{none}"
    return summary, letters, (), shown


def _known(analysis: Analysis) -> str:
    return (
        "Where the texts do not tell which came first, the article under review stands as the row."
        if any(p.direction.derived is Side.UNKNOWN and _derived(p) for p in analysis.pairs)
        else "The other way round, the cell only says who used it, so that nothing counts twice."
    )


def _taker_first(pair: Pair) -> tuple[str, str]:
    return (pair.b, pair.a) if pair.flipped() else (pair.a, pair.b)


def _derived(pair: Pair) -> int:
    return sum(link.match.derived for link in pair.links)


def _cells(analysis: Analysis) -> dict[tuple[str, str], MatrixCell]:
    made: dict[tuple[str, str], MatrixCell] = {}
    commons = Commons(analysis)
    for pair in analysis.pairs:
        taker, giver = _taker_first(pair)
        if _derived(pair):
            made[taker, giver] = _taken(commons.of(pair, taker), pair, analysis.ledger(taker).scores)
            used = "shared with" if pair.direction.derived is Side.UNKNOWN else "used by"
            made[giver, taker] = MatrixCell(
                f"{used} {analysis.letter(taker)}", some(commons.of(pair, giver).sentences, "sentence")
            )
        else:
            facts = sum(link.match is MatchClass.SAME_FACT for link in pair.links)
            nothing = MatrixCell("0%", some(facts, "shared fact") if facts else "no match")
            made[taker, giver] = made[giver, taker] = nothing
    return made


def _taken(found: InCommon, pair: Pair, scores: Scores) -> MatrixCell:
    unknown = pair.direction.derived is Side.UNKNOWN
    detail = f"{found.sentences:,} in common" if unknown else some(found.sentences, "sentence")
    figure = percent_text(found.share, percents(scores).whole(found.share))
    return MatrixCell(figure, detail, found.main, found.share)
