"""The window is never held for long in a long case: held to a ratio that any machine keeps.

The target is that nothing holds the window over 50 ms, in a case of two texts of 61,000 words too. What is measured is
the main thread's own work against a fixed piece of work, half Qt's and half plain Python, done in the same process
between all steps: a machine that is slow or busy takes longer for both, and the target is about five of them. The
limits are two and a half times what was measured: they catch what grows with the text, not a tenth more. Work that
others disturb only ever takes longer, so a step that goes past its limit is tried again, twice at most, and its
shortest hold counts. Seconds and the full size are in tests/bench.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
LONG_TEXT = ROOT / "tests" / "bench" / "long_text.py"
WORDS = 12_000
"""Some 550 sentences a side."""
SCROLLING, JUDGING, ARRANGING, SCREENS, READYING, ARRIVING = 5, 13, 12, 12, 18, 21
"""How often the fixed work the longest hold may take: at every notch, at every key of a review, where all rows change,
where a screen comes up, where the others are still made, and where a text, a result or a case comes."""
LIMITS = {
    **dict.fromkeys(("wheel", "pages"), SCROLLING),
    **dict.fromkeys(("findings", "verdicts", "undo, redo", "note", "ledger pages", "ledger filter"), JUDGING),
    **dict.fromkeys(("keeping", "save as"), JUDGING),
    **dict.fromkeys(("fold", "swap", "divergences only", "resize", "class filter", "find", "new"), ARRANGING),
    **{f"{name}, {lap}": SCREENS for name in ("overview", "compare", "ledger", "report") for lap in ("first", "again")},
    "overview, first": READYING,
    **dict.fromkeys(("import", "analysis", "open"), ARRIVING),
}
ATTEMPTS = 3


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what the review told; each step's ``held`` is its shortest in all attempts, in times of the fixed work."""
    first = _reviewed(tmp_path_factory.mktemp("large"))
    for _ in range(ATTEMPTS - 1):
        if all(step["held"] <= LIMITS[name] for name, step in first["steps"].items()):
            break
        again = _reviewed(tmp_path_factory.mktemp("again"))
        first["steps"] = {
            name: min(step, again["steps"][name], key=lambda x: x["held"]) for name, step in first["steps"].items()
        }
    return first


def _reviewed(folder: Path) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    for command in ([LONG_TEXT, folder, "--words", WORDS], [HERE / "large_case.py", folder, "--brief"]):
        words = [sys.executable, *map(str, command)]
        run = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=False)
        assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    for step in told["steps"].values():
        step["held"] = step["work"] / step["bare"]
    return told


def test_the_case_is_large_and_was_gone_through(told: Any) -> None:
    assert min(told["sentences"]) > 400
    assert told["links"] > 200
    assert told["judged"] == 25  # the note is on one of them
    assert set(told["steps"]) == set(LIMITS)


@pytest.mark.parametrize("step", LIMITS)
def test_no_step_holds_the_window(told: Any, step: str) -> None:
    held = told["steps"][step]
    assert held["held"] <= LIMITS[step], held["where"]
