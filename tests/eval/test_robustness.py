"""A rewrite that tells its source in another order is still found."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest

from core.similarity.encoder import default_encoder


@pytest.fixture(scope="module")
def robustness() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(__file__).resolve().parent)
        yield import_module("robustness")


@pytest.mark.parametrize("kind", ["paragraphs", "sentences"])
def test_the_links_do_not_hang_on_the_order(robustness: ModuleType, kind: str) -> None:
    figures = robustness.shuffled(kind, default_encoder(), count=3)
    assert mean(figures) >= 0.92, figures
