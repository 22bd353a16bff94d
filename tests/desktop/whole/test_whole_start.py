"""Starting the desktop loads nothing that it does not need yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import seeds
from core import ingest
from core.case.contents import CaseContents, SavedArticle
from core.case.file import CaseFile
from core.model import article_letter
from core.pipeline import analyse
from core.similarity.encoder import Encoder

ROOT = Path(__file__).resolve().parents[3]
LATER = (
    *(
        "onnxruntime",
        "tokenizers",
        "nltk",
        "py3langid",
        "typst",
        "numpy",
        "diff_match_patch",
        "rapidfuzz",
        "PySide6.QtPdf",
    ),
    *(
        "core.pipeline",
        "core.ingest",
        "core.divergence.find",
        "core.originality",
        "core.report.parts",
        "core.report.pdf",
        "core.disguise",
        "core.case.carry",
        "core.case.salvage",
    ),
    *("desktop.pages.overview", "desktop.pages.ledger", "desktop.pages.report", "desktop.pages.importing"),
    *("desktop.dialogs.preferences", "desktop.dialogs.about", "desktop.dialogs.keys", "desktop.dialogs.details"),
    *("desktop.dialogs.export", "desktop.models.exporting", "desktop.exports", "core.report.formats"),
)
"""What reading, comparing, telling words apart, the preview, the report, other screens and dialogs need."""
PROGRAM = """
import json, os, sys
from pathlib import Path
import desktop.app as app
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class FirstFrame(QObject):
    def __init__(self, watched, holds):
        super().__init__(watched)
        self.loaded, self._holds = [], holds
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and self._holds() and not self.loaded:
            self.loaded = sorted(sys.modules)
        return False

def stay(application):
    (window,) = [w for w in application.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    column = window.case.view._columns[1]
    if len(sys.argv) > 1:
        first = FirstFrame(column.viewport(), lambda: column.blocks)
    else:
        first = FirstFrame(window.welcome.viewport(), lambda: True)
    while not first.loaded:
        application.processEvents()
    print(json.dumps({"shown": window.isVisible(), "loaded": first.loaded}), flush=True)
    window.close()
    return 0

QApplication.exec = lambda *_: stay(QApplication.instance())
raise SystemExit(app.run([Path(name) for name in sys.argv[1:]]))
"""


@pytest.mark.parametrize("name", LATER)
def test_the_window_is_up_before_it_is_loaded(name: str, empty: frozenset[str]) -> None:
    assert name not in empty


@pytest.mark.parametrize("name", [*LATER, "desktop.pages.welcome"])
def test_a_saved_case_is_painted_before_it_is_loaded(name: str, opened: frozenset[str]) -> None:
    assert name not in opened


def test_what_is_on_screen_is_loaded(empty: frozenset[str], opened: frozenset[str]) -> None:
    assert {"PySide6.QtWidgets", "desktop.main_window", "desktop.pages.welcome"} <= empty
    assert {"PySide6.QtWidgets", "desktop.main_window", "core.case.file"} <= opened


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the modules that are loaded when a window without a case is painted."""
    return loaded(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the modules that are loaded when a window with a saved case is painted."""
    home = tmp_path_factory.mktemp("home")
    documents = [ingest.read(path) for path in seeds.paths()[2:5:2]]
    analysis = analyse(documents, encoder=Encoder(Path("no-model"), Path("no-vocabulary")))
    articles = tuple(SavedArticle.of(a, article_letter(n)) for n, a in enumerate(analysis.articles))
    with CaseFile.create(home / "saved.cognate") as case:
        case.keep_all(CaseContents(articles=articles, analysis=analysis))
    return loaded(home, home / "saved.cognate")


def loaded(home: Path, *paths: Path) -> frozenset[str]:
    """Start the desktop with these paths and return the modules that are loaded at its first frame."""
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, paths)],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["shown"]
    return frozenset(told["loaded"])
