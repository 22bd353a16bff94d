"""What holds for any text at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Document
from core.segment import one_sentence, segment
from core.segment.tokens import tokenise

PIECES = st.sampled_from(
    [
        *("The", "cat", "U.S.", "Mr.", "Kim", "said", "5", "4.2", "a.m.", "I", "1.", "2)", "•", "Related posts"),
        *("By Ann Lee", "According to", "http://a.b/C.D", "@", "_", "😀", "新聞", "हिन्दी", "x" * 50),
        *(".", "?", "!", "...", "…", ". . .", "。", ",", ":", ";", "—", "-", "(", ")", "[", "]", "[1]"),
        *("'", '"', "“", "”", "‘", "’", "«", "»", "''", "``"),
        *("\n", "\n\n", "\r\n", " ", "  ", "\t", "\u00a0", "\u2028", "\u200b", "\u2800", "\ufeff", "\x1c"),
        *("e\u0301", "\u0301", "\ud800", "\x00"),
        *("six", "ſix", "fıve", "İ", "2 mıllıon", "3 dollarſ", "9 \u212a", "²", "٣", "1,000", "hundred ", "two thirdſ"),
        *(
            "OSLO (AP) —",
            "Photo:",
            "Also read:",
            "Follow us on X.",
            "-\n",
            "informa-\ntion",
            "THE U.S. HE",
            "<.AB>",
            "©",
        ),
        *("Sept. 5", "in 2020", "½", "$", "%", "K", "ﬁve"),
    ]
)
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=60).map("".join) | st.lists(PIECES, max_size=40).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_and_tokens_cover_the_text(text):
    article = segment(Document("", "", text), "a1")
    assert article.text == text
    _check_order([s.span for s in article.sentences])
    _check_order(article.paragraphs)
    for sentence in article.sentences:
        wording = sentence.span.of(text)
        assert wording
        assert wording == wording.strip()
        assert any(p.contains(sentence.span) for p in article.paragraphs)
        tokens = article.tokens[sentence.first_token : sentence.last_token]
        assert "".join(t.span.of(text) for t in tokens) == "".join(wording.split())
    inside = "".join(s.span.of(text) for s in article.sentences)
    assert "".join(inside.split()) == "".join(text.split())
    bounds = [0, *[s.last_token for s in article.sentences]]
    assert [s.first_token for s in article.sentences] == bounds[:-1]
    assert bounds[-1] == len(article.tokens)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_quotations_lie_in_the_text(text):
    article = segment(Document("", "", text), "a1")
    _check_order([q.span for q in article.quotations])
    for quotation in article.quotations:
        assert any(c.isalnum() for c in quotation.span.of(text))
        for part in (quotation.speaker, quotation.cue):
            assert part is None or part.of(text).strip()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_one_sentence_is_one(text):
    article = one_sentence(text, "s")
    assert [s.span.of(text) for s in article.sentences] == ([text.strip()] if text.strip() else [])


@given(st.text(max_size=60))
def test_tokens_are_words_or_single_characters(text):
    tokens = tokenise(text, 0, len(text))
    for token in tokens:
        wording = text[token.start : token.end]
        assert any(c.isalnum() for c in wording) if token.word else len(wording) == 1


def _check_order(spans):
    for one, two in pairwise(spans):
        assert one.end <= two.start


SHAPES = {
    "news": "The mayor, Anna Berg, said in the U.S. that “we go on,” and left. It rained in Oslo on Sept. 5.\n",
    "one line": "word ",
    "one word": "a",
    "dots": "a.",
    "acronyms": "U.S.",
    "open quotes": "“a ",
    "straight quotes": '"',
    "single quotes": "dogs' 'a ",
    "brackets": "(a. ",
    "spaced dots": ". ",
    "spaces": ".                ",
    "lines": "ab\n",
    "list": "1. a ",
    "capitals": "A",
    "notes": "a.[1]",
    "dates": "Sept. ",
    "days": "Sept. 5 ",
    "figures": "5,000 ",
    "digits": "1",
    "groups": "1,111",
    "number words": "hundred ",
    "names": "Ida Brandt of Lund ",
    "titles": "Mr. ",
    "particles": "Ann von ",
    "tied": "A von ",
    "wrapped": "The mayor of the old town has gone to the sea and\nit rained there, and she will not\n",
    "labels": "Also read: A\n",
    "credits": "Ann/AP (Photo by Ann)\n",
    "helpers": "Reporting by Ann; ",
    "wishes": "Sign up here. ",
    "trail": "A > ",
    "shouts": "U.S. THE ",
    "headings": "An Ox ",
    "datelines": "OSLO, ",
    "addresses": "a.b@c.D.E/",
    "tickers": "<.A",
}


SMALL, TIMES = 2_000, 8
RUNS = 3


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_only(shape):
    # Processor time and the best of some runs: what else the computer does adds to a run and never takes away.
    def seconds(length):
        document = Document("", "", (SHAPES[shape] * length)[:length])
        best = float("inf")
        for _ in range(RUNS):
            start = time.process_time()
            segment(document, "a1")
            best = min(best, time.process_time() - start)
        return best

    # Eight times the text may take twenty-four times as long; the square would be sixty-four times.
    # What takes next to no time is not compared.
    assert seconds(TIMES * SMALL) < 3 * TIMES * seconds(SMALL) + 0.1
