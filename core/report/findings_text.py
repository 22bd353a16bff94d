"""The findings in short, to be pasted into an e-mail: as plain text, and as simple HTML that mail programs keep.

Both are made of the same blocks. Nothing is wrapped; whoever reads it has a window of their own width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from core.report.chosen_parts import JudgedCard
from core.report.model import Report
from core.report.parts import Card, DirectionText, DivergenceLine
from core.report.phrases import shorten
from core.report.sanitise import visible

_WORDING = 140
_FONT = "font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 1.45"
_HEAD = "font-size: 15px; font-weight: bold; margin: 16px 0 4px 0"
_PARAGRAPH = "margin: 0 0 6px 0"
_ITEMS = "margin: 0 0 6px 0; padding-left: 20px"


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, a paragraph, or a list; ``inner`` are the points below each item."""

    heading: str = ""
    text: str = ""
    items: tuple[tuple[str, tuple[str, ...]], ...] = ()


def findings_text(report: Report) -> str:
    """Return the findings as plain text: a line a paragraph, points with dashes."""
    lines: list[str] = []
    for block in _blocks(report):
        if block.heading:
            lines += ["", visible(block.heading)] if lines else [visible(block.heading)]
        if block.text:
            lines.append(visible(block.text))
        for item, inner in block.items:
            lines.append(f"- {visible(item)}")
            lines += [f"  - {visible(point)}" for point in inner]
    return "\n".join(lines) + "\n"


def findings_html(report: Report) -> str:
    """Return the findings as a piece of HTML with styles of its own, every word of it escaped."""
    parts = [f'<div lang="{_text(report.language)}" style="{_FONT}">']
    for block in _blocks(report):
        if block.heading:
            parts.append(f'<p dir="auto" style="{_HEAD}">{_text(block.heading)}</p>')
        if block.text:
            parts.append(f'<p dir="auto" style="{_PARAGRAPH}">{_text(block.text)}</p>')
        if block.items:
            parts.append(f'<ul style="{_ITEMS}">')
            parts += [_item(item, inner) for item, inner in block.items]
            parts.append("</ul>")
    return "\n".join([*parts, "</div>"]) + "\n"


def _item(item: str, inner: tuple[str, ...]) -> str:
    points = "".join(f'<li dir="auto">{_text(point)}</li>' for point in inner)
    below = f'<ul style="{_ITEMS}">{points}</ul>' if points else ""
    return f'<li dir="auto">{_text(item)}{below}</li>'


def _text(words: str) -> str:
    return escape(visible(words))


def _blocks(report: Report) -> Iterator[_Block]:
    by = f", prepared by {report.prepared_by}" if report.prepared_by else ""
    yield _Block(heading=f"{report.heading}: {report.title}", text=report.subtitle)
    yield _Block(text=f"{report.date}{by}")
    for notice in report.notices:
        yield _Block(text=notice)
    if report.with_summary:
        yield from _summary(report)
    if report.credit:
        yield _Block(heading="Credit")
    for line in report.credit:
        yield _Block(text=line)
    for section in report.sections:
        yield _Block(heading=section.heading, text=section.summary)
        yield _Block(items=tuple((_card(card), tuple(map(_change, card.divergences))) for card in section.cards))
    files = tuple(
        (f"{f.letter}: {f.name}, {f.words:,} words, SHA-256 {f.sha256}", tuple(x for x in (f.title, f.told) if x))
        for f in report.files
    )
    yield _Block(heading="Files", items=files)
    yield _Block(text=f"{report.engine} Settings digest {report.digest}.")


def _summary(report: Report) -> Iterator[_Block]:
    yield _Block(text=" ".join(report.statement))
    yield from (_Block(text=f"{step.name}: {step.text}.") for step in report.scale if step.applies)
    yield _Block(text=" · ".join(f"{score.name} {score.figure}" for score in report.scores))
    if report.exclusions:
        yield _Block(text=report.exclusions)
    actions = tuple((f"{a.severity.value.capitalize()}: {a.name}. {a.text}", ()) for a in report.actions)
    yield _Block(heading="What needs action", text="" if actions else report.no_action, items=actions)
    if report.set_aside:
        yield _Block(text=report.set_aside)
    if report.direction:
        yield _Block(heading="Direction", items=tuple((_direction(d), ()) for d in report.direction))


def _direction(direction: DirectionText) -> str:
    against = f"Against it: {' '.join(direction.against)}" if direction.against else ""
    parts = (direction.verdict, *direction.reasons, against, direction.note)
    return " ".join(part for part in parts if part)


def _card(card: Card) -> str:
    """Return a link in a line: where, how it matches, what an editor said, and how it reads."""
    parts = [card.label, card.class_name, card.strength]
    if isinstance(card, JudgedCard):
        decision = card.decision
        said = (decision.name if decision.verdict else "", f"note: {decision.note}" if decision.note else "")
        parts += [part for part in (*said, decision.signed, card.by_hand) if part]
    return f"{' · '.join(parts)}: “{shorten(card.article.text, _WORDING)}”"


def _change(line: DivergenceLine) -> str:
    return f"{line.severity.value.capitalize()}: {line.name}, {line.change}. {line.why}"
