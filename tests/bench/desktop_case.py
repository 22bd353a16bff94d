"""Save a compared case: ``desktop_case.py CASE FILE FILE … [--model]``; without the model it is compared by wording."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core import ingest
from core.case.contents import CaseContents, LastPlace, SavedArticle
from core.case.file import CaseFile
from core.model import article_letter
from core.pipeline import analyse
from core.similarity.encoder import Encoder, default_encoder


def main() -> int:
    """Read, compare and save."""
    parser = argparse.ArgumentParser(description="Save a compared case.")
    parser.add_argument("case", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--model", action="store_true")
    asked = parser.parse_args()
    encoder = default_encoder() if asked.model else Encoder(Path("no-model"), Path("no-vocabulary"))
    analysis = analyse([ingest.read(path) for path in asked.files], encoder=encoder)
    articles = tuple(SavedArticle.of(a, article_letter(n)) for n, a in enumerate(analysis.articles))
    most = max(analysis.pairs, key=lambda pair: len(pair.links))
    with CaseFile.create(asked.case) as case:
        case.keep_all(CaseContents(articles=articles, analysis=analysis))
        case.keep_place(LastPlace("compare_screen", most.a, most.b, 0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
