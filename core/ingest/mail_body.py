"""The words of a mail: its plain text where that says as much as its HTML, else the HTML."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from typing import Any

from core.ingest.mail_attached import is_attached
from core.ingest.mail_parts import charset_of, decoded, kind_of_part, parameter
from core.ingest.markup import markup_text
from core.ingest.page_text import fragment_of
from core.ingest.source import Source, TextBuilder
from core.model import Finding

_RICHER = 1.3
"""HTML of this many times the words says more than the plain text beside it, which is often but a link."""
_WRAPPED_AT = 72
"""Columns: a line is wrapped, not ended, where the next word would have passed this. RFC 5322 advises 78."""
_QUOTE = re.compile(r"^(?:> ?)+")


@dataclass(frozen=True, slots=True)
class Body:
    """A mail's text and what is known of how it was read."""

    text: str
    findings: tuple[Finding, ...] = ()
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()


def body_of(source: Source, parts: Sequence[Message[Any, Any]]) -> Body:
    """Return the body of a mail in parts; raises :class:`~core.errors.ArticleError`."""
    plain = TextBuilder()
    rich = TextBuilder()
    notices: list[str] = []
    encodings: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    quoted = 0
    for part in parts:
        kind = kind_of_part(part)
        if kind not in encodings or is_attached(part):
            continue
        text, encoding, notice = markup_text(source, decoded(part), charset_of(part), named=kind == "text/html")
        encodings[kind].append(encoding)
        notices += [notice.replace("The page says", "The mail says")] if notice else []
        if kind == "text/html":
            fragment_of(source, text, rich)
        else:
            flowed = parameter(part, "format") == "flowed"
            quoted += put_plain(plain, text, flowed=flowed, closed_up=parameter(part, "delsp") == "yes")
    text, findings = plain.build()
    shown, hidden = rich.build()
    if says_more(shown, text):
        return Body(shown, hidden, (encodings["text/html"] or ["utf-8"])[0], tuple(notices))
    if quoted:
        notices.append(quote_notice(quoted))
    return Body(text, findings, encodings["text/plain"][0], tuple(notices))


def says_more(rich: str, plain: str) -> bool:
    """Return whether a mail's HTML is taken, not the plain text beside it."""
    return not plain or len(rich.split()) > _RICHER * len(plain.split())


def quote_notice(quoted: int) -> str:
    """Return what an editor is told of lines that are quoted, by how many there are."""
    lines = "one line" if quoted == 1 else f"{quoted:,} lines"
    return f"The mail quotes an earlier one: {lines} marked with “>” are part of the text."


def put_plain(builder: TextBuilder, text: str, *, flowed: bool = False, closed_up: bool = False) -> int:
    """Add a plain body, its wrapped lines joined and its quotation marks (“>”) left out; return how many it had.

    ``flowed`` is format=flowed of RFC 3676, ``closed_up`` its DelSp.
    """
    quoted = depth = 0
    joined = True
    before = ""
    lines = re.split(r"\r\n|\r|\n", text)
    for line, following in itertools.zip_longest(lines, lines[1:], fillvalue=""):
        mark = _QUOTE.match(line)
        level = mark[0].count(">") if mark else 0
        words = line[mark.end() :] if mark else line
        quoted += bool(mark)
        if flowed and words.startswith(" "):
            words = words[1:]
        if not words.strip() or level != depth:
            builder.paragraph()
        elif before and not joined:
            builder.line()
        depth, before = level, words
        joined = _goes_on(words, following, level, flowed=flowed)
        builder.add(words.removesuffix(" ") if flowed and closed_up and joined else words)
        if joined and not (flowed and closed_up):
            builder.add(" ")
    builder.paragraph()
    return quoted


def _goes_on(words: str, following: str, level: int, *, flowed: bool) -> bool:
    """Return whether a line was wrapped, so that the next one goes on with its paragraph."""
    if flowed:
        return words.endswith(" ") and words != "-- "
    mark = _QUOTE.match(following)
    if (mark[0].count(">") if mark else 0) != level:
        return False
    rest = following[mark.end() :] if mark else following
    word = rest.split(maxsplit=1)[0] if rest.strip() else ""
    return bool(word) and not rest[:1].isspace() and len(words.rstrip()) + 1 + len(word) > _WRAPPED_AT
