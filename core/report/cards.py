"""Linked pairs side by side: the source's wording, the article's wording, and what changed between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.divergence.turned import turned
from core.model import Analysis, Article, Divergence, DivergenceType, Link, MatchClass, Side, Span, sentence_label
from core.report.parts import Card, DivergenceLine, MarkedText, Run, SameFactRow, SourceSection
from core.report.phrases import (
    CLASS_NAMES,
    closed,
    divergence_name,
    flat,
    labels,
    listed,
    quoted,
    sentence,
    shorten,
    some,
    strength,
)
from core.report.sources import Source
from core.report.word_pairs import pair_numbers
from core.wording.marks import Mark, MarkKind, word_marks

_JOINS = frozenset({MarkKind.SAME, MarkKind.ADDED, MarkKind.MISSING})
_EXCERPT = 110
_NOUNS = frozenset({MatchClass.PARAPHRASE, MatchClass.QUOTATION})
"""Classes whose name is a noun."""
_PUNCTUATION = re.compile(r"[.,;:!?)\]”’]+")


def section(analysis: Analysis, source: Source) -> SourceSection:
    """Return everything that links the subject to one source."""
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    derived = source.pair.direction.derived
    return SourceSection(
        heading=f"Passages {'from' if derived is Side.A else 'shared with'} article {source.letter}",
        letter=source.letter,
        summary=_summary(source),
        cards=tuple(card(link, subject, letter, source.article, source.letter, derived) for link in source.links),
    )


def same_facts(analysis: Analysis, sources: Sequence[Source]) -> tuple[SameFactRow, ...]:
    """Return the pairs behind the sentences that only share facts, in the subject's order."""
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    rows = analysis.ledger(subject.id).rows
    found = [
        (link, source)
        for source in sources
        for link in source.same_facts
        if any(rows[i].match is MatchClass.SAME_FACT for i in link.a)
    ]
    return tuple(_same_fact(link, subject, letter, source) for link, source in sorted(found, key=lambda x: x[0].a))


def _of_another_class(link: Link, letter: str) -> list[str]:
    """Return which sentences of A have a class of their own, as the ledger tells it, where the link's is another."""
    apart: dict[MatchClass, list[int]] = {}
    for index, match in link.classes(Side.A).items():
        if match is not link.match:
            apart.setdefault(match, []).append(index)
    return [f"{labels(letter, indices)} alone: {CLASS_NAMES[match].lower()}" for match, indices in apart.items()]


def card(
    link: Link, article: Article, letter: str, source: Article, source_letter: str, derived: Side = Side.A
) -> Card:
    """Return one link as a card: ``article`` is side A, ``source`` side B unless B is the ``derived`` one."""
    if derived is Side.B:
        link, article, letter, source, source_letter = turned(link), source, source_letter, article, letter
    known = derived is not Side.UNKNOWN
    letters = None if known else (letter, source_letter)
    of_article, of_source = word_marks(link, article, source)
    on_article, on_source = pair_numbers(of_article, of_source, (article.text, source.text))
    linked = [f"Linked by {listed(list(link.evidence.reasons))}"] if link.evidence.reasons else []
    because = " · ".join([*linked, *_of_another_class(link, letter)])
    return Card(
        match=link.match,
        class_name=CLASS_NAMES[link.match],
        label=f"{labels(letter, link.a)} {'from' if known else 'with'} {labels(source_letter, link.b)}",
        strength=strength(link.confidence),
        because=because,
        source_title=f"{'Source, article' if known else 'Article'} {source_letter}",
        source=marked(source, link.b, of_source, on_source),
        article_title=f"Article {letter}",
        article=marked(article, link.a, of_article, on_article),
        divergences=tuple(
            DivergenceLine(d.severity, divergence_name(d.type), change(d, article, source, letters), sentence(d.why))
            for d in sorted(link.divergences, key=reading_order)
        ),
        sentences=_sentences(link, letter, source_letter),
    )


def change(divergence: Divergence, article: Article, source: Article, letters: tuple[str, str] | None = None) -> str:
    """Return a divergence as “source → article”, or what is missing or added.

    With the ``letters`` of both, where neither is known to be the source, it only says which has what.
    """
    now, was = told_words(divergence, divergence.a, article), told_words(divergence, divergence.b, source)
    if letters:
        sides = [(letters[1], was), (letters[0], now)]
        if now and was:
            return " · ".join(f"{letter}: {closed(shorten(wording, 80))}" for letter, wording in sides)
        return next(f"only in {letter}: {quoted(wording)}" for letter, wording in sides if wording)
    if now and was:
        return f"{closed(shorten(was, 80))} → {closed(shorten(now, 80))}"
    return f"{quoted(now)} added" if now else f"{quoted(was)} missing"


def words(span: Span | None, article: Article) -> str:
    """Return the wording that a span of a divergence names, on one line; empty where nothing stands."""
    return flat(span.of(article.text)) if span else ""


def told_words(divergence: Divergence, span: Span | None, article: Article) -> str:
    """Return the wording of one side of a divergence as it is told: of a speaker the name, without “said”."""
    if span is not None and divergence.type is DivergenceType.SPEAKER:
        named = (q.speaker for q in article.quotations if q.speaker is not None and span.contains(q.speaker))
        return words(next(named, span), article)
    return words(span, article)


def marked(article: Article, indices: Sequence[int], marks: Sequence[Mark], pairs: Sequence[int]) -> MarkedText:
    """Return the wording of some sentences as marked runs, on one line; sentences left out show as […].

    ``pairs`` holds the number of each mark's pair.
    """
    runs: list[Run] = []
    for position, index in enumerate(indices):
        span = article.sentences[index].span
        if position and index != indices[position - 1] + 1:
            runs.append(Run(MarkKind.PLAIN, " […] "))
        elif position:
            before = article.sentences[indices[position - 1]].span
            # A scraped page may have lost the space; without one, two sentences read as one word.
            runs.append(Run(MarkKind.PLAIN, _spaced(article.text[before.end : span.start]) or " "))
        inside = [(m, n) for m, n in zip(marks, pairs, strict=True) if span.contains(m.span)]
        runs += _runs(article.text, span, inside)
    return MarkedText(tuple(_merged([run for run in runs if run.text])), article.language)


def _runs(text: str, sentence_span: Span, marks: Sequence[tuple[Mark, int]]) -> list[Run]:
    runs: list[Run] = []
    at = sentence_span.start
    for mark, pair in marks:
        runs.append(Run(MarkKind.PLAIN, _spaced(text[at : mark.span.start])))
        runs.append(Run(mark.kind, _spaced(mark.span.of(text)), pair))
        at = mark.span.end
    runs.append(Run(MarkKind.PLAIN, _spaced(text[at : sentence_span.end])))
    return [run for run in runs if run.text]


def _spaced(text: str) -> str:
    """Collapse white space to single spaces, keeping it at the ends."""
    line = flat(text)
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Join runs of one kind and pair, also across punctuation, so that a stretch of the same words reads as one."""
    out: list[Run] = []
    for run in runs:
        if out and _alike(out[-1], run) and (run.kind in _JOINS or run.kind is MarkKind.PLAIN):
            out[-1] = Run(run.kind, out[-1].text + run.text, run.pair)
        elif len(out) > 1 and run.kind in _JOINS and _alike(out[-2], run) and not _has_words(out[-1]):
            between = out.pop().text
            out[-1] = Run(run.kind, out[-1].text + between + run.text, run.pair)
        elif out and out[-1].kind is MarkKind.WRONG and run.kind is MarkKind.PLAIN:
            # A filled box takes the comma after it along, which would else be half hidden under its edge.
            stuck = _PUNCTUATION.match(run.text)
            cut = stuck.end() if stuck else 0
            out[-1] = Run(MarkKind.WRONG, out[-1].text + run.text[:cut], out[-1].pair)
            out.append(Run(run.kind, run.text[cut:]))
        else:
            out.append(run)
    return [run for run in out if run.text]


def _alike(one: Run, other: Run) -> bool:
    return one.kind is other.kind and one.pair == other.pair


def _has_words(run: Run) -> bool:
    return run.kind is not MarkKind.PLAIN or any(c.isalnum() for c in run.text) or "[" in run.text


def reading_order(divergence: Divergence) -> tuple[int, int]:
    """Return what divergences are sorted by: the most severe first, then as they stand in the text."""
    span = divergence.a or divergence.b
    return divergence.severity.rank, span.start if span else 0


def _summary(source: Source) -> str:
    counts = Counter(link.match for link in source.links)
    kinds = [_counted(counts[m], CLASS_NAMES[m].lower(), plural=m in _NOUNS) for m in MatchClass if counts[m]]
    parts = [
        f"{quoted(source.article.title, 110)}, {some(source.article.words, 'word')}",
        f"{some(len(source.links), 'linked passage')}: {listed(kinds)}",
        "reuse was agreed" if source.licensed else "",
    ]
    return ". ".join(part[0].upper() + part[1:] for part in parts if part) + "."


def _counted(number: int, name: str, *, plural: bool) -> str:
    return f"{number} {name}s" if plural and number > 1 else f"{number} {name}"


def _same_fact(link: Link, subject: Article, letter: str, source: Source) -> SameFactRow:
    return SameFactRow(
        article_label=labels(letter, link.a),
        source_label=labels(source.letter, link.b),
        article=shorten(" ".join(subject.sentence_text(i) for i in link.a), _EXCERPT),
        source=shorten(" ".join(source.article.sentence_text(i) for i in link.b), _EXCERPT),
        sentences=_sentences(link, letter, source.letter),
    )


def _sentences(link: Link, letter: str, source_letter: str) -> tuple[str, ...]:
    here, there = ((letter, link.a), (source_letter, link.b))
    return tuple(sentence_label(side, i) for side, indices in (here, there) for i in indices)


def place_of(divergence: Divergence, link: Link, article: Article, source: Article) -> tuple[int, int]:
    """Return the sentences of both sides that a divergence concerns, as indices."""
    own = _holder(divergence.a, link.a, article)
    other = _holder(divergence.b, link.b, source)
    if own is None:
        own = next((i for i, j, _ in link.pairs if j == other), link.a[0])
    if other is None:
        other = next((j for i, j, _ in link.pairs if i == own), link.b[0])
    return own, other


def _holder(span: Span | None, indices: Sequence[int], article: Article) -> int | None:
    if span is None:
        return None
    return next((i for i in indices if article.sentences[i].span.overlaps(span)), None)
