"""From the chances of single pairs to blocks: words and phrases of A with those of B that they stand for.

Pure. A block is a stretch of words on each side; each word stands in at most one. Pairs that are each other's best
come first and grow to phrases ("called off", "cancelled"), names to their full form ("President Bush", "Bush"); what
is left over is matched where it is the same word, or alone in the same place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from core.wording.chances import mutual_best
from core.wording.features import Field, Floats
from core.wording.word import Traits
from resources.lists import word_list

ACCEPT = 0.4
"""Lowest chance of a pair of words that are each other's best; best on the alignment corpora, and flat around it."""
GROW = 0.3
"""Lowest mean chance at which a word that stands for nothing yet joins the block of its neighbour; flat likewise."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words ``a_start:a_end`` of A and ``b_start:b_end`` of B."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(slots=True)
class _Board:
    """The blocks made so far."""

    own: list[int]
    """For each word of A the number of its block, -1 while it is free."""
    other: list[int]
    blocks: list[Block] = field(default_factory=list)

    def put(self, block: Block, number: int | None = None) -> None:
        """Add a block, or put a wider one in the place of one that is there."""
        if number is None:
            number = len(self.blocks)
            self.blocks.append(block)
        self.blocks[number] = block
        for owner, start, end in ((self.own, block.a_start, block.a_end), (self.other, block.b_start, block.b_end)):
            owner[start:end] = [number] * (end - start)


def find_blocks(pairs: Field, chances: Floats) -> list[Block]:
    """Return the blocks in A's order; ``chances`` (a, b) as of :func:`core.wording.chances.word_chances`."""
    board = _Board([-1] * len(pairs.a), [-1] * len(pairs.b))
    for i, j in mutual_best(chances, ACCEPT):
        board.put(Block(i, i + 1, j, j + 1))
    _grow(board, pairs, chances)
    _name(board, pairs)
    for block in _left_over(board, pairs):
        board.put(block)
    for block in list(_in_place(board, pairs)):
        board.put(block)
    return sorted(board.blocks, key=lambda block: block.a_start)


def _grow(board: _Board, pairs: Field, chances: Floats) -> None:
    """Let blocks take in free words beside them, the likeliest first.

    Two equal words are a whole by themselves: what stands beside one of them only is an addition.
    """
    rows, columns = np.nonzero(chances >= GROW)
    order = np.argsort(-chances[rows, columns], kind="stable")
    cells = list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))
    whole = [bool(pairs.same[block.a_start, block.b_start]) for block in board.blocks]
    grew = True
    while grew:
        grew = False
        for i, j in cells:
            number = max(board.own[i], board.other[j])
            if (board.own[i] < 0) == (board.other[j] < 0) or whole[number]:
                continue
            block = board.blocks[number]
            if board.own[i] < 0 and i in (block.a_start - 1, block.a_end):
                mean = chances[i, block.b_start : block.b_end].mean()
                wider = replace(block, a_start=min(block.a_start, i), a_end=max(block.a_end, i + 1))
            elif board.other[j] < 0 and j in (block.b_start - 1, block.b_end):
                mean = chances[block.a_start : block.a_end, j].mean()
                wider = replace(block, b_start=min(block.b_start, j), b_end=max(block.b_end, j + 1))
            else:
                continue
            if mean >= GROW:
                board.put(wider, number)
                grew = True


def _name(board: _Board, pairs: Field) -> None:
    """Let a last name take in the first names and titles that one side alone has before it."""
    for number, block in enumerate(board.blocks):
        i, j = block.a_start, block.b_start
        if pairs.same[i, j] and _ends_name(pairs.a, i) and _ends_name(pairs.b, j):
            start_a, start_b = _name_start(pairs.a, board.own, i), _name_start(pairs.b, board.other, j)
            if (start_a < i) != (start_b < j):
                board.put(replace(block, a_start=start_a, b_start=start_b), number)


def _ends_name(side: Sequence[Traits], last: int) -> bool:
    return side[last].proper and not (last + 1 < len(side) and side[last + 1].proper)


def _name_start(side: Sequence[Traits], owner: Sequence[int], last: int) -> int:
    """Return where the free words begin that stand before a name and belong to it.

    At the beginning of a sentence any word has a capital, so there only a title is taken.
    """
    start = last
    while start and owner[start - 1] < 0 and side[start - 1].proper:
        opens = start == 1 or not side[start - 2].word
        if opens and side[start - 1].key not in word_list("name_titles"):
            break
        start -= 1
    return start


def _left_over(board: _Board, pairs: Field) -> list[Block]:
    """Return the content words that stand for nothing yet on both sides and are the only ones of their base."""
    own, other = _free(pairs.a, board.own), _free(pairs.b, board.other)
    return [
        Block(own[base][0], own[base][0] + 1, other[base][0], other[base][0] + 1)
        for base in own
        if len(own[base]) == 1 and len(other.get(base, ())) == 1
    ]


def _free(side: Sequence[Traits], owner: Sequence[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for k, word in enumerate(side):
        if owner[k] < 0 and word.content:
            places[word.base].append(k)
    return places


def _in_place(board: _Board, pairs: Field) -> Iterator[Block]:
    """Yield the words that are alone between the same two neighbours on both sides, one of them with content.

    A name counts as one word, so that it meets the pronoun that took its place.
    """
    own, other, blocks = board.own, board.other, board.blocks
    gaps = set(_gaps(other))
    for start, end in _gaps(own):
        low = blocks[own[start - 1]].b_end if start else 0
        high = blocks[own[end]].b_start if end < len(own) else len(other)
        if (low, high) in gaps:
            words, others = _unit(pairs.a, start, end), _unit(pairs.b, low, high)
            if words and others and not (pairs.a[words[0]].function and pairs.b[others[0]].function):
                yield Block(words[0], words[-1] + 1, others[0], others[-1] + 1)


def _unit(side: Sequence[Traits], start: int, end: int) -> list[int]:
    """Return the places of a stretch's words if they are one word or one name."""
    words = [k for k in range(start, end) if side[k].word]
    one = len(words) == 1 or (words == list(range(start, end)) and all(side[k].proper for k in words))
    return words if one else []


def _gaps(owner: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of words that stand in no block."""
    start = 0
    for k, number in enumerate((*owner, 0)):
        if number >= 0:
            if start < k:
                yield start, k
            start = k + 1
