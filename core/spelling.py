"""One spelling for British and American words, for comparing what must be word for word the same.

A foundation beside :mod:`core.lexis`, whose ``key`` it takes on. It is for quotations, names and slips only: links are
found without it. The form is for comparing and no word to show: some of the rules reach words that have one spelling
anyway, and do the same to both sides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from core.lexis import key
from resources.lists import word_list

_VOWELS = "aeiouy"
_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # colour, neighbourhood, honouring; not four, hour, tour, which have one syllable.
        (rf"([{_VOWELS}][^{_VOWELS}]\w*)our(?=$|s$|ed$|ing|er|able|abl[ey]|al|it|hood|ful|less|ly|y)", r"\1or"),
        (r"(?<=\w\w[btv])re(?=s?$)", "er"),  # centre, theatre, fibre
        (r"(?<=cent)re(?=d$)", "ere"),
        (r"(?<=cent)r(?=ing$)", "er"),  # centring
        (r"^practis", "practic"),
        (r"(?<=\w\w\w)is(?=e$|es$|ed$|er$|ers$|ing$|able$|ation)", "iz"),  # organise, realisation
        (r"(?<=[aeo]l)ys(?=e$|es$|ed$|er$|ers$|ing$)", "yz"),  # analyse
        # travelled, signalling, counsellor; not called, which has one syllable.
        (rf"([{_VOWELS}]\w*[{_VOWELS}])ll(?=ed$|ing$|ings$|ers?$|ors?$|ous|ment|ful)", r"\1l"),
        (r"^(ski|wi)ll(?=ful)|^(fulfi|enro|insta|disti|insti|appa|enthra)ll", r"\1\2l"),
        (r"(kidna|worshi)pp(?=ed$|ing$|ers?$)", r"\1p"),
        (r"(?<=\w\wlog)ue(?=s?$|d$)", ""),  # catalogue, dialogue
        (r"(?<=gram)me(?=s?$|r)", ""),  # programme, kilogramme
        (r"(defe|offe|prete|lice)nc(?=es?$|ed$|ing$)", r"\1ns"),
        (r"(?<=dg)e(?=ment)", ""),  # judgement
        (r"^(an|leuk|isch|hypoglyc)ae(?=mi)", r"\1e"),
        (r"^(h|p|gyn|arch|c|an|encyclop|medi|prim)ae(?=[mdcsov])", r"\1e"),
        (r"oe(?=str|dem|sophag|tus|tal|uv|diatr|pedic)", "e"),
        (r"(?<=rrh)oe(?=a)", "e"),
        (r"(?<=orthop)ae", "e"),
    )
)
SHORTEST = 4
"""Letters of the shortest word that the rules touch."""


@lru_cache(maxsize=1 << 15)
def spelled(word: str) -> str:
    """Return the form in which two spellings of one word are the same: without accents, and with American endings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", key(word)) if not unicodedata.combining(c))
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    if len(plain) < SHORTEST or not plain.isascii() or not plain.isalpha():
        return plain or word
    for ending in _ENDINGS:
        american = _pairs().get(plain.removesuffix(ending)) if plain.endswith(ending) else None
        if american is not None:
            return american + ending
    for pattern, put in _RULES:
        plain = pattern.sub(put, plain)
    return plain


def one_spelling(a: str, b: str) -> bool:
    """Return whether two words are one word, accents and British or American spelling aside."""
    return spelled(a) == spelled(b)


_ENDINGS = ("", "s", "d", "ed", "ing", "er", "y", "ish")


@cache
def _pairs() -> dict[str, str]:
    """Return the words that no rule tells, British first."""
    rows = (line.partition(" = ") for line in sorted(word_list("spellings")))
    return {british.strip(): american.strip() for british, _, american in rows}
