"""What a rewrite kept of its source: who says it, figures, dates, names, quotations.

Pure: a link in, rows out. Kept is what stands on both sides with the same meaning and is touched by no divergence.
What finds divergences is loaded when first asked: the comparison has it in memory by then, a starting window does not.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import Analysis, DivergenceType, Link, MentionKind, Pair, QuotationStatus, Span
from core.report.phrases import flat, quoted
from desktop.language import listed, tr
from desktop.plain import harmless
from desktop.terms import change_name

if TYPE_CHECKING:
    from core.divergence.cues import Cue
    from core.divergence.view import LinkView, SideView, Word

MOST_TOLD = 4
_KINDS = (
    (MentionKind.NUMBER, DivergenceType.NUMBER),
    (MentionKind.DATE, DivergenceType.DATE),
    (MentionKind.NAME, DivergenceType.NAME),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Things of one type that are the same on both sides."""

    type_name: str
    wordings: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return what is kept, a few of many: ``“400” and “2019” kept``."""
        more = len(self.wordings) - MOST_TOLD
        told = [*self.wordings[:MOST_TOLD], *([tr("{more} more").format(more=more)] if more > 0 else [])]
        return tr("{told} kept").format(told=listed(told))


def kept(analysis: Analysis, pair: Pair, link: Link) -> tuple[Kept, ...]:
    """Return what a derived link kept, in the wording of the derived side."""
    from core.divergence.turned import turned
    from core.divergence.view import link_view

    if not link.match.derived:
        return ()
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    view = link_view(turned(link), b, a) if pair.flipped() else link_view(link, a, b)
    found: dict[DivergenceType, list[str]] = defaultdict(list)
    found[DivergenceType.ATTRIBUTION] += _speakers(view)
    for mention, kind in _KINDS:
        found[kind] += _mentions(view, mention)
    found[DivergenceType.QUOTATION] += _quotations(pair, view)
    rows = ((change_name(kind), tuple(dict.fromkeys(wordings))) for kind, wordings in found.items())
    return tuple(Kept(name, wordings) for name, wordings in rows if wordings)


def _touched(spans: Iterable[Span | None], own: Span) -> bool:
    return any(span is not None and span.overlaps(own) for span in spans)


def _speakers(view: LinkView) -> Iterator[str]:
    """Yield the source's speakers whom the derived side still names, where it still says that somebody says so."""
    from core.divergence.cues import find_cues, keeps_attribution

    lost = [d.b for d in view.link.divergences if d.type in (DivergenceType.ATTRIBUTION, DivergenceType.SPEAKER)]
    for cue in find_cues(view.b):
        if cue.pronoun or not cue.clause or _touched(lost, cue.span):
            continue
        for words in map(view.a.sentence, view.paired_a(cue.sentence)):
            if (named := _named(words, cue)) and keeps_attribution(words):
                yield _wording(view.a, view.a.hull(named))


def _named(words: list[Word], cue: Cue) -> list[Word]:
    """Return the words of the longest stretch for the speaker that ends in the noun that tells who it is."""
    from core.divergence.view import same_stem

    speaker = [w for w in cue.speaker if w.word and not _small(w)]
    ends = [n for n, w in enumerate(words) if speaker and w.quotation is None and same_stem(w.text, speaker[-1].text)]
    best: list[Word] = []
    for end in ends:
        start = end
        while start > 0 and any(words[start - 1].key == w.key for w in speaker):
            start -= 1
        best = max(best, words[start : end + 1], key=len)
    return best


def _small(word: Word) -> bool:
    return not word.content and not word.text[:1].isupper()


def _mentions(view: LinkView, kind: MentionKind) -> Iterator[str]:
    """Yield the mentions of a kind that stand on both sides and that no divergence touches."""
    there = {m.value for m in view.b.mentioned(kind)}
    changed = [d.a for d in view.link.divergences]
    for mention in view.a.mentioned(kind):
        if mention.value in there and not _touched(changed, mention.span):
            yield _wording(view.a, mention.span)


def _quotations(pair: Pair, view: LinkView) -> Iterator[str]:
    """Yield the kept quotations that touch the link on both sides."""
    for row in pair.quotations:
        own, other = (row.b, row.a) if pair.flipped() else (row.a, row.b)
        if row.status is not QuotationStatus.KEPT or own is None or other is None:
            continue
        if view.a.inside(own) and view.b.inside(other):
            yield _wording(view.a, own)


def _wording(side: SideView, span: Span) -> str:
    return quoted(flat(harmless(side.of(span))), 40)
