"""What can be read of a damaged case is saved, the rest named, and the file stays as it is."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.case.salvage import salvaged
from core.case.trouble import DamagedError
from core.errors import CaseError
from tools.soak.damage import damaged

SECONDS = 15.0
EXAMPLES = 360


def same(saved: CaseContents, contents: CaseContents) -> bool:
    bare = [replace(c, settings={}, problems=(), rescued=None) for c in (saved, contents)]
    return bare[0] == bare[1] and len(saved.problems) == len(contents.problems)


def rows(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def test_a_whole_case_is_saved_whole(case_path: Path, contents: CaseContents) -> None:
    saved = salvaged(case_path)
    assert same(saved, contents)
    assert saved.title == "Summit"
    assert saved.exclusions == contents.exclusions
    assert saved.place == contents.place
    assert saved.rescued is not None


def test_it_says_what_is_lost_and_what_is_safe(case_path: Path) -> None:
    rows(case_path, "UPDATE judgements SET verdict = 'guilty'")
    rows(case_path, "UPDATE settings SET value = 'NaN' WHERE name = 'subject'")
    saved = salvaged(case_path)
    assert saved.rescued is not None
    assert saved.rescued.what == (
        "“summit.cognate” is damaged. What can be read of it was put into a new case without a name."
    )
    assert saved.rescued.remedy == (
        "Lost: some verdicts and notes, some choices for the case. The damaged file was left as it is."
    )
    assert [j.note for j in saved.review.judgements.values()] == ["Ask the desk."]
    assert saved.subject is None
    assert saved.title == "Summit"


@pytest.fixture
def five(contents: CaseContents, tmp_path: Path) -> Path:
    """Return a case of the compared articles alone."""
    path = tmp_path / "five.cognate"
    with CaseFile.create(path) as case:
        case.keep_all(replace(contents, articles=contents.articles[:5], problems=()))
    return path


def test_tables_of_others_cost_nothing(five: Path, contents: CaseContents) -> None:
    rows(five, "CREATE TRIGGER t AFTER INSERT ON judgements BEGIN DELETE FROM articles; END")
    saved = salvaged(five)
    assert saved.analysis == contents.analysis
    assert saved.rescued is not None
    assert saved.rescued.lost == ()
    assert saved.rescued.remedy.startswith("As far as can be told, nothing of it is missing.")


def test_letters_that_are_none_are_marked_and_told(five: Path, contents: CaseContents) -> None:
    rows(five, "UPDATE articles SET text = CAST(CAST(text AS BLOB) || x'ff' AS TEXT) WHERE id = 'a1'")
    saved = salvaged(five)
    assert saved.articles[0].document.text == contents.articles[0].document.text + "\ufffd"
    assert saved.articles[1:] == contents.articles[1:5]
    assert saved.rescued is not None
    assert "letters in the text of 1 article(s)" in saved.rescued.lost


def test_without_the_page_in_between_both_ends_are_saved(tmp_path: Path, contents: CaseContents) -> None:
    path = tmp_path / "long.cognate"
    document = contents.articles[0].document
    many = tuple(
        replace(contents.articles[0], id=f"b{n}", document=replace(document, text=f"Article {n}. " * 40))
        for n in range(120)
    )
    with CaseFile.create(path) as case:
        case.keep_articles(many)
    data = bytearray(path.read_bytes())
    at = data.index(b"Article 60. Article 60.") // 4096 * 4096
    data[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        CaseFile.open(path)
    saved = salvaged(path)
    assert 80 <= len(saved.articles) < 120
    ids = [a.id for a in saved.articles]
    assert ids[0] == "b0"
    assert ids[-1] == "b119"
    assert [a.letter for a in saved.articles[:2]] == ["A", "B"]
    assert saved.rescued is not None
    assert "some articles" in saved.rescued.lost


def test_a_case_without_an_article_that_can_be_read_says_so(case_path: Path) -> None:
    rows(case_path, "DELETE FROM articles")
    with pytest.raises(CaseError, match=r"was left as it is\. No article in it can be read\. Take a copy"):
        salvaged(case_path)


def test_something_else_is_not_searched_for_articles(tmp_path: Path) -> None:
    for data in (b"", b"SQLite format 3\0", b"The harbour closes.\n" * 1000, bytes(10_000)):
        (path := tmp_path / "x.cognate").write_bytes(data)
        with pytest.raises(CaseError):
            salvaged(path)


@pytest.mark.parametrize("part", range(6))
def test_whatever_is_damaged_it_opens_is_saved_or_says_why(tmp_path: Path, whole_case: bytes, part: int) -> None:
    path = tmp_path / "damaged.cognate"
    came: set[str] = set()
    for seed in range(part * EXAMPLES // 6, (part + 1) * EXAMPLES // 6):
        path.write_bytes(data := damaged(whole_case, seed))
        began = time.monotonic()
        try:
            try:
                with CaseFile.open(path) as case:
                    found = case.read()
                came.add("opened")
            except DamagedError:
                found = salvaged(path)
                came.add("saved")
            assert isinstance(found, CaseContents)
            assert found.articles, seed
        except CaseError as error:
            came.add("told")
            assert error.what.endswith("."), seed  # noqa: PT017 - one of three ends
        assert time.monotonic() - began < SECONDS, seed
        assert path.read_bytes() == data, seed
        assert list(tmp_path.iterdir()) == [path], seed
    assert "saved" in came
