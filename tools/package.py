"""Make the packaged program: one folder, then a Debian package and a portable archive.

    make package
    build/package/venv/bin/python -m tools.package --out dist

Runs in an environment of its own, which holds what the program needs and PyInstaller, all of it locked
(packaging/requirements.lock). The same tree and the same Python give the same bytes, wherever and whenever it runs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from core import __version__
from tools import package_works
from tools.package_linux import Edition, Papers, debian, packed_sizes, portable

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "package"
FROZEN = WORK / "frozen" / "cognate"
LOCK = ROOT / "packaging" / "requirements.lock"
SPEC = ROOT / "packaging" / "cognate.spec"


def main() -> int:
    """Build everything and tell what came out."""
    asked = argparse.ArgumentParser(description="Make the packaged program.")
    asked.add_argument("--out", type=Path, default=ROOT / "dist", help="where the packages go (default: dist)")
    asked.add_argument("--keep", action="store_true", help="take the program's folder as it was made the last time")
    wanted = asked.parse_args()
    edition = Edition(__version__, epoch(), platform.machine())
    program = FROZEN if wanted.keep else frozen(edition)
    papers = told(program, edition)
    wanted.out.mkdir(parents=True, exist_ok=True)
    made = [
        debian(program, edition, papers, WORK / "root", wanted.out),
        portable(program, edition, papers, WORK / "portable", wanted.out),
    ]
    bill = wanted.out / f"cognate-{edition.version}-linux-{edition.machine}.cdx.json"
    bill.write_text(papers.bill, encoding="utf-8")
    print(packed_sizes([*made, bill]), end="")
    for file in [*made, bill]:
        print(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}")
    return 0


def epoch() -> int:
    """Return the second that all is dated: what SOURCE_DATE_EPOCH says, else that of the last commit."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if named:
        return int(named)
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        sys.exit("There is no commit to take the date from: set SOURCE_DATE_EPOCH to the seconds of the release.")
    return int(asked.stdout)


def frozen(edition: Edition) -> Path:
    """Return the program's folder, made anew; ends the build where the program in it does not start."""
    freeze(edition)
    # Python's own libraries come with what a debugger wants, which is more than the rest of them.
    own = [*FROZEN.glob("lib/libpython*.so*"), *FROZEN.glob("lib/python*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)
    said = subprocess.run([FROZEN / "cognate", "--version"], env={}, check=True, capture_output=True, text=True).stdout
    if edition.version not in said.split():
        sys.exit(f"The packaged program says it is {said.strip()!r}, which is not version {edition.version}.")
    return FROZEN


def freeze(edition: Edition) -> None:
    """Have PyInstaller make the program's folder, and on macOS the application from it."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(edition.epoch), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONPATH", None)
    dist, work = FROZEN.parent, WORK / "pyinstaller"
    for folder in (dist, work):
        shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(dist), "--workpath", str(work), str(SPEC)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def told(program: Path, edition: Edition) -> Papers:
    """Write into the program's folder whose works are in it, and return the same for the papers beside it."""
    site = Path(sysconfig.get_path("purelib")).resolve()
    sources = json.loads((WORK / "pyinstaller" / "cognate" / "sources.json").read_text("utf-8"))
    works = package_works.works_in((str(Path(source).resolve()) for source in sources), site)
    own = WORK / "own"
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    code = "import sys; from setuptools import build_meta; build_meta.prepare_metadata_for_build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(own)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    package_works.write_about(works, own, program / "lib")
    notices = "\n\n".join((ROOT / name).read_text("utf-8").strip() for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"))
    bill = package_works.bill(edition.version, works, package_works.locked_hashes(LOCK.read_text("utf-8")), edition.day)
    listed = "\n".join(f"  {work.name} {work.version}: {work.licence}" for work in works)
    return Papers(listed, package_works.licences(works, notices), bill)


if __name__ == "__main__":
    sys.exit(main())
