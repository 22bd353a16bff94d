"""The same article comes back from files that other programs made."""

import pytest

from tests.core.ingest.web_files import document_in, found, word_error

TITLE = "Harbour town votes to keep its last ferry running"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("chromium.html", "html"),
        ("pandoc.html", "html"),
        ("writer.html", "html"),
        ("chromium.mhtml", "mhtml"),
        ("pandoc.md", "markdown"),
        ("gfm.md", "markdown"),
        ("mutt.eml", "eml"),
        ("s-nail.eml", "eml"),
        ("alternative.eml", "eml"),
        ("article.msg", "msg"),
        ("pandoc.epub", "epub"),
        ("writer.epub", "epub"),
        ("tricks.html", "html"),
        ("tricks.mhtml", "mhtml"),
    ],
)
def test_the_article_comes_back(name, kind):
    document = document_in(name)
    assert word_error(document.text) <= 0.005
    assert document.format == kind
    assert document.notices == ()
    assert document.text.split("\n\n")[:2] == [TITLE, "By Clara Menéndez"]


@pytest.mark.parametrize("name", ["chromium.html", "chromium.mhtml"])
def test_a_page_says_who_wrote_it_when_and_where(name):
    document = document_in(name)
    assert (document.title, document.author, document.outlet) == (TITLE, "Clara Menéndez", "The Ellery Courier")
    assert (document.published, document.language) == ("2026-03-04", "en-GB")
    assert document.address == "https://www.ellery-courier.example/news/ferry-vote"


@pytest.mark.parametrize("name", ["pandoc.md", "pandoc.epub", "article.msg"])
def test_other_formats_say_who_wrote_it_and_when(name):
    document = document_in(name)
    assert (document.title, document.author, document.published) == (TITLE, "Clara Menéndez", "2026-03-04")


def test_the_day_an_office_program_made_a_page_is_not_that_of_publication():
    document = document_in("writer.html")
    assert (document.published, document.made) == (None, "2026-03-11")


@pytest.mark.parametrize("name", ["tricks.html", "tricks.mhtml"])
def test_hidden_words_are_told_of_where_they_stood(name):
    document = document_in(name)
    assert found(document) == [
        ("hidden-text", "not displayed: “secret first”"),
        ("tiny-text", "in letters of 0 pixels: “zz”"),
        ("hidden-text", "white on white: “Pale words that nobody on this page can see at all.”"),
        ("hidden-text", "moved off the page: “Far away words left of the page.”"),
    ]
    before = [document.text[: f.span.start].split()[-1] for f in document.findings]
    assert before == ["in", "an", "against.", "alike.”"]
    assert not any(len(f.span) for f in document.findings)


@pytest.mark.parametrize("name", ["mutt.eml", "article.msg"])
def test_what_is_attached_is_offered(name):
    assert document_in(name).attachments == (f"{name}/statement.docx",)
