"""Speed by ratios of whole processes, which hold on any machine; run by ``make bench``, which prints them at its end.

Both sides of a ratio are measured in the same round. Nothing fails for being slow: a busy machine is no fault.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import core
import seeds

pytestmark = pytest.mark.bench

ROOT = Path(core.__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
BARE, BATCHES, LONG_TEXT = HERE / "bare.py", HERE / "batches.py", HERE / "long_text.py"
CASES = HERE.parent / "eval" / "cases"
IMPORTS = "import core.cli, core.commands.compare, nltk.tokenize.punkt, nltk.stem.snowball"
ENCODER_IMPORTS = IMPORTS + ", onnxruntime, tokenizers"
ROUNDS = 4
COLD, AGAIN, LONG, LONG_MEMORY = 2.0, 0.3, 1.5, 1200.0
"""What is aimed at: times the encoder alone, times the first run, times the encoder alone, megabytes."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock and of the processors, and megabytes at its largest."""

    wall: float
    cpu: float
    memory: float

    def __sub__(self, other: Run) -> Run:
        return Run(self.wall - other.wall, self.cpu - other.cpu, self.memory)


def process(*words: object, cache: Path | None = None) -> Run:
    """Run a Python process to its end; ``cache`` is the folder of its sentence vectors."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ORT_DISABLE_TELEMETRY": "1"}
    environment |= {"COGNATE_CACHE": str(cache)} if cache else {}
    began = time.perf_counter()
    child = subprocess.Popen([sys.executable, *map(str, words)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, words
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def compare(paths: Sequence[Path], cache: Path) -> Run:
    return process("-m", "core.cli", "compare", *paths, "--json", os.devnull, cache=cache)


def batches_of(paths: Sequence[Path], folder: Path) -> Path:
    process(BATCHES, folder / "batches.npz", *paths, cache=folder)
    return folder / "batches.npz"


def least(runs: Sequence[Run]) -> Run:
    """Return the run that was disturbed least: others on the machine only ever add to a time."""
    return Run(min(r.wall for r in runs), min(r.cpu for r in runs), max(r.memory for r in runs))


def ratio(name: str, a: Run, b: Run, target: float) -> str:
    """Return a line with the ratio of two runs, by the clock and by the processors' time."""
    wall, cpu = a.wall / b.wall, a.cpu / b.cpu
    return f"{name}: {wall:.2f}, by processor time {cpu:.2f} (target: at most {target:g}) {verdict(wall, target)}"


def verdict(figure: float, target: float) -> str:
    return "met" if figure <= target else "MISSED"


@pytest.fixture
def caches(tmp_path: Path) -> Iterator[Path]:
    """Give folders that do not exist yet, one after the other."""
    return (tmp_path / f"cache {number}" for number in range(100))


def test_the_sample_case_cold(benchmark: BenchmarkFixture, tell: Tell, tmp_path: Path, caches: Iterator[Path]) -> None:
    paths = seeds.paths()
    batches = batches_of(paths, tmp_path)
    bare: list[Run] = []
    runs: list[Run] = []
    benchmark.pedantic(
        lambda: runs.append(compare(paths, next(caches))),
        setup=lambda: bare.append(process(BARE, batches)),
        rounds=ROUNDS,
    )
    tell(ratio("Sample case cold, to the encoder alone on its sentences", least(runs), least(bare), COLD))


def test_the_sample_case_again(benchmark: BenchmarkFixture, tell: Tell, caches: Iterator[Path]) -> None:
    paths = seeds.paths()
    first: list[Run] = []
    imports: dict[str, list[Run]] = {IMPORTS: [], ENCODER_IMPORTS: []}
    known: list[Path] = []

    def prepare() -> None:
        known.append(next(caches))
        first.append(compare(paths, known[-1]))
        for program, measured in imports.items():
            measured.append(process("-c", program))

    runs: list[Run] = []
    benchmark.pedantic(lambda: runs.append(compare(paths, known[-1])), setup=prepare, rounds=ROUNDS)
    cold, again = least(first) - least(imports[ENCODER_IMPORTS]), least(runs) - least(imports[IMPORTS])
    tell(ratio("Sample case again, to cold, imports deducted from both", again, cold, AGAIN))


def test_a_long_pair_cold(benchmark: BenchmarkFixture, tell: Tell, tmp_path: Path, caches: Iterator[Path]) -> None:
    process(LONG_TEXT, tmp_path)
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    bare = process(BARE, batches_of(paths, tmp_path))
    run = benchmark.pedantic(lambda: compare(paths, next(caches)), rounds=1)
    tell(ratio("Two texts of 61,000 words cold, to the encoder alone on their sentences", run, bare, LONG))
    limit = f"(target: at most {LONG_MEMORY:.0f} MB) {verdict(run.memory, LONG_MEMORY)}"
    tell(f"Two texts of 61,000 words, memory: {run.memory:.0f} MB {limit}")


def test_a_batch_of_pairs(benchmark: BenchmarkFixture, tell: Tell, tmp_path: Path, caches: Iterator[Path]) -> None:
    folders = sorted(path.parent for path in CASES.glob("*/gold.json"))
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("".join(f"{folder / 'a.txt'}\t{folder / 'b.txt'}\n" for folder in folders), encoding="utf-8")
    runs: dict[str, list[Run]] = {"cold": [], "cold in two processes": [], "again": [], "again in two processes": []}

    def batch() -> None:
        caches_of_round = next(caches), next(caches)
        for name, measured in runs.items():
            jobs = 2 if "two" in name else 1
            words = ("batch", pairs, "--jsonl", os.devnull, "--jobs", jobs)
            measured.append(process("-m", "core.cli", *words, cache=caches_of_round[jobs - 1]))

    benchmark.pedantic(batch, rounds=ROUNDS)
    rates = ", ".join(f"{len(folders) / least(measured).wall:.1f} {name}" for name, measured in runs.items())
    tell(f"Marked cases, pairs a second: {rates}")
