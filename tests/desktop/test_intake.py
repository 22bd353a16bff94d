"""From files, folders, pasted text and the sample to articles."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.errors import ArticleError
from core.ingest import Expansion
from core.progress import Cancelled, NoProgress
from desktop import intake
from desktop.engine import CoreEngine
from desktop.intake import (
    Arrived,
    FileState,
    FileStatus,
    Pasted,
    Sample,
    Source,
    cases_among,
    place_name,
    read_sources,
)
from tests.desktop.conftest import FakeEngine


def states_in(told: list[FileState]) -> Callable[[FileState | Arrived], None]:
    """Return what takes in the states alone."""
    return lambda thing: told.append(thing) if isinstance(thing, FileState) else None


def test_a_bad_file_does_not_stop_the_rest(story_files: tuple[Path, ...], engine: Any) -> None:
    bad = story_files[0].with_name("bad.txt")
    bad.write_text("x")
    got = read_sources([story_files[0], bad, story_files[1]], (), engine, NoProgress())
    assert [a.title for a in got.articles] == ["The harbour closes at noon.", "Bakers met in the old hall."]
    assert [str(e) for e in got.errors] == ["“bad.txt” is not text. Save it as plain text."]


def test_a_folder_gives_its_articles_and_its_name(story_files: tuple[Path, ...], engine: Any) -> None:
    folder = story_files[0].parent
    (folder / "notes.xls").write_text("no")
    (folder / ".hidden.txt").write_text("no")
    (folder / "deep").mkdir()
    (folder / "deep" / "d.TXT").write_text("Deep.")
    got = read_sources([folder], (), engine, NoProgress())
    assert [a.document.path.rsplit("/", 1)[1] for a in got.articles] == ["a.txt", "b.txt", "c.txt", "d.TXT"]
    assert got.name == "story"
    assert got.notices == ("“story” also holds what is no article by its name and was left out: “notes.xls”.",)


def test_an_empty_folder_says_so(tmp_path: Path, engine: Any) -> None:
    got = read_sources([tmp_path], (), engine, NoProgress())
    assert not got.articles
    assert got.errors[0].what.endswith("holds no articles.")


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
    assert [e.what for e in got.errors] == [f"“{folder / 'closed'}” may not be read by you."]
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
        [story_files[0], bad, Pasted("One.\nTwo."), story_files[0]], (), engine, NoProgress(), states_in(told)
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
    got = read_sources([*story_files, tmp_path / "empty"], (), engine, NoProgress(), states_in(told))
    assert [s.place for s in told if s.status is FileStatus.WAITING] == [0, 1]
    failed = {s.place: s for s in told if s.status is FileStatus.FAILED}
    assert [failed[3].name, failed[3].error] == ["empty", got.errors[0]]
    assert [failed[2].name, failed[2].error] == ["c.txt", got.errors[1]]
    assert not any(s.replaceable for s in failed.values())


def test_pasted_text_that_fails_cannot_be_replaced(tmp_path: Path) -> None:
    told: list[FileState] = []
    read_sources([Pasted("  "), tmp_path / "none.txt"], (), CoreEngine(), NoProgress(), states_in(told))
    failed = [s for s in told if s.status is FileStatus.FAILED]
    assert [(s.name, s.replaceable) for s in failed] == [("Pasted text", False), ("none.txt", True)]


def test_places_can_follow_those_that_were_told_before(story_files: tuple[Path, ...], engine: Any) -> None:
    told: list[FileState] = []
    read_sources(story_files[:2], (), engine, NoProgress(), states_in(told), first=7)
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
    got = read_sources([case, story_files[0], folder], (), engine, NoProgress(), states_in(told))
    assert [a.title for a in got.articles] == ["The harbour closes at noon.", "A note."]
    assert not got.errors
    assert {s.name for s in told} == {"a.txt", "n.txt"}


def test_an_archive_is_as_many_rows_as_it_has_articles(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "desk.zip", "w") as archive:
        archive.writestr("inner/a.txt", "The harbour closes at noon.")
        archive.writestr("b.html", "<html><body><article><p>The harbour closes at dusk today.</p></article></body>")
        archive.writestr("bad.docx", b"PK\x03\x04 word/document, cut off")
        archive.writestr("photo.jpg", b"no article")
    told: list[FileState] = []
    got = read_sources([tmp_path / "desk.zip"], (), CoreEngine(), NoProgress(), states_in(told))
    assert {s.place: s.name for s in told} == {0: "desk.zip/inner/a.txt", 1: "desk.zip/b.html", 2: "desk.zip/bad.docx"}
    assert [Path(a.document.path).name for a in got.articles] == ["a.txt", "b.html"]
    (error,) = got.errors
    assert error.path == str(tmp_path / "desk.zip/bad.docx")
    assert [s.replaceable for s in told if s.status is FileStatus.FAILED] == [True]
    assert "photo.jpg" in got.notices[0]
    again = read_sources([tmp_path / "desk.zip/inner/a.txt"], got.articles, CoreEngine(), NoProgress())
    assert [e.what for e in again.errors] == ["“a.txt” is in the case already."]


def test_what_was_read_before_a_cancel_was_told(story_files: tuple[Path, ...], engine: FakeEngine) -> None:
    class Stops:
        def __init__(self) -> None:
            self.asked = 0

        def step(self, stage: str, done: float) -> None:  # noqa: ARG002 - the interface
            self.asked += 1
            if stage == "Reading slow.txt" and self.asked > 6:
                raise Cancelled

    slow = story_files[0].with_name("slow.txt")
    slow.write_text("Late.")
    engine.read_gate.clear()
    told: list[FileState | Arrived] = []
    with pytest.raises(Cancelled):
        read_sources([story_files[0], slow], (), engine, Stops(), told.append)
    assert [t.article.title for t in told if isinstance(t, Arrived)] == ["The harbour closes at noon."]


def test_what_lies_in_archives_and_mails_is_called_by_both_names() -> None:
    assert place_name(Path("/in/desk/a.docx")) == "a.docx"
    assert place_name(Path("/in/desk.zip/week/a.docx")) == "desk.zip/week/a.docx"
    assert place_name(Path("/in/mail.eml/offer.pdf")) == "mail.eml/offer.pdf"


def test_an_archive_that_gives_an_error_and_nothing_else_says_only_that(tmp_path: Path, engine: FakeEngine) -> None:
    error = ArticleError("desk.zip", "“desk.zip” is damaged.", "Pack it anew.")
    engine.inside["desk.zip"] = Expansion((), (), (error,))
    assert read_sources([tmp_path / "desk.zip"], (), engine, NoProgress()).errors == (error,)
