"""A later start hands its files to the desktop that is running."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import desktop.__main__ as start
from desktop import door as doors
from desktop.control.arrivals import Arrivals
from desktop.door import Door, Visit, hand_over, open_door, packed, place_of, token_of, visit_in

_ENOUGH_MS = 5000


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder as the system keeps for one person, with a short name, for a socket's may not be long."""
    with tempfile.TemporaryDirectory(prefix="door-") as made:
        yield Path(made)


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(folder), "DISPLAY": ":7"}


@pytest.fixture
def place(environment: dict[str, str]) -> Path:
    found = place_of(environment, "linux")
    assert found is not None
    return found


class Window(QWidget):
    """Stands for the window: keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Visit] = []


class Kept:
    """A window with a door; guests hand over from a thread, as another process would."""

    def __init__(self, place: Path, qtbot: QtBot) -> None:
        self.window, self.place, self._qtbot = Window(), place, qtbot
        qtbot.addWidget(self.window)
        door = open_door(place)
        assert door is not None
        self.arrivals = Arrivals(door, self.window, self.window.opened.append)

    def beside(self, act: Callable[[], object]) -> object:
        answers: list[object] = []
        other = threading.Thread(target=lambda: answers.append(act()))
        other.start()
        self._qtbot.waitUntil(lambda: not other.is_alive(), timeout=_ENOUGH_MS)
        return answers[0]

    def bring(self, visit: Visit) -> object:
        return self.beside(lambda: hand_over(self.place, visit))


@pytest.fixture
def kept(place: Path, qtbot: QtBot) -> Iterator[Kept]:
    made = Kept(place, qtbot)
    yield made
    made.arrivals.end()


def test_each_display_has_a_door_of_its_own(environment: dict[str, str], folder: Path) -> None:
    assert place_of(environment, "linux") == folder / "cognate-_7.sock"
    assert place_of({**environment, "DISPLAY": "host:7.0"}, "linux") == folder / "cognate-host_7.0.sock"
    assert place_of({**environment, "WAYLAND_DISPLAY": "wayland-0"}, "linux") == folder / "cognate-wayland-0.sock"


@pytest.mark.parametrize(
    ("changed", "platform"),
    [
        ({}, "darwin"),
        ({}, "win32"),
        ({"DISPLAY": ""}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"XDG_RUNTIME_DIR": ""}, "linux"),
        ({"XDG_RUNTIME_DIR": "relative"}, "linux"),
        ({"XDG_RUNTIME_DIR": "/nowhere/at/all"}, "linux"),
        ({"DISPLAY": ":7" * 60}, "linux"),
    ],
)
def test_where_there_is_no_door(environment: dict[str, str], changed: dict[str, str], platform: str) -> None:
    assert place_of({**environment, **changed}, platform) is None


def test_a_folder_that_others_may_enter_is_none(environment: dict[str, str], folder: Path) -> None:
    folder.chmod(0o750)
    assert place_of(environment, "linux") is None


def test_a_visit_comes_out_as_it_went_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    odd = os.fsdecode(b"/a/\xff\xfe \xe2\x80\x9c.txt")
    brought = Visit((Path("near.txt"), Path(odd)), "token_1")
    assert visit_in(packed(brought)) == Visit((tmp_path / "near.txt", Path(odd)), "token_1")


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {"cognate": 2, "files": [], "token": ""},
        {"cognate": 1, "files": "/a", "token": ""},
        {"cognate": 1, "files": ["a.txt"], "token": ""},
        {"cognate": 1, "files": [""], "token": ""},
        {"cognate": 1, "files": ["/a\0b"], "token": ""},
        {"cognate": 1, "files": [7], "token": ""},
        {"cognate": 1, "files": ["/" + "a" * 4096], "token": ""},
        {"cognate": 1, "files": ["/a"] * 1001, "token": ""},
        {"cognate": 1, "files": [], "token": "a\nb"},
        {"cognate": 1, "files": [], "token": "a" * 257},
        {"cognate": 1, "files": []},
    ],
)
def test_what_is_no_visit_is_none(told: object) -> None:
    assert visit_in(json.dumps(told).encode()) is None


def test_words_that_are_no_json_are_no_visit() -> None:
    assert visit_in(b"") is None
    assert visit_in(b"\xff{") is None
    assert visit_in(b"[" * 100_000) is None


def test_the_door_is_its_owners_alone(place: Path) -> None:
    door = open_door(place)
    assert door is not None
    assert stat.S_ISSOCK(place.stat().st_mode)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.with_suffix(".lock").stat().st_mode) == 0o600
    door.close()
    assert not place.exists()


def test_there_is_one_door(place: Path) -> None:
    first = open_door(place)
    assert first is not None
    assert open_door(place) is None
    first.close()
    second = open_door(place)
    assert second is not None
    second.close()


def test_what_a_crash_left_is_no_door(place: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom desktop.door import open_door\n"
        "assert open_door(Path(sys.argv[1]))\nos._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=False, timeout=60)
    assert place.exists()
    assert not hand_over(place, Visit(()), answer_seconds=0.2)
    door = open_door(place)
    assert door is not None
    door.close()


def test_a_lock_that_is_a_link_is_not_followed(place: Path, folder: Path) -> None:
    elsewhere = folder / "precious"
    place.with_suffix(".lock").symlink_to(elsewhere)
    assert open_door(place) is None
    assert not elsewhere.exists()


def test_files_are_opened_in_the_window_that_is_there(kept: Kept) -> None:
    brought = Visit((Path("/a/draft.docx"), Path("/a/wire.txt")))
    assert kept.bring(brought) is True
    assert kept.window.opened == [brought]
    assert kept.window.isVisible()


def test_a_start_without_files_only_shows_the_window(kept: Kept) -> None:
    assert kept.bring(Visit(())) is True
    assert kept.window.opened == []
    assert kept.window.isVisible()


def test_the_leave_to_come_forward_is_passed_on(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    assert kept.bring(Visit((), token_of({"XDG_ACTIVATION_TOKEN": "leave-1"}))) is True
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "leave-1"


def test_many_come_at_once(kept: Kept) -> None:
    visits = [Visit((Path(f"/a/{number}.txt"),)) for number in range(5)]

    def all_of_them() -> list[bool]:
        taken: list[bool] = []
        each = [threading.Thread(target=lambda v=v: taken.append(hand_over(kept.place, v))) for v in visits]
        for other in each:
            other.start()
        for other in each:
            other.join()
        return taken

    assert kept.beside(all_of_them) == [True] * len(visits)
    assert sorted(kept.window.opened, key=str) == visits


@pytest.mark.parametrize("words", [b"nonsense", b"", b"x" * (doors.MOST_BYTES + 1)])
def test_nonsense_is_shown_out(kept: Kept, words: bytes) -> None:
    def say() -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(10)
            connection.connect(str(kept.place))
            try:
                connection.sendall(words)
                connection.shutdown(socket.SHUT_WR)
                return connection.recv(1)
            except OSError:
                return b""

    assert kept.beside(say) == b""
    assert kept.window.opened == []
    assert kept.bring(Visit((Path("/a"),))) is True


def test_whoever_says_nothing_is_shown_out(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.control.arrivals._LISTEN_SECONDS", 0.1)

    def wait() -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(10)
            connection.connect(str(kept.place))
            return connection.recv(1)

    assert kept.beside(wait) == b""


def test_whoever_left_meanwhile_opens_their_files_themselves(kept: Kept, qtbot: QtBot) -> None:
    assert not hand_over(kept.place, Visit((Path("/a"),)), answer_seconds=0.1)  # the window had no time to listen
    qtbot.wait(200)
    assert kept.window.opened == []


def test_a_question_is_answered_first(kept: Kept, qtbot: QtBot) -> None:
    kept.window.show()
    question = QDialog(kept.window)
    question.setModal(True)
    question.show()
    assert kept.bring(Visit((Path("/a"),))) is True
    qtbot.wait(300)
    assert kept.window.opened == []
    question.reject()
    qtbot.waitUntil(lambda: bool(kept.window.opened), timeout=_ENOUGH_MS)


def test_too_much_is_not_handed_over(kept: Kept) -> None:
    assert kept.bring(Visit(tuple(Path(f"/a/{n}") for n in range(doors.MOST_FILES + 1)))) is False


def test_the_other_persons_door_is_left_alone(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "_same_person", lambda _connection: False)
    assert kept.bring(Visit((Path("/a"),))) is False
    assert kept.window.opened == []


def test_a_second_start_hands_over_and_ends(
    kept: Kept, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_ACTIVATION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(start, "has_display", lambda *_: True)
    monkeypatch.chdir(tmp_path)
    assert kept.beside(lambda: start.main(["draft.txt"])) == 0
    assert kept.window.opened == [Visit((tmp_path / "draft.txt",))]


def test_a_door_that_closes_leaves_the_start_to_itself(place: Path) -> None:
    door = open_door(place)
    assert door is not None
    taken: list[bool] = []
    other = threading.Thread(target=lambda: taken.append(hand_over(place, Visit(()))))
    other.start()
    time.sleep(0.1)
    _close_unanswered(door)
    other.join()
    assert taken == [False]


def _close_unanswered(door: Door) -> None:
    guest = door.guest()
    if guest is not None:
        guest.close()
    door.close()
