"""The months as they are written in English: what is read in articles, and what is printed. A foundation."""

from __future__ import annotations

MONTHS = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
"""Each month in full, then its short forms."""
PRINTED = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""The short forms that are printed: a month of four letters is not cut."""
NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
"""The number of a month by any of its forms, 1 … 12."""
