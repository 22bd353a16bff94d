"""What is odd about how a text was made, put together for people."""

from __future__ import annotations

from core.model import Document

ODDITIES_TOLD = 3
"""Reasons of one type that are told for a text; a page with hidden comments may have hundreds."""


def oddities(document: Document) -> list[tuple[str, str, int]]:
    """Return what is odd about how a text was made: the type, why, and in how many places.

    A type that has more reasons than can be told one by one is told by its first ones.
    """
    grouped: dict[str, dict[str, int]] = {}
    for finding in document.findings:
        reasons = grouped.setdefault(finding.type, {})
        reasons[finding.why] = reasons.get(finding.why, 0) + 1
    told = []
    for kind, reasons in grouped.items():
        if len(reasons) <= ODDITIES_TOLD:
            told += [(kind, why, number) for why, number in reasons.items()]
        else:
            first = "; ".join(list(reasons)[:ODDITIES_TOLD])
            told.append((kind, f"{first}; and {len(reasons) - ODDITIES_TOLD} more", sum(reasons.values())))
    return told
