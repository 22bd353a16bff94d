"""The Word file around the report: sheet, running head and foot, settings and properties; no trace of a template."""

from __future__ import annotations

import io
import sys

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Pt

from core.report.dated import in_utc
from core.report.model import Report
from core.report.options import PageSize
from core.report.phrases import shorten
from core.report.sanitise import visible
from core.report.word.logo import word_picture
from core.report.word.markup import Xml, el, field, joined, said
from core.report.word.styles import FOOTER, HEADER, LANGUAGES, STRONG, styles
from core.report.word.tables import TWIPS

_SIDE, _TOP, _BOTTOM, _EDGE = 54, 68, 62, 34
"""Margins of the sheet, and how far from its edge the running head and foot stand, in points."""
_SHEETS = {PageSize.A4: (595.3, 841.9), PageSize.LETTER: (612, 792)}
_TITLE_SIZES = ((70, 20), (140, 16), (sys.maxsize, 12.5))
"""How long a title may be to be set in a size, in points."""
_LOGO_WIDTH, _LOGO_HEIGHT = 90, 24
_LONGEST_PROPERTY = 250
_OF_THE_TEMPLATE = ("/stylesWithEffects", "/webSettings", "/customXml", "/thumbnail")
"""Ends of the relations of parts that only the template of the library needs."""


def framed(report: Report) -> tuple[WordDocument, float]:
    """Return a file without text that has a report's styles, sheet, running head and foot, and properties.

    With it comes how wide the text may be, in points.
    """
    document = Document()
    language = LANGUAGES.get(report.language, report.language)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [k for k, r in relations.items() if r.reltype.endswith(_OF_THE_TEMPLATE)]:
            relations.pop(key)
    _refill(document.styles.element, styles(report.marks, language, _title_size(report.title)))
    _refill(document.settings.element, _settings(language))
    _refill(document.part.numbering_part.element, _numbering())
    _properties(document, report, language)
    section = document.sections[0]
    width = _sheet(section, report.page)
    _running(section, report, width)
    return document, width


def _title_size(title: str) -> float:
    """Return the size that a title of its length is set in, in points."""
    return next(size for longest, size in _TITLE_SIZES if len(title) <= longest)


def _elements(markup: Xml) -> list[BaseOxmlElement]:
    return list(parse_xml(f"<w:body {nsdecls('w')}>{markup}</w:body>"))


def _refill(parent: BaseOxmlElement, markup: Xml) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(_elements(markup))


def _sheet(section: Section, page: PageSize) -> float:
    """Set the sheet and its margins, and return the width that is left, in points."""
    width, height = _SHEETS[page]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(_SIDE)
    section.top_margin, section.bottom_margin = Pt(_TOP), Pt(_BOTTOM)
    section.header_distance = section.footer_distance = Pt(_EDGE)
    section.different_first_page_header_footer = True
    return width - 2 * _SIDE


def _running(section: Section, report: Report, width: float) -> None:
    """Fill the heads and feet; the first page says at its head who made the report, the others what it is about."""
    made = report.date + (f" · prepared by {report.prepared_by}" if report.prepared_by else "")
    end = el("tabs", el("tab", val="clear", pos=4680), el("tab", val="right", pos=round(TWIPS * width)))

    def line(style: str, *content: Xml) -> Xml:
        return el("p", el("pPr", el("pStyle", val=style), end), *content)

    to_the_right = el("r", el("tab"))
    first = line(HEADER, said(report.heading, STRONG), to_the_right, said(made))
    further = line(HEADER, said(report.heading, STRONG), said(f"   {report.running}"))
    pages = joined((said("Page "), field("PAGE"), said(" of "), field("NUMPAGES")))
    foot = line(FOOTER, said(report.footer), to_the_right, pages)
    for place, content in (
        (section.first_page_header, first),
        (section.header, further),
        (section.first_page_footer, foot),
        (section.footer, foot),
    ):
        place.is_linked_to_previous = False
        _refill(place.part.element, content)
    if report.logo:
        _add_logo(section, word_picture(report.logo), report.logo.alt)


def _add_logo(section: Section, data: bytes, alt: str) -> None:
    part = section.first_page_header.part
    inline = part.new_pic_inline(io.BytesIO(data), None, None)
    extent = inline.extent
    scale = min(Pt(_LOGO_WIDTH) / max(1, extent.cx), Pt(_LOGO_HEIGHT) / max(1, extent.cy))
    inline = part.new_pic_inline(io.BytesIO(data), round(extent.cx * scale), round(extent.cy * scale))
    inline.docPr.set("descr", visible(alt))
    (place, gap) = _elements(joined((el("r", el("drawing")), el("r", Xml('<w:t xml:space="preserve">  </w:t>')))))
    place[0].append(inline)
    head = part.element[0]
    head.insert(1, place)
    head.insert(2, gap)


def _settings(language: str) -> Xml:
    # The names and the wording in a report are not for Word's spelling to doubt.
    compat = el(
        "compat",
        el("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )
    return joined(
        (
            el("zoom", percent=100),
            el("hideSpellingErrors"),
            el("hideGrammaticalErrors"),
            el("defaultTabStop", val=720),
            el("characterSpacingControl", val="doNotCompress"),
            compat,
            el("themeFontLang", val=language),
            el("decimalSymbol", val="."),
            el("listSeparator", val=","),
        )
    )


def _numbering() -> Xml:
    level = el(
        "lvl",
        el("start", val=1),
        el("numFmt", val="bullet"),
        el("lvlText", val="–"),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=260, hanging=200)),
        ilvl=0,
    )
    kind = el("multiLevelType", val="singleLevel")
    return joined((el("abstractNum", kind, level, abstractNumId=0), el("num", el("abstractNumId", val=0), numId=1)))


def _properties(document: WordDocument, report: Report, language: str) -> None:
    known = document.core_properties
    known.title = shorten(visible(f"{report.heading}: {report.title}"), _LONGEST_PROPERTY)
    known.author = known.last_modified_by = visible(report.prepared_by)
    known.created = known.modified = in_utc(report.when).replace(tzinfo=None)
    known.language = language
    known.comments = ""
    known.revision = 1
