"""Themes, fonts, icons, signs."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QWidget
from pytestqt.qtbot import QtBot

import desktop
from core.model import MatchClass, Severity
from core.report.phrases import CLASS_NAMES
from desktop.actions import ACTIONS
from desktop.delegates.classes import ClassDelegate
from desktop.delegates.painting import paint_class_bar
from desktop.dressing import Wardrobe, dress_again, wants_contrast, wants_less_motion, worn_theme
from desktop.glyphs import paint_class_glyph, paint_severity
from desktop.icons import app_icon, pixmap
from desktop.message import Message
from desktop.models.classes import ClassModel
from desktop.settings import THEME, ZOOM, Settings
from desktop.theme import Theme, load_theme, style_sheet, theme_names
from desktop.widgets.buttons import ActionButton
from desktop.widgets.messages import MessagePanel
from desktop.widgets.parts import Badge, ClassChip, ElidedText, KeyCap, Text, icon_sign, severity_sign

PRINTED_ON = "_PAPER = Qt.GlobalColor.white"
"""A report's sheet is white in every theme of the window."""
CHROME = ["bg", "surface", "paper", "hover", "line", "line2", "ink", "ink2", "ink3", "ok", "focus"]


def themes() -> list[str]:
    files = (resources.files("resources") / "themes").iterdir()
    return sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml"))


@pytest.mark.parametrize("name", themes())
def test_a_theme_has_every_token(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    tokens = set(CHROME) | {f"{m.value}.{p}" for m in list(MatchClass)[:7] for p in ("ink", "tint", "bar")}
    assert set(theme.colors) == tokens
    assert all(color.isValid() for color in theme.colors.values())
    assert theme.dark == name.endswith("dark")
    assert theme.edged == name.startswith("contrast")


def test_there_are_four_themes() -> None:
    assert themes() == list(theme_names()) == ["contrast-dark", "contrast-light", "dark", "light"]


@pytest.mark.parametrize("name", themes())
def test_text_stands_out_from_its_ground(name: str) -> None:
    theme = load_theme(name)
    least = 7 if theme.edged else 4.5
    grounds = ("bg", "surface", "paper", "hover")
    classes = [m.value for m in MatchClass if m is not MatchClass.UNRELATED]
    tinted = [c for c in classes if theme.color(f"{c}.tint").alpha()]
    pairs = [(ink, ground) for ink in ("ink", "ink2", "ink3", "ok") for ground in grounds]
    pairs += [(f"{c}.ink", ground) for c in classes for ground in grounds]
    pairs += [(ink, f"{c}.tint") for c in tinted for ink in ("ink", "ink2", f"{c}.ink")]
    pairs += [("paper", "ink"), ("paper", "ink2"), ("hover", "ink"), ("ink", "line"), ("paper", "verbatim.ink")]
    low = {pair: ratio for pair in pairs if (ratio := contrast(*(theme.color(t) for t in pair))) < least}
    assert not low
    assert all(contrast(theme.color("focus"), theme.color(ground)) >= 3 for ground in grounds)
    assert contrast(theme.edge(), theme.color("paper")) >= (7 if theme.edged else 1.5)


@pytest.mark.parametrize("name", themes())
def test_bars_differ_for_eyes_without_green(name: str) -> None:
    theme = load_theme(name)
    bars = {m: lab(without_green(theme.class_color(m, "bar"))) for m in list(MatchClass)[:6]}
    assert {one.value for one in bars} == {"verbatim", "close", "paraphrase", "quotation", "same_fact", "no_source"}
    assert min(math.dist(bars[one], bars[other]) for one, other in combinations(bars, 2)) >= 20


def test_the_published_distances_come_out() -> None:
    smallest = {
        name: min(
            math.dist(*(lab(without_green(theme.class_color(m, "bar"))) for m in pair))
            for pair in combinations(list(MatchClass)[:6], 2)
        )
        for name in ("light", "dark")
        if (theme := load_theme(name))
    }
    assert {name: int(distance) for name, distance in smallest.items()} == {"light": 22, "dark": 24}


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def linear(color: QColor) -> list[float]:
    channels = (color.redF(), color.greenF(), color.blueF())
    return [c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in channels]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""
    weights = (0.2126, 0.7152, 0.0722)
    light, dark = sorted((dot(weights, linear(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def without_green(color: QColor) -> list[float]:
    """Return linear red, green and blue as full deuteranopia shows them (Machado, Oliveira and Fernandes 2009)."""
    matrix = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    rgb = linear(color)
    return [min(1.0, max(0.0, dot(row, rgb))) for row in matrix]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """Return CIE L*a*b* (D65) of linear sRGB; the distance of two is that of CIE76."""
    rows = (
        (0.4124564, 0.3575761, 0.1804375, 0.95047),
        (0.2126729, 0.7151522, 0.0721750, 1.0),
        (0.0193339, 0.1191920, 0.9503041, 1.08883),
    )
    ratios = (dot(row, rgb) / white for *row, white in rows)
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_an_unknown_theme_or_token_is_an_error(light: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        load_theme("none")
    with pytest.raises(KeyError):
        light.color("none")


def test_a_tint_of_none_is_transparent(light: Theme) -> None:
    assert light.color("no_source.tint").alpha() == 0
    assert light.class_color(MatchClass.UNRELATED, "ink") == light.color("no_source.ink")


def test_the_style_sheet_takes_all_colours_from_the_theme(light: Theme) -> None:
    sheet = style_sheet(light)
    assert "$" not in sheet
    raw = (resources.files("resources") / "themes" / "desktop.qss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", raw)


def test_no_module_names_a_colour() -> None:
    literal = re.compile(r"QColor\((\"|\d)|#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)")
    for file in Path(desktop.__file__).parent.rglob("*.py"):
        for line in file.read_text("utf-8").splitlines():
            allowed = "QColor(0, 0, 0, 0)" in line or line == PRINTED_ON
            assert allowed or not literal.search(line), f"{file}: {line}"


def test_fonts_come_from_the_packages(light: Theme) -> None:
    for font, family in ((light.reading_font(), "Source Serif 4"), (light.ui_font(), "Inter")):
        assert QFontInfo(font).family() == family
    assert light.reading_font(14.5).pixelSize() == 15
    assert light.ui_font(11.5).pixelSize() == 12
    assert light.ui_font(13, 600).weight() == 600


def test_every_sign_draws_something_of_its_own(light: Theme) -> None:
    def drawn(paint: Callable[[QPainter, QRectF], None]) -> bytes:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint(painter, QRectF(0, 0, 32, 32))
        painter.end()
        return bytes(image.constBits())

    ink = light.color("ink")
    signs = [drawn(partial(paint_class_glyph, match=match, color=ink)) for match in list(MatchClass)[:6]]
    signs += [drawn(partial(paint_severity, severity=severity, theme=light)) for severity in (*Severity, None)]
    assert len(set(signs)) == len(signs)
    assert all(any(sign) for sign in signs)
    assert len({CLASS_NAMES[m] for m in MatchClass}) == len(MatchClass)


def test_every_action_finds_its_icon(light: Theme) -> None:
    for spec in ACTIONS:
        if spec.icon:
            assert not pixmap(spec.icon, light.color("ink")).isNull()
    assert not app_icon().isNull()


def test_no_two_actions_share_a_key_or_a_name() -> None:
    keys = [spec.key for spec in ACTIONS if spec.key]
    assert len(set(keys)) == len(keys)
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)


@pytest.fixture
def theme(qapp: QApplication, light: Theme) -> Iterator[Theme]:
    """Return a theme of its own; the application wears the usual one again afterwards."""
    yield load_theme("light")
    dress_again(qapp, light)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "look.ini")


@pytest.fixture
def wardrobe(qapp: QApplication, theme: Theme, settings: Settings) -> Iterator[Wardrobe]:
    settings.set(THEME, "light")
    made = Wardrobe(qapp, theme, settings)
    yield made
    shiboken6.delete(made)


def test_the_style_sheet_waits_for_the_window(qapp: QApplication, wardrobe: Wardrobe, theme: Theme) -> None:
    qapp.setStyleSheet("")
    wardrobe.refresh()
    assert not qapp.styleSheet()
    wardrobe.dress()
    assert qapp.styleSheet() == style_sheet(theme)


def test_a_theme_is_told_of_once_when_it_changes(theme: Theme) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.name))
    theme.wear("dark", zoom=1.5)
    assert told == ["dark"]
    assert theme.color("paper") == load_theme("dark").color("paper")
    theme.wear("dark", zoom=1.5)
    theme.wear()
    assert told == ["dark"]
    with pytest.raises(FileNotFoundError):
        theme.wear("none")
    assert theme.name == "dark"


def test_zoom_multiplies_what_is_read(theme: Theme) -> None:
    theme.wear(zoom=2.0)
    assert theme.ui_font(13).pixelSize() == 26
    assert theme.reading_font(14.5).pixelSize() == 29
    assert theme.px(30) == 60
    theme.wear(zoom=1.0, reading_size=20)
    assert theme.reading_font(14.5).pixelSize() == 20
    assert theme.reading_px(21) == 29
    assert theme.ui_font(13).pixelSize() == 13
    theme.wear(zoom=0.1)
    assert theme.zoom == 0.8
    assert theme.ui_font(11.5).pixelSize() == 11  # nothing is smaller than that
    assert theme.ui_font(9).pixelSize() == 9  # but for what was made so


def test_a_rim_is_of_paper(theme: Theme) -> None:
    assert theme.halo().color("close.ink") == theme.color("paper")
    before = theme.halo()
    assert theme.halo() is before
    theme.wear("dark")
    assert theme.halo().color("ink") == theme.color("paper")


def test_widgets_follow_the_theme(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    action = QAction("Open", host)
    row = QHBoxLayout(host)
    made: list[QWidget] = [
        Text(theme, "words"),
        ElidedText(theme, "more words"),
        Badge(theme, "C"),
        ClassChip(theme),
        KeyCap(theme, "J"),
        severity_sign(theme, Severity.HIGH),
        icon_sign(theme, "lock", "Offline"),
        ActionButton(theme, action),
    ]
    for widget in made:
        row.addWidget(widget)
    before = [widget.sizeHint().height() if widget.minimumHeight() == 0 else widget.minimumHeight() for widget in made]
    theme.wear("dark", zoom=2.0)
    after = [widget.sizeHint().height() if widget.minimumHeight() == 0 else widget.minimumHeight() for widget in made]
    assert all(1.8 * old <= new <= 2.2 * old for old, new in zip(before, after, strict=True))


@pytest.mark.usefixtures("wardrobe")
def test_the_application_is_dressed_anew(qapp: QApplication, theme: Theme, settings: Settings) -> None:
    for name in themes():
        settings.set(THEME, name)
        assert theme.name == name
        assert qapp.palette().color(QPalette.ColorRole.Base) == theme.color("paper")
        assert f"background: {theme.color('bg').name()}" in qapp.styleSheet()
    settings.set(ZOOM, 200)
    assert qapp.font().pixelSize() == 26
    assert "border-radius: 14px" in qapp.styleSheet()
    assert "border: 2px solid" in qapp.styleSheet()  # a ring stays as wide as it is


def test_zoom_goes_by_steps_and_back(wardrobe: Wardrobe, theme: Theme, settings: Settings) -> None:
    for _ in range(9):
        wardrobe.zoom_in()
    assert (settings.get(ZOOM), theme.zoom) == (200, 2.0)
    for _ in range(9):
        wardrobe.zoom_out()
    assert (settings.get(ZOOM), theme.zoom) == (80, 0.8)
    wardrobe.zoom_reset()
    assert theme.zoom == 1.0
    settings.set(ZOOM, 120)
    wardrobe.zoom_in()
    assert settings.get(ZOOM) == 125


def test_large_text_and_high_contrast_come_and_go(wardrobe: Wardrobe, theme: Theme, settings: Settings) -> None:
    settings.set(THEME, "dark")
    settings.set(ZOOM, 110)
    wardrobe.toggle_contrast()
    assert (theme.name, theme.zoom) == ("contrast-dark", 1.6)
    wardrobe.toggle_contrast()
    assert (theme.name, theme.zoom) == ("dark", 1.1)


@pytest.mark.parametrize(
    ("chosen", "contrast", "dark", "system_contrast", "worn"),
    [
        ("system", False, False, False, "light"),
        ("system", False, True, False, "dark"),
        ("system", False, True, True, "contrast-dark"),
        ("system", True, False, False, "contrast-light"),
        ("light", False, True, True, "light"),
        ("dark", True, False, False, "contrast-dark"),
        ("contrast-light", True, True, True, "contrast-light"),
    ],
)
def test_which_theme_is_worn(chosen: str, *, contrast: bool, dark: bool, system_contrast: bool, worn: str) -> None:
    assert worn_theme(chosen, contrast=contrast, dark=dark, system_contrast=system_contrast) == worn


@pytest.mark.usefixtures("wardrobe")
def test_the_systems_colours_are_followed(qapp: QApplication, theme: Theme, settings: Settings) -> None:
    settings.set(THEME, "system")
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.dark == dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.dark == dark  # the hint itself says what holds
    assert wants_contrast(qapp.styleHints()) is False
    assert wants_less_motion(qapp.styleHints()) is False


def test_bars_have_an_edge_where_the_theme_is_edged() -> None:
    def painted(name: str) -> QImage:
        image = QImage(60, 8, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        paint_class_bar(painter, QRectF(0, 0, 60, 8), ((MatchClass.VERBATIM, 0.5),), load_theme(name))
        painter.end()
        return image

    for name in themes():
        theme = load_theme(name)
        wanted = theme.color("ink" if theme.edged else "verbatim.bar")
        assert painted(name).pixelColor(5, 0) == wanted
        assert painted(name).pixelColor(5, 4) == theme.color("verbatim.bar")


def test_rows_of_the_lists_grow(qtbot: QtBot, theme: Theme) -> None:
    model = ClassModel()
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = ClassDelegate(theme, view)
    view.setItemDelegate(delegate)
    assert view.sizeHintForRow(0) == 30
    with qtbot.waitSignal(delegate.sizeHintChanged):
        theme.wear(zoom=2.0)
    assert view.sizeHintForRow(0) == 60


def test_messages_are_made_again_in_the_new_type(qtbot: QtBot, theme: Theme) -> None:
    panel = MessagePanel(theme)
    qtbot.addWidget(panel)
    panel.add(Message("One", "two", topic="a"))
    panel.add(Message("Three"))
    theme.wear("dark", zoom=1.5)
    assert [m.what for m in panel.messages] == ["Three", "One"]
    labels = [label for label in panel.findChildren(Text) if label.text() == "Three" and not label.isHidden()]
    assert labels[-1].font().pixelSize() == 20
