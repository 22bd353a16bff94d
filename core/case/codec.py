"""An analysis as bytes and back: JSON of the frozen values, compressed.

A case may come from anyone, so only values of the model come out, built and checked by their own constructors, and
then looked over as a whole (:mod:`core.case.sound`). Two articles of 61,000 words with 1,200 links take 2 MB, and
0.5 s to read, tokens included: neither packing those nor cutting the text again was any faster.
"""

from __future__ import annotations

import json
import zlib

import msgspec

from core.case import strict_json
from core.case.limits import EASILY_UNPACKED, LARGEST_ANALYSIS, LARGEST_VALUE, MOST_UNPACKED
from core.case.sound import check_analysis
from core.model import Analysis

ANALYSIS_FORMAT = 1
"""Raised when the model changes so that an older analysis cannot be read; such a case has to be compared again."""
LARGEST = LARGEST_ANALYSIS
_LEVEL = 6
_HALF_A_PAIR = rb"\ud"

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Analysis)


def encode_analysis(analysis: Analysis) -> bytes:
    """Return the analysis as bytes; raises :class:`ValueError` where it is too large to be read again."""
    try:
        data = _encoder.encode(analysis)
    except UnicodeEncodeError:
        # Half a surrogate pair, which UTF-8 cannot hold: JSON can, as an escape.
        data = json.dumps(msgspec.to_builtins(analysis)).encode("ascii")
    if len(data) > LARGEST:
        raise ValueError("the analysis is too large to be kept")
    packed = zlib.compress(data, _LEVEL)
    if len(packed) > LARGEST_VALUE or len(data) > _most(packed):
        raise ValueError("the analysis is too large to be kept")
    return packed


def decode_analysis(data: bytes) -> Analysis:
    """Return the analysis in those bytes; raises :class:`ValueError` where they hold none that is sound."""
    try:
        unpacked = _unpacked(data)
        if _HALF_A_PAIR in unpacked:
            analysis = msgspec.convert(strict_json.loads_any(unpacked), Analysis)
        else:
            analysis = _decoder.decode(unpacked)
    except (zlib.error, msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(f"no analysis: {error}") from error
    check_analysis(analysis)
    return analysis


def _unpacked(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    unpacked = stream.decompress(data, _most(data))
    if not stream.eof or stream.unused_data:
        raise ValueError("the analysis is cut off, followed by something else, or far too large")
    return unpacked


def _most(packed: bytes) -> int:
    """Return to how many bytes that may be unpacked: a small file cannot fill memory."""
    return min(LARGEST, max(EASILY_UNPACKED, MOST_UNPACKED * len(packed)))
