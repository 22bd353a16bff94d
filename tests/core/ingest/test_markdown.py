"""Markdown written for one question each."""

import pytest

from tests.core.ingest.web_files import document_of, found


def test_markup_goes_and_words_stay():
    text = "# Head #\n\nSome *bold* [link](http://x.example/) and `code`.\nSame paragraph.\n\n- One\n- Two\n"
    text += "\n> Quote\n\n```\nx = 1\n```\n"
    document = document_of("a.md", text)
    assert document.text == "Head\n\nSome bold link and code. Same paragraph.\n\nOne\nTwo\n\nQuote\n\nx = 1"
    assert document.title == "Head"


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "A vote"\nauthor: [Ana, Ben]\ndate: 2026-03-04T10:00\nlang: en\n---\n',
        "---\ntitle: A vote\nauthors:\n  - Ana\n  - name: Ben\ndate: 2026-03-04\nlang: en\n...\n",
        "+++\ntitle = 'A vote'\nauthor = 'Ana, Ben'\ndate = 2026-03-04\nlang = 'en'\n+++\n",
    ],
)
def test_front_matter_is_no_text(front):
    document = document_of("a.md", front + "Words.")
    assert (document.text, document.title, document.author) == ("Words.", "A vote", "Ana, Ben")
    assert (document.published, document.language) == ("2026-03-04", "en")


def test_html_inside_is_read_as_html():
    document = document_of("a.md", 'Words <span style="display:none">secret</span> here.\n\n<div>More words.</div>\n')
    assert document.text == "Words here.\n\nMore words."
    assert found(document) == [("hidden-text", "not displayed: “secret”")]


@pytest.mark.parametrize("text", ["> " * 5000 + "deep words", "- " * 3000 + "deep words", "[" * 20_000 + "deep words"])
def test_nothing_is_lost_in_deep_markup(text):
    assert document_of("a.md", text).text.endswith("deep words")
