"""What the Punkt tokeniser of nltk says of a stop, with our own abbreviations instead of trained ones.

Kiss and Strunk 2006, Unsupervised Multilingual Sentence Boundary Detection. Punkt only ever sees a stop and the words
next to it, which is all that it looks at: over whole texts nltk gives up after a few seconds on odd input.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from core.languages.words import abbreviations_in
from core.segment.words import abbreviations, starters

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@lru_cache(maxsize=1 << 14)
def ends_sentence(before: str, stop: str, after: str) -> bool:
    """Return whether Punkt ends a sentence behind ``stop``, which follows ``before`` and a space before ``after``."""
    return bool(_tokenizer().text_contains_sentbreak(f"{before}{stop} {after}"))


@lru_cache(maxsize=1 << 14)
def ends_sentence_in(language: str, before: str, stop: str, after: str) -> bool:
    """Return the same by the abbreviations of another language."""
    return bool(_tokenizer_of(language).text_contains_sentbreak(f"{before}{stop} {after}"))


@cache
def _tokenizer_of(language: str) -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415 - as below

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations_in(language))
    return PunktSentenceTokenizer(parameters)


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    # nltk takes a quarter of a second to import, so a run that segments nothing does not pay for it.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations().every - abbreviations().also_words)
    parameters.sent_starters = set(starters())
    return PunktSentenceTokenizer(parameters)
