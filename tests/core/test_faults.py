"""What is told of a fault holds no word of anybody's, whichever stage it comes from."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from core import faults
from core.report.formats import Format

ROOT = Path(__file__).parents[2]
CANARY = "zebrafinch"
TEXT = f"""The {CANARY} closes at noon

LONDON (Reuters) - The {CANARY} in the harbour closes at noon, officials said on Monday.

"We love the {CANARY}," said Ann Lee. Nobody was hurt in 2021, police said.
"""


def failing(words: str) -> Exception:
    """Return an error that went through a module of ours, with words in it and in what caused it."""
    try:
        try:
            faults._place(words, None)  # type: ignore[arg-type] # a fault of ours
            import_module("core.ingest").pasted(None)
        except TypeError as error:
            raise ValueError(words) from error
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_is_told_by_its_kind_and_places() -> None:
    told = faults.described(failing(CANARY))
    assert told.splitlines()[0] == "ValueError"
    assert "caused by TypeError" in told
    assert "  core/ingest/reader.py:" in told
    assert CANARY not in told


def test_a_report_names_versions_and_no_words() -> None:
    report = faults.report(failing(CANARY))
    assert report.startswith("Cognate ")
    assert "Python 3." in report
    assert CANARY not in report
    assert str(Path.home()) not in report
    assert str(ROOT) not in report


def test_an_endless_recursion_is_told_in_some_lines() -> None:
    def again(depth: int) -> int:
        return again(depth + 1)

    with pytest.raises(RecursionError) as caught:
        again(0)
    assert len(faults.report(caught.value).splitlines()) < 60


STAGES = (
    ("core.pipeline:segment", "BufferError"),
    ("core.pipeline:align_link", "BufferError"),
    ("core.ingest.reader:read_plain", "BufferError"),
    ("core.report.formats:csv_files", "ValueError"),
    ("core.report.html:render_html", "ValueError"),
    ("core.report.docx:render_docx", "BufferError"),
    ("core.report.pdf:render_pdf", "ValueError"),
    ("core.case.rows:encoded", "BufferError"),
)
"""What fails, and with what: some is a refusal of one format, the others end the run."""
FAILS = """
import sys
from importlib import import_module
import core.cli

def fail(*given, **named):
    raise {kind}({words!r} + repr(given)[:2000])

module, name = {stage!r}.split(":")
setattr(import_module(module), name, fail)
sys.exit(core.cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("stage", "kind"), STAGES)
def test_no_stage_tells_the_words_that_it_failed_with(stage: str, kind: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(TEXT, "utf-8")
    other.write_text(TEXT + f"Another {CANARY} was seen.\n", "utf-8")
    exports = [
        word for form in Format if form is not Format.CSV for word in (f"--{form.value}", f"report.{form.value}")
    ]
    command = ["compare", one, other, *exports, "--csv", "tables", "--case", "case.cognate"]
    done = subprocess.run(
        [sys.executable, "-c", FAILS.format(kind=kind, words=CANARY, stage=stage), *map(str, command)],
        cwd=tmp_path,
        env={"PATH": "/usr/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"{kind} in core/" in done.stderr or f"{kind}\n  core/" in done.stderr
    assert CANARY not in done.stderr, done.stderr


def test_the_command_line_tells_a_fault_shortly(tmp_path: Path) -> None:
    (path := tmp_path / "one.txt").write_text(TEXT, "utf-8")
    program = FAILS.format(kind="BufferError", words=CANARY, stage="core.ingest.reader:read_plain")
    done = subprocess.run(
        [sys.executable, "-c", program, "inspect", str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Cognate stopped because of a fault of its own. Please report it:\nCognate ")
    assert "BufferError\n" in done.stderr
    assert "  core/ingest/reader.py:" in done.stderr


def test_no_logger_of_ours_keeps_an_error_with_its_words() -> None:
    for path in (*(ROOT / "core").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")):
        text = path.read_text("utf-8")
        assert "exc_info" not in text, path
        assert "_log.exception(" not in text, path
