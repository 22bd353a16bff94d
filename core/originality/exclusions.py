"""Which words of an article an editor's exclusions leave out of its scores, and why.

Pure. Words that are unchecked anyway (boilerplate, what a stopped run did not reach) are not looked at. A word is left
out for one reason, the first of: quotation, name, phrase, run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.model import Article, Excluded, ExcludedAs, Exclusions, LedgerRow, MatchClass, MentionKind, Span
from core.originality.seen import Seen, View, corresponding, word_key, word_places
from resources.lists import word_list

Words = Mapping[int, ExcludedAs]
"""The reason by which each word is left out, by its index into ``article.tokens``."""


def excluded_words(
    article: Article,
    rows: Sequence[LedgerRow],
    views: Sequence[View],
    seen: Seen,
    exclusions: Exclusions,
    phrases: Iterable[Sequence[str]],
) -> Words:
    """Return the words to leave out; ``phrases`` are those of ``exclusions``, as rows of words in normal form."""
    checked = [i for i, row in enumerate(rows) if row.match is not MatchClass.UNCHECKED]
    found: dict[int, ExcludedAs] = {}
    reasons = (
        (ExcludedAs.QUOTATION, _quotations(article, rows, views, seen) if exclusions.quotations else ()),
        (ExcludedAs.NAME, _names(article) if exclusions.names else ()),
        (ExcludedAs.PHRASE, _phrases(article, phrases)),
        (ExcludedAs.RUN, _short_runs(article, seen, exclusions.runs_below)),
    )
    words = set(word_places(article, checked))
    for reason, places in reasons:
        for place in words.intersection(places):
            found.setdefault(place, reason)
    return found


def excluded_spans(article: Article, words: Words) -> tuple[Excluded, ...]:
    """Return the words as stretches: neighbours in one sentence that are left out for one reason are one."""
    made: list[Excluded] = []
    for index in range(len(article.sentences)):
        before: ExcludedAs | None = None
        for place in word_places(article, [index]):
            reason, span = words.get(place), article.tokens[place].span
            if reason is not None and reason is before:
                made[-1] = Excluded(Span(made[-1].span.start, span.end), reason)
            elif reason is not None:
                made.append(Excluded(span, reason))
            before = reason
    return tuple(made)


def _quotations(article: Article, rows: Sequence[LedgerRow], views: Sequence[View], seen: Seen) -> Iterator[int]:
    """Yield the words that both sides quote.

    A sentence of class quotation goes whole, with the words that say who speaks, unless it shares more prose than that.
    """
    yield from seen.quoted
    spoken = seen.quoted | _attributions(article, seen.quoted)
    shared: dict[int, set[int]] = defaultdict(set)
    for view in views:
        for link in view.pair.links:
            if any(match is MatchClass.QUOTATION for _, match in view.classes(link)):
                words = corresponding(view, link)
                for index, _ in view.classes(link):
                    shared[index] |= words
    for index, words in shared.items():
        own = set(word_places(article, [index]))
        if rows[index].match is MatchClass.QUOTATION and len((own & words) - spoken) <= len(own & spoken):
            yield from own


def _attributions(article: Article, quoted: set[int]) -> set[int]:
    """Return the words for the speakers and cues of the quotations that some words stand in."""
    starts = {article.tokens[place].start for place in quoted}
    told: set[int] = set()
    for quotation in article.quotations:
        if any(at in starts for at in range(quotation.span.start, quotation.span.end)):
            for span in (quotation.speaker, quotation.cue):
                told.update(range(span.start, span.end) if span else ())
    return {k for k, token in enumerate(article.tokens) if token.word and token.start in told}


def _names(article: Article) -> Iterator[int]:
    """Yield the words of names, and the titles right before them: “Vice President Gordon”."""
    titles = word_list("name_titles")
    before_titles = titles | word_list("title_modifiers")
    named = {at for m in article.mentions if m.kind is MentionKind.NAME for at in range(m.span.start, m.span.end)}
    for sentence in article.sentences:
        ahead, allowed = False, titles
        for place in reversed(range(sentence.first_token, sentence.last_token)):
            token = article.tokens[place]
            if token.word and token.start in named:
                ahead, allowed = True, titles
                yield place
            elif ahead and token.word and word_key(article, place) in allowed:
                allowed = before_titles
                yield place
            else:
                ahead = False


def _phrases(article: Article, phrases: Iterable[Sequence[str]]) -> Iterator[int]:
    """Yield the words of every occurrence of a phrase; one may run over the end of a sentence."""
    places = word_places(article, range(len(article.sentences)))
    keys = [word_key(article, place) for place in places]
    at: dict[str, list[int]] = defaultdict(list)
    for k, word in enumerate(keys):
        at[word].append(k)
    for phrase in phrases:
        for k in at.get(phrase[0], ()) if phrase else ():
            if keys[k : k + len(phrase)] == list(phrase):
                yield from places[k : k + len(phrase)]


def _short_runs(article: Article, seen: Seen, words: int) -> set[int]:
    """Return the words that stand only in shared runs of fewer words."""
    short: set[int] = set()
    long: set[int] = set()
    for run in seen.runs if words else ():
        (long if run.reaches(article, words) else short).update(run.own)
    return short - long
