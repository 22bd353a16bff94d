"""A case that was open before, and how it is told of in one line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.model import MatchClass
from desktop import months
from desktop.language import tr, tr_noop
from desktop.plain import harmless

NOT_FOUND = tr_noop("not found")
_NEAR = (tr_noop("today"), tr_noop("yesterday"))


@dataclass(frozen=True, slots=True)
class RecentCase:
    """What the welcome page shows of a case; whoever lists them says whether its file is still there."""

    path: Path
    title: str
    articles: int
    opened: datetime
    """With its time zone."""
    shares: tuple[tuple[MatchClass, float], ...] = ()
    """Shares of the article under review by class, for its bar."""
    missing: bool = False


def detail(case: RecentCase, now: datetime) -> str:
    """Return how many articles the case has and when it was open, or that it is gone: ``8 articles, yesterday``."""
    when = tr(NOT_FOUND) if case.missing else day(case.opened, now)
    return tr("{n} article(s), {when}", "", case.articles).format(when=when)


def named(path: Path, title: str, now: datetime) -> str:
    """Return how a case without a name is told from others: ``“Gulls return”, begun today 14:05``.

    When it was begun stands in the name of its file, in UTC.
    """
    parts = [tr("“{title}”").format(title=harmless(title))] if title else []
    try:
        begun = datetime.strptime("-".join(path.stem.split("-")[:2]), "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        parts += [] if title else [harmless(path.stem)]
    else:
        parts.append(tr("begun {day} {time}").format(day=day(begun, now), time=f"{begun.astimezone(now.tzinfo):%H:%M}"))
    return ", ".join(parts)


def day(moment: datetime, now: datetime) -> str:
    """Return a day as people say it: today, yesterday, 17 Nov, 9 Nov 2025."""
    date, today = moment.astimezone(now.tzinfo).date(), now.date()
    ago = (today - date).days
    if ago in (0, 1):
        return tr(_NEAR[ago])
    year = f" {date.year}" if date.year != today.year else ""
    return f"{date.day} {months.short(date.month)}{year}"
