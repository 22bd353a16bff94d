"""The engine's figures on the marked cases may not drop unseen.

Where a figure is better, or is worse for a reason that the change tells, ``python tests/eval/measure.py --write``
commits the new ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def measure() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(HERE)
        yield import_module("measure")


@pytest.fixture(scope="module")
def measured(measure: ModuleType) -> Any:
    return measure.measure()


@pytest.fixture(scope="module")
def baseline(measure: ModuleType) -> Any:
    return json.loads(measure.BASELINE.read_text(encoding="utf-8"))


def test_no_figure_is_worse_than_the_committed_one(measure: ModuleType, measured: Any, baseline: Any) -> None:
    lines = measure.worse(measured["totals"], baseline["totals"])
    changed = [
        f"{name} was {baseline['cases'].get(name)}, is {figures}"
        for name, figures in measured["cases"].items()
        if figures != baseline["cases"].get(name)
    ]
    assert not lines, "\n".join(lines + changed)


def test_the_committed_figures_are_of_these_cases(measure: ModuleType, baseline: Any) -> None:
    assert sorted(baseline["cases"]) == sorted(path.parent.name for path in measure.CASES.glob("*/gold.json"))


def test_every_opening_names_one_sentence(measured: Any) -> None:
    assert measured["lost"] == []


def test_a_drop_is_seen_and_a_gain_is_not_held_against_it(measure: ModuleType) -> None:
    was = {"link_f1": 0.9, "false_links": 1.0}
    assert measure.worse({"link_f1": 0.897, "false_links": 0.0}, was) == []
    assert measure.worse({"link_f1": 0.95, "false_links": 1.0, "credit": 0.1}, was) == []
    assert len(measure.worse({"link_f1": 0.89, "false_links": 2.0}, was)) == 2
    assert len(measure.worse({}, was)) == 2
