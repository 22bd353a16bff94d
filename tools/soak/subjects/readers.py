"""Files of every format, changed at random: each is an article or a sentence, and its reader does not break down."""

from __future__ import annotations

import io
import random
import zipfile
from functools import cache, partial
from pathlib import Path

import pikepdf

from core.errors import ArticleError
from core.ingest import children, read
from core.model import Document, Span
from tools.soak.damage import damaged
from tools.soak.subject import BrokenError, Subject

FILES = Path(__file__).resolve().parents[3] / "tests" / "files" / "formats"
_STOPPED = "made its reader stop"
_TOKENS = (
    b"<", b">", b"</p>", b"<table>", b"&#0;", b"&lt;", b'"', b"'", b"{", b"}", b"\\", b"\\u-1 ", b"\\bin9 ", b"\\'",
    b"(", b")", b"[", b"]", b"<<", b">>", b" 0 R", b"obj", b"endstream", b"/Kids", b"\x00", b"\xff\xfe", b"\n\n",
    b"\r", b"--", b"=?", b"?=", b": ", b";", b"0", b"-1", b"99999999999", b"\xed\xa0\x80", b"\xe2\x80\x8b",
    b"PK\x03\x04", b"PK\x01\x02", b"charset=", b"style=", b"w:vanish", b"text:s", b"*", b"_", b"`", b"> ", b"# ",
    b"|",
)  # fmt: skip
"""What means something to one format or another."""
_INSIDE = 0.8


def changed(whole: bytes, seed: int) -> bytes:
    """Return the bytes with something changed: damaged as on a disk, or with words of the formats put in.

    What stands packed in a file is changed unpacked more often than not, else its checksum would be all that is tried.
    """
    chance = random.Random(seed)  # noqa: S311 - chosen, not kept secret
    if chance.random() < 1 / 3:
        return damaged(whole, seed)
    if whole.startswith(b"PK") and chance.random() < _INSIDE:
        return _part_changed(whole, chance)
    if whole.startswith(b"%PDF") and chance.random() < _INSIDE:
        whole = _plain_pdf(whole)
    return _with_words(whole, chance)


def _part_changed(whole: bytes, chance: random.Random) -> bytes:
    """Return an archive with one of its parts changed, packed anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [info for info in old.infolist() if info.file_size]
        # The largest one mostly holds the article.
        one = chance.choice((chance.choice(parts), max(parts, key=lambda part: part.file_size)))
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info, _with_words(data, chance) if info is one else data)
    return out.getvalue()


@cache
def _plain_pdf(whole: bytes) -> bytes:
    """Return a PDF without compression; one that asks for a password as it is."""
    out = io.BytesIO()
    try:
        file = pikepdf.open(io.BytesIO(whole))
    except pikepdf.PasswordError:
        return whole
    with file:
        file.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return out.getvalue()


def _with_words(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(data))
        until = at + chance.choice((0, 0, 1, 4, 50))
        data[at:until] = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 30))
    return bytes(data)


def attempt(name: str, seed: int, folder: Path) -> str:
    """Change a file and read it."""
    path = folder / name
    path.write_bytes(changed((FILES / name).read_bytes(), seed))
    try:
        document = read(path)
    except ArticleError as error:
        if not str(error).isprintable() or not error.what.endswith("."):
            raise BrokenError(repr(error)) from None
        if _STOPPED in error.what:
            raise BrokenError("its reader broke down") from None
        return "told"
    check(document)
    return "read"


def check(document: Document) -> None:
    """See that what a reader gives holds together."""
    whole = Span(0, len(document.text))
    if not document.text.strip() or not all(whole.contains(finding.span) for finding in document.findings):
        raise BrokenError("a finding outside the text, or no text")
    said = (document.title, document.author, document.outlet, document.published, *document.notices)
    if not all(words is None or words.isprintable() for words in said):
        raise BrokenError(f"not one line: {said!r}")


SUBJECTS = tuple(
    Subject(
        f"reads-{path.name}",
        "a changed file is an article or a sentence",
        partial(attempt, path.name),
        close=children.end_all,
    )
    for path in sorted(FILES.iterdir())
)
