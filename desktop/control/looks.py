"""What people set: look, thresholds, exclusions, what is said of articles; and the dialogs for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from core.model import Role, article_letter
from desktop.actions import Actions
from desktop.control.articles import Articles
from desktop.control.recents import forget, remembered
from desktop.dressing import Wardrobe, wants_less_motion
from desktop.pages.case import CasePage
from desktop.pages.welcome import WelcomePage
from desktop.screens import Screen
from desktop.settings import (
    COMPARING,
    EDITOR,
    LOGO,
    MODEL_FOLDER,
    OUTLET,
    REDUCED_MOTION,
    SCORING,
    SKIP_NAMES,
    SKIP_PHRASES,
    SKIP_QUOTATIONS,
    SKIP_RUNS,
    Group,
    Settings,
)
from desktop.theme import Theme
from desktop.undo import Decisions
from desktop.work import Work

APPLY_AFTER_MS = 400
"""A setting that is being turned is applied when it rests."""


class Looks(QObject):
    """Applies the settings, and opens what changes them."""

    said = Signal(object)
    """A :class:`~desktop.message.Message`."""

    def __init__(
        self,
        work: Work,
        articles: Articles,
        case: CasePage,
        decisions: Decisions,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._articles, self._case = work, articles, case
        self._decisions, self._actions = decisions, actions
        self._theme, self._settings, self._window = theme, settings, window
        self.wardrobe: Wardrobe | None = None
        """Who dresses the application; set by whoever made it."""
        self._following = False
        self._model = self._score = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APPLY_AFTER_MS)
        self._timer.timeout.connect(self._apply)
        settings.changed.connect(self._on_setting)
        case.pageMade.connect(self._show_report)
        articles.excluded.connect(self.follow_case)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {
            "exclusions": lambda: self._open_preferences(Group.SCORES),
            "preferences": lambda: self._open_preferences(None),
            "keys": self._open_keys,
            "about": self._open_about,
            "zoom_in": self._wearing(lambda wardrobe: wardrobe.zoom_in()),
            "zoom_out": self._wearing(lambda wardrobe: wardrobe.zoom_out()),
            "zoom_reset": self._wearing(lambda wardrobe: wardrobe.zoom_reset()),
            "contrast": self._wearing(lambda wardrobe: wardrobe.toggle_contrast()),
            "remove": self._on_marked(self._articles.remove),
            "review": self._on_marked(self._articles.review),
            "details": self._on_marked(self._open_details),
            "move_up": self._on_marked(lambda marked: self._articles.move(marked, -1)),
            "move_down": self._on_marked(lambda marked: self._articles.move(marked, 1)),
            "reread": self._on_marked(self._work.reread),
        }

    def restore(self, welcome: WelcomePage) -> None:
        """Apply everything that is set."""
        self._work.options = self._settings.options()
        self._work.session.exclusions = self._settings.exclusions()
        self._show_model()
        self._show_motion()
        self._show_report()
        self.show_recent(welcome)

    def show_recent(self, welcome: WelcomePage) -> None:
        """List the cases that were open last."""
        welcome.set_recent(list(remembered(self._settings)))

    def forget_recent(self, path: Path, welcome: WelcomePage) -> None:
        """Take a case out of the list; its file stays."""
        forget(self._settings, path)
        self.show_recent(welcome)

    def follow_case(self) -> None:
        """Set the preferences to what the case leaves out, also after that was undone."""
        exclusions = self._work.session.exclusions
        self._following = True
        self._settings.set(SKIP_QUOTATIONS, exclusions.quotations)
        self._settings.set(SKIP_NAMES, exclusions.names)
        self._settings.set(SKIP_RUNS, min(exclusions.runs_below, int(SKIP_RUNS.high)))
        self._settings.set(SKIP_PHRASES, "\n".join(exclusions.phrases))
        self._following = False

    def _on_setting(self, key: str) -> None:
        if self._following:
            return
        if key == MODEL_FOLDER.key:
            self._show_model()
            self._model = True
        elif key in SCORING:
            self._score = True
        elif key == REDUCED_MOTION.key:
            self._show_motion()
        elif key in {EDITOR.key, OUTLET.key, LOGO.key}:
            self._show_report()
        if key in COMPARING or self._score:
            self._timer.start()

    def _apply(self) -> None:
        score, model = self._score, self._model
        self._score = self._model = False
        self._work.options = self._settings.options()
        if score:
            self._articles.exclude(self._settings.exclusions())
        if model and self._work.session.analysis is not None:
            self._work.compare()
        else:
            self._work.follow_up()

    def _show_model(self) -> None:
        folder = self._settings.get(MODEL_FOLDER)
        self._work.engine.use_model(Path(folder) if folder else None)

    def _show_motion(self) -> None:
        less = self._settings.get(REDUCED_MOTION) or wants_less_motion(QGuiApplication.styleHints())
        self._case.view.set_animated(not less)

    def _show_report(self) -> None:
        get = self._settings.get
        self._decisions.set_editor(get(EDITOR))
        if self._case.made(Screen.REPORT):
            page = self._case.report
            page.set_options(replace(page.options(), prepared_by=get(EDITOR), outlet=get(OUTLET), logo=get(LOGO)))

    def _open_preferences(self, group: Group | None) -> None:
        from desktop.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - dialogs are loaded when they open

        dialog = PreferencesDialog(self._theme, self._settings, self._window)
        if group is not None:
            dialog.show_group(group)
        self._open(dialog)

    def _open_about(self) -> None:
        from desktop.dialogs.about import AboutDialog  # noqa: PLC0415 - as above

        self._open(AboutDialog(self._theme, self._window))

    def _open_keys(self) -> None:
        from desktop.dialogs.keys import KeysDialog  # noqa: PLC0415 - as above

        self._open(KeysDialog(self._theme, self._actions.all(), self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_details(self, article_id: str) -> None:
        from desktop.dialogs.details import ArticleDetailsDialog  # noqa: PLC0415 - as above

        session = self._work.session
        article = session.article(article_id)
        place = [a.id for a in session.articles].index(article_id)
        dialog = ArticleDetailsDialog(
            self._theme, article, article_letter(place), session.about(article_id), self._window
        )

        def take() -> None:
            given = dialog.result_values()
            self._articles.rename(article_id, given.title)
            if given.role is Role.REVIEW:
                self._articles.review(article_id)
            else:
                self._articles.set_role(article_id, given.role)
            self._articles.set_about(article_id, given.about)

        dialog.accepted.connect(take)
        self._open(dialog)

    def _wearing(self, change: Callable[[Wardrobe], None]) -> Callable[[], None]:
        def run() -> None:
            if self.wardrobe is not None:
                change(self.wardrobe)

        return run

    def _on_marked(self, act: Callable[[str], None]) -> Callable[[], None]:
        def run() -> None:
            marked = self._case.sidebar.list.marked()
            if marked is not None:
                act(marked)

        return run
