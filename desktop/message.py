"""What the window tells people without waiting for an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import CognateError
from core.model import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """One row: what happened, what to do, and up to one thing that can be done at once."""

    what: str
    remedy: str = ""
    severity: Severity | None = Severity.HIGH
    """None for good news."""
    button: str = ""
    run: Callable[[], None] | None = None
    topic: str = ""
    """A newer message on a topic takes the older one's place."""
    tip: str = ""
    """What the button's tooltip says, such as its key."""
    dismissed: Callable[[], None] | None = None
    """What follows where somebody dismisses the row."""


def failure(error: CognateError, topic: str = "") -> Message:
    """Return what an error says, as a message."""
    return Message(error.what, error.remedy, topic=topic)
