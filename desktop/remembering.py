"""Keep what was worked out of large frozen values, told apart by identity: to compare or hash them takes longer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from core.model import Article
from core.once import forget_others

_P = ParamSpec("_P")
_R = TypeVar("_R")
_forgetting: list[Callable[[], None]] = []


class _Same:
    """Values as the key of a cache."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[object, ...]) -> None:
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(x is y for x, y in zip(self.values, other.values, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.values)))


def remembered(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator that keeps that many of the last results of a pure function, called by positions only."""

    def decorate(work: Callable[_P, _R]) -> Callable[_P, _R]:
        @lru_cache(maxsize=most)
        def kept(same: _Same) -> _R:
            return work(*same.values)  # type: ignore[arg-type,call-arg]

        @wraps(work)
        def ask(*values: _P.args, **named: _P.kwargs) -> _R:
            if named:
                raise TypeError(f"{work.__name__} is remembered: name its values by position, not as {sorted(named)}")
            return kept(_Same(values))

        _forgetting.append(kept.cache_clear)
        return ask

    return decorate


def forget_all(keeping: Collection[Article] = ()) -> None:
    """Let all go that was kept, and the values it was worked out of: another case is on screen.

    What the engine found out about the articles in ``keeping``, which are those of the new case, stays.
    """
    for forget in _forgetting:
        forget()
    forget_others(keeping)
