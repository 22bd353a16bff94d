"""What is found out about an article once, however often it is asked for.

A foundation beside :mod:`core.model`. Articles are told apart by the identity of what was read in them: two runs never
share anything by accident, a long article is not hashed, and one that only got another title or role is still itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

from core.model import Article

REMEMBERED = 16
"""Articles of which an answer is kept, those asked for last."""
_Asked = ParamSpec("_Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """An article as a key of a cache, compared by the identity of what was read in it.

    Two articles in which nothing was read share all of that, so their texts are compared as well.
    """

    article: Article

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Itself):
            return False
        own, its = self.article, other.article
        read = its.tokens is own.tokens and its.sentences is own.sentences and its.paragraphs is own.paragraphs
        found = its.mentions is own.mentions and its.quotations is own.quotations
        return read and found and its.text == own.text

    def __hash__(self) -> int:
        return id(self.article.tokens)


class _Kept(Generic[_Asked, Answer]):
    """The last answers of a function; asked on several threads at once, it may be worked out twice, never wrongly."""

    def __init__(self, find: Callable[_Asked, Answer], most: int) -> None:
        self._find, self._most = find, most
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._lock = threading.Lock()

    def ask(self, *asked: _Asked.args, **named: _Asked.kwargs) -> Answer:
        """Return the answer, from memory where it is there."""
        if named:
            raise TypeError("asked by positions only")
        with self._lock:
            if asked in self._answers:
                self._answers[asked] = answer = self._answers.pop(asked)  # last, as the one asked for last
                return answer
        found = self._find(*asked, **named)
        with self._lock:
            self._answers[asked] = found
            self._trim(max(self._most, _room.articles))
        return found

    def trim(self) -> None:
        """Keep no more answers than usual."""
        with self._lock:
            self._trim(self._most)

    def _trim(self, most: int) -> None:
        while len(self._answers) > most:
            del self._answers[next(iter(self._answers))]

    def forget(self, keeping: Collection[Itself]) -> None:
        """Let the answers go that are of other articles than these."""
        with self._lock:
            for asked in list(self._answers):
                if any(isinstance(x, Itself) and x not in keeping for x in asked):
                    del self._answers[asked]


@dataclass(slots=True)
class _Room:
    articles: int = 0


_room = _Room()
_trimming: list[Callable[[], None]] = []
_forgetting: list[Callable[[Collection[Itself]], None]] = []


def kept(most: int) -> Callable[[Callable[_Asked, Answer]], Callable[_Asked, Answer]]:
    """Return a decorator that keeps that many of the last answers of a function of :class:`Itself` and small values.

    It must look at nothing but what was read in the articles, and nobody may change what it returns.
    """

    def decorate(find: Callable[_Asked, Answer]) -> Callable[_Asked, Answer]:
        cache = _Kept(find, most)
        _forgetting.append(cache.forget)
        _trimming.append(cache.trim)

        @wraps(find)
        def ask(*asked: _Asked.args, **named: _Asked.kwargs) -> Answer:
            return cache.ask(*asked, **named)

        return ask

    return decorate


def once(find: Callable[[Article], Answer]) -> Callable[[Article], Answer]:
    """Return the function with its last answers remembered, under the same conditions as :func:`kept`."""

    @kept(REMEMBERED)
    def known(itself: Itself) -> Answer:
        return find(itself.article)

    @wraps(find)
    def asked(article: Article) -> Answer:
        return known(Itself(article))

    return asked


@contextmanager
def room_for(articles: int) -> Iterator[None]:
    """Keep the answers of that many articles meanwhile, where these are more than usual: their pairs come in turn."""
    _room.articles = max(_room.articles, articles)
    try:
        yield
    finally:
        _room.articles = 0
        for trim in _trimming:
            trim()


def forget_others(articles: Collection[Article] = ()) -> None:
    """Let all go that was found out about other articles than these, and with it those articles."""
    keeping = frozenset(map(Itself, articles))
    for forget in _forgetting:
        forget(keeping)
