"""Ask every family for the divergences of a link.

Only derived links have divergences: two reports of one fact owe each other nothing. Whole sentences left out or added
are told of the two articles, not of a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from core.divergence.attribution import find_attributions
from core.divergence.bounds import find_bounds
from core.divergence.dates import find_dates
from core.divergence.genders import find_genders
from core.divergence.modality import find_modality
from core.divergence.modals import find_modals
from core.divergence.names import find_names
from core.divergence.negation import find_negation
from core.divergence.none_and_all import find_none_and_all
from core.divergence.numbers import find_numbers
from core.divergence.omissions import find_conditions
from core.divergence.opposites import find_opposites
from core.divergence.quotations import find_quotations
from core.divergence.turned import turned, turned_divergence
from core.divergence.view import LinkView, Similar, link_view
from core.divergence.wrong_words import find_wrong_words
from core.languages import in_english
from core.model import Article, Divergence, DivergenceType, Link, Side

Finder = Callable[[LinkView], Iterator[Divergence]]


def find_divergences(
    link: Link, a: Article, b: Article, similar: Similar, derived: Side = Side.A
) -> tuple[Divergence, ...]:
    """Return what changed between the linked sentences of A and B, most severe first, then in A's text order.

    Args:
        link: a link whose alignment is filled.
        a: the article under examination.
        b: the other one, its possible source.
        similar: cosine of the encoder's vectors of two words out of context, None without the encoder.
        derived: which side was made from the other. The change is told as that side's; where it is not known, as a
            difference that neither made.
    """
    if not link.match.derived:
        return ()
    if derived is Side.B:
        view = link_view(turned(link), b, a)
        found = [turned_divergence(d) for d in _find(view, similar)]
    else:
        view = link_view(link, a, b, derived=derived is Side.A)
        found = _find(view, similar)
    start = a.sentences[link.a[0]].span.start
    return tuple(sorted(found, key=lambda d: (d.severity.rank, d.a.start if d.a else start, d.b.start if d.b else 0)))


def _find(view: LinkView, similar: Similar) -> list[Divergence]:
    if not all(in_english(side.article.language) for side in (view.a, view.b)):
        return _find_abroad(view)
    # From the most specific to the least: of two that tell the same words, the earlier stays.
    finders: tuple[Finder, ...] = (
        find_quotations,
        find_numbers,
        find_dates,
        partial(find_names, similar=similar),
        find_genders,
        find_opposites,
        find_none_and_all,
        find_negation,
        find_modality,
        find_modals,
        find_bounds,
        partial(find_wrong_words, similar=similar),
        find_attributions,
        find_conditions,
    )
    found: list[Divergence] = []
    for finder in finders:
        found += [d for d in finder(view) if not _told(d, found)]
    return found


def _find_abroad(view: LinkView) -> list[Divergence]:
    """Return what needs no rule of English: the words of quotations, and figures."""
    found = [d for d in find_quotations(view) if d.type is DivergenceType.QUOTATION]
    for finder in (find_numbers, find_dates):
        found += [d for d in finder(view) if not _told(d, found)]
    return found


def _told(divergence: Divergence, found: Sequence[Divergence]) -> bool:
    """Return whether another divergence already tells of these words."""
    return any(_same_place(divergence, other) for other in found)


def _same_place(one: Divergence, other: Divergence) -> bool:
    # A quotation turned into prose may hold a changed number besides; its lost speaker is told with it.
    if other.type is DivergenceType.UNQUOTED and one.type is not DivergenceType.ATTRIBUTION:
        return False
    if one.a is not None and other.a is not None:
        return one.a.overlaps(other.a)
    return one.b is not None and other.b is not None and one.b.overlaps(other.b)
