import errno
import os
from pathlib import Path

import pytest

from core.errors import ExportError
from core.report.atomic import write_folder, write_whole


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_link_points_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    target, link = tmp_path / "kept" / "report.pdf", tmp_path / "latest.pdf"
    target.write_bytes(b"old")
    link.symlink_to(Path("kept") / "report.pdf")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "kept", target, link]


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
    with pytest.raises(ExportError, match=sentence) as error:
        write_whole(target, b"new")
    assert "; what was there before is unchanged." in str(error.value)
    assert target.read_bytes() == b"old and whole"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unwritable_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ExportError, match="cannot be written to"):
        write_whole(tmp_path / "report.pdf", b"x")


TABLES = {"a.csv": b"new a", "b.csv": b"new b"}


def old_folder(path: Path) -> Path:
    folder = path / "tables"
    folder.mkdir()
    for name in ("a.csv", "b.csv", "other.txt"):
        (folder / name).write_bytes(b"old")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_made_and_what_else_is_in_it_stays(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", TABLES)
    assert contents(tmp_path / "new") == TABLES
    folder = old_folder(tmp_path)
    write_folder(folder, TABLES)
    assert contents(folder) == {**TABLES, "other.txt": b"old"}


def test_a_full_disk_leaves_every_file_of_a_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = old_folder(tmp_path)
    sync, calls = os.fsync, []

    def fill(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(ExportError, match="is full; what was there before is unchanged"):
        write_folder(folder, TABLES)
    assert contents(folder) == dict.fromkeys(("a.csv", "b.csv", "other.txt"), b"old")
    calls.clear()
    with pytest.raises(ExportError, match=r"is full\."):
        write_folder(tmp_path / "new", TABLES)
    assert not (tmp_path / "new").exists()


def test_a_table_that_is_a_folder_is_said_before_anything_is_replaced(tmp_path: Path) -> None:
    folder = old_folder(tmp_path)
    (folder / "b.csv").unlink()
    (folder / "b.csv").mkdir()
    with pytest.raises(ExportError, match=r"b\.csv” is a folder"):
        write_folder(folder, TABLES)
    assert (folder / "a.csv").read_bytes() == b"old"


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    for name, said in (
        ("file", "is a file, not a folder"),
        ("file/in", "There is no folder"),
        ("no/in", "There is no"),
    ):
        with pytest.raises(ExportError, match=said):
            write_folder(tmp_path / name, TABLES)
    assert contents(tmp_path) == {"file": b"old"}


def refused_at(monkeypatch: pytest.MonkeyPatch, names: set[str]) -> None:
    """Have the disk refuse to give a file its name, from the moment when ``names`` are asked for."""
    replace = Path.replace

    def give(path: Path, target: Path) -> Path:
        if target.name in names and path.name.startswith(".b.csv"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", give)


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without"])
def test_where_one_file_of_a_folder_cannot_be_replaced_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    def no_links(*_args: object, **_named: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    folder = old_folder(tmp_path)
    refused_at(monkeypatch, {"b.csv"})
    with pytest.raises(ExportError, match="what was there before is unchanged"):
        write_folder(folder, TABLES)
    assert contents(folder) == dict.fromkeys(("a.csv", "b.csv", "other.txt"), b"old")
    (folder / "a.csv").unlink()
    with pytest.raises(ExportError):
        write_folder(folder, TABLES)
    assert contents(folder) == dict.fromkeys(("b.csv", "other.txt"), b"old"), "what is new goes again"
    monkeypatch.undo()
    write_folder(folder, TABLES)
    assert contents(folder) == {**TABLES, "other.txt": b"old"}


def test_old_files_that_cannot_be_put_back_are_kept_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = old_folder(tmp_path)
    replace, asked = Path.replace, []

    def give(path: Path, target: Path) -> Path:
        asked.append(target)
        if len(asked) > 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", give)
    with pytest.raises(ExportError, match=r"is kept as .*\(was “a\.csv”\)") as error:
        write_folder(folder, TABLES)
    (aside,) = folder.glob(".a.csv.*.part")
    assert aside.read_bytes() == b"old"
    assert str(aside) in str(error.value)
    assert "unchanged" not in str(error.value)
    assert (folder / "b.csv").read_bytes() == b"old"
