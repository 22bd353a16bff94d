"""What one line or one article of many may fail with, while the others go on.

The engine tells everything that is wrong with its input as a :class:`CognateError`; an article may besides be too much
for this computer. Anything else is a fault of the program and must be seen.
"""

from __future__ import annotations

from core.errors import CognateError

FAILURES = (CognateError, MemoryError)


def reason(error: BaseException) -> str:
    """Return what is told of a failure, in a sentence."""
    return str(error) if isinstance(error, CognateError) else "There is not enough memory for this."
