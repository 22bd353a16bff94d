"""Changes of the case's articles that can be undone: taken out, renamed, moved, described, words left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.model import Exclusions, Role, Severity, article_letter
from desktop.language import tr
from desktop.message import Message
from desktop.outcomes import kept_without
from desktop.session import About
from desktop.work import Work


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change of the case, not done yet: whoever hears of it does it, and may undo it."""

    text: str
    do: Callable[[], None]
    undo: Callable[[], None]
    offered: bool = False
    """Whether a message offers to undo it."""


class Articles(QObject):
    """Says each change as a value and leaves it to the undo stack to do it."""

    said = Signal(object)
    """A :class:`Message`."""
    undoable = Signal(object)
    """An :class:`Undoable` to be done now."""
    undo_wanted = Signal()
    excluded = Signal()
    """The case leaves other words out, also by undoing."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def remove(self, article_id: str) -> None:
        """Take an article out and compare the rest; it can be undone, and a message offers to put it back."""
        ids = [a.id for a in self._work.session.articles]
        if article_id not in ids:
            return
        place, session = ids.index(article_id), self._work.session
        title, mark, made = session.article(article_id).title, session.mark(article_id), self._work.made
        back: list[Callable[[int], None]] = []
        text = tr("Article {letter}, “{title}”, was taken out of the case.").format(
            letter=article_letter(place), title=title
        )
        file = tr("Its file is unchanged.") if session.article(article_id).document.path else ""
        letters = tr("The letters of the others moved up.") if place < len(ids) - 1 else ""

        def take_out() -> None:
            self._work.stop_comparing()
            now = session.marked(mark)
            if now is not None:
                kept = kept_without(self._work.made, session, self._work.wishes(), now)
                back.append(session.remove(now))
                self._work.settle(kept=kept)

        def put_back() -> None:
            self._work.stop_comparing()
            if back:
                back.pop()(place)
                self._work.settle(made)

        what = tr("Remove {letter}").format(letter=article_letter(place))
        self.undoable.emit(Undoable(what, take_out, put_back, offered=True))
        remedy = f"{file} {letters}".strip()
        self.said.emit(Message(text, remedy, Severity.LOW, tr("Put back"), self.undo_wanted.emit, "removed"))

    def rename(self, article_id: str, title: str) -> None:
        """Give an article another title."""
        title, before = " ".join(title.split()), self._work.session.article(article_id).title
        if title and title != before:
            self._change(
                tr("Rename {letter}"),
                article_id,
                lambda i: self._work.session.rename(i, title),
                lambda i: self._work.session.rename(i, before),
            )

    def set_role(self, article_id: str, role: Role) -> None:
        """Say what part an article plays."""
        before = self._work.session.article(article_id).role
        if role is not before:
            self._change(
                tr("Role of {letter}"),
                article_id,
                lambda i: self._work.session.set_role(i, role),
                lambda i: self._work.session.set_role(i, before),
            )

    def set_about(self, article_id: str, about: About) -> None:
        """Say about an article who published and wrote it, and when."""
        before = self._work.session.about(article_id)
        if about != before:
            self._change(
                tr("Details of {letter}"),
                article_id,
                lambda i: self._work.session.set_about(i, about),
                lambda i: self._work.session.set_about(i, before),
            )

    def move(self, article_id: str, by: int) -> None:
        """Move an article up or down in the order of the letters, and compare again."""
        ids = [a.id for a in self._work.session.articles]
        goal = ids.index(article_id) + by
        if not 0 <= goal < len(ids):
            return

        def moved(step: int) -> Callable[[str], None]:
            def move(now: str) -> None:
                self._work.stop_comparing()
                self._work.session.move(now, step)
                self._work.settle()

            return move

        self._change(tr("Move {letter}"), article_id, moved(by), moved(-by))

    def review(self, article_id: str) -> None:
        """Put an article under review and compare again."""
        session = self._work.session
        if not session.can_review(article_id):
            return
        mark, reviewed = session.mark(article_id), session.reviewed
        before = None if reviewed is None else session.mark(session.articles[reviewed].id)

        def under(wanted: int | None) -> Callable[[], None]:
            def run() -> None:
                now = None if wanted is None else session.marked(wanted)
                if now is not None or wanted is None:
                    session.review(now)
                    self._work.articles_changed.emit()
                    self._work.compare()

            return run

        letter = article_letter([a.id for a in session.articles].index(article_id))
        self.undoable.emit(Undoable(tr("Put {letter} under review").format(letter=letter), under(mark), under(before)))

    def _change(self, what: str, article_id: str, do: Callable[[str], None], undo: Callable[[str], None]) -> None:
        """Change one article in a way that can be undone; it is found again whatever its letter is by then."""
        session = self._work.session
        mark = session.mark(article_id)
        letter = article_letter([a.id for a in session.articles].index(article_id))

        def on(change: Callable[[str], None]) -> Callable[[], None]:
            def run() -> None:
                now = session.marked(mark)
                if now is not None:
                    change(now)
                    self._work.articles_changed.emit()
                    self._work.changed.emit()

            return run

        self.undoable.emit(Undoable(what.format(letter=letter), on(do), on(undo)))

    def exclude(self, exclusions: Exclusions) -> None:
        """Leave other words out of the scores, and count them anew."""
        before = self._work.session.exclusions
        if exclusions == before:
            return

        def on(wanted: Exclusions) -> Callable[[], None]:
            def run() -> None:
                self._work.session.exclusions = wanted
                self.excluded.emit()
                self._work.follow_up()
                self._work.changed.emit()

            return run

        self.undoable.emit(Undoable(tr("Exclusions"), on(exclusions), on(before)))
