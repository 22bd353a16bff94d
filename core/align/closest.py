"""The closest pairs of sentences that were not linked: an offer to the editor, counted nowhere.

Pure. They are what the engine looked at and did not accept, by the very scores it decided on; none is made for this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model import Link

MOST = 60
"""Weak links offered for two articles, the best first: more than an editor will go through."""
NEAREST = 1
"""Pairs shown of two articles without any link where none reaches the floor: what came nearest, to be seen."""


@dataclass(frozen=True, slots=True)
class Closest:
    """What came nearest to a link between two articles."""

    pairs: tuple[Link, ...] = ()
    """One sentence of A and one of B each, best score first; of class ``unrelated``, with confidence 0."""
    weak: int = 0
    """How many of them reached the floor, from which pairs are looked at: those are the weak links."""
    left_out: int = 0
    """How many more weak links there are than are offered."""
    floor: float = 0.0
    by_wording: bool = False
    """The scores rest on wording alone: the encoder was not there, or the articles share no topic."""

    def __post_init__(self) -> None:
        if self.weak > len(self.pairs):
            raise ValueError("only pairs that are offered can be weak links among them")

    @property
    def best(self) -> Link | None:
        """Return the pair with the best score."""
        return self.pairs[0] if self.pairs else None


def closest(unaccepted: Sequence[Link], links: Iterable[Link], floor: float, *, by_wording: bool) -> Closest:
    """Return what is to be offered of the pairs that were not accepted, which come best first.

    A pair inside one of ``links`` is linked already. Below ``floor`` only the nearest is kept, and only where there
    is neither a link nor a weak one.
    """
    known = {(i, j) for link in links for i in link.a for j in link.b}
    left = [link for link in unaccepted if (link.a[0], link.b[0]) not in known]
    weak = [link for link in left if link.evidence.score >= floor]
    offered = weak[:MOST] if weak or known else left[:NEAREST]
    return Closest(tuple(offered), min(len(weak), MOST), max(0, len(weak) - MOST), floor, by_wording)
