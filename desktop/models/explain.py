"""What the inspector says about a link, as plain values.

Pure: an analysis in, sentences out; fonts, colours and places are the widgets' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Analysis, Article, Divergence, Evidence, Link, MatchClass, Pair, Severity, Side, Span
from core.report.phrases import flat, shorten
from desktop.language import listed, tr, tr_noop
from desktop.models.kept import kept
from desktop.pairs import sentence_classes, source_of, taker
from desktop.plain import harmless
from desktop.remembering import early_of_pair, remembered
from desktop.terms import change_name, class_said

_WHY_LINKED = {
    "quotation": tr_noop("a shared quotation"),
    "passage": tr_noop("a passage in common between articles that are otherwise apart"),
}
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
    word = tr("with") if taker(pair) is Side.UNKNOWN else tr("from")
    here = f"{analysis.letter(pair.a)} {numbers(link.a)}"
    there = f"{analysis.letter(pair.b)} {numbers(link.b)}"
    return (there, word, here) if pair.flipped() else (here, word, there)


def sentence_heading(analysis: Analysis, pair: Pair, article_id: str, indices: Sequence[int]) -> str:
    """Return the line over a sentence: ``Sentence 13, the source``."""
    parts = [
        (tr("Sentences {numbers}") if len(indices) > 1 else tr("Sentence {numbers}")).format(numbers=numbers(indices))
    ]
    if article_id == analysis.subject:
        parts.append(tr("under review"))
    if article_id == source_of(pair):
        parts.append(tr("likely the source") if pair.flipped() else tr("the source"))
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
        return tr("No change was flagged automatically. Read both sentences.")
    return tr("Pairs that only report the same fact are not searched for changes.")


def _divergence_row(analysis: Analysis, pair: Pair, divergence: Divergence) -> DivergenceRow:
    old = _wording(divergence.b, analysis.article(pair.b)), analysis.letter(pair.b)
    new = _wording(divergence.a, analysis.article(pair.a)), analysis.letter(pair.a)
    if pair.flipped():
        old, new = new, old
    change = _difference if pair.direction.derived is Side.UNKNOWN else _change
    return DivergenceRow(
        divergence.severity,
        change_name(divergence.type),
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
    return tr("left out: {before}").format(before=before) if before else tr("added: {after}").format(after=after)


def _difference(one: _Said, other: _Said) -> str:
    """Return what stands where, with no word on who changed it."""
    if one[0] and other[0]:
        return f"{one[1]}: {one[0]} · {other[1]}: {other[0]}"
    wording, letter = one if one[0] else other
    return tr("only in {letter}: {wording}").format(letter=letter, wording=wording)


def _wording(span: Span | None, article: Article) -> str:
    return flat(harmless(span.of(article.text))) if span else ""


def why_matched(analysis: Analysis, pair: Pair, link: Link, *, by_hand: bool = False) -> str:
    """Return the reasons for a link as sentences: neighbours, next best, longest run, what carried it.

    ``by_hand`` says that an editor confirmed the link, whatever the comparison found.
    """
    by_hand = by_hand or link.by_hand
    letter = analysis.letter(pair.a)
    neighbours = [f"{letter} {numbers(other.a)}" for other in _neighbours(pair, link)]
    parts = [tr("Set by hand.")] if by_hand else []
    if neighbours:
        parts.append(tr("Neighbours match in order ({neighbours}).").format(neighbours=", ".join(neighbours)))
    parts += _next_best(analysis, pair, link)
    parts.append(tr("Longest shared run: {n} word(s).", "", link.evidence.longest_run))
    if not by_hand:
        parts += _carried(link)
    return " ".join(part for part in (*parts, together(link.evidence)) if part)


def together(evidence: Evidence) -> str:
    """Return what the score is put together from, nothing where there is none."""
    if not evidence.score:
        return ""
    if evidence.meaning is None or evidence.tokens is None:
        return tr("Together: from the wording alone.")
    return tr(
        "Together: the mean of the meaning of the sentences ({meaning:.2f}) and of their words ({words:.2f}), "
        "plus half the wording."
    ).format(meaning=evidence.meaning, words=evidence.tokens)


def _next_best(analysis: Analysis, pair: Pair, link: Link) -> list[str]:
    """Return the strongest other counterpart of the link's first sentence in A, in whichever article it stands."""
    found: list[tuple[float, str]] = []
    if (best := link.evidence.next_best) is not None:
        found.append(
            (
                best.score,
                tr("{letter} {index}, {score:.2f}, not linked").format(
                    letter=analysis.letter(pair.b), index=best.index + 1, score=best.score
                ),
            )
        )
    for other in analysis.pairs:
        if pair.a not in (other.a, other.b) or {other.a, other.b} == {pair.a, pair.b}:
            continue
        letter = analysis.letter(other.b if other.a == pair.a else other.a)
        for rival in other.links:
            own, theirs = (rival.a, rival.b) if other.a == pair.a else (rival.b, rival.a)
            if min(link.a) in own and (score := rival.evidence.score) > 0:
                found.append((score, f"{letter} {numbers(theirs)}, {score:.2f}, {class_said(rival.match)}"))
    return [tr("Next best: {rival}.").format(rival=max(found)[1])] if found else []


def _carried(link: Link) -> list[str]:
    """Return what carried the link; the model's low opinion of the meaning is said where it did not."""
    evidence = link.evidence
    reasons = [tr(_WHY_LINKED.get(reason, reason)) for reason in evidence.reasons]
    special = any(reason in _WHY_LINKED for reason in evidence.reasons)
    if evidence.meaning is not None and evidence.meaning < LOW_MEANING and link.match.derived and not special:
        reasons = [tr("wording"), *([tr("order")] if evidence.order >= _IN_ORDER else [])]
    return [tr("Linked by {reasons}.").format(reasons=listed(reasons))] if reasons else []


def _neighbours(pair: Pair, link: Link) -> tuple[Link, ...]:
    """Return the links just before and just after this one in A that stand in the same order in B."""
    begins, ends = _by_ends(pair)
    before = [x for x in ends.get(min(link.a) - 1, ()) if min(x.b) < min(link.b)]
    after = [x for x in begins.get(max(link.a) + 1, ()) if max(x.b) > max(link.b)]
    return (*before[:1], *after[:1])


@remembered(8)
def _by_ends(pair: Pair) -> tuple[dict[int, list[Link]], dict[int, list[Link]]]:
    """Return a pair's links by their first and by their last sentence in A."""
    begins: dict[int, list[Link]] = {}
    ends: dict[int, list[Link]] = {}
    for link in pair.links:
        begins.setdefault(min(link.a), []).append(link)
        ends.setdefault(max(link.a), []).append(link)
    return begins, ends


def pair_statement(analysis: Analysis, pair: Pair, right: str) -> str:
    """Return in one sentence how many of the right article's sentences have a counterpart in the left one."""
    left = pair.a if right == pair.b else pair.b
    article = analysis.article(right)
    derived, same = _counted(pair, article)
    total = len(article.sentences)  # all of them, as in the report's statement and ledger
    here, there = analysis.letter(right), analysis.letter(left)
    if not derived and same:
        return tr("{here} – {there}: only facts in common, in {same} of {n} sentence(s)", "", total).format(
            here=here, there=there, same=same
        )
    source = source_of(pair)
    if source == left:
        said = tr("{here} ← {there}: {derived} of {total} sentences have a source in {there}")
    elif source == right:
        said = tr("{here} → {there}: {derived} of {total} sentences are reused in {there}")
    else:
        said = tr("{here} – {there}: {derived} of {total} sentences match in {there}")
    return said.format(here=here, there=there, derived=derived, total=total)


def pair_figures(analysis: Analysis, pair: Pair, right: str) -> str:
    """Return the same in the fewest words: ``C ← E: 16 of 21``."""
    left = pair.a if right == pair.b else pair.b
    article = analysis.article(right)
    derived, same = _counted(pair, article)
    if not derived and same:
        derived, sign = same, "–"
    else:
        source = source_of(pair)
        sign = "←" if source == left else "→" if source == right else "–"
    here, there = analysis.letter(right), analysis.letter(left)
    return tr("{here} {sign} {there}: {derived} of {total}").format(
        here=here, sign=sign, there=there, derived=derived, total=len(article.sentences)
    )


@early_of_pair
def _known(pair: Pair, a: Article, b: Article) -> None:
    """Work out what is said of a pair and of any of its links."""
    _by_ends(pair)
    for article in (a, b):
        _counted(pair, article)


@remembered(64)
def _counted(pair: Pair, article: Article) -> tuple[int, int]:
    """Return how many of an article's sentences are derived in a pair, and how many only share facts."""
    classes = sentence_classes(pair, article)
    return sum(match.derived for match in classes), classes.count(MatchClass.SAME_FACT)
