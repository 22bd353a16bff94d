"""The journey from documents to an analysis, readable on one screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from core import __version__
from core.align.candidates import candidate_pairs
from core.align.closest import Closest, closest
from core.align.judge import judge_pair
from core.align.links import align, unaccepted
from core.align.passages import find_passages
from core.align.topic import share_topic
from core.disguise import as_read, readable
from core.divergence.find import find_divergences
from core.divergence.omissions import find_left_out
from core.languages import comparable
from core.lexis import key
from core.model import (
    AlignedWords,
    Analysis,
    Article,
    Divergence,
    Document,
    Engine,
    Exclusions,
    Ledger,
    Link,
    MatchClass,
    Pair,
    Role,
    Side,
)
from core.once import room_for
from core.options import Options
from core.originality.credit import find_credit
from core.originality.direction import judge_direction
from core.originality.ledger import make_ledger
from core.originality.quotation_audit import audit_quotations
from core.progress import Cancelled, NoProgress, PartOf, Progress
from core.segment import one_sentence, segment
from core.similarity.compare import Apart, Comparison, encode_ahead
from core.similarity.encoder import Encoder, default_encoder
from core.similarity.lexical import case_stems
from core.timings import Stage, Timings
from core.wording.align import align_link

LIMITS = ("wholly_derived", "partially_derived")
"""The options that say where the scale of derivation begins and ends."""
JUDGE_CHUNK = 256
"""Sentence pairs whose vectors are made in one batch."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of two single sentences; ``confidence`` is the probability that A was derived from B."""

    match: MatchClass
    confidence: float
    alignment: tuple[AlignedWords, ...]
    divergences: tuple[Divergence, ...]


@dataclass(frozen=True, slots=True)
class _Tools:
    """What every step of a run works with."""

    comparison: Comparison
    options: Options
    timings: Timings
    aligned: Collection[tuple[str, str]] | None = None
    """The pairs that may have links, either way round; None is every pair."""

    def aligns(self, a: Article, b: Article) -> bool:
        """Return whether anything could link two articles."""
        return self.aligned is None or (a.id, b.id) in self.aligned


def analyse(
    documents: Sequence[Document],
    options: Options | None = None,
    progress: Progress | None = None,
    *,
    encoder: Encoder | None = None,
    subject: int | None = None,
    licensed: Collection[int] = (),
    exclusions: Exclusions | None = None,
    timings: Timings | None = None,
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
            largest share of sourced words, a licensed one only where all are.
        licensed: indices of the articles whose reuse was agreed; it is found like any other.
        exclusions: what the scores leave out; None is nothing.
        timings: is told how long each stage takes; the encoder's own are told by the encoder.
    """
    with room_for(len(documents)):
        return _analyse(
            documents,
            options or Options(),
            progress or NoProgress(),
            encoder=encoder,
            subject=subject,
            licensed=licensed,
            exclusions=exclusions or Exclusions(),
            timings=timings or Timings(),
        )


def _analyse(
    documents: Sequence[Document],
    options: Options,
    progress: Progress,
    *,
    encoder: Encoder | None,
    subject: int | None,
    licensed: Collection[int],
    exclusions: Exclusions,
    timings: Timings,
) -> Analysis:
    encoder = encoder or default_encoder(timings=timings)
    encoder.trim()
    found = _read(documents, licensed, timings, PartOf(progress, 0.0, 0.1))
    articles = [as_read(article) for article in found]
    with timings.stage(Stage.EVIDENCE):
        asked = _candidates(articles, options, PartOf(progress, 0.1, 0.15))
        comparison = Comparison(articles, encoder, PartOf(progress, 0.15, 0.6), apart=_apart(options), pairs=asked)
    aligned = {(x.id, y.id) for a, b in asked for x, y in ((a, b), (b, a))}
    tools = _Tools(comparison, options, timings, aligned)
    linked = _link(articles, tools, PartOf(progress, 0.6, 0.8))
    with timings.stage(Stage.LEDGERS):
        chosen = _subject(articles, linked, options) if subject is None else articles[subject].id
    pairs: list[Pair] = []
    complete = True
    try:
        for pair in _describe(articles, linked, chosen, tools, PartOf(progress, 0.8, 1.0)):
            pairs += [pair]  # one by one: what is done survives a cancel
    except Cancelled:
        complete = False
    with timings.stage(Stage.LEDGERS):
        ledgers = _ledgers(articles, pairs, chosen, options, exclusions)
    return Analysis(
        articles=tuple(replace(a, role=Role.REVIEW) if a.id == chosen and a.role is Role.UNKNOWN else a for a in found),
        pairs=tuple(pairs),
        ledgers=ledgers,
        subject=chosen,
        engine=_engine(encoder),
        options=options.as_dict(),
        complete=complete,
        exclusions=exclusions,
    )


def judge_all(
    pairs: Iterable[tuple[str, str]],
    options: Options | None = None,
    *,
    encoder: Encoder | None = None,
    timings: Timings | None = None,
) -> Iterator[Judgement]:
    """Judge pairs of single sentences out of context, in order."""
    options, timings = options or Options(), timings or Timings()
    encoder = encoder or default_encoder(timings=timings)
    rest = iter(pairs)
    while chunk := list(islice(rest, JUDGE_CHUNK)):
        encoder.trim()
        yield from _judge_chunk(chunk, options, encoder, timings)


def _judge_chunk(
    chunk: Sequence[tuple[str, str]], options: Options, encoder: Encoder, timings: Timings
) -> Iterator[Judgement]:
    """Judge some pairs at once, so that the encoder gets whole batches."""
    with timings.stage(Stage.SENTENCES):
        sides = [(one_sentence(readable(a), "a1"), one_sentence(readable(b), "a2")) for a, b in chunk]
    if encoder.usable:
        encode_ahead(encoder, [article for both in sides for article in both], NoProgress())
    for a, b in sides:
        yield _judged(a, b, options, encoder, timings)


def _judged(a: Article, b: Article, options: Options, encoder: Encoder, timings: Timings) -> Judgement:
    if not (a.sentences and b.sentences):
        return Judgement(MatchClass.UNRELATED, 0.0, (), ())
    with timings.stage(Stage.EVIDENCE):
        comparison = Comparison([a, b], encoder)
        evidence = comparison.evidence(a, b)
    with timings.stage(Stage.LINKING):
        link, match = judge_pair(a, b, evidence, options)
    with timings.stage(Stage.WORDS):
        link = _aligned(link, a, b, comparison)
    with timings.stage(Stage.DIVERGENCES):
        divergences = find_divergences(link, a, b, comparison.alike)
    return Judgement(match, link.confidence, link.alignment, divergences)


def judge(a: str, b: str, options: Options | None = None, *, encoder: Encoder | None = None) -> Judgement:
    """Judge one pair of single sentences out of context."""
    return next(judge_all([(a, b)], options, encoder=encoder))


def _read(
    documents: Sequence[Document], licensed: Collection[int], timings: Timings, progress: Progress
) -> list[Article]:
    articles: list[Article] = []
    for index, document in enumerate(documents):
        progress.step("Finding sentences", index / len(documents))
        with timings.stage(Stage.SENTENCES):
            role = Role.LICENSED if index in licensed else Role.UNKNOWN
            articles.append(segment(document, f"a{index + 1}", role))
    return articles


def _candidates(articles: Sequence[Article], options: Options, progress: Progress) -> list[tuple[Article, Article]]:
    return [(articles[i], articles[j]) for i, j in candidate_pairs(articles, case_stems, options, progress)]


def _apart(options: Options) -> Apart:
    return lambda a, b, wording, words: not share_topic(a, b, wording, words, options)


def _link(articles: Sequence[Article], tools: _Tools, progress: Progress) -> list[Pair]:
    """Link every unordered pair; direction is judged at once because the choice of subject needs it."""
    both = list(combinations(articles, 2))
    pairs: list[Pair] = []
    for done, (a, b) in enumerate(both):
        progress.step("Linking sentences", done / len(both))
        pairs.append(_linked(a, b, tools))
    return pairs


def _linked(a: Article, b: Article, tools: _Tools) -> Pair:
    """Return the pair with what links it, and which of the two was made from the other."""
    if not tools.aligns(a, b):
        return Pair(a.id, b.id, direction=judge_direction(a, b, ()))
    with tools.timings.stage(Stage.EVIDENCE):
        evidence = tools.comparison.evidence(a, b)
    with tools.timings.stage(Stage.LINKING):
        found = align(a, b, evidence, tools.options)
    with tools.timings.stage(Stage.LEDGERS):
        direction = judge_direction(a, b, found.links)
    return Pair(a.id, b.id, found.links, passages=found.passages, direction=direction)


def _subject(articles: Sequence[Article], pairs: Sequence[Pair], options: Options) -> str:
    """Return the first of two articles, else the one with the largest sourced share that is not licensed."""
    if len(articles) <= 2:  # noqa: PLR2004 - "with two files, it is A"
        return articles[0].id
    ledgers = _ledgers(articles, pairs, "", options, Exclusions())
    asked = [a.id for a in articles if a.role is not Role.LICENSED] or [a.id for a in articles]
    shares = {x.article: x.scores.sourced for x in ledgers if x.article in asked}
    return max(shares, key=lambda name: shares[name])


def _describe(
    articles: Sequence[Article], pairs: Sequence[Pair], subject: str, tools: _Tools, progress: Progress
) -> Iterator[Pair]:
    """Yield each pair as a reader meets it: the derived side first, words aligned, divergences found."""
    by_id = {a.id: a for a in articles}
    for done, pair in enumerate(pairs):
        progress.step("Comparing words", done / len(pairs))
        if pair.b == subject or (pair.a != subject and pair.direction.derived is Side.B):
            pair = _linked(by_id[pair.b], by_id[pair.a], tools)  # noqa: PLW2901 - the same pair, turned
        yield _described(pair, by_id[pair.a], by_id[pair.b], tools)


def _described(pair: Pair, a: Article, b: Article, tools: _Tools) -> Pair:
    """Return a linked pair with everything that is said of its links and of the pair as a whole."""
    links = _worded(pair, a, b, tools)
    omitted, added = _unmatched(b, [link.b for link in links]), _unmatched(a, [link.a for link in links])
    with tools.timings.stage(Stage.LEDGERS):
        credit = find_credit(a, links, b)
        apart = not (comparable(a.language, b.language) and tools.aligns(a, b))
        quotations = () if apart else audit_quotations(a, b, links, pair.direction.derived)
    with tools.timings.stage(Stage.DIVERGENCES):
        left_out = find_left_out(a, b, links, omitted, added, pair.direction.derived)
    return replace(
        pair,
        links=links,
        omitted=omitted,
        added=added,
        divergences=left_out,
        credit=credit,
        quotations=quotations,
    )


def relinked(
    pair: Pair, a: Article, b: Article, links: Sequence[Link], comparison: Comparison, options: Options
) -> Pair:
    """Return the pair with other links: its passages, direction, credit and divergences found anew."""
    direction = judge_direction(a, b, links)
    turned = replace(pair, links=tuple(links), passages=find_passages(a, b, links, (), options), direction=direction)
    return _described(turned, a, b, _Tools(comparison, options, Timings()))


def closest_pairs(
    pair: Pair, a: Article, b: Article, options: Options, encoder: Encoder, progress: Progress | None = None
) -> Closest:
    """Return the closest pairs of sentences that are not linked, as a comparison with these options sees them.

    Raises what ``progress`` raises: half of an answer is none.
    """
    progress = progress or NoProgress()
    comparison = Comparison([a, b], encoder, PartOf(progress, 0.0, 0.6), apart=_apart(options))
    progress.step("Linking sentences", 0.6)
    evidence = comparison.evidence(a, b)
    progress.step("Linking sentences", 0.8)
    least = options.least_score if pair.links else 0.0
    found = closest(
        unaccepted(a, b, evidence, options, least, lambda: progress.step("Linking sentences", 0.9)),
        pair.links,
        options.least_score,
        by_wording=evidence.meaning is None,
    )
    progress.step("Comparing words", 0.95)
    comparison.read(a, (i for link in found.pairs for i in link.a))
    comparison.read(b, (j for link in found.pairs for j in link.b))
    return replace(found, pairs=tuple(_aligned(link, a, b, comparison) for link in found.pairs))


def recounted(analysis: Analysis, options: Options, exclusions: Exclusions) -> Analysis:
    """Return the analysis with its ledgers counted anew, leaving out what ``exclusions`` says.

    Links stay, and so do the thresholds they were found with; of ``options`` only the limits of the scale count.
    """
    limits = {name: getattr(options, name) for name in LIMITS}
    ledgers = _ledgers(analysis.articles, analysis.pairs, analysis.subject, options, exclusions)
    return replace(analysis, ledgers=ledgers, exclusions=exclusions, options={**analysis.options, **limits})


def _worded(pair: Pair, a: Article, b: Article, tools: _Tools) -> tuple[Link, ...]:
    """Return the links with their words aligned and what changed between them."""
    with tools.timings.stage(Stage.WORDS):
        reworded = [link for link in pair.links if link.match is not MatchClass.VERBATIM]
        tools.comparison.read(a, (i for link in reworded for i in link.a))
        tools.comparison.read(b, (j for link in reworded for j in link.b))
        aligned = [_aligned(link, a, b, tools.comparison) for link in pair.links]
    alike, derived = tools.comparison.alike, pair.direction.derived
    with tools.timings.stage(Stage.DIVERGENCES):
        return tuple(replace(x, divergences=find_divergences(x, a, b, alike, derived)) for x in aligned)


def _aligned(link: Link, a: Article, b: Article, comparison: Comparison) -> Link:
    cosines = comparison.word_cosines(a, link.a, b, link.b)
    return replace(link, alignment=align_link(a, link.a, b, link.b, cosines))


def _unmatched(article: Article, groups: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return the checked sentences that are in no link."""
    linked = {i for group in groups for i in group}
    return tuple(i for i, s in enumerate(article.sentences) if s.checked and i not in linked)


def _ledgers(
    articles: Sequence[Article], pairs: Sequence[Pair], subject: str, options: Options, exclusions: Exclusions
) -> tuple[Ledger, ...]:
    by_id = {a.id: a for a in articles}
    phrases = [_words(phrase) for phrase in exclusions.phrases]
    own: dict[str, list[Pair]] = {name: [] for name in by_id}
    for pair in pairs:
        own[pair.a].append(pair)
        own[pair.b].append(pair)
    return tuple(make_ledger(a, by_id, own[a.id], subject, options, exclusions, phrases) for a in articles)


def _words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase in normal form, cut as those of an article are."""
    read = one_sentence(phrase, "")
    return tuple(key(token.of(read.text)) for token in read.tokens if token.word)


def _engine(encoder: Encoder) -> Engine:
    if encoder.usable:
        return Engine(__version__, encoder.name, encoder.sha256)
    return Engine(__version__, None, None, encoder.notice)
