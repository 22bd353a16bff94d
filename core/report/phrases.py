"""Names and turns of phrase that every report format shares. Pure: values in, English out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from core.case.review import Verdict
from core.model import DivergenceType, MatchClass, sentence_label

CLASS_NAMES = {
    MatchClass.VERBATIM: "Verbatim",
    MatchClass.CLOSE: "Close",
    MatchClass.PARAPHRASE: "Paraphrase",
    MatchClass.QUOTATION: "Quotation",
    MatchClass.SAME_FACT: "Same fact only",
    MatchClass.NO_SOURCE: "No source here",
    MatchClass.UNCHECKED: "Unchecked",
    MatchClass.UNRELATED: "Unrelated",
}
VERDICT_NAMES = {
    Verdict.ACCEPTABLE: "Acceptable",
    Verdict.CREDIT: "Needs credit",
    Verdict.REWRITE: "Needs rewrite",
    Verdict.DISMISS: "Dismissed",
}
STRONG, FAIR = 0.8, 0.6
_NAMED_ONE_BY_ONE = 3
_LEFT_TO_RIGHT = "\u200e"


def divergence_name(kind: DivergenceType) -> str:
    """Return what people read for a type of divergence: ``Wrong word``."""
    return kind.value.replace("-", " ").capitalize()


def strength(confidence: float) -> str:
    """Return in words how sure a link is."""
    if confidence >= STRONG:
        return "Strong match"
    return "Fair match" if confidence >= FAIR else "Weak match"


def some(number: int, singular: str, plural: str = "") -> str:
    """Return ``1 word``, ``3 words``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def labels(letter: str, indices: Sequence[int]) -> str:
    """Return what people see for a group of sentences: ``E 22 and E 23``, or ``E 3 to E 7`` for a long stretch."""
    if len(indices) > _NAMED_ONE_BY_ONE and list(indices) == list(range(indices[0], indices[-1] + 1)):
        return f"{sentence_label(letter, indices[0])} to {sentence_label(letter, indices[-1])}"
    return listed([sentence_label(letter, i) for i in indices])


def some_labels(items: Sequence[str], limit: int = 16) -> str:
    """Return a list of references that stays short: ``C 2, C 4, and 5 more: see the passages``."""
    once = list(dict.fromkeys(items))
    if len(once) <= limit:
        return ", ".join(once)
    return f"{', '.join(once[:limit])}, and {len(once) - limit} more: see the passages"


def flat(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """Return the text on one line, cut at a word's end to at most ``limit`` characters, with an ellipsis."""
    line = flat(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return at_word.rstrip(" ,;:–—-") + "…"


def quoted(text: str, limit: int = 60) -> str:
    """Return the wording in quotation marks, shortened; marks of its own at the ends are not doubled."""
    line = flat(text).strip('“”"„«»').strip()
    return closed(f"“{shorten(line or flat(text), limit)}”")


def closed(text: str) -> str:
    """Return the wording such that words after it stay on its right, also when it is written from right to left."""
    strong = next((kind for c in reversed(text) if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "L")
    return text if strong == "L" else text + _LEFT_TO_RIGHT


def sentence(text: str) -> str:
    """Return the phrase as a sentence: a capital first, a stop last."""
    line = flat(text)
    if not line:
        return ""
    first = line[0].upper() + line[1:]
    return first if first[-1] in ".!?…”" else first + "."


def percent_text(value: float, whole: int | None = None, *, of_steps: Sequence[float] = ()) -> str:
    """Return a share as a percentage, with a decimal only where rounding would cross one of ``of_steps``.

    ``whole`` is the percentage that other figures print for the same words.
    """
    whole = round(value * 100) if whole is None else whole
    crossed = any((value >= step) != (whole >= step * 100 - 1e-9) for step in of_steps)
    if not crossed:
        return f"{whole}%"
    # Cut rather than rounded: 89.96 % must not read as the 90 % that it has not reached.
    return f"{int(value * 1000) / 10:.1f}%"
