"""A process that is killed while verdicts are given loses none that the reader saw as saved."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from core.case.contents import CaseContents, LastPlace, SavedArticle
from core.case.file import CaseFile
from core.case.review import FindingKey
from core.model import article_letter
from core.progress import NoProgress
from desktop.main_window import MainWindow

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FINDINGS = 56


@pytest.fixture
def long_case(engine: Any, tmp_path: Path) -> Path:
    """Return a saved case of two articles with a finding in every sentence."""
    texts = [
        "\n".join(f"Gull{n} pier{n} harbour{n} ferry{n} closes at {end}{n}." for n in range(FINDINGS))
        for end in ("noon", "dusk")
    ]
    analysis = engine.analyse([engine.paste(text).document for text in texts], NoProgress())
    assert len(analysis.pairs[0].links) == FINDINGS
    path = tmp_path / "long.cognate"
    articles = tuple(SavedArticle.of(a, article_letter(n)) for n, a in enumerate(analysis.articles))
    with CaseFile.create(path) as case:
        case.keep_all(CaseContents(articles=articles, analysis=analysis))
        case.keep_place(LastPlace("compare_screen", analysis.pairs[0].a, analysis.pairs[0].b, 0))
    return path


def shown_before_the_end(case: Path, folder: Path, chance: random.Random) -> list[list[Any]]:
    """Have verdicts given, kill the process at a random moment, and return what was last seen as saved."""
    seed = str(chance.random())
    command = [sys.executable, str(HERE / "reviewer.py"), str(case), str(folder), seed]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0.0, 2.5))
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode == -9
    whole = [line for line in lines if line.endswith("\n")]
    assert whole, "it was killed before it had begun"
    last: list[list[Any]] = json.loads(whole[-1])
    return last


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("kill", range(6))
def test_what_was_seen_as_saved_is_there_after_a_kill(
    kill: int, long_case: Path, tmp_path: Path, open_window: Any
) -> None:
    seen = shown_before_the_end(long_case, tmp_path, random.Random(kill))  # noqa: S311 - chosen, not kept secret
    window: MainWindow = open_window(long_case)
    assert [m.what for m in window.messages.messages] == []
    assert not window.files.keeper.read_only
    found = window.work.session.review_state.judgements
    pair, analysis = window.work.session.pair, window.work.session.analysis
    assert pair is not None
    assert analysis is not None
    keys = {FindingKey.of(analysis, pair, link) for link in pair.links}
    assert found.keys() <= keys
    kept = [[list(key.first_sentences), list(key.second_sentences), said.verdict] for key, said in found.items()]
    assert seen
    assert [verdict for verdict in seen if verdict not in kept] == []
