"""The class of a pair: few other words make no other class, but for one that denies."""

import pytest

from core.align.classes import pair_class
from core.align.quoted import sentence_words
from core.model import MatchClass
from core.options import Options
from core.segment.article import one_sentence

LONG = (
    "The harbour office in Saltmere {} open on the second Sunday of every month for those who keep a boat there, "
    "and for whoever wants to pay the summer dues before the end of the quarter or have a mooring looked at."
)


@pytest.mark.parametrize(
    ("own", "other", "match"),
    [
        ("was", "was", MatchClass.VERBATIM),
        ("was", "is", MatchClass.VERBATIM),
        ("was not", "wasn't", MatchClass.VERBATIM),
        ("was", "was not", MatchClass.CLOSE),
        ("was never", "was always", MatchClass.CLOSE),
    ],
)
def test_a_denial_more_or_less_is_never_verbatim(own: str, other: str, match: MatchClass) -> None:
    a, b = (sentence_words(one_sentence(LONG.format(x), name))[0] for x, name in ((own, "a1"), (other, "a2")))
    assert pair_class(a, b, Options()) is match
    assert pair_class(b, a, Options()) is match
