"""The report as what the typesetter reads: plain values, every string fit for a PDF, with names for places.

Pure. Places are called what :mod:`core.report.places` calls them; what leads nowhere has an empty name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core.report.model import Report
from core.report.parts import Action, Card, MarkedText
from core.report.places import Places, fact, passage, places
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
    there = places(report)
    for section, shown in zip(report.sections, data["sections"], strict=True):
        for number, (card, drawn) in enumerate(zip(section.cards, shown["cards"], strict=True), start=1):
            drawn |= {"id": passage(section.letter, number), "row": _row(card.sentences, there)}
    for number, (row, drawn) in enumerate(zip(report.same_facts, data["same_facts"], strict=True), start=1):
        drawn |= {"id": fact(number), "row": _row(row.sentences, there)}
    if report.ledger:
        for line, shown in zip(report.ledger.lines, data["ledger"]["lines"], strict=True):
            shown["id"] = there.sentences[line.label]
            for chip, drawn in zip(line.chips, shown["chips"], strict=True):
                drawn["to"] = there.of(line.label, chip.label)
    for action, shown in zip(report.actions, data["actions"], strict=True):
        shown["parts"] = [[clean(words), to] for words, to in _parts(action, report.letter, there)]
    return data


def _row(labels: Iterable[str], there: Places) -> str:
    return next((there.sentences[label] for label in labels if label in there.sentences), "")


def _parts(action: Action, letter: str, there: Places) -> Iterator[tuple[str, str]]:
    """Yield the sentence in pieces, each with the card that it leads to."""
    at = 0
    for found in re.finditer(rf"\b{re.escape(letter)} \d+\b", action.text):
        to = next(iter(there.told.get(found.group(), {})), "")
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
    # Two lists instead of pairs: a long report has some hundred thousand runs, and each table takes its memory.
    kinds: list[str] = []
    stretches: list[str] = []
    for run in passage.runs:
        kind, words = run.kind.value, clean(run.text)
        if kinds and kinds[-1] == kind and run.kind in _JOINED:
            stretches[-1] += words
        else:
            kinds.append(kind)
            stretches.append(words)
    runs = {"kinds": kinds, "words": stretches}
    return {"runs": runs, "language": language_code(passage.language), "rtl": first_is_rtl(passage.text)}
