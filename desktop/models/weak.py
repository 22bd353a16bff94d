"""What is said of pairs that came close to a link and are none, as plain values.

Pure: values in, sentences out. None of it is a finding: nothing here is counted, and nothing says "original".
"""

from __future__ import annotations

from core.align.closest import Closest
from core.model import Analysis, Link, Pair
from core.options import Options
from desktop.language import tr
from desktop.models.explain import numbers, together


def weak_title(analysis: Analysis, pair: Pair, link: Link) -> tuple[str, str, str]:
    """Return which sentences came close: ``("C 5", "with", "B 6")``; nothing is said to come from anywhere."""
    here, there = analysis.letter(pair.a), analysis.letter(pair.b)
    return f"{here} {numbers(link.a)}", tr("with"), f"{there} {numbers(link.b)}"


def weak_strength(closest: Closest, place: int) -> str:
    """Return what a pair is, in a word: one below the floor is not even weak."""
    return tr("Weak match, not counted") if place < closest.weak else tr("Closest pair, not counted")


def tick_of(closest: Closest, link: Link) -> float:
    """Return the score from which this pair would be a link."""
    needed = link.evidence.needed
    return closest.floor if needed is None else needed


def why_weak(analysis: Analysis, closest: Closest, link: Link) -> str:
    """Return why a pair is no link: its score, the one it needed, and what that depended on."""
    parts = [_score(analysis, closest, link)]
    parts.append(tr("Longest shared run: {n} word(s).", "", link.evidence.longest_run))
    if closest.by_wording and analysis.engine.encoder is not None:
        parts.append(tr("Scored by wording alone, for the two articles have too little in common for more."))
    elif said := together(link.evidence):
        parts.append(said)
    return " ".join(parts)


def _score(analysis: Analysis, closest: Closest, link: Link) -> str:
    score, needed = link.evidence.score, link.evidence.needed
    if needed is None:
        text = tr("It scored {score:.2f}. Below {floor:.2f} no two sentences are linked, whatever stands around them.")
        return text.format(score=score, floor=closest.floor)
    if score >= needed:
        text = tr(
            "It scored {score:.2f}, which would do, but outside the passages in common nothing else speaks for it."
        )
        return text.format(score=score)
    usual = Options.of(analysis.options).core_score
    if needed > usual:
        text = tr(
            "It scored {score:.2f}; {needed:.2f} was needed here, where too little else speaks for reuse. In an"
            " article that was plainly reused {usual:.2f} would do."
        )
        return text.format(score=score, needed=needed, usual=usual)
    return tr("It scored {score:.2f}; {needed:.2f} was needed.").format(score=score, needed=needed)


def no_match(analysis: Analysis, pair: Pair, closest: Closest | None) -> str:
    """Return what an empty comparison comes to: how much was compared, what came nearest, what it does not prove."""
    one, other = (len(analysis.article(i).sentences) for i in (pair.a, pair.b))
    text = tr("Sentences compared: {one} of {a} with {other} of {b}.")
    a, b = analysis.letter(pair.a), analysis.letter(pair.b)
    parts = [text.format(one=f"{one:,}", a=a, other=f"{other:,}", b=b)]
    if closest is not None and closest.best is not None:
        text = tr("The closest pair scored {score:.2f}; a link needed {needed:.2f} here.")
        if closest.best.evidence.needed is None:
            text = tr("The closest pair scored {score:.2f}; no link starts below {needed:.2f}.")
        score = closest.best.evidence.score
        parts.append(text.format(score=score, needed=tick_of(closest, closest.best)))
    elif closest is not None:
        parts.append(tr("No two sentences have anything in common that counts."))
    parts.append(tr("This does not prove that {a} is original, only that no source was found in {b}.").format(a=a, b=b))
    return " ".join(parts)


def weak_count(count: int | None, *, shown: bool) -> str:
    """Return what the status bar says of weak links: ``3 weak links hidden``; None where they were not looked for."""
    if count is None:
        return tr("Looking for weak links …") if shown else tr("Weak links hidden")
    return tr("{n} weak link(s) shown", "", count) if shown else tr("{n} weak link(s) hidden", "", count)
