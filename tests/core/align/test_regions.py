"""Regions between articles that share no topic: exact, reworded, summed up, and none."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from core.align.regions import find_regions
from core.align.runs import exact_runs
from core.align.stream import Stream, best_stretch, log_odds, streams
from core.evidence import WordField
from core.ingest import pasted
from core.model import Article, MatchClass, Span
from core.options import Options
from core.pipeline import analyse
from core.segment import segment
from core.similarity.lexical import article_tokens, compare_wording, stem_numbers, token_weights

HARBOUR = (
    "The harbour board has closed the northern quay after divers found cracks in eleven of its concrete piles. "
    "Ferries will berth at the coal pier until the spring, and the fish auction moves to a rented warehouse. "
    "Repairs are put at nine million crowns, a third of which the insurers have so far agreed to pay."
)
HARBOUR_REWORDED = (
    "The northern quay was closed by the harbour board when divers found cracks in eleven concrete piles. "
    "Until the spring ferries berth at the coal pier, and the fish auction has moved to a warehouse it rents. "
    "Nine million crowns is what repairs will cost, of which insurers agreed to pay a third."
)
SYLLABLES = ("ba", "do", "ki", "lum", "ner", "pos", "ri", "sta", "tev", "vun", "wex", "zor")


def filler(seed: int, sentences: int = 24) -> list[str]:
    """Return paragraphs of made-up words; other seeds share hardly any with it."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(rng.choices(SYLLABLES, k=4)) for _ in range(sentences * 12)]
    made = [" ".join(words[k : k + 12]).capitalize() + "." for k in range(0, len(words), 12)]
    return [" ".join(made[k : k + 4]) for k in range(0, sentences, 4)]


def article(name: str, *paragraphs: str) -> Article:
    return segment(pasted("\n\n".join(paragraphs)), name)


def both(a: Article, b: Article) -> tuple[Stream, Stream]:
    own, other = article_tokens(a), article_tokens(b)
    wording = compare_wording(own, other)
    weights = token_weights(own, wording.rarity), token_weights(other, wording.rarity)
    return streams(a, b, WordField(own.first, other.first, *weights, *stem_numbers(own, other), None, None))


def found(a: Article, b: Article) -> list[tuple[str, str]]:
    of_a, of_b = both(a, b)
    return [(of_a.span(r.a).of(a.text), of_b.span(r.b).of(b.text)) for r in find_regions(of_a, of_b, Options())]


def test_a_copied_passage_is_found_to_the_word() -> None:
    a = article("a1", *filler(1), f"Yesterday we heard more. {HARBOUR} Nothing else was told.", *filler(2))
    b = article("a2", *filler(3), HARBOUR, *filler(4))
    assert found(a, b) == [(HARBOUR, HARBOUR)]


def test_a_reworded_passage_is_found_within_a_few_words() -> None:
    a = article("a1", *filler(1), HARBOUR_REWORDED, *filler(2))
    b = article("a2", *filler(3), HARBOUR, *filler(4))
    [(mine, theirs)] = found(a, b)
    assert len(mine) > 0.9 * len(HARBOUR_REWORDED)
    assert mine in HARBOUR_REWORDED
    assert len(theirs) > 0.9 * len(HARBOUR)


def test_articles_on_other_things_have_no_region() -> None:
    assert found(article("a1", *filler(1, 60)), article("a2", *filler(2, 60))) == []


def test_a_reworded_passage_speaks_for_reuse_even_inside_quotation_marks() -> None:
    a = article("a1", *filler(1), f"“{HARBOUR_REWORDED}” the notice said.", *filler(2))
    b = article("a2", *filler(3), f"The notice read: “{HARBOUR}”", *filler(4))
    assert len(found(a, b)) == 1


def test_a_passage_that_is_quoted_on_one_side_does_not_speak_for_reuse() -> None:
    a = article("a1", *filler(1), f"“{HARBOUR}” the notice said.", *filler(2))
    b = article("a2", *filler(3), f"The notice read: “{HARBOUR}”", *filler(4))
    assert found(a, b) == []


def test_nothing_is_found_in_nothing() -> None:
    assert found(article("a1", "No."), article("a2", HARBOUR)) == []


def test_a_run_steps_over_a_few_changed_words_and_is_cut_by_more() -> None:
    words = HARBOUR.split()
    changed = [*words[:12], "granite", *words[13:]]
    cut = [*words[:12], "granite", "marble", "slate", "basalt", "gneiss", *words[12:]]
    one = exact_runs(*both(article("a1", " ".join(changed)), article("a2", HARBOUR)), 6, 3)
    two = exact_runs(*both(article("a1", " ".join(cut)), article("a2", HARBOUR)), 6, 3)
    assert len(one) == 1
    assert len(two) == 2


def test_runs_shorter_than_asked_are_none() -> None:
    assert exact_runs(*both(article("a1", "The harbour board has closed."), article("a2", HARBOUR)), 6, 3) == []


@pytest.mark.parametrize(
    ("gains", "expected"),
    [([1.0, -2.0, 3.0, 1.0, -1.0], (2, 4, 4.0)), ([-1.0, -2.0], (0, 0, 0.0)), ([], (0, 0, 0.0))],
)
def test_the_best_stretch(gains: list[float], expected: tuple[int, int, float]) -> None:
    assert best_stretch(np.array(gains, dtype=np.float32)) == expected


def test_words_found_everywhere_tell_nothing() -> None:
    a = article("a1", *filler(1))
    side, _ = both(a, a)
    everything = side.has(side.whole, int(side.stem.max()) + 1)
    assert log_odds(side, (0, 40), everything) <= 0.0


def test_the_pipeline_links_and_bounds_a_passage_between_articles_that_are_apart() -> None:
    texts = [
        "\n\n".join([*filler(1, 60), HARBOUR, *filler(2, 60)]),
        "\n\n".join([*filler(3, 60), HARBOUR, *filler(4, 60)]),
    ]
    analysis = analyse([pasted(text) for text in texts])
    [pair] = analysis.pairs
    [passage] = pair.passages
    start = texts[0].index(HARBOUR)
    assert passage.match is MatchClass.VERBATIM
    assert passage.a == Span(start, start + len(HARBOUR))
    assert len([link for link in pair.links if link.match is MatchClass.VERBATIM]) == 3


def test_one_passage_copied_between_reports_of_one_event_lets_nothing_else_pass() -> None:
    case = Path(__file__).parents[2] / "eval" / "cases" / "sport-independent"
    texts = [(case / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")]
    copied = texts[1].split("\n\n")[5].strip()
    analysis = analyse([pasted(f"{texts[0].strip()}\n\n{copied}"), pasted(texts[1])])
    [pair] = analysis.pairs
    derived = [
        i for link in pair.links for i, _, match in link.pairs if match.derived and match is not MatchClass.QUOTATION
    ]
    start = len(texts[0].strip())
    assert derived
    assert all(analysis.articles[0].sentences[i].span.start >= start for i in derived)
