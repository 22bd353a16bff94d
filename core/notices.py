"""Sentences about the reading of a text file that more than its reader must know again. Pure."""

from __future__ import annotations

_GUESSED = "The file does not say how its characters are encoded"


def guess_notice(encoding: str) -> str:
    """Return the sentence that tells an editor of a guess."""
    return f"{_GUESSED}; it was read as {encoding}."


def encoding_guessed(notice: str) -> str:
    """Return the encoding that the sentence of a guess names."""
    return notice.removesuffix(".").rsplit(" ", 1)[-1]


def parts_notice(first: str, second: str, line: int) -> str:
    """Return the sentence that tells an editor of a text in two encodings; ``line`` begins the second part."""
    return f"The file is in two encodings; it was read as {first}, and from line {line:,} on as {second}."


def damage_notice(text: str) -> str:
    """Return the sentence that tells an editor of damaged UTF-8, nothing where there is none."""
    lost = text.count("\ufffd")
    places = "1 place is" if lost == 1 else f"{lost:,} places are"
    return f"The file is damaged: {places} shown as �." if lost else ""


def tells_guess(notice: str) -> bool:
    """Return whether a document's notice is the sentence that tells of a guess."""
    return notice.startswith(_GUESSED)
