import sqlite3

import numpy as np
import pytest

from core.similarity.store import VectorStore
from core.similarity.vectors import DIMENSIONS, Encoded, half


@pytest.fixture
def encoded():
    rng = np.random.default_rng(1)
    return Encoded(
        half(rng.normal(size=DIMENSIONS).astype(np.float32)),
        half(rng.normal(size=(3, DIMENSIONS)).astype(np.float32)),
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


def test_the_file_holds_no_wording(tmp_path, encoded):
    VectorStore.in_folder(tmp_path, "model").put({"A very secret sentence.": encoded})
    for path in tmp_path.iterdir():
        assert b"secret" not in path.read_bytes()


def test_a_damaged_store_is_left_aside(tmp_path, encoded):
    store = VectorStore.in_folder(tmp_path, "model")
    store.put({"x": encoded})
    for path in tmp_path.iterdir():
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


def test_an_unwritable_place_costs_only_time(tmp_path, encoded):
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be")
    store = VectorStore.in_folder(blocked, "model")
    store.put({"x": encoded})
    assert store.get(["x"]) == {}
