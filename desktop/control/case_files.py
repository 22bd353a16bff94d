"""Keeping the case in a file: new, open, save as, recent cases, and every change on the disk at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.case.contents import CaseContents, LastPlace, SettingName
from core.case.review import FindingKey
from core.case.trouble import OpenElsewhereError
from core.case.unsaved import unsaved_folder
from core.errors import CognateError
from core.model import Role, Severity
from desktop.control.recents import recent_case, remember, remembered
from desktop.dialogs.files import FileChooser, case_name
from desktop.keeper import Keeper
from desktop.language import tr
from desktop.message import Message, failure
from desktop.models.recent import named
from desktop.settings import CASE_FOLDER, OPEN_CASE, Settings, own_documents
from desktop.undo import Decisions
from desktop.work import Work

PLACE_EVERY_MS = 1500
"""Where the editor is is written at most this often."""


class CaseFiles(QObject):
    """Writes each change of the case, and brings another case on screen."""

    said = Signal(object)
    """A :class:`Message`."""
    withdrawn = Signal(str)
    stateChanged = Signal()  # noqa: N815 - signals are named as Qt names them
    """The file, or whether it holds everything, is not what it was."""
    leaving = Signal()
    """Another case is about to be opened: what of this one still waits to be taken is to be taken now."""
    loadingChanged = Signal()  # noqa: N815
    opened = Signal(object)
    """The :class:`CaseContents` that are on screen now."""

    def __init__(
        self,
        work: Work,
        decisions: Decisions,
        settings: Settings,
        files: FileChooser,
        window: QWidget,
        folder: Path | None = None,
    ) -> None:
        super().__init__(window)
        self._work, self._decisions, self._settings, self._files = work, decisions, settings, files
        self._window, self._folder = window, folder
        self._begun = False
        self.loading = False
        """Whether another case is being opened: until it is there, no change is taken."""
        self._opening: Path | None = None
        self._rescued = False
        """Whether the case was saved from a damaged file: nobody may have its articles any more."""
        self._brought: set[str] = set()
        """The files that the case says its articles are from, until somebody agrees to each being opened."""
        self._wanted: Path | None = None
        """Where the case is being saved to under another name."""
        self.place: Callable[[], LastPlace | None] = lambda: None
        """Where the editor is; set by the window."""
        self.saved_at = ""
        """The time of day when everything was last on the disk; empty while something is not."""
        self.keeper = Keeper(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PLACE_EVERY_MS)
        self._timer.timeout.connect(self._keep_place)
        self._connect()

    def _connect(self) -> None:
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_failure)
        self.keeper.opened.connect(self._on_opened)
        self.keeper.moved.connect(self._on_moved)
        self.keeper.found.connect(self._offer)
        self._work.articles_changed.connect(self._keep_articles)
        self._work.analysis_changed.connect(self._keep_analysis)
        self._work.restored.connect(self._on_restored)
        self._work.restore_failed.connect(self.new)
        self._decisions.changed.connect(self._keep_decision)

    # writing

    def _keep_articles(self) -> None:
        session = self._work.session
        if self.loading:
            return
        if not self._begun:
            if not session.articles:
                return
            self._begun = True
            self.keeper.begin(self._folder)
            self._keep_choices()
        self._changing()
        self.keeper.keep_articles(session.saved_articles())
        reviewed = session.reviewed
        self.keeper.keep_setting(SettingName.SUBJECT, None if reviewed is None else session.articles[reviewed].id)
        self.keeper.keep_setting(SettingName.TITLE, session.name or None)
        self.keeper.keep_problems(session.problems)

    def _keep_analysis(self) -> None:
        if self._begun and not self.loading:
            self._changing()
            self.keeper.keep_articles(self._work.session.saved_articles())
            self.keeper.keep_analysis(self._work.session.analysis)
            self._keep_choices()

    def _keep_choices(self) -> None:
        """Have written how the case is compared and counted."""
        self.keeper.keep_setting(SettingName.OPTIONS, self._work.options.as_dict())
        self.keeper.keep_setting(SettingName.EXCLUSIONS, self._work.session.exclusions)

    def keep_choices(self) -> None:
        """Have written how the case is compared and counted, whether or not there is anything to compare."""
        if self._begun and not self.loading:
            self._changing()
            self._keep_choices()

    def keep_report(self) -> None:
        """Have written what was chosen for the report."""
        report = self._work.session.report
        if self._begun and not self.loading and report is not None:
            self._changing()
            self.keeper.keep_setting(SettingName.REPORT, report.as_saved())

    def _keep_decision(self, key: FindingKey) -> None:
        if not self._begun or self.loading:
            return
        self._changing()
        review = self._decisions.review
        self.keeper.keep_judgement(key, self._decisions.judgement(key))
        self.keeper.keep_hand_link(key, review.set_by_hand.get(key))

    def moved(self) -> None:
        """Have written, soon, where the editor is now."""
        if self._keeps_places and not self._timer.isActive():
            self._timer.start()

    @property
    def _keeps_places(self) -> bool:
        return self._begun and not self.loading and not self.keeper.read_only

    def _keep_place(self) -> None:
        place = self.place()
        if self._keeps_places and place is not None:
            self.keeper.keep_place(place)

    def _changing(self) -> None:
        self.saved_at = ""
        self.stateChanged.emit()

    def _on_saved(self, time: str) -> None:
        self.saved_at = time
        self.withdrawn.emit("keep")
        self.stateChanged.emit()

    def _on_failure(self, error: CognateError) -> None:
        path, self._opening = self._opening, None
        self._set_loading(loading=False)
        if isinstance(error, OpenElsewhereError) and path is not None:
            self.said.emit(
                Message(
                    error.what,
                    error.remedy,
                    Severity.MEDIUM,
                    tr("Open to read"),
                    lambda: self.open(path, read_only=True),
                    "open",
                )
            )
        elif self.keeper.waiting:
            kept = tr("Nothing is lost while the window stays open.")
            self.said.emit(
                Message(error.what, f"{kept} {error.remedy}", Severity.HIGH, tr("Try again"), self.keeper.retry, "keep")
            )
        else:
            self.said.emit(failure(error, "open"))
        self.stateChanged.emit()

    # opening

    def open(self, path: Path, *, read_only: bool = False, untitled: bool = False) -> None:
        """Show the case in a file; the one on screen is kept where it is."""
        self.leaving.emit()
        self._work.leave()
        self.withdrawn.emit("open")
        self._timer.stop()
        self._remember()
        self._opening = path
        self._set_loading(loading=True)
        untitled = untitled or path.parent == self._unsaved_folder()
        discard = self._nothing_to_keep()
        self.keeper.open(path, read_only=read_only, untitled=untitled, discard=discard, folder=self._unsaved_folder())

    def _on_opened(self, contents: CaseContents) -> None:
        self._begun = True
        self._opening = None
        untold = contents.analysis is None and not contents.options  # by an older version, before any comparison
        self._work.restore(self._with_choices(contents) if untold else contents)

    def _with_choices(self, contents: CaseContents) -> CaseContents:
        """Return a case that begins with what the preferences say."""
        begun: dict[str, object] = {
            SettingName.EXCLUSIONS: self._settings.exclusions(),
            SettingName.OPTIONS: self._settings.options().as_dict(),
        }
        return replace(contents, settings={**begun, **contents.settings})

    def _on_restored(self, contents: CaseContents) -> None:
        self._decisions.set_review(contents.review)
        self._set_loading(loading=False)
        self._remember()
        self.opened.emit(contents)
        self.stateChanged.emit()
        self._rescued = contents.rescued is not None
        self._brought = {article.document.path for article in contents.articles}
        if contents.rescued is not None:
            said = contents.rescued
            self.said.emit(Message(said.what, said.remedy, Severity.HIGH, tr("Save case as…"), self.save_as, "open"))
        elif self.keeper.read_only:
            self.said.emit(
                Message(
                    tr("This case was opened only to read."),
                    tr("Save it under another name to change it."),
                    Severity.LOW,
                    topic="open",
                )
            )

    def reread(self, article_id: str) -> None:
        """Read an article's file again."""
        self.with_file_of(article_id, self._work.reread)

    def with_file_of(self, article_id: str, act: Callable[[str], None]) -> None:
        """Do what opens an article's file; where only the case says which that is, people are asked first."""
        path = self._work.session.article(article_id).document.path
        if path not in self._brought:
            act(article_id)
            return

        def agreed() -> None:
            self._brought.discard(path)
            article = next((a for a in self._work.session.articles if a.document.path == path), None)
            if article is not None:
                act(article.id)

        what = tr("The case says that this article is from “{path}”.").format(path=path)
        why = tr("A case may come from somebody else: see that this is the file you mean.")
        self.said.emit(Message(what, why, Severity.LOW, tr("Read this file"), agreed, "reread"))

    def choose(self) -> None:
        """Ask for a case and open it."""
        path = self._files.case(self._window, self._settings.get(CASE_FOLDER))
        if path is not None:
            self._settings.set(CASE_FOLDER, str(path.parent))
            self.open(path)

    def new(self) -> None:
        """Begin an empty case."""
        self.leaving.emit()
        self._work.leave()
        self._timer.stop()
        self._remember()
        discard = self._nothing_to_keep()
        self._begun = False
        self.saved_at = ""
        self._set_loading(loading=True)
        self._work.restore(self._with_choices(CaseContents()))
        if self.keeper.path is not None:
            self.keeper.begin(self._folder, discard=discard)
            self._begun = True

    def save_as(self) -> None:
        """Ask for a name and a place, and keep the case there from now on."""
        session = self._work.session
        if not session.articles:
            return
        folder = self._settings.get(CASE_FOLDER) or own_documents()
        path = self._files.save_case(self._window, Path(folder) / case_name(session.title))
        if path is None:
            return
        self._settings.set(CASE_FOLDER, str(path.parent))
        self._wanted = path
        self.keeper.save_as(path, " ".join(path.stem.split()))

    def _on_moved(self) -> None:
        session, path = self._work.session, self.keeper.path
        if path is not None and path == self._wanted:
            self._wanted = None
            session.set_name(path.stem)
            self._remember()
            self._work.changed.emit()
        self._settings.set(OPEN_CASE, str(path or ""))
        self.stateChanged.emit()

    def _set_loading(self, *, loading: bool) -> None:
        if loading != self.loading:
            self.loading = loading
            self.loadingChanged.emit()

    def _unsaved_folder(self) -> Path:
        return self._folder or unsaved_folder()

    def _remember(self) -> None:
        session, path = self._work.session, self.keeper.path
        if path is not None and session.articles and not self._nothing_to_keep():
            remember(self._settings, recent_case(path, session.title, len(session.articles), session.analysis))

    def _nothing_to_keep(self) -> bool:
        """Return whether a case without a name can be made again from its files alone."""
        session, review = self._work.session, self._decisions.review
        decided = review.judgements or review.set_by_hand or not self._decisions.undo_stack.isClean()
        meant = session.described() or any(a.role is not Role.UNKNOWN for a in session.saved_articles())
        pasted = any(not a.document.path for a in session.articles)
        return self.keeper.untitled and not (decided or meant or pasted or self._rescued)

    def left_behind(self) -> None:
        """Look for cases without a name, and offer the newest; the list of recent cases has the others."""
        self.keeper.look_for_unfinished(self._unsaved_folder())

    def _offer(self, found: tuple[Path, ...]) -> None:
        if not found:
            return
        path = found[0]
        crashed = self._settings.get(OPEN_CASE) == str(path)
        known = next((case for case in remembered(self._settings) if case.path == path), None)
        case = named(path, known.title if known is not None else "", datetime.now().astimezone())
        what = (
            tr("The last case ({case}) was not closed properly; all of it was kept.")
            if crashed
            else tr("A case ({case}) has no name yet.")
        ).format(case=case)
        self.said.emit(
            Message(
                what,
                tr("Open it to go on where you were."),
                Severity.MEDIUM if crashed else Severity.LOW,
                tr("Open it"),
                lambda: self.open(path, untitled=True),
                "left",
            )
        )

    def close(self) -> bool:
        """Write what waits and let the file go; return False where something cannot be written."""
        self._timer.stop()
        if not self._nothing_to_keep():
            self._keep_place()
        self._remember()
        closed = self.keeper.close(discard=self._nothing_to_keep())
        if closed:
            self._settings.set(OPEN_CASE, "")
        return closed
