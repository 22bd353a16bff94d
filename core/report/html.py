"""The report as one page of HTML: all in one file, without scripts, never asking for anything from anywhere.

Article text is escaped wherever it stands and is shown as text. The page forbids itself, by its own policy, to load or
run anything, so that not even a mistake of ours could. Equal reports give equal bytes.
"""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.report.chosen_parts import Logo
from core.report.html_drawing import HEIGHT, NODE, WIDTH, drawing
from core.report.model import Report
from core.report.options import Marks, PageSize
from core.report.places import contents, fact, passage, places
from core.report.sanitise import language_code, visible

MOST_PAIRS = 400
"""Words of one passage that light each other up; a rule is written for each, and no sentence has so many by far."""
_MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
_SHEETS = {PageSize.A4: "A4", PageSize.LETTER: "letter"}
_MARKS = (
    ("source", "same", "same"),
    ("source", "inflected", "inflected"),
    ("source", "synonym", "synonym"),
    ("source", "changed", "changed"),
    ("source", "added", "added"),
    ("source", "missing", "missing"),
    ("article", "wrong", "wrong word"),
    ("source", "wrong", "its source"),
)


def render_html(report: Report) -> bytes:
    """Return the report as an HTML file in UTF-8; equal reports give equal bytes."""
    template = _environment().get_template("report.html.j2")
    page = template.render(
        r=_shown(report),
        contents={place: visible(heading) for place, heading in contents(report).items()},
        places=places(report),
        passage=passage,
        fact=fact,
        drawing=drawing(report.matrix),
        drawing_size=(WIDTH, HEIGHT, NODE),
        own_logo=_data_url(report.logo) if report.logo else "",
        logo=_data_url(_sign()),
        grey=report.marks is Marks.UNDERLINE,
        sheet=_SHEETS[report.page],
        pairs=min(MOST_PAIRS, max(_pairs(report), default=0)),
        marks=_MARKS,
        light=_theme("light"),
        dark=_theme("dark"),
    )
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_resources() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["language"] = language_code
    return made


def _resources() -> Path:
    return Path(str(files("resources")))


@cache
def _theme(name: str) -> Mapping[str, str]:
    """Return the colours of a theme by the names that the style sheet knows them by."""
    theme = tomllib.loads((_resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    colours = dict(theme["chrome"])
    for match, tones in theme["class"].items():
        # Nothing behind a word is the paper behind it.
        colours |= {f"{match}-{tone}": value if value != "none" else "var(--paper)" for tone, value in tones.items()}
    return colours


@cache
def _sign() -> Logo:
    return Logo("svg", (_resources() / "icons" / "logo.svg").read_bytes(), "Cognate")


def _data_url(logo: Logo) -> str:
    return f"data:{_MEDIA_TYPES[logo.format]};base64,{base64.b64encode(logo.data).decode('ascii')}"


def _pairs(report: Report) -> Iterator[int]:
    for section in report.sections:
        for card in section.cards:
            for side in (card.source, card.article):
                yield from (run.pair for run in side.runs)


def _shown(value: object) -> object:
    """Return the report as plain values, every string of it fit for a page."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return [_shown(inner) for inner in value]
    if is_dataclass(value):
        return {f.name: _shown(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value
