import errno
import os
from pathlib import Path

import pytest

from core.errors import ExportError
from core.report.atomic import write_whole


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_gets_the_usual_rights(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "new.pdf", b"x")
    finally:
        os.umask(mask)
    assert (tmp_path / "new.pdf").stat().st_mode & 0o777 == 0o640


def test_the_mask_is_never_set_and_a_private_file_never_stands_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    rights: list[int] = []
    sync = os.fsync

    def look(handle: int) -> None:
        rights.append(os.fstat(handle).st_mode & 0o777)
        sync(handle)

    made = os.open

    def look_at_once(path: Path, flags: int, mode: int = 0o777) -> int:
        handle = made(path, flags, mode)
        rights.append(os.fstat(handle).st_mode & 0o077)
        return handle

    monkeypatch.setattr(os, "umask", lambda _: pytest.fail("another thread would write with the wrong rights"))
    monkeypatch.setattr(os, "fsync", look)
    monkeypatch.setattr(os, "open", look_at_once)
    write_whole(target, b"new")
    write_whole(tmp_path / "other.pdf", b"new")
    assert rights[:2] == [0, 0o600]


@pytest.mark.parametrize("name", ["missing/report.pdf", "file.txt/report.pdf", "bad\0name.pdf", "n" * 300 + ".pdf"])
def test_a_bad_place_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError) as error:
        write_whole(tmp_path / name, b"x")
    assert str(error.value).endswith(".")
    assert "Errno" not in str(error.value)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write_whole(tmp_path / "reports", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "reports"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(28, "The disk of"), (13, "cannot be written to"), (30, "cannot be written to"), (5, "could not")],
)
def test_a_failure_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old and whole")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError, match=sentence):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old and whole"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unwritable_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ExportError, match="cannot be written to"):
        write_whole(tmp_path / "report.pdf", b"x")
