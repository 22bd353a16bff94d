"""Quoted words as rows of keys, parted where the writer says that something is left out or put in.

A foundation beside :mod:`core.lexis`. What “…” leaves out parts a quotation into pieces, and words in square brackets
are its writer's and not the speaker's: neither alters what was said, nor do hyphens, accents, and British or American
spelling. “[t]he” is “the”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Span
from core.spelling import spelled

_OMITTED = ("…", "..", ". .")
_JOINED = {("per", "cent"): "percent"}


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word as it is written and as it is compared."""

    text: str
    key: str


def quoted_pieces(text: str, start: int, words: Sequence[Span]) -> tuple[tuple[QuotedWord, ...], ...]:
    """Return the pieces of a quotation; words in brackets are in none.

    Args:
        text: the whole article.
        start: where the quotation begins.
        words: its words in text order.
    """
    pieces: list[list[QuotedWord]] = [[]]
    at, inside, letter = start, False, ""
    for span in words:
        gap, word = text[at : span.start], span.of(text)
        begun = letter if gap == "]" else ""
        inside = gap.rfind("[") > gap.rfind("]") or (inside and "]" not in gap)
        letter = word if inside and len(word) == 1 else ""
        parted = inside or ("]" in gap and not begun) or any(mark in gap for mark in _OMITTED)
        if parted and pieces[-1] and not (letter and text[span.end : span.end + 1] == "]"):
            pieces.append([])
        if "&" in gap and pieces[-1]:
            pieces[-1].append(QuotedWord("and", "and"))
        if not inside:
            _put(pieces[-1], begun + word)
        at = span.end
    return tuple(tuple(p) for p in pieces if p)


def _put(piece: list[QuotedWord], word: str) -> None:
    for part in _parts(word):
        made = QuotedWord(part, spelled(part).replace(".", "") or part)
        whole = _JOINED.get((piece[-1].key, made.key)) if piece else None
        if whole is not None:
            made = QuotedWord(f"{piece.pop().text} {part}", whole)
        piece.append(made)


def _parts(word: str) -> list[str]:
    """Return the parts of a word between hyphens; “co-operate” is one."""
    plain = word.replace("‐", "-").replace("‑", "-")
    if plain[:4].casefold() == "co-o":
        plain = plain.replace("-", "", 1)
    return [p for p in plain.split("-") if p]


def keys_of(pieces: Sequence[Sequence[QuotedWord]]) -> tuple[tuple[str, ...], ...]:
    """Return the keys of the pieces."""
    return tuple(tuple(w.key for w in piece) for piece in pieces)


def within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether ``part`` stands in ``whole`` word for word."""
    return in_order((tuple(part),), whole)


def in_order(pieces: Sequence[tuple[str, ...]], whole: Sequence[str]) -> bool:
    """Return whether each piece stands word for word in a row of keys, one behind the other."""
    rest = tuple(whole)
    for piece in pieces:
        size = len(piece)
        at = next((k for k in range(len(rest) - size + 1) if rest[k : k + size] == piece), None)
        if at is None:
            return False
        rest = rest[at + size :]
    return True
