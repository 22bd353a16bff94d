"""A hand-made engine, and a window on it."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.align.closest import Closest
from core.case.review import FindingKey, Review
from core.errors import ArticleError, CognateError, ExportError
from core.ingest import Expansion, expand
from core.model import (
    AlignedWords,
    Analysis,
    Article,
    Derivation,
    Direction,
    Divergence,
    DivergenceType,
    Document,
    Engine,
    Evidence,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    NextBest,
    Pair,
    Role,
    Scores,
    Sentence,
    SentenceKind,
    Severity,
    Side,
    Span,
    Token,
    WordMatch,
)
from core.progress import Cancelled, Progress
from core.report.model import Report
from core.report.options import ReportOptions
from core.reworking import without
from desktop.app import dress
from desktop.engine import Still, Wishes, wanted
from desktop.exports import Order, Target
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import Theme, load_theme

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.5
_NO_WISHES = Wishes()

STORY = {
    "a.txt": "The harbour closes at noon.\nGulls returned to the pier.\nNobody was hurt, police said.",
    "b.txt": "Bakers met in the old hall.\nFlour costs more this year.",
    "c.txt": "The harbour closes at dusk.\nGulls returned to the pier.\nTickets stay cheap.",
}


def make_article(text: str, path: str = "") -> Article:
    """Return an article whose sentences are its lines."""
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    start = 0
    for line in text.split("\n"):
        first = len(tokens)
        tokens += [Token(start + m.start(), start + m.end(), m[0][0].isalnum()) for m in _TOKEN.finditer(line)]
        sentences.append(Sentence(Span(start, start + len(line)), SentenceKind.BODY, first, len(tokens)))
        start += len(line) + 1
    title = text.split("\n", maxsplit=1)[0]
    document = Document(path, hashlib.sha256(text.encode()).hexdigest(), text)
    return Article("x", document, title, "en", Role.UNKNOWN, (Span(0, len(text)),), tuple(sentences), tuple(tokens))


class FakeEngine:
    """Reads lines as sentences and links lines that share half of their words."""

    def __init__(self) -> None:
        self.notice: str | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.keeps_pairs = 0
        """How many pairs a run that is told to stop has finished; with none it raises."""
        self.runs = 0
        self.kept_runs = 0
        """How often an article was taken out of an analysis."""
        self.told_to_stop: Callable[[], None] = lambda: None
        self.written: list[tuple[Path, str]] = []
        self.no_report: CognateError | None = None
        """Why there is none."""
        self.write_gate = threading.Event()
        self.write_gate.set()
        self.asked_on = ""
        """The thread on which findings were asked for."""
        self.wishes = Wishes()
        self.model_folder: Path | None = None
        self.weak: tuple[Link, ...] = ()
        """What came close to a link in any pair."""
        self.asked: list[tuple[Analysis, Pair, str]] = []
        """For the closest pairs of which, and on which thread."""
        self.no_closest: CognateError | None = None
        """Why they are not found."""
        self.closest_gate = threading.Event()
        self.closest_gate.set()
        self.reported: tuple[ReportOptions | None, Review] = (None, Review())
        self.inside: dict[str, Expansion] = {}
        """What archives hold, by their names; every other path is looked at on the disk."""
        self.read_as: dict[str, Callable[[Path, str | None], Article]] = {}
        """How files are read, by their names, where not as lines."""
        self.read_gate = threading.Event()
        self.read_gate.set()
        """Files with “slow” in their names wait for it."""

    def expand(self, path: Path, still: Still = wanted) -> Expansion:
        still()
        return self.inside.get(path.name) or expand(path, still)

    def read(self, path: Path, encoding: str | None = None, still: Still = wanted) -> Article:
        while not self.read_gate.is_set() and "slow" in path.name:
            still()
            time.sleep(0.005)
        if path.name in self.read_as:
            return self.read_as[path.name](path, encoding)
        if "bad" in path.name:
            raise ArticleError(str(path), f"“{path.name}” is not text.", "Save it as plain text.")
        if not path.exists():
            raise ArticleError(str(path), f"“{path.name}” does not exist.", "Check the path.")
        return make_article(path.read_text("utf-8"), str(path))

    def paste(self, text: str) -> Article:
        return make_article(text)

    def use_model(self, folder: Path | None) -> None:
        self.model_folder = folder

    def segment(self, document: Document) -> Article:
        return make_article(document.text, document.path)

    def recount(self, analysis: Analysis, wishes: Wishes) -> Analysis:
        return replace(analysis, exclusions=wishes.exclusions)

    def without(self, analysis: Analysis, article_id: str, wishes: Wishes) -> Analysis:
        self.kept_runs += 1
        return without(analysis, article_id, wishes.options, wishes.exclusions)

    def set_by_hand(self, analysis: Analysis, links: Mapping[FindingKey, bool], wishes: Wishes) -> Analysis:  # noqa: ARG002 - the interface
        return replace(analysis, pairs=tuple(self._changed(analysis, pair, links) for pair in analysis.pairs))

    def _changed(self, analysis: Analysis, pair: Pair, links: Mapping[FindingKey, bool]) -> Pair:
        kept = [x for x in pair.links if links.get(FindingKey.of(analysis, pair, x)) is not False]
        files = {analysis.article(i).document.sha256 for i in (pair.a, pair.b)}
        known = {FindingKey.of(analysis, pair, x) for x in pair.links}
        for key in (k for k, linked in links.items() if linked and {k.first, k.second} == files and k not in known):
            own, other = key.first_sentences, key.second_sentences
            if analysis.article(pair.a).document.sha256 != key.first:
                own, other = other, own
            evidence = Evidence(0.5, 0.5, 0.3, 0.0, 1, reasons=("hand",), score=0.6)
            pairs = ((own[0], other[0], MatchClass.PARAPHRASE),)
            kept.append(Link(own, other, pairs, MatchClass.PARAPHRASE, 1.0, evidence))
        return replace(pair, links=tuple(sorted(kept, key=lambda x: (x.a, x.b))))

    def closest(self, analysis: Analysis, pair: Pair, progress: Progress) -> Closest:
        self.asked.append((analysis, pair, threading.current_thread().name))
        if self.no_closest is not None:
            raise self.no_closest
        while not self.closest_gate.is_set():
            progress.step("Reading", 0.5)
            time.sleep(0.005)
        inside = {(i, j) for link in pair.links for i in link.a for j in link.b}
        found = [link for link in self.weak if (link.a[0], link.b[0]) not in inside]
        return Closest(tuple(found), len(found), floor=0.5)

    def analyse(self, documents: Sequence[Document], progress: Progress, wishes: Wishes = _NO_WISHES) -> Analysis:
        subject = wishes.subject
        self.wishes = wishes
        self.runs += 1
        articles = tuple(
            Article(f"a{n + 1}", d, a.title, "en", Role.UNKNOWN, a.paragraphs, a.sentences, a.tokens)
            for n, d in enumerate(documents)
            for a in [make_article(d.text, d.path)]
        )
        chosen = articles[-1 if subject is None else subject]
        pairs = tuple(_pair(b, a) if b is chosen else _pair(a, b) for b, a in combinations(articles, 2))
        try:
            while not self.gate.is_set():
                progress.step("Comparing meaning", 0.5)
                time.sleep(0.005)
            progress.step("Comparing words", 0.9)
        except Cancelled:
            self.told_to_stop()
            if not self.keeps_pairs:
                raise
            return self._analysis(articles, pairs[: self.keeps_pairs], chosen.id, complete=False)
        return self._analysis(articles, pairs, chosen.id, complete=True)

    def _analysis(
        self, articles: tuple[Article, ...], pairs: tuple[Pair, ...], subject: str, *, complete: bool
    ) -> Analysis:
        shares = dict.fromkeys(MatchClass, 0.0) | {MatchClass.CLOSE: 0.4, MatchClass.NO_SOURCE: 0.6}
        scores = Scores(10, shares, {}, 0.4, 5, None, None, Derivation.PARTIALLY)
        ledgers = tuple(
            Ledger(a.id, tuple(LedgerRow(MatchClass.NO_SOURCE) for _ in a.sentences), scores) for a in articles
        )
        engine = Engine("0", None, None, self.notice)
        return Analysis(articles, pairs, ledgers, subject, engine, complete=complete)

    def export_pdf(
        self,
        analysis: Analysis,
        path: Path,
        title: str,  # noqa: ARG002 - the interface
        options: ReportOptions | None = None,
        review: Review = Review(),  # noqa: B008 - a frozen value
    ) -> None:
        self.reported = (options, review)
        if not path.parent.is_dir():
            raise ExportError(f"The folder “{path.parent.name}” is not there.", "Choose another folder.")
        path.write_bytes(f"%PDF {len(analysis.pairs)}".encode())

    def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:
        if self.no_report is not None:
            raise self.no_report
        self.reported = (options, review)
        return cast("Report", f"{title}, {len(analysis.pairs)} pairs")

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:
        progress.step("in the engine's words", 0.5)
        while not self.write_gate.is_set():
            progress.step("in the engine's words", 0.5)
            time.sleep(0.005)
        if not target.path.parent.is_dir():
            raise ExportError(f"The folder “{target.path.parent.name}” is not there.", "Choose another folder.")
        if target.path.is_dir() and target.path.suffix:
            raise ExportError(f"“{target.path.name}” is a folder.")
        path = target.path
        if not path.suffix:
            path.mkdir(exist_ok=True)
            path /= "sentences.csv"
        path.write_text(f"{target.format.name} of {report}", "utf-8")
        self.written.append((target.path, order.title))

    def findings(self, report: Report) -> tuple[str, str]:
        self.asked_on = threading.current_thread().name
        return f"Findings of {report}", f"<p>Findings of {report}</p>"


def _pair(a: Article, b: Article) -> Pair:
    links = []
    for i in range(len(a.sentences)):
        for j in range(len(b.sentences)):
            one, other = (_words(x, n) for x, n in ((a, i), (b, j)))
            if len(set(one) & set(other)) >= _ALIKE * max(len(one), len(other)):
                links.append(_link(a, b, i, j))
    derived = Side.A if links else Side.UNKNOWN
    return Pair(a.id, b.id, tuple(links), direction=Direction(derived))


def _words(article: Article, index: int) -> list[str]:
    return [t.span.of(article.text) for t in article.sentence_tokens(index) if t.word]


def _link(a: Article, b: Article, i: int, j: int) -> Link:
    alignment, divergences = [], []
    for own, other in zip(a.sentence_tokens(i), b.sentence_tokens(j), strict=False):
        same = own.span.of(a.text) == other.span.of(b.text)
        alignment.append(AlignedWords(own.span, other.span, WordMatch.SAME if same else WordMatch.CHANGED))
        if not same:
            kind = DivergenceType.DATE
            divergences.append(Divergence(kind, own.span, other.span, Severity.HIGH, "the time is another"))
    match = MatchClass.CLOSE if divergences else MatchClass.VERBATIM
    evidence = Evidence(0.9, 0.8, 0.6, 0.5, 4, reasons=("meaning", "order"), next_best=NextBest(0, 0.4))
    return Link((i,), (j,), ((i, j, match),), match, 0.9, evidence, tuple(alignment), tuple(divergences))


class FakeFiles:
    """Chooses what a test tells it to."""

    def __init__(self) -> None:
        self.opens: tuple[Path, ...] = ()
        self.articles_in: Path | None = None
        """The folder whose articles are added."""
        self.folder: Path | None = None
        """The folder for a report."""
        self.case_opened: Path | None = None
        self.case_saved: Path | None = None
        self.suggested: Path | None = None

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:  # noqa: ARG002 - the interface
        return self.opens

    def article_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        return self.articles_in

    def export_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        return self.folder

    def case(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface
        return self.case_opened

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:  # noqa: ARG002 - the interface
        self.suggested = suggestion
        return self.case_saved


@pytest.fixture(scope="session")
def light(qapp: QApplication) -> Theme:
    theme = load_theme("light")
    dress(qapp, theme)
    return theme


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def files() -> FakeFiles:
    return FakeFiles()


@pytest.fixture
def story_files(tmp_path: Path) -> tuple[Path, ...]:
    """Return three small files; the third takes two sentences from the first."""
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, "utf-8")
    return tuple(folder / name for name in STORY)


@pytest.fixture
def window(qtbot: QtBot, light: Theme, engine: FakeEngine, files: FakeFiles, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(light, engine, Settings(tmp_path / "settings.ini"), files, tmp_path / "unsaved")
    made.case.view.set_animated(False)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    engine.gate.set()
    engine.write_gate.set()
    engine.read_gate.set()
    made.files.keeper.close(discard=True)
    made.case.shutdown()
    made.work.shutdown()


@pytest.fixture
def case(qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]) -> MainWindow:
    """Return the window with the three files compared."""
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    qtbot.waitUntil(window.case.isVisible)
    return window


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Return a function that waits until nothing runs."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: not window.work.busy)

    return wait
