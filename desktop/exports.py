"""A report written in several formats, one after the other: what was ordered, and what came of each.

For a worker; no widgets in here. What sets a report loads when the first one is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.case.review import Review
from core.errors import CognateError
from core.model import Analysis
from core.progress import Cancelled, PartOf, Progress
from core.report.options import ReportOptions
from desktop.language import tr
from desktop.outcomes import missing_pairs

if TYPE_CHECKING:
    from core.report.formats import Format
    from core.report.model import Report

_GATHERED = 0.1
"""Share of the whole after which the report is put together; the formats have equal parts of the rest."""


@dataclass(frozen=True, slots=True)
class Target:
    """One file, or for tables one folder, that a report goes to."""

    format: Format
    path: Path


@dataclass(frozen=True, slots=True)
class Order:
    """A report as it stands when somebody wants it, and where it goes."""

    analysis: Analysis
    review: Review
    title: str
    options: ReportOptions
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one target; with an error, what was there before is whole, or the error says where it is."""

    target: Target
    error: CognateError | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an order."""

    outcomes: tuple[Outcome, ...] = ()
    missing: str = ""
    """That pairs are not in the report, where that is so."""
    stopped: bool = False
    """Whether some targets were not reached, as somebody wanted to stop."""

    @property
    def written(self) -> tuple[Target, ...]:
        """Return what was written."""
        return tuple(x.target for x in self.outcomes if x.error is None)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Return what was not, for a reason."""
        return tuple(x for x in self.outcomes if x.error is not None)


class Writer(Protocol):
    """Makes reports and writes them."""

    def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:
        """Return the report; raises :class:`~core.errors.UsageError` where the options' logo cannot be used."""

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:
        """Write one target of an order; raises :class:`~core.errors.ExportError`, and what ``progress`` raises."""


def export_all(writer: Writer, order: Order, progress: Progress, tell: Callable[[Outcome], None]) -> Exported:
    """Write every target of an order, and tell of each; one that fails does not keep the others from it.

    Told to stop, it gives back what was written until then. Raises what :meth:`Writer.report` raises.
    """
    outcomes: list[Outcome] = []
    try:
        progress.step(tr("Putting the report together"), 0.0)
        report = writer.report(order.analysis, order.title, order.options, order.review)
        share = (1.0 - _GATHERED) / max(1, len(order.targets))
        for number, target in enumerate(order.targets):
            start = _GATHERED + number * share
            part = _Named(PartOf(progress, start, start + share), tr(target.format.title))
            part.step("", 0.0)
            outcomes.append(_write(writer, target, order, report, part))
            tell(outcomes[-1])
    except Cancelled:
        return Exported(tuple(outcomes), missing_pairs(order.analysis), stopped=True)
    return Exported(tuple(outcomes), missing_pairs(order.analysis))


class _Named:
    """Hands progress on under the name of what is written, in the language of the desktop."""

    def __init__(self, inner: Progress, name: str) -> None:
        self._inner, self._said = inner, tr("Writing: {name}").format(name=name)

    def step(self, stage: str, done: float) -> None:  # noqa: ARG002 - the interface's
        """Report how far it is."""
        self._inner.step(self._said, done)


def _write(writer: Writer, target: Target, order: Order, report: Report, progress: Progress) -> Outcome:
    try:
        writer.write_report(target, order, report, progress)
    except CognateError as error:
        return Outcome(target, error)
    return Outcome(target)
