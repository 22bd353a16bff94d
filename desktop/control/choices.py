"""How a case is compared, counted and reported: its own choices; the preferences are what a new one begins with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from core.model import Exclusions
from core.options import Options
from core.report.options import ReportOptions
from desktop.control.articles import Articles
from desktop.control.case_files import CaseFiles
from desktop.language import tr
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.settings import (
    COMPARING,
    EDITOR,
    MODEL_FOLDER,
    REPORTING,
    SCORING,
    SKIP_NAMES,
    SKIP_PHRASES,
    SKIP_QUOTATIONS,
    SKIP_RUNS,
    THRESHOLDS,
    AnySetting,
    Group,
    Setting,
    Settings,
    T,
)
from desktop.theme import Theme
from desktop.undo import Decisions
from desktop.work import Work

APPLY_AFTER_MS = 400
"""A choice that is being turned is applied when it rests."""
GROUPS = (Group.SCORES, Group.COMPARISON)
"""What a case has of its own; its report has a screen."""


class CaseSettings(Settings):
    """The settings of :data:`GROUPS` as a case has them; nothing of them goes to the preferences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._values: dict[str, object] = {}

    def get(self, setting: Setting[T]) -> T:
        """Return the case's value."""
        value = self._values.get(setting.key, setting.default)
        return value if isinstance(value, type(setting.default)) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Take another value; raises ValueError where the setting cannot have it."""
        if not setting.fits(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if self.get(setting) != value:
            self._values[setting.key] = value
            self.changed.emit(setting.key)

    def show(self, options: Options, exclusions: Exclusions) -> None:
        """Have the values of a case."""
        wanted: list[tuple[AnySetting, object]] = [
            (setting, float(getattr(options, name))) for name, setting in THRESHOLDS.items()
        ]
        wanted += [
            (SKIP_QUOTATIONS, exclusions.quotations),
            (SKIP_NAMES, exclusions.names),
            (SKIP_RUNS, min(exclusions.runs_below, int(SKIP_RUNS.high))),
            (SKIP_PHRASES, "\n".join(exclusions.phrases)),
        ]
        for setting, value in wanted:
            self.set(setting, value)


class Choices(QObject):
    """Gives a new case what the preferences say, and changes only the case after that."""

    def __init__(
        self,
        work: Work,
        articles: Articles,
        case: CasePage,
        files: CaseFiles,
        decisions: Decisions,
        theme: Theme,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._articles, self._case, self._files = work, articles, case, files
        self._decisions, self._theme, self._settings, self._window = decisions, theme, settings, window
        self.of_case = CaseSettings(self)
        """What the dialog of the case shows and changes."""
        self._following = False
        self._timer = QTimer(self, singleShot=True, interval=APPLY_AFTER_MS)
        self._timer.timeout.connect(self._apply)
        files.leaving.connect(self.flush)
        files.loadingChanged.connect(self._timer.stop)
        settings.changed.connect(self._on_preference)
        self.of_case.changed.connect(self._on_choice)
        articles.excluded.connect(self.follow_case)
        # An anonymised report covers what people said about the articles.
        self._work.articles_changed.connect(self.show_report)
        articles.excluded.connect(files.keep_choices)
        case.pageMade.connect(self._on_page)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {"exclusions": self._open}

    def begin(self) -> None:
        """Have the next case begin as the preferences say."""
        self._work.options = self._settings.options()
        self._work.session.exclusions = self._settings.exclusions()
        self._decisions.set_editor(self._settings.get(EDITOR))
        self.follow_case()

    def follow_case(self) -> None:
        """Show what the case has: after it was opened, or something was undone."""
        self._timer.stop()
        self._following = True
        self.of_case.show(self._work.options, self._work.session.exclusions)
        self._following = False
        self.show_report()

    def flush(self) -> None:
        """Apply at once what was chosen last and still waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._apply()

    def show_report(self) -> None:
        """Show on the screen of the report what is chosen for it."""
        if self._case.made(Screen.REPORT):
            self._case.report.set_options(self.report())

    def report(self) -> ReportOptions:
        """Return what is chosen for the report.

        A case's file names no logo, for that is a file of this computer: it is the preferences', until somebody
        chooses another one, or none.
        """
        usual, session = self._settings.report_options(), self._work.session
        about = [session.about(article.id) for article in session.articles]
        # What people typed about the articles is covered in an anonymised report, wherever it stands.
        authors, outlets = tuple(x.author for x in about if x.author), tuple(x.outlet for x in about if x.outlet)
        if session.report is None:
            return replace(usual, authors=authors, outlets=outlets)
        logo = usual.logo if session.logo is None else session.logo
        return replace(session.report, logo=logo, authors=authors, outlets=outlets)

    def _on_page(self, screen: Screen) -> None:
        if screen is Screen.REPORT:
            self._case.report.optionsChanged.connect(self._on_report)
            self.show_report()

    def _on_report(self, options: ReportOptions) -> None:
        session = self._work.session
        if options.logo != self.report().logo:
            session.logo = options.logo
        session.report = options
        self._files.keep_report()

    def _on_preference(self, key: str) -> None:
        if key == EDITOR.key:
            self._decisions.set_editor(self._settings.get(EDITOR))
        if key in REPORTING:
            self.show_report()
        elif key in (COMPARING | SCORING) - {MODEL_FOLDER.key} and not self._work.session.articles:
            self.begin()

    def _on_choice(self, _key: str) -> None:
        if not self._following:
            self._timer.start()

    def _apply(self) -> None:
        if self._files.loading:  # it was chosen for the case that is being left
            return
        self._work.options = self.of_case.options()
        self._articles.exclude(self.of_case.exclusions())
        self._files.keep_choices()
        self._work.follow_up()

    def _open(self) -> None:
        from desktop.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - dialogs are loaded when they open

        self.follow_case()
        dialog = PreferencesDialog(self._theme, self.of_case, self._window, groups=GROUPS)
        dialog.setWindowTitle(tr("Exclusions and thresholds of this case"))
        dialog.setAccessibleName(tr("Exclusions and thresholds of this case"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.flush)
        dialog.open()
