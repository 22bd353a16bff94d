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


_ALL = tr_noop("All languages")


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

    @property
    def told(self) -> str:
        """Return the encoding as a sentence names it: ``Windows-1251 (Cyrillic)``."""
        return self.name if self.used_for == _ALL else f"{self.name} ({tr(self.used_for)})"


ENCODINGS = (
    Encoding("utf-8", _ALL, "UTF-8"),
    Encoding("utf-16-le", _ALL, "UTF-16 LE"),
    Encoding("utf-16-be", _ALL, "UTF-16 BE"),
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
_OTHERS = (
    Encoding("utf-32-le", _ALL, "UTF-32 LE"),
    Encoding("utf-32-be", _ALL, "UTF-32 BE"),
    Encoding("iso8859-1", "Western", "ISO 8859-1"),
    Encoding("cp437", "Western", "DOS 437"),
    Encoding("cp858", "Western", "DOS 858"),
    Encoding("iso8859-14", tr_noop("Celtic"), "ISO 8859-14"),
    Encoding("cp861", tr_noop("Icelandic"), "DOS 861"),
    Encoding("cp865", tr_noop("Nordic"), "DOS 865"),
    Encoding("iso8859-10", "Nordic", "ISO 8859-10"),
    Encoding("cp852", "Central European", "DOS 852"),
    Encoding("iso8859-16", "Central European", "ISO 8859-16"),
    Encoding("mac-latin2", "Central European", "Mac Central European"),
    Encoding("iso8859-3", tr_noop("South European"), "ISO 8859-3"),
    Encoding("cp866", "Cyrillic", "DOS 866"),
    Encoding("cp855", "Cyrillic", "DOS 855"),
    Encoding("cp1125", "Cyrillic", "DOS 1125"),
    Encoding("koi8-t", "Cyrillic", "KOI8-T"),
    Encoding("mac-cyrillic", "Cyrillic", "Mac Cyrillic"),
    Encoding("iso8859-7", "Greek", "ISO 8859-7"),
    Encoding("cp737", "Greek", "DOS 737"),
    Encoding("cp869", "Greek", "DOS 869"),
    Encoding("mac-greek", "Greek", "Mac Greek"),
    Encoding("iso8859-9", "Turkish", "ISO 8859-9"),
    Encoding("cp857", "Turkish", "DOS 857"),
    Encoding("mac-turkish", "Turkish", "Mac Turkish"),
    Encoding("iso8859-4", "Baltic", "ISO 8859-4"),
    Encoding("iso8859-13", "Baltic", "ISO 8859-13"),
    Encoding("cp775", "Baltic", "DOS 775"),
    Encoding("iso8859-8", "Hebrew", "ISO 8859-8"),
    Encoding("cp862", "Hebrew", "DOS 862"),
    Encoding("iso8859-6", "Arabic", "ISO 8859-6"),
    Encoding("cp864", "Arabic", "DOS 864"),
    Encoding("iso8859-11", "Thai", "ISO 8859-11"),
    Encoding("cp932", "Japanese", "Windows-932"),
    Encoding("gb2312", "Chinese, simplified", "GB 2312"),
    Encoding("gbk", "Chinese, simplified", "GBK"),
    Encoding("cp950", "Chinese, traditional", "Windows-950"),
    Encoding("big5hkscs", "Chinese, traditional", "Big5-HKSCS"),
    Encoding("euc_kr", "Korean", "EUC-KR"),
    Encoding("johab", "Korean", "Johab"),
)
"""What is not offered, and may yet be guessed of a file or named by it."""


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
    known = _known(encoding)
    return harmless(encoding) if known is None else known.name


def told(encoding: str) -> str:
    """Return what people call an encoding, with what it is used for."""
    known = _known(encoding)
    return harmless(encoding) if known is None else known.told


def _known(encoding: str) -> Encoding | None:
    wanted = _normal(encoding)
    return next((known for known in (*ENCODINGS, *_OTHERS) if _normal(known.codec) == wanted), None)


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
