"""Whether two articles are on one topic: by their likeness and their vocabularies."""

from __future__ import annotations

import seeds
from core import ingest
from core.align.topic import share_topic, vocabulary_in_common
from core.evidence import WordField, Wording
from core.ingest import pasted
from core.model import Article
from core.options import Options
from core.segment import segment
from core.similarity.lexical import article_tokens, compare_wording, stem_numbers, token_weights

MAYOR = (
    "Mayor Ilse Brandt told the council of Oldmere that the tram would cost more.\n\n"
    "Brandt said the council had known for a year. The tram would still open in Oldmere in May, the mayor added.\n\n"
    "Opponents of the tram asked for a vote on its cost."
)
TRAM = (
    "The tram in Oldmere has become dearer, Ilse Brandt admitted on Monday night.\n\n"
    "Councillors of Oldmere heard that the cost of the tram had doubled. Brandt promised that it opens in May.\n\n"
    "A vote was demanded by those who never wanted a tram."
)
BEES = (
    "Bees find their way home by the light of the sky, researchers have shown.\n\n"
    "They fitted insects with tiny mirrors. Flights grew longer when clouds covered the sun, they reported.\n\n"
    "Hives near forests fared better than those beside fields."
)


def wording_of(a: Article, b: Article) -> tuple[Wording, WordField]:
    own, other = article_tokens(a), article_tokens(b)
    wording = compare_wording(own, other)
    weights = token_weights(own, wording.rarity), token_weights(other, wording.rarity)
    return wording, WordField(own.first, other.first, *weights, *stem_numbers(own, other), None, None)


def shared(a: Article, b: Article) -> bool:
    return share_topic(a, b, *wording_of(a, b), Options())


def test_two_reports_of_one_event_share_a_topic() -> None:
    assert shared(segment(pasted(MAYOR), "a1"), segment(pasted(TRAM), "a2"))


def test_texts_on_other_things_share_none() -> None:
    assert not shared(segment(pasted(MAYOR), "a1"), segment(pasted(BEES), "a2"))


def test_a_repeated_name_counts_more_than_another_word() -> None:
    a, b = segment(pasted(MAYOR), "a1"), segment(pasted(TRAM), "a2")
    lower = [segment(pasted(t.replace("Oldmere", "oldmere").replace("Brandt", "brandt")), a.id) for t in (MAYOR, TRAM)]
    named = vocabulary_in_common(a, b, wording_of(a, b)[1])
    plain = vocabulary_in_common(lower[0], lower[1], wording_of(lower[0], lower[1])[1])
    assert named > plain > 0


def test_the_sample_articles_share_a_topic() -> None:
    articles = [segment(ingest.read(path), f"a{k}") for k, path in enumerate(seeds.paths())]
    assert all(shared(a, b) for a in articles for b in articles if a.id < b.id)


def test_an_article_without_words_shares_nothing() -> None:
    assert not shared(segment(pasted("…"), "a1"), segment(pasted(MAYOR), "a2"))
