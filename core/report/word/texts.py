"""The full texts of the Word report: each source and the article side by side. Pure."""

from __future__ import annotations

from core.report.chosen_parts import FullText, TextPair, TextSentence
from core.report.model import Report
from core.report.word.markup import NOTHING, Xml, joined, paragraph, said, wording
from core.report.word.sheet import Sheet
from core.report.word.signs import class_chip, tag
from core.report.word.styles import CELL, FIRST_SENTENCE, SENTENCE, STRONG
from core.report.word.summary import section
from core.report.word.tables import Cell, Grid, Row, table


def full_texts(report: Report, sheet: Sheet) -> Xml:
    """Return each source and the article side by side, sentence by sentence."""
    return joined(section(pair.heading, _text_pair(pair, sheet)) for pair in report.texts)


def _text_pair(pair: TextPair, sheet: Sheet) -> Xml:
    # One row, so that both texts flow on over the pages, each at its own pace.
    texts = Row((Cell(_full_text(pair.source)), Cell(_full_text(pair.article))), breakable=True)
    grid = Grid(pair.heading, sheet.colours.line2, (0, 0), upright=True)
    return table(grid, sheet.width, (pair.source.title, pair.article.title), [texts])


def _full_text(text: FullText) -> Xml:
    sentences = [
        _text_sentence(s, text.language, SENTENCE if place else FIRST_SENTENCE)
        for sentences in text.paragraphs
        for place, s in enumerate(sentences)
    ]
    return joined(sentences) or paragraph(style=CELL)


def _text_sentence(sentence: TextSentence, language: str, style: str) -> Xml:
    runs, rtl = wording([(f" {sentence.text}", "")], tag(language))
    links = class_chip(sentence.match, sentence.links) if sentence.links else NOTHING
    return paragraph(said(f"{sentence.number} ", STRONG), links, runs, style=style, rtl=rtl)
