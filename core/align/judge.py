"""The class of two single sentences out of context."""

from __future__ import annotations

from math import exp

from core.align.classes import pair_class
from core.align.likeness import likeness
from core.align.quoted import sentence_words
from core.align.score import sentence_scores
from core.evidence import PairEvidence
from core.lexis import shared_runs
from core.model import Article, Evidence, Link, MatchClass
from core.options import Options


def judge_pair(a: Article, b: Article, evidence: PairEvidence, options: Options) -> tuple[Link, MatchClass]:
    """Return a link of A's only sentence with B's, and its class (same_fact or unrelated when not derived)."""
    confidence = 1 / (1 + exp((options.judge_score - likeness(a, b, evidence)) / options.judge_softness))
    words_a, words_b = sentence_words(a)[0], sentence_words(b)[0]
    derived = pair_class(words_a, words_b, options)
    runs = shared_runs(words_a.keys, words_b.keys, 1)
    meaning = evidence.meaning
    if confidence >= 0.5:  # noqa: PLR2004 - even odds
        match = derived
    else:
        near = sentence_scores(evidence)[0, 0] >= options.same_fact_score
        match = MatchClass.SAME_FACT if near else MatchClass.UNRELATED
    link = Link(
        a=(0,),
        b=(0,),
        pairs=((0, 0, derived),),
        match=derived,
        confidence=confidence,
        evidence=Evidence(
            meaning=None if meaning is None else float(meaning.cosine[0, 0]),
            tokens=None if meaning is None else float(meaning.tokens[0, 0]),
            wording=float(evidence.wording.dice[0, 0]),
            order=0.0,
            longest_run=runs[0][2] if runs else 0,
        ),
    )
    return link, match
