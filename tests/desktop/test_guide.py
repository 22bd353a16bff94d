"""The user guide: what is in it, its window, its links, finding words in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS
from desktop.control.looks import SECTIONS
from desktop.dialogs.guide import GuideWindow
from desktop.main_window import MainWindow
from desktop.models.guide import Heading, fitted, folder, guide_text, is_outside, render, slug
from desktop.screens import Screen
from desktop.theme import Theme, load_theme

ADDRESS = "https://example.org/a"
SHORT = f"""# Title

Begin with [the end](#the-end) or [a page]({ADDRESS}) or [a file](/etc/hosts).

## The middle: parts

{"Some words that fill lines. " * 400}

### Deeper

| keys | do |
|---|---|
| `J` | gulls <b>fly</b> |

## The end

Gulls return, *gulls* rest.
"""


def size_of(path: str) -> tuple[int, int]:
    return {"wide.png": (1440, 900)}.get(path, (300, 200))


@pytest.fixture
def worn(light: Theme) -> Theme:  # noqa: ARG001 - the application is dressed
    """Return a theme that no other test wears."""
    return load_theme("light")


@pytest.fixture
def opened(qtbot: QtBot, worn: Theme) -> Iterator[GuideWindow]:
    owner = QWidget()
    qtbot.addWidget(owner)
    larger = QAction("Larger", owner)
    larger.setShortcut(QKeySequence("Ctrl++"))
    larger.triggered.connect(lambda: worn.wear(zoom=worn.zoom + 0.1))
    made = GuideWindow(worn, [larger], None, SHORT)
    qtbot.addWidget(made)
    made.show_section("")
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: not made.text.unsettled)
    yield made
    made.close()


def top(opened: GuideWindow) -> int:
    return opened.text.verticalScrollBar().value()


# the text


def test_the_guide_names_every_screen_and_only_links_to_places_that_there_are() -> None:
    guide = render(guide_text(), size_of, 700)
    slugs = [heading.slug for heading in guide.headings]

    assert set(SECTIONS) == set(Screen)
    assert set(SECTIONS.values()) <= set(slugs)
    assert len(slugs) == len(set(slugs))
    assert set(re.findall(r"\]\(#([^)]+)\)", guide_text())) <= set(slugs)


def test_the_guide_has_what_an_editor_asks_for() -> None:
    titles = [heading.text for heading in render(guide_text(), size_of, 700).headings]

    for title in ("A first case in five minutes", "Reading the colours", "Verdicts", "What the scores mean", "Limits"):
        assert title in titles
    assert titles[-2:] == ["Privacy", "Keyboard"]


def test_the_guide_tells_keys_that_there_are() -> None:
    known = {spec.key for spec in ACTIONS} | {"Enter", "Ctrl+Enter", "Esc", "F10"}
    told = set(re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+|[A-Z\[\]?])`", guide_text()))

    assert told <= known
    assert {"F1", "J", "Ctrl+E", "W"} <= told


def test_its_pictures_are_shipped_and_small() -> None:
    shown = re.findall(r"!\[[^\]]{20,}\]\((.+?)\)", guide_text())

    assert len(shown) == guide_text().count("![")
    for path in shown:
        assert 0 < len((folder() / path).read_bytes()) < 300_000


def test_markdown_becomes_html_with_pictures_that_fit_and_html_stays_text() -> None:
    guide = render("# T\n\n![a](wide.png)\n\n![b](small.png) <b>x</b>\n\n#### Deep", size_of, 720)

    assert 'width="720" height="450"' in guide.html
    assert 'width="300" height="200"' in guide.html
    assert guide.html.count('class="picture"') == 1
    assert "&lt;b&gt;x" in guide.html
    assert guide.headings == (Heading(1, "T", "t"),)


def test_links_call_headings_as_code_hosts_do() -> None:
    assert slug("What the scores mean") == "what-the-scores-mean"
    assert slug("Who wrote first? (Direction)") == "who-wrote-first-direction"
    assert fitted((10, 1), 4) == (4, 1)
    assert [is_outside(a) for a in ("HTTPS://x", "mailto:a@b", "#x", "/etc/hosts")] == [True, True, False, False]


# the window


def test_contents_lead_to_headings_and_follow_the_reader(opened: GuideWindow) -> None:
    names = [opened.contents.item(row).text().strip() for row in range(opened.contents.count())]
    assert names == ["Title", "The middle: parts", "Deeper", "The end"]
    assert opened.contents.currentRow() == 0

    opened.contents.setCurrentRow(1)
    assert top(opened) > 0
    opened.text.verticalScrollBar().setValue(opened.text.verticalScrollBar().maximum())
    assert opened.contents.currentRow() == 3
    opened.text.verticalScrollBar().setValue(0)
    assert opened.contents.currentRow() == 0


def test_a_link_inside_goes_there_and_one_outside_is_only_told(opened: GuideWindow) -> None:
    opened.text.anchorClicked.emit(QUrl("#the-end"))
    assert opened.contents.currentRow() == 3
    assert not opened.copy.isVisible()

    opened.text.anchorClicked.emit(QUrl(ADDRESS))
    assert opened.note.text() == f"{ADDRESS} is outside Cognate and is not opened."
    opened.copy.click()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert opened.copy.text() == "Copied"

    before = top(opened)
    opened.text.anchorClicked.emit(QUrl("/etc/hosts"))
    assert top(opened) == before


@pytest.mark.parametrize("path", ["/etc/hosts", "pictures/../guide.md", "file:///etc/hosts", ADDRESS, "guide.md"])
def test_it_loads_nothing_but_its_pictures(opened: GuideWindow, path: str) -> None:
    image = QTextDocument.ResourceType.ImageResource.value

    assert opened.text.loadResource(image, QUrl(path)) is None
    assert opened.text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(path)) is None


def test_words_are_found_forward_and_back(opened: GuideWindow) -> None:
    QTest.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    opened.begin_find()
    opened.finder.line.setText("gulls")
    assert opened.finder.count_text() == "1 of 3"
    QTest.keyClick(opened.finder.line, Qt.Key.Key_Return)
    assert opened.finder.count_text() == "2 of 3"
    QTest.keyClick(opened.finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened.finder.count_text() == "1 of 3"
    opened.finder.line.setText("nowhere")
    assert opened.finder.count_text() == "Nothing found"
    QTest.keyClick(opened.finder.line, Qt.Key.Key_Escape)
    assert not opened.finder.isVisible()
    assert opened.isVisible()
    assert opened.text.extraSelections() == []


def test_it_follows_zoom_and_theme_and_stays_where_it_is(qtbot: QtBot, opened: GuideWindow, worn: Theme) -> None:
    opened.text.go_to_slug("the-end")
    before = opened.text.document().defaultFont().pixelSize()
    opened.actions()[-1].trigger()
    worn.wear(zoom=1.5)
    qtbot.waitUntil(lambda: not opened.text.unsettled)
    assert opened.text.document().defaultFont().pixelSize() > before
    worn.wear("dark")
    qtbot.waitUntil(lambda: not opened.text.unsettled)
    assert worn.color("ink").name() in opened.text.document().defaultStyleSheet()
    assert opened.contents.currentRow() == 3


def test_all_of_it_is_named_and_reached_by_keys(opened: GuideWindow) -> None:
    reached = [opened.contents, opened.text, *(b for b in opened.findChildren(QPushButton) if b.isVisible())]
    for widget in itertools.chain(reached, (opened.finder.line,)):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


# from the main window


def test_f1_opens_it_once_at_the_screen_that_is_shown(case: MainWindow) -> None:
    for screen, title in ((Screen.LEDGER, "Ledger"), (Screen.COMPARE, "Compare")):
        case.navigation.show(screen)
        case.actions_by_name["guide"].trigger()
        (guide,) = case.findChildren(GuideWindow)
        assert guide.isVisible()
        assert not guide.isModal()
        assert guide.contents.currentItem().text() == title
        guide.reject()
    assert case.actions_by_name["guide"].shortcut() == QKeySequence("F1")
