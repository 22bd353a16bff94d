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
    """(384,)."""
    pieces: Halves
    """(n, 384): kept short, for they are nearly all of the memory that a text takes."""
    offsets: NDArray[np.int32]
    """(n, 2): start and end of each word piece, in code points of the text."""


def half(values: Floats) -> Floats:
    """Round to half precision."""
    return values.astype(np.float16).astype(np.float32)


def pack(encoded: Encoded) -> bytes:
    """Return the vectors as little-endian half floats and the places as 32-bit integers."""
    return (
        encoded.vector.astype("<f2").tobytes()
        + encoded.pieces.astype("<f2", copy=False).tobytes()
        + encoded.offsets.astype("<i4", copy=False).tobytes()
    )


def unpack(pieces: int, data: bytes) -> Encoded | None:
    """Return what :func:`pack` made of a text with that many pieces; None when the bytes are not that."""
    if len(data) != 2 * DIMENSIONS * (pieces + 1) + 8 * pieces:
        return None
    # Views of the bytes, not copies: of a long text there are many.
    values = np.frombuffer(data, dtype="<f2", count=DIMENSIONS * (pieces + 1)).reshape(pieces + 1, DIMENSIONS)
    offsets = np.frombuffer(data, dtype="<i4", offset=2 * DIMENSIONS * (pieces + 1)).reshape(pieces, 2)
    return Encoded(values[0].astype(np.float32), values[1:], offsets)
