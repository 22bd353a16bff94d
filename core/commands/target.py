"""Where a command writes to: a file, whole or not at all, or standard output as ``-``."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from core.errors import ExportError, UsageError
from core.report.atomic import write_whole

STDOUT = "-"


def check_targets(
    targets: Mapping[str, str | None], inputs: Sequence[str], folder: str | None = None, files: Sequence[str] = ()
) -> None:
    """See that no two exports meet and none falls on an article; raises :class:`UsageError`.

    Args:
        targets: what each option names, by option.
        inputs: the files that are read.
        folder: what ``--csv`` names.
        files: the names of the files that are written into it.
    """
    taken = {place_of(name) for name in inputs}
    for option, target in targets.items():
        if target is None:
            continue
        if not target:
            raise UsageError(f"{option} needs a file name.")
        place = target if target == STDOUT else place_of(target)
        if place in taken and not _is_device(target):
            _refuse(option, "standard output" if target == STDOUT else f"“{target}”")
        taken.add(place)
    if folder is None:
        return
    if folder in ("", STDOUT):
        raise UsageError("--csv needs a folder, for it writes several files.")
    for name in (folder, *(os.path.join(folder, file) for file in files)):  # noqa: PTH118 - may be no path at all
        if place_of(name) in taken:
            _refuse("--csv", f"“{name}”")


def _refuse(option: str, what: str) -> NoReturn:
    raise UsageError(f"{option} would write over {what}, which is already used.", "Name another file.")


def write(target: str, data: bytes) -> None:
    """Write to the target; raises :class:`ExportError`."""
    if target == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif _is_device(target):
        with _opened(target) as line:
            line(data)
    else:
        # What a link points to is replaced, not the link.
        write_whole(place_of(target), data)


@contextmanager
def lines(target: str | None) -> Iterator[Callable[[str], None]]:
    """Give a function that writes one line at once; None is standard output.

    A file grows line by line, so that what was finished is kept when a long run is stopped.
    """
    if target is None or target == STDOUT:
        yield lambda line: write(STDOUT, encoded(line + "\n"))
    else:
        with _opened(target) as put:
            yield lambda line: put(encoded(line + "\n"))


def encoded(text: str) -> bytes:
    r"""Return UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes its JSON escape ``\udc80``."""
    return text.encode("utf-8", "backslashreplace")


@contextmanager
def _opened(target: str) -> Iterator[Callable[[bytes], None]]:
    # Opening and writing are guarded, each by itself: what goes wrong between the lines is not the target's fault.
    try:
        file = Path(target).open("wb", buffering=0)  # noqa: SIM115 - closed below, where it is surely open
    except (OSError, ValueError) as error:
        raise _unwritable(target, error) from None

    def put(data: bytes) -> None:
        try:
            _all(file.write, data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable(target, error) from None

    with file:
        yield put


def _unwritable(target: str, error: OSError | ValueError) -> ExportError:
    reason = error.strerror if isinstance(error, OSError) else "not a file name"
    return ExportError(f"“{target}” cannot be written ({reason}).", "Choose another file.")


def _all(put: Callable[[bytes], int | None], data: bytes) -> None:
    """Write all of the data; a pipe may take it in parts."""
    while data:
        data = data[put(data) or 0 :]


def place_of(name: str) -> str:
    """Return where the name really leads; one that cannot be a path stays as it is, and fails when it is used."""
    try:
        return os.path.realpath(name)
    except ValueError:
        return name


def _is_device(name: str) -> bool:
    """Return whether the name is a pipe or a device, which must be written to and not replaced."""
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
