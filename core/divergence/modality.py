"""How sure and how much: a hedge that was dropped or added, a degree that changed.

“may cut” becomes “cuts”; “will likely want” becomes “wants”; “a record pace” becomes “a steady increase”. The verb a
hedge governs is followed through the word alignment; where that is silent, through its subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.divergence.cues import find_cues, keeps_attribution
from core.divergence.verbs import with_groups
from core.divergence.view import LinkView, SideView, Word, base_form, is_irregular_past, same_stem, word_table
from core.lexis import key
from core.model import Divergence, DivergenceType, SentenceKind, Severity
from resources.lists import word_list

MODALS = frozenset({"may", "might", "could", "would"})
ADVERBS = frozenset(
    {"likely", "probably", "possibly", "perhaps", "reportedly", "allegedly", "apparently", "potentially"}
)
HEARSAY = frozenset({"reportedly", "allegedly", "believed", "thought", "alleged", "apparently"})
"""Hedges that say that others say so: “people say” keeps them."""
BEFORE_TO = frozenset(
    {"expected", "likely", "believed", "thought", "alleged", "suspected", "appear", "appears", "appeared"}
    | {"seem", "seems", "seemed"}
)
BEFORE_NOUN = frozenset({"suspected", "alleged", "presumed", "suspicion"})
"""Hedges of the noun or verb form that follows: “suspected poisoning”, “on suspicion of poisoning”."""
MONTH = "May"
"""Hardly ever the modal: no statement begins with it."""
WINDOW = 8
"""Words around A's verb in which any hedge keeps the doubt."""
REACH = 4
"""Words after a hedge within which the verb it governs stands."""
APPOSITION = 6
"""Words before a subject within which the comma stands that makes it an apposition."""
SHORTEST_REGULAR = 5
"""Letters from which “-ed” makes a past form: “need” and “feed” are none."""
STEPS = 2
"""Difference of degree from which a reader believes something else."""
_LIGHT = frozenset(
    {"be", "been", "have", "not", "to", "also", "soon", "then", "likely", "well", "still", "even", "now"}
)
_PRESENT = frozenset({"is", "are", "will", "has", "have"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "did", "does", "do"})


@dataclass(frozen=True, slots=True)
class _Hedged:
    """A hedge and the verb that it governs."""

    first: Word
    word: Word
    verb: Word
    level: str


def find_modality(view: LinkView) -> Iterator[Divergence]:
    """Yield hedges that were dropped or added and degrees that changed."""
    yield from _dropped(view)
    yield from _dropped_before_noun(view)
    yield from _added(view)
    yield from _graded(view)


def _dropped(view: LinkView) -> Iterator[Divergence]:
    for hedged in _hedges(view.b):
        phrase = _counterpart(view, hedged)
        if not phrase or phrase[-1].quotation is not None or _doubts(view.a, phrase[-1]):
            continue
        if hedged.word.key in HEARSAY and keeps_attribution(_new_words(view, hedged, phrase[-1].sentence)):
            continue
        a = view.a.hull(with_groups(view.a, phrase))
        b = view.b.hull(with_groups(view.b, [hedged.first, hedged.verb]))
        if hedged.level == "conditional" and _is_past(phrase[-1].text) and phrase[0].key not in _PRESENT:
            continue  # “would pay” told as habit
        future = phrase[0].key in ("will", "to")
        medium = hedged.level == "conditional" or (hedged.level == "probable" and future)
        yield Divergence(
            DivergenceType.MODALITY,
            a,
            b,
            Severity.MEDIUM if medium else Severity.HIGH,
            f"{view.became(a, b)}: what is left open there is told as certain here.",
        )


def _new_words(view: LinkView, hedged: _Hedged, sentence: int) -> list[Word]:
    """Return the words of A's sentence without the nouns of saying that the source has beside its hedge.

    “He allegedly ignored warnings” says more than “he ignored warnings”.
    """
    kept = [
        w
        for w in view.a.sentence(sentence)
        if w.key in word_list("claim_nouns")
        and any(v is not hedged.word and same_stem(v.text, w.text) for v in view.partners_b(w))
    ]
    return [w for w in view.a.sentence(sentence) if w not in kept]


def _dropped_before_noun(view: LinkView) -> Iterator[Divergence]:
    """Yield what is only suspected in the source and told as done in A."""
    for word in view.b.words:
        if word.key not in BEFORE_NOUN or word.quotation is not None:
            continue
        after = _clause(view.b.words[word.at + 1 : word.at + 1 + REACH], word.sentence)
        if after and after[0].key == "to":
            continue  # a verb’s hedge
        target = next((w for w in after if w.content), None)
        if target is None:
            continue
        for partner in view.partners_a(target):
            own = view.a.sentence(partner.sentence)
            if partner.quotation is not None or any(w.key in word_table("hedges") for w in own):
                continue
            if same_stem(partner.text, target.text) and not keeps_attribution(own):
                a, b = partner.span, view.b.hull([word, target])
                why = f"{view.became(a, b)}: what is only suspected there is told as certain here."
                yield Divergence(DivergenceType.MODALITY, a, b, Severity.HIGH, why)
                break


def _added(view: LinkView) -> Iterator[Divergence]:
    for hedged in _hedges(view.a):
        if hedged.level == "conditional":
            continue
        found = [v for v in view.partners_b(hedged.verb) if same_stem(v.text, hedged.verb.text)]
        if not found or found[0].quotation is not None or _doubts(view.b, found[0], whole=True):
            continue
        phrase = _finite(view.b, found[0], hedged.verb)
        if not phrase:
            continue
        a = view.a.hull(with_groups(view.a, [hedged.first, hedged.verb]))
        b = view.b.hull(with_groups(view.b, phrase))
        yield Divergence(
            DivergenceType.MODALITY,
            a,
            b,
            Severity.HIGH,
            f"{view.became(a, b)}: what is certain there is told as doubtful here.",
        )


def _hedges(side: SideView) -> Iterator[_Hedged]:
    """Yield the hedges outside quotations that govern a verb."""
    for word in side.words:
        if word.quotation is not None or word.text == MONTH or word.key not in MODALS | ADVERBS | BEFORE_TO:
            continue
        after = _clause(side.words[word.at + 1 : word.at + 1 + REACH], word.sentence)
        if word.key in BEFORE_TO - ADVERBS and not (after and after[0].key == "to"):
            continue
        if after and _negative(after[0]):
            continue
        before = side.words[word.at - 1] if word.at else None
        if word.key in ADVERBS and before is not None and (before.key in MODALS or _negative(before)):
            continue
        verb = _governed(after)
        if verb is None or (word.key == "would" and _reported(side, word)):
            continue
        level = word_table("hedges").get(word.key, "probable")
        first = before if before is not None and before.key in ("will", "is", "are", "was", "were") else word
        yield _Hedged(first, word, verb, level)


def _negative(word: Word) -> bool:
    return word.key.endswith("n't") or word_table("negators").get(word.key) == "hard"


def _governed(after: Sequence[Word]) -> Word | None:
    """Return the verb after a hedge; “be” and “have” are it only where no participle follows."""
    words = [w for w in after if w.key not in _LIGHT and not w.key.endswith("ly")]
    if not words:
        return None
    if words[0].key not in ("be", "have", "been"):
        return words[0]
    later = [w for w in words[1:] if w.key != "been"]
    return later[0] if later and (_is_past(later[0].text) or later[0].key.endswith("ing")) else words[0]


def _clause(words: Sequence[Word], sentence: int) -> list[Word]:
    """Return the words up to the next punctuation or the sentence's end."""
    out: list[Word] = []
    for word in words:
        if not word.word or word.sentence != sentence or word.quotation is not None:
            break
        out.append(word)
    return out


def _reported(side: SideView, word: Word) -> bool:
    """Return whether “would” is “will” in reported speech."""
    before = [w for w in side.sentence(word.sentence) if w.at < word.at]
    return any(c.sentence == word.sentence for c in find_cues(side)) or any(_is_past(w.text) for w in before)


def _counterpart(view: LinkView, hedged: _Hedged) -> list[Word]:
    """Return A's verb phrase for the hedged verb when it is told as fact: the aligned one, or the subject's."""
    for partner in view.partners_a(hedged.verb):
        if phrase := _finite(view.a, partner, hedged.verb) or _in_headline(view, partner, hedged.verb):
            return phrase
    for partner in view.partners_a(hedged.word):
        after = _clause(view.a.words[partner.at + 1 : partner.at + 1 + REACH], partner.sentence)
        if partner.key == "will" and hedged.level != "conditional" and (verb := _governed(after)):
            return [partner, verb]
    subject = view.b.words[hedged.first.at - 1] if hedged.first.at else None
    if subject is None or not subject.content or subject.sentence != hedged.first.sentence:
        return []
    if hedged.level == "conditional":
        return []
    for partner in view.partners_a(subject):
        if same_stem(partner.text, subject.text) and (verb := _predicate(view.a, partner)):
            return [verb]
    return []


def _in_headline(view: LinkView, word: Word, hedged: Word) -> list[Word]:
    """Return a word of A's headline that is the hedged verb in any form, be it as a noun: “In historic meet with …”."""
    sentence = view.a.article.sentences[word.sentence]
    if sentence.kind is not SentenceKind.HEADLINE or not same_stem(word.text, hedged.text):
        return []
    asked = view.a.of(sentence.span).rstrip().endswith("?")
    return [] if asked or _doubts(view.a, word, whole=True) else [word]


def _predicate(side: SideView, subject: Word) -> Word | None:
    """Return the past form that follows a subject at once, or after the comma that ends its apposition."""
    after = [w for w in side.words[subject.at + 1 : subject.at + 3] if w.sentence == subject.sentence]
    if len(after) > 1 and after[0].text == ",":
        before = side.words[max(0, subject.at - APPOSITION) : subject.at]
        if not any(w.text == "," and w.sentence == subject.sentence for w in before):
            return None
        after = after[1:]
    return after[0] if after and after[0].word and _is_past(after[0].text) else None


def _doubts(side: SideView, verb: Word, *, whole: bool = False) -> bool:
    """Return whether some hedge stands near the verb (anywhere in the link's sentences if ``whole``)."""
    hedges = word_table("hedges")
    return any(
        w.key in hedges
        and w.text != MONTH
        and w.quotation is None
        and (whole or (w.sentence == verb.sentence and abs(w.at - verb.at) <= WINDOW))
        for w in side.words
    )


def _finite(side: SideView, verb: Word, hedged: Word) -> list[Word]:
    """Return the verb phrase when A's word is a verb told as fact, else nothing."""
    before = side.words[verb.at - 1] if verb.at and side.words[verb.at - 1].sentence == verb.sentence else None
    if before is not None and before.word and before.key in ("will", "is", "are", "was", "were", "has", "have", "had"):
        return [before, verb]
    if before is not None and before.key in ("the", "a", "an", "to", "of", "its", "their", "his", "her"):
        return []
    third = verb.key.endswith("s") and not hedged.key.endswith("s") and same_stem(verb.text, hedged.text)
    return [verb] if third or _is_past(verb.text) or verb.key in _FINITE else []


def _is_past(text: str) -> bool:
    plain = key(text)
    return (plain.endswith("ed") and len(plain) >= SHORTEST_REGULAR) or is_irregular_past(plain)


def _graded(view: LinkView) -> Iterator[Divergence]:
    """Yield degrees and quantities of the same thing that lie far apart."""
    for table in ("degrees", "quantities"):
        levels = word_table(table)
        for word in view.a.words:
            if word.key not in levels or word.quotation is not None:
                continue
            for other in view.b.words:
                if (
                    other.key not in levels
                    or other.quotation is not None
                    or word.key in view.b.vocabulary - {other.key}
                ):
                    continue
                apart = abs(int(levels[word.key]) - int(levels[other.key]))
                if apart >= STEPS and base_form(word.text) != base_form(other.text) and _grade_same(view, word, other):
                    why = f"{view.became(word.span, other.span)}: the degree is another."
                    yield Divergence(DivergenceType.MODALITY, word.span, other.span, Severity.MEDIUM, why)


def _grade_same(view: LinkView, word: Word, other: Word) -> bool:
    """Return whether both stand for each other and grade words that correspond."""
    graded_a = _clause(view.a.words[word.at + 1 : word.at + 4], word.sentence)
    graded_b = _clause(view.b.words[other.at + 1 : other.at + 4], other.sentence)
    ahead = any(w.at in view.to_a.get(v.at, ()) for w in graded_a for v in graded_b if w.content and v.content)
    return ahead and (word.at in view.to_a.get(other.at, ()) or other.at not in view.to_a)
