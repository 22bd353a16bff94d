"""Find the articles in a folder, an archive or a mail, and open one of them by its path.

A path goes on inside an archive as if that were a folder: ``archive.zip/inner/a.docx``. Archives are unpacked by the
process that reads files, one article at a time, never onto the disk.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ArticleError
from core.ingest.apart import Still, Wait, list_apart, take_apart, wanted
from core.ingest.folder import found_in
from core.ingest.kinds import SUFFIXES, Kind, kind_of
from core.ingest.limits import MAX_ARCHIVES, MAX_DEPTH, MAX_MEMBERS
from core.ingest.opening import bytes_of, unopened
from core.ingest.source import Source, shown

if TYPE_CHECKING:
    from core.ingest.messages import Member

_HOLDERS = (Kind.ZIP, Kind.EML, Kind.MSG)
"""What has articles inside it: archives, and mails with attachments."""
_SEPARATORS = frozenset(filter(None, ("/", os.sep, os.altsep)))


@dataclass(frozen=True, slots=True)
class Expansion:
    """The articles that a path stands for, as :func:`core.ingest.read` takes them, in order.

    ``notices`` are sentences about what was left out or renamed; ``errors`` what could not be looked into.
    """

    places: tuple[str, ...]
    notices: tuple[str, ...] = ()
    errors: tuple[ArticleError, ...] = ()


def expand(path: str | Path, still: Still = wanted) -> Expansion:
    """Return the articles in a folder (with all folders and archives inside it) or an archive; else the path itself.

    A mail stands for itself: what is attached to it is named by its document. ``still`` is heard as by
    :func:`core.ingest.read`.
    """
    name = str(path)
    gathering = _Gathering(still)
    try:
        if stat.S_ISDIR(Path(name).stat().st_mode):
            gathering.folder(name)
        else:
            gathering.file(name)
    except (OSError, ValueError):
        gathering.places.append(name)  # whoever reads it says what is wrong, or finds it inside an archive
    return Expansion(tuple(gathering.places), tuple(gathering.notices), tuple(gathering.errors))


def opened(path: str, wait: Wait, encoding: str | None = None) -> Source:
    """Return the file, or the article inside an archive or a mail, at a path; raises :class:`ArticleError`."""
    outer, inner = _parted(path)
    source = _source(outer, bytes_of(outer), encoding)
    for _ in range(MAX_DEPTH + 1):
        if not inner:
            return source
        kind = kind_of(source.data, source.suffix)
        if kind not in _HOLDERS:
            break
        members = list_apart(kind, source, wait).members
        member = _leading(members, inner)
        if member is None:
            break
        source = _taken(kind, source, member, wait, encoding)
        inner = inner[len(member.name) + 1 :]
    raise ArticleError(path, f"“{shown(path)}” does not exist.", "Check the path; a part of it is no folder.")


@dataclass
class _Gathering:
    """Puts an expansion together."""

    still: Still
    places: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    errors: list[ArticleError] = field(default_factory=list)
    archives: int = 0

    def folder(self, path: str) -> None:
        """Take what is in a folder."""
        found = found_in(path)
        self.notices += found.notices
        self.errors += (unopened(name, error) for name, error in found.errors)
        for place in found.places:
            self.still()
            if not self._room(path):
                return
            self.file(place)
        if not (self.places or self.errors):
            said = f"“{shown(path)}” is a folder that holds no articles."
            self.errors.append(ArticleError(path, said, "Add a folder with articles in it, or the files themselves."))

    def file(self, path: str) -> None:
        """Take a file, or what is in it where it is an archive."""
        if Path(path).suffix.lower() != ".zip" and not _begins_packed(path):
            self.places.append(path)
            return
        wait = Wait(self.still)
        try:
            source = _source(path, bytes_of(path))
            if kind_of(source.data, source.suffix) is Kind.ZIP:
                self._archive(source, wait, depth=1)
            else:
                self.places.append(path)
        except ArticleError as error:
            self.errors.append(error)

    def _archive(self, source: Source, wait: Wait, depth: int) -> None:
        self.archives += 1
        listing = list_apart(Kind.ZIP, source, wait)
        self.notices += listing.notices
        before = len(self.places), len(self.errors)
        for member in listing.members:
            self.still()
            place = f"{source.path}/{member.name}"
            if not self._room(source.path):
                return
            if SUFFIXES.get(Path(member.name).suffix.lower()) is Kind.ZIP:
                self._inner(source, member, wait, depth)
            else:
                self.places.append(place)
        if depth == 1 and before == (len(self.places), len(self.errors)):
            self.errors.append(source.error("holds no articles", "Add an archive with articles in it."))

    def _inner(self, source: Source, member: Member, wait: Wait, depth: int) -> None:
        """Take what is in an archive inside an archive."""
        place = f"{source.path}/{member.name}"
        if depth >= MAX_DEPTH or self.archives >= MAX_ARCHIVES:
            where = "too deep inside other archives" if depth >= MAX_DEPTH else "one archive too many"
            self._tell(f"“{shown(place)}” is {where} and was left out.")
            return
        try:
            inner = _taken(Kind.ZIP, source, member, wait, None)
            if kind_of(inner.data, inner.suffix) is Kind.ZIP:
                self._archive(inner, wait, depth + 1)
            else:
                self.places.append(place)
        except ArticleError as error:
            self.errors.append(error)

    def _room(self, path: str) -> bool:
        room = len(self.places) < MAX_MEMBERS
        if not room:
            self._tell(f"“{shown(path)}” holds more than {MAX_MEMBERS:,} articles; the rest was left out.")
        return room

    def _tell(self, notice: str) -> None:
        if len(self.notices) < MAX_MEMBERS:
            self.notices.append(notice)


def _taken(kind: Kind, source: Source, member: Member, wait: Wait, encoding: str | None) -> Source:
    place = f"{source.path}/{member.name}"
    try:
        return _source(place, take_apart(kind, source, member.number, wait), encoding)
    except ArticleError as error:
        raise ArticleError(place, error.what, error.remedy) from None


def _source(path: str, data: bytes, encoding: str | None = None) -> Source:
    return Source(path, data, hashlib.sha256(data).hexdigest(), encoding)


def _parted(path: str) -> tuple[str, str]:
    """Return the file that a path leads to or into, and what follows inside it."""
    try:
        if os.path.lexists(path):
            return path, ""
        for end in range(len(path) - 1, 0, -1):
            if path[end] in _SEPARATORS and Path(path[:end]).is_file():
                return path[:end], path[end + 1 :].replace(os.sep, "/")
    except (OSError, ValueError):
        return path, ""
    return path, ""


def _leading(members: tuple[Member, ...], inner: str) -> Member | None:
    """Return the member that a path inside an archive leads to or into."""
    exact = (m for m in members if inner == m.name)
    return next(exact, None) or next((m for m in members if inner.startswith(f"{m.name}/")), None)


def _begins_packed(path: str) -> bool:
    """Return whether a plain file without a known suffix begins like an archive."""
    if Path(path).suffix.lower() in SUFFIXES or not Path(path).is_file():
        return False
    try:
        return bytes_of(path).startswith(b"PK")
    except ArticleError:
        return False
