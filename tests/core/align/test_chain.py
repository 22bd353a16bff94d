"""Identical and likely sentences are linked beside what was taken over, and nowhere else."""

import numpy as np
import pytest

from core.align.chain import BESIDE, BETWEEN, SYNONYMOUS, Likely, in_chain
from core.align.found import Accepted, Found
from core.evidence import Floats, WordField
from core.ingest import pasted
from core.model import Analysis, Pair, SentenceKind
from core.pipeline import analyse

OWN = ["a", "b", "c", "d", "b", "e"]
OTHER = ["x", "b", "c", "y", "b", "e"]
STORY = """Ferry hits quay wall in fog

By Nora Quist
The Saltmere Ledger
3 June 2024

The car ferry Brannoch struck the quay wall at Saltmere shortly before dawn on Sunday and threw people off their feet.
Nobody died. Eleven people were treated for cuts and bruises at the harbour clinic, the coastguard said.
The captain had asked for a pilot. There was none. A thick bank of fog had lain over the sound since midnight.

Harbour master Ida Fell said the wall would need repairs that could last until the end of August. She was blunt.
"We told the company twice that the beacon was dark," she said. It had no answer.
"""
OTHER_STORY = """Theatre to reopen after long dispute

The Alhambra in Corran will open its doors again in October, three years after a burst pipe flooded the stalls.
Nobody died. The insurers and the city argued for months over who should pay for new seats and a dry cellar.
There was none. A charity of former ushers raised half of the money with raffles and a sponsored silence.
"""


def identical(i: int, j: int) -> bool:
    return 0 <= i < len(OWN) and 0 <= j < len(OTHER) and OWN[i] == OTHER[j]


def test_a_chain_reaches_as_far_as_the_sentences_are_identical() -> None:
    assert [point for point, _ in in_chain([(1, 1)], identical)] == [(2, 2)]
    assert [point for point, _ in in_chain([(3, 3)], identical)] == [(2, 2), (1, 1), (4, 4), (5, 5)]


def test_identical_sentences_beside_nothing_linked_stay_apart() -> None:
    assert list(in_chain([], identical)) == []
    assert list(in_chain([(0, 4)], identical)) == []


def field(cosines: list[float]) -> WordField:
    """Return three sentences of two words on either side; those of the middle ones have these cosines."""
    a = np.eye(6, 12, dtype=np.float32)
    b = np.zeros((6, 12), dtype=np.float32)
    b[2:4] = np.diag(cosines) @ a[2:4]
    ones, first = np.ones(6, dtype=np.float32), [0, 2, 4, 6]
    stems = np.arange(6, dtype=np.int32)
    return WordField(first, first, ones, ones, stems, stems + 6, a, b)


def found(*points: tuple[int, int]) -> Found:
    made = Found()
    for point in points:
        made.add(point, Accepted(0.9, "meaning", reuse=True))
    return made


def scores(middle: float) -> Floats:
    return np.diag([0.9, middle, 0.9]).astype(np.float32)


def test_best_partners_beside_linked_sentences_need_less_and_between_two_still_less() -> None:
    unlike = field([0.1, 0.9])
    beside, between = found((0, 0)), found((0, 0), (2, 2))
    score = (BESIDE + BETWEEN) / 2
    assert Likely(scores(score), unlike, beside).surplus(1, 1) < 0
    assert Likely(scores(score), unlike, between).surplus(1, 1) == pytest.approx(score - BETWEEN)


def test_sentences_whose_every_word_stands_for_another_need_the_least() -> None:
    score = (SYNONYMOUS + BETWEEN) / 2
    assert Likely(scores(score), field([0.4, 0.5]), found((0, 0))).surplus(1, 1) >= 0
    assert Likely(scores(score), field([0.1, 0.9]), found((0, 0))).surplus(1, 1) < 0
    assert Likely(scores(SYNONYMOUS - 0.05), field([0.4, 0.5]), found((0, 0))).surplus(1, 1) < 0


def test_who_is_anothers_best_partner_is_not_likely() -> None:
    table = scores(0.7)
    table[1, 2] = 0.8
    assert Likely(table, field([0.9, 0.9]), found((0, 0))).surplus(1, 1) < 0


def pair_of(a: str, b: str) -> tuple[Analysis, Pair]:
    analysis = analyse([pasted(a, "a"), pasted(b, "b")])
    return analysis, analysis.pairs[0]


def test_a_text_beside_itself_is_linked_sentence_by_sentence() -> None:
    analysis, pair = pair_of(STORY, STORY)
    article = analysis.articles[0]
    assert {i for link in pair.links for i in link.a} == {i for i, s in enumerate(article.sentences) if s.checked}
    assert [article.sentence_text(i) for i, s in enumerate(article.sentences) if s.kind is SentenceKind.DATELINE] == [
        "The Saltmere Ledger",
        "3 June 2024",
    ]


def test_another_date_below_the_headline_is_no_divergence() -> None:
    _, pair = pair_of(STORY.replace("3 June", "4 June").replace("Ledger", "Gazette"), STORY)
    assert [d for link in pair.links for d in link.divergences] == []


def test_short_common_sentences_of_other_articles_stay_apart() -> None:
    _, pair = pair_of(OTHER_STORY, STORY)
    assert not [link for link in pair.links if link.match.derived]


REWRITE = """Car ferry strikes quay in mist

The vessel Brannoch hit the quay wall at Saltmere just before sunrise on Sunday, and passengers were thrown off their
feet. The clinic at the harbour treated eleven people for bruises and cuts, according to the coastguard. “We told the
company twice that the beacon was dark,” said Ida Fell, who is the harbour master of Saltmere and a former pilot.
Since midnight a thick bank of fog had been lying over the sound. Fellow seafarers preached restraint.
The wall will need repairs, which may take until the end of August. Fell remarked that the tugs in the port were sound
but that the old dredger leaked like a sieve.
"""
SOURCE = """Ferry hits quay wall in fog

The car ferry Brannoch struck the quay wall at Saltmere shortly before dawn on Sunday and threw people off their feet.
Eleven people were treated for cuts and bruises at the harbour clinic, the coastguard said. “We told the
company twice that the beacon was dark,” said Tom Weir, the owner of the beacon.
A thick bank of fog had lain over the sound since midnight. Other captains urged calm.
The wall will need repairs that could last until the end of August.

The cranes were sold in 2019. The council is to meet on Thursday evening.
A sister ship, the Corran, will take over the crossing from Tuesday. Tickets stay valid.
Ida Fell, harbour master of Saltmere and a former pilot, said that the port’s tugs were sound but that its old dredger
leaked like a basket.
"""


def test_a_short_sentence_told_in_other_words_is_linked_between_its_neighbours() -> None:
    analysis, pair = pair_of(REWRITE, SOURCE)
    a, b = analysis.articles
    told = {(a.sentence_text(i), b.sentence_text(j)) for link in pair.links for i, j, _ in link.pairs}
    assert ("Fellow seafarers preached restraint.", "Other captains urged calm.") in told


def test_a_quotation_given_to_somebody_else_is_no_link_with_where_they_are_told_of() -> None:
    analysis, pair = pair_of(REWRITE, SOURCE)
    a, b = analysis.articles
    quoted = next(i for i in range(len(a.sentences)) if "beacon" in a.sentence_text(i))
    (link,) = [link for link in pair.links if quoted in link.a]
    assert [b.sentence_text(j).startswith("“We told") for j in link.b] == [True]
