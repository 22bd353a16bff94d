"""One article's details: title, role, who published and wrote it and when; below, what is known of its file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.model import Article, Role
from core.report.phrases import flat
from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import lay_out, make_button
from desktop.language import tr
from desktop.models.details import ROLES, SUGGESTED_DATE, Fact, date_trouble, facts
from desktop.models.notes import Act, Note, article_notes
from desktop.plain import harmless
from desktop.session import About
from desktop.theme import Theme
from desktop.widgets.named_choice import NamedWay
from desktop.widgets.notes import NotesSection
from desktop.widgets.parts import Badge, ElidedText, Panel, Rule, Text

_SIZE = (680, 760)
_MARGIN = 24
_SHORT_DATE, _LABEL = 150, 88


@dataclass(frozen=True, slots=True)
class Details:
    """What people said of an article."""

    title: str
    role: Role
    about: About


class WholeLine(QLineEdit):
    """One long word on one line, to be selected and copied; looks like text until it has the focus."""

    def __init__(self, theme: Theme, name: str, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setReadOnly(True)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setCursorPosition(0)
        self._set_type()
        theme.changed.connect(self._set_type)

    def _set_type(self) -> None:
        self.setFont(self._theme.ui_font(12.5))
        self.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the word run out of sight."""
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a field where the keyboard is in it, else words like those around it, shortened in the middle."""
        if self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all: it is here to be copied."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()


class ArticleDetailsDialog(QDialog):
    """Asks for what people know of an article; nothing is changed before it is accepted.

    What can be done about a problem of the text accepts it first, so that nothing that was typed is lost.
    """

    acted = Signal(object)
    """The :class:`~desktop.models.notes.Act` of a text problem, after the dialog was accepted."""

    def __init__(
        self,
        theme: Theme,
        article: Article,
        letter: str,
        about: About,
        parent: QWidget | None = None,
        *,
        worked_out: str = "",
        here: frozenset[str] = frozenset(),
    ) -> None:
        """Make the dialog; ``worked_out`` says what the comparison takes an article of unknown role for.

        ``here`` are the paths of the case's articles.
        """
        super().__init__(parent)
        self._theme, self._article, self._about = theme, article, about
        self._letter, self._worked_out, self._here = letter, worked_out, here
        self._grids: list[QGridLayout] = []
        self.setWindowTitle(tr("Details of article {letter}").format(letter=letter))
        self.setAccessibleName(tr("Details of article {letter}").format(letter=letter))
        self.title = self._edit(tr("Title"), article.title, tr("The title is kept while this is empty"))
        self.outlet = self._edit(tr("Outlet"), about.outlet, tr("Paper, agency or site"))
        self.author = self._edit(tr("Author"), about.author, tr("Name or names"))
        self.date = self._edit(tr("Date"), about.date, "2023-09-13")
        self.address = self._edit(tr("Address"), about.address, tr("Where it was published; never opened"))
        self.date_note = Text(theme, "", 11.5, tone="ink2").wrapped()
        self.date.textChanged.connect(self._judge_date)
        self.roles = self._role_group(article.role)
        self.save, self.cancel = make_button(tr("Save"), "primary"), make_button(tr("Cancel"), "plain")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(letter)
        self._judge_date()
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self.title.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Mark the title, to be written over, with its beginning in view."""
        super().showEvent(event)
        self.title.setSelection(len(self.title.text()), -len(self.title.text()))

    def result_values(self) -> Details:
        """Return what stands in the fields; what nobody touched is as it was, to the letter."""
        title = flat(self._given(self.title, self._article.title)) or self._article.title
        about = About(
            self._given(self.outlet, self._about.outlet).strip(),
            self._given(self.author, self._about.author).strip(),
            self._given(self.date, self._about.date).strip(),
            self._given(self.address, self._about.address).strip(),
        )
        return Details(title, ROLES[self.roles.checkedId()].role, about)

    def _given(self, edit: QLineEdit, before: str) -> str:
        return before if edit.text() == _one_line(before) else edit.text()

    # parts

    def _edit(self, name: str, text: str, prompt: str) -> QLineEdit:
        made = QLineEdit(_one_line(text))
        made.setAccessibleName(name)
        made.setPlaceholderText(prompt)
        made.setCursorPosition(0)
        return made

    def _role_group(self, role: Role) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(ROLES):
            meaning = tr(text.meaning)
            if text.role is Role.UNKNOWN and self._worked_out:  # the list of articles tells this one
                meaning = f"{meaning} {self._worked_out}"
            way = NamedWay(self._theme, tr(text.name), meaning)
            way.setToolTip(meaning)
            way.setChecked(text.role is role)
            group.addButton(way, number)
        return group

    def _lay_out(self, letter: str) -> None:
        inside = Panel(tr("Details"), "bg")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        column.setSpacing(16)
        column.addLayout(self._head(letter))
        column.addLayout(self._fields())
        column.addWidget(Rule())
        column.addLayout(self._facts())
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Details"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        lay_out(self, self._scroll, self.cancel, self.save)

    def _head(self, letter: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Badge(self._theme, letter, 24))
        row.addWidget(ElidedText(self._theme, self._article.title, 17, 600).serif(self._theme, 17, 600), 1)
        return row

    def _fields(self) -> QGridLayout:
        grid = self._grid()
        ways = QVBoxLayout()
        ways.setSpacing(2)
        for way in self.roles.buttons():
            ways.addWidget(way)
        when = QHBoxLayout()
        when.setSpacing(10)
        when.addWidget(self.date)
        when.addWidget(self.date_note, 1)
        self._add(grid, tr("Title"), self.title)
        role = Text(self._theme, tr("Role"), 12.5, tone="ink2")
        grid.addWidget(role, 1, 0, Qt.AlignmentFlag.AlignTop)
        role.setContentsMargins(0, 6, 0, 0)
        grid.addLayout(ways, 1, 1)
        self._add(grid, tr("Outlet"), self.outlet)
        self._add(grid, tr("Author"), self.author)
        self._labelled(grid, tr("Date"), self.date)
        grid.addLayout(when, grid.rowCount() - 1, 1)
        self._add(grid, tr("Address"), self.address)
        return grid

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._grids.append(grid)
        return grid

    def _add(self, grid: QGridLayout, name: str, edit: QLineEdit) -> None:
        self._labelled(grid, name, edit)
        grid.addWidget(edit, grid.rowCount() - 1, 1)

    def _labelled(self, grid: QGridLayout, name: str, buddy: QWidget) -> None:
        label = Text(self._theme, name, 12.5, tone="ink2")
        label.setBuddy(buddy)
        grid.addWidget(label, grid.rowCount() if grid.count() else 0, 0, Qt.AlignmentFlag.AlignVCenter)

    def _facts(self) -> QGridLayout:
        grid = self._grid()
        for row, fact in enumerate(facts(self._article)):
            grid.addWidget(Text(self._theme, fact.name, 12.5, tone="ink2"), row, 0, _beside(fact))
            grid.addWidget(self._fact(fact), row, 1)
        name = tr("Text problems")
        notes = article_notes(self._article, self._letter, self._here)
        grid.addWidget(Text(self._theme, name, 12.5, tone="ink2"), grid.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
        self.problems = NotesSection(self._theme, name, inset=False)
        self.problems.show_notes(name, notes or (Note(tr("None"), good=True),))
        self.problems.acted.connect(self._act)
        grid.addWidget(self.problems, grid.rowCount() - 1, 1)
        return grid

    def _act(self, act: Act) -> None:
        self.accept()
        self.acted.emit(act)

    def _fact(self, fact: Fact) -> QWidget:
        if fact.whole:
            return WholeLine(self._theme, fact.name, fact.value)
        made = Text(self._theme, fact.value, 12.5).wrapped()
        made.setAccessibleName(f"{fact.name}: {fact.value}")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return made

    def _judge_date(self) -> None:
        trouble = date_trouble(self.date.text())
        self.date_note.setText(trouble or tr(SUGGESTED_DATE))
        self.date.setAccessibleDescription(trouble or tr(SUGGESTED_DATE))

    def _set_sizes(self) -> None:
        fit(self, self._theme, _SIZE)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, self._theme.px(_LABEL))
        for edit in (self.title, self.outlet, self.author, self.date, self.address):
            edit.setFont(self._theme.ui_font(13))
        self.date.setFixedWidth(self._theme.px(_SHORT_DATE))
        for button in (self.save, self.cancel):
            button.setFont(self._theme.ui_font(13, 500))


def _one_line(text: str) -> str:
    """Return the text as a line edit holds it."""
    return flat(harmless(text))


def _beside(fact: Fact) -> Qt.AlignmentFlag:
    """Return where a fact's name stands: in the middle of a field, at the first line of words."""
    return Qt.AlignmentFlag.AlignVCenter if fact.whole else Qt.AlignmentFlag.AlignTop
