"""The styles of the Word report: every look has a name, so that whoever edits the file can change it in one place.

Georgia and Calibri are what most computers with Word have; the file names what may stand in for them elsewhere.
Sizes are in points.
"""

from __future__ import annotations

from core.model import MatchClass, Severity
from core.report.options import Marks
from core.report.word.inks import Inks, inks
from core.report.word.markup import NOTHING, Xml, el, joined
from core.wording.marks import MarkKind

SANS, SERIF, MONO = ("Calibri", "Arial"), ("Georgia", "Times New Roman"), ("Consolas", "Courier New")
"""A font, and the one for scripts that it lacks."""
LANGUAGES = {"en": "en-GB"}
"""The language of the report's own sentences as Word names it, where that says more than the report does."""
_READING, _BODY, _DETAIL = 9.5, 9.5, 8.5

TITLE, SUBTITLE, STATEMENT, NOTICE = "Title", "Subtitle", "Statement", "Notice"
SECTION, SUBSECTION = "Heading1", "Heading2"
QUIET, DETAIL, LIST = "Quiet", "Detail", "ListBullet"
CELL, CELL_HEAD, CELL_DETAIL, WORDING, EXCERPT = "Cell", "CellHead", "CellDetail", "Wording", "Excerpt"
HEADER, FOOTER = "Header", "Footer"
STRONG, SOFT, CODE, FIGURE, LETTER, ON_DARK = "Strong", "Soft", "Code", "Figure", "Letter", "OnDark"
NAME_ON_DARK = "OnDarkName"
BAR, SENTENCE, FIRST_SENTENCE = "Bar", "Sentence", "FirstSentence"


def class_style(match: MatchClass) -> str:
    """Return the character style of a class."""
    return "Class" + match.value.title().replace("_", "")


def severity_style(severity: Severity) -> str:
    """Return the character style of a severity."""
    return "Severity" + severity.value.title()


def verdict_style(verdict: str) -> str:
    """Return the character style of a verdict, by its key; without one, that of what is said softly."""
    return "Verdict" + verdict.title() if verdict else SOFT


def mark_style(kind: MarkKind, *, source: bool) -> str:
    """Return the character style of a word mark; a wrong word looks different on the side that it replaced."""
    if kind is MarkKind.WRONG:
        return "MarkReplaced" if source else "MarkWrong"
    return "Mark" + kind.value.title()


def styles(marks: Marks, language: str, title_size: float) -> Xml:
    """Return the children of ``w:styles`` for a way of marking, the report's language, and the size of its title."""
    colours = inks(marks)
    normal = el("spacing", before=0, after=90, line=259, lineRule="auto")
    fonts = _looks(font=SANS, colour=colours.ink, size=_BODY)
    return joined(
        (
            el(
                "docDefaults",
                el("rPrDefault", el("rPr", fonts, el("lang", val=language, eastAsia="zh-CN", bidi="ar-SA"))),
                el("pPrDefault", el("pPr", normal)),
            ),
            _style("paragraph", "Normal", "Normal", default=True),
            _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True),
            _no_space_around_tables(),
            _paragraphs(colours, title_size),
            _characters(colours),
            _marks(colours, grey=marks is Marks.UNDERLINE),
        )
    )


def _paragraphs(c: Inks, title_size: float) -> Xml:
    def made(style_id: str, name: str, looks: Xml = NOTHING, *, lay: Xml = NOTHING, based: str = "Normal") -> Xml:
        return _style("paragraph", style_id, name, looks, lay=lay, based=based)

    def heading(level: int, looks: Xml, before: int, after: int) -> Xml:
        lay = joined((el("keepNext"), el("keepLines"), _space(before, after), el("outlineLvl", val=level - 1)))
        return made(f"Heading{level}", f"heading {level}", looks, lay=lay)

    edge = el("pBdr", el("left", val="single", sz=18, space=8, color=c.medium))
    foot = el("pBdr", el("top", val="single", sz=4, space=6, color=c.line2))
    hang = el("numPr", el("numId", val=1))
    return joined(
        (
            made(
                TITLE,
                "Title",
                _looks(SERIF, c.ink, title_size, bold=True),
                lay=joined((el("keepNext"), _space(60, 60, 250))),
            ),
            made(SUBTITLE, "Subtitle", _looks(colour=c.ink2), lay=_space(0, 200)),
            heading(1, _looks(SERIF, c.ink, 13, bold=True), 300, 110),
            heading(2, _looks(colour=c.ink, size=_BODY, bold=True), 160, 80),
            made(STATEMENT, "Statement", _looks(SERIF, c.ink, 12.5), lay=_space(0, 220, 290)),
            made(NOTICE, "Notice", _looks(bold=True), lay=joined((edge, _space(0, 140), el("ind", left=170)))),
            made(QUIET, "Quiet", _looks(colour=c.ink2)),
            made(DETAIL, "Detail", _looks(colour=c.ink2, size=_DETAIL), lay=_space(60, 90)),
            made(LIST, "List Bullet", _looks(colour=c.ink2), lay=joined((hang, _space(0, 50)))),
            made(CELL, "Cell", lay=_space(0, 30, 247)),
            made(
                CELL_HEAD, "Cell Head", _looks(colour=c.ink2, size=_DETAIL, bold=True), lay=el("keepNext"), based=CELL
            ),
            made(CELL_DETAIL, "Cell Detail", _looks(colour=c.ink2, size=_DETAIL), based=CELL),
            made(WORDING, "Wording", _looks(SERIF, c.ink2, _READING), lay=_space(0, 40, 283), based=CELL),
            made(EXCERPT, "Excerpt", _looks(SERIF, c.ink, _DETAIL), based=CELL),
            made(SENTENCE, "Sentence", lay=_space(0, 60), based=EXCERPT),
            made(FIRST_SENTENCE, "First Sentence", lay=_space(110, 60), based=EXCERPT),
            made(BAR, "Bar", _looks(size=3), lay=_space(0, 60, 240)),
            made(HEADER, "header", _looks(colour=c.ink2, size=_DETAIL), lay=_space(0, 0)),
            made(FOOTER, "footer", _looks(colour=c.ink2, size=_DETAIL), lay=joined((foot, _space(0, 0)))),
        )
    )


def _characters(c: Inks) -> Xml:
    def made(style_id: str, name: str, looks: Xml) -> Xml:
        return _style("character", style_id, name, looks)

    box = el("bdr", val="single", sz=4, space=0, color=c.ink2)
    severities = {Severity.HIGH: c.high, Severity.MEDIUM: c.medium, Severity.LOW: c.low}
    verdicts = {"acceptable": c.ok, "credit": c.added, "rewrite": c.high, "dismiss": c.ink2}
    return joined(
        (
            made(STRONG, "Strong", _looks(colour=c.ink, bold=True)),
            made(SOFT, "Soft", _looks(colour=c.ink2)),
            made(CODE, "Code", _looks(MONO, c.ink, 6.5)),
            made(FIGURE, "Figure", _looks(colour=c.ink, size=12, bold=True)),
            made(ON_DARK, "On Dark", _looks(colour=c.paper)),
            made(NAME_ON_DARK, "On Dark Name", _looks(colour=c.paper, bold=True)),
            made(LETTER, "Letter", joined((_looks(colour=c.ink, bold=True), box))),
            *(
                made(
                    class_style(m),
                    f"Class {m.value.replace('_', ' ').title()}",
                    _looks(colour=x.ink, bold=True, fill=x.tint),
                )
                for m, x in c.classes.items()
            ),
            *(
                made(severity_style(s), f"Severity {s.value.title()}", _looks(colour=x, bold=True))
                for s, x in severities.items()
            ),
            *(made(verdict_style(v), f"Verdict {v.title()}", _looks(colour=x, bold=True)) for v, x in verdicts.items()),
        )
    )


def _marks(c: Inks, *, grey: bool) -> Xml:
    def made(name: str, looks: Xml) -> Xml:
        return _style("character", f"Mark{name}", f"Mark {name}", looks)

    frame = el("bdr", val="single", sz=6, space=0, color=c.high)
    return joined(
        (
            made("Plain", _looks(colour=c.ink2)),
            made("Same", _looks(colour=c.ink, bold=True)),
            made("Inflected", _looks(colour=c.ink, under="dotted", under_ink=c.ink)),
            made("Synonym", _looks(colour=c.ink, under="dash", under_ink=c.synonym)),
            made("Changed", _looks(colour=c.changed, bold=True, under="double", under_ink=c.changed)),
            made(
                "Added",
                _looks(colour=c.added, under="single", under_ink=c.added)
                if grey
                else _looks(colour=c.added, fill=c.added_tint),
            ),
            made("Missing", _looks(colour=c.ink3, struck=True)),
            made("Wrong", _looks(colour=c.paper, bold=True, fill=c.high)),
            made("Replaced", joined((_looks(colour=c.high, bold=True), frame))),
        )
    )


def _looks(
    font: tuple[str, str] | None = None,
    colour: str = "",
    size: float = 0,
    *,
    bold: bool = False,
    struck: bool = False,
    under: str = "",
    under_ink: str = "",
    fill: str = "",
) -> Xml:
    """Return run properties in the order that the standard demands (ECMA-376 part 1, 17.3.2.28)."""
    return joined(
        (
            el("rFonts", ascii=font[0], hAnsi=font[0], cs=font[1]) if font else NOTHING,
            *((el("b"), el("bCs")) if bold else ()),
            el("strike") if struck else NOTHING,
            el("color", val=colour) if colour else NOTHING,
            *((el("sz", val=round(2 * size)), el("szCs", val=round(2 * size))) if size else ()),
            el("u", val=under, color=under_ink) if under else NOTHING,
            el("shd", val="clear", color="auto", fill=fill) if fill else NOTHING,
        )
    )


def _space(before: int, after: int, line: int = 0) -> Xml:
    """Return space around a paragraph in twentieths of a point, and its line height in 240ths of a line."""
    if line:
        return el("spacing", before=before, after=after, line=line, lineRule="auto")
    return el("spacing", before=before, after=after)


def _style(
    kind: str,
    style_id: str,
    name: str,
    looks: Xml = NOTHING,
    *,
    lay: Xml = NOTHING,
    based: str = "",
    default: bool = False,
) -> Xml:
    made = joined(
        (
            el("name", val=name),
            el("basedOn", val=based) if based else NOTHING,
            el("qFormat"),
            el("pPr", lay) if lay else NOTHING,
            el("rPr", looks) if looks else NOTHING,
        )
    )
    return el("style", made, type=kind, styleId=style_id, **({"default": 1} if default else {}))


def _no_space_around_tables() -> Xml:
    margins = el("tblCellMar", *(el(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return joined(
        (
            el(
                "style",
                el("name", val="Normal Table"),
                el("tblPr", margins),
                type="table",
                styleId="TableNormal",
                default=1,
            ),
            el("style", el("name", val="No List"), type="numbering", styleId="NoList", default=1),
        )
    )
