"""Files made by LibreOffice, Chromium and pandoc: the same article comes back from each."""

import pytest
from rapidfuzz.distance import Levenshtein

from tests.core.ingest.office import FORMATS, found, real, refused

ARTICLE = (FORMATS / "article.txt").read_text(encoding="utf-8")
MOST_ERRORS = 0.005
WRITTEN = [f"{who}.{kind}" for who in ("article", "tricks", "pandoc") for kind in ("docx", "odt", "rtf")]
PRINTED = ["article.pdf", "tricks.pdf", "columns.pdf", "chromium.pdf"]
HIDDEN = [
    ("hidden-text", "March.", "white on white: “Copied from the Sound Courier.”"),
    ("tiny-text", "alike.”", "set in 1 point: “Filler nobody reads.”"),
    ("hidden-text", "it.", "formatted as hidden: “The source was not named.”"),
]


def blocks(text):
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", WRITTEN + PRINTED)
def test_the_same_text_comes_back_from_every_program(name):
    words, true = real(name).text.split(), ARTICLE.split()
    assert Levenshtein.distance(words, true) / len(true) <= MOST_ERRORS


@pytest.mark.parametrize("name", WRITTEN + PRINTED)
def test_paragraphs_stay_what_they_are(name):
    assert blocks(real(name).text) == blocks(ARTICLE)


@pytest.mark.parametrize("name", ["article.docx", "article.odt", "article.rtf", "article.pdf"])
def test_a_file_says_who_wrote_it_and_what_it_is_called(name):
    document = real(name)
    assert document.format == name.rpartition(".")[2]
    assert document.title == "Harbour town votes to keep its last ferry running"
    assert document.author == "Clara Menéndez"
    assert (document.published, document.made[:4]) == (None, "2026")
    assert document.language == (None if name.endswith("rtf") else "en-GB")


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf"])
def test_changes_comments_and_hidden_words_are_told_apart(kind):
    document = real(f"tricks.{kind}")
    assert found(document) == [
        ("deleted-text", "years,", "deleted by Ruth Okafor: “a bitterly divided”"),
        ("comment", "closer", "comment by Ruth Okafor: “Check the count.”"),
        *HIDDEN,
    ]
    assert document.notices == ("1 tracked insertion is counted as text.", "1 tracked deletion is left out.")


def test_hidden_words_in_a_pdf_are_found_where_they_stand():
    first, second, comment = found(real("tricks.pdf"))
    assert first == HIDDEN[0]
    assert second == ("tiny-text", "alike.”", "set in 1 point or less: “Filler nobody reads.”")
    assert comment[0] == "comment"
    assert comment[2].endswith("“Check the count.”")


def test_heads_feet_and_page_numbers_are_left_out_and_counted():
    assert real("columns.pdf").notices == ("4 running heads, feet and page numbers are left out.",)


def test_a_password_is_said():
    locked = (FORMATS / "locked.pdf").read_bytes()
    assert refused(locked, "pdf") == "“article.pdf” is protected by a password."


@pytest.mark.parametrize("path", sorted(FORMATS.iterdir()), ids=lambda path: path.name)
def test_the_files_stay_small(path):
    assert path.stat().st_size < 60_000
