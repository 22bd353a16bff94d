"""Starting the desktop loads nothing that it does not need yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LATER = ("onnxruntime", "tokenizers", "nltk", "typst", "numpy", "diff_match_patch", "PySide6.QtPdf")
"""What reading, comparing, telling words apart, the preview and the report need."""
PROGRAM = """
import json, sys
from pathlib import Path
from desktop.app import make_application
import desktop.app as app
from PySide6.QtWidgets import QApplication

shown = []

def stay(application):
    (window,) = [w for w in application.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    for _ in range(50):
        application.processEvents()
    shown.append(window.isVisible())
    print(json.dumps({"shown": shown, "loaded": sorted(sys.modules)}), flush=True)
    window.close()
    return 0

QApplication.exec = lambda *_: stay(QApplication.instance())
raise SystemExit(app.run([Path(name) for name in sys.argv[1:]]))
"""


@pytest.mark.parametrize("name", LATER)
def test_the_window_is_up_before_it_is_loaded(name: str, loaded: frozenset[str]) -> None:
    assert name not in loaded


def test_what_is_on_screen_is_loaded(loaded: frozenset[str]) -> None:
    assert {"PySide6.QtWidgets", "desktop.main_window", "desktop.pages.welcome"} <= loaded


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the modules that are loaded when the window has been shown."""
    home = tmp_path_factory.mktemp("home")
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["shown"] == [True]
    return frozenset(told["loaded"])
