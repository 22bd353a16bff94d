"""A page's markup to an article's text: the part that every format with HTML inside shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ingest.limits import FEW_WORDS
from core.ingest.markup import tree_of
from core.ingest.page_article import article_of
from core.ingest.page_facts import Facts, facts_of
from core.ingest.page_runs import LINE, Hidden, Picture, Run, Styles, runs_of
from core.ingest.page_style import Rule, rules_of
from core.ingest.source import Source, TextBuilder, shortened
from core.model import Finding, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_FINDINGS = 200
"""Stretches of hidden words that are listed one by one; a page that hides more does it by a rule."""
_MOST_STYLES = 2 * 1024 * 1024
"""Code points of style sheets that are looked through."""
_BARELY = 20
"""A page that shows fewer words than this, and hides more, waits for a script to show them."""
_TOO_MANY = "The page has too many styles to follow; words that they hide may be part of the text."


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page."""

    text: str
    findings: tuple[Finding, ...]
    facts: Facts
    notices: tuple[str, ...]


def page_of(source: Source, markup: str, sheets: Sequence[str] = ()) -> Page:
    """Return a page's article; ``sheets`` are style sheets that came with it.

    Raises :class:`~core.errors.ArticleError`.
    """
    root = tree_of(source, markup)
    facts = facts_of(root)
    runs, notices = _walked(root, sheets)
    chosen = article_of(root, runs, facts.title, facts.author)
    builder = _told(runs, chosen)
    text, findings = builder.build()
    if not text.strip() and _has_frames(root):
        raise source.error("shows other pages in frames and holds no words itself", "Save the page inside the frame.")
    return Page(text, findings, facts, (*notices, *_pictures(text, findings)))


def fragment_of(source: Source, markup: str, builder: TextBuilder, sheets: Sequence[str] = ()) -> None:
    """Add all that a piece of HTML shows to a text: a mail's body, a book's chapter. No part of it is left out."""
    root = tree_of(source, markup)
    runs, _ = _walked(root, sheets)
    _emit(builder, runs, [True] * len(runs))
    builder.paragraph()


def _walked(root: _Element, sheets: Sequence[str]) -> tuple[list[Run], list[str]]:
    rules: list[Rule] = []
    left = _MOST_STYLES
    for sheet in [*sheets, *(s.text or "" for s in root.iter("style"))]:
        rules += rules_of(sheet[: max(0, left)], len(rules))
        left -= len(sheet)
    styles = Styles(rules)
    runs, dropped = runs_of(root, styles)
    notices = [_TOO_MANY] if styles.spent else []
    shown = sum(len(r.text.split()) for r in runs)
    hidden = sum(len(p.words.split()) for r in runs for p in r.pieces if isinstance(p, Hidden))
    if shown < _BARELY and hidden > shown and rules:
        runs, dropped = runs_of(root, Styles([]))
        notices.append("The page’s styles hide nearly all of its words until a script shows them; they were read.")
    for element in dropped:
        _drop(element)
    return runs, notices


def _drop(element: _Element) -> None:
    """Take an element out of the tree; the words after it stay."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    element.tail = None
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _told(runs: Sequence[Run], chosen: Sequence[bool]) -> TextBuilder:
    builder = TextBuilder()
    words = [i for i, c in enumerate(chosen) if c and runs[i].chars]
    if not words:
        # Nothing but pictures, perhaps: they are told of.
        _emit(builder, runs, [not r.chars and not r.zone for r in runs])
        return builder
    keep = list(chosen)
    for i in range(words[0], min(words[-1] + 2, len(runs))):
        # What shows nothing but stands between the article's words, or right after them, is told of as hidden.
        keep[i] = keep[i] or (not runs[i].chars and not runs[i].zone)
    _emit(builder, runs, keep)
    return builder


def _emit(builder: TextBuilder, runs: Sequence[Run], keep: Sequence[bool]) -> None:
    told = left_out = 0
    few = sum(len(r.text.split()) for r, k in zip(runs, keep, strict=True) if k) < FEW_WORDS
    last = -1
    for i, run in enumerate(runs):
        if not keep[i]:
            continue
        if run.chars:
            # A line's end is one only beside what stood beside it.
            builder.line() if run.gap == LINE and last == i - 1 else builder.paragraph()
            last = i
        for piece in run.pieces:
            if isinstance(piece, str):
                builder.add(piece)
            elif isinstance(piece, Picture):
                if not few:
                    continue
                place = len(builder)
                label = f": “{shortened(piece.label)}”" if piece.label else ""
                builder.found("image-text", Span(place, place), f"a picture that may hold words{label}")
            else:
                if told < _MOST_FINDINGS:
                    builder.hidden(piece.words, piece.why, piece.kind)
                else:
                    left_out += 1
                told += 1
                builder.add(piece.gap)
    if left_out:
        place = len(builder)
        builder.found("hidden-text", Span(place, place), f"{left_out:,} more stretches of hidden words")


def _pictures(text: str, findings: Sequence[Finding]) -> list[str]:
    words, pictures = len(text.split()), sum(f.type == "image-text" for f in findings)
    if not pictures or words >= FEW_WORDS:
        return []
    what = "a picture" if pictures == 1 else f"{pictures} pictures"
    return [f"This page shows {words} words beside {what}; words inside pictures are not read."]


def _has_frames(root: _Element) -> bool:
    return next(root.iter("frame", "iframe"), None) is not None
