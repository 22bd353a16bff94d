"""Try what has to hold, many times: ``python -m tools.soak [SUBJECT …] [--times N] [--minutes M] [--seed S]``.

Subjects that are counted are tried N times each; the others share M minutes. Figures and whatever broke, with its
seed, are told and kept in build/soak. Ends with 1 where anything broke.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from core import scratch
from tools.soak import subjects
from tools.soak.subject import Subject

REPORTS = Path(__file__).resolve().parents[2] / "build" / "soak"
_MOST_BROKEN = 20
"""After so many a subject is given up: they are likely one."""


@dataclass
class Figures:
    """What the tries of one subject came to."""

    name: str
    about: str
    tries: int = 0
    seconds: float = 0.0
    longest: float = 0.0
    came: Counter[str] = field(default_factory=Counter)
    broken: dict[int, str] = field(default_factory=dict)

    def told(self) -> str:
        """Return them in a line."""
        came = ", ".join(f"{n} {what}" for what, n in self.came.most_common())
        broken = f"; BROKEN {len(self.broken)}: seeds {', '.join(map(str, self.broken))}" if self.broken else ""
        return f"{self.name}: {self.tries} tries in {self.seconds:.0f} s (longest {self.longest:.2f} s): {came}{broken}"


def found() -> dict[str, Subject]:
    """Return every subject by its name."""
    made: dict[str, Subject] = {}
    for module in iter_modules(subjects.__path__):
        for subject in import_module(f"{subjects.__name__}.{module.name}").SUBJECTS:
            made[subject.name] = subject
    return made


def seeds(subject: Subject, first: int, times: int, until: float) -> Iterator[int]:
    """Yield the seeds of one subject's tries."""
    seed = first
    while seed - first < times if subject.counted else time.monotonic() < until:
        yield seed
        seed += 1


def soak(subject: Subject, first: int, times: int, seconds: float) -> Figures:
    """Try one subject."""
    figures, began = Figures(subject.name, subject.about), time.monotonic()
    for seed in seeds(subject, first, times, began + seconds):
        at = time.monotonic()
        with scratch.folder("tests") as folder:
            try:
                figures.came[subject.attempt(seed, folder)] += 1
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                figures.broken[seed] = traceback.format_exc()
        figures.tries += 1
        figures.longest = max(figures.longest, time.monotonic() - at)
        if len(figures.broken) >= _MOST_BROKEN:
            break
    figures.seconds = time.monotonic() - began
    return figures


def main(words: Sequence[str]) -> int:
    """Try what was asked for, and tell."""
    known = found()
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"of: {', '.join(known)} (default: all)")
    parser.add_argument("--times", type=int, default=200, help="tries of each subject that is counted (default: 200)")
    parser.add_argument("--minutes", type=float, default=60.0, help="for all the others together (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="of the first try (default: 0)")
    args = parser.parse_args(words)
    if unknown := set(args.subjects) - known.keys():
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    chosen = [known[name] for name in args.subjects or known]
    timed = sum(not subject.counted for subject in chosen)
    REPORTS.mkdir(parents=True, exist_ok=True)
    all_held = True
    for subject in chosen:
        figures = soak(subject, args.seed, args.times, args.minutes * 60 / max(1, timed))
        print(figures.told(), flush=True)
        for seed, why in figures.broken.items():
            print(f"--- {subject.name} --seed {seed}\n{why}", file=sys.stderr)
        (REPORTS / f"{subject.name}.json").write_text(json.dumps(vars(figures), indent=1), "utf-8")
        all_held = all_held and not figures.broken
    for subject in chosen:
        subject.close()
    return int(not all_held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
