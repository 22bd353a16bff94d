"""The analysis as JSON, in the form that ``resources/schema/cognate-analysis-1.schema.json`` fixes.

Pure: values in, plain dictionaries out. Offsets are Unicode code points into the article's ``text``. Dropping or
renaming a key is a breaking change and needs a new schema number; adding one does not.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from core.model import (
    AlignedWords,
    Analysis,
    Article,
    CreditDetail,
    Direction,
    Divergence,
    Document,
    Evidence,
    Excluded,
    Exclusions,
    Finding,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    Mention,
    MentionKind,
    Pair,
    Quotation,
    QuotationRow,
    Scores,
    Sentence,
    Side,
    Span,
)
from core.report.rounding import largest_remainder

SCHEMA = "cognate-analysis/1"
CLASSES = tuple(m for m in MatchClass if m is not MatchClass.UNRELATED)
WORD_SHARES = ("verbatim", "paraphrased", "quoted", "no_source", "unchecked")
_PLACES = 6
_EVEN = 0.5

Json = dict[str, object]


def as_json(value: object) -> str:
    """Return the value as one line of JSON, in its own script and not in escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def analysis_to_dict(analysis: Analysis, identifier: str | int | None = None) -> Json:
    """Return the whole analysis; ``identifier`` is the pair's own in a batch."""
    engine = analysis.engine
    return {
        "schema": SCHEMA,
        "id": identifier,
        "subject": analysis.subject,
        "complete": analysis.complete,
        "options": dict(analysis.options),
        "exclusions": _exclusions(analysis.exclusions),
        "engine": {
            "version": engine.version,
            "encoder": engine.encoder,
            "encoder_sha256": engine.encoder_sha256,
            "notice": engine.notice,
        },
        "articles": [_article(article, analysis.ledger(article.id)) for article in analysis.articles],
        "pairs": [_pair(pair) for pair in analysis.pairs],
    }


def judgement_to_dict(
    identifier: str | int,
    match: MatchClass,
    confidence: float,
    alignment: tuple[AlignedWords, ...],
    divergences: tuple[Divergence, ...],
) -> Json:
    """Return what is said of two single sentences; offsets are into each of them."""
    return {
        "id": identifier,
        "class": match.value,
        "confidence": _confidence(confidence),
        "alignment": [_aligned(words) for words in alignment],
        "divergences": [_divergence(d) for d in divergences],
    }


def reading_to_dict(article: Article, credits_in: tuple[tuple[Span, str], ...]) -> Json:
    """Return how an article was read; ``credits_in`` are the outlets that it names as its source."""
    document = article.document
    return {
        "path": document.path,
        "sha256": document.sha256,
        "title": article.title,
        **_made(document),
        "language": article.language,
        "words": article.words,
        "text": article.text,
        "paragraphs": [_span(p) for p in article.paragraphs],
        "sentences": [{**_place(s.span), "kind": s.kind.value} for s in article.sentences],
        "quotations": [_quotation(q) for q in article.quotations],
        "names": _mentions(article, MentionKind.NAME),
        "numbers": _mentions(article, MentionKind.NUMBER),
        "dates": _mentions(article, MentionKind.DATE),
        "credits": [{**_place(span), "name": name} for span, name in credits_in],
        "findings": [_finding(f) for f in document.findings],
    }


def _article(article: Article, ledger: Ledger) -> Json:
    document = article.document
    rows = zip(article.sentences, ledger.rows, strict=True)
    return {
        "id": article.id,
        "title": article.title,
        "path": document.path,
        "sha256": document.sha256,
        **_made(document),
        "text": article.text,
        "words": article.words,
        "language": article.language,
        "role": article.role.value,
        "sentences": [_sentence(sentence, row, article.quotations) for sentence, row in rows],
        "findings": [_finding(f) for f in document.findings],
        "scores": _scores(ledger.scores),
        "scores_without_exclusions": _scores(ledger.without_exclusions) if ledger.without_exclusions else None,
        "excluded": [_excluded(stretch) for stretch in ledger.excluded],
    }


def _made(document: Document) -> Json:
    """Return how a file was read and what it says of itself; what it does not say is null."""
    return {
        "format": document.format,
        "encoding": document.encoding,
        "encoding_chosen": document.encoding_chosen,
        "author": document.author,
        "outlet": document.outlet,
        "published": document.published,
        "made": document.made,
        "address": document.address,
        "language_claimed": document.language,
        "notices": list(document.notices),
        "attachments": list(document.attachments),
    }


def _exclusions(exclusions: Exclusions) -> Json:
    return {
        "quotations": exclusions.quotations,
        "names": exclusions.names,
        "runs_below": exclusions.runs_below,
        "phrases": list(exclusions.phrases),
    }


def _excluded(stretch: Excluded) -> list[object]:
    return [stretch.span.start, stretch.span.end, stretch.reason.value]


def _sentence(sentence: Sentence, row: LedgerRow, quotations: tuple[Quotation, ...]) -> Json:
    # They stand in text order and never overlap each other.
    first = bisect_right(quotations, sentence.span.start, key=lambda q: q.span.end)
    last = bisect_left(quotations, sentence.span.end, key=lambda q: q.span.start)
    inside = [q.span for q in quotations[first:last]]
    return {
        **_place(sentence.span),
        "kind": sentence.kind.value,
        "class": row.match.value,
        "sources": list(row.sources),
        # A quotation may run over several sentences; each tells the part that stands in it.
        "quotations": [[max(q.start, sentence.span.start), min(q.end, sentence.span.end)] for q in inside],
    }


def _scores(scores: Scores) -> Json:
    by_class = _shares({m.value: scores.by_class.get(m, 0.0) for m in CLASSES})
    largest = scores.largest_source
    return {
        "words": scores.words,
        "by_class": by_class,
        "by_words": _shares({name: scores.by_words.get(name, 0.0) for name in WORD_SHARES}),
        # From the rounded parts, so that the file adds up by itself.
        "sourced": _rounded(sum(share for name, share in by_class.items() if MatchClass(name).derived)),
        "longest_run_words": scores.longest_run_words,
        "longest_run": _span_or_none(scores.longest_run),
        "largest_source": {"article": largest[0], "share": _rounded(largest[1])} if largest else None,
        "derived_share": _rounded(scores.derived_share),
        "derivation": scores.derivation.value,
    }


def _shares(shares: Mapping[str, float]) -> dict[str, float]:
    """Round shares so that they still add up to what they did, which is 1 for an article with words."""
    units = 10**_PLACES
    parts = largest_remainder(tuple(shares.values()), round(sum(shares.values()) * units))
    return {name: part / units for name, part in zip(shares, parts, strict=True)}


def _pair(pair: Pair) -> Json:
    return {
        "a": pair.a,
        "b": pair.b,
        "links": [_link(link) for link in pair.links],
        "omitted": list(pair.omitted),
        "added": list(pair.added),
        "passages": [
            {"a": _span(p.a), "b": _span(p.b), "class": p.match.value, "confidence": _confidence(p.confidence)}
            for p in pair.passages
        ],
        "divergences": [_divergence(d) for d in pair.divergences],
        "direction": _direction(pair.direction),
        "credit": {
            "present": pair.credit.present,
            "spans": [_span(s) for s in pair.credit.spans],
            "names": list(pair.credit.names),
            "covers": list(pair.credit.covers),
            "details": [_credit(detail) for detail in pair.credit.details],
        },
        "quotations": [_quotation_row(row) for row in pair.quotations],
    }


def _credit(detail: CreditDetail) -> Json:
    return {
        "name": detail.name,
        "span": _span(detail.span),
        "paragraph": detail.paragraph,
        "place": None if detail.place is None else detail.place.value,
        "strength": detail.strength.value,
        "weak": detail.strength.weak,
        "covers": list(detail.covers),
    }


def _quotation_row(row: QuotationRow) -> Json:
    return {
        "status": row.status.value,
        "a": _span_or_none(row.a),
        "b": _span_or_none(row.b),
        "speaker_a": _span_or_none(row.speaker_a),
        "speaker_b": _span_or_none(row.speaker_b),
        "why": row.why,
    }


def _direction(direction: Direction) -> Json:
    """Return the direction; a reason that speaks for neither side is no evidence and stays out."""
    return {
        "derived": direction.derived.value,
        "evidence": [
            {"kind": e.kind, "why": e.why, "for": e.derived.value}
            for e in direction.evidence
            if e.derived is not Side.UNKNOWN
        ],
        "note": direction.note or None,
    }


def _link(link: Link) -> Json:
    return {
        "a": list(link.a),
        "b": list(link.b),
        "pairs": [[i, j, match.value] for i, j, match in link.pairs],
        "class": link.match.value,
        "confidence": _confidence(link.confidence),
        "evidence": _evidence(link.evidence),
        "alignment": [_aligned(words) for words in link.alignment],
        "divergences": [_divergence(d) for d in link.divergences],
    }


def _evidence(evidence: Evidence) -> Json:
    best = evidence.next_best
    return {
        "meaning": None if evidence.meaning is None else _rounded(evidence.meaning),
        "tokens": None if evidence.tokens is None else _rounded(evidence.tokens),
        "wording": _rounded(evidence.wording),
        "order": _rounded(evidence.order),
        "score": _rounded(evidence.score),
        "needed": None if evidence.needed is None else _rounded(evidence.needed),
        "longest_run": evidence.longest_run,
        "shared": list(evidence.shared),
        "reasons": list(evidence.reasons),
        "next_best": {"b": best.index, "score": _rounded(best.score)} if best else None,
    }


def _aligned(words: AlignedWords) -> list[object]:
    return [words.a.start, words.a.end, words.b.start, words.b.end, words.match.value]


def _divergence(divergence: Divergence) -> Json:
    return {
        "type": divergence.type.value,
        "a": _span_or_none(divergence.a),
        "b": _span_or_none(divergence.b),
        "severity": divergence.severity.value,
        "why": divergence.why,
    }


def _quotation(quotation: Quotation) -> Json:
    return {
        **_place(quotation.span),
        "speaker": _span_or_none(quotation.speaker),
        "cue": _span_or_none(quotation.cue),
    }


def _mentions(article: Article, kind: MentionKind) -> list[Json]:
    return [_mention(m) for m in article.mentions if m.kind is kind]


def _mention(mention: Mention) -> Json:
    return {**_place(mention.span), "value": mention.value}


def _finding(finding: Finding) -> Json:
    return {"type": finding.type, **_place(finding.span), "why": finding.why}


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _span_or_none(span: Span | None) -> list[int] | None:
    return None if span is None else _span(span)


def _confidence(value: float) -> float:
    """Round, but never across one half, which decides the class of a judged pair."""
    rounded = _rounded(value)
    return rounded if (rounded >= _EVEN) is (value >= _EVEN) else float(value)


def _rounded(value: float) -> float:
    return round(float(value), _PLACES)
