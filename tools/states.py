"""How each state comes about: what is opened, chosen and typed, and what is put back afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from shutil import copy

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

import seeds
from core.model import Link, Pair
from desktop.control.recents import RECENT as REMEMBERED
from desktop.intake import Pasted, Sample
from desktop.pairs import ranked_pairs
from desktop.screens import Screen
from tools.export_states import export
from tools.stage import Stage

State = Callable[[Stage], AbstractContextManager[None]]
HALF, LATE = 0.62, 0.9
"""How far a comparison is that is being looked at, or stopped."""
NOTE = "“brackets” must be “rockets”. Credit the agency, or cut the paragraph."
WORD = "rockets"
LONG_TIMES = 14
NEAR = 4
"""Sentences between ribbons that can be seen crossing."""
UNRELATED = (
    (
        "A bakery on the market square has closed after forty years. The owner, who turns seventy in May, found nobody "
        "to take over the ovens. Regulars queued until noon for the last loaves of rye."
    ),
    (
        "The ferry to the northern islands will sail twice a day from next spring. A second boat was bought in Norway "
        "and is being painted in the shipyard. Fares stay as they are, the harbour office said on Monday."
    ),
)
RECENT = (("Kim and Putin", slice(0, 5)), ("Reprint and rewrite", slice(2, 5, 2)), ("Two analyses", slice(0, 2)))
DIALOG_MS = 1500
"""What a dialog reads from files is there by then."""


def sample(stage: Stage) -> None:
    """Have the sample case open and compared, on the comparison."""
    session = stage.window.work.session
    if session.analysis is None or not session.analysis.complete or len(session.articles) != len(seeds.paths()):
        stage.fresh()
        stage.add(Sample())


def _empty(stage: Stage) -> None:
    if stage.window.work.session.articles or stage.window.work.busy:
        stage.fresh()


@contextmanager
def _afterwards_fresh(stage: Stage) -> Iterator[None]:
    yield
    stage.fresh()


def _welcome(stage: Stage) -> AbstractContextManager[None]:
    _empty(stage)
    return nullcontext()


@contextmanager
def _welcome_recent(stage: Stage) -> Iterator[None]:
    stage.fresh()
    stage.settings.set(REMEMBERED, "")
    for name, files in RECENT[::-1]:
        stage.fresh()
        stage.add(*seeds.paths()[files])
        stage.chooser.answer = stage.folder / f"{name}.cognate"
        stage.run("save_as")
        stage.until("the case to be saved", lambda: bool(stage.window.files.saved_at))
    stage.run("new")
    stage.idle()
    yield
    stage.fresh()


def _one_article(stage: Stage) -> AbstractContextManager[None]:
    stage.fresh()
    stage.add(seeds.paths()[2])
    return _afterwards_fresh(stage)


def _import(stage: Stage) -> AbstractContextManager[None]:
    stage.fresh()
    stage.add_halting(HALF, Sample(), _picture_named_text(stage.folder))
    return _afterwards_fresh(stage)


@contextmanager
def _comparing(stage: Stage) -> Iterator[None]:
    stage.fresh()
    stage.add(*seeds.paths()[:4])
    stage.add_halting(HALF, seeds.paths()[4])
    stage.show(Screen.COMPARE)
    yield
    stage.fresh()


def _stopped(stage: Stage) -> AbstractContextManager[None]:
    stage.fresh()
    stage.add_halting(LATE, Sample())
    stage.window.work.cancel()
    stage.engine.release()
    stage.idle()
    stage.show(Screen.OVERVIEW)
    return _afterwards_fresh(stage)


def _failed_file(stage: Stage) -> AbstractContextManager[None]:
    stage.fresh()
    stage.add(Sample(), _picture_named_text(stage.folder), Path("lost.txt"))
    stage.show(Screen.COMPARE)
    return _afterwards_fresh(stage)


def _picture_named_text(folder: Path) -> Path:
    """Return a file that calls itself a text and is none."""
    name = "scan_0917.txt"
    (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    return Path(name)


def _on(screen: Screen) -> State:
    @contextmanager
    def state(stage: Stage) -> Iterator[None]:
        sample(stage)
        stage.show(screen)
        yield

    return state


@contextmanager
def _overview_table(stage: Stage) -> Iterator[None]:
    sample(stage)
    stage.show(Screen.OVERVIEW)
    stage.run("matrix_table")
    yield
    stage.run("matrix_table")


def _compare(stage: Stage, choose: Callable[[Pair], int] | None = None) -> None:
    """Show the strongest pair, and in it the first finding or the chosen one."""
    sample(stage)
    _show_pair(stage, 0)
    view = stage.window.case.view
    pair = stage.window.work.session.pair
    view.select_link(choose(pair) if choose is not None and pair is not None else view.visible_links()[0])
    stage.wait()


def _show_pair(stage: Stage, place: int) -> None:
    session = stage.window.work.session
    if session.analysis is None:
        raise ValueError("nothing is compared")
    session.show_pair(ranked_pairs(session.analysis)[place])
    stage.show(Screen.COMPARE)


def _first_finding(stage: Stage) -> AbstractContextManager[None]:
    _compare(stage)
    return nullcontext()


@contextmanager
def _verdict(stage: Stage) -> Iterator[None]:
    for number, key in enumerate((2, 1, 3, 4)):
        _compare(stage, lambda _: stage.window.case.view.visible_links()[number])  # noqa: B023 - called at once
        stage.run(f"verdict_{key}")
    _compare(stage, _with_word(stage, "brackets"))
    link = stage.window.case.selected_link()
    stage.run("verdict_3")
    stage.window.case.view.select_link(link)
    stage.run("note")
    for field in stage.window.case.inspector.findChildren(QPlainTextEdit):
        field.insertPlainText(NOTE)
    stage.window.case.view.setFocus()
    stage.wait()
    yield
    stage.fresh()


def _with_word(stage: Stage, word: str) -> Callable[[Pair], int]:
    """Choose the link whose own sentence has a word."""

    def choose(pair: Pair) -> int:
        article = stage.window.work.session.article(pair.a)
        return next(n for n, link in enumerate(pair.links) if any(word in _text(article, s) for s in link.a))

    return choose


def _text(article: object, sentence: int) -> str:
    span = article.sentences[sentence].span  # type: ignore[attr-defined]
    return str(article.document.text[span.start : span.end])  # type: ignore[attr-defined]


@contextmanager
def _crossing(stage: Stage) -> Iterator[None]:
    """Compare the reprint with the rewrite after its paragraphs have changed places in pairs."""
    reprint, rewrite = seeds.paths()[4], seeds.paths()[2]
    title, *paragraphs = [part.strip() for part in rewrite.read_text("utf-8").split("\n\n") if part.strip()]
    for place in range(0, len(paragraphs) - 1, 2):
        paragraphs[place : place + 2] = paragraphs[place + 1], paragraphs[place]
    stage.fresh()
    stage.add(Pasted("\n\n".join((title, *paragraphs))), reprint)
    _show_pair(stage, 0)
    pair = stage.window.work.session.pair
    if pair is not None:
        crossed = max(range(len(pair.links)), key=lambda number: _crossings(pair, pair.links[number]))
        stage.window.case.view.select_link(crossed)
    stage.wait()
    yield
    stage.fresh()


def _crossings(pair: Pair, link: Link) -> int:
    """Return how many ribbons cross that of a link not far from it."""
    steps = ((min(other.a) - min(link.a), min(other.b) - min(link.b)) for other in pair.links)
    return sum(own * theirs < 0 for own, theirs in steps if max(abs(own), abs(theirs)) <= NEAR)


def _many(stage: Stage) -> AbstractContextManager[None]:
    _compare(stage, lambda pair: max(range(len(pair.links)), key=lambda n: _size(pair.links[n])))
    return nullcontext()


def _size(link: Link) -> int:
    return len(link.a) + len(link.b)


@contextmanager
def _find(stage: Stage) -> Iterator[None]:
    _compare(stage)
    stage.run("find")
    line = stage.window.case.view.findChildren(QLineEdit)[0]
    line.clear()
    QTest.keyClicks(line, WORD)
    yield
    QTest.keyClick(line, Qt.Key.Key_Escape)


@contextmanager
def _divergences(stage: Stage) -> Iterator[None]:
    _compare(stage)
    stage.run("divergences_only")
    yield
    stage.run("divergences_only")


@contextmanager
def _no_match(stage: Stage) -> Iterator[None]:
    stage.fresh()
    stage.add(*(Pasted(text) for text in UNRELATED))
    _show_pair(stage, 0)
    stage.until("the closest pair", stage.window.actions_by_name["closest"].isEnabled)
    yield
    stage.fresh()


@contextmanager
def _weak(stage: Stage) -> Iterator[None]:
    _same(stage)
    stage.until("the weak links", stage.window.actions_by_name["closest"].isEnabled)
    stage.run("closest")
    yield
    stage.run("weak_links")


def _same(stage: Stage) -> None:
    """Show two reports of one event."""
    sample(stage)
    session = stage.window.work.session
    pairs = ranked_pairs(session.analysis) if session.analysis is not None else ()
    _show_pair(stage, next(n for n, pair in enumerate(pairs) if not pair.derived_links))


@contextmanager
def _same_facts(stage: Stage) -> Iterator[None]:
    _same(stage)
    yield


def _dialog(action: str) -> State:
    @contextmanager
    def state(stage: Stage) -> Iterator[None]:
        _compare(stage)
        with stage.dialog(action):
            stage.wait(DIALOG_MS)
            yield

    return state


@contextmanager
def _details(stage: Stage) -> Iterator[None]:
    stage.fresh()
    for path in seeds.paths():
        copy(path, stage.folder)
    stage.add(*(Path(path.name) for path in seeds.paths()))
    stage.show(Screen.OVERVIEW)
    articles = stage.window.case.sidebar.list
    articles.setCurrentIndex(articles.model().index(len(seeds.paths()) - 1, 0))
    with stage.dialog("details"):
        yield
    stage.fresh()


@contextmanager
def _long_article(stage: Stage) -> Iterator[None]:
    stage.fresh()
    texts = [path.read_text("utf-8", errors="replace") for path in seeds.paths()]
    stage.add(Pasted("\n\n".join(texts * LONG_TIMES)), seeds.paths()[4])
    _show_pair(stage, 0)
    yield
    stage.fresh()


STATES: dict[str, State] = {
    "welcome": _welcome,
    "one-article": _one_article,
    "import": _import,
    "comparing": _comparing,
    "stopped": _stopped,
    "failed-file": _failed_file,
    "overview": _on(Screen.OVERVIEW),
    "overview-table": _overview_table,
    "compare": _first_finding,
    "compare-verdict": _verdict,
    "compare-crossing": _crossing,
    "compare-many": _many,
    "compare-find": _find,
    "compare-divergences": _divergences,
    "compare-same-facts": _same_facts,
    "compare-no-match": _no_match,
    "compare-weak": _weak,
    "ledger": _on(Screen.LEDGER),
    "report": _on(Screen.REPORT),
    "preferences": _dialog("preferences"),
    "exclusions": _dialog("exclusions"),
    "keys": _dialog("keys"),
    "guide": _dialog("guide"),
    "about": _dialog("about"),
    "details": _details,
    "export": export(_compare, "pdf", "docx", "csv", there=".pdf", begin=False),
    "exporting": export(_compare, "pdf", "html", "docx", "csv", "json", halt_before="DOCX"),
    "exported": export(_compare, "pdf", "html", "docx", "csv", "json"),
    "failed-export": export(_compare, "pdf", "html", folder="/media/Desk share"),
    "welcome-recent": _welcome_recent,
    "long-article": _long_article,
}
"""What brings each state about, by its name."""
