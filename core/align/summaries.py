"""Summaries: a stretch of one article whose words the other article as a whole explains.

A summary takes a little from everywhere, so that no sentence of it is near to any single one. But the best stretch of
its words, looked for in the whole other article, stands out; and it is explained better than anything of the other is
explained by the article that sums it up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.align.stream import Flags, Stream, Stretch, best_stretch, common, length, log_odds
from core.options import Options

LOSS = 1.0
"""What a word that is not found costs, beside what a found one gains: in a whole article many are found by chance."""
LOSS_NEAR = 0.55
"""The same for the place in the other article that explains most of the stretch."""
SINGLE = 0.7
"""Share of a stretch from which one place explains it: a rewording, not a summary."""
WIDE = 0.5
"""Share of all that was drawn on from which a stretch of the other article is no single place."""
DENSE = 0.4
"""Nats for each unit of weight of the stretch: a long stretch adds up to much by topic alone."""
SHORTER = (2, 25)
"""How many times as long as a summary what it draws on may be: less is a rewording, in more everything is found."""
RARE = 0.5
"""Weight of a word that shows which parts of the other article were drawn on."""


def find_summary(
    a: Stream, b: Stream, size: int, reworded: Sequence[Stretch], options: Options
) -> tuple[Stretch, Stretch, float] | None:
    """Return the stretch of A that sums up B, what of B it draws on, and its score in nats, if there is one.

    ``reworded`` are the stretches of A that are known to be taken from one place.
    """
    all_a, all_b = a.has(a.whole, size), b.has(b.whole, size)
    start, end, weight = _best(a, all_b)
    stretch = start, end
    score = log_odds(a, stretch, all_b) if weight > _best(b, all_a)[2] else 0.0
    if score < max(options.summary_score, DENSE * float(a.weight[slice(*stretch)].sum())):
        return None
    if any(common(known, stretch) > SINGLE * length(stretch) for known in reworded):
        return None
    used = a.has(stretch, size)[b.stem]
    places = np.flatnonzero(used & (b.weight > RARE))
    if not len(places):
        return None
    drawn = int(places[0]), int(places[-1]) + 1
    if not SHORTER[0] <= len(b.span(drawn)) / len(a.span(stretch)) <= SHORTER[1]:
        return None
    near = best_stretch(np.where(used, 1.0, -LOSS_NEAR) * b.weight)[:2]
    held = _explained(a, stretch, b.has(near, size)) / max(1e-9, _explained(a, stretch, all_b))
    if held > SINGLE and length(near) < WIDE * length(drawn):
        return None
    return a.tidy(stretch), b.tidy(drawn), score


def _best(side: Stream, found: Flags) -> tuple[int, int, float]:
    return best_stretch(np.where(found[side.stem], 1.0, -LOSS) * side.weight * ~side.quoted)


def _explained(side: Stream, stretch: Stretch, found: Flags) -> float:
    part = slice(*stretch)
    return float(side.weight[part][found[side.stem[part]]].sum())
