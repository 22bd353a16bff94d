"""Look into a ZIP archive of unknown origin: what articles it holds, and one of them unpacked, within limits.

Runs in the process that reads files. Nothing is written: a name inside is only ever shown, and made harmless first.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace

from core.ingest.folder import left_out, passed_over
from core.ingest.kinds import SUFFIXES
from core.ingest.limits import MAX_FILE, MAX_MEMBERS, MAX_UNPACKED
from core.ingest.messages import MAX_NOTICES, Listing, Member, Taken, line
from core.ingest.names import safe_name, unused
from core.ingest.packed import archive_of, too_large, unpacked
from core.ingest.source import Source, shown

_AGAIN = "Pack the articles anew and add that."
_UTF8 = 0x800
_FIXED_HEAD = 30
"""The bytes that stand before a part at least."""
_OF_MACS = "__MACOSX"


def listing(source: Source) -> Listing:
    """Return the articles in an archive; raises :class:`~core.errors.ArticleError`."""
    members: list[Member] = []
    notices: list[str] = []
    foreign: list[str] = []
    taken: dict[str, int] = {}
    for number, entry in enumerate(_opened(source).infolist()):
        given = _name(entry)
        parts = given.replace("\\", "/").split("/")
        if entry.is_dir() or parts[0] == _OF_MACS or any(passed_over(part) and part.strip(".") for part in parts):
            continue
        safe = _safe(parts)
        if not safe or f".{safe.rpartition('.')[2].lower()}" not in SUFFIXES:
            foreign.append(given)
            continue
        name = unused(safe, taken)
        if name != given:
            why = (
                "there is another of that name" if name != safe else "its name would lead elsewhere or cannot be shown"
            )
            notices.append(f"“{shown(given)}” in “{shown(source.path)}” is shown as “{name}”: {why}.")
        members.append(Member(name, number))
    if len(members) > MAX_MEMBERS:
        notices.append(f"“{shown(source.path)}” holds more than {MAX_MEMBERS:,} articles; the rest was left out.")
    if foreign:
        notices.append(left_out(source.path, foreign))
    return Listing(tuple(members[:MAX_MEMBERS]), tuple(line(notice) for notice in notices[-MAX_NOTICES:]))


def taken(source: Source, number: int) -> Taken:
    """Return one part unpacked; raises :class:`~core.errors.ArticleError`."""
    archive = _opened(source)
    entry = archive.infolist()[number]
    safe = _safe(_name(entry).replace("\\", "/").split("/"))
    part = replace(source, path=f"{source.path}/{safe}")
    return Taken(unpacked(part, archive, entry, MAX_FILE, _AGAIN))


def _opened(source: Source) -> zipfile.ZipFile:
    archive = archive_of(source, "files", "Pack the articles alone and add that.", _AGAIN)
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise too_large(source, MAX_UNPACKED)
    _check_apart(source, archive.infolist())
    return archive


def _check_apart(source: Source, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that overlap: so a small archive is made to unpack to an enormous one."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise source.error("is damaged: its parts overlap, as in archives that are made to do harm", _AGAIN)
        end = entry.header_offset + _FIXED_HEAD + entry.compress_size


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a part's name. Many programs write UTF-8 and do not say so; the standard's default is code page 437."""
    if entry.flag_bits & _UTF8 or entry.orig_filename.isascii():
        return entry.orig_filename
    try:
        return entry.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.orig_filename


def _safe(parts: list[str]) -> str:
    """Return a name that leads nowhere but into the archive."""
    return "/".join(filter(None, map(safe_name, parts)))
