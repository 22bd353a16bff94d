"""Fit the weights of the word alignment and write them to ``resources/weights/words.json``.

    .venv/bin/python tools/fit_words.py --edinburgh train.json

The file is the training part of Edinburgh++ (Cohn, Callison-Burch and Lapata 2008, as corrected by Thadani et al.
2012; Apache-2.0): a list of objects with "source" and "target", tokens with spaces between, and "sureAlign", the sure
links as "i-j i-j …". The figures printed come from folds: no pair is measured with weights that have seen it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.progress import NoProgress
from core.segment import one_sentence
from core.similarity.compare import Comparison, encode_ahead
from core.similarity.encoder import Encoder, default_encoder
from core.wording.align import link_words
from core.wording.chances import second_look, word_chances
from core.wording.features import Field, Floats, Named, pair_features, pair_field
from core.wording.phrases import Block, find_blocks
from core.wording.weights import Weights
from core.wording.word import Word

WEIGHTS = Path(__file__).resolve().parents[1] / "resources" / "weights" / "words.json"
FOLDS = 5
PENALTY = 0.5
"""L2 penalty on every weight, in pairs of words."""
STEPS, SETTLED = 50, 1e-6
"""Most Newton steps, and the largest change of a weight at which they end."""
DIGITS = 3
NO_LINK = -30.0
"""Log odds of a pair that is not possible."""

Doubles = NDArray[np.float64]
Edges = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Example:
    """A pair of sentences and what people linked in it."""

    field: Field
    tokens_a: tuple[int, ...]
    """For each word of A the token of the file that it lies in; a token may be cut into several words."""
    tokens_b: tuple[int, ...]
    gold: Edges
    """Linked tokens."""

    @cached_property
    def answers(self) -> Doubles:
        """Return 1 or 0 for each possible pair of words."""
        linked = [[(i, j) in self.gold for j in self.tokens_b] for i in self.tokens_a]
        return np.array(linked)[self.field.possible].astype(np.float64)

    @cached_property
    def pair_rows(self) -> Floats:
        """Return the features (possible pairs, features) of the first round."""
        return self.rows(pair_features(self.field))

    def rows(self, features: Named) -> Floats:
        """Return features as columns, the possible pairs as rows."""
        return np.stack([feature[self.field.possible] for _, feature in features], axis=1)

    def edges(self, blocks: Sequence[Block]) -> set[tuple[int, int]]:
        """Return the tokens that blocks link."""
        return {
            (i, j)
            for block in blocks
            for i in self.tokens_a[block.a_start : block.a_end]
            for j in self.tokens_b[block.b_start : block.b_end]
        }


def read(path: Path, encoder: Encoder | None) -> list[Example]:
    """Return the pairs that have links; without an encoder no word knows its meaning."""
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row["sureAlign"].strip()]
    sides = [(one_sentence(row["source"], "a1"), one_sentence(row["target"], "a2")) for row in rows]
    if encoder is not None:
        encode_ahead(encoder, [article for both in sides for article in both], NoProgress())
    examples: list[Example] = []
    for row, (a, b) in zip(rows, sides, strict=True):
        words_a, words_b = link_words(a, (0,)), link_words(b, (0,))
        cosines = None if encoder is None else Comparison([a, b], encoder).word_cosines(a, (0,), b, (0,))
        pairs = (link.split("-") for link in row["sureAlign"].split())
        gold = frozenset((int(i), int(j)) for i, j in pairs)
        field = pair_field(words_a, words_b, cosines)
        examples.append(Example(field, _tokens(row["source"], words_a), _tokens(row["target"], words_b), gold))
    return examples


def _tokens(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    return tuple(text[: word.span.start].count(" ") for word in words)


def fit(examples: Sequence[Example]) -> Weights:
    """Return the weights of both rounds; the second learns from first rounds that have not seen the pair."""
    answers = [x.answers for x in examples]
    whole = regression(np.concatenate([x.pair_rows for x in examples]), np.concatenate(answers))
    rows: list[Floats] = [np.zeros((0, 0), dtype=np.float32)] * len(examples)
    names: list[str] = []
    for learned, held in folds(len(examples)):
        found = regression(
            np.concatenate([examples[k].pair_rows for k in learned]), np.concatenate([answers[k] for k in learned])
        )
        for k in held:
            odds = np.full(examples[k].field.possible.shape, NO_LINK, dtype=np.float32)
            odds[examples[k].field.possible] = examples[k].pair_rows @ found
            more = list(second_look(examples[k].field, odds))
            names = [name for name, _ in more]
            rows[k] = np.concatenate([examples[k].pair_rows, examples[k].rows(iter(more))], axis=1)
    again = regression(np.concatenate(rows), np.concatenate(answers))
    pair_names = [name for name, _ in pair_features(examples[0].field)]
    return Weights(_named(pair_names, whole), _named([*pair_names, *names], again))


def folds(count: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what is learned from and what is held out, in turn."""
    for fold in range(FOLDS):
        held = range(fold, count, FOLDS)
        yield [k for k in range(count) if k not in held], list(held)


def regression(rows: Floats, answers: Doubles) -> Doubles:
    """Return the weights of a logistic regression by Newton's method."""
    table = rows.astype(np.float64)
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-np.clip(table @ weights, NO_LINK, -NO_LINK)))
        slope = table.T @ (chances - answers) + PENALTY * weights
        curvature = (table * (chances * (1 - chances))[:, None]).T @ table + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curvature, slope)
        weights -= step
        if np.abs(step).max() < SETTLED:
            break
    return weights


def _named(names: Sequence[str], values: Doubles) -> dict[str, float]:
    return {name: round(float(value), DIGITS) for name, value in zip(names, values, strict=True)}


def measured(examples: Sequence[Example]) -> dict[str, float]:
    """Return precision and recall, means over the pairs, and F1, each pair told by weights that have not seen it."""
    precision: list[float] = []
    recall: list[float] = []
    for learned, held in folds(len(examples)):
        weights = fit([examples[k] for k in learned])
        for k in held:
            told = examples[k].edges(find_blocks(examples[k].field, word_chances(examples[k].field, weights)))
            hit = len(told & examples[k].gold)
            precision.append(hit / len(told) if told else 1.0)
            recall.append(hit / len(examples[k].gold))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return {"precision": round(p, 4), "recall": round(r, 4), "F1": round(2 * p * r / (p + r), 4)}


def main() -> None:
    """Fit with and without the encoder, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of the word alignment.")
    parser.add_argument("--edinburgh", type=Path, required=True, help="training part of Edinburgh++, JSON")
    path: Path = parser.parse_args().edinburgh
    told: dict[str, object] = {
        "note": "Log odds that two words correspond, by feature; written by tools/fit_words.py.",
        "fitted_on": "Edinburgh++, training part, sure links",
        "licence_of_the_data": "Apache-2.0",
    }
    for name, encoder in (("with_encoder", default_encoder()), ("without_encoder", None)):
        examples = read(path, encoder)
        figures = measured(examples)
        print(f"{name}: {figures} ({len(examples)} pairs, {FOLDS} folds)")
        weights = fit(examples)
        told[name] = {"folds": figures, "first": weights.first, "second": weights.second}
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
