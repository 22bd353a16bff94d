from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from core.errors import ExportError
from core.progress import Cancelled
from desktop.theme import Theme
from desktop.widgets.preview import PageView, UnreadablePdfError
from desktop.widgets.preview_bar import PreviewBar, pages_text
from desktop.widgets.preview_layout import MARGIN, Fit, arrange
from desktop.widgets.printing import fitted, print_pdf, sheet_like
from desktop.widgets.undrawn_page import UndrawnPage

A4 = (595.0, 842.0)


def pdf_of(path: Path, pages: int, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> bytes:
    """Return a PDF whose pages bear their numbers."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(size))
    writer.setResolution(72)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(100, 100, f"Page {page + 1}")
    painter.end()
    return path.read_bytes()


def pages_of(view: PageView) -> tuple[int, tuple[int, ...]]:
    return view.count, view.pages


@pytest.fixture
def view(qtbot: QtBot, light: Theme, tmp_path: Path) -> PageView:
    made = PageView(light)
    qtbot.addWidget(made)
    made.resize(1170, 760)
    made.show_pdf(pdf_of(tmp_path / "nine.pdf", 9))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_two_pages_are_fitted_side_by_side_where_there_is_room() -> None:
    wide, narrow = arrange([A4] * 9, (1170, 760), Fit.PAGE), arrange([A4] * 9, (500, 760), Fit.PAGE)
    assert (wide.columns, wide.rows) == (2, 5)
    assert wide.boxes[0].height == pytest.approx(760 - 2 * MARGIN, abs=1)
    assert wide.boxes[1].y == wide.boxes[0].y
    assert narrow.columns == 1
    assert arrange([A4], (1170, 760), Fit.PAGE).columns == 1


def test_widths_and_factors() -> None:
    width = arrange([A4] * 3, (800, 600), Fit.WIDTH)
    assert (width.columns, width.boxes[0].width) == (1, 800 - 2 * MARGIN)
    full = arrange([A4] * 3, (800, 600), Fit.NONE, 1.0)
    assert full.boxes[0].width == round(595 * 96 / 72)
    assert full.factor == pytest.approx(1)


def test_rows_are_found_by_where_they_lie() -> None:
    sheet = arrange([A4] * 5, (1170, 760), Fit.PAGE)
    assert sheet.row_at(0) == 0
    assert sheet.row_at(sheet.height) == 2
    assert sheet.pages(2) == (4,)
    assert sheet.top(0) == 0
    assert sheet.shown(sheet.top(1), sheet.top(1) + 760)[:2] == (2, 3)


@given(
    st.lists(st.tuples(st.floats(20, 2000), st.floats(20, 2000)), max_size=12),
    st.tuples(st.floats(1, 3000), st.floats(1, 3000)),
    st.sampled_from(Fit),
    st.floats(0.01, 20),
)
def test_pages_never_lie_over_each_other(
    sizes: list[tuple[float, float]], view: tuple[float, float], fit: Fit, factor: float
) -> None:
    sheet = arrange(sizes, view, fit, factor)
    assert len(sheet.boxes) == len(sizes)
    for one, other in zip(sheet.boxes, sheet.boxes[1:], strict=False):
        assert other.x >= one.x + one.width or other.y >= one.y + one.height
    assert all(box.y >= 0 and box.y + box.height <= sheet.height + 1 for box in sheet.boxes)


def test_the_view_draws_its_pages_and_steps_by_keys(qtbot: QtBot, view: PageView) -> None:
    qtbot.waitUntil(lambda: view.ready)
    assert pages_of(view) == (9, (0, 1))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert pages_of(view)[1] == (2, 3)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert pages_of(view)[1] == (0, 1)
    assert not view.can_step(-1)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert pages_of(view)[1] == (8,)
    assert not view.can_step(1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert pages_of(view)[1] == (0, 1)
    assert view.accessibleDescription() == "Showing pages 1 and 2 of 9"
    qtbot.waitUntil(lambda: view.ready)


def test_ctrl_and_the_wheel_zoom(qtbot: QtBot, view: PageView) -> None:
    before = view.factor
    _wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.factor == pytest.approx(before * 1.15, rel=0.01)
    assert str(view.fit) == Fit.NONE
    at = view.verticalScrollBar().value()
    _wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > at
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert str(view.fit) == Fit.PAGE


def _wheel(view: PageView, by: int, keys: Qt.KeyboardModifier) -> None:
    place, no_button, no_phase = QPointF(50, 50), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), QPoint(0, by), no_button, keys, no_phase, False)  # noqa: FBT003 - Qt's own
    view.wheelEvent(event)


def test_another_document_keeps_the_page_and_is_drawn_anew(qtbot: QtBot, view: PageView, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: view.ready)
    view.go_to(4)
    view.show_pdf(pdf_of(tmp_path / "six.pdf", 6))
    assert pages_of(view) == (6, (4, 5))
    assert not view.ready
    qtbot.waitUntil(lambda: view.ready)
    view.clear()
    assert pages_of(view) == (0, ())


def test_what_is_no_pdf_leaves_the_last_one(view: PageView) -> None:
    with pytest.raises(UnreadablePdfError):
        view.show_pdf(b"no pdf")
    assert view.count == 9


def test_the_bar_says_which_pages_and_how_they_are_fitted(qtbot: QtBot, light: Theme) -> None:
    bar = PreviewBar(light)
    qtbot.addWidget(bar)
    bar.show_pages((0, 1), 9, on=True)
    assert bar.pages() == "Pages 1–2 of 9"
    assert bar.next.isEnabled()
    assert not bar.previous.isEnabled()
    bar.show_fit(Fit.NONE, 1.32)
    assert bar.zoom.currentText() == "132 %"
    bar.show_fit(Fit.WIDTH, 2)
    assert [bar.zoom.itemText(i) for i in range(bar.zoom.count())] == ["Fit page", "Fit width", "100 %"]
    with qtbot.waitSignal(bar.stepWanted) as step:
        bar.next.trigger()
    assert step.args == [1]
    bar.zoom.set_value("100")
    with qtbot.waitSignal(bar.fitWanted) as wanted:
        bar.zoom.activated.emit(2)
    assert wanted.args == [Fit.NONE, 1.0]
    assert pages_text((), 0) == ""
    assert pages_text((8,), 9) == "Page 9 of 9"


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


@pytest.mark.usefixtures("qapp")
def test_pages_go_to_the_printer_on_sheets_of_their_size(tmp_path: Path) -> None:
    data = pdf_of(tmp_path / "in.pdf", 3, QPageSize.PageSizeId.Letter)
    printer = _printer(tmp_path / "out.pdf")
    sheet_like(data, printer)
    assert print_pdf(data, printer) == 3
    document = QPdfDocument()
    document.load(str(tmp_path / "out.pdf"))
    assert document.pageCount() == 3
    assert document.pagePointSize(0).width() == pytest.approx(612, abs=1)
    image = document.render(0, document.pagePointSize(0).toSize())
    assert any(image.pixelColor(x, y).lightness() < 128 and image.pixelColor(x, y).alpha() for x in range(90, 180)
               for y in range(80, 110))  # fmt: skip
    document.close()


@pytest.mark.usefixtures("qapp")
def test_a_range_of_pages_can_be_printed(tmp_path: Path) -> None:
    printer = _printer(tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert print_pdf(pdf_of(tmp_path / "in.pdf", 5), printer) == 2


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    printer = _printer(tmp_path / "no" / "such" / "out.pdf")
    with pytest.raises(ExportError, match="did not take the report"):
        print_pdf(pdf_of(tmp_path / "in.pdf", 1), printer)


class _Stopper:
    def step(self, stage: str, done: float) -> None:  # noqa: ARG002 - the interface
        if done > 0:
            raise Cancelled


@pytest.mark.usefixtures("qapp")
def test_printing_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        print_pdf(pdf_of(tmp_path / "in.pdf", 3), _printer(tmp_path / "out.pdf"), _Stopper())


def test_a_page_is_as_large_as_fits_and_centred() -> None:
    box = fitted(QSizeF(100, 200), QRectF(0, 0, 400, 400))
    assert (box.x(), box.y(), box.width(), box.height()) == (100, 0, 200, 400)
    assert fitted(QSizeF(), QRectF(0, 0, 4, 4)) == QRectF(0, 0, 4, 4)


def test_a_size_that_was_left_and_taken_up_again_stays_drawn(qtbot: QtBot, view: PageView) -> None:
    qtbot.waitUntil(lambda: view.ready)
    view.resize(1140, 740)
    view.resize(1170, 760)  # its pictures are still there, and those of the other size on their way
    assert view.ready
    qtbot.wait(400)
    assert view.ready


class Blind(QPdfPageRenderer):
    """Draws no page at all, and counts how often each is asked for; ``deaf`` takes no request."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.asked: list[int] = []
        self.deaf = False

    def requestPage(self, page: int, size: QSize, *_: object) -> int:  # noqa: N802 - Qt's name
        self.asked.append(page)
        number = len(self.asked)
        if not self.deaf:
            answer = (page, size, QImage(), QPdfDocumentRenderOptions(), number)
            QTimer.singleShot(0, self._view, lambda: self._view._take(*answer))
        return 0 if self.deaf else number


@pytest.fixture
def blind(view: PageView, qtbot: QtBot) -> Blind:
    qtbot.waitUntil(lambda: view.ready)
    view._again.setInterval(1)
    made = Blind(view)
    view._renderer = made
    return made


def cards(view: PageView) -> list[UndrawnPage]:
    return [card for _, card in sorted(view._undrawn.items()) if card.isVisible()]


@pytest.mark.parametrize("deaf", [False, True])
def test_a_page_that_cannot_be_drawn_is_given_up_and_says_so(
    qtbot: QtBot, view: PageView, blind: Blind, tmp_path: Path, *, deaf: bool
) -> None:
    blind.deaf = deaf
    view.show_pdf(pdf_of(tmp_path / "six.pdf", 6))
    qtbot.waitUntil(lambda: view.ready and len(cards(view)) == 2)
    assert [card.accessibleName() for card in cards(view)] == [
        "Page 1 could not be drawn.",
        "Page 2 could not be drawn.",
    ]
    assert {page: blind.asked.count(page) for page in (0, 1)} == {0: 5, 1: 5}
    qtbot.waitUntil(lambda: not view._again.isActive())
    before = len(blind.asked)
    qtbot.wait(50)
    assert len(blind.asked) == before, "nothing is asked for any more"
    assert not view._images, "nor stands a page of the document before in its place"
    for card, page in zip(cards(view), (0, 1), strict=True):
        assert view._at(view._sheet.boxes[page]).contains(card.geometry())


def test_another_try_draws_the_page(qtbot: QtBot, view: PageView, blind: Blind, tmp_path: Path) -> None:
    able = QPdfPageRenderer(view)
    able.pageRendered.connect(view._take)
    view.show_pdf(pdf_of(tmp_path / "six.pdf", 6))
    qtbot.waitUntil(lambda: len(cards(view)) == 2)
    assert blind.asked.count(0) == 5
    able.setDocument(view.document)
    view._renderer = able
    first = cards(view)[0]
    first.again.setFocus()
    qtbot.keyClick(first.again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view._drawn(0))
    assert [card.said for card in cards(view)] == ["Page 2 could not be drawn."]
    assert view.hasFocus()
    view.set_fit(Fit.WIDTH)  # at another size nobody has tried it yet
    qtbot.waitUntil(lambda: view.ready)
    assert not cards(view)


def test_cards_go_with_their_pages(qtbot: QtBot, view: PageView, blind: Blind, tmp_path: Path) -> None:
    view.show_pdf(pdf_of(tmp_path / "six.pdf", 6))
    qtbot.waitUntil(lambda: len(cards(view)) == 2)
    view.go_to(2)
    qtbot.waitUntil(lambda: [card.said for card in cards(view)][-1:] == ["Page 4 could not be drawn."])
    assert all(view._at(view._sheet.boxes[page]).contains(card.geometry()) for page, card in view._undrawn.items())
    assert len(blind.asked) < 50
    view.clear()
    assert not cards(view)
