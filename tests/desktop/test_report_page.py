from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ExportError, UsageError
from core.model import Analysis
from core.progress import NoProgress
from core.report.options import Marks, PageSize, ReportOptions
from desktop.actions import Actions
from desktop.engine import Engine
from desktop.pages.report import DEBOUNCE_MS, ReportPage
from desktop.session import Session
from desktop.theme import Theme


@dataclass
class FakeMaker:
    """Writes a page a choice, or fails as it is told; ``gate`` holds it back."""

    calls: list[tuple[ReportOptions, Review, str]] = field(default_factory=list)
    fails: Exception | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    threads: set[int] = field(default_factory=set)
    folders: set[Path] = field(default_factory=set)

    def __call__(self, _: Analysis, path: Path, options: ReportOptions, review: Review, title: str) -> None:
        self.calls.append((options, review, title))
        self.threads.add(threading.get_ident())
        self.folders.add(path.parent)
        self.gate.wait(10)
        if self.fails is not None:
            raise self.fails
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        painter = QPainter(writer)
        for _page in range(7 if options.full_texts else 4):
            writer.newPage()
        painter.end()


@pytest.fixture
def story(engine: Engine, story_files: tuple[Path, ...]) -> Analysis:
    return engine.analyse([engine.read(path).document for path in story_files], NoProgress())


@pytest.fixture
def maker() -> FakeMaker:
    made = FakeMaker()
    made.gate.set()
    return made


@pytest.fixture
def page(qtbot: QtBot, light: Theme, maker: FakeMaker) -> Iterator[ReportPage]:
    window = QMainWindow()
    made = ReportPage(light, Actions(window))
    window.setCentralWidget(made)
    qtbot.addWidget(window)
    made.set_maker(maker)
    window.resize(1440, 822)
    window.show()
    qtbot.waitExposed(window)
    yield made
    maker.gate.set()
    made.shutdown()


@pytest.fixture
def session(story: Analysis) -> Session:
    made = Session()
    made.set_analysis(story)
    return made


def shown(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    page.show_case(session, comparing=False)
    qtbot.waitUntil(lambda: page.can_print)


def test_the_preview_is_made_off_the_main_thread_and_leaves_no_file(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    shown(qtbot, page, session)
    assert page.view is not None
    assert page.view.count == 5
    assert page.bar.said() == "Report on article C, 5 pages"
    assert page.bar.pages() == "Pages 1–2 of 5"
    assert threading.get_ident() not in maker.threads
    assert [folder for folder in maker.folders if folder.exists()] == []


def test_showing_the_same_case_again_asks_for_nothing(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    shown(qtbot, page, session)
    for _ in range(5):
        page.show_case(session, comparing=False)
    qtbot.wait(50)
    assert len(maker.calls) == 1


def test_changes_in_quick_succession_make_one_preview(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    shown(qtbot, page, session)
    page.panel.parts["ledger"].click()
    page.panel.parts["matrix"].click()
    qtbot.keyClicks(page.panel.prepared_by, "Ana")
    assert len(maker.calls) == 1
    assert page.bar.said() == "Making the preview…"
    qtbot.wait(DEBOUNCE_MS // 3)
    assert len(maker.calls) == 1
    qtbot.waitUntil(lambda: page.can_print)
    assert len(maker.calls) == 2
    assert maker.calls[-1][0] == ReportOptions(ledger=False, matrix=False, prepared_by="Ana")


def test_a_change_that_is_taken_back_makes_none(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    shown(qtbot, page, session)
    page.panel.anonymise.click()
    page.panel.anonymise.click()
    qtbot.wait(DEBOUNCE_MS + 100)
    assert len(maker.calls) == 1
    assert page.can_print


def test_the_newest_request_wins_and_the_old_preview_stays_until_then(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    shown(qtbot, page, session)
    maker.gate.clear()
    page.panel.parts["ledger"].click()
    qtbot.waitUntil(lambda: len(maker.calls) == 2)
    page.panel.parts["full_texts"].click()
    assert page.view is not None
    assert page.view.count == 5
    assert not page.can_print
    qtbot.wait(DEBOUNCE_MS + 50)
    maker.gate.set()
    qtbot.waitUntil(lambda: page.can_print)
    assert page.view.count == 8
    assert maker.calls[-1][0] == ReportOptions(ledger=False, full_texts=True)


def test_pages_are_counted_and_never_guessed(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    shown(qtbot, page, session)
    assert page.panel.parts["full_texts"].note() == ""
    page.panel.parts["full_texts"].click()
    qtbot.waitUntil(lambda: page.can_print)
    page.panel.parts["full_texts"].click()
    qtbot.waitUntil(lambda: page.can_print)
    assert page.panel.parts["full_texts"].note() == "adds 3 pages"
    page.panel.parts["ledger"].click()
    assert page.panel.parts["full_texts"].note() == ""


def test_the_panel_says_what_is_reported_and_what_is_judged(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    shown(qtbot, page, session)
    assert page.panel.parts["passages"].note() == "2 passages, 2 without a verdict"
    analysis = session.analysis
    assert analysis is not None
    pair = next(p for p in analysis.pairs if p.links)
    key = FindingKey.of(analysis, pair, pair.links[0])
    session.review_state = Review().judged(key, Judgement(Verdict.DISMISS))
    page.show_case(session, comparing=False)
    assert page.panel.parts["passages"].note() == "2 passages, 1 without a verdict"
    qtbot.waitUntil(lambda: page.can_print)


def test_verdicts_reach_the_maker(qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker) -> None:
    shown(qtbot, page, session)
    session.review_state = Review({FindingKey("a", "b", (0,), (0,)): Judgement(Verdict.CREDIT)})
    page.show_case(session, comparing=False)
    qtbot.waitUntil(lambda: len(maker.calls) == 2 and page.can_print)
    assert maker.calls[-1][1] is session.review_state
    assert maker.calls[-1][2] == session.title


def test_every_choice_is_told_once(page: ReportPage) -> None:
    told: list[ReportOptions] = []
    page.optionsChanged.connect(told.append)
    page.panel.ways[Marks.UNDERLINE].click()
    page.panel.page.set_value(PageSize.LETTER.value)
    page.panel.outlet.setText("Daily Bugle")
    page.choose_logo = lambda parent: "/some/where/logo & co.svg"  # noqa: ARG005 - the interface
    page.panel.logo.click()
    assert "logo" in page.panel.logo.text()
    page.panel.no_logo.click()
    assert told == [
        ReportOptions(marks=Marks.UNDERLINE),
        ReportOptions(marks=Marks.UNDERLINE, page=PageSize.LETTER),
        ReportOptions(marks=Marks.UNDERLINE, page=PageSize.LETTER, outlet="Daily Bugle"),
        ReportOptions(
            marks=Marks.UNDERLINE, page=PageSize.LETTER, outlet="Daily Bugle", logo="/some/where/logo & co.svg"
        ),
        ReportOptions(marks=Marks.UNDERLINE, page=PageSize.LETTER, outlet="Daily Bugle"),
    ]
    page.set_options(ReportOptions(ledger=False, prepared_by="Ana"))
    assert len(told) == 5
    assert not page.panel.parts["ledger"].isChecked()
    assert page.panel.prepared_by.text() == "Ana"
    assert page.options() == ReportOptions(ledger=False, prepared_by="Ana")


def test_method_and_limits_cannot_be_left_out(page: ReportPage) -> None:
    assert page.panel.method.isChecked()
    assert not page.panel.method.isEnabled()


def test_what_is_done_with_the_report_is_handed_on(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    assert not page.panel.save.isEnabled()
    shown(qtbot, page, session)
    page.panel.parts["matrix"].click()
    for button, signal in ((page.panel.save, page.exportWanted), (page.panel.copy, page.copyWanted)):
        with qtbot.waitSignal(signal):
            button.click()
    qtbot.waitUntil(lambda: page.can_print)
    with qtbot.waitSignal(page.printWanted):
        page.panel.print_button.click()


def test_a_failure_is_one_sentence_and_can_be_tried_again(
    qtbot: QtBot, page: ReportPage, session: Session, maker: FakeMaker
) -> None:
    maker.fails = UsageError("The logo “x.png” is damaged.", "Choose a PNG or SVG file.")
    page.show_case(session, comparing=False)
    qtbot.waitUntil(lambda: page.empty.title() == "There is no preview")
    assert page.empty.accessibleName() == (
        "There is no preview. The logo “x.png” is damaged. Choose a PNG or SVG file."
    )
    maker.fails = None
    page._retry.trigger()
    qtbot.waitUntil(lambda: page.can_print)
    maker.fails = ExportError("The disk is full.")
    page.panel.parts["ledger"].click()
    qtbot.waitUntil(lambda: "The disk is full." in page.notice.words())
    assert page.view is not None
    assert page.view.isVisible()
    assert not page.can_print
    maker.fails = None
    page._retry.trigger()
    qtbot.waitUntil(lambda: page.can_print)
    assert page.notice.words() == ""


def test_what_is_no_pdf_is_a_failure_too(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    def bad(_1: Analysis, path: Path, _2: ReportOptions, _3: Review, _4: str) -> None:
        path.write_bytes(b"no pdf")

    page.set_maker(bad)
    page.show_case(session, comparing=False)
    qtbot.waitUntil(lambda: page.empty.title() == "There is no preview")
    assert "Save the PDF" in page.empty.accessibleName()


def test_states_without_a_report(qtbot: QtBot, page: ReportPage, session: Session, story: Analysis) -> None:
    assert page.empty.title() == "Nothing to report yet"
    waiting = Session()
    waiting.add(story.articles)
    page.show_case(waiting, comparing=False)
    assert page.empty.title() == "Nothing is compared yet"
    page.show_case(waiting, comparing=True)
    assert page.empty.title() == "Comparing"
    shown(qtbot, page, session)
    page.show_case(session, comparing=True)
    assert "compared again" in page.notice.words()
    assert page.view is not None
    assert page.view.isVisible()
    page.show_case(waiting, comparing=False)
    assert page.empty.isVisible()
    assert page.view.count == 0


def test_a_stopped_comparison_is_told(qtbot: QtBot, page: ReportPage, story: Analysis) -> None:
    session = Session()
    session.set_analysis(replace(story, pairs=story.pairs[:1], complete=False))
    shown(qtbot, page, session)
    assert page.notice.words() == (
        "The comparison was stopped: 1 of 3 pairs are compared. The report holds only those."
    )


def test_nothing_is_made_while_nobody_looks(qtbot: QtBot, light: Theme, session: Session, maker: FakeMaker) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ReportPage(light, Actions(window))
    window.setCentralWidget(page)
    page.set_maker(maker)
    page.show_case(session, comparing=False)
    qtbot.wait(50)
    assert maker.calls == []
    assert page.view is None
    window.show()
    qtbot.waitUntil(lambda: page.can_print)
    assert len(maker.calls) == 1
    page.shutdown()


def test_page_keys_work_wherever_the_focus_is(qtbot: QtBot, page: ReportPage, session: Session) -> None:
    shown(qtbot, page, session)
    assert page.view is not None
    page.window().activateWindow()
    page.panel.prepared_by.setFocus()
    qtbot.waitUntil(page.panel.prepared_by.hasFocus)
    qtbot.keyClick(page.panel.prepared_by, Qt.Key.Key_PageDown)
    assert page.view.pages == (2, 3)
    qtbot.keyClick(page.panel.prepared_by, Qt.Key.Key_PageUp)
    assert page.view.pages == (0, 1)


def test_the_pages_shown_are_printed(qtbot: QtBot, page: ReportPage, session: Session, tmp_path: Path) -> None:
    shown(qtbot, page, session)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    with qtbot.waitSignal(page.printed) as printed:
        page.print_document(printer)
    assert printed.args == [5]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "out.pdf"))
    with qtbot.waitSignal(page.printFailed) as failed:
        page.print_document(printer)
    assert "did not take" in str(failed.args[0])


def test_everything_has_a_name_and_a_place_in_the_order_of_keys(
    qtbot: QtBot, page: ReportPage, session: Session
) -> None:
    shown(qtbot, page, session)
    focusable = [
        w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(page)
    ]
    assert len(focusable) >= 15
    unnamed = [w for w in focusable if not w.accessibleName()]
    assert unnamed == []


def test_a_start_of_the_window_loads_nothing_that_sets_or_shows_pages() -> None:
    code = (
        "import sys, desktop.pages.report;"
        "print([m for m in ('typst', 'PySide6.QtPdf', 'PySide6.QtPrintSupport') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
