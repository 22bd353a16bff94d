"""The figures of the first page: derivation scale, scores with their definitions, and the bar by sentence class."""

from __future__ import annotations

from dataclasses import replace

from core.model import Analysis, Article, Derivation, MatchClass, Scores, sentence_label
from core.options import Options
from core.report.parts import BarPart, ScaleCell, ScoreCell
from core.report.phrases import CLASS_NAMES, percent_text, quoted, some
from core.report.rounding import largest_remainder
from core.report.shares import BY_WORDS, percents
from core.report.sources import is_shared, only_taken_by_others, sources_of

NOT_TAKEN = "none of them counted as taken over"
_NOTHING = 1e-9
"""Below this a share is none: what adding up fractions leaves over."""


def scale(analysis: Analysis) -> tuple[ScaleCell, ScaleCell, ScaleCell]:
    """Return the three steps of derivation with their limits; the true one carries instead what it was judged by."""
    scores = analysis.ledger(analysis.subject).scores
    high = _limit(analysis, "wholly_derived")
    low = _limit(analysis, "partially_derived")
    checked = 1 - scores.by_class.get(MatchClass.UNCHECKED, 0.0)
    base = "its words" if checked > 1 - _NOTHING else "its checked words"
    true = _true_text(analysis, (low, high), base)
    top, bottom = percent_text(high), percent_text(low)
    have = "are shared" if is_shared(sources_of(analysis)) else "have a source here"
    texts = {
        Derivation.WHOLLY: ("Wholly derived", f"{top} or more of {base} {have}"),
        Derivation.PARTIALLY: ("Partially derived", f"From {bottom} to under {top} of {base}"),
        Derivation.NOT: ("Not derived", f"Under {bottom}, or shared facts and quotations only"),
    }
    cells = [
        ScaleCell(name, true if step is scores.derivation else text, step is scores.derivation)
        for step, (name, text) in texts.items()
    ]
    return cells[0], cells[1], cells[2]


def score_cells(analysis: Analysis) -> tuple[ScoreCell, ...]:
    """Return the eight figures, each with what it means; the five shares add up to 100."""
    subject = analysis.article(analysis.subject)
    ledger = analysis.ledger(subject.id)
    scores = ledger.scores
    shares = [scores.by_words.get(key, 0.0) for key in BY_WORDS]
    percent = percents(scores).by_words
    words = dict(zip(BY_WORDS, largest_remainder(shares, scores.words), strict=True))
    marks = ", outside quotation marks" if words["quoted"] else ""
    shared = is_shared(sources_of(analysis))
    around = "in sentences that are shared" if shared else "in sentences with a source"
    only_quotes = _only_quotes(analysis)
    if only_quotes:
        around = f"around shared quotations, {NOT_TAKEN}"
    linked = sum(row.match.derived for row in ledger.rows)
    return (
        _share(
            "Words in shared runs",
            percent["verbatim"],
            f"{some(words['verbatim'], 'word')} in runs of 4 or more{marks}",
        ),
        replace(
            _share("Words around them", percent["paraphrased"], f"{some(words['paraphrased'], 'other word')} {around}"),
            aside=NOT_TAKEN if only_quotes and words["paraphrased"] else "",
        ),
        _share("Words quoted", percent["quoted"], f"{some(words['quoted'], 'word')} matched inside quotation marks"),
        _share(
            "No source here", percent["no_source"], f"{some(words['no_source'], 'word')}. Not proof of being original"
        ),
        _longest_run(subject, analysis.letter(subject.id), scores),
        _largest_source(analysis, scores),
        _share(
            "Unchecked", percent["unchecked"], f"{some(words['unchecked'], 'word')} of boilerplate or excluded text"
        ),
        ScoreCell(
            f"{linked} of {len(ledger.rows)}",
            "Sentences shared" if shared else "Sentences with a source",
            "Verbatim, close, paraphrase or quotation",
        ),
    )


def _only_quotes(analysis: Analysis) -> bool:
    """Return whether all that has a source are quotations that stand alone, which make nothing derived."""
    ledger = analysis.ledger(analysis.subject)
    matches = [row.match for row in ledger.rows if row.match.derived]
    return bool(matches) and ledger.scores.derived_share <= 0 and set(matches) == {MatchClass.QUOTATION}


def bar(analysis: Analysis) -> tuple[BarPart, ...]:
    """Return the shares by sentence class that are not nothing; their printed percentages add up to 100."""
    scores = analysis.ledger(analysis.subject).scores
    return tuple(
        BarPart(match, CLASS_NAMES[match], share, percent)
        for match, percent in percents(scores).by_class.items()
        if (share := scores.by_class.get(match, 0.0)) > 0
    )


def _limit(analysis: Analysis, name: str) -> float:
    value = analysis.options.get(name, getattr(Options(), name))
    return float(value) if isinstance(value, int | float) else float(getattr(Options(), name))


def _true_text(analysis: Analysis, limits: tuple[float, float], base: str) -> str:
    scores = analysis.ledger(analysis.subject).scores
    # Shared quotations that stand alone are not counted: both may have heard them.
    counted = scores.derived_share * (1 - scores.by_class.get(MatchClass.UNCHECKED, 0.0))
    aside = ", shared quotations aside" if scores.sourced - counted > _NOTHING else ""
    if scores.derived_share <= 0:
        return f"None of {base} has a source here{aside}"
    checked = scores.by_class.get(MatchClass.UNCHECKED, 0.0) <= 0
    whole = percents(scores).whole(scores.derived_share) if checked else None
    figure = percent_text(scores.derived_share, whole, of_steps=limits)
    sources = sources_of(analysis)
    if only_taken_by_others(sources):
        return f"{figure} of {base} are shared with what likely derives from it{aside}"
    if is_shared(sources):
        others = "another article" if sum(bool(s.links) for s in sources) == 1 else "other articles"
        return f"{figure} of {base} are shared with {others} here{aside}"
    return f"{figure} of {base} have a source here{aside}"


def _share(name: str, percent: int, text: str) -> ScoreCell:
    return ScoreCell(f"{percent}%", name, text, by_words=True)


def _longest_run(subject: Article, letter: str, scores: Scores) -> ScoreCell:
    figure = some(scores.longest_run_words, "word")
    span = scores.longest_run
    if span is None or not scores.longest_run_words:
        return ScoreCell("0 words", "Longest run", "No words in a row are shared with a source")
    where = next((i for i, s in enumerate(subject.sentences) if s.span.overlaps(span)), None)
    at = f", {sentence_label(letter, where)}" if where is not None else ""
    return ScoreCell(figure, "Longest run", f"{quoted(span.of(subject.text), 64)}{at}")


def _largest_source(analysis: Analysis, scores: Scores) -> ScoreCell:
    if scores.largest_source is None:
        return ScoreCell("0%", "Largest single source", "No article here accounts for any of its words")
    article, share = scores.largest_source
    words = f"{round(share * scores.words):,} of all {some(scores.words, 'word')}"
    quotations = all(row.match is MatchClass.QUOTATION for row in analysis.ledger(analysis.subject).rows if row.sources)
    shared = is_shared(sources_of(analysis), article)
    what = "in sentences shared with" if shared else "in sentences from"
    what = "in sentences that share a quotation with" if quotations else what
    return ScoreCell(
        f"{percents(scores).of(share)}%", "Largest single source", f"{words}, {what} article {analysis.letter(article)}"
    )
