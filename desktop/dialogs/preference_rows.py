"""One row of the preferences for each setting: its name, what it is for, what it is set to, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.model import Severity
from desktop.dialogs.places import PlaceChooser, model_trouble, picture_trouble
from desktop.jobs import Lane
from desktop.language import tr, tr_noop
from desktop.settings import AnySetting, Form, Settings
from desktop.theme import Theme
from desktop.widgets.fields import Choice, Figure, Tick
from desktop.widgets.parts import Text, severity_sign

_CONTROL, _RESET = 216, 64
_LINES_HEIGHT = 84
_NARROW_BELOW = 480
_CHECKING = tr_noop("Checking…")
_GOOD = {Form.FOLDER: tr_noop("The model is complete."), Form.PICTURE: tr_noop("The picture can be used.")}


class Row(QWidget):
    """What all rows share; the control is made by what the setting is."""

    def __init__(self, theme: Theme, settings: Settings, setting: AnySetting) -> None:
        super().__init__()
        self._theme, self._settings, self.setting = theme, settings, setting
        self.setAccessibleName(setting.name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("edge", "top")
        self._back = QPushButton(tr("Reset"))
        self._back.setProperty("kind", "quiet")
        self._back.setAccessibleName(tr("Reset {name}").format(name=setting.name))
        self._back.setToolTip(tr("Back to {default}").format(default=shown_default(setting)))
        self._back.clicked.connect(lambda: settings.reset([setting]))
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._control = self._make()
        self._control.setAccessibleDescription(setting.meaning)
        self._lay_out()
        self._set_sizes()
        self._follow(setting.key)
        theme.changed.connect(self._set_sizes)
        settings.changed.connect(self._follow)

    def matches(self, words: str) -> bool:
        """Return whether every one of these words is in what the row says."""
        said = f"{self.setting.name} {self.setting.meaning} {tr(self.setting.group or '')}".casefold()
        return all(word in said for word in words.casefold().split())

    def control(self) -> QWidget:
        """Return what the value is entered with."""
        return self._control

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(self._theme, self.setting.name, 13, 500).wrapped())
        words.addWidget(Text(self._theme, self.setting.meaning, 11.5, tone="ink2").wrapped())
        words.addStretch(1)
        entry = QHBoxLayout()
        entry.setSpacing(12)
        entry.addLayout(self._field())
        entry.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        entry.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 7, 0, 7)
        self._line.setSpacing(12)
        self._line.addLayout(words, 1)
        self._line.addLayout(entry, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control under the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_NARROW_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
            self._line.setSpacing(6 if narrow else 12)
        self._set_width()

    def _set_width(self) -> None:
        """Let the control be as wide as it is meant to be, or as the row allows with the way back beside it."""
        if not isinstance(self._control, Tick):
            room = self.width() - self._back.width() - 12
            self._control.setFixedWidth(max(self._theme.px(60), min(self._theme.px(_CONTROL), room)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the row become narrow enough to be laid out anew."""
        return QSize(self._theme.px(_CONTROL), super().minimumSizeHint().height())

    def _field(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._control, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        return column

    def _set_sizes(self) -> None:
        self._back.setFont(self._theme.ui_font(12))
        self._back.setFixedWidth(max(self._theme.px(_RESET), self._back.sizeHint().width()))
        self._control.setFont(self._theme.ui_font(13))
        self._set_width()
        if isinstance(self._control, QPlainTextEdit):
            self._control.setFixedHeight(self._theme.px(_LINES_HEIGHT))

    def _follow(self, key: str) -> None:
        if key == self.setting.key:
            value = self._settings.get(self.setting)
            self._back.setVisible(value != self.setting.default)
            self._show(value)

    def _store(self, value: object) -> None:
        if self.setting.fits(value):
            self._settings.set(self.setting, value)

    def _make(self) -> QWidget:
        raise NotImplementedError

    def _show(self, value: object) -> None:
        raise NotImplementedError


class ChoiceRow(Row):
    """One of several values."""

    def _make(self) -> QWidget:
        self._choice = Choice(
            self._theme, self.setting.name, tuple((value, tr(text)) for value, text in self.setting.choices)
        )
        self._choice.activated.connect(lambda: self._store(self._choice.value()))
        return self._choice

    def _show(self, value: object) -> None:
        self._choice.set_value(str(value))


class TickRow(Row):
    """Yes or no."""

    def _make(self) -> QWidget:
        self._tick = Tick(self._theme, self.setting.name)
        self._tick.clicked.connect(lambda: self._store(self._tick.isChecked()))
        return self._tick

    def _field(self) -> QVBoxLayout:
        column = super()._field()
        column.setAlignment(self._control, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return column

    def _show(self, value: object) -> None:
        self._tick.setChecked(bool(value))


class FigureRow(Row):
    """A number."""

    def _make(self) -> QWidget:
        s = self.setting
        self._figure = Figure(self._theme, s.name, s.low, s.high, s.step, s.unit)
        whole = isinstance(s.default, int)
        self._figure.valueChanged.connect(lambda value: self._store(round(value) if whole else float(value)))
        return self._figure

    def _show(self, value: object) -> None:
        self._figure.blockSignals(True)
        self._figure.setValue(float(str(value)))
        self._figure.blockSignals(False)


class WordsRow(Row):
    """A line of text, stored when it is left."""

    def _make(self) -> QWidget:
        self._words = QLineEdit()
        self._words.setAccessibleName(self.setting.name)
        self._words.editingFinished.connect(lambda: self._store(self._words.text().strip()))
        return self._words

    def _show(self, value: object) -> None:
        if self._words.text() != value:
            self._words.setText(str(value))


class LinesRow(Row):
    """Several lines of text, stored with every change."""

    def _make(self) -> QWidget:
        self._lines = QPlainTextEdit()
        self._lines.setAccessibleName(self.setting.name)
        self._lines.setTabChangesFocus(True)
        self._lines.textChanged.connect(lambda: self._store(self._lines.toPlainText()))
        return self._lines

    def _show(self, value: object) -> None:
        if self._lines.toPlainText() != value:
            self._lines.setPlainText(str(value))


class PlaceRow(Row):
    """A folder or a file; it is checked first and kept only where it can be used."""

    checked = Signal(str)
    """What a check found: nothing where all is well."""

    def __init__(self, theme: Theme, settings: Settings, setting: AnySetting, places: PlaceChooser) -> None:
        self._places = places
        self._check: Callable[[str], str] = model_trouble if setting.form is Form.FOLDER else picture_trouble
        super().__init__(theme, settings, setting)
        self._wanted = ""
        self._lane = Lane("check", self)
        self._lane.succeeded.connect(lambda trouble: self._told(str(trouble)))
        self._lane.failed.connect(lambda error: self._told(str(error)))

    def leave(self) -> None:
        """Leave a check alone that runs."""
        self._lane.leave()

    def state(self) -> str:
        """Return what is said of the place."""
        return self._state.text()

    def _make(self) -> QWidget:
        self._words = QLineEdit()
        self._words.setAccessibleName(self.setting.name)
        self._words.editingFinished.connect(lambda: self.try_place(self._words.text().strip()))
        return self._words

    def _field(self) -> QVBoxLayout:
        column = super()._field()
        self._choose = QPushButton(tr("Choose…"))
        self._choose.setAccessibleName(tr("Choose {name}").format(name=self.setting.name))
        self._choose.clicked.connect(self._ask)
        self._sign = severity_sign(self._theme, Severity.HIGH)
        self._sign.hide()
        self._state = Text(self._theme, "", 11.5, tone="ink2").wrapped()
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._state, 1)
        column.insertWidget(1, self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.insertLayout(2, told)
        return column

    def _set_sizes(self) -> None:
        super()._set_sizes()
        self._choose.setFont(self._theme.ui_font(12, 500))

    def _ask(self) -> None:
        folder = self.setting.form is Form.FOLDER
        ask = self._places.folder if folder else self._places.picture
        chosen = ask(self, self.setting.name, self._settings.get(self.setting) or str(Path.home()))
        if chosen is not None:
            self.try_place(str(chosen))

    def try_place(self, place: str) -> None:
        """Check a place and keep it where it can be used."""
        if place == self._settings.get(self.setting):
            return
        self._words.setText(place)
        if not place:
            self._lane.cancel()
            self._store("")
            self._say("")
            return
        self._wanted = place
        self._say(tr(_CHECKING))
        check = self._check
        self._lane.start(lambda _progress: check(place))

    def _told(self, trouble: str) -> None:
        if not trouble:
            self._store(self._wanted)
        kept = tr("{trouble} What was set before is kept.").format(trouble=trouble)
        self._say(kept if trouble else tr(_GOOD[self.setting.form]), wrong=bool(trouble))
        self.checked.emit(trouble)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._state.setText(words)
        self._sign.setVisible(wrong)

    def _show(self, value: object) -> None:
        self._words.setText(str(value))
        self._say("")


def make_row(theme: Theme, settings: Settings, setting: AnySetting, places: PlaceChooser) -> Row:
    """Return the row that fits the setting."""
    if setting.form in (Form.FOLDER, Form.PICTURE):
        return PlaceRow(theme, settings, setting, places)
    kind: type[Row] = WordsRow
    if setting.choices:
        kind = ChoiceRow
    elif isinstance(setting.default, bool):
        kind = TickRow
    elif isinstance(setting.default, int | float):
        kind = FigureRow
    elif setting.form is Form.LINES:
        kind = LinesRow
    return kind(theme, settings, setting)


def shown_default(setting: AnySetting) -> str:
    """Return a setting's default as people read it."""
    default = setting.default
    if setting.choices:
        return next(tr(text) for value, text in setting.choices if value == default)
    if isinstance(default, bool):
        return tr("on") if default else tr("off")
    if isinstance(default, int | float):
        return f"{default:g}{'' if setting.unit in ('', '%') else ' '}{tr(setting.unit)}"
    return str(default) or tr("empty")
