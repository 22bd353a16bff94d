"""Which findings of a pair have a verdict, found from the verdicts and not by asking every finding for its own.

Pure: values in, values out. A pair may have thousands of links and few of them a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.review import FindingKey, Review, Verdict
from core.model import Analysis, Pair

_Ends = tuple[tuple[int, ...], tuple[int, ...]]


class Findings:
    """The findings of one pair by the sentences that they are about; made once, asked at every verdict."""

    def __init__(self, analysis: Analysis, pair: Pair) -> None:
        self._sha256 = analysis.article(pair.a).document.sha256, analysis.article(pair.b).document.sha256
        self._places: dict[_Ends, list[int]] = {}
        for number, link in enumerate(pair.links):
            self._places.setdefault((tuple(sorted(link.a)), tuple(sorted(link.b))), []).append(number)

    def verdicts(self, review: Review) -> dict[int, Verdict]:
        """Return the verdicts on the pair's links, by the link's number in the pair."""
        found = {
            number: judgement.verdict
            for key, judgement in review.judgements.items()
            if judgement.verdict is not None
            for ends in self._ends(key)
            for number in self._places.get(ends, ())
        }
        return dict(sorted(found.items()))

    def notes(self, review: Review) -> frozenset[int]:
        """Return which of the pair's links have a note, by the link's number in the pair."""
        noted = (ends for key, said in review.judgements.items() if said.note for ends in self._ends(key))
        return frozenset(number for ends in noted for number in self._places.get(ends, ()))

    def _ends(self, key: FindingKey) -> Iterator[_Ends]:
        """Yield the sentences of A and of B that a key means, where it is about these two files."""
        a, b = self._sha256
        if (key.first, key.second) == (a, b):
            yield key.first_sentences, key.second_sentences
        if (key.first, key.second) == (b, a) and (a != b or key.first_sentences != key.second_sentences):
            yield key.second_sentences, key.first_sentences
