"""Turn bytes into text and say which encoding they were in.

Pure. A byte-order mark decides first, then strict UTF-8, then UTF-16 without a mark where the zero bytes
show it, then UTF-8 that is damaged in few places. Whatever is left is a guess: Windows-1252 where that gives the
letters of one western language or there are too few to tell, else what charset-normalizer takes it for; and Latin-1
as the last resort, which accepts anything.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

_MARKS = (
    # UTF-32 little-endian begins with UTF-16's mark, so the longer ones come first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOK_AT = 4096
_MOSTLY = 0.3
_RARELY = 0.05
_CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866")
_COMMON = "оеаинтсрвлкдмі"
"""Letters that make up three of four in Russian, Ukrainian and Bulgarian."""
_MOSTLY_COMMON = 0.5
_WESTERN = (
    *("àâæçéèêëîïôùûüÿœ", "äöüß", "áéíñóúü", "ãõáéíóúâêôàçü", "àèéìòù"),
    *("åäöøæéü", "éëïóöüèá", "àéèíïóòúüç", "áéíóúýþæöð"),
)
"""The letters beyond ASCII of French, German, Spanish, Portuguese, Italian, Nordic, Dutch, Catalan and Icelandic."""
_SIGN_IN_A_WORD = re.compile("(?<=[^\\W\\d_])[\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bf\u00d7\u00f7\ufffd](?=[^\\W\\d_])")
"""What letters of other encodings become: signs that no word has in it."""
_OF_ONE_LANGUAGE = 0.95
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
_HIGH = bytes(code > 127 for code in range(256))  # noqa: PLR2004 - the end of ASCII
_OTHER_SCRIPT = 0.25
"""The share of bytes beyond ASCII from which on a text is in another script; Polish and Czech stay below .1."""
_DAMAGED = 0.05
"""The share of a text's characters beyond ASCII that may be damaged where the rest is UTF-8, as nothing else is."""
_SPARED = 4
"""The fewest characters beyond ASCII that show it."""
_TELLING = {True: 8, False: 30}
"""How many bytes beyond ASCII tell the encoding: True in another script, False in Latin with accents."""


class UndecodableError(Exception):
    """The bytes contradict their own byte-order mark."""

    def __init__(self, encoding: str) -> None:
        super().__init__(encoding)
        self.encoding = encoding


def decode(data: bytes) -> tuple[str, str]:
    """Return the text without a leading byte-order mark, and the encoding's name.

    Raises :class:`UndecodableError` when a byte-order mark promises an encoding that the bytes break.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    # A marked file with a stray byte: the mark is dropped and the guess goes on.
                    return _guess(data[len(mark) :])
                raise UndecodableError(encoding) from None
    return _guess(data)


def unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark: Latin letters leave a zero in every second byte."""
    head = data[:_LOOK_AT]
    if len(data) % 2 or len(head) < 4:  # noqa: PLR2004 - two characters are the least that shows a pattern
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > _MOSTLY and even < _RARELY:
        return "utf-16-le"
    if even > _MOSTLY and odd < _RARELY:
        return "utf-16-be"
    return None


def decode_as(data: bytes, encoding: str) -> str:
    """Return the text in an encoding that somebody chose, without a byte-order mark; damaged places are shown as �.

    Raises LookupError for a name that is no encoding of text.
    """
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def guessed(encoding: str) -> bool:
    """Return whether :func:`decode` can only have guessed this encoding."""
    return not encoding.startswith("utf")


def _guess(data: bytes) -> tuple[str, str]:
    wide = unmarked_utf16(data)
    # Zero bytes are valid UTF-8 but never occur in text, so the wide form is tried first where they stand.
    for encoding in ([wide] if wide else []) + ["utf-8"]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    damaged = _damaged(data)
    if damaged is not None:
        return damaged, "utf-8"
    high = sum(data.translate(_HIGH))
    other_script = high >= _OTHER_SCRIPT * len(data)
    if high < _TELLING[other_script] or _is_western(data):
        return _western(data)
    return (_cyrillic(data, high) if other_script else None) or _by_letters(data) or _western(data)


def _damaged(data: bytes) -> str | None:
    """Return the text where it is UTF-8 but for a stray or missing byte here and there, which are shown as �."""
    text = data.decode("utf-8", "replace")
    beyond, lost = sum(not c.isascii() for c in text), text.count("\ufffd")
    return text if beyond - lost >= _SPARED and lost <= max(1, _DAMAGED * beyond) else None


def _is_western(data: bytes) -> bool:
    """Return whether Windows-1252 gives the letters of one western language, and no sign in the midst of a word."""
    text = data.decode("cp1252", "replace")
    counts = Counter(character for character in text.lower() if not character.isascii() and character.isalpha())
    best = max(sum(counts[letter] for letter in letters) for letters in _WESTERN)
    return best >= _OF_ONE_LANGUAGE * (counts.total() + len(_SIGN_IN_A_WORD.findall(text))) > 0


def _cyrillic(data: bytes, high: int) -> tuple[str, str] | None:
    """Return the text where it is Cyrillic: its encodings hold the same letters in other places."""
    texts = {encoding: data.decode(encoding, "replace") for encoding in _CYRILLIC}
    common = {encoding: sum(text.count(letter) for letter in _COMMON) for encoding, text in texts.items()}
    best = max(common, key=lambda encoding: common[encoding])
    return (texts[best], best) if common[best] > _MOSTLY_COMMON * high and "\ufffd" not in texts[best] else None


def _western(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _by_letters(data: bytes) -> tuple[str, str] | None:
    """Return the text in the encoding in which its letters come as they do in a language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes .1 s to load, and few files need it

    for match in from_bytes(data):
        try:
            text = data.decode(match.encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # Letters of KOI8 also make half-width katakana, which nobody writes a story in.
        if len(_HALF_WIDTH.findall(text)) <= _RARELY * len(text):
            return text, match.encoding
    return None
