"""What is offered of the pairs that came close: no link among them, best first, bounded, with an honest floor."""

from __future__ import annotations

import pytest

from core.align.closest import MOST, Closest, closest
from core.model import Evidence, Link, MatchClass

FLOOR = 0.5


def pair(a: int, b: int, score: float, match: MatchClass = MatchClass.UNRELATED) -> Link:
    return Link((a,), (b,), ((a, b, match),), match, 0.0, Evidence(None, None, 0.2, 0.0, 1, score=score))


def offered(found: Closest) -> list[tuple[int, int]]:
    return [(link.a[0], link.b[0]) for link in found.pairs]


def test_pairs_inside_a_link_are_no_weak_links() -> None:
    wide = Link((0, 1), (3,), ((0, 3, MatchClass.CLOSE),), MatchClass.CLOSE, 0.9, Evidence(None, None, 0.9, 0.0, 9))
    found = closest([pair(1, 3, 0.7), pair(1, 4, 0.6), pair(2, 3, 0.55)], [wide], FLOOR, by_wording=True)
    assert offered(found) == [(1, 4), (2, 3)]
    assert (found.weak, found.left_out, found.floor, found.by_wording) == (2, 0, FLOOR, True)


def test_below_the_floor_nothing_is_a_weak_link() -> None:
    link = pair(8, 8, 1.0, MatchClass.VERBATIM)
    assert closest([pair(0, 0, 0.49)], [link], FLOOR, by_wording=False).pairs == ()
    found = closest([pair(0, 0, 0.5), pair(1, 1, 0.49)], [], FLOOR, by_wording=False)
    assert offered(found) == [(0, 0)]
    assert found.weak == 1


def test_without_any_link_the_nearest_pair_is_shown_and_is_not_called_weak() -> None:
    found = closest([pair(2, 1, 0.3), pair(0, 0, 0.2)], [], FLOOR, by_wording=False)
    assert offered(found) == [(2, 1)]
    assert found.weak == 0
    assert found.best is not None
    assert found.best.evidence.score == 0.3
    assert closest([], [], FLOOR, by_wording=False).best is None


def test_no_more_are_offered_than_anyone_goes_through() -> None:
    many = [pair(n, n, 0.6) for n in range(MOST + 7)]
    found = closest(many, [], FLOOR, by_wording=False)
    assert (len(found.pairs), found.weak, found.left_out) == (MOST, MOST, 7)


def test_weak_links_are_among_what_is_offered() -> None:
    with pytest.raises(ValueError, match="only pairs that are offered"):
        Closest((), 1)
