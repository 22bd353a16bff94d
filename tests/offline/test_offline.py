"""Nothing opens an internet socket: whole runs of command line and desktop under a filter of the kernel's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import seeds

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KILLED = -signal.SIGSYS


def sealed(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these words, unable to open an internet socket, its settings and caches in the folder."""
    own = {name: str(folder / name.lower()) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)}
    environment.pop("COGNATE_CACHE", None)  # cold: the encoder is loaded and works
    return subprocess.run(
        [sys.executable, str(HERE / "sealed.py"), sys.executable, *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


OPENS = "import socket; socket.socket(socket.{0}, socket.{1}); print('open')"
CHILD = "import subprocess, sys; sys.exit(abs(subprocess.run([sys.executable, '-c', {!r}]).returncode))"
RING = "import ctypes; print(ctypes.CDLL(None).syscall(425, 1, 0))"


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_the_filter_bites(tmp_path: Path, family: str, kind: str) -> None:
    done = sealed("-c", OPENS.format(family, kind), folder=tmp_path)
    assert (done.returncode, done.stdout) == (KILLED, "")


def test_the_filter_bites_in_what_a_process_starts(tmp_path: Path) -> None:
    done = sealed("-c", CHILD.format(OPENS.format("AF_INET", "SOCK_STREAM")), folder=tmp_path)
    assert done.returncode == signal.SIGSYS


def test_the_filter_bites_where_a_socket_could_be_asked_for_unseen(tmp_path: Path) -> None:
    assert sealed("-c", RING, folder=tmp_path).returncode == KILLED


def test_the_filter_lets_all_else_through(tmp_path: Path) -> None:
    done = sealed("-c", OPENS.format("AF_UNIX", "SOCK_STREAM"), folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "open\n"), done.stderr


def cli(*words: str | Path, folder: Path) -> str:
    done = sealed("-m", "core.cli", *words, folder=folder)
    assert done.returncode == 0, (words, done.returncode, done.stderr)
    return done.stdout


def test_the_command_line_opens_none(tmp_path: Path) -> None:
    one, other, third = (str(path) for path in list(seeds.paths())[:3])
    out = tmp_path / "out"
    out.mkdir()
    forms = [word for form in ("pdf", "html", "docx", "json") for word in (f"--{form}", out / f"report.{form}")]
    cli("compare", one, other, third, *forms, "--csv", out / "tables", "--case", out / "case.cognate", folder=tmp_path)
    assert len(list((out / "tables").iterdir())) == 3
    again = [word for form in ("pdf", "html", "docx", "json") for word in (f"--{form}", out / f"again.{form}")]
    cli("report", out / "case.cognate", *again, "--csv", out / "more", folder=tmp_path)
    assert {path.name for path in out.glob("again.*")} == {"again.pdf", "again.html", "again.docx", "again.json"}
    assert "words" in cli("inspect", one, folder=tmp_path)
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(f"{one}\t{other}\n{other}\t{third}\n", "utf-8")
    told = cli("batch", pairs, "--jobs", "2", folder=tmp_path).splitlines()
    assert [json.loads(line)["id"] for line in told] == ["1", "2"]
    judged = tmp_path / "judged.jsonl"
    judged.write_text('{"id": 1, "a": {"text": "The pier closed."}, "b": {"text": "The pier has closed."}}\n', "utf-8")
    assert json.loads(cli("judge", judged, folder=tmp_path))["id"] == 1


def test_no_reader_of_a_format_opens_one(tmp_path: Path) -> None:
    files = sorted(path for path in (ROOT / "tests/files/formats").iterdir() if path.stem != "locked")
    assert len({path.suffix for path in files}) > 8
    cli("inspect", *files, folder=tmp_path)


def test_the_desktop_opens_none(tmp_path: Path) -> None:
    done = sealed(HERE / "desk.py", tmp_path, folder=tmp_path)
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert done.stdout.split() == ["compared", "judged", "exported", "saved", "closed"]
