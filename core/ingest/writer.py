"""Put words that show and words that do not into one text, as the walks through office documents meet them."""

from __future__ import annotations

from core.ingest.limits import FEW_WORDS, MAX_TEXT
from core.ingest.looks import Concealed
from core.ingest.properties import one_line
from core.ingest.source import TextBuilder
from core.model import Finding, Span


class Writer:
    """A :class:`~core.ingest.source.TextBuilder` that takes words run by run.

    Runs that are hidden in the same way and follow one another become one finding, even over paragraphs, for a file
    may cut a sentence anywhere.
    """

    def __init__(self) -> None:
        self.text = TextBuilder()
        self.counts = {"inserted": 0, "deleted": 0}
        self._hidden: list[str] = []
        self._how: Concealed | None = None

    def run(self, words: str, how: Concealed | None = None) -> None:
        """Add words that look alike; ``how`` says how they are hidden, None that they show."""
        if not words:
            return
        # A blank shows nothing, whatever its colour; it keeps the words around it apart.
        if words.isspace():
            self._gap()
            if how is None or how.leaves_gap:
                self.text.add(" ")
            return
        if how != self._how:
            self._flush()
            self._how = how
        if how is None:
            self.text.add(words)
            return
        if how.leaves_gap:
            self.text.add(" ")
        self._hidden.append(words)

    @property
    def full(self) -> bool:
        """Return whether there is more text than an article may have, so that the rest need not be read."""
        return len(self.text) > MAX_TEXT

    def line(self) -> None:
        """End the line."""
        self._gap()
        self.text.line()

    def paragraph(self) -> None:
        """End the paragraph."""
        self._gap()
        self.text.paragraph()

    def note(self, wording: str, why: str, kind: str) -> None:
        """Note words that are no part of the text and that the file does not hide either (a comment)."""
        self._flush()
        self.text.hidden(wording, why, kind)

    def build(self) -> tuple[str, tuple[Finding, ...]]:
        """Return the text and the findings."""
        self._flush()
        return self.text.build()

    def _gap(self) -> None:
        if self._hidden:
            self._hidden.append(" ")

    def _flush(self) -> None:
        if self._how and self._hidden:
            self.text.hidden("".join(self._hidden), self._how.how, self._how.type)
        self._hidden, self._how = [], None


def change_notices(inserted: int, deleted: int) -> tuple[str, ...]:
    """Return what an editor is told of tracked changes, by how many there are of each."""
    said = []
    if inserted:
        said.append(f"{counted(inserted, 'tracked insertion')} counted as text.")
    if deleted:
        said.append(f"{counted(deleted, 'tracked deletion')} left out.")
    return tuple(said)


def picture_findings(text: str, pictures: int) -> tuple[Finding, ...]:
    """Return the finding that words may stand in pictures, where there are pictures and few words."""
    if not pictures or len(text.split()) >= FEW_WORDS:
        return ()
    said = "a picture" if pictures == 1 else f"{pictures:,} pictures"
    return (
        Finding("image-text", Span(len(text), len(text)), f"{said} beside few words; words in pictures are not read"),
    )


def credited(what: str, author: str | None) -> str:
    """Return what was done, and by whom where that is known."""
    name = one_line(author)
    return f"{what} by {name}" if name else what


def counted(number: int, what: str, several: str = "") -> str:
    """Return a number of things and its verb; ``several`` is their plural where an s does not make it."""
    return f"1 {what} is" if number == 1 else f"{number:,} {several or what + 's'} are"
