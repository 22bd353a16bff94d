"""What the import screen says while articles are read and first compared: its title, its steps, a row for each file.

Pure: states of files, reports of progress and the time in, words and shares out. Pairs come in the order in which the
pipeline takes them, which is that of ``itertools.combinations``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import PurePath

from core.errors import ArticleError
from core.model import article_letter
from core.report.phrases import flat
from desktop.intake import FileState, FileStatus
from desktop.language import tr, tr_noop
from desktop.plain import harmless

PASTED_INSTEAD, SKIPPED = tr_noop("Enter pastes text in its place."), tr_noop("Delete skips it.")
_PARTS = 3
"""Reading, linking and comparing words fill a third of a file's bar each."""
_MEASURED_FROM = 2.0
"""Seconds of a step after which its rate is told."""
_ROUNDED_FROM, _MINUTES_FROM = 10.0, 90.0
_ALMOST = 1e-6


class Step(IntEnum):
    """What the work goes through, in order."""

    READ = 0
    FIND = 1
    MEANING = 2
    LINK = 3
    WORDS = 4


STEP_NAMES = {
    Step.READ: tr_noop("Read files"),
    Step.FIND: tr_noop("Find sentences"),
    Step.MEANING: tr_noop("Read meaning"),
    Step.LINK: tr_noop("Link sentences"),
    Step.WORDS: tr_noop("Compare words"),
}
_TOLD = {
    "Articles read": (Step.READ, 0.0, 1.0),
    tr_noop("Loading the language model"): (Step.FIND, 0.0, 0.1),
    tr_noop("Finding sentences"): (Step.FIND, 0.0, 0.1),
    tr_noop("Finding articles that are alike"): (Step.MEANING, 0.1, 0.6),
    tr_noop("Reading the sentences’ meaning"): (Step.MEANING, 0.1, 0.6),
    tr_noop("Linking sentences"): (Step.LINK, 0.6, 0.8),
    tr_noop("Comparing words"): (Step.WORDS, 0.8, 1.0),
}
"""What the intake and the pipeline say, which step that is, and where it begins and ends in the whole."""
_READING = "Reading "
"""So begins what the intake says of each file."""


@dataclass(frozen=True, slots=True)
class Run:
    """How far the work is: the step, its share (0 … 1), and when it began, in seconds of any one clock."""

    step: Step = Step.READ
    share: float = 0.0
    phrase: str = ""
    began: float = 0.0
    finished: bool = False


@dataclass(frozen=True, slots=True)
class StepBar:
    """One step as it is shown."""

    name: str
    share: float
    current: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file as it is shown."""

    place: int
    letter: str
    name: str
    share: float
    state: str
    good: bool = False
    bad: bool = False
    trouble: str = ""
    path: str = ""
    """What to call a file that could not be read when something is to be done about it."""
    replaceable: bool = False

    @property
    def spoken(self) -> str:
        """Return the row as it is read out."""
        head = f"{self.letter}, {self.name}" if self.letter else self.name
        if not self.bad:
            return f"{head}: {self.state}"
        keys = f"{tr(PASTED_INSTEAD)} {tr(SKIPPED)}" if self.replaceable else tr(SKIPPED)
        return f"{head}: {self.state}. {self.trouble} {keys}"


def stage_said(stage: str) -> str:
    """Return a stage of the intake or the engine as the desktop says it."""
    if stage.startswith(_READING):
        return tr("Reading {name}").format(name=stage.removeprefix(_READING))
    return tr(stage)


def advanced(run: Run, stage: str, done: float, now: float) -> Run:
    """Return the run after a report of progress; what is no step of its own only changes the phrase."""
    known = _TOLD.get(stage)
    if known is None and stage.startswith(_READING):
        known = (Step.READ, 0.0, 1.0)
    if known is None:
        return replace(run, phrase=stage)
    step, start, end = known
    share = min(1.0, max(0.0, (done - start) / (end - start)))
    began = run.began if step is run.step and not run.finished else now
    return Run(step, share, stage, began)


def step_bars(run: Run) -> tuple[StepBar, ...]:
    """Return the steps: those before are full, those to come empty."""

    def share(step: Step) -> float:
        if run.finished or step < run.step:
            return 1.0
        return run.share if step is run.step else 0.0

    return tuple(StepBar(tr(STEP_NAMES[step]), share(step), step is run.step and not run.finished) for step in Step)


def title(states: Sequence[FileState], run: Run) -> str:
    """Return what is going on, in a few words."""
    read = sum(state.status is FileStatus.READY for state in states)
    if run.finished:
        if not read:
            return tr("No article could be read")
        return tr("1 article read") if read == 1 else tr("{n} article(s) compared", "", read)
    if run.step is not Step.READ:
        return tr("Comparing {n} article(s)", "", read)
    hoped = sum(state.status is not FileStatus.FAILED for state in states)
    return tr("Reading {n} article(s)", "", hoped) if hoped else tr("Reading articles")


def line(states: Sequence[FileState], run: Run, now: float) -> str:
    """Return in one line what is being done just now, and how long its step takes yet where that is known."""
    left = "" if run.finished else time_left(run, now)
    return f"{_doing(states, run)} {left}".strip()


def _doing(states: Sequence[FileState], run: Run) -> str:
    if run.finished:
        return ""
    if run.step is Step.READ:
        at = next((i for i, state in enumerate(states) if state.status is FileStatus.READING), None)
        return (
            ""
            if at is None
            else tr("File {at:,} of {states:,}, {name}.").format(at=at + 1, states=len(states), name=_name(states[at]))
        )
    if run.step is Step.MEANING:
        return f"{stage_said(run.phrase)}, {run.share:.0%}."
    count = sum(state.status is FileStatus.READY for state in states)
    if run.step in (Step.LINK, Step.WORDS) and count > 1:
        pairs = _pairs(count)
        done = pairs_done(run, count)
        one, other = (article_letter(i) for i in pair_at(done, count))
        return tr("Pair {done:,} of {pairs:,}, {one} with {other}.").format(
            done=done + 1, pairs=pairs, one=one, other=other
        )
    return f"{stage_said(run.phrase)}." if run.phrase else ""


def time_left(run: Run, now: float) -> str:
    """Return how long the step takes yet at the rate measured so far, nothing before that can be told."""
    took = now - run.began
    if took < _MEASURED_FROM or not 0.0 < run.share < 1.0:
        return ""
    seconds = took * (1 - run.share) / run.share
    if seconds >= _MINUTES_FROM:
        said = tr("{n} minute(s)", "", round(seconds / 60))
    else:
        said = tr("{n} second(s)", "", max(1, round(seconds / 5) * 5 if seconds >= _ROUNDED_FROM else round(seconds)))
    about = tr("About {said} left.") if run.step is Step.WORDS else tr("About {said} left in this step.")
    return about.format(said=said)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def pairs_done(run: Run, count: int) -> int:
    """Return how many pairs of ``count`` articles the present step is through; the last stays open till the end."""
    return min(max(0, _pairs(count) - 1), int(run.share * _pairs(count) + _ALMOST))


def pair_at(number: int, count: int) -> tuple[int, int]:
    """Return the places of the two articles of a pair, both from 0."""
    first = 0
    while number >= count - 1 - first:
        number -= count - 1 - first
        first += 1
    return first, first + 1 + number


def done_with(article: int, pairs: int, count: int) -> int:
    """Return how many of the first ``pairs`` pairs hold an article."""
    as_second = sum(_row_start(first, count) + article - first - 1 < pairs for first in range(article))
    as_first = min(count - 1 - article, max(0, pairs - _row_start(article, count)))
    return as_second + as_first


def _row_start(first: int, count: int) -> int:
    """Return the number of the first pair that begins with an article."""
    return first * (2 * count - first - 1) // 2


def file_row(state: FileState, rank: int, count: int, run: Run) -> FileRow:
    """Return a file's row; ``rank`` is its place among the ``count`` articles that were read, if it is one of them."""
    name = _name(state)
    if state.status is FileStatus.FAILED:
        error = state.error
        return FileRow(
            state.place,
            "",
            name,
            0.0,
            tr("Not read"),
            bad=True,
            trouble=_trouble(error) if error else "",
            path=error.path if error else "",
            replaceable=state.replaceable,
        )
    if state.status is not FileStatus.READY:
        reading = state.status is FileStatus.READING
        return FileRow(state.place, "", name, 0.0, tr("Reading") if reading else tr("Waiting"))
    share, said = _compared(rank, count, run)
    size = tr("{n} sentence(s)", "", state.sentences)
    ready = share >= 1.0
    words = said or ", ".join([tr("Ready") if ready else tr("Read"), size])
    return FileRow(state.place, article_letter(rank), name, share, words, good=ready)


def _trouble(error: ArticleError) -> str:
    """Return what is wrong and what to do; a file is called by its name, for its folder says nothing here."""
    said = str(error).replace(error.path, PurePath(error.path).name) if PurePath(error.path).name else str(error)
    return flat(harmless(said))


def _compared(rank: int, count: int, run: Run) -> tuple[float, str]:
    """Return how much of an article's bar is full, and what is being done with it where it is not merely read."""
    if run.finished:
        return 1.0, ""
    if run.step < Step.LINK or count <= 1:
        return 1 / _PARTS, ""
    at = pairs_done(run, count)
    others, linking = count - 1, run.step is Step.LINK
    done = others if run.share >= 1.0 else done_with(rank, at, count)
    share = (1 + (0 if linking else 1) + done / others) / _PARTS
    pair = pair_at(at, count)
    if rank in pair and run.share < 1.0:
        other = article_letter(pair[0] if rank == pair[1] else pair[1])
        return share, (tr("Linking with {other}") if linking else tr("Comparing with {other}")).format(other=other)
    if done == others and not linking:
        return 1.0, ""
    through = tr("Linked with {done:,} of {others:,}") if linking else tr("Compared with {done:,} of {others:,}")
    return share, through.format(done=done, others=others)


def _name(state: FileState) -> str:
    return flat(harmless(state.name)) or tr("A file without a name")
