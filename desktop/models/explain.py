"""What the inspector says about a link, as plain values.

Pure: an analysis in, sentences out; fonts, colours and places are the widgets' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Analysis, Article, Divergence, DivergenceType, Link, Pair, Severity, Side, Span
from desktop.session import sentence_classes, source_of

STRONG, FAIR = 0.8, 0.6
_TYPES = {
    DivergenceType.NUMBER: "Number",
    DivergenceType.DATE: "Date",
    DivergenceType.NAME: "Name",
    DivergenceType.PLACE: "Place",
    DivergenceType.QUOTATION: "Quotation",
    DivergenceType.SPEAKER: "Speaker",
    DivergenceType.UNQUOTED: "Unquoted",
    DivergenceType.ATTRIBUTION: "Attribution",
    DivergenceType.NEGATION: "Negation",
    DivergenceType.MODALITY: "Modality",
    DivergenceType.WRONG_WORD: "Wrong word",
    DivergenceType.OMISSION: "Omission",
    DivergenceType.ADDITION: "Addition",
}
_WHY_LINKED = {"meaning": "meaning", "wording": "wording", "order": "order", "quotation": "a shared quotation"}
_LONGEST_WORDING = 90


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """One divergence as it is listed."""

    severity: Severity
    type_name: str
    change: str
    why: str
    full: str
    """The change without shortening."""


def strength(confidence: float) -> str:
    """Return a confidence in words."""
    if confidence >= STRONG:
        return "Strong match"
    return "Fair match" if confidence >= FAIR else "Weak match"


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
    word = "with" if pair.direction.derived is Side.UNKNOWN else "from"
    here = f"{analysis.letter(pair.a)} {numbers(link.a)}"
    there = f"{analysis.letter(pair.b)} {numbers(link.b)}"
    return (there, word, here) if pair.flipped() else (here, word, there)


def sentence_heading(analysis: Analysis, pair: Pair, article_id: str, indices: Sequence[int]) -> str:
    """Return the line over a sentence: ``Sentence 13, the source``."""
    name = f"Sentence{'s' if len(indices) > 1 else ''} {numbers(indices)}"
    if article_id == analysis.subject:
        return f"{name}, under review"
    return f"{name}, the source" if article_id == source_of(pair) else name


def divergence_rows(pair: Pair, link: Link, a: Article, b: Article) -> tuple[DivergenceRow, ...]:
    """Return a link's divergences, the most severe first."""
    rows = [_divergence_row(d, a, b, flipped=pair.flipped()) for d in link.divergences]
    return tuple(sorted(rows, key=lambda row: row.severity.rank))


def _divergence_row(divergence: Divergence, a: Article, b: Article, *, flipped: bool) -> DivergenceRow:
    before, after = _wording(divergence.b, b), _wording(divergence.a, a)
    if flipped:
        before, after = after, before
    return DivergenceRow(
        divergence.severity,
        _TYPES[divergence.type],
        _change(_short(before), _short(after)),
        divergence.why,
        _change(before, after),
    )


def _change(before: str, after: str) -> str:
    if before and after:
        return f"{before} → {after}"
    return f"left out: {before}" if before else f"added: {after}"


def _wording(span: Span | None, article: Article) -> str:
    return " ".join(span.of(article.text).split()) if span else ""


def _short(wording: str) -> str:
    if len(wording) <= _LONGEST_WORDING:
        return wording
    return wording[:_LONGEST_WORDING].rsplit(" ", 1)[0] + "…"


def why_matched(analysis: Analysis, pair: Pair, link: Link) -> str:
    """Return the reasons for a link as sentences: neighbours, next best, longest run, what carried it."""
    evidence = link.evidence
    letter = analysis.letter(pair.a)
    neighbours = [f"{letter} {numbers(other.a)}" for other in _neighbours(pair, link)]
    parts = [f"Neighbours match in order ({', '.join(neighbours)})."] if neighbours else []
    if evidence.next_best is not None:
        best = evidence.next_best
        parts.append(f"Next best: {analysis.letter(pair.b)} {best.index + 1}, {best.score:.2f}.")
    parts.append(f"Longest shared run: {counted(evidence.longest_run, 'word')}.")
    reasons = [_WHY_LINKED.get(reason, reason) for reason in evidence.reasons]
    if reasons:
        parts.append(f"Linked by {listed(reasons)}.")
    return " ".join(parts)


def _neighbours(pair: Pair, link: Link) -> tuple[Link, ...]:
    """Return the links just before and just after this one in A that stand in the same order in B."""
    before = [x for x in pair.links if max(x.a) == min(link.a) - 1 and min(x.b) < min(link.b)]
    after = [x for x in pair.links if min(x.a) == max(link.a) + 1 and max(x.b) > max(link.b)]
    return (*before[:1], *after[:1])


def listed(words: Sequence[str]) -> str:
    """Return words as a phrase: ``meaning, wording and order``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 article``, ``5 articles``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def pair_statement(analysis: Analysis, pair: Pair, right: str) -> str:
    """Return in one sentence how many of the right article's sentences have a counterpart in the left one."""
    left = pair.a if right == pair.b else pair.b
    article = analysis.article(right)
    derived = sum(match.derived for match in sentence_classes(pair, article))
    checked = sum(sentence.checked for sentence in article.sentences)
    here, there = analysis.letter(right), analysis.letter(left)
    source = source_of(pair)
    if source == left:
        return f"{here} ← {there}: {derived} of {checked} sentences have a source in {there}"
    if source == right:
        return f"{here} → {there}: {derived} of {checked} sentences are reused in {there}"
    return f"{here} – {there}: {derived} of {checked} sentences match in {there}"
