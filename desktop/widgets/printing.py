"""Put the pages of a PDF document on a printer, each fitted to its sheet. Loads QtPdf and QtPrintSupport."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from core.errors import ExportError
from core.progress import NoProgress, Progress
from desktop.language import tr

_SILENT = NoProgress()
_FINEST = 300
"""Dots an inch: finer ones take four times the memory and look the same."""


def sheet_like(data: bytes | QByteArray, printer: QPrinter) -> None:
    """Set the printer to the size of the document's first page, with no margins of its own."""
    document, _buffer = _opened(data)
    points = document.pagePointSize(0)
    if points.isValid():
        size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setPageSize(size)
        printer.setFullPage(True)
    document.close()


def print_pdf(data: bytes | QByteArray, printer: QPrinter, progress: Progress = _SILENT) -> int:
    """Print the pages that the printer asks for, each as large as fits; return how many.

    Runs on any thread. Raises :class:`ExportError` where the printer takes nothing, and what ``progress`` raises.
    """
    document, _buffer = _opened(data)
    first = printer.fromPage() or 1
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        document.close()
        raise ExportError(
            tr("The printer did not take the report."), tr("Check that it is switched on, or choose another.")
        )
    try:
        area = QRectF(painter.viewport())
        sharp = min(1.0, _FINEST / max(1, printer.resolution()))
        for page in range(first - 1, last):
            progress.step(tr("Printing"), (page - first + 1) / max(1, last - first + 1))
            if page >= first and not printer.newPage():
                raise ExportError(tr("The printer stopped before the last page."), tr("Check its paper and try again."))
            box = fitted(document.pagePointSize(page), area)
            image = document.render(page, QSize(round(box.width() * sharp), round(box.height() * sharp)))
            painter.drawImage(box, image)
    finally:
        painter.end()
        document.close()
    return max(0, last - first + 1)


def fitted(page: QSizeF, area: QRectF) -> QRectF:
    """Return where a page lies on the printable area: as large as fits, centred, never larger than on paper."""
    if page.isEmpty() or area.isEmpty():
        return area
    scale = min(area.width() / page.width(), area.height() / page.height())
    width, height = page.width() * scale, page.height() * scale
    left, top = area.left() + (area.width() - width) / 2, area.top() + (area.height() - height) / 2
    return QRectF(left, top, width, height)


def _opened(data: bytes | QByteArray) -> tuple[QPdfDocument, QBuffer]:
    """Return the document, and what it is read from, which has to live as long."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer
