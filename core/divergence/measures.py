"""One figure in two measures: 2,500 kilograms and two and a half tonnes, 48 hours and two days."""

from __future__ import annotations

from decimal import Decimal

CONVERTED = 0.05
"""Largest relative difference that turning one measure into another excuses."""
_MASS = {"tonne": 1000.0, "ton": 1000.0, "kilogram": 1.0, "kilo": 1.0, "kg": 1.0, "gram": 0.001, "ounce": 0.02835}
_LENGTH = {
    "kilometer": 1000.0, "kilometre": 1000.0, "km": 1000.0, "mile": 1609.0, "meter": 1.0, "metre": 1.0, "yard": 0.9144,
    "foot": 0.3048, "feet": 0.3048, "inch": 0.0254, "centimeter": 0.01, "centimetre": 0.01, "cm": 0.01,
}  # fmt: skip
_AREA = {"hectare": 1.0, "acre": 0.4047}
_TIME = {"minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "fortnight": 20160.0}
_KINDS = (_MASS, _LENGTH, _AREA, _TIME)


def same_measure(a: Decimal, measure_a: str, b: Decimal, measure_b: str) -> bool:
    """Return whether two amounts of different measures, told in the singular, are one."""
    for factors in _KINDS:
        if measure_a in factors and measure_b in factors and measure_a != measure_b:
            one, two = float(a) * factors[measure_a], float(b) * factors[measure_b]
            return abs(one - two) <= CONVERTED * max(one, two)
    return False
