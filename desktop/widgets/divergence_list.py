"""What changed inside a link, the most severe first, and what was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Severity
from desktop.language import tr
from desktop.models.explain import DivergenceRow
from desktop.plain import tooltip
from desktop.terms import severity_said
from desktop.theme import Theme
from desktop.widgets.parts import Text, severity_sign

_NAME_WIDTH = 78


class DivergenceList(QWidget):
    """A row a divergence: sign, type, what became of what, why it matters.

    Rows are used again for the next finding: to make them takes longer than all else that is shown of one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._spare: dict[_Kind, list[_Row]] = {}
        self._shown: tuple[Sequence[DivergenceRow], Sequence[DivergenceRow], str] = ((), (), "")
        self.setAccessibleName(tr("Divergences"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)
        self._nothing = Text(theme, "", 12, tone="ink2").wrapped()
        self._column.addWidget(self._nothing)
        theme.changed.connect(self._make_again)

    def _make_again(self) -> None:
        """Make the rows anew: their columns were measured in the type that there was."""
        self._put_away()
        for row in (row for rows in self._spare.values() for row in rows):
            row.deleteLater()
        self._spare.clear()
        self.show_rows(*self._shown)

    def show_rows(self, rows: Sequence[DivergenceRow], kept: Sequence[DivergenceRow], nothing: str) -> None:
        """Show what changed and then what was kept; where nothing changed, what ``nothing`` says of that."""
        self._shown = rows, kept, nothing
        self._put_away()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        for row in (*rows, *kept):
            made = self._row(_kind(row))
            made.tell(row)
            self._column.addWidget(made)
            made.raise_()  # a screen reader tells them from below to above
            made.show()
            self._rows.append(made)

    def _put_away(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            self._spare.setdefault(row.kind, []).append(row)
        self._rows.clear()

    def _row(self, kind: _Kind) -> _Row:
        spare = self._spare.get(kind)
        return spare.pop() if spare else _Row(self._theme, kind, self)


_Kind = tuple[Severity | None, bool]
"""What a row looks like: its severity, and whether it tells why that matters."""


def _kind(row: DivergenceRow) -> _Kind:
    return row.severity, bool(row.why)


class _Row(QWidget):
    """One divergence, or something that was kept."""

    def __init__(self, theme: Theme, kind: _Kind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        severity, reasoned = kind
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._name = Text(theme, "", 12, 600)
        self._name.setFixedWidth(theme.px(_NAME_WIDTH))
        self._change = Text(theme, "", 12, 600 if severity is Severity.HIGH else 500).wrapped()
        self._why = Text(theme, "", 12, tone="ink2").wrapped() if reasoned else None
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._change)
        if self._why is not None:
            words.addWidget(self._why)
        line.addWidget(severity_sign(theme, severity), 0, top)
        line.addWidget(self._name, 0, top)
        line.addLayout(words, 1)

    def tell(self, row: DivergenceRow) -> None:
        """Say what changed, or what was kept."""
        self.setAccessibleName(_said(row))
        self._name.setText(row.type_name)
        self._change.setText(row.change)
        self._change.setToolTip(tooltip(row.full) if row.full != row.change else "")
        if self._why is not None:
            self._why.setText(row.why)


def _said(row: DivergenceRow) -> str:
    if row.severity is None:
        return f"{row.type_name}: {row.full}"
    return f"{severity_said(row.severity)}, {row.type_name}: {row.full}. {row.why}"
