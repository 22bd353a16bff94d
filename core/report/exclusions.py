"""What an editor left out of the scores: the sentence that says so, and its place among the settings."""

from __future__ import annotations

from collections.abc import Mapping

from core.model import Analysis, Exclusions, Scores
from core.originality.credit import openly_quoted
from core.report.phrases import flat, listed, quoted, sentence, some
from core.report.shares import percents

_NAMED = 3
"""Phrases up to which each is named."""
_SETTINGS = {
    "exclude_quotations": "Shared quotations, and who says them, are left out of the scores.",
    "exclude_names": "The words of names, and the titles before them, are left out of the scores.",
    "exclude_runs": "Shared runs of fewer words are left out of the scores.",
    "exclude_phrases": "These words are left out of the scores wherever they stand.",
}


def exclusions(analysis: Analysis) -> str:
    """Return in one sentence what was left out and the sourced share with and without it; empty where nothing was."""
    ledger = analysis.ledger(analysis.subject)
    if ledger.without_exclusions is None:
        return ""
    subject = analysis.article(analysis.subject)
    openly = any(openly_quoted(subject, pair.credit) for pair in analysis.pairs if pair.a == subject.id)
    what, plural = _what(analysis.exclusions, openly=openly)
    verb, it = ("are", "them") if plural else ("is", "it")
    after, before = _sourced(ledger.scores), _sourced(ledger.without_exclusions)
    letter = analysis.letter(analysis.subject)
    return sentence(
        f"{what} {verb} left out of the scores: {after}% of the words of {letter} count as having a source here, "
        f"{before}% with {it}"
    )


def settings_used(analysis: Analysis) -> Mapping[str, object]:
    """Return the options of the run and, where there were any, its exclusions."""
    used, wanted = dict(analysis.options), analysis.exclusions
    values = (wanted.quotations, wanted.names, wanted.runs_below, "; ".join(flat(p) for p in wanted.phrases))
    return used | {name: value for name, value in zip(_SETTINGS, values, strict=True) if value}


def setting_reasons() -> Mapping[str, str]:
    """Return what each exclusion does, by the name of its setting."""
    return _SETTINGS


def _what(wanted: Exclusions, *, openly: bool) -> tuple[str, bool]:
    """Return what is left out, and whether that is plural; ``openly`` where the subject quotes whom it credits."""
    parts = []
    if wanted.quotations:
        parts.append("shared quotations and what is openly quoted from a source" if openly else "shared quotations")
    if wanted.names:
        parts.append("names with their titles")
    if wanted.runs_below:
        parts.append(f"shared runs of fewer than {some(wanted.runs_below, 'word')}")
    plural = bool(parts) or len(wanted.phrases) > 1
    if wanted.phrases:
        shown = listed([quoted(p) for p in wanted.phrases])
        number = len(wanted.phrases)
        parts.append(f"the phrase{'s' if number > 1 else ''} {shown}" if number <= _NAMED else some(number, "phrase"))
    return listed(parts), plural


def _sourced(scores: Scores) -> int:
    """Return the sourced share as the printed shares by class add up to it, in percent."""
    return percents(scores).sourced
