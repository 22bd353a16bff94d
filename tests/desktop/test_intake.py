"""From files, folders, pasted text and the sample to articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from core.progress import NoProgress
from desktop import intake
from desktop.engine import CoreEngine
from desktop.intake import FileState, FileStatus, Pasted, Sample, Source, cases_among, read_sources


def test_a_bad_file_does_not_stop_the_rest(story_files: tuple[Path, ...], engine: Any) -> None:
    bad = story_files[0].with_name("bad.txt")
    bad.write_text("x")
    got = read_sources([story_files[0], bad, story_files[1]], (), engine, NoProgress())
    assert [a.title for a in got.articles] == ["The harbour closes at noon.", "Bakers met in the old hall."]
    assert [str(e) for e in got.errors] == ["“bad.txt” is not text. Save it as plain text."]


def test_a_folder_gives_its_text_files_and_its_name(story_files: tuple[Path, ...], engine: Any) -> None:
    folder = story_files[0].parent
    (folder / "notes.md").write_text("no")
    (folder / ".hidden.txt").write_text("no")
    (folder / "deep").mkdir()
    (folder / "deep" / "d.TXT").write_text("Deep.")
    got = read_sources([folder], (), engine, NoProgress())
    assert [a.document.path.rsplit("/", 1)[1] for a in got.articles] == ["a.txt", "b.txt", "c.txt", "d.TXT"]
    assert got.name == "story"


def test_an_empty_folder_says_so(tmp_path: Path, engine: Any) -> None:
    got = read_sources([tmp_path], (), engine, NoProgress())
    assert not got.articles
    assert "holds no text files" in got.errors[0].what


def test_a_file_is_not_taken_in_twice(story_files: tuple[Path, ...], engine: Any) -> None:
    first = read_sources([story_files[0]], (), engine, NoProgress())
    again = read_sources([story_files[0], story_files[1], story_files[1]], first.articles, engine, NoProgress())
    assert len(again.articles) == 1
    assert [e.what for e in again.errors] == ["“a.txt” is in the case already.", "“b.txt” is in the case already."]


def test_pasted_text_has_no_file_and_may_come_twice(engine: Any) -> None:
    got = read_sources([Pasted("Hello there."), Pasted("Hello there.")], (), engine, NoProgress())
    assert len(got.articles) == 2
    assert not got.errors


def test_a_case_has_a_limit(monkeypatch: pytest.MonkeyPatch, story_files: tuple[Path, ...], engine: Any) -> None:
    monkeypatch.setattr(intake, "MOST_ARTICLES", 2)
    got = read_sources(list(story_files), (), engine, NoProgress())
    assert len(got.articles) == 2
    assert got.errors[0].what == "A case holds at most 2 articles; not added: 1."


def test_the_sample_comes_with_the_program(engine: Any) -> None:
    got = read_sources([Sample()], (), engine, NoProgress())
    assert len(got.articles) > 1
    assert not got.errors
    assert got.name == "Sample case"


def test_a_path_that_cannot_be_opened_is_one_message_and_the_rest_goes_on(
    story_files: tuple[Path, ...], tmp_path: Path
) -> None:
    loop, long, zero = tmp_path / "loop.txt", tmp_path / ("x" * 300 + ".txt"), Path(f"{tmp_path}/a\0b.txt")
    loop.symlink_to(loop)
    got = read_sources([story_files[0], loop, long, zero, story_files[1]], (), CoreEngine(), NoProgress())
    assert [Path(a.document.path) for a in got.articles] == list(story_files[:2])
    assert [e.path for e in got.errors] == [str(p) for p in (loop, long, zero)]
    assert ["leads back to itself" in got.errors[0].what, "too long" in got.errors[1].what] == [True, True]


def test_a_bad_path_among_the_cases_articles_stops_nothing(story_files: tuple[Path, ...]) -> None:
    first = read_sources([story_files[0]], (), CoreEngine(), NoProgress())
    story_files[0].unlink()
    story_files[0].symlink_to(story_files[0])
    got = read_sources([story_files[1]], first.articles, CoreEngine(), NoProgress())
    assert len(got.articles) == 1
    assert not got.errors


def test_a_folder_that_may_not_be_read_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, story_files: tuple[Path, ...]
) -> None:
    folder = story_files[0].parent
    (folder / "closed").mkdir()
    (folder / "closed" / "d.txt").write_text("Nobody reads this.")
    scandir, is_dir = os.scandir, Path.is_dir

    def refuse(path: Any) -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    got = read_sources([folder], (), CoreEngine(), NoProgress())
    assert len(got.articles) == 3
    assert [e.what for e in got.errors] == ["The folder “closed” cannot be opened (Permission denied)."]
    alone = read_sources([folder / "closed", story_files[0]], (), CoreEngine(), NoProgress())
    assert (len(alone.articles), [e.what for e in alone.errors]) == (1, [e.what for e in got.errors])

    def refuse_to_look(path: Path) -> bool:
        if path.parent.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", refuse_to_look)
    inside = read_sources([folder / "closed" / "none.txt", story_files[0]], (), CoreEngine(), NoProgress())
    assert (len(inside.articles), len(inside.errors)) == (1, 1)


def test_a_folder_that_links_to_itself_is_read_once(story_files: tuple[Path, ...], engine: Any) -> None:
    folder = story_files[0].parent
    (folder / "again").symlink_to(folder)
    assert len(read_sources([folder], (), engine, NoProgress()).articles) == 3


def test_each_file_is_told_of_as_it_goes(story_files: tuple[Path, ...], engine: Any) -> None:
    bad = story_files[0].with_name("bad.txt")
    bad.write_text("x")
    told: list[FileState] = []
    got = read_sources(
        [story_files[0], bad, Pasted("One.\nTwo."), story_files[0]], (), engine, NoProgress(), told.append
    )
    assert [(s.place, s.name, s.status) for s in told[:4]] == [
        (0, "a.txt", FileStatus.WAITING),
        (1, "bad.txt", FileStatus.WAITING),
        (2, "Pasted text", FileStatus.WAITING),
        (3, "a.txt", FileStatus.WAITING),
    ]
    assert [s.status for s in told[4:]] == [
        FileStatus.READING,
        FileStatus.READY,
        FileStatus.READING,
        FileStatus.FAILED,
        FileStatus.READING,
        FileStatus.READY,
        FileStatus.READING,
        FileStatus.FAILED,
    ]
    assert [s.sentences for s in told if s.status is FileStatus.READY] == [3, 2]
    failed = [s for s in told if s.status is FileStatus.FAILED]
    assert [s.error for s in failed] == list(got.errors)
    assert [s.replaceable for s in failed] == [True, False]


def test_folders_that_give_nothing_and_too_many_files_are_told_of(
    monkeypatch: pytest.MonkeyPatch, story_files: tuple[Path, ...], tmp_path: Path, engine: Any
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(intake, "MOST_ARTICLES", 2)
    told: list[FileState] = []
    got = read_sources([*story_files, tmp_path / "empty"], (), engine, NoProgress(), told.append)
    assert [s.place for s in told if s.status is FileStatus.WAITING] == [0, 1]
    failed = {s.place: s for s in told if s.status is FileStatus.FAILED}
    assert [failed[3].name, failed[3].error] == ["empty", got.errors[0]]
    assert [failed[2].name, failed[2].error] == ["c.txt", got.errors[1]]
    assert not any(s.replaceable for s in failed.values())


def test_pasted_text_that_fails_cannot_be_replaced(tmp_path: Path) -> None:
    told: list[FileState] = []
    read_sources([Pasted("  "), tmp_path / "none.txt"], (), CoreEngine(), NoProgress(), told.append)
    failed = [s for s in told if s.status is FileStatus.FAILED]
    assert [(s.name, s.replaceable) for s in failed] == [("Pasted text", False), ("none.txt", True)]


def test_places_can_follow_those_that_were_told_before(story_files: tuple[Path, ...], engine: Any) -> None:
    told: list[FileState] = []
    read_sources(story_files[:2], (), engine, NoProgress(), told.append, first=7)
    assert {s.place for s in told} == {7, 8}
    assert read_sources(story_files[:1], (), engine, NoProgress()).articles


def test_saved_cases_are_no_articles(story_files: tuple[Path, ...], tmp_path: Path, engine: Any) -> None:
    case, folder = tmp_path / "Budget.COGNATE", tmp_path / "notes.cognate"
    case.write_text("x")
    folder.mkdir()
    (folder / "n.txt").write_text("A note.")
    sources: list[Source] = [story_files[0], case, Pasted("Hello."), Sample(), folder]
    assert cases_among(sources) == (case,)
    assert cases_among([story_files[0]]) == ()
    told: list[FileState] = []
    got = read_sources([case, story_files[0], folder], (), engine, NoProgress(), told.append)
    assert [a.title for a in got.articles] == ["The harbour closes at noon.", "A note."]
    assert not got.errors
    assert {s.name for s in told} == {"a.txt", "n.txt"}
