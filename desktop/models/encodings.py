"""The encodings that an editor can choose for a text file, and what is to be seen of a text read in one of them.

Pure: names and texts in, words out.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from core.model import Article, Document
from desktop.language import tr, tr_noop
from desktop.plain import REPLACEMENT, harmless

FIRST_LINES, LONGEST = 40, 6_000
"""What a preview shows of a text: enough to see whether its letters are right."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding: what Python calls it, where it was in use, and what people call it."""

    codec: str
    used_for: str
    name: str

    @property
    def label(self) -> str:
        """Return the encoding as a list shows it."""
        return f"{tr(self.used_for)}, {self.name}"


ENCODINGS = (
    Encoding("utf-8", tr_noop("All languages"), "UTF-8"),
    Encoding("utf-16-le", tr_noop("All languages"), "UTF-16 LE"),
    Encoding("utf-16-be", tr_noop("All languages"), "UTF-16 BE"),
    Encoding("cp1252", tr_noop("Western"), "Windows-1252"),
    Encoding("iso8859-15", tr_noop("Western"), "ISO 8859-15"),
    Encoding("mac-roman", tr_noop("Western"), "Mac Roman"),
    Encoding("cp850", tr_noop("Western"), "DOS 850"),
    Encoding("cp1250", tr_noop("Central European"), "Windows-1250"),
    Encoding("iso8859-2", tr_noop("Central European"), "ISO 8859-2"),
    Encoding("cp1251", tr_noop("Cyrillic"), "Windows-1251"),
    Encoding("koi8-r", tr_noop("Cyrillic"), "KOI8-R"),
    Encoding("koi8-u", tr_noop("Cyrillic"), "KOI8-U"),
    Encoding("iso8859-5", tr_noop("Cyrillic"), "ISO 8859-5"),
    Encoding("cp1253", tr_noop("Greek"), "Windows-1253"),
    Encoding("cp1254", tr_noop("Turkish"), "Windows-1254"),
    Encoding("cp1257", tr_noop("Baltic"), "Windows-1257"),
    Encoding("cp1255", tr_noop("Hebrew"), "Windows-1255"),
    Encoding("cp1256", tr_noop("Arabic"), "Windows-1256"),
    Encoding("cp1258", tr_noop("Vietnamese"), "Windows-1258"),
    Encoding("cp874", tr_noop("Thai"), "Windows-874"),
    Encoding("shift_jis", tr_noop("Japanese"), "Shift JIS"),
    Encoding("euc_jp", tr_noop("Japanese"), "EUC-JP"),
    Encoding("gb18030", tr_noop("Chinese, simplified"), "GB 18030"),
    Encoding("big5", tr_noop("Chinese, traditional"), "Big5"),
    Encoding("cp949", tr_noop("Korean"), "Windows-949"),
)


def can_choose(document: Document) -> bool:
    """Return whether the encoding of a document's file can be chosen: it has a file, of a format that may not say."""
    from core.ingest.kinds import DECODED  # noqa: PLC0415 - not with the window

    return bool(document.path) and document.format in DECODED


def place_of(encoding: str) -> int:
    """Return where an encoding stands in the list, −1 for one that is not in it."""
    wanted = _normal(encoding)
    return next((n for n, known in enumerate(ENCODINGS) if _normal(known.codec) == wanted), -1)


def called(encoding: str) -> str:
    """Return what people call an encoding."""
    place = place_of(encoding)
    return harmless(encoding) if place < 0 else ENCODINGS[place].name


def first_lines(article: Article) -> str:
    """Return the beginning of a text, to be looked at."""
    lines = article.text[:LONGEST].splitlines()[:FIRST_LINES]
    return harmless("\n".join(lines))


def said_of(article: Article) -> str:
    """Return in one sentence how well a text can be read in its encoding."""
    name, lost = called(article.document.encoding), article.text.count(REPLACEMENT)
    if lost:
        said = tr("In {name}, {n} place(s) of the file cannot be read; shown as �.", "", lost)
        return said.format(name=name)
    said = tr("In {name}, all of the file can be read. Whether each letter is the right one, the text shows.")
    return said.format(name=name)


def _normal(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding
