"""Which characters of a text no font can show, asked of the typesetter itself before a whole report is set.

A probe sets each cluster of a base and its marks once, which takes hundredths of a second however long the text is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import typst

FONTS = [str(files(package) / "files") for package in ("fontpkg_inter", "fontpkg_source_serif_4")]
_PROBE = Path(str(files("resources"))) / "report" / "probe.typ"
_BEYOND = re.compile("[^\\x00-\u024f\u2010-\u205e\u20ac]+")
"""Stretches of what is not in every font with Latin letters."""
_NOT_SHOWN = re.compile(r'the text `"(.*?)"` could not be displayed|codepoint `"(.*?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def clusters(text: str) -> list[str]:
    """Return each letter beyond Latin once, with the marks that it bears there."""
    found: set[str] = set()
    for stretch in set(_BEYOND.findall(text)):
        cluster = ""
        for character in stretch:
            if cluster and unicodedata.category(character)[0] == "M":
                cluster += character
            else:
                found.add(cluster)
                cluster = character
        found.add(cluster)
    return sorted(found - {""})


def missing(of: list[str], *, system_fonts: bool) -> set[str]:
    """Return the characters of these clusters that no font shows."""
    if not of:
        return set()
    try:
        typst.compile(
            str(_PROBE),
            root=str(_PROBE.parent),
            font_paths=FONTS,
            ignore_system_fonts=not system_fonts,
            sys_inputs={"data": json.dumps(of)},
            pdf_standards="ua-1",
            format="pdf",
        )
    except typst.TypstError as error:
        return uncovered(error)
    return set()


def uncovered(error: typst.TypstError) -> set[str]:
    """Return the characters that the typesetter says it could not show."""
    found: set[str] = set()
    for match in _NOT_SHOWN.finditer(str(getattr(error, "diagnostic", "")) or str(error)):
        quoted = match.group(1) or match.group(2) or ""
        found |= set(_ESCAPE.sub(lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), quoted))
    # Formatting characters are only named because of their neighbours, and ASCII is in every font.
    return {c for c in found - _VARIATION_SELECTORS if not c.isascii() and unicodedata.category(c) != "Cf"}
