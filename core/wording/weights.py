"""The weights of the word alignment, as ``tools/fit_words.py`` wrote them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log odds that two words correspond."""

    first: Mapping[str, float]
    """First round: features of the pair."""
    second: Mapping[str, float]
    """Second round: features of the pair and of its neighbours."""


@cache
def word_weights(*, encoder: bool) -> Weights:
    """Return the weights fitted with the encoder's vectors, or those fitted without."""
    text = (files("resources") / "weights" / "words.json").read_text(encoding="utf-8")
    rounds = json.loads(text)["with_encoder" if encoder else "without_encoder"]
    return Weights(rounds["first"], rounds["second"])
