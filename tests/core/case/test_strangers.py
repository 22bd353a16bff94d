"""A case file from a stranger: whatever is in it, it opens, says what is wrong in time, and stays as it is."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.case import limits
from core.case.codec import encode_analysis
from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.case.review import FindingKey, Judgement, Verdict
from core.case.salvage import salvaged
from core.case.trouble import DamagedError, TooLargeError
from core.errors import CaseError
from core.model import Analysis

ROOT = Path(__file__).parents[3]
KEY = FindingKey("a" * 64, "b" * 64, (0,), (1,))
SECONDS = 15.0


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)


def raw(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def opened_and_read(path: Path) -> CaseContents:
    with CaseFile.open(path) as case:
        return case.read()


def refused(path: Path) -> CaseError:
    """Return what is said of a file, seen to be quick, and to leave the file and its folder as they are."""
    before, beside, began = path.read_bytes(), sorted(path.parent.iterdir()), time.monotonic()
    with pytest.raises(CaseError) as caught:
        opened_and_read(path)
    with pytest.raises(CaseError), CaseFile.open(path, read_only=True) as case:
        case.read()
    assert time.monotonic() - began < SECONDS
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return caught.value


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT "
REWRITTEN = "UPDATE sqlite_schema SET sql = replace(sql, {!r}, {!r}) WHERE name = '{}'"


def rewritten(table: str, old: str, new: str) -> tuple[str, str]:
    return "PRAGMA writable_schema = ON", REWRITTEN.format(old, new, table)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TRIGGER t AFTER INSERT ON judgements BEGIN DELETE FROM articles; END",),
        ("CREATE TRIGGER t AFTER DELETE ON settings BEGIN INSERT INTO settings VALUES ('x', '1'); END",),
        (f"CREATE VIEW v AS {ENDLESS} count(x) FROM n",),
        ("ALTER TABLE problems RENAME TO p", "CREATE VIEW problems AS SELECT * FROM p"),
        ("DROP TABLE settings", f"CREATE VIEW settings AS {ENDLESS} x AS name, x AS value FROM n"),
        ("CREATE TABLE more (anything)",),
        ("CREATE VIRTUAL TABLE words USING fts5(anything)",),
        ("CREATE VIRTUAL TABLE boxes USING rtree(id, a, b)",),
        ("CREATE INDEX i ON articles (title)",),
        ("CREATE INDEX i ON articles (lower(title))",),
        ("CREATE UNIQUE INDEX i ON judgements (note) WHERE note <> ''",),
        ("ALTER TABLE articles ADD COLUMN more TEXT",),
        ("ALTER TABLE articles ADD COLUMN more TEXT AS (hex(zeroblob(1000000000)))",),
        ("ALTER TABLE settings RENAME COLUMN value TO worth",),
        ("ANALYZE",),
        rewritten("settings", "TEXT NOT NULL)", "TEXT NOT NULL CHECK (length(randomblob(100000000)) > 0))"),
        rewritten("settings", ") STRICT", ")"),
        rewritten("problems", "place INTEGER PRIMARY KEY", "place INTEGER PRIMARY KEY DEFAULT (random())"),
        rewritten("judgements", "CREATE TABLE", "CREATE TABLE nothing like"),
        rewritten("judgements", "note TEXT NOT NULL", "note TEXT COLLATE NOCASE"),
        ("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'articles'"),
        ("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET rootpage = 2147483647 WHERE name = 'articles'"),
        ("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = NULL WHERE name = 'articles'"),
        ("PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 'articles'"),
        ("PRAGMA writable_schema = ON", "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema"),
    ],
)
def test_tables_that_are_not_ours_are_never_used(case_path: Path, statements: tuple[str, ...]) -> None:
    alter(case_path, *statements)
    assert isinstance(refused(case_path), DamagedError)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET first_sentences = '[-1]'",
        "UPDATE judgements SET first_sentences = '[1e400]'",
        "UPDATE judgements SET first_sentences = '[" + "9" * 5000 + "]'",
        "UPDATE judgements SET first_sentences = '[0.5]'",
        "UPDATE judgements SET second_sentences = '{}'",
        "UPDATE hand_links SET first_sentences = '[null]'",
        "UPDATE judgements SET verdict = ''",
        'UPDATE findings SET start = -1, "end" = 4',
        'UPDATE findings SET start = 9223372036854775807, "end" = 9223372036854775807',
        "UPDATE articles SET role = 'judge'",
        "UPDATE articles SET file_says = '[]'",
        "UPDATE articles SET file_says = '{\"author\": 7}'",
        'UPDATE articles SET file_says = \'{"notices": "all"}\'',
        "UPDATE articles SET file_says = 'NaN'",
        "UPDATE settings SET value = 'NaN'",
        "UPDATE settings SET value = '-Infinity' WHERE name = 'pinned'",
        "UPDATE settings SET value = '1e999' WHERE name = 'pinned'",
        "UPDATE settings SET value = '{\"wholly_derived\": NaN}' WHERE name = 'options'",
        "UPDATE settings SET value = '{\"wholly_derived\": \"much\"}' WHERE name = 'options'",
        'UPDATE settings SET value = \'{"scroll": [1e999, 0], "screen": "compare"}\' WHERE name = \'place\'',
        "UPDATE settings SET value = '{\"runs_below\": -3}' WHERE name = 'exclusions'",
        "UPDATE settings SET value = '" + "[" * 200_000 + "' WHERE name = 'pinned'",
        "UPDATE settings SET value = '" + "[" * 100_000 + "]" * 100_000 + "' WHERE name = 'pinned'",
        "UPDATE settings SET value = '{\"a\": 1,}' WHERE name = 'pinned'",
        "UPDATE analysis SET data = zeroblob(1000000)",
        "UPDATE analysis SET data = x''",
    ],
)
def test_values_that_do_not_fit_are_never_used(case_path: Path, statement: str) -> None:
    alter(case_path, statement)
    assert isinstance(refused(case_path), DamagedError)


@pytest.mark.parametrize("column", ["text", "title", "path", "own_title", "file_says"])
def test_columns_of_another_type_are_never_used(case_path: Path, column: str) -> None:
    loose = "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'articles'"
    strict = "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'articles'"
    alter(case_path, "PRAGMA writable_schema = ON", loose)
    alter(case_path, f"UPDATE articles SET {column} = x'00ff'")  # noqa: S608 - our own
    alter(case_path, "PRAGMA writable_schema = ON", strict)
    assert isinstance(refused(case_path), DamagedError)


def test_a_million_rows(case_path: Path) -> None:
    numbers = "WITH RECURSIVE n(x) AS (SELECT 10 UNION ALL SELECT x + 1 FROM n LIMIT 1000000)"
    alter(case_path, f"{numbers} INSERT INTO problems SELECT x, 'path', 'what', '' FROM n")  # noqa: S608 - our own
    refused(case_path)
    saved = salvaged(case_path)
    assert len(saved.problems) == limits.MOST_ROWS["problems"]
    assert len(saved.articles) == 6
    assert saved.rescued is not None
    assert saved.rescued.lost == ("some files that could not be read",)


def test_a_giant_text(case_path: Path) -> None:
    with closing(sqlite3.connect(case_path)) as db, db:
        db.execute("UPDATE articles SET text = ? WHERE id = 'a1'", ("word " * (limits.LONGEST_TEXT // 4),))
    refused(case_path)
    saved = salvaged(case_path)
    assert "a1" not in {a.id for a in saved.articles}
    assert len(saved.articles) == 5


def test_a_value_larger_than_any(case_path: Path) -> None:
    with closing(sqlite3.connect(case_path)) as db, db:
        db.execute("UPDATE analysis SET data = zeroblob(?)", (limits.LARGEST_VALUE + 1,))
    refused(case_path)


BOMB = """
import resource, sys
from pathlib import Path
from core.case.codec import decode_analysis
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    decode_analysis(Path(sys.argv[1]).read_bytes())
except ValueError as error:
    print(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_an_analysis_packed_to_burst(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b'{"articles": [' + b" " * 2**20) for _ in range(100)) + packer.flush()
    (path := tmp_path / "packed").write_bytes(packed)
    done = subprocess.run([sys.executable, "-c", BOMB, path], cwd=ROOT, capture_output=True, text=True, check=True)
    told, megabytes = done.stdout.splitlines()
    assert "far too large" in told
    assert int(megabytes) < 50


def test_a_file_larger_than_any_case(case_path: Path) -> None:
    os.truncate(case_path, 10 * 1024**3)  # sparse
    began = time.monotonic()
    for do in (opened_and_read, salvaged):
        with pytest.raises(
            CaseError, match=r"is larger than any case that Cognate opens \(512 MB\)\. It was left as it"
        ):
            do(case_path)
    assert time.monotonic() - began < SECONDS


def deep(value: dict[str, object]) -> None:
    value["options"] = {"a": json.loads("[" * 400 + "]" * 400)}


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v["ledgers"][0]["scores"].update(sourced=-0.5),
        lambda v: v["ledgers"][0]["scores"].update(sourced=1e300),
        lambda v: v["ledgers"][0]["scores"].update(words=-1),
        lambda v: next(p for p in v["pairs"] if p["links"])["links"][0]["evidence"].update(wording=1e300),
        lambda v: next(p for p in v["pairs"] if p["links"])["links"][0]["evidence"].update(longest_run=10**30),
        lambda v: v["options"].update(wholly_derived=[1]),
        lambda v: v["options"].update(wholly_derived=1e200),
        deep,
    ],
)
def test_figures_that_are_none(case_path: Path, analysis: Analysis, change: Callable[[object], None]) -> None:
    value = json.loads(zlib.decompress(encode_analysis(analysis)))
    change(value)
    with closing(sqlite3.connect(case_path)) as db, db:
        db.execute("UPDATE analysis SET data = ?", (zlib.compress(json.dumps(value).encode()),))
    assert isinstance(refused(case_path), DamagedError)


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
def test_numbers_that_are_none(case_path: Path, analysis: Analysis, number: bytes) -> None:
    data = zlib.decompress(encode_analysis(analysis)).replace(b'"confidence":', b'"confidence":' + number + b',"x":', 1)
    for packed in (data, data.replace(b'"title":"', b'"title":"\\ud83d', 1)):  # read in two ways
        with closing(sqlite3.connect(case_path)) as db, db:
            db.execute("UPDATE analysis SET data = ?", (zlib.compress(packed),))
        assert isinstance(refused(case_path), DamagedError)


@pytest.mark.parametrize(
    ("at", "data"),
    [
        (0, b"Salted__" + bytes(range(92))),  # encrypted
        (0, bytes(range(100, 200))),
        (0, bytes(100)),
        (16, b"\xff\xff"),  # the size of pages
        (18, b"\x02\x02"),  # a write-ahead log
        (18, b"\x01\x02"),
        (18, b"\x09\x09"),
        (20, b"\xff"),
        (28, b"\xff\xff\xff\xff"),  # pages that are not there
        (32, struct.pack(">II", 3, 900)),  # free pages that are not free
        (44, struct.pack(">I", 99)),
        (52, struct.pack(">I", 3)),  # vacuuming by itself
        (56, struct.pack(">I", 2)),  # UTF-16
        (60, struct.pack(">I", 0)),
        (68, b"Wrng"),
        (100, b"\xff" * 8),
    ],
)
def test_headings_that_lie(case_path: Path, at: int, data: bytes) -> None:
    raw(case_path, at, data)
    refused(case_path)
    if at < 100:
        saved = salvaged(case_path)
        assert len(saved.articles) == 6
        assert saved.review.judgements


@pytest.mark.parametrize("end", ["-wal", "-shm"])
def test_a_log_beside_it_is_not_opened(case_path: Path, end: str) -> None:
    case_path.with_name(case_path.name + end).write_bytes(b"\x37\x7f\x06\x82" + bytes(60))
    assert isinstance(refused(case_path), DamagedError)


def hot(path: Path, names: Path | None = None) -> bytes:
    """Return a journal that SQLite would play back, which may name a further file, as SQLite writes it."""
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + struct.pack(">IIIII", 0, 1, path.stat().st_size // 4096, 512, 4096)
    journal = head.ljust(512, b"\0")
    if names is not None:
        name = os.fsencode(names)
        lock_page = struct.pack(">I", 0x40000000 // 4096 + 1)
        journal += lock_page + name + struct.pack(">II", len(name), sum(name)) + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    return journal


def test_a_journal_that_names_another_file_deletes_none(case_path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("The only copy.")
    case_path.with_name(case_path.name + "-journal").write_bytes(hot(case_path, victim))
    assert isinstance(refused(case_path), DamagedError)
    assert victim.read_text() == "The only copy."
    with CaseFile.in_memory() as other:
        other.save_as(case_path).close()
    assert victim.read_text() == "The only copy."


def test_what_the_test_before_is_afraid_of(case_path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("The only copy.")
    case_path.with_name(case_path.name + "-journal").write_bytes(hot(case_path, victim))
    with closing(sqlite3.connect(case_path)) as db:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    assert not victim.exists(), "SQLite deletes it where nobody looks at the journal first"


def test_a_journal_that_is_a_link_is_not_followed(case_path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(before := hot(case_path))
    case_path.with_name(case_path.name + "-journal").symlink_to(victim)
    assert isinstance(refused(case_path), DamagedError)
    assert victim.read_bytes() == before


def test_a_journal_of_rubbish_changes_nothing(case_path: Path, contents: CaseContents) -> None:
    page = case_path.read_bytes()[4096:8192]
    rubbish = struct.pack(">I", 2) + bytes(len(page)) + struct.pack(">I", sum(bytes(len(page))[4096 - 200 :: -200]))
    journal = bytearray(hot(case_path) + rubbish)
    journal[8:12] = struct.pack(">I", 1)
    journal[12:16] = struct.pack(">I", 0)
    case_path.with_name(case_path.name + "-journal").write_bytes(journal)
    before = case_path.read_bytes()
    try:
        found = opened_and_read(case_path)
    except CaseError as error:
        assert isinstance(error, DamagedError)  # noqa: PT017 - whether the journal is taken is SQLite's to say
        assert case_path.read_bytes() == before
    else:
        assert found.articles == contents.articles
        assert found.review == contents.review


def test_a_lock_that_is_a_link_is_not_written_through(case_path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("The only copy.")
    (lock := case_path.with_name(f".{case_path.name}.lock")).symlink_to(victim)
    with CaseFile.open(case_path) as case:
        case.keep_judgement(KEY, Judgement(Verdict.CREDIT))
    assert victim.read_text() == "The only copy."
    lock.unlink()
    os.mkfifo(lock)
    began = time.monotonic()
    opened_and_read(case_path)
    assert time.monotonic() - began < SECONDS


def test_an_older_case_that_is_damaged_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "first.cognate"
    with closing(sqlite3.connect(path)) as db:
        db.executescript((ROOT / "tests/cases/case/schema-1.sql").read_text("utf-8"))
    alter(path, "UPDATE judgements SET verdict = 'guilty'")
    assert isinstance(refused(path), DamagedError)
    saved = salvaged(path)
    assert len(saved.articles) == 2
    assert [j.verdict for j in saved.review.judgements.values()] == [None]


def test_what_could_not_be_read_again_is_not_kept(case_path: Path, contents: CaseContents) -> None:
    with CaseFile.open(case_path) as case:
        for keep in (
            lambda: case.keep_judgement(KEY, Judgement(note="x" * (limits.LONGEST_WORDS + 1))),
            lambda: case.keep_setting("more", "x" * limits.LONGEST_JSON),
            lambda: case.keep_problems([*contents.problems] * (limits.MOST_ROWS["problems"] + 1)),
        ):
            with pytest.raises(TooLargeError, match="too long for a case"):
                keep()
        assert case.read().review == contents.review


def test_paths_in_a_case_are_not_touched(case_path: Path, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.txt")  # opening it would wait for ever
    alter(case_path, *(f"UPDATE {table} SET path = '{pipe}'" for table in ("articles", "problems")))  # noqa: S608 - our own
    found = opened_and_read(case_path)
    assert {a.document.path for a in found.articles} == {str(pipe)}
