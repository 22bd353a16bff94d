"""Many news articles of about 800 words, some of them made from others: put together from phrases, the same every time.

An article has a topic and a cast of its own. A sentence is a choice of phrases; it is worded in two ways, so that a
rewrite says the same in other words, and a report of another story shares no more than its topic's words.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SENTENCES = 48
"""About 800 words."""
PARAGRAPH = 4
CAST = 7
"""People and places of one article."""
PASSAGE = 0.2
"""Share of a report of its own that it takes over from another."""
KEPT = 0.8
"""Share of its source's sentences that a rewrite keeps."""
REWORDED = 0.6
"""Share of its phrases that a rewrite says in other words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article, and the place of the one it was made from."""

    text: str
    source: int | None = None


@dataclass(frozen=True, slots=True)
class _Story:
    """What an article says: the phrases of each sentence, each in both ways of saying it."""

    title: str
    sentences: tuple[tuple[str, ...], ...]


def many_articles(count: int, copies: int, seed: int = 1, sentences: int = SENTENCES) -> list[Piece]:
    """Return that many articles of so many sentences; the last ``copies`` were each made from another one of the first.

    Of three copies, two are rewrites of a whole article and one is a report of its own with a passage taken over.
    """
    rng = random.Random(seed)  # noqa: S311 - no secrets
    stories = [_story(rng, sentences) for _ in range(count - copies)]
    pieces = [Piece(_written(story.title, [_worded(s, rng, 0.0) for s in story.sentences])) for story in stories]
    for number, source in enumerate(rng.sample(range(len(stories)), copies)):
        told = stories[source]
        text = _with_passage(told, rng) if number % 3 == 2 else _rewrite(told, rng)
        pieces.append(Piece(text, source))
    return pieces


def write(folder: Path, pieces: list[Piece]) -> list[Path]:
    """Write each article into a file and return their paths, in order."""
    paths = [folder / f"{number:03}.txt" for number in range(len(pieces))]
    for path, piece in zip(paths, pieces, strict=True):
        path.write_text(piece.text, encoding="utf-8")
    return paths


def _rewrite(story: _Story, rng: random.Random) -> str:
    kept = [s for s in story.sentences if rng.random() < KEPT]
    at = rng.randrange(len(kept))
    return _written(_title(rng), [_worded(s, rng, REWORDED) for s in kept[at:] + kept[:at]])


def _with_passage(story: _Story, rng: random.Random) -> str:
    length = len(story.sentences)
    passage = round(PASSAGE * length)
    own = [_worded(s, rng, 0.0) for s in _story(rng, length - passage).sentences]
    at, start = rng.randrange(len(own)), rng.randrange(length - passage)
    taken = [_worded(s, rng, REWORDED / 4) for s in story.sentences[start : start + passage]]
    return _written(_title(rng), own[:at] + taken + own[at:])


def _story(rng: random.Random, sentences: int) -> _Story:
    lists = _words()
    topic = lists["topics"][rng.choice(sorted(lists["topics"]))]
    words = {name: rng.sample(topic[name], len(topic[name]) * 2 // 3) for name in ("actors", "things", "verbs")}
    words |= {name: lists[name] for name in ("openings", "adjectives", "joints")}
    words["people"] = [f"{rng.choice(lists['first_names'])} {_name(rng)}" for _ in range(CAST)]
    words["places"] = [_name(rng) for _ in range(CAST)]
    words["figures"] = [str(rng.randrange(3, 9000)) for _ in range(3 * CAST)]
    return _Story(_title(rng), tuple(_sentence(rng.choice(lists["sentences"]), words, rng) for _ in range(sentences)))


def _sentence(form: str, words: Mapping[str, Sequence[str]], rng: random.Random) -> tuple[str, ...]:
    """Return a sentence of some form as phrases; a name in braces is any word of that list, another one each time."""
    left = {name: rng.sample(list(choice), len(choice)) for name, choice in words.items()}
    return tuple(_filled(part, left) for part in form.split("/"))


def _filled(part: str, left: Mapping[str, list[str]]) -> str:
    """Return a phrase with a word of the list that it names, if it names one, in both ways of saying it."""
    before, brace, rest = part.partition("{")
    name, _, after = rest.partition("}")
    return "|".join(f"{before}{way}{after}" for way in left[name].pop().split("|")) if brace else part


def _worded(phrases: tuple[str, ...], rng: random.Random, other: float) -> str:
    """Return a sentence, each of its phrases said in the other way with that probability."""
    said = " ".join(phrase.split("|")[-1 if rng.random() < other else 0] for phrase in phrases)
    text = said.replace(" ,", ",")
    return text[0].upper() + text[1:] + "."


def _written(title: str, sentences: list[str]) -> str:
    paragraphs = [" ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]
    return "\n\n".join([title, *paragraphs]) + "\n"


def _title(rng: random.Random) -> str:
    return f"{_name(rng)}, {_name(rng)} and {_name(rng)}"


def _name(rng: random.Random) -> str:
    return "".join(rng.sample(_words()["syllables"], 3)).capitalize()


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "news_words.toml").read_text("utf-8"))
