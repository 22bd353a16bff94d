from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.geometry import (
    Rows,
    Slot,
    common_place,
    curve,
    fade_out,
    follow,
    increasing,
    longest_chain,
    reachable_place,
    ribbon,
    spread,
    strip_bars,
    strip_scale,
)

heights = st.lists(st.integers(1, 400), min_size=1, max_size=60)
numbers = st.floats(-1e5, 1e5)


@given(st.integers(1, 30), numbers, st.floats(0, 5000))
def test_slices_tile_a_block_exactly(count: int, top: float, height: float) -> None:
    parts = [Slot(n, count).within(top, top + height) for n in range(count)]
    assert parts[0][0] == pytest.approx(top)
    assert parts[-1][1] == top + height
    assert all(before[1] == after[0] for before, after in pairwise(parts))


def test_a_slot_outside_its_count_is_refused() -> None:
    with pytest.raises(ValueError, match="slot 2 of 2"):
        Slot(2, 2)


@given(numbers, numbers, st.floats(0, 1))
def test_a_curve_stays_between_its_ends(left: float, right: float, t: float) -> None:
    x, y = curve(left, right, 88).at(t)
    assert 0 <= x <= 88 + 1e-9
    assert min(left, right) - 1e-6 <= y <= max(left, right) + 1e-6


def test_a_ribbon_is_inset_but_never_turned_inside_out() -> None:
    upper, lower = ribbon((10, 50), (100, 101), 88)
    assert [upper.start, upper.control1, upper.control2, upper.end] == [(0, 11), (44, 11), (44, 100.5), (88, 100.5)]
    assert [lower.start, lower.end] == [(0, 49), (88, 100.5)]


@given(st.lists(st.floats(-100, 900), max_size=40))
def test_pills_keep_apart_and_inside(centres: list[float]) -> None:
    tops = spread(centres, 19, 2, 598)
    placed = sorted(t for t in tops if t is not None)
    assert all(2 - 1e-9 <= t <= 598 - 19 + 1e-9 for t in placed)
    assert all(b - a >= 21 - 1e-9 for a, b in pairwise(placed))
    by_centre = [t for _, t in sorted(zip(centres, tops, strict=True), key=lambda p: p[0]) if t is not None]
    assert by_centre == sorted(by_centre)


def test_a_lone_pill_stands_at_its_centre_and_pills_without_room_are_left_out() -> None:
    assert spread([100], 20, 0, 600) == [90]
    assert spread([5, 5, 5], 20, 0, 45) == [0, 22, None]


points = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.floats(0.01, 1)), max_size=25)


@given(points)
def test_a_chain_increases_on_both_sides(found: list[tuple[int, int, float]]) -> None:
    chain = [found[k] for k in longest_chain(found)]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from([0.25, 0.5, 1.0])), max_size=8))
def test_a_chain_is_the_heaviest(found: list[tuple[int, int, float]]) -> None:
    def heaviest(left: int, right: int) -> float:
        return max((w + heaviest(a, b) for a, b, w in found if a > left and b > right), default=0.0)

    assert sum(found[k][2] for k in longest_chain(found)) == pytest.approx(heaviest(-1, -1))


def test_a_chain_leaves_the_weaker_of_two_crossing_links_out() -> None:
    assert longest_chain([(0, 0, 0.9), (1, 5, 0.4), (2, 3, 0.8), (3, 6, 0.9)]) == [0, 2, 3]
    assert longest_chain([]) == []


anchors = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=20)


@given(anchors, st.lists(st.floats(-500, 6000), min_size=2, max_size=20))
def test_following_is_monotone(raw: list[tuple[int, int]], places: list[float]) -> None:
    kept = increasing(sorted(raw))
    followed = [follow(y, kept) for y in sorted(places)]
    assert all(b - a >= -1e-6 for a, b in pairwise(followed))


@given(anchors)
def test_following_meets_every_anchor(raw: list[tuple[int, int]]) -> None:
    kept = increasing(sorted(raw))
    assert all(follow(x, kept) == pytest.approx(y) for x, y in kept)


def test_following_interpolates_and_goes_on_beyond_the_ends() -> None:
    kept = [(0.0, 0.0), (100.0, 300.0), (200.0, 320.0)]
    assert [follow(y, kept) for y in (-10, 50, 150, 230)] == [-10, 150, 310, 350]
    assert follow(42, []) == 42


@given(st.floats(-1000, 1000), st.floats(-3000, 3000))
def test_a_residual_fades_without_changing_sides(residual: float, moved: float) -> None:
    left = fade_out(residual, moved)
    assert abs(left) <= abs(residual)
    assert left * residual >= 0
    assert abs(residual - left) <= abs(moved) * 0.5 + 1e-6


@given(heights, st.integers(0, 20), st.integers(0, 3000), st.integers(1, 900))
def test_rows_in_view_are_those_that_meet_it(sizes: list[int], padding: int, top: int, page: int) -> None:
    rows = Rows(sizes, [0] + [3] * (len(sizes) - 1), padding)
    shown = set(rows.between(top, top + page))
    expected = {n for n in range(len(sizes)) if rows.bottom(n) > top and rows.top(n) < top + page}
    assert shown == expected
    assert all(rows.at(rows.top(n)) == n and rows.at(rows.bottom(n) - 1) == n for n in range(len(sizes)))


def test_a_corrected_height_moves_the_rows_below() -> None:
    rows = Rows([10, 20, 30], [0, 3, 14], 12)
    assert (rows.tops, rows.total) == ([12, 25, 59], 101)
    rows.set_height(1, 41)
    assert (rows.tops, rows.total) == ([12, 25, 80], 122)
    assert rows.at(24) == -1
    assert Rows([], [], 12).total == 24


@given(heights, st.integers(50, 800))
def test_strip_bars_lie_in_the_strip_in_order(sizes: list[int], height: int) -> None:
    rows = Rows(sizes, [3] * len(sizes))
    bounds = [(float(rows.top(n)), float(rows.bottom(n)), n % 4) for n in range(len(sizes))]
    bars = strip_bars(bounds, rows.total, height)
    assert all(a.bottom <= b.top + 1 for a, b in pairwise(bars))
    assert all(0 <= b.top < b.bottom <= height + 1 for b in bars)


def test_a_crowded_strip_shows_the_strongest_class_of_each_pixel() -> None:
    bounds = [(float(n), float(n + 1), 5) for n in range(10_000)]
    bounds[5000] = (5000.0, 5001.0, 0)
    bars = strip_bars(bounds, 10_000, 100)
    assert [(b.top, b.bottom, b.rank) for b in bars] == [(0, 50, 5), (50, 51, 0), (51, 100, 5)]


def test_a_short_article_is_not_blown_up() -> None:
    assert strip_scale(300, 700) == 1
    assert strip_scale(1400, 700) == 0.5


ends = st.tuples(st.integers(0, 4000), st.integers(1, 4000)).map(lambda e: (e[0], e[0] + e[1]))


@given(st.lists(ends, min_size=2, max_size=2), st.integers(100, 1200), st.integers(-500, 2000))
def test_a_reachable_place_is_within_every_columns_range(bounds: list[tuple[int, int]], page: int, y: int) -> None:
    place = reachable_place(y, bounds, page)
    line = round(page * 0.35)
    assert all(-line <= top - place <= total - line for top, total in bounds)


def test_a_finding_stands_at_the_reading_line_but_near_the_ends() -> None:
    assert common_place([(3000, 9000), (2500, 8000)], 800) == 280
    assert common_place([(12, 9000), (100, 8000)], 800) == 100
    assert common_place([(8900, 9000), (7700, 8000)], 800) == 500
    assert common_place([(40, 200), (60, 300)], 800) == 60
