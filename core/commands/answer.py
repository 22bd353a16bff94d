"""What ``cognate batch`` says of one pair, on its way from the process that compared it to the one that writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.commands.pairs import Asked, Identifier, Unusable
from core.report.analysis_json import as_json
from core.timings import Stage

Line = Asked | Unusable


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one pair."""

    text: str
    """A line of JSON."""
    failed: bool = False
    seconds: Mapping[Stage, float] = field(default_factory=dict)
    """What each stage took."""
    notice: str | None = None
    """Why the encoder was not used, where it was not."""


def failure(identifier: Identifier, why: str, seconds: Mapping[Stage, float] | None = None) -> Answer:
    """Return the answer for a pair that cannot be compared."""
    return Answer(as_json({"id": identifier, "error": why}), failed=True, seconds=seconds or {})
