"""What is said about one article: what the roles mean, whether a date can be read, and the facts of its file.

Pure: an article in, words out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from core.model import Analysis, Article, Document, Role
from core.months import NUMBERS
from core.notices import tells_guess
from core.report.phrases import flat
from desktop.language import tr, tr_noop
from desktop.models.articles import suggested_role
from desktop.models.encodings import called
from desktop.plain import harmless

UNREADABLE_DATE = tr_noop("This cannot be read as a date. It is kept as it is.")
SUGGESTED_DATE = tr_noop("Best as year, month, day: 2023-09-13.")
_LANGUAGES = {
    "ar": tr_noop("Arabic"),
    "de": tr_noop("German"),
    "el": tr_noop("Greek"),
    "en": tr_noop("English"),
    "es": tr_noop("Spanish"),
    "fr": tr_noop("French"),
    "he": tr_noop("Hebrew"),
    "hi": tr_noop("Hindi"),
    "it": tr_noop("Italian"),
    "ja": tr_noop("Japanese"),
    "ko": tr_noop("Korean"),
    "nl": tr_noop("Dutch"),
    "pl": tr_noop("Polish"),
    "pt": tr_noop("Portuguese"),
    "ru": tr_noop("Russian"),
    "sv": tr_noop("Swedish"),
    "th": tr_noop("Thai"),
    "tr": tr_noop("Turkish"),
    "zh": tr_noop("Chinese"),
}
_FORMATS = {
    "text": tr_noop("Plain text"),
    "markdown": "Markdown",
    "html": tr_noop("Web page (HTML)"),
    "mhtml": tr_noop("Web page in one file (MHTML)"),
    "docx": tr_noop("Word document (DOCX)"),
    "odt": tr_noop("OpenDocument text (ODT)"),
    "rtf": tr_noop("Rich text (RTF)"),
    "pdf": "PDF",
    "eml": tr_noop("Mail (EML)"),
    "msg": tr_noop("Outlook message (MSG)"),
    "epub": tr_noop("Electronic book (EPUB)"),
}
"""What people call the formats that are read."""
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
    RoleText(Role.REVIEW, tr_noop("Under review"), tr_noop("The article that is checked against the others.")),
    RoleText(Role.SOURCE, tr_noop("Source"), tr_noop("An article that others may have taken from.")),
    RoleText(
        Role.LICENSED,
        tr_noop("Licensed reprint"),
        tr_noop("An agreed reprint. Reuse is shown but never under “Needs action”."),
    ),
    RoleText(Role.UNKNOWN, tr_noop("Unknown"), tr_noop("Nobody has said what its part in the case is.")),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line that is only read."""

    name: str
    value: str
    whole: bool = False
    """Whether it is one long word, such as a path, to be copied rather than read."""


def worked_out(article: Article, analysis: Analysis | None) -> str:
    """Return in one sentence what the comparison takes an article of unknown role for, nothing where for nothing."""
    role = suggested_role(article.id, analysis)
    if analysis is None or article.role is not Role.UNKNOWN or role is Role.UNKNOWN:
        return ""
    if role is Role.REVIEW:
        return tr("In this case it is the one that is checked.")
    letter = analysis.letter(analysis.subject)
    return tr("In this case it is the likely source of {letter}.").format(letter=letter)


def facts(article: Article) -> tuple[Fact, ...]:
    """Return what is known of an article's file and text."""
    document = article.document
    return (
        Fact(tr("File"), harmless(document.path) or tr("None; the text was pasted"), whole=bool(document.path)),
        Fact("SHA-256", document.sha256, whole=True),
        Fact(tr("Words"), f"{article.words:,}"),
        Fact(tr("Sentences"), f"{len(article.sentences):,}"),
        Fact(tr("Language"), language(article.language)),
        Fact(tr("Format"), tr(_FORMATS.get(document.format, document.format))),
        Fact(tr("Encoding"), encoding(document)),
        *((Fact(tr("File made on"), harmless(document.made)),) if document.made else ()),
        Fact(tr("Size"), tr("{n} character(s)", "", len(document.text))),
    )


def encoding(document: Document) -> str:
    """Return how the characters of a file were encoded, and who says so where it is not the file."""
    if document.encoding_chosen:
        return tr("{name}, chosen by hand").format(name=called(document.encoding))
    if any(map(tells_guess, document.notices)):
        return tr("{name}, a guess").format(name=called(document.encoding))
    return called(document.encoding)


def language(code: str) -> str:
    """Return a language by its English name."""
    if code in ("", "und"):
        return tr("Not recognised")
    return f"{tr(_LANGUAGES[code])} ({code})" if code in _LANGUAGES else harmless(code)


def date_trouble(text: str) -> str:
    """Return in one sentence that a date cannot be read, nothing where it can or where there is none."""
    return tr(UNREADABLE_DATE) if text.strip() and not is_date(text) else ""


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
    return NUMBERS.get(name.capitalize(), 0)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
