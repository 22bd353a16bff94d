"""Texts: an article, its sentences and tokens, and what was found in them, as offsets; all else is built on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not ordered")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the wording that this span quotes from ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class SentenceKind(StrEnum):
    """What a sentence is on the page."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"

    @property
    def checked(self) -> bool:
        """Return whether such sentences take part in matching and scores: not what only tells date, place or outlet."""
        return self not in (SentenceKind.BOILERPLATE, SentenceKind.DATELINE)


class Role(StrEnum):
    """What part an article plays in the case."""

    REVIEW = "review"
    SOURCE = "source"
    LICENSED = "licensed"
    UNKNOWN = "unknown"


class MentionKind(StrEnum):
    """What a mention in the text names."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or one punctuation character."""

    start: int
    end: int
    word: bool

    @property
    def span(self) -> Span:
        """Return where the token stands."""
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        """Return the wording that the token has in ``text``; a span for each would cost more than what it is for."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks (marks excluded), with who says them where the text tells."""

    span: Span
    speaker: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, number or date in the text; ``value`` is its normal form for comparing."""

    span: Span
    kind: MentionKind
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd about how the text was made (invisible characters, hidden text …).

    What a file hides from its readers is no part of the text: its span is empty and stands where it would have
    been, and ``why`` quotes it.
    """

    type: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text, how it was read, and what the file says of itself.

    ``text`` is the decoded file exactly where it is plain text, else what the reader of its format took from it.
    ``published`` is a day as the file gives it, in ISO 8601 where it can be told; ``language`` what the file claims.
    """

    path: str
    sha256: str
    text: str
    format: str = "text"
    encoding: str = "utf-8"
    title: str | None = None
    findings: tuple[Finding, ...] = ()
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()
    """Sentences for the editor about the reading itself: a guessed encoding, pictures left out …"""
    attachments: tuple[str, ...] = ()
    """Paths of what came along (a mail's attachments), as :func:`core.ingest.read` takes them."""
    encoding_chosen: bool = False
    """Whether an editor chose the encoding, and nothing in the file did."""
    made: str | None = None
    """The day on which the file was begun, as it says itself (ISO 8601); the article may be published on any other."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, what it is, and its tokens ``article.tokens[first_token:last_token]``."""

    span: Span
    kind: SentenceKind
    first_token: int
    last_token: int

    @property
    def checked(self) -> bool:
        """Return whether the sentence takes part in matching and scores."""
        return self.kind.checked


class _Counted:
    """Has a place for a count that follows from an article's fields: no field, so never compared, copied or written."""

    __slots__ = ("_words",)
    _words: int


@dataclass(frozen=True, slots=True)
class Article(_Counted):
    """An article: one text and everything that was found in it, as offsets into it."""

    id: str
    document: Document
    title: str
    language: str
    role: Role
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """Return the article's extracted text."""
        return self.document.text

    @property
    def words(self) -> int:
        """Return how many words stand in the article's sentences, which is counted once."""
        try:
            return self._words
        except AttributeError:
            object.__setattr__(self, "_words", sum(self.word_count(s) for s in self.sentences))
            return self._words

    def sentence_tokens(self, index: int) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        sentence = self.sentences[index]
        return self.tokens[sentence.first_token : sentence.last_token]

    def sentence_text(self, index: int) -> str:
        """Return the wording of one sentence."""
        return self.sentences[index].span.of(self.text)

    def word_count(self, sentence: Sentence) -> int:
        """Return how many words a sentence has."""
        return sum(t.word for t in self.tokens[sentence.first_token : sentence.last_token])


def article_letter(index: int) -> str:
    """Return the letters of a 0-based index: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sentence_label(letter: str, index: int) -> str:
    """Return what people see for a sentence: ``C 12`` for index 11."""
    return f"{letter} {index + 1}"
