import pytest

from tests.core.ingest.office import found, pdf, read_any, refused, show

IMAGE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
IMAGE += b"stream\n0\nendstream"
SCAN = "q 400 0 0 400 0 0 cm /I Do Q\n"
DRAWN = {"resources": "/XObject<</I 90 0 R>>", "objects": [IMAGE]}
BODY = show("Shown words stand here.")


def text(*streams, **more):
    return read_any(pdf(*streams, **more), "pdf").text


@pytest.mark.parametrize(
    ("stream", "kind", "how"),
    [
        (show("Secret", before="3 Tr", up=280), "hidden-text", "drawn invisibly"),
        (show("Secret", before="1 g", up=280), "hidden-text", "white on white"),
        ("0 g 0 0 400 400 re f 1 g 0 0 400 400 re f\n" + show("Secret", up=280), "hidden-text", "white on white"),
        (show("Secret", size=1, up=280), "tiny-text", "set in 1 point or less"),
        (show("Secret", across=900, up=280), "hidden-text", "outside the page"),
        (show("Secret", up=-50), "hidden-text", "outside the page"),
    ],
)
def test_hidden_words_are_found_and_no_text(stream, kind, how):
    document = read_any(pdf("0 g " + BODY + stream), "pdf")
    assert document.text == "Shown words stand here."
    assert found(document) == [(kind, "here.", f"{how}: “Secret”")]


@pytest.mark.parametrize("ground", ["0 g 0 250 400 100 re f 1 g\n", "0 0 1 rg 0 0 400 400 re f 1 g\n", SCAN + "1 g\n"])
def test_white_words_on_a_dark_ground_or_a_picture_show(ground):
    document = read_any(pdf(ground + BODY, **DRAWN), "pdf")
    assert document.text == "Shown words stand here."
    assert [f.type for f in document.findings] in ([], ["image-text"])


def test_the_recognised_words_of_a_scan_are_its_text_and_that_is_said():
    document = read_any(pdf(SCAN + show("Recognised words of a scan.", before="3 Tr"), BODY, **DRAWN), "pdf")
    assert document.text.startswith("Recognised words of a scan.")
    assert document.notices == ("The text of page 1 was recognised from a scan (OCR) and may hold reading errors.",)


def test_a_scan_without_text_says_so():
    assert "pictures of pages but no text" in refused(pdf(SCAN, SCAN, **DRAWN), "pdf")
    some = read_any(pdf(BODY, SCAN, SCAN, **DRAWN), "pdf")
    assert some.notices == ("Pages 2 and 3 are pictures without text.",)


def lines(words, across, up):
    return "".join(show(w, across, up - 14 * n) for n, w in enumerate(words))


LEFT = ["The left column begins", "with these four lines", "of text and it goes on", "to the right col-"]
RIGHT = ["umn, which ends it all", "with four lines of text", "that come after those of", "the left one."]
COLUMNS = " ".join(LEFT + RIGHT).replace("col- umn", "column")


def test_columns_are_read_one_after_the_other_in_whatever_order_they_are_drawn():
    rows = "".join(
        show(a, 40, 300 - 14 * n) + show(b, 220, 300 - 14 * n) for n, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    head = show("A headline over both of the columns", 40, 340, 20)
    for drawn in (lines(LEFT, 40, 300) + lines(RIGHT, 220, 300), lines(RIGHT, 220, 300) + lines(LEFT, 40, 300), rows):
        assert text(drawn + head) == f"A headline over both of the columns\n\n{COLUMNS}"


def test_rows_of_a_table_stay_rows():
    rows = "".join(
        show(a, 40, 300 - 30 * n) + show(b, 150, 300 - 30 * n)
        for n, (a, b) in enumerate([("Fare", "3.80"), ("Rise", "12"), ("Day", "900"), ("Cost", "4.2")])
    )
    assert text(rows).split() == ["Fare", "3.80", "Rise", "12", "Day", "900", "Cost", "4.2"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("They cross the har-", "bour every day of the year", "the harbour every"),
        ("They all met some Anglo-", "American people here", "some Anglo-American people"),
        ("A well-known man is well-", "known in all of this town", "is well-known in"),
        ("The years 1914-", "1918 had none of it", "years 1914-1918 had"),
    ],
)
def test_words_cut_at_a_line_end_are_mended(first, second, joined):
    assert joined in text(lines([first, second], 40, 300))


def test_indents_begin_paragraphs():
    body = show("A first paragraph of two quite full lines", 40, 300) + show("that ends here in a full line.", 40, 286)
    body += show("A second one that is set in by a bit", 55, 272) + show(
        "and that goes on with one more line.", 40, 258
    )
    assert text(body).count("\n\n") == 1


def raised(*parts, up=300, small=8, rise=4):
    """A line of words with every other part small and raised."""
    drawn = "".join(f"/F1 {small if n % 2 else 12} Tf {rise if n % 2 else 0} Ts ({p}) Tj " for n, p in enumerate(parts))
    return f"BT 40 {up} Td {drawn} ET\n"


@pytest.mark.parametrize("small", [7, 8, 10])
def test_the_numbers_of_notes_are_no_text_and_end_no_paragraph(small):
    first = raised("The council closed the bridge,", "1", " said the", small=small)
    second = raised("mayor of it in the year 2019", "2,3", ". All of", up=286, small=small)
    third = raised("them took the ferry", "*", " over it.", up=272, small=small)
    assert text(first + second + third) == (
        "The council closed the bridge, said the mayor of it in the year 2019. All of them took the ferry over it."
    )


def test_the_number_before_a_note_is_no_text():
    note = raised("", "12", " The council met on Sunday.", up=40)
    assert text(BODY + note) == "Shown words stand here.\n\nThe council met on Sunday."


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (("Some 12 km", "2", " of it"), "Some 12 km2 of it"),
        (("Some 10", "6", " people"), "Some 106 people"),
        (("It is x", "4", " here"), "It is x4 here"),
        (("On May 5", "th", " it was"), "On May 5th it was"),
        (("For $3", "99", " only"), "For $399 only"),
    ],
)
def test_powers_and_endings_stay_with_their_words(parts, read):
    assert text(raised(*parts)) == read


def test_small_numbers_on_the_line_and_alone_are_text():
    assert text(raised("In all of", " 12", " places", rise=0)) == "In all of 12 places"
    assert text(BODY + show("7", 40, 200, 7)) == "Shown words stand here.\n\n7"
    assert text(raised("CO", "2", " rises", rise=-3)) == "CO2 rises"


def test_a_hidden_number_is_told_of():
    hidden = "BT 40 300 Td /F1 12 Tf (Shown words) Tj /F1 8 Tf 4 Ts 1 g (1) Tj ET"
    assert found(read_any(pdf(hidden), "pdf")) == [("hidden-text", "words", "white on white: “1”")]


def page(number, body):
    head = show("The Daily" if number % 2 else "Harbour news", 40, 385, 9)
    return head + show(f"- {number} -", 190, 10, 9) + show(body, 40, 300)


def test_heads_of_left_and_right_pages_and_page_numbers_are_left_out():
    pages = [page(n, f"Sentence {'abcdef'[n - 1]} stands here.") for n in range(1, 7)]
    document = read_any(pdf(*pages), "pdf")
    assert document.text.split("\n\n") == [f"Sentence {c} stands here." for c in "abcdef"]
    assert document.notices == ("12 running heads, feet and page numbers are left out.",)


def test_what_stands_once_at_the_top_of_a_page_stays():
    assert text(show("A headline", 40, 385, 20) + BODY) == "A headline\n\nShown words stand here."


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, "0 1 -1 0 300 40"), (180, "-1 0 0 -1 300 300"), (270, "0 -1 1 0 100 300")]
)
def test_turned_pages_are_read_as_they_are_shown(turn, matrix):
    stream = f"BT /F1 12 Tf {matrix} Tm (First line of words) Tj 0 -14 Td (and the second one) Tj ET"
    assert text(stream, page=f"/Rotate {turn}") == "First line of words and the second one"


def test_notes_on_the_page_are_comments():
    note = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Check the count.)/T(Ann)>>"
    document = read_any(pdf(BODY, page="/Annots[90 0 R]", objects=[note]), "pdf")
    assert found(document) == [("comment", "here.", "comment by Ann: “Check the count.”")]


def test_damaged_files_say_so():
    assert "damaged" in refused(b"%PDF-1.4\nnothing else", "pdf")
    assert "damaged" in refused(pdf(), "pdf")
