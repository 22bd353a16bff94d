"""The report as what the typesetter reads: plain values, every string fit for a PDF, with names for places.

Pure. A linked pair is ``p3``, a row of the ledger ``s12``; what leads nowhere has an empty name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core.report.model import Report
from core.report.parts import Action, Card, MarkedText, SameFactRow
from core.report.sanitise import clean, language_code
from core.report.word.direction import first_is_rtl
from core.wording.marks import MarkKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LONG_CARD = 1800
"""Characters of both sides from which a card may break over two pages: it could not stand on one in any case."""
_JOINED = frozenset({MarkKind.PLAIN, MarkKind.SAME, MarkKind.ADDED, MarkKind.MISSING})


def pdf_data(report: Report) -> dict[str, Any]:
    """Return the report for the template."""
    data: dict[str, Any] = _plain(report)
    places = _Places(report)
    cards = [card for section in report.sections for card in section.cards]
    linked: list[Card | SameFactRow] = [*cards, *report.same_facts]
    made = [card for section in data["sections"] for card in section["cards"]]
    rows = zip(linked, (*made, *data["same_facts"]), strict=True)
    for n, (found, shown) in enumerate(rows, start=1):
        shown |= {"id": f"p{n}", "row": places.row(found.sentences)}
    if report.ledger:
        for line, shown in zip(report.ledger.lines, data["ledger"]["lines"], strict=True):
            shown["id"] = places.row((line.label,))
            for chip, drawn in zip(line.chips, shown["chips"], strict=True):
                drawn["to"] = places.between(line.label, chip.label)
    for action, shown in zip(report.actions, data["actions"], strict=True):
        shown["parts"] = [[clean(words), to] for words, to in _parts(action, report.letter, places)]
    return data


class _Places:
    """Where each linked pair of sentences and each row of the ledger stands."""

    def __init__(self, report: Report) -> None:
        cards = [card for section in report.sections for card in section.cards]
        self._pairs: dict[tuple[str, str], str] = {}
        self._first: dict[str, str] = {}
        linked: list[Card | SameFactRow] = [*cards, *report.same_facts]
        for n, found in enumerate(linked, start=1):
            name = f"p{n}"
            own = [label for label in found.sentences if _letter(label) == report.letter]
            for label in own:
                self._first.setdefault(label, name)
            for other in (label for label in found.sentences if _letter(label) != report.letter):
                for label in own:
                    self._pairs.setdefault((label, other), name)
        lines = report.ledger.lines if report.ledger else ()
        self._rows = {line.label: f"s{n}" for n, line in enumerate(lines, start=1)}

    def row(self, labels: Iterable[str]) -> str:
        return next((self._rows[label] for label in labels if label in self._rows), "")

    def between(self, own: str, other: str) -> str:
        return self._pairs.get((own, other), "")

    def first(self, label: str) -> str:
        return self._first.get(label, "")


def _letter(label: str) -> str:
    return label.partition(" ")[0]


def _parts(action: Action, letter: str, places: _Places) -> Iterator[tuple[str, str]]:
    """Yield the sentence in pieces, each with the card that it leads to."""
    at = 0
    for found in re.finditer(rf"\b{re.escape(letter)} \d+\b", action.text):
        to = places.first(found.group())
        if to:
            yield action.text[at : found.start()], ""
            yield found.group(), to
            at = found.end()
    yield action.text[at:], ""


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON holds is of many types
    """Return a value as what JSON holds, every string of it fit for a PDF."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, MarkedText):
        return _passage(value)
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, tuple | bytes):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return [value.year, value.month, value.day, value.hour, value.minute, value.second]
    return value


def _fields(value: DataclassInstance) -> dict[str, Any]:
    made = {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Card):
        made["long"] = len(value.article.text) + len(value.source.text) > _LONG_CARD
    elif "language" in made:
        made["language"] = language_code(made["language"])
    return made


def _passage(passage: MarkedText) -> dict[str, object]:
    """Return the wording with neighbours of one kind joined: a page needs no pairs of words."""
    runs: list[list[str]] = []
    for run in passage.runs:
        kind, words = run.kind.value, clean(run.text)
        if runs and runs[-1][0] == kind and run.kind in _JOINED:
            runs[-1][1] += words
        else:
            # Two values instead of a table: a long report has some hundred thousand of them.
            runs.append([kind, words])
    return {"runs": runs, "language": language_code(passage.language), "rtl": first_is_rtl(passage.text)}
