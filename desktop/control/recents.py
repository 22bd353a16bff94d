"""The cases that were open last, as the settings remember them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from core.model import Analysis, MatchClass
from desktop.models.recent import RecentCase
from desktop.settings import Setting, Settings

RECENT = Setting("files/recent", "", "The cases that were open last, as JSON, the newest first.")
MOST = 8


def remembered(settings: Settings) -> tuple[RecentCase, ...]:
    """Return the cases, those whose file has gone marked; what does not fit is left out."""
    try:
        rows = json.loads(settings.get(RECENT) or "[]")
    except ValueError:
        return ()
    made = (_case(row) for row in rows) if isinstance(rows, list) else ()
    return tuple(case for case in made if case is not None)[:MOST]


def remember(settings: Settings, case: RecentCase) -> None:
    """Put a case first."""
    rest = [known for known in remembered(settings) if known.path != case.path]
    _write(settings, [case, *rest][:MOST])


def forget(settings: Settings, path: Path) -> None:
    """Take a case out of the list; its file stays."""
    _write(settings, [known for known in remembered(settings) if known.path != path])


def recent_case(path: Path, title: str, articles: int, analysis: Analysis | None) -> RecentCase:
    """Return a case that is open now as the list keeps it."""
    shares: tuple[tuple[MatchClass, float], ...] = ()
    if analysis is not None:
        shares = tuple(analysis.ledger(analysis.subject).scores.by_class.items())
    return RecentCase(path, title, articles, datetime.now(UTC), shares)


def _write(settings: Settings, cases: Sequence[RecentCase]) -> None:
    rows = [
        {
            "path": str(case.path),
            "title": case.title,
            "articles": case.articles,
            "opened": case.opened.isoformat(timespec="seconds"),
            "shares": {match.value: round(share, 4) for match, share in case.shares},
        }
        for case in cases
    ]
    settings.set(RECENT, json.dumps(rows))


def _case(row: object) -> RecentCase | None:
    if not isinstance(row, Mapping):
        return None
    try:
        path = Path(str(row["path"]))
        shares = tuple((MatchClass(name), float(share)) for name, share in dict(row.get("shares", {})).items())
        opened = datetime.fromisoformat(str(row["opened"]))
        return RecentCase(path, str(row["title"]), int(row["articles"]), opened, shares, missing=not _there(path))
    except (KeyError, TypeError, ValueError):
        return None


def _there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
