"""What changed inside a link, the most severe first, and what was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Severity
from desktop.models.explain import DivergenceRow
from desktop.plain import tooltip
from desktop.theme import Theme
from desktop.widgets.parts import Text, severity_sign

_NAME_WIDTH = 78


class DivergenceList(QWidget):
    """A row a divergence: sign, type, what became of what, why it matters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[QWidget] = []
        self.setAccessibleName("Divergences")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_rows(self, rows: Sequence[DivergenceRow], kept: Sequence[DivergenceRow], nothing: str) -> None:
        """Show what changed and then what was kept; where nothing changed, what ``nothing`` says of that."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(row) for row in rows] or [Text(self._theme, nothing, 12, tone="ink2").wrapped()]
        self._rows += [self._row(row) for row in kept]
        for made in self._rows:
            self._column.addWidget(made)

    def _row(self, row: DivergenceRow) -> QWidget:
        made = QWidget()
        made.setAccessibleName(_said(row))
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        name = Text(self._theme, row.type_name, 12, 600)
        name.setFixedWidth(self._theme.px(_NAME_WIDTH))
        change = Text(self._theme, row.change, 12, 600 if row.severity is Severity.HIGH else 500).wrapped()
        change.setToolTip(tooltip(row.full) if row.full != row.change else "")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(change)
        if row.why:
            words.addWidget(Text(self._theme, row.why, 12, tone="ink2").wrapped())
        line.addWidget(severity_sign(self._theme, row.severity), 0, top)
        line.addWidget(name, 0, top)
        line.addLayout(words, 1)
        return made


def _said(row: DivergenceRow) -> str:
    if row.severity is None:
        return f"{row.type_name}: {row.full}"
    return f"{row.severity.value}, {row.type_name}: {row.full}. {row.why}"
