"""Temporary folders are private, gone afterwards, and cleared after whoever was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import scratch

ROOT = Path(__file__).parents[2]


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is the system's for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def old(path: Path) -> Path:
    os.utime(path, (time.time() - 3600,) * 2)
    return path


def test_a_folder_is_its_user_s_alone_and_gone_afterwards(system: Path) -> None:
    with scratch.folder("preview") as folder:
        assert folder.parent == system
        assert folder.stat().st_mode & 0o777 == 0o700
        scratch.private(file := folder / "file")
        assert file.stat().st_mode & 0o777 == 0o600
        (folder / "more").mkdir()
    assert list(system.iterdir()) == []


def test_it_is_gone_after_an_error_too(system: Path) -> None:
    with pytest.raises(FileNotFoundError), scratch.folder("case") as folder:
        (folder / "file").rename(folder / "nowhere" / "file")
    assert list(system.iterdir()) == []


def test_what_is_made_for_nothing_known_is_refused(system: Path) -> None:
    with pytest.raises(ValueError, match="nobody clears"), scratch.folder("other"):
        pass
    assert list(system.iterdir()) == []


KILLED = """
import os, signal
from core import scratch
with scratch.folder("preview") as folder:
    (folder / "preview.pdf").write_text("words")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_process_left_is_cleared(system: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(system)}
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=environment, capture_output=True, text=True)  # noqa: PLW1510
    assert done.returncode == -signal.SIGKILL
    left = Path(done.stdout.strip())
    assert left.exists()
    assert scratch.clear_stale() == 0, "somebody may just have made it"
    old(left)
    assert scratch.clear_stale() == 1
    assert not left.exists()


def test_what_is_used_is_left_alone_however_old(system: Path) -> None:
    with scratch.folder("preview") as folder:
        assert old(folder).parent == system
        assert scratch.clear_stale() == 0
        assert folder.exists()


def test_what_is_not_ours_is_left_alone(system: Path) -> None:
    (elsewhere := system / "elsewhere").mkdir(mode=0o700)
    (elsewhere / "kept").write_text("words")
    (system / "cognate-preview-abcdefgh").symlink_to(elsewhere)
    (system / "cognate-preview-abcdefgi").write_text("a file")
    for name in ("cognate-notes-abcdefgh", "cognate-preview-mine", "other-preview-abcdefgh"):
        (system / name).mkdir(mode=0o700)
    (system / "cognate-case-abcdefgh").mkdir(mode=0o755)  # not made by us: others may read it
    for path in system.iterdir():
        os.utime(path, (time.time() - 3600,) * 2, follow_symlinks=False)
    old(elsewhere)
    before = sorted(system.rglob("*"))
    assert scratch.clear_stale() == 0
    assert sorted(system.rglob("*")) == before
