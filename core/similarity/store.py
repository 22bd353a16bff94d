"""Vectors kept on disk, one row per text and model, bounded in size and safe across processes.

Rows hold no text, and their keys are hashed with a secret of this user's own. Vectors are not wording, but parts
of it can be guessed from them, so the folder and the files are for the user's eyes only.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import secrets
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import platformdirs

from core.similarity.vectors import DIMENSIONS, Encoded, pack, unpack

LIMIT_BYTES = 512 * 1024 * 1024
"""The store is thinned to three quarters when it grows past this."""
FORMAT = 1
DAY = 86_400
SECRET_BYTES = 32
AT_ONCE = 500
"""Rows asked for in one query; SQLite takes 999 marks at least."""
_log = logging.getLogger(__name__)


class VectorStore:
    """A SQLite table of vectors. A store that cannot be opened or is damaged is left aside: it is only a cache."""

    def __init__(self, path: Path, model: str, limit: int = LIMIT_BYTES, dimensions: int = DIMENSIONS) -> None:
        self._dimensions = dimensions
        self._path, self._model, self._limit = path, model, limit
        self._broken = False
        self._secret = b""

    @classmethod
    def in_folder(cls, folder: Path | None, model: str, dimensions: int = DIMENSIONS) -> VectorStore:
        """Return the store in ``folder``; None is COGNATE_CACHE or the user's cache folder."""
        try:
            chosen = folder or Path(os.environ.get("COGNATE_CACHE") or platformdirs.user_cache_dir("cognate"))
        except RuntimeError:  # a user without a home
            chosen = Path(os.devnull)
        return cls(chosen / f"vectors-{FORMAT}.sqlite", model, dimensions=dimensions)

    def get(self, texts: Sequence[str]) -> dict[str, Encoded]:
        """Return the vectors of those texts that the store holds."""
        found: dict[str, Encoded] = {}
        long_ago = int(time.time()) - DAY
        stale: list[bytes] = []
        try:
            with closing(self._open()) as db, db:
                keys = {self._key(t): t for t in texts}
                wanted = list(keys)
                for at in range(0, len(wanted), AT_ONCE):
                    part = wanted[at : at + AT_ONCE]
                    marks = ",".join("?" * len(part))
                    query = f"SELECT key, used, n, data FROM vectors WHERE key IN ({marks})"  # noqa: S608 - only marks
                    for key, used, n, data in db.execute(query, part):
                        unpacked = unpack(n, data, self._dimensions)
                        if unpacked is not None:
                            found[keys[key]] = unpacked
                            stale += [key] if used < long_ago else []
                self._touch(db, stale)
        except (sqlite3.Error, OSError) as error:
            self._leave(error)
        return found

    def put(self, fresh: Mapping[str, Encoded]) -> None:
        """Keep those vectors; a store that is full or locked keeps nothing, which only costs time."""
        now = int(time.time())
        try:
            with closing(self._open()) as db, db:
                db.executemany(
                    "INSERT OR REPLACE INTO vectors (key, used, n, data) VALUES (?, ?, ?, ?)",
                    [(self._key(t), now, len(e.pieces), pack(e)) for t, e in fresh.items()],
                )
                self._thin(db)
        except (sqlite3.Error, OSError) as error:
            self._leave(error)

    def _touch(self, db: sqlite3.Connection, keys: Sequence[bytes]) -> None:
        """Say that those rows were used, so that thinning takes what nobody needs.

        Only of rows that were not for a day: to write, even nothing, takes the lock that other processes wait for.
        """
        if keys:
            now = int(time.time())
            db.executemany("UPDATE vectors SET used = ? WHERE key = ?", [(now, key) for key in keys])

    def _open(self) -> sqlite3.Connection:
        if self._broken:
            raise sqlite3.OperationalError("left aside earlier")
        if not self._path.parent.exists():
            self._path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        self._secret = self._secret or _secret(self._path.with_suffix(".key"))
        db = sqlite3.connect(self._path, timeout=10)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")
        db.execute(
            "CREATE TABLE IF NOT EXISTS vectors"
            " (key BLOB PRIMARY KEY, used INTEGER NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID"
        )
        return db

    def _thin(self, db: sqlite3.Connection) -> None:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
        (free,) = db.execute("PRAGMA freelist_count").fetchone()
        if (pages - free) * size <= self._limit:
            return
        (count,) = db.execute("SELECT count(*) FROM vectors").fetchone()
        db.execute(
            "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used LIMIT ?)", (max(1, count // 4),)
        )

    def _leave(self, error: Exception) -> None:
        """Go on without the store: for this once when it is busy, else for good."""
        if "locked" in str(error):
            return
        if not self._broken:
            _log.warning("the vector store is not used: %s", error)
        self._broken = True

    def _key(self, text: str) -> bytes:
        data = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=16, key=self._secret, person=self._model.encode()[:16]).digest()


def _secret(path: Path) -> bytes:
    """Return this user's secret, made at the first use."""
    with contextlib.suppress(FileExistsError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
    return path.read_bytes()[:SECRET_BYTES]
