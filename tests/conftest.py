"""What every test may count on: no window, no caches or settings of the person who runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from core import scratch

# Before the first import of Qt, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The first example of a property loads what the others find loaded, and machines are busy: growth is tested as ratios.
settings.register_profile("cognate", deadline=None)
settings.load_profile("cognate")

_ended: list[int] = []
"""The exit status, once every test has run and all is told."""


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep what the tests came to."""
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End with that status at once.

    After thousands of windows in one process, PySide tears down what is left of them in no certain order while the
    interpreter exits, and may crash there; a window's own end is tested by closing it in processes of their own.
    """
    worker = hasattr(config, "workerinput")  # what it found out is still on its way to the process that asked
    if _ended and not worker and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[-1])


@pytest.fixture(scope="session", autouse=True)
def _own_folders() -> Iterator[None]:
    """Keep vectors, caches and settings of the tests in a folder that goes away with them."""
    scratch.clear_stale()  # of earlier tests that were killed
    with scratch.folder("tests") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("COGNATE_CACHE", os.path.join(folder, "vectors"))  # noqa: PTH118 - an environment value
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, os.path.join(folder, name.lower()))  # noqa: PTH118 - an environment value
        patch.delenv("NO_COLOR", raising=False)
        yield
