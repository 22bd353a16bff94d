"""Make the lists of fixed expressions, of synonyms and of words for people in ``resources/expressions``.

    .venv/bin/python tools/make_expressions.py --wordnet DICT --words WORDS.txt --pairs PAIRS.txt

DICT is the database folder of WordNet 3.0 (Princeton University; Debian packages it as ``wordnet-base``). WORDS and
PAIRS are the frequency lists that symspellpy 6 carries, "word count" and "word word count" a line (drawn from Google
Books Ngram and SCOWL). What is written are pairs of words with how much more often than by chance they stand together,
sets of words that share a sense, with a mark where it is the word's most frequent one, and the nouns that name people
or bodies of people. ``--people`` alone writes the last, which needs WordNet only.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path

from core.lexis import is_function

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "expressions"
PARTS = ("noun", "verb", "adj", "adv")
WORD = re.compile(r"[a-z]{2,}")
LEXICAL = 99
"""Strength of what a dictionary lists as one word of two parts."""
KNOWN = 10
"""Strength of a closed compound written apart (seabed, sea bed): no slip, and no evidence of one."""
LEAST = 1.5
"""Log of observed over expected frequency from which a pair is kept."""
SHORTEST_PART = 3
GROUPS, PERSONS = "14", "18"
"""Lexicographers' files of the nouns for bodies of people and for people."""
GROUP = "+"
"""Behind a word for a body of people."""
FREQUENT = "*"
"""Behind a word whose most frequent sense it is."""

Pair = tuple[str, str]


def lemmas(wordnet: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield part of speech, lemma and its senses, the most frequent first."""
    for part in PARTS:
        for line in (wordnet / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                yield part, fields[0], fields[-int(fields[2]) :]


def people(wordnet: Path) -> Iterator[str]:
    """Yield nouns that name people or, with a mark, bodies of them, in the first sense or one that WordNet saw used."""
    filed = {}
    for line in (wordnet / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            sense, number, _ = line.split(" ", 2)
            filed[sense] = number
    for line in (wordnet / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses, used = fields[-int(fields[2]) :], int(fields[-int(fields[2]) - 1])
            kinds = {filed[s] for s in senses[: max(1, used)]} & {GROUPS, PERSONS}
            if kinds and WORD.fullmatch(fields[0]):
                yield fields[0] + GROUP if GROUPS in kinds else fields[0]


def counted(path: Path) -> Iterator[tuple[list[str], int]]:
    """Yield the words of each line and their count."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        *words, count = line.split()
        yield words, int(count)


def strengths(words: Mapping[str, int], pairs: Iterable[tuple[list[str], int]]) -> dict[Pair, int]:
    """Return pairs of content words, in tenths of the log of observed over expected frequency."""
    total = sum(words.values())
    found: dict[Pair, int] = {}
    for (one, two), count in pairs:
        if one in words and two in words and not (is_function(one) or is_function(two)):
            strength = log(count * total / (words[one] * words[two]))
            if strength >= LEAST:
                found[one, two] = round(10 * strength)
    return found


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True)
    only = parser.add_mutually_exclusive_group(required=True)
    only.add_argument("--people", action="store_true")
    only.add_argument("--words", type=Path)
    parser.add_argument("--pairs", type=Path)
    given = parser.parse_args()
    write("people", sorted(people(given.wordnet)))
    if given.people:
        return
    if given.pairs is None:
        parser.error("--words needs --pairs")
    words = {line[0]: count for line, count in counted(given.words)}
    found = strengths(words, counted(given.pairs))
    meanings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for part, lemma, senses in lemmas(given.wordnet):
        parts = lemma.split("_")
        if len(parts) == 2 and all(WORD.fullmatch(p) and p in words for p in parts):  # noqa: PLR2004 - a pair
            found[parts[0], parts[1]] = LEXICAL
        if lemma in words and WORD.fullmatch(lemma):
            for place, sense in enumerate(senses):
                meanings[part, sense].add(lemma if place else lemma + FREQUENT)
            for at in range(SHORTEST_PART, len(lemma) - SHORTEST_PART + 1):
                halves = lemma[:at], lemma[at:]
                if part == "noun" and all(h in words for h in halves):
                    found.setdefault(halves, KNOWN)
    write("expressions", (f"{one} {two} {strength}" for (one, two), strength in sorted(found.items())))
    write("synonyms", sorted(" ".join(sorted(group)) for group in meanings.values() if len(group) > 1))


def write(name: str, lines: Iterable[str]) -> None:
    """Write a compressed list; the same lines always make the same file."""
    text = "".join(f"{line}\n" for line in lines)
    (FOLDER / f"{name}.txt.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
