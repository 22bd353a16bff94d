"""The sentences that say what was found: the statement under the title and the direction."""

from __future__ import annotations

from collections.abc import Sequence

from core.case.review import Review
from core.model import Analysis, Article, DivergenceType, MatchClass, Role, Severity, Side
from core.originality.credit import openly_quoted
from core.report.findings import Change, Shape, changes, to_mend
from core.report.parts import DirectionText
from core.report.phrases import closed, listed, quoted, sentence, shorten, some
from core.report.sources import Source, is_shared, same_words
from core.report.taken import Taken, exact_in, taken_from, verb_of, word_for_word

_TITLE = 160
_QUALIFIED = 2
"""Sources up to which each is told with what is known of it."""
_EXAMPLES = 3
_UNJUDGED = Review()


def statement(analysis: Analysis, sources: Sequence[Source], review: Review = _UNJUDGED) -> tuple[str, ...]:
    """Return what was found in the subject, in a few sentences, the first of which says what it comes to.

    The changes that it counts are those that :func:`actions` asks for: what was judged to need nothing is not told.
    """
    changed = _changed(to_mend(analysis, sources, review))
    return tuple(part for part in (*_found(analysis, sources), changed, licensed_changes(analysis, sources)) if part)


def licensed_changes(analysis: Analysis, sources: Sequence[Source]) -> str:
    """Return which serious changes stand between the subject and texts whose reuse is agreed; "" where none does.

    The agreement is about reuse and credit. A wrong number stays wrong, so it is told, under this name of its own.
    """
    agreed = [s for s in sources if s.licensed and s.links and not s.taken_by_other]
    found = [c for s in agreed for c in changes(analysis, s) if _is_serious(c)]
    if not found:
        return ""
    clauses = listed([_clause(kind, [c for c in found if c.divergence.type is kind]) for kind in _kinds(found)])
    return f"Changed from the licensed text: {some(len(found), 'serious change')}: {clauses}."


def _is_serious(change: Change) -> bool:
    kind, severity = change.divergence.type, change.divergence.severity
    return (
        severity is Severity.HIGH
        if kind is DivergenceType.MODALITY
        else kind in _FACTS and severity is not Severity.LOW
    )


def _kinds(found: Sequence[Change]) -> list[DivergenceType]:
    """Return the kinds of some changes, the gravest first."""
    return sorted({c.divergence.type for c in found}, key=list(_ORDER).index)


def _found(analysis: Analysis, sources: Sequence[Source]) -> tuple[str, ...]:
    rows = analysis.ledger(analysis.subject).rows
    total = len(rows)
    givers = [s for s in sources if s.sentences]
    subject = analysis.article(analysis.subject)
    exact = exact_in(subject, givers)
    derived = [Taken(row.match, i in exact) for i, row in enumerate(rows) if row.match.derived]
    if not derived or not givers:
        return _nothing_taken(analysis, sources)
    if all(taken.match is MatchClass.QUOTATION for taken in derived):
        verb = "shares" if len(derived) == 1 else "share"
        names = _articles(givers)
        what = "a quotation" if len(derived) == 1 else "quotations"
        return (f"{_of(len(derived), total)} {verb} {what} with {names}. {_nothing_else(analysis)}",)
    words = subject.text.split()
    same = [s for s in givers if s.article.text.split() == words]
    if same and len(derived) == sum(row.match is not MatchClass.UNCHECKED for row in rows):
        told = (f"Its text is the same as that of {_articles(same)}, word for word.", _licence(analysis, same))
        return tuple(part for part in (*told, _credit_sentence(same)) if part)
    unqualified = givers if len(givers) > _QUALIFIED else ()
    parts = [
        _where_from(subject, givers, derived, total),
        _untold(givers),
        _licence(analysis, unqualified),
        _credit_sentence(givers),
        _in_marks(analysis, givers),
    ]
    return tuple(part for part in parts if part)


def direction(analysis: Analysis, sources: Sequence[Source]) -> tuple[DirectionText, ...]:
    """Return who likely derives from whom, one entry per source with reuse; unknown is an answer too."""
    letter = analysis.letter(analysis.subject)
    return tuple(_direction(letter, source) for source in sources if source.links)


def _direction(letter: str, source: Source) -> DirectionText:
    found = source.pair.direction
    told = [e for e in found.evidence if e.derived is not Side.UNKNOWN]
    reasons = [(e.derived, sentence(e.naming(letter if e.about is Side.A else source.letter))) for e in told]
    licence = " The reuse was agreed." if source.licensed else ""
    if found.derived is Side.UNKNOWN:
        verdict = f"Which of {letter} and {source.letter} came first cannot be told from the texts.{licence}"
        later = {Side.A: letter, Side.B: source.letter}
        return DirectionText(
            verdict,
            tuple(f"{why} That speaks for {later[side]} as the later one." for side, why in reasons),
            note=found.note,
        )
    later_one, earlier = (letter, source.letter) if found.derived is Side.A else (source.letter, letter)
    return DirectionText(
        verdict=f"{later_one} likely derives from {earlier}.{licence}",
        reasons=tuple(why for side, why in reasons if side is found.derived),
        against=tuple(why for side, why in reasons if side is not found.derived),
        note=found.note,
    )


def _nothing_taken(analysis: Analysis, sources: Sequence[Source]) -> tuple[str, ...]:
    ledger = analysis.ledger(analysis.subject)
    rows = ledger.rows
    facts = [row for row in rows if row.match is MatchClass.SAME_FACT]
    if not rows:
        return ("It has no sentences.",)
    if not facts:
        others = some(len(analysis.articles) - 1, "other article")
        checked = some(len(rows), "sentence")
        none = "Apart from what is left out of the scores, none" if ledger.excluded else "None"
        found = f"{none} of its {checked} has a source in the {others} of this case."
        return (found, "That does not prove that they are original.")
    verb, own = ("reports", "its") if len(facts) == 1 else ("report", "their")
    where = _articles([s for s in sources if s.same_facts]) or "the other articles"
    own = "" if any(same_words(analysis, s) for s in sources) else f", in {own} own words"
    none = _nothing_else(analysis) if ledger.excluded else "None is taken over."
    return (f"{_of(len(facts), len(rows))} {verb} the same facts as {where}{own}. {none}",)


def _nothing_else(analysis: Analysis) -> str:
    counted = " that is counted" if analysis.ledger(analysis.subject).excluded else " in it"
    return f"Nothing else{counted} is taken over."


def _licence(analysis: Analysis, givers: Sequence[Source]) -> str:
    """Say what is licensed: the subject itself, else those of its sources for which nothing else says so."""
    if analysis.article(analysis.subject).role is Role.LICENSED:
        return "Reuse between it and the other articles was agreed."
    letters = [s.letter for s in givers if s.licensed]
    return _agreed(letters) if letters else ""


def _agreed(letters: Sequence[str]) -> str:
    """Say that reuse was agreed, whichever of the articles is the reprint."""
    return f"Reuse between it and article{'s' if len(letters) > 1 else ''} {listed(letters)} was agreed."


def _where_from(subject: Article, givers: Sequence[Source], derived: Sequence[Taken], total: int) -> str:
    top = givers[0]
    if len(givers) == 1:
        verb, exact, known = verb_of(derived, top), word_for_word(derived), _qualifier(top)
        said = f"{_of(len(top.sentences), total)} {_agree(verb, len(top.sentences))} {_article(top)}"
        # Two clauses after the title would leave open which of them “them” and “which” go with.
        return f"{said}{exact}. {_qualifier_alone(top)}" if exact and known else f"{said}{exact}{known}."
    if len(givers) == _QUALIFIED:
        second = givers[1]
        first = _agree(verb_of(derived, top), len(top.sentences))
        also = _agree(verb_of(taken_from(subject, second), second), len(second.sentences))
        return (
            f"{_of(len(top.sentences), total)} {first} {_article(top)}{_qualifier(top)}, "
            f"and {len(second.sentences)} {also} {_article(second)}{_qualifier(second)}."
        )
    each = [f"{len(s.sentences)} in {s.letter}" for s in givers[1:]]
    most = f"{len(top.sentences)} in {_article(top)}"
    has, its = ("has", "its") if len(derived) == 1 else ("have", "their")
    shared = f"{'shares' if len(derived) == 1 else 'share'} {its} content with"
    what = shared if is_shared(givers) else f"{has} a source in"
    return f"{_of(len(derived), total)} {what} {len(givers)} articles: {listed([most, *each])}."


def _agree(verb: tuple[str, str], number: int) -> str:
    return verb[0] if number == 1 else verb[1]


def _qualifier(source: Source) -> str:
    if source.article.role is Role.LICENSED:
        return ", with which reuse was agreed"
    return ", which likely derives from it" if source.taken_by_other else ""


def _qualifier_alone(source: Source) -> str:
    if source.article.role is Role.LICENSED:
        return _agreed([source.letter])
    return f"Article {source.letter} likely derives from it."


def _untold(givers: Sequence[Source]) -> str:
    """Say of which sources the texts do not tell whether they came first, where that is said of each at all."""
    unknown = [s.letter for s in givers if s.pair.direction.derived is Side.UNKNOWN and not _qualifier(s)]
    if not unknown or len(givers) > _QUALIFIED:
        return ""
    if len(unknown) == len(givers):
        return "The texts do not tell which came first."
    return f"The texts do not tell whether it or article {listed(unknown)} came first."


def _in_marks(analysis: Analysis, givers: Sequence[Source]) -> str:
    """Say how much of what is shared stands in quotation marks, where the subject openly quotes a source."""
    subject = analysis.article(analysis.subject)
    scores = analysis.ledger(subject.id).scores
    number = round(scores.by_words.get("quoted", 0.0) * scores.words)
    if not number or not any(openly_quoted(subject, s.pair.credit) for s in givers):
        return ""
    return f"{some(number, 'word')} of what they share {'stands' if number == 1 else 'stand'} in quotation marks."


def _of(number: int, total: int) -> str:
    if number == total:
        return f"All {total} sentences" if total > 1 else "Its only sentence"
    return f"{number} of {total} sentences"


def _article(source: Source) -> str:
    return f"article {source.letter}, {quoted(source.article.title, _TITLE)}"


def _articles(sources: Sequence[Source]) -> str:
    if len(sources) == 1:
        return _article(sources[0])
    return f"articles {listed([s.letter for s in sources])}" if sources else ""


def _credit_sentence(givers: Sequence[Source]) -> str:
    asked = [s for s in givers if s.answerable and not s.only_quotations]
    if not asked:
        return ""
    credited = [s for s in asked if s.pair.credit.present]
    if not credited:
        return "No outlet is credited."
    names = list(dict.fromkeys(name for s in credited for name in s.pair.credit.names))
    whom = listed(names) if names else f"article {listed([s.letter for s in credited])}"
    missing = [s.letter for s in asked if not s.pair.credit.present]
    rest = f", but not article {listed(missing)}" if missing else ""
    return f"It credits {whom}{rest}."


def _changed(found: Sequence[Change]) -> str:
    """Count every kind of change, the ones that make the text wrong first."""
    return sentence(listed([_clause(kind, [c for c in found if c.divergence.type is kind]) for kind in _kinds(found)]))


def _clause(kind: DivergenceType, items: Sequence[Change]) -> str:
    number = "one" if len(items) == 1 else str(len(items))
    one = len(items) == 1
    singular, plural = _ORDER[kind]
    shown = [c for c in items if c.shape is Shape.CHANGED] if kind in _SHOWN else []
    examples = [_example(c) for c in shown[:_EXAMPLES]]
    if examples and len(examples) < len(items):
        examples.append("…")
    what = f"{number} {singular if one else plural}"
    return f"{what} ({'; '.join(examples)})" if examples else what


def _example(item: Change) -> str:
    was, now = closed(shorten(item.was, 40)), closed(shorten(item.now, 40))
    return f"{was} became {now}" if item.derived else f"{was} in {item.source}, {now} here"


_ORDER = {
    DivergenceType.WRONG_WORD: ("word is wrong", "words are wrong"),
    DivergenceType.NUMBER: ("number differs", "numbers differ"),
    DivergenceType.NEGATION: ("statement is turned round", "statements are turned round"),
    DivergenceType.SPEAKER: ("quotation has another speaker", "quotations have another speaker"),
    DivergenceType.QUOTATION: ("quotation is altered", "quotations are altered"),
    DivergenceType.UNQUOTED: ("quotation is stated as fact", "quotations are stated as fact"),
    DivergenceType.NAME: ("name differs", "names differ"),
    DivergenceType.PLACE: ("place differs", "places differ"),
    DivergenceType.DATE: ("date differs", "dates differ"),
    DivergenceType.MODALITY: ("statement changed in certainty", "statements changed in certainty"),
    DivergenceType.ATTRIBUTION: ("attribution is lost or changed", "attributions are lost or changed"),
    DivergenceType.OMISSION: ("detail is left out", "details are left out"),
    DivergenceType.ADDITION: ("detail is added", "details are added"),
}
_FACTS = frozenset(
    {
        DivergenceType.NUMBER,
        DivergenceType.NAME,
        DivergenceType.PLACE,
        DivergenceType.DATE,
        DivergenceType.QUOTATION,
        DivergenceType.SPEAKER,
        DivergenceType.NEGATION,
        DivergenceType.WRONG_WORD,
    }
)
"""What makes a text wrong, whoever agreed to its use; a change of certainty does where it is a high one."""
_SHOWN = frozenset(
    {
        DivergenceType.WRONG_WORD,
        DivergenceType.NUMBER,
        DivergenceType.NAME,
        DivergenceType.PLACE,
        DivergenceType.DATE,
        DivergenceType.NEGATION,
    }
)
