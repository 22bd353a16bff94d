from hypothesis import given
from hypothesis import strategies as st

from core.report.rounding import largest_remainder

SHARES = st.lists(st.floats(min_value=0, max_value=1e6, allow_nan=False), min_size=1, max_size=12)


@given(SHARES.filter(lambda shares: sum(shares) > 0), st.integers(0, 1000))
def test_parts_add_up_and_stray_by_less_than_one(shares: list[float], total: int) -> None:
    parts = largest_remainder(shares, total)
    assert sum(parts) == total
    for share, part in zip(shares, parts, strict=True):
        assert part >= 0
        assert abs(part - share / sum(shares) * total) < 1 + 1e-6


def test_the_largest_remainders_are_rounded_up() -> None:
    assert largest_remainder([0.065, 0.645, 0.0, 0.29]) == (7, 64, 0, 29)
    assert largest_remainder([1, 1, 1]) == (34, 33, 33)


def test_nothing_is_shared_out_as_nothing() -> None:
    assert largest_remainder([0.0, 0.0]) == (0, 0)
    assert largest_remainder([]) == ()
