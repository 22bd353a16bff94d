"""The user guide as it is shown: its Markdown as HTML for Qt, its headings, its style in the theme's colours.

No widgets in here. The text is the program's own, yet HTML in it stays text; what a link does is the
window's choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.fonts import READING_FAMILY, UI_FAMILY
from desktop.theme import Theme

if TYPE_CHECKING:
    from markdown_it.token import Token

Size = tuple[int, int]
_NO_SLUG = re.compile(r"[^\w\- ]")
_DEEPEST = 3
"""Headings below that level are not in the list of contents."""
_OUTSIDE = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, 1 for the title, its text, and what links call it."""

    level: int
    text: str
    slug: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide at one width: HTML, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]


def folder() -> Traversable:
    """Return where the guide and its pictures are."""
    return resources.files("resources") / "guide"


@cache
def guide_text() -> str:
    """Return the guide in Markdown."""
    return (folder() / "guide.md").read_text("utf-8")


def render(text: str, size_of: Callable[[str], Size], width: int) -> Guide:
    """Return Markdown as HTML with pictures at most ``width`` pixels wide; ``size_of`` tells a picture's own size."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded when the guide is opened

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    for before, token in pairwise(tokens):
        if [child.type for child in token.children or ()] == ["image"]:
            before.attrs["class"] = "picture"
    for token in (inner for outer in tokens for inner in (outer, *(outer.children or ()))):
        if token.type == "image":
            token.attrs |= dict(zip(("width", "height"), fitted(size_of(str(token.attrs["src"])), width), strict=True))
        elif token.type == "table_open":
            token.attrs |= {"width": "100%", "cellspacing": 0, "cellpadding": 6}
    return Guide(parser.renderer.render(tokens, parser.options, {}), tuple(_headings(tokens)))


def fitted(size: Size, width: int) -> Size:
    """Return a picture's size when it may be ``width`` wide at most."""
    wide, high = size
    return (wide, high) if wide <= width else (width, max(1, round(high * width / wide)))


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    found = []
    for token, inside in pairwise(tokens):
        if token.type == "heading_open" and (level := int(token.tag[1])) <= _DEEPEST:
            found.append(Heading(level, inside.content, slug(inside.content)))
    return found


def slug(heading: str) -> str:
    """Return what a link calls a heading, by the rule that code hosts have made usual."""
    return _NO_SLUG.sub("", heading.lower()).replace(" ", "-")


def is_outside(address: str) -> bool:
    """Return whether an address leads out of the program."""
    return address.lower().startswith(_OUTSIDE)


def style(theme: Theme) -> str:
    """Return the style sheet for the HTML; nothing in it is set in italics, of which no face is loaded."""
    ink, quiet, line, link = (theme.color(token).name() for token in ("ink", "ink2", "line", "focus"))
    key = theme.color("hover").name()
    serif = f"font-family: '{READING_FAMILY}'; font-weight: 600; color: {ink};"
    px = theme.px
    return f"""
        p, li {{ color: {ink}; line-height: 150%; }}
        p {{ margin-top: 0; margin-bottom: {px(12)}px; }}
        p.picture {{ line-height: 100%; margin-top: {px(4)}px; margin-bottom: {px(16)}px; }}
        li {{ margin-bottom: {px(6)}px; }}
        h1 {{ {serif} font-size: {px(28)}px; margin-top: 0; margin-bottom: {px(10)}px; }}
        h2 {{ {serif} font-size: {px(21)}px; margin-top: {px(30)}px; margin-bottom: {px(8)}px; }}
        h3 {{ {serif} font-size: {px(17)}px; margin-top: {px(20)}px; margin-bottom: {px(6)}px; }}
        em {{ font-style: normal; font-weight: 600; }}
        strong {{ font-weight: 600; }}
        code {{ font-family: '{UI_FAMILY}'; font-size: {px(13)}px; background-color: {key}; }}
        a {{ color: {link}; }}
        table {{ border-collapse: collapse; margin-bottom: {px(14)}px; }}
        th {{ text-align: left; font-weight: 600; color: {quiet}; border-bottom: 1px solid {line}; }}
        td {{ border-bottom: 1px solid {line}; }}
    """
