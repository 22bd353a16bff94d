"""A model of the user's own: it is tried out as a whole, read for any language, and named in the report."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest

from core.cli import main
from core.errors import EncoderError
from core.ingest import pasted
from core.pipeline import analyse
from core.report.languages import language_notices
from core.similarity.encoder import default_encoder
from core.similarity.own_encoder import OwnEncoder, check_folder
from tests.core.similarity.tiny_model import write_folder, write_model

SAME = (
    ("der", "die", "das", "den"), ("alte", "betagte"), ("bürgermeister", "stadtchef"), ("eröffnet", "weiht"),
    ("heute", "jetzt"), ("brücke", "querung"), ("im", "beim"), ("dorf", "ort"), ("und",), ("nicht",), (".",),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path / "mein-modell", SAME)


def test_words_of_one_meaning_are_near_whatever_their_language(folder, tmp_path):
    encoder = OwnEncoder(folder, tmp_path / "cache")
    assert encoder.notice is None
    assert encoder.reads("de")
    one, other, third = encoder.encode(["Der Bürgermeister eröffnet", "Die Stadtchef weiht", "Und nicht ."])
    assert one.vector @ other.vector > 0.95
    assert one.vector @ third.vector < 0.5
    assert one.pieces.shape == (3, 48)
    assert [list(p) for p in one.offsets] == [[0, 3], [4, 17], [18, 26]]


def test_its_vectors_are_kept_apart_from_other_models_and_found_again(folder, tmp_path):
    first = OwnEncoder(folder, tmp_path / "cache").encode(["Der Bürgermeister"])[0]
    again = OwnEncoder(folder, tmp_path / "cache").encode(["Der Bürgermeister"])[0]
    bundled = default_encoder(tmp_path / "cache").encode(["Der Bürgermeister"])[0]
    assert np.array_equal(first.vector, again.vector)
    assert len(first.vector) == 48
    assert len(bundled.vector) == 384


def test_a_text_of_any_length_is_read(folder, tmp_path):
    encoder = OwnEncoder(folder, tmp_path / "cache")
    for text in ("", " ", "Dorf " * 3000, "日本語の文です。", "\ud800 lone"):
        (encoded,) = encoder.encode([text])
        assert np.isfinite(encoded.vector).all()
        assert len(encoded.offsets) == len(encoded.pieces)


def test_an_article_in_another_language_is_read_by_it(folder, tmp_path):
    own = "Der alte Bürgermeister eröffnet heute die Brücke im Dorf und nicht das Dorf."
    other = "Der betagte Stadtchef weiht heute die Querung im Ort und nicht den Ort."
    documents = [replace(pasted(text), language="de") for text in (own, other)]
    encoder = OwnEncoder(folder, tmp_path / "cache")
    analysis = analyse(documents, encoder=encoder)
    assert analysis.articles[0].language == "de"
    assert analysis.engine.encoder == "mein-modell (set by the user)"
    assert analysis.engine.encoder_sha256 == hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    assert any(link.evidence.meaning is not None for link in analysis.pairs[0].links)
    assert "encoder that the user set" in " ".join(language_notices(analysis))


def _no_json(folder):
    (folder / "tokenizer.json").write_text("no vocabulary")


def _other_json(folder):
    (folder / "tokenizer.json").write_text(json.dumps({"model": "none"}))


def _no_model(folder):
    (folder / "model.onnx").unlink()


def _damaged_model(folder):
    (folder / "model.onnx").write_bytes(b"\x08\x08damaged")


def _cut_model(folder):
    whole = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(whole[: len(whole) // 2])


def _asks_for_pictures(folder):
    write_model(folder / "model.onnx", np.ones((9, 4)), ("pixels", "attention_mask"))


def _too_few_pieces(folder):
    write_model(folder / "model.onnx", np.ones((2, 4)))


def _no_numbers(folder):
    write_model(folder / "model.onnx", np.full((99, 4), np.nan))


def _a_folder_as_model(folder):
    (folder / "model.onnx").unlink()
    (folder / "model.onnx").mkdir()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_no_json, "has a tokenizer.json that is damaged"),
        (_other_json, "has a tokenizer.json that is damaged"),
        (_no_model, "has no model.onnx"),
        (_damaged_model, "has a model.onnx that is damaged or no ONNX model"),
        (_cut_model, "has a model.onnx that is damaged or no ONNX model"),
        (_asks_for_pictures, "holds a model that is no sentence encoder: it asks for attention_mask, pixels"),
        (_too_few_pieces, "holds a model and a tokenizer.json that do not go together"),
        (_no_numbers, "holds a model and a tokenizer.json that do not go together"),
        (_a_folder_as_model, "has a model.onnx that is no file"),
    ],
)
def test_a_bad_folder_is_one_sentence(folder, tmp_path, harm, said):
    harm(folder)
    with pytest.raises(EncoderError) as caught:
        check_folder(folder)
    assert caught.value.what == f"The folder “mein-modell” {said}."
    encoder = default_encoder(tmp_path / "cache", folder=folder)
    assert not encoder.usable
    assert "wording alone" in str(encoder.notice)


def test_the_command_line_takes_a_folder(folder, tmp_path, capsys):
    for name, text in (("a.txt", "The council met on Monday. It agreed."), ("b.txt", "The council met on Monday.")):
        (tmp_path / name).write_text(text)
    words = ["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json", "-", "--model"]
    assert main([*words, str(folder)]) == 0
    engine = json.loads(capsys.readouterr().out)["engine"]
    assert engine["encoder"] == "mein-modell (set by the user)"
    assert len(engine["encoder_sha256"]) == 64
    assert main([*words, str(tmp_path / "none")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "There is no folder “none”." in said.err
    _damaged_model(folder)
    assert main([*words, str(folder)]) == 2
    assert "damaged or no ONNX model" in capsys.readouterr().err
