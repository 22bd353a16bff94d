"""Analyses changed by hand, for tests of what the overview says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.model import (
    Analysis,
    Role,
)


def changed_pair(analysis: Analysis, a: str, b: str, **changes: Any) -> Analysis:
    pairs = tuple(replace(p, **changes) if (p.a, p.b) == (a, b) else p for p in analysis.pairs)
    return replace(analysis, pairs=pairs)


def with_role(analysis: Analysis, article: str, role: Role) -> Analysis:
    return replace(analysis, articles=tuple(replace(x, role=role) if x.id == article else x for x in analysis.articles))
