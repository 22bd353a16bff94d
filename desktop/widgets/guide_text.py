"""Shows the user guide: its text in the theme, its pictures as wide as there is room, places by their headings."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop.language import tr
from desktop.models.guide import Heading, Size, folder, guide_text, is_outside, render, style
from desktop.theme import Theme

_COLUMN, _MARGIN = 760, 28
"""Pixels at a zoom of 100 %: the widest a line is, and the room beside it."""
_INDENT = 22
_ABOVE = 12
"""Pixels that stay free above a heading that was gone to."""
_REST_MS = 60
"""Pictures are drawn anew when the window's edge rests."""
_NO_SIZE = (1, 1)


class GuideText(QTextBrowser):
    """The guide to read. Links inside lead to a heading; of all others it only tells."""

    outsideClicked = Signal(str)  # noqa: N815 - signals are named as Qt names them
    """An address that leads out of the program; nothing was opened."""
    placeChanged = Signal(int)  # noqa: N815 - as above
    """Which heading one reads under, by its number."""

    def __init__(self, theme: Theme, text: str | None = None) -> None:
        super().__init__()
        self._theme, self._text = theme, guide_text() if text is None else text
        self.headings: tuple[Heading, ...] = ()
        self._blocks: list[QTextBlock] = []
        self._width = 0
        self._place = -1
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self.setOpenLinks(False)
        self.setAccessibleName(tr("User guide"))
        self.setProperty("kind", "guide")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._fit)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._be_at(self._seen()))
        theme.changed.connect(self._dress)
        self._dress()

    # what is shown

    def _dress(self) -> None:
        place = self._place  # another font moves the text before it is set anew
        self.document().setDefaultFont(self._theme.ui_font(14))
        self.document().setDefaultStyleSheet(style(self._theme))
        self.document().setIndentWidth(self._theme.px(_INDENT))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, self._theme.color("focus"))
        self.setPalette(palette)
        self._width, self._place = 0, place
        self._fit()

    def _fit(self) -> None:
        """Set the guide for the width there is, with the same heading at the top as before."""
        room = self.viewport().width() - 2 * self._theme.px(_MARGIN)
        width = max(1, min(room, self._theme.px(_COLUMN)))
        if width == self._width:
            self._set_margins(width)
            self._lay_out_all()
            return
        place, words, hit = self.place(), self.searched(), self._hit
        self._width = width
        guide = render(self._text, _size_of, width)
        self.headings = guide.headings
        self.setHtml(guide.html)
        self._set_margins(width)
        self._blocks = [block for block in _blocks(self.document()) if block.blockFormat().headingLevel()]
        self._lay_out_all()
        if place > 0:
            self.go_to_heading(place)
        if words:
            self._mark(words)
            self._go_to(hit)

    def _set_margins(self, width: int) -> None:
        """Keep lines short in a wide window: what is left over is margin at the right."""
        form = self.document().rootFrame().frameFormat()
        margin = self._theme.px(_MARGIN)
        form.setTopMargin(margin)
        form.setBottomMargin(margin)
        form.setLeftMargin(margin)
        form.setRightMargin(max(0, self.viewport().width() - width - margin))
        self.document().rootFrame().setFrameFormat(form)

    def _lay_out_all(self) -> None:
        """Lay out what is not in sight too: Qt would do so bit by bit, and let nobody scroll beyond."""
        layout = self.document().documentLayout()
        layout.blockBoundingRect(self.document().lastBlock())
        layout.documentSizeChanged.emit(layout.documentSize())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide, drawn as wide as it is shown; nothing else is ever loaded."""
        path = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or not _is_picture(path):
            return None
        image = QImage.fromData(QByteArray((folder() / path).read_bytes()))
        dots = self.devicePixelRatioF()
        if image.width() > self._width * dots:
            image = image.scaledToWidth(round(self._width * dots), Qt.TransformationMode.SmoothTransformation)
        return self._framed(image, dots)

    def _framed(self, image: QImage, dots: float) -> QImage:
        """Return a picture with a hairline around it: most are as light as the paper."""
        framed = image.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(framed)
        painter.setPen(QPen(self._theme.edge("line2"), max(1, round(dots))))
        painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
        painter.end()
        framed.setDevicePixelRatio(dots)
        return framed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pictures for the new width, once it rests."""
        super().resizeEvent(event)
        if self._width and self.isVisible():
            self._timer.start()
        else:
            self._fit()

    @property
    def unsettled(self) -> bool:
        """Return whether it has still to be set for a width that changed."""
        return self._timer.isActive()

    # going about

    def place(self) -> int:
        """Return the number of the heading that one reads under, -1 without any."""
        return self._place

    def _seen(self) -> int:
        """Return the last heading above the line one reads at, which sinks from the top to the bottom at the end."""
        bar = self.verticalScrollBar()
        sunk = max(0, self.viewport().height() - (bar.maximum() - bar.value())) if bar.maximum() else 0
        line = bar.value() + max(sunk, self._theme.px(_MARGIN + _ABOVE))
        return sum(self._top_of(block) <= line for block in self._blocks) - 1

    def _be_at(self, number: int) -> None:
        self._place = number
        self.placeChanged.emit(number)

    def go_to_heading(self, number: int) -> None:
        """Bring a heading to the top."""
        if 0 <= number < len(self._blocks):
            self.verticalScrollBar().setValue(self._top_of(self._blocks[number]) - self._theme.px(_ABOVE))
            self._be_at(number)

    def go_to_slug(self, slug: str) -> None:
        """Bring the heading that a link names to the top; an unknown one leads nowhere."""
        numbers = [n for n, heading in enumerate(self.headings) if heading.slug == slug]
        if numbers:
            self.go_to_heading(numbers[0])

    def _top_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def _follow(self, link: QUrl) -> None:
        if is_outside(link.toString()):
            self.outsideClicked.emit(link.toString())
        elif link.hasFragment() and not link.path():
            self.go_to_slug(link.fragment())

    # finding

    def searched(self) -> str:
        """Return the words that are marked."""
        return self._hits[0].selectedText() if self._hits else ""

    def look_for(self, words: str, *, forward: bool = True) -> tuple[int, int]:
        """Mark every place of some words and go to one; the same words again go to the next, or to the one before.

        Returns how many places there are and which of them, from 1, is gone to.
        """
        if self._hits and words.casefold() == self.searched().casefold():
            self._go_to((self._hit + (1 if forward else -1)) % len(self._hits))
        else:
            self._mark(words)
            here = self.cursorForPosition(self.viewport().rect().topLeft()).position()
            later = [n for n, hit in enumerate(self._hits) if hit.selectionStart() >= here]
            self._go_to(later[0] if later else 0)
        return len(self._hits), self._hit + 1

    def _mark(self, words: str) -> None:
        document = self.document()
        self._hits, self._hit = [], -1
        found = document.find(words) if words.strip() else QTextCursor()
        while not found.isNull():
            self._hits.append(found)
            found = document.find(words, found)
        self._show_hits()

    def _go_to(self, number: int) -> None:
        if not 0 <= number < len(self._hits):
            return
        self._hit = number
        self._show_hits()
        hit = QTextCursor(self._hits[number])
        top = self._top_of(hit.block())
        seen = range(self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height())
        hit.clearSelection()
        self.setTextCursor(hit)
        if top not in seen:
            self.verticalScrollBar().setValue(top - self.viewport().height() // 3)

    def _show_hits(self) -> None:
        paper, ink = self._theme.color("paper"), self._theme.color("ink")
        tint, plain = self._theme.color("quotation.tint"), self._theme.color("ink")
        marks = []
        for number, hit in enumerate(self._hits):
            marks.append(_mark(hit, *((ink, paper) if number == self._hit else (tint, plain))))
        self.setExtraSelections(marks)


def _mark(cursor: QTextCursor, ground: QColor, ink: QColor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    form = mark.format
    form.setBackground(ground)
    form.setForeground(ink)
    mark.cursor, mark.format = cursor, form
    return mark


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _is_picture(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == len(_PICTURE_PATH) and parts[0] == _PICTURE_PATH[0] and ".." not in parts


_PICTURE_PATH = ("pictures", "name.png")


def _size_of(path: str) -> Size:
    """Return a picture's size in pixels, from its heading alone."""
    if not _is_picture(path):
        return _NO_SIZE
    raw = QByteArray((folder() / path).read_bytes())
    buffer = QBuffer(raw)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    size: QSize = QImageReader(buffer).size()
    return size.width(), size.height()
