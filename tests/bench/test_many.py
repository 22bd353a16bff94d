"""200 articles in one case: time, memory, and the copies that were planted; run by ``make bench``."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.many_articles import many_articles, write
from tests.bench.test_ratios import Run, process, verdict

pytestmark = pytest.mark.bench

COUNT, COPIES = 200, 40
SECONDS, MEGABYTES = 180.0, 1500.0
"""What is aimed at on two processors that have nothing else to do, with no sentence known before."""


def test_two_hundred_articles_cold(benchmark: BenchmarkFixture, tell: Callable[[str], None], tmp_path: Path) -> None:
    pieces = many_articles(COUNT, COPIES)
    paths, told = write(tmp_path, pieces), tmp_path / "told.json"
    words = ("-m", "core.cli", "compare", *paths, "--json", told)
    runs: list[Run] = []
    benchmark.pedantic(lambda: runs.append(process(*words, cache=tmp_path / "cache")), rounds=1)
    pairs = json.loads(told.read_text("utf-8"))["pairs"]
    assert len(pairs) == COUNT * (COUNT - 1) // 2
    planted = {frozenset((f"a{n + 1}", f"a{p.source + 1}")) for n, p in enumerate(pieces) if p.source is not None}
    derived = {
        frozenset((pair["a"], pair["b"]))
        for pair in pairs
        if any(link["class"] not in ("same_fact", "unrelated") for link in pair["links"])
    }
    run = runs[0]
    limit = f"(target: at most {SECONDS:.0f}) {verdict(run.wall, SECONDS)}"
    tell(f"200 articles cold: {run.wall:.0f} s, {run.cpu:.0f} s of {os.cpu_count()} processors {limit}")
    limit = f"(target: at most {MEGABYTES:.0f} MB) {verdict(run.memory, MEGABYTES)}"
    tell(f"200 articles, memory: {run.memory:.0f} MB {limit}")
    aligned = sum(bool(pair["links"]) for pair in pairs)
    tell(
        f"200 articles, planted copies found: {len(planted & derived)} of {len(planted)}; {aligned:,} pairs with links"
    )
    assert planted <= derived
