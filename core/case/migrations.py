"""The tables of a case file, as the steps that lead to them.

A new file takes every step, an older one those that it lacks, all in one transaction. A step that was released is
never changed; whatever comes later is a step of its own, and the number of steps is the version that a file bears.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x436F676E
"""“Cogn”: tells a case from other SQLite files."""

_FIRST = (
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        place INTEGER NOT NULL UNIQUE,
        letter TEXT NOT NULL,
        title TEXT NOT NULL,
        role TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        text TEXT NOT NULL,
        format TEXT NOT NULL,
        encoding TEXT NOT NULL,
        own_title TEXT
    ) STRICT
    """,
    """
    CREATE TABLE findings (
        article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        type TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (article, place)
    ) STRICT
    """,
    """
    CREATE TABLE analysis (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        format INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE judgements (
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        first_sentences TEXT NOT NULL,
        second_sentences TEXT NOT NULL,
        verdict TEXT,
        note TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (first, second, first_sentences, second_sentences)
    ) STRICT
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)
_HANDMADE_LINKS_AND_PROBLEMS = (
    """
    CREATE TABLE hand_links (
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        first_sentences TEXT NOT NULL,
        second_sentences TEXT NOT NULL,
        linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
        PRIMARY KEY (first, second, first_sentences, second_sentences)
    ) STRICT
    """,
    """
    CREATE TABLE problems (
        place INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        what TEXT NOT NULL,
        remedy TEXT NOT NULL
    ) STRICT
    """,
    "ALTER TABLE articles ADD COLUMN outlet TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN author TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN date TEXT NOT NULL DEFAULT ''",
)

_WHAT_FILES_SAY = (
    "ALTER TABLE articles ADD COLUMN file_says TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE articles ADD COLUMN address TEXT NOT NULL DEFAULT ''",
)
"""Author, outlet, day, address … as the file itself gives them: one JSON object, for formats learn to say more."""

STEPS = (_FIRST, _HANDMADE_LINKS_AND_PROBLEMS, _WHAT_FILES_SAY)
ADDED_LATER = ("hand_links", "problems")
"""Tables that the first version lacks."""
VERSION = len(STEPS)
_MOST_THINGS = 100
"""More than any version has."""


def version_of(db: sqlite3.Connection) -> int:
    """Return the version that the file bears."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(db: sqlite3.Connection, to: int = VERSION) -> None:
    """Bring the tables to a version, in the transaction that the caller has begun."""
    for step in STEPS[version_of(db) : to]:
        for statement in step:
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {to}")


def tables(db: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Return what the file is made of: every table, index, trigger and view as it was written down, spaces aside.

    Two files of one version are made of the same; one that is not was not made by this program. Only the list itself
    is read, none of what it names.
    """
    listed = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?", (_MOST_THINGS,)).fetchall()
    return {(kind, name, of, None if sql is None else " ".join(sql.split())) for kind, name, of, sql in listed}
