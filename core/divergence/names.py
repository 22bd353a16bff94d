"""Names and places that changed on the way.

A name of A is suspect when one of its words stands nowhere in the source; it is told when a name of the source, one of
whose words stands nowhere in A, has its place: by spelling, by a shared first or last name, or by the word alignment.
Other names for the same thing (initials, nationality for country) are no divergence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from core.divergence.facts import Facts, facts_of
from core.divergence.view import LinkView, SideView, Similar, same_spelling, shortened, word_table
from core.lexis import key, stem
from core.model import Divergence, DivergenceType, Mention, MentionKind, Severity
from core.once import Itself, kept
from resources.lists import word_list

ALIKE = 50.0
"""Likeness of spelling (Indel ratio) of a changed name word whose place is sure."""
VERY_ALIKE = 75.0
"""The same where only the spelling tells."""
START_ALIKE = 70.0
"""The same of two single words that begin alike."""
SAME_THING = 0.7
"""Cosine from which two different names are taken as two names of one thing."""
SHORTEST_LAND = 4
"""Letters of a country without its last vowel from which an ending makes its people of it."""
SHORTEST_BEGINNING = 4
"""Letters from which a word that another begins with is taken as its root; “Ann” also begins Annapolis."""
LONGEST_LOCATIVE = 12
"""Characters beside a name in which the word stands that tells it is a place."""
_DEMONYMS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "nian", "s", "er")
_WHOLE = frozenset({"i", "s", "er"})
"""Those that no letter makes room for."""
_FEMININE = ("a", "á", "ova", "ová")
"""Endings that make a woman's name of a man's: Petrov, Petrova."""
_NATIONAL = ("ish", "ese", "ian", "ean")
_SMALL = frozenset({"of", "for", "the", "and", "de", "la", "van", "von"})


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A name with the words of it that the other article does not have."""

    mention: Mention
    keys: tuple[str, ...]
    foreign: tuple[str, ...]


def find_names(view: LinkView, *, similar: Similar) -> Iterator[Divergence]:
    """Yield the names and places of A that stand where the source has another."""
    own = _suspects(view.a, view.b, view.a.mentioned(MentionKind.NAME))
    other = _suspects(view.b, view.a, view.b.mentioned(MentionKind.NAME))
    for x in own:
        if (slip := _misspelled(view, x)) is not None:
            yield _told(view, x.mention, slip)
    if not own or not other:
        return
    renamed = _renamed(Itself(view.a.article), Itself(view.b.article))
    for x in own:
        found = [y for y in other if _replaces(view, x, y, renamed, similar)] or _only_places(view, x, own, other)
        if found:
            y = max(found, key=lambda s: (view.meet(x.mention.span, s.mention.span), _likeness(x, s)))
            yield _told(view, x.mention, y.mention)


def _misspelled(view: LinkView, x: _Suspect) -> Mention | None:
    """Return the name of B of which one word is misspelled in A's (David Farrow), though A has it right elsewhere."""
    if len(x.foreign) != 1 or len(x.foreign[0]) < SHORTEST_BEGINNING:
        return None
    at = x.keys.index(x.foreign[0])
    here = {m.value for m in view.a.mentioned(MentionKind.NAME)}
    for y in view.b.mentioned(MentionKind.NAME):
        keys = tuple(key(w) for w in y.value.split())
        if len(keys) != len(x.keys) or y.value in here or keys[at] not in view.a.vocabulary:
            continue
        rest = all(k == m for n, (k, m) in enumerate(zip(x.keys, keys, strict=True)) if n != at)
        alike = fuzz.ratio(x.foreign[0], keys[at]) >= VERY_ALIKE
        alike = alike and not same_spelling(x.foreign[0], keys[at]) and not _begins(x.foreign[0], keys[at])
        if rest and alike and view.meet(x.mention.span, y.span):
            return y
    return None


def _suspects(side: SideView, against: SideView, mentions: Sequence[Mention]) -> list[_Suspect]:
    suspects: list[_Suspect] = []
    for mention in mentions:
        if side.quoted(mention.span):
            continue
        keys = tuple(key(w) for w in mention.value.split())
        written = {shortened(key(w)) for w in side.of(mention.span).split()}
        foreign = tuple(k for k in keys if k not in _SMALL and not _has(against, k))
        if foreign and written.isdisjoint(facts_of(against.article).initials):
            suspects.append(_Suspect(mention, keys, foreign))
    return suspects


def _has(side: SideView, word: str) -> bool:
    """Return whether an article has the word, or its nationality or country."""
    if word in side.vocabulary:
        return True
    lands = word_table("demonyms")
    if lands.get(word) in side.vocabulary or any(
        people in side.vocabulary for people, land in lands.items() if land == word
    ):
        return True
    alike = facts_of(side.article).beginnings.get(word[:3], ())
    return any(stem(word) == stem(other) or _demonym(word, other) or _demonym(other, word) for other in alike)


def _demonym(country: str, people: str) -> bool:
    """Return whether ``people`` is ``country`` with an ending: Russia, Russian; China, Chinese."""
    root = country[:-1] if country[-1:] in "aeyo" else country
    if len(root) < SHORTEST_LAND:
        return False
    # “Iraqi” keeps the whole country: Kowalska and Kowalski are two people.
    return any(people == country + e or (people == root + e and e not in _WHOLE) for e in _DEMONYMS)


@kept(16)
def _renamed(a: Itself, b: Itself) -> Mapping[str, str]:
    """Return words of names that changed beside a word that did not (Neil Alder, Neil Aldous), over both articles."""
    known_a, known_b = facts_of(a.article), facts_of(b.article)
    partial: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name in known_b.names:
        if " " in name.value and (odd := _odd_word(name, known_a)):
            for kept in odd[1]:
                partial[kept].append(odd)
    changed: dict[str, str] = {}
    for name in known_a.names:
        if " " in name.value and (odd := _odd_word(name, known_b)):
            for word, rest in (row for k in odd[1] for row in partial.get(k, ())):
                if len(rest) == len(odd[1]):
                    changed[odd[0]] = word
    return changed


def _odd_word(name: Mention, other: Facts) -> tuple[str, tuple[str, ...]] | None:
    """Return the one word of a name that the other article does not have, and the rest."""
    keys = [key(w) for w in name.value.split()]
    foreign = [k for k in keys if k not in other.vocabulary]
    return (foreign[0], tuple(k for k in keys if k != foreign[0])) if len(foreign) == 1 else None


def _replaces(view: LinkView, x: _Suspect, y: _Suspect, renamed: Mapping[str, str], similar: Similar) -> bool:
    if any(same_spelling(k, m) or _begins(k, m) for k in x.foreign for m in y.foreign):
        return False
    likeness = _likeness(x, y)
    aligned = view.meet(x.mention.span, y.mention.span)
    start = x.foreign[0][:1] == y.foreign[0][:1] and len(x.keys) == len(y.keys) == 1
    surely = any(renamed.get(k) in y.foreign for k in x.foreign) or likeness >= (START_ALIKE if start else VERY_ALIKE)
    if surely or (aligned and likeness >= ALIKE):
        return True
    return aligned and _in_its_place(view, x, y, similar)


def _only_places(view: LinkView, x: _Suspect, own: Sequence[_Suspect], other: Sequence[_Suspect]) -> list[_Suspect]:
    """Return the one place of the source that A's one place stands for: after the same “in”, alone on both sides."""
    here, there = [_locative(view.a, s) for s in own], [_locative(view.b, s) for s in other]
    places_a = [s for s, word in zip(own, here, strict=True) if word]
    places_b = [(s, word) for s, word in zip(other, there, strict=True) if word]
    if places_a != [x] or len(places_b) != 1 or _locative(view.a, x) != places_b[0][1]:
        return []
    y = places_b[0][0]
    kept = _is_people(x) or _is_people(y) or any(k in y.keys for k in x.keys)
    return [] if kept else [y]


def _locative(side: SideView, suspect: _Suspect) -> str:
    """Return “in”, “near” or the like before a name of which the other article has no word, else nothing."""
    inside = side.inside(suspect.mention.span)
    if not inside or not inside[0].at or len(suspect.foreign) != len(suspect.keys):
        return ""
    before = side.words[inside[0].at - 1].key
    return before if before in word_list("locatives") else ""


def _in_its_place(view: LinkView, x: _Suspect, y: _Suspect, similar: Similar) -> bool:
    """Return whether one of two aligned names that are spelled apart took the other's place as its like."""
    if len(x.foreign) != len(x.keys) or len(y.foreign) != len(y.keys) or _is_people(x) != _is_people(y):
        return False
    if _is_place(view.a, x.mention) != _is_place(view.b, y.mention) or abs(len(x.keys) - len(y.keys)) > 1:
        return False
    near = similar(x.mention.value, y.mention.value)
    return near is None or near < SAME_THING


def _begins(x: str, y: str) -> bool:
    """Return whether one word begins with the other (Egypt, Egyptology) and is no woman's form of a man's name."""
    short, long = sorted((x, y), key=len)
    if len(short) < SHORTEST_BEGINNING or not long.startswith(short):
        return False
    return long.removeprefix(short) not in _FEMININE


def _is_people(suspect: _Suspect) -> bool:
    """Return whether the name is a nationality, which may stand for a country or a town in it."""
    return len(suspect.keys) == 1 and suspect.keys[0].endswith(_NATIONAL)


def _likeness(x: _Suspect, y: _Suspect) -> float:
    return max(fuzz.ratio(k, m) for k in x.foreign for m in y.foreign)


def _is_place(side: SideView, mention: Mention) -> bool:
    """Return whether the name follows “in”, “near” or the like, or carries a place word."""
    inside = side.inside(mention.span)
    if not inside:
        return False
    before = side.words[inside[0].at - 1] if inside[0].at else None
    located = before is not None and before.key in word_list("locatives")
    return located or any(w.key in word_list("place_words") for w in inside[:1] + inside[-1:])


def _place_anywhere(side: SideView, mention: Mention) -> bool:
    """Return whether the name is a place here, or follows “in” or the like elsewhere and is nobody who speaks."""
    if _speaks(side, mention):
        return False
    befores = (m.span.start for m in facts_of(side.article).names if m.value == mention.value)
    words = (side.article.text[max(0, at - LONGEST_LOCATIVE) : at].split() for at in befores)
    return _is_place(side, mention) or any(w and key(w[-1]) in word_list("locatives") for w in words)


def _speaks(side: SideView, mention: Mention) -> bool:
    """Return whether a verb of saying follows the name somewhere in its article."""
    ends = (m.span.end for m in facts_of(side.article).names if m.value == mention.value)
    words = (side.article.text[at : at + LONGEST_LOCATIVE].split() for at in ends)
    return any(w and key(w[0]) in word_list("speech_verbs") for w in words)


def _told(view: LinkView, x: Mention, y: Mention) -> Divergence:
    known = [_place_anywhere(view.a, x), _place_anywhere(view.b, y)]
    # A single word may be a place by what only one side says of it; a person has two more often than not.
    single = " " not in x.value and " " not in y.value and not (_speaks(view.a, x) or _speaks(view.b, y))
    place = all(known) or (single and any(known))
    return Divergence(
        DivergenceType.PLACE if place else DivergenceType.NAME,
        x.span,
        y.span,
        Severity.MEDIUM if place else Severity.HIGH,
        f"{view.became(x.span, y.span)}.",
    )
