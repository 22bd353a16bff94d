import os
import sys
import threading
from pathlib import Path

import pytest

from core.errors import ArticleError
from core.ingest import read

WORDS = b"The mayor said that the old bridge will be closed."
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="files of the system")


def failure(path):
    with pytest.raises(ArticleError) as caught:
        read(path)
    said = str(caught.value)
    assert said.isprintable()
    assert len(said) < 500
    return caught.value.what


def test_a_huge_file_without_content_is_refused_at_once(tmp_path):
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    assert failure(path) == f"“{path}” is larger than 64 MB."


def test_a_folder_with_a_file_s_name(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert failure(tmp_path / "a.txt").endswith("is a folder.")


@on_linux
@pytest.mark.parametrize("name", ["/proc/self/mem", "/proc/self/pagemap", "/proc/kcore"])
def test_files_of_the_system_end_in_a_sentence(name):
    assert failure(name).startswith(f"“{name}” ")


@on_linux
def test_a_file_that_says_it_is_empty_and_is_not():
    assert "Linux" in read("/proc/version").text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("new\nline.txt", "“new\ufffdline.txt” does not exist."),
        ("zero\x00.txt", "is not a valid file name."),
        ("half\ud800.txt", "is not a valid file name."),
        ("escape\udcff.txt", "“escape\ufffd.txt” does not exist."),
        ("x" * 4000, "is too long for a file name."),
        ("\x1b[2J", "“\ufffd[2J” does not exist."),
    ],
)
def test_odd_names_are_shown_harmlessly(name, said):
    assert failure(name).endswith(said)


@on_linux
def test_files_with_odd_names_are_read(tmp_path):
    for name in ("new\nline.txt", "escape\udcff.txt", "page\udcff.html"):
        path = f"{tmp_path}/{name}"
        Path(path).write_bytes(WORDS)
        assert read(path).path == path


class Meanwhile:
    """Stands for the system's ``fstat``; something happens to the file when it is asked the second time."""

    def __init__(self, happens):
        self._asked, self._happens = 0, happens

    def __call__(self, handle):
        self._asked += 1
        if self._asked == 2:
            self._happens()
        return os.stat(handle)  # noqa: PTH116 - an open file, not a path


@pytest.mark.parametrize("change", [b"more and more words" * 9, b"x", b""])
def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch, change):
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS)
    monkeypatch.setattr(os, "fstat", Meanwhile(lambda: path.write_bytes(change)))
    assert failure(path) == f"“{path}” changed while it was read."


def test_a_file_that_goes_while_it_is_read_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS)
    monkeypatch.setattr(os, "fstat", Meanwhile(path.unlink))
    assert read(path).text == WORDS.decode()


def _said(path):
    try:
        read(path)
    except ArticleError as error:
        return error.what
    return ""


def test_a_file_that_grows_all_the_time_ends_in_an_article_or_a_sentence(tmp_path):
    path, over = tmp_path / "a.txt", threading.Event()
    path.write_bytes(WORDS)

    def write():
        with path.open("ab", buffering=0) as file:
            while not over.is_set():
                file.write(WORDS)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        said = {_said(path) for _ in range(20)}
    finally:
        over.set()
        writer.join()
    assert said <= {"", f"“{path}” changed while it was read.", f"“{path}” is larger than 1 MB."} | {
        f"“{path}” is larger than 64 MB."
    }


def test_a_right_to_read_is_needed(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_bytes(WORDS)
    monkeypatch.setattr(os, "open", refuse)
    assert failure(tmp_path / "a.txt").endswith("may not be read by you.")
