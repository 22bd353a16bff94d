"""Beside the matrix: the graph, why it says so, credit and quotations, and what was odd about the texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.notes import Note
from desktop.models.overview_notes import Reasoning
from desktop.theme import Theme
from desktop.widgets.graph import GraphView, Legend
from desktop.widgets.notes import NotesSection
from desktop.widgets.parts import Panel, Rule, Text

SIDE_WIDTH = 400
"""At a zoom of 100 %."""
_MOST_REASONS = 3
"""Counterparts whose reasons are given here; all are in the report."""


class _Section(QWidget):
    """A part with a hairline over it."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rule = Rule()
        column.addWidget(self._rule)
        column.addWidget(inside)

    def show_rule(self, *, shown: bool) -> None:
        """Show the hairline, or leave it out at the top of a column."""
        self._rule.setVisible(shown)


class OverviewSide(Panel):
    """One column beside the page, or two below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Who likely derives from whom, and why"))
        self._theme = theme
        self.graph = GraphView(theme)
        self._reasons: list[NotesSection] = []
        self.credit = NotesSection(theme, tr("Credit and quotations"))
        self.problems = NotesSection(theme, tr("Text problems noticed on import"))
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._first, self._second = QVBoxLayout(), QVBoxLayout()
        self._why = QVBoxLayout()
        for column in (self._first, self._second, self._why):
            column.setSpacing(0)
        self._first.addWidget(self._graph_part())
        self._first.addLayout(self._why)
        self._first.addStretch(1)
        self._credit_part = _Section(self.credit, tr("Credit"))
        self._problem_part = _Section(self.problems, tr("Text problems"))
        self._second.addWidget(self._credit_part)
        self._second.addWidget(self._problem_part)
        self._second.addStretch(1)
        self._left = Panel(tr("Graph and reasons"))
        self._left.setLayout(self._first)
        self._first.setContentsMargins(0, 0, 1, 0)
        self._box.addWidget(self._left, 1)
        self._box.addLayout(self._second, 1)

    def _graph_part(self) -> QWidget:
        self._graph_part_widget = QWidget()
        self._graph_part_widget.setAccessibleName(tr("Graph"))
        column = QVBoxLayout(self._graph_part_widget)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(6)
        column.addWidget(Text(self._theme, tr("Who likely derives from whom"), 11.5, 600, tone="ink2"))
        column.addWidget(self.graph)
        self.legend = Legend(self._theme)
        column.addWidget(self.legend)
        return self._graph_part_widget

    def set_below(self, *, below: bool) -> None:
        """Stand in two columns below the page, or in one beside it."""
        direction = QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        self._box.setStretch(0, 1 if below else 0)
        self._credit_part.show_rule(shown=not below)
        self._box.setContentsMargins(1, 1, 1, 1)
        for widget, panel, edge in (
            (self, "card" if below else "surface", "" if below else "left"),
            (self._left, "surface" if not below else "none", "right" if below else ""),
        ):
            widget.setProperty("panel", panel)
            widget.setProperty("edge", edge)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def show_graph(self, *, shown: bool) -> None:
        """Show the graph, or leave it out while there is nothing to draw."""
        self._graph_part_widget.setVisible(shown)

    def show_notes(
        self, reasons: Sequence[Reasoning], credit: tuple[str, Sequence[Note]], problems: Sequence[Note]
    ) -> None:
        """Show these reasons, what is to be said of credit under its title, and the problems."""
        while (item := self._why.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._reasons = []
        for reason in reasons[:_MOST_REASONS]:
            made = NotesSection(self._theme, reason.title)
            made.show_notes(reason.title, reason.notes, reason.verdict)
            self._reasons.append(made)
            self._why.addWidget(_Section(made, reason.title))
        left = len(reasons) - _MOST_REASONS
        if left > 0:
            made = NotesSection(self._theme, tr("More"))
            made.show_notes(tr("More"), (Note(tr("{left} more in the report.").format(left=left)),))
            self._why.addWidget(_Section(made, tr("More")))
        self.credit.show_notes(credit[0], credit[1])
        self._credit_part.setVisible(bool(credit[1]))
        self.problems.show_notes(tr("Text problems noticed on import"), problems)
        self._problem_part.setVisible(bool(problems))
