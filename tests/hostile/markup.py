"""Pages, mails and word processors' files that are made to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial

from tests.hostile.archives import WORDS, flipped, packed, shortened

MB = 1024 * 1024
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target='
    '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHING = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY l11 "{"ha" * 100_000}">]>'
PEEKING = '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>'
CALLING = '<!DOCTYPE x [<!ENTITY % d SYSTEM "http://127.0.0.1:9/x.dtd">%d;<!ENTITY l11 SYSTEM "http://127.0.0.1:9/">]>'
TYPES = {"laughs": LAUGHING, "quadratic": QUADRATIC, "peeks": PEEKING, "calls": CALLING}


def docx(body: str, kind: str = "", method: int = zipfile.ZIP_STORED, more: dict[str, bytes] | None = None) -> bytes:
    document = f'<?xml version="1.0"?>{kind}<w:document {_W}><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELATIONS.encode(),
        "word/document.xml": document.encode(),
    }
    return packed(parts | (more or {}), method)


def para(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, kind: str = "", styles: str = "") -> bytes:
    spaces = "".join(
        f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "text", "table", "style")
    )
    opened = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
    closed = "</office:text></office:body></office:document-content>"
    content = f'<?xml version="1.0"?>{kind}<office:document-content{spaces}>{opened}{body}{closed}'
    return packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode())], 0)


def _parents() -> str:
    """Return styles that are each other's parents, in a circle of many, one of two and one of one."""
    circle = [(f"s{n}", f"s{(n + 1) % 5000}") for n in range(5000)] + [("a", "b"), ("b", "a"), ("own", "own")]
    return "".join(
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}"/>'
        for name, parent in circle
        for family in ("paragraph", "text")
    )


def epub(page: bytes) -> bytes:
    box = (
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        b'<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    opf = (
        b'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="p" href="p.xhtml"'
        b' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>'
    )
    return packed(
        [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", box), ("o.opf", opf), ("p.xhtml", page)], 0
    )


def page(body: str, kind: str = "<!doctype html>") -> bytes:
    return f"{kind}<html><body><article>{body}</article></body></html>".encode()


def mail(head: bytes, body: bytes = WORDS) -> bytes:
    return b"From: a@b.example\nTo: c@d.example\nSubject: News\nMIME-Version: 1.0\n" + head + b"\n\n" + body


def nested_mail(depth: int) -> bytes:
    opened = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(depth))
    return mail(b"Content-Type: multipart/mixed; boundary=b0", opened + WORDS)


def nested_messages(depth: int) -> bytes:
    return b"Subject: x\nContent-Type: message/rfc822\n\n" * depth + mail(b"")


def circular_mhtml() -> bytes:
    frame = b'<html><body><iframe src="cid:b"></iframe><iframe src="cid:a"></iframe>' + WORDS * 5 + b"</body></html>\n"
    parts = b"".join(
        b"--x\nContent-Type: text/html\nContent-ID: <%s>\nContent-Location: cid:%s\n\n" % (n, n) + frame
        for n in (b"a", b"b")
    )
    return mail(b'Content-Type: multipart/related; type="text/html"; boundary=x', parts + b"--x--\n")


_LOCKED = (
    b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"'
    b' m:media-type="text/xml"><m:encryption-data/></m:file-entry></m:manifest>'
)


def _paragraphs(count: int) -> str:
    return "<p></p>" * count + f"<p>{WORDS.decode()}</p>"


_STORY = "".join(para(WORDS.decode()) for _ in range(20))
_PAGE = page(f"<h1>A bridge</h1>{'<p>' + WORDS.decode() + '</p>'}" * 20)
_NEST = 200_000

KINDS: dict[str, Callable[[], bytes]] = {
    **{f"{name}.docx": partial(docx, para("&l11;" * 200), kind) for name, kind in TYPES.items()},
    **{f"{name}.odt": partial(odt, "<text:p>" + "&l11;" * 200 + "</text:p>", kind) for name, kind in TYPES.items()},
    **{f"{name}.epub": partial(epub, page("<p>&l11;</p>", kind)) for name, kind in TYPES.items()},
    **{f"{name}.html": partial(page, "<p>&l11;</p>" * 50, kind) for name, kind in TYPES.items()},
    "svg.html": lambda: page(
        f"<p>{WORDS.decode()}</p><svg xmlns='x'><text>&l11;</text><script>1</script></svg>", LAUGHING
    ),
    "bomb.docx": lambda: docx(para("word " * 12_000_000), method=zipfile.ZIP_DEFLATED),
    "many-parts.docx": lambda: docx(_STORY, more={f"word/{n}.xml": b"x" for n in range(21_000)}),
    "deep.docx": lambda: docx("<w:sdt><w:sdtContent>" * _NEST + "</w:sdtContent></w:sdt>" * _NEST),
    "deep-table.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 5000 + para("x") + "</w:tc></w:tr></w:tbl>" * 5000),
    "empty-paragraphs.docx": lambda: docx("<w:p/>" * 100_000 + _STORY),
    "runs.docx": lambda: docx(
        "<w:p>" + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" * 60_000 + "</w:p>" + _STORY
    ),
    "cut.docx": lambda: shortened(docx(_STORY)),
    "flipped.docx": lambda: flipped(docx(_STORY)),
    "no-document.docx": lambda: packed({"[Content_Types].xml": b"x", "word/document2.xml": b"<x/>"}),
    "encrypted.docx": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(5000)
    ),
    "wrong-magic.docx": lambda: WORDS * 20,
    "page-as.docx": lambda: _PAGE,
    "deep.odt": lambda: odt("<text:section>" * 5000 + "<text:p>x</text:p>" + "</text:section>" * 5000),
    "spaces.odt": lambda: odt('<text:p>a<text:s text:c="2000000000"/>b c d</text:p>'),
    "rows.odt": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000000">'
        '<table:table-cell table:number-columns-repeated="1000000"><text:p>x y</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    ),
    "parents.odt": lambda: odt(
        f'<text:p text:style-name="s0"><text:span text:style-name="own">{WORDS.decode()}</text:span></text:p>' * 200,
        styles=_parents(),
    ),
    "cut.odt": lambda: shortened(odt("<text:p>" + WORDS.decode() * 30 + "</text:p>")),
    "flipped.odt": lambda: flipped(odt("<text:p>" + WORDS.decode() * 30 + "</text:p>")),
    "encrypted.odt": lambda: packed(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            (
                "META-INF/manifest.xml",
                _LOCKED,
            ),
            ("content.xml", bytes(range(256)) * 20),
        ],
        0,
    ),
    "loop.epub": lambda: epub(page("<iframe src='p.xhtml'></iframe><p>" + WORDS.decode() * 20 + "</p>")),
    "cut.epub": lambda: shortened(epub(_PAGE)),
    "deep.html": lambda: page("<div>" * _NEST + WORDS.decode() * 10),
    "deep-inline.html": lambda: page("<b><i>" * 100_000 + WORDS.decode() * 10),
    "deep-table.html": lambda: page("<table><tr><td>" * 50_000 + WORDS.decode()),
    "deep-lists.html": lambda: page("<ul><li>" * 50_000 + WORDS.decode()),
    "attributes.html": lambda: page(
        "<p " + " ".join(f"a{n}='x'" for n in range(200_000)) + f">{WORDS.decode() * 20}</p>"
    ),
    "style.html": lambda: page("<style>" + "p{color:#fff;}" * 100_000 + f"</style>{_paragraphs(2000)}"),
    "selectors.html": lambda: page(
        "<style>" + "a b c d e f g>h{display:none}" * 20_000 + "</style>" + f"<p>{WORDS.decode()}</p>" * 2000
    ),
    "entities.html": lambda: page("&#xD800;&#0;&#x110000;&#99999999999;&bogus;" * 20_000 + WORDS.decode() * 9),
    "unclosed.html": lambda: page("<p" * 300_000 + WORDS.decode()),
    "comments.html": lambda: page("<!--" * 300_000 + WORDS.decode()),
    "paragraphs.html": lambda: page(_paragraphs(100_000)),
    "script.html": lambda: page("<script>" + "if(a<b&&c>d){}" * 100_000 + f"</script><p>{WORDS.decode() * 20}</p>"),
    "data-url.html": lambda: page(f"<img src='data:image/png;base64,{'A' * 8 * MB}'><p>{WORDS.decode() * 20}</p>"),
    "linked-data.html": lambda: page(
        "<script type='application/ld+json'>" + "[" * 100_000 + f"</script><p>{WORDS.decode() * 20}</p>"
    ),
    "cut.html": lambda: shortened(_PAGE),
    "flipped.html": lambda: flipped(_PAGE),
    "zeros.html": lambda: _PAGE.replace(b"bridge", b"bri\x00dge"),
    "nothing.html": lambda: page(""),
    "wide.html": lambda: b"\xff\xfe" + _PAGE.decode().encode("utf-16-le") + b"\x00\xd8",
    "deep.md": lambda: b"> " * 100_000 + WORDS,
    "brackets.md": lambda: b"[" * 500_000 + WORDS,
    "links.md": lambda: b"[a](" * 200_000 + WORDS,
    "stars.md": lambda: b"*a **b " * 100_000 + WORDS,
    "backticks.md": lambda: b"".join(b"`" * n + b" " for n in range(1, 1200)) + WORDS,
    "lists.md": lambda: b"".join(b" " * n + b"- a\n" for n in range(1200)) + WORDS,
    "table.md": lambda: b"|" * 200_000 + b"\n" + b"-|" * 200_000 + b"\n" + WORDS,
    "nested.eml": lambda: nested_mail(10_000),
    "messages.eml": lambda: nested_messages(10_000),
    "headers.eml": lambda: mail(b"\n".join(b"X-%d: y" % n for n in range(100_000))),
    "long-header.eml": lambda: mail(b"X: " + b"a" * (5 * MB)),
    "folded.eml": lambda: mail(b"X: a\n" + b" a\n" * 300_000),
    "encoded-header.eml": lambda: mail(b"Subject: " + b"=?utf-8?q?=0d=0aBcc:_x?= " * 20_000),
    "addresses.eml": lambda: mail(b"To: " + b"((((((((((<a@" * 20_000),
    "parameters.eml": lambda: mail(
        b'Content-Type: text/plain; charset*0="ut"; ' + b"".join(b'a*%d="b"; ' % n for n in range(20_000))
    ),
    "charset.eml": lambda: mail(
        b'Content-Type: text/plain; charset="hex"\nContent-Transfer-Encoding: base64', b"####" * 10_000
    ),
    "punycode.eml": lambda: mail(b"Content-Type: text/plain; charset=punycode", b"a-" + b"9" * 50_000),
    "attachments.eml": lambda: mail(
        b"Content-Type: multipart/mixed; boundary=b",
        b"--b\nContent-Type: text/plain\n\n"
        + WORDS
        + b'--b\nContent-Disposition: attachment; filename="../../x.txt"\n\nx\n' * 3000,
    ),
    "page.eml": lambda: mail(b"Content-Type: text/html", page("<div>" * 100_000 + WORDS.decode())),
    "bytes.eml": lambda: mail(b"", bytes(range(1, 256)) * 4000),
    "loop.mhtml": circular_mhtml,
    "cut.mhtml": lambda: shortened(circular_mhtml()),
    "nested.mht": lambda: nested_mail(5000),
    "random.msg": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + flipped(bytes(20_000), times=5000),
    "loop.msg": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
        + bytes(10)
        + b"\x01\x00\x00\x00" * 8
        + bytes(20_000)
    ),
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 500_000 + WORDS,
    "closed.rtf": lambda: b"{\\rtf1 " + b"}" * 500_000 + WORDS,
    "binary.rtf": lambda: b"{\\rtf1 \\bin2000000000 " + WORDS,
    "words.rtf": lambda: b"{\\rtf1 " + b"\\b\\i\\ul\\fs24 " * 300_000 + WORDS,
    "endless.rtf": lambda: b"{\\rtf1 " + b"\\b\\i\\ul\\fs24 " * 3_000_000 + WORDS,
    "unicode.rtf": lambda: b"{\\rtf1 \\uc2000000000 \\u-10179?\\u55296?\\u999999999999?" + WORDS * 10,
    "numbers.rtf": lambda: b"{\\rtf1 \\fs" + b"9" * 500_000 + b" " + WORDS * 10,
    "fonts.rtf": lambda: b"{\\rtf1{\\fonttbl" + b"{\\f1\\fcharset999 x;}" * 100_000 + b"}" + WORDS * 10,
    "hex.rtf": lambda: b"{\\rtf1 " + b"\\'zz\\'" * 100_000 + WORDS,
    "object.rtf": lambda: b"{\\rtf1 {\\object\\objupdate{\\*\\objdata " + b"d0cf11e0" * 200_000 + b"}}" + WORDS * 10,
    "cut.rtf": lambda: shortened(b"{\\rtf1\\ansi " + WORDS * 30 + b"}"),
    "flipped.rtf": lambda: flipped(b"{\\rtf1\\ansi " + (WORDS + b"\\par ") * 30 + b"}"),
}
