"""Write what the engine feeds the encoder with for the sentences of some articles: ``batches.py OUT.npz FILE …``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from core import ingest
from core.segment import segment
from core.similarity.encoder import default_encoder


def main(target: str, paths: Sequence[str]) -> int:
    """Write the word pieces and the mask of each batch, in turn."""
    articles = [segment(ingest.read(path), "a1") for path in paths]
    texts = {a.sentence_text(i) for a in articles for i, s in enumerate(a.sentences) if s.checked}
    feeds = [feed for _, _, feed in default_encoder().batches(sorted(texts))]
    np.savez(target, *(feed[name] for feed in feeds for name in ("input_ids", "attention_mask")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
