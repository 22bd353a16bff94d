"""``--exclude``, ``--exclude-phrase`` and ``--exclude-runs`` on the way to :class:`core.model.Exclusions`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from core.errors import UsageError
from core.model import Exclusions

KINDS = ("quotations", "names", "boilerplate")
"""What ``--exclude`` may name; boilerplate, which is never compared, is left out whether it is named or not."""


def add_exclusions(command: argparse.ArgumentParser) -> None:
    """Give a command the options that say what the scores leave out."""
    command.add_argument(
        "--exclude",
        metavar="KIND,…",
        action="append",
        default=[],
        help=f"leave out of the scores: {', '.join(KINDS)} (boilerplate always is)",
    )
    command.add_argument(
        "--exclude-phrase",
        metavar="TEXT",
        action="append",
        default=[],
        help="leave these words out wherever they stand; may be repeated",
    )
    command.add_argument(
        "--exclude-runs",
        metavar="N",
        type=int,
        help="leave out shared runs of fewer than N words (they count from 4 words on)",
    )


def exclusions_from(kinds: Sequence[str], phrases: Sequence[str], runs_below: int | None) -> Exclusions:
    """Return what the scores are to leave out; raises :class:`UsageError`."""
    named = [kind.strip() for given in kinds for kind in given.split(",")]
    for kind in named:
        if kind not in KINDS:
            raise UsageError(f"“{kind}” is nothing that --exclude knows.", f"It knows: {', '.join(KINDS)}.")
    for phrase in phrases:
        if not any(c.isalnum() for c in phrase):
            raise UsageError(f"“{phrase}” holds no word, which --exclude-phrase needs.")
    if runs_below is not None and runs_below < 1:
        raise UsageError("--exclude-runs needs at least 1.")
    return Exclusions(
        quotations="quotations" in named, names="names" in named, runs_below=runs_below or 0, phrases=tuple(phrases)
    )
