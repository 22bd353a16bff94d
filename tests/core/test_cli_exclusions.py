"""What the command line leaves out of the scores, and articles whose reuse was agreed."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdf
import pytest
from jsonschema import Draft202012Validator

from core.cli import main

SCHEMA = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
QUOTE = "“We cannot take risks with a bridge that carries 40,000 cars a day,” said Ines Okoro, who heads the authority."
DRAFT = (
    "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    f"{QUOTE}\n\n"
    "Local bakers expect to sell fewer rolls today.\n"
)
WIRE = (
    "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    f"Engineers found cracks in three of its pillars during an inspection in March.\n\n{QUOTE}\n"
)
ALL = ("--exclude", "quotations,names", "--exclude-phrase", "PORT authority", "--exclude-runs", "30")


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    made = []
    for name, text in (("draft.txt", DRAFT), ("wire.txt", WIRE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        made.append(str(tmp_path / name))
    return made


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["compare", *words, "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(told)
    return told


def flat(text: str) -> str:
    return " ".join(text.split())


def test_json_has_the_scores_with_and_without_and_the_words_left_out(
    articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    plain, told = compared(capsys, *articles), compared(capsys, *articles, *ALL)
    assert told["exclusions"] == {
        "quotations": True, "names": True, "runs_below": 30, "phrases": ["PORT authority"],
    }  # fmt: skip
    before, after = plain["articles"][0], told["articles"][0]
    assert before["excluded"] == []
    assert before["scores_without_exclusions"] is None
    assert after["scores_without_exclusions"] == before["scores"]
    assert before["scores"]["sourced"] > 0.5
    assert after["scores"]["sourced"] == 0
    for shares in (after["scores"]["by_class"], after["scores"]["by_words"]):
        assert sum(shares.values()) == pytest.approx(1, abs=1e-9)
    reasons = {reason: after["text"][start:end] for start, end, reason in after["excluded"]}
    assert set(reasons) == {"quotation", "phrase", "run"}
    assert reasons["phrase"] == "port authority"
    assert [s["class"] for s in after["sentences"]] == ["unchecked", "unchecked", "no_source"]
    assert told["pairs"] == plain["pairs"]


def test_the_schema_refuses_what_is_no_reason(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = compared(capsys, *articles, *ALL)
    told["articles"][0]["excluded"] = [[0, 3, "whim"]]
    assert not Draft202012Validator(SCHEMA).is_valid(told)


def test_kinds_may_be_named_together_or_one_by_one(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    together = compared(capsys, *articles, "--exclude", "names, quotations")
    apart = compared(capsys, *articles, "--exclude", "names", "--exclude", "quotations")
    assert together == apart
    assert together["exclusions"]["names"]
    assert compared(capsys, *articles, "--exclude", "boilerplate") == compared(capsys, *articles)


@pytest.mark.parametrize("command", ["compare", "batch"])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            ("--exclude", "quotes"),
            "“quotes” is nothing that --exclude knows. It knows: quotations, names, boilerplate.",
        ),
        (("--exclude", "names,"), "“” is nothing that --exclude knows."),
        (("--exclude-phrase", "…"), "“…” holds no word"),
        (("--exclude-runs", "0"), "--exclude-runs needs at least 1."),
    ],
)
def test_what_cannot_be_left_out_is_wrong_usage(
    command: str, wrong: tuple[str, str], said: str, articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = articles if command == "compare" else ["pairs.tsv"]
    assert main([command, *given, *wrong]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_batch_leaves_the_same_out(
    jobs: str, articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("\t".join(articles) + "\n", encoding="utf-8")
    assert main(["batch", str(pairs), *ALL, "--jobs", jobs]) == 0
    told = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(told)
    assert told["articles"] == compared(capsys, *articles, *ALL)["articles"]


def test_the_summary_and_the_report_say_what_was_left_out(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        "Shared quotations and the phrase “rolls” are left out of the scores: 32% of the words of A count as having a "
        "source here, 81% with them."
    )
    pdf = tmp_path / "report.pdf"
    wanted = ("--exclude", "quotations", "--exclude-phrase", "rolls")
    assert main(["compare", *articles, *wanted]) == 0
    assert said in flat(capsys.readouterr().out)
    assert main(["compare", *articles, *wanted, "--pdf", str(pdf)]) == 0
    text = flat(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))
    assert said in text
    assert "Exclude quotations yes" in text
    assert main(["compare", *articles]) == 0
    assert "left out of the scores" not in flat(capsys.readouterr().out)


def test_a_licensed_source_is_shown_and_never_asked_to_be_acted_on(
    articles: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(articles[0]).parent)
    plain, told = compared(capsys, *articles), compared(capsys, *articles, "--licensed", "wire.txt")
    assert [a["role"] for a in plain["articles"]] == ["review", "unknown"]
    assert [a["role"] for a in told["articles"]] == ["review", "licensed"]
    assert told["pairs"] == plain["pairs"]
    assert main(["compare", *articles]) == 0
    assert "nothing in it credits B" in flat(capsys.readouterr().out)
    assert main(["compare", *articles, "--licensed", "wire.txt"]) == 0
    summary = flat(capsys.readouterr().out)
    assert "reuse was agreed" in summary
    assert "The reuse was agreed." in summary
    assert "Needs action Nothing: the reuse was agreed." in summary
    assert "credits" not in summary
    assert "No outlet is credited" not in summary


def test_an_article_that_is_licensed_itself_says_so(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert compared(capsys, *articles, "--licensed", articles[0])["articles"][0]["role"] == "licensed"
    assert main(["compare", *articles, "--licensed", articles[0]]) == 0
    summary = flat(capsys.readouterr().out)
    assert "Reuse between it and the other articles was agreed." in summary
    assert "Needs action Nothing: the reuse was agreed." in summary


def test_of_several_a_licensed_article_is_not_the_one_under_examination(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Snow fell on the passes of the high valley overnight.\n", encoding="utf-8")
    given = [str(other), *articles]
    chosen = compared(capsys, *given)["subject"]
    path = given[int(chosen[1:]) - 1]
    told = compared(capsys, *given, "--licensed", path)
    assert told["subject"] != chosen
    assert told["articles"][int(chosen[1:]) - 1]["role"] == "licensed"
    every = [word for name in given for word in ("--licensed", name)]
    assert compared(capsys, *given, *every)["subject"] == chosen
    assert compared(capsys, *given, "--licensed", path, "--subject", path)["subject"] == chosen


def test_a_licensed_file_must_be_among_the_articles(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *articles, "--licensed", "elsewhere.txt"]) == 2
    assert "--licensed names “elsewhere.txt”, which is not among the articles." in capsys.readouterr().err


def test_a_licensed_file_that_cannot_be_read_is_left_out_as_any_other(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert main(["compare", str(empty), *articles, "--licensed", str(empty), "--json", "-"]) == 1
    assert [a["role"] for a in json.loads(capsys.readouterr().out)["articles"]] == ["review", "unknown"]
