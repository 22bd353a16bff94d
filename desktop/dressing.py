"""Give the whole application the theme's look, and keep it as people and their system want it.

The theme that is worn follows from four settings and the system; nothing is overwritten by the key for large text and
high contrast, so that pressing it again brings back what was before.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.settings import CONTRAST, READING, THEME, ZOOM, Settings
from desktop.theme import Theme, style_sheet

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
LARGER_BY = 50
"""Percentage points that the large text is larger than the chosen zoom."""
_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Highlight: "ink",
    QPalette.ColorRole.HighlightedText: "paper",
    QPalette.ColorRole.Accent: "focus",
    QPalette.ColorRole.Link: "focus",
    QPalette.ColorRole.LinkVisited: "focus",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Light: "paper",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "ink3",
}


def palette_of(theme: Theme) -> QPalette:
    """Return the theme's colours as Qt's own widgets use them, such as the file dialog."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("ink3"))
    return made


def dress_again(application: QApplication, theme: Theme) -> None:
    """Set palette, font and style sheet of the whole application as the theme has them now.

    The old sheet is taken off first: in place of another one, Qt goes through each widget again for every widget that
    it stands in.
    """
    sheet = style_sheet(theme)
    changed = sheet != application.styleSheet()  # a size of the reading face alone is not in it
    if changed:
        application.setStyleSheet("")
    _set_colors_and_fonts(application, theme)
    if changed:
        application.setStyleSheet(sheet)


def _set_colors_and_fonts(application: QApplication, theme: Theme) -> None:
    application.setPalette(palette_of(theme))
    application.setFont(theme.ui_font())
    QToolTip.setFont(theme.ui_font(12))


class Wardrobe(QObject):
    """Dresses the application whenever a setting or the system asks for another look.

    Create it before the window, so that the application is dressed before widgets hear of a change. The style sheet is
    put on with :meth:`dress` when the window is made: each time a widget got a parent, it would be gone through again.
    """

    def __init__(self, application: QApplication, theme: Theme, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._theme, self._settings = application, theme, settings
        self.refresh()
        theme.changed.connect(self.dress)
        settings.changed.connect(self._follow)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        if (accessibility := getattr(hints, "accessibility", None)) is not None:
            accessibility().contrastPreferenceChanged.connect(self.refresh)
        _set_colors_and_fonts(application, theme)

    def refresh(self) -> None:
        """Wear what the settings and the system ask for."""
        hints = self._application.styleHints()
        name = worn_theme(
            self._settings.get(THEME),
            contrast=self._settings.get(CONTRAST),
            dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            system_contrast=wants_contrast(hints),
        )
        self._theme.wear(name, zoom=self.shown_zoom() / 100, reading_size=self._settings.get(READING))

    def shown_zoom(self) -> int:
        """Return the zoom on screen in percent: the chosen one, larger where large text is on."""
        larger = LARGER_BY if self._settings.get(CONTRAST) else 0
        return min(ZOOM_STEPS[-1], self._settings.get(ZOOM) + larger)

    def zoom_in(self) -> None:
        """Go to the next larger zoom."""
        zoom = self._settings.get(ZOOM)
        self._settings.set(ZOOM, next((step for step in ZOOM_STEPS if step > zoom), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller zoom."""
        zoom = self._settings.get(ZOOM)
        self._settings.set(ZOOM, next((step for step in reversed(ZOOM_STEPS) if step < zoom), ZOOM_STEPS[0]))

    def zoom_reset(self) -> None:
        """Go back to 100 %."""
        self._settings.set(ZOOM, ZOOM.default)

    def toggle_contrast(self) -> None:
        """Turn large text and high contrast on, or go back to what was before."""
        self._settings.set(CONTRAST, not self._settings.get(CONTRAST))

    def _follow(self, key: str) -> None:
        if key in {setting.key for setting in (THEME, ZOOM, READING, CONTRAST)}:
            self.refresh()

    def dress(self) -> None:
        """Put everything on."""
        dress_again(self._application, self._theme)


def worn_theme(chosen: str, *, contrast: bool, dark: bool, system_contrast: bool) -> str:
    """Return the name of the theme to wear; ``dark`` and ``system_contrast`` are what the system asks for.

    The system's wish for contrast is heard where its colours are followed too: a theme chosen by name is that theme.
    """
    if chosen == "system":
        chosen = "dark" if dark else "light"
        contrast = contrast or system_contrast
    return f"contrast-{chosen}" if contrast and not chosen.startswith("contrast-") else chosen


def wants_contrast(hints: QStyleHints) -> bool:
    """Return whether the system asks for high contrast; Qt tells it from 6.10 on."""
    accessibility = getattr(hints, "accessibility", None)
    return accessibility is not None and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def wants_less_motion(hints: QStyleHints) -> bool:
    """Return whether the system asks for reduced motion, where this Qt tells it."""
    accessibility = getattr(hints, "accessibility", None)
    motion = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
    return motion is not None and motion() is Qt.MotionPreference.ReducedMotion
