"""Whom “he” or “she” means: the nearest person named before it whom the word fits, where only one could be meant.

Pure. The pronoun's own paragraph comes first, then the ones before. Whoever is surely no person (a place, a body, a
nationality) is passed over; a name that may be one stands in the way of a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.divergence.facts import facts_of, mentions_in, quotation_at
from core.divergence.view import word_table
from core.lexis import key
from core.model import Article, Mention, MentionKind, SentenceKind, Span
from core.once import Itself, kept, once
from resources.lists import word_list

PRONOUNS = {"he": "m", "she": "f"}
LONGEST_REACH = 600
"""Characters between a pronoun and the paragraph whose person it may go on with."""
LONGEST_WORD = 20
"""Characters beside a name in which its title or a verb of saying stands."""
_TITLES = {
    "m": frozenset("mr sir lord father fr brother king prince duke baron imam rabbi pope chairman councilman".split()),  # noqa: SIM905
    "f": frozenset("mrs ms miss dame lady sister queen princess duchess baroness chairwoman actress".split()),  # noqa: SIM905
}
"""Titles that tell which of the two a person is."""
_BEFORE_BODIES = frozenset({"of", "for", "from"})
_DONE_BY_FIRMS = frozenset(
    {"owned", "run", "built", "made", "operated", "published", "employed", "produced", "supplied"}
)


def antecedent(article: Article, pronoun: Span) -> Mention | None:
    """Return the person whom a pronoun means, nobody where it could be more than one."""
    gender = PRONOUNS.get(key(pronoun.of(article.text)))
    if gender is None:
        return None
    for stretch in _stretches(article, pronoun):
        people = [m for m in mentions_in(article, stretch) if _may_be_person(article, m)]
        people = [m for m in people if _gender(Itself(article), _last(m)) in ("", gender)]
        if people:
            # A last name alone is the person whose full name was told before.
            return people[-1] if len({_last(m) for m in people}) == 1 else None
    return None


def _stretches(article: Article, pronoun: Span) -> Iterator[Span]:
    """Yield what stands before the pronoun in its paragraph, then the paragraphs before it, the nearest first."""
    for paragraph in reversed([p for p in article.paragraphs if p.start < pronoun.start]):
        end = min(paragraph.end, pronoun.start)
        if end < pronoun.start - LONGEST_REACH:
            return
        if paragraph.start < end and not _headline(article, paragraph.start):
            yield Span(paragraph.start, end)


def _headline(article: Article, place: int) -> bool:
    sentence = next((s for s in article.sentences if s.span.end > place), None)
    return sentence is not None and sentence.kind is not SentenceKind.BODY


def _may_be_person(article: Article, mention: Mention) -> bool:
    if mention.kind is not MentionKind.NAME or quotation_at(article, mention.span.start) is not None:
        return False
    words = [key(w) for w in mention.value.split()]
    if any(w in word_list("organisation_heads") or w in word_list("place_words") for w in words):
        return False
    lands = word_table("demonyms")
    if all(w in lands or w in lands.values() for w in words) or (mention.value.isupper() and len(words) == 1):
        return False
    if _word_before(article, mention) in word_list("name_titles") or _last(mention) in _known(article):
        return True
    after = article.text[mention.span.end : mention.span.end + 2]
    # A single word that is nobody's last name is rather a place or a firm.
    return len(words) > 1 and not after.startswith(("'s", "’s")) and not _in_passing(_words_before(article, mention))


def _in_passing(before: list[str]) -> bool:
    """Return whether the words before a name lead to a place, a body or a firm."""
    last, led = "".join(before[-1:]), "".join(before[-2:-1])
    return last in word_list("locatives") or last in _BEFORE_BODIES or (last == "by" and led in _DONE_BY_FIRMS)


def _last(mention: Mention) -> str:
    return key(mention.value.split()[-1])


@once
def _known(article: Article) -> frozenset[str]:
    """Return the last names of those who speak, or whom the text calls by it once their full name was told."""
    spoken = [q.speaker for q in article.quotations if q.speaker is not None]
    names = [m for s in spoken for m in mentions_in(article, s) if m.kind is MentionKind.NAME and m.span.end == s.end]
    told = facts_of(article).names
    alone = {_last(m) for m in told if " " not in m.value}
    called = [m for m in told if " " in m.value and _last(m) in alone]  # Fergus Whitlock … Whitlock’s account
    return frozenset(_last(m) for m in (*names, *called)) | frozenset(_last(m) for m in told if _says(article, m.span))


def _says(article: Article, name: Span) -> bool:
    words = article.text[name.end : name.end + LONGEST_WORD].split()
    return bool(words) and key(words[0].strip(',.”"')) in word_list("speech_verbs")


@kept(256)
def _gender(itself: Itself, last: str) -> str:
    """Return what a title before some mention of the name tells; nothing where none does."""
    article = itself.article
    told = [_word_before(article, m) for m in facts_of(article).names if _last(m) == last]
    genders = {g for title in told for g, titles in _TITLES.items() if title in titles}
    return genders.pop() if len(genders) == 1 else ""


def _word_before(article: Article, mention: Mention) -> str:
    return "".join(_words_before(article, mention)[-1:])


def _words_before(article: Article, mention: Mention) -> list[str]:
    start = mention.span.start
    return [key(w) for w in article.text[max(0, start - LONGEST_WORD) : start].split()]
