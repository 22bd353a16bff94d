"""Colours by meaning of the Word report: those of ``resources/report/tokens.typ``, as Word writes them.

For greyscale printing every ink is grey or black: classes and marks then differ by pattern, sign and underline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.model import MatchClass
from core.report.options import Marks


@dataclass(frozen=True, slots=True)
class ClassInk:
    """What a class is written in, the ground behind it, and its part of the bar."""

    ink: str
    tint: str
    bar: str


@dataclass(frozen=True, slots=True)
class Inks:
    """One set of colours, each six hexadecimal digits."""

    line: str
    line2: str
    high: str
    medium: str
    low: str
    ok: str
    added: str
    added_tint: str
    changed: str
    synonym: str
    classes: Mapping[MatchClass, ClassInk]
    ink: str = "1D2126"
    ink2: str = "4C525A"
    ink3: str = "60666E"
    paper: str = "FFFFFF"


def inks(marks: Marks) -> Inks:
    """Return the colours for a way of marking."""
    return _GREY if marks is Marks.UNDERLINE else _COLOUR


def _grey(bar: str, tint: str = "EDEDED") -> ClassInk:
    return ClassInk("1D2126", tint, bar)


_COLOUR = Inks(
    line="E2DED6",
    line2="CFCAC0",
    high="9E1F0B",
    medium="B04A00",
    low="60666E",
    ok="23663F",
    added="1B5AA6",
    added_tint="D9E8F9",
    changed="B04A00",
    synonym="735C00",
    classes={
        MatchClass.VERBATIM: ClassInk("9E1F0B", "F8D5CB", "8E1A07"),
        MatchClass.CLOSE: ClassInk("B04A00", "FDE9D7", "D96E14"),
        MatchClass.PARAPHRASE: ClassInk("735C00", "FAF3D4", "EFD55C"),
        MatchClass.QUOTATION: ClassInk("1B5AA6", "D9E8F9", "2F78C8"),
        MatchClass.SAME_FACT: ClassInk("525C66", "E9ECEF", "9AA5B0"),
        MatchClass.NO_SOURCE: ClassInk("60666E", "FFFFFF", "DAD6CE"),
        MatchClass.UNCHECKED: ClassInk("60666E", "FFFFFF", "FFFFFF"),
    },
)
_GREY = Inks(
    line="DEDEDE",
    line2="C6C6C6",
    high="1D2126",
    medium="1D2126",
    low="4C525A",
    ok="1D2126",
    added="1D2126",
    added_tint="FFFFFF",
    changed="1D2126",
    synonym="1D2126",
    classes={
        MatchClass.VERBATIM: _grey("3A3A3A"),
        MatchClass.CLOSE: _grey("8A8A8A"),
        MatchClass.PARAPHRASE: _grey("D9D9D9"),
        MatchClass.QUOTATION: _grey("5E5E5E"),
        MatchClass.SAME_FACT: _grey("B5B5B5"),
        MatchClass.NO_SOURCE: _grey("F4F4F4", "FFFFFF"),
        MatchClass.UNCHECKED: _grey("FFFFFF", "FFFFFF"),
    },
)
