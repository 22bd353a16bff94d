"""A text's vectors, and the bytes they are kept as."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
Floats = NDArray[np.float32]
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's vectors: of the whole and of its word pieces, all of length 1, and each piece's place.

    All are rounded to half precision, as stored, so that a first run and a cached one give the same figures.
    """

    vector: Floats
    """(384,), or as long as a user's own model makes it."""
    pieces: Halves
    """(n, 384): kept short, for they are nearly all of the memory that a text takes."""
    offsets: NDArray[np.int32]
    """(n, 2): start and end of each word piece, in code points of the text."""


def half(values: Floats) -> Floats:
    """Round to half precision."""
    return values.astype(np.float16).astype(np.float32)


def unit(values: Floats) -> Floats:
    """Return the vectors with length 1; what has no length stays."""
    norm = np.linalg.norm(values, axis=-1, keepdims=True)
    made: Floats = values / np.maximum(norm, 1e-9)
    return made


def pack(encoded: Encoded) -> bytes:
    """Return the vectors as little-endian half floats and the places as 32-bit integers."""
    return (
        encoded.vector.astype("<f2").tobytes()
        + encoded.pieces.astype("<f2", copy=False).tobytes()
        + encoded.offsets.astype("<i4", copy=False).tobytes()
    )


def unpack(pieces: int, data: bytes, dimensions: int = DIMENSIONS) -> Encoded | None:
    """Return what :func:`pack` made of a text with that many pieces; None when the bytes are not that."""
    if len(data) != 2 * dimensions * (pieces + 1) + 8 * pieces:
        return None
    # Views of the bytes, not copies: of a long text there are many.
    values = np.frombuffer(data, dtype="<f2", count=dimensions * (pieces + 1)).reshape(pieces + 1, dimensions)
    offsets = np.frombuffer(data, dtype="<i4", offset=2 * dimensions * (pieces + 1)).reshape(pieces, 2)
    return Encoded(values[0].astype(np.float32), values[1:], offsets)
