"""Names of what is inside other files, as they are shown: harmless on every system, and told apart. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath

_LONGEST = 150
_LONGEST_SUFFIX = 10
_NEVER = frozenset('<>:"|?*')
"""What a name must not hold on some system, beside control characters."""


def safe_name(name: str) -> str:
    """Return a name without folders and without what cannot be shown or leads elsewhere; nothing where none is left."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join("_" if c in _NEVER or not c.isprintable() else c for c in last).strip(" .")
    if len(plain) <= _LONGEST:
        return plain
    suffix = PurePosixPath(plain).suffix[:_LONGEST_SUFFIX]
    return f"{plain[: _LONGEST - len(suffix) - 1]}…{suffix}"


def unused(name: str, taken: dict[str, int]) -> str:
    """Return a name, numbered where it is taken already, and note it as taken: by how many that wanted it."""
    suffix = PurePosixPath(name).suffix
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name.removesuffix(suffix)} ({taken[name]}){suffix}"
    taken[free] = 1
    return free
