"""Tell what a page's styles move out of sight, shrink to nothing or cut away. Pure: declarations in, a reason out."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLAIN_SIZE = 16.0
"""Pixels of letters that no style says otherwise of."""
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "rem": 16.0}
_SCREEN = frozenset({"vw", "vh", "vmin", "vmax"})
_ONE_PER_CENT = 10.0
"""Pixels of a hundredth of a screen."""
_LENGTH = re.compile(r"^([+-]?\d*\.?\d+)([a-z%]*)$")
_NOTHING = 1.0
"""A box of this many pixels or fewer, whose content is cut off at its edge, shows nothing."""
_FAR_OFF = -500.0
"""Placed this many pixels off, words stand outside every screen."""
_FARTHEST = 5000.0
"""Shifted this many pixels either way, they do too; a row of pictures is shifted by the few screens that it is wide."""
_FLAT = 0.05
"""Words of this share of their size or less are not seen."""
_WHOLE = 100.0
_FUNCTION = re.compile(r"([a-z0-9-]+)\(([^()]*)\)")
_INLINE = frozenset({"", "inline", "contents"})
_ON_EDGE = frozenset({"90deg", "-90deg", "270deg", ".25turn", "0.25turn"})
"""Turned so far around a line in the page, words are seen from the side."""


def number(value: str) -> float | None:
    """Return a number or a percentage as a share, None for anything else."""
    found = _LENGTH.match(value)
    return float(found[1]) / (100 if found[2] == "%" else 1) if found else None


def pixels(value: str, relative: float) -> float | None:
    """Return a length in pixels, None for anything else; ``relative`` is what em and per cent are of."""
    found = _LENGTH.match(value)
    if not found:
        return None
    size, unit = float(found[1]), found[2]
    if unit in {"em", "ex", "ch"}:
        return size * relative
    if unit == "%":
        return size / 100 * relative
    return size * (_ONE_PER_CENT if unit in _SCREEN else _PX.get(unit, 1.0))


def out_of_sight(declared: Mapping[str, str], *, block: bool) -> str | None:
    """Return how an element is taken out of sight, None where it is not; ``block`` is what its tag makes it."""
    # Words within a line cannot be shifted or shrunk.
    apart = _placed(declared) or declared.get("float", "none") != "none"
    shaped = block or apart or declared.get("display", "") not in _INLINE
    if _moved(declared, shaped=shaped):
        return "moved off the page"
    if _shrunk(declared, shaped=shaped):
        return "shrunk to nothing"
    return "cut away" if _cut(declared) else None


def _placed(declared: Mapping[str, str]) -> bool:
    return declared.get("position") in {"absolute", "fixed"}


def _moved(declared: Mapping[str, str], *, shaped: bool) -> bool:
    get = declared.get
    moved = [pixels(get(p, ""), PLAIN_SIZE) for p in ("text-indent", "margin-left")]
    if _placed(declared) or get("position") == "relative":
        moved += [pixels(get(p, ""), PLAIN_SIZE) for p in ("left", "right", "top")]
    if any(m is not None and m <= _FAR_OFF for m in moved):
        return True
    indent = get("text-indent", "")
    if get("overflow") in {"hidden", "clip"} and indent.endswith("%") and (number(indent) or 0) >= 1:
        return True
    shifts = get("translate", "").split()
    for name, values in _transforms(declared):
        shifts += values if name.startswith("translate") else values[4:] if name == "matrix" else ()
    return shaped and any(map(_far, shifts))


def _far(shift: str) -> bool:
    """Return whether a shift leads out of every screen; per cent are of the element, and tell nothing."""
    size = pixels(shift, PLAIN_SIZE)
    found = _LENGTH.match(shift)
    if size is None or found is None or found[2] == "%":
        return False
    return abs(size) >= (_WHOLE * _ONE_PER_CENT if found[2] in _SCREEN else _FARTHEST)


def _shrunk(declared: Mapping[str, str], *, shaped: bool) -> bool:
    zoom = number(declared.get("zoom", ""))
    if zoom is not None and zoom <= _FLAT:
        return True
    if not shaped:
        return False
    sizes = [number(word) for word in declared.get("scale", "").split()[:2]]
    for name, values in _transforms(declared):
        if name in {"scale", "scalex", "scaley", "scale3d"}:
            sizes += [number(value) for value in values[:2]]
        elif name == "matrix" and len(values) == 6:  # noqa: PLR2004 - as the standard defines it
            a, b, c, d = (number(value) or 0.0 for value in values[:4])
            sizes.append(abs(a * d - b * c) ** 0.5)
        elif name in {"rotatex", "rotatey"}:
            sizes += [0.0] if not _ON_EDGE.isdisjoint(values) else []
    return any(s is not None and abs(s) <= _FLAT for s in sizes)


def _transforms(declared: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return the functions of a transform with what they are given."""
    found = _FUNCTION.findall(declared.get("transform", ""))
    return [(name, values.replace(",", " ").split()) for name, values in found]


def _cut(declared: Mapping[str, str]) -> bool:
    get = declared.get
    clipped = get("clip", "").replace(" ", "").replace(",", "").replace("px", "")
    if clipped in {"rect(0000)", "rect(1111)"} or _clipped(get("clip-path", "")):
        return True
    sides = [pixels(get(p, ""), PLAIN_SIZE) for p in ("height", "width", "max-height", "max-width")]
    return get("overflow") in {"hidden", "clip"} and any(s is not None and 0 <= s <= _NOTHING for s in sides)


def _clipped(path: str) -> bool:
    """Return whether a path that words are cut along encloses nothing."""
    found = _FUNCTION.search(path)
    if not found:
        return False
    name, given = found[1], found[2].partition(" round ")[0]
    if name == "polygon":
        points = [point.split() for point in given.split(",")]
        across, down = {p[0] for p in points if len(p) > 1}, {p[1] for p in points if len(p) > 1}
        return 1 in {len(across), len(down)}
    words = given.partition("at ")[0].split()
    sizes = [pixels(word, 1.0) for word in words]
    if name in {"circle", "ellipse"}:
        return any(s == 0 for s in sizes)
    if name != "inset" or not words:
        return False
    shares = [
        float(word.removesuffix("%")) if word.endswith("%") and number(word) is not None else 0.0 for word in words
    ]
    top, right, bottom, left = (shares * 4)[:4] if len(shares) in {1, 2, 4} else (*shares, shares[1])[:4]
    return top + bottom >= _WHOLE or left + right >= _WHOLE
