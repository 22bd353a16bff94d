"""What needs action, in sentences: missing credit, then changes of sense, then odd characters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from core.case.review import FindingKey, Review, Verdict
from core.lexis import key, shared_runs
from core.model import (
    Analysis,
    Article,
    Divergence,
    DivergenceType,
    Link,
    MatchClass,
    Severity,
    Side,
    sentence_label,
)
from core.originality.quotation_audit import UNQUOTED_RUN
from core.report.cards import place_of, told_words, words
from core.report.oddities import oddities
from core.report.parts import Action
from core.report.phrases import (
    VERDICT_NAMES,
    divergence_name,
    labels,
    listed,
    quoted,
    sentence,
    shorten,
    some,
    some_labels,
)
from core.report.sources import Source

GROUP_OVER = 3
_NOTE = 240
"""Characters of an editor's note that stand beside what it is about; the card has all of it."""
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_NOUNS = {
    DivergenceType.QUOTATION: "quotation",
    DivergenceType.SPEAKER: "speaker",
    DivergenceType.UNQUOTED: "quotation",
    DivergenceType.ATTRIBUTION: "attribution",
    DivergenceType.NEGATION: "negation",
    DivergenceType.MODALITY: "statement of certainty",
    DivergenceType.WRONG_WORD: "word",
    DivergenceType.OMISSION: "detail",
    DivergenceType.ADDITION: "detail",
}
_BECAME = {DivergenceType.MODALITY: "{here}: {was} ({there}) became {now}."}
"""Said only where it is known which came first."""
_CHANGED = {
    DivergenceType.SPEAKER: "{here} gives the words to {now}, {there} to {was}.",
    DivergenceType.QUOTATION: "{here} quotes {now} where {there} has {was}.",
}
_JOINED = {
    Side.A: "{here} from {there}.",
    Side.B: "{here}, likely the source of {there}.",
    Side.UNKNOWN: "{here} with {there}.",
}
"""What is said of a finding in which nothing was changed, by which of the two was made from the other."""
_SETTLED = frozenset({Verdict.ACCEPTABLE, Verdict.DISMISS})
"""Verdicts after which nothing is left to do."""
_UNJUDGED = Review()
_PLURALS = {"statement of certainty": "statements of certainty"}


class Shape(Enum):
    """On which sides a divergence has words."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A divergence with its wording and the references people see."""

    divergence: Divergence
    source: str
    here: str
    there: str
    now: str
    was: str
    derived: bool
    """Whether it is known that the subject was made from this source."""
    same: bool = False
    """Whether the subject's sentence has the words of the source in a row, as many as show a quotation in prose."""

    @property
    def shape(self) -> Shape:
        """Return on which sides words stand."""
        if self.now and self.was:
            return Shape.CHANGED
        return Shape.ADDED if self.now else Shape.MISSING


def changes(analysis: Analysis, source: Source) -> tuple[Change, ...]:
    """Return what changed on the way from one source, in the subject's order."""
    return tuple(change for link in source.links for change in _changes(analysis, source, link))


def _changes(analysis: Analysis, source: Source, link: Link) -> list[Change]:
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    return [_change(divergence, link, subject, letter, source) for divergence in link.divergences]


def actions(analysis: Analysis, sources: Iterable[Source], review: Review = _UNJUDGED) -> tuple[Action, ...]:
    """Return what an editor should deal with, most severe first; agreed reprints ask for nothing.

    What an editor said needs work stands before all the rest; what is acceptable or dismissed is not asked for.
    """
    letter = analysis.letter(analysis.subject)
    every = list(sources)
    answerable = [s for s in every if s.answerable]
    rows = analysis.ledger(analysis.subject).rows
    counted = frozenset(i for i, row in enumerate(rows) if row.match is not MatchClass.UNCHECKED)
    credit = [
        action for s in answerable for action in _credit(_without(analysis, s, review, _SETTLED), letter, counted)
    ]
    rest: list[Action] = []
    for source in answerable:
        rest += _divergences(
            changes(analysis, _without(analysis, source, review, frozenset(Verdict))), letter, source.letter
        )
    rest += _odd_characters(analysis.article(analysis.subject), letter)
    ordered = sorted(enumerate(credit + rest), key=lambda pair: (pair[1].severity.rank, pair[0]))
    return (*_demanded(analysis, every, review), *(action for _, action in ordered))


def to_mend(analysis: Analysis, sources: Iterable[Source], review: Review = _UNJUDGED) -> tuple[Change, ...]:
    """Return the changes of sense that :func:`actions` names one by one or in groups."""
    kept = (_without(analysis, source, review, _SETTLED) for source in sources if source.answerable)
    return tuple(c for source in kept for c in changes(analysis, source) if c.divergence.severity is not Severity.LOW)


def set_aside(analysis: Analysis, sources: Iterable[Source], review: Review) -> str:
    """Return which findings an editor judged to be none, or acceptable; empty where none is."""
    letter = analysis.letter(analysis.subject)
    found = [
        labels(letter, link.a)
        for source in sources
        for link in source.links
        if review.verdict(FindingKey.of(analysis, source.pair, link)) in _SETTLED
    ]
    if not found:
        return ""
    verb = "was" if len(found) == 1 else "were"
    return f"{some(len(found), 'finding')} {verb} judged acceptable or dismissed: {some_labels(found)}."


def _without(analysis: Analysis, source: Source, review: Review, verdicts: Collection[Verdict]) -> Source:
    """Return the source without the links on which an editor gave one of some verdicts."""
    kept = tuple(
        x for x in source.pair.links if review.verdict(FindingKey.of(analysis, source.pair, x)) not in verdicts
    )
    return replace(source, pair=replace(source.pair, links=kept))


def _demanded(analysis: Analysis, sources: Sequence[Source], review: Review) -> Iterator[Action]:
    """Yield what an editor said needs work, with what was changed: a rewrite before a credit."""
    letter = analysis.letter(analysis.subject)
    for verdict in (Verdict.REWRITE, Verdict.CREDIT):
        for source in sources:
            for link in source.links:
                judged = review.judgements.get(FindingKey.of(analysis, source.pair, link))
                if judged is not None and judged.verdict is verdict:
                    found = _changes(analysis, source, link)
                    told = [single(c) for c in found if c.divergence.severity is not Severity.LOW]
                    where = _JOINED[source.pair.direction.derived]
                    here, there = labels(letter, link.a), labels(source.letter, link.b)
                    text = " ".join(told) or where.format(here=here, there=there)
                    note = f" Note: {sentence(shorten(judged.note, _NOTE))}" if judged.note.strip() else ""
                    yield Action(Severity.HIGH, VERDICT_NAMES[verdict], f"{text}{note}")


def _change(divergence: Divergence, link: Link, subject: Article, letter: str, source: Source) -> Change:
    own, other = place_of(divergence, link, subject, source.article)
    return Change(
        divergence=divergence,
        source=source.letter,
        here=sentence_label(letter, own),
        there=sentence_label(source.letter, other),
        now=told_words(divergence, divergence.a, subject),
        was=told_words(divergence, divergence.b, source.article),
        derived=source.pair.direction.derived is Side.A,
        same=_same(words(divergence.b, source.article), subject.sentence_text(own)),
    )


def _same(theirs: str, ours: str) -> bool:
    """Return whether as many words of one text stand in a row in another as show a quotation in prose."""
    of_theirs, of_ours = ([key(word) for word in _WORD.findall(text)] for text in (theirs, ours))
    least = min(UNQUOTED_RUN, len(of_theirs))
    return bool(least) and next(iter(shared_runs(of_theirs, of_ours, least)), None) is not None


def _credit(source: Source, letter: str, counted: frozenset[int]) -> list[Action]:
    """Return what is missing of a credit for the sentences that are not excluded."""
    links = [link for link in source.links if link.match is not MatchClass.QUOTATION]
    taken = sorted(counted.intersection(i for link in links for i in link.a))
    if not taken:
        return []
    aside = ", shared quotations aside" if len(taken) < len(counted.intersection(source.sentences)) else ""
    first, last = sentence_label(letter, taken[0]), sentence_label(letter, taken[-1])
    credit = source.pair.credit
    if not credit.present:
        where = f"The only one is {first}" if len(taken) == 1 else f"The first is {first}, the last is {last}"
        sentences = "sentence has its" if len(taken) == 1 else "sentences have their"
        text = f"Nothing in {letter} credits {source.letter}, where {len(taken)} {sentences} source{aside}. {where}."
        if source.pair.direction.derived is Side.UNKNOWN:
            shared = "1 sentence shares its" if len(taken) == 1 else f"{len(taken)} sentences share their"
            asked = f"If {letter} came second: nothing in it credits {source.letter}"
            return [Action(Severity.MEDIUM, "Credit", f"{asked}, with which {shared} content{aside}. {where}.")]
        return [Action(Severity.HIGH, "Credit", text)]
    open_ones = [sentence_label(letter, i) for i in taken if i not in credit.covers]
    if not credit.covers or not open_ones:
        return []
    names = f" to {listed(list(credit.names))}" if credit.names else ""
    left = "sentence" if len(open_ones) == 1 else "sentences"
    how = "shared with" if source.pair.direction.derived is Side.UNKNOWN else "with a source in"
    text = f"The credit{names} does not cover {len(open_ones)} {left} {how} {source.letter}"
    return [Action(Severity.MEDIUM, "Credit", f"{text} ({some_labels(open_ones)}).")]


def _divergences(found: Iterable[Change], letter: str, source_letter: str) -> list[Action]:
    groups: dict[tuple[Severity, DivergenceType, Shape], list[Change]] = defaultdict(list)
    for item in found:
        if item.divergence.severity is not Severity.LOW:
            groups[item.divergence.severity, item.divergence.type, item.shape].append(item)
    made: list[Action] = []
    for (severity, kind, shape), items in groups.items():
        name = divergence_name(kind)
        if len(items) > GROUP_OVER:
            made.append(Action(severity, name, _grouped(items, kind, shape, letter, source_letter)))
        else:
            made += [Action(severity, name, single(item)) for item in items]
    return made


def _grouped(items: list[Change], kind: DivergenceType, shape: Shape, letter: str, source_letter: str) -> str:
    singular = _NOUNS.get(kind, kind.value)
    nouns = some(len(items), singular, _PLURALS.get(singular, ""))
    where = f"({some_labels([item.here for item in items])})"
    if kind is DivergenceType.UNQUOTED:
        how = "without quotation marks" if all(item.same for item in items) else "as prose"
        return f"{nouns} from {source_letter} stand in {letter} {how} {where}."
    if kind is DivergenceType.WRONG_WORD:
        return f"{nouns} in {letter} do not fit where {source_letter} has others {where}."
    if shape is Shape.MISSING:
        return f"{nouns} in {source_letter} are missing from {letter} {where}."
    if shape is Shape.ADDED:
        return f"{nouns} in {letter} are not in {source_letter} {where}."
    return f"{nouns} in {letter} differ from {source_letter} {where}."


def single(item: Change) -> str:
    """Return one change as a sentence with its references."""
    here, there = item.here, item.there
    now, was = quoted(item.now), quoted(item.was)
    if item.divergence.type is DivergenceType.UNQUOTED:
        if item.was and not item.same:
            return f"{here} says in its own words what {there} has as a quotation: {was}."
        return f"{here} repeats {was if item.was else now} ({there}) without quotation marks."
    if item.shape is Shape.MISSING:
        return f"{here} {'leaves out' if item.derived else 'does not have'} {was} ({there})."
    if item.shape is Shape.ADDED:
        return f"{here} {'adds' if item.derived else 'has'} {now}, which is not in {there}."
    forms = _CHANGED | _BECAME if item.derived else _CHANGED
    form = forms.get(item.divergence.type, "{here}: {now} stands where {there} has {was}.")
    return form.format(here=here, there=there, now=now, was=was)


def _odd_characters(subject: Article, letter: str) -> list[Action]:
    return [
        Action(
            Severity.MEDIUM,
            kind.replace("-", " ").capitalize(),
            f"{some(number, 'place')} in {letter}. {sentence(why)}",
        )
        for kind, why, number in oddities(subject.document)
    ]
