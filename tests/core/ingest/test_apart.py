import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec import msgpack

from core import cli
from core.errors import ArticleError
from core.ingest import children, limits, messages
from core.ingest.apart import Wait, read_apart
from core.ingest.kinds import Kind
from core.ingest.source import Source
from desktop import __main__ as desktop_main

ROOT = Path(__file__).resolve().parents[3]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system's own limits")
_ASTRAY = (
    "import sys; sys.path[:] = sys.argv[1:]; from core.ingest import apart_worker; from tests.core.ingest import "
    "wrongdoers; apart_worker.reader_of = lambda kind: wrongdoers.read; sys.exit(apart_worker.main())"
)


@pytest.fixture(autouse=True)
def _led_astray(monkeypatch):
    """Let the process that reads use readers that misbehave."""
    children.end_all()
    monkeypatch.setattr(children, "_START", _ASTRAY)
    yield
    children.end_all()


def source(words):
    return Source("story.rtf", words.encode(), "0" * 64)


def said(words, seconds=12.0):
    return read_apart(Kind.RTF, source(words), Wait(until=time.monotonic() + seconds)).text


def failure(words, seconds=12.0):
    with pytest.raises(ArticleError) as caught:
        said(words, seconds)
    assert caught.value.path == "story.rtf"
    assert caught.value.remedy.endswith(".")
    assert "secret" not in str(caught.value)
    return caught.value.what


@pytest.mark.parametrize("act", ["hangs", "spins"])
def test_a_reader_that_does_not_end_is_ended(act):
    start = time.monotonic()
    assert failure(act, seconds=1.0) == "“story.rtf” took too long to read."
    assert time.monotonic() - start < 5
    assert children.kept() is None


@on_linux
def test_memory_is_bounded():
    assert failure("eats") == "“story.rtf” needs more memory than an article should."


@pytest.mark.parametrize("act", ["breaks", "raises", "beyond"])
def test_a_reader_that_breaks_down_is_one_sentence(act):
    assert failure(act) == "“story.rtf” made its reader stop."


def test_the_next_file_is_read_by_a_fresh_process():
    before = said("again")
    assert said("again") == before
    failure("breaks")
    assert said("again") != before


def test_what_a_reader_prints_goes_nowhere():
    assert said("prints") == "It printed."
    assert said("prints") == "It printed."


@on_linux
@pytest.mark.parametrize("act", ["connects", "starts", "kills", "signals", "limits"])
def test_the_network_programs_and_other_processes_are_out_of_reach(act):
    assert said(act) == "refused: PermissionError"


@on_linux
def test_no_file_is_written_or_removed(tmp_path):
    kept = tmp_path / "kept"
    kept.write_bytes(b"words")
    assert said(f"writes {tmp_path / 'new'}") == "refused: PermissionError"
    assert said(f"removes {kept}") == "refused: PermissionError"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_reader_knows_little_of_its_surroundings(monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_EDITOR", "x")
    assert said("knows").split()[-1] == Path(sys.executable).anchor
    assert "SECRET" not in said("knows")


def test_halves_of_pairs_are_replaced_one_for_one():
    assert said("half") == "a \ufffd\ufffd b \ufffd c"


def test_an_answer_is_cut_to_what_a_person_reads():
    document = read_apart(Kind.RTF, source("many"), Wait())
    assert len(document.findings) == messages.MAX_FINDINGS
    assert len(document.findings[0].why) == messages.MAX_LINE
    assert len(document.notices) == messages.MAX_NOTICES
    assert document.notices[0] == "a [2Jb"
    assert "2,000 of 5,000 findings" in document.notices[-1]


def test_too_much_text_is_said_to_be():
    assert "holds more than 1,048,576 characters of text" in failure("much")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xc1",
        msgpack.encode({"type": "reading", "text": 5}),
        msgpack.encode({"type": "reading", "text": "x", "format": "program", "encoding": "utf-8"}),
        msgpack.encode({"type": "reading", "text": "x", "format": "rtf", "encoding": "\x1b[2J"}),
        msgpack.encode({"type": "reading", "text": "x" * 2_000_000, "format": "rtf", "encoding": "utf-8"}),
        msgpack.encode({"type": "other"}),
        b"\x91" * 100_000,
    ],
)
def test_an_answer_of_another_shape_is_none(answer):
    with pytest.raises(messages.BadAnswerError):
        messages.answer_of(answer)


def test_an_answer_too_long_is_not_taken_in(tmp_path):
    long = tmp_path / "answer"
    long.write_bytes((messages.MAX_ANSWER + 1).to_bytes(8, "big"))
    with long.open("rb") as pipe, pytest.raises(messages.BadAnswerError):
        messages.receive(pipe, messages.MAX_ANSWER)


class StoppedError(Exception):
    """The editor wants no more of it."""


def test_a_cancel_ends_the_reading_at_once():
    def stop():
        raise StoppedError

    start = time.monotonic()
    with pytest.raises(StoppedError):
        read_apart(Kind.RTF, source("hangs"), Wait(stop))
    assert time.monotonic() - start < 5
    assert children.kept() is None


def test_threads_read_at_the_same_time():
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(said, ["again"] * 12))
    assert all(text.startswith("process ") for text in found)
    assert len(children._idle) <= children._MOST_IDLE


def test_no_thread_is_left_waiting():
    said("again")
    failure("breaks")
    assert not [thread for thread in threading.enumerate() if thread.name == "reading apart" and thread.is_alive()]


def test_a_process_that_was_ended_while_it_waited_is_replaced():
    said("again")
    child = children.kept()
    assert child is not None
    child._process.kill()
    child._process.wait()
    children.keep(child)
    assert said("again").startswith("process ")


@on_linux
@pytest.mark.parametrize("act", ["hangs", "spins"])
def test_it_ends_with_the_program_even_in_the_midst_of_reading(act):
    program = (
        "import sys; from core.ingest import children; from core.ingest.apart import *; "
        f"children._START = {_ASTRAY!r}; print('on', flush=True); "
        f"read_apart(Kind.RTF, Source('x', b'{act}', ''), Wait())"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        reading = _child_of(process.pid)
        time.sleep(1)
        process.kill()
    until = time.monotonic() + 10
    while Path(f"/proc/{reading}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{reading}").exists()


def _child_of(pid):
    for _ in range(200):
        found = [pid for task in Path(f"/proc/{pid}/task").iterdir() for pid in (task / "children").read_text().split()]
        if found:
            return int(found[0])
        time.sleep(0.05)
    raise AssertionError("no process was started")


def test_a_packaged_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert children.command() == [sys.executable, children.READ_ARTICLES]
    assert cli._READ_ARTICLES == desktop_main.READ_ARTICLES == children.READ_ARTICLES


@pytest.mark.parametrize("module", ["core.cli", "desktop"])
def test_a_packaged_program_reads_before_anything_else_is_loaded(module):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", module, children.READ_ARTICLES],
        cwd=ROOT, input=b"", capture_output=True, check=False, env={**os.environ, "DISPLAY": ""},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"")
    loaded = {line.rpartition(b"|")[2].strip() for line in done.stderr.splitlines()}
    assert not loaded & {b"numpy", b"nltk", b"onnxruntime", b"rich", b"PySide6", b"lxml"}


def test_where_no_process_can_be_started_it_is_said(monkeypatch):
    monkeypatch.setattr(children, "command", lambda: ["/nowhere/python"])
    assert "its reader does not start" in failure("again")
    assert limits.SECONDS < 15
