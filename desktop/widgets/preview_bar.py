"""What stands over the preview: what it shows, which pages, and how they are fitted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop.language import tr, tr_noop
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.fields import Choice
from desktop.widgets.parts import ElidedText, Panel, Text
from desktop.widgets.preview_layout import Fit

HEIGHT = 46
_WAYS = (("page", tr_noop("Fit page")), ("width", tr_noop("Fit width")), ("100", "100 %"))
_OTHER = "other"


class PreviewBar(Panel):
    """Page buttons and the choice of a zoom."""

    stepWanted = Signal(int)  # noqa: N815 - signals are named as Qt names them
    """1 for the next pages, −1 for the previous ones."""
    fitWanted = Signal(object, float)  # noqa: N815
    """A :class:`Fit` and, where it is none, the factor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Preview"), edge="bottom")
        self._theme = theme
        self._said = ElidedText(theme, "", 12, tone="ink2")
        self._pages = Text(theme, "", 13)
        self.previous = _step(self, tr("Previous page"), "PgUp", "left")
        self.next = _step(self, tr("Next page"), "PgDown", "right")
        self.zoom = Choice(theme, tr("Zoom of the preview"), tuple((value, tr(name)) for value, name in _WAYS))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._said, 1)
        buttons = [ActionButton(theme, action, text="") for action in (self.previous, self.next)]
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for widget in (buttons[0], self._pages, buttons[1]):
            self._row.addWidget(widget)
        self._row.addSpacing(6)
        self._row.addWidget(self.zoom)
        self.previous.triggered.connect(lambda: self.stepWanted.emit(-1))
        self.next.triggered.connect(lambda: self.stepWanted.emit(1))
        self.zoom.activated.connect(lambda _: self._on_zoom())
        self.show_pages((), 0)
        self._dress()
        theme.changed.connect(self._dress)

    def say(self, words: str) -> None:
        """Say what is going on with the preview."""
        self._said.set_full(words)

    def said(self) -> str:
        """Return what is said."""
        return self._said.full()

    def show_pages(self, pages: tuple[int, ...], count: int, *, back: bool = False, on: bool = False) -> None:
        """Say which pages (0-based) are shown, and whether there is more either way."""
        self._pages.setText(pages_text(pages, count))
        self._pages.setVisible(bool(pages))
        self._fit()
        self.previous.setEnabled(back)
        self.next.setEnabled(on)
        self.zoom.setEnabled(bool(pages))

    def pages(self) -> str:
        """Return what is said of the pages."""
        return self._pages.text()

    def show_fit(self, fit: Fit, factor: float) -> None:
        """Show how the pages are fitted; a factor that is none of the choices becomes one."""
        key = fit.value if fit is not Fit.NONE else "100" if round(factor, 2) == 1 else _OTHER
        at = self.zoom.findData(_OTHER)
        if at >= 0 and key != _OTHER:
            self.zoom.removeItem(at)
        elif key == _OTHER:
            text = f"{factor * 100:.0f} %"
            if at < 0:
                self.zoom.addItem(text, _OTHER)
            else:
                self.zoom.setItemText(at, text)
        self.zoom.set_value(key)

    def _on_zoom(self) -> None:
        chosen = self.zoom.value()
        if chosen == "100":
            self.fitWanted.emit(Fit.NONE, 1.0)
        elif chosen != _OTHER:
            self.fitWanted.emit(Fit(chosen), 1.0)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._row.setContentsMargins(self._theme.px(16), 0, self._theme.px(14), 1)
        self.zoom.setFont(self._theme.ui_font(13))
        self.zoom.setFixedWidth(self._theme.px(112))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return no width: what has no room is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room: first what is said, then the zoom, which wheel and keys change too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for widget in (self._said, self.zoom):
            widget.show()
        for widget in (self._said, self.zoom):
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                break
            widget.hide()


def pages_text(pages: tuple[int, ...], count: int) -> str:
    """Return ``Pages 1–2 of 9`` for 0-based pages, nothing where there are none."""
    if not pages:
        return ""
    if len(pages) == 1:
        return tr("Page {page} of {count}").format(page=pages[0] + 1, count=count)
    return tr("Pages {first}–{last} of {count}").format(first=pages[0] + 1, last=pages[-1] + 1, count=count)


def _step(parent: QObject, text: str, key: str, icon: str) -> QAction:
    action = QAction(text, parent)
    action.setProperty("icon_name", icon)
    shown = {"PgDown": "PgDn"}.get(key, key)
    action.setToolTip(f"{text} ({shown})")
    action.setStatusTip(text)
    return action
