"""Every action of the desktop once: what it is called, its key, what it does.

Menus, buttons, tooltips and the sheet of keys all come from this table. Single letters are plain shortcuts: a text
field that has the focus takes the letter for itself, as Qt offers it the key before any shortcut.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.language import tr, tr_noop


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``key`` is in Qt's portable notation, ``icon`` names a file in resources/icons."""

    name: str
    text: str
    key: str
    tip: str
    icon: str = ""
    checkable: bool = False
    group: str = tr_noop("Case")


def _group(group: str, *specs: ActionSpec) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, group=group) for spec in specs)


_A = ActionSpec
ACTIONS = (
    *_group(
        tr_noop("Case"),
        _A(
            "new",
            tr_noop("New case"),
            "Ctrl+N",
            tr_noop("Begin an empty case; verdicts in this one are kept"),
        ),
        _A("open_case", tr_noop("Open case…"), "Ctrl+Shift+O", tr_noop("Open a case that was saved")),
        _A(
            "save_as",
            tr_noop("Save case as…"),
            "Ctrl+S",
            tr_noop("Give the case a name and a place; from then on it saves itself"),
        ),
        _A("open", tr_noop("Add articles…"), "Ctrl+O", tr_noop("Choose files or archives to add to the case"), "add"),
        _A(
            "open_folder",
            tr_noop("Add a folder…"),
            "Ctrl+Shift+F",
            tr_noop("Choose a folder, to add every article in it"),
        ),
        _A("paste", tr_noop("Paste text"), "Ctrl+V", tr_noop("Add the text on the clipboard as an article"), "paste"),
        _A("sample", tr_noop("Open the sample case"), "", tr_noop("Open the articles that come with Cognate")),
        _A("compare", tr_noop("Compare again"), "Ctrl+R", tr_noop("Compare all articles of the case")),
        _A(
            "export",
            tr_noop("Export report…"),
            "Ctrl+E",
            tr_noop("Write the report as PDF, HTML, Word document, tables or JSON"),
            "export",
        ),
        _A(
            "copy_findings",
            tr_noop("Copy findings"),
            "Ctrl+Shift+C",
            tr_noop("Copy the report’s findings, to be pasted into an e-mail"),
            "copy",
        ),
        _A("print", tr_noop("Print report…"), "Ctrl+P", tr_noop("Print the report as it is shown")),
        _A("undo", tr_noop("Undo"), "Ctrl+Z", tr_noop("Take the last change of the case back")),
        _A("redo", tr_noop("Redo"), "Ctrl+Shift+Z", tr_noop("Make the change again that was taken back")),
        _A("cancel", tr_noop("Cancel"), "Esc", tr_noop("Stop the work that is running"), "close"),
    ),
    *_group(
        tr_noop("Articles"),
        _A(
            "remove",
            tr_noop("Remove article"),
            "Del",
            tr_noop("Take the marked article out of the case; its file stays"),
            "remove",
        ),
        _A(
            "review",
            tr_noop("Put under review"),
            "R",
            tr_noop("Compare again with the marked article as the one under review"),
        ),
        _A(
            "review_derived",
            tr_noop("Put the derived article under review"),
            "Shift+R",
            tr_noop("Compare again with the article under review that likely derives from the one that is"),
        ),
        _A(
            "details",
            tr_noop("Article details…"),
            "F2",
            tr_noop("Title, role, outlet, author and date of the marked article"),
        ),
        _A(
            "move_up",
            tr_noop("Move article up"),
            "Alt+Up",
            tr_noop("Give the marked article the letter before its own"),
        ),
        _A(
            "move_down",
            tr_noop("Move article down"),
            "Alt+Down",
            tr_noop("Give the marked article the letter after its own"),
        ),
        _A(
            "reread",
            tr_noop("Read its file again"),
            "F5",
            tr_noop("Read the marked article's file again and compare if it changed"),
        ),
        _A(
            "encoding",
            tr_noop("Encoding…"),
            "Shift+F5",
            tr_noop("Choose how the characters of the marked article's file are encoded"),
        ),
        _A(
            "attachments",
            tr_noop("Add its attachments"),
            "A",
            tr_noop("Add what is attached to the marked mail as articles"),
        ),
    ),
    *_group(
        tr_noop("Screens"),
        _A("overview", tr_noop("Overview"), "Ctrl+1", tr_noop("Who took how much from whom"), "", True),
        _A("compare_screen", tr_noop("Compare"), "Ctrl+2", tr_noop("Two articles side by side"), "", True),
        _A("ledger", tr_noop("Ledger"), "Ctrl+3", tr_noop("One article, sentence by sentence"), "", True),
        _A("report", tr_noop("Report"), "Ctrl+4", tr_noop("The report as it will be written"), "", True),
        _A(
            "matrix_table",
            tr_noop("Matrix as a table"),
            "T",
            tr_noop("Show the overview's matrix as a plain table, or as a matrix"),
        ),
    ),
    *_group(
        tr_noop("Findings"),
        _A("next_finding", tr_noop("Next finding"), "J", tr_noop("Go to the next finding"), "down"),
        _A("previous_finding", tr_noop("Previous finding"), "K", tr_noop("Go to the previous finding"), "up"),
        _A(
            "next_unjudged",
            tr_noop("Next without a verdict"),
            "Shift+J",
            tr_noop("Go to the next finding without a verdict"),
        ),
        _A(
            "previous_unjudged",
            tr_noop("Last without a verdict"),
            "Shift+K",
            tr_noop("Go back to a finding without a verdict"),
        ),
        _A("verdict_1", tr_noop("Acceptable"), "1", tr_noop("The finding is acceptable"), "verdict-acceptable"),
        _A("verdict_2", tr_noop("Needs credit"), "2", tr_noop("The finding needs a credit"), "verdict-credit"),
        _A("verdict_3", tr_noop("Needs rewrite"), "3", tr_noop("The finding needs to be rewritten"), "verdict-rewrite"),
        _A("verdict_4", tr_noop("Dismiss"), "4", tr_noop("It is no finding"), "verdict-dismiss"),
        _A("verdict_0", tr_noop("Clear the verdict"), "0", tr_noop("Take the verdict away; the note stays")),
        _A(
            "note",
            tr_noop("Note"),
            "N",
            tr_noop("Write a note for the report; right after a verdict key, on the finding just judged"),
        ),
    ),
    *_group(
        tr_noop("Compare"),
        _A("swap", tr_noop("Swap sides"), "X", tr_noop("Exchange the left and the right article"), "swap"),
        _A(
            "fold",
            tr_noop("Fold unmatched sentences"),
            "Z",
            tr_noop("Fold or show runs of sentences without a match"),
            "",
            True,
        ),
        _A(
            "reflow",
            tr_noop("Running text"),
            "Shift+Z",
            tr_noop("Let sentences run on in their paragraphs, or one to a block"),
            "",
            True,
        ),
        _A(
            "lock", tr_noop("Scroll together"), "L", tr_noop("Lock or free the scrolling of the two articles"), "", True
        ),
        _A(
            "divergences_only",
            tr_noop("Divergences only"),
            "D",
            tr_noop("Colour only findings with divergences"),
            "",
            True,
        ),
        _A(
            "weak_links",
            tr_noop("Show weak links"),
            "W",
            tr_noop("Show or hide pairs that came close and are not counted"),
            "",
            True,
        ),
        _A("next_weak", tr_noop("Next weak link"), "Shift+W", tr_noop("Go to the next pair that came close")),
        _A("closest", tr_noop("Show closest pairs"), "", tr_noop("Show weak links and go to the closest pair")),
        _A("link_weak", tr_noop("Link by hand"), "H", tr_noop("Make the selected weak link a link set by hand")),
        _A("previous_pair", tr_noop("Previous pair"), "[", tr_noop("Show the previous pair of articles")),
        _A("next_pair", tr_noop("Next pair"), "]", tr_noop("Show the next pair of articles")),
        _A("find", tr_noop("Find"), "Ctrl+F", tr_noop("Find words in both articles, or in the ledger"), "find"),
    ),
    *_group(
        tr_noop("View"),
        _A("exclusions", tr_noop("Exclusions…"), "E", tr_noop("Choose what the scores leave out"), "exclusions"),
        _A("zoom_in", tr_noop("Larger"), "Ctrl++", tr_noop("Make everything that is read larger")),
        _A("zoom_out", tr_noop("Smaller"), "Ctrl+-", tr_noop("Make everything that is read smaller")),
        _A("zoom_reset", tr_noop("Usual size"), "Ctrl+0", tr_noop("Go back to the usual size")),
        _A(
            "contrast",
            tr_noop("Large text and high contrast"),
            "F8",
            tr_noop("Turn large text and high contrast on or off"),
        ),
        _A("preferences", tr_noop("Preferences…"), "Ctrl+,", tr_noop("Look, thresholds, scores, report and files")),
    ),
    *_group(
        tr_noop("Help"),
        _A("guide", tr_noop("User guide"), "F1", tr_noop("Read the guide, at what it says of this screen")),
        _A("keys", tr_noop("All keys"), "?", tr_noop("Show every key")),
        _A("about", tr_noop("About Cognate"), "", tr_noop("Version and licences")),
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
    action = QAction(tr(spec.text), parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setProperty("icon_name", spec.icon)
    action.setProperty("group", spec.group)
    if spec.key:
        action.setShortcut(QKeySequence(spec.key, QKeySequence.SequenceFormat.PortableText))
    key = f" ({key_text(action)})" if spec.key else ""
    action.setToolTip(f"{tr(spec.tip)}{key}")
    action.setStatusTip(tr(spec.tip))
    return action
