"""Break marked text into lines.

Pure: marks and a way to measure words in, places out; fonts and colours are the caller's. A line breaks only where
the text has white space, so punctuation stays with its word; a word too long for any line is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.model import Span
from core.wording.marks import Mark, MarkKind

LONGEST_WORD = 36
_BOXED = (MarkKind.ADDED, MarkKind.WRONG)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, or the part of one that belongs to one mark."""

    text: str
    mark: int
    """Index of its mark, −1 for the dots that stand for text left out."""
    space: bool
    """Whether white space stands before it, where a line may break."""
    first: bool
    """Whether it is the first of its mark …"""
    last: bool
    """… and the last."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces of one mark on one line."""

    mark: int
    line: int
    left: float
    right: float
    words: tuple[tuple[float, str], ...]
    """Where each word starts, and the word."""


def boxed(kind: MarkKind) -> bool:
    """Return whether marks of that kind are drawn as a box, which needs room at both ends."""
    return kind in _BOXED


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the words of the marks in order; where a mark does not follow the last one, dots stand for the rest."""
    found: list[Piece] = []
    end = marks[0].span.start if marks else 0
    for number, mark in enumerate(marks):
        between = text[end : mark.span.start]
        if between.strip():
            found.append(Piece("…", -1, space=True, first=True, last=True))
        words = _words(mark.span.of(text))
        for place, (word, apart) in enumerate(words):
            space = bool(between) if place == 0 else apart
            shown = f"+{word}" if place == 0 and mark.kind is MarkKind.ADDED else word
            found.append(Piece(shown, number, space, first=place == 0, last=place == len(words) - 1))
        end = mark.span.end
    return tuple(found)


def _words(wording: str) -> list[tuple[str, bool]]:
    """Return the words of a stretch, those too long in parts, each with whether it stands apart from the last."""
    parts: list[tuple[str, bool]] = []
    for word in wording.split():
        parts.append((word[:LONGEST_WORD], True))
        parts += [(word[i : i + LONGEST_WORD], True) for i in range(LONGEST_WORD, len(word), LONGEST_WORD)]
    return parts


def flow(
    found: Sequence[Piece], width: float, space: float, measure: Callable[[Piece], float], *, apart: float = 1.0
) -> tuple[tuple[Run, ...], int]:
    """Return the runs of the pieces broken at ``width``, and the number of lines; ``apart`` spaces part two marks."""
    runs: list[_Growing] = []
    x, line = 0.0, 0
    for chunk in _chunks(found):
        widths = [measure(piece) for piece in chunk]
        gap = 0.0
        if chunk[0].space and x > 0:
            gap = space if runs[-1].mark == chunk[0].mark else space * apart
        if x > 0 and x + gap + sum(widths) > width:
            line, x, gap = line + 1, 0.0, 0.0
        x += gap
        for piece, wide in zip(chunk, widths, strict=True):
            _append(runs, piece, line, x, x + wide)
            x += wide
    made = (Run(run.mark, run.line, run.left, run.right, tuple(run.words)) for run in runs)
    return tuple(made), line + 1 if found else 0


def _chunks(found: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces in groups that no line break may part."""
    groups: list[list[Piece]] = []
    for piece in found:
        if piece.space or not groups:
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return groups


@dataclass(slots=True)
class _Growing:
    """A run that words are still added to."""

    mark: int
    line: int
    left: float
    right: float
    words: list[tuple[float, str]]


def _append(runs: list[_Growing], piece: Piece, line: int, left: float, right: float) -> None:
    if runs and piece.mark >= 0 and runs[-1].mark == piece.mark and runs[-1].line == line:
        runs[-1].right = right
        runs[-1].words.append((left, piece.text))
    else:
        runs.append(_Growing(piece.mark, line, left, right, [(left, piece.text)]))


def partners(own: Mark, others: Sequence[Mark]) -> tuple[int, ...]:
    """Return which marks of the other side correspond to ``own``."""
    return tuple(
        number
        for number, other in enumerate(others)
        if (own.partner is not None and _touch(own.partner, other.span))
        or (other.partner is not None and _touch(other.partner, own.span))
    )


def _touch(one: Span, other: Span) -> bool:
    return one.overlaps(other) or one == other
