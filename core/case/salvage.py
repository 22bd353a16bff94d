"""Get out of a damaged case file what can be read: articles, verdicts, notes, settings.

The file is read as bytes and never opened as a database. A copy in memory gets a first page of our own making, with a
list of our tables and nothing else, so that nothing which the file brings along (triggers, views, checks, virtual
tables) is ever looked at. Each table is read from both ends until SQLite finds no way on.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from core.case import database, trouble
from core.case.contents import CaseContents, Rescued
from core.case.limits import LARGEST_FILE, MOST_ROWS
from core.case.migrations import APPLICATION_ID, migrate
from core.case.pieces import Pieces, Row
from core.case.vetting import HEADING, MAGIC

_COLUMNS = {
    "articles": "id, place, letter, title, role, path, sha256, text, format, encoding, own_title, outlet, author, date,"
    " file_says, address",
    "findings": "article, place, type, start, finish, why",
    "analysis": "one, format, data",
    "judgements": "first, second, first_sentences, second_sentences, verdict, note, who, at",
    "hand_links": "first, second, first_sentences, second_sentences, linked",
    "settings": "name, value",
    "problems": "place, path, what, remedy",
}
"""The columns of each table in their order; names are ours to choose here, for rows hold none."""
_USUAL_PAGE = 4096
_LARGEST_PAGE = 65536
_PAGES = tuple(2**n for n in range(10, 17))
"""Sizes; on the smallest of all, 512, no list of our tables has room."""
_TABLE_PAGES = (0x05, 0x0D)
"""How a page of a table begins."""


def salvaged(path: Path) -> CaseContents:
    """Return what can be read of a damaged case; raises :class:`~core.errors.CaseError` where that is no article."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise trouble.from_system(path, error) from None
    if len(data) > LARGEST_FILE:
        raise trouble.too_large_file(path)
    pieces = _pieces(data)
    found = pieces.contents()
    if not found.articles:
        raise trouble.lost(path)
    return replace(found, rescued=Rescued(path.name, pieces.lost()))


def _pieces(data: bytes) -> Pieces:
    """Return what the tables hold: of the file as it stands, or moved where bytes are missing or too many, the more."""
    page = _page_size(data)
    found: list[Pieces] = [_taken(data + bytes(-len(data) % page), page)]
    if rest := len(data) % page:
        found += [_taken(bytes(page - rest) + data, page), _taken(data[rest:], page)]
    return max(found, key=lambda pieces: pieces.count("articles"))


def _page_size(data: bytes) -> int:
    size = struct.unpack(">H", data[16:18])[0] if len(data) >= HEADING else 0
    size = _LARGEST_PAGE if size == 1 else size
    return size if size in _PAGES else _USUAL_PAGE


def _taken(data: bytes, page: int) -> Pieces:
    """Return what the tables of whole pages hold."""
    pieces = Pieces()
    roots = _guessed_roots(data, page) | _listed_roots(_heading(page, len(data)) + data[HEADING:])
    if not roots:
        return pieces
    with closing(_memory(_first_page(roots, page, len(data)) + data[page:])) as db:
        for table in _COLUMNS:
            if table in roots:
                pieces.take(table, *_rows(db, table))
            else:
                pieces.missing(table)
    return pieces


def _heading(page: int, size: int) -> bytes:
    """Return what a case of that size says at its beginning."""
    sizes = struct.pack(">HBBBBBB", page % _LARGEST_PAGE or 1, 1, 1, 0, 64, 32, 32)
    counts = struct.pack(">IIIIIIIIIIII", 1, size // page, 0, 0, 1, 4, 0, 0, 1, 0, 0, APPLICATION_ID)
    return MAGIC + sizes + counts + bytes(20) + struct.pack(">II", 1, sqlite3.sqlite_version_info[0] * 1_000_000)


def _memory(data: bytes = b"") -> sqlite3.Connection:
    """Return a file in memory, in which a list of tables that makes no sense is no reason to read none of them."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    database.prepare(db)
    if data:
        db.text_factory = bytes
        db.deserialize(data)
    db.execute("PRAGMA writable_schema = ON")
    return db


def _listed_roots(data: bytes) -> dict[str, int]:
    """Return on which page each of our tables begins, as the file's list says."""
    found: dict[str, int] = {}
    with closing(_memory(data)) as db, suppress(*trouble.DATABASE_ERRORS), database.in_time(db):
        for kind, name, root in db.execute("SELECT type, name, rootpage FROM sqlite_schema LIMIT 1000"):
            table = name.decode("utf-8", "replace") if isinstance(name, bytes) else ""
            if kind == b"table" and table in _COLUMNS and isinstance(root, int) and root > 1:
                found.setdefault(table, root)
    return found


def _guessed_roots(data: bytes, page: int) -> dict[str, int]:
    """Return on which page each of our tables begins in a new case, where a table's page is there."""
    with closing(_memory()) as db:
        migrate(db)
        roots = db.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'").fetchall()
    pages = {name: root for name, root in roots if root * page <= len(data)}
    return {name: root for name, root in pages.items() if data[(root - 1) * page] in _TABLE_PAGES}


def _first_page(roots: Mapping[str, int], page: int, size: int) -> bytes:
    """Return a first page that lists our tables alone, and of them nothing but their columns."""
    with closing(_memory()) as db:
        db.execute(f"PRAGMA page_size = {page}")
        for table, root in roots.items():
            made = f"CREATE TABLE {table} ({_COLUMNS[table]})"
            db.execute("INSERT INTO sqlite_schema VALUES ('table', ?, ?, ?, ?)", (table, table, root, made))
        return _heading(page, size) + db.serialize()[HEADING:page]


def _rows(db: sqlite3.Connection, table: str) -> tuple[list[Row], bool]:
    """Return the rows of a table that can be read, in order, and whether these are all."""
    most = MOST_ROWS[table]
    rows: dict[int, Row] = {}
    whole = True
    for order in ("ASC", "DESC"):
        try:
            with database.in_time(db):
                for number, row in _in_order(db, table, order):
                    if number in rows or len(rows) >= most:
                        whole = whole and number in rows
                        break
                    rows[number] = row
                else:
                    if order == "ASC":
                        break
        except trouble.DATABASE_ERRORS:
            whole = False
    return [rows[number] for number in sorted(rows)], whole


def _in_order(db: sqlite3.Connection, table: str, order: str) -> Iterator[tuple[int, Row]]:
    query = f"SELECT rowid, {_COLUMNS[table]} FROM {table} ORDER BY rowid {order}"  # noqa: S608 - names of ours
    for number, *row in db.execute(query):
        yield number, tuple(row)
