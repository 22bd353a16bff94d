"""Plain text that is made to be slow or to mislead."""

from __future__ import annotations

import random
from collections.abc import Callable

MB = 1024 * 1024
"""The longest text that is taken."""
PART = MB // 8
"""What shows in an eighth of the time whether something grows faster than the text."""


def every_control() -> bytes:
    text = "".join(f"word{chr(c)} " for c in range(0x20, 0xA0)) * 20
    return ("".join(chr(c) for c in range(1, 32)) + text).encode()


def random_words(seed: int = 3) -> str:
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join("".join(chance.choices(letters, k=chance.randrange(1, 12))) for _ in range(60_000))


def combining() -> bytes:
    return ("e" + "\u0301" * 5000 + " ").encode() * 50


KINDS: dict[str, Callable[[], bytes]] = {
    "one-line.txt": lambda: b"a line that does not end " * (10 * MB // 25),
    "one-line-of-a-megabyte.txt": lambda: b"a line that does not end " * (MB // 25),
    "one-word.txt": lambda: b"a" * (MB - 1),
    "zero-width.txt": lambda: "\u200b\u200c\u200d\u2060\ufeff".encode() * 20_000,
    "zero-width-between.txt": lambda: "w\u200bo\u200cr\u200dd ".encode() * 20_000,
    "hair-spaces.txt": lambda: "r\u200ao\u200ac\u200ak\u200ae\u200at ".encode() * (PART // 16),
    "no-blanks.txt": lambda: "the\u200brocket\u200bflew\u200bfar\u200b".encode() * (PART // 28),
    "dots-below.txt": lambda: "ṭhẹ rọcḳẹt t\u0323h\u0323e ".encode() * (PART // 24),
    "two-encodings.txt": lambda: b"\xc5\xbc word\n\xbf\xbf word\n" * (PART // 16),
    "open-brackets.txt": lambda: b"(" * (PART - 1),
    "brackets.txt": lambda: b"()[]{}" * (PART // 6),
    "quotes.txt": lambda: "“”‘’\"'«»„".encode() * (PART // 30),
    "quoted-words.txt": lambda: b'He said "a" ' * (PART // 12),
    "open-quotes.txt": lambda: "“word ".encode() * (PART // 8),
    "dots.txt": lambda: b"." * (PART - 1),
    "dots-and-spaces.txt": lambda: b". " * (PART // 2 - 1),
    "initials.txt": lambda: b"A. B. C. D. " * (MB // 12),
    "dashes.txt": lambda: "—–-".encode() * (PART // 7),
    "hyphens.txt": lambda: b"a-" * (PART // 2 - 1),
    "apostrophes.txt": lambda: b"a'" * (PART // 2 - 1),
    "digits.txt": lambda: b"1,000," * (PART // 6),
    "digits-only.txt": lambda: b"7" * (PART - 1),
    "dates.txt": lambda: b"May 1, 2023, " * (PART // 13),
    "capitals.txt": lambda: b"Anna Of The " * (PART // 12),
    "spaces.txt": lambda: b"word" + b" " * (PART - 10) + b"word",
    "tabs.txt": lambda: b"a\t" * (PART // 2 - 1),
    "line-ends.txt": lambda: b"a" + b"\n" * (MB - 10) + b"b",
    "short-lines.txt": lambda: b"a\n" * (MB // 2 - 1),
    "empty-paragraphs.txt": lambda: b"a\n\n" + b" \n\n" * 100_000 + b"b",
    "controls.txt": every_control,
    "zeros.txt": lambda: b"words and \x00\x00\x00 words " * 1000,
    "lines.txt": lambda: b"a\n" * 99_000,
    "half-pairs.txt": lambda: b"\xff\xfe" + b"a\x00\x00\xd8" * 1000,
    "odd-utf-16.txt": lambda: b"\xff\xfe" + b"a\x00" * 1000 + b"b",
    "bad-utf-8.txt": lambda: b"\xf4\x90\x80\x80\xc0\xaf\xed\xa0\x80 words " * 1000,
    "utf-32.txt": lambda: b"\x00\x00\xfe\xff" + b"\x00\x11\xff\xff" * 1000,
    "combining.txt": combining,
    "right-to-left.txt": lambda: "\u202eabc \u2066def\u2069\u202c ".encode() * 20_000,
    "tags.txt": lambda: "".join(chr(0xE0000 + c) for c in range(32, 127)).encode() * 500 + b" words",
    "random-words.txt": lambda: random_words().encode(),
    "urls.txt": lambda: b"https://a.example/?q=1&r=2 " * (PART // 27),
    "abbreviations.txt": lambda: b"U.S. Inc. Mr. " * (PART // 14),
    "markup.txt": lambda: b"<a href='x'>&amp;</a>\\{" * (PART // 23),
}
