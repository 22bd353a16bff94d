"""The list of what changed in a finding, of what was kept, and of their order for a screen reader."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.model import Severity
from desktop.models.explain import DivergenceRow
from desktop.theme import load_theme
from desktop.widgets.divergence_list import DivergenceList, _Row


def row(severity: Severity | None, change: str, why: str = "It matters.") -> DivergenceRow:
    return DivergenceRow(severity, "Number", change, why if severity is not None else "", change)


def told(shown: DivergenceList) -> list[str]:
    """Return what the rows say, in the order in which a screen reader finds them."""
    rows = [child for child in shown.children() if isinstance(child, _Row)]
    return [made._change.text() for made in rows if made.isVisible()]


def places(shown: DivergenceList) -> list[str]:
    """Return what the rows say from top to bottom."""
    rows = [child for child in shown.children() if isinstance(child, _Row) and child.isVisible()]
    return [made._change.text() for made in sorted(rows, key=lambda made: made.y())]


def test_rows_are_used_again_and_told_in_their_order(qtbot: QtBot) -> None:
    shown = DivergenceList(load_theme("light"))
    qtbot.addWidget(shown)
    shown.resize(320, 600)
    shown.show()
    shown.show_rows([row(Severity.HIGH, "1"), row(Severity.MEDIUM, "2"), row(Severity.HIGH, "3")], [], "Nothing.")
    assert told(shown) == ["1", "2", "3"]
    made = len(shown.findChildren(_Row))
    shown.show_rows([row(Severity.MEDIUM, "4"), row(Severity.HIGH, "5")], [row(None, "6")], "Nothing.")
    qtbot.waitUntil(lambda: places(shown) == ["4", "5", "6"])
    assert told(shown) == ["4", "5", "6"]
    assert len(shown.findChildren(_Row)) == made + 1, "only a row for what is kept was new"
    assert not shown._nothing.isVisible()
    shown.show_rows([], [row(None, "7")], "Nothing.")
    assert shown._nothing.isVisible()
    assert told(shown) == ["7"]
