"""Text of articles is never markup: where Qt would guess, it is told."""

from __future__ import annotations

import html


def tooltip(text: str) -> str:
    """Return ``text`` as a tooltip that shows it letter by letter."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""
