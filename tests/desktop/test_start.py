"""Starting the desktop."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from desktop.display import has_display, x_answers


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ":9"}, "linux", False),
        ({"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/"}, "linux", False),
        ({"WAYLAND_DISPLAY": "tmp", "XDG_RUNTIME_DIR": "/"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_whether_there_is_a_display(environment: dict[str, str], platform: str, *, shown: bool) -> None:
    assert has_display(environment, platform, lambda display: display == ":0") is shown


def test_an_x_server_is_there_when_its_socket_answers() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X49150")
        server.listen()
        assert x_answers(":49150.0")
    assert not x_answers(":49151")
    assert not x_answers("nonsense")


def test_another_computer_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert x_answers("editor.example:0")


def test_without_a_display_one_sentence_and_code_2() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "desktop"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert "cognate compare" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_constants_outlive_a_long_session() -> None:
    """A binding that takes a reference away with every call must not end the interpreter."""
    code = (
        "import desktop\nfrom PySide6.QtWidgets import QApplication, QWidget\n"
        "app = QApplication([])\nw = QWidget()\nfor _ in range(200_000):\n    w.update()\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr


def test_modules_are_loaded_without_a_look_for_qt_in_their_source() -> None:
    code = """
import builtins, linecache, sys, types
sys.modules["desktop.app"] = types.SimpleNamespace(run=lambda *_: 0)
from desktop.__main__ import main
assert main([]) == 0
import colorsys
from PySide6.QtSvg import QSvgRenderer
print(builtins.__import__.__name__, any("colorsys" in name for name in linecache.cache))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    name, read = run.stdout.split()
    assert name != "__feature_import__"
    assert read == "False"
