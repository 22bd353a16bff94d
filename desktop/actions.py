"""Every action of the desktop once: what it is called, its key, what it does.

Menus, buttons, tooltips and the sheet of keys all come from this table. Single letters are plain shortcuts: a text
field that has the focus takes the letter for itself, as Qt offers it the key before any shortcut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``key`` is in Qt's portable notation, ``icon`` names a file in resources/icons."""

    name: str
    text: str
    key: str
    tip: str
    icon: str = ""
    checkable: bool = False


ACTIONS = (
    ActionSpec("open", "Add articles…", "Ctrl+O", "Choose text files to add to the case", "add"),
    ActionSpec("paste", "Paste text", "Ctrl+V", "Add the text on the clipboard as an article", "paste"),
    ActionSpec("sample", "Open the sample case", "", "Open the articles that come with Cognate"),
    ActionSpec("remove", "Remove article", "Del", "Take the marked article out of the case; its file stays", "remove"),
    ActionSpec("review", "Put under review", "R", "Compare again with the marked article as the one under review"),
    ActionSpec("compare", "Compare again", "Ctrl+R", "Compare all articles of the case"),
    ActionSpec("next_finding", "Next finding", "J", "Go to the next finding", "down"),
    ActionSpec("previous_finding", "Previous finding", "K", "Go to the previous finding", "up"),
    ActionSpec("swap", "Swap sides", "X", "Exchange the left and the right article", "swap"),
    ActionSpec("fold", "Fold unmatched sentences", "Z", "Fold or show runs of sentences without a match", "", True),
    ActionSpec("lock", "Scroll together", "L", "Lock or free the scrolling of the two articles", "", True),
    ActionSpec("previous_pair", "Previous pair", "[", "Show the previous pair of articles"),
    ActionSpec("next_pair", "Next pair", "]", "Show the next pair of articles"),
    ActionSpec("export", "Export report", "Ctrl+E", "Write the report as a PDF file", "export"),
    ActionSpec("cancel", "Cancel", "Esc", "Stop the work that is running", "close"),
    ActionSpec("keys", "All keys", "?", "Show every key"),
)


class Actions:
    """The window's actions by name."""

    def __init__(self, parent: QObject) -> None:
        self._actions: dict[str, QAction] = {spec.name: _make(spec, parent) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> Mapping[str, QAction]:
        """Return every action by its name."""
        return dict(self._actions)


def key_text(action: QAction) -> str:
    """Return the action's key as people read it on this system, or nothing."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _make(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(spec.text, parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setProperty("icon_name", spec.icon)
    if spec.key:
        action.setShortcut(QKeySequence(spec.key, QKeySequence.SequenceFormat.PortableText))
    key = f" ({key_text(action)})" if spec.key else ""
    action.setToolTip(f"{spec.tip}{key}")
    action.setStatusTip(spec.tip)
    return action
