import pytest

from tests.core.ingest.office import found, read_any, refused


def rtf(body, head=""):
    data = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red1\green2\blue3;}"
        + head
    )
    return (data + body + "}").encode("latin-1")


def text(body, head=""):
    return read_any(rtf(body, head), "rtf").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"One.\par Two.\par", "One.\n\nTwo."),
        ("One\r\n word.", "One word."),
        (r"caf\'e9 \u8220?said\u8221?", "café “said”"),
        (r"\uc2\u-10179\'3f\'3f\u-8704\'3f\'3f x", "\U0001f600 x"),
        (r"a\tab b\line c\emdash d\~e\-f\_g\{h\}", "a b\nc—d\u00a0ef‑g{h}"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}} end", "link end"),
        (r"{\upr{no}{\*\ud yes}} x", "yes x"),
        (r"{\header Head}{\footer Foot}{\pict 00ff}{\*\unknown no}Words", "Words"),
        (r"A{\footnote The note.} word.\par More.", "A word.\n\nMore.\n\nThe note."),
        (r"{\shp{\*\shpinst{\shptxt In the box.\par}}}A word.\par More.", "A word.\n\nIn the box.\n\nMore."),
        (
            r"Above.\par\trowd\intbl a\cell b\cell\row\trowd\intbl c\cell d\cell\row\pard Below.",
            "Above.\n\na b\nc d\n\nBelow.",
        ),
        (
            r"Above:\par\pard\ls1{\listtext\'b7\tab}One\par{\listtext\'b7\tab}Two\par\pard Below.",
            "Above:\n\nOne\nTwo\n\nBelow.",
        ),
        ("\\bin5 }}}}}Words", "Words"),
        (r"{\fonttbl{\f1\fcharset204 A;}{\f2\fcharset2 Symbol;}}\f1\'cf\f2 a\plain b", "Пαb"),
    ],
)
def test_text_is_read(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(
    ("run", "kind", "how"),
    [
        (r"\v", "hidden-text", "formatted as hidden"),
        (r"\cf2", "hidden-text", "white on white"),
        (r"\cf3\highlight3", "hidden-text", "in the colour of its background"),
        (r"\fs2", "tiny-text", "set in 1 point"),
        (r"\deleted\revauthdel1", "deleted-text", "deleted by Ann"),
    ],
)
def test_hidden_and_deleted_words_are_found_and_no_text(run, kind, how):
    document = read_any(rtf(rf"Shown.\par{{{run} Secret words}}\par Too.", r"{\*\revtbl{Unknown;}{Ann;}}"), "rtf")
    assert document.text == "Shown.\n\nToo."
    assert found(document) == [(kind, "Shown.", f"{how}: “Secret words”")]


@pytest.mark.parametrize("run", [r"\v\v0", r"\cf2\highlight1", r"\fs3", r"\cf9", r"\v\plain"])
def test_words_that_show_stay_text(run):
    document = read_any(rtf(rf"{run} Words"), "rtf")
    assert (document.text, document.findings) == ("Words", ())


def test_white_words_in_a_shaded_row_stay_text():
    assert text(r"\trowd\clcbpat1\cellx100\intbl{\cf2 Head}\cell\row") == "Head"


def test_comments_are_found_with_who_wrote_them():
    document = read_any(rtf(r"closer{\*\atnid A}{\*\atnauthor Ann}{\*\annotation Check it.} than"), "rtf")
    assert (document.text, found(document)) == ("closer than", [("comment", "closer", "comment by Ann: “Check it.”")])


def test_the_file_says_who_wrote_it():
    info = r"{\info{\title A title}{\author Ann}{\creatim\yr2026\mo3\dy11}{\author Bob}{\company Skipped}}"
    document = read_any(rtf("Words", info), "rtf")
    assert (document.title, document.author, document.made) == ("A title", "Ann", "2026-03-11")
    assert document.published is None


def test_deep_nesting_and_cut_files():
    assert "nested too deeply" in refused(b"{\\rtf1" + b"{" * 100_000, "rtf")
    cut = read_any(rb"{\rtf1 {\b Words that go", "rtf")
    assert cut.text == "Words that go"
    assert cut.notices == ("The file ends before its text does; what comes after may be missing.",)
