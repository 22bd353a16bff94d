"""Short sentences with a sign before them, and what was odd about the files in such sentences.

Pure. The import screen shows these while nothing is compared yet, so nothing of the report is loaded here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath

from core.errors import ArticleError
from core.model import Article, SentenceKind, Severity, Span, article_letter, sentence_label
from core.notices import encoding_guessed, guess_notice, tells_guess
from core.once import once
from core.report.oddities import oddities
from core.report.phrases import quoted, sentence
from desktop.language import listed, tr
from desktop.models.encodings import told
from desktop.plain import harmless
from desktop.remembering import early_of_article

_OPENERS = "“”\"‘'("
_REFERENCE = re.compile(r"\b([A-Z]{1,2}) (?=\d)")
_STRAY = "\\|^~_`¬¦"
"""Characters that end no sentence."""
_NAMED = 4
"""Sentences that one line names; of the others it says how many they are."""


class ActKind(Enum):
    """What can be done about a note."""

    SHOW = auto()
    """Go to a place in the article's text."""
    ENCODING = auto()
    """Choose in which encoding its file is read."""
    ATTACHMENTS = auto()
    """Add what is attached to it."""


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done about a note, of which article, by its id."""

    kind: ActKind
    article: str
    places: tuple[Span, ...] = ()
    """Where to go, one place after the other."""
    paths: tuple[str, ...] = ()
    """What is attached, as it is read."""

    @property
    def name(self) -> str:
        """Return what a button for it says."""
        if self.kind is ActKind.SHOW:
            return tr("Show")
        if self.kind is ActKind.ENCODING:
            return tr("Choose…")
        return tr("Add its {n} attachment(s)", "", len(self.paths))


@dataclass(frozen=True, slots=True)
class Note:
    """One line with a sign: a severity, a tick where all is well, or a dash; and what can be done about it."""

    text: str
    severity: Severity | None = None
    good: bool = False
    act: Act | None = None


def problem_notes(articles: Sequence[Article], problems: Sequence[ArticleError]) -> tuple[Note, ...]:
    """Return what was odd about the files: unread ones first, then odd characters, lost spaces, lines left out."""
    notes = [Note(harmless(str(problem)), Severity.HIGH) for problem in problems]
    boilerplate: list[str] = []
    here = frozenset(article.document.path for article in articles)
    for number, article in enumerate(articles):
        letter = article_letter(number)
        notes += _odd(article, letter, here)
        if left_out := _boilerplate(article):
            boilerplate.append(tr("{what} in {letter}").format(what=left_out, letter=letter))
    if boilerplate:
        notes.append(_left_out("; ".join(boilerplate)))
    return tuple(notes)


def article_notes(article: Article, letter: str, here: frozenset[str] = frozenset()) -> tuple[Note, ...]:
    """Return what was odd about one file, in the words that are said of it among the others.

    ``here`` are the paths of the case's articles: what is attached and among them is not offered again.
    """
    left_out = _boilerplate(article)
    return (*_odd(article, letter, here), *([_left_out(left_out)] if left_out else []))


def attached(article: Article, here: Collection[str]) -> tuple[str, ...]:
    """Return the paths of what came with an article and is not among the case's articles.

    A case may come from anyone: only what lies inside the article's own file came with it.
    """
    inside = f"{article.document.path}/"
    return tuple(path for path in article.document.attachments if path.startswith(inside) and path not in here)


def _left_out(lines: str) -> Note:
    return Note(harmless(tr("Left out as boilerplate: {lines}.").format(lines=lines)))


def _boilerplate(article: Article) -> str:
    """Return the lines that belong to the site and not to the article, the first two by their words."""
    lines = [i for i, s in enumerate(article.sentences) if s.kind is SentenceKind.BOILERPLATE]
    what = ", ".join(quoted(article.sentence_text(i), 40) for i in lines[:2])
    left = len(lines) - 2
    return tr("{what} and {n} more", "", left).format(what=what) if left > 0 else what


def _odd(article: Article, letter: str, here: Collection[str]) -> list[Note]:
    notes = [
        Note(
            harmless(
                tr("{letter} has {kind} in {n} place(s). {why}", "", n).format(
                    letter=letter, kind=kind.replace("-", " "), why=sentence(why)
                )
            ),
            Severity.MEDIUM,
            act=Act(ActKind.SHOW, article.id, _places(article, kind, why)),
        )
        for kind, why, n in oddities(article.document)
    ]
    notes += _told(article, letter)
    if paths := attached(article, here):
        names = [tr("“{name}”").format(name=PurePath(path).name) for path in paths[:_NAMED]]
        if left := len(paths) - len(names):
            names.append(tr("{n} more", "", left))
        said = tr("{letter} came with {n} attachment(s): {names}.", "", len(paths))
        said = said.format(letter=letter, names=listed(names))
        notes.append(Note(harmless(said), act=Act(ActKind.ATTACHMENTS, article.id, paths=paths)))
    notes += _strays(article, letter)
    lost = lost_spaces(article)
    if lost:
        said = tr("{letter} has {n} place(s) where two sentences touch without a space.", "", lost)
        notes.append(Note(said.format(letter=letter)))
    return notes


def _places(article: Article, kind: str, why: str) -> tuple[Span, ...]:
    """Return where what is told in one line was found: one reason's places, or those of all reasons told together."""
    of_kind = [finding for finding in article.document.findings if finding.type == kind]
    alike = [finding.span for finding in of_kind if finding.why == why]
    return tuple(alike or [finding.span for finding in of_kind])


def _told(article: Article, letter: str) -> list[Note]:
    """Return what the reading itself is to be told of, a guessed encoding with a way to choose another."""
    document = article.document
    notes = []
    for notice in document.notices:
        guess = tells_guess(notice)
        act = Act(ActKind.ENCODING, article.id) if guess and document.path else None
        severity = Severity.MEDIUM if guess else None
        if guess:
            notice = guess_notice(told(encoding_guessed(notice)))  # noqa: PLW2901 - the same in an editor's words
        said = tr("{letter}: {notice}").format(letter=letter, notice=notice)
        notes.append(Note(harmless(said), severity, act=act))
    if document.encoding_chosen:
        said = tr("{letter} is read as {encoding}, which was chosen by hand.")
        note = Note(
            harmless(said.format(letter=letter, encoding=told(document.encoding))),
            act=Act(ActKind.ENCODING, article.id),
        )
        notes.append(note)
    return notes


def _strays(article: Article, letter: str) -> list[Note]:
    """Return a line for each sign that sentences end with and that ends none: a long text may have dozens."""
    notes = []
    for last, places in _stray_ends(article).items():
        labels = [sentence_label(letter, index) for index in places]
        left = len(labels) - _NAMED
        if len(labels) == 1:
            said = tr("{label} ends with a stray “{last}”.").format(label=labels[0], last=last)
        elif left > 0:
            said = tr("{labels} and {n} more end with a stray “{last}”.", "", left)
            said = said.format(labels=", ".join(labels[:_NAMED]), last=last)
        else:
            said = tr("{labels} end with a stray “{last}”.").format(labels=listed(labels), last=last)
        notes.append(Note(harmless(said)))
    return notes


@early_of_article
@once
def _stray_ends(article: Article) -> dict[str, list[int]]:
    """Return the sentences that end with a sign that ends none, by that sign."""
    grouped: dict[str, list[int]] = {}
    for index, found in enumerate(article.sentences):
        last = found.span.of(article.text).rstrip()[-1:]
        if last and last in _STRAY:
            grouped.setdefault(last, []).append(index)
    return grouped


@early_of_article
@once
def lost_spaces(article: Article) -> int:
    """Return how often a sentence begins right after the one before, in a script that has capitals."""
    starts = [
        other.span.start
        for one, other in zip(article.sentences, article.sentences[1:], strict=False)
        if one.span.end == other.span.start
    ]
    return sum(article.text[start : start + 1].isupper() or article.text[start] in _OPENERS for start in starts)


def tied(text: str) -> str:
    """Return the text with its references kept on one line: ``C 12`` does not break."""
    return _REFERENCE.sub("\\1\u00a0", text)
