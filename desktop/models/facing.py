"""An analysis as one of its articles sees it: the pairs of its ledger with the article as side A.

Pure. The report tells everything of side A; where the article is side B of a pair (two articles neither of which is
under review, and of which the texts do not tell which came first), the pair is turned and audited anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.divergence.turned import turned
from core.model import Analysis, Article, Direction, Link, Pair, Role, Side
from core.originality.credit import find_credit
from core.originality.ledger import derives
from core.originality.quotation_audit import audit_quotations
from core.report.runs import views_of
from core.report.sources import Source
from desktop.language import tr
from desktop.plain import harmless
from desktop.session import Place

_OTHER = {Side.A: Side.B, Side.B: Side.A, Side.UNKNOWN: Side.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Facing:
    """A source as the article sees it; ``pair`` is as the analysis has it, ``source.pair`` has the article first."""

    source: Source
    pair: Pair

    def place(self, link: int = -1) -> Place:
        """Return the place of a link, whose number is the same in both."""
        return Place(self.pair.a, self.pair.b, link)

    @property
    def known(self) -> bool:
        """Return whether it is known that the article was made from this source."""
        return self.source.pair.direction.derived is Side.A


def facing(analysis: Analysis, article_id: str) -> tuple[Facing, ...]:
    """Return the sources from which the article's ledger is made, the one that gave most first."""
    rows = analysis.ledger(article_id).rows
    found: list[Facing] = []
    for view in views_of(analysis, article_id):
        if not any(link.match.derived for link in view.pair.links):
            continue
        pair = view.pair if view.side is Side.A else _turned(view.pair, view.own, view.other)
        sentences = tuple(i for i, row in enumerate(rows) if row.match.derived and view.other.id in row.sources)
        licensed = Role.LICENSED in (view.own.role, view.other.role)
        source = Source(view.other, analysis.letter(view.other.id), pair, sentences, licensed)
        found.append(Facing(source, view.pair))
    return tuple(sorted(found, key=lambda f: (-len(f.source.sentences), -len(f.source.links), f.source.letter)))


def seen_from(analysis: Analysis, article_id: str) -> Analysis:
    """Return the analysis with the article as its subject, for figures that are made of a subject's ledger."""
    return analysis if analysis.subject == article_id else replace(analysis, subject=article_id)


def takers(analysis: Analysis, article_id: str) -> tuple[str, ...]:
    """Return the articles whose ledgers, and not this article's, show what the two have in common."""
    return tuple(
        pair.b if side is Side.A else pair.a
        for pair in analysis.pairs
        for side in (Side.A, Side.B)
        if (pair.a if side is Side.A else pair.b) == article_id
        and pair.derived_links
        and not derives(pair, side, analysis.subject)
    )


def silence(analysis: Analysis, article_id: str) -> str:
    """Return why a source's ledger says nothing of those who took from it; "" where nobody did."""
    letter = analysis.letter(article_id)
    told = [_shown_elsewhere(analysis, letter, article_id, other) for other in takers(analysis, article_id)]
    return " ".join(told)


def _shown_elsewhere(analysis: Analysis, letter: str, article_id: str, other: str) -> str:
    pair = next(p for p in analysis.pairs if {p.a, p.b} == {article_id, other})
    there = analysis.letter(other)
    took = pair.direction.derived is (Side.A if pair.a == other else Side.B)
    return (
        tr("What {there} took from {letter} is shown in {there}’s ledger.")
        if took
        else tr("What {there} shares with {letter} is shown in {there}’s ledger.")
    ).format(there=there, letter=letter)


def safe_title(article: Article) -> str:
    """Return what an article is called, harmless to show."""
    return harmless(article.title) or tr("Untitled")


def _turned(pair: Pair, own: Article, other: Article) -> Pair:
    links: Sequence[Link] = [turned(link) for link in pair.links]
    return replace(
        pair,
        a=own.id,
        b=other.id,
        links=tuple(links),
        omitted=pair.added,
        added=pair.omitted,
        direction=Direction(_OTHER[pair.direction.derived]),
        credit=find_credit(own, links, other),
        quotations=audit_quotations(own, other, links),
    )
