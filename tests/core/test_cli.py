"""The command line on articles that can be read: exports, summary, subject, help, the desktop's door."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdf
import pytest
from jsonschema import Draft202012Validator

import core
import seeds
from core.cli import main, parsers

ROOT = Path(core.__file__).resolve().parent.parent
SCHEMA = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
WIRE = (
    "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "Engineers found cracks in three of its twelve pillars during an inspection in March.\n\n"
    "“We cannot take risks with a bridge that carries 40,000 cars a day,” said Ines Okoro, who heads the authority.\n"
)
REWRITE = (
    "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "In the course of an inspection in March, engineers discovered cracks in four of its twelve pillars.\n\n"
    "Local bakers expect to sell fewer rolls.\n"
)
OTHER = "Snow fell on the passes of the high valley overnight. Two villages lost their power for an hour.\n"


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    made = []
    for name, text in (("rewrite.txt", REWRITE), ("wire.txt", WIRE), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        made.append(str(tmp_path / name))
    return made


def compare_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["compare", *words, "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(told)
    return told


def test_json_tells_what_was_taken(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = compare_json(capsys, articles[0], articles[1])
    assert told["subject"] == "a1"
    assert [a["path"] for a in told["articles"]] == articles[:2]
    assert told["articles"][0]["text"] == REWRITE
    assert told["articles"][0]["sentences"][0]["class"] == "verbatim"
    assert told["articles"][0]["sentences"][0]["sources"] == ["a2"]
    assert told["articles"][0]["sentences"][2]["class"] == "no_source"
    (pair,) = told["pairs"]
    assert (pair["a"], pair["b"]) == ("a1", "a2")


def test_every_unordered_pair_is_told_once(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = compare_json(capsys, *articles)
    assert sorted(tuple(sorted((p["a"], p["b"]))) for p in told["pairs"]) == [("a1", "a2"), ("a1", "a3"), ("a2", "a3")]


def test_the_subject_is_the_one_named(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_json(capsys, *articles, "--subject", articles[1])["subject"] == "a2"


def test_a_subject_may_be_named_by_another_path(
    articles: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(articles[0]).parent)
    assert compare_json(capsys, *articles, "--subject", "other.txt")["subject"] == "a3"


def test_options_may_stand_between_files(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", articles[0], "--json", "-", articles[1]]) == 0
    assert len(json.loads(capsys.readouterr().out)["articles"]) == 2


def test_a_setting_reaches_the_analysis(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = compare_json(capsys, articles[0], articles[1], "--set", "wholly_derived=0.75")
    assert told["options"]["wholly_derived"] == 0.75


@pytest.mark.parametrize("command", ["compare", "inspect"])
def test_the_time_of_every_stage_is_told_when_asked(
    command: str, articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *articles, "--json", "-", "--timings"]) == 0
    told = capsys.readouterr()
    json.loads(told.out)
    head, *rows = told.err.splitlines()
    assert head.split() == ["stage", "seconds"]
    seconds = {stage: float(figure) for stage, figure in (row.rsplit(maxsplit=1) for row in rows)}
    assert {"reading", "sentences", "ledgers", "writing", "together"} <= set(seconds)
    assert ("linking" in seconds) is (command == "compare")
    assert seconds.pop("together") == pytest.approx(sum(seconds.values()), abs=0.01)
    assert len({len(row) for row in told.err.splitlines()}) == 1


def loaded_by(*words: str) -> set[str]:
    """Return which packages a run of the command line loads, in a process of its own."""
    program = """
import sys
from core.cli import main
code = main()
print("\\n".join({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""
    command = [sys.executable, "-c", program, *words]
    return set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr.split())


@pytest.mark.parametrize("command", ["compare", "inspect"])
def test_json_alone_loads_nothing_that_sets_pages_or_colours(command: str, articles: list[str]) -> None:
    assert not loaded_by(command, *articles, "--json", os.devnull) & {"rich", "typst"}


def test_a_page_alone_does_not_load_what_sets_a_pdf(articles: list[str]) -> None:
    assert "typst" not in loaded_by("compare", *articles[:2], "--html", os.devnull)


def test_a_second_run_does_not_load_the_encoder(
    articles: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COGNATE_CACHE", str(tmp_path / "vectors"))
    first, second = (loaded_by("compare", *articles[:2], "--json", os.devnull) for _ in range(2))
    assert {"onnxruntime", "tokenizers"} <= first
    assert not second & {"onnxruntime", "tokenizers"}


def test_pdf_and_json_are_written_as_files(articles: list[str], tmp_path: Path) -> None:
    pdf, out = tmp_path / "report.pdf", tmp_path / "analysis.json"
    assert main(["compare", *articles[:2], "--pdf", str(pdf), "--json", str(out), "--title", "Harbour bridge"]) == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "Harbour bridge" in text
    Draft202012Validator(SCHEMA).validate(json.loads(out.read_text(encoding="utf-8")))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "analysis.json", "other.txt", "report.pdf", "rewrite.txt", "wire.txt",
    ]  # fmt: skip


def test_a_pdf_may_go_to_standard_output(articles: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *articles[:2], "--pdf", "-"]) == 0
    assert pypdf.PdfReader(io.BytesIO(capfdbinary.readouterr().out)).pages


def test_a_device_is_written_to_and_not_replaced(articles: list[str]) -> None:
    assert main(["compare", *articles[:2], "--json", os.devnull]) == 0
    assert Path(os.devnull).is_char_device()


def test_a_link_is_written_through(articles: list[str], tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    assert main(["compare", *articles[:2], "--json", str(link)]) == 0
    assert link.is_symlink()
    assert json.loads(real.read_text(encoding="utf-8"))["schema"] == "cognate-analysis/1"


def test_words_around_shared_quotations_are_not_said_to_be_taken_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quotation = (
        "“We shall paint every one of the nine gates before the frost comes back to this valley,” said Iris Boone"
    )
    first = (
        f"Gates wait for paint\n\nSnow lay on the lower road until April this year. {quotation}, a joiner.\n\n"
        "The parish has eleven horses and a bell that nobody rings."
    )
    second = (
        f"A valley and its joiner\n\nMs Boone learned her trade from an uncle in Dell. {quotation} on the bench.\n\n"
        "Her uncle built boats, clocks and one small organ for the chapel."
    )
    paths = []
    for number, text in enumerate((first, second)):
        (path := tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
        paths.append(str(path))
    assert main(["compare", *paths]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Not derived: None of its" in told
    assert re.search(r"Words around them \d+% \(none of them counted as taken over\)", told)


def test_without_an_export_the_summary_says_what_was_found(
    articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *articles]) == 0
    told = capsys.readouterr()
    assert "A  The harbour bridge will close" in told.out
    assert "A 1 with B 1  Verbatim" in told.out
    assert "\nBy words: Words in shared runs " in told.out
    assert "\nBy class, all words of a sentence counted to its class:\n" in told.out
    assert "B: three · A: four" in told.out
    assert "Snow fell on the passes" in told.out
    assert "\x1b" not in told.out
    assert told.err == ""


def test_the_summary_says_how_to_examine_what_likely_derives_from_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = seeds.paths()
    source, rewrite = str(paths[4]), str(paths[2])
    line = f"A is under examination because it is named first. To examine B instead: --subject {rewrite}\n"
    assert main(["compare", source, rewrite]) == 0
    assert line in capsys.readouterr().out
    assert main(["compare", source, rewrite, "--subject", source]) == 0
    assert "--subject" not in capsys.readouterr().out, "somebody chose it"
    assert main(["compare", rewrite, source]) == 0
    assert "--subject" not in capsys.readouterr().out


def test_the_summary_has_colour_on_a_terminal_unless_refused(
    articles: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["compare", *articles[:2]]) == 0
    assert "\x1b[1;31mVerbatim" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["compare", *articles[:2]]) == 0
    assert "31mVerbatim" not in capsys.readouterr().out


def test_article_text_is_neither_markup_nor_terminal_control(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = "The [bold]harbour[/bold] bridge \x1b]0;owned\x07 will close :warning: for repairs on Monday, they said.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(odd, encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    told = capsys.readouterr().out
    assert "[bold]harbour[/bold]" in told
    assert ":warning:" in told
    assert "\x1b" not in told
    assert "\x07" not in told


def test_inspect_lists_files_in_order_with_what_failed(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.txt")
    assert main(["inspect", articles[0], missing, articles[2], "--json", "-"]) == 1
    told = capsys.readouterr()
    first, second, third = json.loads(told.out)
    assert (first["path"], third["path"]) == (articles[0], articles[2])
    assert second == {"path": missing, "error": second["error"]}
    assert "missing.txt" in second["error"]
    assert "missing.txt" in told.err
    Draft202012Validator({"$ref": "#/$defs/reading", "$defs": SCHEMA["$defs"]}).validate(first)
    assert [REWRITE[s["start"] : s["end"]] for s in first["sentences"]][2] == "Local bakers expect to sell fewer rolls."


def test_inspect_shows_sentences_and_quotations(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", articles[1]]) == 0
    told = capsys.readouterr().out
    assert "3 body" in told
    assert "Quotation of Ines Okoro" in told


@pytest.mark.parametrize("command", ["", "compare", "batch", "judge", "inspect"])
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "examples:" in told
    assert f"cognate {command}".strip() in told


def test_help_explains_every_setting() -> None:
    from dataclasses import fields  # noqa: PLC0415 - beside its only use

    from core.options import Options  # noqa: PLC0415 - beside its only use

    told = parsers()["compare"].format_help()
    assert all(f.name in told and f.metadata["why"] in told for f in fields(Options))


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"cognate {core.__version__}\n"


def test_without_a_display_the_command_line_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    told = capsys.readouterr().err
    assert "cognate compare" in told
    assert told.count("\n") == 1


def test_files_without_a_command_open_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []
    desk = ModuleType("desktop.__main__")

    def fake_main(argv: list[str]) -> int:
        opened.append(argv)
        return 0

    desk.main = fake_main  # type: ignore[attr-defined] # a module made by hand
    monkeypatch.setitem(sys.modules, "desktop.__main__", desk)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    paths = [str(path) for path in seeds.paths()]
    assert main(paths) == 0
    assert main([]) == 0
    assert opened == [paths, []]


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    program = "import sys; from core.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "inspect", *map(str, seeds.paths() * 4), "--json", "-"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")
