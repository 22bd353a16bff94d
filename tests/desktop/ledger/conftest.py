"""The sample case, analysed once, and a ledger page to show it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import seeds
from core.ingest import read
from core.model import Analysis, Pair
from core.pipeline import analyse
from desktop.actions import Actions
from desktop.pages.ledger import LedgerPage
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture(scope="session")
def sample() -> Analysis:
    return analyse([read(path) for path in seeds.paths()])


@pytest.fixture(scope="session")
def taken(sample: Analysis) -> Pair:
    """Return the pair of the rewrite, C, and its source, E."""
    return next(p for p in sample.pairs if (p.a, p.b) == ("a3", "a5"))


@pytest.fixture
def session(sample: Analysis) -> Session:
    made = Session()
    made.add(sample.articles)
    made.set_analysis(sample)
    return made


@pytest.fixture
def page(qtbot: QtBot, light: Theme) -> Iterator[LedgerPage]:
    owner = QObject()
    made = LedgerPage(light, Actions(owner))
    qtbot.addWidget(made)
    made.resize(1218, 822)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shutdown()


@pytest.fixture
def audited(qtbot: QtBot, page: LedgerPage, session: Session) -> LedgerPage:
    """Return the page with the sample case and its audits."""
    page.show_case(session, comparing=False)
    qtbot.waitUntil(lambda: not page.auditing)
    return page


@pytest.fixture
def wait_for_audits(qtbot: QtBot) -> Callable[[LedgerPage], None]:
    def wait(page: LedgerPage) -> None:
        qtbot.waitUntil(lambda: not page.auditing)

    return wait
