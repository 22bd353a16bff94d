"""What every part of the Word report is set on: its width, its colours, and the places that links lead to. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.report.model import Report
from core.report.places import Places, places
from core.report.word.inks import Inks, inks
from core.report.word.markup import Xml, el, joined


@dataclass(frozen=True, slots=True)
class Sheet:
    """``width`` is that of the text, in points; ``numbers`` has one for each place that may be a link's end."""

    width: float
    colours: Inks
    places: Places
    numbers: Mapping[str, int]

    def bookmark(self, place: str, content: Xml) -> Xml:
        """Return the content as the place that links lead to."""
        number = self.numbers.get(place)
        if number is None:
            return content
        return joined((el("bookmarkStart", id=number, name=_name(place)), content, el("bookmarkEnd", id=number)))

    def link(self, place: str, content: Xml) -> Xml:
        """Return the content as a link; as it is where there is no such place."""
        return el("hyperlink", content, anchor=_name(place), history=1) if place in self.numbers else content

    def to_ledger(self, labels: tuple[str, ...], content: Xml) -> Xml:
        """Return the content as a link to the first of these sentences in the ledger."""
        return self.link(next((self.places.sentences[x] for x in labels if x in self.places.sentences), ""), content)


def sheet_of(report: Report, width: float) -> Sheet:
    """Return what a report is set on."""
    found = places(report)
    names = [*found.sentences.values(), *(place for told in found.told.values() for place in told)]
    return Sheet(width, inks(report.marks), found, {name: n for n, name in enumerate(dict.fromkeys(names), start=1)})


def _name(place: str) -> str:
    """Return a place as Word can name it: of letters, digits and low lines."""
    return place.replace("-", "_")
