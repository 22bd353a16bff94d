import sqlite3

import numpy as np
import pytest

from core.similarity.store import DAY, VectorStore
from core.similarity.vectors import DIMENSIONS, Encoded, half


@pytest.fixture
def encoded():
    rng = np.random.default_rng(1)
    return Encoded(
        half(rng.normal(size=DIMENSIONS).astype(np.float32)),
        rng.normal(size=(3, DIMENSIONS)).astype(np.float16),
        np.array([[0, 2], [3, 5], [5, 6]], dtype=np.int32),
    )


def test_vectors_come_back_as_they_were_put(tmp_path, encoded):
    VectorStore.in_folder(tmp_path, "model").put({"He agreed.": encoded})
    found = VectorStore.in_folder(tmp_path, "model").get(["He agreed.", "She did not."])
    assert list(found) == ["He agreed."]
    assert np.array_equal(found["He agreed."].vector, encoded.vector)
    assert np.array_equal(found["He agreed."].pieces, encoded.pieces)
    assert np.array_equal(found["He agreed."].offsets, encoded.offsets)


def test_another_model_does_not_see_them(tmp_path, encoded):
    VectorStore.in_folder(tmp_path, "model").put({"He agreed.": encoded})
    assert VectorStore.in_folder(tmp_path, "other").get(["He agreed."]) == {}


def test_the_files_hold_no_text_and_are_the_users_own(tmp_path, encoded):
    folder = tmp_path / "cache"
    VectorStore.in_folder(folder, "model").put({"A very secret sentence.": encoded})
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.iterdir():
        assert b"secret" not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0


def test_a_key_tells_nothing_to_whoever_lacks_the_users_secret(tmp_path, encoded):
    keys = []
    for name in ("one", "two"):
        VectorStore.in_folder(tmp_path / name, "model").put({"He agreed.": encoded})
        with sqlite3.connect(tmp_path / name / "vectors-1.sqlite") as db:
            keys += db.execute("SELECT key FROM vectors").fetchall()
    assert keys[0] != keys[1]


def test_a_user_without_a_home_has_no_store(monkeypatch, encoded):
    def refuse(_name: str) -> str:
        raise RuntimeError("no home directory")

    monkeypatch.delenv("COGNATE_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_dir", refuse)
    store = VectorStore.in_folder(None, "model")
    store.put({"x": encoded})
    assert store.get(["x"]) == {}


def test_a_damaged_store_is_left_aside(tmp_path, encoded):
    store = VectorStore.in_folder(tmp_path, "model")
    store.put({"x": encoded})
    for path in tmp_path.glob("*.sqlite*"):
        path.write_bytes(b"not a database, whatever the name says" * 100)
    damaged = VectorStore.in_folder(tmp_path, "model")
    assert damaged.get(["x"]) == {}
    damaged.put({"x": encoded})


def test_a_row_of_the_wrong_length_is_not_used(tmp_path, encoded):
    store = VectorStore.in_folder(tmp_path, "model")
    store.put({"x": encoded})
    (path,) = tmp_path.glob("*.sqlite")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE vectors SET data = x'00'")
    assert VectorStore.in_folder(tmp_path, "model").get(["x"]) == {}


def test_it_stays_within_its_bound(tmp_path, encoded):
    store = VectorStore(tmp_path / "v.sqlite", "model", limit=200_000)
    for batch in range(20):
        store.put({f"{batch} {n}": encoded for n in range(10)})
    with sqlite3.connect(tmp_path / "v.sqlite") as db:
        (count,) = db.execute("SELECT count(*) FROM vectors").fetchone()
    assert 0 < count < 100


def test_what_is_used_outlives_what_is_not(tmp_path, encoded):
    store = VectorStore(tmp_path / "v.sqlite", "model")
    store.put({"kept": encoded, "left": encoded})
    with sqlite3.connect(tmp_path / "v.sqlite") as db:
        db.execute("UPDATE vectors SET used = used - ?", (2 * DAY,))
    assert set(store.get(["kept"])) == {"kept"}
    VectorStore(tmp_path / "v.sqlite", "model", limit=1).put({"new": encoded})  # full: one of them has to go
    assert set(store.get(["kept", "left", "new"])) == {"kept", "new"}


def test_to_read_takes_no_lock(tmp_path, encoded):
    store = VectorStore(tmp_path / "v.sqlite", "model")
    store.put({"x": encoded})
    with sqlite3.connect(tmp_path / "v.sqlite") as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert set(store.get(["x"])) == {"x"}


def test_an_unwritable_place_costs_only_time(tmp_path, encoded):
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    store = VectorStore.in_folder(blocked, "model")
    store.put({"x": encoded})
    assert store.get(["x"]) == {}
