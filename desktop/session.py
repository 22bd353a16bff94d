"""The case in memory: its articles, its analysis and which pair is shown. No widgets in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.case.contents import CaseContents, SavedArticle
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Article, Document, Exclusions, Link, Pair, Role, article_letter
from core.report.options import ReportOptions
from desktop.language import tr, tr_noop
from desktop.pairs import find_pair, strongest_pair
from desktop.readying import changed, numbered
from desktop.remembering import forget_all

UNTITLED = tr_noop("New case")


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
    """Who published and wrote an article, when and where: what its file says, until an editor says otherwise."""

    outlet: str = ""
    author: str = ""
    date: str = ""
    address: str = ""

    @classmethod
    def of(cls, document: Document) -> About:
        """Return what the article's own file says."""
        said = document.outlet, document.author, document.published, document.address
        return cls(*(text or "" for text in said))

    def after(self, before: Document, now: Document) -> About:
        """Return this once the file was read again: what nobody changed is what the file says now."""
        was, says = About.of(before), About.of(now)
        return About(*(n if own == w else own for own, w, n in zip(_said(self), _said(was), _said(says), strict=True)))


def _said(about: About) -> tuple[str, str, str, str]:
    return about.outlet, about.author, about.date, about.address


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article of the case, with what tells it from every other, whatever its letter, title and text are."""

    article: Article
    mark: int
    about: About = About()


class Session:
    """What the window works on; every change goes through here, values that leave it are frozen."""

    def __init__(self) -> None:
        self._entries: tuple[_Entry, ...] = ()
        self._listed: tuple[tuple[_Entry, ...], tuple[Article, ...]] = ((), ())
        self._marks = 0
        self._name = ""
        self._analysis: Analysis | None = None
        self._view: View | None = None
        self._chosen = False
        self._reviewed: int | None = None
        self._titled: int | None = None  # the mark of the article that the case was last called after
        self.review_state = Review()
        self.exclusions = Exclusions()
        self.report: ReportOptions | None = None  # the case's own; None where nobody chose anything
        self.logo: str | None = None  # the report's, "" for none; None where nobody chose, for no case file names one
        self.problems: tuple[ArticleError, ...] = ()

    def load(self, articles: Sequence[Article], contents: CaseContents) -> None:
        """Show a saved case; ``articles`` are its articles with their sentences, in its order."""
        forget_all(articles, contents.analysis.pairs if contents.analysis is not None else ())
        saved = {a.id: a for a in contents.articles}
        self._entries = ()
        for article in articles:
            kept = saved.get(article.id)
            about = About(kept.outlet, kept.author, kept.date, kept.address) if kept else About()
            role = kept.role if kept else article.role
            self._entries += (_Entry(changed(article, role=role), self._new_mark(), about),)
        self._name = contents.title
        self._view, self._chosen, self._titled = None, False, None
        self._reviewed = next((e.mark for e in self._entries if e.article.id == contents.subject), None)
        self.review_state, self.exclusions = contents.review, contents.exclusions
        self.report = None if contents.report is None else ReportOptions.from_saved(contents.report)
        self.logo = None
        self.problems = contents.problems
        self._analysis = None
        if contents.analysis is not None:
            place = contents.place
            if place is not None and (last := find_pair(contents.analysis, place.pair_a, place.pair_b)):
                self.show_pair(last)  # at once: no other pair is put together before it
            self.set_analysis(contents.analysis)

    def saved_articles(self) -> tuple[SavedArticle, ...]:
        """Return the articles as a case file keeps them."""
        return tuple(_saved(entry, article_letter(i)) for i, entry in enumerate(self._entries))

    def _new_mark(self) -> int:
        self._marks += 1
        return self._marks

    def mark(self, article_id: str) -> int:
        """Return what tells an article from every other as long as the case is open."""
        return self._entry(article_id).mark

    def marked(self, mark: int) -> str | None:
        """Return the id that the article of that mark has now, None where it is not in the case."""
        return next((e.article.id for e in self._entries if e.mark == mark), None)

    def _entry(self, article_id: str) -> _Entry:
        return next(e for e in self._entries if e.article.id == article_id)

    @property
    def name(self) -> str:
        """Return the case's own name; empty where it has none."""
        return self._name

    def set_name(self, name: str) -> None:
        """Give the case a name."""
        self._name = " ".join(name.split())

    def set_problems(self, problems: Sequence[ArticleError]) -> None:
        """Say which files could not be read; of two about one file the later stays."""
        self.problems = tuple({error.path: error for error in problems}.values())

    def about(self, article_id: str) -> About:
        """Return what people said about an article."""
        return self._entry(article_id).about

    def set_about(self, article_id: str, about: About) -> None:
        """Say about an article who published and wrote it, and when."""
        self._entries = tuple(replace(e, about=about) if e.article.id == article_id else e for e in self._entries)

    def rename(self, article_id: str, title: str) -> None:
        """Give an article another title, here and in the analysis; its document keeps the file's own."""
        self._replace(article_id, lambda a: replace(a, title=title))

    def set_role(self, article_id: str, role: Role) -> None:
        """Say what part an article plays, here and in the analysis; no score depends on it."""
        self._replace(article_id, lambda a: replace(a, role=role))

    def _replace(self, article_id: str, change: Callable[[Article], Article]) -> None:
        self._entries = tuple(
            replace(e, article=change(e.article)) if e.article.id == article_id else e for e in self._entries
        )
        if self._analysis is not None:
            articles = tuple(change(a) if a.id == article_id else a for a in self._analysis.articles)
            self._analysis = replace(self._analysis, articles=articles)

    def move(self, article_id: str, by: int) -> None:
        """Move an article up (−1) or down (1) in the order of the letters; the analysis no longer holds."""
        entries = list(self._entries)
        place = next(i for i, e in enumerate(entries) if e.article.id == article_id)
        goal = min(max(0, place + by), len(entries) - 1)
        if goal != place:
            entries.insert(goal, entries.pop(place))
            self._renumber(entries)

    @property
    def licensed(self) -> tuple[int, ...]:
        """Return the places of the articles whose reuse was agreed."""
        return tuple(i for i, e in enumerate(self._entries) if e.article.role is Role.LICENSED)

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
        """Return the articles in the order of their letters; the same tuple as long as nothing changes."""
        if self._listed[0] is not self._entries:
            self._listed = self._entries, tuple(e.article for e in self._entries)
        return self._listed[1]

    @property
    def analysis(self) -> Analysis | None:
        """Return the newest analysis, or None before the first and after a removal."""
        return self._analysis

    @property
    def reviewed(self) -> int | None:
        """Return the place of the article that people put under review, None where the engine is to choose it."""
        return next((i for i, e in enumerate(self._entries) if e.mark == self._reviewed), None)

    @property
    def title(self) -> str:
        """Return the case's name: the one it was opened under, else the title of the article under review."""
        if self._name:
            return self._name
        if self._analysis is not None:
            return self._analysis.article(self._analysis.subject).title
        called = sorted(self._entries, key=lambda e: e.mark != self._titled) if self._titled else ()
        return called[0].article.title if called else tr(UNTITLED)

    @property
    def view(self) -> View | None:
        """Return which two articles are shown."""
        return self._view

    @property
    def stale(self) -> bool:
        """Return whether articles have come or gone, or pairs are missing, since the analysis."""
        if len(self._entries) < 2:  # noqa: PLR2004 - a comparison needs two
            return False
        if self._analysis is None or not self._analysis.complete:
            return True
        if self.reviewed is not None and self.articles[self.reviewed].id != self._analysis.subject:
            return True
        return {e.article.id for e in self._entries} != {a.id for a in self._analysis.articles}

    def can_review(self, article_id: str | None) -> bool:
        """Return whether the article could be put under review and is not yet."""
        if len(self._entries) < 2 or all(e.article.id != article_id for e in self._entries):  # noqa: PLR2004 - as above
            return False
        return self.stale or self._analysis is None or self._analysis.subject != article_id

    def review(self, article_id: str | None) -> None:
        """Put an article under review for the comparisons to come, and on the right; None lets the engine choose."""
        self._reviewed = None if article_id is None else self.mark(article_id)
        if article_id is not None:
            self.show_article(article_id)

    def add(self, articles: Sequence[Article], name: str = "") -> None:
        """Append articles, giving them the next ids; ``name`` names a case that was empty before."""
        if not self._entries:
            self._name = name
        added = numbered(articles, len(self._entries))
        self._entries += tuple(_Entry(a, self._new_mark(), About.of(a.document)) for a in added)

    def remove(self, article_id: str) -> Callable[[int], None]:
        """Take one article out; letters move up, so the analysis and the view no longer hold.

        Returns:
            What puts it back at a place, 0-based; nothing happens where it is in the case.
        """
        entry, name = self._entry(article_id), self._name
        kept = [e for e in self._entries if e is not entry]
        self._renumber(kept)
        if not kept:
            self._name = ""

        def put_back(place: int) -> None:
            if self.marked(entry.mark) is None:
                self._name = self._name or name
                place_now = min(place, len(self._entries))
                self._renumber([*self._entries[:place_now], entry, *self._entries[place_now:]])

        return put_back

    def exchange(self, article_id: str, article: Article, own_title: str | None = None) -> Callable[[], None]:
        """Put another text in an article's place, such as its file read again; the analysis no longer holds.

        ``own_title`` is what the article was called before anybody renamed it: a title that an editor gave stays, as
        does all that he said about it. None keeps the title in any case.

        Returns:
            What puts the text of before back; nothing happens where the article is not in the case.
        """
        entry = self._entry(article_id)
        before = entry.article
        title = article.title if before.title == own_title else before.title
        now = replace(article, role=before.role, title=title)
        about = entry.about.after(before.document, article.document)
        self._renumber([replace(e, article=now, about=about) if e is entry else e for e in self._entries])

        def put_back() -> None:
            if self.marked(entry.mark) is not None:
                self._renumber([entry if e.mark == entry.mark else e for e in self._entries])

        return put_back

    def described(self) -> bool:
        """Return whether an editor said anything about an article that its file does not say."""
        return any(e.about != About.of(e.article.document) for e in self._entries)

    def _renumber(self, entries: Sequence[_Entry]) -> None:
        seen = self._view and (self.mark(self._view.left), self.mark(self._view.right))
        articles = numbered([e.article for e in entries], 0)
        self._entries = tuple(replace(e, article=a) for e, a in zip(entries, articles, strict=True))
        self._analysis = None
        left, right = map(self.marked, seen) if seen else (None, None)
        self._view = View(left, right) if left is not None and right is not None else None
        self._chosen = self._chosen and self._view is not None

    def set_analysis(self, analysis: Analysis) -> None:
        """Take in a result; titles and roles that people gave stand, whatever it was made with.

        A pair that was chosen stays on screen if it was compared, else the subject's strongest is shown.
        """
        own = {e.article.id: e.article for e in self._entries}
        articles = tuple(_as_meant(a, own[a.id]) if a.id in own else a for a in analysis.articles)
        self._analysis = replace(analysis, articles=articles)
        made = {a.id: a for a in articles}
        now = tuple(replace(e, article=made.get(e.article.id, e.article)) for e in self._entries)
        self._entries = now or tuple(_Entry(a, self._new_mark()) for a in articles)
        self._titled = self.mark(analysis.subject)
        if not self._chosen or self.pair is None:
            self.show_article(analysis.subject)

    def show_any(self) -> None:
        """Put two articles on screen to read until there is a result, if nothing is shown yet."""
        if self._view is None and self._entries:
            self.show_article(self._entries[-1].article.id)
            self._chosen = False

    @property
    def pair(self) -> Pair | None:
        """Return the compared pair on screen, or None where it is not compared (yet)."""
        if self._analysis is None or self._view is None:
            return None
        return find_pair(self._analysis, self._view.left, self._view.right)

    @property
    def chosen_view(self) -> View | None:
        """Return the two articles that somebody chose to see, None where the analysis may choose."""
        return self._view if self._chosen else None

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
        if all(e.article.id != article_id for e in self._entries):
            return
        pair = strongest_pair(self._analysis, article_id) if self._analysis else None
        others = [e.article.id for e in self._entries if e.article.id != article_id]
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
        return self._entry(article_id).article


def _saved(entry: _Entry, letter: str) -> SavedArticle:
    article, about = entry.article, entry.about
    role = Role.UNKNOWN if article.role is Role.REVIEW else article.role
    saved = SavedArticle.of(article, letter)
    return replace(saved, role=role, outlet=about.outlet, author=about.author, date=about.date, address=about.address)


def _as_meant(made: Article, own: Article) -> Article:
    """Return an article of a result as people call and mean it; the engine only says which is under review."""
    said = own.role in (Role.SOURCE, Role.LICENSED)
    role = own.role if said else Role.UNKNOWN if made.role is Role.LICENSED else made.role
    if (own.document.sha256, own.document.encoding) != (made.document.sha256, made.document.encoding):
        return changed(made, role=role)
    return changed(made, role=role, title=own.title, document=own.document)
