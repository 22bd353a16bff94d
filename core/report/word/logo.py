"""An outlet's logo as Word can show it: every version of Word reads PNG, and hardly one SVG."""

from __future__ import annotations

import io

import typst
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from core.errors import ExportError
from core.report.chosen_parts import Logo

_HIGH, _PER_INCH = 24, 600
"""How high a picture is drawn, in points, and how finely, in pixels per inch: sharp in print."""
_PAGE = f"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.data))), format: sys.inputs.format, alt: "x", height: {_HIGH}pt)"""


def word_picture(logo: Logo) -> bytes:
    """Return the logo as a PNG file, drawn anew where it is none; raises :class:`ExportError` where that fails."""
    if logo.format == "png" and _readable(logo.data):
        return logo.data
    try:
        made = typst.compile(
            _PAGE.encode(),
            sys_inputs={"data": str(list(logo.data)), "format": logo.format},
            ignore_system_fonts=True,
            format="png",
            ppi=_PER_INCH,
        )
    except typst.TypstError:
        raise ExportError("The logo cannot be set in a Word document.", "Choose another picture, or none.") from None
    return made if isinstance(made, bytes) else b"".join(made)


def _readable(data: bytes) -> bool:
    try:
        Image.from_file(io.BytesIO(data))
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return False
    return True
