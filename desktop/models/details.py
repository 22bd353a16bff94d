"""What is said about one article: what the roles mean, whether a date can be read, and the facts of its file.

Pure: an article in, words out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from core.model import Article, Role
from core.report.phrases import flat, sentence, some
from desktop.plain import harmless

UNREADABLE_DATE = "This cannot be read as a date. It is kept as it is."
SUGGESTED_DATE = "Best as year, month, day: 2023-09-13."
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "zh": "Chinese",
}
_YEAR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")


@dataclass(frozen=True, slots=True)
class RoleText:
    """A role, what it is called, and what it means."""

    role: Role
    name: str
    meaning: str


ROLES = (
    RoleText(Role.REVIEW, "Under review", "The article that is checked against the others."),
    RoleText(Role.SOURCE, "Source", "An article that others may have taken from."),
    RoleText(Role.LICENSED, "Licensed reprint", "An agreed reprint. Reuse is shown but never under “Needs action”."),
    RoleText(Role.UNKNOWN, "Unknown", "Nothing is known of its part in the case."),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line that is only read."""

    name: str
    value: str
    whole: bool = False
    """Whether it is one long word, such as a path, to be copied rather than read."""


def facts(article: Article) -> tuple[Fact, ...]:
    """Return what is known of an article's file and text."""
    document = article.document
    return (
        Fact("File", harmless(document.path) or "None; the text was pasted", whole=bool(document.path)),
        Fact("SHA-256", document.sha256, whole=True),
        Fact("Words", f"{article.words:,}"),
        Fact("Sentences", f"{len(article.sentences):,}"),
        Fact("Language", language(article.language)),
        Fact("Encoding", harmless(document.encoding)),
        Fact("Size", some(len(document.text), "character")),
        Fact("Findings", findings(article)),
    )


def language(code: str) -> str:
    """Return a language by its English name."""
    if code in ("", "und"):
        return "Not recognised"
    return f"{_LANGUAGES[code]} ({code})" if code in _LANGUAGES else harmless(code)


def findings(article: Article) -> str:
    """Return what was odd about how the text was made, each kind once, a line each."""
    grouped: dict[tuple[str, str], int] = {}
    for finding in article.document.findings:
        grouped[finding.type, finding.why] = grouped.get((finding.type, finding.why), 0) + 1
    lines = [
        f"{sentence(kind.replace('-', ' ')).rstrip('.')} in {some(count, 'place')}. {sentence(why)}"
        for (kind, why), count in grouped.items()
    ]
    return harmless("\n".join(flat(line) for line in lines)) or "None"


def date_trouble(text: str) -> str:
    """Return in one sentence that a date cannot be read, nothing where it can or where there is none."""
    return UNREADABLE_DATE if text.strip() and not is_date(text) else ""


def is_date(text: str) -> bool:
    """Return whether the text is a day, a month or a year as newspapers and computers write them, in English."""
    said = flat(text)
    try:
        datetime.fromisoformat(said)
    except ValueError:
        pass
    else:
        return True
    return _is_written_date(_WEEKDAY.sub("", said.lower()))


def _is_written_date(said: str) -> bool:
    if found := _YEAR_MONTH.fullmatch(said):
        return _exists(int(found[1]), int(found[2] or 1), 1)
    if found := _FIGURES.fullmatch(said):
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        return _exists(year, other, one) or _exists(year, one, other)
    if found := _DAY_FIRST.fullmatch(said):
        return _exists(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(said):
        return _exists(int(found[3]), _month(found[1]), int(found[2] or 1))
    return False


def _month(name: str) -> int:
    """Return a month's number by its name or the usual short form, 0 for any other word."""
    if name in _FULL_MONTHS:
        return _FULL_MONTHS.index(name) + 1
    short = "sep" if name == "sept" else name
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
