"""Pages written for one question each."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import ArticleError
from core.ingest.kinds import kind_of
from tests.core.ingest.web_files import ARTICLE, FILES, document_of, found

WORDS = "The bridge closes on Monday, said the mayor, and it will not open again before the summer."


def page(body, head=""):
    return f"<html><head><title>Bridge</title>{head}</head><body><h1>Bridge closes</h1>{body}</body></html>"


def text_of(body, head=""):
    return document_of("a.html", page(body, head)).text


def refusal(data, name="a.html"):
    with pytest.raises(ArticleError) as caught:
        document_of(name, data)
    assert caught.value.remedy.endswith(".")
    return caught.value.what


def test_a_short_page_is_read_whole():
    assert text_of(f"<p>{WORDS}</p><p>It rained.</p>") == f"Bridge closes\n\n{WORDS}\n\nIt rained."


def test_a_page_without_paragraphs_is_read():
    lines = [f"{WORDS} Part {i} of the story." for i in range(6)]
    assert text_of("<br><br>".join(lines)).split("\n\n")[1:] == lines
    assert text_of("".join(f"<div>{line}</div>" for line in lines)).split("\n\n")[1:] == lines


def test_lists_tables_and_lines_keep_their_lines():
    body = (
        f"<p>{WORDS}</p><ul><li>One.</li><li>Two.</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
        "<p>x<br>y</p><pre>m\n  n</pre>"
    )
    assert text_of(body) == f"Bridge closes\n\n{WORDS}\n\nOne.\nTwo.\n\na b\nc\n\nx\ny\n\nm\nn"


def test_menus_margins_comments_and_labels_are_left_out():
    source = (FILES / "chromium.html").read_text(encoding="utf-8")
    assert "Sport" in source
    assert "cookies" in source
    text = document_of("a.html", source).text
    for word in ("Sport", "cookies", "grandmother", "Storm", "rights reserved", "Advertisement"):
        assert word not in text


@pytest.mark.parametrize(
    ("style", "kind", "why"),
    [
        ("display:none", "hidden-text", "not displayed"),
        ("visibility: hidden", "hidden-text", "made invisible"),
        ("opacity:0", "hidden-text", "made transparent"),
        ("opacity: .0", "hidden-text", "made transparent"),
        ("font-size:1px", "tiny-text", "in letters of 1 pixels"),
        ("font: 0/0 a", "tiny-text", "in letters of 0 pixels"),
        ("color:#FFF", "hidden-text", "white on white"),
        ("color: rgb(254, 254, 254)", "hidden-text", "white on white"),
        ("color:#111;background:#111", "hidden-text", "in the colour of its background"),
        ("color:rgba(0, 0, 0, 0)", "hidden-text", "made transparent"),
        ("color:#00000000", "hidden-text", "made transparent"),
        ("position:absolute; left:-9999px", "hidden-text", "moved off the page"),
        ("text-indent:-100em", "hidden-text", "moved off the page"),
        ("clip:rect(0, 0, 0, 0)", "hidden-text", "cut away"),
        ("height:0;overflow:hidden", "hidden-text", "cut away"),
        ("font-size:0", "tiny-text", "in letters of 0 pixels"),
        ("text-indent:-9999px", "hidden-text", "moved off the page"),
        ("text-indent:100%;white-space:nowrap;overflow:hidden", "hidden-text", "moved off the page"),
        ("filter: blur(0) opacity(0%)", "hidden-text", "made transparent"),
        ("content-visibility:hidden", "hidden-text", "not displayed"),
        ("display:inline-block;transform:scale(0)", "hidden-text", "shrunk to nothing"),
        ("position:absolute;transform:rotate(3deg) scale3d(1, 0, 1)", "hidden-text", "shrunk to nothing"),
        ("float:left;transform:matrix(0, 0, 0, 0, 5, 5)", "hidden-text", "shrunk to nothing"),
        ("display:inline-block;transform:rotateX(90deg)", "hidden-text", "shrunk to nothing"),
        ("display:inline-block;scale:.01", "hidden-text", "shrunk to nothing"),
        ("zoom:0", "hidden-text", "shrunk to nothing"),
        ("display:inline-block;transform:translate(-9999px, 0)", "hidden-text", "moved off the page"),
        ("display:inline-block;transform:translateX(-100vw)", "hidden-text", "moved off the page"),
        ("display:inline-block;translate:0 -9999px", "hidden-text", "moved off the page"),
        ("clip-path: inset(0 100% 0 0 round 4px)", "hidden-text", "cut away"),
        ("clip-path:circle(0 at 50% 50%)", "hidden-text", "cut away"),
        ("clip-path: polygon(0 0, 0 0, 0 0)", "hidden-text", "cut away"),
    ],
)
def test_every_way_of_hiding_words_is_told(style, kind, why):
    plain = f"Bridge closes\n\n{WORDS} End."
    inline = document_of("a.html", page(f'<p>{WORDS} <span style="{style}">secret</span>End.</p>'))
    assert (inline.text, found(inline)) == (plain, [(kind, f"{why}: “secret”")])
    rule = page(f'<div id="x"><p>{WORDS} <b class="q r">secret</b>End.</p></div>', f"<style>#x p .q{{{style}}}</style>")
    by_rule = document_of("a.html", rule)
    assert (by_rule.text, found(by_rule)) == (plain, [(kind, f"{why}: “secret”")])


@pytest.mark.parametrize(
    "style",
    [
        "color:#fff;background:#000",
        "color:#fff;background-image:url(x.png)",
        "color:transparent;background:linear-gradient(red,blue)",
        "opacity:.5",
        "font-size:9px",
        "left:-9999px",
        "display:block",
        "transform:scale(0)",
        "display:inline-block;transform:translate(-50%, -50%) scale(.9) rotate(90deg)",
        "display:inline-block;transform:translate3d(-2400px, 0, 0)",
        "display:inline-block;transform:matrix(0, 1, -1, 0, 0, 0)",
        "zoom:1",
        "filter:opacity(.5) blur(2px)",
        "text-indent:2em",
        "clip-path: inset(0 10% 0 0)",
        "clip-path:circle(50%)",
        "clip-path: polygon(0 0, 100% 0, 100% 100%)",
    ],
)
def test_what_can_be_seen_is_text(style):
    document = document_of("a.html", page(f'<p>{WORDS} <span style="{style}">seen</span></p>'))
    assert document.text.endswith("summer. seen")
    assert found(document) == []


def test_a_paragraph_is_shrunk_or_shifted_as_it_is():
    for style in ("transform:scale(0)", "transform:translateY(-9999px)"):
        document = document_of("a.html", page(f'<p>{WORDS}</p><p style="{style}">secret</p><p>End.</p>'))
        assert document.text.endswith(f"{WORDS}\n\nEnd.")
        assert [kind for kind, _ in found(document)] == ["hidden-text"]


def test_white_letters_in_place_of_spaces_leave_the_words_apart():
    words = WORDS.replace(" ", '<span style="color:#fff">q</span>')
    document = document_of("a.html", page(f"<p>{words}</p>"))
    assert document.text.endswith(WORDS)
    assert set(found(document)) == {("hidden-text", "white on white: “q”")}


@pytest.mark.parametrize("hiding", ['<font color="White">secret</font>', '<font color="#ffffff">secret</font>'])
def test_colours_of_old_pages_hide_words_too(hiding):
    document = document_of("a.html", page(f"<p>{WORDS} {hiding}</p>"))
    assert (document.text.endswith(WORDS), found(document)) == (True, [("hidden-text", "white on white: “secret”")])
    seen = document_of("a.html", page(f'<table bgcolor="#000"><tr><td>{WORDS} {hiding}</td></tr></table>'))
    assert seen.text.endswith("secret")


def test_styles_for_paper_and_small_screens_hide_nothing():
    assert WORDS in text_of(
        f"<p>{WORDS}</p>", "<style>@media print{p{display:none}} @media (width:1px){p{color:#fff}}</style>"
    )


def test_hidden_elements_and_templates_are_told_and_menus_are_not():
    body = (
        f"<p>{WORDS}</p><p hidden>Secret one.</p><template><p>Secret two.</p></template>"
        f'<ul style="display:none"><li><a href="/">Home</a></li></ul><p>{WORDS}</p>'
    )
    whys = [f.why for f in document_of("a.html", page(body)).findings]
    assert whys == ["not displayed: “Secret one.”", "not displayed: “Secret two.”"]


def test_a_page_that_waits_for_a_script_is_read_and_says_so():
    document = document_of("a.html", page(f"<p>{WORDS}</p>" * 2, "<style>body{opacity:0}</style>"))
    assert WORDS in document.text
    assert "until a script shows them" in document.notices[0]


def test_pictures_with_few_words_are_told_of():
    document = document_of("a.html", page('<p>Look here.</p><img src="x.png" alt="The statement">'))
    assert ("image-text", "a picture that may hold words: “The statement”") in found(document)
    assert "words inside pictures are not read" in document.notices[0]
    assert not found(document_of("a.html", page(f"<p>{ARTICLE}</p><img src=x.png>")))
    assert not found(document_of("a.html", page("<p>Look here.</p><img src=x.png width=16>")))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=utf-8><p>Café Ærø".encode(), "utf-8"),
        ("<meta charset=iso-8859-1><p>Café Ærø “x”".encode("cp1252"), "cp1252"),
        ("<meta charset=windows-1251><p>Привет".encode("cp1251"), "cp1251"),
        ("<meta http-equiv=content-type content='text/html; charset=Shift_JIS'><p>記事です".encode("cp932"), "cp932"),
        ("<p>Café Ærø".encode(), "utf-8"),
        (b"\xff\xfe" + "<p>Café".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_the_encoding_is_found(data, encoding):
    document = document_of("a.html", data)
    assert document.encoding == encoding
    assert document.text == data.decode(encoding).partition("<p>")[2]
    assert document.notices == ()


def test_a_guessed_encoding_is_told():
    document = document_of("a.html", "<p>Café Ærø".encode("cp1252"))
    assert (document.text, document.encoding) == ("Café Ærø", "cp1252")
    assert "read as cp1252" in document.notices[0]


def test_a_wrong_encoding_is_told_and_a_chosen_one_wins():
    wrong = document_of("a.html", "<meta charset=windows-1251><p>Café".encode())
    assert wrong.text == "Café"
    assert wrong.notices == ("The page says that it is in WINDOWS-1251, but its bytes are not; it was read as UTF-8.",)
    assert document_of("a.html", "<meta charset=utf-8><p>Привет".encode("cp1251"), "cp1251").text == "Привет"
    with pytest.raises(ArticleError, match="cannot be read as rot13"):
        document_of("a.html", "<p>x", "rot13")


def test_addresses_are_data_and_only_of_the_web():
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert document_of("a.html", page(f"<p>{WORDS}</p>", head)).address is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<div>" * 100_000 + "words", "nests its parts too deeply"),
        ("<p " + " ".join(f"a{i}=1" for i in range(5000)) + ">words</p>", "too many attributes"),
        ("<html><frameset><frame src=a.html></frameset></html>", "shows other pages in frames"),
        ("<html></html>", "holds no words"),
        ("<p>" + "x " * 5_000_000, "is a page of more than 8 MB"),
    ],
)
def test_pages_that_cannot_be_read_say_why(data, said):
    assert said in refusal(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Real words.</p><script>var a='</p><p>not words</p>';</script>", "Real words."),
        (f"<p>fer\0ry words</p>{'<!-- pad -->' * 200}", "ferry words"),
        ("<div>" * 1500 + "deep words", "deep words"),
        ('<p class="' + "x" * 1_000_000 + '">words</p>', "words"),
        ('<img src="data:image/png;base64,' + "A" * 9_000_000 + '"><p>words</p>', "words"),
        ("<p>one <b>two <i>three", "one two three"),
        ("<p>one\ftwo words&#12;</p>", "one two words"),
        ('<!DOCTYPE html [<!ENTITY a "boom">]><p>&a; words</p>', None),
        ('<?xml version="1.0" encoding="x-none"?><html><p>words</p></html>', "words"),
        ("<p>&#xD800; words &#0;&#xFFFF;&#1;</p>", None),
        ('<script type="application/ld+json">' + '{"a":' * 20_000 + "</script><p>words</p>", "words"),
    ],
)
def test_odd_pages_are_read(data, text):
    document = document_of("a.html", data)
    assert "words" in document.text or document.text == text
    assert text is None or document.text == text
    assert "boom" not in document.text


PIECES = (
    "<p>|</p>|<div style='color:#fff'>|</div>|<ul><li>|<br>|<table><tr><td>|</table>|<!--|-->|<h1>|</h1>|words here |"
    "<style>p{|}</style>|&amp;|<a href=x>|</a>|<template>|<pre>\n|<i hidden>|</i>|“x” |<article>|<nav>|</nav>|"
    "<img alt=x>|<dialog>|\ud800|<svg>|]]>|&#xFFFF;"
)
MARKUP = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@given(MARKUP)
def test_any_page_gives_a_document_or_a_reason(markup):
    data = markup.encode("utf-8", "surrogatepass")
    assume(kind_of(data, ".html") is not None)
    try:
        document = document_of("a.html", data)
    except ArticleError:
        return
    assert all(f.span.end <= len(document.text) for f in document.findings)
    assert document.text == document.text.strip()
