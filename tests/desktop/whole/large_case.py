"""Go through a large case in a window and tell how long the window was held: ``large_case.py FOLDER``.

FOLDER holds ``a.txt`` and ``b.txt``. Prints JSON: for each step the seconds it took and the longest times, in
milliseconds, during which the event loop did not come round, by the clock and by the main thread's own work; and what
a fixed piece of work takes, done between all steps: a screenful of text laid out and painted with Qt alone, and its
letters counted in plain Python, for what holds a window is made of both.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.report.formats import Format
from core.similarity.encoder import Encoder
from desktop.app import dress, make_application
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine
from desktop.exports import Exported, Target
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import load_theme
from tests.desktop.whole.held import Watch, bare_work, turn, wait

BETWEEN_KEYS = 0.3


class NoModel(CoreEngine):
    """The engine where its model is missing: it compares by wording alone, and much faster."""

    _encoder = Encoder(Path("no-model"), Path("no-vocabulary"))


class Chosen:
    """Stands in for the dialogs that ask for files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:  # noqa: ARG002 - the interface
        """Return both texts."""
        return self._folder / "a.txt", self._folder / "b.txt"

    def article_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        """Choose none."""
        return None

    def export_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        """Return where the report goes."""
        return self._folder

    def case(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        """Return the saved case."""
        return self._folder / "large.cognate"

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:  # noqa: ARG002 - the interface
        """Return where the case is saved."""
        return self._folder / "large.cognate"


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    if focus is None:
        raise LookupError("nothing has the keyboard")
    QTest.keyClick(focus, key, modifier)
    turn()


class Review:
    """Somebody goes through the case."""

    def __init__(self, window: MainWindow, watch: Watch, folder: Path) -> None:
        self.window, self.watch, self.folder = window, watch, folder
        self.written: list[Exported] = []
        window.work.exported.connect(self.written.append)

    def all(self, *, brief: bool) -> None:
        """Take every step, or all but the one that takes long of itself."""
        self.compare()
        self.screens()
        self.scroll()
        self.judge()
        self.arrange()
        self.find()
        if not brief:
            self.export()
        self.save_and_open()

    def compare(self) -> None:
        """Add the articles and have them compared."""
        window = self.window
        with self.watch.step("import"):
            window.actions_by_name["open"].trigger()
            wait(lambda: window.work.comparing or window.work.session.analysis is not None)
        with self.watch.step("analysis"):
            wait(lambda: window.work.session.analysis is not None)
        with self.watch.step("keeping"):
            wait(lambda: bool(window.files.saved_at))

    def screens(self) -> None:
        """Go to every screen, twice."""
        window = self.window
        for lap in ("first", "again"):
            for key, name in enumerate(("overview", "compare", "ledger", "report"), Qt.Key.Key_1):
                with self.watch.step(f"{name}, {lap}"):
                    press(Qt.Key(key), Qt.KeyboardModifier.ControlModifier)
                    wait(lambda: window.case.ready and not window.case.pending)
        press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    def scroll(self) -> None:
        """Scroll by wheel, by page and to the ends, and through the ledger."""
        with self.watch.step("wheel"):
            column = self.window.case.view._columns[1].viewport()
            for _ in range(60):
                wheel(column, -120)
        with self.watch.step("pages"):
            self.window.case.view._columns[1].setFocus()
            for key in (*[Qt.Key.Key_PageDown] * 30, Qt.Key.Key_End, Qt.Key.Key_Home):
                press(key)
        with self.watch.step("ledger pages"):
            press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
            wait(lambda: not self.window.case.ledger.auditing)
            self.window.case.ledger.table.setFocus()
            for key in (*[Qt.Key.Key_PageDown] * 20, Qt.Key.Key_End, Qt.Key.Key_Home):
                press(key)
        with self.watch.step("ledger filter"):
            press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
            for key in (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_E):
                press(key)
            press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            press(Qt.Key.Key_Backspace)
        press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        self.window.case.view.setFocus()

    def judge(self) -> None:
        """Go through findings and give verdicts, take them back and give them again."""
        with self.watch.step("findings"):
            for _ in range(25):
                press(Qt.Key.Key_J)
        with self.watch.step("verdicts"):
            for number in range(25):
                press(Qt.Key(Qt.Key.Key_1 + number % 4))
        with self.watch.step("undo, redo"):
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            for _ in range(10):
                press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            for _ in range(10):
                press(Qt.Key.Key_Z, both)
        with self.watch.step("note"):
            press(Qt.Key.Key_N)
            for key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_K, Qt.Key.Key_Escape):
                press(key)

    def arrange(self) -> None:
        """Fold, swap, and look only at divergences."""
        for name, key in (("fold", Qt.Key.Key_Z), ("swap", Qt.Key.Key_X), ("divergences only", Qt.Key.Key_D)):
            with self.watch.step(name):
                press(key)
                press(key)
        with self.watch.step("resize"):
            for width in (1300, 1100, 1440):
                self.window.resize(width, 900)
                turn()
        with self.watch.step("class filter"):
            for _ in range(2):
                self.window.case.classes.toggle(self.window.case.classes.index(1))
                turn()

    def find(self) -> None:
        """Find words in both texts."""
        with self.watch.step("find"):
            press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
            for key in (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Return):
                press(key)
            press(Qt.Key.Key_Escape)
        self.window.case.view.setFocus()

    def export(self) -> None:
        """Write the report, going through findings meanwhile, some in a second."""
        with self.watch.step("export"):
            self.window.exporting.write((Target(Format.PDF, self.folder / "report.pdf"),))
            while not self.written:
                for key in (Qt.Key.Key_J, Qt.Key.Key_K):
                    press(key)
                    until = time.perf_counter() + BETWEEN_KEYS
                    wait(lambda until=until: time.perf_counter() > until)  # type: ignore[misc]

    def save_and_open(self) -> None:
        """Save the case under a name, begin a new one and open the saved one again."""
        window, keeper = self.window, self.window.files.keeper
        with self.watch.step("save as"):
            press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            wait(lambda: keeper.path == self.folder / "large.cognate" and not keeper.waiting)
        with self.watch.step("new"):
            window.files.new()
            wait(lambda: not window.work.busy and not window.work.session.articles)
        with self.watch.step("open"):
            window.files.open(self.folder / "large.cognate")
            wait(lambda: window.work.session.analysis is not None and not window.work.busy)


def wheel(target: QWidget, delta: int) -> None:
    """Turn the wheel by one notch."""
    place = QPointF(target.rect().center())
    event = QWheelEvent(
        place,
        target.mapToGlobal(place),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's call
    )
    QApplication.sendEvent(target, event)
    turn()


def main() -> int:
    """Go through the case and print what was measured."""
    parser = argparse.ArgumentParser(description="Go through a large case in a window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", action="store_true", help="compare with the language model too")
    parser.add_argument("--brief", action="store_true", help="write no report")
    asked = parser.parse_args()
    application = make_application(["cognate"])
    theme, settings = load_theme("light"), Settings(asked.folder / "settings.ini")
    dress(application, theme)
    wardrobe = Wardrobe(application, theme, settings)
    engine = CoreEngine() if asked.model else NoModel()
    window = MainWindow(theme, engine, settings, Chosen(asked.folder), asked.folder / "unsaved")
    window.looks.wardrobe = wardrobe
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    turn()
    text = (asked.folder / "a.txt").read_text("utf-8")
    watch = Watch(lambda: bare_work(theme, text))
    Review(window, watch, asked.folder).all(brief=asked.brief)
    watch.end()
    analysis = window.work.session.analysis
    counts = [len(a.sentences) for a in analysis.articles] if analysis else []
    links = sum(len(pair.links) for pair in analysis.pairs) if analysis else 0
    judged = len(window.work.session.review_state.judgements)
    steps = {
        step.name: {**step.told(), "bare": bare} for step, bare in zip(watch.steps, watch.references(), strict=True)
    }
    told = {"sentences": counts, "links": links, "judged": judged, "bare": median(watch.bare), "steps": steps}
    print(json.dumps(told, indent=1))  # noqa: T201 - what it is for
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
