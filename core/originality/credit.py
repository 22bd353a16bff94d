"""Find where an article names another newsroom as its source, and which of its derived sentences that covers.

A credit is an outlet or agency beside a word of reporting (“the Associated Press reported”, “according to Reuters”,
“told the Times”), in a dateline (“(AP) —”), or in a note (“Source: …”, “Reporting by …”). People who are quoted, and
journals and institutes whose work is the news, are no credit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from core.lexis import key
from core.model import Article, Credit, Link, Mention, MentionKind, SentenceKind, Span
from resources.lists import word_list

NEAR_START = 160
"""Characters of a paragraph within which a bracketed outlet before a dash is a dateline."""
_ARTICLE = r"(?:[Tt]he\s+)?"
_SAYS = r"(?:first\s+|also\s+|has\s+|had\s+)*(?:reported|reports|report|wrote|writes|revealed|quoted|cited)\b"
_SAID = r"(?:also\s+)?(?:said|says|informed)\b"
_BEFORE = re.compile(
    r"(?:\b(?:according\s+to|told|tells|reported\s+(?:first\s+)?by|obtained\s+by|seen\s+by|reviewed\s+by|published\s+by"
    r"|report(?:ing|s)?\s+(?:from|by|in)|interview\s+with|statement\s+to|speaking\s+to|spoke\s+to|said\s+to|quoted\s+by"
    r"|cited\s+by|first\s+appeared\s+(?:in|on)|inputs?\s+from|files\s+from|material\s+from|information\s+from"
    r"|courtesy(?:\s+of)?|credit|via|citing|quoting)"
    r"|\b(?:[Ss]ources?|SOURCE|[Cc]redits?|[Rr]eporting\s+by|[Ww]ith)\s*:)\s*(?:a\s+report\s+(?:by|from|in)\s+)?"
    + _ARTICLE
    + "$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:['’]s)?(?:\s+(?:agency|news\s+agency|newspaper|magazine|website))?,?\s+{_SAYS}")
_AFTER_SAID = re.compile(rf"(?:\s+(?:agency|news\s+agency|newspaper|magazine))?\s+{_SAID}")
_POSSESSIVE_REPORT = re.compile(
    r"['’]s\s+(?:report|reporting|reporters?|correspondents?|story|article|investigation)\b"
)
_DASH = re.compile(r"\s*\)\s*[-–—]")
_NOTE = re.compile(
    r"^\W*(?:sources?\s*:|reporting by|with (?:inputs?|files) from|inputs? from|credits?\s*:|courtesy\b)", re.IGNORECASE
)
_CLOSING = re.compile(r"[.!?”\"]\s*\(([^()]+)\)\W*$")
LONGEST_NOTE = 160
"""Characters up to which a paragraph that begins like a note is one."""
_EDGES = " :.-–—"
_NAMED = re.compile(r"[^,;/()|]+?(?=\s+and\s|[,;/()|.]|\s*$)")
"""What stands between the separators of a note."""
_NOT_YET = re.compile(rf"(?:(?:and|the)\b|[\s{re.escape(_EDGES)}])*", re.IGNORECASE)
"""What comes before the name there."""
_BYLINE = re.compile(r"^\W*by\s", re.IGNORECASE)


def credits_in(article: Article) -> tuple[tuple[Span, str], ...]:
    """Return the outlets that the article credits as sources, each with the words that do so, in text order."""
    own = _own_outlet(article)
    found: list[tuple[Span, str]] = []
    short: dict[str, str] = {}
    found += _notes(article)
    found += (row for row in datelines_in(article) if key(row[1]) not in own)
    told = {place for span, _ in found for place in range(span.start, span.end)}
    for mention, name in _outlets(article):
        if key(name) in own or {mention.span.start, mention.span.end - 1} <= told:
            continue
        span = _crediting(article, mention, said=True)
        if span is not None:
            found.append((span, name))
            told.update(range(span.start, span.end))
            short.setdefault(key(name.split()[0]), name)
    for mention in _names(article):
        # “Continental reported” goes on with “the Continental News Agency reported”.
        full = short.get(key(mention.value))
        if full is not None and full != mention.value:
            span = _crediting(article, mention, said=False)
            if span is not None and told.isdisjoint(range(span.start, span.end)):
                found.append((span, full))
                told.update(range(span.start, span.end))
    return tuple(sorted(found, key=lambda row: row[0]))


def datelines_in(article: Article) -> tuple[tuple[Span, str], ...]:
    """Return the outlets that stand in a dateline, “(AP) —”: they tell whose story this is or was."""
    return tuple(
        (mention.span, _known().get(key(mention.span.of(article.text)), mention.value))
        for mention in _names(article)
        if _DASH.match(article.text, mention.span.end) and _is_dateline(article, mention.span)
    )


def find_credit(a: Article, links: Sequence[Link]) -> Credit:
    """Return whether A credits an outlet, and the derived sentences that its credits cover.

    A credit in the text covers the derived sentences of its own paragraph and of those after it; a dateline or a
    closing note covers all of them.
    """
    found = credits_in(a)
    derived = sorted({i for link in links if link.match.derived for i in link.a})
    covers: set[int] = set()
    for span, _ in found:
        paragraph = _around(a.paragraphs, span)
        note = _NOTE.match(paragraph.of(a.text)) or _CLOSING.search(a.text, max(0, span.start - 4), paragraph.end)
        whole = _is_dateline(a, span) or bool(note)
        start = 0 if whole else paragraph.start
        covers.update(i for i in derived if a.sentences[i].span.start >= start)
    return Credit(
        present=bool(found),
        spans=tuple(span for span, _ in found),
        names=tuple(dict.fromkeys(name for _, name in found)),
        covers=tuple(sorted(covers)),
    )


def _notes(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield the outlets that a note names: “Source: Reuters” on its own, “(Reuters)” closing a paragraph."""
    for paragraph in article.paragraphs:
        wording = paragraph.of(article.text)
        label = _NOTE.match(wording) if len(wording) <= LONGEST_NOTE else None
        closing = _CLOSING.search(wording, max(0, len(wording) - LONGEST_NOTE))
        if label is None and closing is None:
            continue
        start = label.end() if label else closing.start(1) if closing else 0
        for part in _NAMED.finditer(wording, start):
            at = _NOT_YET.match(wording, part.start(), part.end())
            first = at.end() if at else part.start()
            name = wording[first : part.end()].rstrip(_EDGES)
            if key(name) in _known() or _looks_like_outlet(name):
                begins = 0 if label else first
                yield Span(paragraph.start + begins, paragraph.start + first + len(name)), _known().get(key(name), name)


def _names(article: Article) -> Iterator[Mention]:
    """Yield the names that stand in the article's own text, not in quotations or boilerplate."""
    skipped = sorted(
        [s.span for s in article.sentences if s.kind is SentenceKind.BOILERPLATE] + [q.span for q in article.quotations]
    )
    for mention in article.mentions:
        at = bisect_right(skipped, mention.span.start, key=lambda s: s.start) - 1
        if mention.kind is MentionKind.NAME and (at < 0 or skipped[at].end <= mention.span.start):
            yield mention


def _outlets(article: Article) -> Iterator[tuple[Mention, str]]:
    """Yield the names of outlets, by the list and by their last word."""
    for mention in _names(article):
        written = mention.span.of(article.text)
        if key(written) in _known():
            yield mention, _known()[key(written)]
        elif key(mention.value) in _known() or _looks_like_outlet(mention.value):
            yield mention, mention.value


@cache
def _known() -> dict[str, str]:
    return {key(name): name for name in word_list("outlets")} | {
        "ap": "Associated Press",
        "afp": "Agence France-Presse",
    }


def _looks_like_outlet(name: str) -> bool:
    words = [key(w) for w in name.split()]
    endings = word_list("outlet_endings")
    return len(words) > 1 and (words[-1] in endings or " ".join(words[-2:]) in endings)


def _crediting(article: Article, mention: Mention, *, said: bool) -> Span | None:
    """Return the words that credit the outlet, None where it is only named."""
    text, span = article.text, mention.span
    at = bisect_right(article.sentences, span.start, key=lambda s: s.span.start) - 1
    own = article.sentences[at].span if at >= 0 else span
    sentence = own if span.start < own.end else span
    for pattern in (_AFTER, _AFTER_SAID, _POSSESSIVE_REPORT) if said else (_AFTER,):
        if match := pattern.match(text, span.end, sentence.end):
            return Span(span.start, match.end())
    start = max(sentence.start, span.start - 60)
    if match := _BEFORE.search(text[start : span.start]):
        return Span(start + match.start(), span.end)
    return None


def _around(stretches: Sequence[Span], span: Span) -> Span:
    """Return the stretch that a span begins in, else the span itself."""
    at = bisect_right(stretches, span.start, key=lambda s: s.start) - 1
    return stretches[at] if at >= 0 and span.start < stretches[at].end else span


def _is_dateline(article: Article, span: Span) -> bool:
    """Return whether the outlet stands in brackets before a dash at a paragraph's beginning."""
    text = article.text
    opened = text[max(0, span.start - 2) : span.start].rstrip().endswith("(")
    near = span.start - _around(article.paragraphs, span).start <= NEAR_START
    return opened and near and bool(_DASH.match(text, span.end))


def _own_outlet(article: Article) -> set[str]:
    """Return the outlets that the article's byline tells as its own."""
    own: set[str] = set()
    for index, sentence in enumerate(article.sentences):
        if len(sentence.span) <= NEAR_START and _BYLINE.match(article.sentence_text(index)):
            first, last = (
                bisect_left(article.mentions, place, key=lambda m: m.span.start)
                for place in (sentence.span.start, sentence.span.end)
            )
            inside = [m for m in article.mentions[first:last] if sentence.span.contains(m.span)]
            own |= {key(m.value) for m in inside if m.kind is MentionKind.NAME and _looks_like_outlet(m.value)}
    return own
