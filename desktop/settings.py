"""What the desktop remembers between runs; each setting is declared once, with its type, default and meaning.

The preferences are made from this table, in its order. The engine's thresholds are not declared again: theirs come
from :mod:`core.options`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import Field, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

from core.errors import UsageError
from core.model import Exclusions
from core.options import Options
from core.report.options import PART_NAMES, Marks, PageSize, ReportOptions
from desktop.language import tr, tr_noop

T = TypeVar("T", str, bool, int, float, QByteArray)


class Group(StrEnum):
    """A page of the preferences."""

    APPEARANCE = tr_noop("Appearance")
    COMPARISON = tr_noop("Comparison")
    SCORES = tr_noop("Scores")
    REPORT = tr_noop("Report")
    FILES = tr_noop("Files")


class Form(StrEnum):
    """What a text stands for, where it is not any text."""

    WORDS = "words"
    LINES = "lines"
    FOLDER = "folder"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One remembered value: its key in the file, its default and what it is for.

    One with a group is shown in the preferences, under its name.
    """

    key: str
    default: T
    purpose: str
    title: str = ""
    group: Group | None = None
    low: float = 0
    """Least number, of a setting that is one …"""
    high: float = 0
    """… its greatest …"""
    step: float = 1
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Values of a text that is one of these, each with its name for people."""
    form: Form = Form.WORDS

    @property
    def name(self) -> str:
        """Return what people read for it."""
        return tr(self.title)

    @property
    def meaning(self) -> str:
        """Return what it is for, in a sentence."""
        return tr(self.purpose)

    def fits(self, value: object) -> bool:
        """Return whether the value is one that this setting can have."""
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in {choice for choice, _ in self.choices}
        number = isinstance(value, int | float) and not isinstance(value, bool) and self.high > self.low
        return not number or self.low <= float(str(value)) <= self.high


OPEN_FOLDER = Setting("folders/open", "", "Where the last articles were opened from.")
EXPORT_FOLDER = Setting("folders/export", "", "Where the last report was written to.")
EXPORT_FORMATS = Setting("export/formats", "pdf", "In which formats the last report was written, with commas between.")
CASE_FOLDER = Setting("folders/case", "", "Where the last case was opened from or kept.")
OPEN_CASE = Setting("files/open_case", "", "The case that is open now; one that is left after a start was not closed.")
FOLDING = Setting("compare/folding", True, "Whether runs of sentences without a match are folded into one row.")
REFLOW = Setting("compare/reflow", False, "Whether sentences run on in their paragraphs.")
WEAK_LINKS = Setting("compare/weak_links", False, "Whether pairs that came close to a link are shown.")
SCROLL_LOCKED = Setting("compare/scroll_locked", True, "Whether both articles scroll together.")
GEOMETRY = Setting("window/geometry", QByteArray(), "Where the window stood and how large it was.")

THEME = Setting(
    "appearance/theme",
    "system",
    tr_noop("The system’s choice follows its light or dark setting, and its wish for high contrast."),
    tr_noop("Theme"),
    Group.APPEARANCE,
    choices=(
        ("system", tr_noop("As the system")),
        ("light", tr_noop("Light")),
        ("dark", tr_noop("Dark")),
        ("contrast-light", tr_noop("High contrast, light")),
        ("contrast-dark", tr_noop("High contrast, dark")),
    ),
)
ZOOM = Setting(
    "appearance/zoom",
    100,
    tr_noop("Size of everything that is read."),
    tr_noop("Zoom"),
    Group.APPEARANCE,
    80,
    200,
    10,
    "%",
)
READING = Setting(
    "appearance/reading_size",
    14.5,
    tr_noop("Size of the articles’ text at a zoom of 100%, in pixels."),
    tr_noop("Reading size"),
    Group.APPEARANCE,
    12,
    24,
    0.5,
    tr_noop("px"),
)
CONTRAST = Setting(
    "appearance/contrast",
    False,
    tr_noop("High contrast and half as large again; F8 turns it on and off."),
    tr_noop("Large text and high contrast"),
    Group.APPEARANCE,
)
REDUCED_MOTION = Setting(
    "appearance/reduced_motion",
    False,
    tr_noop("Texts go to their place at once, without gliding there."),
    tr_noop("Reduced motion"),
    Group.APPEARANCE,
)
SKIP_QUOTATIONS = Setting(
    "exclusions/quotations",
    False,
    tr_noop("Leave words that both articles quote, and who says them, out of the scores."),
    tr_noop("Leave out shared quotations"),
    Group.SCORES,
)
SKIP_NAMES = Setting(
    "exclusions/names",
    False,
    tr_noop("Leave names, and the titles before them, out of the scores."),
    tr_noop("Leave out names"),
    Group.SCORES,
)
SKIP_RUNS = Setting(
    "exclusions/runs_below",
    0,
    tr_noop("Leave shared runs of fewer words out of the scores; runs count from 4 words on, 0 leaves none out."),
    tr_noop("Leave out short runs"),
    Group.SCORES,
    0,
    50,
    1,
    tr_noop("words"),
)
SKIP_PHRASES = Setting(
    "exclusions/phrases",
    "",
    tr_noop("Leave these phrases out of the scores wherever they stand. One phrase a line."),
    tr_noop("Leave out your own phrases"),
    Group.SCORES,
    form=Form.LINES,
)
EDITOR = Setting(
    "report/editor",
    "",
    tr_noop("Who answers for the report; printed on its first page."),
    tr_noop("Editor"),
    Group.REPORT,
)
OUTLET = Setting(
    "report/outlet", "", tr_noop("For whom it was made; printed on its first page."), tr_noop("Outlet"), Group.REPORT
)
LOGO = Setting(
    "report/logo",
    "",
    tr_noop("A PNG or SVG picture for the top of the report; empty for none."),
    tr_noop("Logo"),
    Group.REPORT,
    form=Form.PICTURE,
)
REPORT_PARTS: dict[str, Setting[bool]] = {
    part: Setting(
        f"report/{part}",
        bool(getattr(ReportOptions(), part)),
        tr_noop("Whether a report has this part."),
        title,
        Group.REPORT,
    )
    for part, title in PART_NAMES.items()
}
"""A part of the report by its name there."""
MARKS = Setting(
    "report/marks",
    Marks.COLOUR.value,
    tr_noop("How classes and changed words are told apart; without colour for greyscale printing."),
    tr_noop("Marks"),
    Group.REPORT,
    choices=(
        (Marks.COLOUR.value, tr_noop("Colour and underline styles")),
        (Marks.UNDERLINE.value, tr_noop("Underline styles only")),
    ),
)
PAGE = Setting(
    "report/page",
    PageSize.A4.value,
    tr_noop("The size of the pages."),
    tr_noop("Page"),
    Group.REPORT,
    choices=((PageSize.A4.value, tr_noop("A4, portrait")), (PageSize.LETTER.value, tr_noop("US Letter, portrait"))),
)
ANONYMISE = Setting(
    "report/anonymise",
    False,
    tr_noop("Replaces titles, files and the names of authors and outlets, in the texts too; people in the news stay."),
    tr_noop("Anonymise"),
    Group.REPORT,
)
MODEL_FOLDER = Setting(
    "files/model_folder",
    "",
    tr_noop("Where the language model is; empty for the one that comes with Cognate."),
    tr_noop("Model folder"),
    Group.FILES,
    form=Form.FOLDER,
)

_SCORE_OPTIONS = ("wholly_derived", "partially_derived")
_NAMES = {"wholly_derived": tr_noop("Wholly derived from"), "partially_derived": tr_noop("Not derived below")}


def _threshold(option: Field[Any]) -> Setting[float]:
    low, high = float(option.metadata["low"]), float(option.metadata["high"])
    default = float(getattr(Options(), option.name))
    return Setting(
        f"options/{option.name}",
        default,
        option.metadata["why"],
        _NAMES.get(option.name) or option.name.replace("_", " ").capitalize(),
        Group.SCORES if option.name in _SCORE_OPTIONS else Group.COMPARISON,
        low,
        high,
        1.0 if high > _WHOLE_FROM and default.is_integer() else 0.01 if round(default, 2) == default else 0.001,
    )


_WHOLE_FROM = 9
"""Thresholds that reach further than this count something."""
THRESHOLDS: dict[str, Setting[float]] = {option.name: _threshold(option) for option in fields(Options)}
"""Every option of the engine, by its name there."""

AnySetting = Setting[Any]
SETTINGS: tuple[AnySetting, ...] = (
    OPEN_FOLDER,
    EXPORT_FOLDER,
    EXPORT_FORMATS,
    CASE_FOLDER,
    OPEN_CASE,
    FOLDING,
    REFLOW,
    WEAK_LINKS,
    SCROLL_LOCKED,
    GEOMETRY,
    THEME,
    ZOOM,
    READING,
    CONTRAST,
    REDUCED_MOTION,
    *THRESHOLDS.values(),
    SKIP_QUOTATIONS,
    SKIP_NAMES,
    SKIP_RUNS,
    SKIP_PHRASES,
    EDITOR,
    OUTLET,
    LOGO,
    *REPORT_PARTS.values(),
    MARKS,
    PAGE,
    ANONYMISE,
    MODEL_FOLDER,
)
COMPARING = frozenset({*(t.key for t in THRESHOLDS.values() if t.group is Group.COMPARISON), MODEL_FOLDER.key})
"""Keys after whose change the articles are to be compared again …"""
SCORING = frozenset(s.key for s in SETTINGS if s.group is Group.SCORES)
"""… and those after which the scores are to be counted again."""
REPORTING = frozenset(s.key for s in SETTINGS if s.group is Group.REPORT)
"""Keys of what a report has and looks like."""


def preferences(group: Group) -> tuple[AnySetting, ...]:
    """Return what a page of the preferences shows."""
    return tuple(setting for setting in SETTINGS if setting.group is group)


class Settings(QObject):
    """The settings in a file of the user's configuration folder, or in the file given."""

    changed = Signal(str)
    """The key of a setting that has another value now."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        ini = QSettings.Format.IniFormat
        self._store = (
            QSettings(str(path), ini) if path else QSettings(ini, QSettings.Scope.UserScope, "Cognate", "cognate")
        )

    def get(self, setting: Setting[T]) -> T:
        """Return the remembered value, or the default where there is none or it does not fit."""
        value = self._store.value(setting.key, setting.default, type(setting.default))
        return value if isinstance(value, type(setting.default)) and setting.fits(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember a value; raises ValueError where the setting cannot have it."""
        if not setting.fits(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if self.get(setting) != value:
            self._store.setValue(setting.key, value)
            self.changed.emit(setting.key)

    def reset(self, settings: Sequence[AnySetting]) -> None:
        """Go back to the defaults of these."""
        for setting in settings:
            self.set(setting, setting.default)

    def options(self) -> Options:
        """Return the engine's thresholds as they are set."""
        try:
            return Options(**{name: self.get(setting) for name, setting in THRESHOLDS.items()})
        except UsageError:
            return Options()

    def report_options(self) -> ReportOptions:
        """Return what a report has and looks like where nobody chose otherwise."""
        return ReportOptions(
            **{part: self.get(setting) for part, setting in REPORT_PARTS.items()},  # type: ignore[arg-type] # all of them are parts
            marks=Marks(self.get(MARKS)),
            page=PageSize(self.get(PAGE)),
            anonymise=self.get(ANONYMISE),
            prepared_by=self.get(EDITOR),
            outlet=self.get(OUTLET),
            logo=self.get(LOGO),
        )

    def exclusions(self) -> Exclusions:
        """Return what is to be left out of the scores."""
        lines = (" ".join(line.split()) for line in self.get(SKIP_PHRASES).splitlines())
        return Exclusions(
            self.get(SKIP_QUOTATIONS),
            self.get(SKIP_NAMES),
            self.get(SKIP_RUNS),
            tuple(dict.fromkeys(line for line in lines if line)),
        )


def own_documents() -> str:
    """Return the folder that holds a person's documents; a fresh account may have none, and then its home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())
