"""The files of an installed Cognate, and the two forms they are handed out in: a Debian package and a portable archive.

Everything that depends on where or when it is built is fixed: order, owners, modes, times.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tools import package_words
from tools.package_depends import Needs, needs_of

ROOT = Path(__file__).resolve().parents[1]
RESOURCES, HERE = ROOT / "resources" / "linux", ROOT / "packaging" / "linux"
APP_ID = "org.cognate.Cognate"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
REVISION = 1
MAINTAINER = "The Cognate authors <cognate@localhost>"
_RECOMMENDED = ("desktop-file-utils", "shared-mime-info", "xdg-utils")
_NEEDED_TOO = ("hicolor-icon-theme",)
_ABOUT = """\
compare articles: what was taken from where, and what changed
 Cognate shows a news editor which sentences of an article were taken from
 which other article, sentence by sentence and word by word, and what changed
 on the way: a number, a name, a date, the words or the speaker of a quotation.
 .
 It reads text, web pages, Word, ODF, RTF, PDF, mails and books, and writes a
 report as PDF, HTML or for Word. Nothing leaves the computer."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is packaged: version, the second it is dated, the machine it is for."""

    version: str
    epoch: int
    machine: str

    @property
    def moment(self) -> datetime:
        """Return the date as a moment."""
        return datetime.fromtimestamp(self.epoch, UTC)

    @property
    def day(self) -> str:
        """Return the date as 2026-11-26."""
        return self.moment.strftime("%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Papers:
    """What is told beside the program: the list of works for people, their licences, the bill of materials."""

    works: str
    licences: str
    bill: str


def share(edition: Edition, target: Path) -> None:
    """Write what a desktop and shells read, as under ``/usr/share``."""
    from tools import package_icons  # noqa: PLC0415 - loads Qt

    for entry in sorted(RESOURCES.glob("*.desktop")):
        _write(target / "applications" / entry.name, entry.read_text("utf-8"))
    _write(target / "mime" / "packages" / "cognate.xml", (RESOURCES / "cognate.xml").read_text("utf-8"))
    told = (RESOURCES / "cognate.metainfo.xml").read_text("utf-8")
    told = told.replace("@VERSION@", edition.version).replace("@DATE@", edition.day)
    _write(target / "metainfo" / f"{APP_ID}.metainfo.xml", told)
    hicolor = target / "icons" / "hicolor"
    package_icons.draw(ROOT / "resources" / "icons" / "logo.svg", hicolor, "apps", "cognate")
    package_icons.draw(RESOURCES / "case.svg", hicolor, "mimetypes", "application-x-cognate-case")
    _write_packed(target / "man" / "man1" / "cognate.1.gz", package_words.manual(edition.version, edition.day))
    _write(target / "bash-completion" / "completions" / "cognate", package_words.bash())
    _write(target / "zsh" / "vendor-completions" / "_cognate", package_words.zsh())
    _write(target / "fish" / "vendor_completions.d" / "cognate.fish", package_words.fish())


def debian(program: Path, edition: Edition, papers: Papers, work: Path, out: Path) -> Path:
    """Make the ``.deb`` of a program's folder; ``work`` is a folder for it to be laid out in."""
    shutil.rmtree(work, ignore_errors=True)
    place = work / "usr" / "lib" / "cognate"
    shutil.copytree(program, place, symlinks=True)
    (work / "usr" / "bin").mkdir(parents=True)
    (work / "usr" / "bin" / "cognate").symlink_to("../lib/cognate/cognate")
    share(edition, work / "usr" / "share")
    _documents(edition, papers, work / "usr" / "share" / "doc" / "cognate")
    _write(
        work / "usr" / "share" / "lintian" / "overrides" / "cognate", (HERE / "lintian-overrides").read_text("utf-8")
    )
    architecture = ARCHITECTURES[edition.machine]
    _write(work / "DEBIAN" / "control", _control(edition, needs_of(place), architecture, _size(work)))
    _write(work / "DEBIAN" / "md5sums", _sums(work))
    settle(work, edition.epoch)
    made = out / f"cognate_{edition.version}-{REVISION}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(edition.epoch)}
    # One thread: where the work is cut among several, the result hangs on how many there are.
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=1", "--build", str(work), str(made)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return made


def portable(program: Path, edition: Edition, papers: Papers, work: Path, out: Path) -> Path:
    """Make the archive to unpack and run anywhere, with a script that installs it for one person."""
    shutil.rmtree(work, ignore_errors=True)
    name = f"cognate-{edition.version}-linux-{edition.machine}"
    top = work / name
    shutil.copytree(program, top, symlinks=True)
    share(edition, top / "share")
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(HERE / script, top / script)
    shutil.copy(HERE / "README.txt", top / "README.txt")
    for paper, words in (("licences.txt", papers.licences), ("sbom.cdx.json", papers.bill)):
        _write(top / "doc" / paper, words)
    _write(top / "doc" / "CHANGELOG.md", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    settle(work, edition.epoch)
    made = out / f"{name}.tar.gz"
    with (
        made.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, edition.epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in (top, *sorted(top.rglob("*"))):
            archive.add(path, path.relative_to(work).as_posix(), recursive=False, filter=_anonymous)
    return made


def settle(folder: Path, epoch: int) -> None:
    """Give every file the same time and a mode that follows from what it is."""
    for path in (*folder.rglob("*"), folder):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    """Return whether a file is started by itself: scripts, and the one program, which has no suffix."""
    with path.open("rb") as file:
        return file.read(4).startswith((b"\x7fELF", b"#!")) and path.suffix in ("", ".sh")


def _documents(edition: Edition, papers: Papers, target: Path) -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2]
    permission = licence[licence.index("Permission") :]
    told = (HERE / "copyright").read_text("utf-8")
    told = told.replace("@WORKS@", papers.works).replace("@MIT@", _indented(permission))
    _write(target / "copyright", told)
    _write_packed(target / "licences.txt.gz", papers.licences)
    _write_packed(target / "sbom.cdx.json.gz", papers.bill)
    _write_packed(target / "changelog.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    entry = (
        f"cognate ({edition.version}-{REVISION}) stable; urgency=medium\n\n"
        f"  * Cognate {edition.version}; what is new is in changelog.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(edition.moment)}\n"
    )
    _write_packed(target / "changelog.Debian.gz", entry)


def _indented(words: str) -> str:
    return "\n".join(f" {line}" if line else " ." for line in words.strip().split("\n"))


def _control(edition: Edition, needs: Needs, architecture: str, size: int) -> str:
    fields = {
        "Package": "cognate",
        "Version": f"{edition.version}-{REVISION}",
        "Section": "text",
        "Priority": "optional",
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(sorted({*needs.depends, *_NEEDED_TOO})),
        "Recommends": ", ".join(sorted({*needs.recommends, *_RECOMMENDED})),
        "Suggests": ", ".join(needs.suggests),
        "Description": _ABOUT,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def _size(work: Path) -> int:
    """Return what the files take, in KiB, as Debian counts it."""
    return sum(max(1, -(-p.lstat().st_size // 1024)) for p in work.rglob("*") if not p.is_dir())


def _sums(work: Path) -> str:
    lines = []
    for path in _files(work / "usr"):
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        lines.append(f"{digest}  {path.relative_to(work).as_posix()}\n")
    return "".join(lines)


def _files(folder: Path) -> Iterator[Path]:
    yield from (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink())


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def _write_packed(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    held = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, held, 0) as packed:
        packed.write(words.encode("utf-8"))
    path.write_bytes(held.getvalue())


def packed_sizes(files: Iterable[Path]) -> str:
    """Return what files weigh, a line each."""
    return "".join(f"{file.stat().st_size / 1e6:8.1f} MB  {file.name}\n" for file in files)
