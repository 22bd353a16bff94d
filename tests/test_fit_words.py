"""The fitting of the word alignment's weights, on sentences made for this test."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tools" / "fit_words.py"
PAIRS = [
    ("the mayor resigned on Friday .", "on Friday the mayor quit .", "0-2 1-3 2-4 3-0 4-1 5-5"),
    ("the bridge will be closed .", "they will close the bridge .", "0-3 1-4 2-1 4-2 5-5"),
    ("police called off the search .", "the search was cancelled .", "1-3 2-3 3-0 4-1 5-4"),
    ("it did not rain and/or snow .", "it has not rained or snowed .", "0-0 2-2 3-3 4-4 5-5 6-6"),
    ("nothing is known .", "all went well .", ""),
]


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fit_words", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [{"source": a, "target": b, "sureAlign": links} for a, b, links in PAIRS * 3]
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_regression_finds_the_weights_that_made_the_answers(script: ModuleType) -> None:
    random = np.random.default_rng(0)
    rows = random.normal(size=(20000, 3)).astype(np.float32)
    truth = np.array([1.5, -2.0, 0.25])
    answers = (random.uniform(size=20000) < 1 / (1 + np.exp(-rows @ truth))).astype(np.float64)
    np.testing.assert_allclose(script.regression(rows, answers), truth, atol=0.1)


def test_pairs_are_read_with_the_links_of_their_tokens(script: ModuleType, data: Path) -> None:
    examples = script.read(data, None)
    assert len(examples) == 12  # a pair without links teaches nothing
    negated = examples[3]
    assert len(negated.tokens_a) > 7  # the program's words are not the file's tokens
    assert negated.tokens_a[:2] == (0, 1)
    assert negated.tokens_a[-1] == 6
    assert (2, 2) in negated.gold
    assert negated.answers.sum() >= len(negated.gold)


def test_folds_hold_each_pair_out_once(script: ModuleType) -> None:
    parts = list(script.folds(12))
    assert sorted(k for _, held in parts for k in held) == list(range(12))
    assert all(not set(learned) & set(held) for learned, held in parts)


def test_weights_and_figures_are_written_and_the_same_again(
    script: ModuleType, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "weights" / "words.json"
    monkeypatch.setattr(script, "WEIGHTS", target)
    monkeypatch.setattr(sys, "argv", ["fit_words.py", "--edinburgh", str(data)])
    script.main()
    first = target.read_bytes()
    script.main()
    assert target.read_bytes() == first
    written = json.loads(first)
    shipped = json.loads((SCRIPT.parent.parent / "resources" / "weights" / "words.json").read_text(encoding="utf-8"))
    assert written.keys() == shipped.keys()
    for mode in ("with_encoder", "without_encoder"):
        assert written[mode]["first"].keys() == shipped[mode]["first"].keys()
        assert written[mode]["second"].keys() == shipped[mode]["second"].keys()
        assert 0 < written[mode]["folds"]["F1"] <= 1
    assert capsys.readouterr().out.count("with_encoder") == 2
