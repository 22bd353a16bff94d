"""Statements that were turned into their opposite: the source denies what A says, or the other way round.

The word a “not” governs is followed through the word alignment; any other way to deny it (“refused”, “without”,
“unable”, an opposite prefix) counts as keeping it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from core.divergence.verbs import verb_group
from core.divergence.view import LinkView, SideView, Word, same_form, same_stem, word_table
from core.model import Divergence, DivergenceType, Severity
from resources.lists import word_list

REACH = 5
"""Words after a “not” within which the word it governs stands."""
SHORTEST_ROOT = 4
"""Letters of a word that a prefix turns into its opposite; “port” and “import” may pass, but are hardly aligned."""
WINDOW = 9
"""Words around the other side's word in which any denial keeps the sense."""
_SKIPPED = frozenset(
    {
        "been",
        "be",
        "have",
        "has",
        "had",
        "is",
        "was",
        "were",
        "are",
        "do",
        "did",
        "does",
        "yet",
        "ever",
        "any",
        "a",
        "the",
    }
    | {"to", "immediately", "currently", "necessarily", "longer"}
)
_SET_PHRASES = frozenset(
    {"less", "fewer", "more", "later", "only", "just", "least", "matter", "doubt", "longer", "sooner", "wonder", "one"}
    | {"everyone", "everything", "everybody", "all", "every", "always"}
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_OF_WHOM = frozenset({"none", "nobody", "nothing", "neither"})
_PREFIXES = ("un", "in", "im", "dis", "non", "ir", "il")


def find_negation(view: LinkView) -> Iterator[Divergence]:
    """Yield statements that one side denies and the other makes."""
    opposites = list(_opposite_words(view))
    for word, other in opposites:
        if not (_hard(view.a, word) or _hard(view.b, other)):
            why = f"{view.became(word.span, other.span)}, which is the opposite."
            yield Divergence(DivergenceType.NEGATION, word.span, other.span, Severity.HIGH, why)
    if not opposites:  # else the “not” is what makes up for it
        yield from _lost_or_added(view)


def _lost_or_added(view: LinkView) -> Iterator[Divergence]:
    """Yield a “not” of the source that A does not have, then one of A that the source does not have."""
    yield from _of_places(view)
    for denied, governed in _denials(view.b):
        for partner in view.partners_a(governed):
            if (
                partner.quotation is None
                and _same_statement(view, partner, governed)
                and not _denies(view.a, partner, _kept_a(view))
            ):
                a = view.a.hull(verb_group(view.a, partner))
                b = view.b.hull([denied, *verb_group(view.b, governed)])
                why = f"{view.became(a, b)}: it is not denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break
    for denied, governed in _denials(view.a):
        for partner in view.partners_b(governed):
            if (
                partner.quotation is None
                and _same_statement(view, governed, partner)
                and not _denies(view.b, partner, _kept_b(view))
            ):
                a = view.a.hull([denied, *verb_group(view.a, governed)])
                b = view.b.hull(verb_group(view.b, partner))
                why = f"{view.became(a, b)}: it is denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break


def _of_places(view: LinkView) -> Iterator[Divergence]:
    """Yield what is denied with a preposition on one side and told with the same one on the other: not in talks."""
    for denied, governed in _placed(view.b):
        for partner in view.partners_a(governed):
            told = _told_place(view.a, partner, view.b.words[denied.at + 1].key)
            if told and _same_statement(view, partner, governed) and not _denies(view.a, partner, _kept_a(view)):
                a, b = view.a.hull(told), view.b.hull([*_verb_before(view.b, denied), denied, governed])
                why = f"{view.became(a, b)}: it is not denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break
    for denied, governed in _placed(view.a):
        for partner in view.partners_b(governed):
            told = _told_place(view.b, partner, view.a.words[denied.at + 1].key)
            if told and _same_statement(view, governed, partner) and not _denies(view.b, partner, _kept_b(view)):
                a, b = view.a.hull([*_verb_before(view.a, denied), denied, governed]), view.b.hull(told)
                why = f"{view.became(a, b)}: it is denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break


def _placed(side: SideView) -> Iterator[tuple[Word, Word]]:
    """Yield denying words outside quotations with a preposition behind them, each with the word it leads to.

    They follow a form of “be” (was not in talks), are one with it (wasn’t), or stand for who is meant (none of them).
    """
    for word in side.words:
        if not hard_denial(word) or word.quotation is not None or not word.word:
            continue
        after = ahead(side.words[word.at + 1 : word.at + 1 + REACH], word)
        if not after or after[0].key not in word_list("grammar_prepositions"):
            continue
        governed = next((w for w in after if w.content), None)
        stands = word.key in _OF_WHOM or word.key.removesuffix("n't") in _BE or _verb_before(side, word)
        if stands and governed is not None and governed.text[0].islower():
            yield word, governed


def _told_place(side: SideView, word: Word, preposition: str) -> list[Word]:
    """Return the words from a form of “be”, or from who is meant, over a preposition to a word; [] without them."""
    if word.quotation is not None:
        return []
    for at in range(word.at - 1, max(-1, word.at - REACH), -1):
        led = side.words[at]
        if led.sentence != word.sentence or not led.word or led.content:
            return []
        if led.key != preposition:
            continue
        verb = _verb_before(side, led)
        first = verb or ([side.words[at - 1]] if preposition == "of" and at else [])
        return [first[0], word] if first and first[0].sentence == word.sentence and first[0].word else []
    return []


def _verb_before(side: SideView, word: Word) -> list[Word]:
    """Return the form of “be” in front of a word, adverbs between them stepped over."""
    for at in range(word.at - 1, max(-1, word.at - 3), -1):
        before = side.words[at]
        if before.sentence != word.sentence or before.key in _BE:
            return [before] if before.sentence == word.sentence else []
        if not (before.key.endswith("ly") or before.key in ("also", "still", "now", "already", "yet")):
            return []
    return []


def _opposite_words(view: LinkView) -> Iterator[tuple[Word, Word]]:
    """Yield unquoted words of A and B of which one is the other with a prefix that turns it round: safe, unsafe."""
    for word in view.a.words:
        for other in view.partners_b(word) if word.content and word.quotation is None else ():
            short, long = sorted((word.key, other.key), key=len)
            opposite = len(short) >= SHORTEST_ROOT and long in [p + short for p in _PREFIXES]
            if opposite and other.quotation is None:
                yield word, other


def _hard(side: SideView, word: Word) -> bool:
    """Return whether a plain denial stands near the word."""
    near = side.words[max(0, word.at - REACH) : word.at]
    return any(w.sentence == word.sentence and word_table("negators").get(w.key) == "hard" for w in near)


def _same_statement(view: LinkView, own: Word, other: Word) -> bool:
    """Return whether two words are forms of one and what follows them corresponds, so that one thing is said of it."""
    if not same_form(own.text, other.text):
        return False
    next_a, next_b = complement(view.a, own), complement(view.b, other)
    if next_a is None and next_b is None:
        return True
    # The active says what did it where the passive ends: “tests have not shown it”, “it was shown by tests”.
    kept_a = next_a is None or any(w.sentence == other.sentence for w in view.partners_b(next_a))
    kept_b = next_b is None or any(w.sentence == own.sentence for w in view.partners_a(next_b))
    alike = next_a is not None and next_b is not None and same_stem(next_a.text, next_b.text)
    return alike or (kept_a and kept_b)


def complement(side: SideView, word: Word) -> Word | None:
    """Return the next content word of the clause."""
    return next((w for w in ahead(side.words[word.at + 1 : word.at + 1 + REACH], word) if w.content), None)


def hard_denial(word: Word) -> bool:
    """Return whether a word turns what it governs into its opposite: not, never, n’t."""
    return word_table("negators").get(word.key) == "hard" or word.key.endswith("n't")


def _denials(side: SideView) -> Iterator[tuple[Word, Word]]:
    """Yield denying words outside quotations, each with the word it governs."""
    for word in side.words:
        if not hard_denial(word) or word.quotation is not None or not word.word:
            continue
        after = ahead(side.words[word.at + 1 : word.at + 1 + REACH], word)
        if word.text == "No" and after and after[0].text[:1].isdigit():
            continue
        if word.key in ("nothing", "nobody", "none") and any(w.key == "more" for w in after):
            continue  # “nothing causes more harm”
        if (after and after[0].key in _SET_PHRASES) or (word.at and side.words[word.at - 1].key == "or"):
            continue
        governed = next((w for w in after if w.key not in _SKIPPED and not w.key.endswith("ly")), None)
        if governed is not None and governed.content and governed.text[0].islower():
            yield word, governed


def ahead(words: Sequence[Word], start: Word) -> list[Word]:
    """Return the words up to the next punctuation or the end of the sentence in which ``start`` stands."""
    out: list[Word] = []
    for word in words:
        if not word.word or word.sentence != start.sentence:
            break
        out.append(word)
    return out


def _denies(side: SideView, word: Word, kept: Collection[int]) -> bool:
    """Return whether some denial, hard or soft, stands near the word, or in a word beside it.

    What denies another word does not count, nor what stands behind an “and”, nor a soft denial that both sides have
    (``kept``): it cannot make up for the one that only one of them has.
    """
    elsewhere = {denied.at for denied, governed in _denials(side) if word.at < denied.at and governed is not word}
    near = [
        w
        for w in side.words
        if w.sentence == word.sentence and 0 < abs(w.at - word.at) <= WINDOW and not _parted(side, w, word)
    ]
    denials = word_table("negators")
    for w in near:
        hard = hard_denial(w)
        if (hard and w.at not in elsewhere) or (not hard and w.key in denials and w.at not in kept):
            return True
    beside = (w for w in near if w.content and abs(w.at - word.at) <= 2)  # noqa: PLR2004 - next but one
    return any(w.key.startswith(_PREFIXES) and w.at not in kept for w in beside)


def _parted(side: SideView, one: Word, two: Word) -> bool:
    low, high = sorted((one.at, two.at))
    return any(w.key in ("and", "but", ";") for w in side.words[low + 1 : high])


def _kept_a(view: LinkView) -> set[int]:
    """Return the words of A that stand in B too."""
    return {i for i, js in view.to_b.items() if any(same_stem(view.a.words[i].text, view.b.words[j].text) for j in js)}


def _kept_b(view: LinkView) -> set[int]:
    return {
        j for j, i_s in view.to_a.items() if any(same_stem(view.a.words[i].text, view.b.words[j].text) for i in i_s)
    }
