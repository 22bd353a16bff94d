"""A few thousand files and texts changed at random; ``make soak`` goes on for an hour."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from core.ingest import children
from tools.soak.subject import Subject
from tools.soak.subjects import readers, texts

TRIES = dict.fromkeys(readers.SUBJECTS, 100) | dict.fromkeys(texts.SUBJECTS, 40)


@pytest.fixture(scope="module")
def tried(tmp_path_factory) -> Iterator[dict[Subject, Future[None]]]:
    """Let two threads try, each with a process that reads, so that two processors are of use."""
    with ThreadPoolExecutor(2) as pool:
        yield {subject: pool.submit(_try, subject, tmp_path_factory.mktemp("changed")) for subject in TRIES}
        pool.shutdown(cancel_futures=True)
    children.end_all()


@pytest.mark.parametrize("subject", TRIES, ids=lambda subject: subject.name)
def test_what_is_changed_at_random_breaks_nothing(tried: dict[Subject, Future[None]], subject: Subject) -> None:
    tried[subject].result()


def _try(subject: Subject, folder: Path) -> None:
    for seed in range(TRIES[subject]):
        try:
            subject.attempt(seed, folder)
        except Exception as error:
            error.add_note(f"python -m tools.soak {subject.name} --times 1 --seed {seed}")
            raise
