"""A sentence encoder of the user's own: a folder with an ONNX model and its vocabulary, for any language.

The model is asked for its last hidden states, (texts, pieces, dimensions), whose mean is the sentence's vector, as is
usual for sentence encoders. The folder is tried out as a whole before the first use; what does not fit is one sentence.
Whoever sets it says that it fits the languages of the case: nothing here can tell.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.errors import EncoderError
from core.similarity.encoder import VOCABULARY, Encoder, Feed, default_encoder, plain_text
from core.similarity.store import VectorStore
from core.similarity.vectors import Encoded, Floats, half, unit
from core.timings import Stage, Timings

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

MODEL = "model.onnx"
LARGEST_VOCABULARY = 100 << 20
"""Bytes; those of models for a hundred languages have 17 MB."""
LARGEST_MODEL = 3 << 30
"""Bytes of the model with its data; a base model has 1.1 GB."""
LENGTHS = (256, 128, 64)
"""Word pieces of the longest text, whichever is the first that the model can read."""
MOST_DIMENSIONS = 4096
LONGEST_SHOWN = 80
_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})
_TRIAL = "The council said on Tuesday that the library will open again."
_REMEDY = "Cognate goes on with wording alone; choose another folder, or none for the encoder that came along."


class OwnEncoder(Encoder):
    """Encodes with the model of a folder; its name is the folder's, and it reads every language."""

    def __init__(
        self, folder: Path, cache: Path | None = None, threads: int = 0, timings: Timings | None = None
    ) -> None:
        super().__init__(folder / MODEL, folder / VOCABULARY, None, threads, timings)
        self._folder, self._cache = folder, cache
        self._longest = LENGTHS[0]
        self._output, self._asked = 0, _INPUTS
        self.name = f"{folder.resolve().name or folder} (set by the user)"
        self.sha256 = ""

    def reads(self, language: str) -> bool:  # noqa: ARG002 - of the encoder's interface
        """Return whether the model was made for texts in that language: whoever set it says so."""
        return True

    def check(self) -> None:
        """Read the whole folder and try the model on a short and a long text; raises :class:`EncoderError`."""
        try:
            parts = sorted(p for p in self._folder.iterdir() if p.name == VOCABULARY or p.name.startswith(MODEL))
            if self._folder / MODEL not in parts:
                raise self._trouble(f"has no {MODEL}")
            for part in parts:
                self._check_part(part)
            # The model's weights may lie beside it, and vectors hang on the vocabulary too.
            digests = {part.name: _digest(part) for part in parts}
        except OSError as error:
            raise self._trouble(f"cannot be read ({error.strerror})") from None
        dimensions = self._tried()
        self.sha256 = digests[MODEL]
        key = hashlib.sha256("".join(digests.values()).encode()).hexdigest()
        self._store = VectorStore.in_folder(self._cache, key, dimensions)

    def _check_part(self, part: Path) -> None:
        if not part.is_file():
            raise self._trouble(f"has a {part.name} that is no file")
        if part.stat().st_size > (LARGEST_VOCABULARY if part.name == VOCABULARY else LARGEST_MODEL):
            raise self._trouble(f"has a {part.name} that is too large")

    def _tried(self) -> int:
        """Return how long the model's vectors are."""
        self._asked = frozenset(i.name for i in self._session.get_inputs())
        if "input_ids" not in self._asked or not self._asked <= _INPUTS:
            wanted = ", ".join(sorted(self._asked))
            raise self._trouble(f"holds a model that is no sentence encoder: it asks for {wanted[:LONGEST_SHOWN]}")
        short = self._try_out(_TRIAL)
        if short is None:
            raise self._trouble(f"holds a model and a {VOCABULARY} that do not go together")
        for length in LENGTHS:
            self._longest = length
            self._tokenizer.enable_truncation(length)
            if self._try_out(" ".join([_TRIAL] * (length // 4))) is not None:
                return short
        raise self._trouble(f"holds a model that cannot read {LENGTHS[-1]} pieces of words")

    def _try_out(self, text: str) -> int | None:
        """Return how long the vectors of a text are, None where the model makes none of it."""
        ((_, pieces, feed),) = self.batches([text])
        try:
            answers = self._session.run(None, feed)
        except Exception:  # noqa: BLE001 - the runtime's errors have no base class but this one
            return None
        shape = (1, len(pieces[0].ids))
        for place, answer in enumerate(answers):
            values = np.asarray(answer)
            if values.ndim == len(shape) + 1 and values.shape[:2] == shape and values.shape[2] <= MOST_DIMENSIONS:
                self._output = place
                return int(values.shape[2]) if np.isfinite(values).all() else None
        return None

    @cached_property
    def _tokenizer(self) -> tokenizers.Tokenizer:
        with self._timings.stage(Stage.LOADING):
            from tokenizers import Tokenizer  # noqa: PLC0415 - loaded only when a text is new

            try:
                text = (self._folder / VOCABULARY).read_text(encoding="utf-8")
                json.loads(text)
                made = Tokenizer.from_str(text)
            except Exception as error:  # the library raises nothing more special than this
                raise self._trouble(f"has a {VOCABULARY} that is damaged") from error
            made.no_padding()
            made.enable_truncation(self._longest)
            return made

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        with self._timings.stage(Stage.LOADING):
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when it is imported
            import onnxruntime as ort  # noqa: PLC0415 - loaded only when a text is new

            try:
                return ort.InferenceSession(
                    str(self._folder / MODEL), self.session_options(), providers=["CPUExecutionProvider"]
                )
            except Exception as error:  # as in _try_out
                raise self._trouble(f"has a {MODEL} that is damaged or no ONNX model") from error

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[list[str], list[tokenizers.Encoding], Feed]]:
        """Yield as :meth:`Encoder.batches` does, with what this model takes."""
        for chosen, pieces, feed in super().batches(texts):
            yield chosen, pieces, {name: values for name, values in feed.items() if name in self._asked}

    def _learn(self, missing: Sequence[str], going_on: Callable[[], None]) -> dict[str, Encoded]:
        if self.notice:  # asked first of all: what the model takes is known only then
            raise EncoderError(self.notice)
        return super()._learn(missing, going_on)

    def _run(self, texts: Sequence[str], going_on: Callable[[], None]) -> dict[str, Encoded]:
        session = self._load()
        out: dict[str, Encoded] = {}
        for chosen, pieces, feed in self.batches(texts):
            going_on()
            hidden = session.run(None, feed)[self._output]
            for row, (text, piece) in enumerate(zip(chosen, pieces, strict=True)):
                values = np.asarray(hidden[row, : len(piece.ids)], dtype=np.float32)
                out[text] = _encoded(values, piece, plain_text(text))
        return out

    def _trouble(self, what: str) -> EncoderError:
        shown = self._folder.name or str(self._folder)
        return EncoderError(f"The folder “{shown}” {what}.", _REMEDY)


def _digest(part: Path) -> str:
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _encoded(hidden: Floats, piece: tokenizers.Encoding, text: str) -> Encoded:
    """Pool one text's hidden states; pieces that stand for no characters (the special ones) have no place."""
    inner = [k for k, (special, (low, high)) in enumerate(zip(piece.special_tokens_mask, piece.offsets, strict=True))
             if not special and high > low]  # fmt: skip
    # Pieces of some vocabularies begin with the space before their word, which belongs to no word.
    places = [(_past_space(text, *piece.offsets[k]), piece.offsets[k][1]) for k in inner]
    vector = unit(hidden.mean(axis=0)) if len(hidden) else np.zeros(hidden.shape[1], dtype=np.float32)
    return Encoded(
        half(vector), unit(hidden[inner]).astype(np.float16), np.array(places, dtype=np.int32).reshape(-1, 2)
    )


def _past_space(text: str, low: int, high: int) -> int:
    while low + 1 < high and text[low].isspace():
        low += 1
    return low


def check_folder(folder: Path) -> None:
    """Try a folder out as a whole; raises :class:`EncoderError` with one sentence where it cannot be used."""
    if not folder.is_dir():
        raise EncoderError(f"There is no folder “{folder.name or folder}”.")
    encoder = OwnEncoder(folder) if (folder / VOCABULARY).is_file() else default_encoder(folder=folder)
    encoder.check()
