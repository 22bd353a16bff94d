"""The case in memory: its articles, its analysis and which pair is shown. No widgets in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.case.contents import CaseContents, SavedArticle
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Article, Document, Exclusions, Link, MatchClass, Pair, Role, Side, article_letter
from desktop.rank import strongest

UNTITLED = "New case"


@dataclass(frozen=True, slots=True)
class View:
    """Which pair is on screen: two article ids, the one read as the article on the right."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Place:
    """A finding to go to: the ids of its pair's articles, as the pair has them, and the link's number in it."""

    pair_a: str
    pair_b: str
    link: int = -1
    """−1 for the pair as a whole."""


@dataclass(frozen=True, slots=True)
class About:
    """What people said about an article."""

    outlet: str = ""
    author: str = ""
    date: str = ""


class Session:
    """What the window works on; every change goes through here, values that leave it are frozen."""

    def __init__(self) -> None:
        self._articles: tuple[Article, ...] = ()
        self._name = ""
        self._analysis: Analysis | None = None
        self._view: View | None = None
        self._chosen = False
        self._reviewed: Document | None = None
        self._about: dict[str, About] = {}
        self.review_state = Review()
        self.exclusions = Exclusions()
        self.problems: tuple[ArticleError, ...] = ()

    def load(self, articles: Sequence[Article], contents: CaseContents) -> None:
        """Show a saved case; ``articles`` are its articles with their sentences, in its order."""
        roles = {a.id: a.role for a in contents.articles}
        self._articles = tuple(replace(a, role=roles.get(a.id, a.role)) for a in articles)
        self._name = contents.title
        self._view, self._chosen = None, False
        self._about = {a.document.sha256: About(a.outlet, a.author, a.date) for a in contents.articles}
        self._reviewed = next((a.document for a in self._articles if a.id == contents.subject), None)
        self.review_state, self.exclusions = contents.review, contents.exclusions
        self.problems = contents.problems
        self._analysis = None
        if contents.analysis is not None:
            self.set_analysis(contents.analysis)

    def saved_articles(self) -> tuple[SavedArticle, ...]:
        """Return the articles as a case file keeps them."""
        return tuple(self._saved(a, article_letter(i)) for i, a in enumerate(self._articles))

    def _saved(self, article: Article, letter: str) -> SavedArticle:
        about = self.about(article.id)
        role = Role.UNKNOWN if article.role is Role.REVIEW else article.role
        saved = SavedArticle.of(article, letter)
        return replace(saved, role=role, outlet=about.outlet, author=about.author, date=about.date)

    @property
    def name(self) -> str:
        """Return the case's own name; empty where it has none."""
        return self._name

    def set_name(self, name: str) -> None:
        """Give the case a name."""
        self._name = " ".join(name.split())

    def about(self, article_id: str) -> About:
        """Return what people said about an article."""
        return self._about.get(self.article(article_id).document.sha256, About())

    def set_about(self, article_id: str, about: About) -> None:
        """Say about an article who published and wrote it, and when."""
        self._about[self.article(article_id).document.sha256] = about

    def rename(self, article_id: str, title: str) -> None:
        """Give an article another title, here and in the analysis; an empty one is its own again, next time."""
        self._replace(article_id, lambda a: replace(a, title=title, document=replace(a.document, title=title)))

    def set_role(self, article_id: str, role: Role) -> None:
        """Say what part an article plays, here and in the analysis; no score depends on it."""
        self._replace(article_id, lambda a: replace(a, role=role))

    def _replace(self, article_id: str, change: Callable[[Article], Article]) -> None:
        def changed(articles: tuple[Article, ...]) -> tuple[Article, ...]:
            return tuple(change(a) if a.id == article_id else a for a in articles)

        before = self.article(article_id).document
        self._articles = changed(self._articles)
        if self._reviewed is before:
            self._reviewed = self.article(article_id).document
        if self._analysis is not None:
            self._analysis = replace(self._analysis, articles=changed(self._analysis.articles))

    def move(self, article_id: str, by: int) -> None:
        """Move an article up (−1) or down (1) in the order of the letters; the analysis no longer holds."""
        articles = list(self._articles)
        place = next(i for i, a in enumerate(articles) if a.id == article_id)
        goal = min(max(0, place + by), len(articles) - 1)
        if goal != place:
            articles.insert(goal, articles.pop(place))
            self._renumber(articles)

    @property
    def licensed(self) -> tuple[int, ...]:
        """Return the places of the articles whose reuse was agreed."""
        return tuple(i for i, a in enumerate(self._articles) if a.role is Role.LICENSED)

    def key(self, pair: Pair, link: Link) -> FindingKey:
        """Return by what the decisions on a link are kept."""
        if self._analysis is None:
            raise LookupError("nothing was compared yet")
        return FindingKey.of(self._analysis, pair, link)

    def judgement(self, pair: Pair, link: Link) -> Judgement:
        """Return what was decided about a link; an empty judgement where nothing was."""
        return self.review_state.judgements.get(self.key(pair, link), Judgement())

    def verdict(self, pair: Pair, link: Link) -> Verdict | None:
        """Return the verdict on a link."""
        return self.judgement(pair, link).verdict

    @property
    def articles(self) -> tuple[Article, ...]:
        """Return the articles in the order of their letters."""
        return self._articles

    @property
    def analysis(self) -> Analysis | None:
        """Return the newest analysis, or None before the first and after a removal."""
        return self._analysis

    @property
    def reviewed(self) -> int | None:
        """Return the place of the article that people put under review, None where the engine is to choose it."""
        return next((i for i, a in enumerate(self._articles) if a.document is self._reviewed), None)

    @property
    def title(self) -> str:
        """Return the case's name: the one it was opened under, else the title of the article under review."""
        if self._name:
            return self._name
        if self._analysis is not None:
            return self._analysis.article(self._analysis.subject).title
        return UNTITLED

    @property
    def view(self) -> View | None:
        """Return which two articles are shown."""
        return self._view

    @property
    def stale(self) -> bool:
        """Return whether articles have come or gone, or pairs are missing, since the analysis."""
        if len(self._articles) < 2:  # noqa: PLR2004 - a comparison needs two
            return False
        if self._analysis is None or not self._analysis.complete:
            return True
        if self.reviewed is not None and self._articles[self.reviewed].id != self._analysis.subject:
            return True
        return {a.id for a in self._articles} != {a.id for a in self._analysis.articles}

    def can_review(self, article_id: str | None) -> bool:
        """Return whether the article could be put under review and is not yet."""
        if len(self._articles) < 2 or all(a.id != article_id for a in self._articles):  # noqa: PLR2004 - as above
            return False
        return self.stale or self._analysis is None or self._analysis.subject != article_id

    def review(self, article_id: str) -> None:
        """Put an article under review for the comparisons to come, and on the right."""
        self._reviewed = self.article(article_id).document
        self.show_article(article_id)

    def add(self, articles: Sequence[Article], name: str = "") -> None:
        """Append articles, giving them the next ids; ``name`` names a case that was empty before."""
        if not self._articles:
            self._name = name
        first = len(self._articles) + 1
        self._articles += tuple(replace(a, id=f"a{first + i}") for i, a in enumerate(articles))

    def remove(self, article_id: str) -> None:
        """Take one article out; letters move up, so the analysis and the view no longer hold."""
        kept = [a for a in self._articles if a.id != article_id]
        self._renumber(kept)
        if not kept:
            self._name = ""

    def insert(self, place: int, article: Article) -> None:
        """Put an article at a place of its own, 0-based; letters move down."""
        place = min(place, len(self._articles))
        self._renumber([*self._articles[:place], article, *self._articles[place:]])

    def exchange(self, article_id: str, article: Article) -> None:
        """Put an article in another one's place, such as its file read again; the analysis no longer holds."""
        before = self.article(article_id)
        kept = [replace(article, role=before.role) if a is before else a for a in self._articles]
        if self._reviewed is before.document:
            self._reviewed = article.document
        self._about[article.document.sha256] = self._about.get(before.document.sha256, About())
        self._renumber(kept)

    def _renumber(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(replace(a, id=f"a{i + 1}") for i, a in enumerate(articles))
        self._analysis = None
        self._view, self._chosen = None, False

    def set_analysis(self, analysis: Analysis) -> None:
        """Take in a result; a pair that was chosen stays on screen if it was compared, else the subject's strongest."""
        self._analysis = analysis
        ids = {a.id for a in analysis.articles}
        roles = {a.id: a.role for a in self._articles}
        self._articles = analysis.articles + tuple(a for a in self._articles if a.id not in ids)
        for article_id, role in roles.items():
            if role in (Role.SOURCE, Role.LICENSED):  # what people said stands, the engine knows only of licensed ones
                self.set_role(article_id, role)
        if not self._chosen or self.pair is None:
            self.show_article(analysis.subject)

    def show_any(self) -> None:
        """Put two articles on screen to read until there is a result, if nothing is shown yet."""
        if self._view is None and self._articles:
            self.show_article(self._articles[-1].id)
            self._chosen = False

    @property
    def pair(self) -> Pair | None:
        """Return the compared pair on screen, or None where it is not compared (yet)."""
        if self._analysis is None or self._view is None:
            return None
        return find_pair(self._analysis, self._view.left, self._view.right)

    @property
    def swapped(self) -> bool:
        """Return whether the pair's source stands on the right."""
        pair = self.pair
        return pair is not None and self._view is not None and self._view.right == pair.b

    def show_pair(self, pair: Pair) -> None:
        """Put a pair on screen, its source on the left."""
        self._view, self._chosen = View(left=pair.b, right=pair.a), True

    def show_article(self, article_id: str) -> None:
        """Put an article on the right, against its strongest counterpart; one that is gone changes nothing."""
        if all(a.id != article_id for a in self._articles):
            return
        pair = strongest_pair(self._analysis, article_id) if self._analysis else None
        others = [a.id for a in self._articles if a.id != article_id]
        if pair is not None:
            other = pair.b if pair.a == article_id else pair.a
        elif self._view is not None and self._view.left in others:
            other = self._view.left
        elif others:
            other = others[0]
        else:
            return
        self._view, self._chosen = View(left=other, right=article_id), True

    def swap(self) -> None:
        """Exchange left and right."""
        if self._view is not None:
            self._view = View(left=self._view.right, right=self._view.left)

    def article(self, article_id: str) -> Article:
        """Return the article of that id."""
        return next(a for a in self._articles if a.id == article_id)


def find_pair(analysis: Analysis, one: str, other: str) -> Pair | None:
    """Return the pair of two articles, in whichever order it is kept."""
    return next((p for p in analysis.pairs if {p.a, p.b} == {one, other}), None)


def derived_links(pair: Pair) -> int:
    """Return how many links of the pair count as taken from a source."""
    return sum(link.match.derived for link in pair.links)


def strongest_pair(analysis: Analysis, article_id: str) -> Pair | None:
    """Return the pair of an article with the most derived links."""
    pairs = [p for p in analysis.pairs if article_id in (p.a, p.b)]
    return max(pairs, key=lambda p: (derived_links(p), len(p.links)), default=None)


def ranked_pairs(analysis: Analysis) -> tuple[Pair, ...]:
    """Return all pairs, those with the most links first, else by letter."""
    order = {a.id: i for i, a in enumerate(analysis.articles)}
    return tuple(sorted(analysis.pairs, key=lambda p: (-derived_links(p), -len(p.links), order[p.a], order[p.b])))


def sentence_classes(pair: Pair, article: Article) -> tuple[MatchClass, ...]:
    """Return the strongest class of each sentence of one of the pair's articles, within this pair."""
    first = article.id == pair.a
    found: dict[int, list[MatchClass]] = {}
    for link in pair.links:
        for i, j, match in link.pairs:
            found.setdefault(i if first else j, []).append(match)
    return tuple(
        strongest(found.get(i, ())) or (MatchClass.NO_SOURCE if sentence.checked else MatchClass.UNCHECKED)
        for i, sentence in enumerate(article.sentences)
    )


def source_of(pair: Pair) -> str | None:
    """Return the id of the article that direction calls the source, or None where it does not say."""
    return {Side.A: pair.b, Side.B: pair.a, Side.UNKNOWN: None}[taker(pair)]


def taker(pair: Pair) -> Side:
    """Return which side took from the other, as far as direction says; where nothing was taken, neither did."""
    return pair.direction.derived if derived_links(pair) else Side.UNKNOWN
