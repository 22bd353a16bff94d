"""What is said about one article, and the dialog that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model import Article, Finding, Role, Severity, Span
from core.notices import guess_notice
from core.progress import NoProgress
from desktop.dialogs.details import ArticleDetailsDialog, Details, WholeLine
from desktop.dressing import dress_again
from desktop.models.articles import article_rows
from desktop.models.details import (
    ROLES,
    SUGGESTED_DATE,
    UNREADABLE_DATE,
    facts,
    is_date,
    language,
    worked_out,
)
from desktop.models.notes import Act, ActKind, article_notes, problem_notes
from desktop.session import About
from desktop.theme import Theme, load_theme
from tests.desktop.conftest import FakeEngine, make_article

ABOUT = About("The Daily", "Ana Ruiz", "2023-09-13")
HIDDEN = Finding("zero-width-character", Span(0, 1), "it is not seen")


def article(role: Role = Role.SOURCE) -> Article:
    made = make_article("<b>Harbour</b> closes.\nGulls return.", "/in/a very long folder/harbour.txt")
    return replace(made, role=role, document=replace(made.document, findings=(HIDDEN, HIDDEN)))


@pytest.fixture
def theme(qapp: QApplication, light: Theme) -> Iterator[Theme]:
    made = load_theme("light")
    made.changed.connect(lambda: dress_again(qapp, made))
    yield made
    dress_again(qapp, light)


def opened(qtbot: QtBot, theme: Theme, shown: Article, about: About = ABOUT) -> ArticleDetailsDialog:
    made = ArticleDetailsDialog(theme, shown, "C", about)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> ArticleDetailsDialog:
    return opened(qtbot, theme, article())


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-13",
        "2023-09-13T08:30",
        "2023-09",
        "2023",
        "13 September 2023",
        "13th Sept. 2023",
        "Wednesday, September 13, 2023",
        "Sep 2023",
        "13.09.2023",
        "9/13/2023",
        " 13  May 2023 ",
    ],
)
def test_dates_can_be_read(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["last week", "2023-13-40", "31 February 2023", "13 Sebtember 2023", "45.45.2023", "?"]
)
def test_other_words_are_no_dates(text: str) -> None:
    assert not is_date(text)


def test_the_facts_of_an_article() -> None:
    told = {fact.name: fact.value for fact in facts(article())}
    assert told["File"] == "/in/a very long folder/harbour.txt"
    assert told["SHA-256"] == article().document.sha256
    assert (told["Words"], told["Sentences"]) == ("6", "2")
    assert told["Language"] == "English (en)"
    assert told["Encoding"] == "UTF-8"
    assert told["Size"] == "36 characters"
    assert told["Format"] == "Plain text"
    assert "File made on" not in told
    begun = replace(article(), document=replace(article().document, made="2025-12-30"))
    assert {fact.name: fact.value for fact in facts(begun)}["File made on"] == "2025-12-30"


def test_pasted_text_has_no_file_and_may_be_in_no_known_language() -> None:
    told = {fact.name: fact.value for fact in facts(make_article("Hm."))}
    assert told["File"] == "None; the text was pasted"
    assert [language(code) for code in ("und", "", "sv", "xx")] == [
        "Not recognised",
        "Not recognised",
        "Swedish (sv)",
        "xx",
    ]


def test_the_text_problems_are_those_of_the_overview(qtbot: QtBot, theme: Theme) -> None:
    odd = make_article("Harbour closes.\nGulls return \\")
    odd = replace(odd, document=replace(odd.document, findings=(HIDDEN,)))
    noted = [note.text for note in problem_notes((make_article("Hm."), make_article("Hm."), odd), ())]
    shown = opened(qtbot, theme, odd)
    assert [line.accessibleName() for line in shown.problems._lines] == noted
    plain = opened(qtbot, theme, make_article("Hm."))
    assert [line.accessibleName() for line in plain.problems._lines] == ["None"]


def test_a_guess_and_a_choice_of_the_encoding_are_told() -> None:
    odd = make_article("Hm.", "/in/a.txt")
    guessed = replace(odd, document=replace(odd.document, encoding="cp1252", notices=(guess_notice("cp1252"),)))
    chosen = replace(odd, document=replace(odd.document, encoding="iso8859-2", encoding_chosen=True))
    told = [{fact.name: fact.value for fact in facts(a)}["Encoding"] for a in (odd, guessed, chosen)]
    assert told == ["UTF-8", "Windows-1252, a guess", "ISO 8859-2, chosen by hand"]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1251", "Windows-1251 (Cyrillic)"),
        ("koi8_r", "KOI8-R (Cyrillic)"),
        ("cp866", "DOS 866 (Cyrillic)"),
        ("latin-1", "ISO 8859-1 (Western)"),
        ("utf-8", "UTF-8"),
        ("klingon", "klingon"),
    ],
)
def test_notes_call_encodings_as_people_do(codec: str, name: str) -> None:
    odd = make_article("Hm.", "/in/a.txt")
    guessed = replace(odd, document=replace(odd.document, notices=(guess_notice(codec),)))
    chosen = replace(odd, document=replace(odd.document, encoding=codec, encoding_chosen=True))
    of_guess, of_choice = (article_notes(article, "A")[0] for article in (guessed, chosen))
    assert of_guess.text == f"A: The file does not say how its characters are encoded; it was read as {name}."
    assert of_guess.severity is Severity.MEDIUM
    assert of_choice.text == f"A is read as {name}, which was chosen by hand."
    assert {note.act.kind for note in (of_guess, of_choice) if note.act is not None} == {ActKind.ENCODING}


def test_to_go_to_a_problem_takes_what_was_typed(dialog: ArticleDetailsDialog) -> None:
    dialog.outlet.setText("Coast Daily")
    (show,) = dialog.problems.findChildren(QPushButton)
    show.setFocus()
    heard: list[object] = []
    dialog.accepted.connect(lambda: heard.append("accepted"))
    dialog.acted.connect(heard.append)
    QTest.keyClick(show, Qt.Key.Key_Space)
    assert heard == ["accepted", Act(ActKind.SHOW, "x", (Span(0, 1), Span(0, 1)))]
    assert dialog.result_values().about.outlet == "Coast Daily"


def test_an_unknown_role_names_what_the_comparison_finds(qtbot: QtBot, theme: Theme, engine: FakeEngine) -> None:
    texts = ("The harbour closes at noon.\nGulls returned.", "The harbour closes at dusk.\nGulls returned.", "Rain.")
    analysis = engine.analyse([engine.paste(text).document for text in texts], NoProgress())
    checked = analysis.article(analysis.subject)
    other = next(a for a in analysis.articles if a.id != checked.id)
    for one in analysis.articles:
        unknown = replace(one, role=Role.UNKNOWN)
        said = worked_out(unknown, analysis)
        chip = next(row.role for row in article_rows((unknown,), analysis, None))
        assert bool(chip) == bool(said), "the list and the dialog say the same"
    assert worked_out(replace(checked, role=Role.UNKNOWN), analysis) == "In this case it is the one that is checked."
    assert worked_out(replace(other, role=Role.SOURCE), analysis) == ""
    assert worked_out(replace(other, role=Role.UNKNOWN), None) == ""

    said = "In this case it is the likely source of C."
    made = ArticleDetailsDialog(theme, article(Role.UNKNOWN), "E", ABOUT, worked_out=said)
    qtbot.addWidget(made)
    button = made.roles.button(3)
    assert button.accessibleDescription() == f"Nobody has said what its part in the case is. {said}"


def test_what_nobody_touched_stays_to_the_letter(qtbot: QtBot, theme: Theme) -> None:
    odd = replace(article(), title="Two\u202e  lines")
    dialog = opened(qtbot, theme, odd, About("The  Daily", "", "last week"))
    assert dialog.title.text() == "Two\ufffd lines"
    values = dialog.result_values()
    assert values == Details("Two\u202e lines", Role.SOURCE, About("The  Daily", "", "last week"))


def test_what_is_entered_is_given_back(dialog: ArticleDetailsDialog) -> None:
    assert dialog.title.selectedText() == "<b>Harbour</b> closes."
    QTest.keyClicks(dialog.title, "  Port ")
    dialog.outlet.clear()
    dialog.author.setText(" Bo ")
    dialog.date.setText("May 2023")
    dialog.roles.button(2).click()
    with_enter = []
    dialog.accepted.connect(lambda: with_enter.append(dialog.result_values()))
    QTest.keyClick(dialog.date, Qt.Key.Key_Return)
    assert with_enter == [Details("Port", Role.LICENSED, About("", "Bo", "May 2023"))]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_an_empty_title_is_no_title(dialog: ArticleDetailsDialog) -> None:
    dialog.title.setText("   ")
    assert dialog.result_values().title == "<b>Harbour</b> closes."


def test_every_role_has_one_plain_sentence(dialog: ArticleDetailsDialog) -> None:
    assert [text.role for text in ROLES] == list(Role)
    assert dialog.roles.checkedId() == 1
    for button, text in zip(dialog.roles.buttons(), ROLES, strict=True):
        assert button.accessibleName() == text.name
        assert button.accessibleDescription() == text.meaning
        assert text.meaning.endswith(".")
    assert ROLES[2].meaning == "An agreed reprint. Reuse is shown but never under “Needs action”."


def test_a_date_that_cannot_be_read_is_kept_and_said_gently(dialog: ArticleDetailsDialog) -> None:
    assert dialog.date_note.text() == SUGGESTED_DATE
    dialog.date.setText("last week")
    assert dialog.date_note.text() == UNREADABLE_DATE
    assert dialog.date.accessibleDescription() == UNREADABLE_DATE
    assert dialog.result_values().about.date == "last week"
    dialog.date.clear()
    assert dialog.date_note.text() == SUGGESTED_DATE


def test_escape_closes_without_a_result(qtbot: QtBot, dialog: ArticleDetailsDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.title, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_path_and_hash_can_be_copied_by_keyboard(dialog: ArticleDetailsDialog) -> None:
    path, sha256 = dialog.findChildren(WholeLine)
    path.setFocus(Qt.FocusReason.TabFocusReason)
    assert path.selectedText() == "/in/a very long folder/harbour.txt"
    assert path.isReadOnly()
    assert sha256.accessibleName() == "SHA-256"
    assert sha256.text() == article().document.sha256


def test_text_of_the_article_is_never_markup(dialog: ArticleDetailsDialog) -> None:
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert any(label.text() == "<b>Harbour</b> closes." for label in labels)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
def test_nothing_is_cut_off(dialog: ArticleDetailsDialog, theme: Theme, zoom: float) -> None:
    theme.wear("dark", zoom=zoom)
    QApplication.processEvents()
    inside = dialog._scroll.widget()
    assert inside is not None
    assert dialog._scroll.horizontalScrollBar().maximum() == 0
    for widget in inside.findChildren(QWidget):
        if widget.isVisible():
            assert widget.mapTo(inside, widget.rect().bottomRight()).x() < inside.width()
    assert dialog.grab().toImage().pixelColor(6, 6) == theme.color("bg")


def test_everything_has_a_name_and_a_size_to_hit(dialog: ArticleDetailsDialog) -> None:
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name)
            assert min(widget.width(), widget.height()) >= 22
