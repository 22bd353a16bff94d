"""A case with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from core.case.contents import CaseContents, LastPlace, SavedArticle, SettingName
from core.case.file import case_bytes
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.ingest import read
from core.model import Analysis, Document, Exclusions, Finding, Role, Span, article_letter
from core.pipeline import analyse


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    """Return what is found in the sample articles."""
    return analyse([read(path) for path in seeds.paths()])


@pytest.fixture(scope="session")
def contents(analysis: Analysis) -> CaseContents:
    articles = tuple(SavedArticle.of(a, article_letter(i)) for i, a in enumerate(analysis.articles))
    odd = Document(
        "/news/half \ud83d.txt", "0" * 64, "Half a pair \udc80 and\0a zero.\n", "text", "latin-1", "Odd", (_odd(),)
    )
    pair = next(p for p in analysis.pairs if p.links)
    key = FindingKey.of(analysis, pair, pair.links[0])
    return CaseContents(
        articles=(*articles, SavedArticle("a6", "F", "Odd", odd, Role.LICENSED, "The Wire", "Ann Odd", "2026-11-02")),
        analysis=analysis,
        review=Review(
            {key: Judgement(Verdict.CREDIT, "Ask the desk.", "ed", "2026-11-02T09:30:00Z")},
            {FindingKey.between(analysis, pair, (3, 4), (2,)): False},
        ),
        settings={
            SettingName.TITLE: "Summit",
            SettingName.SUBJECT: "a3",
            SettingName.OPTIONS: {"wholly_derived": 0.8},
            SettingName.EXCLUSIONS: Exclusions(names=True, phrases=("North Korea",)),
            SettingName.REPORT: {"ledger": False, "page": "us-letter"},
            SettingName.PLACE: LastPlace("compare", "a3", "a5", 2, (0.25, 0.5)),
            "pinned": ["a1", None, 3],
        },
        problems=(ArticleError("bad.pdf", "“bad.pdf” is no article.", "Add another."),),
    )


def _odd() -> Finding:
    return Finding("zero", Span(17, 18), "a zero character")


@pytest.fixture(scope="session")
def whole_case(contents: CaseContents) -> bytes:
    """Return a case file with all of that."""
    return case_bytes(contents)


@pytest.fixture
def case_path(tmp_path: Path, whole_case: bytes) -> Path:
    """Return where such a file lies."""
    path = tmp_path / "summit.cognate"
    path.write_bytes(whole_case)
    return path
