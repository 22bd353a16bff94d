"""Let a process of its own read a file, which has a limit of time, memory and output.

The process (:mod:`core.ingest.apart_worker`) gets bytes and gives a document or an error back; it opens no file of
the editor's. It is started with the first file, kept for the next ones, and ended after anything odd. Threads may read
at the same time, each with a process of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.errors import ArticleError
from core.ingest.children import Child, Gone, GoneError, StartError, keep, kept
from core.ingest.kinds import Kind
from core.ingest.limits import SECONDS
from core.ingest.source import Source
from core.model import Document

if TYPE_CHECKING:
    from core.ingest.messages import Act, Answer, Listing, Refusal

Still = Callable[[], None]
"""Called some times a second while another process reads; what it raises ends the reading (a cancel)."""

_TEXT_ALONE = "Save the article’s text alone and add that."
_REASONS = {
    Gone.LATE: ("took too long to read", _TEXT_ALONE),
    Gone.FULL: ("needs more memory than an article should", _TEXT_ALONE),
    Gone.BROKEN: ("made its reader stop", "Open it in the program that made it, save it again and add that."),
}


def wanted() -> None:
    """Go on reading whatever happens."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long one file may take in all, counted from when this is made, and who may end it earlier."""

    still: Still = wanted
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS)


def read_apart(kind: Kind, source: Source, wait: Wait) -> Document:
    """Return the document of a file of that kind; raises :class:`~core.errors.ArticleError`."""
    from core.ingest.messages import Act, BadAnswerError, Reading, document_of  # noqa: PLC0415 - not for plain text

    answer = _asked(Act.READ, kind, source, wait)
    try:
        if isinstance(answer, Reading):
            return document_of(answer, source.path, source.sha256)
    except BadAnswerError:
        pass
    raise _error(source, Gone.BROKEN)


def list_apart(kind: Kind, source: Source, wait: Wait) -> Listing:
    """Return what an archive or a mail holds; raises :class:`~core.errors.ArticleError`."""
    from core.ingest.messages import Act, Listing  # noqa: PLC0415 - as above

    answer = _asked(Act.LIST, kind, source, wait)
    if isinstance(answer, Listing):
        return answer
    raise _error(source, Gone.BROKEN)


def take_apart(kind: Kind, source: Source, member: int, wait: Wait) -> bytes:
    """Return the bytes of one article inside an archive or a mail; raises :class:`~core.errors.ArticleError`."""
    from core.ingest.messages import Act, Taken  # noqa: PLC0415 - as above

    answer = _asked(Act.TAKE, kind, source, wait, member)
    if isinstance(answer, Taken):
        return answer.data
    raise _error(source, Gone.BROKEN)


def _asked(act: Act, kind: Kind, source: Source, wait: Wait, member: int = 0) -> Answer:
    """Return what a process answers; a process that read other files before gets a second, fresh one to help it."""
    from core.ingest.messages import Refusal, Task, packed  # noqa: PLC0415 - as above

    path = source.path.encode("utf-8", "surrogatepass")
    task = packed(Task(act, kind, path, source.sha256, source.encoding, member))
    child = kept()
    while True:
        used = child is not None
        try:
            child = child or Child()
            answer = child.ask((task, source.data), wait.until, wait.still)
        except StartError as error:
            raise source.error(f"cannot be read, for its reader does not start ({error})", "Try again.") from None
        except GoneError as error:
            # What it kept of other files may be why, or it ended for having waited long.
            if used and error.why is not Gone.LATE:
                child = None
                continue
            raise _error(source, error.why) from None
        if isinstance(answer, Refusal) and answer.memory:
            child.end()
            if used:
                child = None
                continue
            raise _error(source, Gone.FULL)
        keep(child)
        if isinstance(answer, Refusal):
            raise ArticleError(source.path, *_sentences(answer))
        return answer


def _sentences(refusal: Refusal) -> tuple[str, str]:
    from core.ingest.messages import line  # noqa: PLC0415 - as above

    return line(refusal.what), line(refusal.remedy)


def _error(source: Source, why: Gone) -> ArticleError:
    return source.error(*_REASONS[why])
