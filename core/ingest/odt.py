"""ODF texts (ODT): text as Writer shows it, and apart from it what is hidden, deleted or commented."""

from __future__ import annotations

from core.ingest.kinds import Kind
from core.ingest.odt_styles import Styles
from core.ingest.odt_walk import Walk, changes_of
from core.ingest.packed import SAVE_AGAIN, locked, parts
from core.ingest.properties import Properties, properties
from core.ingest.source import Source
from core.ingest.writer import change_notices, picture_findings
from core.model import Document

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ENCRYPTION = "{*}encryption-data"


def read_odt(source: Source) -> Document:
    """Return the document of an ODF text; raises :class:`~core.errors.ArticleError`."""
    packed = parts(source)
    manifest = packed.optional("META-INF/manifest.xml")
    # With a password, newer files hold one encrypted part, older ones encrypt each of their parts.
    if "encrypted-package" in packed.names or (manifest is not None and manifest.find(f".//{_ENCRYPTION}") is not None):
        raise locked(source)
    content = packed.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise source.error("is damaged: it has no text body", SAVE_AGAIN)
    named = packed.optional("styles.xml")
    styles = Styles(content) if named is None else Styles(named, content)
    walk = Walk(styles, changes_of(body))
    try:
        walk.all(body)
    except RecursionError:
        raise source.error("is nested too deeply", "Save the article’s text alone and add that.") from None
    text, findings = walk.writer.build()
    meta = packed.optional("meta.xml")
    says = Properties() if meta is None else properties(meta)
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=text,
        format=Kind.ODT,
        title=says.title,
        author=says.author,
        made=says.made,
        language=styles.language or says.language,
        findings=(*findings, *picture_findings(text, walk.pictures)),
        notices=change_notices(walk.writer.counts["inserted"], walk.writer.counts["deleted"]),
    )
