"""The findings as tables for a spreadsheet: every sentence, every link, every divergence of the case.

What is said of a link is what its card in the report says, and of a sentence what the ledger says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.divergence.turned import turned, turned_divergence
from core.model import Analysis, Article, Divergence, Link, MatchClass, Pair, Side, Span, sentence_label
from core.report.anonymise import anonymised_case, cover
from core.report.cards import change, place_of, reading_order, words
from core.report.cells import Cell, table
from core.report.model import Report, file_name
from core.report.phrases import CLASS_NAMES, VERDICT_NAMES, divergence_name, labels, sentence, strength
from core.report.sources import sources_of

FILES = ("sentences.csv", "links.csv", "divergences.csv")
_SENTENCES = (
    *("Article", "File", "No.", "Label", "Kind", "Class", "Words", "Sources", "Linked to"),
    *("Main divergence", "Severity", "Verdict", "Text"),
)
_LINKS = (
    *("Link", "Article", "Sentences", "Other article", "Other sentences", "Class", "Strength", "Confidence", "Set"),
    *("Verdict", "Note", "By", "At (UTC)", "Wording", "Other wording", "Passage"),
)
_DIVERGENCES = ("Link", "Sentence", "Other sentence", "Type", "Severity", "Change", "Why", "Wording", "Other wording")


def csv_files(analysis: Analysis, review: Review, report: Report) -> dict[str, bytes]:
    """Return the tables of the whole case by their file names; they name nobody where the report does not."""
    if report.anonymised:
        analysis, review = anonymised_case(analysis, review, cover(analysis, report.authors, report.outlets))
    links = [_Told.of(analysis, pair, link) for pair in analysis.pairs for link in _ordered(pair)]
    tables = (
        table(_SENTENCES, _sentence_rows(analysis, links, review)),
        table(_LINKS, (_link_row(analysis, told, review) for told in links)),
        table(_DIVERGENCES, _divergence_rows(analysis, links)),
    )
    return dict(zip(FILES, tables, strict=True))


@dataclass(frozen=True, slots=True)
class _Told:
    """A link as its card tells it: ``article`` is the one that was made from the other, where that is known."""

    pair: Pair
    kept: Link
    """As the analysis has it."""
    link: Link
    article: Article
    letter: str
    other: Article
    other_letter: str

    @classmethod
    def of(cls, analysis: Analysis, pair: Pair, link: Link) -> _Told:
        a, b = (analysis.article(name) for name in (pair.a, pair.b))
        sides = (a, analysis.letter(a.id), b, analysis.letter(b.id))
        if pair.direction.derived is Side.B:
            return cls(pair, link, turned(link), *sides[2:], *sides[:2])
        return cls(pair, link, link, *sides)

    @property
    def known(self) -> bool:
        return self.pair.direction.derived is not Side.UNKNOWN

    @property
    def label(self) -> str:
        here, there = labels(self.letter, self.link.a), labels(self.other_letter, self.link.b)
        return f"{here} {'from' if self.known else 'with'} {there}"

    @property
    def letters(self) -> tuple[str, str] | None:
        return None if self.known else (self.letter, self.other_letter)

    def change(self, divergence: Divergence) -> str:
        return change(divergence, self.article, self.other, self.letters)


@dataclass(frozen=True, slots=True)
class _Chip:
    """A sentence that another one is linked to; they sort as in the ledger."""

    rank: int
    place: int
    index: int
    label: str


@dataclass(slots=True)
class _Found:
    """What was found about one sentence."""

    chips: list[_Chip]
    changes: list[tuple[Divergence, str]]
    verdicts: list[Verdict]


def _ordered(pair: Pair) -> list[Link]:
    """Return the links in the order of a report: what was taken over, then shared facts."""
    shown = [link for link in pair.links if link.match.derived or link.match is MatchClass.SAME_FACT]
    return sorted(shown, key=lambda link: (not link.match.derived, link.a, link.b))


def _sentence_rows(analysis: Analysis, links: Sequence[_Told], review: Review) -> Iterator[Sequence[Cell]]:
    found = _found(analysis, links, review)
    for article in analysis.articles:
        letter, rows = analysis.letter(article.id), analysis.ledger(article.id).rows
        for index, (told, row) in enumerate(zip(article.sentences, rows, strict=True)):
            here = found.get((article.id, index), _Found([], [], []))
            main = min(here.changes, key=lambda item: item[0].severity.rank, default=None)
            verdict = min(here.verdicts, key=lambda v: v.weight, default=None)
            yield (
                letter,
                file_name(article),
                index + 1,
                sentence_label(letter, index),
                told.kind.value.capitalize(),
                CLASS_NAMES[row.match],
                article.word_count(told),
                ", ".join(analysis.letter(name) for name in row.sources),
                ", ".join(dict.fromkeys(chip.label for chip in sorted(here.chips, key=_chip_order))),
                f"{divergence_name(main[0].type)}: {main[1]}" if main else "",
                main[0].severity.value.capitalize() if main else "",
                VERDICT_NAMES[verdict] if verdict else "",
                article.sentence_text(index),
            )


def _found(analysis: Analysis, links: Sequence[_Told], review: Review) -> dict[tuple[str, int], _Found]:
    """Return what was found about each linked sentence, by article and place; for the subject as its ledger says it."""
    first = {source.article.id: place for place, source in enumerate(sources_of(analysis))}
    found: dict[tuple[str, int], _Found] = {}
    for place, told in enumerate(sorted(links, key=lambda told: first.get(told.pair.b, len(first)))):
        a, b = (analysis.article(name) for name in (told.pair.a, told.pair.b))
        letters = (analysis.letter(a.id), analysis.letter(b.id))
        for i, j, match in told.kept.pairs:
            if match.derived or match is MatchClass.SAME_FACT:
                _of(found, a.id, i).chips.append(_Chip(match.rank, place, j, sentence_label(letters[1], j)))
                _of(found, b.id, j).chips.append(_Chip(match.rank, place, i, sentence_label(letters[0], i)))
        if not told.kept.match.derived:
            continue
        verdict = review.verdict(FindingKey.of(analysis, told.pair, told.kept))
        if verdict:
            for name, indices in ((a.id, told.kept.a), (b.id, told.kept.b)):
                for index in indices:
                    _of(found, name, index).verdicts.append(verdict)
        for divergence in told.kept.divergences:
            own, other = place_of(divergence, told.kept, a, b)
            said = change(divergence, a, b, None if told.pair.direction.derived is Side.A else letters)
            _of(found, a.id, own).changes.append((divergence, said))
            _of(found, b.id, other).changes.append((divergence, said))
    return found


def _of(found: dict[tuple[str, int], _Found], article: str, index: int) -> _Found:
    return found.setdefault((article, index), _Found([], [], []))


def _chip_order(chip: _Chip) -> tuple[int, int, int]:
    return chip.rank, chip.place, chip.index


def _link_row(analysis: Analysis, told: _Told, review: Review) -> Sequence[Cell]:
    key = FindingKey.of(analysis, told.pair, told.kept)
    judgement = review.judgements.get(key, Judgement())
    return (
        told.label,
        told.letter,
        labels(told.letter, told.link.a),
        told.other_letter,
        labels(told.other_letter, told.link.b),
        CLASS_NAMES[told.link.match],
        strength(told.link.confidence) if told.link.match.derived else "",
        round(float(told.link.confidence), 3),
        "By hand" if review.set_by_hand.get(key) else "By the comparison",
        VERDICT_NAMES[judgement.verdict] if judgement.verdict else "",
        judgement.note,
        judgement.by,
        _moment(judgement.at),
        " ".join(told.article.sentence_text(i) for i in told.link.a),
        " ".join(told.other.sentence_text(i) for i in told.link.b),
        _passages(analysis, told),
    )


def _passages(analysis: Analysis, told: _Told) -> Cell:
    """Return which of the pair's passages the link is part of, counted from 1; nothing where it is in none."""
    a = analysis.article(told.pair.a)
    spans = [a.sentences[i].span for i in told.kept.a]
    within = [n for n, p in enumerate(told.pair.passages, start=1) if any(s.overlaps(p.a) for s in spans)]
    return within[0] if len(within) == 1 else ", ".join(map(str, within))


def _divergence_rows(analysis: Analysis, links: Sequence[_Told]) -> Iterator[Sequence[Cell]]:
    for told in links:
        for divergence in sorted(told.link.divergences, key=reading_order):
            own, other = place_of(divergence, told.link, told.article, told.other)
            places = sentence_label(told.letter, own), sentence_label(told.other_letter, other)
            yield told.label, *places, *_divergence(divergence, told)
    for pair in analysis.pairs:
        yield from _left_out(analysis, pair)


def _left_out(analysis: Analysis, pair: Pair) -> Iterator[Sequence[Cell]]:
    """Yield what is said of whole sentences, which belong to no link; the derived article first, as for links."""
    article, other = (analysis.article(name) for name in (pair.a, pair.b))
    found = pair.divergences
    if pair.direction.derived is Side.B:
        article, other, found = other, article, tuple(turned_divergence(d) for d in found)
    letters = (analysis.letter(article.id), analysis.letter(other.id))
    for divergence in found:
        yield (
            f"{letters[0]} and {letters[1]}",
            _place(divergence.a, article, letters[0]),
            _place(divergence.b, other, letters[1]),
            divergence_name(divergence.type),
            divergence.severity.value.capitalize(),
            f"only in {letters[0] if divergence.a else letters[1]}",
            sentence(divergence.why),
            words(divergence.a, article),
            words(divergence.b, other),
        )


def _place(span: Span | None, article: Article, letter: str) -> str:
    if span is None:
        return ""
    at = bisect_right(article.sentences, span.start, key=lambda s: s.span.start) - 1
    return sentence_label(letter, max(at, 0))


def _divergence(divergence: Divergence, told: _Told) -> Sequence[Cell]:
    return (
        divergence_name(divergence.type),
        divergence.severity.value.capitalize(),
        told.change(divergence),
        sentence(divergence.why),
        words(divergence.a, told.article),
        words(divergence.b, told.other),
    )


def _moment(at: str) -> str:
    """Return an ISO 8601 time in the form that spreadsheets read; what is no time is left as it is."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    when = when.astimezone(UTC) if when.tzinfo else when
    return f"{when:%Y-%m-%d %H:%M:%S}"
