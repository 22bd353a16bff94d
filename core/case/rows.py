"""The contents of a case as rows, and back. Transactions are the caller's, and so are errors of SQLite.

What a file holds is checked when it becomes a value again; :class:`ValueError` is raised where it does not fit.
Words may hold half a surrogate pair (from a clipboard, in a file's name), which SQLite keeps when it is given bytes to
keep as text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from core.case.codec import ANALYSIS_FORMAT, decode_analysis, encode_analysis
from core.case.contents import CaseContents, SavedArticle
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Document, Finding, Role, Span

_WORDS = "CAST(? AS TEXT)"
_ARTICLE = "id, letter, title, outlet, author, date, path, sha256, text, format, encoding, own_title"
_INSERT_ARTICLE = f"INSERT INTO articles (place, role, {_ARTICLE}) VALUES (?, ?, {', '.join([_WORDS] * 12)})"  # noqa: S608 - only marks
_KEY = "first = ? AND second = ? AND first_sentences = ? AND second_sentences = ?"
_sentences = msgspec.json.Decoder(tuple[int, ...])


def put_articles(db: sqlite3.Connection, articles: Sequence[SavedArticle]) -> None:
    """Keep these articles, in this order, instead of those before."""
    db.execute("DELETE FROM articles")
    for place, article in enumerate(articles):
        document = article.document
        words = (article.id, article.letter, article.title, article.outlet, article.author, article.date)
        read = (document.path, document.sha256, document.text, document.format, document.encoding)
        db.execute(
            _INSERT_ARTICLE,
            (
                place,
                article.role.value,
                *map(_bytes, words + read),
                None if document.title is None else _bytes(document.title),
            ),
        )
        for number, found in enumerate(document.findings):
            db.execute(
                f"INSERT INTO findings VALUES ({_WORDS}, ?, {_WORDS}, ?, ?, {_WORDS})",  # noqa: S608 - only marks
                (_bytes(article.id), number, _bytes(found.type), found.span.start, found.span.end, _bytes(found.why)),
            )


def put_analysis(db: sqlite3.Connection, analysis: bytes | None) -> None:
    """Keep an analysis that was encoded, or none."""
    db.execute("DELETE FROM analysis")
    if analysis is not None:
        db.execute("INSERT INTO analysis VALUES (1, ?, ?)", (ANALYSIS_FORMAT, analysis))


def put_judgement(db: sqlite3.Connection, key: FindingKey, judgement: Judgement) -> None:
    """Keep what is said of a finding; an empty judgement is taken away."""
    db.execute(f"DELETE FROM judgements WHERE {_KEY}", _key(key))  # noqa: S608 - only marks
    if not judgement.empty:
        verdict = None if judgement.verdict is None else judgement.verdict.value
        db.execute(
            f"INSERT INTO judgements VALUES (?, ?, ?, ?, ?, {', '.join([_WORDS] * 3)})",  # noqa: S608 - only marks
            (*_key(key), verdict, *map(_bytes, (judgement.note, judgement.by, judgement.at))),
        )


def put_hand_link(db: sqlite3.Connection, key: FindingKey, linked: bool | None) -> None:  # noqa: FBT001 - a value
    """Keep that sentences were linked or unlinked by hand; None takes it back."""
    db.execute(f"DELETE FROM hand_links WHERE {_KEY}", _key(key))  # noqa: S608 - only marks
    if linked is not None:
        db.execute("INSERT INTO hand_links VALUES (?, ?, ?, ?, ?)", (*_key(key), int(linked)))


def put_problems(db: sqlite3.Connection, problems: Iterable[ArticleError]) -> None:
    """Keep which files could not be read, instead of those before."""
    db.execute("DELETE FROM problems")
    for place, error in enumerate(problems):
        words = (error.path, error.what, error.remedy)
        db.execute(
            f"INSERT INTO problems VALUES (?, {_WORDS}, {_WORDS}, {_WORDS})",  # noqa: S608 - only marks
            (place, *map(_bytes, words)),
        )


def put_setting(db: sqlite3.Connection, name: str, value: object) -> None:
    """Keep a value that JSON or a frozen dataclass can hold; None takes it away."""
    db.execute("DELETE FROM settings WHERE name = ?", (name,))
    if value is not None:
        db.execute("INSERT INTO settings VALUES (?, ?)", (name, json.dumps(msgspec.to_builtins(value))))


def encoded(analysis: Analysis | None) -> bytes | None:
    """Return the analysis as :func:`put_analysis` takes it."""
    return None if analysis is None else encode_analysis(analysis)


def contents(db: sqlite3.Connection) -> CaseContents:
    """Return everything; raises :class:`ValueError` where something does not fit."""
    articles = tuple(_articles(db))
    row = db.execute("SELECT format, data FROM analysis").fetchone()
    readable = row is not None and row[0] == ANALYSIS_FORMAT
    judgements = db.execute("SELECT * FROM judgements ORDER BY rowid")
    by_hand = db.execute("SELECT * FROM hand_links ORDER BY rowid")
    problems = db.execute("SELECT path, what, remedy FROM problems ORDER BY place")
    made = CaseContents(
        articles=articles,
        analysis=decode_analysis(row[1]) if readable else None,
        outdated=row is not None and not readable,
        review=Review(
            {
                _key_of(k): Judgement(None if v is None else Verdict(v), note, by, at)
                for *k, v, note, by, at in judgements
            },
            {_key_of(k): bool(linked) for *k, linked in by_hand},
        ),
        settings={name: json.loads(value) for name, value in db.execute("SELECT name, value FROM settings")},
        problems=tuple(ArticleError(*words) for words in problems),
    )
    made.check_settings()
    return made


def _articles(db: sqlite3.Connection) -> Iterator[SavedArticle]:
    findings: dict[str, list[Finding]] = {}
    for article, kind, start, end, why in db.execute(
        'SELECT article, type, start, "end", why FROM findings ORDER BY article, place'
    ):
        findings.setdefault(article, []).append(Finding(kind, Span(start, end), why))
    query = f"SELECT role, {_ARTICLE} FROM articles ORDER BY place"  # noqa: S608 - names of columns only
    for role, name, letter, title, outlet, author, date, path, sha256, text, kind, encoding, own in db.execute(query):
        found = tuple(findings.get(name, ()))
        if any(f.span.end > len(text) for f in found):
            raise ValueError("a finding lies outside its text")
        document = Document(path, sha256, text, kind, encoding, own, found)
        yield SavedArticle(name, letter, title, document, Role(role), outlet, author, date)


def _key(key: FindingKey) -> tuple[str, str, str, str]:
    return key.first, key.second, json.dumps(key.first_sentences), json.dumps(key.second_sentences)


def _key_of(columns: Sequence[str]) -> FindingKey:
    try:
        return FindingKey(columns[0], columns[1], *(_sentences.decode(c) for c in columns[2:]))
    except msgspec.MsgspecError as error:
        raise ValueError(f"no sentences: {error}") from error


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def words_of(data: bytes) -> str:
    """Return what a column of words holds; raises :class:`ValueError`."""
    return data.decode("utf-8", "surrogatepass")
