"""Whom the article under examination credits, in one plain sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import CreditDetail, CreditPlace, CreditStrength, Side
from core.report.phrases import listed, shorten, some
from core.report.sources import Source
from resources.lists import word_list

_LONGEST_NAME = 60
_WHERE = {
    CreditPlace.BEFORE: "before the first {kind} sentence",
    CreditPlace.IN: "in the first {kind} sentence",
    CreditPlace.AFTER: "after the first {kind} sentence",
}
_WEAKER = "That is weaker than a credit in the text, which readers are sure to meet."


def credit_sentences(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return a sentence for each newsroom or person credited, for every source with reuse; each said once."""
    reused = [s for s in sources if s.links]
    told: list[str] = []
    for source in reused:
        details = source.pair.credit.details
        for name in source.pair.credit.names:
            of = f" from {source.letter}" if len(reused) > 1 else ""
            told.append(_sentence(name, [d for d in details if d.name == name], source, of))
    return tuple(dict.fromkeys(part for part in told if part))


def _sentence(name: str, details: Sequence[CreditDetail], source: Source, of: str) -> str:
    if not details:
        return ""
    best = min(details, key=lambda d: (list(CreditStrength).index(d.strength), d.span))
    name = shorten(name, _LONGEST_NAME)
    whom = f"The {name}" if _has_article(name) else name
    # Who borrowed is said only where the texts tell it.
    kind = "shared" if source.pair.direction.derived is Side.UNKNOWN else "borrowed"
    of = of.replace("from", "with") if kind == "shared" else of
    where = _WHERE[best.place].format(kind=kind) + of if best.place else f"where nothing is {kind}{of}"
    taken = {i for link in source.links for i in link.a}
    # One credit covers what follows it; what a newsroom is credited for is what all of its credits cover together.
    covers = _covers(len({i for d in details for i in d.covers}), len(taken), kind)
    if best.strength is CreditStrength.TEXT:
        more = sorted({d.paragraph for d in details if d.strength is CreditStrength.TEXT})
        paragraphs = f"paragraph{'s' if len(more) > 1 else ''} {listed([str(n) for n in more])}"
        said = f"{whom} is credited in {paragraphs}, {where}."
        return f"{said} {covers}".strip()
    how = {
        CreditStrength.DATELINE: f"in the dateline of paragraph {best.paragraph}",
        CreditStrength.NOTE: "in a note on its own",
        CreditStrength.LINK: "by an address",
    }[best.strength]
    return f"{whom} is credited only {how}, {where}. {_WEAKER}"


def _covers(covered: int, taken: int, kind: str) -> str:
    if not taken or covered > taken:
        return ""
    if covered == taken:
        return f"It covers all {taken} {kind} sentences." if taken > 1 else f"It covers the only {kind} sentence."
    return f"It covers {covered} of {some(taken, f'{kind} sentence')}."


def _has_article(name: str) -> bool:
    """Return whether a newsroom is called with “the”: the Associated Press, but Reuters."""
    words = name.casefold().split()
    endings = word_list("outlet_endings")
    return len(words) > 1 and words[0] != "the" and (words[-1] in endings or " ".join(words[-2:]) in endings)
