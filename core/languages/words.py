"""Stems and words of grammar of the languages other than English; a language without any has its words as they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from resources.lists import word_list

_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish",
}  # fmt: skip
"""The languages that nltk has a Snowball stemmer for, by their codes."""
_ELIDED = {
    "ca": re.compile(r"(?:[dlmnst])'(?=\w)"),
    "fr": re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=\w)"),
    "it": re.compile(r"(?:[cdlmnstv]|gl|un|(?:[ds]?al|del|nel|sul|col|quel|bel)l|quest|dov|com|degl|anch)'(?=\w)"),
}
"""What is written together with the word behind it."""


class _Stemmer(Protocol):
    def stem(self, token: str) -> str:
        """Return the stem of a word in small letters."""


@lru_cache(maxsize=1 << 16)
def stem_in(plain: str, language: str) -> str:
    """Return the stem of a word's key in a language; without its figures' commas where it is no word."""
    word = bare(plain, language)
    if not word.isalpha():
        return word.replace(",", "").replace("-", "")
    return _stemmer(language).stem(word) or word if language in _STEMMERS else word


def bare(plain: str, language: str) -> str:
    """Return a word's key without the article or pronoun that is written together with it: l’homme, dell’anno."""
    elided = _ELIDED.get(language)
    match = elided.match(plain) if elided is not None else None
    return plain[match.end() :] if match else plain


def is_grammar(plain: str, language: str) -> bool:
    """Return whether a word's key carries grammar rather than content in a language."""
    return bare(plain, language) in grammar_words(language)


@cache
def grammar_words(language: str) -> frozenset[str]:
    """Return the words of grammar of a language, none where there is no list of them."""
    return _list(f"function_words_{language}")


@cache
def abbreviations_in(language: str) -> frozenset[str]:
    """Return the abbreviations of a language, in lower case without their last stop; none where there is no list."""
    return _list(f"abbreviations_{language}")


def _list(name: str) -> frozenset[str]:
    return word_list(name) if (files("resources") / "words" / f"{name}.txt").is_file() else frozenset()


@cache
def _kept(language: str) -> _Stemmer:
    return _made(language)


def _stemmer(language: str) -> _Stemmer:
    # nltk's Arabic stemmer remembers the word before while it works, so that two threads would disturb each other.
    return _made(language) if language == "ar" else _kept(language)


def _made(language: str) -> _Stemmer:
    from nltk.stem import snowball  # noqa: PLC0415 - nltk takes .25 s to import

    made: _Stemmer = snowball.SnowballStemmer(_STEMMERS[language])
    return made
