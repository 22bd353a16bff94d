"""Make the packaged program on Windows (an installer) or macOS (a disk image); Linux has tools/package.py.

    python -m venv build/package/venv
    build/package/venv/bin/python -m pip install --no-deps --require-hashes -r packaging/requirements.lock
    build/package/venv/bin/python -m tools.package_elsewhere

Nobody has run it on these systems yet: see docs/packaging.md.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from core import __version__
from tools import package_ico
from tools.package import FROZEN, ROOT, WORK, epoch, freeze, told
from tools.package_linux import Edition, Papers

ICONS, PAPERS = WORK / "icons", WORK / "papers"
SIGNS = {"cognate": ROOT / "resources" / "icons" / "logo.svg", "case": ROOT / "resources" / "linux" / "case.svg"}
INNO = "iscc"
"""Inno Setup’s compiler, which is to be found by its name."""


def main() -> int:
    """Build for the system that this runs on; return 2 where that is neither Windows nor macOS."""
    asked = argparse.ArgumentParser(description="Make the packaged program on Windows or macOS.")
    asked.add_argument("--out", type=Path, default=ROOT / "dist", help="where the packages go (default: dist)")
    out = asked.parse_args().out.absolute()
    system = platform.system()
    if system not in ("Windows", "Darwin"):
        print("On this system, use: make package", file=sys.stderr)
        return 2
    edition = Edition(__version__, epoch(), platform.machine())
    for name, svg in SIGNS.items():
        package_ico.write(svg, ICONS / name)
    freeze(edition)
    write_papers(told(FROZEN, edition))
    out.mkdir(parents=True, exist_ok=True)
    made = installer(out) if system == "Windows" else disk_image(edition, out)
    print(f"{hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}")
    return 0


def write_papers(papers: Papers) -> None:
    """Write what goes beside the program: the licences of all that is in it, and the bill of materials."""
    PAPERS.mkdir(parents=True, exist_ok=True)
    (PAPERS / "licences.txt").write_text(papers.licences, encoding="utf-8")
    (PAPERS / "cognate.cdx.json").write_text(papers.bill, encoding="utf-8")


def installer(out: Path) -> Path:
    """Return the installer for Windows."""
    given = {"Version": __version__, "Root": ROOT, "Program": FROZEN, "Icons": ICONS, "Papers": PAPERS, "Out": out}
    script = ROOT / "packaging" / "windows" / "cognate.iss"
    subprocess.run([INNO, "/Q", *(f"/D{name}={value}" for name, value in given.items()), str(script)], check=True)
    return out / f"cognate-{__version__}-windows-x86_64.exe"


def disk_image(edition: Edition, out: Path) -> Path:
    """Return the disk image for macOS: the application, a link to where applications are kept, the licences."""
    folder, application = WORK / "image", FROZEN.with_name("Cognate.app")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(application, folder / application.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    for file in (ROOT / "LICENSE", *PAPERS.iterdir()):
        shutil.copy(file, folder)
    made = out / f"cognate-{edition.version}-macos-{edition.machine}.dmg"
    command = ["hdiutil", "create", "-volname", "Cognate", "-srcfolder", str(folder), "-format", "UDZO", "-ov"]
    subprocess.run([*command, str(made)], check=True)
    return made


if __name__ == "__main__":
    sys.exit(main())
