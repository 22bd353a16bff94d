"""Tell how long a window is held: a beat of the event loop, and a fixed piece of work to compare with."""

from __future__ import annotations

import itertools
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import FrameType

from PySide6.QtCore import QEventLoop, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme

BEAT_MS = 1
LINES, COLUMN = 84, 330
"""Lines of text in view on Compare in a window of 1440 by 900, and the width of a column's text."""
ROUNDS = 24
"""How often the letters of the screenful are counted: about as long as it takes to set them."""
PATIENCE = 900.0
"""Seconds after which waiting is given up."""


@dataclass
class Step:
    """What one step took, in seconds, and the longest holds in milliseconds as (by the clock, own work, where)."""

    name: str
    took: float = 0.0
    holds: list[tuple[float, float, str]] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """Return the step for JSON, its longest holds first."""
        longest = sorted(self.holds, reverse=True)[:5]
        work = sorted((own for _, own, _ in self.holds), reverse=True)
        return {
            "took": round(self.took, 3),
            "clock": round(longest[0][0], 1) if longest else 0.0,
            "work": round(work[0], 1) if work else 0.0,
            "second": round(work[1], 1) if len(work) > 1 else 0.0,
            "over_50": sum(own > 50 for own in work),
            "where": [f"{clock:.0f} ms, {own:.0f} own: {where}" for clock, own, where in longest],
        }


class Watch:
    """Beats as often as the event loop comes round, and notes when it does not.

    Args:
        bare: does the fixed piece of work and returns its milliseconds; called before each step.
    """

    def __init__(self, bare: Callable[[], float]) -> None:
        self.steps: list[Step] = []
        self.bare: list[float] = []
        self._do_bare, self._inside = bare, False
        self._last = time.perf_counter(), time.thread_time()
        self._main = threading.get_ident()
        self._seen = ""
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what happens inside."""
        turn()
        self.bare.append(self._do_bare())
        turn()
        step = Step(name)
        self._inside = True
        self._last, self._seen = (time.perf_counter(), time.thread_time()), ""
        self.steps.append(step)
        began = time.perf_counter()
        yield
        turn()
        step.took = time.perf_counter() - began
        self._inside = False

    def references(self) -> list[float]:
        """Return for each step what the fixed work took about then: the middle one of before, after and in general."""
        usual = median(self.bare)
        return [median((before, after, usual)) for before, after in itertools.pairwise(self.bare)]

    def end(self) -> None:
        """Look no more."""
        self.bare.append(self._do_bare())
        self._timer.stop()
        self._ended.set()
        self._looking.join()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        last, worked = self._last
        if self._inside:
            self.steps[-1].holds.append((1e3 * (now - last) - BEAT_MS, 1e3 * (work - worked), self._seen))
        self._last, self._seen = (now, work), ""

    def _look(self) -> None:
        """From another thread, note where the main one is while it does not beat."""
        while not self._ended.wait(0.02):
            if time.perf_counter() - self._last[0] > 0.04:
                frame = sys._current_frames().get(self._main)
                self._seen = _where(frame) if frame is not None else ""


def _where(frame: FrameType) -> str:
    """Return the program's own places on a stack, the innermost first."""
    own = [x for x in traceback.extract_stack(frame) if "/desktop/" in x.filename or "/core/" in x.filename]
    return " < ".join(f"{Path(x.filename).name}:{x.lineno} {x.name}" for x in reversed(own[-7:]))


def turn() -> None:
    """Let the event loop come round twice, and rest between."""
    for _ in range(2):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.002)
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def wait(until: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    began = time.perf_counter()
    while not until():
        if time.perf_counter() - began > PATIENCE:
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def bare_work(theme: Theme, text: str) -> float:
    """Return the milliseconds of the fixed piece of work: half of it is Qt's, half plain Python."""
    began = time.thread_time()
    shown = set_screenful(theme, text)
    counted: dict[str, int] = {}
    for _ in range(ROUNDS):
        for letter in text[:shown]:
            counted[letter] = counted.get(letter, 0) + 1
    return 1e3 * (time.thread_time() - began)


def set_screenful(theme: Theme, text: str) -> int:
    """Have Qt alone lay out and paint as many lines as Compare has in view; return how many letters these hold."""
    image = QImage(QSize(1440, 900), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.color("paper"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    paragraphs = [line for line in text.splitlines() if line]
    painter = QPainter(image)
    painter.setPen(theme.color("ink"))
    lines = letters = 0
    for paragraph in paragraphs:
        layout = QTextLayout(paragraph, theme.reading_font())
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while lines < LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(COLUMN)
            line.setPosition(QPointF(0, y))
            y += line.height()
            lines += 1
            letters += line.textLength()
        layout.endLayout()
        layout.draw(painter, QPointF(0 if lines < LINES / 2 else COLUMN, 0))
        if lines >= LINES:
            break
    painter.end()
    return letters
