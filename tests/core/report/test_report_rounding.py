from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model import Analysis, MatchClass
from core.report.figures import bar, score_cells
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


COUNTS = st.lists(st.integers(0, 200), min_size=9, max_size=9).filter(lambda counts: sum(counts[:6]) > 0)


@given(COUNTS)
def test_the_same_words_are_one_figure_on_a_page(rewrite_case: Analysis, counts: list[int]) -> None:
    verbatim, close, close_quoted, paraphrase, quotation, inside, same_fact, no_source, unchecked = counts
    classes = (verbatim, close + close_quoted, paraphrase, quotation + inside, same_fact, no_source, unchecked)
    words = (verbatim + close, paraphrase + quotation, close_quoted + inside, same_fact + no_source, unchecked)
    total = sum(counts)
    names = ("verbatim", "paraphrased", "quoted", "no_source", "unchecked")
    kinds = [m for m in MatchClass if m is not MatchClass.UNRELATED]
    ledger = rewrite_case.ledgers[0]
    scores = replace(
        ledger.scores,
        words=total,
        by_class={m: n / total for m, n in zip(kinds, classes, strict=True)},
        by_words={name: n / total for name, n in zip(names, words, strict=True)},
        largest_source=("e", sum(classes[:4]) / total),
    )
    analysis = replace(rewrite_case, ledgers=(replace(ledger, scores=scores), *rewrite_case.ledgers[1:]))
    by_class = {part.match: part.percent for part in bar(analysis)}
    cells = {c.name: int(c.figure.rstrip("%")) for c in score_cells(analysis) if c.figure.endswith("%")}
    sourced = sum(percent for match, percent in by_class.items() if match.derived)
    assert cells["Largest single source"] == sourced
    assert cells["Words in shared runs"] + cells["Words around them"] + cells["Words quoted"] == sourced
    assert cells["No source here"] == by_class.get(MatchClass.NO_SOURCE, 0) + by_class.get(MatchClass.SAME_FACT, 0)
    assert cells["Unchecked"] == by_class.get(MatchClass.UNCHECKED, 0)
    assert sum(by_class.values()) == 100
