"""A link seen from its other end: what was A is B.

For pairs whose A is the source. Pure; nothing is said anew, and the divergences keep their order.
"""

from __future__ import annotations

from dataclasses import replace

from core.model import AlignedWords, Divergence, Link


def turned(link: Link) -> Link:
    """Return the link with its sides exchanged."""
    return replace(
        link,
        a=link.b,
        b=link.a,
        pairs=tuple((j, i, match) for i, j, match in link.pairs),
        alignment=tuple(sorted((AlignedWords(x.b, x.a, x.match) for x in link.alignment), key=lambda x: (x.a, x.b))),
        divergences=tuple(turned_divergence(d) for d in link.divergences),
    )


def turned_divergence(divergence: Divergence) -> Divergence:
    """Return the divergence with its sides exchanged; what it says stays."""
    return replace(divergence, a=divergence.b, b=divergence.a)
