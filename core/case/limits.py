"""What a case file may cost to open.

It may come from anyone, so everything in it is bounded. Each bound is far above what a case of 200 articles needs, and
what is written is held to the same bounds, so that it can be read again.
"""

from __future__ import annotations

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes."""
LARGEST_VALUE = 128 * 1024 * 1024
"""Bytes of one value in a row: the packed analysis is the largest."""
LONGEST_TEXT = 8 * 1024 * 1024
"""Code points of one article's text; reading articles takes less."""
LONGEST_TEXTS = 64 * 1024 * 1024
"""Code points of all articles' texts together."""
LONGEST_WORDS = 1024 * 1024
"""Code points of anything else in words: a title, a note, a path."""
LONGEST_JSON = 4 * 1024 * 1024
"""Characters of a setting."""
LARGEST_ANALYSIS = 512 * 1024 * 1024
"""Bytes of JSON that are unpacked at most."""
MOST_UNPACKED = 200
"""How many times larger an analysis may be than packed; the sample case is 5 times, a bomb of zeros 1,000 times."""
EASILY_UNPACKED = 16 * 1024 * 1024
"""Bytes that are unpacked whatever they were packed to."""
MOST_ROWS = {
    "articles": 2_000,
    "findings": 500_000,
    "analysis": 1,
    "judgements": 200_000,
    "hand_links": 200_000,
    "settings": 1_000,
    "problems": 10_000,
}
SECONDS = 12.0
"""How long SQLite may work on opening or reading a file; an editor is told within 15 seconds."""
