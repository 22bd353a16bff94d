"""Words searched for in both texts: where they stand, and which of them the reader looks at.

Pure: sides and a text in, hits out; nothing is scrolled or painted here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice

from desktop.compare.scene import Side

MOST_HITS = 5000
"""Where a single letter is searched for in a long text, hits beyond that are not counted."""
_ALIKE = {"'": "['’‘ʼ]", '"': '["“”„«»]', "-": "[-\u2010-\u2015]"}
_BETWEEN = "[\\s\u200b]+"


@dataclass(frozen=True, slots=True)
class FindState:
    """How many hits there are, and the 1-based place of the current one; 0 for none."""

    count: int = 0
    place: int = 0

    @property
    def capped(self) -> bool:
        """Return whether there may be more hits than were counted."""
        return self.count >= MOST_HITS


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Code points ``start … end`` of a sentence of the left (0) or the right (1) side."""

    side: int
    sentence: int
    start: int
    end: int


def pattern(text: str) -> re.Pattern[str] | None:
    """Return what finds a text whatever the case, the white space and the shape of its marks; None of nothing."""
    words = ["".join(_ALIKE.get(c) or re.escape(c) for c in _plain(word)) for word in text.split()]
    return re.compile(_BETWEEN.join(words), re.IGNORECASE) if words else None


def _plain(word: str) -> str:
    """Return the word with the typewriter's marks, so that each shape finds every other."""
    return re.sub("[‐-―]", "-", re.sub("[“”„«»]", '"', re.sub("[’‘ʼ]", "'", word)))


def find_hits(sides: Sequence[Side | None], text: str) -> tuple[Hit, ...]:
    """Return where a text stands, the left side first, at most :data:`MOST_HITS`."""
    wanted = pattern(text)
    if wanted is None:
        return ()
    found = (
        Hit(place, number, start, end)
        for place, side in enumerate(sides)
        for number, start, end in (side.find(wanted) if side is not None else ())
        if end > start
    )
    return tuple(islice(found, MOST_HITS))


@dataclass(slots=True)
class Search:
    """What is searched for now."""

    text: str = ""
    hits: tuple[Hit, ...] = ()
    at: int = -1
    """Which hit is the current one."""
    _rows: tuple[dict[int, list[Hit]], dict[int, list[Hit]]] = field(default_factory=lambda: ({}, {}))

    @property
    def current(self) -> Hit | None:
        """Return the hit that the reader looks at."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    @property
    def state(self) -> FindState:
        """Return the figures."""
        return FindState(len(self.hits), self.at + 1)

    def of(self, side: int) -> dict[int, list[Hit]]:
        """Return one side's hits by sentence."""
        return self._rows[side]

    def begin(self, sides: Sequence[Side | None], text: str, seen: Sequence[Collection[int]]) -> None:
        """Search for a text; the current hit stays where it still is one, else the first in view is taken.

        ``seen`` are the sentences that each side has in view.
        """
        before = self.current
        self._take(find_hits(sides, text), text)
        same = (n for n, hit in enumerate(self.hits) if before is not None and _same_place(hit, before))
        near = (n for n, hit in enumerate(self.hits) if hit.sentence in seen[hit.side])
        self.at = next(same, next(near, 0 if self.hits else -1))

    def again(self, sides: Sequence[Side | None]) -> None:
        """Search once more, because the texts are others now; the current hit's number stays where it can."""
        at = self.at
        self._take(find_hits(sides, self.text), self.text)
        self.at = min(at, len(self.hits) - 1)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (−1) hit, around the end."""
        if self.hits:
            self.at = (self.at + by) % len(self.hits)

    def _take(self, hits: tuple[Hit, ...], text: str) -> None:
        self.text, self.hits, self._rows = text, hits, ({}, {})
        for hit in hits:
            self._rows[hit.side].setdefault(hit.sentence, []).append(hit)


def _same_place(one: Hit, other: Hit) -> bool:
    return (one.side, one.sentence, one.start) == (other.side, other.sentence, other.start)
