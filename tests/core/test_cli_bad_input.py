"""Input that cannot be used: one sentence that names it, the right exit code, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import ingest
from core.cli import main
from core.commands.target import lines
from core.errors import CognateError, ExportError
from core.model import Article, Document
from core.segment import segment

GOOD = "The council voted to rebuild the old library on Tuesday. Work will begin in spring and take two years.\n"
FOREIGN = "Городской совет проголосовал за восстановление старой библиотеки. Работы начнутся весной.\n"


@pytest.fixture
def good(tmp_path: Path) -> list[str]:
    made = []
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
        made.append(str(tmp_path / name))
    return made


def bad_file(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.txt"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 40)
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(ingest.MAX_BYTES + 1)
    elif kind == "picture":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    return path


def one_sentence(told: str) -> str:
    assert told.endswith("\n")
    assert told.count("\n") == 1, told
    assert told.startswith("cognate: ")
    assert "Traceback" not in told
    return told


@pytest.mark.parametrize("kind", ["empty", "binary", "folder", "huge", "picture", "missing"])
def test_a_bad_file_is_named_and_the_others_are_compared(
    kind: str, good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = bad_file(tmp_path, kind)
    assert main(["compare", good[0], str(bad), good[1], "--json", "-"]) == 1
    told = capsys.readouterr()
    assert bad.name in one_sentence(told.err)
    assert [a["path"] for a in json.loads(told.out)["articles"]] == good


@pytest.mark.parametrize("kind", ["empty", "missing"])
def test_too_few_that_can_be_read_is_said(
    kind: str, good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = bad_file(tmp_path, kind)
    assert main(["compare", good[0], str(bad), "--json", "-"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert len(lines) == 2
    assert bad.name in lines[0]
    assert "Fewer than two" in lines[1]


def test_a_subject_that_cannot_be_read_is_said(
    good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(bad_file(tmp_path, "empty"))
    assert main(["compare", *good, bad, "--subject", bad, "--json", "-"]) == 1
    assert "under examination" in capsys.readouterr().err


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_articles_is_wrong_usage(
    count: int, good: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *good[:count]]) == 2
    assert "at least two" in one_sentence(capsys.readouterr().err)


def test_another_script_is_read_and_matches_nothing(
    good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / "foreign.txt"
    foreign.write_text(FOREIGN, encoding="utf-8")
    assert main(["compare", str(foreign), good[0], "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["articles"][0]["text"] == FOREIGN
    assert told["articles"][0]["scores"]["sourced"] == 0
    assert main(["compare", str(foreign), str(foreign)]) == 0
    assert "Городской совет" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "nonsense=1"], "nonsense"),
        (["--set", "wholly_derived"], "NAME=VALUE"),
        (["--set", "wholly_derived=much"], "much"),
        (["--set", "wholly_derived=7"], "between"),
        (["--subject", "elsewhere.txt"], "elsewhere.txt"),
        (["--json", "-", "--pdf", "-"], "standard output"),
        (["--json", "x.out", "--pdf", "./x.out"], "x.out"),
        (["--pdf", ""], "--pdf"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(
    words: list[str], said: str, good: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *good, *words]) == 2
    assert said in one_sentence(capsys.readouterr().err)


def test_an_article_is_never_written_over(good: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *good, "--json", good[1]]) == 2
    assert "write over" in capsys.readouterr().err
    assert Path(good[1]).read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("option", ["--json", "--pdf"])
@pytest.mark.parametrize("target", ["nowhere/out", "folder", "a\0b"])
def test_an_export_that_cannot_be_written_is_said(
    option: str, target: str, good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["compare", *good, option, str(tmp_path / target)]) in (1, 2)
    one_sentence(capsys.readouterr().err)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "one.txt", "two.txt"]


def test_a_misspelt_command_is_not_taken_for_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comprae", "a.txt"]) == 2
    assert "compare, batch, judge, inspect" in capsys.readouterr().err


def test_control_characters_in_a_name_do_not_reach_the_terminal(
    good: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *good, str(tmp_path / "a\x1b[2Jb.txt"), "--json", "-"]) == 1
    assert "\x1b" not in one_sentence(capsys.readouterr().err)


def test_inspect_goes_on_after_an_article_that_the_engine_refuses(
    good: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(document: Document, name: str) -> Article:
        if name == "a1":
            raise CognateError("Its sentences are endless.")
        return segment(document, name)

    monkeypatch.setattr("core.commands.inspect.segment", refuse)
    assert main(["inspect", *good, "--json", "-"]) == 1
    told = capsys.readouterr()
    first, *others = json.loads(told.out)
    assert first == {"path": good[0], "error": "Its sentences are endless."}
    assert [other["path"] for other in others] == good[1:]
    assert "Its sentences are endless." in one_sentence(told.err)


def test_only_opening_and_writing_make_a_bad_target(tmp_path: Path) -> None:
    target, missing = tmp_path / "out.jsonl", tmp_path / "none"

    def reads_between(name: str) -> None:
        with lines(name) as put:
            put("one")
            missing.read_bytes()

    with pytest.raises(FileNotFoundError, match="none"):
        reads_between(str(target))
    assert target.read_text(encoding="utf-8") == "one\n"
    with pytest.raises(ExportError, match="cannot be written"):
        reads_between(str(tmp_path))
    if Path("/dev/full").exists():
        with pytest.raises(ExportError, match="No space left"):
            reads_between("/dev/full")


@pytest.mark.parametrize("epoch", ["99999999999999", "tomorrow"])
def test_a_date_from_outside_that_is_none_is_said_before_anything_is_done(
    good: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["compare", *good]) == 2
    assert "SOURCE_DATE_EPOCH" in one_sentence(capsys.readouterr().err)


def test_inspect_without_files_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect"]) == 2
    assert "at least one" in one_sentence(capsys.readouterr().err)
