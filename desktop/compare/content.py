"""What the compare view was given and what its reader chose, and what follows from both.

Pure: no widgets. Parts: the scene, the headings, and the names of rows for screen readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.model import Analysis, Article, Link, MatchClass, Pair, Span
from desktop.compare.blocks import Block
from desktop.compare.marginal import Marginal
from desktop.compare.scene import Scene, Side, pair_scene, plain_scene
from desktop.compare.text import shown
from desktop.compare.wording import (
    folded_name,
    header_details,
    is_source,
    left_out_words,
    partner_indices,
    plain_detail,
    sentence_name,
    told_divergences,
)
from desktop.language import listed, tr

TextKey = tuple[str, str] | None


def text_key(article: Article | None) -> TextKey:
    """Return what tells a text from every other: when one is taken out of a case, the ids of the rest move up."""
    return None if article is None else (article.id, article.document.sha256)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the view was given: the articles by their part in the pair, and the pair when there is one."""

    a: Article | None = None
    b: Article | None = None
    letters: tuple[str, str] = ("A", "B")
    """Of ``a`` and ``b``."""
    analysis: Analysis | None = None
    pair: Pair | None = None

    @property
    def texts(self) -> tuple[TextKey, TextKey]:
        """Return what tells these texts from others."""
        return text_key(self.a), text_key(self.b)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader chose."""

    hidden: frozenset[MatchClass] = frozenset()
    folding: bool = True
    swapped: bool = False
    diverging_only: bool = False
    left_out: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Words left out of the scores, by article."""
    weak: tuple[Link, ...] = ()
    """Weak links of the pair to show; they are numbered on from its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above one column."""

    letter: str
    title: str
    detail: str


def scene_of(what: Shown, choices: Choices) -> Scene:
    """Return both columns and what lies between them."""
    if what.pair is not None and what.a is not None and what.b is not None:
        return pair_scene(
            what.pair,
            what.a,
            what.b,
            what.letters,
            choices.hidden,
            swapped=choices.swapped,
            diverging_only=choices.diverging_only,
            left_out=choices.left_out,
            weak=choices.weak,
        )
    if choices.swapped:
        return plain_scene(what.a, what.b, what.letters)
    return plain_scene(what.b, what.a, what.letters[::-1])


def selectable(what: Shown, choices: Choices) -> tuple[Link, ...]:
    """Return the links that can be selected, as they are numbered: the pair's, and the weak ones behind them."""
    return (*what.pair.links, *choices.weak) if what.pair is not None else ()


def ends_of(what: Shown, choices: Choices, index: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the sentences of a link in the left and the right column; none of one that there is not."""
    if index < 0 or what.pair is None:
        return (), ()
    own = what.pair.links
    link = own[index] if index < len(own) else choices.weak[index - len(own)]
    return (link.a, link.b) if choices.swapped else (link.b, link.a)


def headings_of(what: Shown) -> tuple[Heading | None, Heading | None]:
    """Return what stands above the left and the right column while the sides are not swapped."""
    articles = (what.a, what.b)
    if what.analysis is not None and what.pair is not None:
        details: tuple[str, ...] = header_details(what.analysis, what.pair)
    else:
        details = tuple(plain_detail(x) if x is not None else "" for x in articles)
    a, b = (
        Heading(letter, shown(article.title), detail) if article is not None else None
        for article, letter, detail in zip(articles, what.letters, details, strict=True)
    )
    return b, a


@dataclass(frozen=True, slots=True)
class Namer:
    """Says a row in words, when a screen reader asks."""

    what: Shown
    side: Side | None
    marginal: Marginal = field(default_factory=Marginal)
    """Asked when a name is, so that something else may be decided by then."""
    weak: tuple[Link, ...] = ()
    """Weak links that are shown, numbered on from the pair's."""

    def __call__(self, block: Block) -> str:
        """Return a row's name."""
        if self.side is None:
            return ""
        if block.folded:
            return folded_name(self.side.letter, block.first, block.last, block.lacks)
        view = self.side.sentences[block.first]
        what = self.what
        if what.pair is None or what.a is None or what.b is None:
            return sentence_name(view.label, view.match, (), [d.named() for d in view.disguised], source=False)
        of_a = self.side.article == what.a.id
        other = what.letters[1] if of_a else what.letters[0]
        partners: set[int] = set()
        told: list[str] = []
        count = len(what.pair.links)
        for number in (n for n in view.links if n < count):
            link = what.pair.links[number]
            partners.update(partner_indices(link, block.first, of_a=of_a))
            told += told_divergences(link, block.first, what.a, what.b, of_a=of_a, derived=what.pair.direction.derived)
        told += left_out_words([view.text[start:end] for start, end in view.left_out])
        told += [d.named() for d in view.disguised]
        told += self.marginal.said(view)
        weak = [self.weak[n - count] for n in view.links if n >= count]
        near = [f"{other} {n + 1}" for link in weak for n in (link.b if of_a else link.a)]
        told += [tr("weak match with {partners}, not counted").format(partners=listed(near))] if near else []
        labels = [f"{other} {n + 1}" for n in sorted(partners)]
        return sentence_name(view.label, view.match, labels, told, source=is_source(what.pair, of_a=of_a))
