"""Of two articles, the one that was made from the article under review, where nobody chose which of them that is.

Pure. The first of two is taken, whatever the texts tell; where direction says that the other derives from it, most of
what an editor wants to know is told only of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Direction, Role, Side
from desktop.language import tr
from desktop.pairs import find_pair, source_of
from desktop.session import Session

_TWO = 2
_SOURCES = (Role.SOURCE, Role.LICENSED)


@dataclass(frozen=True, slots=True)
class LikelySource:
    """The article under review, by id and letter, and the one that likely derives from it."""

    reviewed: str
    derived: str
    letters: tuple[str, str]
    """Of both, in that order."""
    reasons: tuple[int, int]
    """How many speak for that direction, and how many against it."""


def likely_source(session: Session) -> LikelySource | None:
    """Return where the article under review is likely the source of the only other one.

    None where direction is open, where an editor chose the article under review, and where one called the other a
    source or a licensed reprint: what is then derived from what is no oversight.
    """
    analysis = session.analysis
    ids = [article.id for article in session.articles]
    if analysis is None or session.reviewed is not None or len(ids) != _TWO or session.stale:
        return None
    other = next(i for i in ids if i != analysis.subject)
    pair = find_pair(analysis, analysis.subject, other)
    if pair is None or source_of(pair) != analysis.subject or session.article(other).role in _SOURCES:
        return None
    letters = analysis.letter(analysis.subject), analysis.letter(other)
    return LikelySource(analysis.subject, other, letters, _reasons(pair.direction))


def _reasons(direction: Direction) -> tuple[int, int]:
    told = [reason.derived is direction.derived for reason in direction.evidence if reason.derived is not Side.UNKNOWN]
    return sum(told), len(told) - sum(told)


def said_of(found: LikelySource) -> tuple[str, str]:
    """Return what is the case, and what that means for the editor."""
    source, derived = found.letters
    for_it, against = found.reasons
    count = tr("{n} reason(s) for it", "", for_it)
    contrary = tr("{n} against", "", against) if against else tr("none against")
    what = tr("Article {source} is under review, but {derived} likely derives from {source} ({count}, {contrary}).")
    what = what.format(source=source, derived=derived, count=count, contrary=contrary)
    remedy = tr("Only when {derived} is under review are its changes and missing credits listed as needing action.")
    return what, remedy.format(derived=derived)
