"""Every action of the desktop once: what it is called, its key, what it does.

Menus, buttons, tooltips and the sheet of keys all come from this table. Single letters are plain shortcuts: a text
field that has the focus takes the letter for itself, as Qt offers it the key before any shortcut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
    group: str = "Case"


def _group(group: str, *specs: ActionSpec) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, group=group) for spec in specs)


_A = ActionSpec
ACTIONS = (
    *_group(
        "Case",
        _A("new", "New case", "Ctrl+N", "Begin an empty case; the present one is kept"),
        _A("open_case", "Open case…", "Ctrl+Shift+O", "Open a case that was saved"),
        _A("save_as", "Save case as…", "Ctrl+S", "Give the case a name and a place; from then on it saves itself"),
        _A("open", "Add articles…", "Ctrl+O", "Choose text files to add to the case", "add"),
        _A("paste", "Paste text", "Ctrl+V", "Add the text on the clipboard as an article", "paste"),
        _A("sample", "Open the sample case", "", "Open the articles that come with Cognate"),
        _A("compare", "Compare again", "Ctrl+R", "Compare all articles of the case"),
        _A("export", "Export report", "Ctrl+E", "Write the report as a PDF file", "export"),
        _A("print", "Print report…", "Ctrl+P", "Print the report as it is shown"),
        _A("undo", "Undo", "Ctrl+Z", "Take the last change of the case back"),
        _A("redo", "Redo", "Ctrl+Shift+Z", "Make the change again that was taken back"),
        _A("cancel", "Cancel", "Esc", "Stop the work that is running", "close"),
    ),
    *_group(
        "Articles",
        _A("remove", "Remove article", "Del", "Take the marked article out of the case; its file stays", "remove"),
        _A("review", "Put under review", "R", "Compare again with the marked article as the one under review"),
        _A("details", "Article details…", "F2", "Title, role, outlet, author and date of the marked article"),
        _A("move_up", "Move article up", "Alt+Up", "Give the marked article the letter before its own"),
        _A("move_down", "Move article down", "Alt+Down", "Give the marked article the letter after its own"),
        _A("reread", "Read its file again", "F5", "Read the marked article's file again and compare if it changed"),
    ),
    *_group(
        "Screens",
        _A("overview", "Overview", "Ctrl+1", "Who took how much from whom", "", True),
        _A("compare_screen", "Compare", "Ctrl+2", "Two articles side by side", "", True),
        _A("ledger", "Ledger", "Ctrl+3", "One article, sentence by sentence", "", True),
        _A("report", "Report", "Ctrl+4", "The report as it will be written", "", True),
        _A("matrix_table", "Matrix as a table", "T", "Show the overview's matrix as a plain table, or as a matrix"),
    ),
    *_group(
        "Findings",
        _A("next_finding", "Next finding", "J", "Go to the next finding", "down"),
        _A("previous_finding", "Previous finding", "K", "Go to the previous finding", "up"),
        _A("next_unjudged", "Next without a verdict", "Shift+J", "Go to the next finding without a verdict"),
        _A("previous_unjudged", "Last without a verdict", "Shift+K", "Go back to a finding without a verdict"),
        _A("verdict_1", "Acceptable", "1", "The finding is acceptable", "verdict-acceptable"),
        _A("verdict_2", "Needs credit", "2", "The finding needs a credit", "verdict-credit"),
        _A("verdict_3", "Needs rewrite", "3", "The finding needs to be rewritten", "verdict-rewrite"),
        _A("verdict_4", "Dismiss", "4", "It is no finding", "verdict-dismiss"),
        _A("verdict_0", "Clear the verdict", "0", "Take the verdict away; the note stays"),
        _A("note", "Note", "N", "Write a note for the report"),
    ),
    *_group(
        "Compare",
        _A("swap", "Swap sides", "X", "Exchange the left and the right article", "swap"),
        _A("fold", "Fold unmatched sentences", "Z", "Fold or show runs of sentences without a match", "", True),
        _A(
            "reflow", "Running text", "Shift+Z", "Let sentences run on in their paragraphs, or one to a block", "", True
        ),
        _A("lock", "Scroll together", "L", "Lock or free the scrolling of the two articles", "", True),
        _A("divergences_only", "Divergences only", "D", "Colour only findings with divergences", "", True),
        _A("previous_pair", "Previous pair", "[", "Show the previous pair of articles"),
        _A("next_pair", "Next pair", "]", "Show the next pair of articles"),
        _A("find", "Find", "Ctrl+F", "Find words in both articles, or in the ledger", "find"),
    ),
    *_group(
        "View",
        _A("exclusions", "Exclusions…", "E", "Choose what the scores leave out", "exclusions"),
        _A("zoom_in", "Larger", "Ctrl++", "Make everything that is read larger"),
        _A("zoom_out", "Smaller", "Ctrl+-", "Make everything that is read smaller"),
        _A("zoom_reset", "Usual size", "Ctrl+0", "Go back to the usual size"),
        _A("contrast", "Large text and high contrast", "F8", "Turn large text and high contrast on or off"),
        _A("preferences", "Preferences…", "Ctrl+,", "Look, thresholds, scores, report and files"),
        _A("keys", "All keys", "?", "Show every key"),
        _A("about", "About Cognate", "", "Version and licences"),
    ),
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
    action.setProperty("group", spec.group)
    if spec.key:
        action.setShortcut(QKeySequence(spec.key, QKeySequence.SequenceFormat.PortableText))
    key = f" ({key_text(action)})" if spec.key else ""
    action.setToolTip(f"{spec.tip}{key}")
    action.setStatusTip(spec.tip)
    return action
