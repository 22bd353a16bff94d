"""What is said while articles are read and first compared."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from core.errors import ArticleError
from core.model import Document
from core.pipeline import analyse
from core.similarity.encoder import default_encoder
from desktop.intake import FileState, FileStatus
from desktop.models.importing import (
    Run,
    Step,
    advanced,
    done_with,
    file_row,
    line,
    pair_at,
    pairs_done,
    step_bars,
    time_left,
    title,
)
from desktop.models.importing_model import FileModel, FileRole

READY, WAITING, READING, FAILED = FileStatus.READY, FileStatus.WAITING, FileStatus.READING, FileStatus.FAILED
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")
ALL = tuple(FileState(i, name, READY, 11 + i) for i, name in enumerate(NAMES))
ERROR = ArticleError("/in/scan.pdf", "“/in/scan.pdf” is a PDF.", "Save it as text and add that.")
BAD = FileState(5, "scan.pdf", FAILED, error=ERROR, replaceable=True)
TWICE = FileState(6, "a.txt", FAILED, error=ArticleError("/in/a.txt", "“a.txt” is in the case already."))


def at(step: Step, share: float) -> Run:
    return Run(step, share)


class Heard:
    """Writes down what a run reports."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float]] = []

    def step(self, stage: str, done: float) -> None:
        self.told.append((stage, done))


def test_the_pipeline_reports_what_this_screen_knows(tmp_path: Path) -> None:
    texts = ("The harbour closes at noon. Gulls return.", "Bakers met in the hall.", "Noon is when the harbour closes.")
    documents = [Document(f"{n}.txt", str(n), text) for n, text in enumerate(texts)]
    heard = Heard()
    analysis = analyse(documents, None, heard, encoder=default_encoder(tmp_path))
    run = Run()
    steps: list[Step] = []
    for stage, done in heard.told:
        run = advanced(run, stage, done, 0.0)
        assert run.phrase == stage
        assert 0.0 <= run.share <= 1.0
        if not steps or steps[-1] is not run.step:
            steps.append(run.step)
            assert run.share == 0.0 or stage == "Reading the sentences’ meaning"
    assert steps == [Step.FIND, Step.MEANING, Step.LINK, Step.WORDS]
    order = [{p.a, p.b} for p in analysis.pairs]
    assert order == [{a.id, b.id} for a, b in combinations(analysis.articles, 2)]


def test_what_the_intake_says_is_reading_and_other_phrases_keep_the_step() -> None:
    run = advanced(Run(), "Reading my file.txt", 0.4, 1.0)
    assert (run.step, run.share) == (Step.READ, 0.4)
    assert advanced(run, "Articles read", 1.0, 1.0).share == 1.0
    assert advanced(run, "Starting", 0.0, 1.0).share == 0.4
    assert advanced(run, "Loading the language model", 0.0, 5.0).began == 5.0
    assert advanced(run, "Reading other.txt", 0.5, 5.0).began == run.began


@pytest.mark.parametrize("count", [2, 3, 5, 9])
def test_pairs_are_counted_in_the_order_of_combinations(count: int) -> None:
    pairs = list(combinations(range(count), 2))
    assert [pair_at(n, count) for n in range(len(pairs))] == pairs
    for done in range(len(pairs) + 1):
        for article in range(count):
            assert done_with(article, done, count) == sum(article in pair for pair in pairs[:done])
    for done in range(len(pairs)):
        assert pairs_done(at(Step.LINK, done / len(pairs)), count) == done
    assert pairs_done(at(Step.LINK, 1.0), count) == len(pairs) - 1


def test_steps_before_are_full_and_those_to_come_empty() -> None:
    bars = step_bars(at(Step.MEANING, 0.64))
    assert [b.share for b in bars] == [1.0, 1.0, 0.64, 0.0, 0.0]
    assert [b.current for b in bars] == [False, False, True, False, False]
    done = step_bars(Run(finished=True))
    assert [b.share for b in done] == [1.0] * 5
    assert not any(b.current for b in done)


def test_the_title_says_what_goes_on() -> None:
    waiting = [FileState(i, name, WAITING) for i, name in enumerate(NAMES)]
    assert title((), Run()) == "Reading articles"
    assert title([*waiting, BAD], Run()) == "Reading 5 articles"
    assert title([*ALL, BAD], at(Step.LINK, 0.5)) == "Comparing 5 articles"
    assert title([*ALL, BAD], Run(finished=True)) == "5 articles compared"
    assert title(ALL[:1], Run(finished=True)) == "1 article read"
    assert title([BAD], Run(finished=True)) == "No article could be read"


def test_the_line_says_what_is_done_just_now() -> None:
    states = [ALL[0], FileState(1, "b\n\u202e.txt", READING), FileState(2, "c.txt", WAITING)]
    assert line(states, at(Step.READ, 0.3), 0.0) == "File 2 of 3, b \ufffd.txt."
    assert line(ALL, Run(Step.FIND, 0.5, "Finding sentences"), 0.0) == "Finding sentences."
    meaning = Run(Step.MEANING, 0.4, "Reading the sentences’ meaning")
    assert line(ALL, meaning, 0.0) == "Reading the sentences’ meaning, 40%."
    assert line(ALL, at(Step.LINK, 0.0), 0.0) == "Pair 1 of 10, A with B."
    assert line(ALL, at(Step.WORDS, 0.9), 6.0) == "Pair 10 of 10, D with E. About 1 second left."
    assert line(ALL, Run(finished=True), 9.0) == ""
    assert line(ALL[:1], Run(Step.WORDS, 0.5, "Comparing words"), 0.0) == "Comparing words."


def test_time_left_is_told_once_there_is_a_rate() -> None:
    half = Run(Step.LINK, 0.5, began=10.0)
    assert time_left(half, 11.9) == ""
    assert time_left(half, 12.0) == "About 2 seconds left in this step."
    assert time_left(half, 33.0) == "About 25 seconds left in this step."
    assert time_left(Run(Step.WORDS, 0.5), 300.0) == "About 5 minutes left."
    assert time_left(Run(Step.WORDS, 0.0), 300.0) == ""
    assert time_left(Run(Step.WORDS, 1.0), 300.0) == ""


def test_a_file_waits_is_read_and_is_compared() -> None:
    wait = file_row(FileState(0, "a.txt", WAITING), 0, 0, Run())
    assert (wait.letter, wait.state, wait.share) == ("", "Waiting", 0.0)
    assert file_row(FileState(0, "a.txt", READING), 0, 0, Run()).state == "Reading"
    read = file_row(ALL[0], 0, 5, at(Step.MEANING, 0.5))
    assert (read.letter, read.state, read.good) == ("A", "Read, 11 sentences", False)
    linking = [file_row(s, i, 5, at(Step.LINK, 0.6)) for i, s in enumerate(ALL)]  # pair 7: B with E
    assert [r.state for r in linking] == [
        "Linked with 4 of 4",
        "Linking with E",
        "Linked with 2 of 4",
        "Linked with 2 of 4",
        "Linking with B",
    ]
    comparing = [file_row(s, i, 5, at(Step.WORDS, 0.6)) for i, s in enumerate(ALL)]
    assert [r.state for r in comparing][:3] == ["Ready, 11 sentences", "Comparing with E", "Compared with 2 of 4"]
    assert [r.good for r in comparing] == [True, False, False, False, False]
    assert comparing[0].spoken == "A, a.txt: Ready, 11 sentences"


def test_a_files_bar_never_goes_back() -> None:
    runs = [at(Step.READ, 1.0), at(Step.MEANING, 0.9)]
    runs += [at(step, n / 10) for step in (Step.LINK, Step.WORDS) for n in range(11)]
    runs.append(Run(finished=True))
    for rank, state in enumerate(ALL):
        shares = [file_row(state, rank, 5, run).share for run in runs]
        assert shares == sorted(shares)
        assert shares[-1] == 1.0


def test_a_bad_file_says_why_and_what_to_do() -> None:
    row = file_row(BAD, 0, 5, Run())
    assert (row.bad, row.state, row.path) == (True, "Not read", "/in/scan.pdf")
    assert row.trouble == "“scan.pdf” is a PDF. Save it as text and add that."
    assert row.spoken.endswith("Enter pastes text in its place. Delete skips it.")
    assert "pastes" not in file_row(TWICE, 0, 5, Run()).spoken


def test_the_model_keeps_files_in_order_and_gives_letters_to_those_that_are_read(qapp: QApplication) -> None:
    del qapp
    model = FileModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.begin(["folder"])
    for state in (BAD, ALL[0], ALL[2], FileState(1, "b.txt", WAITING), ALL[3]):
        model.tell_file(state)
    assert [s.place for s in model.states] == [0, 1, 2, 3, 5]
    assert [model.row(n).letter for n in range(5)] == ["A", "", "B", "C", ""]
    model.tell_file(ALL[1])
    assert [model.row(n).letter for n in range(5)] == ["A", "B", "C", "D", ""]
    index = model.index(4)
    assert index.data(FileRole.SORT) == 5
    assert "is a PDF" in index.data(Qt.ItemDataRole.ToolTipRole)
    model.set_run(at(Step.LINK, 0.0))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == model.row(4).spoken
    model.forget("/in/scan.pdf")
    model.forget("/in/none")
    assert model.rowCount() == 4
    assert model.data(model.index(9, 0)) is None
