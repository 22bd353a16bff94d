"""Who likely derives from whom, as arrows, and where each of them is drawn. Pure: cells and numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

from core.model import MatchClass
from desktop.language import tr
from desktop.models.overview_matrix import Cell, CellKind, Matrix, spoken

NODE = 34.0
"""Side of an article's box."""
_TOP, _BOTTOM = 52.0, 14.0
_SIDE = 40.0
_STACK = 62.0
"""From one box to the one under it."""
_STAGGER = 46.0
"""How much lower every second step stands, so that an arrow over two steps does not run through the one between."""
_REST_GAP = 104.0
_APART = 76.0
_BOW = 16.0
"""How far the middle of a row hangs, so that lines along it do not cover one another."""
_THIN, _THICK = 5.0, 20.0
_HEAD = 18.0
_TRIM = 3.0
_FEW_LINES = 12
"""Dotted lines up to which all are drawn at once."""
_FEW_LABELS = 3

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrow:
    """One article's words in another: from the source to what was made from it."""

    source: str
    target: str
    share: float
    match: MatchClass
    known: bool
    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Articles by id, arrows, the strongest last, and pairs that only share facts."""

    nodes: tuple[str, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def overview_graph(matrix: Matrix) -> Graph:
    """Return the graph of a matrix; a pair whose order cannot be told is drawn once, without a head."""
    cells = [cell for row in matrix.cells for cell in row]
    taken: dict[frozenset[str], Cell] = {}
    for cell in sorted((c for c in cells if c.kind is CellKind.TAKEN), key=lambda c: -c.share):
        taken.setdefault(frozenset((cell.row, cell.column)), cell)
    arrows = [
        Arrow(c.column, c.row, c.share, c.main, c.known, arrow_label(c), spoken(c)) for c in reversed(taken.values())
    ]
    order = [head.id for head in matrix.heads]
    facts = {frozenset((c.row, c.column)) for c in cells if c.kind is CellKind.FACTS}
    lines = [(a, b) for n, a in enumerate(order) for b in order[n + 1 :] if frozenset((a, b)) in facts]
    return Graph(tuple(order), tuple(arrows), tuple(lines))


def arrow_label(cell: Cell) -> str:
    """Return what stands at an arrow: ``71% of C, direction likely``, ``16% of A, shared quotations``."""
    quoted = [match for match, share in cell.shares if share] == [MatchClass.QUOTATION]
    unsure = tr("shared quotations") if quoted else tr("direction open")
    sure = tr("direction likely") if cell.known else unsure
    share = tr("{figure} of {letter}").format(figure=cell.figure, letter=cell.letters[0])
    return f"{share}, {tr('licensed') if cell.licensed else sure}"


def shown_facts(graph: Graph, focus: str | None) -> tuple[tuple[str, str], ...]:
    """Return the dotted lines to draw: all, or where they would be a thicket those of one article."""
    if len(graph.facts) <= _FEW_LINES:
        return graph.facts
    return tuple(pair for pair in graph.facts if focus in pair)


def shown_labels(graph: Graph, focus: str | None) -> tuple[tuple[Arrow, str], ...]:
    """Return the arrows that bear a label, and what it says: shorter where there are several, few where many."""
    if len(graph.arrows) == 1:
        return ((graph.arrows[0], graph.arrows[0].label),)
    near = graph.arrows if len(graph.arrows) <= _FEW_LABELS else [a for a in graph.arrows if a.target == focus]
    return tuple((arrow, arrow.label.split(",")[0]) for arrow in near)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the middle of each article's box is, and how high the whole is."""

    places: Mapping[str, Point]
    height: float


@lru_cache(maxsize=8)
def lay_out(graph: Graph, width: float) -> Layout:
    """Return the boxes' places: sources left, what was made from them right, articles without an arrow below."""
    steps = _steps(graph)
    columns: dict[int, list[str]] = {}
    for node in graph.nodes:
        if node in steps:
            columns.setdefault(steps[node], []).append(node)
    if not columns:
        return _ring(graph.nodes, width)
    last = max(columns)
    places: dict[str, Point] = {}
    tallest = max(len(column) for column in columns.values())
    for step, column in columns.items():
        x = width / 2 if not last else _SIDE + (width - 2 * _SIDE) * step / last
        down = (tallest - len(column)) * _STACK / 2 + (_STAGGER if step % 2 and last > 1 else 0.0)
        for n, node in enumerate(column):
            places[node] = (x, _TOP + down + n * _STACK)
    below = max(y for _, y in places.values()) + _REST_GAP
    rest = [node for node in graph.nodes if node not in steps]
    places |= _rows(rest, width, below)
    return Layout(places, max(y for _, y in places.values()) + NODE / 2 + _BOTTOM)


@lru_cache(maxsize=2)
def _steps(graph: Graph) -> Mapping[str, int]:
    """Return how many arrows lead to each article that has one; articles that derive from each other end the count."""
    steps = {node: 0 for arrow in graph.arrows for node in (arrow.source, arrow.target)}
    for _ in range(len(steps)):
        before = dict(steps)
        for arrow in graph.arrows:
            steps[arrow.target] = min(len(steps) - 1, max(steps[arrow.target], steps[arrow.source] + 1))
        if steps == before:
            break
    used = sorted(set(steps.values()))
    return {node: used.index(step) for node, step in steps.items()}


def _rows(nodes: Sequence[str], width: float, top: float) -> dict[str, Point]:
    """Return places in rows that hang in the middle."""
    most = max(1, int((width - 2 * _SIDE) / _APART) + 1)
    places: dict[str, Point] = {}
    for number in range(0, len(nodes), most):
        row = nodes[number : number + most]
        apart = min(width / (len(row) + 1), 108.0) if len(row) > 1 else 0.0
        left = width / 2 - apart * (len(row) - 1) / 2
        for n, node in enumerate(row):
            off = abs(2 * n / (len(row) - 1) - 1) if len(row) > 1 else 0.0
            places[node] = (left + n * apart, top + _BOW * (1 - off * off) + (number // most) * _STACK)
    return places


def _ring(nodes: Sequence[str], width: float) -> Layout:
    """Return places on an oval, the first at its top."""
    if not nodes:
        return Layout({}, 0.0)
    if len(nodes) == 1:
        return Layout({nodes[0]: (width / 2, _BOTTOM + NODE / 2)}, NODE + 2 * _BOTTOM)
    across = min(width / 2 - _SIDE, 150.0)
    down = max(44.0, min(across, len(nodes) * 15.0))
    middle = down + NODE / 2 + _BOTTOM
    places = {
        node: (
            width / 2 + across * sin(2 * pi * n / len(nodes)),
            middle - down * cos(2 * pi * n / len(nodes)),
        )
        for n, node in enumerate(nodes)
    }
    if len(nodes) == 2:  # noqa: PLR2004 - two stand side by side
        places = {node: (width / 2 + (2 * n - 1) * across, middle) for n, node in enumerate(nodes)}
    return Layout(places, 2 * middle)


def thickness(share: float) -> float:
    """Return how thick an arrow's shaft is."""
    return _THIN + (_THICK - _THIN) * min(1.0, max(0.0, share))


def shaft(start: Point, end: Point) -> tuple[Point, Point]:
    """Return where a line between two boxes leaves the one and meets the other."""
    return _leave(start, end), _leave(end, start)


def _leave(one: Point, other: Point) -> Point:
    dx, dy = other[0] - one[0], other[1] - one[1]
    longest = max(abs(dx), abs(dy))
    if not longest:
        return one
    part = min(0.5, (NODE / 2 + _TRIM) / longest)
    return one[0] + dx * part, one[1] + dy * part


def arrow_outline(start: Point, end: Point, thick: float, *, head: bool = True) -> tuple[Point, ...]:
    """Return the corners of an arrow from one point to another; without a head those of a bar."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    angle = atan2(end[1] - start[1], end[0] - start[0])
    half = thick / 2
    if not head:
        flat: list[Point] = [(0, -half), (length, -half), (length, half), (0, half)]
    else:
        long = min(_HEAD, length)
        wide = half + 0.45 * _HEAD
        neck = length - long
        flat = [(0, -half), (neck, -half), (neck, -wide), (length, 0), (neck, wide), (neck, half), (0, half)]
    return tuple(
        (start[0] + x * cos(angle) - y * sin(angle), start[1] + x * sin(angle) + y * cos(angle)) for x, y in flat
    )


def label_place(start: Point, end: Point, thick: float, size: Point, width: float) -> Point:
    """Return the upper left corner of an arrow's label: over its middle, inside the picture."""
    x = (start[0] + end[0]) / 2 - size[0] / 2
    level = abs(end[1] - start[1]) < NODE / 2
    rise = thick / 2 + 0.45 * _HEAD + size[1] + 2 if level else size[1] / 2
    y = (start[1] + end[1]) / 2 - rise
    return min(max(0.0, x), max(0.0, width - size[0])), max(0.0, y)


def describe_node(graph: Graph, node: str, letters: Mapping[str, str], title: str) -> str:
    """Return an article of the graph as one phrase: what it derives from, who uses it, what it shares facts with."""
    parts = [tr("Article {letter}, {title}").format(letter=letters[node], title=title)]
    own = [a for a in reversed(graph.arrows) if node in (a.source, a.target)]
    parts += [
        arrow.spoken if arrow.target == node or not arrow.known else tr("used: {spoken}").format(spoken=arrow.spoken)
        for arrow in own
    ]
    facts = [letters[b if a == node else a] for a, b in graph.facts if node in (a, b)]
    if facts:
        parts.append(tr("same facts only as {facts}").format(facts=", ".join(facts)))
    if len(parts) == 1:
        parts.append(tr("nothing in common with the others"))
    return "; ".join(parts)
