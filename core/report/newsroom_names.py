"""Who an article is by and whom it credits: the names that an anonymised report puts letters or numbers for.

Pure. Names are those of bylines, of the lines that tell who worked on a report, of datelines and of credits. People
that the news is about are none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.lexis import key
from core.model import Analysis, Article, MentionKind, SentenceKind, Span
from core.originality.credit import credits_in, made_by
from core.originality.outlets import LONGEST_BYLINE, is_outlet, known_outlets, outlets_or_not
from core.segment.bylines import is_about_author, is_byline, is_credit
from resources.lists import word_list

_BY = re.compile(r"\W*(?:(?:written|reported|story|words|text|posted)\s+)?by\s+", re.IGNORECASE)
_PICTURE = re.compile(
    r"\b(?:photos?|photographs?|photography|pictures?|images?|credit|file)\s*(?:by\b|:|courtesy\s+of\b)\s*",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?", re.IGNORECASE
)
_PART = re.compile(r"[^,;|·•–—/()&\n]+")
_BETWEEN = re.compile(r"\s+(?:and|with|for|at|by)\s+|\s+-\s+|(?<=\w\w)\.\s+", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|from)\s+.*$", re.DOTALL)
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|columnist|editor|journalist|producer|contributor|staff|desk|agency|agencies"
    r"|updated|published|posted|all rights reserved|a\.?m\.?|p\.?m\.?)\b|\d",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?:\s+[^\W\d_][\w.'’\-]*)*")
_THE = re.compile(r"the\s+", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){1,3}")
_SHORTEST_INITIALS = 3
"""Letters from which the initials of an outlet are looked for: two may be a country or a word in capitals."""
_LONGEST_NAME = 6
"""Words up to which a part of a byline is a name and no sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands in a line about who made the article."""

    span: Span
    name: str
    outlet: bool
    sure: bool
    """Whether it is to be looked for elsewhere too; a lone word may as well be a place."""


def named_makers(article: Article) -> tuple[Named, ...]:
    """Return the names in an article's bylines and in its lines about who worked on it, in text order."""
    found: list[Named] = []
    for index, sentence in enumerate(article.sentences):
        wording = article.sentence_text(index)
        start = sentence.span.start
        if sentence.kind is SentenceKind.CAPTION:
            if told := _PICTURE.search(wording):
                found += _parts(article, wording, told.end(), start)
            continue
        if len(wording) > LONGEST_BYLINE or not _about_makers(article, index, wording):
            continue
        if told := _BY.match(wording) or _RIGHTS.search(wording):
            found += _parts(article, wording, told.end(), start)
        else:
            found += _capitalised(wording, start)
    return tuple(sorted(found, key=lambda n: n.span))


def outlets_of(analysis: Analysis, article: Article) -> tuple[str, ...]:
    """Return the outlets that an article is from or credits, once each."""
    names = [*sorted(made_by(article))]
    for pair in analysis.pairs:
        if article.id == pair.a:
            names += [*pair.credit.names, *(detail.name for detail in pair.credit.details)]
    # What a direction is judged by are also the credits that an article gives to nobody of this case.
    names += [name for _, name in credits_in(article)]
    own = [s.span for s in article.sentences if not s.checked]
    names += [
        m.value
        for m in article.mentions
        if m.kind is MentionKind.NAME and any(s.contains(m.span) for s in own) and is_outlet(m.value)
    ]
    names += _of_makers(article)
    return tuple(dict.fromkeys(name for name in names if name))


def _of_makers(article: Article) -> Iterator[str]:
    """Yield the outlets that the text gives its own authors to: “Ana Ruiz of the Herald has learned”."""
    authors = [re.escape(named.name) for named in named_makers(article) if named.sure and not named.outlet]
    if not authors:
        return
    before = re.compile(rf"(?:{'|'.join(authors)}),?\s+(?:of|for|from|with|at)\s+(?:the\s+)?$", re.IGNORECASE)
    for mention, outlet in outlets_or_not(article):
        start = mention.span.start
        if outlet and before.search(article.text, max(0, start - LONGEST_BYLINE), start):
            yield outlet


def short_credits(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield where a credit calls an outlet by its first word alone: “Continental reported”."""
    for span, name in credits_in(article):
        wording = span.of(article.text)
        first = re.escape(bare(name).split()[0]) if bare(name).split() else ""
        if first and bare(name).casefold() not in wording.casefold() and (at := re.search(rf"\b{first}\b", wording)):
            yield Span(span.start + at.start(), span.start + at.end()), name


def initials(name: str) -> str:
    """Return the first letters of a name's capitalised words; empty where it has but one."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper() and word.lower() != "the")
    return letters if len(letters) > 1 else ""


def bare(name: str) -> str:
    """Return a name without the article before it."""
    return _THE.sub("", name, count=1) if _THE.match(name) else name


def _about_makers(article: Article, index: int, wording: str) -> bool:
    """Return whether a sentence tells who made the article, by its kind and by its wording."""
    if is_byline(wording, len(wording.split())):
        return True
    if article.sentences[index].kind is not SentenceKind.BOILERPLATE:
        return False
    return bool(_BY.match(wording) or _RIGHTS.search(wording)) or is_credit(wording) or is_about_author(wording)


def _parts(article: Article, wording: str, start: int, offset: int) -> Iterator[Named]:
    """Yield the names between the separators of a byline."""
    for part in _PART.finditer(wording, start):
        cuts = [part.start()]
        ends = []
        for between in _BETWEEN.finditer(wording, *part.span()):
            ends.append(between.start())
            cuts.append(between.end())
        for begin, end in zip(cuts, [*ends, part.end()], strict=True):
            named = _name(article, wording, (begin, end), offset)
            if named is not None:
                yield named


def _name(article: Article, wording: str, part: tuple[int, int], offset: int) -> Named | None:
    """Return the name that a part of a byline is, None where it is a role, a date or a place."""
    begin, end = part
    placed = _PLACE.search(wording, begin, end)
    at = _NAME.search(wording, begin, placed.start() if placed else end)
    if at is None:
        return None
    first = at.start() + len(at.group()) - len(bare(at.group()))
    name = wording[first : at.end()].rstrip(".'’- \t")
    outlet = is_outlet(name)
    if not name or not name[0].isupper() or len(name.split()) > _LONGEST_NAME:
        return None
    if not outlet and (_ROLE.search(name) or key(name) in word_list("credit_words")):
        return None
    sure = outlet or (len(name.split()) > 1 and not _is_place(article, name))
    return Named(Span(offset + first, offset + first + len(name)), name, outlet, sure)


def _is_place(article: Article, name: str) -> bool:
    """Return whether the text uses a name as that of a place: what stands after a byline's comma may be one."""
    where = rf"\b(?:in|at|near|to|across|around)\s+{re.escape(name)}\b|^{re.escape(name.upper())}\b"
    return re.search(where, article.text, re.MULTILINE) is not None


def _capitalised(wording: str, offset: int) -> Iterator[Named]:
    """Yield the names of two words and more in a line that tells who worked on the article."""
    known = word_list("credit_words")
    for at in _CAPITALISED.finditer(wording):
        words = at.group().split()
        first = next((i for i, word in enumerate(words) if key(word) not in known), len(words))
        name = " ".join(words[first:]).rstrip(".'’-")
        before = wording[: at.start()].split()
        placed = bool(before) and before[-1].lower() in {"in", "from"}
        if len(words) - first < 2 or placed or _ROLE.search(name):  # noqa: PLR2004 - a lone word is no full name
            continue
        start = at.start() + at.group().index(words[first])
        yield Named(Span(offset + start, offset + start + len(name)), name, is_outlet(name), sure=True)


def full_name(name: str) -> str:
    """Return what the list of outlets calls a name, else the name."""
    return known_outlets().get(key(name), name)


def names_of(outlet: str) -> tuple[str, ...]:
    """Return what an outlet is called: its name without “the”, its name in full, its initials."""
    name = bare(outlet)
    full = full_name(name)
    short = initials(full)
    long_enough = len(short) >= _SHORTEST_INITIALS or short.casefold() in known_outlets()
    return tuple(dict.fromkeys(form for form in (name, full, short if long_enough else "") if form))


def listed(typed: Iterable[str]) -> tuple[str, ...]:
    """Return the single names of what people typed, “Ana Lopez and Ben Poe”."""
    parts = (part.strip() for line in typed for part in re.split(r"\s+and\s+|[,;&/]", line))
    return tuple(dict.fromkeys(part for part in parts if part))
