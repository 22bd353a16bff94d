"""Turn bytes into text and say which encoding they were in.

Pure. A byte-order mark decides first, then strict UTF-8, then UTF-16 without a mark where the zero bytes
show it, then Windows-1252, and Latin-1 as the last resort, which accepts anything.
"""

from __future__ import annotations

import codecs

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


def _guess(data: bytes) -> tuple[str, str]:
    wide = unmarked_utf16(data)
    # Zero bytes are valid UTF-8 but never occur in text, so the wide form is tried first where they stand.
    for encoding in ([wide] if wide else []) + ["utf-8", "cp1252"]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"
