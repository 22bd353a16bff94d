"""The words that changed in their context, and as much of it as a row has room for. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from core.divergence.turned import turned
from core.model import Analysis, Article, Divergence, Link, Pair, Span
from core.report.cards import place_of
from core.report.phrases import flat
from desktop.plain import harmless

_REACH = 240
"""Characters of context on each side that are looked at: more never fits."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words that changed, between what stands before and after them in their sentence; perhaps no such words."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """Return the whole on one line."""
        return flat(f"{self.before}{self.words}{self.after}")


def excerpts(analysis: Analysis, pair: Pair, link: Link, main: Divergence | None) -> tuple[Excerpt, Excerpt]:
    """Return the context of the change on both sides; where nothing stands on one, of the place where it is missing."""
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    if main is None:
        return _excerpt(a, link.a[0], None, None), _excerpt(b, link.b[0], None, None)
    own, other = place_of(main, link, a, b)
    back = turned(link)
    return (
        _excerpt(a, own, main.a, _counterpart(back, main.b) if main.b else None),
        _excerpt(b, other, main.b, _counterpart(link, main.a) if main.a else None),
    )


def _counterpart(link: Link, span: Span) -> int | None:
    """Return where B goes on with what stands before a stretch of A; None where nothing does."""
    before = [x for x in link.alignment if x.a.end <= span.start]
    return max(before, key=lambda x: x.a.end).b.end if before else None


def _excerpt(article: Article, index: int, words: Span | None, at: int | None) -> Excerpt:
    """Return the words in their sentence; without any, the sentence around ``at``."""
    whole = article.sentences[index].span
    text = article.text
    if words is None:
        at = at if at is not None and whole.start <= at <= whole.end else whole.start
        words = Span(at, at)
    start = min(max(words.start, whole.start), whole.end)
    end = max(start, min(words.end, whole.end))
    return Excerpt(
        _line(text[max(whole.start, start - _REACH) : start]),
        flat(harmless(text[start:end])),
        _line(text[end : min(whole.end, end + _REACH)]),
    )


def _line(text: str) -> str:
    """Return the text on one line, with a space at an end that had white space."""
    line = flat(harmless(text))
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")


Measure = Callable[[str], float]


def fitted(excerpt: Excerpt, width: float, plain: Measure, strong: Measure) -> Excerpt:
    """Return as much of an excerpt as fits in ``width``, whole words around the ones that changed, with ellipses.

    ``plain`` and ``strong`` measure the context and the words that changed.
    """
    before, words, after = excerpt.before.lstrip(), excerpt.words, excerpt.after.rstrip()
    room = width - strong(words)
    if room < plain("… …"):
        return Excerpt("…" if before else "", _cut(words, width - plain("……"), strong), "")
    behind = plain(after)
    ahead = min(plain(before), max(room * 0.45, room - behind))
    end = _head(after, room - plain(_tail(before, ahead, plain)), plain)
    return Excerpt(_tail(before, room - plain(end), plain), words, end)


def _cut(words: str, width: float, measure: Measure) -> str:
    if measure(words) <= width:
        return words
    kept = words[: _most(len(words) - 1, lambda n: measure(words[:n] + "…") <= width)]
    at_word = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return at_word.rstrip(" ,;:") + "…"


def _tail(text: str, width: float, measure: Measure) -> str:
    """Return the end of a text that fits, cut between words."""
    if measure(text) <= width:
        return text
    words = text.split(" ")

    def end(count: int) -> str:
        return " ".join(words[len(words) - count :])

    kept = end(_most(len(words), lambda n: measure("…" + end(n)) <= width))
    return "…" + kept if kept.strip() else "… "


def _head(text: str, width: float, measure: Measure) -> str:
    """Return the beginning of a text that fits, cut between words."""
    if measure(text) <= width:
        return text
    words = text.split(" ")

    def beginning(count: int) -> str:
        return " ".join(words[:count]).rstrip(" ,;:") + "…"

    kept = _most(len(words), lambda n: measure(beginning(n)) <= width)
    return beginning(kept) if any(words[:kept]) else "…"


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to ``limit`` that fits, 0 where none does; what fits, fits with fewer too."""
    return bisect_left(range(1, limit + 1), x=True, key=lambda n: not fits(n))
