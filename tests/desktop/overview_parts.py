"""Analyses changed by hand, for tests of what the overview says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.model import Analysis, Role
from core.progress import NoProgress


def short_analysis(engine: Any) -> Any:
    """Return the analysis of three short articles, the third of which takes from the first."""
    texts = (
        "The harbour closes at noon.\nGulls returned to the pier.\nNobody was hurt.",
        "Bakers met in the old hall.\nFlour costs more.",
        "The harbour closes at dusk.\nGulls returned to the pier.\nTickets stay cheap.",
    )
    return engine.analyse([engine.paste(text).document for text in texts], NoProgress())


def changed_pair(analysis: Analysis, a: str, b: str, **changes: Any) -> Analysis:
    pairs = tuple(replace(p, **changes) if (p.a, p.b) == (a, b) else p for p in analysis.pairs)
    return replace(analysis, pairs=pairs)


def with_role(analysis: Analysis, article: str, role: Role) -> Analysis:
    return replace(analysis, articles=tuple(replace(x, role=role) if x.id == article else x for x in analysis.articles))
