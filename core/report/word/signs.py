"""What stands for a class, a severity or a verdict: a sign or a word, to which a style adds the colour. Pure."""

from __future__ import annotations

from core.model import MatchClass, Severity
from core.report.chosen_parts import Decision
from core.report.parts import DivergenceLine, MarkedText
from core.report.sanitise import language_code
from core.report.word.inks import Inks
from core.report.word.markup import NOTHING, Xml, el, joined, paragraph, run, said, wording
from core.report.word.styles import (
    CELL,
    CELL_DETAIL,
    LANGUAGES,
    SOFT,
    STRONG,
    WORDING,
    class_style,
    mark_style,
    severity_style,
    verdict_style,
)
from core.report.word.tables import Ground, Rail
from core.wording.marks import MarkKind

_NBSP = "\u00a0"
_CLASS_SIGNS = {
    MatchClass.VERBATIM: "=",
    MatchClass.CLOSE: "≈",
    MatchClass.PARAPHRASE: "~",
    MatchClass.QUOTATION: "“”",
    MatchClass.SAME_FACT: "…",
    MatchClass.NO_SOURCE: "–",
    MatchClass.UNCHECKED: "–",
}
_SEVERITY_SIGNS = {Severity.HIGH: "▲", Severity.MEDIUM: "◆", Severity.LOW: "○"}
_BEFORE = {MarkKind.ADDED: "+", MarkKind.WRONG: "!"}
_PATTERNS = {
    MatchClass.CLOSE: "thinVertStripe",
    MatchClass.PARAPHRASE: "thinDiagStripe",
    MatchClass.SAME_FACT: "pct20",
    MatchClass.UNCHECKED: "thinHorzStripe",
}
_RAILS = {
    MatchClass.VERBATIM: ("single", 24),
    MatchClass.CLOSE: ("double", 6),
    MatchClass.PARAPHRASE: ("dashed", 12),
    MatchClass.QUOTATION: ("single", 12),
    MatchClass.SAME_FACT: ("dotted", 12),
}


def class_chip(match: MatchClass, name: str) -> Xml:
    """Return a class's sign and a name, on the ground of the class."""
    return said(f"{_NBSP}{_CLASS_SIGNS[match]}{_NBSP}{name}{_NBSP}", class_style(match))


def severity(level: Severity) -> Xml:
    """Return a severity's sign and name: ``▲ High``."""
    return run(f"{_SEVERITY_SIGNS[level]}{_NBSP}{level.value.capitalize()}", severity_style(level))


def verdict(decision: Decision) -> Xml:
    """Return a verdict's name."""
    return said(decision.name, verdict_style(decision.verdict))


def ground(match: MatchClass, colours: Inks) -> Ground:
    """Return what a class's part of the bar looks like."""
    tone = colours.classes[match]
    pattern = _PATTERNS.get(match)
    return Ground(tone.bar, pattern, tone.ink) if pattern else Ground(tone.bar)


def swatch(match: MatchClass, colours: Inks) -> Xml:
    """Return a piece of a class's part of the bar for a line of text."""
    look = ground(match, colours)
    shade = el("shd", val=look.pattern, color=look.over, fill=look.fill)
    return el("r", el("rPr", shade), Xml(f"<w:t>{_NBSP * 5}</w:t>"))


def rail(match: MatchClass, colours: Inks) -> Rail | None:
    """Return the line beside a sentence of a class, told apart by its kind; None for what has no source."""
    line = _RAILS.get(match)
    return Rail(*line, colours.classes[match].ink) if line else None


def marked(passage: MarkedText, *, source: bool, keep: bool = False) -> Xml:
    """Return one side of a card as a paragraph with its word marks."""
    pieces = [
        (_BEFORE.get(r.kind, "") * (not source) + r.text, mark_style(r.kind, source=source)) for r in passage.runs
    ]
    runs, rtl = wording(pieces, tag(passage.language))
    return paragraph(runs, style=WORDING, keep=keep, rtl=rtl)


def in_language(text: str, language: str, style: str) -> Xml:
    """Return an article's own words as a paragraph in their language and direction."""
    runs, rtl = wording([(text, "")], tag(language))
    return paragraph(runs, style=style, rtl=rtl)


def tag(language: str) -> str:
    """Return a language as Word names it; empty for what is no code, and for the report's own language."""
    return "" if language in LANGUAGES else language_code(language)


def change(line: DivergenceLine) -> Xml:
    """Return a divergence as a paragraph, and below it what it does to the sense."""
    told = joined((severity(line.severity), said("  "), said(line.name, STRONG), said("  "), said(line.change)))
    why = paragraph(said(line.why, SOFT), style=CELL_DETAIL) if line.why else NOTHING
    return joined((paragraph(told, style=CELL, keep=bool(line.why)), why))
