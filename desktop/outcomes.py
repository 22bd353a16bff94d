"""What the jobs of the window give back, and how they are told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

from core.case.contents import CaseContents, SavedArticle
from core.case.review import FindingKey, in_force
from core.model import Analysis, Article, Severity
from core.progress import Progress
from desktop.engine import Engine, Made, Wishes
from desktop.language import tr
from desktop.message import Message
from desktop.pairs import first_pair
from desktop.plain import harmless
from desktop.readying import changed, counted, ready_to_show
from desktop.session import Session, View


@dataclass(frozen=True, slots=True)
class Restored:
    """A saved case whose texts were read."""

    articles: tuple[Article, ...]
    contents: CaseContents
    by_hand: Mapping[FindingKey, bool]
    """Those of the editor's links that the analysis has already."""


@dataclass(frozen=True, slots=True)
class Reread:
    """An article before and after its file was read again."""

    mark: int
    before: Article
    now: Article
    own_title: str | None = None
    """What it was called before anybody renamed it; None where that is not known."""

    @property
    def unchanged(self) -> bool:
        """Return whether the file holds what it held."""
        before, now = self.before.document, self.now.document
        return before.sha256 == now.sha256 and before.text == now.text


def read_again(engine: Engine, mark: int, before: Article, progress: Progress) -> Reread:
    """Read an article's file again, in the encoding that an editor chose for it; raises as the engine does."""
    document = before.document
    encoding = document.encoding if document.encoding_chosen else None
    stage = f"Reading {PurePath(document.path).name}"
    now = engine.read(Path(document.path), encoding, partial(progress.step, stage, 0.0))
    return Reread(mark, before, now, title_before(engine, before))


def title_before(engine: Engine, article: Article) -> str | None:
    """Return what an article was called before anybody renamed it, None where that is not known. For a worker."""
    document = article.document
    if document.format == "text" and document.title is not None:
        return None  # an older version put the editor's title there; plain text has none of its own
    return engine.segment(document).title


def of_these_articles(contents: CaseContents) -> Analysis | None:
    """Return the case's analysis, or None where it is of other texts than the case's articles."""
    texts = dict(zip((a.id for a in contents.articles), texts_of(contents.articles), strict=True))
    kept = contents.analysis
    if kept is None or contents.outdated:
        return None
    same = all(texts.get(a.id) == text for a, text in zip(kept.articles, texts_of(kept.articles), strict=True))
    return kept if same else None


def texts_of(articles: Sequence[Article] | Sequence[SavedArticle]) -> list[tuple[str, str]]:
    """Return what tells the texts of articles: the digests of their files, and in which encodings these are read."""
    return [(a.document.sha256, a.document.encoding) for a in articles]


Kept = tuple[Analysis, str]
"""An analysis that still holds but for one article, which is not in the case any more: its id there."""


def kept_without(made: Made | None, session: Session, wishes: Wishes, article_id: str) -> Kept | None:
    """Return what still holds once an article is taken out; None where all is to be compared again.

    That is so where it is under review: then another one is, and pairs are told from its side.
    """
    if made is None or not made.analysis.complete or article_id == made.analysis.subject:
        return None
    by_hand = session.review_state.set_by_hand
    meant = made.wishes.link_alike(wishes) and all(by_hand.get(key) is on for key, on in made.by_hand.items())
    fits = not session.stale and texts_of(made.analysis.articles) == texts_of(session.articles)
    return (made.analysis, article_id) if meant and fits else None


def restored(contents: CaseContents, engine: Engine, progress: Progress) -> Restored:
    """Return a saved case with its texts read; without an analysis of them they are read anew. For a worker."""
    kept = of_these_articles(contents)
    known = {a.id: a for a in kept.articles} if kept else {}
    articles: list[Article] = []
    for done, saved in enumerate(contents.articles):
        progress.step(tr("Opening the case"), done / len(contents.articles))
        found = known.get(saved.id) or engine.segment(saved.document)
        articles.append(changed(found, id=saved.id, title=saved.title))
    counted(articles)
    if kept is not None:
        place = contents.place
        ready_to_show(kept, first_pair(kept, View(place.pair_a, place.pair_b) if place is not None else None))
    linked = contents.review.set_by_hand
    by_hand = in_force(kept, linked) if kept is not None and linked else {}
    return Restored(tuple(articles), replace(contents, analysis=kept), by_hand)


def comparison_stopped(finished: Analysis | None, compare: Callable[[], None]) -> Message:
    """Return that an editor stopped a comparison, and what it had finished."""
    kept = tr("The articles stay in the case.")
    if finished is not None:
        kept = tr("{pairs_done} are compared; a report holds only those.").format(pairs_done=pairs_done(finished))
    return Message(tr("The comparison was stopped."), kept, Severity.LOW, tr("Compare again"), compare, topic="compare")


def reading_stopped(read: int, left: int, compare: Callable[[], None] | None) -> Message:
    """Return that an editor stopped the reading, and what became of the files."""
    kept = tr("In the case: {n} more article(s).", "", read) if read else tr("Nothing was added.")
    button = tr("Compare") if compare is not None else ""
    return Message(
        tr("Reading was stopped."), f"{kept} {_not_read(left)}".strip(), Severity.LOW, button, compare, topic="read"
    )


def reading_left(read: int, left: int, case: str) -> Message:
    """Return that the reading was stopped because another case was opened, and what became of the files."""
    kept = tr("Kept in “{case}”: {n} more article(s).", "", read) if read else tr("Nothing was added to “{case}”.")
    what = tr("Reading was stopped, for another case was opened.")
    said = f"{kept.format(case=harmless(case))} {_not_read(left)}".strip()
    return Message(what, said, Severity.MEDIUM, topic="read")


def _not_read(left: int) -> str:
    return tr("Not read: {n} file(s).", "", left) if left else ""


def pairs_done(analysis: Analysis) -> str:
    """Return how many of all pairs are compared: ``1 of 3 pairs``."""
    count = len(analysis.articles)
    return tr("{pairs} of {n} pair(s)", "", count * (count - 1) // 2).format(pairs=len(analysis.pairs))


def missing_pairs(analysis: Analysis) -> str:
    """Return in a sentence that pairs are not in the report, nothing where all are."""
    return (
        ""
        if analysis.complete
        else tr("The comparison was stopped: {pairs_done} are in the report.").format(pairs_done=pairs_done(analysis))
    )
