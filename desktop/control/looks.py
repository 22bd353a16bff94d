"""What people set: look, language model, what is said of articles; and the dialogs for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from core.model import Role, article_letter
from desktop.actions import Actions
from desktop.control.articles import Articles
from desktop.control.case_files import CaseFiles
from desktop.control.likely_source import ACTION as LIKELY_SOURCE
from desktop.control.likely_source import LikelySourceNotice
from desktop.control.recents import forget, remembered
from desktop.dressing import Wardrobe, wants_less_motion
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.settings import MODEL_FOLDER, REDUCED_MOTION, Settings
from desktop.theme import Theme
from desktop.work import Work

if TYPE_CHECKING:
    from desktop.dialogs.guide import GuideWindow
    from desktop.pages.welcome import WelcomePage

SECTIONS = {
    Screen.OVERVIEW: "overview",
    Screen.COMPARE: "compare",
    Screen.LEDGER: "ledger",
    Screen.REPORT: "report",
}
"""What the guide calls each screen."""
APPLY_AFTER_MS = 400
"""A setting that is being turned is applied when it rests."""


class Looks(QObject):
    """Applies the settings, and opens what changes them."""

    said = Signal(object)
    """A :class:`~desktop.message.Message`."""
    acted = Signal(object)
    """The :class:`~desktop.models.notes.Act` that an article's details offered."""

    def __init__(
        self,
        work: Work,
        articles: Articles,
        files: CaseFiles,
        case: CasePage,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._articles, self._files, self._case = work, articles, files, case
        self._actions = actions
        self._theme, self._settings, self._window = theme, settings, window
        self._guide: GuideWindow | None = None
        self._likely_source = LikelySourceNotice(work, articles, actions, self)
        self.wardrobe: Wardrobe | None = None
        """Who dresses the application; set by whoever made it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APPLY_AFTER_MS)
        self._timer.timeout.connect(self._compare_again)
        files.loadingChanged.connect(self._timer.stop)
        settings.changed.connect(self._on_setting)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {
            "preferences": self._open_preferences,
            "guide": self._open_guide,
            "keys": self._open_keys,
            "about": self._open_about,
            "zoom_in": self._wearing(lambda wardrobe: wardrobe.zoom_in()),
            "zoom_out": self._wearing(lambda wardrobe: wardrobe.zoom_out()),
            "zoom_reset": self._wearing(lambda wardrobe: wardrobe.zoom_reset()),
            "contrast": self._wearing(lambda wardrobe: wardrobe.toggle_contrast()),
            "remove": self._on_marked(self._articles.remove),
            "review": self._on_marked(self._articles.review),
            LIKELY_SOURCE: self._likely_source.review,
            "details": self._on_marked(self._open_details),
            "move_up": self._on_marked(lambda marked: self._articles.move(marked, -1)),
            "move_down": self._on_marked(lambda marked: self._articles.move(marked, 1)),
            "reread": self._on_marked(self._files.reread),
        }

    def restore(self) -> None:
        """Apply everything that is set."""
        self._show_model()
        self._show_motion()

    def show_recent(self, welcome: WelcomePage) -> None:
        """List the cases that were open last."""
        welcome.set_recent(list(remembered(self._settings)))

    def forget_recent(self, path: Path, welcome: WelcomePage) -> None:
        """Take a case out of the list; its file stays."""
        forget(self._settings, path)
        self.show_recent(welcome)

    def _on_setting(self, key: str) -> None:
        if key == MODEL_FOLDER.key:
            self._show_model()
            self._timer.start()
        elif key == REDUCED_MOTION.key:
            self._show_motion()

    def _compare_again(self) -> None:
        """Compare with the model that was chosen; links of another one do not hold."""
        if self._work.session.analysis is not None and not self._files.loading:
            self._work.compare()

    def _show_model(self) -> None:
        folder = self._settings.get(MODEL_FOLDER)
        self._work.engine.use_model(Path(folder) if folder else None)

    def _show_motion(self) -> None:
        less = self._settings.get(REDUCED_MOTION) or wants_less_motion(QGuiApplication.styleHints())
        self._case.view.set_animated(not less)

    def _open_preferences(self) -> None:
        from desktop.dialogs.preferences import PreferencesDialog  # noqa: PLC0415 - dialogs are loaded when they open

        self._open(PreferencesDialog(self._theme, self._settings, self._window))

    def _open_about(self) -> None:
        from desktop.dialogs.about import AboutDialog  # noqa: PLC0415 - as above

        self._open(AboutDialog(self._theme, self._window))

    def _open_guide(self) -> None:
        from desktop.dialogs.guide import GuideWindow  # noqa: PLC0415 - as above

        if self._guide is None:
            zoom = [self._actions[name] for name in ("zoom_in", "zoom_out", "zoom_reset", "contrast")]
            self._guide = GuideWindow(self._theme, zoom, self._window)
        self._guide.show_section(SECTIONS[self._case.current] if self._case.isVisible() else "")

    def _open_keys(self) -> None:
        from desktop.dialogs.keys import KeysDialog  # noqa: PLC0415 - as above

        self._open(KeysDialog(self._theme, self._actions.all(), self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_details(self, article_id: str) -> None:
        from desktop.dialogs.details import ArticleDetailsDialog  # noqa: PLC0415 - as above
        from desktop.models.details import worked_out  # noqa: PLC0415 - as above

        session = self._work.session
        article = session.article(article_id)
        place = [a.id for a in session.articles].index(article_id)
        dialog = ArticleDetailsDialog(
            self._theme,
            article,
            article_letter(place),
            session.about(article_id),
            self._window,
            worked_out=worked_out(article, session.analysis),
            here=frozenset(a.document.path for a in session.articles),
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
        dialog.acted.connect(self.acted)
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
