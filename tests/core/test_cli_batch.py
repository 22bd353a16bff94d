"""Many pairs: order, failures that do not stop the rest, several processes, single sentences."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import core
import seeds
from core.cli import main
from core.commands.answer import Answer
from core.commands.batch import in_processes
from core.commands.judge import answers
from core.commands.pairs import Asked, Given, Unusable, read_pairs
from core.commands.worker import compare
from core.errors import CognateError, EncoderError, UsageError
from core.options import Options
from core.similarity.encoder import Encoder, default_encoder
from core.similarity.vectors import Encoded
from core.timings import Stage, Timings

ROOT = Path(core.__file__).resolve().parent.parent
SCHEMA = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
A = "The mayor of Lund opened the new tram line on Friday. It runs every ten minutes."
B = "The mayor of Lund opened the new tram line on Friday. Fares stay as they are."


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("batch_work")


def lines(told: str) -> list[Any]:
    return [json.loads(line) for line in told.splitlines()]


def pairs_file(folder: Path, *rows: object) -> str:
    path = folder / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_a_line_for_each_pair_in_order_and_failures_between(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(A, encoding="utf-8")
    path = pairs_file(
        tmp_path,
        {"id": "first", "a": str(article), "b": {"text": B}},
        {"id": 2, "a": str(tmp_path / "missing.txt"), "b": {"text": B}},
        {"id": "third", "a": {"text": A}},
        "not an object",
        {"id": [5], "a": {"text": A}, "b": {"text": B}},
        {"a": {"text": A}, "b": {"text": A}},
    )
    assert main(["batch", path]) == 1
    told = lines(capsys.readouterr().out)
    assert [line["id"] for line in told] == ["first", 2, "third", "4", "5", "6"]
    assert ["error" in line for line in told] == [False, True, True, True, True, False]
    assert "missing.txt" in told[1]["error"]
    Draft202012Validator(SCHEMA).validate(told[0])
    assert told[0]["subject"] == "a1"
    assert told[5]["articles"][0]["scores"]["derivation"] == "wholly"


def test_a_tsv_takes_line_numbers_as_ids(tmp_path: Path) -> None:
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    asked, out = tmp_path / "pairs.tsv", tmp_path / "out.jsonl"
    asked.write_text(f"\ufeff{a}\t{b}\r\n\n{a}\n{b}\t{a}\n", encoding="utf-8")
    assert main(["batch", str(asked), "--jsonl", str(out)]) == 1
    told = lines(out.read_text(encoding="utf-8"))
    assert [line["id"] for line in told] == ["1", "3", "4"]
    assert "error" in told[1]
    assert told[2]["articles"][0]["path"] == str(b)


def test_two_processes_say_the_same_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = seeds.paths()
    asked = tmp_path / "pairs.tsv"
    asked.write_text(f"{paths[2]}\t{paths[4]}\n{paths[0]}\tnowhere.txt\n{paths[3]}\t{paths[0]}\n", encoding="utf-8")
    assert main(["batch", str(asked)]) == 1
    alone = capsys.readouterr().out
    assert main(["batch", str(asked), "--jobs", "2"]) == 1
    assert lines(capsys.readouterr().out) == lines(alone)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_time_of_every_stage_is_told_when_asked(
    jobs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pairs_file(tmp_path, *[{"a": {"text": A}, "b": {"text": B}}] * 3, "odd")
    assert main(["batch", path, "--jobs", jobs, "--timings"]) == 1
    told = capsys.readouterr()
    assert len(lines(told.out)) == 4
    head, *rows, slowest = told.err.splitlines()
    assert head.split() == ["stage", "seconds", "a", "pair"]
    table = {stage: (float(total), float(each)) for stage, total, each in (row.rsplit(maxsplit=2) for row in rows)}
    assert {Stage.SENTENCES, Stage.EVIDENCE, Stage.LINKING, Stage.DIVERGENCES, Stage.WRITING, "together"} <= set(table)
    assert list(table)[:-1] == [stage.value for stage in Stage if stage in table]
    together, each = table.pop("together")
    assert together == pytest.approx(sum(total for total, _ in table.values()), abs=0.01)
    assert each == pytest.approx(together / 4, abs=0.001)
    assert re.fullmatch(r"the slowest is pair [123]: \d+\.\d{3}", slowest)


def test_the_process_that_hands_out_pairs_loads_nothing_heavy(tmp_path: Path) -> None:
    path = pairs_file(tmp_path, {"a": {"text": A}, "b": {"text": B}})
    program = """
import sys
from core.cli import main
code = main()
print(*{"numpy", "nltk", "onnxruntime", "rich", "typst"} & set(sys.modules), file=sys.stderr)
sys.exit(code)
"""
    command = [sys.executable, "-c", program, "batch", path, "--jobs", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(lines(done.stdout)) == 1
    assert done.stderr.split() == []


def test_why_the_encoder_is_not_used_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Encoder(tmp_path / "none.onnx", tmp_path / "none.json")
    monkeypatch.setattr("core.commands.worker.own_tools", lambda _threads: (broken, Timings()))
    assert main(["batch", pairs_file(tmp_path, *[{"a": {"text": A}, "b": {"text": B}}] * 2)]) == 0
    told = capsys.readouterr()
    assert [line["engine"]["notice"] for line in lines(told.out)] == [broken.notice] * 2
    assert told.err.count("cannot be read") == 1


def test_the_same_articles_give_the_same_bytes_in_every_process() -> None:
    """The order of a set of strings differs from process to process; no figure may hang on it."""
    paths = [str(path) for path in (seeds.paths()[2], seeds.paths()[4])]
    command = [sys.executable, "-m", "core.cli", "compare", *paths, "--json", "-"]
    told = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "3")
    }
    assert len(told) == 1


def test_answers_keep_their_order_and_all_are_given(work: ModuleType) -> None:
    asked = [Unusable(str(number), "") for number in range(30)]
    assert list(in_processes(asked, 2, work.echo)) == [Answer(str(line.id)) for line in asked]


def test_the_processes_share_one_encoder(work: ModuleType) -> None:
    asked = [Unusable(str(number), "") for number in range(6)]
    spawned = sys.platform != "linux"  # then each loads its own, when it needs one
    assert {answer.failed for answer in in_processes(asked, 2, work.has_encoder)} == {spawned}


def test_a_process_that_dies_fails_its_pair_only(work: ModuleType) -> None:
    asked = [Unusable(name, "") for name in ("1", "2", work.DEADLY, "4", "5", "6")]
    told = list(in_processes(asked, 2, work.sometimes_dies))
    assert [answer.failed for answer in told] == [False, False, True, False, False, False]
    assert json.loads(told[2].text)["id"] == work.DEADLY


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
def test_the_processes_end_with_the_one_that_started_them(how: str) -> None:
    program = """
import sys
sys.path.insert(0, sys.argv[1])
import batch_work
from core.commands.batch import in_processes
from core.commands.pairs import Unusable
if __name__ == "__main__":
    asked = [Unusable(i, "") for i in ("1", *[batch_work.ENDLESS] * 4)]
    for answer in in_processes(asked, 2, batch_work.sometimes_endless):
        print(answer.text, flush=True)
"""
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "1\n"
        process.send_signal(signal.Signals[how])
        # Every process holds the other end of these pipes: they close when the last one is gone.
        told, _ = process.communicate(timeout=20)
    assert (told, process.returncode) == ("", -signal.Signals[how])


def test_pairs_are_read_as_they_are_needed(work: ModuleType) -> None:
    drawn: list[int] = []

    def endless() -> Any:
        number = 0
        while True:
            drawn.append(number)
            yield Unusable(number, "")
            number += 1

    answers = in_processes(endless(), 1, work.echo)
    assert [next(answers).text for _ in range(3)] == ["0", "1", "2"]
    answers.close()
    assert len(drawn) < 50


def test_judge_tells_class_confidence_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pairs_file(
        tmp_path,
        {"id": "same", "a": {"text": "The bridge closed on Monday."}, "b": {"text": "The bridge closed on Monday."}},
        {"id": "empty", "a": {"text": " "}, "b": {"text": "The bridge closed on Monday."}},
        {"id": "far", "a": {"text": "The bridge closed on Monday."}, "b": {"text": "Bakers sold fewer rolls in May."}},
        {"id": "odd", "a": {"text": "?!"}, "b": {"text": "…"}},
    )
    assert main(["judge", path]) == 1
    same, empty, far, odd = lines(capsys.readouterr().out)
    judgement = Draft202012Validator({"$ref": "#/$defs/judgement", "$defs": SCHEMA["$defs"]})
    for line in (same, far, odd):
        judgement.validate(line)
        assert (line["class"] in ("same_fact", "unrelated")) is (line["confidence"] < 0.5)
    assert same["class"] == "verbatim"
    assert all(how == "same" for *_, how in same["alignment"])
    assert set(empty) == {"id", "error"}
    assert far["class"] in ("same_fact", "unrelated")


class Balking(Encoder):
    """The encoder of this installation, which refuses some texts."""

    def __init__(self) -> None:
        usual = default_encoder()
        super().__init__(usual._model_file, usual._tokenizer_file)

    def encode(self, texts: Sequence[str], going_on: Callable[[], None] = lambda: None) -> list[Encoded]:
        if any("poison" in text for text in texts):
            raise EncoderError("The encoder balks.", "Try other words.")
        if any("flood" in text for text in texts):
            raise MemoryError
        return super().encode(texts, going_on)


def test_a_pair_that_the_engine_refuses_fails_alone() -> None:
    texts = [("It rained.", "It rained."), ("It was poison.", "It rained."), ("A flood.", "It rained."), ("So.", "So.")]
    asked = [Asked(n, Given(text=a), Given(text=b)) for n, (a, b) in enumerate(texts)]
    errors = {1: "The encoder balks. Try other words.", 2: "There is not enough memory for this."}
    judged = list(answers(asked, Options(), Balking()))
    assert [line["id"] for line in judged] == [0, 1, 2, 3]
    assert {line["id"]: line["error"] for line in judged if "error" in line} == errors
    assert judged[0]["class"] == judged[3]["class"] == "verbatim"
    compared = [compare(line, Options(), Balking(), Timings()) for line in asked]
    assert [answer.failed for answer in compared] == [False, True, True, False]
    assert json.loads(compared[1].text) == {"id": 1, "error": errors[1]}


def test_half_a_surrogate_pair_is_written_as_its_escape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pairs_file(tmp_path, {"a": {"text": "The mayor \ud800 resigned."}, "b": {"text": "The mayor resigned."}})
    assert main(["batch", path]) == 0
    assert lines(capsys.readouterr().out)[0]["articles"][0]["text"] == "The mayor \ud800 resigned."


@pytest.mark.parametrize("name", ["pairs.csv", "pairs"])
def test_another_kind_of_file_is_wrong_usage(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", name]) == 2
    assert name in capsys.readouterr().err


def test_a_missing_file_of_pairs_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_no_process_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["batch", pairs_file(tmp_path), "--jobs", "0"]) == 2


def test_results_never_fall_on_the_pairs(tmp_path: Path) -> None:
    path = pairs_file(tmp_path, {"a": {"text": A}, "b": {"text": B}})
    assert main(["batch", path, "--jsonl", path]) == 2
    assert Path(path).stat().st_size > 0


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    fifo = tmp_path / "pairs.jsonl"
    os.mkfifo(fifo)
    program = "import sys; from core.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "batch", str(fifo)]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        fifo.open("w", encoding="utf-8") as feed,
    ):
        feed.write(json.dumps({"id": 1, "a": {"text": A}, "b": {"text": B}}) + "\n")
        feed.flush()
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["id"] == 1
        out, err = _interrupted(process)
    assert (process.returncode, out, err) == (130, "", "")


def _interrupted(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Press Ctrl-C, again where the first one fell into a place that Python cannot leave."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("ten times Ctrl-C did not end it")


def test_a_path_that_is_not_utf8_is_kept_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_bytes(b"caf\xe9.txt\tb.txt\n")
    (asked,) = read_pairs(str(tmp_path / "pairs.tsv"))
    assert isinstance(asked, Asked)
    assert asked.a == Given(path=os.fsdecode(b"caf\xe9.txt"))


@given(st.binary(max_size=200), st.sampled_from(["pairs.tsv", "pairs.jsonl"]))
def test_no_file_of_pairs_stops_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("pairs") / name
    path.write_bytes(content)
    read = list(read_pairs(str(path)))
    assert len(read) == sum(bool(line.strip()) for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"))


def test_the_reader_says_what_it_cannot_open(tmp_path: Path) -> None:
    with pytest.raises(CognateError, match="folder"):
        list(read_pairs(str(tmp_path / "folder.tsv")))
    with pytest.raises(UsageError):
        list(read_pairs("x.txt"))
