"""Find numbers in English news prose, in digits or words, and give each a normal form.

Pure: text in, stretches with values out. The value is the number in plain decimal digits, with its unit where the
unit belongs to the figure: ``4200000 USD``, ``80 %`` (``four-fifths`` too), ``2 points``, ``ordinal:3``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

Found = tuple[int, int, str]
"""Start, end and normal form."""

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {w: n for n, w in enumerate(_SMALL)} | {w: n * 10 for n, w in enumerate(_TENS, start=2)}
_SCALES = {
    "hundred": 10**2, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
_SIGNS = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "A$": "AUD", "C$": "CAD"}
_COINS = {
    "dollar": "USD", "pound": "GBP", "euro": "EUR", "yen": "JPY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB",
    "yuan": "CNY", "won": "KRW", "peso": "peso", "franc": "franc", "rand": "ZAR", "krona": "krona",
}  # fmt: skip

MOST_DIGITS = 28
"""Digits and commas of the longest figure: a longer row is a code, and decimals are exact up to here."""
MOST_WORDS = 24
"""Words of the longest number in words."""


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of words whose letters have no other case than ASCII's: no “ſix”, no “fıve”."""
    return f"(?a:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})"


_WORD = _any_of((*_VALUES, *_SCALES))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = _any_of(_SCALES)
_SIGN = _any_of(_SIGNS)
_COIN = _any_of([coin + ending for coin in _COINS for ending in ("", "s")])
_COUNT = _any_of(_SMALL[1:10])
_PART_WORD = _any_of([*_PARTS, *(part + "s" for part in _PARTS if not part.startswith("hal"))])
_UNIT = (
    rf"(?:\s?(?P<percent>%|per\s?cent\b|percent\b|pct\b\.?)|\s(?P<points>(?:percentage )?points\b)"
    rf"|[\s-](?P<coin>{_COIN}\b))?"
)
_FIGURE = re.compile(
    rf"(?<![^\W_])(?<![^\W\d_]-)(?<!\d[.,:/])(?P<sign>{_SIGN})?\s?(?P<digits>{_DIGITS})"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|(?:[\s-]?(?P<scale>{_SCALE})\b|\s?(?P<suffix>{_any_of(_SUFFIXES)})\b)?{_UNIT})"
    rf"(?![^\W_])",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?:(?P<article>an?|several)\s(?=hundred|dozen|thousand|million|billion|trillion))?"
    rf"(?P<words>{_WORD}(?:[\s-]+(?:and\s)?{_WORD})*)\b{_UNIT}",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:(?P<count>{_COUNT})[\s-](?P<part>{_PART_WORD})"
    rf"|(?:a|the)\s(?P<single>{_any_of(('quarter', 'third', 'fifth', 'tenth'))})(?=\sof\b)"
    r"|(?P<quarter>a\squarter)|(?<!\band a )(?P<half>half)|(?<=\band a )(?P<other_half>half)(?=\sof\b))\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"[ -](?:high|long|wide|deep|tall|thick|away|below|above|from|run|race|sprint|dash|hurdles|relay|freestyle|final"
    r"|pool|walk|drop|wave|waves)\b",
    re.IGNORECASE,
)
_PARTED = _any_of(("half", "quarter", "quarters"))
_LARGE = _any_of(("hundred", "thousand", "million", "billion", "trillion"))
_VALUE = _any_of(_VALUES)
_MIXED = re.compile(
    # two and a half million, 3½ million, one and three quarters
    rf"(?<![^\W_])(?<!\d[.,])(?P<sign>{_SIGN})?(?:(?:(?P<digits>\d{{1,3}})|(?P<words>{_VALUE}(?:[\s-]{_VALUE})?))"
    rf"[\s-]and[\s-](?P<count>an?|one|two|three)[\s-](?P<part>{_PARTED})(?!\sof\b)|(?P<before>\d{{0,3}})(?P<vulgar>[½¼¾⅓⅔]))"
    rf"(?:[\s-](?P<scale>{_SCALE})\b|\s?(?P<suffix>bn|mn?)\b)?{_UNIT}(?![^\W_])"
    # half a million, a quarter of a million, three quarters of a billion
    rf"|\b(?:(?:(?P<ones>an?|one|two|three)[\s-])?(?P<share>{_PARTED})(?:[\s-]of)?[\s-]an?|(?:one[\s-])?half)"
    rf"[\s-](?P<large>{_LARGE})\b"
    rf"(?:[\s-](?P<coin_of_large>{_COIN}\b))?"
    # a million and a half
    rf"|\b(?:an?|one)[\s-](?P<whole_large>{_LARGE})\sand\sa\s(?P<more>half|quarter)\b(?!\sof\b)",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_VULGAR = {"½": "half", "¼": "quarter", "¾": "quarters", "⅓": "third", "⅔": "thirds"}
_VAGUE = re.compile(
    r"\b(?:few|many|several|multi|couple\sof|couple|(?:tens|dozens|hundreds|thousands|millions|and\sa\shalf)(?:\sof)?|half)[\s-]$",
    re.IGNORECASE,
)
"""What makes of “million” no one million."""
_PAIR = re.compile(r"\ba (?:pair|couple)(?= of\b)|\bhalf(?: a|-a)?[ -]dozen\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b{_any_of(_ORDINALS)}\b", re.IGNORECASE)
_NOT_A_COUNT = re.compile(r"\b(?:no|any|every|some|the|this|that|which|each|another)[\s-]$", re.IGNORECASE)

_STANDS_FOR = re.compile(r"\b(?:the|an?|this|that|my|your|his|her|its|our|their)\s+[a-z-]+\s+$", re.IGNORECASE)
_NOUN_DONE = re.compile(
    r"\s*(?:$|[^\w\s-])|\s+(?:is|was|has|had|will|would|can|could|may|and|but|that|which|who|in|on|at|for|with|by|to|from"
    r"|when|while|as|because|after|before|since|than)\b",
    re.IGNORECASE,
)
_BEFORE_ONE = 40

_PAIR_WORDS = frozenset(("pair", "couple", "half"))
_COUNT_WORDS = frozenset((*_VALUES, *_SCALES))
_PART_WORDS = frozenset((*_PARTS, *(f"{part}s" for part in _PARTS)))
_NUMBER_WORDS = _PAIR_WORDS | _COUNT_WORDS | _PART_WORDS | _ORDINALS.keys()
_LETTERS = re.compile("[a-z]+")
_DIGIT = re.compile(r"\d")


def find_numbers(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the numbers inside ``text[start:end]``, in no order, none overlapping another."""
    taken: set[int] = set()
    finders = _finders(text, start, end)
    for finder in finders:
        for first, last, value in finder(text, start, end):
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                yield first, last, value


def _finders(text: str, start: int, end: int) -> list[Callable[[str, int, int], Iterator[Found]]]:
    """Return the finders that may find something: most sentences have no number, which is told far faster."""
    told = _NUMBER_WORDS.intersection(_LETTERS.findall(text[start:end].lower()))
    finders: list[Callable[[str, int, int], Iterator[Found]]] = []
    if told & _PAIR_WORDS:
        finders.append(_pairs)
    if told & _PART_WORDS or not _VULGAR.keys().isdisjoint(text[start:end]):
        finders.append(_mixed)
    if _DIGIT.search(text, start, end):
        finders.append(_figures)
    if told & _PART_WORDS:
        finders.append(_parts)
    if told & _COUNT_WORDS:
        finders.append(_words)
    if told & _ORDINALS.keys():
        finders.append(_ordinals)
    return finders


def _figures(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _FIGURE.finditer(text, start, end):
        if len(match["digits"]) > MOST_DIGITS:
            continue
        first = match.start("sign") if match["sign"] else match.start("digits")
        value = Decimal(match["digits"].replace(",", ""))
        if match["ordinal"]:
            yield first, match.end(), f"ordinal:{value:f}"
            continue
        if match["scale"]:
            value *= _SCALES[match["scale"].lower()]
        elif match["suffix"]:
            if match["suffix"].lower() in ("m", "k") and not match["sign"] and _LENGTH.match(text, match.end()):
                yield first, match.end("digits"), _plain(value)  # metres or kilometres
                continue
            value *= _SUFFIXES[match["suffix"].lower()]
        yield first, match.end(), _with_unit(value, match, match["sign"])


def _is_pronoun(text: str, start: int, first: int, last: int) -> bool:
    """Return whether “one” counts nothing: no one, this one; the old one, a better one, where no noun follows."""
    before = text[start:first]
    return bool(
        _NOT_A_COUNT.search(before)
        or (_STANDS_FOR.search(before) and _NOUN_DONE.match(text, last, min(len(text), last + 20)))
    )


def _words(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _WORDS.finditer(text, start, end):
        words = [w for w in re.split(r"[\s-]+", match["words"].lower()) if w != "and"]
        if words == ["one"] and _is_pronoun(text, max(start, match.start() - _BEFORE_ONE), match.start(), match.end()):
            continue
        if (
            words[0] in _SCALES
            and not match["article"]
            and _VAGUE.search(text[max(start, match.start() - 20) : match.start()])
        ):
            continue  # a few million, tens of thousands
        if len(words) > MOST_WORDS or (match["article"] and match["article"].lower() == "several"):
            continue
        yield match.start(), match.end(), _with_unit(Decimal(_read(words)), match, None)


def _read(words: list[str]) -> int:
    """Return the value of a row of number words: ``two hundred and five thousand``."""
    total = group = 0
    for word in words:
        if word in _VALUES:
            group += _VALUES[word]
        elif _SCALES[word] < _SCALES["thousand"]:
            group = (group or 1) * _SCALES[word]
        else:
            total += (group or 1) * _SCALES[word]
            group = 0
    return total + group


def _parts(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _PART.finditer(text, start, end):
        if match["part"]:
            part = match["part"].lower()
            share = Decimal(_VALUES[match["count"].lower()]) / _PARTS.get(part, _PARTS.get(part.rstrip("s"), 1))
        elif match["half"] or match["other_half"]:
            share = Decimal(1) / 2
        else:
            share = Decimal(1) / _PARTS[(match["single"] or "quarter").lower()]
        yield match.start(), match.end(), f"{_plain((share * 100).quantize(Decimal('0.01')))} %"


def _mixed(text: str, start: int, end: int) -> Iterator[Found]:
    """Find whole numbers with a fraction, and fractions of a large one."""
    for match in _MIXED.finditer(text, start, end):
        if match["whole_large"]:
            value = (1 + Decimal(1) / _divisor(match["more"].lower())) * _SCALES[match["whole_large"].lower()]
            yield match.start(), match.end(), _plain(_exact(value))
            continue
        if match["large"]:
            part = (match["share"] or "half").lower()
            value = _COUNTS[(match["ones"] or "a").lower()] * _SCALES[match["large"].lower()] / Decimal(_divisor(part))
            coin = match["coin_of_large"]
            found = _plain(_exact(value))
            yield match.start(), match.end(), f"{found} {_coin(coin)}" if coin else found
            continue
        if match["vulgar"]:
            whole, part = Decimal(match["before"] or 0), _VULGAR[match["vulgar"]]
            count = {"¾": 3, "⅔": 2}.get(match["vulgar"], 1)
        else:
            whole = Decimal(match["digits"] or _read(re.split(r"[\s-]+", match["words"].lower())))
            part, count = match["part"].lower(), _COUNTS[match["count"].lower()]
        scale = (match["scale"] or match["suffix"] or "").lower()
        value = (whole + Decimal(count) / _divisor(part)) * (_SCALES.get(scale) or _SUFFIXES.get(scale, 1))
        if not whole and match["vulgar"] and match.end("vulgar") == match.end():
            yield match.start(), match.end(), f"{_plain(_exact(value * 100))} %"
            continue
        yield match.start(), match.end(), _with_unit(_exact(value), match, match["sign"])


def _divisor(part: str) -> int:
    return _PARTS.get(part) or _PARTS[part.rstrip("s")]


def _exact(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def _pairs(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _PAIR.finditer(text, start, end):
        yield match.start(), match.end(), "6" if match[0].lower().endswith("dozen") else "2"


def _ordinals(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _ORDINAL.finditer(text, start, end):
        yield match.start(), match.end(), f"ordinal:{_ORDINALS[match[0].lower()]}"


def _with_unit(value: Decimal, match: re.Match[str], sign: str | None) -> str:
    if sign:
        return f"{_plain(value)} {_SIGNS[sign.upper()]}"
    if match["percent"]:
        return f"{_plain(value)} %"
    if match["points"]:
        return f"{_plain(value)} points"
    if match["coin"]:
        return f"{_plain(value)} {_coin(match['coin'])}"
    return _plain(value)


def _coin(word: str) -> str:
    coin = word.lower()
    return _COINS.get(coin) or _COINS[coin.rstrip("s")]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
