"""Whether an analysis from a file holds together: everything that it points to is there.

Pure. The values themselves were checked when they were built; here it is ids, indices and offsets.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Analysis, Article, Divergence, Ledger, Link, Pair, Scores, Span

_LARGEST_FIGURE = 1e9
"""No likeness, score or count of a case comes near it; what paints it multiplies it by the width of a screen."""
_ROUNDING = 1e-6


def check_analysis(analysis: Analysis) -> None:
    """Raise :class:`ValueError` at the first thing that points nowhere."""
    articles = {a.id: a for a in analysis.articles}
    if len(articles) < len(analysis.articles):
        raise ValueError("two articles have one id")
    if analysis.subject not in articles:
        raise ValueError("the article under review is missing")
    for article in analysis.articles:
        _check_article(article)
    if sorted(x.article for x in analysis.ledgers) != sorted(articles):
        raise ValueError("articles and ledgers differ")
    if not all(isinstance(value, str | bool | int | float | None) for value in analysis.options.values()):
        raise ValueError("an option has no value")
    _figures(value for value in analysis.options.values() if isinstance(value, int | float))
    for ledger in analysis.ledgers:
        _check_ledger(ledger, articles[ledger.article], articles.keys())
    for pair in analysis.pairs:
        if pair.a == pair.b or pair.a not in articles or pair.b not in articles:
            raise ValueError("a pair has no two articles")
        _check_pair(pair, articles[pair.a], articles[pair.b])


def _check_article(article: Article) -> None:
    length, tokens = len(article.text), len(article.tokens)
    if not all(0 <= t.start <= t.end <= length for t in article.tokens):
        raise ValueError("a word lies outside its text")
    if not all(0 <= s.first_token <= s.last_token <= tokens for s in article.sentences):
        raise ValueError("a sentence has no such words")
    _inside(article, article.paragraphs)
    _inside(article, (s.span for s in article.sentences))
    _inside(article, (x for q in article.quotations for x in (q.span, q.speaker, q.cue)))
    _inside(article, (m.span for m in article.mentions))
    _inside(article, (f.span for f in article.document.findings))


def _check_ledger(ledger: Ledger, article: Article, ids: Iterable[str]) -> None:
    if len(ledger.rows) != len(article.sentences):
        raise ValueError("sentences and rows of the ledger differ")
    known = set(ids)
    scores = [s for s in (ledger.scores, ledger.without_exclusions) if s is not None]
    sources = {source for row in ledger.rows for source in row.sources}
    sources |= {s.largest_source[0] for s in scores if s.largest_source is not None}
    if not sources <= known:
        raise ValueError("a source is missing")
    _inside(article, (x.span for x in ledger.excluded))
    _inside(article, (s.longest_run for s in scores))
    for one in scores:
        _check_scores(one)


def _check_scores(scores: Scores) -> None:
    largest = () if scores.largest_source is None else (scores.largest_source[1],)
    shares = (*scores.by_class.values(), *scores.by_words.values(), *largest, scores.sourced, scores.derived_share)
    if not all(0.0 <= share <= 1.0 + _ROUNDING for share in shares):
        raise ValueError("a share is none")
    if scores.words < 0 or scores.longest_run_words < 0:
        raise ValueError("there are no such words")
    _figures((scores.words, scores.longest_run_words))


def _check_pair(pair: Pair, a: Article, b: Article) -> None:
    for link in pair.links:
        _check_link(link, a, b)
    _among(a, pair.added)
    _among(b, pair.omitted)
    _inside(a, (p.a for p in pair.passages))
    _inside(b, (p.b for p in pair.passages))
    _figures(p.confidence for p in pair.passages)
    _check_divergences(pair.divergences, a, b)
    _inside(a, pair.credit.spans)
    _inside(a, (d.span for d in pair.credit.details))
    _among(a, pair.credit.covers)
    for detail in pair.credit.details:
        _among(a, detail.covers)
        if not 0 <= detail.paragraph <= len(a.paragraphs):
            raise ValueError("there is no such paragraph")
    _inside(a, (x for row in pair.quotations for x in (row.a, row.speaker_a)))
    _inside(b, (x for row in pair.quotations for x in (row.b, row.speaker_b)))


def _check_link(link: Link, a: Article, b: Article) -> None:
    _among(a, link.a)
    _among(b, link.b)
    if not all(i in link.a and j in link.b for i, j, _ in link.pairs):
        raise ValueError("a link pairs sentences that are not in it")
    if link.evidence.next_best is not None:
        _among(b, (link.evidence.next_best.index,))
    _inside(a, (words.a for words in link.alignment))
    _inside(b, (words.b for words in link.alignment))
    _check_divergences(link.divergences, a, b)
    found = link.evidence
    figures = found.meaning, found.tokens, found.wording, found.order, found.longest_run, found.score, found.needed
    _figures(x for x in figures if x is not None)
    _figures(() if found.next_best is None else (found.next_best.score,))


def _figures(values: Iterable[float]) -> None:
    if not all(-_LARGEST_FIGURE <= value <= _LARGEST_FIGURE for value in values):
        raise ValueError("a figure is out of all bounds")


def _check_divergences(divergences: Iterable[Divergence], a: Article, b: Article) -> None:
    for divergence in divergences:
        _inside(a, (divergence.a,))
        _inside(b, (divergence.b,))


def _inside(article: Article, spans: Iterable[Span | None]) -> None:
    length = len(article.text)
    if any(span is not None and span.end > length for span in spans):
        raise ValueError("something lies outside its text")


def _among(article: Article, indices: Iterable[int]) -> None:
    count = len(article.sentences)
    if not all(0 <= index < count for index in indices):
        raise ValueError("there is no such sentence")
