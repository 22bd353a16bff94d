"""Disguised words in the compare view: marked over their letters, told in words, and nothing moves for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.disguise import disguises
from core.model import Article, MatchClass, SentenceKind
from desktop.compare.column import Column
from desktop.compare.disguised import Disguise, disguises_of
from desktop.compare.layout import BlockLayouts
from desktop.compare.scene import SentenceView
from desktop.compare.style import Metrics
from desktop.theme import Theme
from tests.desktop.compare.view_parts import MakeView, columns

PLAIN = "The minister met Putin in the harbour on Tuesday."
LOOK_ALIKE = PLAIN.replace("Putin", "Рutin")
HIDDEN = PLAIN.replace("Putin", "Pu\u200btin")
OTHER = "Nobody was hurt, the police said on the same evening."


def read(cases: Any, name: str, sentences: Sequence[str]) -> Article:
    """Return an article with what reading it finds out about its words."""
    made: Article = cases.article(name, [sentences])
    return replace(made, document=replace(made.document, findings=disguises(made.text)))


def name_of(column: Column, sentence: int) -> str:
    index = column.model().index(column.row_of(sentence), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_each_disguised_word_is_told_once_with_what_it_reads_as(cases: Any) -> None:
    both = PLAIN.replace("Putin", "Рu\u200btin")
    article = read(cases, "a", [LOOK_ALIKE, OTHER, both])
    first, second = disguises_of(article)
    assert (article.text[first.start : first.end], first.reads) == ("Рutin", "Putin")
    assert second.reads == "Putin"
    assert len(second.why) == 2, "both tricks in one word"
    assert first.said() == "Disguised, and read as “Putin”. Letters that only look Latin in a word: Cyrillic."
    assert disguises_of(read(cases, "b", [PLAIN, OTHER])) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The minister met\u2800Putin in the harbour.", "a disguised space"),
        ("The жижzzz minister met Putin in the harbour.", "a disguised word"),
    ],
)
def test_what_reads_as_no_other_word_is_told_too(cases: Any, text: str, named: str) -> None:
    (found,) = disguises_of(read(cases, "a", [text]))
    assert found.named() == named


def test_more_words_than_are_told_one_by_one_are_all_marked(cases: Any) -> None:
    article = read(cases, "a", [LOOK_ALIKE] * 450)
    assert len(article.document.findings) < len(disguises_of(article)) == 450


def test_names_of_sentences_say_it_whether_they_are_linked_or_not(make_view: MakeView, cases: Any) -> None:
    review, source = read(cases, "a", [LOOK_ALIKE, OTHER, HIDDEN]), read(cases, "b", [HIDDEN, OTHER, LOOK_ALIKE])
    view = make_view()
    view.show_articles(source, review, ("B", "A"))
    assert name_of(columns(view)[1], 0) == "A 1, disguised, reads “Putin”"
    view.show_pair(*cases.analysis(review, source, [cases.link([0], [0], MatchClass.CLOSE)]))
    view.set_folding(False)
    left, right = columns(view)
    assert name_of(right, 0).endswith(", close, from A 1, disguised, reads “Putin”")
    assert name_of(right, 1).endswith(" 2, no source here")
    assert name_of(right, 2).endswith(" 3, no source here, disguised, reads “Putin”")
    assert name_of(left, 2).endswith(" 3, not reused, disguised, reads “Putin”")


def views(text: str) -> tuple[SentenceView, SentenceView]:
    """Return a sentence without its mark and with it."""
    plain = SentenceView("A 1", text, SentenceKind.BODY, new_paragraph=True)
    start = text.index("met")
    return plain, replace(plain, disguised=(Disguise(start, start + 9, "met Putin", ("Why",)),))


@pytest.mark.parametrize("width", [150, 2000])
def test_a_mark_moves_nothing(theme: Theme, width: int) -> None:
    layouts = BlockLayouts(theme, Metrics())
    layouts.set_width(width)
    plain, marked = (layouts.lay_out(n, view) for n, view in enumerate(views(LOOK_ALIKE)))
    assert plain.lines == marked.lines
    for number in range(plain.lines):
        before, after = plain.layout.lineAt(number), marked.layout.lineAt(number)
        assert (before.textStart(), before.textLength()) == (after.textStart(), after.textLength())
        assert before.naturalTextRect() == after.naturalTextRect()
    assert not plain.brackets
    assert marked.brackets
    assert all(bracket.start < bracket.end for bracket in marked.brackets)


def test_it_is_worked_out_with_the_lines_and_not_when_they_are_painted(theme: Theme) -> None:
    layouts = BlockLayouts(theme, Metrics())
    layouts.set_width(2000)
    plain, marked = views(LOOK_ALIKE)
    laid = layouts.lay_out(0, marked)
    assert layouts.lay_out(0, replace(marked, hidden=True)) is laid
    assert layouts.lay_out(0, plain) is not laid


def picture(view: Any) -> tuple[QImage, Column]:
    column = columns(view)[1]
    return column.viewport().grab().toImage(), column


def test_the_mark_stands_over_the_letters_and_changes_nothing_else(make_view: MakeView, cases: Any) -> None:
    found = read(cases, "a", [LOOK_ALIKE, OTHER])
    unmarked = replace(found, document=replace(found.document, findings=()), id="b")
    source = cases.article("c", [[OTHER]])
    images = []
    for article in (unmarked, found):
        view = make_view()
        view.show_articles(source, article, ("A", "B"))
        images.append(picture(view))
    (before, _), (after, column) = images
    assert before.size() == after.size()
    changed = [
        (x, y) for x in range(before.width()) for y in range(before.height()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    ratio, top = after.devicePixelRatio(), column.row_rect(0).top() + Metrics().pad_top
    assert all(top <= y / ratio <= top + 6 for _, y in changed), "between the words and the line above"


def test_the_pointer_on_the_word_tells_how_it_reads(make_view: MakeView, cases: Any, qtbot: QtBot) -> None:
    view = make_view()
    view.show_articles(cases.article("c", [[OTHER]]), read(cases, "a", [LOOK_ALIKE, OTHER]), ("A", "B"))
    _, column = columns(view)

    def ask(at: QPoint) -> None:
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, column.viewport().mapToGlobal(at))
        QApplication.sendEvent(column.viewport(), event)

    row = column.row_rect(0)
    over = [QPoint(x, row.top() + 10) for x in range(row.left(), row.right(), 4)]
    told = [column.disguise_at(at) for at in over]
    assert "" in told
    ask(next(at for at, said in zip(over, told, strict=True) if said))
    qtbot.waitUntil(QToolTip.isVisible)
    assert (
        QToolTip.text() == "<qt>Disguised, and read as “Putin”. Letters that only look Latin in a word: Cyrillic.</qt>"
    )
    ask(over[0])
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert column.disguise_at(column.row_rect(1).center()) == ""
