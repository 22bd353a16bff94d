"""Every kind of hostile file, and which of them only ``make soak`` reads, for each takes its seconds."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile import archives, markup, pdfs, texts

KINDS: dict[str, Callable[[], bytes]] = archives.KINDS | markup.KINDS | pdfs.KINDS | texts.KINDS
"""What makes a file, by the file's name. Long texts come last: what Python keeps of one is not the next file's."""
SLOW = frozenset(
    {"crowded.zip", "many-bombs.zip"}
    | {"runs.docx", "selectors.html", "nested.eml", "attachments.eml", "fonts.rtf", "words.rtf", "text-bomb.pdf"}
    | {"forms.pdf", "backticks.md", "brackets.md", "links.md", "stars.md", "table.md"}
    | {"initials.txt", "lines.txt", "one-line-of-a-megabyte.txt", "zero-width-between.txt", "open-quotes.txt"}
)
ENDLESS = "endless.rtf"
"""What takes longer than any file may."""
SAID = {
    ENDLESS: "took too long to read",
    "bomb.pdf": "needs more memory",
    "loop-of-forms.pdf": "needs more memory|took too long",  # whichever comes first
    "same-page.pdf": "has more than 5,000 pages",
    "parameters.eml": "has longer heads than a mail has",
    "encrypted.docx": "password",
    "locked.pdf": "password",
    "encrypted.zip": "password",
}
"""What some are refused for, as a pattern."""
OPEN = frozenset(
    {"sound.pdf", "script.pdf", "launch.pdf", "image.pdf", "only-owner.pdf", "names.zip", "doubled.zip", "object.rtf"}
)
"""What can be read, whatever else is in it."""
FORMATS = frozenset({"txt", "md", "html", "mhtml", "docx", "odt", "rtf", "pdf", "eml", "msg", "epub", "zip"})
