"""The sample case as a golden file: what was found, without the figures that vary with the processor."""

import json
import os
from pathlib import Path

from core.ingest import read
from core.model import Analysis
from core.pipeline import analyse

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "seeds.json"


def found(analysis: Analysis) -> dict[str, object]:
    texts = {a.id: a.text for a in analysis.articles}
    return {
        "subject": analysis.subject,
        "sentences": {a.id: [s.kind.value for s in a.sentences] for a in analysis.articles},
        "ledgers": {x.article: [row.match.value for row in x.rows] for x in analysis.ledgers},
        "derivation": {x.article: x.scores.derivation.value for x in analysis.ledgers},
        "pairs": [
            {
                "pair": f"{p.a} from {p.b}",
                "direction": p.direction.derived.value,
                "links": [
                    {
                        "a": list(link.a),
                        "b": list(link.b),
                        "class": link.match.value,
                        "divergences": [
                            [d.type.value, d.severity.value, d.a and d.a.of(texts[p.a]), d.b and d.b.of(texts[p.b])]
                            for d in link.divergences
                        ],
                    }
                    for link in p.links
                ],
            }
            for p in analysis.pairs
        ],
    }


def test_the_sample_case_is_read_as_before():
    analysis = analyse([read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))])
    told = found(analysis)
    if os.environ.get("COGNATE_WRITE_GOLDEN"):
        GOLDEN.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert told == json.loads(GOLDEN.read_text(encoding="utf-8"))
