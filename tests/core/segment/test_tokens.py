import pytest

from core.segment.tokens import tokenise


def words(text):
    return [text[t.start : t.end] for t in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pandemic-induced don’t O'Neill", ["pandemic-induced", "don’t", "O'Neill"]),
        ("re-elected—and 3–4", ["re-elected", "—", "and", "3", "–", "4"]),
        ("10,000 4.2 $5m 7.1%", ["10,000", "4.2", "$", "5m", "7.1", "%"]),
        ("Smith,who left", ["Smith", ",", "who", "left"]),
        ("a_b", ["a", "_", "b"]),
        ("Sung-wook’s", ["Sung-wook’s"]),
        ("workers’ rights", ["workers", "’", "rights"]),
        ("well- known", ["well", "-", "known"]),
        ("e\u0301te\u0301 cafe\u0301.", ["e\u0301te\u0301", "cafe\u0301", "."]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("新聞です。", ["新", "聞", "で", "す", "。"]),
        ("…", ["…"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
    ],
)
def test_words_and_punctuation(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with the U.S.", ["with", "the", "U.S."]),
        ("Mr. Hale of Ames Inc. left.", ["Mr.", "Hale", "of", "Ames", "Inc.", "left", "."]),
        ("He said no.", ["He", "said", "no", "."]),
        ("See No. 5.", ["See", "No.", "5", "."]),
        ("J. K. Ferris", ["J.", "K.", "Ferris"]),
        ("he and I.", ["he", "and", "I", "."]),
        ("at 5 p.m.", ["at", "5", "p.m."]),
        ("at Hale & Co.”", ["at", "Hale", "&", "Co.", "”"]),
    ],
)
def test_a_final_dot_belongs_to_abbreviations_only(text, expected):
    assert words(text) == expected


def test_a_sentence_glued_to_the_next_gives_no_joined_word():
    text = "They left.Then it rained."
    assert [text[t.start : t.end] for t in tokenise(text, 0, 10)] == ["They", "left", "."]


def test_word_flag_tells_words_from_punctuation():
    assert [t.word for t in tokenise("Yes, 5!", 0, 7)] == [True, False, True, False]
