"""Find numbers and dates that are written in digits, in languages other than English, each with a normal form.

Pure: text in, stretches with values out, in the forms of :mod:`core.segment.numbers` and :mod:`core.segment.dates`.
Numbers and months in words are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Found = tuple[int, int, str]
"""Start, end and normal form."""

_POINTED = frozenset(
    {"bn", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ms", "my", "ne", "pa", "si", "sw", "ta"}
    | {"te", "th", "tl", "ur", "zh"}
)
"""Languages in which a point parts the decimals, and a comma the thousands; elsewhere it is the other way round."""
_SPACE = " \u00a0\u202f\u2009"
_GROUPED = {
    True: re.compile(rf"\d{{1,3}}(?:,\d{{3}}|[{_SPACE[1:]}]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    False: re.compile(
        rf"\d{{1,3}}(?:(?:\.\d{{3}})+|(?:['’]\d{{3}})+|(?:[{_SPACE}]\d{{3}})+)(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
    ),
}
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH"}
_PERCENT = re.compile(
    r"\s?(?:%|٪|％)|\s(?:Prozent|pour cent|por ciento|por cento|per cento|procent|prosent|процент\w*|відсотк\w*)\b"
)
_MOST_DIGITS = 28
"""Digits of the longest figure: a longer row is a code."""
_YEARS = r"(?:1[89]|20)\d{2}"
_DATES = (
    re.compile(rf"(?<![\d.-])(?P<year>{_YEARS})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\d-])"),
    re.compile(
        rf"(?<![\d./])(?P<day>\d{{1,2}})(?P<mark>[./])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<year>{_YEARS})(?!\d)"
    ),
    re.compile(rf"(?:(?P<year>{_YEARS})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"),
    re.compile(rf"(?:(?P<year>{_YEARS})년\s?)?(?P<month>\d{{1,2}})월\s?(?P<day>\d{{1,2}})일"),
    re.compile(rf"(?<![\d.,'’/-])(?P<year>{_YEARS})(?:年|년)?(?![\d%.,]\d|\d|\s?%)"),
)
_MONTHS, _DAYS = 12, 31


def dates_in_digits(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the dates and years of ``text[start:end]`` that digits tell, the fuller forms first."""
    taken: list[tuple[int, int]] = []
    for form in _DATES:
        for match in form.finditer(text, start, end):
            named = match.groupdict()
            month, day = int(named.get("month") or 1), int(named.get("day") or 1)
            free = all(match.end() <= low or high <= match.start() for low, high in taken)
            if free and 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
                taken.append(match.span())
                value = named.get("year") or "-"
                yield match.start(), match.end(), f"{value}-{month:02}-{day:02}" if "month" in named else value


def numbers_in_digits(text: str, start: int, end: int, language: str) -> Iterator[Found]:
    """Yield the numbers of ``text[start:end]`` that are written in digits."""
    pointed = language in _POINTED
    point, others = (".", ",") if pointed else (",", ".")
    at = start
    while match := _GROUPED[pointed].search(text, at, end):
        first, last = match.span()
        at = last
        before, after = text[first - 1 : first], text[last : last + 1]
        if len(match[0]) > _MOST_DIGITS or (language not in _SPACELESS and (before.isalpha() or after.isalpha())):
            continue
        plain = "".join(c for c in match[0] if c not in f"{others}'’{_SPACE}").replace(point, ".")
        whole, dot, part = plain.partition(".")
        value = str(int(whole)) + (dot + part.rstrip("0") if part.rstrip("0") else "")
        value = "".join(str(int(c)) if c.isdigit() else c for c in value)
        percent = _PERCENT.match(text, last, end)
        sign = _SIGNS.get(before or "") or _SIGNS.get(text[last : last + 2].strip())
        unit = " %" if percent else f" {sign}" if sign else ""
        first -= before in _SIGNS and first > start
        yield first, percent.end() if percent else last, value + unit


_SPACELESS = frozenset({"ja", "ko", "th", "zh"})
