"""The pages of a PDF document as they will lie on paper, scrolled, zoomed and stepped through.

Loads QtPdf, which takes a moment: whoever shows this imports it when it is first needed. Pages are drawn by the
renderer's own thread; until one is there, its last picture stands in for it at the new size.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.delegates.painting import paint_focus
from desktop.language import listed, tr
from desktop.theme import Theme
from desktop.widgets.preview_layout import LEAST, MOST, Box, Fit, Size, arrange
from desktop.widgets.undrawn_page import UndrawnPage

_STEP = 1.15
"""What one notch of the wheel zooms by."""
_READ_AT = 0.35
"""Share of the view's height at which it is read."""
_TALL, _STRIDE = 1.3, 0.9
"""A row this many views high is stepped through by so many views."""
_PAPER = Qt.GlobalColor.white
"""What the report is printed on, whatever the theme of the window."""
_KEPT_ROWS = 2
"""Rows above and below the view whose pictures are kept."""
_AGAIN_MS = 100
"""After how long a page that could not be drawn is asked for again."""
_TRIES = 5
"""How often a page is asked for at one size before that is given up."""
_MEASURED_AT_ONCE = 8
"""Pages whose size is looked at in one turn of the event loop: each is read for it."""


class UnreadablePdfError(Exception):
    """The data is no PDF document that can be shown."""


class PageView(QAbstractScrollArea):
    """Shows a document; a step goes on by a row of pages."""

    pagesChanged = Signal()  # noqa: N815 - signals are named as Qt names them
    """Which pages are on screen, how many there are, or how they are fitted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._data = QByteArray()
        self.document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self.document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)
        self._sheet = arrange((), (1, 1), Fit.PAGE)
        self._fit, self._factor = Fit.PAGE, 1.0
        self._row = 0
        self._images: dict[int, QImage] = {}
        self._sizes: list[Size] = []
        """In points. Of a page that was not looked at yet, the size of the first: a report is on one paper."""
        self._measured = 0
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        self._old: set[int] = set()
        """Pictures that are of the document before this one, and stand in until theirs are drawn."""
        self._asked: dict[int, tuple[int, QSize]] = {}
        self._missed: dict[int, tuple[QSize, int]] = {}
        """Pages that could not be drawn: at which size, and how often that was tried."""
        self._undrawn: dict[int, UndrawnPage] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the report"))
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        theme.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """Return how many pages the document has."""
        return len(self._sheet.boxes)

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the pages that are read now, 0-based."""
        return self._sheet.pages(self._row) if self.count else ()

    @property
    def fit(self) -> Fit:
        """Return what the scale follows."""
        return self._fit

    @property
    def factor(self) -> float:
        """Return the scale; 1 is 100 %."""
        return self._sheet.factor

    @property
    def ready(self) -> bool:
        """Return whether every page on screen is drawn at its size, or given up."""
        shown = self._sheet.shown(*self._stretch())
        return all(self._drawn(n) or self._given_up(n) for n in shown)

    def _drawn(self, page: int) -> bool:
        image = self._images.get(page)
        return image is not None and page not in self._old and image.size() == self._size(page)

    def _given_up(self, page: int) -> bool:
        size, tries = self._missed.get(page, (QSize(), 0))
        return tries >= _TRIES and size == self._size(page)

    def show_pdf(self, data: bytes | QByteArray) -> None:
        """Show another document, at the page where the last one was; raises :class:`UnreadablePdfError`."""
        page = self.pages[0] if self.pages else 0
        made = QBuffer()
        made.setData(QByteArray(data))
        made.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(made)
        if document.status() is not QPdfDocument.Status.Ready or not document.pageCount():
            document.deleteLater()
            raise UnreadablePdfError
        made.setParent(document)  # which reads from it as long as it is open
        self._renderer.setDocument(document)
        self.document.deleteLater()
        self.document = document
        self._asked.clear()
        self._missed.clear()
        self._images = {n: image for n, image in self._images.items() if n < self.document.pageCount()}
        self._old = set(self._images)
        self._sizes = [self._size_on_paper(0)] * self.document.pageCount()
        self._measured = 1
        self._measuring.start()
        self._renew(min(page, self.document.pageCount() - 1))

    def clear(self) -> None:
        """Show nothing."""
        self.document.close()
        for kept in (self._images, self._asked, self._missed, self._old):
            kept.clear()
        self._sizes.clear()
        self._measuring.stop()
        self._renew(0)

    def _size_on_paper(self, page: int) -> Size:
        size = self.document.pagePointSize(page)
        return size.width(), size.height()

    def _measure(self) -> None:
        """Look at the sizes of some more pages; to look at hundreds at once would hold the window."""
        some = range(self._measured, min(self._measured + _MEASURED_AT_ONCE, len(self._sizes)))
        found = [self._size_on_paper(page) for page in some]
        another = found != self._sizes[some.start : some.stop]
        self._sizes[some.start : some.stop] = found
        self._measured = some.stop
        if some.stop >= len(self._sizes):
            self._measuring.stop()
        if another:
            self._renew(self.pages[0] if self.pages else 0)

    def set_fit(self, fit: Fit, factor: float = 1.0) -> None:
        """Fit pages or widths, or show the pages at a factor."""
        self._fit, self._factor = fit, min(MOST, max(LEAST, factor))
        self._renew(self.pages[0] if self.pages else 0)

    def zoom_by(self, steps: float) -> None:
        """Zoom in (above 0) or out from where it is."""
        self.set_fit(Fit.NONE, self.factor * _STEP**steps)

    def step(self, by: int) -> None:
        """Go on by so many rows of pages; a fine step within a page that is taller than the view comes first."""
        bar = self.verticalScrollBar()
        goal = self._row + by
        if 0 <= goal < self._sheet.rows:
            row_ends = self._sheet.top(self._row + 1) if self._row + 1 < self._sheet.rows else self._sheet.height
            if by > 0 and row_ends - bar.value() > self.viewport().height() * _TALL:
                bar.setValue(bar.value() + round(self.viewport().height() * _STRIDE))
            else:
                bar.setValue(round(self._sheet.top(goal)))
        else:
            bar.setValue(0 if by < 0 else bar.maximum())

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(round(self._sheet.top(self._sheet.row_of(page))))

    def can_step(self, by: int) -> bool:
        """Return whether there is anything further on that way."""
        bar = self.verticalScrollBar()
        return bar.value() > bar.minimum() if by < 0 else bar.value() < bar.maximum()

    def _renew(self, page: int) -> None:
        area = self.maximumViewportSize()
        # Room for the scroll bar is kept in any case, so that its coming does not change what made it come.
        view = (float(area.width() - self.verticalScrollBar().sizeHint().width()), float(area.height()))
        self._sheet = arrange(self._sizes, view, self._fit, self._factor)
        shown = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), self._sheet.width, shown.width()),
            (self.verticalScrollBar(), self._sheet.height, shown.height()),
        ):
            bar.setRange(0, max(0, round(whole) - part))
            bar.setPageStep(part)
            bar.setSingleStep(40)
        self.go_to(page)
        self._on_scroll()

    def _stretch(self) -> tuple[float, float]:
        top = self.verticalScrollBar().value()
        return float(top), float(top + self.viewport().height())

    def _on_scroll(self) -> None:
        top, bottom = self._stretch()
        at_end = self.count and self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() > 0
        self._row = self._sheet.row_at(bottom - 1 if at_end else top + (bottom - top) * _READ_AT)
        if self.count:
            numbers = listed([str(n + 1) for n in self.pages])
            one = len(self.pages) == 1
            showing = tr("Showing page {numbers} of {count}") if one else tr("Showing pages {numbers} of {count}")
            self.setAccessibleDescription(showing.format(numbers=numbers, count=self.count))
        self._ask()
        self._tell_undrawn()
        self.viewport().update()
        self.pagesChanged.emit()

    def _size(self, page: int) -> QSize:
        box, ratio = self._sheet.boxes[page], self.devicePixelRatioF()
        return QSize(round(box.width * ratio), round(box.height * ratio))

    def _ask(self) -> None:
        """Have the pages on screen drawn, and those next to them; drop the pictures that are far off."""
        if not self.isVisible():
            return
        first, last = self._row - _KEPT_ROWS, self._row + _KEPT_ROWS
        self._images = {n: i for n, i in self._images.items() if first <= self._sheet.row_of(n) <= last}
        shown = self._sheet.shown(*self._stretch())
        after = self._sheet.pages(self._row + 1) if self._row + 1 < self._sheet.rows else ()
        for page in dict.fromkeys((*shown, *after)):
            size = self._size(page)
            if self._drawn(page):
                self._asked.pop(page, None)  # what is on its way is of a size that is no longer wanted
            elif not self._given_up(page) and self._asked.get(page, (0, QSize()))[1] != size:
                number = self._renderer.requestPage(page, size)
                if number:
                    self._asked[page] = (number, size)
                else:
                    self._miss(page, size)

    def _take(self, page: int, size: QSize, image: QImage, _: QPdfDocumentRenderOptions, number: int) -> None:
        if self._asked.get(page, (-1, size))[0] != number:
            return  # of an older document, or another size
        del self._asked[page]
        if image.isNull():
            self._miss(page, size)
            return
        self._missed.pop(page, None)
        self._old.discard(page)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[page] = image
        self.viewport().update()

    def _miss(self, page: int, size: QSize) -> None:
        """Ask again for a page that could not be drawn, but not for ever: then say so where it stands."""
        before, tries = self._missed.get(page, (size, 0))
        self._missed[page] = size, tries + 1 if before == size else 1
        if not self._given_up(page):
            self._again.start()
            return
        if page in self._old:  # what the page showed before is not what it would show
            self._old.discard(page)
            del self._images[page]
        self._tell_undrawn()
        self.viewport().update()

    def _tell_undrawn(self) -> None:
        """Have a card on each page on screen that was given up, and on no other."""
        wanted = [page for page in self._sheet.shown(*self._stretch()) if self._given_up(page)]
        for page in [page for page in self._undrawn if page not in wanted]:
            self._undrawn.pop(page).deleteLater()
        for page in wanted:
            if page not in self._undrawn:
                made = self._undrawn[page] = UndrawnPage(self._theme, page, self.viewport())
                made.again.clicked.connect(lambda _=False, page=page: self.try_again(page))
                made.show()
            self._undrawn[page].stand_on(self._at(self._sheet.boxes[page]))

    def try_again(self, page: int) -> None:
        """Ask anew for a page that was given up; its button goes, and the keyboard stays with the pages."""
        self._missed.pop(page, None)
        self.setFocus()
        self._tell_undrawn()
        self._ask()

    def _at(self, box: Box) -> QRect:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRect(round(box.x) - left, round(box.y) - top, round(box.width), round(box.height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the pages on their ground."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.color("line"))
        painter.setPen(QPen(self._theme.edge("line2"), 1.0))
        for page in self._sheet.shown(*self._stretch()):
            area = self._at(self._sheet.boxes[page])
            painter.fillRect(area, _PAPER)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(area, image)
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect().toRectF(), self._theme, 0)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._renew(self.pages[0] if self.pages else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is on screen first."""
        super().showEvent(event)
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by pages, go to the first and the last, zoom with Ctrl."""
        zoomed = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_PageDown:
                self.step(1)
            case Qt.Key.Key_PageUp:
                self.step(-1)
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if zoomed:
                self.zoom_by(1)
            case Qt.Key.Key_Minus if zoomed:
                self.zoom_by(-1)
            case Qt.Key.Key_0 if zoomed:
                self.set_fit(Fit.PAGE)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Draw anew: the focus ring stays where it is while the pages move."""
        self._tell_undrawn()
        self.viewport().update()
