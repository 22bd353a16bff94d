"""Start the desktop: ``python -m desktop [FILE …]``."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.display import has_display
from desktop.door import Door, Visit, hand_over, open_door, place_of, token_of
from desktop.import_hook import take_off_import_hook

NO_DISPLAY = "cognate: There is no display here to open a window on. On the command line, use: cognate compare A B"
NO_QT = "cognate: The desktop cannot start ({}). On the command line, use: cognate compare A B"
WRONG_USAGE = 2
READ_ARTICLES = "--read-articles"
"""For a packaged program only, which starts itself with it to read files in a process apart."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with the files and folders of ``argv`` as articles; return the exit code."""
    names = sys.argv[1:] if argv is None else argv
    if list(names[:1]) == [READ_ARTICLES]:
        from core.ingest.apart_worker import main as read_articles  # noqa: PLC0415 - no window is to be made

        return read_articles()
    if not has_display(os.environ, sys.platform):
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return WRONG_USAGE
    door, handed_over = _at_the_door(names)
    if handed_over:
        return 0
    gc.disable()  # nothing that a start makes is garbage; from then on the window collects
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - Qt may lack its system libraries, which is said in one sentence

        take_off_import_hook()
        from desktop.app import run  # noqa: PLC0415 - as above
    except ImportError as error:
        print(NO_QT.format(error), file=sys.stderr)  # noqa: T201 - as above
        return WRONG_USAGE
    return run([Path(name) for name in names], door)


def _at_the_door(names: Sequence[str]) -> tuple[Door | None, bool]:
    """Return a door for later starts, or None, and whether a desktop that is running took the files."""
    place = place_of(os.environ, sys.platform)
    if place is None:
        return None, False
    door = open_door(place)
    if door is None and hand_over(place, Visit(tuple(map(Path, names)), token_of(os.environ))):
        return None, True
    return door or open_door(place), False  # the other one may have been closing meanwhile


if __name__ == "__main__":
    sys.exit(main())
