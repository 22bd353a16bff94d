"""Paint a class's row in the filter, and let a click, Space or Enter show or hide it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.delegates.articles import is_compact
from desktop.delegates.painting import paint_focus
from desktop.glyphs import paint_class_glyph
from desktop.models.classes import ClassModel, ClassRole, ClassRow
from desktop.theme import Theme

ROW_HEIGHT = 30
"""At a zoom of 100 %."""
_THOUSAND = 1000
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClassDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.classes.ClassRow`; a hidden class is struck through and greyed."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._resize_rows)

    def _resize_rows(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the one height that all rows have."""
        return QSize(40, self._theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: ClassRow = index.data(ClassRole.RECORD)
        area, px = QRectF(option.rect), self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(area, 7, 7)
        compact = is_compact(area.width(), self._theme)
        box = QRectF(area.left() + (1 if compact else px(8)), area.center().y() - px(10), px(20), px(20))
        self._paint_box(painter, box, row)
        count = "" if row.count is None else str(row.count)
        if compact:
            short = "" if row.count is None else short_count(row.count)
            self._paint_word(painter, area.adjusted(0, 0, -2, 0), short, row, Qt.AlignmentFlag.AlignRight)
        else:
            self._paint_word(painter, area.adjusted(px(38), 0, -px(38), 0), row.name, row, Qt.AlignmentFlag.AlignLeft)
            self._paint_word(painter, area.adjusted(0, 0, -8, 0), count, row, Qt.AlignmentFlag.AlignRight)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area, self._theme)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, row: ClassRow) -> None:
        tint = self._theme.class_color(row.match, "tint")
        plain = row.hidden or tint.alpha() == 0
        outlined = plain or self._theme.edged
        painter.setPen(QPen(self._theme.edge(), 1.0) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("paper") if plain else tint)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink = self._theme.color("ink3") if row.hidden else self._theme.class_color(row.match, "ink")
        paint_class_glyph(painter, box.adjusted(2, 2, -2, -2), row.match, ink)

    def _paint_word(self, painter: QPainter, area: QRectF, word: str, row: ClassRow, side: Qt.AlignmentFlag) -> None:
        font = self._theme.ui_font(13)
        font.setStrikeOut(row.hidden)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink3" if row.hidden else "ink"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, word)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Toggle the class; the whole row is the target, not only its box."""
        released = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TOGGLES
        if (released or pressed) and isinstance(model, ClassModel):
            model.toggle(index)
            return True
        return False


def short_count(count: int) -> str:
    """Return a count in at most four characters: ``999``, ``1.6k``, ``12k``."""
    if count < _THOUSAND:
        return str(count)
    return f"{count / _THOUSAND:.1f}k" if count < 10 * _THOUSAND - 50 else f"{round(count / _THOUSAND)}k"
