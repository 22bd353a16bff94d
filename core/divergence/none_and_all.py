"""Words that tell of none where the source tells of all, or the other way round: nobody, everybody; never, always.

Pure. They stand for each other where the same words follow both, and nothing else in either clause denies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from core.divergence.negation import ahead, hard_denial
from core.divergence.view import LinkView, SideView, Word, same_stem
from core.model import Divergence, DivergenceType, Severity

REACH = 6
"""Words behind one of these within which what it is said of stands."""
COMPARED = 2
"""Content words behind both that must be the same."""
WINDOW = 9
"""Words around in which another denial turns the sense back."""
_OPPOSITES = (
    (
        frozenset({"nobody", "none", "no", "nothing", "neither"}),
        frozenset({"everybody", "everyone", "everything", "all", "every", "both", "each"}),
    ),
    (frozenset({"never"}), frozenset({"always"})),
)
_MORE = frozenset({"longer", "more", "less", "fewer", "later", "sooner", "doubt", "matter", "wonder"})
"""What makes a “no” in front of it tell of no amount: no longer."""

Partners = Callable[[Word], list[Word]]


def find_none_and_all(view: LinkView) -> Iterator[Divergence]:
    """Yield what is said of none on one side and of all on the other."""
    for none, every in _OPPOSITES:
        for own, other in ((none, every), (every, none)):
            for word in _outside_quotations(view.a, own):
                for mate in _outside_quotations(view.b, other):
                    said_a, said_b = _said_of(view.a, word), _said_of(view.b, mate)
                    if _same(said_a, said_b, view.partners_b) and _denied(view.a, word) == _denied(view.b, mate):
                        a, b = view.a.hull([word, said_a[0]]), view.b.hull([mate, said_b[0]])
                        yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, view.opposed(a, b))


def _outside_quotations(side: SideView, keys: frozenset[str]) -> list[Word]:
    return [w for w in side.words if w.key in keys and w.quotation is None]


def _said_of(side: SideView, word: Word) -> list[Word]:
    """Return the first content words behind one that tells of none or all; none where it tells of an amount."""
    after = ahead(side.words[word.at + 1 : word.at + 1 + REACH], word)
    if after and after[0].key in _MORE:
        return []
    one = after[:1] if word.key in ("no", "every") and after and after[0].key == "one" else []
    return [w for w in after[len(one) :] if w.content][:COMPARED]


def _same(own: Sequence[Word], other: Sequence[Word], partners: Partners) -> bool:
    """Return whether there are such words and they are the same, one by one."""
    pairs = list(zip(own, other, strict=False))
    return bool(pairs) and all(same_stem(x.text, y.text) and y in partners(x) for x, y in pairs)


def _denied(side: SideView, word: Word) -> int:
    """Return how many other words near one in its sentence deny."""
    near = side.words[max(0, word.at - WINDOW) : word.at + WINDOW + 1]
    return sum(hard_denial(w) for w in near if w is not word and w.sentence == word.sentence)
