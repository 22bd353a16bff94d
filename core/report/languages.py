"""What a reader must know of the articles' languages: what was compared, and what was not."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from core.languages import ENGLISH, UNSURE, comparable, in_english, language_name
from core.model import Analysis, Article
from core.report.phrases import listed
from core.similarity.encoder import MODEL_SHA256

LONG_ENOUGH = 30
"""Words from which it is told that a text's language is not known: of a few nobody expects it."""
_SHOWN = 4
"""Pairs of articles in two languages that a sentence names."""


def language_notices(analysis: Analysis) -> tuple[str, ...]:
    """Return in plain sentences what the languages of a case mean for what was found; none where all is English."""
    told: list[str] = []
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in analysis.articles:
        groups[article.language].append(article)
    foreign = {code: articles for code, articles in groups.items() if not in_english(code)}
    for code, articles in foreign.items():
        told.append(_wording(analysis, code, [analysis.letter(a.id) for a in articles]))
    if foreign:
        told.append(
            "Outside English, numbers and dates in digits and the words of quotations are checked for changes; names, "
            "attributions, negations, degrees of certainty, speakers and credits are not."
        )
    told += _untranslated(analysis)
    unsure = [analysis.letter(a.id) for a in groups.get(UNSURE, ()) if a.words >= LONG_ENOUGH]
    if unsure:
        told.append(
            f"The language of {listed(unsure)} could not be told: the rules of the other article’s language were used, "
            "or those of English where that is not known either."
        )
    return tuple(told)


def _wording(analysis: Analysis, code: str, letters: list[str]) -> str:
    verb, it = ("is", "it was") if len(letters) == 1 else ("are", "they were")
    engine = analysis.engine
    if engine.encoder is not None and engine.encoder_sha256 != MODEL_SHA256:
        return f"{listed(letters)} {verb} in {language_name(code)}, read by the sentence encoder that the user set."
    return (
        f"{listed(letters)} {verb} in {language_name(code)}: {it} compared by wording alone, for the sentence encoder "
        "reads English; rewording that keeps few words can go unseen."
    )


def _untranslated(analysis: Analysis) -> list[str]:
    apart = [(a, b) for a, b in combinations(analysis.articles, 2) if not comparable(a.language, b.language)]
    if not apart:
        return []
    named = [f"{_named(analysis, a)} and {_named(analysis, b)}" for a, b in apart]
    rest = f" and {len(named) - _SHOWN} more pairs" if len(named) > _SHOWN else ""
    which = "; ".join(named[:_SHOWN]) + rest
    return [
        f"In different languages: {which}. Translation is not compared, so nothing is found between them.",
    ]


def _named(analysis: Analysis, article: Article) -> str:
    return f"{analysis.letter(article.id)} ({language_name(article.language)})"


def said_language(code: str) -> str:
    """Return the language of an article as a reader is told it."""
    if code == ENGLISH:
        return "English"
    if code == UNSURE:
        return "language not certain, read as English"
    return f"{language_name(code)}, compared by wording alone"
