"""What was left out or added and matters: a condition, a denial or an objection, a fact.

Inside a link only conditions are looked for: a clause with “if” or the like whose words have no counterpart. Of the two
articles as wholes, sentences without a counterpart count where they stand among those that were taken over; what lies
outside was never part of the reuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.divergence.facts import mentions_in, quotations_near
from core.divergence.view import LinkView, SideView, Word
from core.languages import in_english
from core.lexis import key
from core.model import Article, Divergence, DivergenceType, Link, SentenceKind, Severity, Side

CONDITIONS = frozenset({"if", "unless", "provided"})
OBJECTIONS = frozenset(
    {"but", "however", "although", "though", "despite", "nevertheless", "nonetheless", "denied", "denies", "disputed"}
    | {"disputes", "rejected", "rejects", "not", "never", "no", "except", "unless", "if"}
)
"""Words of a sentence that limits or contradicts what stands around it."""
KEPT = 0.34
"""Share of a clause's content words with a counterpart from which it was kept in other words."""
LEAST = 2
"""Content words of a clause that says something."""
SHOWN = 12
"""Words that an explanation quotes."""


def find_conditions(view: LinkView) -> Iterator[Divergence]:
    """Yield conditions that only one side makes."""
    for clause in _clauses(view.b):
        if not _kept(clause, view.to_a) and not _conditional(view.a):
            span = view.b.hull(clause)
            why = f"The condition “{_short(view.b.of(span))}” of {view.source} is left out."
            yield Divergence(DivergenceType.OMISSION, None, span, Severity.MEDIUM, why)
    for clause in _clauses(view.a):
        if not _kept(clause, view.to_b) and not _conditional(view.b):
            span = view.a.hull(clause)
            why = f"The condition “{_short(view.a.of(span))}” is not in {view.source}."
            yield Divergence(DivergenceType.ADDITION, span, None, Severity.MEDIUM, why)


def find_left_out(
    a: Article, b: Article, links: Sequence[Link], omitted: Sequence[int], added: Sequence[int], derived: Side = Side.A
) -> tuple[Divergence, ...]:
    """Return the sentences of B that A left out and those that A added, where they matter, in text order.

    Args:
        a: one article.
        b: the other.
        links: all links of both.
        omitted: sentences of B without a counterpart.
        added: sentences of A without one.
        derived: which side was made from the other: what that is changes the words of the explanation only.
    """
    if not (in_english(a.language) and in_english(b.language)):
        return ()  # what matters is told by words of English
    rows = sorted({i for link in links for i, _, match in link.pairs if match.derived})
    columns = sorted({j for link in links for _, j, match in link.pairs if match.derived})
    if not rows:
        return ()
    lost, gained = ("left out here", "added here") if derived is Side.A else ("not in this one", "only in this one")
    told = [
        Divergence(DivergenceType.OMISSION, None, b.sentences[j].span, severity, f"{what} is {lost}.")
        for j, (severity, what) in _telling(b, omitted, columns)
    ]
    told += [
        Divergence(DivergenceType.ADDITION, a.sentences[i].span, None, severity, f"{what} is {gained}.")
        for i, (severity, what) in _telling(a, added, rows)
    ]
    return tuple(told)


def _telling(
    article: Article, alone: Sequence[int], linked: Sequence[int]
) -> Iterator[tuple[int, tuple[Severity, str]]]:
    """Yield the sentences that stand among the linked ones and say something that matters, with what it is."""
    for index in alone:
        sentence = article.sentences[index]
        if not linked[0] < index < linked[-1] or sentence.kind is not SentenceKind.BODY:
            continue
        words = [key(t.of(article.text)) for t in article.sentence_tokens(index) if t.word]
        objection = next((word for word in words if word in OBJECTIONS), None)
        if objection is not None:
            yield index, (Severity.MEDIUM, f"A sentence with “{objection}”, a word that limits or denies,")
        elif quotations_near(article, sentence.span):
            yield index, (Severity.LOW, "A quotation")
        elif mentions_in(article, sentence.span):
            yield index, (Severity.LOW, "A sentence with names or figures")


def _clauses(side: SideView) -> Iterator[list[Word]]:
    """Yield the conditions of a side outside quotations, from “if” to the next mark."""
    for word in side.words:
        if word.key not in CONDITIONS or word.quotation is not None:
            continue
        before = side.words[word.at - 1] if word.at else None
        after = side.words[word.at + 1] if word.at + 1 < len(side.words) else None
        if before is not None and before.key in ("as", "even", "what"):
            continue
        if word.key == "provided" and (after is None or after.key != "that"):
            continue  # the verb
        clause = _until_mark(side.words[word.at :], word)
        if sum(w.content for w in clause) >= LEAST:
            yield clause


def _until_mark(words: Sequence[Word], first: Word) -> list[Word]:
    clause: list[Word] = []
    for word in words:
        if word.sentence != first.sentence or (not word.word and word.text in ",;:.—–"):
            break
        clause.append(word)
    return clause


def _kept(clause: Sequence[Word], counterparts: Mapping[int, tuple[int, ...]]) -> bool:
    content = [w for w in clause if w.content]
    return sum(w.at in counterparts for w in content) >= KEPT * len(content)


def _conditional(side: SideView) -> bool:
    return any(w.key in _OTHER_CONDITIONS for w in side.words)


_OTHER_CONDITIONS = CONDITIONS | {
    "whether",
    "should",
    "once",
    "when",
    "until",
    "depending",
    "condition",
    "conditional",
    "otherwise",
}


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= SHOWN else " ".join(words[:SHOWN]) + " …"
