"""PDFs that are made to do harm, written by hand so that each is broken in just one way."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence

import pikepdf

from tests.hostile.archives import WORDS, flipped, repeated, shortened

MB = 1024 * 1024
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 %d 0 R >> >> >>"
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def story(lines: int = 12) -> bytes:
    """Return a page's content."""
    rows = (b"(%s) Tj 0 -14 Td" % WORDS.strip().replace(b"(", b"[") for _ in range(lines))
    return b"BT /F1 11 Tf 40 780 Td " + b" ".join(rows) + b" ET"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def deflated(data: bytes, more: bytes = b"") -> bytes:
    return stream(zlib.compress(data), b"/Filter /FlateDecode " + more)


def bomb(piece: bytes, times: int, more: bytes = b"") -> bytes:
    return stream(repeated(piece, times), b"/Filter /FlateDecode " + more)


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF; the first object is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def simple(
    content: bytes | None = None,
    page: bytes = b"",
    catalogue: bytes = b"",
    font: bytes = _FONT,
    more: Sequence[bytes] = (),
    box: bytes = b"0 0 595 842",
    trailer: bytes = b"",
) -> bytes:
    """Return a PDF of one page: objects 1 catalogue, 2 pages, 3 page, 4 content, 5 font, 6 … ``more``."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
            % (box, page),
            content if content is not None else stream(story()),
            font,
            *more,
        ],
        trailer,
    )


def tree(kids: bytes, count: int, more: Sequence[bytes] = ()) -> bytes:
    return pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *more]
    )


def deep_tree(depth: int = 20_000) -> bytes:
    nodes = [b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1) for n in range(3, depth)]
    return tree(b"3 0 R", 1, nodes)


def many_pages(count: int = 30_000) -> bytes:
    page = _PAGE
    kids = b" ".join(b"%d 0 R" % n for n in range(3, 3 + count))
    pages = [page % (3 + count, 4 + count)] * count
    return tree(kids, count, [*pages, stream(story(3)), _FONT])


def same_page(count: int = 200_000) -> bytes:
    page = _PAGE % (4, 5)
    return tree(b"3 0 R " * count, count, [page, stream(story(3)), _FONT])


def object_stream_bomb() -> bytes:
    head = b" ".join(b"%d 0" % n for n in range(10, 2000))
    return simple(more=[bomb(head + b" " * MB, 200, b"/Type /ObjStm /N 1990 /First %d" % len(head))])


def filters() -> bytes:
    data = repeated(bytes(MB), 100)
    for _ in range(2):
        data = zlib.compress(data, 9)
    return simple(stream(data, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"))


def forms(depth: int = 3000) -> bytes:
    """Return a page whose forms each draw the next one ten times."""
    drawn = b"/X Do " * 10
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    return simple(
        stream(b"/X Do"),
        page=b"/XObject << /X 6 0 R >>",
        more=[stream(drawn, form % (7 + n)) for n in range(depth)],
    )


def locked(password: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(simple())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user=password))
    return out.getvalue()


_IMAGE = b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
_SCRIPT = b"/OpenAction << /S /JavaScript /JS (while(true){app.alert(1)}) >>"
_LAUNCH = b"/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>"

KINDS: dict[str, Callable[[], bytes]] = {
    "sound.pdf": simple,
    "script.pdf": lambda: simple(catalogue=_SCRIPT),
    "launch.pdf": lambda: simple(catalogue=_LAUNCH),
    "loop-of-pages.pdf": lambda: tree(b"2 0 R", 5),
    "deep-tree.pdf": deep_tree,
    "many-pages.pdf": many_pages,
    "same-page.pdf": same_page,
    "claims-pages.pdf": lambda: tree(b"3 0 R", 2_000_000_000, [b"<< /Type /Page /Parent 2 0 R >>"]),
    "bomb.pdf": lambda: simple(bomb(b" " * MB, 300)),
    "text-bomb.pdf": lambda: simple(
        deflated(b"BT /F1 11 Tf 40 780 Td " + b"(a word and) Tj 0 -1 Td " * 2_000_000 + b" ET")
    ),
    "filters.pdf": filters,
    "object-stream.pdf": object_stream_bomb,
    "forms.pdf": forms,
    "raised.pdf": lambda: simple(
        stream(
            b"BT /F1 12 Tf 40 700 Td (%s) Tj " % (b"a" * 100_000) + b"/F1 7 Tf 4 Ts (1) Tj /F1 8 Tf (2) Tj " * 10_000
        )
    ),
    "loop-of-forms.pdf": lambda: simple(
        stream(b"/X Do"),
        page=b"/XObject << /X 6 0 R >>",
        more=[
            stream(
                b"/X Do /X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
            )
        ],
    ),
    "image.pdf": lambda: simple(
        stream(b"/X Do " + story()), page=b"/XObject << /X 6 0 R >>", more=[deflated(bytes(MB), _IMAGE)]
    ),
    "scan.pdf": lambda: simple(stream(b"/X Do"), page=b"/XObject << /X 6 0 R >>", more=[deflated(bytes(MB), _IMAGE)]),
    "font.pdf": lambda: simple(
        font=b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /FontFile2 6 0 R >> >>",
        more=[bomb(bytes(MB), 60)],
    ),
    "character-map.pdf": lambda: simple(
        font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        more=[
            deflated(b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange " + b"<41> <42> <0041> " * 500_000)
        ],
    ),
    "huge-page.pdf": lambda: simple(box=b"0 0 99999999999 99999999999"),
    "no-page.pdf": lambda: simple(box=b"0 0 0 0"),
    "numbers.pdf": lambda: simple(
        stream(b"BT /F1 1e38 Tf 9e99 -9e99 Td (A word) Tj 0 0 0 0 0 0 Tm (and two) Tj ET" + b"q " * 100_000)
    ),
    "arrays.pdf": lambda: simple(stream(b"[" * 500_000 + story())),
    "deep-dictionary.pdf": lambda: simple(catalogue=b"/X " + b"<< /X " * 50_000 + b">> " * 50_000),
    "references.pdf": lambda: simple(content=b"6 0 R", more=[b"7 0 R", b"6 0 R"]),
    "long-name.pdf": lambda: simple(catalogue=b"/X /" + b"a" * (5 * MB)),
    "length.pdf": lambda: simple().replace(b"/Length ", b"/Length 99999999"),
    "cross-references.pdf": lambda: simple(trailer=b"/Prev 15"),
    "outlines.pdf": lambda: simple(catalogue=b"/Outlines 6 0 R", more=[b"<< /First 6 0 R /Next 6 0 R /Title (x) >>"]),
    "metadata.pdf": lambda: simple(
        trailer=b"/Info << /Title (%s) /CreationDate (D:99999999999999) >>" % (b"\\377\\376" * 100_000)
    ),
    "cut.pdf": lambda: shortened(simple()),
    "flipped.pdf": lambda: flipped(simple()),
    "no-references.pdf": lambda: simple().partition(b"xref")[0],
    "locked.pdf": lambda: locked("secret"),
    "only-owner.pdf": lambda: locked(""),
    "only-mark.pdf": lambda: b"%PDF-1.7",
    "mark-and-noise.pdf": lambda: b"%PDF-1.7\n" + flipped(bytes(MB), times=200_000),
    "page-as.pdf": lambda: b"<!doctype html><p>" + WORDS * 20,
    "after-words.pdf": lambda: b"Some words first.\n" * 20 + simple(),
}
