import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.align.clusters import clusters
from core.align.found import components
from core.align.reuse import reuse_around, score_needed
from core.align.score import background, mutual_best
from core.align.stream import best_stretch
from core.options import Options


def test_mutual_best_needs_both_sides():
    scores = np.array([[0.9, 0.8], [0.85, 0.1]], dtype=np.float32)
    assert mutual_best(scores, 0.5) == [(0, 0)]
    assert mutual_best(scores, 0.95) == []
    assert mutual_best(np.zeros((0, 3), dtype=np.float32), 0.5) == []


@given(st.lists(st.floats(-5, 5, width=32), max_size=20))
def test_best_stretch_is_the_largest_sum_of_a_stretch(gains):
    sums = [sum(gains[i:j]) for i in range(len(gains)) for j in range(i, len(gains) + 1)]
    assert abs(best_stretch(np.array(gains, dtype=np.float32))[2] - max([0.0, *sums])) < 1e-3


POINTS = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15)


@given(POINTS)
def test_components_split_the_points_by_shared_rows_and_columns(points):
    groups = components(points)
    assert sorted(p for g in groups for p in g) == sorted(points)
    for g in groups:
        for h in groups:
            if g is not h:
                assert not {i for i, _ in g} & {i for i, _ in h}
                assert not {j for _, j in g} & {j for _, j in h}


@given(POINTS, st.integers(0, 3))
def test_clusters_hold_every_point_once(points, gap):
    groups = clusters(sorted(points), gap)
    assert sorted(p for g in groups for p in g) == sorted(points)


def test_a_gap_parts_clusters_on_either_side():
    assert clusters([(0, 0), (1, 1), (9, 2)], 2) == [[(0, 0), (1, 1)], [(9, 2)]]
    assert clusters([(0, 0), (1, 9)], 2) == [[(0, 0)], [(1, 9)]]
    assert clusters([(0, 5), (1, 4), (2, 3)], 0) == [[(0, 5), (1, 4), (2, 3)]]


def test_background_is_how_near_unrelated_sentences_are():
    scores = np.array([[0.9, 0.1, 0.2], [0.1, 0.2, 0.1], [0.1, 0.2, 0.3]], dtype=np.float32)
    heavy = np.full(3, 5.0, dtype=np.float32)
    assert 0.2 <= background(scores, heavy, heavy) <= 0.3
    assert background(np.zeros((0, 2), dtype=np.float32), heavy[:0], heavy[:2]) == 0.0


def test_a_block_stands_out_sooner_where_the_articles_are_apart():
    scores = np.zeros((40, 40), dtype=np.float32)
    block = [(i, i + 5) for i in range(4, 8)]
    for point in block:
        scores[point] = 0.8
    options = Options()
    one_event = reuse_around(block, block, scores, 40, 0.5, options)
    apart = reuse_around(block, block, scores, 40, 0.15, options)
    for point in block:
        assert one_event[point] < apart[point]
        assert score_needed(apart[point], options) <= score_needed(one_event[point], options)


def test_reuse_of_the_whole_needs_no_order():
    scores = np.zeros((12, 12), dtype=np.float32)
    shuffled = [(i, (i * 5) % 12) for i in range(12)]
    for point in shuffled:
        scores[point] = 0.9
    assert set(reuse_around(shuffled, shuffled, scores, 12, 0.5, Options()).values()) == {1.0}
