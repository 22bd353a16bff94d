"""What an editor said of the links that are shown: verdicts and notes, and which sentences they are about.

Pure: no widgets. Links are known by their number in the pair.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from core.case.review import Verdict
from desktop.compare.scene import SentenceView, Side
from desktop.language import tr
from desktop.terms import verdict_said
from desktop.verdict_signs import weightiest


class Marginal:
    """Verdicts by link, and the links that have a note."""

    def __init__(self) -> None:
        self._verdicts: dict[int, Verdict] = {}
        self._noted: frozenset[int] = frozenset()
        self._judged: dict[int, tuple[Side | None, dict[int, Verdict]]] = {}
        """What was last found, by the side's identity: it is asked for several times over."""

    def clear(self) -> None:
        """Forget everything: another pair is shown."""
        self._verdicts, self._noted = {}, frozenset()
        self._judged.clear()

    def set_verdicts(self, verdicts: Mapping[int, Verdict]) -> bool:
        """Take other verdicts; return whether they are other ones."""
        before, self._verdicts = self._verdicts, dict(verdicts)
        self._judged.clear()
        return before != self._verdicts

    def set_notes(self, links: Collection[int]) -> bool:
        """Take other links with a note; return whether they are other ones."""
        before, self._noted = self._noted, frozenset(links)
        return before != self._noted

    def judged(self, side: Side | None) -> dict[int, Verdict]:
        """Return the verdicts on one side's sentences; of several on one the one that asks most."""
        known = self._judged.get(id(side))
        if known is None or known[0] is not side:
            found = ((n, self._verdict(links)) for n, links in _about(side, self._verdicts))
            known = side, {n: verdict for n, verdict in found if verdict is not None}
            self._judged = {**({} if len(self._judged) > 1 else self._judged), id(side): known}
        return known[1]

    def noted(self, side: Side | None) -> frozenset[int]:
        """Return one side's sentences that have a link with a note."""
        return frozenset(n for n, links in _about(side, self._noted) if not self._noted.isdisjoint(links))

    def told_of(self, side: Side | None) -> set[int]:
        """Return one side's sentences that something was said of: these are never folded away."""
        return {*self.judged(side), *self.noted(side)}

    def said(self, view: SentenceView) -> list[str]:
        """Return in words what was said of a sentence."""
        verdict = self._verdict(view.links)
        told = [verdict_said(verdict)] if verdict is not None else []
        return [*told, tr("has a note")] if not self._noted.isdisjoint(view.links) else told

    def _verdict(self, links: Collection[int]) -> Verdict | None:
        return weightiest([self._verdicts[link] for link in links if link in self._verdicts])


def _about(side: Side | None, links: Collection[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Return the sentences of a side that links are about, whether these show or not, each with its links that do."""
    if side is None or not side.analysed:
        return []
    about = {n for link in links for n in side.linked[link]}
    return [(n, side.told(n)[2]) for n in sorted(about)]
