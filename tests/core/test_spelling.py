"""British and American spelling meet in one form; words that mean other things stay apart."""

import pytest

from core.spelling import one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("programmes", "programs"),
        ("honoured", "honored"),
        ("neighbourhood", "neighborhood"),
        ("behavioural", "behavioral"),
        ("centre", "center"),
        ("centred", "centered"),
        ("organisation", "organization"),
        ("paralysed", "paralyzed"),
        ("travelling", "traveling"),
        ("fulfil", "fulfill"),
        ("skilful", "skillful"),
        ("defence", "defense"),
        ("licence", "license"),
        ("practised", "practiced"),
        ("dialogues", "dialogs"),
        ("anaemia", "anemia"),
        ("manoeuvre", "maneuver"),
        ("diarrhoea", "diarrhea"),
        ("judgement", "judgment"),
        ("greyish", "grayish"),
        ("whilst", "while"),
        ("façade", "facade"),
        ("fa\u00adcade", "facade"),
        ("Harbour’s", "harbor"),
    ],
)
def test_one_word_in_two_spellings(british: str, american: str) -> None:
    assert one_spelling(british, american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("filled", "filed"),
        ("prise", "prize"),
        ("holly", "holy"),
        ("Neill", "Neil"),
        ("Qaddafi", "Gadhafi"),
        ("affect", "effect"),
        ("united", "untied"),
        ("rater", "rated"),
    ],
)
def test_two_words(one: str, other: str) -> None:
    assert not one_spelling(one, other)


def test_what_is_no_word_stays() -> None:
    assert one_spelling("2,500", "2,500")
    assert not one_spelling("2,500", "2500")
