"""What the keeper's thread does: one file, and the changes that wait to be written to it. No Qt in here.

Changes are asked for on any thread; everything else is called on the keeper's thread only.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.case.contents import CaseContents, SettingName
from core.case.file import CaseFile
from core.case.trouble import DamagedError, TooLargeError
from core.case.unsaved import create_unsaved, forget
from core.errors import CaseError, CognateError

Change = Callable[[CaseFile], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the case is kept."""

    path: Path | None = None
    untitled: bool = True
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """How a case is to be opened."""

    read_only: bool
    untitled: bool
    rescued: Path
    """The folder for a case that is saved from a damaged file."""


class Clerk:
    """Writes changes in order; one that fails stays, and those after it wait."""

    def __init__(self) -> None:
        self._file: CaseFile | None = None
        self._untitled = True
        self._folder: Path | None = None
        self._changes: dict[Hashable, Change] = {}
        self._guard = threading.Lock()

    @property
    def place(self) -> Place:
        """Return where the case is kept now."""
        file = self._file
        return Place() if file is None else Place(file.path, self._untitled, file.read_only)

    @property
    def waiting(self) -> bool:
        """Return whether changes wait; true while one is being written."""
        with self._guard:
            return bool(self._changes)

    def ask(self, thing: Hashable, change: Change) -> None:
        """Have a change written; an older one of the same thing need not be any more."""
        with self._guard:
            self._changes.pop(thing, None)
            self._changes[thing] = change

    def begin(self, folder: Path, *, discard: bool) -> None:
        """Go on with a new case in that folder; it is made later where it cannot be made now."""
        self.leave(discard=discard)
        self._folder = folder
        self.write()

    def open(self, path: Path, how: Opening, *, discard: bool) -> CaseContents:
        """Go on with the case in that file and return what it holds; on an error the present one stays.

        Of a damaged one, what can be read goes into a new case without a name, and the file stays as it is.
        """
        if self.waiting and not discard:
            self.write()
        if self._is_here(path, read_only=how.read_only) and self._file is not None:
            if discard:
                self._forget_changes()
            return self._file.read()
        try:
            file, contents, untitled = *_read(path, how), how.untitled
        except DamagedError:
            file, contents, untitled = *_rescued(path, how.rescued), True
        self.leave(discard=discard)
        self._file, self._untitled = file, untitled
        return contents

    def save_as(self, path: Path, title: str = "") -> None:
        """Write the case and the changes that wait to that file, and go on there; only the new file gets the title."""
        with self._guard:
            changes = dict(self._changes)
        if title:
            changes["setting", SettingName.TITLE.value] = lambda case: case.keep_setting(SettingName.TITLE, title)
        before = self._file
        if before is None:
            with CaseFile.in_memory() as empty:
                file = empty.save_as(path, changes.values())
        else:
            file = before.save_as(path, changes.values())
        for thing, change in changes.items():
            self._drop(thing, change)
        untitled, self._file, self._untitled, self._folder = self._untitled, file, False, None
        if before is not None:
            before.close()
            if untitled and not _same(before.path, path):
                _delete(before.path)
        self.write()

    def write(self) -> None:
        """Write the changes that wait, in order; raises at the first that cannot be."""
        if self._file is None:
            if self._folder is None:
                return
            self._file, self._untitled = create_unsaved(self._folder), True
        while True:
            with self._guard:
                thing, change = next(iter(self._changes.items()), (None, None))
            if change is None:
                return
            try:
                change(self._file)
            except TooLargeError:
                self._drop(thing, change)  # it is as large the next time
                raise
            except CognateError:
                raise
            except Exception:
                # A fault of ours is one the next time too: it must not hold up the others for ever.
                self._drop(thing, change)
                raise
            self._drop(thing, change)

    def leave(self, *, discard: bool) -> None:
        """Write what waits and let the file go; a case without a name is deleted if it is empty or to be discarded."""
        if discard:
            self._forget_changes()
        elif self.waiting:
            self.write()
        file, self._file, self._folder = self._file, None, None
        if file is None:
            return
        needless = self._untitled and not file.read_only and (discard or _is_empty(file))
        file.close()
        if needless:
            _delete(file.path)

    def _is_here(self, path: Path, *, read_only: bool) -> bool:
        file = self._file
        return file is not None and file.read_only == read_only and _same(file.path, path)

    def _drop(self, thing: Hashable, change: Change) -> None:
        with self._guard:
            if self._changes.get(thing) is change:  # else it was asked again meanwhile, and waits
                del self._changes[thing]

    def _forget_changes(self) -> None:
        with self._guard:
            self._changes.clear()


def _read(path: Path, how: Opening) -> tuple[CaseFile, CaseContents]:
    file = CaseFile.open(path, read_only=how.read_only)
    try:
        return file, file.read()
    except BaseException:
        file.close()
        raise


def _rescued(path: Path, folder: Path) -> tuple[CaseFile, CaseContents]:
    from core.case.salvage import salvaged  # noqa: PLC0415 - loaded when a file is damaged

    contents = salvaged(path)
    file = create_unsaved(folder)
    try:
        file.keep_all(contents)
    except BaseException:
        file.close()
        _delete(file.path)
        raise
    return file, contents


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False


def _is_empty(file: CaseFile) -> bool:
    with suppress(CaseError):
        return file.empty
    return False


def _delete(path: Path) -> None:
    with suppress(CaseError):  # what is left is offered at the next start
        forget(path)
