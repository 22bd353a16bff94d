"""Which rows a column shows: one per sentence, or one for a folded run of sentences that were not reused.

Pure: values in, values out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from core.model import MatchClass, SentenceKind
from core.report.phrases import some
from desktop.compare.scene import NOT_REUSED, SentenceView, Side

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
    folding = folding and any(view.reused for view in side.sentences)
    open_at = {*unfolded, *kept}
    blocks: list[Block] = []
    run: list[int] = []

    def close_run() -> None:
        if run and len(run) >= _shortest(side, run) and open_at.isdisjoint(run):
            blocks.append(Block(run[0], run[-1], True, side.sentences[run[0]].new_paragraph, side.lacks))
        else:
            blocks.extend(_single(side, n) for n in run)
        run.clear()

    for number, view in enumerate(side.sentences):
        if folding and _foldable(view):
            run.append(number)
            continue
        close_run()
        blocks.append(_single(side, number))
    close_run()
    return blocks


def _single(side: Side, number: int) -> Block:
    return Block(number, number, False, side.sentences[number].new_paragraph)


def _foldable(view: SentenceView) -> bool:
    return view.match is not None and not view.reused and view.kind is not SentenceKind.HEADLINE


def _shortest(side: Side, run: list[int]) -> int:
    hidden = all(side.sentences[n].hidden and side.sentences[n].match is MatchClass.NO_SOURCE for n in run)
    return 1 if hidden else FOLD_FROM


def folded_text(block: Block) -> tuple[str, str]:
    """Return what a folded row says: how many, and which."""
    which = f"{block.first + 1}–{block.last + 1}" if block.count > 1 else str(block.first + 1)
    return f"{some(block.count, 'sentence')} {block.lacks}", which


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
