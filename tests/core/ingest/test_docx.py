import pytest

from core.ingest.kinds import Kind, kind_of
from tests.core.ingest.office import STRICT, docx, found, p, read_any, refused, zipped

BOX = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text(body, **parts):
    return read_any(docx(body, **parts), "docx").text


def style(name, run="", kind="paragraph", based="", more=""):
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:basedOn w:val="{based}"/><w:rPr>{run}</w:rPr></w:style>'
    )


def test_both_namespaces_of_the_standard_are_read():
    assert text(p("One.") + p("Two.")) == "One.\n\nTwo."
    assert read_any(docx(p("One."), space=STRICT), "docx").text == "One."


def test_field_codes_are_no_text_and_their_results_are():
    run = "<w:r>{}</w:r>"
    field = "".join(
        run.format(inner)
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>HYPERLINK</w:instrText>",
            "<w:t>code</w:t>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>result</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            "<w:t> after</w:t>",
        )
    )
    assert text(f"<w:p>{field}</w:p>") == "result after"


def test_signs_breaks_tabs_and_soft_hyphens():
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:noBreakHyphen/>"
        '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>e</w:t></w:r></w:p>'
    )
    assert text(body) == "a b\ncd‑αe"


def test_a_text_box_is_read_once_after_its_paragraph():
    box = (
        f"<mc:AlternateContent {MC}><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert text(f"<w:p><w:r><w:t>Before</w:t>{box}<w:t> and after.</w:t></w:r></w:p>") == (
        "Before and after.\n\nIn the box."
    )


def test_white_words_in_a_dark_box_show():
    white = p("Pull quote.", run='<w:color w:val="FFFFFF"/>')
    fill = '<x:spPr><x:solidFill><x:srgbClr val="102030"/></x:solidFill></x:spPr>'
    box = f"<x:txbx><w:txbxContent>{white}</w:txbxContent></x:txbx>"
    boxed = f'<w:drawing><x:wsp xmlns:x="x">{fill}{box}</x:wsp></w:drawing>'
    assert "Pull quote." in text(f"<w:p><w:r>{boxed}</w:r></w:p>")


def test_tables_are_lines_and_layout_tables_are_paragraphs():
    cell = "<w:tc>{}</w:tc>".format
    figures = (
        f"<w:tbl><w:tr>{cell(p('Fare'))}{cell(p('£3.80'))}</w:tr><w:tr>{cell(p('Rise'))}{cell(p('12%'))}</w:tr></w:tbl>"
    )
    layout = f"<w:tbl><w:tr>{cell(p('One.') + p('Two.'))}</w:tr></w:tbl>"
    assert text(p("Above.") + figures + layout) == "Above.\n\nFare £3.80\nRise 12%\n\nOne.\n\nTwo."


def test_footnotes_are_paragraphs_at_the_end_even_one_that_refers_to_itself():
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>The note.</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>A</w:t><w:footnoteReference w:id="2"/><w:t> word.</w:t></w:r></w:p>' + p("More.")
    assert text(body, footnotes=note) == "A word.\n\nMore.\n\nThe note."


def test_a_deleted_paragraph_end_joins_what_follows():
    assert text(p("One ", "<w:rPr><w:del/></w:rPr>") + p("two.")) == "One two."


def test_moved_words_stand_where_they_went():
    moved = "<w:{0}><w:r><w:t> moved</w:t></w:r></w:{0}>"
    body = f"<w:p><w:r><w:t>A</w:t></w:r>{moved.format('moveFrom')}</w:p>"
    body += f"<w:p><w:r><w:t>B</w:t></w:r>{moved.format('moveTo')}</w:p>"
    document = read_any(docx(body), "docx")
    assert document.text == "A\n\nB moved"
    assert found(document) == [("deleted-text", "A", "deleted: “moved”")]


@pytest.mark.parametrize(
    ("run", "kind"),
    [
        ("<w:vanish/>", "hidden-text"),
        ('<w:color w:val="FEFEFE"/>', "hidden-text"),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', "hidden-text"),
        ('<w:color w:val="336699"/><w:shd w:val="clear" w:fill="336699"/>', "hidden-text"),
        ('<w:sz w:val="2"/>', "tiny-text"),
        ('<w:sz w:val="24"/><w:w w:val="1"/>', "tiny-text"),
        ('<w:rStyle w:val="Child"/>', "hidden-text"),
    ],
)
def test_hidden_words_are_found_and_no_text(run, kind):
    styles = style("Base", "<w:vanish/>", "character") + style("Child", kind="character", based="Base")
    document = read_any(docx(p("Shown.") + p("Secret words", run=run) + p("Shown too."), styles=styles), "docx")
    assert document.text == "Shown.\n\nShown too."
    ((found_kind, after, why),) = found(document)
    assert (found_kind, after) == (kind, "Shown.")
    assert why.endswith("“Secret words”")


@pytest.mark.parametrize(
    "run",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="FFFFFF"/>',
        '<w:sz w:val="3"/>',
    ],
)
def test_words_that_show_stay_text(run):
    document = read_any(docx(p("Words", run=run), styles=style("N", "<w:vanish/>")), "docx")
    assert document.text == "Words"
    assert not document.findings


def test_white_words_in_a_row_that_a_table_style_may_colour_stay_text():
    shade = '<w:tblStylePr><w:tcPr><w:shd w:fill="112233"/></w:tcPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="Grid">{shade}</w:style>'
    row = "<w:tr><w:tc>" + p("Head", run='<w:color w:val="FFFFFF"/>') + "</w:tc></w:tr>"
    assert text(f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>{row}</w:tbl>', styles=styles) == "Head"


def test_the_defaults_and_the_usual_style_say_how_words_look():
    usual = style("Normal", '<w:sz w:val="1"/>', more='w:default="1"')
    assert found(read_any(docx(p("Shown.", run='<w:sz w:val="20"/>') + p("Tiny."), styles=usual), "docx")) == [
        ("tiny-text", "Shown.", "set in 0.5 point: “Tiny.”")
    ]


def test_styles_that_stand_on_each_other_end():
    assert text(p("A", '<w:pStyle w:val="X"/>'), styles=style("X", based="Y") + style("Y", based="X")) == "A"


def test_a_white_letter_for_a_space_keeps_words_apart():
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>x</w:t></w:r>'
    assert text(f"<w:p><w:r><w:t>the</w:t></w:r>{white}<w:r><w:t>ferry</w:t></w:r></w:p>") == "the ferry"


def test_a_hidden_letter_in_a_word_leaves_the_word():
    gone = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"
    assert text(f"<w:p><w:r><w:t>fer</w:t></w:r>{gone}<w:r><w:t>ry</w:t></w:r></w:p>") == "ferry"


def test_pictures_beside_few_words_and_foreign_parts_are_said():
    picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
    document = read_any(docx(p("Caption.") + picture + '<w:altChunk r:id="x"/>'), "docx")
    assert [f.type for f in document.findings] == ["image-text"]
    assert document.notices == ("A part in another format that is embedded in the file is left out.",)


def test_a_password_is_said():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert kind_of(data, ".docx") is Kind.DOCX
    assert "password" in refused(data, "docx")


def test_damaged_files_say_so():
    assert "word/document.xml" in refused(zipped({"a.txt": "x"}), "docx")
    assert "not valid XML" in refused(docx("<w:p>"), "docx")
    assert "no Word document" in refused(zipped({"word/document.xml": "<a/>"}), "docx")
    assert "unpacked" in refused(docx(p("x" * 5000))[:400], "docx")
