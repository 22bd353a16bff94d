"""Go through the window in the pseudo-locale, and tell what is not in it: ``pseudo_window.py TRANSLATIONS FOLDER``.

A line of JSON for each complaint: the state, the widget, and the words without an accent, or what has too little room.
"""

from __future__ import annotations

import html
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractProxyModel, QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTableView,
    QWidget,
)

from core.divergence.turned import turned_divergence
from core.model import Analysis
from core.options import Options
from core.report.cards import change
from core.report.credits import credit_sentences
from core.report.exclusions import exclusions
from core.report.figures import scale
from core.report.findings import actions
from core.report.judged import passages_note
from core.report.quotations import quotation_tables
from core.report.sources import sources_of
from core.report.statements import direction, licensed_changes, statement
from desktop.app import make_application
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.guide import GuideWindow
from desktop.settings import THRESHOLDS
from desktop.widgets.marked_text import MarkedText
from desktop.widgets.parts import ElidedText
from tools.export_states import REPORTS
from tools.pseudo_locale import LANGUAGE
from tools.stage import Stage
from tools.states import STATES
from tools.strings import FOLDER, TEMPLATE

SHOWN = (
    "welcome",
    "one-article",
    "failed-file",
    "overview",
    "overview-table",
    "compare",
    "compare-find",
    "ledger",
    "report",
    "preferences",
    "keys",
    "guide",
    "about",
    "export",
    "exported",
    "failed-export",
    "details",
)
WIDE, NARROW = (1600, 1000), (1100, 720)
_TOKEN = re.compile(r"[\w’']+")
_WORD = re.compile(r"[a-z]{2,}")
_QUOTED = re.compile(r"“[^”]*”(?: missing| added)?")
_FILE = re.compile(r"[\w-]+\.(?:docx|html|pdf|csv|json)\b|- report(?=/|$)")
_CUT = re.compile(r"(\w+)…")
_TAG = re.compile(r"<[^>]*>")
_ROWS = 30
# Keys are called as the system calls them; Qt has words of its own, which its own translations bring.
_KEYS = re.compile(
    r"(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:PgUp|PgDown|PgDn|Del|Esc|Enter|Up|Down|F\d+|(?<=\+)\w)|Ctrl|Shift|Alt|Meta"
)
_NAMES = {"Cognate", "PySide6", "SHA-256", "ASCII", "utf-8", "(en)", "MIT"}


def texts(thing: QObject) -> Iterator[str]:
    """Yield what people read or hear of a widget or an action."""
    if isinstance(thing, QAction):
        by_qt = thing.text().replace("…", "")
        yield from (thing.text(), "" if thing.toolTip() == by_qt else thing.toolTip(), thing.statusTip())
        return
    if not isinstance(thing, QWidget):
        return
    yield from (thing.accessibleName(), thing.accessibleDescription(), thing.toolTip(), thing.windowTitle())
    if isinstance(thing, ElidedText):
        yield thing.full()
    elif isinstance(thing, QLabel | QAbstractButton):
        yield thing.text()
    elif isinstance(thing, QLineEdit):
        yield thing.placeholderText()
    elif isinstance(thing, QAbstractItemView) and not isinstance(thing, QHeaderView):
        yield from _cells(thing)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel | QAbstractProxyModel) else 1
    if isinstance(view, QTableView):
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(min(_ROWS, model.rowCount(QModelIndex()))):
        for column in range(columns):
            for role in roles:
                yield str(model.data(model.index(row, column), role) or "")


class Data:
    """What is no text of the desktop's: the articles, their files, and the sentences of the engine."""

    def __init__(self, stage: Stage, vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary - set(_words(" ".join(_NAMES)))
        session = stage.window.work.session
        known = _NAMES | {
            str(stage.folder),
            "report.pdf",
            "In /media/Desk share",
            "There is no folder “/media/Desk share”. Create it or choose another.",
            "scan_0917.txt",
            "lost.txt",
            REPORTS,
            *(f.metadata["why"] for f in fields(Options)),
            *(setting.title for setting in THRESHOLDS.values()),
        }
        for article in session.articles:
            path = Path(article.document.path)
            known |= {article.title, article.document.path, path.name, article.document.sha256}
            known |= {article.sentence_text(n) for n in range(len(article.sentences))}
        if session.analysis is not None:
            known |= set(_engine(session.analysis)) | {passages_note(session.analysis, session.review_state)}
        for error in session.problems:
            known |= {str(error), error.what, error.remedy}
        self._known = f" {' '.join(word for text in sorted(known) for word in _words(text))} "

    def foreign(self, text: str, *, single: bool = True) -> list[str]:
        """Return the words of a text without an accent that are nobody's data.

        One word alone is data where it is in the articles and no word of the desktop's, unless ``single`` is off.
        """
        told = _KEYS.sub(" ", html.unescape(_TAG.sub("", text)) if "<" in text else text)
        told = _FILE.sub(" ", told)
        told = _CUT.sub(lambda cut: cut[0] if cut[1].lower() in self._vocabulary else " ", told)
        unquoted = self._unknown(_words(_QUOTED.sub(" ", told)), single=single)
        return self._unknown(_words(told), single=single) and unquoted

    def _unknown(self, words: list[str], *, single: bool) -> list[str]:
        left: list[str] = []
        while words:
            most = next((n for n in range(len(words), 0, -1) if f" {' '.join(words[:n])} " in self._known), 0)
            own = most == 0 or (single and most == 1 and words[0] in self._vocabulary)
            if own and _WORD.fullmatch(words[0]):
                left.append(words[0])
            words = words[max(1, most) :]
        return left


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _engine(analysis: Analysis) -> Iterator[str]:
    """Yield the sentences that the engine has made of the case."""
    sources = sources_of(analysis)
    yield from statement(analysis, sources)
    yield exclusions(analysis)
    yield licensed_changes(analysis, sources)
    yield from credit_sentences(sources)
    told = (actions(analysis, sources), quotation_tables(analysis, sources), direction(analysis, sources))
    yield from _strings((told, scale(analysis), [pair.links for pair in analysis.pairs]))
    for pair in analysis.pairs:
        a, b = analysis.article(pair.a), analysis.article(pair.b)
        yield from (change(divergence, a, b) for link in pair.links for divergence in link.divergences)
        yield from (change(turned_divergence(d), b, a) for link in pair.links for d in link.divergences)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)


def roots(stage: Stage) -> list[QWidget]:
    """Return the window, and the dialogs that are open."""
    return [stage.window, *(dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible())]


def clipped(stage: Stage) -> Iterator[QWidget]:
    """Yield the labels and buttons on screen that have less room than their words need, and do not shorten them."""
    for thing in (child for root in roots(stage) for child in root.findChildren(QWidget)):
        label = isinstance(thing, QLabel) and not thing.wordWrap() and not isinstance(thing, ElidedText)
        worded = thing.isVisible() and bool(thing.property("text")) and (label or isinstance(thing, QAbstractButton))
        seen = thing.visibleRegion().boundingRect().width()  # what is scrolled out of view has none
        if worded and (thing.sizeHint().width() > thing.width() + 1 or 0 < seen < thing.width() - 1):
            yield thing


def look(state: str, stage: Stage, vocabulary: frozenset[str]) -> None:
    """Tell which words of the window and its dialogs are not in the pseudo-locale."""
    data = Data(stage, vocabulary)
    said: set[tuple[str, str]] = set()
    for menu in stage.window.findChildren(QMenu):
        menu.aboutToShow.emit()
    for thing in (thing for root in roots(stage) for thing in (root, *root.findChildren(QObject))):
        kind = type(thing).__name__
        for text in () if _of_others(thing) else texts(thing):
            words = data.foreign(text, single=not isinstance(thing, MarkedText))
            if words and (kind, text) not in said:
                said.add((kind, text))
                tell("words", state, thing, words, text)


def tell(what: str, state: str, thing: QObject, words: list[str], text: str) -> None:
    """Write a line."""
    print(json.dumps([what, state, type(thing).__name__, words, text]), flush=True)  # noqa: T201


def _of_others(thing: QObject) -> bool:
    """Return whether the widget shows what is not translated: works of others, the headings of the guide."""
    return isinstance(thing, QListWidget) and isinstance(thing.window(), AboutDialog | GuideWindow)


REST_MS = 120
"""What is read off widgets needs no picture that stands still to the last pixel."""


def main(translations: str, folder: str) -> int:
    """Go through the states."""
    application: QApplication = make_application(["cognate"], [LANGUAGE], Path(translations))
    stage = Stage(Path(folder), application, rest_ms=REST_MS)
    root = ET.parse(FOLDER / TEMPLATE).getroot()  # noqa: S314 - the project's own file
    vocabulary = frozenset(word for source in root.iter("source") for word in _words(source.text or ""))
    for name in SHOWN:
        with STATES[name](stage):
            stage.wear("light", 100, WIDE)
            look(name, stage, vocabulary)
            stage.wear("light", 100, NARROW)
            for thing in clipped(stage):
                tell("room", name, thing, [], str(thing.property("text")))
            tell("looked", name, stage.window, [], "")
    stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
