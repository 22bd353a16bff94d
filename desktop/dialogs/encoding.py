"""In which encoding an article's file is read: a list, and the beginning of the text as each of them gives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.errors import CognateError
from core.model import Article
from core.progress import Progress
from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import lay_out, make_button
from desktop.intake import place_name
from desktop.jobs import Lane
from desktop.language import tr
from desktop.models.encodings import ENCODINGS, called, first_lines, place_of, said_of
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.widgets.parts import ElidedText, Text

_SIZE = (820, 560)
_MARGIN, _LIST = 24, 272
Read = Callable[[str | None, Progress], Article]
"""Reads the file in an encoding, None for whichever is found out; for a worker."""


class EncodingDialog(QDialog):
    """Shows how the file reads in an encoding before it is taken; nothing is changed before it is accepted."""

    def __init__(self, theme: Theme, article: Article, letter: str, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._article, self._read = theme, article, read
        self._known: dict[str | None, Article] = {}
        """What was read, by encoding."""
        self._lane = Lane("encoding", self)
        self._lane.succeeded.connect(self._on_read)
        self._lane.failed.connect(self._on_failure)
        self.finished.connect(self._lane.leave)  # a share may be slow, and the window goes on
        name = tr("Encoding of article {letter}").format(letter=letter)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.list = self._encodings()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("Beginning of the text"))
        self.said = Text(theme, "", 12, tone="ink2").wrapped()
        self.take, self.cancel = make_button(tr("Use this encoding"), "primary"), make_button(tr("Cancel"), "plain")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        document = article.document
        self.list.setCurrentRow(1 + place_of(document.encoding) if document.encoding_chosen else 0)
        self.list.setFocus()

    def result_article(self) -> Article | None:
        """Return the article as the chosen encoding gives it, None where it reads as it did before."""
        read = self._known.get(self._wanted())
        return None if read is None or self._same(read) else read

    def _same(self, read: Article) -> bool:
        now, before = read.document, self._article.document
        return (now.text, now.encoding_chosen) == (before.text, before.encoding_chosen)

    def _wanted(self) -> str | None:
        return self.list.currentItem().data(Qt.ItemDataRole.UserRole) if self.list.currentItem() else None

    # parts

    def _encodings(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(tr("Encodings"))
        made.setProperty("kind", "works")
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        first = QListWidgetItem(tr("As the file suggests"))
        first.setData(Qt.ItemDataRole.UserRole, None)
        made.addItem(first)
        for encoding in ENCODINGS:
            item = QListWidgetItem(encoding.label)
            item.setData(Qt.ItemDataRole.UserRole, encoding.codec)
            made.addItem(item)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 16)
        column.setSpacing(12)
        title = tr("How are the characters of “{name}” encoded?").format(
            name=harmless(place_name(Path(self._article.document.path)))
        )
        column.addWidget(ElidedText(self._theme, title, 17, 600).serif(self._theme, 17, 600))
        now = tr("It is read as {name}. Choose the encoding in which every letter is right.").format(
            name=called(self._article.document.encoding)
        )
        column.addWidget(Text(self._theme, now, 12.5, tone="ink2").wrapped())
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.preview, 1)
        column.addLayout(middle, 1)
        column.addWidget(self.said)
        lay_out(self, column, self.cancel, self.take)

    def _set_sizes(self) -> None:
        fit(self, self._theme, _SIZE)
        self.list.setFixedWidth(self._theme.px(_LIST))
        self.list.setFont(self._theme.ui_font(12.5))
        self.preview.setFont(self._theme.reading_font(14))
        self.said.setMinimumHeight(self._theme.px(34))  # two lines, so that nothing jumps
        for button in (self.take, self.cancel):
            button.setFont(self._theme.ui_font(13, 500))

    # what is shown

    def _show(self) -> None:
        wanted = self._wanted()
        self.take.setEnabled(False)
        if (known := self._known.get(wanted)) is not None:
            self._lane.cancel()
            self._show_text(known)
            return
        self.said.setText(tr("Reading the file"))
        read = self._read
        self._lane.start(lambda progress: (wanted, read(wanted, progress)))

    def _on_read(self, found: tuple[str | None, Article]) -> None:
        wanted, article = found
        self._known[wanted] = article
        self._show_text(article)

    def _on_failure(self, error: CognateError) -> None:
        self.preview.setPlainText("")
        self.said.setText(harmless(str(error)))

    def _show_text(self, article: Article) -> None:
        self.preview.setPlainText(first_lines(article))
        self.said.setText(said_of(article))
        self.take.setEnabled(self.result_article() is not None)
