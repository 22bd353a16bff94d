"""Damage done to a case file's bytes, as values that a test draws."""

from __future__ import annotations

import random
from collections.abc import Callable

_PAGE = 4096
"""Bytes of a page of SQLite's."""


def flipped(data: bytearray, chance: random.Random) -> None:
    """Change some bytes."""
    for _ in range(chance.randrange(1, 30)):
        data[_place(data, chance)] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    """Leave off the end."""
    del data[_place(data, chance) :]


def taken_out(data: bytearray, chance: random.Random) -> None:
    """Leave out some of it."""
    start = _place(data, chance)
    del data[start : start + chance.randrange(1, 5000)]


def put_in(data: bytearray, chance: random.Random) -> None:
    """Put something in between."""
    start = _place(data, chance)
    data[start:start] = chance.randbytes(chance.randrange(1, 5000))


def overwritten(data: bytearray, chance: random.Random) -> None:
    """Write over a stretch with zeros, ones or noise."""
    start = _place(data, chance)
    length = min(chance.randrange(1, 9000), len(data) - start)
    data[start : start + length] = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length)))


def repeated(data: bytearray, chance: random.Random) -> None:
    """Put one page where another was."""
    pages = len(data) // _PAGE
    source, target = chance.randrange(pages) * _PAGE, chance.randrange(pages) * _PAGE
    data[target : target + _PAGE] = data[source : source + _PAGE]


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (flipped, cut, taken_out, put_in, overwritten, repeated)


def damaged(whole: bytes, seed: int) -> bytes:
    """Return the bytes with some damage, the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - chosen, not kept secret
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2))):
        if len(data) > _PAGE:
            chance.choice(WAYS)(data, chance)
    return bytes(data)


def _place(data: bytearray, chance: random.Random) -> int:
    """Return where, the heading and the list of tables more often than the rest."""
    end = chance.choice((100, _PAGE, len(data), len(data)))
    return chance.randrange(min(end, len(data)))
