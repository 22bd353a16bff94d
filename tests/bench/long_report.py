"""Set a report of so many passages and say what each stage took: ``python -m tests.bench.long_report LINKS [FILE]``.

One line of JSON: the processor time of each stage in seconds, the time on the clock, megabytes of memory, bytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from core.report.model import build_report
from core.report.pdf import render_pdf
from core.report.pdf_data import pdf_data
from tests.bench.many_passages import many_passages

WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def main(links: int, path: str = "") -> int:
    """Measure one report."""
    analysis = many_passages(links)
    megabytes = _megabytes()
    began = time.perf_counter()
    at = [time.process_time()]
    report = build_report(analysis, when=WHEN)
    at.append(time.process_time())
    json.dumps(pdf_data(report), ensure_ascii=False)
    at.append(time.process_time())
    data = render_pdf(report)
    at.append(time.process_time())
    model, values, whole = (b - a for a, b in pairwise(at))
    figures = {
        "links": sum(len(pair.links) for pair in analysis.pairs),
        "model": model,
        "values": values,
        "typesetter": whole - values,
        "clock": time.perf_counter() - began,
        "before": megabytes,
        "peak": _megabytes(),
        "bytes": len(data),
    }
    sys.stdout.write(json.dumps({name: round(figure, 2) for name, figure in figures.items()}) + "\n")
    if path:
        Path(path).write_bytes(data)
    return 0


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:3]))
