"""Tell the language of a text: by its script, by its commonest words, and only in doubt by a statistical model.

Pure but for the model, py3langid (Lui and Baldwin 2012, langid.py), whose data lie inside its package: it takes half a
second and 75 MB to load, which plain English, and what a script alone tells, does not pay. What is short or mixed stays
:data:`~core.languages.codes.UNSURE`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from core.languages.codes import ENGLISH, NAMES, UNSPACED, UNSURE
from core.languages.words import grammar_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LOOK_AT = 20000
_ENGLISH = frozenset(
    "the of and to in that is was for on with as by at from he his it are be has have had not this which will".split()  # noqa: SIM905 - reads as a list
)
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
"""Scripts that one language alone is written in, of those with a daily press."""
_HAN, _KANA = re.compile("[\u3400-\u9fff]"), re.compile("[\u3040-\u30ff]")
_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7a3]")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]{2,}|[à-öø-ÿ]")
"""Not a single letter: it is what an apostrophe cuts off, in English as elsewhere."""
_PUNCTUATED = re.compile(r"https?://\S+|www\.\S+|\S{1,64}@\S+")
_MANY = 0.2
"""Share of the letters from which a text is in the language of its script: one character is a word there, or half."""
_MOST = 0.5
"""The same for alphabets that several languages share."""
_SOME_KANA = 0.05
"""Share of kana among the characters from which a text is Japanese and not Chinese."""
_LEAST_SHARE = 0.12
"""Share of its commonest words from which a text is plainly English: news has .25 and more."""
_PLAINLY = 0.2
"""The same from which no other language is looked at."""
_LEAST_WORDS = 4
_SHORT = 12
"""Words below which no model tells the language of a text in the Latin alphabet: a name decides too much there."""
_SHORTEST = 6
"""Words below which none does, not even where many letters have accents."""
_TELLING = 3
"""Words of grammar of another language from which the model is asked: no fewer than there are English ones."""
_TELLING_SHORT = 4
"""The same where the text is too short for the model."""
_LONG = 30
"""Words from which a text without any word of grammar that is known is shown to the model."""
_SURE = 0.5
"""Probability from which the model is believed …"""
_SURE_SHORT = 0.3
"""… and the same where words of grammar speak for the same language."""
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Codes of one language under another."""
_PART = 1200
"""Characters of each of three parts of which two must agree with the whole: news in two languages is mixed."""


def guess_language(text: str, claimed: str | None = None) -> str:
    """Return the ISO 639-1 code of the language of a text, ``und`` where it is too short or too mixed to tell.

    ``claimed`` is what its file says (“de-AT”); it is believed where the text itself does not tell.
    """
    told = _told(text)
    said = (claimed or "").replace("_", "-").partition("-")[0].strip().lower()
    said = _SAME.get(said, said)
    return said if told == UNSURE and said in NAMES else told


def _told(text: str) -> str:
    head = _PUNCTUATED.sub(" ", text[:_LOOK_AT])
    beyond = len(_BEYOND_LATIN.findall(head))
    if beyond:
        letters = sum(map(str.isalpha, head))
        told = _by_script(head, letters)
        if told:
            return told
        if beyond > _MOST * letters:
            return _by_model(head, None) if letters >= _SHORT else UNSURE
    return _in_latin(head)


def _by_script(head: str, letters: int) -> str:
    """Return the language that the script tells, nothing where several are written in it."""
    han, kana = len(_HAN.findall(head)), len(_KANA.findall(head))
    if han + kana > _MANY * letters:
        return "ja" if kana > _SOME_KANA * (han + kana) else "zh"
    return next((code for code, script in _SCRIPTS if len(script.findall(head)) > _MANY * letters), "")


def _in_latin(head: str) -> str:
    words = [w.lower() for w in _WORD.findall(head)]
    told = Counter(words)
    english = sum(told[w] for w in _ENGLISH)
    if english >= max(_LEAST_WORDS, _PLAINLY * len(words)):
        return ENGLISH
    hits = Counter({code: sum(told[w] for w in grammar_words(code)) for code in _listed()})
    (best, count), *_ = hits.most_common(1)
    plain = english >= _LEAST_WORDS and english >= _LEAST_SHARE * len(words)
    if plain and english >= count:
        return ENGLISH
    accented = len(_ACCENTED.findall(head)) > _MANY * len(words)
    if len(words) < _SHORT:
        if count >= max(_TELLING_SHORT, _MANY * len(words)) and count > 2 * english and _alone(hits):
            return best
        return _by_model(head, hits) if accented and not english and len(words) >= _SHORTEST else UNSURE
    unlike = accented or (len(words) >= _LONG and english < _LEAST_SHARE * len(words))
    return _by_model(head, hits) if unlike or count >= max(_TELLING, english) else UNSURE


@cache
def _listed() -> tuple[str, ...]:
    """Return the languages with a list of their words of grammar, and words between spaces to look for them in."""
    return tuple(code for code in NAMES if code != ENGLISH and code not in UNSPACED and grammar_words(code))


def _alone(hits: Counter[str]) -> bool:
    (_, first), (_, second) = hits.most_common(2)
    return first > second


def _by_model(head: str, hits: Counter[str] | None) -> str:
    """Return what the model tells of a text as a whole and of its parts; ``hits`` are its words of grammar."""
    language, probability = _identifier().classify(head)
    if hits is not None and probability < (_SURE_SHORT if hits[language] >= _TELLING else _SURE):
        return UNSURE
    if len(head) > 2 * _PART:
        middle = len(head) // 2
        parts = (head[:_PART], head[middle - _PART // 2 : middle + _PART // 2], head[-_PART:])
        agree = sum(_identifier().classify(part)[0] == language for part in parts)
        if 2 * agree < len(parts):
            return UNSURE
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - see above

    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(set(NAMES) & set(made.labels))
    return made
