"""What an editor changes in a finished analysis, or asks of it, without another comparison.

What the scores leave out, links by hand, and the closest pairs that were not linked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.align.closest import Closest
from core.align.links import link_by_hand
from core.case.review import FindingKey
from core.disguise import as_read
from core.model import Analysis, Article, Exclusions, Link, Pair
from core.options import Options
from core.pipeline import closest_pairs, recounted, relinked
from core.progress import Progress
from core.similarity.compare import Comparison
from core.similarity.encoder import Encoder


def recount(analysis: Analysis, options: Options, exclusions: Exclusions) -> Analysis:
    """Return the analysis with its scores counted anew; links stay as they are."""
    return recounted(analysis, options, exclusions)


def set_by_hand(analysis: Analysis, links: Mapping[FindingKey, bool], options: Options, encoder: Encoder) -> Analysis:
    """Return the analysis with an editor's links put in (True) and taken out (False), and counted anew.

    A link is taken out where its sentences are exactly those named. Keys of files that are not there change nothing.
    """
    pairs = [_changed(analysis, pair, links, options, encoder) for pair in analysis.pairs]
    if all(new is old for new, old in zip(pairs, analysis.pairs, strict=True)):
        return analysis
    return recounted(replace(analysis, pairs=tuple(pairs)), options, analysis.exclusions)


def without(analysis: Analysis, article_id: str, options: Options, exclusions: Exclusions) -> Analysis:
    """Return the analysis without one article, which is not its subject: the pairs of the others stay, counted anew.

    The others move up, so that their ids tell their places again.
    """
    if article_id == analysis.subject:
        raise ValueError("which article is under review then is for a comparison to say")
    kept = [article for article in analysis.articles if article.id != article_id]
    now = {article.id: f"a{place + 1}" for place, article in enumerate(kept)}
    left = replace(
        analysis,
        articles=tuple(replace(article, id=now[article.id]) for article in kept),
        pairs=tuple(replace(p, a=now[p.a], b=now[p.b]) for p in analysis.pairs if article_id not in (p.a, p.b)),
        ledgers=(),
        subject=now[analysis.subject],
    )
    return recounted(left, options, exclusions)


def closest_of(analysis: Analysis, pair: Pair, encoder: Encoder, progress: Progress | None = None) -> Closest:
    """Return the closest pairs of sentences that are not linked, by the thresholds that the analysis was made with.

    Whatever an editor took out stays out: it was accepted, and is no weak link. Raises what ``progress`` raises.
    """
    options = Options.of(analysis.options)
    a, b = as_read(analysis.article(pair.a)), as_read(analysis.article(pair.b))
    return closest_pairs(pair, a, b, options, encoder, progress)


def _changed(
    analysis: Analysis, pair: Pair, links: Mapping[FindingKey, bool], options: Options, encoder: Encoder
) -> Pair:
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    known = {FindingKey.of(analysis, pair, link): link for link in pair.links}
    wanted = [places for key, linked in links.items() if linked and key not in known and (places := _places(key, a, b))]
    gone = [link for key, link in known.items() if links.get(key) is False]
    if not (wanted or gone):
        return pair
    a, b = as_read(a), as_read(b)
    comparison = Comparison([a, b], encoder)
    evidence = comparison.evidence(a, b)
    added = [link_by_hand(a, b, evidence, options, *places) for places in wanted]
    kept = [link for link in pair.links if link not in gone]
    return relinked(pair, a, b, _ordered([*kept, *added]), comparison, options)


def _ordered(links: list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _places(key: FindingKey, a: Article, b: Article) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the sentences of A and of B that a key names, None where it is about others."""
    for (one, own), (two, other) in (
        ((key.first, key.first_sentences), (key.second, key.second_sentences)),
        ((key.second, key.second_sentences), (key.first, key.first_sentences)),
    ):
        fits = own and other and max(own) < len(a.sentences) and max(other) < len(b.sentences)
        if one == a.document.sha256 and two == b.document.sha256 and fits:
            return own, other
    return None
