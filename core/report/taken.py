"""What an article did to the sentences that it has from a source, in words that are true of all of them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.lexis import key
from core.model import Article, MatchClass, Side
from core.report.sources import Source

_MAY_BE_EXACT = (MatchClass.VERBATIM, MatchClass.QUOTATION)


@dataclass(frozen=True, slots=True)
class Taken:
    """A sentence that has a source: its class, and whether the source has a sentence of the very same words."""

    match: MatchClass
    exact: bool


def exact_in(subject: Article, sources: Sequence[Source]) -> frozenset[int]:
    """Return the subject's sentences that stand in a source with the same words, case and punctuation aside."""
    return frozenset(
        i
        for source in sources
        for link in source.links
        for i, j, match in link.pairs
        if match in _MAY_BE_EXACT and _keys(subject, i) == _keys(source.article, j)
    )


def taken_from(subject: Article, source: Source) -> list[Taken]:
    """Return each sentence that the subject has from one source."""
    exact = exact_in(subject, [source])
    return [Taken(link.match, i in exact) for link in source.links for i in link.a]


def _keys(article: Article, index: int) -> list[str]:
    return [key(t.of(article.text)) for t in article.sentence_tokens(index) if t.word]


def verb_of(taken: Sequence[Taken], source: Source) -> tuple[str, str]:
    """Return what the article does to the source, for one sentence and for many; never more than is true of all."""
    if source.pair.direction.derived is not Side.A:
        return "shares its content with", "share their content with"
    matches = [x.match for x in taken]
    counts = Counter(matches)
    if all(x.exact for x in taken):
        return "repeats, word for word,", "repeat, word for word,"
    if counts[MatchClass.QUOTATION] == len(matches):
        return "shares a quotation with", "share quotations with"
    quotes = (" or quotes", " or quote") if counts[MatchClass.QUOTATION] else ("", "")
    if counts[MatchClass.VERBATIM] + counts[MatchClass.CLOSE] >= len(matches) / 2:
        return f"closely follows{quotes[0]}", f"closely follow{quotes[1]}"
    return f"rewords{quotes[0]}", f"reword{quotes[1]}"


def word_for_word(taken: Sequence[Taken]) -> str:
    """Say how many sentences are the same word for word, and apart from them those in which a word or two differ."""
    exact = sum(x.exact for x in taken)
    nearly = sum(x.match is MatchClass.VERBATIM and not x.exact for x in taken)
    if exact == len(taken) or not exact + nearly:
        return ""
    if nearly == len(taken):
        return ", almost word for word"
    of_them = [f"{exact} of them word for word"] if exact else []
    of_them += [f"{nearly} {'' if exact else 'of them '}almost word for word"] if nearly else []
    return f", {' and '.join(of_them)}"
