"""Wording that is read from right to left, as the inspector shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Span
from core.wording.marks import Mark, MarkKind
from desktop.plain import right_to_left
from desktop.theme import Theme
from desktop.widgets.marked_text import MarkedText

ARABIC = "\u00ab\u0623\u063a\u0644\u0642 \u0627\u0644\u0645\u064a\u0646\u0627\u0621 \u0627\u0644\u064a\u0648\u0645"


def marked(theme: Theme, text: str) -> MarkedText:
    """Return the text, a mark for each of its words."""
    made = MarkedText(theme)
    made.resize(400, 60)
    starts = [n for n, c in enumerate(text) if n == 0 or text[n - 1] == " "]
    marks = [Mark(Span(n, n + len(text[n:].split(" ", maxsplit=1)[0])), MarkKind.SAME) for n in starts]
    made.show_marks(text, marks, source_side=False)
    return made


def test_the_first_letter_says_the_direction() -> None:
    assert right_to_left(ARABIC)
    assert right_to_left("12: " + ARABIC)
    assert not right_to_left("One " + ARABIC)
    assert not right_to_left("12.")
    assert not right_to_left("")


def test_words_go_from_the_side_that_they_are_read_from(qtbot: QtBot, light: Theme) -> None:
    for text, order in (("One two three", (0, 1, 2)), (ARABIC, (2, 1, 0))):
        made = marked(light, text)
        qtbot.addWidget(made)
        places = [made._rect(run) for run in made._runs]
        assert sorted(range(3), key=lambda n: places[n].left()) == list(order)
        assert all(p.left() >= 0 and p.right() <= made.width() for p in places)
        assert not any(p.intersects(q) for p in places for q in places if p is not q)
        edge = places[0].left() if order[0] == 0 else made.width() - places[0].right()
        assert edge == 4
        assert not made.grab().isNull()


def test_the_arrows_follow_the_direction(qtbot: QtBot, light: Theme) -> None:
    for text, ahead in (("One two three", Qt.Key.Key_Right), (ARABIC, Qt.Key.Key_Left)):
        made = marked(light, text)
        qtbot.addWidget(made)
        lit: list[int] = []
        made.lit.connect(lit.append)
        QTest.keyClick(made, ahead)
        QTest.keyClick(made, ahead)
        assert lit == [0, 1]
