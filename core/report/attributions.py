"""Which attributions of a source an article dropped and which it kept, each with its place.

Pure. What was dropped is what the links' divergences say; of the other attributions that the source makes in linked
sentences, those are kept of which no divergence tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.divergence.cues import Cue, find_cues
from core.divergence.view import LinkView, link_view
from core.model import Article, DivergenceType, Link, Pair, SentenceKind
from core.report.cards import place_of, words
from core.report.phrases import flat


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of a source that say who says or knows something, and what the article made of them."""

    words: str
    kept: bool
    own: int
    """The article's sentence that they belong to, 0-based …"""
    other: int
    """… and the source's that holds them."""
    link: int


def attributions(pair: Pair, article: Article, source: Article) -> tuple[Attribution, ...]:
    """Return the attributions in the derived links of a pair whose side A is ``article``, in its text order."""
    found: list[Attribution] = []
    for number, link in enumerate(pair.links):
        if link.match.derived:
            found += _dropped(number, link, article, source)
            found += _kept(number, link_view(link, article, source))
    return tuple(sorted(found, key=lambda x: (x.own, x.other)))


def _dropped(number: int, link: Link, article: Article, source: Article) -> Iterator[Attribution]:
    for divergence in link.divergences:
        if divergence.type is DivergenceType.ATTRIBUTION and divergence.b is not None and divergence.a is None:
            own, other = place_of(divergence, link, article, source)
            yield Attribution(words(divergence.b, source), kept=False, own=own, other=other, link=number)


def _kept(number: int, view: LinkView) -> Iterator[Attribution]:
    told = [d.b for d in view.link.divergences if d.b is not None]
    for cue in find_cues(view.b):
        headline = view.b.article.sentences[cue.sentence].kind is SentenceKind.HEADLINE
        if not cue.clause or cue.quotes or headline or any(span.overlaps(cue.span) for span in told):
            continue
        own = [i for i in view.paired_a(cue.sentence) if _plain(view.a.article, i)]
        if own:
            yield Attribution(_named(view, cue), kept=True, own=own[0], other=cue.sentence, link=number)


def _plain(article: Article, sentence: int) -> bool:
    return article.sentences[sentence].kind is not SentenceKind.HEADLINE


def _named(view: LinkView, cue: Cue) -> str:
    """Return who is named, else the whole attribution."""
    return flat(view.b.of(view.b.hull(cue.speaker) if cue.speaker and not cue.pronoun else cue.span))
