"""The rows that were saved from a damaged file, as far as they make sense, and what of it is lost.

Pure. Columns hold anything here: bytes where words were kept, numbers, nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from core.case import rows, strict_json
from core.case.codec import ANALYSIS_FORMAT, decode_analysis
from core.case.contents import CaseContents, SavedArticle
from core.case.limits import LONGEST_TEXTS
from core.case.migrations import ADDED_LATER
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Finding, Role, Span, article_letter

Row = tuple[object, ...]
_MISFIT = (ValueError, TypeError, RecursionError)
_REPLACED = "\ufffd"


@dataclass
class Pieces:
    """Gathers rows by table; what does not fit is left out and told."""

    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _broken: set[str] = field(default_factory=set)
    _odd_texts: int = 0
    _articles_lost: bool = False

    def take(self, table: str, rows_: Sequence[Row], whole: bool) -> None:  # noqa: FBT001 - a value, not a mode
        """Take the rows of a table; ``whole`` says whether these are all."""
        self._rows[table] = list(rows_)
        if not whole:
            self._broken.add(table)

    def count(self, table: str) -> int:
        """Return how many rows of a table were taken."""
        return len(self._rows.get(table, ()))

    def missing(self, table: str) -> None:
        """Take in that a table is not there at all."""
        if table not in ADDED_LATER:
            self._broken.add(table)

    def contents(self) -> CaseContents:
        """Return what makes sense of all that was taken."""
        articles = self._articles()
        found = CaseContents(
            articles=articles,
            analysis=self._analysis(articles),
            review=Review(self._judgements(), self._hand_links()),
            problems=self._problems(),
        )
        return replace(found, settings=self._settings(found))

    def lost(self) -> tuple[str, ...]:
        """Return what is missing, in words for people; ask for the contents first."""
        words = {
            "articles": "some articles",
            "findings": "notes on how some texts were read",
            "analysis": "the comparison, which is made again",
            "judgements": "some verdicts and notes",
            "hand_links": "some links set by hand",
            "settings": "some choices for the case",
            "problems": "some files that could not be read",
        }
        odd = (f"letters in the text of {self._odd_texts} article(s)",) if self._odd_texts else ()
        return (*(words[table] for table in words if table in self._broken), *odd)

    def _articles(self) -> tuple[SavedArticle, ...]:
        findings = self._findings()
        made: list[SavedArticle] = []
        room = LONGEST_TEXTS
        for row in sorted(self._rows.get("articles", ()), key=lambda row: row[1] if isinstance(row[1], int) else 0):
            try:
                article = _article(row, findings, {a.id for a in made})
            except _MISFIT:
                self._broken.add("articles")
                continue
            room -= len(article.document.text)
            if room < 0:
                self._broken.add("articles")
                break
            self._odd_texts += _REPLACED in article.document.text and _is_odd(row[7])
            made.append(article)
        return tuple(replace(a, letter=article_letter(n)) for n, a in enumerate(made))

    def _findings(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for row in self._rows.get("findings", ()):
            article, _, kind, start, end, why = row
            try:
                finding = Finding(_words(kind), Span(_number(start), _number(end)), _words(why))
                found.setdefault(_words(article), []).append(finding)
            except _MISFIT:
                self._broken.add("findings")
        return found

    def _analysis(self, articles: Sequence[SavedArticle]) -> Analysis | None:
        for _, kind, data in self._rows.get("analysis", ()):
            try:
                if kind != ANALYSIS_FORMAT or not isinstance(data, bytes):
                    raise ValueError
                analysis = decode_analysis(data)
            except _MISFIT:
                break
            texts = {a.id: a.document.sha256 for a in articles}
            if all(texts.get(a.id) == a.document.sha256 for a in analysis.articles):
                return analysis
            break
        else:
            return None
        self._broken.add("analysis")
        return None

    def _judgements(self) -> dict[FindingKey, Judgement]:
        found: dict[FindingKey, Judgement] = {}
        for row in self._rows.get("judgements", ()):
            try:
                said = [_words(x) for x in row[5:]]
                key = rows.key_of([_words(x) for x in row[:4]])
                verdict = None if row[4] is None else _words(row[4])
                if verdict not in (None, *(v.value for v in Verdict)):
                    self._broken.add("judgements")
                    verdict = None
                found[key] = rows.judgement(verdict, *said)
            except _MISFIT:
                self._broken.add("judgements")
        return {key: judgement for key, judgement in found.items() if not judgement.empty}

    def _hand_links(self) -> dict[FindingKey, bool]:
        found: dict[FindingKey, bool] = {}
        for row in self._rows.get("hand_links", ()):
            try:
                found[rows.key_of([_words(x) for x in row[:4]])] = bool(_number(row[4]))
            except _MISFIT:
                self._broken.add("hand_links")
        return found

    def _settings(self, found: CaseContents) -> dict[str, object]:
        """Return the settings that fit, each tried on its own."""
        kept: dict[str, object] = {}
        for name, value in self._rows.get("settings", ()):
            try:
                tried = {_words(name): strict_json.loads(_words(value))}
                replace(found, settings=tried).check_settings()
                kept |= tried
            except _MISFIT:
                self._broken.add("settings")
        return kept

    def _problems(self) -> tuple[ArticleError, ...]:
        found = []
        for _, *words in self._rows.get("problems", ()):
            try:
                found.append(ArticleError(*map(_words, words)))
            except _MISFIT:
                self._broken.add("problems")
        return tuple(found)


def _article(row: Row, findings: dict[str, list[Finding]], taken: set[str]) -> SavedArticle:
    name, _, letter, title, role, *read, own, outlet, author, date, says, address = row
    text = _words(read[2])
    if not text.strip():
        raise ValueError("an article without words")
    found = tuple(f for f in findings.get(_words(name), ()) if f.span.end <= len(text))
    about = rows.FileSays()
    if says is not None:
        with suppress(*_MISFIT):
            about = rows.FileSays.from_json(_words(says))
    document = rows.document([_words(x) for x in read], None if own is None else _words(own), about, found)
    meant = {r.value: r for r in Role}.get(_words(role), Role.UNKNOWN)
    id_ = _words(name)
    if not id_ or id_ in taken:
        id_ = next(f"a{n}" for n in range(1, len(taken) + 2) if f"a{n}" not in taken)
    said = map(_optional, (outlet, author, date, address))
    return SavedArticle(id_, _words(letter), _words(title), document, meant, *said)


def _words(value: object) -> str:
    """Return what a column of words holds, with a sign for each letter that is none any more."""
    if not isinstance(value, bytes):
        raise TypeError("no words")
    if _is_odd(value):
        return rows.short(value.decode("utf-8", "replace"), LONGEST_TEXTS)
    return rows.short(rows.words_of(value), LONGEST_TEXTS)


def _optional(value: object) -> str:
    return "" if value is None else _words(value)


def _is_odd(value: object) -> bool:
    if isinstance(value, bytes):
        try:
            rows.words_of(value)
        except ValueError:
            return True
    return False


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("no number")
    return value
