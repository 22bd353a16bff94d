"""The script that takes the pictures: it knows every screen and state, and the pictures that documents show exist."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.screens import Screen

ROOT = Path(__file__).resolve().parent.parent
DESIGNED = {
    "welcome": "welcome.png",
    "welcome-recent": "welcome.png",
    "import": "import-progress.png",
    "comparing": "states.png",
    "overview": "overview.png",
    "overview-table": "overview.png",
    "compare": "compare-light.png, compare-dark.png",
    "compare-crossing": "compare-crossing.png",
    "compare-many": "compare-crossing.png",
    "compare-find": "the find bar",
    "compare-divergences": "divergences only",
    "compare-verdict": "compare-light.png",
    "compare-no-match": "states.png",
    "compare-weak": "states.png, weak links",
    "compare-same-facts": "states.png",
    "ledger": "ledger.png",
    "report": "report-preview.png",
    "one-article": "states",
    "failed-file": "states",
    "failed-export": "states.png",
    "export": "dialogs",
    "exporting": "dialogs",
    "exported": "dialogs",
    "stopped": "states",
    "long-article": "states.png",
    "preferences": "dialogs",
    "keys": "dialogs",
    "guide": "dialogs",
    "about": "dialogs",
}
"""Every screen and state that the design names, with where."""
SCREENS = {Screen.OVERVIEW: "overview", Screen.COMPARE: "compare", Screen.LEDGER: "ledger", Screen.REPORT: "report"}
PICTURE = re.compile(r"[(\"]([\w./-]+\.png)[)\"]")


def loaded(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a module of the tools, which are scripts and no package."""
    monkeypatch.syspath_prepend(str(ROOT))
    full = f"tools.{name}"
    spec = importlib.util.spec_from_file_location(full, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, full, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return loaded("screenshots", monkeypatch)


def test_every_screen_and_state_has_a_shot(script: ModuleType) -> None:
    names = [shot.name for shot in script.SHOTS]

    assert len(names) == len(set(names))
    assert set(DESIGNED) <= set(names)
    assert set(SCREENS) == set(Screen)
    assert {shot.name for shot in script.SHOTS if shot.main} >= set(SCREENS.values())


def test_every_shot_can_be_brought_about(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded("stage", monkeypatch)

    assert set(loaded("states", monkeypatch).STATES) == {shot.name for shot in script.SHOTS}


def test_every_shot_is_taken_wide_and_narrow_light_and_dark(script: ModuleType) -> None:
    for shot in script.SHOTS:
        taken = {(look.size, look.theme) for look in shot.looks() if look.zoom == 100}

        assert taken >= {(size, theme) for size in (script.WIDE, script.NARROW) for theme in ("light", "dark")}


def test_the_main_screens_are_also_taken_large_and_in_high_contrast(script: ModuleType) -> None:
    for shot in (shot for shot in script.SHOTS if shot.main):
        assert {look.theme for look in shot.looks()} >= {"contrast-light", "contrast-dark"}
        assert {look.zoom for look in shot.looks()} >= {150, 200}


def test_every_shot_has_a_picture_in_the_repository(script: ModuleType) -> None:
    for shot in script.SHOTS:
        assert any(shot.committed(look) for look in shot.looks())


def test_the_folders_hold_the_pictures_that_belong_there_and_are_small(script: ModuleType) -> None:
    kept = [(shot, look) for shot in script.SHOTS for look in shot.looks() if shot.committed(look)]
    wanted = {shot.folder(look) / shot.file(look) for shot, look in kept}
    folders = (script.COMMITTED, script.GUIDE)
    there = {path: path.stat().st_size for folder in folders for path in folder.glob("*.png")}

    assert set(there) == wanted | {script.COMMITTED / script.PAGE}
    assert max(there.values()) < script.MOST_BYTES
    assert sum(there.values()) < script.MOST_TOGETHER


@pytest.mark.parametrize("document", ["README.md", "docs/guide.md", "resources/guide/guide.md"])
def test_the_pictures_that_a_document_shows_exist(document: str) -> None:
    shown = set(PICTURE.findall((ROOT / document).read_text("utf-8")))

    assert shown
    assert all(((ROOT / document).parent / name).is_file() for name in shown)


def test_the_guide_shows_the_pictures_that_are_shipped_with_it_and_no_more(script: ModuleType) -> None:
    shown = PICTURE.findall((script.GUIDE.parent / "guide.md").read_text("utf-8"))

    assert sorted(shown) == sorted(f"pictures/{path.name}" for path in script.GUIDE.glob("*.png"))


def test_without_xvfb_it_says_how_to_get_it(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")

    assert script.main([]) == 2
    assert "apt-get install xvfb" in capsys.readouterr().err


def test_a_picture_is_kept_small_without_losing_its_colours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_png = loaded("small_png", monkeypatch)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for x in range(400):
        painter.fillRect(x, 0, 1, 300, QColor.fromHsv(x * 359 // 400, 120 + x % 100, 200))
    painter.fillRect(0, 0, 400, 100, QColor("#F4F2EE"))
    painter.end()

    size = small_png.save_small(image, tmp_path / "made" / "small.png")

    again = QImage(str(tmp_path / "made" / "small.png"))
    assert size < 40_000
    assert again.format() == QImage.Format.Format_Indexed8
    assert again.colorCount() <= small_png.MOST_COLORS
    assert again.pixelColor(20, 20) == QColor("#F4F2EE")
    for x in range(0, 400, 7):
        was, now = image.pixelColor(x, 200), again.pixelColor(x, 200)
        assert abs(was.red() - now.red()) + abs(was.green() - now.green()) + abs(was.blue() - now.blue()) < 30
