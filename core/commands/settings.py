"""``--set NAME=VALUE`` on the way to :class:`core.options.Options`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.errors import EncoderError, UsageError
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


def model_from(named: str | None) -> Path | None:
    """Return the folder of ``--model``, tried out as a whole; raises :class:`UsageError` where it cannot be used."""
    if named is None:
        return None
    # Loaded only here, as commands are.
    from core.similarity.own_encoder import check_folder  # noqa: PLC0415

    folder = Path(named)
    try:
        check_folder(folder)
    except EncoderError as error:
        raise UsageError(error.what, "Name another one, or leave --model out.") from None
    return folder
