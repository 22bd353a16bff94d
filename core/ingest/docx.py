"""Word files (DOCX, DOCM): text as Word shows it, and apart from it what is hidden, deleted or commented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.ingest.docx_names import attribute, bare_name, word_name
from core.ingest.docx_styles import Styles
from core.ingest.docx_walk import Walk
from core.ingest.kinds import OLD_OFFICE, Kind
from core.ingest.packed import Parts, locked, parts
from core.ingest.properties import Properties, properties
from core.ingest.source import Source
from core.ingest.writer import change_notices, picture_findings
from core.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"


def read_docx(source: Source) -> Document:
    """Return the document of a Word file; raises :class:`~core.errors.ArticleError`."""
    # A Word file with a password is an old Office container around the encrypted one.
    if source.data.startswith(OLD_OFFICE):
        raise locked(source)
    packed = parts(source)
    main = _target(packed, "", "officeDocument") or _MAIN
    root = packed.xml(main)
    if word_name(root) != "document":
        raise source.error("is no Word document", "Save the article as DOCX or text and add that.")
    styles = Styles(packed.optional(_target(packed, main, "styles")))
    notes = {
        (kind, number): note
        for kind in ("footnote", "endnote")
        for number, note in _numbered(packed, main, f"{kind}s").items()
    }
    walk = Walk(styles, notes, _numbered(packed, main, "comments"))
    try:
        walk.all(root)
    except RecursionError:
        raise source.error("is nested too deeply", "Save the article’s text alone and add that.") from None
    text, findings = walk.writer.build()
    says = _properties(packed)
    notices = change_notices(walk.writer.counts["inserted"], walk.writer.counts["deleted"])
    if walk.seen.foreign:
        notices += ("A part in another format that is embedded in the file is left out.",)
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=text,
        format=Kind.DOCX,
        title=says.title,
        author=says.author,
        made=says.made,
        language=styles.language or says.language,
        findings=(*findings, *picture_findings(text, walk.seen.pictures)),
        notices=notices,
    )


def _properties(packed: Parts) -> Properties:
    root = packed.optional(_target(packed, "", "core-properties") or _target(packed, "", "coreProperties"))
    return Properties() if root is None else properties(root)


def _numbered(packed: Parts, main: str, kind: str) -> dict[str, _Element]:
    """Return the notes or comments of a kind by their numbers."""
    root = packed.optional(_target(packed, main, kind))
    return {} if root is None else {attribute(e, "id") or "": e for e in root if word_name(e) == kind.removesuffix("s")}


def _target(packed: Parts, of: str, kind: str) -> str | None:
    """Return the name of the part that another refers to by a kind of relation, None where there is none."""
    folder, _, name = of.rpartition("/")
    root = packed.optional(f"{folder}/_rels/{name}.rels".lstrip("/"))
    for relation in root if root is not None else ():
        if bare_name(relation) != "Relationship" or relation.get("TargetMode") == "External":
            continue
        if (relation.get("Type") or "").rpartition("/")[2] == kind:
            target = relation.get("Target") or ""
            return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
    return None
