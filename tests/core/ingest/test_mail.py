"""Mails written for one question each."""

from pathlib import Path

import pytest

from core.errors import ArticleError
from core.ingest.attached import listing, taken
from core.ingest.formats import reader_of
from core.ingest.kinds import Kind, kind_of
from core.ingest.source import Source, checked
from tests.core.ingest.web_files import FILES, document_in, document_of, found
from tools.soak.subjects.readers import changed

HEAD = (
    "From: =?utf-8?q?Clara_Men=C3=A9ndez?= <clara@example.org>\r\n"
    "Subject: A vote\r\nDate: Wed, 4 Mar 2026 23:30:00 -0500\r\n"
)


def mail(body, kind="text/plain; charset=utf-8", head=HEAD):
    return f"{head}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}"


def test_subject_sender_and_day_are_kept():
    document = document_of("a.eml", mail("Hello there."))
    assert (document.text, document.title, document.author) == ("Hello there.", "A vote", "Clara Menéndez")
    assert document.published == "2026-03-04"


def test_wrapped_lines_are_joined_and_short_ones_are_not():
    wrapped = (
        "This line of the mail was wrapped by the program that its writer used to\nsend it.\n\nKind regards\nClara"
    )
    text = "This line of the mail was wrapped by the program that its writer used to send it.\n\nKind regards\nClara"
    assert document_of("a.eml", mail(wrapped)).text == text


def test_flowed_lines_are_joined():
    kind = 'text/plain; charset=utf-8; format="flowed"'
    assert (
        document_of("a.eml", mail("One \r\ntwo.\r\n From here\r\n-- \r\nClara", kind)).text
        == "One two.\nFrom here\n--\nClara"
    )
    assert document_of("a.eml", mail("Un \r\nder", f"{kind}; delsp=yes")).text == "Under"


def test_quoted_lines_are_text_without_their_marks():
    document = document_of("a.eml", mail("I agree.\n\nOn Monday Tom wrote:\n> The bridge\n> > will close.\n> Soon.\n"))
    assert document.text == "I agree.\n\nOn Monday Tom wrote:\n\nThe bridge\n\nwill close.\n\nSoon."
    assert document.notices == ("The mail quotes an earlier one: 3 lines marked with “>” are part of the text.",)


def test_plain_text_is_taken_unless_the_html_says_more():
    def both(plain, html):
        first = f"--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n"
        parts = f"{first}--b\r\nContent-Type: text/html\r\n\r\n{html}\r\n--b--\r\n"
        return document_of("a.eml", mail(parts, "multipart/alternative; boundary=b"))

    assert both("Plain words here.", "<p>Plain <b>words</b> here!</p>").text == "Plain words here."
    rich = both("See online.", '<p>All the words of the article. <i style="display:none">peek</i></p>')
    assert rich.text == "All the words of the article."
    assert found(rich) == [("hidden-text", "not displayed: “peek”")]


def test_attachments_are_named_safely_and_given_out():
    part = '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{}"\r\n\r\nwords {}\r\n'
    names = ["../../etc/a.txt", "a.txt", "logo.png", "b/c.docx", "x.eml"]
    parts = "--b\r\n\r\nBody.\r\n" + "".join(part.format(n, i) for i, n in enumerate(names)) + "--b--\r\n"
    data = mail(parts, "multipart/mixed; boundary=b").encode()
    document = document_of("in/a.eml", data)
    assert document.text == "Body."
    assert document.attachments == ("in/a.eml/a.txt", "in/a.eml/a (2).txt", "in/a.eml/c.docx", "in/a.eml/x.eml")
    source = Source("in/a.eml", data, "")
    members = listing(source).members
    assert [m.name for m in members] == ["a.txt", "a (2).txt", "c.docx", "x.eml"]
    assert taken(source, members[1].number).data == b"words 1"


@pytest.mark.parametrize("name", ["mutt.eml", "article.msg"])
def test_an_attached_file_comes_out_whole(name):
    data = (FILES / name).read_bytes()
    source = Source(name, data, "")
    (number,) = (m.number for m in listing(source).members if m.name == "statement.docx")
    statement = taken(source, number).data
    assert document_of("statement.docx", statement).text.startswith(document_in(name).text.split("\n", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail("MIAG", "application/pkcs7-mime; smime-type=enveloped-data"), "is an encrypted mail (S/MIME)"),
        (mail("MIAG", "application/x-pkcs7-mime; smime-type=signed-data"), "packed into a signature"),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQEM"), "is an encrypted mail (PGP)"),
        (mail("--b\r\n\r\nx\r\n--b--", "multipart/encrypted; boundary=b"), "is an encrypted mail (PGP)"),
        ("no head at all, just words " * 20_000, "does not begin as a mail does"),
        (mail("--b\r\n" * 30_000, "multipart/mixed; boundary=b"), "has more parts than a mail has"),
        (mail(""), "holds no words"),
    ],
)
def test_mails_that_cannot_be_read_say_why(data, said):
    with pytest.raises(ArticleError) as caught:
        document_of("a.eml", data)
    assert said in caught.value.what


@pytest.mark.parametrize(
    "head",
    [
        "From: =?x?q?=00?= <@@>,;\r\nSubject: =?utf-8?b?!!!?=\r\nDate: 99 Foo 2026\r\n",
        "From: " + "(" * 5000 + "\r\nSubject: x\r\n",
        "Content-Transfer-Encoding: base64\r\nSubject: \ud800\r\n",
    ],
)
def test_broken_header_lines_stop_nothing(head):
    data = mail("Some words.", head=head).encode("utf-8", "surrogatepass")
    try:
        assert document_of("a.eml", data).published is None
    except ArticleError as error:
        assert "words" in error.what or "damaged" in error.what  # noqa: PT017 - either answer is one sentence


def test_deeply_nested_parts_stop_nothing():
    inner = "".join(f"--b{i}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n\r\n" for i in range(3000))
    with pytest.raises(ArticleError):
        document_of("a.eml", mail(inner + "--b3000\r\n\r\nwords", "multipart/mixed; boundary=b0"))


@pytest.mark.parametrize("cut", [0, 8, 600, 3000, 9000])
def test_a_damaged_outlook_message_says_so(cut):
    data = bytearray((FILES / "article.msg").read_bytes())
    data[cut + 8 : cut + 400] = b"\xff" * 392
    try:
        document_of("a.msg", bytes(data))
    except ArticleError as error:
        assert error.remedy  # noqa: PT017 - some bytes matter and some do not


@pytest.mark.parametrize("place", [464, 657, 1689, 9006, 238, 2060, 3928])
def test_a_mail_that_fuzzing_broke_on_is_read_or_refused(place: int) -> None:
    name = "alternative.eml" if place in {238, 2060, 3928} else "article.msg"
    data = changed((FILES / name).read_bytes(), 500_000 + place)
    kind = kind_of(data, Path(name).suffix)
    assert kind is not None
    assert _told(kind, Source(name, data, "0"))


def _told(kind: Kind, source: Source) -> str:
    """Return the text of a mail, or why it is not read."""
    try:
        return checked(source, reader_of(kind)(source)).text
    except ArticleError as error:
        return error.what
