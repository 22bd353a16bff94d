"""Articles in other languages, whole: what was copied or edited is linked, what is their own is not."""

from itertools import combinations

import pytest

from core.ingest import pasted
from core.model import DivergenceType, MatchClass
from core.pipeline import analyse
from core.report.languages import language_notices
from core.similarity.encoder import default_encoder
from tests.core.languages.pairs import PAIRS
from tests.core.languages.written import NEWS

NEEDS_NO_ENGLISH = {DivergenceType.NUMBER, DivergenceType.DATE, DivergenceType.QUOTATION}
CHANGED = {"de": ["8,4", "9,4"], "fr": ["12 %", "15 %"], "es": ["240", "260"], "ru": ["350", "450"], "zh": []}


def _text(sentences, code):
    gap = "" if code == "zh" else " "
    half = len(sentences) // 2
    return gap.join(sentences[:half]) + "\n\n" + gap.join(sentences[half:])


def _documents(code):
    source, derived = PAIRS[code]
    return [pasted(_text([text for text, _ in derived], code)), pasted(_text(source, code))]


@pytest.fixture(scope="module")
def analyses():
    encoder = default_encoder()
    return {code: analyse(_documents(code), encoder=encoder) for code in PAIRS}


@pytest.mark.parametrize("code", PAIRS)
def test_each_sentence_is_one(analyses, code):
    source, derived = PAIRS[code]
    article, other = analyses[code].articles
    assert [article.sentence_text(i) for i in range(len(article.sentences))] == [text for text, _ in derived]
    assert [other.sentence_text(i) for i in range(len(other.sentences))] == source
    assert article.language == other.language == code


@pytest.mark.parametrize("code", PAIRS)
def test_what_was_taken_is_linked_and_what_is_own_is_not(analyses, code):
    _, derived = PAIRS[code]
    (pair,) = analyses[code].pairs
    found = {(i, j): match for link in pair.links for i, j, match in link.pairs}
    wanted = {(i, j) for i, (_, j) in enumerate(derived) if j is not None}
    assert {point for point, match in found.items() if match.derived} == wanted
    assert MatchClass.VERBATIM in found.values()


@pytest.mark.parametrize("code", PAIRS)
def test_no_rule_of_english_fires(analyses, code):
    (pair,) = analyses[code].pairs
    article, other = analyses[code].articles
    told = [d for link in pair.links for d in link.divergences]
    assert {d.type for d in told} <= NEEDS_NO_ENGLISH
    numbers = [d for d in told if d.type is DivergenceType.NUMBER]
    assert [d.b.of(other.text) for d in numbers] + [d.a.of(article.text) for d in numbers] == CHANGED[code]
    assert pair.divergences == ()
    assert pair.direction.note == ""
    assert not any(q.speaker for q in (*article.quotations, *other.quotations))


@pytest.mark.parametrize("code", PAIRS)
def test_the_encoder_is_not_asked_and_the_reader_is_told(analyses, code):
    (pair,) = analyses[code].pairs
    assert all(link.evidence.meaning is None for link in pair.links)
    first, second = language_notices(analyses[code])
    assert first.startswith("A and B are in ")
    assert "by wording alone" in first
    assert "not" in second


@pytest.mark.parametrize(("one", "other"), list(combinations(["de", "en", "fr", "ru", "zh"], 2)))
def test_between_two_languages_nothing_is_found_and_it_is_said_why(one, other):
    name = "Petra Kolb 2027 „We will keep it open for them“. "
    analysis = analyse([pasted(name + NEWS[one] * 2), pasted(name + NEWS[other] * 2)])
    (pair,) = analysis.pairs
    assert not pair.links
    assert not pair.quotations
    assert not pair.divergences
    assert any("Translation is not compared" in notice for notice in language_notices(analysis))


def test_english_needs_no_notice():
    assert language_notices(analyse([pasted(NEWS["en"]), pasted(NEWS["en"])])) == ()


def test_a_short_text_is_compared_in_the_language_of_the_other():
    source, _ = PAIRS["de"]
    short = "Die Häuser verlieren Wärme."
    long = _text([*source, "Die Häuser verlieren Wärme."], "de")
    analysis = analyse([pasted(short), pasted(long)])
    assert [a.language for a in analysis.articles] == ["und", "de"]
    assert [link.match for link in analysis.pairs[0].links] == [MatchClass.VERBATIM]
    assert [link.b for link in analysis.pairs[0].links] == [(8,)]
