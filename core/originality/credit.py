"""Find where an article names another newsroom as its source, and which of its derived sentences that covers.

A credit is an outlet or agency beside a word of reporting (“the Associated Press reported”, “according to Reuters”,
“told the Times”), in a dateline (“(AP) —”), in a note (“Source: …”, “Reporting by …”), or an address given as the
source. People who are quoted, and journals and institutes whose work is the news, are no credit. What counts as an
outlet is told by a list, by the last words of a name, and by the other article: whoever its dateline or byline names
wrote it. Only a credit in the text is one that readers are sure to meet; the others are weaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.lexis import is_function, key
from core.model import (
    Article,
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Link,
    Mention,
    Quotation,
    SentenceKind,
    Span,
)
from core.once import REMEMBERED, Itself, kept, once
from core.originality.outlets import bylines, is_outlet, known_outlets, looks_like_outlet, outlets_or_not, own_names

NEAR_START = 160
"""Characters of a paragraph within which a bracketed outlet before a dash is a dateline."""
_ARTICLE = r"(?:[Tt]he\s+)?"
_SAYS = (
    r"(?:first\s+|also\s+|then\s+|has\s+|had\s+)*(?:reported|reports|report|wrote|writes|written|revealed|quoted|cited"
    r"|(?:goes|went)\s+on\b(?!\s+(?:strike|air|sale|trial|holiday|leave))|(?:continues|continued)(?=\s*[:,])"
    r"|(?:has|had)\s+it\s+that)\b"
)
_SAID = r"(?:also\s+)?(?:said|says|informed)\b"
_BEFORE = re.compile(
    r"(?:\b(?:according\s+to|told|tells|reported\s+(?:first\s+)?by|obtained\s+by|seen\s+by|reviewed\s+by|published\s+by"
    r"|report(?:ing|s)?\s+(?:from|by|in)|interview\s+with|statement\s+to|speaking\s+to|spoke\s+to|said\s+to|quoted\s+by"
    r"|cited\s+by|(?:first|originally)\s+(?:appeared|published|posted)\s+(?:in|on|at|by)|inputs?\s+from|files\s+from|material\s+from|information\s+from"
    r"|courtesy(?:\s+of)?|credit|via|citing|quoting)"
    r"|\b(?:[Ss]ources?|SOURCE|[Cc]redits?|[Rr]eporting\s+by|[Ww]ith)\s*:)\s*(?:a\s+report\s+(?:by|from|in)\s+)?"
    + _ARTICLE
    + "$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:['’]s)?(?:\s+(?:agency|news\s+agency|newspaper|magazine|website))?,?\s+{_SAYS}")
_AFTER_SAID = re.compile(rf"(?:\s+(?:agency|news\s+agency|newspaper|magazine))?\s+{_SAID}")
_POSSESSIVE_REPORT = re.compile(
    r"['’]s\s+(?:own\s+|first\s+|original\s+)?(?:reports?|reporting|reporters?|correspondents?|story|article|investigation|account|dispatch)\b"
    r"|\s+(?:news\s+)?(?:reports?|dispatch|story|article|investigation)\b"
)
"""Nouns of telling: “the agency's report”, “a Reuters dispatch”."""
_ACCOUNT = re.compile(r"\b(?:the|this|that|their)\s+$", re.IGNORECASE)
"""Before “Reuters account”, which with “a” is a customer's."""
_AN_ACCOUNT = re.compile(r"\s+(?:account|version|copy)\b")
_DASH = re.compile(r"\s*\)\s*[-–—]")
_NOTE = re.compile(
    r"^\W*(?:sources?\s*:|reporting by|with (?:inputs?|files) from|inputs? from|credits?\s*:|courtesy\b)", re.IGNORECASE
)
_WHOLE_NOTE = re.compile(
    r"^\W*(?:(?:as|this\s+(?:story|article|report|piece)(?:\s+was)?)\s+)?(?:(?:first|originally)\s+)?"
    r"(?:reported|appeared|published|posted|printed)\s+(?:first\s+)?(?:by|in|on|at)\s+[^,;:]{1,80}$",
    re.IGNORECASE,
)
"""A paragraph that says nothing else than where the story was first."""
_CONTRIBUTED = re.compile(r"^\W*(.+?)\s+(?:also\s+)?contributed\b[^.]*\.?\W*$")
_LINK = re.compile(
    r"\b(?:source|via|original(?:ly)?|first\s+published|read\s+the\s+(?:full|original)\s+(?:story|article|report))\b"
    r"(?:\s+(?:story|article|report|published|posted|at|on|by|in|here))*[\s:(<–—-]*"
    r"(?P<address>(?:https?://|www\.)(?:www\.)?(?P<domain>[\w-]+(?:\.[\w-]+)+)[^\s)>\]]*)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[.!?”\"]\s*\(([^()]+)\)\W*$")
LONGEST_NOTE = 160
"""Characters up to which a paragraph that begins like a note is one."""
_EDGES = " :.-–—"
_NAMED = re.compile(r"[^,;/()|]+?(?=\s+and\s|[,;/()|.]|\s*$)")
"""What stands between the separators of a note."""
_NOT_YET = re.compile(rf"(?:(?:and|the)\b|[\s{re.escape(_EDGES)}])*", re.IGNORECASE)
"""What comes before the name there."""
_NEWSROOMS = frozenset(
    "agency newspaper paper magazine website wire report story article outlet".split()  # noqa: SIM905 - reads as a list
)
"""What a newsroom, or what it published, is called beside a quotation from it."""


def credits_in(article: Article, other: Article | None = None) -> tuple[tuple[Span, str], ...]:
    """Return whom the article credits as sources, each with the words that do so, in text order.

    With the ``other`` article, whoever wrote that one counts too: the agency of its dateline, the names of its byline.
    """
    return _credits(Itself(article), Itself(other) if other is not None else None)


@kept(2 * REMEMBERED)
def _credits(itself: Itself, its_other: Itself | None) -> tuple[tuple[Span, str], ...]:
    article, other = itself.article, its_other.article if its_other is not None else None
    own = _own_outlet(article)
    makers = _makers(other, article) if other is not None else _Makers()
    found: list[tuple[Span, str]] = []
    short: dict[str, str] = {}
    found += _notes(article, makers)
    found += _addresses(article)
    found += (row for row in datelines_in(article) if key(row[1]) not in own)
    told = {place for span, _ in found for place in range(span.start, span.end)}
    for mention, name in _outlets(article, makers):
        if key(name) in own or {mention.span.start, mention.span.end - 1} <= told:
            continue
        span = _crediting(article, mention, said=key(name) not in makers.people)
        if span is not None:
            found.append((span, name))
            told.update(range(span.start, span.end))
            short.setdefault(key(name.split()[0]), name)
    for mention in own_names(article) if short else ():
        # “Continental reported” goes on with “the Continental News Agency reported”.
        full = short.get(key(mention.value))
        if full is not None and full != mention.value:
            span = _crediting(article, mention, said=False)
            if span is not None and told.isdisjoint(range(span.start, span.end)):
                found.append((span, full))
                told.update(range(span.start, span.end))
    return tuple(sorted(found, key=lambda row: row[0]))


@once
def datelines_in(article: Article) -> tuple[tuple[Span, str], ...]:
    """Return the outlets that stand in a dateline, “(AP) —”: they tell whose story this is or was."""
    return tuple(
        (mention.span, known_outlets().get(key(mention.span.of(article.text)), mention.value))
        for mention in own_names(article)
        if _DASH.match(article.text, mention.span.end) and _is_dateline(article, mention.span)
    )


@once
def made_by(article: Article) -> frozenset[str]:
    """Return the outlets that an article is of: those of its dateline and its bylines."""
    signed = (m.value for names in bylines(article) for m in names[1:] if is_outlet(m.value))
    return frozenset({name for _, name in datelines_in(article)} | {known_outlets().get(key(n), n) for n in signed})


def find_credit(a: Article, links: Sequence[Link], b: Article | None = None) -> Credit:
    """Return whether A credits an outlet or who wrote B, and the derived sentences that its credits cover.

    A credit in the text covers the derived sentences of its own paragraph and of those after it; a dateline, a
    closing note or an address covers all of them.
    """
    found = credits_in(a, b)
    derived = sorted({i for link in links if link.match.derived for i in link.a})
    told = [i for i in derived if a.sentences[i].kind is not SentenceKind.HEADLINE] or derived
    first = a.sentences[told[0]].span if told else None
    details = tuple(_detail(a, span, name, derived, first) for span, name in found)
    return Credit(
        present=bool(found),
        spans=tuple(span for span, _ in found),
        names=tuple(dict.fromkeys(name for _, name in found)),
        covers=tuple(sorted({i for detail in details for i in detail.covers})),
        details=details,
    )


def openly_quoted(article: Article, credit: Credit) -> tuple[Quotation, ...]:
    """Return the quotations by which an article quotes the newsroom that it credits.

    They stand where the credit covers what is taken, and are given to the newsroom (“the agency wrote”) or to nobody.
    """
    named = {key(word) for name in credit.names for word in name.split()}
    tellers = _NEWSROOMS | {word for word in named if not is_function(word)} | {"ap", "afp"}
    covered = [article.sentences[i].span for i in credit.covers]
    return tuple(
        q
        for q in article.quotations
        if any(span.overlaps(q.span) for span in covered)
        and (q.speaker is None or not tellers.isdisjoint(key(word) for word in q.speaker.of(article.text).split()))
    )


def _detail(a: Article, span: Span, name: str, derived: Sequence[int], first: Span | None) -> CreditDetail:
    paragraph = _around(a.paragraphs, span)
    strength = _strength(a, span, paragraph)
    start = paragraph.start if strength is CreditStrength.TEXT else 0
    place = None
    if first is not None:
        place = CreditPlace.BEFORE if span.end <= first.start else CreditPlace.AFTER
        place = CreditPlace.IN if span.overlaps(first) else place
    return CreditDetail(
        name=name,
        span=span,
        paragraph=_paragraph_number(a, span),
        place=place,
        strength=strength,
        covers=tuple(i for i in derived if a.sentences[i].span.start >= start),
    )


def _strength(a: Article, span: Span, paragraph: Span) -> CreditStrength:
    wording = paragraph.of(a.text)
    if _is_dateline(a, span):
        return CreditStrength.DATELINE
    if any(span.contains(Span(*m.span("address"))) for m in _LINK.finditer(a.text, span.start, span.end)):
        return CreditStrength.LINK
    if _NOTE.match(wording) or _CLOSING.search(a.text, max(0, span.start - 4), paragraph.end):
        return CreditStrength.NOTE
    if _WHOLE_NOTE.match(wording.strip()):
        return CreditStrength.NOTE
    if len(wording) <= LONGEST_NOTE and _CONTRIBUTED.match(wording):
        return CreditStrength.NOTE
    return CreditStrength.TEXT


def _paragraph_number(a: Article, span: Span) -> int:
    """Return which of the paragraphs that hold body text a stretch stands in or after, 1-based."""
    body = [s.span.start for s in a.sentences if s.kind is SentenceKind.BODY]
    holding = [p for p in a.paragraphs if bisect_left(body, p.start) < bisect_left(body, p.end)]
    return max(1, bisect_right(holding, span.start, key=lambda p: p.start))


@dataclass(frozen=True, slots=True)
class _Makers:
    """Who wrote an article, by key: the outlets and the people that its dateline and bylines name."""

    outlets: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    def name(self, wording: str) -> str | None:
        """Return the name that some wording is."""
        return self.outlets.get(key(wording)) or self.people.get(key(wording))


def _makers(article: Article, crediting: Article) -> _Makers:
    """Return who wrote an article, but for those who wrote the crediting one as well."""
    outlets = {key(name): name for _, name in datelines_in(article)}
    people: dict[str, str] = {}
    for names in bylines(article):
        people |= {key(m.value): m.value for m in names[:1]}
        outlets |= {key(m.value): m.value for m in names[1:] if is_outlet(m.value)}
    own = {key(m.value) for names in bylines(crediting) for m in names}
    return _Makers(
        {k: name for k, name in outlets.items() if k not in own},
        {k: name for k, name in people.items() if k not in own and len(name.split()) > 1},
    )


def _notes(article: Article, makers: _Makers) -> Iterator[tuple[Span, str]]:
    """Yield whom a note names: “Source: Reuters” on its own, “(Reuters)” closing a paragraph, “AP contributed”."""
    for paragraph in article.paragraphs:
        wording = paragraph.of(article.text)
        short = len(wording) <= LONGEST_NOTE
        label = _NOTE.match(wording) if short else None
        closing = _CLOSING.search(wording, max(0, len(wording) - LONGEST_NOTE))
        helping = _CONTRIBUTED.match(wording) if short else None
        if label:
            start, end = label.end(), len(wording)
        elif closing or helping:
            start, end = closing.span(1) if closing else helping.span(1) if helping else (0, 0)
        else:
            continue
        for part in _NAMED.finditer(wording, start, end):
            at = _NOT_YET.match(wording, part.start(), part.end())
            first = at.end() if at else part.start()
            name = wording[first : part.end()].rstrip(_EDGES)
            told = known_outlets().get(key(name)) or makers.name(name) or (name if looks_like_outlet(name) else None)
            if told:
                begins = 0 if label else first
                yield Span(paragraph.start + begins, paragraph.start + first + len(name)), told


@once
def _addresses(article: Article) -> tuple[tuple[Span, str], ...]:
    """Return the addresses that are given as the source, by the outlet's name where the domain is one."""
    addresses = []
    for found in _LINK.finditer(article.text):
        domain = found["domain"].casefold()
        label = domain.split(".")[-2]
        name = known_outlets().get(label) or known_outlets().get(label.removesuffix("news")) or domain
        addresses.append((Span(*found.span()), name))
    return tuple(addresses)


def _outlets(article: Article, makers: _Makers) -> Iterator[tuple[Mention, str]]:
    """Yield the names of outlets, by the list, by their last word, and by the other article, and of its authors."""
    for mention, outlet in outlets_or_not(article):
        if told := outlet or makers.name(mention.value):
            yield mention, told


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
    if said and _ACCOUNT.search(text, start, span.start) and (match := _AN_ACCOUNT.match(text, span.end, sentence.end)):
        return Span(span.start, match.end())
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
    return {key(m.value) for names in bylines(article) for m in names if looks_like_outlet(m.value)}
