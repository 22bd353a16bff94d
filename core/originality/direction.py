"""Judge which of two articles was made from the other, by what rewriting leaves behind.

A rewrite loses detail and speakers and hardly ever gains them: names, numbers and dates inside the linked sentences,
who said it, words in quotation marks. It breaks expressions, slips, and moves a last name before its introduction;
and it has the later date, where both tell theirs. Each reason needs a margin; when they do not agree or are too few the
answer is that it cannot be told. The order of what is shared and text damaged in one article only are no reasons.
What speaks for neither stands in a note: damage that both have, and that both may go back to a third text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.languages import in_english
from core.lexis import key
from core.model import (
    Article,
    Direction,
    DirectionEvidence,
    Link,
    MatchClass,
    Mention,
    MentionKind,
    Quotation,
    Side,
    Span,
    Token,
)
from core.once import once
from core.originality.credit import credits_in, datelines_in, find_credit, made_by, openly_quoted
from core.originality.traces import late_introductions, later, published, shared_damage, slips, swaps
from core.vocabulary import word_counts
from resources.lists import word_list

DETAIL_MARGIN = 3
"""Details that one side must have beyond the other."""
DETAIL_RATIO = 2.0
"""And how many times as many."""
ATTRIBUTION_MARGIN = 2
"""Attributions that one side must have beyond the other …"""
ATTRIBUTION_RATIO = 1.25
"""… and how many times as many; lower than for details, because a rewrite adds none."""
QUOTED_MARGIN = 12
"""Words in quotation marks, on linked sentences, that one side must have beyond the other."""
STRONG_DETAIL = 8
"""Details from which the reason counts twice: they cannot have been added without further sources."""
ENOUGH = 2
"""Weight of reasons for one direction, above those for the other, from which it is told."""
LONG_WORD = 5
"""Letters from which a country and its people are told by their common beginning."""
LONGEST_TITLE = 40
"""Characters of a title that a reason shows."""
SHOWN = 4
"""Details that the sentence names."""
_STATEMENT = frozenset(
    {"statement", "communique", "communiqué", "release", "transcript", "memo", "memorandum", "bulletin"}
)
"""What a speaker gives out to all newsrooms alike."""
_NEWSROOM = frozenset({"agency", "newspaper", "paper", "magazine", "website", "broadcaster"})
"""What a story calls the newsroom that it has named before: “the agency said”."""
_HEARD = frozenset({"told", "tells", "interview", "statement", "speaking", "spoke", "said"})
"""Words that tell of somebody who spoke to the newsroom, which its own report says as well."""
_LINKED = "In and around the linked sentences "


def judge_direction(a: Article, b: Article, links: Sequence[Link]) -> Direction:
    """Return who likely derives from whom, with reasons; unknown where they do not suffice."""
    derived = [link for link in links if link.match.derived]
    note = _third_source(a, b, derived)
    if all(link.match is MatchClass.QUOTATION for link in derived):
        return Direction(Side.UNKNOWN, note=note)  # shared quotations prove nothing: both may have heard them
    of_a = sorted({i for link in derived for i in link.a})
    of_b = sorted({j for link in derived for j in link.b})
    openly = openly_quoted(a, find_credit(a, derived, b)), openly_quoted(b, find_credit(b, _turned(derived), a))
    english = in_english(a.language) and in_english(b.language)
    reasons = [
        *_detail(a, of_a, b, of_b),
        *(_attribution(a, of_a, b, of_b, openly) if english else ()),
        *_quoted(a, of_a, b, of_b, openly),
        *_credit(a, b),
        *_dates(a, b),
        *(_broken(a, b, derived) if english else ()),
        *(_introduced(a, b, derived) if english else ()),
    ]
    votes = {Side.A: 0, Side.B: 0}
    for weight, reason in reasons:
        votes[reason.derived] += weight
    lead = votes[Side.A] - votes[Side.B]
    side = Side.A if lead >= ENOUGH else Side.B if lead <= -ENOUGH else Side.UNKNOWN
    damage = shared_damage(a, b) if english else ()
    if damage:
        listed = ", ".join(f"“{x}”" for x in damage[:SHOWN])
        note = f"{note} Both have {listed}: one took it from the other, or both from a third text.".strip()
    return Direction(side, tuple(reason for _, reason in reasons), note)


Reasons = Iterator[tuple[int, DirectionEvidence]]
_Openly = tuple[Sequence[Quotation], Sequence[Quotation]]
"""The quotations by which each article openly quotes the other."""


def _detail(a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int]) -> Reasons:
    """Yield a reason where one side's linked sentences hold more names, numbers and dates of their own."""
    own, other = _details(a, of_a, b), _details(b, of_b, a)
    for derived, fewer, more, source in ((Side.A, own, other, b), (Side.B, other, own, a)):
        if len(more) - len(fewer) >= DETAIL_MARGIN and len(more) >= DETAIL_RATIO * len(fewer):
            listed = ", ".join(f"“{x}”" for x in more[:SHOWN])
            rest = "." if len(more) <= SHOWN else " and others."
            says = (_LINKED, f" alone has {len(more)} names, numbers or dates: {listed}{rest}")
            weight = 2 if len(more) - len(fewer) >= STRONG_DETAIL else 1
            yield weight, _reason("detail", derived, source, a, says)


def _details(article: Article, indices: Sequence[int], other: Article) -> list[str]:
    """Return the details in some sentences that the other article has nowhere, names first, in text order."""
    known = {m.value for m in other.mentions}
    words, roots = _vocabulary(other)
    found: dict[str, Mention] = {}
    spoken = _speakers(article, indices)
    for mention in [m for m in article.mentions if _inside(article, indices, m.span)] + spoken:
        if mention.value in known or mention.value == "1" or mention.value.startswith("ordinal"):
            continue
        keys = [key(w) for w in mention.value.split()]
        if mention.kind is not MentionKind.NAME or not all(k in words or _met(k, roots) for k in keys):
            found.setdefault(mention.value, mention)
    ordered = sorted(found.values(), key=lambda m: (m.kind is not MentionKind.NAME, m.span))
    return [m.span.of(article.text) for m in ordered]


@once
def _vocabulary(article: Article) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of an article, and these with their beginnings by which a country and its people meet."""
    words = frozenset(word_counts(article))
    return words, words | {w[:-1] for w in words} | {
        w[: len(w) - n] for w in words for n in (2, 3) if len(w) > LONG_WORD
    }


def _met(word: str, roots: frozenset[str]) -> bool:
    """Return whether an article has the word of a name, or its country or nationality (Russia, Russian)."""
    return len(word) >= LONG_WORD and (word[:-1] in roots or word in roots)


def _speakers(article: Article, indices: Sequence[int]) -> list[Mention]:
    """Return the names of those whose words some sentences quote, named there or before."""
    starts = [m.span.start for m in article.mentions]
    names: list[Mention] = []
    for quotation in article.quotations:
        speaker = quotation.speaker
        if speaker is not None and _inside(article, indices, Span(quotation.span.start, quotation.span.start)):
            near = article.mentions[bisect_left(starts, speaker.start) : bisect_left(starts, speaker.end)]
            names += [m for m in near if m.kind is MentionKind.NAME][:1]
    return names


def _inside(article: Article, indices: Sequence[int], span: Span) -> bool:
    """Return whether a stretch begins in one of some sentences, whose indices are in order."""
    at = bisect_right(indices, span.start, key=lambda i: article.sentences[i].span.start) - 1
    return at >= 0 and span.start < article.sentences[indices[at]].span.end


def _attribution(a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int], openly: _Openly) -> Reasons:
    """Yield a reason where one side's linked sentences tell more often who says so."""
    own, other = _sayings(a, of_a, b, openly[0]), _sayings(b, of_b, a, openly[1])
    for derived, fewer, more, source in ((Side.A, own, other, b), (Side.B, other, own, a)):
        if more - fewer >= ATTRIBUTION_MARGIN and more >= ATTRIBUTION_RATIO * fewer:
            says = (_LINKED, f" names its informants {_times(more)}, the other article {_times(fewer)}.")
            yield 1, _reason("attribution", derived, source, a, says)


def _sayings(article: Article, indices: Sequence[int], other: Article, openly: Sequence[Quotation]) -> int:
    """Return how often some sentences tell who says so, other than by crediting the other article itself.

    Words openly quoted from the other tell what they tell there.
    """
    verbs = word_list("speech_verbs") | {"according"}
    words = [(t, key(t.of(article.text))) for i in indices for t in article.sentence_tokens(i) if t.word]
    starts = [q.span.start for q in article.quotations]
    opened = [q.span for q in openly]
    said = [
        t
        for t, k in words
        if k in verbs and (not _is_quoted(article, starts, t) or any(span.contains(t.span) for span in opened))
    ]
    of_other = _credits_of(article, other)
    before = {t.start: k for (_, k), (t, _) in pairwise(words)}
    return sum(
        not any(span.overlaps(t.span) for span in of_other) and not (of_other and before.get(t.start) in _NEWSROOM)
        for t in said
    )


def _credits_of(article: Article, other: Article) -> list[Span]:
    """Return the words by which an article credits whom the other is of: “the AP said”, but not “told the AP”."""
    makers = made_by(other) - _own_makers(article, other)
    found = [span for span, name in credits_in(article, other) if name in makers]
    return [span for span in found if key(span.of(article.text).split()[0]) not in _HEARD]


def _own_makers(article: Article, other: Article) -> frozenset[str]:
    """Return the outlets that both articles are of, as far as the one does not credit them in its text."""
    told = {name for span, name in credits_in(article, other) if (span, name) not in datelines_in(article)}
    return (made_by(article) & made_by(other)) - told


def _is_quoted(article: Article, starts: Sequence[int], token: Token) -> bool:
    """Return whether a token stands in a quotation of the article, whose quotations begin at ``starts``."""
    at = bisect_right(starts, token.start) - 1
    return at >= 0 and token.start < article.quotations[at].span.end


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _quoted(a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int], openly: _Openly) -> Reasons:
    """Yield a reason where one side has as a quotation what the other has, if at all, as prose.

    Who openly quotes the other article has that from it.
    """
    own, other = _quoted_words(a, of_a, openly[0]), _quoted_words(b, of_b, openly[1])
    for derived, fewer, more, source in ((Side.A, own, other, b), (Side.B, other, own, a)):
        if more - fewer >= QUOTED_MARGIN and more >= DETAIL_RATIO * fewer:
            says = (_LINKED, f" has {more} quoted words, the other {fewer}.")
            yield 1, _reason("quotation", derived, source, a, says)


def _quoted_words(article: Article, indices: Sequence[int], openly: Sequence[Quotation]) -> int:
    starts = [q.span.start for q in article.quotations]
    words = (t for i in indices for t in article.sentence_tokens(i) if t.word and _is_quoted(article, starts, t))
    return sum(not any(q.span.contains(t.span) for q in openly) for t in words)


def _credit(a: Article, b: Article) -> Reasons:
    """Yield reasons where one article alone credits a newsroom, or alone carries an agency's dateline."""
    lines_a, lines_b = datelines_in(a), datelines_in(b)
    own = [row for row in credits_in(a, b) if row not in lines_a]
    other = [row for row in credits_in(b, a) if row not in lines_b]
    for derived, article, more, fewer, lines in ((Side.A, a, own, other, lines_b), (Side.B, b, other, own, lines_a)):
        if more and not fewer:
            same = any(more[0][1] == line for _, line in lines)
            says = ("", f" credits {more[0][1]}" + (", whose dateline the other carries." if same else "."))
            yield 2 if same else 1, _reason("credit", derived, article, a, says)
    for derived, article, has, lacks in ((Side.A, b, lines_b, lines_a), (Side.B, a, lines_a, lines_b)):
        if has and not lacks:
            says = ("", f" carries the dateline of {has[0][1]}, the other carries none.")
            yield 2, _reason("dateline", derived, article, a, says)


def _dates(a: Article, b: Article) -> Reasons:
    """Yield a reason where both tell when they were published and the days differ."""
    day_a, day_b = published(a), published(b)
    if day_a is None or day_b is None:
        return
    for derived, own, other, about in ((Side.A, day_a, day_b, a), (Side.B, day_b, day_a, b)):
        if later(own, other):
            says = ("", f" is dated {own.wording}, the other {other.wording}.")
            yield 2, _reason("published", derived, about, a, says)


def _broken(a: Article, b: Article, links: Sequence[Link]) -> Reasons:
    """Yield reasons where one side has broken what is whole in the other: expressions, and words of other sense."""
    sides = ((Side.A, a, b, links), (Side.B, b, a, _turned(links)))
    for derived, own, other, found in sides:
        broken = list(dict.fromkeys(swaps(own, other, found)))
        if broken:
            listed = ", ".join(f"“{x}” for “{y}”" for x, y in broken[:SHOWN])
            says = ("", f" has {listed}, an expression that is whole in the other.")
            if len(broken) > 1:
                says = ("", f" has {listed}, expressions that are whole in the other.")
            yield min(2, len(broken)), _reason("swap", derived, own, a, says)
    for derived, own, other, found in sides:
        wrong = list(dict.fromkeys(slips(own, other, found)))
        if wrong:
            listed = ", ".join(f"“{x}” where the other has “{y}”" for x, y in wrong[:SHOWN])
            says = ("", f" has {listed}, which looks like a slip.")
            yield 1, _reason("slip", derived, own, a, says)


def _introduced(a: Article, b: Article, links: Sequence[Link]) -> Reasons:
    """Yield a reason where one side names people before it introduces them, as moved sentences do."""
    for derived, own, other, found in ((Side.A, a, b, links), (Side.B, b, a, _turned(links))):
        people = list(late_introductions(own, other, found))
        if people:
            listed = ", ".join(f"“{x}”" for x in people[:SHOWN])
            says = ("", f" has the last name of {listed} before the full one, the other introduces them first.")
            yield 1, _reason("order", derived, own, a, says)


def _turned(links: Sequence[Link]) -> list[Link]:
    return [
        replace(x, a=x.b, b=x.a, pairs=tuple((j, i, m) for i, j, m in x.pairs), alignment=(), divergences=())
        for x in links
    ]


def _third_source(a: Article, b: Article, links: Sequence[Link]) -> str:
    """Return in a sentence that both may go back to the same third text, where something says so."""
    if not links:
        return ""
    quoted = sum(link.match is MatchClass.QUOTATION for link in links)
    if quoted == len(links):
        what = "a quotation" if quoted == 1 else "quotations"
        return (
            f"All that they share is {what}: both may have the words from a common third source, such as the speaker, "
            "a statement or an agency."
        )
    if all(link.match is MatchClass.QUOTATION or (_given_out(a, link.a) and _given_out(b, link.b)) for link in links):
        return "What they share is from a statement: both may have it from there, a common third source."
    lines_a, lines_b = made_by(a), made_by(b)
    own, other = ({name for _, name in credits_in(article)} for article in (a, b))
    told_a, told_b = (
        {name for span, name in credits_in(article) if (span, name) not in datelines_in(article)} for article in (a, b)
    )
    # Whoever carries the agency's dateline alone is its report, not made from it; so is of two that carry it the one
    # that the other's text credits by it.
    both = sorted(((lines_a & lines_b) - (told_a ^ told_b)) | ((own & other) - lines_a - lines_b))
    return f"Both name {both[0]}: both may be made from its report, a common third source." if both else ""


def _given_out(article: Article, indices: Sequence[int]) -> bool:
    """Return whether each of some sentences says that it is from a statement."""
    return all(
        any(key(t.of(article.text)) in _STATEMENT for t in article.sentence_tokens(i) if t.word) for i in indices
    )


def _reason(kind: str, derived: Side, about: Article, a: Article, says: tuple[str, str]) -> DirectionEvidence:
    """Return a reason that names an article by its title between the two parts of what it says."""
    before, after = says
    named = Span(len(before), len(before) + len(_title(about)))
    why = f"{before}{_title(about)}{after}"
    return DirectionEvidence(kind, why, derived, Side.A if about is a else Side.B, named)


def _title(article: Article) -> str:
    title = article.title.strip() or article.id
    return f"“{title}”" if len(title) <= LONGEST_TITLE else f"“{title[:LONGEST_TITLE].rstrip()}…”"
