"""Start the desktop: ``python -m desktop [FILE …]``."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.display import has_display

NO_DISPLAY = "cognate: There is no display here to open a window on. On the command line, use: cognate compare A B"
NO_QT = "cognate: The desktop cannot start ({}). On the command line, use: cognate compare A B"
WRONG_USAGE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with the files and folders of ``argv`` as articles; return the exit code."""
    names = sys.argv[1:] if argv is None else argv
    if not has_display(os.environ, sys.platform):
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return WRONG_USAGE
    gc.disable()  # nothing that a start makes is garbage; from then on the window collects
    try:
        from desktop.app import run  # noqa: PLC0415 - Qt may lack its system libraries, which is said in one sentence
    except ImportError as error:
        print(NO_QT.format(error), file=sys.stderr)  # noqa: T201 - as above
        return WRONG_USAGE
    return run([Path(name) for name in names])


if __name__ == "__main__":
    sys.exit(main())
