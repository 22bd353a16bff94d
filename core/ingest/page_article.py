"""Choose the runs of a page that are its article.

trafilatura finds the article, and the page's own words are taken: each run carries a mark of two symbols into it, and
the marks that come out again say which runs it chose. So nothing is looked up by its wording, and what is hidden keeps
its place. Where trafilatura finds little, all runs count that stand in no menu, margin or form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.ingest.limits import MAX_TEXT
from core.ingest.page_facts import FAILURES
from core.ingest.page_runs import MARGIN, Run

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_RUNS = 6000
"""A page of more runs is no article but a list; finding an article in it takes longer than a file may."""
DEEPEST = 400
"""How deeply a page may nest for trafilatura, parts of which call themselves for each level."""
LITTLE = 300
"""Words: a page that shows no more is short, and trafilatura, which is made for longer ones, may be asked too much."""
_SHARE = 0.6
"""Of a short page, less than this means that trafilatura missed the article."""
_MOSTLY_LINKS = 0.6
_SENTENCE_FROM = 8
_ASIDE = re.compile(
    r"\b(?:ads?|adv\w*|promo\w*|related|share|social|newsletter|teaser\w*|sponsor\w*|comment\w*)", re.IGNORECASE
)
_BYLINE_WORDS = 25
_LABEL = re.compile(r"(advertisements?|advertising|sponsored|anzeige|werbung|publicité|publicidad)$", re.IGNORECASE)
"""What stands over an advertisement."""
_SYMBOLS = (*range(0x2801, 0x2900), *range(0x1D000, 0x1D0F6), *range(0x1F700, 0x1F774))
"""Braille patterns, Byzantine notes, alchemical symbols: printed, so not cleaned away; no letters, so not counted."""
_MARGINS = frozenset({"nav", "aside", "footer", "form", "menu", "dialog", "button", MARGIN})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_HOLDERS = frozenset({"ul", "ol", "li", "dl", "table", "tbody", "thead", "tr", "td", "blockquote", "figure"})
_PROSE = frozenset({"h1", "p", "li", "blockquote", "h2", "h3", "h4", "td", "tr", "pre", "figcaption", "dd", "dt"})


def article_of(root: _Element, runs: Sequence[Run], title: str | None, author: str | None) -> list[bool]:
    """Return for each run whether it is part of the article: its headline, its byline, its body.

    ``root`` is marked on the way and worth nothing afterwards.
    """
    plain = _plain(runs)
    body = _marked(root, runs)
    words, words_plain = _words(runs, body), _words(runs, plain)
    if not words or (words_plain <= LITTLE and words < _SHARE * words_plain):
        body = plain
    else:
        _mend(runs, body)
    body = [b and r.zone != MARGIN and not _LABEL.match(r.text) for b, r in zip(body, runs, strict=True)]
    return _with_head(runs, body, title, author)


def _plain(runs: Sequence[Run]) -> list[bool]:
    """Choose what stands in no margin, and only within the page's main part where it names one."""
    mains = [any(a.tag in {"main", "article"} for a in (r.owner, *r.owner.iterancestors())) for r in runs]
    shown = [r.zone not in _MARGINS and not _links(r) and (r.zone != "header" or r.tag == "h1") for r in runs]
    within = [s and m for s, m in zip(shown, mains, strict=True)]
    return within if any(w and r.chars for w, r in zip(within, runs, strict=True)) else shown


def _links(run: Run) -> bool:
    return run.chars > 0 and run.link_chars >= _MOSTLY_LINKS * run.chars and run.tag != "h1"


def _words(runs: Sequence[Run], chosen: Sequence[bool]) -> int:
    return sum(len(r.text.split()) for r, c in zip(runs, chosen, strict=True) if c)


def _marked(root: _Element, runs: Sequence[Run]) -> list[bool]:
    """Return which runs trafilatura takes for the article's body."""
    none = [False] * len(runs)
    if len(runs) > MOST_RUNS or sum(r.chars for r in runs) > MAX_TEXT or _depth(root) > DEEPEST:
        return none
    used = set("".join(r.text for r in runs))
    symbols = [chr(c) for c in _SYMBOLS if chr(c) not in used]
    base = len(symbols)
    if base * base < len(runs) or base < len(_SYMBOLS) // 2:
        return none
    for i, run in enumerate(runs):
        if run.node:
            element, is_tail = run.node
            mark = symbols[i // base] + symbols[i % base]
            if is_tail:
                element.tail = f"{mark} {(element.tail or '').lstrip()}"
            else:
                element.text = f"{mark} {(element.text or '').lstrip()}"
    number = {symbol: i for i, symbol in enumerate(symbols)}
    one = f"[{re.escape(''.join(symbols))}]"
    found = re.findall(f"({one})({one})", _extracted(root))
    chosen = {number[a] * base + number[b] for a, b in found}
    taken = [i in chosen for i in range(len(runs))]
    for i, run in enumerate(runs[1:], 1):
        # A further line of preformatted text has no piece of its own in the tree.
        taken[i] = taken[i] or (run.node is None and run.chars > 0 and taken[i - 1])
    return taken


def _extracted(root: _Element) -> str:
    import logging  # noqa: PLC0415 - beside trafilatura

    import trafilatura  # noqa: PLC0415 - not at start-up
    from lxml import etree  # noqa: PLC0415 - not at start-up

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, deduplicate=False)
        body = getattr(found, "body", None)
        return "" if body is None else "".join(body.itertext())
    except (*FAILURES, etree.LxmlError):
        return ""  # the plain choice then stands


def _depth(root: _Element) -> int:
    from lxml import etree  # noqa: PLC0415 - not at start-up

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _mend(runs: Sequence[Run], body: list[bool]) -> None:
    """Take in what stands between chosen runs and belongs to them: another line or paragraph of the same part."""
    chosen = [i for i, c in enumerate(body) if c]
    homes = Counter(_home(runs[i]) for i in chosen)
    for i in range(chosen[0], chosen[-1]):
        run = runs[i]
        if not body[i] and not _links(run) and run.zone not in _MARGINS and run.chars:
            body[i] = homes[_home(run)] > 1 and (run.tag in _PROSE or _tells(run))


def _tells(run: Run) -> bool:
    """Return whether a part without a paragraph's tag reads like one and is not named as something else."""
    named = f"{run.owner.get('class') or ''} {run.owner.get('id') or ''}"
    return len(run.text.split()) >= _SENTENCE_FROM and not _ASIDE.search(named)


def _home(run: Run) -> _Element:
    """Return the element whose parts belong together: what holds the paragraph, its list or its table."""
    home = run.owner.getparent()
    while home is not None and home.tag in _HOLDERS:
        home = home.getparent()
    return run.owner if home is None or (home.tag in {"body", "html"} and run.tag not in _PROSE) else home


def _with_head(runs: Sequence[Run], body: list[bool], title: str | None, author: str | None) -> list[bool]:
    """Add the headline above the body that the page shows, and what stands between them and tells who wrote it."""
    first = next((i for i, c in enumerate(body) if c and runs[i].chars), None)
    head = None if first is None else _headline(runs, first, title)
    if first is None or head is None:
        return body
    body[head] = True
    prose = next((i for i in range(head + 1, len(runs)) if body[i] and runs[i].chars), head)
    for i in range(head + 1, prose):
        text = runs[i].text
        if text and len(text.split()) <= _BYLINE_WORDS and runs[i].zone not in _MARGINS:
            body[i] = _names(text, author)
    return body


def _headline(runs: Sequence[Run], first: int, title: str | None) -> int | None:
    above = [i for i in range(first + 1) if runs[i].chars and runs[i].tag in _HEADINGS]
    if runs[first].tag == "h1":
        return first
    wanted = _letters(title or "")
    for i in reversed(above):
        shown = _letters(runs[i].text)
        if wanted and shown and (shown in wanted or wanted in shown):
            return i
    return next((i for i in reversed(above) if runs[i].tag == "h1"), None)


def _names(text: str, author: str | None) -> bool:
    if re.match(r"(by|von|par|por|di|door|av)\s+\S", text, re.IGNORECASE):
        return True
    return any(n and _letters(n) in _letters(text) for n in (author or "").split(","))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
