"""The slim bar that says what is running, how far it is, and lets it be stopped."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from desktop.actions import Actions
from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, Panel, Text

HEIGHT = 40
_STEPS = 1000


class JobBar(Panel):
    """Stands under the top bar while work runs; nothing is blocked by it."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Work in progress"), edge="bottom")
        self._theme = theme
        self._stage = ElidedText(theme, "", 12, 500)
        self._share = Text(theme, "", 12, tone="ink2")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(12)
        row.addWidget(self._stage, 2)
        row.addWidget(self._bar, 3)
        row.addWidget(self._share)
        row.addWidget(ActionButton(theme, actions["cancel"], keyed=True))
        self._set_size()
        theme.changed.connect(self._set_size)
        self.hide()

    def _set_size(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._share.setMinimumWidth(self._theme.px(40))

    def show_progress(self, stage: str, done: float) -> None:
        """Show the stage and the share done (0 … 1)."""
        self._stage.set_full(stage)
        self._bar.setValue(round(done * _STEPS))
        self._share.setText(f"{done:.0%}")
        self._bar.setAccessibleDescription(f"{stage}, {done:.0%}")
        self.show()
