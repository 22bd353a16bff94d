"""A small hand-made world for the report: articles from sentences, links from wording, simple scores."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from core.model import (
    AlignedWords,
    Analysis,
    Article,
    Credit,
    Derivation,
    Direction,
    Divergence,
    DivergenceType,
    Document,
    Engine,
    Evidence,
    Finding,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
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
from core.options import Options

REWRITE = (
    "Harbor Bridge Repairs May Take Two Years",
    "City engineers said on Monday that the old harbor bridge has 12 cracked beams.",
    "The mayor promised that no toll will be raised.",
    "“We will work at night,” said Ana Ruiz, who leads the crew.",
    "Ferries carry twenty thousand people a day.",
    "The bakery next door opens at six.",
)
WIRE = (
    "Harbor bridge to close for two years",
    "On Monday city engineers reported 20 cracked girders in the old harbor bridge.",
    "The mayor pledged that tolls will probably not be raised.",
    "“We will work at night and on Sundays,” Ana Ruiz, the head of the crew, said.",
    "Each day ferries carry 20,000 people, according to the port authority.",
    "Ruiz built the northern tunnel.",
)
_WORDS = re.compile(r"\w+(?:[’'.-]\w+)*|[^\w\s]")
_MATCHES: tuple[MatchClass, ...] = tuple(m for m in MatchClass if m is not MatchClass.UNRELATED)


def _article(
    name: str,
    sentences: Sequence[str],
    *,
    title: str = "",
    role: Role = Role.UNKNOWN,
    findings: tuple[Finding, ...] = (),
    language: str = "en",
    between: str = " ",
) -> Article:
    text = ""
    made: list[Sentence] = []
    tokens: list[Token] = []
    for sentence in sentences:
        start, first = len(text), len(tokens)
        text += sentence
        tokens += [
            Token(start + found.start(), start + found.end(), found.group()[0].isalnum())
            for found in _WORDS.finditer(sentence)
        ]
        made.append(Sentence(Span(start, len(text)), SentenceKind.BODY, first, len(tokens)))
        text += between
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=name,
        document=Document(f"/desk/{name}.txt", digest, text, findings=findings),
        title=title or sentences[0],
        language=language,
        role=role,
        paragraphs=(Span(0, len(text)),),
        sentences=tuple(made),
        tokens=tuple(tokens),
    )


def _span_in(article: Article, index: int, words: str) -> Span:
    at = article.text.index(words, article.sentences[index].span.start)
    return Span(at, at + len(words))


def _link(
    a: Article,
    b: Article,
    here: Sequence[int],
    there: Sequence[int],
    match: MatchClass = MatchClass.PARAPHRASE,
    *,
    confidence: float = 0.9,
    words: Sequence[tuple[str, str, WordMatch]] = (),
    changes: Sequence[tuple[DivergenceType, str, str, Severity]] = (),
) -> Link:
    """``words`` are (in A, in B, how); ``changes`` are (type, in A or nothing, in B or nothing, severity)."""
    return Link(
        a=tuple(here),
        b=tuple(there),
        pairs=tuple((i, j, match) for i in here for j in there),
        match=match,
        confidence=confidence,
        evidence=Evidence(0.8, 0.7, 0.4, 0.5, 3, reasons=("meaning", "wording")),
        alignment=tuple(
            AlignedWords(_span_in(a, here[0], now), _span_in(b, there[0], was), kind) for now, was, kind in words
        ),
        divergences=tuple(
            Divergence(
                kind,
                _span_in(a, here[0], now) if now else None,
                _span_in(b, there[0], was) if was else None,
                severity,
                "the sense is another one",
            )
            for kind, now, was, severity in changes
        ),
    )


def _pair(
    a: Article,
    b: Article,
    links: Sequence[Link] = (),
    *,
    derived: Side = Side.A,
    direction: Direction | None = None,
    credit: Credit | None = None,
) -> Pair:
    return Pair(
        a.id, b.id, tuple(links), direction=direction or Direction(derived), credit=credit or Credit(present=False)
    )


def _case(
    articles: Sequence[Article], pairs: Sequence[Pair] = (), *, notice: str | None = None, complete: bool = True
) -> Analysis:
    engine = Engine("0.1.0", "all-MiniLM-L6-v2", "8199be6f" * 8)
    return Analysis(
        articles=tuple(articles),
        pairs=tuple(pairs),
        ledgers=tuple(_ledger(a, pairs if not i else ()) for i, a in enumerate(articles)),
        subject=articles[0].id,
        engine=Engine("0.1.0", None, None, notice) if notice else engine,
        options=Options().as_dict(),
        complete=complete,
    )


def _ledger(article: Article, pairs: Sequence[Pair]) -> Ledger:
    rows: list[LedgerRow] = []
    for i in range(len(article.sentences)):
        found = [(p.b, link.match) for p in pairs for link in p.links if i in link.a]
        match = min((m for _, m in found), key=_MATCHES.index, default=MatchClass.NO_SOURCE)
        rows.append(LedgerRow(match, tuple(dict.fromkeys(b for b, m in found if m.derived == match.derived))))
    words = article.words or 1
    sized = list(zip((article.word_count(s) for s in article.sentences), rows, strict=True))
    by_class: dict[MatchClass, float] = {m: sum(n for n, row in sized if row.match is m) / words for m in _MATCHES}
    sourced = sum(share for m, share in by_class.items() if m.derived)
    given = {p.b: sum(n for n, row in sized if row.match.derived and p.b in row.sources) / words for p in pairs}
    top = max(given.items(), key=lambda item: item[1], default=("", 0.0))
    copied = sourced - by_class[MatchClass.QUOTATION]
    partly = Derivation.PARTIALLY if copied >= 0.1 else Derivation.NOT
    run = next((s.span for s, row in zip(article.sentences, rows, strict=True) if row.match.derived), None)
    scores = Scores(
        words=article.words,
        by_class=by_class,
        by_words={
            "verbatim": by_class[MatchClass.VERBATIM],
            "paraphrased": copied - by_class[MatchClass.VERBATIM],
            "quoted": by_class[MatchClass.QUOTATION],
            "no_source": 1 - sourced,
            "unchecked": 0.0,
        },
        sourced=sourced,
        longest_run_words=5 if run else 0,
        longest_run=run,
        largest_source=top if top[1] else None,
        derivation=Derivation.WHOLLY if copied >= 0.9 else partly,
        derived_share=copied,
    )
    return Ledger(article.id, tuple(rows), scores)


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The makers of this world, by what they make."""
    return SimpleNamespace(article=_article, link=_link, pair=_pair, case=_case)


@pytest.fixture(scope="session")
def bridge() -> tuple[Article, Article]:
    """A rewrite and the wire story it was made from."""
    return _article("c", REWRITE), _article("e", WIRE)


@pytest.fixture(scope="session")
def taken(bridge: tuple[Article, Article]) -> list[Link]:
    """Four links of the rewrite: a paraphrase, a close one, a quotation, and a weak paraphrase."""
    a, b = bridge
    number = _link(
        a,
        b,
        [1],
        [1],
        words=[
            ("City engineers", "city engineers", WordMatch.SAME),
            ("said", "reported", WordMatch.SYNONYM),
            ("Monday", "Monday", WordMatch.SAME),
            ("old harbor bridge", "old harbor bridge", WordMatch.SAME),
            ("12", "20", WordMatch.CHANGED),
            ("cracked", "cracked", WordMatch.SAME),
            ("beams", "girders", WordMatch.SYNONYM),
        ],
        changes=[(DivergenceType.NUMBER, "12", "20", Severity.HIGH)],
    )
    toll = _link(
        a,
        b,
        [2],
        [2],
        MatchClass.CLOSE,
        words=[
            ("The mayor", "The mayor", WordMatch.SAME),
            ("promised", "pledged", WordMatch.SYNONYM),
            ("toll", "tolls", WordMatch.INFLECTED),
            ("raised", "raised", WordMatch.SAME),
        ],
        changes=[(DivergenceType.MODALITY, "no toll will", "probably", Severity.HIGH)],
    )
    night = _link(
        a,
        b,
        [3],
        [3],
        MatchClass.QUOTATION,
        confidence=0.7,
        words=[("We will work at night", "We will work at night", WordMatch.SAME)],
    )
    ferries = _link(
        a,
        b,
        [4],
        [4],
        confidence=0.5,
        words=[("twenty thousand", "20,000", WordMatch.SYNONYM)],
        changes=[(DivergenceType.ATTRIBUTION, "", "according to the port authority", Severity.MEDIUM)],
    )
    return [number, toll, night, ferries]


@pytest.fixture(scope="session")
def rewrite_case(bridge: tuple[Article, Article], taken: list[Link]) -> Analysis:
    """The rewrite examined, with its links and no credit."""
    return _case(bridge, [_pair(*bridge, taken)])
