"""What the inspector says about a link, as plain values.

Pure: an analysis in, sentences out; fonts, colours and places are the widgets' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Analysis, Article, Divergence, Link, MatchClass, Pair, Severity, Side, Span
from core.report.phrases import CLASS_NAMES, divergence_name, flat, listed, shorten, some
from desktop.models.kept import kept
from desktop.plain import harmless
from desktop.session import sentence_classes, source_of, taker

_WHY_LINKED = {
    "quotation": "a shared quotation",
    "passage": "a passage in common between articles that are otherwise apart",
}
_BY_HAND = "hand"
"""The engine's reason for a link that an editor made."""
_LONGEST_WORDING = 90
LOW_MEANING = 0.5
"""Under that the sentence model alone would seldom link two sentences: something else carried the link."""
_IN_ORDER = 0.5
"""From that support on the order of the neighbours is named among the reasons."""


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """One divergence as it is listed, or something that was kept."""

    severity: Severity | None
    """None where nothing changed: a row for what was kept."""
    type_name: str
    change: str
    why: str
    full: str
    """The change without shortening."""


def numbers(indices: Sequence[int]) -> str:
    """Return 0-based sentence indices as people read them: ``12–14, 17``."""
    runs: list[list[int]] = []
    for index in sorted(indices):
        if runs and index == runs[-1][1] + 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return ", ".join(f"{a + 1}" if a == b else f"{a + 1}–{b + 1}" for a, b in runs)


def link_title(analysis: Analysis, pair: Pair, link: Link) -> tuple[str, str, str]:
    """Return what a link joins in three parts: ``("C 12", "from", "E 13")``."""
    word = "with" if taker(pair) is Side.UNKNOWN else "from"
    here = f"{analysis.letter(pair.a)} {numbers(link.a)}"
    there = f"{analysis.letter(pair.b)} {numbers(link.b)}"
    return (there, word, here) if pair.flipped() else (here, word, there)


def sentence_heading(analysis: Analysis, pair: Pair, article_id: str, indices: Sequence[int]) -> str:
    """Return the line over a sentence: ``Sentence 13, the source``."""
    parts = [f"Sentence{'s' if len(indices) > 1 else ''} {numbers(indices)}"]
    if article_id == analysis.subject:
        parts.append("under review")
    if article_id == source_of(pair):
        parts.append("likely the source" if pair.flipped() else "the source")
    return ", ".join(parts)


def divergence_rows(analysis: Analysis, pair: Pair, link: Link) -> tuple[DivergenceRow, ...]:
    """Return a link's divergences, the most severe first, each told as direction tells it."""
    ordered = sorted(link.divergences, key=lambda d: d.severity.rank)
    return tuple(_divergence_row(analysis, pair, d) for d in ordered)


def kept_rows(analysis: Analysis, pair: Pair, link: Link) -> tuple[DivergenceRow, ...]:
    """Return what a link kept of its source, one row a type."""
    return tuple(DivergenceRow(None, k.type_name, k.text, "", k.text) for k in kept(analysis, pair, link))


def no_divergence(link: Link) -> str:
    """Return what an empty list of divergences means: that none was flagged is no proof that there is none."""
    if link.match.derived:
        return "No change was flagged automatically. Read both sentences."
    return "Pairs that only report the same fact are not searched for changes."


def _divergence_row(analysis: Analysis, pair: Pair, divergence: Divergence) -> DivergenceRow:
    old = _wording(divergence.b, analysis.article(pair.b)), analysis.letter(pair.b)
    new = _wording(divergence.a, analysis.article(pair.a)), analysis.letter(pair.a)
    if pair.flipped():
        old, new = new, old
    change = _difference if pair.direction.derived is Side.UNKNOWN else _change
    return DivergenceRow(
        divergence.severity,
        divergence_name(divergence.type),
        change((shorten(old[0], _LONGEST_WORDING), old[1]), (shorten(new[0], _LONGEST_WORDING), new[1])),
        harmless(divergence.why),
        change(old, new),
    )


_Said = tuple[str, str]
"""Wording, perhaps none, and the letter of the article that it stands in."""


def _change(source: _Said, derived: _Said) -> str:
    """Return what became of what."""
    (before, _), (after, _) = source, derived
    if before and after:
        return f"{before} → {after}"
    return f"left out: {before}" if before else f"added: {after}"


def _difference(one: _Said, other: _Said) -> str:
    """Return what stands where, with no word on who changed it."""
    if one[0] and other[0]:
        return f"{one[1]}: {one[0]} · {other[1]}: {other[0]}"
    wording, letter = one if one[0] else other
    return f"only in {letter}: {wording}"


def _wording(span: Span | None, article: Article) -> str:
    return flat(harmless(span.of(article.text))) if span else ""


def linked_by_hand(link: Link) -> bool:
    """Return whether an editor made the link."""
    return _BY_HAND in link.evidence.reasons


def why_matched(analysis: Analysis, pair: Pair, link: Link, *, by_hand: bool = False) -> str:
    """Return the reasons for a link as sentences: neighbours, next best, longest run, what carried it.

    ``by_hand`` says that an editor confirmed the link, whatever the comparison found.
    """
    by_hand = by_hand or linked_by_hand(link)
    letter = analysis.letter(pair.a)
    neighbours = [f"{letter} {numbers(other.a)}" for other in _neighbours(pair, link)]
    parts = ["Set by hand."] if by_hand else []
    if neighbours:
        parts.append(f"Neighbours match in order ({', '.join(neighbours)}).")
    parts += _next_best(analysis, pair, link)
    parts.append(f"Longest shared run: {some(link.evidence.longest_run, 'word')}.")
    if not by_hand:
        parts += _carried(link)
    return " ".join(parts)


def _next_best(analysis: Analysis, pair: Pair, link: Link) -> list[str]:
    """Return the strongest other counterpart of the link's first sentence in A, in whichever article it stands."""
    found: list[tuple[float, str]] = []
    if (best := link.evidence.next_best) is not None:
        found.append((best.score, f"{analysis.letter(pair.b)} {best.index + 1}, {best.score:.2f}, not linked"))
    for other in analysis.pairs:
        if pair.a not in (other.a, other.b) or {other.a, other.b} == {pair.a, pair.b}:
            continue
        letter = analysis.letter(other.b if other.a == pair.a else other.a)
        for rival in other.links:
            own, theirs = (rival.a, rival.b) if other.a == pair.a else (rival.b, rival.a)
            if min(link.a) in own and (score := rival.evidence.score) > 0:
                found.append((score, f"{letter} {numbers(theirs)}, {score:.2f}, {CLASS_NAMES[rival.match].lower()}"))
    return [f"Next best: {max(found)[1]}."] if found else []


def _carried(link: Link) -> list[str]:
    """Return what carried the link; the model's low opinion of the meaning is said where it did not."""
    evidence = link.evidence
    reasons = [_WHY_LINKED.get(reason, reason) for reason in evidence.reasons]
    special = any(reason in _WHY_LINKED for reason in evidence.reasons)
    if evidence.meaning is not None and evidence.meaning < LOW_MEANING and link.match.derived and not special:
        reasons = ["wording", *(["order"] if evidence.order >= _IN_ORDER else [])]
    return [f"Linked by {listed(reasons)}."] if reasons else []


def _neighbours(pair: Pair, link: Link) -> tuple[Link, ...]:
    """Return the links just before and just after this one in A that stand in the same order in B."""
    before = [x for x in pair.links if max(x.a) == min(link.a) - 1 and min(x.b) < min(link.b)]
    after = [x for x in pair.links if min(x.a) == max(link.a) + 1 and max(x.b) > max(link.b)]
    return (*before[:1], *after[:1])


def pair_statement(analysis: Analysis, pair: Pair, right: str) -> str:
    """Return in one sentence how many of the right article's sentences have a counterpart in the left one."""
    left = pair.a if right == pair.b else pair.b
    article = analysis.article(right)
    classes = sentence_classes(pair, article)
    derived = sum(match.derived for match in classes)
    total = len(article.sentences)  # all of them, as in the report's statement and ledger
    here, there = analysis.letter(right), analysis.letter(left)
    same = classes.count(MatchClass.SAME_FACT)
    if not derived and same:
        return f"{here} – {there}: only facts in common, in {same} of {some(total, 'sentence')}"
    source = source_of(pair)
    if source == left:
        return f"{here} ← {there}: {derived} of {total} sentences have a source in {there}"
    if source == right:
        return f"{here} → {there}: {derived} of {total} sentences are reused in {there}"
    return f"{here} – {there}: {derived} of {total} sentences match in {there}"
