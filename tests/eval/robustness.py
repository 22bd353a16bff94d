"""Measure how much the links hang on the order of an article, and on the exact value of each threshold.

``python tests/eval/robustness.py`` prints both; ``shuffle`` or ``edge`` as an argument prints the one. Takes minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from statistics import mean
from typing import TYPE_CHECKING

import seeds
from core import ingest
from core.model import Analysis, Article
from core.options import Options
from core.pipeline import analyse
from core.similarity.encoder import Encoder, default_encoder

if TYPE_CHECKING:
    from tests.eval.marked import told_pairs
    from tests.eval.measure import SAMPLE_REWRITE, SAMPLE_SOURCE, measure
else:  # as a script, and in the tests, this folder is what Python searches
    from marked import told_pairs
    from measure import SAMPLE_REWRITE, SAMPLE_SOURCE, measure

SEEDS = 20
STEP = 0.1
"""Share by which a threshold is moved either way."""
ABOUT_OTHER_THINGS = ("wholly", "partially", "verbatim", "close", "quoted_share", "same_fact", "judge", "passage")
"""How options begin that name classes and shares and decide no link."""
LINKS = ("link_f1", "sample_f1")
FALSE = ("false_links", "sample_false_links")

Told = set[tuple[str, str]]
"""Linked sentences of the rewrite and of its source, by their wording."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What is left of the figures when one threshold is moved."""

    option: str
    value: float
    f1: dict[str, float]
    false: int


def shuffled(kind: str, encoder: Encoder, count: int = SEEDS) -> list[float]:
    """Return the link F1 of the sample's rewrite in random orders, against its links as it stands.

    Args:
        kind: ``paragraphs``, or ``sentences``, each then a paragraph: a heading would swallow what stands behind it.
        encoder: its vectors are of sentences, so order costs none.
        count: how many orders.
    """
    documents = [ingest.read(seeds.paths()[place]) for place in (SAMPLE_REWRITE, SAMPLE_SOURCE)]
    standing = analyse(documents, encoder=encoder, subject=0)
    expected = _told(standing)
    rewrite = standing.articles[0]
    figures: list[float] = []
    for seed in range(count):
        text = _in_other_order(rewrite, kind, random.Random(seed))  # noqa: S311 - chosen, not kept secret
        told = _told(analyse([ingest.pasted(text), documents[1]], encoder=encoder, subject=0))
        figures.append(2 * len(told & expected) / max(1, len(told) + len(expected)))
    return figures


def edges(encoder: Encoder) -> Iterator[Edge]:
    """Yield the figures of the marked cases and of the sample with every threshold of a link moved, one at a time."""
    plain = Options()
    for field in fields(Options):
        if not field.name.startswith(ABOUT_OTHER_THINGS):
            standing = getattr(plain, field.name)
            for factor in (1 - STEP, 1 + STEP):
                value = min(max(standing * factor, field.metadata["low"]), field.metadata["high"])
                yield edge(field.name, replace(plain, **{field.name: value}), encoder)


def edge(name: str, options: Options, encoder: Encoder) -> Edge:
    """Return the figures with some options; ``name`` is the one that was moved."""
    totals = measure(encoder=encoder, options=options)["totals"]
    value = getattr(options, name) if name else 0.0
    return Edge(name, value, {f: totals[f] for f in LINKS}, int(sum(totals[f] for f in FALSE)))


def _told(analysis: Analysis) -> Told:
    a, b = analysis.articles
    return {(_words(a, i), _words(b, j)) for i, j in told_pairs(analysis.pairs[0])}


def _words(article: Article, index: int) -> str:
    """Return a sentence in a form that does not tell where it stood: no spaces at its edges, one between words."""
    return " ".join(article.sentence_text(index).split())


def _in_other_order(article: Article, kind: str, chance: random.Random) -> str:
    if kind == "paragraphs":
        parts = [paragraph.of(article.text) for paragraph in article.paragraphs]
    else:
        parts = [_words(article, index) for index in range(len(article.sentences))]
    chance.shuffle(parts)
    return "\n\n".join(parts) + "\n"


def _print_shuffled(encoder: Encoder) -> None:
    for kind in ("paragraphs", "sentences"):
        figures = shuffled(kind, encoder)
        spread = f"lowest {min(figures):.3f}, of {len(figures)} orders"
        _say(f"{kind} shuffled: mean link F1 {mean(figures):.3f}, {spread}")


def _print_edges(encoder: Encoder) -> None:
    """Print a row for each move of a threshold, with what it costs: falls first, greatest first."""
    standing = edge("", Options(), encoder)
    _say(f"{'':18}{'value':>7}" + "".join(f"{name:>12}{'fall':>7}" for name in LINKS) + f"{'false links':>13}")
    _say(_row("as it is", "", standing, standing))
    moved = sorted(edges(encoder), key=lambda e: min(e.f1[f] - standing.f1[f] for f in LINKS))
    for one in moved:
        _say(_row(one.option, f"{one.value:.3g}", one, standing))


def _row(name: str, value: str, one: Edge, standing: Edge) -> str:
    cells = (f"{one.f1[f]:>12.3f}{one.f1[f] - standing.f1[f]:>+7.3f}" for f in LINKS)
    return f"{name:18}{value:>7}" + "".join(cells) + f"{one.false:>13}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description="Measure how much the links hang on order and on thresholds.")
    parser.add_argument("what", nargs="?", choices=["shuffle", "edge"], help="only this one")
    asked = parser.parse_args(arguments).what
    encoder = default_encoder()
    if asked != "edge":
        _print_shuffled(encoder)
    if asked != "shuffle":
        _print_edges(encoder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
