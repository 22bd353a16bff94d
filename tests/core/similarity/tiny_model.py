"""A sentence encoder of a few words, made by the tests: an ONNX model that looks each piece up in a table.

The ONNX file is written field by field, as protobuf lays it out (onnx.proto3): there is no need for its library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

INT64, FLOAT = 7, 1


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _field(number: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _value(name: str, kind: int, shape: Sequence[str | int]) -> bytes:
    sizes = b"".join(_field(1, _field(2, s) if isinstance(s, str) else _field(1, s)) for s in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, sizes)))


def _tensor(name: str, kind: int, values: np.ndarray) -> bytes:
    sizes = b"".join(_field(1, n) for n in values.shape)
    return sizes + _field(2, kind) + _field(8, name) + _field(9, values.tobytes())


def write_model(path: Path, table: np.ndarray, asked: Sequence[str] = ("input_ids", "attention_mask")) -> None:
    """Write a model whose hidden state of a piece is its row of the table (pieces, dimensions)."""
    node = _field(1, "table") + _field(1, asked[0]) + _field(2, "hidden") + _field(4, "Gather")
    graph = (
        _field(1, node)
        + _field(2, "tiny")
        + _field(5, _tensor("table", FLOAT, table.astype("<f4")))
        + b"".join(_field(11, _value(name, INT64, ("texts", "pieces"))) for name in asked)
        + _field(12, _value("hidden", FLOAT, ("texts", "pieces", table.shape[1])))
    )
    path.write_bytes(_field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 13)))


def write_vocabulary(path: Path, words: Sequence[str]) -> None:
    """Write a tokenizer of whole words, the first three of which are [UNK], [CLS] and [SEP]."""
    known = {word: n for n, word in enumerate(("[UNK]", "[CLS]", "[SEP]", *words))}
    made = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))  # noqa: S106 - a mark, no secret
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    made.save(str(path))


def write_folder(folder: Path, meanings: Sequence[Sequence[str]], dimensions: int = 48) -> Path:
    """Write a folder whose model gives one vector to all the words of a meaning; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7)
    rows = [rng.normal(scale=0.01, size=dimensions) for _ in range(3)]
    for words in meanings:
        rows += [rng.normal(size=dimensions)] * len(words)
    write_model(folder / "model.onnx", np.array(rows))
    write_vocabulary(folder / "tokenizer.json", [word for words in meanings for word in words])
    return folder
