"""Which stretches of a text are read from right to left. Pure.

Word lays out a run by its own mark of direction, so a text is cut where its direction changes: the rules of the
Unicode Bidirectional Algorithm (UAX 9) for one level of nesting, which is what text without overrides has.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_STRONG = {"L": False, "R": True, "AL": True, "AN": True}
_MAY_TURN = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks that Unicode keeps for scripts written from right to left, so that other text is soon done with."""
_WITH_THE_WORD_BEFORE = frozenset({"EN", "NSM"})


def first_is_rtl(text: str) -> bool:
    """Return whether the first letter with a direction is written from right to left."""
    if not _MAY_TURN.search(text):
        return False
    return next((kind != "L" for c in text if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), False)


def stretches(text: str, *, rtl_base: bool = False) -> list[tuple[int, int, bool]]:
    """Return (start, end, whether from right to left) of each stretch; ``rtl_base`` is the paragraph's direction."""
    if not text:
        return []
    if not rtl_base and not _MAY_TURN.search(text):
        return [(0, len(text), False)]
    found = _resolved([_strong(c) for c in text], rtl_base=rtl_base)
    out: list[tuple[int, int, bool]] = []
    at = 0
    for rtl, group in groupby(found):
        end = at + sum(1 for _ in group)
        out.append((at, end, rtl))
        at = end
    return out


def _strong(character: str) -> bool | str | None:
    """Return a letter's own direction, a mark for what goes with the word before it, None for what is neutral."""
    kind = unicodedata.bidirectional(character)
    return kind if kind in _WITH_THE_WORD_BEFORE else _STRONG.get(kind)


def _resolved(kinds: list[bool | str | None], *, rtl_base: bool) -> list[bool]:
    """Give what is neutral the direction that both its neighbours share, else the paragraph's."""
    out: list[bool] = []
    before = rtl_base
    waiting = 0
    for kind in kinds:
        if kind is None:
            waiting += 1
            continue
        here = before if isinstance(kind, str) else kind
        out += [here if here == before else rtl_base] * waiting
        out.append(here)
        before, waiting = here, 0
    return out + [rtl_base] * waiting
