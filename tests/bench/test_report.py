"""A large report: time by stage, memory, and how both grow; run by ``make bench``, which prints them at its end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.bench

ROOT = Path(__file__).resolve().parents[2]
LINKS, SECONDS, MEGABYTES, GROWTH = 1500, 10.0, 600.0, 12.0
"""What is aimed at: a case of 20 articles in that time and memory, and at most that much for ten times the passages."""
ROUNDS = 3


def measured(links: int) -> dict[str, float]:
    """Return the figures of one report, made in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.long_report", str(links)]
    figures: dict[str, float] = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    return figures


def processor(figures: dict[str, float]) -> float:
    return figures["model"] + figures["values"] + figures["typesetter"]


def test_a_large_report(benchmark: BenchmarkFixture, tell: Callable[[str], None]) -> None:
    small = min((measured(LINKS // 10) for _ in range(ROUNDS)), key=processor)
    runs: list[dict[str, float]] = []
    benchmark.pedantic(lambda: runs.append(measured(LINKS)), rounds=ROUNDS)
    large = min(runs, key=processor)
    stages = ", ".join(f"{name} {large[name]:.1f} s" for name in ("model", "values", "typesetter"))
    tell(f"PDF of {large['links']:,.0f} links, 20 articles: {large['clock']:.1f} s (target: {SECONDS:g}); {stages}")
    tell(f"PDF of {large['links']:,.0f} links, memory: {large['peak']:.0f} MB (target: at most {MEGABYTES:.0f})")
    growth = processor(large) / processor(small)
    tell(f"Ten times the passages, by processor time: {growth:.1f} (target: at most {GROWTH:g})")
