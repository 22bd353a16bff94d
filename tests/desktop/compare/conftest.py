"""A small hand-made case, and a view to show it in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from core.model import (
    Analysis,
    Article,
    Derivation,
    Direction,
    Divergence,
    Document,
    Engine,
    Evidence,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    Pair,
    Role,
    Scores,
    Sentence,
    SentenceKind,
    Side,
    Span,
    Token,
)
from desktop.compare import CompareView
from desktop.constants_guard import guard_constants
from desktop.theme import Theme, load_theme

guard_constants()

EVIDENCE = Evidence(0.9, 0.8, 0.6, 0.9, 4)
_WORD = re.compile(r"\w+|[^\w\s]")


class Cases:
    """Makes articles and pairs from plain sentences."""

    @staticmethod
    def article(
        name: str,
        paragraphs: Sequence[Sequence[str]],
        role: Role = Role.SOURCE,
        kinds: dict[int, SentenceKind] | None = None,
    ) -> Article:
        """Return an article: sentences stand apart by a space, paragraphs by an empty line."""
        text, spans, blocks = "", [], []
        for paragraph in paragraphs:
            text += "\n\n" if text else ""
            start = len(text)
            for number, sentence in enumerate(paragraph):
                text += " " if number else ""
                spans.append(Span(len(text), len(text) + len(sentence)))
                text += sentence
            blocks.append(Span(start, len(text)))
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for number, span in enumerate(spans):
            first = len(tokens)
            tokens += [
                Token(span.start + m.start(), span.start + m.end(), m[0].isalnum())
                for m in _WORD.finditer(span.of(text))
            ]
            sentences.append(Sentence(span, (kinds or {}).get(number, SentenceKind.BODY), first, len(tokens)))
        document = Document(f"{name}.txt", hashlib.sha256(text.encode()).hexdigest(), text)
        return Article(name, document, f"Title of {name}", "en", role, tuple(blocks), tuple(sentences), tuple(tokens))

    @staticmethod
    def link(
        a: Sequence[int],
        b: Sequence[int],
        match: MatchClass = MatchClass.PARAPHRASE,
        confidence: float = 0.9,
        divergences: Sequence[Divergence] = (),
        pairs: Sequence[tuple[int, int, MatchClass]] = (),
    ) -> Link:
        """Return a link between every sentence of ``a`` and every one of ``b``, unless pairs are given."""
        made = tuple(pairs) or tuple((i, j, match) for i in a for j in b)
        return Link(tuple(a), tuple(b), made, match, confidence, EVIDENCE, (), tuple(divergences))

    @staticmethod
    def analysis(a: Article, b: Article, links: Sequence[Link], derived: Side = Side.A) -> tuple[Analysis, Pair]:
        """Return an analysis in which ``b`` is article A and ``a`` is article B, and its pair."""
        pair = Pair(a.id, b.id, tuple(links), direction=Direction(derived))
        scores = Scores(1, {}, {}, 0.0, 0, None, None, Derivation.NOT)
        ledgers = tuple(
            Ledger(x.id, tuple(LedgerRow(MatchClass.NO_SOURCE) for _ in x.sentences), scores) for x in (b, a)
        )
        return Analysis((b, a), (pair,), ledgers, a.id, Engine("0", None, None)), pair

    @staticmethod
    def span(article: Article, words: str) -> Span:
        """Return where words first stand in an article."""
        start = article.text.index(words)
        return Span(start, start + len(words))


@pytest.fixture
def cases() -> type[Cases]:
    return Cases


@pytest.fixture
def theme(qapp: object) -> Theme:  # noqa: ARG001 - fonts need the application
    return load_theme("light")


@pytest.fixture
def make_view(qtbot: QtBot, theme: Theme) -> Callable[..., CompareView]:
    """Return a maker of shown views without animation."""

    def make(width: int = 868, height: int = 600) -> CompareView:
        view = CompareView(theme)
        qtbot.addWidget(view)
        view.set_animated(False)
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


def filler(number: int, words: int = 24) -> str:
    """Return a sentence of that many words, different for each number."""
    stems = ("harbour", "council", "review", "minister", "grain", "winter", "signal", "bridge", "quarter", "letter")
    chosen = [stems[(number * 7 + k * 3) % len(stems)] for k in range(words - 2)]
    return f"Sentence{number} {' '.join(chosen)} ended."


@pytest.fixture
def story(cases: type[Cases]) -> tuple[Analysis, Pair]:
    """Return a pair of 20 and 24 sentences: in order but for two, with a fan, an unused run and a same-fact link."""
    source = cases.article("source", [[filler(n) for n in range(k, k + 4)] for k in range(0, 24, 4)])
    review = cases.article("review", [[filler(n + 100) for n in range(k, k + 5)] for k in range(0, 20, 5)], Role.REVIEW)
    close, paraphrase = MatchClass.CLOSE, MatchClass.PARAPHRASE
    links = [
        cases.link([0], [0], MatchClass.VERBATIM),
        cases.link([1], [1, 2], paraphrase),
        cases.link([3], [9], close),
        cases.link([4], [8], close, 0.6),
        cases.link([5], [10], MatchClass.QUOTATION),
        cases.link([6], [16], paraphrase),
        cases.link([6], [11], MatchClass.SAME_FACT),
        cases.link([19], [23], close),
    ]
    return cases.analysis(review, source, links)
