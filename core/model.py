"""Frozen values that travel through the pipeline.

Rules: imports nothing of Cognate; holds no behaviour that reaches out (files, network, encoder).
Every offset is in Unicode code points into the owning article's ``text``, half-open ``[start, end)``.
Sentence indices are 0-based; what people see is 1-based (:func:`sentence_label`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class MatchClass(StrEnum):
    """How a sentence or a link relates to its source; the order is from strongest to weakest."""

    VERBATIM = "verbatim"
    CLOSE = "close"
    PARAPHRASE = "paraphrase"
    QUOTATION = "quotation"
    SAME_FACT = "same_fact"
    NO_SOURCE = "no_source"
    UNCHECKED = "unchecked"
    UNRELATED = "unrelated"

    @property
    def derived(self) -> bool:
        """Return whether the class counts as taken from a source."""
        return self in DERIVED


DERIVED = frozenset({MatchClass.VERBATIM, MatchClass.CLOSE, MatchClass.PARAPHRASE, MatchClass.QUOTATION})


class Role(StrEnum):
    """What part an article plays in the case."""

    REVIEW = "review"
    SOURCE = "source"
    LICENSED = "licensed"
    UNKNOWN = "unknown"


class WordMatch(StrEnum):
    """How two aligned stretches of words relate."""

    SAME = "same"
    INFLECTED = "inflected"
    SYNONYM = "synonym"
    CHANGED = "changed"


class DivergenceType(StrEnum):
    """What kind of change a divergence is."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    UNQUOTED = "unquoted"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"
    WRONG_WORD = "wrong-word"
    OMISSION = "omission"
    ADDITION = "addition"


class Severity(StrEnum):
    """How much a divergence changes what a reader believes."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Return 0 for the most severe, for sorting."""
        return ("high", "medium", "low").index(self.value)


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
    """Something odd about how the text was made (invisible characters, hidden text …)."""

    type: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text and how it was read. ``text`` is the decoded file exactly."""

    path: str
    sha256: str
    text: str
    format: str = "text"
    encoding: str = "utf-8"
    title: str | None = None
    findings: tuple[Finding, ...] = ()


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
        return self.kind is not SentenceKind.BOILERPLATE


@dataclass(frozen=True, slots=True)
class Article:
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
        """Return how many words stand in the article's sentences."""
        return sum(self.word_count(s) for s in self.sentences)

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


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """Corresponding stretches of words in A and B; either may span several words."""

    a: Span
    b: Span
    match: WordMatch


@dataclass(frozen=True, slots=True)
class Divergence:
    """A change a reader would want to know of; spans name the words, ``None`` where nothing stands."""

    type: DivergenceType
    a: Span | None
    b: Span | None
    severity: Severity
    why: str

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a divergence needs words on at least one side")


@dataclass(frozen=True, slots=True)
class NextBest:
    """The strongest pair that was not linked: sentence ``index`` of B, for the link's first sentence of A."""

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two groups of sentences were linked; every figure is in 0 … 1 unless said otherwise."""

    meaning: float | None
    """Cosine of the sentence vectors; None without the encoder."""
    tokens: float | None
    """Idf-weighted matching of token vectors (the form of BERTScore); None without the encoder."""
    wording: float
    """Idf-weighted share of words in common (Dice)."""
    order: float
    """Support from linked neighbours in the same order."""
    longest_run: int
    """Longest run of words in common, in words."""
    shared: tuple[str, ...] = ()
    """Rare words, names and numbers that both share."""
    reasons: tuple[str, ...] = ()
    """What carried the link, strongest first: "meaning", "wording", "order", "quotation"."""
    next_best: NextBest | None = None
    score: float = 0.0
    """Meaning and half the wording together, 0 … 1.5."""
    needed: float | None = None
    """Score that the pair needed here; None where words newly explained, or quoted ones, carried the link."""


@dataclass(frozen=True, slots=True)
class Link:
    """A smallest group of corresponding sentences of A and B, and the sentence pairs inside it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    pairs: tuple[tuple[int, int, MatchClass], ...]
    match: MatchClass
    confidence: float
    evidence: Evidence
    alignment: tuple[AlignedWords, ...] = ()
    divergences: tuple[Divergence, ...] = ()

    def __post_init__(self) -> None:
        if not (self.a and self.b and self.pairs):
            raise ValueError("a link needs sentences on both sides")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is outside 0 … 1")


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of reuse, as a reader would mark it with one stroke."""

    a: Span
    b: Span
    match: MatchClass
    confidence: float


class Side(StrEnum):
    """Which article of a pair."""

    A = "a"
    B = "b"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DirectionEvidence:
    """One reason to believe that ``derived`` was made from the other.

    ``why`` is a sentence that calls one article by its title. Where people know the articles by letters,
    :meth:`naming` says it with those.
    """

    kind: str
    why: str
    derived: Side
    about: Side = Side.UNKNOWN
    """Which article ``why`` names; unknown where it names none."""
    named: Span = Span(0, 0)
    """Where in ``why`` that name stands."""

    def naming(self, name: str) -> str:
        """Return the reason with another name for the article that it is about."""
        if self.about is Side.UNKNOWN:
            return self.why
        return self.why[: self.named.start] + name + self.why[self.named.end :]


@dataclass(frozen=True, slots=True)
class Direction:
    """Who likely derives from whom, with reasons for and against."""

    derived: Side
    evidence: tuple[DirectionEvidence, ...] = ()
    note: str = ""
    """What speaks for neither: a common third source, slips that both have. Whole sentences, else nothing."""


class CreditStrength(StrEnum):
    """How plainly a credit is given, the plainest first."""

    TEXT = "text"
    DATELINE = "dateline"
    NOTE = "note"
    """A line of its own, or a bracket that closes a paragraph."""
    LINK = "link"
    """An address alone."""

    @property
    def weak(self) -> bool:
        """Return whether readers are likely to miss it."""
        return self is not CreditStrength.TEXT


class CreditPlace(StrEnum):
    """Where a credit stands, seen from the first borrowed sentence that is no headline."""

    BEFORE = "before"
    IN = "in"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class CreditDetail:
    """One credit: whom, by which words, and what it does for the borrowed sentences."""

    name: str
    span: Span
    paragraph: int
    """1-based, among the paragraphs that hold body text, as a reader counts them."""
    place: CreditPlace | None
    """None where nothing is borrowed."""
    strength: CreditStrength
    covers: tuple[int, ...] = ()
    """The borrowed sentences of A that it covers."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whether A names its source: where, whom, and which of A's sentences that covers."""

    present: bool
    spans: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    covers: tuple[int, ...] = ()
    details: tuple[CreditDetail, ...] = ()
    """One for each of ``spans``, in text order."""


class QuotationStatus(StrEnum):
    """What became of a quotation between two articles."""

    KEPT = "kept"
    ALTERED = "altered"
    MOVED = "moved"
    """Kept or altered, but given to another speaker."""
    UNQUOTED = "unquoted"
    """A quotation of B that stands as prose in A."""
    DROPPED = "dropped"
    """In B only."""
    NEW = "new"
    """In A only."""


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation of B and what A has for it, or one that A alone has; spans as in the articles."""

    status: QuotationStatus
    a: Span | None
    b: Span | None
    speaker_a: Span | None
    """Who says it: the name where a pronoun stands for it, None where that is not known."""
    speaker_b: Span | None
    why: str

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a quotation stands on at least one side")


@dataclass(frozen=True, slots=True)
class Pair:
    """Everything found between two articles; ``a`` is the one under examination of the two."""

    a: str
    b: str
    links: tuple[Link, ...] = ()
    omitted: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    direction: Direction = Direction(Side.UNKNOWN)
    credit: Credit = Credit(present=False)
    quotations: tuple[QuotationRow, ...] = ()
    """One row for each quotation of B, and for each of A that has no counterpart there, in text order."""

    def flipped(self) -> bool:
        """Return whether direction says that B derives from A."""
        return self.direction.derived is Side.B


class Derivation(StrEnum):
    """How much of an article is derived, on a three-step scale."""

    WHOLLY = "wholly"
    PARTIALLY = "partially"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of an article's words; ``by_class`` and ``by_words`` each sum to 1."""

    words: int
    by_class: Mapping[MatchClass, float]
    by_words: Mapping[str, float]
    """Keys: verbatim, paraphrased, quoted, no_source, unchecked."""
    sourced: float
    longest_run_words: int
    longest_run: Span | None
    largest_source: tuple[str, float] | None
    """Article id and the share of words that it alone accounts for."""
    derivation: Derivation
    derived_share: float = 0.0
    """Share of the checked words that derivation was judged by: lone quotations left out."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What is said of one sentence: its class and the articles it came from."""

    match: MatchClass
    sources: tuple[str, ...] = ()


class ExcludedAs(StrEnum):
    """Why words are left out of the scores."""

    QUOTATION = "quotation"
    NAME = "name"
    PHRASE = "phrase"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What an editor leaves out of the scores; nothing by default. Links stay as they are, so it can be undone."""

    quotations: bool = False
    """Words inside quotation marks that both sides share, and who says them."""
    names: bool = False
    """The words of names, and the titles before them."""
    runs_below: int = 0
    """Shared runs of fewer words; runs are counted from four words on."""
    phrases: tuple[str, ...] = ()
    """The user's own: every occurrence, word by word, whatever the case and the typography."""

    def __post_init__(self) -> None:
        if self.runs_below < 0:
            raise ValueError(f"a run has no {self.runs_below} words")

    @property
    def any(self) -> bool:
        """Return whether anything is to be left out."""
        return bool(self.quotations or self.names or self.runs_below or self.phrases)


@dataclass(frozen=True, slots=True)
class Excluded:
    """A stretch of one sentence that is left out of the scores, and why."""

    span: Span
    reason: ExcludedAs


@dataclass(frozen=True, slots=True)
class Ledger:
    """One row per sentence of an article, and the scores that follow."""

    article: str
    rows: tuple[LedgerRow, ...]
    scores: Scores
    excluded: tuple[Excluded, ...] = ()
    """In text order, none over another; words that are unchecked anyway are not among them."""
    without_exclusions: Scores | None = None
    """The scores with nothing left out, where something was to be."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What made the analysis; ``notice`` is a plain sentence where the encoder could not be used."""

    version: str
    encoder: str | None
    encoder_sha256: str | None
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result of one run. ``complete`` is False when it was cancelled: pairs then holds what was done."""

    articles: tuple[Article, ...]
    pairs: tuple[Pair, ...]
    ledgers: tuple[Ledger, ...]
    subject: str
    engine: Engine
    options: Mapping[str, object] = field(default_factory=dict)
    complete: bool = True
    exclusions: Exclusions = Exclusions()

    def article(self, article_id: str) -> Article:
        """Return the article of that id."""
        return next(a for a in self.articles if a.id == article_id)

    def ledger(self, article_id: str) -> Ledger:
        """Return the ledger of the article of that id."""
        return next(ledger for ledger in self.ledgers if ledger.article == article_id)

    def letter(self, article_id: str) -> str:
        """Return the letter people see for the article: A … Z, AA and so on."""
        return article_letter([a.id for a in self.articles].index(article_id))


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
