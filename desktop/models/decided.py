"""Which findings of a pair have a verdict, found from the verdicts and not by asking every finding for its own.

Pure: values in, values out. A pair may have thousands of links and few of them a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.review import FindingKey, Review, Verdict
from core.model import Analysis, Pair


def verdicts_in(analysis: Analysis, pair: Pair, review: Review) -> dict[int, Verdict]:
    """Return the verdicts on a pair's links, by the link's number in the pair."""
    given = [(key, judgement.verdict) for key, judgement in review.judgements.items() if judgement.verdict is not None]
    if not given:
        return {}
    sha256 = analysis.article(pair.a).document.sha256, analysis.article(pair.b).document.sha256
    places: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for number, link in enumerate(pair.links):
        places.setdefault((tuple(sorted(link.a)), tuple(sorted(link.b))), []).append(number)
    found = {
        number: verdict for key, verdict in given for ends in _ends(key, *sha256) for number in places.get(ends, ())
    }
    return dict(sorted(found.items()))


def _ends(key: FindingKey, a: str, b: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield the sentences of A and of B that a key means, where it is about these two files."""
    if (key.first, key.second) == (a, b):
        yield key.first_sentences, key.second_sentences
    if (key.first, key.second) == (b, a) and (a != b or key.first_sentences != key.second_sentences):
        yield key.second_sentences, key.first_sentences
