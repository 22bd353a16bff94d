"""Where the packaged program begins: the command line, which opens the desktop where no command is named."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence

_LIBRARIES = "LD_LIBRARY_PATH"
_BEFORE = "LD_LIBRARY_PATH_ORIG"
"""Where the loader that started this program keeps what the variable was before."""
_HELPERS = ("from multiprocessing.forkserver import main", "from multiprocessing.resource_tracker import main")
_FORK = "--multiprocessing-fork"


def without_own_libraries(environment: MutableMapping[str, str]) -> None:
    """Take our folder out of where other programs, such as a browser, would look for their libraries.

    This process has its own already: the system reads the variable once, when a process starts.
    """
    before = environment.pop(_BEFORE, None)
    if before is not None:
        environment[_LIBRARIES] = before
    else:
        environment.pop(_LIBRARIES, None)


def helper(words: Sequence[str]) -> str:
    """Return what a process is to run that Python started for ``cognate batch --jobs``, nothing for any other.

    Python takes the program that runs for Python itself, and starts it with a line of code of its own.
    """
    line = words[words.index("-c") + 1] if "-c" in words[:-1] else ""
    return line if line.startswith(_HELPERS) else ""


def main() -> int:
    """Run as the program, or as one of the processes that the program has started of itself."""
    globals().pop("__file__", None)  # there is no such file, and the processes of a batch would look for it
    line = helper(sys.argv)
    if line:
        exec(line)  # noqa: S102 - one of two lines of Python's own
        return 0
    if sys.argv[1:2] == [_FORK]:
        from multiprocessing import freeze_support  # noqa: PLC0415 - the program itself needs none of it

        freeze_support()
    if sys.platform.startswith("linux"):
        without_own_libraries(os.environ)
    from core.cli import main as run  # noqa: PLC0415 - as above

    return run()


if __name__ == "__main__":
    sys.exit(main())
