"""WordprocessingML as text that is escaped in one place. Pure: values in, markup out.

Only :func:`el` and what is made with it give :data:`Xml`, so the type checker refuses wording that nobody escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from core.report.sanitise import visible
from core.report.word.direction import first_is_rtl, stretches

Xml = NewType("Xml", str)
NOTHING = Xml("")
_SPACE = '<w:t xml:space="preserve">'


def joined(parts: Iterable[Xml]) -> Xml:
    """Return pieces of markup one after another."""
    return Xml("".join(parts))


def el(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """Return an element of the ``w`` namespace with attributes of the same."""
    head = name + "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    inner = "".join(children)
    return Xml(f"<w:{head}>{inner}</w:{name}>" if inner else f"<w:{head}/>")


def run(text: str, style: str = "", *, rtl: bool = False, language: str = "") -> Xml:
    """Return a run of cleaned ``text`` in a character style; ``language`` is a BCP 47 tag."""
    return el("r", _run_looks(style, rtl=rtl, language=language), Xml(f"{_SPACE}{escape(text)}</w:t>"))


@lru_cache(maxsize=1024)
def _run_looks(style: str, *, rtl: bool, language: str) -> Xml:
    looks = joined(
        (
            el("rStyle", val=style) if style else NOTHING,
            el("rtl") if rtl else NOTHING,
            (el("lang", bidi=language) if rtl else el("lang", val=language)) if language else NOTHING,
        )
    )
    return el("rPr", looks) if looks else NOTHING


def said(text: str, style: str = "") -> Xml:
    """Return a text of the report as runs, each in its own reading direction."""
    shown = visible(text)
    return joined(run(shown[start:end], style, rtl=rtl) for start, end, rtl in stretches(shown))


def wording(pieces: Iterable[tuple[str, str]], language: str = "") -> tuple[Xml, bool]:
    """Return an article's own words as runs, and whether they are read from right to left.

    ``pieces`` are texts with the character style of each.
    """
    shown = [(visible(text), style) for text, style in pieces]
    whole = "".join(text for text, _ in shown)
    rtl_base = first_is_rtl(whole)
    cut = stretches(whole, rtl_base=rtl_base)
    runs: list[Xml] = []
    at = place = 0
    for text, style in shown:
        end = at + len(text)
        while at < end:
            _, until, rtl = cut[place]
            stop = min(until, end)
            runs.append(run(whole[at:stop], style, rtl=rtl, language=language))
            at = stop
            place += at == until
    return joined(runs), rtl_base


def paragraph(*content: Xml, style: str = "", keep: bool = False, rtl: bool = False) -> Xml:
    """Return a paragraph; ``keep`` holds it on the page of what follows."""
    return el("p", _paragraph_looks(style, keep=keep, rtl=rtl), *content)


@lru_cache(maxsize=1024)
def _paragraph_looks(style: str, *, keep: bool, rtl: bool) -> Xml:
    looks = joined(
        (
            el("pStyle", val=style) if style else NOTHING,
            el("keepNext") if keep else NOTHING,
            el("bidi") if rtl else NOTHING,
        )
    )
    return el("pPr", looks) if looks else NOTHING


def field(code: str) -> Xml:
    """Return a field of this program's own, such as ``PAGE``, that Word works out; never made from text."""
    parts = (
        el("fldChar", fldCharType="begin"),
        Xml(f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>'),
        el("fldChar", fldCharType="separate"),
        Xml("<w:t>1</w:t>"),
        el("fldChar", fldCharType="end"),
    )
    return joined(el("r", part) for part in parts)
