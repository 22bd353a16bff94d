"""Take a picture of every screen and state of the desktop, with the real program on the sample case.

    make screenshots
    .venv/bin/python -m tools.screenshots --offscreen --only compare

Opens a display of its own with Xvfb, or none at all with ``--offscreen``. The pictures of the user guide, which are
shipped with the program, go to resources/guide/pictures, others that the repository keeps to docs/screenshots, all else
to build/screenshots; each is named after its state, the window's width and the theme.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from tools.stage import Stage

ROOT = Path(__file__).resolve().parents[1]
COMMITTED, OTHERS = ROOT / "docs" / "screenshots", ROOT / "build" / "screenshots"
GUIDE = ROOT / "resources" / "guide" / "pictures"
MOST_BYTES, MOST_TOGETHER = 300_000, 6_000_000
"""A picture, and all that are in the repository, are to be smaller."""
NO_XVFB = "There is no Xvfb here. Install it (sudo apt-get install xvfb), or take the pictures with --offscreen."
WIDE, NARROW = (1440, 900), (1024, 700)


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is dressed for a picture."""

    name: str
    size: tuple[int, int] = WIDE
    theme: str = "light"
    zoom: int = 100


USUAL = (
    Look("1440-light"),
    Look("1440-dark", theme="dark"),
    Look("1024-light", NARROW),
    Look("1024-dark", NARROW, "dark"),
)
SPECIAL = (
    Look("1440-contrast-light", theme="contrast-light"),
    Look("1440-contrast-dark", theme="contrast-dark"),
    Look("1440-light-150", zoom=150),
    Look("1024-light-200", NARROW, zoom=200),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One state: its name, what it shows, and whether it is one of the main screens, which are taken in every look."""

    name: str
    shows: str
    main: bool = False
    guide: bool = False
    """Whether the user guide shows it, wide and light."""

    def looks(self) -> tuple[Look, ...]:
        """Return the looks to take it in."""
        return USUAL + SPECIAL if self.main else USUAL

    def committed(self, look: Look) -> bool:
        """Return whether the picture belongs in the repository."""
        wanted = {"1440-light"}
        if self.main:
            wanted |= {"1440-dark", "1024-light"}
        if self.name == "compare":
            wanted |= {"1440-contrast-light", "1440-light-150"}
        return look.name in wanted

    def folder(self, look: Look) -> Path:
        """Return where the picture belongs."""
        if self.guide and look.name == "1440-light":
            return GUIDE
        return COMMITTED if self.committed(look) else OTHERS

    def file(self, look: Look) -> str:
        """Return the picture's file name."""
        return f"{self.name}-{look.name}.png"


SHOTS = (
    Shot("welcome", "no case yet"),
    Shot("one-article", "a case with a single article"),
    Shot("import", "articles being read and compared, one file unreadable", guide=True),
    Shot("comparing", "the texts readable while pairs are still compared"),
    Shot("stopped", "a comparison that was stopped half-way"),
    Shot("failed-file", "a file that could not be read beside a case that goes on"),
    Shot("overview", "who took how much from whom", main=True, guide=True),
    Shot("overview-table", "the matrix as a table"),
    Shot("compare", "the first finding of the strongest pair", main=True),
    Shot("compare-verdict", "a verdict and a note given", guide=True),
    Shot("compare-crossing", "ribbons that cross"),
    Shot("compare-many", "sentences that were merged or split"),
    Shot("compare-find", "the find bar"),
    Shot("compare-divergences", "only findings with divergences coloured", guide=True),
    Shot("compare-same-facts", "two reports of one event that took nothing from each other"),
    Shot("compare-no-match", "a pair without a match"),
    Shot("compare-weak", "pairs of sentences that came close and are not counted"),
    Shot("ledger", "one article, sentence by sentence", main=True, guide=True),
    Shot("report", "the report as it will be written", main=True, guide=True),
    Shot("preferences", "the preferences"),
    Shot("exclusions", "what the scores leave out", guide=True),
    Shot("keys", "the sheet of keys"),
    Shot("guide", "the user guide"),
    Shot("about", "about the program"),
    Shot("details", "an article’s title, role and date"),
    Shot("export", "formats, folder and name of a report, and what it would replace", guide=True),
    Shot("exporting", "a report being written in several formats"),
    Shot("exported", "a report that was written"),
    Shot("failed-export", "a report that could not be written"),
    Shot("welcome-recent", "the cases that were open last", main=True, guide=True),
    Shot("long-article", "an article of many thousand words beside its sources"),
)
PAGE = "report-page1.png"
"""The first page of the exported report."""


def main(argv: Sequence[str] | None = None) -> int:
    """Take the pictures; return 0, or 2 where there is no display to take them on."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Take a picture of every screen and state.")
    parser.add_argument("--offscreen", action="store_true", help="need no display at all")
    parser.add_argument("--only", default="", metavar="NAMES", help="only these states, with commas between")
    parser.add_argument("--looks", default="", metavar="NAME", help="only looks whose name begins so")
    parser.add_argument("--out", type=_folder, help="one folder for all pictures")
    wanted = parser.parse_args(argv)
    display = _no_display if wanted.offscreen else _own_display
    try:
        with display(), _own_folder() as folder:
            return _take(folder, wanted.only, wanted.looks, wanted.out)
    except FileNotFoundError as error:
        if error.filename != "Xvfb":
            raise
        print(NO_XVFB, file=sys.stderr)
        return 2


def _folder(name: str) -> Path:
    return Path(name).absolute()


@contextlib.contextmanager
def _own_folder() -> Iterator[Path]:
    """Work in a folder of our own, so that messages name files without a path of this computer."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, contextlib.chdir(folder):
        yield Path(folder)


@contextlib.contextmanager
def _no_display() -> Iterator[None]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield


@contextlib.contextmanager
def _own_display() -> Iterator[None]:
    """Run an X server of our own, on the first number that is free; raises FileNotFoundError where there is none."""
    if shutil.which("Xvfb") is None:
        raise FileNotFoundError(2, "not found", "Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        os.environ |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        yield
    finally:
        server.terminate()
        server.wait()


def _take(folder: Path, only: str, looks: str, out: Path | None) -> int:
    from tools.small_png import save_small  # noqa: PLC0415 - Qt is asked for its display when it loads
    from tools.stage import Stage  # noqa: PLC0415
    from tools.states import STATES  # noqa: PLC0415

    stage, together = Stage(folder), 0
    names = set(only.split(",")) if only else {PAGE.removesuffix(".png"), *(shot.name for shot in SHOTS)}
    for shot in (shot for shot in SHOTS if shot.name in names):
        stage.wear("light", 100, WIDE)
        with STATES[shot.name](stage):
            for look in (look for look in shot.looks() if look.name.startswith(looks)):
                stage.wear(look.theme, look.zoom, look.size)
                committed = shot.committed(look)
                path = (out or shot.folder(look)) / shot.file(look)
                size = save_small(stage.picture(), path)
                together += size if committed else 0
                print(f"{path.name}: {size // 1000} KB{' (too large)' if size > MOST_BYTES else ''}", flush=True)
    if PAGE.removesuffix(".png") in names:
        together += save_small(_page(stage, folder), (out or COMMITTED) / PAGE)
    stage.close()
    print(f"For the repository: {together / 1e6:.1f} MB{' (too much)' if together > MOST_TOGETHER else ''}")
    return 0


def _page(stage: Stage, folder: Path) -> QImage:
    from core.report.formats import Format  # noqa: PLC0415 - as above
    from desktop.exports import Target  # noqa: PLC0415
    from tools.stage import first_page  # noqa: PLC0415
    from tools.states import sample  # noqa: PLC0415

    sample(stage)
    stage.window.exporting.write((Target(Format.PDF, folder / "report.pdf"),))
    stage.idle()
    return first_page(folder / "report.pdf", 840)


if __name__ == "__main__":
    sys.exit(main())
