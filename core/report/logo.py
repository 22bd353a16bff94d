"""An outlet's logo for the head of the report: a PNG or SVG file, checked before it is set on a page."""

from __future__ import annotations

import struct
from pathlib import Path

import typst

from core.errors import UsageError
from core.report.chosen_parts import Logo
from core.report.phrases import shorten

_LARGEST_BYTES = 2_000_000
_LARGEST_SIDE = 4_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 24
_SHOWN = 60
_REMEDY = "Choose a PNG or SVG file."
_TRIAL = b'#image(bytes(json(bytes(sys.inputs.data))), format: sys.inputs.format, alt: "x", height: 17pt)'


def read_logo(path: str, alt: str = "") -> Logo | None:
    """Return the picture of a file, None for an empty path.

    ``alt`` says what it shows. Raises :class:`UsageError` where the file cannot be used.
    """
    if not path.strip():
        return None
    name = shorten(Path(path).name, _SHOWN)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError):
        raise UsageError(f"The logo “{name}” cannot be read.", _REMEDY) from None
    if len(data) > _LARGEST_BYTES:
        raise UsageError(f"The logo “{name}” is larger than 2 MB.", "Choose a smaller one.")
    logo = Logo(_format(data, name), data, alt or "Logo")
    try:
        typst.compile(
            _TRIAL,
            sys_inputs={"data": str(list(data)), "format": logo.format},
            ignore_system_fonts=True,
            format="pdf",
        )
    except typst.TypstError:
        raise UsageError(f"The logo “{name}” is damaged.", _REMEDY) from None
    return logo


def _format(data: bytes, name: str) -> str:
    if data.startswith(_PNG):
        if len(data) < _PNG_HEAD:
            raise UsageError(f"The logo “{name}” is damaged.", _REMEDY)
        if max(struct.unpack(">II", data[16:_PNG_HEAD])) > _LARGEST_SIDE:
            raise UsageError(
                f"The logo “{name}” is more than {_LARGEST_SIDE:,} pixels wide or high.", "Choose a smaller one."
            )
        return "png"
    if b"<svg" in data[:4096].lower():
        return "svg"
    raise UsageError(f"The logo “{name}” is neither PNG nor SVG.", _REMEDY)
