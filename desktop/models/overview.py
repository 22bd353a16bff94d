"""All that the overview shows of a case, put together at once. Pure, so that a worker can do it for a long text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.case.review import Review
from core.errors import ArticleError
from core.model import Analysis, Article
from desktop.models.notes import Note, problem_notes
from desktop.models.overview_findings import FindingRow, Findings, finding_row, findings
from desktop.models.overview_findings_model import FIRST
from desktop.models.overview_graph import Graph, overview_graph
from desktop.models.overview_matrix import Cell, Matrix, overview_matrix
from desktop.models.overview_notes import Headline, Reasoning, credit_notes, opening, reasonings
from desktop.models.overview_table import table_rows

_UNJUDGED = Review()


@dataclass(frozen=True, slots=True)
class OverviewCase:
    """What an overview is made of; compared by identity, for texts are long."""

    analysis: Analysis | None = None
    articles: tuple[Article, ...] = ()
    problems: tuple[ArticleError, ...] = ()
    comparing: bool = False

    def same(self, other: OverviewCase) -> bool:
        """Return whether both give the same overview."""
        return (
            self.analysis is other.analysis
            and self.comparing == other.comparing
            and self.problems is other.problems
            and [id(a) for a in self.articles] == [id(a) for a in other.articles]
        )

    def related(self, other: OverviewCase) -> bool:
        """Return whether a text stands in both: then the one may stay on screen until the other is made."""
        texts = {id(a.text) for a in self.articles}
        return any(id(a.text) in texts for a in other.articles)


@dataclass(frozen=True, slots=True)
class Overview:
    """An overview in the order of the page: statement, matrix, passages; graph, reasons, credit, problems."""

    case: OverviewCase
    letter: str
    """Of the article under review; empty before a comparison."""
    headline: Headline
    matrix: Matrix
    rows: tuple[Cell, ...]
    found: Findings
    first: tuple[FindingRow, ...]
    """The passages that are listed at first."""
    graph: Graph
    reasons: tuple[Reasoning, ...]
    credit: tuple[Note, ...]
    review: Review
    """What had been decided when it was put together; only the headline and what is said of credit look at it."""
    problems: tuple[Note, ...]


def reviewed(made: Overview, review: Review) -> Overview:
    """Return an overview after something else was decided."""
    said = _opening(made.case, review)
    analysis = made.case.analysis
    return replace(made, headline=said, credit=credit_notes(analysis, review) if analysis else (), review=review)


def overview(case: OverviewCase, review: Review = _UNJUDGED) -> Overview:
    """Return the overview of a case as it stands."""
    analysis = case.analysis
    matrix = overview_matrix(case.articles, analysis, comparing=case.comparing)
    found = findings(analysis) if analysis else Findings()
    return Overview(
        case=case,
        letter=analysis.letter(analysis.subject) if analysis else "",
        headline=_opening(case, review),
        matrix=matrix,
        rows=table_rows(matrix),
        found=found,
        first=tuple(finding_row(analysis, place) for place in found.places[:FIRST]) if analysis else (),
        graph=overview_graph(matrix),
        reasons=reasonings(analysis) if analysis else (),
        credit=credit_notes(analysis, review) if analysis else (),
        review=review,
        problems=problem_notes(case.articles, case.problems),
    )


def _opening(case: OverviewCase, review: Review) -> Headline:
    return opening(case.articles, case.analysis, review, comparing=case.comparing)
