"""The names in a Word file's XML, in both of the standard's namespaces (transitional and strict). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_OFF = ("0", "false", "off", "none")

# What is put in fonts of signs and is not a sign of its own: the file gives a place in the font's own order, which is
# that of the Symbol font (Adobe's Symbol encoding); bullets and ticks of Wingdings stand for no words.
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x41: "Α", 0x42: "Β", 0x43: "Χ", 0x44: "Δ",
    0x45: "Ε", 0x46: "Φ", 0x47: "Γ", 0x48: "Η", 0x49: "Ι", 0x4A: "ϑ", 0x4B: "Κ", 0x4C: "Λ", 0x4D: "Μ", 0x4E: "Ν",
    0x4F: "Ο", 0x50: "Π", 0x51: "Θ", 0x52: "Ρ", 0x53: "Σ", 0x54: "Τ", 0x55: "Υ", 0x56: "ς", 0x57: "Ω", 0x58: "Ξ",
    0x59: "Ψ", 0x5A: "Ζ", 0x5C: "∴", 0x5E: "⊥", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ",
    0x67: "γ", 0x68: "η", 0x69: "ι", 0x6A: "ϕ", 0x6B: "κ", 0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x6F: "ο", 0x70: "π",
    0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x75: "υ", 0x76: "ϖ", 0x77: "ω", 0x78: "ξ", 0x79: "ψ", 0x7A: "ζ",
    0x7E: "∼", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)


def word_name(element: _Element) -> str:
    """Return an element's name in Word's own namespace, nothing for an element of another."""
    tag: str = element.tag
    for space in _WORD:
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def bare_name(element: _Element) -> str:
    """Return an element's name whatever its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def child(element: _Element | None, name: str) -> _Element | None:
    """Return the first child of a name in Word's namespace."""
    if element is None:
        return None
    return next((found for space in _WORD if (found := element.find(f"{space}{name}")) is not None), None)


def attribute(element: _Element | None, name: str) -> str | None:
    """Return an attribute in Word's namespace; None where it or the element is missing."""
    if element is None:
        return None
    return next((found for space in _WORD if (found := element.get(f"{space}{name}")) is not None), None)


def switch(element: _Element | None) -> bool | None:
    """Return what a property that is on or off says; None where it says nothing."""
    return None if element is None else (attribute(element, "val") or "true").lower() not in _OFF


def number(value: str | None) -> float | None:
    """Return the number in a measure, None for anything else."""
    try:
        return float(value) if value else None
    except ValueError:
        return None


def sign(font: str, place: str) -> str:
    """Return the character for a place (hexadecimal) in a font of signs; nothing where it is an ornament."""
    try:
        code = int(place, 16)
    except ValueError:
        return ""
    if code in _PRIVATE:
        code -= _PRIVATE.start
        return _SYMBOL.get(code, chr(code) if chr(code).isdigit() else "") if "symbol" in font.lower() else ""
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""  # noqa: PLR2004 - code points
