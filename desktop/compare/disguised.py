"""Words of an article that were disguised: where they stand, and what they read as.

Pure. The text is shown as it stands in the file; a mark over such a word and its description tell what the engine read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Article, Span
from core.once import once
from core.report.phrases import flat, shorten
from desktop.language import tr
from desktop.plain import harmless
from desktop.remembering import early_of_article

_KINDS = frozenset({"bidi", "look-alike", "mixed-script", "zero-width"})
"""What reading a file calls such words."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Disguise:
    """A disguised word, or several that were disguised together; code points into the article or the sentence."""

    start: int
    end: int
    reads: str
    """As the engine read it, one space where it is a blank; empty where it could make out no other word."""
    why: tuple[str, ...]

    def said(self) -> str:
        """Return what is to be known of it, as a tooltip says it."""
        word = shorten(self.reads, _LONGEST)
        read = tr("Disguised, and read as a space.") if self.reads else tr("Disguised.")
        if word:
            read = tr("Disguised, and read as “{word}”.").format(word=word)
        return harmless(" ".join([read, *(f"{why}." for why in self.why)]))

    def named(self) -> str:
        """Return the same in the fewest words, as part of a sentence's name."""
        if not self.reads.strip():
            return tr("a disguised space") if self.reads else tr("a disguised word")
        return tr("disguised, reads “{word}”").format(word=harmless(shorten(self.reads, _LONGEST)))


@early_of_article
def disguises_of(article: Article) -> tuple[Disguise, ...]:
    """Return an article's disguised words in text order, none over another."""
    told = any(finding.type in _KINDS for finding in article.document.findings)
    return _in_text(article) if told else ()


@once
def _in_text(article: Article) -> tuple[Disguise, ...]:
    from core.disguise import disguised, readable  # noqa: PLC0415 - few texts need it
    from core.lexis import PAD  # noqa: PLC0415 - as above

    text = article.text
    read = readable(text)
    grouped: list[tuple[Span, dict[str, None]]] = []
    for finding in disguised(text):
        if grouped and finding.span.start < grouped[-1][0].end:
            before, why = grouped.pop()
            span = Span(before.start, max(before.end, finding.span.end))
        else:
            span, why = finding.span, {}
        grouped.append((span, {**why, finding.why: None}))
    return tuple(
        Disguise(span.start, span.end, _reads(span.of(text), span.of(read).replace(PAD, "")), tuple(why))
        for span, why in grouped
    )


def _reads(written: str, read: str) -> str:
    return "" if read == written else flat(read) or " "


def inside(sentence: Span, found: Sequence[Disguise]) -> tuple[Disguise, ...]:
    """Return those that stand in a sentence, from its beginning."""
    if not found:
        return ()
    first = bisect_right(found, sentence.start, key=lambda d: d.end)
    made = []
    for disguise in found[first:]:
        if disguise.start >= sentence.end:
            break
        start, end = max(disguise.start, sentence.start), min(disguise.end, sentence.end)
        made.append(Disguise(start - sentence.start, end - sentence.start, disguise.reads, disguise.why))
    return tuple(made)
