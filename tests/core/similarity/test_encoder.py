import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

import core
from core.errors import EncoderError
from core.similarity.encoder import Encoder, default_encoder
from core.similarity.store import VectorStore
from core.timings import Stage, Timings

ROOT = Path(core.__file__).resolve().parent.parent


@pytest.fixture
def encoder(tmp_path):
    return default_encoder(tmp_path)


def test_the_installed_model_is_the_one_that_was_checked(encoder):
    assert encoder.notice is None
    assert encoder.usable


def test_like_sentences_are_nearer_than_unlike_ones(encoder):
    fire, blaze, opera = encoder.encode(
        ["A fire destroyed the mill.", "Flames wrecked the factory.", "The soprano sang on Friday."]
    )
    assert fire.vector @ blaze.vector > fire.vector @ opera.vector + 0.2


def test_each_piece_knows_its_place(encoder):
    text = "Naïve émigrés paid $4.2m 🙂 today."
    (encoded,) = encoder.encode([text])
    assert len(encoded.pieces) == len(encoded.offsets)
    starts = encoded.offsets[:, 0]
    assert (np.diff(starts) >= 0).all()
    assert encoded.offsets.max() <= len(text)
    assert text[encoded.offsets[-2][0] : encoded.offsets[-2][1]] == "today"


def test_a_cached_run_gives_the_same_figures(tmp_path):
    texts = ["One sentence stands here.", "Another stands there, longer than the first one by some words."]
    first = default_encoder(tmp_path).encode(texts)
    alone = [default_encoder(tmp_path / "other").encode([t])[0] for t in texts]
    again = default_encoder(tmp_path).encode(texts)
    for x, y, z in zip(first, again, alone, strict=True):
        assert np.array_equal(x.vector, y.vector)
        assert np.array_equal(x.pieces, y.pieces)
        assert np.allclose(x.vector, z.vector, atol=2e-3)


@pytest.mark.parametrize("text", ["", " ", "\ud800 lone", "x" * 10_000, "日本語の文です。", "\u202eabc"])
def test_no_text_breaks_it(encoder, text):
    (encoded,) = encoder.encode([text])
    assert np.isfinite(encoded.vector).all()
    assert len(encoded.offsets) == len(encoded.pieces)


def test_a_damaged_model_says_so_plainly(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"damaged")
    tokenizer = files("resources") / "encoder" / "tokenizer.json"
    encoder = Encoder(tmp_path / "model.onnx", tokenizer, VectorStore.in_folder(tmp_path, "m"))
    assert not encoder.usable
    assert "damaged" in str(encoder.notice)
    assert "wording alone" in str(encoder.notice)
    with pytest.raises(EncoderError):
        encoder.encode(["anything"])


def test_nothing_is_reported_to_the_makers_of_the_runtime(tmp_path):
    program = """
import os, sys
from pathlib import Path
from core.similarity.encoder import default_encoder
default_encoder(Path(sys.argv[1]), threads=1).load()
print(len(os.listdir("/proc/self/task")) if sys.platform == "linux" else 1)
"""
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", program, str(tmp_path / "vectors")]
    done = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"  # no thread that would send it; a fork also counts on that
    assert list(tmp_path.iterdir()) == []  # no file that keeps it for later


def test_loading_and_encoding_have_their_own_time(tmp_path):
    timings = Timings()
    encoder = default_encoder(tmp_path, timings=timings)
    encoder.encode(["A new sentence."])
    first = timings.take()
    encoder.encode(["A new sentence."])
    assert set(first) == {Stage.LOADING, Stage.ENCODING}
    assert min(first.values()) > 0
    assert timings.take() == {}


def test_a_missing_model_says_so_plainly(tmp_path):
    encoder = Encoder(tmp_path / "model.onnx", tmp_path / "tokenizer.json")
    assert "cannot be read" in str(encoder.notice)


class Slow(VectorStore):
    """Holds no vector; while one is looked for, something else happens."""

    def __init__(self, meanwhile):
        self._meanwhile = meanwhile

    def get(self, texts):  # noqa: ARG002 - the interface
        self._meanwhile()
        return {}

    def put(self, fresh):  # noqa: ARG002 - the interface
        self._meanwhile()


def test_a_memory_that_is_cleared_meanwhile_takes_no_vector_from_who_asked(tmp_path, monkeypatch):
    monkeypatch.setattr("core.similarity.encoder.KEPT", 0)
    known = default_encoder(tmp_path)
    made: Encoder = Encoder(known._model_file, known._tokenizer_file, Slow(lambda: made.trim()))  # noqa: PLW0108 - made only now
    made.encode(["One sentence stands here."])
    one, other = made.encode(["One sentence stands here.", "Another stands there."])
    assert one.vector.shape == other.vector.shape


def test_two_threads_load_the_model_once(tmp_path, monkeypatch):
    made = []
    real = onnxruntime.InferenceSession

    def make(*args, **named):
        made.append(threading.current_thread().name)
        time.sleep(0.05)
        return real(*args, **named)

    monkeypatch.setattr(onnxruntime, "InferenceSession", make)
    encoder = default_encoder(tmp_path)
    together = threading.Barrier(2)

    def ask(text):
        together.wait()
        return encoder.encode([text])

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(ask, ["One sentence.", "Another one."]))
    assert len(found) == 2
    assert len(made) == 1
