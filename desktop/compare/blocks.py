"""Which rows a column shows: one per sentence, or one for a folded run of sentences that were not reused.

Pure: values in, values out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.model import Article, MatchClass
from desktop.compare.outline import Outline, outline_of
from desktop.compare.scene import NOT_REUSED, Side
from desktop.language import tr
from desktop.remembering import early_of_article, remembered

FOLD_FROM = 3
"""So many sentences in a row that were not reused become one row."""


@dataclass(frozen=True, slots=True)
class Block:
    """One row: sentences ``first … last``, more than one (or one hidden) only when folded."""

    first: int
    last: int
    folded: bool
    new_paragraph: bool
    lacks: str = NOT_REUSED
    """What is said of the sentences of a folded row."""

    @property
    def count(self) -> int:
        """Return how many sentences the row stands for."""
        return self.last - self.first + 1


def blocks_of(side: Side, *, folding: bool, unfolded: Collection[int] = (), kept: Collection[int] = ()) -> list[Block]:
    """Return a column's rows.

    ``unfolded`` holds sentences whose runs the reader opened; a run with a sentence of ``kept`` (the selection)
    stays open too. Where sentences without a source are filtered out, runs of any length fold. A text of which
    nothing was reused does not fold: there would be nothing left to read.
    """
    singles = _singles(side.outline)
    derived = {n for n, said in side.said.items() if said.derived} if folding else set()
    if not derived:
        return list(singles)
    open_at = sorted({*unfolded, *kept})
    blocks: list[Block] = []
    begin = 0
    for end in (*sorted(derived | side.outline.headlines), len(singles)):
        if begin < end and _folds(side, begin, end, open_at):
            blocks.append(Block(begin, end - 1, True, side.outline.starts[begin], side.lacks))
        else:
            blocks += singles[begin:end]
        blocks += singles[end : end + 1]
        begin = end + 1
    return blocks


@remembered(8)
def _singles(outline: Outline) -> list[Block]:
    """Return a row for each sentence."""
    return [Block(n, n, False, starts) for n, starts in enumerate(outline.starts)]


@early_of_article
def _known(article: Article) -> list[Block]:
    return _singles(outline_of(article))


def _folds(side: Side, begin: int, end: int, open_at: Sequence[int]) -> bool:
    """Return whether the sentences before ``end`` become one row; ``open_at`` are those that keep theirs open."""
    place = bisect_left(open_at, begin)
    if place < len(open_at) and open_at[place] < end:
        return False
    return end - begin >= FOLD_FROM or all(side.told(n)[:2] == (MatchClass.NO_SOURCE, True) for n in range(begin, end))


def folded_text(block: Block) -> tuple[str, str]:
    """Return what a folded row says: how many, and which."""
    which = f"{block.first + 1}–{block.last + 1}" if block.count > 1 else str(block.first + 1)
    return tr("{n} sentence(s) {lacks}", "", block.count).format(lacks=tr(block.lacks)), which


def row_of(blocks: list[Block], sentence: int) -> int:
    """Return the row that shows a sentence, −1 where there is none."""
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].last < sentence:
            low = middle + 1
        else:
            high = middle
    return low if low < len(blocks) and blocks[low].first <= sentence else -1
