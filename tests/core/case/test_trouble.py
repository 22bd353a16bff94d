"""What can go wrong with a case file: one clear sentence each, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.case.migrations import VERSION
from core.case.review import FindingKey, Judgement, Verdict
from core.case.trouble import from_database
from core.errors import CaseError

ROOT = Path(__file__).parents[3]
KEY = FindingKey("a" * 64, "b" * 64, (0,), (1,))
VERDICT = Judgement(Verdict.DISMISS)


def run(program: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python of its own and return how it ended."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"^There is no file “.*gone\.cognate”\. It may have been moved or renamed\.$"):
        CaseFile.open(tmp_path / "gone.cognate")


def test_no_folder(tmp_path: Path) -> None:
    for do in (CaseFile.open, CaseFile.create, CaseFile.in_memory().save_as):
        with pytest.raises(CaseError, match=r"The folder “.*nowhere” is not there"):
            do(tmp_path / "nowhere" / "x.cognate")


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is a folder, not a file"):
        CaseFile.open(tmp_path)
    with pytest.raises(CaseError, match="is a folder, not a file"):
        CaseFile.in_memory().save_as(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["zero\0.cognate", "long" * 100 + ".cognate"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    for do in (CaseFile.open, CaseFile.create, CaseFile.in_memory().save_as):
        with pytest.raises(CaseError, match=r"not a name that a file can have|is too long"):
            do(tmp_path / name)


def test_a_new_case_writes_over_nothing(case_path: Path) -> None:
    before = case_path.read_bytes()
    with pytest.raises(CaseError, match="There is already a file"):
        CaseFile.create(case_path)
    assert case_path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"The harbour closes at noon.\n", b"SQLite format 3\0" + b"x" * 4096])
def test_something_else_is_no_case(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "story.cognate"
    path.write_bytes(data)
    with pytest.raises(
        CaseError, match=r"^“story\.cognate” is not a Cognate case\. Choose a file that Cognate saved\.$"
    ):
        CaseFile.open(path)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_s_database_is_no_case(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE vectors (key BLOB)")
        db.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    with pytest.raises(CaseError, match="is not a Cognate case"):
        CaseFile.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_no_case() -> None:
    with pytest.raises(CaseError, match="is not a Cognate case"):
        CaseFile.open(os.devnull)


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.cognate")
    for do in (CaseFile.open, CaseFile.in_memory().save_as):
        with pytest.raises(CaseError, match="is not a Cognate case"):
            do(pipe)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_newer_version_is_told(case_path: Path) -> None:
    alter(case_path, f"PRAGMA user_version = {VERSION + 1}")
    before = case_path.read_bytes()
    with pytest.raises(
        CaseError, match=r"was saved by a newer version of Cognate, .* Update Cognate, then open it again"
    ):
        CaseFile.open(case_path)
    assert case_path.read_bytes() == before


def opened_and_read(path: Path) -> CaseContents:
    with CaseFile.open(path) as case:
        return case.read()


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 0",
        "DROP TABLE hand_links",
        "ALTER TABLE judgements DROP COLUMN note",
        "CREATE TRIGGER t AFTER INSERT ON judgements BEGIN DELETE FROM articles; END",
        "CREATE VIEW v AS SELECT 1",
        "UPDATE analysis SET data = x'00'",
        "UPDATE analysis SET data = substr(data, 1, 1000)",
        "UPDATE articles SET role = 'nothing'",
        "UPDATE articles SET text = CAST(x'ff' AS TEXT) WHERE id = 'a1'",
        'UPDATE findings SET start = 10, "end" = 2',
        'UPDATE findings SET "end" = 1000000',
        "UPDATE judgements SET verdict = 'guilty'",
        "UPDATE judgements SET first = 'z', second = 'a'",
        "UPDATE judgements SET first_sentences = '[\"one\"]'",
        "UPDATE settings SET value = '{' WHERE name = 'title'",
        "UPDATE settings SET value = '7' WHERE name = 'title'",
        "UPDATE settings SET value = '{\"runs_below\": -1}' WHERE name = 'exclusions'",
    ],
)
def test_what_does_not_fit_is_damage(case_path: Path, statement: str) -> None:
    alter(case_path, statement)
    with pytest.raises(CaseError, match=r"^The case file “summit\.cognate” is damaged and was left as it is\."):
        opened_and_read(case_path)
    assert list(case_path.parent.iterdir()) == [case_path]


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_overwritten_pages_are_damage(case_path: Path, at: float) -> None:
    data = bytearray(case_path.read_bytes())
    start = int(len(data) * at)
    data[start : start + 8192] = b"\xa5" * 8192
    case_path.write_bytes(data)
    with pytest.raises(CaseError, match="is damaged"):
        opened_and_read(case_path)
    assert case_path.read_bytes() == data


def test_a_file_cut_short_is_damage(case_path: Path) -> None:
    case_path.write_bytes(case_path.read_bytes()[:20_000])
    with pytest.raises(CaseError, match="is damaged"):
        CaseFile.open(case_path)


CUT_SHORT = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE articles SET text = 'gone'")
db.execute("UPDATE settings SET value = zeroblob(100000) || ''")
db.execute("DELETE FROM analysis")
os._exit(0)
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_transaction_cut_short_is_taken_back(case_path: Path, contents: CaseContents, *, read_only: bool) -> None:
    assert run(CUT_SHORT, case_path).returncode == 0
    assert case_path.with_name(case_path.name + "-journal").exists()
    with CaseFile.open(case_path, read_only=read_only) as case:
        assert case.read().articles == contents.articles


def test_a_leftover_journal_does_no_harm_to_what_replaces_its_file(case_path: Path) -> None:
    journal = case_path.with_name(case_path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 4096)
    with CaseFile.in_memory() as case:
        case.keep_judgement(KEY, VERDICT)
        case.save_as(case_path).close()
    assert not journal.exists()
    with CaseFile.open(case_path) as case:
        assert case.read().review.judgements == {KEY: VERDICT}


@pytest.fixture
def full(case_path: Path) -> Iterator[CaseFile]:
    """Return a case whose file cannot grow."""
    with CaseFile.open(case_path) as case:
        (pages,) = case._db.execute("PRAGMA page_count").fetchone()
        case._db.execute(f"PRAGMA max_page_count = {pages}")
        yield case


def test_a_full_disk_is_told_and_the_case_is_as_before(full: CaseFile, contents: CaseContents) -> None:
    with pytest.raises(CaseError, match=r"^There is no room left for “summit\.cognate” on its disk\. Free some space"):
        full.keep_judgement(KEY, Judgement(Verdict.CREDIT, "word " * 20_000))
    assert full.read().articles == contents.articles
    assert KEY not in full.read().review.judgements
    full._db.execute("PRAGMA max_page_count = 1000000")
    full.keep_judgement(KEY, Judgement(Verdict.CREDIT, "word " * 20_000))
    assert KEY in full.read().review.judgements


def test_saving_elsewhere_on_a_full_disk_leaves_the_older_file_whole(case_path: Path) -> None:
    program = """
import resource, sys
from core.case.file import CaseFile
from core.errors import CaseError
with CaseFile.open(sys.argv[1]) as case:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
    try:
        case.save_as(sys.argv[2])
    except CaseError as error:
        print(error)
    print(case.read().title)
"""
    target = case_path.with_name("older.cognate")
    target.write_bytes(before := case_path.read_bytes())
    for path in (target, case_path.with_name("new.cognate")):
        told, title = run(program, case_path, path).stdout.splitlines()
        refused = f"The disk refused to write or read “{path.name}”. See whether it is full or was taken out;"
        assert told.startswith((f"There is no room left for “{path.name}”", refused))
        assert title == "Summit"
    assert target.read_bytes() == before
    assert sorted(case_path.parent.iterdir()) == [target, case_path]


def test_a_change_that_fails_while_saving_elsewhere_leaves_the_older_file_whole(case_path: Path) -> None:
    def fails(_: CaseFile) -> None:
        raise CaseError("No.")

    target = case_path.with_name("older.cognate")
    target.write_text("older")
    with CaseFile.open(case_path) as case, pytest.raises(CaseError, match=r"^No\.$"):
        case.save_as(target, [fails])
    assert target.read_text() == "older"
    assert sorted(case_path.parent.iterdir()) == [target, case_path]


def test_a_folder_that_vanishes_is_told_and_the_case_saved_elsewhere(case_path: Path, contents: CaseContents) -> None:
    away = case_path.parent.with_name("away")
    with CaseFile.open(case_path) as case:
        case_path.parent.rename(away)
        with pytest.raises(CaseError, match=r"The folder “.*” is not there"):
            case.keep_judgement(KEY, VERDICT)
        with case.save_as(away / "rescued.cognate", [lambda c: c.keep_judgement(KEY, VERDICT)]) as rescued:
            assert rescued.read().articles == contents.articles
            assert rescued.read().review.judgements[KEY] == VERDICT


def replaced_by_another(path: Path) -> None:
    path.with_name("new").write_text("something else")
    path.with_name("new").replace(path)


@pytest.mark.parametrize("how", [Path.unlink, lambda p: p.rename(p.with_name("other")), replaced_by_another])
def test_a_file_that_vanishes_is_told_and_the_case_saved_again(
    case_path: Path, contents: CaseContents, how: Callable[[Path], object]
) -> None:
    with CaseFile.open(case_path) as case:
        how(case_path)
        with pytest.raises(CaseError, match="was moved, deleted or replaced while it was open"):
            case.keep_judgement(KEY, VERDICT)
        with case.save_as(case_path, [lambda c: c.keep_judgement(KEY, VERDICT)]) as again:
            assert again.read().articles == contents.articles
            assert again.read().review.judgements[KEY] == VERDICT


ONLY_READ = """
import os, sys
from core.case.file import CaseFile
from core.errors import CaseError
if os.getuid() == 0:
    os.setresuid(65534, 65534, 65534)  # to whom rights are denied
try:
    with CaseFile.open(sys.argv[1]) as case:
        print(case.read_only, case.read().title)
        case.keep_setting("title", "Another")
except CaseError as error:
    print(error)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a folder that everybody may reach."""
    with tempfile.TemporaryDirectory(prefix="cognate-tests-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


@pytest.mark.parametrize("folder_rights", [0o555, 0o777])
def test_a_file_that_may_only_be_read_is_opened_so(case_path: Path, shared: Path, folder_rights: int) -> None:
    path = shared / "summit.cognate"
    path.write_bytes(before := case_path.read_bytes())
    path.chmod(0o444)
    shared.chmod(folder_rights)
    done = run(ONLY_READ, path)
    assert done.stdout.splitlines() == [
        "True Summit",
        "“summit.cognate” may only be read. Save the case under another name.",
    ], done.stderr
    assert path.read_bytes() == before


def test_a_write_that_was_cut_short_where_nobody_may_write_is_told(case_path: Path, shared: Path) -> None:
    path = shared / "summit.cognate"
    path.write_bytes(case_path.read_bytes())
    assert run(CUT_SHORT, path).returncode == 0
    shared.chmod(0o555)
    assert "“summit.cognate” was not closed properly and cannot be mended where it lies" in run(ONLY_READ, path).stdout


def test_a_file_that_may_not_be_read_is_told(case_path: Path, shared: Path) -> None:
    path = shared / "summit.cognate"
    path.write_bytes(case_path.read_bytes())
    path.chmod(0)
    assert "may not be written to, or not be read" in run(ONLY_READ, path).stdout


def test_what_sqlite_says_otherwise_is_passed_on(tmp_path: Path) -> None:
    (path := tmp_path / "x.cognate").touch()
    assert "could not be written or read (odd)" in str(from_database(path, sqlite3.InterfaceError("odd")))
