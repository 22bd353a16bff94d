"""``--set NAME=VALUE`` on the way to :class:`core.options.Options`."""

from __future__ import annotations

from collections.abc import Sequence

from core.errors import UsageError
from core.options import Options


def options_from(settings: Sequence[str]) -> Options:
    """Return the options with what was set by name; raises :class:`UsageError`."""
    named: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not (name and equals and value):
            raise UsageError(
                f"“{setting}” is not a setting.", "Write --set NAME=VALUE, as in --set wholly_derived=0.8."
            )
        named[name.strip()] = value.strip()
    return Options.from_settings(named)
