"""The articles of the case as an item model: one row an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Analysis, Article, MatchClass, Role, article_letter
from core.report.rounding import largest_remainder
from desktop.language import tr
from desktop.pairs import find_pair, source_of
from desktop.plain import harmless, tooltip
from desktop.rank import CLASSES
from desktop.session import View
from desktop.terms import role_said

Index = QModelIndex | QPersistentModelIndex
_BAR_ORDER = (
    MatchClass.VERBATIM,
    MatchClass.CLOSE,
    MatchClass.PARAPHRASE,
    MatchClass.QUOTATION,
    MatchClass.SAME_FACT,
)


class ArticleRole(IntEnum):
    """What else a row can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What is shown of one article."""

    id: str
    letter: str
    title: str
    words: int
    role: str
    shares: tuple[tuple[MatchClass, float], ...] | None
    """Shares of the article's words by class, or None before it was compared."""
    sourced: int | None
    """Percent of its words that have a source here, counted as in every bar: the whole adds up to 100."""
    shown: bool
    """Whether the article is on one of the two sides."""


def article_rows(articles: Sequence[Article], analysis: Analysis | None, view: View | None) -> tuple[ArticleRow, ...]:
    """Return a row for every article, from the case as it stands."""
    on_screen = {view.left, view.right} if view else set()
    return tuple(
        ArticleRow(
            article.id,
            article_letter(index),
            harmless(article.title),
            article.words,
            _role(article, analysis),
            *_shares(article.id, analysis),
            article.id in on_screen,
        )
        for index, article in enumerate(articles)
    )


def _role(article: Article, analysis: Analysis | None) -> str:
    """Return the role people gave the article, else the one that the analysis suggests."""
    role = article.role if article.role is not Role.UNKNOWN else suggested_role(article.id, analysis)
    return role_said(role) if role is not Role.UNKNOWN else ""


def suggested_role(article_id: str, analysis: Analysis | None) -> Role:
    """Return the role that the comparison finds for an article that nobody gave one."""
    if analysis is None:
        return Role.UNKNOWN
    if article_id == analysis.subject:
        return Role.REVIEW
    pair = find_pair(analysis, article_id, analysis.subject)
    taken_from = pair is not None and pair.derived_links > 0 and source_of(pair) == article_id
    return Role.SOURCE if taken_from else Role.UNKNOWN


def _shares(
    article_id: str, analysis: Analysis | None
) -> tuple[tuple[tuple[MatchClass, float], ...] | None, int | None]:
    ledger = next((x for x in analysis.ledgers if x.article == article_id), None) if analysis else None
    if ledger is None:
        return None, None
    by_class = ledger.scores.by_class
    percents = zip(CLASSES, largest_remainder([by_class.get(match, 0.0) for match in CLASSES]), strict=True)
    shares = tuple((match, by_class.get(match, 0.0)) for match in _BAR_ORDER)
    return shares, sum(percent for match, percent in percents if match.derived)


class ArticleModel(QAbstractListModel):
    """The rows of the sidebar's list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ArticleRow, ...] = ()

    def set_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        """Show these rows; where the articles are the same, only what changed of them is told."""
        if [r.id for r in rows] == [r.id for r in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> ArticleRow:
        """Return the record of a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many articles there are; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a row."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        facts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.ToolTipRole: tooltip(row.title),
            Qt.ItemDataRole.AccessibleTextRole: describe(row),
            ArticleRole.RECORD: row,
            ArticleRole.SORT: index.row(),
        }
        return facts.get(role)


def describe(row: ArticleRow) -> str:
    """Return a row as one phrase, for screen readers."""
    parts = [f"{row.letter}, {row.title}", tr("{n} word(s)", "", row.words)]
    if row.role:
        parts.append(tr("role {role}").format(role=row.role))
    if row.sourced is not None:
        parts.append(tr("{sourced}% of its words have a source here").format(sourced=row.sourced))
    if row.shown:
        parts.append(tr("on screen"))
    return ", ".join(parts)
