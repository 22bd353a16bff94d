"""Books written for one question each."""

import io
import zipfile

import pytest

from core.errors import ArticleError
from tests.core.ingest.web_files import document_of, found

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>Book</dc:title>"
    '<dc:creator>Ana</dc:creator></metadata><manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml"'
    ' properties="nav"/>'
    '<item id="s" href="s.css" media-type="text/css"/>'
    '<item id="a" href="c%201.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="c2.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
PARTS = {
    "META-INF/container.xml": CONTAINER,
    "O/b.opf": PACKAGE,
    "O/n.xhtml": "<html><body>Contents</body></html>",
    "O/s.css": ".g{display:none}",
    "O/c 1.xhtml": '<!DOCTYPE html><html><body><p>First <b class="g">gone</b>chapter.</p></body></html>',
    "O/c2.xhtml": "<html><body><h1>Two</h1><p>Second chapter.</p></body></html>",
}
LOCK = '<e><EncryptedData xmlns="x"><EncryptionMethod Algorithm="{}"/></EncryptedData></e>'


def book(**changed):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, words in {**PARTS, **changed.get("parts", {})}.items():
            if words is not None:
                archive.writestr(name, words)
    return packed.getvalue()


def test_chapters_come_in_reading_order_once():
    document = document_of("a.epub", book())
    assert document.text == "Two\n\nSecond chapter.\n\nFirst chapter."
    assert (document.title, document.author) == ("Book", "Ana")
    assert found(document) == [("hidden-text", "not displayed: “gone”")]


def test_the_day_of_publication_is_not_the_day_it_was_made():
    dates = "".join(
        f'<dc:date xmlns:opf="http://www.idpf.org/2007/opf" opf:event="{event}">{day}</dc:date>'
        for event, day in (("creation", "2025-12-30"), ("publication", "2026-01-02"), ("modification", "2026-02-03"))
    )
    told = document_of("a.epub", book(parts={"O/b.opf": PACKAGE.replace("<metadata>", f"<metadata>{dates}")}))
    assert told.published == "2026-01-02"


def test_a_missing_chapter_is_told():
    assert document_of("a.epub", book(parts={"O/c2.xhtml": None})).notices == (
        "1 of the book’s chapters are missing in the file.",
    )


def test_disguised_typefaces_are_no_lock():
    lock = {"META-INF/encryption.xml": LOCK.format("http://www.idpf.org/2008/embedding")}
    assert document_of("a.epub", book(parts=lock)).text.startswith("Two")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            {"META-INF/encryption.xml": LOCK.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")},
            "is locked by its seller",
        ),
        ({"META-INF/container.xml": None}, "is missing"),
        ({"META-INF/container.xml": "<container/>"}, "does not say where the book begins"),
        ({"O/b.opf": "<package"}, "is not valid XML"),
        ({"O/b.opf": '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>'}, "declares a document type"),
        ({"O/c2.xhtml": " " * 30_000_000}, "unpacks to more than"),
        ({"O/b.opf": PACKAGE.replace("c2.xhtml", "../../../etc/passwd"), "O/c 1.xhtml": "<p/>"}, "holds no words"),
    ],
)
def test_books_that_cannot_be_read_say_why(parts, said):
    with pytest.raises(ArticleError) as caught:
        document_of("a.epub", book(parts=parts))
    assert said in caught.value.what
