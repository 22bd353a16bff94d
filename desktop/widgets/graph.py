"""Who likely derives from whom, painted: arrows between articles. Where everything is, pure functions say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.model import MatchClass
from desktop.delegates.painting import paint_focus
from desktop.language import tr, tr_noop
from desktop.models.overview_graph import (
    NODE,
    Arrow,
    Graph,
    Layout,
    arrow_outline,
    describe_node,
    label_place,
    lay_out,
    shaft,
    shown_facts,
    shown_labels,
    thickness,
)
from desktop.models.overview_matrix import Head
from desktop.plain import tooltip
from desktop.theme import Theme

_EDGES: dict[MatchClass, tuple[tuple[float, float, tuple[float, ...]], ...]] = {
    MatchClass.VERBATIM: ((0.0, 2.0, ()),),
    MatchClass.CLOSE: ((0.0, 1.0, ()), (3.0, 1.0, ())),
    MatchClass.PARAPHRASE: ((0.0, 1.2, (7.0, 4.0)),),
    MatchClass.QUOTATION: ((0.0, 1.5, ()),),
}
"""The lines of an arrow's edge by class: how far inside it stands, how wide it is, its dashes; all in pixels."""
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_LEGEND_SIZE, _LEGEND_LINE, _SIGN, _SIGNS_APART = 11.5, 20, 31, 16
"""The legend's type, the height of its line, what a sign takes with the space to its words, and what parts two."""
_RING = 4
"""How far the focus ring stands off the box, with its own width."""


class Node(QAbstractButton):
    """An article's box; its name says what the arrows show."""

    def __init__(self, theme: Theme, parent: GraphView, letter: str) -> None:
        super().__init__(parent)
        self._theme, self._graph, self._letter = theme, parent, letter
        self.linked = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box: strong where an arrow starts or ends."""
        theme = self._theme
        area = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.color("ink") if self.linked else theme.edge("line2")
        painter.setPen(QPen(edge, 2.0 if self.linked else 1.4))
        painter.setBrush(theme.color("hover" if self.underMouse() else "paper"))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(theme.color("ink" if self.linked else "ink2"))
        painter.setFont(theme.ui_font(15 if len(self._letter) == 1 else 12, 650))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._letter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, 10)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the article before or after, or choose this one."""
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._graph.step(self, step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the picture show what this article is joined to."""
        super().focusInEvent(event)
        self._graph.attend(self)


class GraphView(QWidget):
    """The picture; Tab reaches one article of it, the arrow keys the others."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._graph, self._layout = Graph(), Layout({}, 0.0)
        self._subject = ""
        self._nodes: dict[str, Node] = {}
        self._focus: str | None = None
        self.setAccessibleName(tr("Who likely derives from whom"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._place)

    def node(self, article: str) -> Node:
        """Return the box of an article."""
        return self._nodes[article]

    def show_graph(self, graph: Graph, heads: tuple[Head, ...], subject: str) -> None:
        """Show another graph."""
        letters: Mapping[str, str] = {head.id: head.letter for head in heads}
        titles = {head.id: head.title for head in heads}
        for node in self._nodes.values():
            node.hide()
            node.deleteLater()
        self._graph, self._focus, self._subject = graph, None, subject
        self._nodes = {article: Node(self._theme, self, letters[article]) for article in graph.nodes}
        linked = {end for arrow in graph.arrows for end in (arrow.source, arrow.target)}
        for article, node in self._nodes.items():
            name = describe_node(graph, article, letters, titles[article])
            node.linked = article in linked
            node.setAccessibleName(name)
            node.setToolTip(tooltip(name))
            node.clicked.connect(lambda _checked=False, article=article: self.articleChosen.emit(article))
            node.show()
        first = next(iter(linked), None) if subject not in self._nodes else subject
        entry = self._nodes.get(first or "", next(iter(self._nodes.values()), None))
        if entry is not None:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = [arrow.spoken for arrow in reversed(graph.arrows)]
        self.setAccessibleDescription(". ".join(told) or tr("No article here derives from another."))
        self._place()

    def step(self, node: Node, by: int) -> None:
        """Move the focus to the article after or before one, in the order of their letters."""
        nodes = list(self._nodes.values())
        nodes[(nodes.index(node) + by) % len(nodes)].setFocus(Qt.FocusReason.OtherFocusReason)

    def attend(self, node: Node) -> None:
        """Remember where the keyboard is: Tab comes back to it."""
        for article, other in self._nodes.items():
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is node else Qt.FocusPolicy.NoFocus)
            if other is node:
                self._focus = article
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the picture is at a width."""
        zoom = self._theme.zoom
        return round(lay_out(self._graph, width / zoom).height * zoom)

    def sizeHint(self) -> QSize:
        """Return the size in a narrow column."""
        width = self._theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still tells the articles apart."""
        return QSize(self._theme.px(220), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the articles anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        zoom = self._theme.zoom
        self._layout = lay_out(self._graph, max(1, self.width()) / zoom)
        side = self._theme.px(NODE) + 2 * _RING
        for article, node in self._nodes.items():
            x, y = self._layout.places[article]
            node.setGeometry(round(x * zoom - side / 2), round(y * zoom - side / 2), side, side)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the lines and the arrows; the boxes are widgets over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._theme.zoom, self._theme.zoom)
        self._paint_facts(painter)
        for arrow in self._graph.arrows:
            self._paint_arrow(painter, arrow)
        for arrow, text in shown_labels(self._graph, self._focus or self._subject):
            self._paint_label(painter, arrow, text)
        painter.end()

    def _paint_facts(self, painter: QPainter) -> None:
        pen = QPen(self._theme.class_color(MatchClass.SAME_FACT, "ink"), 1.3)
        pen.setDashPattern([0.1, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for a, b in shown_facts(self._graph, self._focus or self._subject):
            start, end = shaft(self._layout.places[a], self._layout.places[b])
            painter.drawLine(QPointF(*start), QPointF(*end))

    def _paint_arrow(self, painter: QPainter, arrow: Arrow) -> None:
        start, end = self._ends(arrow)
        outline = arrow_outline(start, end, thickness(arrow.share), head=arrow.known)
        paint_arrow(painter, QPolygonF([QPointF(*point) for point in outline]), arrow.match, self._theme)

    def _paint_label(self, painter: QPainter, arrow: Arrow, text: str) -> None:
        font = self._theme.ui_font(12, 600)
        font.setPixelSize(round(font.pixelSize() / self._theme.zoom))
        metrics = QFontMetricsF(font)
        size = (metrics.horizontalAdvance(text) + 8, metrics.height())
        start, end = self._ends(arrow)
        x, y = label_place(start, end, thickness(arrow.share), size, self.width() / self._theme.zoom)
        area = QRectF(x, y, *size)
        painter.fillRect(area, self._theme.color("surface"))
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _ends(self, arrow: Arrow) -> tuple[tuple[float, float], tuple[float, float]]:
        return shaft(self._layout.places[arrow.source], self._layout.places[arrow.target])


def paint_arrow(painter: QPainter, outline: QPolygonF, match: MatchClass, theme: Theme) -> None:
    """Draw an arrow in the colour of its class, its edge in the class's pattern."""
    ink = theme.class_color(match, "ink")
    bar = theme.class_color(match, "tint" if theme.dark else "bar")  # a dark theme's ink is lost on its light bar
    path = QPainterPath()
    path.addPolygon(outline)
    path.closeSubpath()
    painter.fillPath(path, bar)
    painter.save()
    painter.setClipPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for offset, width, dashes in reversed(_EDGES.get(match, ())):
        # A pen is drawn on both sides of the path, and the outer half is clipped away; what lies between an inner
        # line and the edge is filled again.
        for reach, color in ((offset + width, ink), (offset, bar)):
            if reach <= 0:
                continue
            pen = QPen(color, 2 * reach)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            if dashes and color is ink:
                pen.setDashPattern([length / (2 * reach) for length in dashes])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPath(path)
    painter.restore()


class Legend(QWidget):
    """What arrows, bars and dotted lines mean: those of the three that are drawn."""

    _TEXTS = (tr_noop("derived, in its main class"), tr_noop("shared, direction open"), tr_noop("same facts only"))
    _SAID = (tr_noop("Arrow: {means}."), tr_noop("Bar: {means}."), tr_noop("Dotted line: {means}."))
    _ARROW, _BAR, _DOTS = range(3)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[tuple[int, float, int]] = []
        """Each sign that is shown, where it begins, and on which line."""
        self._shown = (self._ARROW, self._DOTS)
        theme.changed.connect(self._set_size)
        self._set_size()

    def show_graph(self, graph: Graph) -> None:
        """Explain what is drawn of a graph; an arrow and a dotted line in any case, where there is no bar."""
        known = {arrow.known for arrow in graph.arrows}
        arrow = (self._ARROW,) if True in known or not known else ()
        bar = (self._BAR,) if False in known else ()
        dots = (self._DOTS,) if graph.facts or not bar else ()
        self._shown = (*arrow, *bar, *dots)
        self._set_size()

    def said(self) -> str:
        """Return the signs that are shown and what they mean."""
        return " ".join(tr(self._SAID[n]).format(means=tr(self._TEXTS[n])) for n in self._shown)

    def _set_size(self) -> None:
        """Put a sign under the one before it where it has no room beside it."""
        words = QFontMetricsF(self._theme.ui_font(_LEGEND_SIZE))
        x, line, self._places = 0.0, 0, []
        for n in self._shown:
            wide = self._theme.px(_SIGN) + words.horizontalAdvance(tr(self._TEXTS[n]))
            if x and x + wide > self.width():
                x, line = 0.0, line + 1
            self._places.append((n, x, line))
            x += wide + self._theme.px(_SIGNS_APART)
        self.setFixedHeight(self._theme.px(_LEGEND_LINE) * (line + 1))
        self.setAccessibleName(self.said())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew which signs have room side by side."""
        super().resizeEvent(event)
        self._set_size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the signs with their words."""
        theme, px = self._theme, self._theme.px
        line = px(_LEGEND_LINE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(_LEGEND_SIZE))
        for n, x, row in self._places:
            painter.save()
            painter.translate(x, row * line)
            self._paint_sign(painter, n, line / 2)
            painter.setPen(theme.color("ink2"))
            words = QRectF(px(_SIGN), 0, self.width(), line)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tr(self._TEXTS[n]))
            painter.restore()
        painter.end()

    def _paint_sign(self, painter: QPainter, sign: int, middle: float) -> None:
        theme, px = self._theme, self._theme.px
        if sign == self._DOTS:
            pen = QPen(theme.class_color(MatchClass.SAME_FACT, "ink"), 1.3)
            pen.setDashPattern([0.1, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(px(2), middle), QPointF(px(24), middle))
            return
        corners = arrow_outline((2, 0), (2 * px(24), 0), 2 * px(4), head=sign == self._ARROW)
        painter.setPen(QPen(theme.color("ink2"), 1.2))
        painter.setBrush(theme.color("paper"))
        painter.drawPolygon(QPolygonF([QPointF(x / 2, middle + y / 2) for x, y in corners]))
