"""Attributions of the source that A dropped: “experts said” is gone and A states it as fact.

Kept is an attribution when A's sentences still tell that somebody says so or still name the speaker, or when the
sentence before does and names the same speaker. Where the source's speakers only suppose it, A is surer than they are.
Agency credits and datelines are judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.divergence.cues import Cue, find_cues, keeps_attribution, may_be_attributed
from core.divergence.view import LinkView, SideView, Word, same_stem, word_table
from core.lexis import is_function, key
from core.model import Divergence, DivergenceType, MentionKind, SentenceKind, Severity
from resources.lists import word_list


def find_attributions(view: LinkView) -> Iterator[Divergence]:
    """Yield the attributions of the source that A's sentences do not keep."""
    for cue in find_cues(view.b):
        if not cue.clause or cue.quotes or _headline(view.b, cue.sentence):
            continue
        own = [i for i in view.paired_a(cue.sentence) if not _headline(view.a, i)]
        if not own or _kept(view, cue, own):
            continue
        supposed = cue.verb.key in _SUPPOSED and not _doubtful(view.a, own)
        does = "only supposes" if supposed else "attributes"
        yield Divergence(
            DivergenceType.MODALITY if supposed else DivergenceType.ATTRIBUTION,
            None,
            cue.span,
            Severity.HIGH if supposed else Severity.MEDIUM,
            f"{view.source.capitalize()} {does} this (“{view.b.of(cue.span)}”), here it stands as fact.",
        )


def _doubtful(side: SideView, sentences: Sequence[int]) -> bool:
    """Return whether some word still leaves it open."""
    return any(w.key in word_table("hedges") and w.quotation is None for i in sentences for w in side.sentence(i))


def _headline(side: SideView, sentence: int) -> bool:
    return side.article.sentences[sentence].kind is SentenceKind.HEADLINE


def _kept(view: LinkView, cue: Cue, own: Sequence[int]) -> bool:
    words = [w for w in view.a.words if w.sentence in own]
    if all(w.quotation is not None for w in words if w.content):
        return True
    if _word_for_word(view, cue) or _same_saying(view, cue) or _says(view, cue, own):
        return True
    if keeps_attribution(words):
        return not (_named(view.b, cue) and not _subject_of_saying(view.a, own))
    return _running(view, cue, min(own))


def _says(view: LinkView, cue: Cue, own: Sequence[int]) -> bool:
    """Return whether one of A's sentences names the speaker and tells of saying."""
    sentences = [[w for w in view.a.words if w.sentence == i] for i in own]
    return any(
        _names_speaker(words, cue, view.b) and (keeps_attribution(words) or may_be_attributed(words))
        for words in sentences
    )


def _word_for_word(view: LinkView, cue: Cue) -> bool:
    """Return whether A has speaker and verb as they are, be it inside a longer quotation of the source."""
    verbs = {p.sentence for p in view.partners_a(cue.verb) if same_stem(p.text, cue.verb.text)}
    named = [w for w in cue.speaker if not is_function(w.text)]
    return bool(verbs and named) and all(
        any(p.sentence in verbs and same_stem(p.text, w.text) for p in view.partners_a(w)) for w in named
    )


def _same_saying(view: LinkView, cue: Cue) -> bool:
    """Return whether A has another verb for the cue's, with its clause: “ruled that”, “decided that”."""
    after = [view.a.words[p.at + 1] for p in view.partners_a(cue.verb) if p.at + 1 < len(view.a.words)]
    return any(w.key in ("that", "whether") for w in after)


def _named(side: SideView, cue: Cue) -> bool:
    """Return whether the speaker has a name."""
    names = [m.span for m in side.mentioned(MentionKind.NAME) if " " in m.value]
    return any(name.overlaps(w.span) for name in names for w in cue.speaker)


def _subject_of_saying(side: SideView, sentences: Sequence[int]) -> bool:
    """Return whether A still has somebody who says something."""
    return any(c.sentence in sentences and c.clause for c in find_cues(side))


def _names_speaker(words: Sequence[Word], cue: Cue, side: SideView) -> bool:
    """Return whether the words hold the name of the speaker or the noun that tells who it is."""
    names = [m.span for m in side.mentioned(MentionKind.NAME)]
    proper = [w for w in cue.speaker if any(n.contains(w.span) for n in names)]
    people = [w for w in proper if w.key.replace(".", "") not in _LANDS]
    plain = [w for w in cue.speaker if not is_function(w.text) and w not in proper]
    wanted = people[-2:] if people else plain[-1:]
    return any(same_stem(w.text, v.text) for w in wanted for v in words if v.quotation is None)


def _running(view: LinkView, cue: Cue, first: int) -> bool:
    """Return whether the sentence before A's has the same speaker, so that A's goes on with what they say."""
    article = view.a.article
    if (
        first == 0
        or cue.pronoun
        or not any(
            p.contains(article.sentences[first].span) and p.contains(article.sentences[first - 1].span)
            for p in article.paragraphs
        )
    ):
        return False
    before = [key(t.of(article.text)) for t in article.sentence_tokens(first - 1) if t.word]
    says = any(k in word_list("speech_verbs") for k in before)
    return says and any(w.key in before for w in cue.speaker if not is_function(w.text))


_SUPPOSED = frozenset({"suspect", "suspects", "suspected", "speculated"})
"""Verbs with which those who say something leave open whether it is so."""

_LANDS = frozenset({"us", "uk", "un", "eu"})
