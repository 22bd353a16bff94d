"""Quotations that changed on the way: their words, their speaker, or their marks.

A quotation that is cut short is no divergence, nor are other marks, capitals or spellings, nor what “…” or brackets say
is left out or put in. Quotations are compared by the part
that lies in the link's sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from core.divergence.antecedents import antecedent
from core.divergence.cues import Cue, find_cues
from core.divergence.facts import facts_of, mentions_in
from core.divergence.view import LinkView, SideView, Word, abbreviates, same_stem, word_table
from core.lexis import key
from core.model import (
    Divergence,
    DivergenceType,
    MatchClass,
    Mention,
    MentionKind,
    Quotation,
    SentenceKind,
    Severity,
    Span,
)
from core.quoted import in_order, keys_of, quoted_pieces, within

SAME_QUOTATION = 0.5
"""Likeness of word order (Indel, 0 … 1) from which two quotations are versions of one."""
SAME_IN_QUOTATION_LINK = 0.3
"""The same where the link says that it is a quotation and both sides have but one."""
SHORTEST = 3
"""Words below which a quotation is a term, not a statement."""
SHORTEST_UNQUOTED = 4
"""Words from which a quotation turned into prose is told."""
LONG_UNQUOTED = 6
"""Words from which it weighs even where the speaker is named: somebody’s own words pass as the writer’s."""
TURNED = 0.5
"""Share of a quotation's content words that must stand in A's prose."""
REPEATED = 0.66
"""Share of a quotation's content words from which credited prose repeats it: what is reported has other words."""
LONGEST_CUE = 80
"""Characters up to which speaker and verb are shown as one stretch."""
LONGEST_SHOWN = 12
"""Words of a quotation that a sentence shows."""
SPELLED_ALIKE = 70.0
"""Likeness of spelling from which two speakers are one whose name changed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a quotation that lies in the link's sentences."""

    quotation: Quotation
    words: tuple[Word, ...]
    pieces: tuple[tuple[str, ...], ...]
    """Its keys, parted where it says that words are left out."""
    keys: tuple[str, ...]
    """All of them in a row."""


def find_quotations(view: LinkView) -> Iterator[Divergence]:
    """Yield what happened to the quotations of the source."""
    own, other = _pieces(view.a), _pieces(view.b)
    met: list[_Piece] = []
    for piece in own:
        source = _version(view, piece, own, other)
        if source is None:
            continue
        met.append(source)
        fuller = not view.derived and _gives(piece, source)
        if not _gives(source, piece) and not fuller and not _anywhere(view.b, piece):
            yield _reworded(view, piece, source)
        yield from _speaker(view, piece, source)
    for source in other:
        if source not in met:
            yield from _unquoted(view, source)


def _pieces(side: SideView) -> list[_Piece]:
    parts: dict[int, list[Word]] = defaultdict(list)
    for word in side.words:
        if word.quotation is not None and word.word:
            parts[word.quotation].append(word)
    return [p for n, words in parts.items() if (p := _piece(side, side.article.quotations[n], words)).keys]


def _piece(side: SideView, quotation: Quotation, words: Sequence[Word]) -> _Piece:
    made = keys_of(quoted_pieces(side.article.text, quotation.span.start, [w.span for w in words]))
    return _Piece(quotation, tuple(words), made, tuple(k for piece in made for k in piece))


def _version(view: LinkView, piece: _Piece, own: Sequence[_Piece], other: Sequence[_Piece]) -> _Piece | None:
    """Return the quotation of the source that this one gives."""
    if len(piece.keys) < SHORTEST or not other:
        return None
    best = max(other, key=lambda s: _closeness(piece, s))
    alone = view.link.match is MatchClass.QUOTATION and len(own) == len(other) == 1
    enough = SAME_IN_QUOTATION_LINK if alone else SAME_QUOTATION
    return best if _closeness(piece, best) >= enough else None


def _closeness(a: _Piece, b: _Piece) -> float:
    if _gives(a, b) or _gives(b, a):
        return 1.0
    return Indel.normalized_similarity(a.keys, b.keys)


def _gives(whole: _Piece, part: _Piece) -> bool:
    """Return whether all that one quotation gives stands in another word for word, piece by piece."""
    return within(part.keys, whole.keys) or in_order(part.pieces, whole.keys)


def _anywhere(side: SideView, piece: _Piece) -> bool:
    """Return whether the words stand in a row inside some quotation of the whole article."""
    return any(in_order(piece.pieces, quoted) for quoted in facts_of(side.article).quoted if piece.keys[0] in quoted)


def _reworded(view: LinkView, piece: _Piece, source: _Piece) -> Divergence:
    a, b = view.a.hull(piece.words), view.b.hull(source.words)
    changed = [k for k in piece.keys if k not in source.keys] + [k for k in source.keys if k not in piece.keys]
    grave = _denials(piece) % 2 != _denials(source) % 2 or any(k[0].isdigit() for k in changed)
    if not grave and _trimmed(view, piece, source):
        why = "The headline shortens a quotation that the text below it has with the words of " + view.source
        return Divergence(DivergenceType.QUOTATION, a, b, Severity.LOW, f"{why}.")
    return Divergence(
        DivergenceType.QUOTATION,
        a,
        b,
        Severity.HIGH if grave else Severity.MEDIUM,
        f"The words in quotation marks are not those of {view.source}, which has “{_short(view.b.of(b))}”.",
    )


def _trimmed(view: LinkView, piece: _Piece, source: _Piece) -> bool:
    """Return whether a headline has no content words but a quotation's that A's text has whole, in any of their forms.

    A quotation with as many words is no shorter one.
    """
    headline = view.a.article.sentences[piece.words[0].sentence].kind is SentenceKind.HEADLINE
    if not headline or len(piece.keys) >= len(source.keys) or not _anywhere(view.a, source):
        return False
    return all(any(same_stem(w.text, v.text) for v in source.words) for w in piece.words if w.content)


def _speaker(view: LinkView, piece: _Piece, source: _Piece) -> Iterator[Divergence]:
    """Yield a divergence where both name a speaker and the names have nothing in common."""
    own, other = piece.quotation.speaker, source.quotation.speaker
    if own is None or other is None or not view.a.inside(own) or not view.b.inside(other):
        return  # a speaker told further off is a guess
    name_a, name_b = _name(view.a, own), _name(view.b, other) or antecedent(view.b.article, other)
    if name_a is None or name_b is None:
        return
    shown_a, shown_b = view.a.of(name_a.span), view.b.of(name_b.span)
    if abbreviates(shown_a, name_b.value) or abbreviates(shown_b, name_a.value):
        return
    keys_a, keys_b = {key(w) for w in name_a.value.split()}, {key(w) for w in name_b.value.split()}
    if keys_a & keys_b or any(fuzz.ratio(k, m) >= SPELLED_ALIKE for k in keys_a for m in keys_b):
        return
    if keys_a & _beside(view.b, source):
        return  # the source names A's speaker beside the quotation
    yield Divergence(
        DivergenceType.SPEAKER,
        _with_cue(own, piece.quotation.cue),
        _with_cue(other, source.quotation.cue),
        Severity.HIGH,
        f"{view.source.capitalize()} gives these words to {shown_b}, here they are {shown_a}’s.",
    )


def _beside(side: SideView, piece: _Piece) -> set[str]:
    """Return the words outside marks in a quotation's sentence but for those who say something else in it."""
    others = [q.speaker for q in side.quotations if q.speaker is not None and q.speaker != piece.quotation.speaker]
    return {
        w.key
        for w in side.words
        if w.sentence == piece.words[0].sentence and w.quotation is None and not any(s.overlaps(w.span) for s in others)
    }


def _name(side: SideView, speaker: Span) -> Mention | None:
    text = side.article.text
    names = [
        m
        for m in mentions_in(side.article, speaker)
        # “the Warsaw biologist” names no person: the name must end the phrase.
        if m.kind is MentionKind.NAME
        and not text[m.span.end : speaker.end].partition(",")[0].strip(" ’'s")
        # Nor does “the owner of the Kestrels”.
        and text[speaker.start : m.span.start].split()[-1:] not in (["of"], ["for"], ["at"], ["from"])
    ]
    return max(names, key=lambda m: (len(side.of(m.span).split()), m.span), default=None)


def _with_cue(speaker: Span, cue: Span | None) -> Span:
    if cue is None:
        return speaker
    both = Span(min(speaker.start, cue.start), max(speaker.end, cue.end))
    return both if len(both) <= LONGEST_CUE else speaker


def _unquoted(view: LinkView, source: _Piece) -> Iterator[Divergence]:
    """Yield a divergence where the quoted words stand in A as prose."""
    content = [w for w in source.words if w.content]
    if len(source.keys) < SHORTEST_UNQUOTED or not content:
        return
    turned = [(w, p) for w in content for p in view.partners_a(w) if p.quotation is None]
    if len({w.at for w, _ in turned}) < max(2, TURNED * len(content)):
        return
    index = max(view.link.a, key=lambda i: sum(p.sentence == i for _, p in turned))
    own = [p for _, p in turned if p.sentence == index]
    kept = any(c.sentence == index and _may_speak(view, source, c) for c in find_cues(view.a))
    b = view.b.hull(source.words)
    was = f"“{_short(view.b.of(b))}” is a quotation in {view.source}; here it "
    became = "stands without quotation marks" if _repeated(view, content, index) else "is told in other words"
    yield Divergence(
        DivergenceType.UNQUOTED,
        view.a.hull(own),
        b,
        Severity.LOW if kept and len(source.keys) < LONG_UNQUOTED else Severity.MEDIUM,
        f"{was}{became}." if kept else f"{was}{became} and without its speaker.",
    )


def _may_speak(view: LinkView, source: _Piece, cue: Cue) -> bool:
    """Return whether a cue of A can be of the quotation's speaker: named alike, or one of both bears no name."""
    if source.quotation.speaker is None or cue.pronoun:
        return True
    named = [m for m in view.a.mentioned(MentionKind.NAME) if any(m.span.overlaps(w.span) for w in cue.speaker)]
    name = _name(view.b, source.quotation.speaker) or antecedent(view.b.article, source.quotation.speaker)
    if not named or name is None:
        return True
    wanted = {key(w) for w in name.value.split()}
    return any(wanted & {key(w) for w in m.value.split()} or abbreviates(view.a.of(m.span), name.value) for m in named)


def _repeated(view: LinkView, content: Sequence[Word], sentence: int) -> bool:
    """Return whether a sentence of A has nearly all content words of a quotation, be it in other forms."""
    prose = [w for w in view.a.sentence(sentence) if w.content and w.quotation is None]
    again = sum(any(same_stem(w.text, v.text) for v in prose) for w in content)
    return again >= REPEATED * len(content)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= LONGEST_SHOWN else " ".join(words[:LONGEST_SHOWN]) + " …"


def _denials(piece: _Piece) -> int:
    """Return how often a quotation denies something, in any of the ways to do so."""
    table = word_table("negators")
    return sum(table.get(k) == "hard" or k.endswith("n't") or k in _REFUSALS for k in piece.keys)


_REFUSALS = frozenset(
    {"without", "reject", "rejected", "refuse", "refused", "fail", "failed", "deny", "denied", "unable", "impossible"}
)
