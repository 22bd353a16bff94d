"""Whatever a file is: one clear sentence, in time and in memory, nothing left behind, and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from tests.hostile.corpus import ENDLESS, FORMATS, KINDS, SLOW
from tests.hostile.watched import USUAL, Watched, check

NAMES = [name for name in KINDS if name not in SLOW]
SHORT = 2.0
"""The seconds that the one file gets that would use up any."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measures with /proc")


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> Iterator[dict[str, Future[dict[str, Any]]]]:
    """Let two processes read the corpus, so that two processors are of use."""
    corpus = tmp_path_factory.mktemp("corpus")
    free: SimpleQueue[Watched] = SimpleQueue()
    pair = [Watched(tmp_path_factory.mktemp("temporary")) for _ in range(2)]
    for process in pair:
        free.put(process)

    def one(name: str) -> dict[str, Any]:
        process = free.get()
        try:
            return process.read(name, corpus, SHORT if name == ENDLESS else USUAL)
        finally:
            free.put(process)

    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(one, name) for name in NAMES}
        pool.shutdown(cancel_futures=True)
    for process in pair:
        process.end()


def test_there_are_enough_of_every_format() -> None:
    assert len(NAMES) >= 70
    assert {Path(name).suffix[1:] for name in NAMES} >= FORMATS
    assert KINDS.keys() >= SLOW


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_ends_in_an_article_or_a_sentence(answers: dict[str, Future[dict[str, Any]]], name: str) -> None:
    check(name, answers[name].result())
