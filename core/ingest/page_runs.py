"""Walk over a page and cut it into runs: the words between two breaks, with what is hidden among them.

Pure: a tree and style rules in, runs in document order out; the tree stays as it is. The walk keeps no stack of calls,
so a page may nest as deeply as its parser lets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from core.ingest.page_style import GONE, ROOMY, Look, Rule, declarations, looks, old_style

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, LINE, NONE = 2, 1, 0
MARGIN = "margin"
"""The zone of a printed page's running heads."""
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "option",
    )
)
_LINES = frozenset({"li", "tr", "dt", "dd", "ul", "ol", "dl", "tbody", "thead", "tfoot"})
"""These end a line; every other block ends a paragraph."""
_CELLS = frozenset({"td", "th"})
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "head",
        "noscript",
        "iframe",
        "object",
        "embed",
        "select",
        "textarea",
        "button",
        "input",
        "datalist",
        "audio",
        "video",
        "canvas",
        "svg",
        "math",
        "noframes",
        "map",
        "meter",
        "progress",
        "rp",
        "rt",
        "title",
        "link",
        "meta",
        "base",
        "applet",
        "area",
        "param",
        "source",
        "track",
    )
)
"""What shows no words of the article: code, controls, and what stands in for a picture or film."""
_ZONES = frozenset({"nav", "aside", "footer", "header", "form", "menu", "dialog", "button"})
_ROLES = {"navigation": "nav", "complementary": "aside", "contentinfo": "footer", "banner": "header", "menu": "menu"}
_SMALL_PICTURE = 64
"""A picture of fewer pixels a side is an icon."""
_MOST_TESTS = 60_000
"""How many times a rule is held against an element; a page with many styles comes to some ten thousand."""
_MOST_ABOVE = 16
"""How many elements above one are looked at for a rule of several parts."""
_CONTROLS = ("a", "button", "option", "label", "script", "style")
_MENU = 0.8
"""The share of letters in links and controls from which hidden words are a menu, which every page has."""
_MOST_HIDDEN = 2000
"""Code points of one hidden stretch that are kept; a finding quotes fewer."""


class Hidden(NamedTuple):
    """Words that nobody sees."""

    words: str
    kind: str
    why: str

    @property
    def gap(self) -> str:
        """Return what is seen in their place: a space where they take up room."""
        return " " if self.why in ROOMY else ""


class Picture(NamedTuple):
    """A picture that is large enough to hold words; ``label`` is what stands for it."""

    label: str


@dataclass(slots=True, eq=False)
class Run:
    """Words between two breaks. ``node`` is the first piece of text in the tree: an element, and whether its tail."""

    owner: _Element
    tag: str
    gap: int
    zone: str
    pieces: list[str | Hidden | Picture] = field(default_factory=list)
    chars: int = 0
    link_chars: int = 0
    node: tuple[_Element, bool] | None = None

    @property
    def text(self) -> str:
        """Return the words that are seen, single-spaced."""
        seen = (p if isinstance(p, str) else p.gap for p in self.pieces if not isinstance(p, Picture))
        return " ".join("".join(seen).split())


class _Place(NamedTuple):
    """What holds inside an element."""

    look: Look
    unseen: tuple[str, str] | None
    zone: str
    linked: bool
    pre: bool
    owner: _Element


class Styles:
    """A page's rules, found by the element that they may be for."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by: dict[str, list[Rule]] = {}
        self._left = _MOST_TESTS
        for rule in rules:
            tag, classes, name = rule.parts[-1]
            key = f"#{name}" if name else f".{min(classes)}" if classes else tag or "*"
            self._by.setdefault(key, []).append(rule)

    @property
    def spent(self) -> bool:
        """Return whether there were more rules to test than are tested."""
        return self._left <= 0

    def declared(self, element: _Element) -> Mapping[str, str]:
        """Return what the rules and the element's own style declare, the stronger over the weaker."""
        declared, own = old_style(element.tag, element.attrib), declarations(element.get("style") or "")
        if not self._by or self._left <= 0:
            return declared | own
        classes = (element.get("class") or "").split()
        keys = [f".{c}" for c in classes] + [f"#{element.get('id')}", element.tag, "*"]
        likely = [r for k in keys for r in self._by.get(k, ())][: self._left]
        self._left -= len(likely)
        rules = [r for r in likely if _meant(r, element)]
        for rule in sorted(rules, key=lambda r: r.weight):
            declared.update(rule.declared)
        return declared | own


def runs_of(root: _Element, styles: Styles) -> tuple[list[Run], list[_Element]]:
    """Return the page's runs in order, and the elements that are not displayed with all that is in them."""
    from lxml import etree  # noqa: PLC0415 - not at start-up

    walk = _Walk(root)
    context = etree.iterwalk(root, events=("start", "end"))
    for event, element in context:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if tag in _SKIPPED or not walk.enter(element, tag, styles):
                context.skip_subtree()
        else:
            walk.leave(element, tag)
    walk.end()
    return walk.runs, walk.dropped


class _Walk:
    def __init__(self, root: _Element) -> None:
        self.runs: list[Run] = []
        self.dropped: list[_Element] = []
        self._places = [_Place(Look(), None, "", linked=False, pre=False, owner=root)]
        self._skipped: _Element | None = None
        self._gap = NONE
        self._open: Run | None = None

    def enter(self, element: _Element, tag: str, styles: Styles) -> bool:
        """Open an element; return whether to go into it."""
        place = self._places[-1]
        look, unseen = looks(place.look, styles.declared(element), block=tag in _BLOCKS)
        why = _never_shown(element, tag, unseen)
        if tag in _BLOCKS:
            self._break(LINE if tag in _LINES else PARAGRAPH)
        if why:
            words = " ".join(element.itertext())[:_MOST_HIDDEN]
            if words.strip() and not _only_links(element):
                self._run().pieces.append(Hidden(words, *why))
            self.dropped.append(element)
            self._skipped = element
            return False
        self._places.append(
            _Place(
                look,
                unseen,
                _zone(element, tag, place.zone),
                place.linked or tag == "a",
                place.pre or tag == "pre",
                element if tag in _BLOCKS else place.owner,
            )
        )
        if tag == "img":
            self._picture(element)
        elif tag == "br":
            self._break(PARAGRAPH if self._open is None and self._gap == LINE else LINE)
        elif tag in _CELLS:
            self._words(" ", None)
        if element.text:
            self._words(element.text, (element, False))
        return True

    def leave(self, element: _Element, tag: str) -> None:
        """Close an element and take the words after it."""
        if tag in _SKIPPED or element is self._skipped:
            self._skipped = None
            if tag == "canvas":
                self._picture(element)
        else:
            self._places.pop()
        if tag in _BLOCKS:
            self._break(LINE if tag in _LINES else PARAGRAPH)
        if element.tail:
            self._words(element.tail, (element, True))

    def end(self) -> None:
        """Close what is open."""
        self._break(PARAGRAPH)

    def _words(self, words: str, node: tuple[_Element, bool] | None) -> None:
        place = self._places[-1]
        if place.pre and "\n" in words:
            for i, line in enumerate(words.split("\n")):
                if i:
                    self._break(LINE)
                if line.strip():
                    self._piece(line, node if not i else None)
            return
        if words.strip() or self._open is not None:
            self._piece(words, node)

    def _piece(self, words: str, node: tuple[_Element, bool] | None) -> None:
        place = self._places[-1]
        run = self._run()
        bare = len(words.strip())
        if place.unseen and bare:
            last = run.pieces[-1] if run.pieces else None
            if isinstance(last, Hidden) and (last.kind, last.why) == place.unseen:
                run.pieces[-1] = last._replace(words=(last.words + words)[:_MOST_HIDDEN])
            else:
                run.pieces.append(Hidden(words, *place.unseen))
            return
        run.pieces.append(words)
        run.chars += bare
        run.link_chars += bare if place.linked else 0
        if run.node is None and node and bare:
            run.node = node

    def _picture(self, element: _Element) -> None:
        sides = [_pixels(element.get(s)) for s in ("width", "height")]
        if any(s is not None and s < _SMALL_PICTURE for s in sides):
            return
        label = " ".join((element.get("alt") or element.get("title") or "").split())
        self._run().pieces.append(Picture(label))

    def _run(self) -> Run:
        if self._open is None:
            place = self._places[-1]
            self._open = Run(place.owner, str(place.owner.tag), self._gap, place.zone)
        return self._open

    def _break(self, gap: int) -> None:
        run = self._open
        if run is not None and any(not isinstance(p, str) or p.strip() for p in run.pieces):
            self.runs.append(run)
            self._gap = gap
        else:
            self._gap = max(gap, self._gap)
        self._open = None


def _zone(element: _Element, tag: str, around: str) -> str:
    """Return the part of the page that an element belongs to, "" for no margin; ``around`` is that of its parent."""
    if tag == "div" and element.get("title") in {"header", "footer"}:
        return MARGIN  # Office programs write the running heads of a printed page so.
    if tag in {"main", "article"} and around in {"form", "header"}:
        return ""
    zone = _ROLES.get(element.get("role") or "", tag if tag in _ZONES else around)
    return around if around and zone == "header" else zone


def _never_shown(element: _Element, tag: str, unseen: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return why an element is gone with all that is in it; what is only unseen may have parts that are seen."""
    if tag == "template" or element.get("hidden") is not None or (tag == "dialog" and element.get("open") is None):
        return "hidden-text", "not displayed"
    return unseen if unseen and unseen[1] in GONE else None


def _only_links(element: _Element) -> bool:
    """Return whether all words of an element are links or controls: a menu."""
    words = _letters(element)
    linked = sum(_letters(part) for part in element.iter(*_CONTROLS))
    return linked >= words * _MENU


def _letters(element: _Element) -> int:
    return sum(not c.isspace() for piece in element.itertext() for c in piece)


def _meant(rule: Rule, element: _Element) -> bool:
    parts = list(rule.parts)
    tag, classes, name = parts.pop()
    if not _fits(element, tag, classes, name):
        return False
    above = element.getparent()
    left = _MOST_ABOVE
    while parts and above is not None and left:
        left -= 1
        if _fits(above, *parts[-1]):
            parts.pop()
        above = above.getparent()
    return not parts


def _fits(element: _Element, tag: str, classes: frozenset[str], name: str) -> bool:
    return (
        (not tag or element.tag == tag)
        and (not name or element.get("id") == name)
        and (not classes or classes <= set((element.get("class") or "").split()))
    )


def _pixels(value: str | None) -> float | None:
    digits = (value or "").strip().removesuffix("px")
    return float(digits) if digits.isascii() and digits.isdigit() else None
