"""Files and pasted text in, :class:`core.model.Document` out."""

from core.ingest.reader import FORMATS, MAX_BYTES, pasted, read

__all__ = ["FORMATS", "MAX_BYTES", "pasted", "read"]
