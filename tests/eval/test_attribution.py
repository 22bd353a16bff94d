"""What the measure of quotations and speakers takes from an annotation, on invented ones."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from core.model import Quotation, Span

TEXT = '"We go," said Anna Berg. "We always do." He said she called it "a mess" on "Morning Post".\n'


@pytest.fixture(scope="module")
def attribution() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(__file__).resolve().parent)
        yield import_module("attribution")


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def brat(text: str, *rows: tuple[str, str]) -> str:
    """Return an annotation that gives each content its source, "" for none; contents in pieces are split by a bar."""
    lines: list[str] = []
    for number, (source, content) in enumerate(rows):
        pieces = [place(piece, text) for piece in content.split("|")]
        where = ";".join(f"{p.start} {p.end}" for p in pieces)
        lines += [f"T{2 * number}\tContent {where}\t{content}"]
        role = ""
        if source:
            span = place(source, text)
            lines += [f"T{2 * number + 1}\tSource {span.start} {span.end}\t{source}"]
            role = f" Source:T{2 * number + 1}"
        lines += [f"E{number}\tAttribution:T9 Content:T{2 * number}{role}"]
    return "\n".join(lines) + "\n#1\tAnnotatorNotes T1\tnot sure\n"


MARKED = (("Anna Berg", '"We go,"|"We always do."'), ("He", 'she called it "a mess"'), ("she", '"a mess"'))


def told(module: ModuleType, text: str, *rows: tuple[str, str]) -> list[tuple[str, list[str]]]:
    gold = module.quoted(text, module.attributions(brat(text, *rows)))
    return [(q.span.of(text), [s.of(text) for s in q.sources]) for q in gold]


def test_the_narrowest_content_tells_the_speaker(attribution):
    assert told(attribution, TEXT, *MARKED) == [
        ("We go,", ["Anna Berg"]),
        ("We always do.", ["Anna Berg"]),
        ("a mess", ["she"]),
    ]


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        ("“We go. It is late,” he said.", ["“We go.", "It is late,”"], ["We go. It is late,"]),
        ("“We go.\n\n“It is late,” he said.", ["“We go.", "“It is late,”"], ["We go.\n\n“It is late,"]),
        ("“We go,” he said.", ["We go,"], ["We go,"]),
        ("“We go and we stay,” he said.", ["“We go"], ["We go"]),
        ("It was ‘a mess’, he said.", ["It was ‘a mess’"], ["a mess"]),
        ("The mayors’ plan isn’t ready, he said.", ["The mayors’ plan isn’t ready"], []),
        ("“They say ‘go’ now,” he said.", ["“They say ‘go’ now,”"], ["They say ‘go’ now,"]),
        ("Oslo is cold, he said.", ["Oslo is cold"], []),
    ],
)
def test_what_stands_between_marks_in_a_content(attribution, text, contents, expected):
    assert [words for words, _ in told(attribution, text, *(("he", c) for c in contents))] == expected


def test_a_speaker_is_told_by_its_place(attribution):
    text = "The mayor of Oslo, who said so, met the mayor of Bergen; she said more."
    mayor = place("The mayor of Oslo", text)
    assert attribution.same_speaker(text, place("Oslo", text), [mayor])
    assert attribution.same_speaker(text, mayor, [place("who", text)])
    assert attribution.same_speaker(text, place("she", text), [place("she", text)])
    assert not attribution.same_speaker(text, place("of", text), [mayor])
    assert not attribution.same_speaker(text, place("mayor of Bergen", text), [mayor])


def test_counts_and_figures(attribution):
    found = [
        Quotation(place("We go,"), place("Anna Berg")),
        Quotation(place("We always do.")),
        Quotation(place("a mess"), place("He")),
        Quotation(place("Morning Post")),
    ]
    gold = attribution.quoted(TEXT, attribution.attributions(brat(TEXT, *MARKED)))
    figures = attribution.figures(attribution.count(TEXT, found, gold))
    assert figures["quotations"] == pytest.approx((3 / 4, 1, 6 / 7))
    assert figures["of 3 words and more"] == (1, 1, 1)
    assert figures["speakers of those found"] == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    assert figures["speakers end to end"] == pytest.approx((1 / 2, 1 / 3, 2 / 5))


def test_a_speaker_where_none_is_marked_is_wrong(attribution):
    gold = attribution.quoted(TEXT, attribution.attributions(brat(TEXT, ("", '"a mess"'))))
    counts = attribution.count(TEXT, [Quotation(place("a mess"), place("He"))], gold)
    assert (counts["hit"], counts["speaker_told"], counts["speaker_wanted"], counts["speaker_hit"]) == (1, 1, 0, 0)


def test_the_first_annotator_of_a_story_is_read(attribution, tmp_path):
    path = tmp_path / "corpus.tar.xz"
    files = {
        "dev/text/a_1.txt": TEXT,
        "dev/attributions/a_1_zz.ann": "",
        "dev/attributions/a_1_aa.ann": brat(TEXT, *MARKED),
        "dev/text/unmarked.txt": TEXT,
        "train/text/b.txt": TEXT,
    }
    with tarfile.open(path, "w:xz") as archive:
        for name, body in files.items():
            member = tarfile.TarInfo(name)
            data = body.encode()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    stories = list(attribution.corpus(path, "dev"))
    assert [name for name, _, _ in stories] == ["a_1"]
    counts = attribution.measure(stories)
    assert (counts["stories"], counts["wanted"], counts["hit"]) == (1, 3, 3)
