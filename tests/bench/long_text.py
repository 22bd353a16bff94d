"""Make a long text and a rewrite of it out of the sample articles, with other words in every round.

``python tests/bench/long_text.py FOLDER`` writes ``a.txt``, the rewrite, and ``b.txt``; the same bytes every time.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import seeds
from core.lexis import is_function

WORDS = 61_000
"""Words of each text: as long as a short novel."""
OWN = 0.3
"""Share of the rewrite's rounds that have nothing to do with the other text."""
DROPPED = 0.2
"""Share of the sentences that the rewrite leaves out."""
CHANGED = 0.15
"""Share of the exchangeable words for which the rewrite has another."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+")
_ENDINGS = ("ing", "ed", "ly", "s")


def long_pair(words: int = WORDS, seed: int = 1) -> tuple[str, str]:
    """Return the rewrite and its source, of about that many words each."""
    chance = random.Random(seed)  # noqa: S311 - chosen, not kept secret
    paragraphs = [line for path in seeds.paths() for line in path.read_text("utf-8").splitlines() if line.strip()]
    kinds = _kinds(paragraphs)
    source: list[str] = []
    rewrite: list[str] = []
    while _count(source) < words:
        exchanged = _exchange(kinds, chance)
        source += [_with(exchanged, paragraph) for paragraph in paragraphs]
    while _count(rewrite) < words:
        # As many rounds as it takes: what is dropped makes them shorter.
        at = chance.randrange(len(source) // len(paragraphs)) * len(paragraphs)
        part = source[at : at + len(paragraphs)]
        if chance.random() < OWN:
            part = [_with(_exchange(kinds, chance), paragraph) for paragraph in paragraphs]
        rewrite += _rewritten(part, _exchange(kinds, chance), chance)
    return "\n\n".join(rewrite) + "\n", "\n\n".join(source) + "\n"


def _kinds(paragraphs: Sequence[str]) -> list[list[str]]:
    """Return the words of four letters and more in groups that may stand for each other without much harm."""
    groups: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for paragraph in paragraphs:
        for word in (w for w in _WORD.findall(paragraph) if not is_function(w)):
            ending = next((e for e in _ENDINGS if word.endswith(e)), "")
            groups[ending, word[0].isupper()].add(word)
    return [sorted(group) for _, group in sorted(groups.items())]


def _exchange(kinds: Sequence[Sequence[str]], chance: random.Random) -> dict[str, str]:
    shuffled = ((kind, chance.sample(kind, len(kind))) for kind in kinds)
    return {word: other for kind, others in shuffled for word, other in zip(kind, others, strict=True)}


def _with(exchanged: Mapping[str, str], paragraph: str) -> str:
    return _WORD.sub(lambda m: exchanged.get(m[0], m[0]), paragraph)


def _rewritten(paragraphs: Sequence[str], exchanged: Mapping[str, str], chance: random.Random) -> list[str]:
    """Return the paragraphs in another order, with sentences left out and some words changed."""
    out: list[str] = []
    for paragraph in chance.sample(paragraphs, len(paragraphs)):
        kept = [s for s in _SENTENCE.split(paragraph) if chance.random() >= DROPPED]
        changed = {word: other for word, other in exchanged.items() if chance.random() < CHANGED}
        out += [_with(changed, " ".join(kept))] if kept else []
    return out


def _count(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def main() -> int:
    """Write both texts into a folder."""
    parser = argparse.ArgumentParser(description="Make a long text and a rewrite of it.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=WORDS, help=f"of each text (default: {WORDS})")
    options = parser.parse_args()
    for name, text in zip(("a.txt", "b.txt"), long_pair(options.words), strict=True):
        (options.folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
