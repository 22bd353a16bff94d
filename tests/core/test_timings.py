import pytest

from core.timings import Stage, Timings


class Clock:
    """Tells the time that it is told."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_stage_inside_another_stops_its_clock():
    clock = Clock()
    timings = Timings(clock)
    clock.now += 5  # before any stage: nobody's
    with timings.stage(Stage.WORDS):
        clock.now += 1
        with timings.stage(Stage.ENCODING):
            clock.now += 10
        clock.now += 2
    clock.now += 7
    with timings.stage(Stage.WORDS):
        clock.now += 4
    assert timings.take() == {Stage.WORDS: 7, Stage.ENCODING: 10}


def test_taking_begins_anew_even_inside_a_stage():
    clock = Clock()
    timings = Timings(clock)
    with timings.stage(Stage.READING):
        clock.now += 1
        assert timings.take() == {Stage.READING: 1}
        clock.now += 2
    assert timings.take() == {Stage.READING: 2}
    assert timings.take() == {}


def test_a_stage_that_fails_is_over():
    clock = Clock()
    timings = Timings(clock)
    with pytest.raises(OSError, match="gone"), timings.stage(Stage.READING):  # noqa: PT012 - the time passes inside
        clock.now += 1
        raise OSError("gone")
    clock.now += 3
    assert timings.take() == {Stage.READING: 1}
