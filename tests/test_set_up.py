"""The set-up script: what it asks the system for, and what it says where it may not."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tools" / "set_up.py"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module that believes to stand in a folder of its own."""
    spec = importlib.util.spec_from_file_location("set_up", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in module.MADE_FROM:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "UNFINISHED", tmp_path / ".venv" / ".unfinished")
    return module


class Apt:
    """Stands for the system's commands: knows some packages, and writes down what is run."""

    def __init__(self, *known: str) -> None:
        self.known = known
        self.ran: list[list[str]] = []

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        if command[0] == "apt-cache":
            return subprocess.CompletedProcess(command, 0, b"Package" if command[2] in self.known else b"")
        self.ran.append(command)
        return subprocess.CompletedProcess(command, 0)


def test_the_digest_follows_the_lock(script: ModuleType) -> None:
    before = script.digest()
    assert script.digest() == before
    (script.ROOT / "requirements.lock").write_text("changed", encoding="utf-8")
    assert script.digest() != before


def test_nothing_is_asked_for_where_nothing_is_missing(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "loads", lambda _: True)
    script.system_libraries()
    assert capsys.readouterr().out == ""


def test_a_missing_library_is_installed_under_its_newest_name(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    apt = Apt("libglib2.0-0t64", "libegl1")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(script, "loads", lambda name: name not in ("libglib-2.0.so.0", "libEGL.so.1"))
    monkeypatch.setattr(script, "root_prefix", lambda: ["sudo", "-n"])
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script.subprocess, "run", apt.run)
    script.system_libraries()
    (command,) = apt.ran
    assert command[:3] == ["sudo", "-n", "env"]
    assert command[-2:] == ["libglib2.0-0t64", "libegl1"]


def test_lists_are_renewed_only_where_a_package_is_unknown(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    apt = Apt()
    monkeypatch.setattr(script, "root_prefix", list)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script.subprocess, "run", apt.run)
    script.install([("libegl1",)], "libEGL.so.1")
    assert [command[-1] for command in apt.ran] == ["update", "libegl1"]


def test_without_the_right_to_install_the_line_to_run_is_printed(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "root_prefix", lambda: None)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    script.install([("libxcb-cursor0",)], "libxcb-cursor.so.0")
    assert "sudo apt-get install libxcb-cursor0" in capsys.readouterr().out


def test_an_environment_that_was_moved_or_cut_off_is_not_used(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "succeeds", lambda *_: True)
    assert not script.usable()
    pip = script.VENV / "bin" / "pip"
    pip.parent.mkdir(parents=True)
    pip.write_text("#!/elsewhere/.venv/bin/python\n", encoding="utf-8")
    assert not script.usable()
    pip.write_text(f"#!{script.VENV}/bin/python\n", encoding="utf-8")
    assert script.usable()
    script.UNFINISHED.touch()
    assert not script.usable()


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize(
    ("display", "expected"), [({"DISPLAY": ":98765"}, "compare"), ({"QT_QPA_PLATFORM": "offscreen"}, "seeds/")]
)
def test_a_display_that_does_not_answer_is_none(tmp_path: Path, display: dict[str, str], expected: str) -> None:
    for name, does in (("python", f'exec "{sys.executable}" "$@"'), ("cognate", 'echo "ran $1"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    rest = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    # -o: the environment is taken as ready.
    done = subprocess.run(
        ["make", "-o", "setup", "run", f"BIN={tmp_path}", f"SAMPLE_REPORT={tmp_path / 'report.pdf'}"],  # noqa: S607
        cwd=SCRIPT.parent.parent,
        env=rest | display,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"ran {expected}" in done.stdout
