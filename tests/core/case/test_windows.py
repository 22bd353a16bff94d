"""One window a case, and processes that are killed while they write."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.case.lock import refuse_if_open
from core.case.review import FindingKey, Judgement, Verdict
from core.case.trouble import OpenElsewhereError
from core.case.unsaved import create_unsaved, forget, unfinished
from core.errors import CaseError

ROOT = Path(__file__).parents[3]
KEY = FindingKey("a" * 64, "b" * 64, (0,), (1,))
VERDICT = Judgement(Verdict.DISMISS)


def starts(program: str, *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, words)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_the_second_window_is_told_and_may_read(case_path: Path, contents: CaseContents) -> None:
    with CaseFile.open(case_path) as first:
        with pytest.raises(OpenElsewhereError, match=r"^“summit\.cognate” is open in another window\. Close it there"):
            CaseFile.open(case_path)
        with pytest.raises(OpenElsewhereError):
            refuse_if_open(case_path)
        with pytest.raises(OpenElsewhereError):
            CaseFile.in_memory().save_as(case_path)
        with CaseFile.open(case_path, read_only=True) as second:
            first.keep_judgement(KEY, VERDICT)
            assert second.read().review.judgements[KEY] == VERDICT
            with pytest.raises(CaseError, match=r"may only be read\. Save the case under another name"):
                second.keep_judgement(KEY, Judgement())
            with second.save_as(case_path.with_name("copy.cognate")) as copy:
                copy.keep_judgement(KEY, Judgement())
                assert copy.read().articles == contents.articles
        assert first.read().review.judgements[KEY] == VERDICT
    refuse_if_open(case_path)


def test_a_window_on_another_computer_is_named(case_path: Path) -> None:
    with CaseFile.open(case_path):
        case_path.with_name(f".{case_path.name}.lock").write_text("desk-7\x1b[2J")
        with pytest.raises(OpenElsewhereError, match=r"in another window on the computer “desk-7\[2J”"):
            CaseFile.open(case_path)


def test_one_that_crashed_holds_no_case(case_path: Path) -> None:
    program = """
import sys, time
from core.case.file import CaseFile
case = CaseFile.open(sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""
    with starts(program, case_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(OpenElsewhereError):
            CaseFile.open(case_path)
        other.kill()
        other.wait()
    with CaseFile.open(case_path) as case:
        case.keep_judgement(KEY, VERDICT)
    assert list(case_path.parent.iterdir()) == [case_path]


WRITE_VERDICTS = """
import sys
from core.case.file import CaseFile
from core.case.review import FindingKey, Judgement, Verdict
with CaseFile.open(sys.argv[1]) as case:
    for number in range(50):
        case.keep_judgement(FindingKey("a", "b", (number,), (0,)), Judgement(Verdict.CREDIT, "why " * number))
        print(number, flush=True)
"""


@pytest.mark.parametrize("kill_after", [0, 1, 2, 4, 7, 11, 16, 22, 29, 37])
def test_killed_at_any_moment_nothing_that_was_saved_is_lost(tmp_path: Path, kill_after: int) -> None:
    path = tmp_path / "case.cognate"
    CaseFile.create(path).close()
    with starts(WRITE_VERDICTS, path) as writer:
        assert writer.stdout is not None
        for _ in range(kill_after):
            writer.stdout.readline()
        # The next write is under way now, at whatever point it is.
        time.sleep(kill_after % 4 * 0.005)
        writer.kill()
        told = kill_after + len(writer.stdout.read().splitlines())
    assert kill_after <= told <= 50
    with CaseFile.open(path) as case:
        kept = case.read().review.judgements
    assert len(kept) in (told, told + 1)
    assert all(kept[FindingKey("a", "b", (n,), (0,))] == Judgement(Verdict.CREDIT, "why " * n) for n in range(told))


def test_unfinished_cases_are_those_that_nobody_has_open(tmp_path: Path, contents: CaseContents) -> None:
    folder = tmp_path / "data" / "unsaved"
    assert unfinished(folder) == ()
    left = create_unsaved(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert left.path.stat().st_mode & 0o777 == 0o600
    left.keep_articles(contents.articles)
    assert unfinished(folder) == ()
    left.close()
    create_unsaved(folder).close()
    (folder / "note.txt").write_text("no case")
    assert unfinished(folder) == (left.path,)
    forget(left.path)
    assert unfinished(folder) == ()
