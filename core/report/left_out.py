"""What an article left out of its sources, and what it has that stands in none of them.

A sentence without a counterpart is no more than that: nothing here says that anybody was the first to write it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.model import Analysis, Article, Divergence, MatchClass, SentenceKind, Severity, Side, Span, sentence_label
from core.report.parts import LoneSentence, LoneSentences
from core.report.phrases import shorten, some
from core.report.sources import Source

MOST = 12
"""Sentences that one list shows."""
_FEW = 3
"""Sentences up to which those beyond are shown all the same: a line that counts them would hardly be shorter."""
_LONG = 200
_ASIDE = frozenset({SentenceKind.BOILERPLATE, SentenceKind.DATELINE, SentenceKind.HEADLINE})
"""What says nothing that could be left out or added."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """An article's sentences without a counterpart, which of all are linked, and what matters about some."""

    article: Article
    letter: str
    places: Sequence[int]
    linked: Collection[int]
    notes: Mapping[int, str]


def left_out(analysis: Analysis, sources: Sequence[Source]) -> tuple[LoneSentences, ...]:
    """Return for each source that something was taken from what the article left out of it."""
    letter = analysis.letter(analysis.subject)
    made = []
    for source in _givers(sources):
        known = source.pair.direction.derived is Side.A
        its = f"article {source.letter}"
        linked = {j for link in source.links for j in link.b}
        notes = _notes(source.article, ((d, d.b) for d in source.pair.divergences))
        alone = _Alone(source.article, source.letter, source.pair.omitted, linked, notes)
        heading = f"What article {letter} left out of {its}" if known else f"What only {its} has"
        made.append(_listed(alone, heading, f"in article {letter}"))
    return tuple(part for part in made if part.lines)


def added(analysis: Analysis, sources: Sequence[Source]) -> tuple[LoneSentences, ...]:
    """Return the article's sentences that nothing in this case corresponds to, where something was taken at all."""
    givers = _givers(sources)
    if not givers:
        return ()
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    rows = analysis.ledger(subject.id).rows
    places = [i for i, row in enumerate(rows) if row.match is MatchClass.NO_SOURCE]
    linked = {i for source in givers for link in source.links for i in link.a}
    notes = _notes(subject, ((d, d.a) for source in givers for d in source.pair.divergences))
    known = any(source.pair.direction.derived is Side.A for source in givers)
    heading = f"What article {letter} adds" if known else f"What only article {letter} has"
    part = _listed(_Alone(subject, letter, places, linked, notes), heading, "in the articles of this case")
    return (part,) if part.lines else ()


def _givers(sources: Sequence[Source]) -> list[Source]:
    """Return the sources that more than quotations were taken from."""
    return [s for s in sources if s.links and not s.taken_by_other and not s.only_quotations]


def _notes(article: Article, found: Iterable[tuple[Divergence, Span | None]]) -> dict[int, str]:
    """Return what is said of sentences whose absence changes the sense, by their places."""
    whys = {span: d.why for d, span in found if span is not None and d.severity is not Severity.LOW}
    return {i: whys[s.span] for i, s in enumerate(article.sentences) if s.span in whys} if whys else {}


def _listed(alone: _Alone, heading: str, where: str) -> LoneSentences:
    """Return the list; what matters most is shown, then what stands among linked sentences, all in text order."""
    article = alone.article
    places = [i for i in alone.places if article.sentences[i].kind not in _ASIDE]
    first, last = min(alone.linked), max(alone.linked)
    ranked = sorted(places, key=lambda i: (i not in alone.notes, not first < i < last, i))
    shown = sorted(ranked if len(ranked) <= MOST + _FEW else ranked[:MOST])
    one = len(places) == 1
    return LoneSentences(
        letter=alone.letter,
        heading=heading,
        summary=f"{len(places):,} of {some(len(article.sentences), 'sentence')} of article {alone.letter} "
        f"{'has' if one else 'have'} no linked counterpart {where}.",
        lines=tuple(
            LoneSentence(
                label=sentence_label(alone.letter, i),
                text=shorten(article.sentence_text(i), _LONG),
                language=article.language,
                note=alone.notes.get(i, ""),
            )
            for i in shown
        ),
        more=f"and {len(places) - len(shown):,} more; the data file (JSON) names all"
        if len(places) > len(shown)
        else "",
    )
