"""What is told of a fault of the program itself: its kind and the places it went through, never its words.

The message of an error, a line of somebody else's code or a local variable may quote an article, and what is told of a
fault is sent on or kept in a log. So a report names the type, modules of our own with line numbers, and the versions.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from core import __version__

_ROOT = Path(__file__).resolve().parent.parent
_OWN = ("core", "desktop", "resources", "seeds")
_MOST_PLACES = 40
_MOST_CAUSES = 5
_LONGEST_NAME = 80


def places(error: BaseException) -> tuple[str, ...]:
    """Return where an error went through modules of our own, the outermost first: ``core/align/links.py:120``."""
    found = [_place(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    own = [place for place in found if place]
    if len(own) > _MOST_PLACES:  # an endless recursion: how it began, and where it was
        own = [*own[: _MOST_PLACES // 2], "…", *own[-_MOST_PLACES // 2 :]]
    return tuple(own)


def short(error: BaseException) -> str:
    """Return an error in a few words: ``ValueError in core/align/links.py:120``."""
    at = places(error)
    return f"{_name(error)} in {at[-1]}" if at else _name(error)


def described(error: BaseException) -> str:
    """Return an error and what led to it, a line for each kind and place."""
    lines: list[str] = []
    for number, one in enumerate(_causes(error)):
        lines.append(f"{'caused by ' if number else ''}{_name(one)}")
        lines += [f"  {place}" for place in places(one)]
    return "\n".join(lines)


def report(error: BaseException) -> str:
    """Return all that is told of a fault, to be copied and sent: with the versions, without anybody's words."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"Cognate {__version__}\nPython {platform.python_version()}\n{system}\n\n{described(error)}\n"


def tell_faults_shortly() -> None:
    """From now on, have an error that nobody handles told by a report without words, on standard error."""
    sys.excepthook = _tell


def _tell(_kind: type[BaseException], error: BaseException, _at: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    sys.stderr.write(f"Cognate stopped because of a fault of its own. Please report it:\n{report(error)}")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in seen and len(seen) < _MOST_CAUSES:
        yield one
        seen.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _name(error: BaseException) -> str:
    return type(error).__qualname__[:_LONGEST_NAME]


def _place(file: str, line: int) -> str:
    """Return a place in a module of our own, nothing for any other."""
    name = Path(file)
    if name.is_absolute():  # a packaged program's modules have no place on the disk, and are named as here already
        try:
            name = name.relative_to(_ROOT)
        except ValueError:
            return ""
    return f"{name.as_posix()}:{line}" if name.parts[:1] and name.parts[0] in _OWN else ""
