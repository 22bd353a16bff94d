"""What a verdict is called, its key, its icon and the meaning of its colour; who gave one, in words.

Pure: values in, values and English out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from core.case.review import Judgement, Verdict
from desktop import months
from desktop.language import tr, tr_noop


@dataclass(frozen=True, slots=True)
class VerdictSign:
    """How people meet a verdict."""

    called: str
    key: str
    icon: str
    """A file in resources/icons."""
    tone: str
    """The token of its ink; never the only thing that tells verdicts apart."""

    @property
    def name(self) -> str:
        """Return what the verdict is called."""
        return tr(self.called)


SIGNS = {
    Verdict.ACCEPTABLE: VerdictSign(tr_noop("Acceptable"), "1", "verdict-acceptable", "ok"),
    Verdict.CREDIT: VerdictSign(tr_noop("Needs credit"), "2", "verdict-credit", "quotation.ink"),
    Verdict.REWRITE: VerdictSign(tr_noop("Needs rewrite"), "3", "verdict-rewrite", "verbatim.ink"),
    Verdict.DISMISS: VerdictSign(tr_noop("Dismiss"), "4", "verdict-dismiss", "ink2"),
}


def weightiest(verdicts: list[Verdict]) -> Verdict | None:
    """Return the verdict that asks most of the writer, None of none."""
    return min(verdicts, key=lambda verdict: verdict.weight, default=None)


def given(judgement: Judgement, zone: tzinfo | None = None) -> str:
    """Return who decided and when, ``Ana · 26 Nov 2026, 14:22``, in a time zone (this computer's by default)."""
    if judgement.empty:
        return ""
    return " · ".join(part for part in (judgement.by.strip(), _moment(judgement.at, zone)) if part)


def _moment(at: str, zone: tzinfo | None) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    here = moment.astimezone(zone)
    return f"{here.day} {months.short(here.month)} {here.year}, {here:%H:%M}"
