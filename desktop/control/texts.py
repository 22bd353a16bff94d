"""What is done about how an article's text came to be: go to what was found, read it otherwise, add what came along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.model import Article, Severity, Span, article_letter
from core.progress import Progress
from desktop.control.articles import Undoable
from desktop.control.importing import Importing
from desktop.intake import Intake
from desktop.language import tr
from desktop.message import Message
from desktop.models.encodings import can_choose
from desktop.models.notes import Act, ActKind, attached
from desktop.outcomes import title_before
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.work import Work

_ATTACHED = "attached"
"""The topic of what is attached to mails that were read."""


WithFile = Callable[[str, Callable[[str], None]], None]
"""Does with an article, by its id, what opens its file, once that may be opened."""


class Texts(QObject):
    """Does what notes about texts offer."""

    said = Signal(object)
    """A :class:`Message`."""
    withdrawn = Signal(str)
    undoable = Signal(object)
    """An :class:`~desktop.control.articles.Undoable` to be done now."""
    showWanted = Signal(str, int)  # noqa: N815 - signals are named as Qt names them
    """The id of an article and the sentence to go to, from 0."""

    def __init__(self, work: Work, intake: Importing, with_file_of: WithFile, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._intake, self._with_file_of = work, intake, with_file_of
        self._theme, self._window = theme, window
        self._last: tuple[Act, int] | None = None
        """What was shown last, and which of its places."""
        self._held: list[Message] = []
        """What the import screen tells of while it is shown."""
        work.read.connect(self._on_read)
        intake.actWanted.connect(self.act)
        intake.changed.connect(self._let_go)
        self.showWanted.connect(intake.leave)

    def handlers(self, marked: Callable[[], str | None]) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do with the marked article."""
        return {
            "encoding": lambda: self.choose_encoding(marked() or ""),
            "attachments": lambda: self.add_attached(marked() or ""),
        }

    def act(self, act: Act) -> None:
        """Do what a note offers, unless its article has gone."""
        if act.article not in {a.id for a in self._work.session.articles}:
            return
        if act.kind is ActKind.SHOW:
            self._show(act)
        elif act.kind is ActKind.ENCODING:
            self.choose_encoding(act.article)
        else:
            self.add_attached(act.article)

    # places

    def _show(self, act: Act) -> None:
        again = self._last is not None and self._last[0] == act
        place = (self._last[1] + 1) % len(act.places) if again and self._last is not None else 0
        self._last = act, place
        article = self._work.session.article(act.article)
        self.showWanted.emit(act.article, sentence_at(article, act.places[place]))

    # what came along

    def offered(self, article_id: str) -> tuple[str, ...]:
        """Return the paths of what is attached to an article and not in the case."""
        articles = self._work.session.articles
        own = next((a for a in articles if a.id == article_id), None)
        return attached(own, {a.document.path for a in articles}) if own is not None else ()

    def add_attached(self, article_id: str) -> None:
        """Add what is attached to an article."""
        if self.offered(article_id):
            self._with_file_of(article_id, lambda now: self.add(self.offered(now)))

    def add(self, paths: Sequence[str]) -> None:
        """Read what is attached, as any other file."""
        self.withdrawn.emit(_ATTACHED)
        self._held = [message for message in self._held if message.topic != _ATTACHED]
        self._work.add([Path(path) for path in paths])

    def _on_read(self, intake: Intake) -> None:
        if intake.notices:
            rest = len(intake.notices) - 1
            more = tr("{n} more thing(s) like that.", "", rest) if rest else ""
            self._tell(Message(harmless(intake.notices[0]), more, Severity.LOW, topic="left out"))
        here = {a.document.path for a in self._work.session.articles}
        mails = [(article, paths) for article in intake.articles if (paths := attached(article, here))]
        if not mails:
            return
        paths = tuple(path for _, of_one in mails for path in of_one)
        what = (
            tr("“{title}” came with {n} attachment(s).", "", len(paths)).format(title=harmless(mails[0][0].title))
            if len(mails) == 1
            else tr("{mails} articles came with {n} attachment(s).", "", len(paths)).format(mails=len(mails))
        )
        its = tr("Add its {n} attachment(s)", "", len(paths))
        button = its if len(mails) == 1 else tr("Add all {n} attachment(s)", "", len(paths))
        self._tell(Message(what, "", Severity.LOW, button, partial(self.add, paths), _ATTACHED))

    def _tell(self, message: Message) -> None:
        if self._intake.shown:
            self._held.append(message)
        else:
            self.said.emit(message)

    def _let_go(self) -> None:
        if not self._intake.shown:
            held, self._held = self._held, []
            for message in held:
                self.said.emit(message)

    # encoding

    def can_choose_encoding(self, article_id: str) -> bool:
        """Return whether an article's file can be read in another encoding."""
        return any(a.id == article_id and can_choose(a.document) for a in self._work.session.articles)

    def choose_encoding(self, article_id: str) -> None:
        """Ask in which encoding an article's file is to be read."""
        if self.can_choose_encoding(article_id):
            self._with_file_of(article_id, self._open_encodings)

    def _open_encodings(self, article_id: str) -> None:
        from desktop.dialogs.encoding import EncodingDialog  # noqa: PLC0415 - dialogs are loaded when they open

        session, engine = self._work.session, self._work.engine
        article, mark = session.article(article_id), session.mark(article_id)
        path = Path(article.document.path)
        titles: list[str | None] = []

        def read(encoding: str | None, progress: Progress) -> Article:
            if not titles:
                titles.append(title_before(engine, article))
            return engine.read(path, encoding, partial(progress.step, "", 0.0))

        letter = article_letter([a.id for a in session.articles].index(article_id))
        dialog = EncodingDialog(self._theme, article, letter, read, self._window)

        def take() -> None:
            if (read_so := dialog.result_article()) is not None and session.marked(mark) is not None:
                self._read_so(mark, read_so, titles[0], letter)

        dialog.accepted.connect(take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _read_so(self, mark: int, read: Article, own_title: str | None, letter: str) -> None:
        """Put the text as another encoding gives it in the article's place, in a way that can be undone."""
        work, made = self._work, self._work.made
        back: list[Callable[[], None]] = []

        def put() -> None:
            now = work.session.marked(mark)
            if now is not None:
                work.stop_comparing()
                before = work.session.article(now)
                back.append(work.session.exchange(now, read, own_title))
                if len(read.sentences) != len(before.sentences):  # else decisions are found again by their places
                    work.exchanged.emit(before, work.session.article(now))
                work.settle()

        def put_back() -> None:
            if back:
                work.stop_comparing()
                back.pop()()
                work.settle(made)

        self.undoable.emit(Undoable(tr("Encoding of {letter}").format(letter=letter), put, put_back))


def sentence_at(article: Article, place: Span) -> int:
    """Return the sentence that a place stands in, or the next one; the last where none follows."""
    ahead = (n for n, found in enumerate(article.sentences) if found.span.end > place.start)
    return next(ahead, len(article.sentences) - 1)
