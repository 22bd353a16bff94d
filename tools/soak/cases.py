"""A case to try things on: two compared articles, verdicts, settings."""

from __future__ import annotations

import seeds
from core.case.contents import CaseContents, SavedArticle, SettingName
from core.case.file import case_bytes
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.ingest import read
from core.model import article_letter
from core.pipeline import analyse

ARTICLES = 2


def sample_case() -> bytes:
    """Return it as a file."""
    analysis = analyse([read(path) for path in list(seeds.paths())[:ARTICLES]])
    pair = analysis.pairs[0]
    keys = [FindingKey.of(analysis, pair, link) for link in pair.links]
    return case_bytes(
        CaseContents(
            articles=tuple(SavedArticle.of(a, article_letter(n)) for n, a in enumerate(analysis.articles)),
            analysis=analysis,
            review=Review({key: Judgement(Verdict.CREDIT, "Ask the desk.") for key in keys}),
            settings={SettingName.TITLE: "Summit", SettingName.OPTIONS: dict(analysis.options)},
        )
    )
