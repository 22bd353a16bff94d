"""Words that were disguised so that a comparison misses them: what they read as, and where they stand.

Pure: text in, a text of the same length or findings out; a foundation beside :mod:`core.model`. A reader of the page
sees nothing of these tricks, or looks past them: invisible characters inside a word or in place of blanks, letters of
other alphabets that look like Latin ones, letters set a hair apart or dotted, a direction that is turned over. The text
itself is never changed: the engine reads :func:`readable` in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from core.dotted import dotted_words, may_be_dotted, undotted
from core.lexis import PAD
from core.model import Article, Finding, Span
from core.spacing import FINE, ZERO_WIDTH, finely_parted, zero_width_blanks
from resources.lists import word_list

MOST_FINDINGS = 400
"""Findings of one text that are told one by one; the rest is told as a number."""
_MOSTLY = 0.7
"""The share of a text's letters that are Latin from which on a word of look-alikes alone is taken for a Latin one."""
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_SUSPECT = re.compile(
    f"[{PAD}{_INVISIBLE}{FINE}\u2800{_MARKS}\u0218-\u021b\u1e00-\u1eff\u0250-\u02af\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1d00-\u1d2b\u2100-\u214f\u2c80-\u2cff"
    "\ua4d0-\ua4ff\ua720-\ua7ff\uab30-\uabbf\uff10-\uff5a\U0001d400-\U0001d7ff]"
)
_TURNED = re.compile("\u202e([^\u202a-\u202e\u2066-\u2069\n]*)[\u202c\u2069]?")
_BLANK = "\u2800"
"""What takes up room and shows nothing, but is no space: the Braille pattern without dots."""
_UNSPACED = "\u3040"
"""Letters from here on are of scripts whose words are mostly not told apart by spaces."""
_SPACED = f"[^\\W_{_UNSPACED}-\U0010ffff]"
_LETTER = re.compile(f"{_SPACED}[{_MARKS}]*")
_BLANKS = re.compile(f"{_BLANK}+(?={_SPACED})|(?<={_SPACED}){_BLANK}+")
_STOPS = "!-/:-?\\[-`{-~‘’“”„«»‹›–—…"
_BESIDE = (
    f"{_BLANK}\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e01ef"
)
"""What nobody sees and no direction needs."""
_RUN = re.compile(
    f"(?P<run>(?:[^\\W_]|[{_INVISIBLE}{_MARKS}])+(?:['’.\\-‐‑](?:[^\\W_]|[{_INVISIBLE}{_MARKS}])+)*)"
    f"(?P<behind>(?:[{_STOPS}]+[{_BESIDE}]+)+[{_STOPS}]*(?![\\w{_INVISIBLE}{_MARKS}]))?"
)
"""A word, and the marks behind it where something that nobody sees stands between or after them."""
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_UNSEEN_BESIDE = re.compile(f"[{_BESIDE}]")
_PART = re.compile(f"(?:[^\\W\\d_]|[{_MARKS}])+")
_SOFT_HYPHEN = "\u00ad"
_NAMES = 3
"""Characters that a finding names."""
_ONE_LETTER_WORDS = "aAI"
_WIDE = re.compile("[\uff21-\uff5a]")
"""Full-width letters, which stand for the Latin ones alone too: Ｕ.Ｓ."""
_LETTERS_OF_SCIENCE = "α"
_NO_UNIT = 4
"""From this many letters on a word is no unit, which may mix alphabets (μm, kΩ)."""
_ADDRESS = re.compile(rf"(?:\b(?:https?|ftp):[/{ZERO_WIDTH}]+|\bwww\.)\S+", re.IGNORECASE)
_ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030a\u030b\u030c\u0327\u0328")
"""Marks that make letters of languages, as é and ş."""
_LAID = re.compile(f"(?<![ẹọịụẸỌỊỤąęįųĄĘĮŲɛɔmnMN])[{_MARKS}]|(?![\u0300-\u0304\u030c])[{_MARKS}]")
"""Marks that no language has there; on these letters tones stand apart, as in Yorùbá’s ọ̀."""


def readable(text: str) -> str:
    """Return the text as a reader sees it, of the same length: offsets into the one are offsets into the other.

    Within a disguised word the letters move together and :data:`PAD` fills the rest; the word as a whole stays where
    it stands. Soft hyphens and accents written apart, which are no disguise, are read likewise; any other text comes
    back as it is.
    """
    return undotted(_undisguised(text)) if _SUSPECT.search(text) else text


def _undisguised(text: str) -> str:
    """Return the text as it is read, with the dots below its letters."""
    latin = _mostly_latin(text)
    # Should an article hold that space after all, it is one.
    turned = _TURNED.sub(_turned_back, text.replace(PAD, " "))
    spaced = _BLANKS.sub(lambda m: PAD * len(m.group()), _blanked(turned))
    return _RUN.sub(lambda m: _filled(m, latin), _joined(spaced, latin))


def _filled_out(text: str, span: Span) -> Span:
    """Return the place of a word with what fills it up."""
    start, end = span.start, span.end
    while start and text[start - 1] == PAD:
        start -= 1
    while text[end : end + 1] == PAD:
        end += 1
    return Span(start, end)


def _blanked(text: str) -> str:
    """Return the text with blanks where zero-width spaces stand for them."""
    return _put(text, ((span, span.of(text).replace(ZERO_WIDTH, " ")) for span in zero_width_blanks(text)))


def _joined(text: str, latin: bool) -> str:  # noqa: FBT001 - a fact about the text
    """Return the text with words in one piece whose letters stand apart."""
    apart = finely_parted(text)
    return _put(
        text, ((s, _filled_up(_word(w, latin), s.of(text), at_start=_begins(text, s.start))) for s, w, _ in apart)
    )


def _put(text: str, pieces: Iterable[tuple[Span, str]]) -> str:
    """Return the text with other wording in places, which are in text order."""
    parts: list[str] = []
    at = 0
    for span, wording in pieces:
        parts += (text[at : span.start], wording)
        at = span.end
    return "".join((*parts, text[at:]))


def as_read(article: Article) -> Article:
    """Return the article with its text :func:`readable`, as the engine compares it."""
    text = readable(article.text)
    return article if text is article.text else replace(article, document=replace(article.document, text=text))


def disguised(text: str) -> tuple[Finding, ...]:
    """Return every place where words are disguised, in text order."""
    return tuple(sorted(_disguises(text), key=lambda f: f.span)) if _SUSPECT.search(text) else ()


def disguises(text: str) -> tuple[Finding, ...]:
    """Return where words are disguised, in text order; what belongs to a script or to typesetting is none."""
    found = disguised(text)
    if len(found) <= MOST_FINDINGS:
        return found
    rest = found[MOST_FINDINGS - 1 :]
    more = Finding(rest[0].type, Span(rest[0].span.start, rest[-1].span.end), f"{len(rest):,} more disguised words")
    return (*found[: MOST_FINDINGS - 1], more)


def _disguises(text: str) -> Iterator[Finding]:
    latin = _mostly_latin(text)
    told = [Span(*m.span()) for m in _TURNED.finditer(text)]
    for span in told:
        if any(map(_is_latin, span.of(text))):
            yield Finding("bidi", span, "Words written backwards and turned over, to read the right way round")
    yield from _spaced_out(text, latin)
    # Long addresses are broken where nothing is seen.
    text = _ADDRESS.sub(lambda m: m.group().replace(ZERO_WIDTH, "/"), _blanked(text))
    told += (parted.span for parted in finely_parted(text))
    told.sort()
    near = 0
    for match in _RUN.finditer(text):
        span = Span(*match.span("run"))
        if match["behind"]:
            unseen = _UNSEEN_BESIDE.findall(match["behind"])
            yield Finding("zero-width", Span(*match.span()), f"Invisible characters behind a word: {_named(unseen)}")
        # Both are in text order, so what ended before this word is never looked at again.
        while near < len(told) and told[near].end <= span.start:
            near += 1
        if not match["run"].isascii() and not (near < len(told) and span.overlaps(told[near])):
            yield from _of_word(match["run"], span, latin)


def _spaced_out(text: str, latin: bool) -> Iterator[Finding]:  # noqa: FBT001 - a fact about the text
    """Yield what is odd about blanks and about marks that hang on a whole text, not in text order."""
    for match in _BLANKS.finditer(text) if latin else ():
        yield Finding("zero-width", Span(*match.span()), f"Signs that look like spaces: {_named(match.group())}")
    for span in zero_width_blanks(text):
        yield Finding("zero-width", span, "Zero-width spaces in place of the blanks between words")
    for span, word, spaces in finely_parted(_blanked(text)):
        yield Finding("zero-width", span, f"Spaces between the letters of a word: {_named(spaces)}")
        yield from _of_word(word, span, latin)
    read = _undisguised(text) if may_be_dotted(text) else ""
    for span, marks in dotted_words(read):
        yield Finding("zero-width", _filled_out(read, span), f"Marks below the letters of a word: {_named(marks)}")


def _of_word(run: str, span: Span, latin: bool) -> Iterator[Finding]:  # noqa: FBT001 - a fact about the text
    word = _word(run, latin)
    if word == run:
        if _mixed(run):
            yield Finding("mixed-script", span, "Letters of different alphabets in one word")
        return
    unseen = [c for c in _UNSEEN.findall(run) if c != _SOFT_HYPHEN]
    if unseen:
        yield Finding("zero-width", span, f"Invisible characters in a word: {_named(unseen)}")
    bare = unicodedata.normalize("NFC", _UNSEEN.sub("", run))
    kept = unicodedata.normalize("NFD", word)
    struck = [c for c in bare if _is_mark(c) and c not in kept]
    if struck:
        yield Finding("zero-width", span, f"Marks laid over the letters of a word: {_named(struck)}")
    alphabets = sorted({_alphabet(c) for c in bare if _seems(c) != c})
    if alphabets and bare.casefold() != word.casefold():
        yield Finding("look-alike", span, f"Letters that only look Latin in a word: {', '.join(alphabets)}")


def _turned_back(match: re.Match[str]) -> str:
    """Return turned words as they read."""
    return _filled_up(match.group(1)[::-1], match.group(), at_start=True)


def _filled(match: re.Match[str], latin: bool) -> str:  # noqa: FBT001 - a fact about the text
    """Return what a run reads as, filled up where a space stands anyway, so that marks and dots keep their words."""
    seen = _word(match["run"], latin) + _UNSEEN_BESIDE.sub("", match["behind"] or "")
    return _filled_up(seen, match.group(), at_start=_begins(match.string, match.start()))


def _begins(text: str, at: int) -> bool:
    """Return whether nothing stands before a place, so that a space is at home there."""
    return not at or text[at - 1].isspace()


def _filled_up(seen: str, written: str, *, at_start: bool) -> str:
    """Return what is seen as long as what is written: filled up before its first letter or behind its last.

    Only a word takes in what fills it up, so what holds no letter or figure stays as it was written.
    """
    missing = len(written) - len(seen)
    letters = [*_LETTER.finditer(seen)] if missing else []
    if not letters:
        return written if missing else seen
    at = letters[0].start() if at_start else letters[-1].end()
    return f"{seen[:at]}{PAD * missing}{seen[at:]}"


@lru_cache(maxsize=1 << 12)
def _word(run: str, latin: bool) -> str:  # noqa: FBT001 - told apart by position in the cache
    """Return what a run of letters reads as; the run itself where it is no disguised Latin word."""
    if run.isascii():
        return run
    bare = unicodedata.normalize("NFC", _UNSEEN.sub("", run))
    if not bare or bare.isascii():
        return bare or run
    if not any(_reads_latin(part, latin) for part in _PART.findall(bare)):
        return run
    plain = _PART.sub(lambda m: _plain(m.group()) if _reads_latin(m.group(), latin) else m.group(), bare)
    return plain if len(plain) <= len(run) else run


def _plain(part: str) -> str:
    seen = "".join(_seems(c) for c in part if c in _ACCENTS or not _is_mark(c))
    return _LAID.sub(lambda m: "" if _is_mark(m.group()) else m.group(), unicodedata.normalize("NFC", seen))


def _reads_latin(part: str, latin: bool) -> bool:  # noqa: FBT001 - a fact about the text
    """Return whether letters in a row are read as Latin ones: some are, or all look so in a text of them.

    A single letter must make a word: a, A or I.
    """
    letters = [c for c in part if not _is_mark(c)]
    if len(letters) == 1 and not _is_latin(letters[0]):
        lone = letters[0]
        word = _WIDE.match(lone) or (lone not in _LETTERS_OF_SCIENCE and _seems(lone) in _ONE_LETTER_WORDS)
        return latin and bool(word) and _seems(lone) != lone
    return any(map(_is_latin, letters)) or (latin and len(letters) > 1 and all(_seems(c) != c for c in letters))


@cache
def _look_alikes() -> dict[str, str]:
    """Return each letter that looks like a Latin one, with that one."""
    table: dict[str, str] = {}
    for line in word_list("look_alikes"):
        letter, others = line.split()
        table.update(dict.fromkeys(others, letter))
    return table


@lru_cache(maxsize=1 << 12)
def _seems(letter: str) -> str:
    """Return the Latin letter that a character looks like, else itself."""
    # Latin letters with accents, ordinals and raised letters are what they are.
    if letter < "\u0250" or unicodedata.category(letter) == "Lm":
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    if len(plain) == 1 and plain.isascii() and plain.isalpha():
        return plain
    return _look_alikes().get(letter, letter)


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff")


def _is_mark(letter: str) -> bool:
    return not letter.isascii() and unicodedata.combining(letter) != 0 and unicodedata.category(letter) == "Mn"


def _mixed(run: str) -> bool:
    """Return whether letters in a row are of Latin and of another alphabet, as in no language."""
    # Signs such as the ʻ of Hawaiʻi belong to every alphabet.
    parts = ([c for c in part if c.isalpha() and unicodedata.category(c) != "Lm"] for part in _PART.findall(run))
    return any(len(part) >= _NO_UNIT and len(set(map(_is_latin, part))) > 1 for part in parts)


def _mostly_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(_is_latin(c) or _seems(c).isascii() for c in letters) >= _MOSTLY * len(letters)


def _alphabet(letter: str) -> str:
    """Return what letters of a kind are called, such as Cyrillic."""
    return unicodedata.name(letter, "unnamed").split()[0].capitalize()


def _named(characters: Iterable[str]) -> str:
    """Return the names of some characters, each once."""
    return _names("".join(sorted(set(characters))))


@lru_cache(maxsize=1 << 8)
def _names(characters: str) -> str:
    names = [unicodedata.name(c, f"U+{ord(c):04X}").lower() for c in characters]
    return ", ".join(names[:_NAMES]) + (" …" if len(names) > _NAMES else "")
