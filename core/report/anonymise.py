"""Letters instead of names: titles, files, outlets and authors, everywhere but in the articles' own wording.

Pure: an analysis in, the same analysis with other names out. The text, which is the evidence, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from core.model import Analysis, Article, Pair

NOTICE = (
    "Letters stand for titles, files, outlets and authors. The articles’ own wording is evidence and stays as it is; "
    "the SHA-256 still tells which file is meant."
)
_SHORTEST = 3
"""Letters from which a name is looked for in notes: shorter ones turn up in any text."""
_TWICE = re.compile(r"\b([Aa]rticle) ([A-Z]+), “Article \2”")
_LEADING = re.compile(r"^“Article [A-Z]+”, (?=\d)")


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands for each name of a case."""

    names: Mapping[str, str]

    def text(self, text: str) -> str:
        """Return what an editor wrote with every known name covered."""
        for name in sorted(self.names, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", self.names[name], text, flags=re.IGNORECASE)
        return text


def tidied(sentence: str) -> str:
    """Return a sentence on an anonymised analysis without the titles that only repeat the letter."""
    return _LEADING.sub("", _TWICE.sub(r"\1 \2", sentence))


def cover(analysis: Analysis) -> Cover:
    """Return what is to stand for the names of a case."""
    names: dict[str, str] = {}
    for article in analysis.articles:
        called = f"Article {analysis.letter(article.id)}"
        path = PurePath(article.document.path)
        for name in (article.title, article.document.title or "", path.name, path.stem):
            if len(name) >= _SHORTEST:
                names.setdefault(name, called)
    for number, name in enumerate(_credited(analysis)):
        if len(name) >= _SHORTEST or name.isupper():
            names.setdefault(name, f"Name {number + 1}")
    return Cover(names)


def anonymised(analysis: Analysis) -> Analysis:
    """Return the analysis with letters for titles, files, and the outlets and authors that are credited."""
    credited = {name: f"Name {number + 1}" for number, name in enumerate(_credited(analysis))}
    return replace(
        analysis,
        articles=tuple(_article(a, f"Article {analysis.letter(a.id)}") for a in analysis.articles),
        pairs=tuple(_pair(pair, credited) for pair in analysis.pairs),
    )


def _credited(analysis: Analysis) -> list[str]:
    """Return the outlets and authors that any article credits, once each."""
    names = [
        name for pair in analysis.pairs for name in (*pair.credit.names, *(d.name for d in pair.credit.details)) if name
    ]
    return list(dict.fromkeys(names))


def _article(article: Article, called: str) -> Article:
    document = replace(article.document, path=called, title=None)
    return replace(article, title=called, document=document)


def _pair(pair: Pair, credited: Mapping[str, str]) -> Pair:
    credit = pair.credit
    return replace(
        pair,
        credit=replace(
            credit,
            names=tuple(credited[n] for n in credit.names if n),
            details=tuple(replace(d, name=credited.get(d.name, d.name)) for d in credit.details),
        ),
    )
