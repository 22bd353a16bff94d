"""Paint the cells of the ledger: class chip, two lines of the sentence, source chips, divergence, verdict."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model import MatchClass
from desktop.delegates.lines import elided_lines
from desktop.delegates.painting import badge_width, paint_badge
from desktop.glyphs import paint_class_glyph, paint_severity
from desktop.icons import pixmap
from desktop.language import tr, tr_noop
from desktop.models.ledger import Column, LedgerRole
from desktop.models.ledger_rows import LedgerEntry, SourceChip
from desktop.terms import class_name
from desktop.theme import Theme
from desktop.verdict_signs import SIGNS

ROW_HEIGHT = 53
"""All lengths here are at a zoom of 100 %."""
MOST_CHIPS = 3
_LINE, _CHIP, _BADGE, _TOP, _PAD = 20, 22, 18, 6, 8
_SHORT = {MatchClass.SAME_FACT: tr_noop("Same fact"), MatchClass.NO_SOURCE: tr_noop("No source")}


class LedgerDelegate(QStyledItemDelegate):
    """Draws one cell; the row's ground and focus are the table's."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painters = {
            Column.NUMBER: self._paint_number,
            Column.CLASS: self._paint_class,
            Column.SENTENCE: self._paint_sentence,
            Column.SOURCE: self._paint_sources,
            Column.CHANGE: self._paint_change,
            Column.VERDICT: self._paint_verdict,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the one height that all rows have."""
        return QSize(40, row_height(self._theme))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        row: LedgerEntry | None = index.data(LedgerRole.RECORD)
        if row is None:
            return
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.color("hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._theme.edge("line"))
        self._painters[Column(index.column())](painter, area, row)
        painter.restore()

    def _paint_number(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        box = QRectF(area.left(), area.top() + self._px(_TOP), area.width() - self._px(12), self._px(_CHIP))
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(self._theme.color("ink3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.index + 1))

    def _paint_class(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        name = tr(_SHORT[row.match]) if row.match in _SHORT else class_name(row.match)
        font = self._theme.ui_font(11.5, 600)
        width = min(QFontMetricsF(font).horizontalAdvance(name) + self._px(32), area.width() - self._px(4))
        box = QRectF(area.left(), area.top() + self._px(_TOP), width, self._px(_CHIP) - 2)
        ink = self._theme.class_color(row.match, "ink")
        self._paint_box(painter, box, self._theme.class_color(row.match, "tint"))
        side = self._px(15)
        glyph = QRectF(box.left() + self._px(6), box.center().y() - side / 2, side, side)
        paint_class_glyph(painter, glyph, row.match, ink)
        self._paint_line(painter, box.adjusted(self._px(25), 0, -self._px(3), 0), name, font, ink)

    def _paint_sentence(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        font = self._theme.reading_font(14.5)
        line = self._theme.reading_px(_LINE)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink3" if row.reason else "ink"))
        y = area.top() + self._px(5)
        for text in _lines(row.text, font.toString(), int(area.width() - self._px(14))):
            painter.drawText(QRectF(area.left(), y, area.width(), line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line

    def _paint_sources(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        y = area.top() + self._px(_TOP)
        if not row.chips:
            text = "" if row.reason else tr("none here")
            box = QRectF(area.left(), y, area.width(), self._px(_CHIP))
            self._paint_line(painter, box, text, self._theme.ui_font(12), self._theme.color("ink3"))
            return
        x, most = area.left(), area.right() - self._px(4)
        shown = shown_chips(row.chips, most - x, self._theme)
        for chip in row.chips[:shown]:
            width = chip_width(chip, self._theme)
            self._paint_source(painter, QRectF(x, y - 1, width, self._px(_CHIP)), chip)
            x += width + self._px(6)
        if shown < len(row.chips):
            box = QRectF(x, y - 1, most - x + self._px(4), self._px(_CHIP))
            more = f"+{len(row.chips) - shown}"
            self._paint_line(painter, box, more, self._theme.ui_font(11.5, 500), self._theme.color("ink2"))

    def _paint_source(self, painter: QPainter, box: QRectF, chip: SourceChip) -> None:
        self._paint_box(painter, box, self._theme.class_color(chip.match, "tint"))
        side = self._px(_BADGE)
        badge = QRectF(box.left() + 2, box.center().y() - side / 2, badge_width(chip.letter, self._theme, side), side)
        paint_badge(painter, badge, chip.letter, self._theme)
        words = QRectF(badge.right() + self._px(5), box.top(), box.right() - badge.right(), box.height())
        ink = self._theme.class_color(chip.match, "ink")
        self._paint_line(painter, words, str(chip.index + 1), self._theme.ui_font(11.5, 600), ink)

    def _paint_change(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        box = QRectF(area.left(), area.top() + self._px(_TOP), area.width() - self._px(8), self._px(_CHIP))
        if row.severity is not None and not row.reason:
            side = self._px(14)
            sign = QRectF(box.left(), box.center().y() - side / 2, side, side)
            paint_severity(painter, sign, row.severity, self._theme)
            words = box.adjusted(self._px(19), 0, 0, 0)
            self._paint_line(painter, words, row.change, self._theme.ui_font(12.5), self._theme.color("ink"))
            if row.others:
                below = words.translated(0, self._px(_LINE) - 1)
                more = tr("and {others} more").format(others=row.others)
                self._paint_line(painter, below, more, self._theme.ui_font(11.5), self._theme.color("ink3"))
        elif row.reason:
            self._paint_line(painter, box, row.reason, self._theme.ui_font(12), self._theme.color("ink3"))

    def _paint_verdict(self, painter: QPainter, area: QRectF, row: LedgerEntry) -> None:
        if row.verdict is None:
            return
        sign, side = SIGNS[row.verdict], self._px(16)
        scale = painter.device().devicePixelRatioF()
        y = area.top() + self._px(_TOP) + (self._px(_CHIP) - side) / 2
        painter.drawPixmap(round(area.left()), round(y), pixmap(sign.icon, self._theme.color(sign.tone), side, scale))

    def _paint_box(self, painter: QPainter, box: QRectF, tint: QColor) -> None:
        """Draw the ground of a chip: a tint, or an outline where there is none."""
        outlined = self._theme.edged or not tint.alpha()
        painter.setPen(QPen(self._theme.edge(), 1.0) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(tint if tint.alpha() else self._theme.color("paper"))
        inset = 0.5 if outlined else 0.0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 5, 5)

    def _paint_line(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _px(self, length: float) -> int:
        return self._theme.px(length)


def row_height(theme: Theme) -> int:
    """Return the height of every row: two lines of the reading face, and room for a chip."""
    return max(theme.px(_CHIP + 2 * _TOP), 2 * theme.reading_px(_LINE) + theme.px(ROW_HEIGHT - 2 * _LINE))


def chip_width(chip: SourceChip, theme: Theme) -> float:
    """Return how wide a source's chip is."""
    number = QFontMetricsF(theme.ui_font(11.5, 600)).horizontalAdvance(str(chip.index + 1))
    return 2 + badge_width(chip.letter, theme, theme.px(_BADGE)) + theme.px(5 + 6) + number


def shown_chips(chips: tuple[SourceChip, ...], width: float, theme: Theme) -> int:
    """Return how many chips are shown: one at least, three at most, and room is kept for how many more there are."""
    more = QFontMetricsF(theme.ui_font(11.5, 500)).horizontalAdvance(f"+{len(chips)}")
    x = 0.0
    for number, chip in enumerate(chips[:MOST_CHIPS]):
        x += chip_width(chip, theme)
        last = number == len(chips) - 1
        if number and x + (0 if last else theme.px(6) + more) > width:
            return number
        x += theme.px(6)
    return min(len(chips), MOST_CHIPS)


@lru_cache(maxsize=512)
def _lines(text: str, font: str, width: int) -> tuple[str, ...]:
    made = QFont()
    made.fromString(font)
    return elided_lines(text, made, width, 2)
