"""Source and article in full, sentence by sentence, each with its class and what it is linked to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.model import Analysis, Article, Link, MatchClass, sentence_label
from core.report.chosen_parts import FullText, TextPair, TextSentence
from core.report.phrases import CLASS_NAMES, flat, labels, quoted
from core.report.sources import Source

_TITLE = 110


def text_pairs(analysis: Analysis, sources: Sequence[Source]) -> tuple[TextPair, ...]:
    """Return both texts in full for each source with reuse."""
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    return tuple(_pair(source, subject, letter) for source in sources if source.links)


def _pair(source: Source, subject: Article, letter: str) -> TextPair:
    links = (*source.links, *source.same_facts)
    there = {j: _strongest([x for x in links if j in x.b]) for link in links for j in link.b}
    here = {i: _strongest([x for x in links if i in x.a]) for link in links for i in link.a}
    to_source = {i: labels(source.letter, link.b) for i, link in here.items()}
    to_subject = {j: labels(letter, link.a) for j, link in there.items()}
    return TextPair(
        heading=f"Articles {source.letter} and {letter} in full",
        source=_text(source.article, source.letter, there, to_subject),
        article=_text(subject, letter, here, to_source),
    )


def _strongest(links: Sequence[Link]) -> Link:
    return min(links, key=lambda link: link.match.rank)


def _text(article: Article, letter: str, links: Mapping[int, Link], linked_to: Mapping[int, str]) -> FullText:
    paragraphs: list[list[TextSentence]] = []
    at = -1
    for index, sentence in enumerate(article.sentences):
        place = next((n for n, p in enumerate(article.paragraphs) if p.overlaps(sentence.span)), at)
        if place != at or not paragraphs:
            paragraphs.append([])
            at = place
        unlinked = MatchClass.NO_SOURCE if sentence.checked else MatchClass.UNCHECKED
        match = links[index].match if index in links else unlinked
        number = sentence_label(letter, index)
        wording = flat(article.sentence_text(index))
        paragraphs[-1].append(TextSentence(number, match, CLASS_NAMES[match], wording, linked_to.get(index, "")))
    title = f"Article {letter}, {quoted(article.title, _TITLE)}"
    return FullText(title, article.language, tuple(tuple(p) for p in paragraphs))
