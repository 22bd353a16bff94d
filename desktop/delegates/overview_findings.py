"""Paint a passage to check: severity, what it joins, its class, the changed words in context, the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.case.review import Verdict
from core.model import MatchClass, Severity
from desktop.delegates.painting import paint_focus
from desktop.glyphs import paint_class_glyph, paint_severity, severity_color
from desktop.icons import pixmap
from desktop.language import tr
from desktop.models.overview_excerpts import Excerpt, fitted
from desktop.models.overview_findings import FindingRow
from desktop.models.overview_findings_model import FindingRole
from desktop.terms import class_name
from desktop.theme import Theme

ROW_HEIGHT = 50
"""At a zoom of 100 %, as the lengths below."""
_SIGN, _TITLE, _TITLE_WIDTH, _VERDICT_WIDTH = 14, 42, 128, 40
_GAP = 14
_MOST_FITTED = 512
"""Excerpts remembered at one size: some screenfuls."""
_VERDICTS = {
    Verdict.ACCEPTABLE: ("verdict-acceptable", "ok"),
    Verdict.CREDIT: ("verdict-credit", "focus"),
    Verdict.REWRITE: ("verdict-rewrite", "verbatim.ink"),
    Verdict.DISMISS: ("verdict-dismiss", "ink2"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row begin, and how wide both excerpts are."""

    title: float
    source: float
    rewrite: float
    excerpt: float
    verdict: float


def columns(width: float, scale: float = 1.0) -> Columns:
    """Return the columns of a row of that width; the excerpts share what the rest leaves."""
    source = (_TITLE + _TITLE_WIDTH + _GAP) * scale
    verdict = width - _VERDICT_WIDTH * scale
    excerpt = max(40.0, (verdict - source) / 2 - _GAP * scale)
    return Columns(_TITLE * scale, source, source + excerpt + _GAP * scale, excerpt, verdict)


class FindingDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.overview_findings.FindingRow`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fitted: dict[tuple[Excerpt, float], Excerpt] = {}
        """As much of each excerpt as fitted into a width, until letters have another size."""
        theme.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the one height that all rows have."""
        return QSize(320, self._theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: FindingRow = index.data(FindingRole.RECORD)
        area, theme = QRectF(option.rect), self._theme
        at = columns(area.width(), theme.zoom)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("hover"))
        painter.setPen(QPen(theme.edge("line"), 1.0))
        painter.drawLine(QLineF(area.left(), area.top() + 0.5, area.right(), area.top() + 0.5))
        side = theme.px(16)
        sign = QRectF(area.left() + theme.px(_SIGN), area.center().y() - side / 2, side, side)
        if row.severity is not None:
            paint_severity(painter, sign, row.severity, theme)
        self._paint_title(painter, area, at, row)
        for left, label, excerpt, weight in (
            (at.source, row.source_label, row.source, 400),
            (at.rewrite, _named(row), row.rewrite, 500),
        ):
            part = QRectF(area.left() + left, area.top(), at.excerpt, area.height())
            label_font = theme.ui_font(11.5, weight)
            _text(
                painter,
                part.adjusted(0, theme.px(5), 0, theme.px(22) - part.height()),
                label,
                label_font,
                theme,
                "ink2",
            )
            self._paint_excerpt(painter, part, excerpt, row.severity)
        self._paint_verdict(painter, area, at, index.data(FindingRole.VERDICT))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area.adjusted(1, 1, -1, 0), theme, 3)
        painter.restore()

    def _paint_title(self, painter: QPainter, area: QRectF, at: Columns, row: FindingRow) -> None:
        theme, px = self._theme, self._theme.px
        left = area.left() + at.title
        line = QRectF(left, area.top() + px(5), at.source - at.title - px(6), px(18))
        _text(painter, line, row.title, theme.ui_font(12.5, 600), theme, "ink")
        paint_class_chip(painter, left, area.top() + px(25), row.match, theme)

    def _paint_excerpt(self, painter: QPainter, area: QRectF, excerpt: Excerpt, severity: Severity | None) -> None:
        theme, px = self._theme, self._theme.px
        strong = severity is Severity.HIGH
        plain, bold = theme.reading_font(14), theme.reading_font(14, 700)
        part = self._fit(excerpt, area.width(), plain, bold)
        x, top, high = area.left(), area.top() + px(23), area.height() - px(25)
        for text, font in ((part.before, plain), (part.words, bold), (part.after, plain)):
            if not text:
                continue
            wide = QFontMetricsF(font).horizontalAdvance(text)
            painter.setFont(font)
            painter.setPen(theme.color("ink"))
            painter.drawText(QRectF(x, top, wide + 4, high), Qt.AlignmentFlag.AlignTop, text)
            if font is bold and text.strip():
                pen = QPen(severity_color(severity, theme), 1.6 if strong else 1.2)
                pen.setDashPattern([3.0, 1.6])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                y = top + QFontMetricsF(font).ascent() + 3.5
                painter.drawLine(QLineF(x, y, x + wide, y))
            x += wide

    def _fit(self, excerpt: Excerpt, width: float, plain: QFont, bold: QFont) -> Excerpt:
        """Return as much of an excerpt as fits; a row is painted again and again, and measuring is most of it."""
        key = (excerpt, width)
        if key not in self._fitted:
            if len(self._fitted) >= _MOST_FITTED:
                self._fitted.clear()
            measures = (QFontMetricsF(plain).horizontalAdvance, QFontMetricsF(bold).horizontalAdvance)
            self._fitted[key] = fitted(excerpt, width, *measures)
        return self._fitted[key]

    def _forget(self) -> None:
        self._fitted.clear()

    def _paint_verdict(self, painter: QPainter, area: QRectF, at: Columns, verdict: Verdict | None) -> None:
        if verdict is None:
            return
        name, tone = _VERDICTS[verdict]
        side = self._theme.px(16)
        drawn = pixmap(name, self._theme.color(tone), side, painter.device().devicePixelRatioF())
        x = area.left() + at.verdict + (area.width() - at.verdict - side) / 2
        painter.drawPixmap(round(x), round(area.center().y() - side / 2), drawn)


def _named(row: FindingRow) -> str:
    return tr("{name}, {more} more").format(name=row.name, more=row.more) if row.more else row.name


def _text(painter: QPainter, area: QRectF, text: str, font: QFont, theme: Theme, tone: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_class_chip(painter: QPainter, left: float, top: float, match: MatchClass, theme: Theme) -> None:
    """Draw a class by tint, glyph and name."""
    px, font = theme.px, theme.ui_font(11, 600)
    ink, name = theme.class_color(match, "ink"), class_name(match)
    chip = QRectF(round(left), round(top), QFontMetricsF(font).horizontalAdvance(name) + px(28), px(19))
    painter.setPen(QPen(theme.color("ink"), 1.0) if theme.edged else Qt.PenStyle.NoPen)
    painter.setBrush(theme.class_color(match, "tint"))
    painter.drawRoundedRect(chip, 5, 5)
    side = px(14)
    glyph = QRectF(chip.left() + px(5), chip.center().y() - side / 2, side, side)
    paint_class_glyph(painter, glyph, match, ink)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(chip.adjusted(px(22), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
