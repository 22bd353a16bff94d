"""The class of a linked sentence pair, by its wording only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.align.quoted import Words
from core.lexis import shared_runs
from core.model import MatchClass
from core.options import Options
from resources.lists import word_list

QUOTED_RUN = 3
"""Words in a row, quoted on both sides, that count towards a shared quotation."""


def pair_class(a: Words, b: Words, options: Options) -> MatchClass:
    """Return verbatim, close, paraphrase or quotation for two sentences that are known to be linked."""
    common = common_words(a.keys, b.keys)
    if not common:
        return MatchClass.PARAPHRASE
    quoted = sum(n for _, _, n in shared_runs(a.quoted_keys, b.quoted_keys, QUOTED_RUN))
    if quoted / common >= options.quoted_share:
        return MatchClass.QUOTATION
    both = 2 * common / (len(a.keys) + len(b.keys))
    if both >= options.verbatim_order and _denials(a) == _denials(b):
        return MatchClass.VERBATIM
    shorter = common / min(len(a.keys), len(b.keys))
    kept = both >= options.close_order or shorter >= options.close_inside
    return MatchClass.CLOSE if kept else MatchClass.PARAPHRASE


def _denials(words: Words) -> int:
    """Return how many words deny: of two long sentences one more turns the sense round, however few words differ."""
    return sum(k in _denying() or k.endswith("n't") for k in words.keys)


@cache
def _denying() -> frozenset[str]:
    rows = (line.partition(" = ") for line in word_list("negators"))
    return frozenset(word for word, _, value in rows if value == "hard")


def common_words(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, in words."""
    row = [0] * (len(b) + 1)
    for word in a:
        diagonal = 0
        for j, other in enumerate(b, start=1):
            above = row[j]
            row[j] = diagonal + 1 if word == other else max(row[j], row[j - 1])
            diagonal = above
    return row[-1]
