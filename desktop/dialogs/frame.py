"""What dialogs have in common: their buttons, and the foot under a rule that these stand in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.parts import Rule

_MARGINS = (24, 12, 24, 14)
_BETWEEN = 8


def make_button(text: str, kind: str = "", name: str = "") -> QPushButton:
    """Return a button that Enter presses only where it has the keyboard, or its dialog says so.

    ``kind`` is the style sheet's; ``name`` is what screen readers say, where that is not the text.
    """
    made = QPushButton(text)
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made


def lay_out(dialog: QDialog, body: QWidget | QLayout, *buttons: QPushButton) -> None:
    """Fill a dialog: what it is about, a rule, and the buttons at the right of its foot."""
    foot = QHBoxLayout()
    foot.setContentsMargins(*_MARGINS)
    foot.setSpacing(_BETWEEN)
    foot.addStretch(1)
    for made in buttons:
        foot.addWidget(made)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    if isinstance(body, QLayout):
        outer.addLayout(body, 1)
    else:
        outer.addWidget(body, 1)
    outer.addWidget(Rule())
    outer.addLayout(foot)
