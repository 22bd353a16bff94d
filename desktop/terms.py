"""The engine's names of things as the desktop says them: classes, changes, severities, verdicts, parts and formats.

The engine names them in English, and so does its report, whatever the language of the desktop. Its sentences are shown
as they are; these names are short and stand everywhere, so they are translated with the desktop's own texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.case.review import Verdict
from core.model import DivergenceType, MatchClass, Role, SentenceKind, Severity
from core.report import phrases
from desktop.language import tr, tr_noop

if TYPE_CHECKING:
    from core.report.formats import Format

NAMES = (
    tr_noop("Verbatim"),
    tr_noop("Close"),
    tr_noop("Paraphrase"),
    tr_noop("Quotation"),
    tr_noop("Same fact only"),
    tr_noop("No source here"),
    tr_noop("Unchecked"),
    tr_noop("Unrelated"),
    tr_noop("verbatim"),
    tr_noop("close"),
    tr_noop("paraphrase"),
    tr_noop("quotation"),
    tr_noop("same fact only"),
    tr_noop("no source here"),
    tr_noop("unchecked"),
    tr_noop("unrelated"),
    tr_noop("Number"),
    tr_noop("Date"),
    tr_noop("Name"),
    tr_noop("Place"),
    tr_noop("Speaker"),
    tr_noop("Unquoted"),
    tr_noop("Attribution"),
    tr_noop("Negation"),
    tr_noop("Modality"),
    tr_noop("Wrong word"),
    tr_noop("Omission"),
    tr_noop("Addition"),
    tr_noop("number"),
    tr_noop("date"),
    tr_noop("name"),
    tr_noop("place"),
    tr_noop("speaker"),
    tr_noop("unquoted"),
    tr_noop("attribution"),
    tr_noop("negation"),
    tr_noop("modality"),
    tr_noop("wrong word"),
    tr_noop("omission"),
    tr_noop("addition"),
    tr_noop("high"),
    tr_noop("medium"),
    tr_noop("low"),
    tr_noop("acceptable"),
    tr_noop("needs credit"),
    tr_noop("needs rewrite"),
    tr_noop("dismissed"),
    tr_noop("review"),
    tr_noop("source"),
    tr_noop("licensed"),
    tr_noop("unknown"),
    tr_noop("headline"),
    tr_noop("dateline"),
    tr_noop("body"),
    tr_noop("caption"),
    tr_noop("boilerplate"),
    tr_noop("meaning"),
    tr_noop("wording"),
    tr_noop("order"),
    tr_noop("Strong match"),
    tr_noop("Fair match"),
    tr_noop("Weak match"),
    tr_noop("Summary and scores"),
    tr_noop("Aligned passages"),
    tr_noop("Sentence ledger"),
    tr_noop("Credit and quotation audit"),
    tr_noop("Overview matrix"),
    tr_noop("Omitted and added"),
    tr_noop("Full texts, side by side"),
    tr_noop("PDF document"),
    tr_noop("Web page (HTML)"),
    tr_noop("Word document (DOCX)"),
    tr_noop("Tables (CSV)"),
    tr_noop("Data (JSON)"),
)
"""Each of the engine's names once, for the translators; a test holds them to the engine."""


def class_name(match: MatchClass) -> str:
    """Return the name of a class: ``Close``."""
    return tr(phrases.CLASS_NAMES[match])


def class_said(match: MatchClass) -> str:
    """Return the name of a class inside a sentence: ``close``."""
    return tr(phrases.CLASS_NAMES[match].lower())


def change_name(kind: DivergenceType) -> str:
    """Return the name of a kind of change: ``Wrong word``."""
    return tr(phrases.divergence_name(kind))


def change_said(kind: DivergenceType) -> str:
    """Return the name of a kind of change inside a sentence: ``wrong word``."""
    return tr(phrases.divergence_name(kind).lower())


def severity_said(severity: Severity) -> str:
    """Return a severity: ``high``."""
    return tr(severity.value)


def verdict_said(verdict: Verdict) -> str:
    """Return a verdict as the end of a sentence: ``needs rewrite``."""
    return tr(phrases.VERDICT_NAMES[verdict].lower())


def role_said(role: Role) -> str:
    """Return what part an article plays: ``source``."""
    return tr(role.value)


def format_name(of: Format) -> str:
    """Return the name of a form of the report: ``Web page (HTML)``."""
    return tr(of.title)


def kind_said(kind: SentenceKind) -> str:
    """Return what a sentence is on the page: ``caption``."""
    return tr(kind.value)


def strength(confidence: float) -> str:
    """Return in words how sure a link is."""
    return tr(phrases.strength(confidence))
