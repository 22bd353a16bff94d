"""PDF files: words in reading order, joined into paragraphs, without what is printed around every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.ingest.kinds import Kind
from core.ingest.limits import MAX_PAGES, MAX_TEXT
from core.ingest.packed import SAVE_AGAIN, locked
from core.ingest.pdf_columns import blocks
from core.ingest.pdf_furniture import without_furniture
from core.ingest.pdf_lines import Page
from core.ingest.pdf_page import PageReader, decoded
from core.ingest.pdf_paragraphs import paragraphs, pieces, words_of
from core.ingest.properties import day, one_line
from core.ingest.source import Source, holds_words
from core.ingest.writer import Writer, counted, credited, picture_findings
from core.model import Document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD, _SECURITY = 4, 5
_STAMP = re.compile(r"D?:?\s*(\d{4})(\d{2})?(\d{2})?")
_LONGEST = 4096
"""The most bytes that are read of a title or an author."""
_MEANINGLESS = 0.1
"""The share of characters without a meaning from which an editor is told."""


def read_pdf(source: Source) -> Document:
    """Return the document of a PDF file; raises :class:`~core.errors.ArticleError`."""
    file = _opened(source)
    try:
        pages = list(_pages(source, file))
        title, author, made = (_said(file, name) for name in ("Title", "Author", "CreationDate"))
        language = _language(file)
    finally:
        file.close()
    _refuse_scan(source, pages)
    taken = without_furniture(pages)
    writer = _written(pages)
    text, findings = writer.build()
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=text,
        format=Kind.PDF,
        title=one_line(title),
        author=one_line(author),
        made=_day(made),
        language=language,
        findings=(*findings, *picture_findings(text, sum(page.pictures for page in pages))),
        notices=tuple(_notices(pages, text, taken)),
    )


def _opened(source: Source) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - not at start-up

    try:
        return PdfDocument(source.data)
    except PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise locked(source) from None
        if error.err_code == _SECURITY:
            raise source.error("is protected in a way that is not read", "Save it without protection.") from None
        raise source.error("is damaged and cannot be opened", SAVE_AGAIN) from None


def _pages(source: Source, file: PdfDocument) -> Iterator[Page]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - not at start-up

    if not len(file):
        raise source.error("is damaged: it has no pages", SAVE_AGAIN)
    if len(file) > MAX_PAGES:
        raise source.error(f"has more than {MAX_PAGES:,} pages", "Save the pages of the article alone and add that.")
    length = 0
    for number in range(len(file)):
        try:
            page = file[number]
        except PdfiumError:
            raise source.error(f"is damaged: its page {number + 1} cannot be read", SAVE_AGAIN) from None
        try:
            read = PageReader(page).read()
        finally:
            page.close()
        yield read
        length += sum(len(words) for line in read.lines for words, _ in line.pieces)
        # Enough for the one sentence that it is too long.
        if length > 2 * MAX_TEXT:
            return


def _refuse_scan(source: Source, pages: list[Page]) -> None:
    if any(holds_words(line.text) for page in pages for line in page.lines):
        return
    if any(page.pictures for page in pages) and not any(page.lines for page in pages):
        raise source.error(
            "holds pictures of pages but no text", "Have its text recognised (OCR) in a scanning program and add that."
        )


def _written(pages: list[Page]) -> Writer:
    writer = Writer()
    made = paragraphs(block for page in pages for block in blocks(page.lines))
    known = words_of(line for page in pages for line in page.lines)
    for number, paragraph in enumerate(made):
        for words, how in pieces(paragraph, known):
            writer.run(words, how)
        following = made[number + 1] if number + 1 < len(made) else None
        if paragraph.item and following and following.item:
            writer.line()
        else:
            writer.paragraph()
    for page in pages:
        for words, author in page.comments:
            writer.note(words, credited("comment", author), "comment")
    return writer


def _notices(pages: list[Page], text: str, taken: int) -> Iterator[str]:
    if taken:
        yield f"{counted(taken, 'running head, foot or page number', 'running heads, feet and page numbers')} left out."
    recognised = [n for n, page in enumerate(pages, start=1) if page.recognised]
    if recognised:
        yield f"The text of {_named(recognised)} was recognised from a scan (OCR) and may hold reading errors."
    bare = [n for n, page in enumerate(pages, start=1) if page.scanned and not page.lines and not page.recognised]
    if bare:
        yield f"{_named(bare).capitalize()} {'is a picture' if len(bare) == 1 else 'are pictures'} without text."
    unknown = sum(page.unknown for page in pages)
    if unknown > _MEANINGLESS * len(text):
        yield "Many characters have no meaning in the file’s fonts; the text may be unreadable."


def _named(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    most = 6
    listed = [str(n) for n in numbers[:most]]
    if len(numbers) > most:
        return f"pages {', '.join(listed)} and {len(numbers) - most} more"
    return f"pages {', '.join(listed[:-1])} and {listed[-1]}"


def _day(stamp: str) -> str | None:
    found = _STAMP.match(stamp)
    return day(f"{found[1]}-{found[2]}-{found[3]}") if found else None


def _said(file: PdfDocument, name: str) -> str:
    """Return what the file says of itself under a name."""
    from pypdfium2 import raw  # noqa: PLC0415 - not at start-up

    tag = name.encode("ascii")
    length = min(raw.FPDF_GetMetaText(file, tag, None, 0), _LONGEST)
    words = (raw.FPDF_WCHAR * (length // 2 + 1))()
    raw.FPDF_GetMetaText(file, tag, words, length)
    return decoded(words)


def _language(file: PdfDocument) -> str | None:
    from pypdfium2 import raw  # noqa: PLC0415 - not at start-up

    length = min(raw.FPDFCatalog_GetLanguage(file, None, 0), _LONGEST)
    words = (raw.FPDF_WCHAR * (length // 2 + 1))()
    raw.FPDFCatalog_GetLanguage(file, words, length)
    return one_line(decoded(words))
