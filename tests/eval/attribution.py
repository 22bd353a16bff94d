"""Measure quotations and their speakers against a corpus whose attributions people have marked.

``python tests/eval/attribution.py CORPUS.tar.xz [--part dev]`` reads PolNeAR as it is given out: ``PART/text/NAME.txt``
beside ``PART/attributions/NAME_ANNOTATOR.ann`` in brat's format; of several annotators the first by name is taken.

What counts as a direct quotation: a stretch between quotation marks inside the Content of an attribution. Marks that
touch the Content belong to it; Contents with nothing but spaces between them are read as one, for some mark a quotation
sentence by sentence. A stretch whose closing mark is not inside ends with the Content, one whose opening mark is not
begins with it; one that opens again in the next paragraph runs on. Single marks count where no double ones stand around
them. Spans leave the marks out; a stretch inside another is none of its own.

A quotation is found when one of the engine's overlaps it by half of what both cover together (IoU 0.5), one to one.
Precision is of all that the engine found, though words in marks that nobody says (titles, words held at arm's length)
are quotations to it and in no Content; a second row tells the same of quotations of three words and more, among which
those are rare. The first row is the one to go by.

A speaker is right when its span shares a word other than a function word with a Source of the quotation, or is in it as
a pronoun; where the Source is a lone ``who``, the words right in front of it will do. The Source is that of the
narrowest Content around the quotation, so she in ``he said she called it "a mess"``, and where none holds it all, those
of all that reach into it. An attribution without a Source wants no speaker, and any told there is wrong. Two figures:
among the quotations found, and end to end, where a speaker told of anything else is wrong and one of a quotation that
was missed is missed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core import ingest
from core.model import Quotation, Span
from core.segment import segment
from resources.lists import word_list

ENOUGH = 0.5
"""Share of what two spans cover together that they must share."""
LONG = 3
"""Words from which on a quotation is hardly ever a title or a word held at arm's length."""

_PRONOUNS = word_list("grammar_pronouns")
_MARK = re.compile(r"''|``|[\"“”„«»＂]|(?<!\w)['‘](?=[^\W\d])|(?<=\S)['’](?!\w)")
_OPENING, _CLOSING, _SINGLE = "“„«``", "”»", "'‘’"
_TOUCHING = "\"“”„«»＂'‘’`"
_LINE = re.compile(r"(T\d+)\t(\w[\w-]*) ([\d ;]+)\t")
_ROLES = ("source", "content")
_WORD = re.compile(r"\w+")
_ROLE = re.compile(r"(source|content)\d*:(T\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is marked as saying what; both may be in several pieces."""

    sources: tuple[Span, ...]
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A direct quotation as people marked it, without its marks, and whom they marked as its speaker."""

    span: Span
    sources: tuple[Span, ...]


def attributions(brat: str) -> list[Attribution]:
    """Return the attributions of an annotation file."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in brat.splitlines():
        if marked := _LINE.match(line):
            pieces = (piece.split() for piece in marked[3].split(";"))
            spans[marked[1]] = tuple(Span(int(start), int(end)) for start, end in pieces)
        elif line.startswith("E"):
            events.append(line)
    found: list[Attribution] = []
    for event in events:
        roles = [(role.lower(), spans.get(key, ())) for role, key in _ROLE.findall(event)]
        sources, contents = (tuple(s for role, own in roles if role == name for s in own) for name in _ROLES)
        found.append(Attribution(sources, contents))
    return found


def quoted(text: str, marked: Sequence[Attribution]) -> list[Quoted]:
    """Return the direct quotations that attributions of a text hold, in order."""
    spans: list[Span] = []
    unclosed = False
    stretches = [s for region in _regions(text, marked) for s in _between_marks(text, region)]
    for span, closed in sorted(stretches, key=lambda s: (s[0].start, -s[0].end)):
        last = spans[-1] if spans else None
        if last and last.contains(span):
            continue
        gap = text[last.end : span.start] if last else ""
        if last and unclosed and "\n" in gap and not any(c.isalnum() for c in gap):
            spans[-1] = Span(last.start, span.end)
        else:
            spans.append(span)
        unclosed = not closed
    return [Quoted(span, _sources(span, marked)) for span in spans]


def matched(found: Sequence[Quotation], gold: Sequence[Quoted]) -> dict[int, int]:
    """Return which found quotation is which marked one, by index, the best overlaps first."""
    close = [
        (share, i, j)
        for i, quotation in enumerate(found)
        for j, row in enumerate(gold)
        if quotation.span.overlaps(row.span) and (share := _share(quotation.span, row.span)) >= ENOUGH
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(close, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def same_speaker(text: str, told: Span, sources: Iterable[Span]) -> bool:
    """Return whether a speaker is one of the sources, by where it stands."""
    for source in sources:
        if told.overlaps(source):
            wording = text[max(told.start, source.start) : min(told.end, source.end)].lower()
            if wording in _PRONOUNS or set(_WORD.findall(wording)) - word_list("function_words"):
                return True
        between = text[told.end : source.start]
        if source.of(text).lower() == "who" and told.end <= source.start and not between.strip(" ,—–-)"):
            return True
    return False


def count(text: str, found: Sequence[Quotation], gold: Sequence[Quoted]) -> Counter[str]:
    """Count what was found of what is marked."""
    pairs = matched(found, gold)
    counts = Counter(told=len(found), wanted=len(gold), hit=len(pairs))
    counts["long_told"] = sum(_is_long(text, q.span) for q in found)
    counts["long_told_hit"] = sum(_is_long(text, found[i].span) for i in pairs)
    counts["long_wanted"] = sum(_is_long(text, q.span) for q in gold)
    counts["long_wanted_hit"] = sum(_is_long(text, gold[j].span) for j in pairs.values())
    counts["speaker_told"] = sum(q.speaker is not None for q in found)
    counts["speaker_wanted"] = sum(bool(q.sources) for q in gold)
    for i, j in pairs.items():
        speaker, sources = found[i].speaker, gold[j].sources
        counts["matched_told"] += speaker is not None
        counts["matched_wanted"] += bool(sources)
        counts["speaker_hit"] += speaker is not None and same_speaker(text, speaker, sources)
    return counts


def figures(counts: Mapping[str, int]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 of some counts."""
    rows = {
        "quotations": ("hit", "told", "hit", "wanted"),
        f"of {LONG} words and more": ("long_told_hit", "long_told", "long_wanted_hit", "long_wanted"),
        "speakers of those found": ("speaker_hit", "matched_told", "speaker_hit", "matched_wanted"),
        "speakers end to end": ("speaker_hit", "speaker_told", "speaker_hit", "speaker_wanted"),
    }
    told: dict[str, tuple[float, float, float]] = {}
    for name, (right, of, got, wanted) in rows.items():
        precision, recall = counts[right] / max(1, counts[of]), counts[got] / max(1, counts[wanted])
        told[name] = precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
    return told


def corpus(path: Path, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name, text and annotation of each story of a part of the corpus."""
    with tarfile.open(path) as archive:
        files = {PurePosixPath(m.name): m for m in archive if m.isfile()}
        marked: dict[str, str] = {}
        texts: dict[str, str] = {}
        for place in sorted(files):
            member = archive.extractfile(files[place])
            if member is None or place.parts[:1] != (part,):
                continue
            body = member.read().decode("utf-8")
            if place.suffix == ".ann":
                marked.setdefault(place.stem.rpartition("_")[0], body)
            elif place.suffix == ".txt":
                texts[place.stem] = body
    for name in sorted(texts.keys() & marked.keys()):
        yield name, texts[name], marked[name]


def measure(stories: Iterable[tuple[str, str, str]]) -> Counter[str]:
    """Return the counts over all stories."""
    totals: Counter[str] = Counter()
    for name, text, brat in stories:
        totals += count(text, segment(ingest.pasted(text), name).quotations, quoted(text, attributions(brat)))
        totals["stories"] += 1
    return totals


def _regions(text: str, marked: Sequence[Attribution]) -> list[Span]:
    """Return the Contents with the marks that touch them, those that follow or overlap one another as one."""
    regions: list[Span] = []
    for content in sorted((_with_marks(text, c) for one in marked for c in one.contents), key=lambda c: c.start):
        last = regions[-1] if regions else None
        if last and not text[last.end : content.start].strip():
            regions[-1] = Span(last.start, max(last.end, content.end))
        else:
            regions.append(content)
    return regions


def _with_marks(text: str, content: Span) -> Span:
    start, end = content.start, content.end
    while start > 0 and text[start - 1] in _TOUCHING:
        start -= 1
    while end < len(text) and text[end] in _TOUCHING:
        end += 1
    return Span(start, end)


def _sources(span: Span, marked: Sequence[Attribution]) -> tuple[Span, ...]:
    """Return the sources of the narrowest attribution that holds a stretch, or else of all that reach into it."""
    holding = [
        (sum(len(c) for c in a.contents), a.sources) for a in marked if any(c.contains(span) for c in a.contents)
    ]
    if holding:
        narrowest = min(length for length, _ in holding)
        return tuple(s for length, sources in holding if length == narrowest for s in sources)
    return tuple(s for a in marked if any(c.overlaps(span) for c in a.contents) for s in a.sources)


def _between_marks(text: str, content: Span) -> Iterator[tuple[Span, bool]]:
    """Yield what stands between marks in a Content, and whether its closing mark does too."""
    opened: re.Match[str] | None = None
    marks = list(_MARK.finditer(text, content.start, content.end))
    for index, mark in enumerate(marks):
        single = mark[0] in _SINGLE
        if opened is None:
            if _opens(text, content, mark) and (not single or _closed(marks[index + 1 :])):
                opened = mark
            elif not single and index == 0:
                yield from _worded(text, content.start, mark.start(), closed=True)
        elif single == (opened[0] in _SINGLE) and _closes(text, mark):
            yield from _worded(text, opened.end(), mark.start(), closed=True)
            opened = None
    if opened is not None:
        yield from _worded(text, opened.end(), content.end, closed=False)


def _opens(text: str, content: Span, mark: re.Match[str]) -> bool:
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _OPENING or mark[0] == "‘":
        return True
    behind_a_word = bool(before) and not before.isspace() and before not in "([—–-‘“"
    if mark[0] in _CLOSING or mark[0] in _SINGLE:
        return not behind_a_word and after.isalnum()
    return mark.start() == content.start or not (behind_a_word and mark.end() == content.end)


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Return whether a mark inside a quotation ends it; one that opens a paragraph does not."""
    before = text[: mark.start()][-3:].rstrip(" \t")
    at_paragraph = before.endswith("\n")
    turned = mark[0] in _OPENING and not text[mark.start() - 1].isspace()
    return not at_paragraph and (mark[0] not in _OPENING or turned) and mark[0] != "‘"


def _closed(marks: Sequence[re.Match[str]]) -> bool:
    return any(m[0] in "'’" for m in marks)


def _worded(text: str, start: int, end: int, *, closed: bool) -> Iterator[tuple[Span, bool]]:
    wording = text[start : max(start, end)]
    if any(c.isalnum() for c in wording):
        start += len(wording) - len(wording.lstrip())
        yield Span(start, start + len(wording.strip())), closed


def _share(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (len(a) + len(b) - both)


def _is_long(text: str, span: Span) -> bool:
    return len(span.of(text).split()) >= LONG


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure quotations and speakers on a corpus of attributions.")
    parser.add_argument("corpus", type=Path, help="the corpus as an archive")
    parser.add_argument("--part", default="dev", help="the part of it to measure on (dev)")
    asked = parser.parse_args(arguments)
    counts = measure(corpus(asked.corpus, asked.part))
    sys.stdout.write(f"{counts['stories']} stories, {counts['wanted']} quotations, {counts['told']} found\n")
    sys.stdout.write(f"{'':26}{'precision':>10}{'recall':>8}{'F1':>7}\n")
    for name, row in figures(counts).items():
        sys.stdout.write(f"{name:26}{row[0]:>10.3f}{row[1]:>8.3f}{row[2]:>7.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
