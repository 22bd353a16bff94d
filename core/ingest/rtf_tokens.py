"""Cut an RTF file into its tokens and know its code pages. Pure (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|'(?P<code>[0-9a-fA-F]{2})"
    rb"|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n]+"
    rb"|(?P<words>[^\\{}\r\n]+)"
)

CHARSETS = {
    0: "cp1252", 2: "symbol", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5", 83: "mac_roman",
    84: "mac_roman", 85: "mac_greek", 86: "mac_turkish", 89: "mac_cyrillic", 128: "cp932", 129: "cp949",
    130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""A font's character set -> its code page."""
_SAME_NAME = {10000: "mac_roman", 65001: "utf-8", 936: "gb18030", 20866: "koi8_r", 21866: "koi8_u"}
_PAGES = frozenset(
    (437, 708, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 949, 950)
)
_WINDOWS = range(1250, 1259)


class Token(NamedTuple):
    """A control word with its number, a symbol, a brace, a byte by its code, or words as they stand."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; line ends are none, and binary data is stepped over."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            word = found["word"].decode("ascii")
            if word == "bin":
                at += max(number or 0, 0)
                continue
            yield Token("word", word, number)
        elif kind == "code":
            yield Token("bytes", data=bytes.fromhex(found["code"].decode("ascii")))
        elif kind == "words":
            yield Token("bytes", data=found["words"])
        elif kind:
            yield Token(kind, found[0][-1:].decode("latin-1"))


def code_page(number: int | None) -> str:
    """Return Python's name for a Windows code page; the Western one where it is not known."""
    if number in _SAME_NAME:
        return _SAME_NAME[number]
    return f"cp{number}" if number in _PAGES or number in _WINDOWS else "cp1252"
