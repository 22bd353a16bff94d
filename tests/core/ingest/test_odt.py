import pytest

from tests.core.ingest.office import found, odt, read_any, refused, zipped


def style(name, properties, family="text", parent=""):
    head = f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
    return f"{head}{properties}</style:style>"


def looks(attributes):
    return f"<style:text-properties {attributes}/>"


def text(body, styles=""):
    return read_any(odt(body, styles), "odt").text


def para(words, name=""):
    return f'<text:p text:style-name="{name}">{words}</text:p>'


def test_blanks_tabs_breaks_and_spans():
    assert text(para('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>f')) == "a b c\ndef"


def test_lists_are_lines_also_inside_each_other():
    item = "<text:list-item>{}</text:list-item>".format
    inner = f"<text:list>{item(para('two'))}{item(para('three'))}</text:list>"
    assert text(para("Above:") + f"<text:list>{item(para('one') + inner)}</text:list>" + para("Below.")).split() == [
        "Above:",
        "one",
        "two",
        "three",
        "Below.",
    ]


def test_tables_are_lines_and_layout_tables_are_paragraphs():
    cell = "<table:table-cell>{}</table:table-cell>".format
    row = "<table:table-row>{}</table:table-row>".format
    lines = [row(cell(para(a)) + cell(para(b))) for a, b in (("Fare", "£3.80"), ("Rise", "12%"))]
    figures = f"<table:table>{''.join(lines)}</table:table>"
    layout = f"<table:table>{row(cell(para('One.') + para('Two.')))}</table:table>"
    assert text(figures + layout) == "Fare £3.80\nRise 12%\n\nOne.\n\nTwo."


def test_notes_and_boxes_are_paragraphs_of_their_own():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    frame = f"<draw:frame><draw:text-box>{para('In the box.')}</draw:text-box></draw:frame>"
    assert text(para(f"A{note.format(para('The note.'))}{frame} word.") + para("More.")) == (
        "A word.\n\nIn the box.\n\nMore.\n\nThe note."
    )


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ('text:display="none"', "hidden-text"),
        ('fo:color="#fefefe"', "hidden-text"),
        ('fo:color="#ffff00" fo:background-color="#ffff00"', "hidden-text"),
        ('fo:font-size="1pt"', "tiny-text"),
        ('fo:font-size="0.2mm"', "tiny-text"),
        ('fo:font-size="5%"', "tiny-text"),
        ('xmlns:loext="l" fo:color="#000000" loext:opacity="0%"', "hidden-text"),
    ],
)
def test_hidden_words_are_found_and_no_text(attributes, kind):
    styles = style("Base", looks(attributes)) + style("T", "", parent="Base")
    body = para("Shown.") + para('<text:span text:style-name="T">Secret words</text:span>') + para("Shown too.")
    document = read_any(odt(body, styles), "odt")
    assert document.text == "Shown.\n\nShown too."
    ((found_kind, after, why),) = found(document)
    assert (found_kind, after) == (kind, "Shown.")
    assert why.endswith("“Secret words”")


@pytest.mark.parametrize(
    "attributes",
    [
        'style:use-window-font-color="true" xmlns:loext="l" loext:opacity="0%"',
        'fo:color="#ffffff" fo:background-color="#000000"',
        'fo:font-size="1.5pt"',
        'fo:font-size="1.2.3pt"',
        'text:display="true"',
    ],
)
def test_words_that_show_stay_text(attributes):
    document = read_any(odt(para("Words", "P"), style("P", looks(attributes), "paragraph")), "odt")
    assert (document.text, document.findings) == ("Words", ())


def test_hidden_sections_and_conditions_are_found():
    body = (
        para("Shown.")
        + f'<text:section text:display="none">{para("Section.")}</text:section>'
        + para('<text:hidden-text text:is-hidden="true" text:string-value="Condition."/>')
    )
    assert [why for *_, why in found(read_any(odt(body), "odt"))] == [
        "formatted as hidden: “Section.”",
        "hidden by a condition: “Condition.”",
    ]


def test_pages_cells_and_styles_may_have_a_ground():
    styles = style("Dark", '<style:table-cell-properties fo:background-color="#112233"/>', "table-cell")
    styles += style("W", looks('fo:color="#ffffff"'))
    head = para('<text:span text:style-name="W">Head</text:span>')
    cell = f'<table:table-cell table:style-name="Dark">{head}</table:table-cell>'
    assert text(f"<table:table><table:table-row>{cell}</table:table-row></table:table>", styles) == "Head"


def test_pictures_beside_few_words_are_said():
    body = para("Caption.<draw:frame><draw:image/></draw:frame>")
    assert [f.type for f in read_any(odt(body), "odt").findings] == ["image-text"]


def test_encrypted_and_damaged_files_say_so():
    manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    assert "password" in refused(odt(para("A"), **{"META-INF/manifest.xml": manifest}), "odt")
    assert "password" in refused(zipped({"encrypted-package": b"x"}), "odt")
    assert "content.xml" in refused(zipped({"mimetype": "x"}), "odt")
    assert "no text body" in refused(zipped({"content.xml": "<a/>"}), "odt")
