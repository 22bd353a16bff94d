"""What a case file holds, as frozen values.

Pure: imports the model and the review only. Settings are JSON by name; those that the program knows have a name in
:class:`SettingName` and a property of their own here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

import msgspec

from core.case.review import Review
from core.errors import ArticleError
from core.model import Analysis, Article, Document, Exclusions, Role

T = TypeVar("T")


class SettingName(StrEnum):
    """What is kept by name."""

    TITLE = "title"
    SUBJECT = "subject"
    """The id of the article that was put under review; none where the engine chose it."""
    OPTIONS = "options"
    """The thresholds, by name."""
    EXCLUSIONS = "exclusions"
    REPORT = "report"
    """What was chosen for the report, by name; none where nobody chose anything."""
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """An article of the case: what was read, and what people said about it."""

    id: str
    letter: str
    title: str
    document: Document
    role: Role = Role.UNKNOWN
    outlet: str = ""
    author: str = ""
    date: str = ""
    address: str = ""

    @classmethod
    def of(cls, article: Article, letter: str) -> SavedArticle:
        """Return an article as it is kept; its sentences are found again in its text."""
        return cls(article.id, letter, article.title, article.document, article.role)


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Where the editor was: the screen, the pair by its articles' ids, the link in it (−1: none), the scrolling."""

    screen: str
    pair_a: str = ""
    pair_b: str = ""
    link: int = -1
    scroll: tuple[float, float] = (0.0, 0.0)
    """Of the left and the right text, in the unit that the screen likes."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """That the contents were saved from a damaged file, its name, and what of it could not be: in words for people."""

    name: str
    lost: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """Return what happened."""
        return f"“{self.name}” is damaged. What can be read of it was put into a new case without a name."

    @property
    def remedy(self) -> str:
        """Return what is missing, and what is safe."""
        missing = f"Lost: {', '.join(self.lost)}." if self.lost else "As far as can be told, nothing of it is missing."
        return f"{missing} The damaged file was left as it is."


@dataclass(frozen=True, slots=True)
class CaseContents:
    """Everything in a case file."""

    articles: tuple[SavedArticle, ...] = ()
    analysis: Analysis | None = None
    outdated: bool = False
    """Whether an analysis is there that another version made, in a form that this one does not read."""
    review: Review = field(default_factory=Review)
    settings: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[ArticleError, ...] = ()
    """The files that could not be read."""
    rescued: Rescued | None = None
    """Whether this was saved from a damaged file; never kept."""

    @property
    def title(self) -> str:
        """Return the case's name; empty where it has none."""
        return self._setting(SettingName.TITLE, str) or ""

    @property
    def subject(self) -> str | None:
        """Return the id of the article that was put under review."""
        return self._setting(SettingName.SUBJECT, str)

    @property
    def options(self) -> Mapping[str, float]:
        """Return the thresholds of the case, by name."""
        return self._setting(SettingName.OPTIONS, dict[str, float]) or {}

    @property
    def exclusions(self) -> Exclusions:
        """Return what the scores leave out."""
        return self._setting(SettingName.EXCLUSIONS, Exclusions) or Exclusions()

    @property
    def report(self) -> Mapping[str, bool | str] | None:
        """Return what was chosen for the report, by name; None where nobody chose anything."""
        return self._setting(SettingName.REPORT, dict[str, bool | str])

    @property
    def place(self) -> LastPlace | None:
        """Return where the editor was."""
        return self._setting(SettingName.PLACE, LastPlace)

    def check_settings(self) -> None:
        """Raise :class:`ValueError` where a setting that the program knows has another form."""
        _ = self.title, self.subject, self.options, self.exclusions, self.report, self.place

    def _setting(self, name: SettingName, kind: type[T]) -> T | None:
        value = self.settings.get(name)
        if value is None:
            return None
        try:
            return msgspec.convert(msgspec.to_builtins(value), kind)
        except msgspec.ValidationError as error:
            raise ValueError(f"the setting {name} does not fit: {error}") from error
