"""When a report is dated, and how the date is printed: in UTC, as the times of its verdicts are."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from core.errors import UsageError
from core.months import MONTHS
from core.report.phrases import shorten

_SHOWN_EPOCH = 40
_DAY = len("2026-11-21")


def report_date() -> datetime:
    """Return the date of ``SOURCE_DATE_EPOCH`` in UTC where it is set, else the time that it is now.

    Raises :class:`UsageError` where it is set to what is no date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is “{shorten(epoch, _SHOWN_EPOCH)}”, which is no date.",
            "Set it to seconds since 1970, or unset it.",
        ) from None


def in_utc(when: datetime) -> datetime:
    """Return the time in UTC; one without a zone is taken to be in it."""
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def printed_day(told: str) -> str:
    """Return a day as the reports print it, ``21 November 2026``; what is no day is left as it is."""
    try:
        day = date.fromisoformat(told[:_DAY])
    except ValueError:
        return told
    return f"{day.day} {MONTHS[day.month - 1][0]} {day.year}"


def printed(when: datetime) -> str:
    """Return a time as the head of a report names it: ``21 November 2026, 19:04 UTC``."""
    at = in_utc(when)
    return f"{at.day} {MONTHS[at.month - 1][0]} {at.year}, {at:%H:%M} UTC"
