"""Tell which words of a page are not to be seen, by its own styles.

Pure: declarations in, a reason or nothing out. Inline styles and the page's style sheets are read, with selectors of
tags, classes and ids, one within another; what hangs on the width of a screen or on a script is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.ingest.limits import SMALLEST
from core.ingest.looks import WHITE, Colour, faint
from core.ingest.page_shapes import PLAIN_SIZE, number, out_of_sight, pixels

TINY = SMALLEST * 4 / 3
"""Pixels up to which letters cannot be read."""
FAINT = 0.03
"""Words of this opacity or less are not seen."""
MAX_RULES = 5000
GONE = frozenset({"not displayed", "made transparent", "moved off the page", "shrunk to nothing", "cut away"})
"""What takes an element away with all that is in it; words in it that are styled otherwise stay unseen too."""
ROOMY = frozenset({"white on white", "in the colour of its background", "made invisible", "made transparent"})
"""What leaves a gap where the words stand that nobody sees."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RGB = re.compile(r"^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:\s*[,/]\s*([\d.]+%?))?\s*\)$")
_OPACITY = re.compile(r"\bopacity\(\s*([\d.]+%?)\s*\)")
_CLEAR = re.compile(r"^#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)$")
_PART = re.compile(r"([.#]?)([\w-]+)|(\*)")
_SIMPLE = re.compile(r"^(?:\*|[\w-]+)?(?:[.#][\w-]+)*$")
_NAMED = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
}
_TOLD = frozenset(
    (
        "display",
        "visibility",
        "opacity",
        "font-size",
        "font",
        "color",
        "background",
        "background-color",
        "background-image",
        "text-indent",
        "left",
        "right",
        "top",
        "margin-left",
        "position",
        "clip",
        "clip-path",
        "height",
        "width",
        "max-height",
        "max-width",
        "overflow",
        "-webkit-text-fill-color",
        "content-visibility",
        "filter",
        "float",
        "scale",
        "transform",
        "translate",
        "zoom",
    )
)


@dataclass(frozen=True, slots=True)
class Look:
    """How words look where they stand: what they take from the elements around them. ``size`` is in pixels."""

    size: float = PLAIN_SIZE
    colour: Colour | None = None
    ground: Colour | None = WHITE
    """None where it is not known: a picture, or a style sheet that is not in the file."""
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector as (tag, classes, id) from the outermost to the element itself, and what it declares."""

    parts: tuple[tuple[str, frozenset[str], str], ...]
    declared: Mapping[str, str]
    weight: tuple[int, int, int, int]


def rules_of(sheet: str, first: int = 0) -> list[Rule]:
    """Return the rules of a style sheet that may hide something; ``first`` counts on from an earlier sheet."""
    rules: list[Rule] = []
    for selectors, body in _blocks(_COMMENT.sub(" ", sheet)):
        declared = declarations(body)
        if not declared:
            continue
        for selector in selectors.split(","):
            parts = _parts(selector)
            if parts:
                weight = (
                    sum(bool(i) for _, _, i in parts),
                    sum(len(c) for _, c, _ in parts),
                    sum(bool(t) for t, _, _ in parts),
                    first + len(rules),
                )
                rules.append(Rule(parts, declared, weight))
        if len(rules) > MAX_RULES:
            break
    return rules


def declarations(style: str) -> dict[str, str]:
    """Return the declarations that may hide words, property -> value in lower case without “!important”."""
    found: dict[str, str] = {}
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon and name.strip() in _TOLD:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def old_style(tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what an element's attributes declare of colours, as pages did before style sheets."""
    colour = {"font": "color", "body": "text"}.get(tag)
    told = {"color": colour and attributes.get(colour), "background-color": attributes.get("bgcolor")}
    return {name: value.strip().lower() for name, value in told.items() if value}


def looks(before: Look, declared: Mapping[str, str], *, block: bool) -> tuple[Look, tuple[str, str] | None]:
    """Return how the words inside an element look, and (kind of finding, why) where nobody sees them.

    ``block``: the element's tag makes it a block, not a part of a line.
    """
    if not declared:
        return before, _unseen(before)
    look = replace(
        before,
        size=_size(declared, before.size),
        colour=_first_colour(declared, ("-webkit-text-fill-color", "color"), before),
        ground=_ground(declared, before.ground),
        visible=_visible(declared, before),
    )
    why = _gone(declared, painted=look.ground is None) or out_of_sight(declared, block=block)
    return look, ("hidden-text", why) if why else _unseen(look)


def _unseen(look: Look) -> tuple[str, str] | None:
    if not look.visible:
        return "hidden-text", "made invisible"
    if look.size <= TINY:
        return "tiny-text", f"in letters of {look.size:g} pixels"
    if look.colour and look.ground and faint(look.colour, look.ground):
        white = look.ground == WHITE
        return "hidden-text", "white on white" if white else "in the colour of its background"
    return None


def _gone(declared: Mapping[str, str], *, painted: bool) -> str | None:
    get = declared.get
    if get("display") == "none" or get("content-visibility") == "hidden":
        return "not displayed"
    filtered = _OPACITY.search(get("filter", ""))
    opacity = [number(value) for value in (get("opacity", ""), filtered[1] if filtered else "")]
    clear = any(_clear(get(p, "")) for p in ("color", "-webkit-text-fill-color"))
    # Transparent letters over a picture show the picture through them.
    if any(o is not None and o <= FAINT for o in opacity) or (clear and not painted):
        return "made transparent"
    return None


def _clear(colour: str) -> bool:
    """Return whether a colour is fully transparent: by its name, by rgba() or by four or eight digits."""
    found = _RGB.match(colour)
    through = number(found[4]) if found and found[4] else None
    return colour == "transparent" or _CLEAR.match(colour) is not None or (through is not None and through <= FAINT)


def _visible(declared: Mapping[str, str], before: Look) -> bool:
    value = declared.get("visibility", "")
    return before.visible if value in {"", "inherit"} else value not in {"hidden", "collapse"}


def _size(declared: Mapping[str, str], before: float) -> float:
    value = declared.get("font-size", "")
    if not value and "font" in declared:
        words = (word.partition("/")[0] for word in declared["font"].split())
        value = next((word for word in words if pixels(word, before) is not None), "")
        value = "" if value.isdigit() and value != "0" else value  # a weight
    size = pixels(value, before)
    return before if size is None or size < 0 else size


def _ground(declared: Mapping[str, str], before: Colour | None) -> Colour | None:
    told = " ".join(declared.get(p, "") for p in ("background-image", "background"))
    if "url(" in told or "gradient" in told:
        return None
    for name in ("background-color", "background"):
        for word in [declared.get(name, ""), *declared.get(name, "").split()]:
            colour = _colour(word)
            if colour:
                return colour
    return before


def _first_colour(declared: Mapping[str, str], names: Iterable[str], before: Look) -> Colour | None:
    return next((c for c in (_colour(declared.get(n, "")) for n in names) if c), before.colour)


def _colour(value: str) -> Colour | None:
    if value in _NAMED:
        return _NAMED[value]
    digits = value[1:]
    if value.startswith("#") and re.fullmatch(r"[0-9a-f]{3,8}", digits):
        if len(digits) in {3, 4}:
            digits = "".join(c * 2 for c in digits)
        return int(digits[0:2], 16), int(digits[2:4], 16), int((digits[4:6] or "0"), 16)
    found = _RGB.match(value)
    if found and found[4] not in {"0", "0%", "0.0"}:
        red, green, blue = (_channel(found[i]) for i in (1, 2, 3))
        return red, green, blue
    return None


def _channel(value: str) -> int:
    number = float(value.rstrip("%")) if value.rstrip("%").count(".") <= 1 and value.rstrip("%.") else 0.0
    return min(255, round(number * 2.55 if value.endswith("%") else number))


def _blocks(sheet: str) -> Iterable[tuple[str, str]]:
    """Yield (selectors, declarations); blocks within @media are read where they hold for every screen."""
    position = 0
    while True:
        opened = sheet.find("{", position)
        if opened < 0:
            return
        head = sheet[position:opened].rpartition(";")[2].rpartition("}")[2].strip()
        if head.startswith("@"):
            if head.split("(")[0].strip().lower() in {"@media screen", "@media all", "@layer"} and "(" not in head:
                position = opened + 1
                continue
            position = _closed(sheet, opened)
            continue
        closed = sheet.find("}", opened)
        closed = len(sheet) if closed < 0 else closed
        yield head, sheet[opened + 1 : closed]
        position = closed + 1


def _closed(sheet: str, opened: int) -> int:
    depth = 0
    for brace in re.compile("[{}]").finditer(sheet, opened):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(sheet)


def _parts(selector: str) -> tuple[tuple[str, frozenset[str], str], ...]:
    parts = []
    for word in selector.replace(">", " ").split():
        if not _SIMPLE.match(word):
            return ()
        tag, classes, name = "", set(), ""
        for sign, what, _ in _PART.findall(word):
            if sign == ".":
                classes.add(what)
            elif sign == "#":
                name = what
            else:
                tag = what.lower()
        parts.append((tag, frozenset(classes), name))
    return tuple(parts)
