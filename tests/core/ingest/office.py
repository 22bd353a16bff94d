"""Files that the tests of the readers put together themselves: parts of office documents, and PDFs by their objects."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from core.errors import ArticleError
from core.ingest.docx import read_docx
from core.ingest.odt import read_odt
from core.ingest.pdf import read_pdf
from core.ingest.rtf import read_rtf
from core.ingest.source import Source
from tools.make_office_files import SPACES

FORMATS = Path(__file__).parents[2] / "files" / "formats"
READERS = {"docx": read_docx, "odt": read_odt, "rtf": read_rtf, "pdf": read_pdf}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def real(name):
    return read_any((FORMATS / name).read_bytes(), name.rpartition(".")[2])


def read_any(data, kind):
    return READERS[kind](Source(f"article.{kind}", data, "0" * 64))


def refused(data, kind):
    with pytest.raises(ArticleError) as caught:
        read_any(data, kind)
    assert caught.value.what.startswith(f"“article.{kind}” ")
    assert caught.value.what.endswith(".")
    assert caught.value.remedy.endswith(".")
    return caught.value.what


def found(document):
    """What was found: its type, the last word before it, and the reason."""
    return [(f.type, (document.text[: f.span.start].split() or [""])[-1], f.why) for f in document.findings]


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx(body, *, space=W, **parts):
    """A Word file around a body; ``parts`` are further parts of its folder ``word``, by their kind."""
    related = "".join(f'<Relationship Id="r{k}" Type="{RELATED}/{k}" Target="{k}.xml"/>' for k in parts)
    return zipped(
        {
            "word/document.xml": f'<w:document {space} xmlns:r="{RELATED}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        }
        | {f"word/{kind}.xml": f"<w:{kind} {space}>{inner}</w:{kind}>" for kind, inner in parts.items()}
    )


def p(words, properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def odt(body, styles="", **parts):
    """An ODF text around a body and its automatic styles."""
    content = (
        f'<office:document-content {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"content.xml": content} | parts)


def pdf(*streams, page="", resources="", objects=()):
    """A PDF of one page for each stream of drawing, in Helvetica (F1); further ``objects`` are numbered from 90."""
    made = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    for number, stream in enumerate(streams):
        made[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents {11 + 2 * number} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{resources}>>{page}>>"
        ).encode()
        data = stream.encode("latin-1")
        made[11 + 2 * number] = b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(streams)))
    made[2] = f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode()
    made |= dict(enumerate(objects, 90))
    file, places = bytearray(b"%PDF-1.4\n"), {}
    for number, data in sorted(made.items()):
        places[number] = len(file)
        file += b"%d 0 obj%s\nendobj\n" % (number, data)
    table = len(file)
    file += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        file += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(file + b"trailer<</Root 1 0 R/Size 200>>\nstartxref\n%d\n%%%%EOF" % table)


def show(words, across=40, up=300, size=12, before=""):
    return f"BT {before} /F1 {size} Tf {across} {up} Td ({words}) Tj ET\n"
