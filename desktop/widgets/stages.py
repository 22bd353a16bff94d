"""The steps of a long piece of work side by side: a bar and a name for each, the present one in bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.importing import StepBar
from desktop.theme import Theme
from desktop.widgets.parts import Text

_STEPS = 1000
_PAD, _GAP = 18, 6


class StageItem(QWidget):
    """One step."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name, self._current = theme, name, False
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.label = Text(theme, name, 12, 400, "ink2").wrapped()
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.label)
        column.addStretch(1)
        self.show_step(StepBar(name, 0.0, current=False))
        theme.changed.connect(self._set_type)

    def show_step(self, step: StepBar) -> None:
        """Show how far the step is."""
        self.bar.setValue(round(step.share * _STEPS))
        said = f"{step.name}, {step.share:.0%}"
        self.setAccessibleName(said)
        self.bar.setAccessibleName(said)
        if step.current != self._current:
            self._current = step.current
            self._set_type()

    def _set_type(self) -> None:
        tone = "ink" if self._current else "ink2"
        if self.label.property("tone") != tone:
            self.label.setProperty("tone", tone)
            if self.label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the font below would be lost
                self.label.style().polish(self.label)
        self.label.setFont(self._theme.ui_font(12, 600 if self._current else 400))


class Stages(QWidget):
    """All steps."""

    def __init__(self, theme: Theme, steps: Sequence[StepBar]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Steps"))
        self.items = tuple(StageItem(theme, step.name) for step in steps)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        for item in self.items:
            self._row.addWidget(item, 1)
        self.show_steps(steps)
        theme.changed.connect(self._set_room)
        self._set_room()

    def _set_room(self) -> None:
        side = self._theme.px(_PAD)
        self._row.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))

    def show_steps(self, steps: Sequence[StepBar]) -> None:
        """Show how far each step is."""
        for item, step in zip(self.items, steps, strict=True):
            item.show_step(step)
