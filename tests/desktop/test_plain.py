"""Nothing in a text can steer what shows it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Span
from core.wording.marks import Mark, MarkKind
from desktop.compare.text import shown
from desktop.dialogs.files import report_name
from desktop.plain import harmless, tooltip
from desktop.theme import Theme
from desktop.widgets.marked_text import MarkedText
from desktop.widgets.parts import ElidedText, Text

HOSTILE = "ab\u202ecd\u2066ef\x00gh\x1b[0m\x07\ud83d!"
HARMLESS = "ab\ufffdcd\ufffdef\ufffdgh\ufffd[0m\ufffd\ufffd!"
_LEFT_OVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffc\ud800-\udfff]")


@given(st.text(st.characters(codec=None)))
def test_the_cleaner_keeps_every_place(text: str) -> None:
    for cleaned in (harmless(text), shown(text)):
        assert len(cleaned) == len(text)
        assert not _LEFT_OVER.search(cleaned)
        cleaned.encode("utf-8")
    assert all(old == new or _LEFT_OVER.match(old) for old, new in zip(text, harmless(text), strict=True))


def test_what_is_taken_away_leaves_a_sign() -> None:
    assert harmless(HOSTILE) == shown(HOSTILE) == HARMLESS
    assert harmless("one\x0btwo\x85three") == "one two three"
    assert (
        harmless("\u200f\u0645\u0631\u062d\u0628\u0627 \U0001f600\n")
        == "\u200f\u0645\u0631\u062d\u0628\u0627 \U0001f600\n"
    )
    assert tooltip(f"<b>{HOSTILE}") == f"<qt>&lt;b&gt;{HARMLESS}</qt>"
    assert report_name("a\u202egpj\u2066.\x07b") == "a gpj . b - report"


@pytest.mark.parametrize("make", [Text, ElidedText])
def test_labels_show_plain_harmless_text(qtbot: QtBot, light: Theme, make: type[Text]) -> None:
    label = make(light, f"<b>{HOSTILE}</b>")
    qtbot.addWidget(label)
    label.resize(900, 30)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == f"<b>{HARMLESS}</b>"
    label.setText(HOSTILE)
    assert label.text() == HARMLESS
    if isinstance(label, ElidedText):
        assert label.full() == label.accessibleName() == f"<b>{HARMLESS}</b>"


def test_a_label_is_plain_before_it_has_its_text(light: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    formats: list[Any] = []

    def note(self: Text, text: str) -> None:  # noqa: ARG001 - the method it stands in for
        formats.append(self.textFormat())

    monkeypatch.setattr(Text, "setText", note)
    Text(light, "<img src='x'>").deleteLater()
    assert formats == [Qt.TextFormat.PlainText]


def test_marked_words_are_harmless(qtbot: QtBot, light: Theme) -> None:
    passage = MarkedText(light)
    qtbot.addWidget(passage)
    passage.resize(600, 60)
    passage.show_marks(HOSTILE, (Mark(Span(0, len(HOSTILE)), MarkKind.CHANGED),), source_side=False)
    assert [word for run in passage._runs for _, word in run.words] == [HARMLESS]
