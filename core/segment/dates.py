"""Find dates and times in English news prose and give each a normal form.

Pure: text in, stretches with values out. Values are ISO 8601 where it has a form (``2019-04``, ``--09-18``,
``T04:17``), else ``weekday:2`` (Monday is 1), ``1980s`` or ``2026-spring``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.months import MONTHS, NUMBERS

Found = tuple[int, int, str]
"""Start, end and normal form."""

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("Monday", "Mon."),
            ("Tuesday", "Tues.", "Tue."),
            ("Wednesday", "Wed."),
            ("Thursday", "Thurs.", "Thu."),
            ("Friday", "Fri."),
            ("Saturday",),
            ("Sunday",),
        ),
        start=1,
    )
    for name in names
}
LONGEST_SHORT = 4
"""Letters of the longest shortened month, Sept: without its dot such a word may be a name."""
_SHORT = "|".join(short for _, *forms in MONTHS for short in forms)
_LONG = "|".join(names[0] for names in MONTHS)
_MONTH = rf"(?P<month>(?:{_LONG})\b|(?:{_SHORT})\b\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d|-\w)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_HALF = r"[ap]\.?\s?m\b\.?"

_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("date", r"\b(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])\b"),
        ("named date", rf"\b(?:(?:the )?{_DAY}(?: of)? ){_MONTH}(?:,? {_YEAR})?"),
        ("named date", rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?"),
        ("named date", rf"\b{_MONTH}(?:,| of)? {_YEAR}"),
        ("season", rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? {_YEAR}"),
        ("time", rf"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>{_HALF})"),
        ("time", r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b(?!:)"),
        ("word", r"\b(?P<word>noon|midday|midnight)\b"),
        ("weekday", rf"\b(?P<weekday>{'|'.join(re.escape(w) for w in _WEEKDAYS)})(?:(?<=\.)|\b)"),
        ("month", rf"\b{_MONTH}"),
        ("decade", r"\b(?P<decade>(?:19|20)\d0)s\b"),
        ("year", rf"(?<![\d$£€¥.,:/-]){_YEAR}"),
        ("early year", r"(?<![\d$£€¥.,:/-])(?P<year>1[1-8]\d\d)(?!\d|[.,]\d|-\w)"),
    )
)
_DAYS = "|".join(name.rstrip(".")[:3] for name in _WEEKDAYS)
_SIGNS = re.compile(f"{'|'.join('0123456789')}|{_SHORT}|May|{_DAYS}|noon|midday|midnight")
"""What every date and time has. It is looked for first, for most sentences have none, and alternatives that each begin
with a plain character are found fast."""
_NEEDS = {"named date": "dm", "month": "m", "word": "c", "weekday": "w"}
"""What a pattern cannot match without: m a month's name, c a word of the clock, w a weekday, else d a figure."""
_CLOCK = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|by|until|till|last|next|this|early|late|mid|from|to|through|before|after|and|between|during"
    r"|every|each|for)[ -]$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|through|throughout|of|during|after|before|for|and|between|early|late|mid"
    r"|the|year|around|about|season)[ -])$",
    re.IGNORECASE,
)
_BEFORE_EARLY_YEAR = re.compile(r"\b(?:in|since|until|before|after|year)[ ]$", re.IGNORECASE)
_COUNTED = re.compile(
    r" (?:(?:more|new|other|of|million|billion|thousand|percent|per cent)\b|[a-z]+s\b(?! (?:was|is|had)\b))"
)
_PM = 12


def find_dates(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the dates and times inside ``text[start:end]``, in no order, none overlapping another."""
    taken: set[int] = set()
    signs = {_sign(found) for found in _SIGNS.findall(text, start, end)}
    for kind, pattern in _PATTERNS if signs else ():
        if not signs.issuperset(_NEEDS.get(kind, "d")):
            continue
        for match in pattern.finditer(text, start, end):
            first, last = match.span()
            if not taken.isdisjoint(range(first, last)) or not _believable(kind, match, text, start):
                continue
            taken.update(range(first, last))
            yield first, last, _value(kind, match)


def _sign(found: str) -> str:
    if found[0].isdigit():
        return "d"
    if found[0].islower():
        return "c"
    return "w" if found in _DAYS else "m"


def _believable(kind: str, match: re.Match[str], text: str, start: int) -> bool:
    """Return whether an ambiguous word or number is a date here."""
    before = text[max(start, match.start() - 14) : match.start()]
    if kind == "month":
        name = match["month"]
        if name in ("May", "March"):
            return bool(_BEFORE_MONTH.search(before))
        return name.endswith(".") or len(name) > LONGEST_SHORT or name in ("June", "July")
    if kind == "year":
        after = text[match.end() : match.end() + 24]
        return bool(_BEFORE_YEAR.search(before)) or not _COUNTED.match(after)
    if kind == "early year":  # a number unless it is told as a year
        after = text[match.end() : match.end() + 24]
        return bool(_BEFORE_EARLY_YEAR.search(before)) and not after.startswith(" ")
    return True


def _value(kind: str, found: re.Match[str]) -> str:
    named = found.groupdict()
    match kind:
        case "time":
            return _clock(int(named["hour"]), named["minute"], named.get("half"))
        case "word":
            value = _CLOCK[named["word"]]
        case "weekday":
            value = f"weekday:{_WEEKDAYS[named['weekday']]}"
        case "decade":
            value = f"{named['decade']}s"
        case "season":
            season = named["season"].lower()
            value = f"{named['year']}-{'autumn' if season == 'fall' else season}"
        case "year" | "early year":
            value = named["year"]
        case _:
            month = int(named["number"]) if named.get("number") else NUMBERS[named["month"].rstrip(".")]
            day = named.get("day")
            value = f"{named.get('year') or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")
    return value


def _clock(hour: int, minute: str | None, half: str | None) -> str:
    if half:
        hour = hour % _PM + (_PM if half[0].lower() == "p" else 0)
    return f"T{hour:02}:{minute or '00'}"
