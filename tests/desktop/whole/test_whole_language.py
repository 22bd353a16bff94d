"""Every screen and dialog in the pseudo-locale: no text was forgotten, and a third more of it has room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tools import pseudo_locale, strings

WALK = Path(__file__).with_name("pseudo_window.py")


def test_no_text_was_forgotten_and_all_have_room(tmp_path: Path) -> None:
    source = tmp_path / f"cognate_{pseudo_locale.LANGUAGE}.ts"
    pseudo_locale.translate(strings.FOLDER / strings.TEMPLATE, source)
    strings.compile_language(source, source.with_suffix(".qm"))
    folder = tmp_path / "stage"
    folder.mkdir()
    # In a process of its own: the language of an application is for good.
    walk = subprocess.run(
        [sys.executable, str(WALK), str(tmp_path), str(folder)],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(strings.ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert walk.returncode == 0, walk.stderr
    assert "Traceback" not in walk.stderr, walk.stderr
    lines = [json.loads(line) for line in walk.stdout.splitlines()]
    assert [line for line in lines if line[0] != "looked"] == []
    assert [line[1] for line in lines if line[0] == "looked"], "the walk looked at nothing"
