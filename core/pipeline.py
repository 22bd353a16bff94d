"""The journey from documents to an analysis, readable on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from core import __version__
from core.align.judge import judge_pair
from core.align.links import find_links
from core.align.passages import find_passages
from core.divergence import find_divergences
from core.model import (
    AlignedWords,
    Analysis,
    Article,
    Divergence,
    Document,
    Engine,
    Ledger,
    Link,
    MatchClass,
    Pair,
    Role,
    Side,
    WordMatch,
)
from core.options import Options
from core.originality.credit import find_credit
from core.originality.direction import judge_direction
from core.originality.ledger import make_ledger
from core.progress import Cancelled, NoProgress, PartOf, Progress
from core.segment import one_sentence, segment
from core.similarity.compare import Comparison, encode_ahead
from core.similarity.encoder import MODEL_NAME, MODEL_SHA256, Encoder, default_encoder
from core.wording.align import align_link

JUDGE_CHUNK = 256
"""Sentence pairs whose vectors are made in one batch."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of two single sentences; ``confidence`` is the probability that A was derived from B."""

    match: MatchClass
    confidence: float
    alignment: tuple[AlignedWords, ...]
    divergences: tuple[Divergence, ...]


def analyse(
    documents: Sequence[Document],
    options: Options | None = None,
    progress: Progress | None = None,
    *,
    encoder: Encoder | None = None,
    subject: int | None = None,
) -> Analysis:
    """Compare every pair of documents and return what was found.

    Args:
        documents: at least one, in the order that gives them their letters.
        options: thresholds; None is the defaults.
        progress: is told of each stage. When it raises :class:`~core.progress.Cancelled` while pairs are being
            described, those done are kept and the analysis says that it is not complete; before that there is
            nothing to keep and the exception goes through.
        encoder: None is the one of this installation.
        subject: index of the article under examination; None is the first of two, else the article with the
            largest share of sourced words.
    """
    options, progress, encoder = options or Options(), progress or NoProgress(), encoder or default_encoder()
    encoder.trim()
    articles = _read(documents, PartOf(progress, 0.0, 0.1))
    comparison = Comparison(articles, encoder, PartOf(progress, 0.1, 0.6))
    linked = _link(articles, comparison, options, PartOf(progress, 0.6, 0.8))
    chosen = _subject(articles, linked, options) if subject is None else articles[subject].id
    pairs: list[Pair] = []
    complete = True
    try:
        for pair in _describe(articles, linked, chosen, comparison, options, PartOf(progress, 0.8, 1.0)):
            pairs += [pair]  # one by one: what is done survives a cancel
    except Cancelled:
        complete = False
    return Analysis(
        articles=tuple(replace(a, role=Role.REVIEW) if a.id == chosen else a for a in articles),
        pairs=tuple(pairs),
        ledgers=_ledgers(articles, pairs, chosen, options),
        subject=chosen,
        engine=_engine(encoder),
        options=options.as_dict(),
        complete=complete,
    )


def judge_all(
    pairs: Iterable[tuple[str, str]], options: Options | None = None, *, encoder: Encoder | None = None
) -> Iterator[Judgement]:
    """Judge pairs of single sentences out of context, in order."""
    options, encoder = options or Options(), encoder or default_encoder()
    rest = iter(pairs)
    while chunk := list(islice(rest, JUDGE_CHUNK)):
        encoder.trim()
        yield from _judge_chunk(chunk, options, encoder)


def _judge_chunk(chunk: Sequence[tuple[str, str]], options: Options, encoder: Encoder) -> Iterator[Judgement]:
    """Judge some pairs at once, so that the encoder gets whole batches."""
    sides = [(one_sentence(a, "a1"), one_sentence(b, "a2")) for a, b in chunk]
    if encoder.usable:
        encode_ahead(encoder, [article for both in sides for article in both], NoProgress())
    judged: list[tuple[Article, Article, Comparison, Link, MatchClass] | None] = []
    words: set[str] = set()
    for a, b in sides:
        if not (a.sentences and b.sentences):
            judged.append(None)
            continue
        comparison = Comparison([a, b], encoder)
        link, match = judge_pair(a, b, comparison.evidence(a, b), options)
        link = _aligned(link, a, b, comparison)
        words |= _changed_words([link], a, b)
        judged.append((a, b, comparison, link, match))
    if encoder.usable:
        encoder.encode(sorted(words))
    for known in judged:
        if known is None:
            yield Judgement(MatchClass.UNRELATED, 0.0, (), ())
        else:
            a, b, comparison, link, match = known
            yield Judgement(match, link.confidence, link.alignment, find_divergences(link, a, b, comparison.alike))


def judge(a: str, b: str, options: Options | None = None, *, encoder: Encoder | None = None) -> Judgement:
    """Judge one pair of single sentences out of context."""
    return next(judge_all([(a, b)], options, encoder=encoder))


def _read(documents: Sequence[Document], progress: Progress) -> list[Article]:
    articles: list[Article] = []
    for index, document in enumerate(documents):
        progress.step("Finding sentences", index / len(documents))
        articles.append(segment(document, f"a{index + 1}"))
    return articles


def _link(articles: Sequence[Article], comparison: Comparison, options: Options, progress: Progress) -> list[Pair]:
    """Link every unordered pair; direction is judged at once because the choice of subject needs it."""
    both = list(combinations(articles, 2))
    pairs: list[Pair] = []
    for done, (a, b) in enumerate(both):
        progress.step("Linking sentences", done / len(both))
        links = find_links(a, b, comparison.evidence(a, b), options)
        passages = find_passages(a, b, links, options)
        direction = judge_direction(a, b, links)
        pairs.append(Pair(a.id, b.id, links, passages=passages, direction=direction))
    return pairs


def _subject(articles: Sequence[Article], pairs: Sequence[Pair], options: Options) -> str:
    """Return the first of two articles, else the one with the largest sourced share."""
    if len(articles) <= 2:  # noqa: PLR2004 - "with two files, it is A"
        return articles[0].id
    shares = {x.article: x.scores.sourced for x in _ledgers(articles, pairs, "", options)}
    return max(shares, key=lambda name: shares[name])


def _describe(
    articles: Sequence[Article],
    pairs: Sequence[Pair],
    subject: str,
    comparison: Comparison,
    options: Options,
    progress: Progress,
) -> Iterator[Pair]:
    """Yield each pair as a reader meets it: the derived side first, words aligned, divergences found."""
    by_id = {a.id: a for a in articles}
    for done, pair in enumerate(pairs):
        progress.step("Comparing words", done / len(pairs))
        if pair.b == subject or (pair.a != subject and pair.direction.derived is Side.B):
            pair = _flip(by_id[pair.b], by_id[pair.a], comparison, options)  # noqa: PLW2901 - the same pair, turned
        a, b = by_id[pair.a], by_id[pair.b]
        links = _worded(pair, a, b, comparison)
        omitted, added = _unmatched(b, [link.b for link in links]), _unmatched(a, [link.a for link in links])
        yield replace(pair, links=links, omitted=omitted, added=added, credit=find_credit(a, links))


def _flip(a: Article, b: Article, comparison: Comparison, options: Options) -> Pair:
    """Link the pair with its sides exchanged."""
    links = find_links(a, b, comparison.evidence(a, b), options)
    return Pair(a.id, b.id, links, passages=find_passages(a, b, links, options), direction=judge_direction(a, b, links))


def _worded(pair: Pair, a: Article, b: Article, comparison: Comparison) -> tuple[Link, ...]:
    """Return the links with their words aligned and what changed between them."""
    aligned = [_aligned(link, a, b, comparison) for link in pair.links]
    comparison.learn_words(_changed_words(aligned, a, b))
    derived = pair.direction.derived
    return tuple(replace(x, divergences=find_divergences(x, a, b, comparison.alike, derived)) for x in aligned)


def _aligned(link: Link, a: Article, b: Article, comparison: Comparison) -> Link:
    cosines = comparison.word_cosines(a, link.a, b, link.b)
    return replace(link, alignment=align_link(a, link.a, b, link.b, cosines))


def _changed_words(links: Iterable[Link], a: Article, b: Article) -> set[str]:
    """Return the words that divergences will want to compare out of context."""
    loose = (WordMatch.CHANGED, WordMatch.SYNONYM)
    return {w for link in links for x in link.alignment if x.match in loose for w in (x.a.of(a.text), x.b.of(b.text))}


def _unmatched(article: Article, groups: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return the checked sentences that are in no link."""
    linked = {i for group in groups for i in group}
    return tuple(i for i, s in enumerate(article.sentences) if s.checked and i not in linked)


def _ledgers(articles: Sequence[Article], pairs: Sequence[Pair], subject: str, options: Options) -> tuple[Ledger, ...]:
    by_id = {a.id: a for a in articles}
    return tuple(make_ledger(a, by_id, pairs, subject, options) for a in articles)


def _engine(encoder: Encoder) -> Engine:
    if encoder.usable:
        return Engine(__version__, MODEL_NAME, MODEL_SHA256)
    return Engine(__version__, None, None, encoder.notice)
