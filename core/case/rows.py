"""The contents of a case as rows, and back. Transactions are the caller's, and so are errors of SQLite.

What a file holds is checked when it becomes a value again; :class:`ValueError` is raised where it does not fit.
Words may hold half a surrogate pair (from a clipboard, in a file's name), which SQLite keeps when it is given bytes to
keep as text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Self

import msgspec

from core.case import strict_json
from core.case.codec import ANALYSIS_FORMAT, decode_analysis, encode_analysis
from core.case.contents import CaseContents, SavedArticle
from core.case.limits import LONGEST_JSON, LONGEST_TEXT, LONGEST_TEXTS, LONGEST_WORDS, MOST_ROWS
from core.case.migrations import ADDED_LATER, version_of
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Document, Finding, Role, Span

_WORDS = "CAST(? AS TEXT)"
_ARTICLE = (
    "id, letter, title, outlet, author, date, address, path, sha256, text, format, encoding, own_title, file_says"
)
_INSERT_ARTICLE = f"INSERT INTO articles (place, role, {_ARTICLE}) VALUES (?, ?, {', '.join([_WORDS] * 14)})"  # noqa: S608 - only marks
_KEY = "first = ? AND second = ? AND first_sentences = ? AND second_sentences = ?"
_sentences = msgspec.json.Decoder(tuple[int, ...])


class TooLongError(ValueError):
    """Something is longer, or there are more of it, than what would be read again."""


@dataclass(frozen=True, slots=True)
class FileSays:
    """What a file says of its article; the fields are those of :class:`~core.model.Document`."""

    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    encoding_chosen: bool = False
    made: str | None = None

    @classmethod
    def of(cls, document: Document) -> Self:
        """Return what is kept beside the text."""
        return cls(**{name: getattr(document, name) for name in cls.__dataclass_fields__})

    def as_json(self) -> str:
        """Return it in words, what is not said left out."""
        return json.dumps({name: value for name, value in asdict(self).items() if value})

    @classmethod
    def from_json(cls, words: str) -> Self:
        """Return it from words; raises :class:`ValueError`."""
        return msgspec.convert(strict_json.loads(words), cls)


def put_articles(db: sqlite3.Connection, articles: Sequence[SavedArticle]) -> None:
    """Keep these articles, in this order, instead of those before."""
    _few("articles", len(articles))
    _few("findings", sum(len(article.document.findings) for article in articles))
    if sum(len(article.document.text) for article in articles) > LONGEST_TEXTS:
        raise TooLongError
    db.execute("DELETE FROM articles")
    for place, article in enumerate(articles):
        document = article.document
        words = (article.id, article.letter, article.title, article.outlet, article.author, article.date)
        db.execute(
            _INSERT_ARTICLE,
            (
                place,
                article.role.value,
                *map(_bytes, (*words, article.address, document.path, document.sha256)),
                _bytes(document.text, LONGEST_TEXT),
                *map(_bytes, (document.format, document.encoding)),
                None if document.title is None else _bytes(document.title),
                _bytes(FileSays.of(document).as_json(), LONGEST_JSON),
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
        _few("problems", place + 1)
        words = (error.path, error.what, error.remedy)
        db.execute(
            f"INSERT INTO problems VALUES (?, {_WORDS}, {_WORDS}, {_WORDS})",  # noqa: S608 - only marks
            (place, *map(_bytes, words)),
        )


def put_setting(db: sqlite3.Connection, name: str, value: object) -> None:
    """Keep a value that JSON or a frozen dataclass can hold; None takes it away."""
    db.execute("DELETE FROM settings WHERE name = ?", (name,))
    if value is not None:
        words = json.dumps(msgspec.to_builtins(value), allow_nan=False)
        db.execute("INSERT INTO settings VALUES (?, ?)", (name, _bytes(words, LONGEST_JSON).decode()))


def encoded(analysis: Analysis | None) -> bytes | None:
    """Return the analysis as :func:`put_analysis` takes it."""
    return None if analysis is None else encode_analysis(analysis)


def contents(db: sqlite3.Connection) -> CaseContents:
    """Return everything; raises :class:`ValueError` where something does not fit."""
    articles = tuple(_articles(db))
    (kind, packed), *_ = (*db.execute("SELECT format, data FROM analysis").fetchall(), (None, b""))
    readable = kind == ANALYSIS_FORMAT
    judgements = db.execute("SELECT * FROM judgements ORDER BY rowid").fetchall()
    by_hand = db.execute("SELECT * FROM hand_links ORDER BY rowid").fetchall()
    problems = db.execute("SELECT path, what, remedy FROM problems ORDER BY place").fetchall()
    settings = db.execute("SELECT name, value FROM settings").fetchall()
    made = CaseContents(
        articles=articles,
        analysis=decode_analysis(packed) if readable else None,
        outdated=kind is not None and not readable,
        review=Review(
            {key_of(row[:4]): judgement(*row[4:]) for row in judgements},
            {key_of(k): bool(linked) for *k, linked in by_hand},
        ),
        settings={short(name): strict_json.loads(value) for name, value in settings},
        problems=tuple(ArticleError(*map(short, words)) for words in problems),
    )
    made.check_settings()
    return made


def few(db: sqlite3.Connection) -> bool:
    """Return whether no table has more rows than a case has; counts no further than that."""
    version = version_of(db)
    return all(
        db.execute(f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT ?)", (most + 1,)).fetchone()[0] <= most  # noqa: S608 - names of ours
        for table, most in MOST_ROWS.items()
        if version > 1 or table not in ADDED_LATER
    )


def judgement(verdict: str | None, note: str, by: str, at: str) -> Judgement:
    """Return what is said of a finding, from its columns; raises :class:`ValueError`."""
    return Judgement(None if verdict is None else Verdict(verdict), *map(short, (note, by, at)))


def short(words: str, most: int = LONGEST_WORDS) -> str:
    """Return the words; raises :class:`ValueError` where they are too long."""
    if len(words) > most:
        raise TooLongError
    return words


def document(columns: Sequence[str], own: str | None, says: FileSays, found: tuple[Finding, ...]) -> Document:
    """Return a document from path, digest, text, format and encoding; raises :class:`ValueError`."""
    text = short(columns[2], LONGEST_TEXT)
    if any(f.span.end > len(text) for f in found):
        raise ValueError("a finding lies outside its text")
    path, sha256, kind, encoding = (short(columns[i]) for i in (0, 1, 3, 4))
    fields = {name: getattr(says, name) for name in says.__dataclass_fields__}
    return Document(path, sha256, text, kind, encoding, None if own is None else short(own), found, **fields)


def _articles(db: sqlite3.Connection) -> Iterator[SavedArticle]:
    # Cursors are closed here: one that an error keeps alive would keep the file locked.
    findings: dict[str, list[Finding]] = {}
    query = 'SELECT article, type, start, "end", why FROM findings ORDER BY article, place'
    with closing(db.execute(query)) as rows:
        for article, kind, start, end, why in rows:
            findings.setdefault(article, []).append(Finding(short(kind), Span(start, end), short(why)))
    query = f"SELECT role, {_ARTICLE} FROM articles ORDER BY place"  # noqa: S608 - names of columns only
    room = LONGEST_TEXTS
    with closing(db.execute(query)) as rows:
        for role, *about, path, sha256, text, kind, encoding, own, says in rows:
            name, letter, title, outlet, author, date, address = map(short, about)
            read = path, sha256, text, kind, encoding
            made = document(read, own, FileSays.from_json(says), tuple(findings.get(name, ())))
            room -= len(text)
            if room < 0:
                raise TooLongError
            yield SavedArticle(name, letter, title, made, Role(role), outlet, author, date, address)


def _key(key: FindingKey) -> tuple[str, str, str, str]:
    return key.first, key.second, json.dumps(key.first_sentences), json.dumps(key.second_sentences)


def key_of(columns: Sequence[str]) -> FindingKey:
    """Return which finding is meant, from its columns; raises :class:`ValueError`."""
    try:
        first, second = (_sentences.decode(short(words)) for words in columns[2:])
    except msgspec.MsgspecError as error:
        raise ValueError(f"no sentences: {error}") from error
    if any(index < 0 for index in (*first, *second)):
        raise ValueError("there is no such sentence")
    return FindingKey(short(columns[0]), short(columns[1]), first, second)


def _few(table: str, count: int) -> None:
    if count > MOST_ROWS[table]:
        raise TooLongError


def _bytes(words: str, most: int = LONGEST_WORDS) -> bytes:
    return short(words, most).encode("utf-8", "surrogatepass")


def words_of(data: bytes) -> str:
    """Return what a column of words holds; raises :class:`ValueError`."""
    return data.decode("utf-8", "surrogatepass")
