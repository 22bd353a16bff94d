"""Short sentences with a sign before them, and what was odd about the files in such sentences.

Pure. The import screen shows these while nothing is compared yet, so nothing of the report is loaded here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import ArticleError
from core.model import Article, SentenceKind, Severity, article_letter, sentence_label
from core.report.phrases import quoted, sentence
from desktop.language import listed, tr
from desktop.plain import harmless

_OPENERS = "“”\"‘'("
_REFERENCE = re.compile(r"\b([A-Z]{1,2}) (?=\d)")
_STRAY = "\\|^~_`¬¦"
"""Characters that end no sentence."""
_NAMED = 4
"""Sentences that one line names; of the others it says how many they are."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line with a sign: a severity, a tick where all is well, or a dash."""

    text: str
    severity: Severity | None = None
    good: bool = False


def problem_notes(articles: Sequence[Article], problems: Sequence[ArticleError]) -> tuple[Note, ...]:
    """Return what was odd about the files: unread ones first, then odd characters, lost spaces, lines left out."""
    notes = [Note(harmless(str(problem)), Severity.HIGH) for problem in problems]
    boilerplate: list[str] = []
    for number, article in enumerate(articles):
        letter = article_letter(number)
        notes += _odd(article, letter)
        if left_out := _boilerplate(article):
            boilerplate.append(tr("{what} in {letter}").format(what=left_out, letter=letter))
    if boilerplate:
        notes.append(_left_out("; ".join(boilerplate)))
    return tuple(notes)


def article_notes(article: Article, letter: str) -> tuple[Note, ...]:
    """Return what was odd about one file, in the words that are said of it among the others."""
    left_out = _boilerplate(article)
    return (*_odd(article, letter), *([_left_out(left_out)] if left_out else []))


def _left_out(lines: str) -> Note:
    return Note(harmless(tr("Left out as boilerplate: {lines}.").format(lines=lines)))


def _boilerplate(article: Article) -> str:
    """Return the lines that belong to the site and not to the article, the first two by their words."""
    lines = [i for i, s in enumerate(article.sentences) if s.kind is SentenceKind.BOILERPLATE]
    what = ", ".join(quoted(article.sentence_text(i), 40) for i in lines[:2])
    left = len(lines) - 2
    return tr("{what} and {n} more", "", left).format(what=what) if left > 0 else what


def _odd(article: Article, letter: str) -> list[Note]:
    grouped: dict[tuple[str, str], int] = {}
    for finding in article.document.findings:
        grouped[finding.type, finding.why] = grouped.get((finding.type, finding.why), 0) + 1
    notes = [
        Note(
            harmless(
                tr("{letter} has {kind} in {n} place(s). {why}", "", n).format(
                    letter=letter, kind=kind.replace("-", " "), why=sentence(why)
                )
            ),
            Severity.MEDIUM,
        )
        for (kind, why), n in grouped.items()
    ]
    notes += _strays(article, letter)
    lost = lost_spaces(article)
    if lost:
        said = tr("{letter} has {n} place(s) where two sentences touch without a space.", "", lost)
        notes.append(Note(said.format(letter=letter)))
    return notes


def _strays(article: Article, letter: str) -> list[Note]:
    """Return a line for each sign that sentences end with and that ends none: a long text may have dozens."""
    grouped: dict[str, list[str]] = {}
    for index, found in enumerate(article.sentences):
        last = found.span.of(article.text).rstrip()[-1:]
        if last and last in _STRAY:
            grouped.setdefault(last, []).append(sentence_label(letter, index))
    notes = []
    for last, labels in grouped.items():
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
