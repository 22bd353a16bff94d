"""The case file: round trips, migrations, saving elsewhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.case.contents import CaseContents, LastPlace, SettingName
from core.case.file import CaseFile, case_bytes
from core.case.migrations import APPLICATION_ID, VERSION, migrate, tables
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.case.rows import FileSays
from core.model import Analysis, Document, Exclusions, MatchClass

SCHEMA_1 = Path(__file__).parents[2] / "cases" / "case" / "schema-1.sql"
KEY = FindingKey("a" * 64, "b" * 64, (0, 2), (1,))


def same(one: CaseContents, other: CaseContents) -> bool:
    """Return whether two contents are equal; problems, which are exceptions, by their words, settings aside."""
    bare = [replace(c, settings={}, problems=()) for c in (one, other)]
    told = [[(p.path, p.what, p.remedy) for p in c.problems] for c in (one, other)]
    return bare[0] == bare[1] and told[0] == told[1]


def test_everything_comes_back(tmp_path: Path, contents: CaseContents) -> None:
    with CaseFile.create(tmp_path / "case.cognate") as case:
        case.keep_all(contents)
    with CaseFile.open(tmp_path / "case.cognate") as case:
        again = case.read()
    assert same(again, contents)
    assert (again.title, again.subject, again.options) == ("Summit", "a3", {"wholly_derived": 0.8})
    assert again.exclusions == Exclusions(names=True, phrases=("North Korea",))
    assert again.place == LastPlace("compare", "a3", "a5", 2, (0.25, 0.5))
    assert again.settings["pinned"] == ["a1", None, 3]
    assert not again.outdated


def test_all_that_a_file_says_of_itself_comes_back(tmp_path: Path, contents: CaseContents) -> None:
    kept = {"path", "sha256", "text", "format", "encoding", "title", "findings", *FileSays.__dataclass_fields__}
    assert kept == {f.name for f in fields(Document)}, "a new field has to be kept too"
    said = FileSays("Ann Odd", "The Wire", "2026-11-02", "https://a.example/1", "de", ("A guess.",), ("mail/x.txt",))
    said = replace(said, made="2025-12-30")
    odd = contents.articles[0]
    document = replace(odd.document, **{name: getattr(said, name) for name in FileSays.__dataclass_fields__})
    with CaseFile.create(tmp_path / "case.cognate") as case:
        case.keep_articles([replace(odd, document=document)])
        assert case.read().articles[0].document == document


def test_the_file_is_one_of_ours_and_alone(case_path: Path) -> None:
    assert case_path.read_bytes().startswith(b"SQLite format 3\0")
    with closing(sqlite3.connect(case_path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        loose = db.execute("SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'")
        assert loose.fetchall() == []
    assert list(case_path.parent.iterdir()) == [case_path]


def test_writes_are_as_safe_as_sqlite_makes_them(case_path: Path) -> None:
    with CaseFile.open(case_path) as case:
        assert case._db.execute("PRAGMA synchronous").fetchone()[0] >= 2
        assert case._db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_an_empty_case_is_empty(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "new.cognate") as case:
        assert case.empty
        assert case.read() == CaseContents()


def test_a_judgement_is_replaced_and_taken_away(case_path: Path) -> None:
    with CaseFile.open(case_path) as case:
        before = case.read().review.judgements
        case.keep_judgement(KEY, Judgement(Verdict.DISMISS))
        case.keep_judgement(KEY, Judgement(Verdict.REWRITE, "why"))
        assert case.read().review.judgements == {**before, KEY: Judgement(Verdict.REWRITE, "why")}
        case.keep_judgement(KEY, Judgement())
        assert case.read().review.judgements == before


def test_a_link_by_hand_is_replaced_and_taken_back(case_path: Path) -> None:
    with CaseFile.open(case_path) as case:
        before = case.read().review.set_by_hand
        case.keep_hand_link(KEY, linked=True)
        assert case.read().review.set_by_hand == {**before, KEY: True}
        case.keep_hand_link(KEY, linked=False)
        assert case.read().review.set_by_hand == {**before, KEY: False}
        case.keep_hand_link(KEY, None)
        assert case.read().review.set_by_hand == before


def test_articles_analysis_and_settings_are_replaced(case_path: Path, contents: CaseContents) -> None:
    with CaseFile.open(case_path) as case:
        case.keep_articles(contents.articles[1::-1])
        case.keep_analysis(None)
        case.keep_setting(SettingName.TITLE, None)
        case.keep_place(LastPlace("ledger"))
        case.keep_problems(())
        again = case.read()
    assert again.articles == contents.articles[1::-1]
    assert (again.analysis, again.title, again.problems) == (None, "", ())
    assert again.place == LastPlace("ledger")


any_text = st.text(st.characters(exclude_categories=()))
keys = st.builds(
    lambda one, other, a, b: FindingKey(min(one, other), max(one, other), tuple(a), tuple(b)),
    *[st.text("0123456789abcdef", min_size=1, max_size=64)] * 2,
    *[st.lists(st.integers(0, 2**40), max_size=4)] * 2,
)
judgements = st.builds(Judgement, st.none() | st.sampled_from(Verdict), any_text, any_text, any_text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(keys, judgements.filter(lambda j: not j.empty), max_size=5), st.dictionaries(keys, st.booleans())
)
def test_judgements_with_any_words_come_back(
    made: dict[FindingKey, Judgement], by_hand: dict[FindingKey, bool]
) -> None:
    with CaseFile.in_memory() as case:
        case.keep_all(CaseContents(review=Review(made, by_hand)))
        again = case.read().review
    assert again.judgements == made
    assert again.set_by_hand == by_hand


def test_a_case_as_bytes_is_the_case(tmp_path: Path, contents: CaseContents) -> None:
    path = tmp_path / "bytes.cognate"
    path.write_bytes(case_bytes(contents))
    with CaseFile.open(path) as case:
        assert same(case.read(), contents)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a file as the first schema had it."""
    path = tmp_path / "first.cognate"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(SCHEMA_1.read_text("utf-8"))
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
    return path


def check_first(contents: CaseContents) -> None:
    assert [(a.letter, a.document.path, a.outlet) for a in contents.articles] == [
        ("A", "rewrite.txt", ""),
        ("B", "wire.txt", ""),
    ]
    assert contents.articles[0].document.findings[0].span.of(contents.articles[0].document.text) == "\u200b"
    # If this fails because the model changed, raise ANALYSIS_FORMAT: such a case is compared again.
    assert contents.analysis is not None
    assert contents.analysis.pairs[0].links[0].match is MatchClass.VERBATIM
    (judged,) = contents.review.judgements.values()
    assert judged == Judgement(Verdict.CREDIT, "Ask the desk.", "ed", "2026-11-02T09:30:00Z")
    assert (contents.title, contents.exclusions.runs_below) == ("Harbour", 5)


def test_a_file_of_the_first_schema_is_brought_up_to_date(first: Path, tmp_path: Path) -> None:
    with CaseFile.open(first) as case:
        check_first(case.read())
        case.keep_hand_link(KEY, linked=True)
    with CaseFile.create(tmp_path / "new.cognate") as new, closing(sqlite3.connect(first)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert tables(db) == tables(new._db)
    with CaseFile.open(first) as case:
        check_first(case.read())
        assert case.read().review.set_by_hand == {KEY: True}


def test_an_older_file_that_is_only_read_stays_as_it_is(first: Path) -> None:
    before = first.read_bytes()
    with CaseFile.open(first, read_only=True) as case:
        check_first(case.read())
        with case.save_as(first.with_name("copy.cognate")) as copy:
            check_first(copy.read())
    assert first.read_bytes() == before


def test_an_analysis_in_another_form_is_left_out_and_said(case_path: Path, analysis: Analysis) -> None:
    with closing(sqlite3.connect(case_path)) as db, db:
        db.execute("UPDATE analysis SET format = 0, data = x'00'")
    with CaseFile.open(case_path) as case:
        assert (case.read().analysis, case.read().outdated) == (None, True)
        case.keep_analysis(analysis)
        assert (case.read().analysis, case.read().outdated) == (analysis, False)


def test_saved_elsewhere_both_are_whole_and_apart(case_path: Path, contents: CaseContents) -> None:
    target = case_path.with_name("copy.cognate")
    target.write_text("an older file")
    with CaseFile.open(case_path) as case, case.save_as(target, [lambda c: c.keep_setting("more", 1)]) as copy:
        assert (copy.path, copy.read().settings["more"]) == (target, 1)
        copy.keep_judgement(KEY, Judgement(Verdict.DISMISS))
        assert "more" not in case.read().settings
        assert same(case.read(), contents)
    with CaseFile.open(target) as copy:
        assert copy.read().review.judgements[KEY] == Judgement(Verdict.DISMISS)
    assert sorted(case_path.parent.iterdir()) == [target, case_path]


def test_saved_under_its_own_name_it_goes_on(case_path: Path, contents: CaseContents) -> None:
    with CaseFile.open(case_path) as case:
        again = case.save_as(case_path, [lambda c: c.keep_setting("more", 1)])
    with again:
        again.keep_setting("more", 2)
        assert same(again.read(), contents)
    with CaseFile.open(case_path) as case:
        assert case.read().settings["more"] == 2


def test_a_link_to_a_case_stays_a_link(case_path: Path) -> None:
    link = case_path.with_name("link.cognate")
    link.symlink_to(case_path)
    with CaseFile.in_memory() as case:
        case.save_as(link).close()
    assert link.is_symlink()
    with CaseFile.open(case_path) as case:
        assert case.empty


def test_rights_of_a_file_that_is_replaced_stay(case_path: Path) -> None:
    case_path.chmod(0o600)
    with CaseFile.in_memory() as case:
        case.save_as(case_path).close()
    assert case_path.stat().st_mode & 0o777 == 0o600


def test_a_file_of_the_second_schema_has_all_and_learns_what_files_say(tmp_path: Path, contents: CaseContents) -> None:
    path = tmp_path / "second.cognate"
    with closing(sqlite3.connect(path)) as db:
        migrate(db, 2)
        first = contents.articles[0]
        db.execute(
            "INSERT INTO articles (id, place, letter, title, role, path, sha256, text, format, encoding, outlet,"
            " author) VALUES ('a1', 0, 'A', 'Summit', 'source', 'a.txt', ?, ?, 'text', 'cp1252', 'The Daily', 'Ana')",
            (first.document.sha256, first.document.text),
        )
        db.commit()
    with CaseFile.open(path) as case:
        (article,) = case.read().articles
        assert (article.outlet, article.author, article.address) == ("The Daily", "Ana", "")
        assert article.document.notices == article.document.attachments == ()
        assert not article.document.encoding_chosen
        document = replace(
            article.document,
            author="Ana Ruiz",
            address="https://d.example/1",
            language="pl",
            made="2025-12-30",
            notices=("It was read as cp1250.",),
            attachments=("a.eml/b.pdf",),
            encoding="cp1250",
            encoding_chosen=True,
        )
        said = replace(article, document=document, address="https://d.example/2")
        case.keep_articles([said])
    with CaseFile.open(path) as case:
        assert case.read().articles == (said,)
        assert case._db.execute("PRAGMA user_version").fetchone() == (VERSION,)
