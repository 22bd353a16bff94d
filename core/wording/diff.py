"""Word difference of two word sequences by diff-match-patch (Myers 1986), on word units instead of characters."""

from __future__ import annotations

from collections.abc import Sequence

from diff_match_patch import diff_match_patch

_FIRST = 0xE000
"""Words become single characters from the private-use area on; surrogates are stepped over by starting above."""
_LAST = 0x10FFFF


def equal_places(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return ``(i, j)`` of the words that stand unchanged and in order in both, after a semantic clean-up."""
    codes: dict[str, str] = {}
    for word in (*a, *b):
        codes.setdefault(word, chr(_FIRST + len(codes)) if _FIRST + len(codes) <= _LAST else "?")
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # none: what is found must not depend on how fast the machine is
    parts = differ.diff_main("".join(codes[w] for w in a), "".join(codes[w] for w in b), checklines=False)
    differ.diff_cleanupSemantic(parts)
    i = j = 0
    places: list[tuple[int, int]] = []
    for operation, text in parts:
        n = len(text)
        if operation == differ.DIFF_EQUAL:
            places += [(i + k, j + k) for k in range(n)]
        if operation != differ.DIFF_INSERT:
            i += n
        if operation != differ.DIFF_DELETE:
            j += n
    return places
