"""Keep what was worked out of large frozen values, told apart by identity: to compare or hash them takes longer.

What the screens ask of every text, and of the pair that they show, can be worked out on a worker before they do.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from functools import wraps
from typing import ParamSpec, TypeVar

from core.model import Article, Pair
from core.once import Itself, forget_others

_P = ParamSpec("_P")
_R = TypeVar("_R")
OfArticle = TypeVar("OfArticle", bound=Callable[[Article], object])
OfPair = TypeVar("OfPair", bound=Callable[[Pair, Article, Article], object])
_of_articles: list[Callable[[Article], object]] = []
_of_pairs: list[Callable[[Pair, Article, Article], object]] = []


class _Same:
    """Values as the key of a cache; an article that only got another title or role is still the same."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[object, ...]) -> None:
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(map(_is, self.values, other.values))

    def __hash__(self) -> int:
        return hash(tuple(hash(Itself(x)) if isinstance(x, Article) else id(x) for x in self.values))


def _is(one: object, other: object) -> bool:
    if isinstance(one, Article) and isinstance(other, Article):
        return one is other or (one.id == other.id and Itself(one) == Itself(other))
    return one is other


class _Memory:
    """The last answers of one function; asked on two threads at once, it may be worked out twice, never wrongly."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: dict[_Same, object] = {}
        self._lock = threading.Lock()

    def ask(self, same: _Same, work: Callable[[], object]) -> object:
        """Return the answer, from memory where it is there."""
        with self._lock:
            if same in self._answers:
                self._answers[same] = answer = self._answers.pop(same)  # last, as the one asked for last
                return answer
        found = work()
        with self._lock:
            self._answers[same] = found
            while len(self._answers) > self._most:
                del self._answers[next(iter(self._answers))]
        return found

    def forget(self, keeping: set[int], articles: Collection[Itself]) -> None:
        """Let the answers go that are not of these values alone; add those that stay to the values."""
        with self._lock:
            for same in list(self._answers):
                if all(Itself(x) in articles if isinstance(x, Article) else id(x) in keeping for x in same.values):
                    keeping.add(id(self._answers[same]))
                else:
                    del self._answers[same]


_memories: list[_Memory] = []


def remembered(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator that keeps that many of the last results of a pure function, called by positions only.

    Of an article it may look at nothing but its id and what was read in it.
    """

    def decorate(work: Callable[_P, _R]) -> Callable[_P, _R]:
        memory = _Memory(most)
        _memories.append(memory)

        @wraps(work)
        def ask(*values: _P.args, **named: _P.kwargs) -> _R:
            if named:
                raise TypeError(f"{work.__name__} is remembered: name its values by position, not as {sorted(named)}")
            return memory.ask(_Same(values), lambda: work(*values))  # type: ignore[return-value,call-arg]

        return ask

    return decorate


def early_of_article(ask: OfArticle) -> OfArticle:
    """Have this, which is remembered, worked out on the worker that an article comes from."""
    _of_articles.append(ask)
    return ask


def early_of_pair(ask: OfPair) -> OfPair:
    """Have this, of which all is remembered, worked out on a worker for the pair that is shown first, with A and B."""
    _of_pairs.append(ask)
    return ask


def work_out(article: Article) -> None:
    """Work out what is asked of every article sooner or later; for a worker."""
    for ask in _of_articles:
        ask(article)


def work_out_pair(pair: Pair, a: Article, b: Article) -> None:
    """Work out what showing a pair asks of it; for a worker."""
    for ask in _of_pairs:
        ask(pair, a, b)


def forget_all(keeping: Collection[Article] = (), pairs: Collection[Pair] = ()) -> None:
    """Let all go that was kept, and the values it was worked out of: another case is on screen.

    What was found out about the articles in ``keeping`` and about ``pairs``, which are those of the new case, stays.
    """
    values, articles = {id(pair) for pair in pairs}, frozenset(map(Itself, keeping))
    for memory in _memories:
        memory.forget(values, articles)
    forget_others(keeping)
