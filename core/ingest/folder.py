"""Find the files in a folder that may be articles: sorted, never out of it, never round in a circle, never without end.

Symbolic links to folders are not followed; those to files are where they stay inside.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from core.ingest.kinds import SUFFIXES
from core.ingest.limits import MAX_MEMBERS, MAX_PARTS
from core.ingest.source import shown

_DEEPEST = 32
_LOCKS = (("~$", ""), (".~lock.", "#"))
"""How the names of the files begin and end that office programs put beside what they have open."""
_NAMED = 3


@dataclass
class Found:
    """What a folder holds."""

    places: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    errors: list[tuple[str, OSError]] = field(default_factory=list)


def found_in(path: str) -> Found:
    """Return the files in a folder and in the folders inside it that have an article's suffix, in order."""
    found, left = Found(), MAX_PARTS
    root = os.path.realpath(path)
    waiting = [(path, 0)]
    foreign: list[str] = []
    while waiting and len(found.places) <= MAX_MEMBERS:
        folder, depth = waiting.pop()
        entries = _entries(folder, left, found)
        left -= len(entries)
        folders = [(entry.path, depth + 1) for entry in entries if _is_folder(entry)]
        for entry in entries:
            if _is_folder(entry):
                continue
            if _leads_out(entry, root):
                found.notices.append(f"“{shown(entry.path)}” leads to another place and was left out.")
            elif Path(entry.name).suffix.lower() in SUFFIXES:
                found.places.append(entry.path)
            else:
                foreign.append(entry.name)
        if depth < _DEEPEST:
            waiting += reversed(folders)
        elif folders:
            found.notices.append(f"“{shown(folder)}” lies too deep; the folders inside it were left out.")
    if waiting or left <= 0:
        found.notices.append(f"“{shown(path)}” holds too many files; the rest was left out.")
    if foreign:
        found.notices.append(left_out(path, foreign))
    return found


def passed_over(name: str) -> bool:
    """Return whether a file or a folder is hidden, or another program's sign that it has a file open."""
    return name.startswith(".") or any(name.startswith(a) and name.endswith(b) for a, b in _LOCKS)


def left_out(path: str, names: list[str]) -> str:
    """Return the sentence on files that are no articles by their names."""
    first = ", ".join(f"“{shown(name)}”" for name in names[:_NAMED])
    rest = len(names) - _NAMED
    more = f" and {rest:,} more" if rest > 0 else ""
    return f"“{shown(path)}” also holds what is no article by its name and was left out: {first}{more}."


def _entries(folder: str, most: int, found: Found) -> list[os.DirEntry[str]]:
    """Return what is to be seen in a folder, in order, as many as ``most``; one that cannot be opened is noted."""
    entries: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as listed:
            for entry in listed:
                if len(entries) >= most:
                    break
                if not passed_over(entry.name):
                    entries.append(entry)
    except OSError as error:
        found.errors.append((folder, error))
    return sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _leads_out(entry: os.DirEntry[str], root: str) -> bool:
    """Return whether a link leads out of the folder, to a folder, or nowhere."""
    if not entry.is_symlink():
        return False
    target = os.path.realpath(entry.path)
    return os.path.commonpath((root, target)) != root or not Path(target).is_file()
