"""Cases that have no name yet: each is kept from the first moment in a folder of the program's own."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from core.case.file import SUFFIX, CaseFile
from core.case.lock import refuse_if_open
from core.case.trouble import OpenElsewhereError, from_system
from core.errors import CaseError

_OWN_ONLY = 0o700


def unsaved_folder() -> Path:
    """Return where cases without a name are kept."""
    import platformdirs  # noqa: PLC0415 - not before a case without a name is looked for

    return Path(platformdirs.user_data_dir("cognate")) / "unsaved"


def create_unsaved(folder: Path) -> CaseFile:
    """Make an empty case with a name of its own in the folder, which is made where it is missing."""
    try:
        folder.mkdir(parents=True, mode=_OWN_ONLY, exist_ok=True)
    except OSError as error:
        raise from_system(folder, error) from None
    name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.urandom(4).hex()}{SUFFIX}"
    return CaseFile.create(folder / name, private=True)


def unfinished(folder: Path) -> tuple[Path, ...]:
    """Return the cases that a crash left in the folder, the newest first; not those that are open or empty."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file()]
    except OSError:
        return ()
    return tuple(sorted((path for path in found if _left(path)), key=lambda path: path.name, reverse=True))


def forget(path: Path) -> None:
    """Delete a case and what SQLite left beside it; raises :class:`CaseError`."""
    refuse_if_open(path)
    try:
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    except OSError as error:
        raise from_system(path, error) from None


def _left(path: Path) -> bool:
    try:
        refuse_if_open(path)
        with CaseFile.open(path, read_only=True) as case:
            return not case.empty
    except OpenElsewhereError:
        return False
    except CaseError:
        # A write that was cut short is taken back when the case is opened to write; else opening tells what is wrong.
        return _holds_something(path)


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
