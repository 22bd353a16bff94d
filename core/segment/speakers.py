"""Find who says a quotation and by which word the text tells so.

Pure: tokens and sentences in, spans out. Looked at in turn: the words behind the closing mark ("…," said Jane Doe),
those in front of the opening one (She told reporters "…"), the rest of the sentence, and then the neighbours: a
quotation that is a sentence of its own goes on with the speaker of the one before it, or of the sentence before. The
name of a work (on NBC's "Meet the Press") is said by nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from core.model import Sentence, Span, Token
from core.segment.noun_phrases import Words, is_nominal, main_subject, phrase_after, phrase_before, subject_of
from resources.lists import word_list


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something, and the word that tells so where there is one."""

    speaker: Span
    cue: Span | None


class SpeakerFinder:
    """Looks up speakers in one text."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], tokens: Sequence[Token]
    ) -> None:
        self._text, self._sentences = text, sentences
        self._words = Words(text, tokens)
        self._token_starts = [t.start for t in tokens]
        self._sentence_starts = [s.span.start for s in sentences]
        self._paragraphs = paragraphs
        self._paragraph_starts = [p.start for p in paragraphs]
        self._cues: dict[int, int | None] = {}
        self._last: tuple[Span, Said] | None = None

    def find(self, quotation: Span, ends_before: int, begins_after: int) -> Said | None:
        """Return who says a quotation that stands between the end of the one before and the start of the one after.

        Call it for one quotation after the other, in text order.
        """
        first = self._sentence_at(quotation.start)
        last = self._sentence_at(max(quotation.start, quotation.end - 1))
        said = (
            None if self._is_title(quotation) else self._look_around(quotation, first, last, ends_before, begins_after)
        )
        if said is not None:
            self._last = quotation, said
        return said

    def _look_around(self, quotation: Span, first: int, last: int, ends_before: int, begins_after: int) -> Said | None:
        """Look in every place in turn; the quotation reaches from sentence ``first`` to sentence ``last``."""
        before = self._range(max(ends_before, self._sentences[first].span.start), quotation.start)
        after = self._range(quotation.end, min(begins_after, self._sentences[last].span.end))
        rest = self._range(quotation.end, self._sentences[last].span.end)
        return (
            self._behind(*after, quotation)
            or self._in_front(*before)
            or self._later(*rest)
            or self._labelled(first)
            or (self._earlier_in(first, quotation) if ends_before > self._sentences[first].span.start else None)
            or self._next_sentence(last, quotation, begins_after)
            or self._before_colon(*before)
            or self._goes_on(first, quotation)
            or self._sentence_before(first, quotation)
        )

    def _is_title(self, quotation: Span) -> bool:
        """Return whether the quotation names a work: capitals throughout, after a preposition or a genitive.

        on “Meet the Press” · NBC’s “Meet the Press” · the author of “Walden”
        """
        low, high = self._range(quotation.start, quotation.end)
        if high - low > _LONGEST_TITLE:
            return False
        words = self._words
        inside = [i for i in range(low, high) if words.is_word(i)]
        plain = [
            i for i in inside if not words.text(i)[0].isdigit() and words.lower(i) not in word_list("function_words")
        ]
        if not plain or not all(words.capital(i) for i in (inside[0], *plain)):
            return False
        before = next((i for i in range(low - 1, max(-1, low - _MARKS_AT_MOST), -1) if words.is_word(i)), -1)
        return words.lower(before) in _BEFORE_TITLE or words.lower(before).endswith(("'s", "’s"))

    def _before_colon(self, low: int, high: int) -> Said | None:
        """Take the subject of a sentence that hands over by a colon, as in: The board was clear: “We go on”."""
        at = high - 1
        while at > low and not self._words.is_word(at) and self._words.text(at) != ":":
            at -= 1
        if at <= low or self._words.text(at) != ":":
            return None
        phrase = main_subject(self._words, at, low)
        return Said(phrase, None) if phrase else None

    def _sentence_at(self, at: int) -> int:
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def _paragraph_at(self, at: int) -> int:
        return bisect_right(self._paragraph_starts, at)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """Return the token indices of a stretch of text."""
        return bisect_left(self._token_starts, start), bisect_left(self._token_starts, max(start, end))

    def _behind(self, low: int, high: int, quotation: Span) -> Said | None:
        """Look directly behind the closing mark: “…,” said X · “…,” X said · “…,” according to X."""
        words = self._words
        at = low
        while at < high and not words.is_word(at):
            at += 1
        if at >= high or not self._handed_over(quotation, low, at):
            return None
        if cue := self._cue(at, high):
            phrase = None if words.lower(at).endswith("ing") else phrase_after(words, cue, high)
            return Said(phrase, words.span(at, cue)) if phrase else None
        phrase = phrase_after(words, at, high)
        if phrase is None:
            return None
        for index in range(at + 1, min(high, at + _FAR)):
            if words.text(index) in _CLAUSE_ENDS:
                return None
            cue = self._cue(index, high)
            if cue and words.lower(index) != "according" and not words.lower(index).endswith("ing"):
                return Said(phrase, words.span(index, cue))
        return None

    def _handed_over(self, quotation: Span, low: int, at: int) -> bool:
        """Return whether the quotation ends as one does before its speaker: with a comma, a stop, or a dash."""
        marks = self._text[max(quotation.start, quotation.end - 2) : quotation.end]
        marks += "".join(self._words.text(i) for i in range(low, at))
        return any(c in ",.?!…—–-" for c in marks) or self._words.lower(at) in ("said", "says", "according")

    def _in_front(self, low: int, high: int) -> Said | None:
        """Look in front of the opening mark for the nearest cue and its subject."""
        words = self._words
        for index in range(high - 1, max(low, high - _FAR) - 1, -1):
            if words.text(index) == ";":
                break
            cue = self._cue(index, high)
            if not cue:
                continue
            if words.lower(index) in _PREPOSITIONAL:
                phrase = phrase_after(words, cue, high)
            else:
                phrase = subject_of(words, index, low)
            if phrase:
                return Said(phrase, words.span(index, cue))
        return None

    def _later(self, low: int, high: int) -> Said | None:
        """Look further on in the sentence: …, says X · …, X said · …, according to X."""
        words = self._words
        for index in range(low, min(high, low + _FAR)):
            cue = self._cue(index, high)
            if not cue:
                continue
            start = words.text(index - 1) if index > low else ""
            inverted = start == "," or words.lower(index) in _PREPOSITIONAL
            phrase = phrase_after(words, cue, high) if inverted else phrase_before(words, index, low)
            if phrase and (inverted or self._after_comma(phrase, low)):
                return Said(phrase, words.span(index, cue))
        return None

    def _labelled(self, sentence: int) -> Said | None:
        """Take the name in front of a colon that opens the sentence, as headlines and interviews have it."""
        low, high = self._sentences[sentence].first_token, self._sentences[sentence].last_token
        for index in range(low, min(high, low + _LABEL)):
            if self._words.text(index) == ":" and index > low:
                return Said(self._words.span(low, index), None)
            if not self._words.capital(index):
                break
        return None

    def _after_comma(self, phrase: Span, low: int) -> bool:
        index = bisect_left(self._token_starts, phrase.start)
        return index > low and self._words.text(index - 1) in ",—–"

    def _earlier_in(self, sentence: int, quotation: Span) -> Said | None:
        """Let a further quotation of the same sentence go on with the speaker of the one before it."""
        if self._last and self._sentence_at(max(0, self._last[0].end - 1)) == sentence:
            return self._last[1]
        return self._in_front(self._sentences[sentence].first_token, self._range(quotation.start, quotation.start)[0])

    def _next_sentence(self, last: int, quotation: Span, limit: int) -> Said | None:
        """Take a short sentence behind the quotation that does nothing but name the speaker: “….” X said."""
        if last + 1 >= len(self._sentences) or self._more_in_sentence(last, quotation):
            return None
        following = self._sentences[last + 1]
        same = self._paragraph_at(following.span.start) == self._paragraph_at(quotation.start)
        if not same or limit < following.span.end:
            return None
        low, high = following.first_token, following.last_token
        if high - low > _SHORT:
            return None
        phrase = phrase_after(self._words, low, high)
        if phrase is None:
            return None
        index = self._range(phrase.end, phrase.end)[0]
        cue = self._cue(index, high)
        plain = cue is not None and all(not self._words.is_word(i) for i in range(cue, min(cue + 1, high)))
        return Said(phrase, self._words.span(index, cue)) if cue and plain else None

    def _goes_on(self, first: int, quotation: Span) -> Said | None:
        """Let a quotation that is a sentence of its own go on with the speaker just before it.

        In the same paragraph at most one sentence may stand between; a paragraph that is nothing but a quotation goes
        on with the speaker of the paragraph before.
        """
        if self._last is None or not self._begins(first, quotation) or self._is_part(quotation):
            return None
        previous, said = self._last
        apart = self._paragraph_at(quotation.start) - self._paragraph_at(previous.end)
        if apart == 0:
            return said if first - self._sentence_at(previous.end) <= 1 else None
        return said if apart == 1 and self._fills_paragraph(quotation) else None

    def _fills_paragraph(self, quotation: Span) -> bool:
        paragraph = self._paragraphs[self._paragraph_at(quotation.start) - 1]
        around = self._text[paragraph.start : quotation.start][-_MARKS_AT_MOST:]
        around += self._text[quotation.end : paragraph.end][:_MARKS_AT_MOST]
        return not any(c.isalnum() for c in around)

    def _sentence_before(self, first: int, quotation: Span) -> Said | None:
        """Take the subject of the sentence before, where that sentence tells of speaking."""
        if first == 0 or not self._begins(first, quotation) or self._is_part(quotation):
            return None
        previous = self._sentences[first - 1]
        same = self._paragraph_at(previous.span.start) == self._paragraph_at(quotation.start)
        if not same and not self._text[: previous.span.end].endswith(":", previous.span.start):
            return None
        words = self._words
        for index in range(previous.first_token, min(previous.last_token, previous.first_token + _FAR)):
            cue = self._cue(index, previous.last_token)
            phrase = subject_of(words, index, previous.first_token) if cue else None
            if cue and phrase:
                return Said(phrase, words.span(index, cue))
        return None

    def _begins(self, sentence: int, quotation: Span) -> bool:
        """Return whether only marks stand between the sentence's start and the quotation."""
        start = self._sentences[sentence].span.start
        return not any(c.isalnum() for c in self._text[start : quotation.start][:_MARKS_AT_MOST])

    def _is_part(self, quotation: Span) -> bool:
        """Return whether the quotation is part of a sentence that goes on: “A mess” is painted over her door."""
        return self._more_in_sentence(self._sentence_at(max(quotation.start, quotation.end - 1)), quotation)

    def _more_in_sentence(self, sentence: int, quotation: Span) -> bool:
        end = self._sentences[sentence].span.end
        return any(c.isalnum() for c in self._text[quotation.end : end][:_MARKS_AT_MOST])

    def _cue(self, index: int, high: int) -> int | None:
        """Return the token index behind the cue that begins at ``index``, None when there is none before ``high``."""
        if index not in self._cues:
            self._cues[index] = self._find_cue(index)
        end = self._cues[index]
        return end if end is not None and end <= high else None

    def _find_cue(self, index: int) -> int | None:
        words = self._words
        if not words.is_word(index):
            return None
        lower = words.lower(index)
        if words.capital(index) and lower not in _PREPOSITIONAL:
            return None
        for phrase in _long_cues().get(lower, ()):
            if all(words.lower(index + i) == word for i, word in enumerate(phrase)):
                return index + len(phrase)
        return index + 1 if lower in word_list("cues") and not is_nominal(words, index) else None


@cache
def _long_cues() -> dict[str, list[tuple[str, ...]]]:
    """Return the cues of several words by their first one, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted((tuple(c.split()) for c in word_list("cues") if " " in c), key=len, reverse=True):
        found[phrase[0]].append(phrase)
    return dict(found)


_PREPOSITIONAL = frozenset(("according", "per", "as", "in"))
_CLAUSE_ENDS = frozenset('.;:()“”"?!')
_BEFORE_TITLE = frozenset(("at", "by", "for", "from", "in", "of", "on", "with"))
_LONGEST_TITLE = 12
_FAR = 40
_LABEL = 5
_SHORT = 12
_MARKS_AT_MOST = 4
