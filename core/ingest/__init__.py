"""Files and pasted text in, :class:`core.model.Document` out."""

from core.ingest.container import Expansion, expand
from core.ingest.limits import MAX_BYTES
from core.ingest.reader import pasted, read

__all__ = ["MAX_BYTES", "Expansion", "expand", "pasted", "read"]
