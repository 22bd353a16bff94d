"""Disguised words: what they read as, that offsets stay, and that an article copied with tricks is found as without."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from core import ingest
from core.disguise import MOST_FINDINGS, as_read, disguises, readable
from core.model import Pair
from core.pipeline import analyse
from core.segment import segment
from resources.lists import word_list

REWRITE, SOURCE = 2, 4
"""Places of the spun rewrite and of its source among the sample articles."""
_SMALLEST = 3


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("roc\u200bkets flew", "\u1680rockets flew"),
        ("“roc\u200bkets” flew", "“rockets\u1680” flew"),
        ("in 20\u200b24 ɑ man", "in \u16802024 a man"),
        ("\u2060rockets\u2060.", "\u1680\u1680rockets."),
        ("don\u200b’t", "\u1680don’t"),
        ("Тhе rосkеts", "The rockets"),
        ("Cl\u0435ve\u0301rly", "\u1680Clevérly"),
        ("\u202estekcor\u202c flew", "\u1680\u1680rockets flew"),
        ("r\u0336o\u0336ck\u0336ets", "\u1680\u1680\u1680rockets"),
        ("ｒｏｃｋｅｔｓ flew far away", "rockets flew far away"),
        ("soft\u00adhyphen", "\u1680softhyphen"),
        ("Pаrӏiament", "Parliament"),
        ("flew\u2800far.\u2800 They", "flew\u1680\u1680far. They"),
        ("flew.\u2063 They", "\u1680flew. They"),
        ("flew\u2060.\u200d” They", "\u1680\u1680flew.” They"),
        ("far\u1680 away", "far  away"),
        ("_\u200b and :\u202e\u202c", "_\u200b and :\u202e\u202c"),
        ("“\u202estekcor\u202c”", "“\u1680\u1680rockets”"),
        ("roc\u115fkets flew", "\u1680rockets flew"),
    ],
)
def test_a_disguised_word_reads_as_what_it_shows(text: str, reads: str) -> None:
    assert readable(text) == reads
    assert len(readable(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "naïve café, €5, 20 °C, 5 µg, Łódź, Ångström, 1º, 1ˢᵗ, ½, ①, ™",
        "Владимир Путин met Donald Trump; «Совет» сказал",
        "TGF-α and β-blockers at 3 kΩ, 5kΩ, 7 μm",
        "Tiếng Việt",
        "نمی‌خواهم and हिन्दी क्‍ष and שָׁלוֹם",
        "👩‍👩‍👧 ❤️ emoji, *️⃣ and ©️",
        "plain ASCII text",
    ],
)
def test_what_belongs_to_a_script_or_to_typesetting_is_no_disguise(text: str) -> None:
    assert readable(text) == text
    assert disguises(text) == ()


def test_each_trick_is_named_with_its_place() -> None:
    text = "The roc\u200bkets hit Rоssiya, then Яussians fled and \u202estekcor\u202c flew."
    found = [(f.type, f.span.of(text)) for f in disguises(text)]
    assert found == [
        ("zero-width", "roc\u200bkets"),
        ("look-alike", "Rоssiya"),
        ("mixed-script", "Яussians"),
        ("bidi", "\u202estekcor\u202c"),
    ]
    assert "zero width space" in disguises(text)[0].why
    assert "Cyrillic" in disguises(text)[1].why


def test_many_disguises_are_counted_not_listed_without_end() -> None:
    found = disguises("wo\u200brd " * (MOST_FINDINGS + 100))
    assert len(found) == MOST_FINDINGS
    assert found[-1].why == "101 more disguised words"


@given(st.text(alphabet=st.sampled_from("ab е\u2800\u200b\u202e\u202c\u0301\u0336.’-1ｒ\u1680 \n"), max_size=60))
def test_any_text_keeps_its_length_and_its_findings_stand_inside(text: str) -> None:
    assert len(readable(text)) == len(text)
    assert all(f.span.end <= len(text) and len(f.span) for f in disguises(text))


def test_a_token_covers_the_disguised_word_whole() -> None:
    article = segment(ingest.pasted("The roc\u200bkets flew far. They landed."), "a1")
    words = [article.text[t.start : t.end] for t in article.tokens if t.word]
    assert words == ["The", "roc\u200bkets", "flew", "far", "They", "landed"]
    assert as_read(article).text == "The \u1680rockets flew far. They landed."


def _zero_width(text: str) -> str:
    return re.sub(r"(?<=\w\w)(?=\w\w)", "\u200b", text)


def _look_alike(text: str) -> str:
    table = {line.split()[0]: line.split()[1][0] for line in word_list("look_alikes")}
    chosen = {ord(letter): table[letter] for letter in "aceopxyABCEHKMOPTX"}
    return text.translate(chosen)


def _some_letters(text: str) -> str:
    rng = random.Random(1)  # noqa: S311 - an order to repeat, no secret
    return "".join(
        "о" if c == "o" and rng.random() < 0.5 else "е" if c == "e" and rng.random() < 0.5 else c for c in text
    )


def _fullwidth(text: str) -> str:
    return re.sub(r"[A-Za-z]{4,}", lambda m: "".join(chr(ord(c) + 0xFEE0) for c in m.group()), text)


def _struck(text: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[a-z])", "\u0336", text)


def _turned(text: str) -> str:
    return re.sub(r"\b[a-z]{7,}\b", lambda m: f"\u202e{m.group()[::-1]}\u202c", text)


def _joined(text: str) -> str:
    return re.sub(r"(?<=\w)(?=\s)", "\u2060", text)


def _stopped(text: str) -> str:
    return re.sub(r"(?<=[.,”])(?=\s)", "\u2063", text)


def _blank_signs(text: str) -> str:
    return text.replace(" ", " \u2800")


TRICKS: dict[str, tuple[Callable[[str], str], str]] = {
    "zero-width characters in every word": (_zero_width, "zero-width"),
    "a word joiner after every word": (_joined, "zero-width"),
    "an invisible character after every mark": (_stopped, "zero-width"),
    "blank Braille signs beside the spaces": (_blank_signs, "zero-width"),
    "marks over the letters": (_struck, "zero-width"),
    "letters of other alphabets": (_look_alike, "look-alike"),
    "some letters of other alphabets": (_some_letters, "look-alike"),
    "full-width letters": (_fullwidth, "look-alike"),
    "words turned over": (_turned, "bidi"),
}


def _linked(pair: Pair) -> set[tuple[int, int]]:
    return {(i, j) for link in pair.links if link.match.derived for i, j, _ in link.pairs}


@pytest.fixture(scope="module")
def clean() -> set[tuple[int, int]]:
    documents = [ingest.read(seeds.paths()[place]) for place in (REWRITE, SOURCE)]
    return _linked(analyse(documents, subject=0).pairs[0])


@pytest.mark.parametrize("side", [REWRITE, SOURCE])
@pytest.mark.parametrize("trick", TRICKS)
def test_a_copy_with_a_trick_is_found_as_without(trick: str, side: int, clean: set[tuple[int, int]]) -> None:
    play, kind = TRICKS[trick]
    documents = [
        ingest.pasted(play(text) if place == side else text)
        for place in (REWRITE, SOURCE)
        for text in [ingest.read(seeds.paths()[place]).text]
    ]
    played = documents[0] if side == REWRITE else documents[1]
    assert kind in {f.type for f in played.findings}
    analysis = analyse(documents, subject=0)
    assert [a.text for a in analysis.articles] == [d.text for d in documents]
    assert len(clean) > _SMALLEST
    assert len(_linked(analysis.pairs[0]) & clean) >= 0.95 * len(clean)


def test_a_quotation_covers_its_disguised_words_whole() -> None:
    article = segment(ingest.pasted("He said: “ A\u0300 la carte is roc\u200bkets ” and left."), "a1")
    assert [q.span.of(article.text) for q in article.quotations] == ["A\u0300 la carte is roc\u200bkets"]
