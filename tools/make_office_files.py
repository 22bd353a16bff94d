"""Make the office files and PDFs in ``tests/files/formats`` anew with LibreOffice and Chromium.

``python -m tools.make_office_files``. Their text is ``article.txt``, written as a flat ODF text that LibreOffice
converts to every other format; ``tricks`` has tracked changes, a comment and hidden words besides.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "files" / "formats"
TITLE, AUTHOR, DAY = "Harbour town votes to keep its last ferry running", "Clara Menéndez", "2026-03-11"
ITEMS = 2
"""How many paragraphs after the one that ends in a colon are its list."""

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
    )
)
_STYLES = """
<office:styles>
 <style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif"
  fo:font-family="'Liberation Serif'" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>
 <style:style style:name="Standard" style:family="paragraph">
  <style:paragraph-properties fo:margin-bottom="{space}"/></style:style>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:parent-style-name="Standard"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
 <style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}"
  fo:margin="1.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
 <style:style style:name="columns" style:family="section"><style:section-properties>
  <style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:section-properties></style:style>
 <style:style style:name="body" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:text-align="{align}"/>
  <style:text-properties fo:hyphenate="{hyphenate}" fo:hyphenation-remain-char-count="2"
   fo:hyphenation-push-char-count="2"/></style:style>
 <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
 <style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
 <style:style style:name="tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
 <style:style style:name="gone" style:family="text"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
 <style:header><text:p text:style-name="Header">The Ellery Gazette</text:p></style:header>
 <style:footer><text:p text:style-name="Header">Page <text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
"""
_TRACKED = f"""<text:tracked-changes>
<text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info><dc:creator>Ruth Okafor</dc:creator>
<dc:date>{DAY}T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="c2" text:id="c2"><text:deletion><office:change-info><dc:creator>Ruth Okafor</dc:creator>
<dc:date>{DAY}T10:00:00</dc:date></office:change-info><text:p>a bitterly divided </text:p></text:deletion>
</text:changed-region></text:tracked-changes>"""
_TAGGED = 'writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_LOCKED = (
    'writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"ferry"}}'
)
_TRICKS = (
    (
        "the town’s last",
        '<text:change-start text:change-id="c1"/>the town’s<text:change-end text:change-id="c1"/> last',
    ),
    ("at a cost of", '<text:change text:change-id="c2"/>at a cost of'),
    (
        "closer than anyone",
        (
            "closer<office:annotation><dc:creator>Ruth Okafor</dc:creator>"
            f"<dc:date>{DAY}T10:00:00</dc:date><text:p>Check the count.</text:p></office:annotation> than anyone"
        ),
    ),
    ("in March.", 'in March.<text:span text:style-name="white"> Copied from the Sound Courier.</text:span>'),
    ("alike.”", 'alike.”<text:span text:style-name="tiny"> Filler nobody reads.</text:span>'),
    ("accept it.", 'accept it.<text:span text:style-name="gone"> The source was not named.</text:span>'),
)


def paragraphs() -> list[str]:
    """Return the article's paragraphs."""
    return [p for p in (FOLDER / "article.txt").read_text(encoding="utf-8").split("\n\n") if p.strip()]


def flat(
    *,
    tricks: bool = False,
    tracked: bool = True,
    columns: int = 1,
    page: tuple[str, str] = ("21cm", "29.7cm"),
    space: str = "0.25cm",
) -> str:
    """Return the article as a flat ODF text."""
    blocks = [html.escape(" ".join(p.split()), quote=False) for p in paragraphs()]
    head, body = blocks[0], "\n".join(_blocks(blocks[1:]))
    for plain, trick in (_TRICKS if tracked else _TRICKS[2:]) if tricks else ():
        body = body.replace(plain, trick, 1)
    style = _STYLES.format(
        width=page[0],
        height=page[1],
        columns=columns,
        space=space,
        align="justify" if columns > 1 else "start",
        hyphenate=str(columns > 1).lower(),
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        f"<dc:title>{TITLE}</dc:title><meta:initial-creator>{AUTHOR}</meta:initial-creator>"
        f"<dc:creator>{AUTHOR}</dc:creator><meta:creation-date>{DAY}T09:00:00</meta:creation-date>"
        f"<dc:date>{DAY}T09:00:00</dc:date></office:meta>{style}<office:body><office:text>"
        f"{_TRACKED if tricks and tracked else ''}"
        f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{head}</text:h>'
        f'<text:section text:style-name="columns" text:name="S">{body}</text:section>'
        "</office:text></office:body></office:document>"
    )


def _blocks(blocks: list[str]) -> list[str]:
    made, items = [], 0
    for block in blocks:
        made.append(f'<text:p text:style-name="body">{block}</text:p>')
        if items:
            made[-1] = f"<text:list-item>{made[-1]}</text:list-item>"
            items -= 1
            if not items:
                made[-1] += "</text:list>"
        elif block.endswith(":"):
            made.append('<text:list text:style-name="L1">')
            items = ITEMS
    return made


def page(title: str = "") -> str:
    """Return the article as an HTML page, which Chromium prints and pandoc converts."""
    blocks = [html.escape(" ".join(p.split())) for p in paragraphs()]
    body = "".join(f"<p>{block}</p>" for block in blocks[1:])
    return (
        f'<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>{title}</title>'
        f"<style>body{{font-family:'Liberation Serif';margin:2em}}</style><h1>{blocks[0]}</h1>{body}</html>"
    )


def convert(folder: Path, name: str, to: str, options: str = "") -> Path:
    """Convert a file in ``folder`` with LibreOffice and return what it made."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"{to}:{options}" if options else to,
            "--outdir",
            str(folder),
            str(folder / name),
        ],
        check=True,
        capture_output=True,
    )
    return (folder / name).with_suffix(f".{to}")


def main() -> None:
    """Make every file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "article.fodt").write_text(flat(), encoding="utf-8")
        (folder / "tricks.fodt").write_text(flat(tricks=True), encoding="utf-8")
        # In a PDF, what is deleted but still shown is text like any other.
        (folder / "printed.fodt").write_text(flat(tricks=True, tracked=False), encoding="utf-8")
        (folder / "columns.fodt").write_text(flat(columns=2, page=("14.8cm", "13cm"), space="0cm"), encoding="utf-8")
        for what in ("article", "tricks"):
            for to in ("odt", "docx", "rtf"):
                shutil.copy(convert(folder, f"{what}.fodt", to), FOLDER / f"{what}.{to}")
        shutil.copy(convert(folder, "article.fodt", "pdf", _TAGGED), FOLDER / "article.pdf")
        shutil.copy(convert(folder, "printed.fodt", "pdf", _TAGGED), FOLDER / "tricks.pdf")
        shutil.copy(convert(folder, "columns.fodt", "pdf"), FOLDER / "columns.pdf")
        shutil.copy(convert(folder, "article.fodt", "pdf", _LOCKED), FOLDER / "locked.pdf")
        (folder / "titled.html").write_text(page(TITLE), encoding="utf-8")
        (folder / "page.html").write_text(page(), encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={folder / 'chromium'}",
                f"--print-to-pdf={FOLDER / 'chromium.pdf'}",
                (folder / "titled.html").as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        for to in ("docx", "odt", "rtf"):
            subprocess.run(
                [
                    "pandoc",
                    "-s",
                    "--metadata=lang:en-GB",
                    str(folder / "page.html"),
                    "-o",
                    str(FOLDER / f"pandoc.{to}"),
                ],
                check=True,
                capture_output=True,
            )


if __name__ == "__main__":
    main()
