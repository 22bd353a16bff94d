"""Measure the engine on the marked cases beside this file and on the sample case.

``python tests/eval/measure.py`` prints the figures, ``--write`` also commits them to ``baseline.json``,
``--cases DIR`` measures another folder of cases.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import seeds
from core import ingest
from core.options import Options
from core.pipeline import analyse
from core.similarity.encoder import Encoder, default_encoder

if TYPE_CHECKING:
    from tests.eval.marked import Gold, count, lost_openings, told_pairs
else:  # as a script, and in the gate, this folder is what Python searches
    from marked import count, lost_openings, told_pairs

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
BASELINE = HERE / "baseline.json"
LOWER_IS_BETTER = frozenset({"false_links", "sample_false_links"})

SAMPLE_REWRITE, SAMPLE_SOURCE = 2, 4
# An editor's links between the sample's rewrite and its source, in the sentence numbers that people see.
SAMPLE_LINKS = "2-3 2-4 3-3 4-5 5-6 6-7 7-8 8-9 9-10 10-11 11-12 12-13 13-19 14-20 15-22 15-23 16-24"
SAMPLE_OPTIONAL = "1-1"

# What is told, of which counts it is the share.
SHARES = {
    "link_precision": ("hit", "told"),
    "link_recall": ("hit", "wanted"),
    "link_class": ("class_right", "class_of"),
    "shared_quotations": ("other_hit", "other_wanted"),
    "derivation": ("derivation_right", "all_cases"),
    "credit": ("credit_right", "all_cases"),
    "divergence_recall": ("divergence_hit", "divergence_wanted"),
    "divergence_precision": ("divergence_told_hit", "divergence_told"),
}

Figures = dict[str, float]


class Measured(TypedDict):
    """Figures over all and by case, and the openings that do not name exactly one sentence."""

    totals: Figures
    cases: dict[str, Figures]
    lost: list[str]


def measure(
    folder: Path = CASES, *, sample: bool = True, encoder: Encoder | None = None, options: Options | None = None
) -> Measured:
    """Analyse every case of a folder, and the sample case unless told otherwise."""
    encoder = encoder or default_encoder()
    counts: dict[str, Counter[str]] = {}
    lost: list[str] = []
    for path in sorted(folder.glob("*/gold.json")):
        gold = cast("Gold", json.loads(path.read_text(encoding="utf-8")))
        documents = [ingest.read(path.parent / name) for name in (gold["a"], gold["b"])]
        analysis = analyse(documents, options, encoder=encoder)
        counts[path.parent.name] = count(gold, analysis)
        lost += [f"{path.parent.name} {opening}" for opening in lost_openings(gold, *analysis.articles)]
    totals: Counter[str] = Counter()
    for found in counts.values():
        totals.update(found)
    return {
        "totals": _figures(totals) | (_sample(encoder, options) if sample else {}),
        "cases": {name: _figures(found) for name, found in counts.items()},
        "lost": lost,
    }


def worse(now: Mapping[str, float], was: Mapping[str, float], slack: float = 0.005) -> list[str]:
    """Return a line for each committed figure that is worse now by more than ``slack``, or is gone."""
    lines: list[str] = []
    for name, before in was.items():
        sign = -1 if name in LOWER_IS_BETTER else 1
        if name not in now or sign * (before - now[name]) > slack:
            lines += [f"{name} is {now.get(name)}, and {before} is committed"]
    return lines


def _figures(counts: Mapping[str, int]) -> Figures:
    """Return the figures of some counts; a share of nothing is none."""
    figures = {name: round(counts[part] / counts[of], 4) for name, (part, of) in SHARES.items() if counts[of]}
    if counts["cases"]:
        figures["link_f1"] = _f1(counts["hit"], counts["told"], counts["wanted"])
    if counts["divergence_wanted"]:
        recall, precision = figures["divergence_recall"], figures.get("divergence_precision", 0.0)
        figures["divergence_f1"] = round(2 * recall * precision / max(1e-9, recall + precision), 4)
    if counts["other_cases"]:
        figures["false_links"] = counts["other_told"] - counts["other_hit"]
    return figures


def _sample(encoder: Encoder, options: Options | None) -> Figures:
    """Return the sample case's figures; any derived link in its nine other pairs is false."""
    analysis = analyse([ingest.read(path) for path in seeds.paths()], options, encoder=encoder)
    rewrite, source = analysis.articles[SAMPLE_REWRITE].id, analysis.articles[SAMPLE_SOURCE].id
    want, allowed = _numbered(SAMPLE_LINKS), _numbered(SAMPLE_OPTIONAL)
    hit = told = false = 0
    for pair in analysis.pairs:
        found = set(told_pairs(pair))
        if {pair.a, pair.b} != {rewrite, source}:
            false += len(found)
            continue
        got = {(i, j) if pair.a == rewrite else (j, i) for i, j in found} - allowed
        hit, told = len(want & got), len(got)
    return {
        "sample_precision": round(hit / max(1, told), 4),
        "sample_recall": round(hit / len(want), 4),
        "sample_f1": _f1(hit, told, len(want)),
        "sample_false_links": false,
    }


def _f1(hit: int, told: int, wanted: int) -> float:
    return round(2 * hit / max(1, told + wanted), 4)


def _numbered(links: str) -> set[tuple[int, int]]:
    both = (link.split("-") for link in links.split())
    return {(int(a) - 1, int(b) - 1) for a, b in both}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and commit them where asked."""
    parser = argparse.ArgumentParser(description="Measure the engine on articles whose links are known.")
    parser.add_argument("--cases", type=Path, help="another folder of cases; the sample case is then left out")
    parser.add_argument("--write", action="store_true", help=f"commit the figures to {BASELINE.name}")
    options = parser.parse_args(arguments)
    if options.cases and options.write:
        parser.error("only the cases beside this file make the baseline")
    measured = measure(options.cases or CASES, sample=options.cases is None)
    told = json.dumps(measured, indent=2, ensure_ascii=False) + "\n"
    sys.stdout.write(told)
    if options.write:
        BASELINE.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
