"""Themes, fonts, icons, signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter

import desktop
from core.model import MatchClass, Severity
from core.report.phrases import CLASS_NAMES
from desktop.actions import ACTIONS
from desktop.glyphs import paint_class_glyph, paint_severity
from desktop.icons import app_icon, pixmap
from desktop.theme import Theme, load_theme, style_sheet

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


@pytest.mark.parametrize("name", themes())
def test_text_stands_out_from_its_ground(name: str) -> None:
    theme = load_theme(name)
    for ink in ("ink", "ink2", "ink3", "ok"):
        for ground in ("bg", "surface", "paper"):
            assert _contrast(theme.color(ink), theme.color(ground)) >= 4.5
    for match in list(MatchClass)[:5]:
        assert _contrast(theme.class_color(match, "ink"), theme.class_color(match, "tint")) >= 4.5
    assert _contrast(theme.color("focus"), theme.color("surface")) >= 3


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""

    def luminance(color: QColor) -> float:
        channels = (color.redF(), color.greenF(), color.blueF())
        parts = [c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in channels]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
            assert not literal.search(line) or "QColor(0, 0, 0, 0)" in line, f"{file}: {line}"


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
