"""From what was dropped, chosen or pasted to articles; runs on a worker thread.

One bad file never stops the rest: it becomes an error beside the articles that could be read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from importlib import resources
from pathlib import Path

from core.case.file import SUFFIX
from core.errors import ArticleError
from core.model import Article
from core.progress import Progress
from desktop.engine import Engine, Still
from desktop.language import tr

MOST_ARTICLES = 200
"""A case holds at most so many: 19,900 pairs."""
_HOLDERS = frozenset({".zip", ".eml", ".msg"})
"""How the names of files end that have articles inside them."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that came from the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The articles that come with the program."""


Source = Path | Pasted | Sample


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of one request."""

    articles: tuple[Article, ...]
    errors: tuple[ArticleError, ...]
    name: str = ""
    """What to call a case that is made of this, where that is plain."""
    notices: tuple[str, ...] = ()
    """Sentences about what was left out of folders and archives, or is called otherwise."""

    @property
    def unreadable(self) -> tuple[ArticleError, ...]:
        """Return the errors about files that could not be read; one that is in the case already is no problem of it."""
        return tuple(error for error in self.errors if not isinstance(error, _AlreadyHereError))


class FileStatus(Enum):
    """How far one file is."""

    WAITING = auto()
    READING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class FileState:
    """Where the reading of one file, or one pasted text, stands."""

    place: int
    """Its number among all that is read, from 0; what cannot even be opened comes after the rest."""
    name: str
    status: FileStatus
    sentences: int = 0
    error: ArticleError | None = None
    replaceable: bool = False
    """Whether it is an article that could not be read, so that its text could be pasted instead."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article that was read, while others are still being read."""

    article: Article


Told = Callable[[FileState | Arrived], None]


def cases_among(sources: Sequence[Source]) -> tuple[Path, ...]:
    """Return the saved cases among the sources: they are opened, not read as articles."""
    return tuple(source for source in sources if isinstance(source, Path) and _is_case(source))


def _is_case(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX and not _is_folder(path)


def read_sources(
    sources: Sequence[Source],
    present: Sequence[Article],
    engine: Engine,
    progress: Progress,
    told: Told | None = None,
    first: int = 0,
) -> Intake:
    """Return the articles of all sources; files that are in the case already are told, not doubled.

    ``told`` hears on this thread how each file fares: all as waiting first, then one after the other; ``first`` is the
    place that the first of them gets. Saved cases are passed over. Whatever ``progress`` raises goes through, also
    from inside a file that takes long: what was read until then was told.
    """
    articles: list[Article] = []
    errors: list[ArticleError] = []

    def tell(state: FileState | Arrived) -> None:
        if told is not None:
            told(replace(state, place=first + state.place) if isinstance(state, FileState) else state)

    known = {_identity(Path(a.document.path)) for a in present if a.document.path}
    with ExitStack() as files:
        looked = _Looked(engine, progress, errors)
        entries = list(looked.entries(sources, files))
        _tell_waiting(entries, errors, MOST_ARTICLES - len(present), tell)
        for number, entry in enumerate(entries):
            stage = f"Reading {_name(entry)}"
            progress.step(stage, number / len(entries))
            if len(present) + len(articles) >= MOST_ARTICLES:
                errors.append(_too_many(entries[number:]))
                tell(FileState(number, _row_name(entry), FileStatus.FAILED, error=errors[-1]))
                break
            tell(FileState(number, _row_name(entry), FileStatus.READING))
            try:
                still = partial(progress.step, stage, number / len(entries))
                articles.append(_read(entry, known, engine, still))
            except ArticleError as error:
                errors.append(error)
                tell(_failed(number, entry, error))
            else:
                tell(Arrived(articles[-1]))
                tell(FileState(number, _row_name(entry), FileStatus.READY, len(articles[-1].sentences)))
        progress.step("Articles read", 1.0)
    return Intake(tuple(articles), tuple(errors), case_name(sources), tuple(looked.notices))


def _tell_waiting(entries: Sequence[Path | Pasted], errors: Sequence[ArticleError], room: int, tell: Told) -> None:
    """Tell of every entry that is sure to be tried, and of the folders that could not be opened."""
    for number, entry in enumerate(entries[: max(0, room)]):
        tell(FileState(number, _row_name(entry), FileStatus.WAITING))
    for number, error in enumerate(errors):
        tell(FileState(len(entries) + number, Path(error.path).name, FileStatus.FAILED, error=error))


def _failed(place: int, entry: Path | Pasted, error: ArticleError) -> FileState:
    replaceable = isinstance(entry, Path) and not isinstance(error, _AlreadyHereError)
    return FileState(place, _row_name(entry), FileStatus.FAILED, error=error, replaceable=replaceable)


class _AlreadyHereError(ArticleError):
    """A file that the case has."""


def _read(entry: Path | Pasted, known: set[Path], engine: Engine, still: Still) -> Article:
    if isinstance(entry, Pasted):
        return engine.paste(entry.text)
    same = _identity(entry)
    if same in known:
        what = tr("“{name}” is in the case already.").format(name=entry.name)
        raise _AlreadyHereError(str(entry), what, tr("It was not added a second time."))
    article = engine.read(entry, still=still)
    known.add(same)
    return article


@dataclass
class _Looked:
    """Looks for the articles in folders and archives, and notes what is to be said of them."""

    engine: Engine
    progress: Progress
    errors: list[ArticleError]
    notices: list[str] = field(default_factory=list)

    def entries(self, sources: Sequence[Source], files: ExitStack) -> Iterator[Path | Pasted]:
        """Yield what is to be read, one by one."""
        for source in sources:
            if isinstance(source, Pasted):
                yield source
            elif isinstance(source, Sample):
                yield from _sample_files(files)
            elif not _is_case(source):
                yield from self._inside(source)

    def _inside(self, source: Path) -> Iterator[Path]:
        found = self.engine.expand(source, partial(self.progress.step, f"Reading {source.name}", 0.0))
        self.errors += found.errors
        outside = f"{source.parent}{os.sep}"  # a folder's and an archive's own names are enough
        self.notices += (notice.replace(outside, "") for notice in found.notices)
        if not found.places and not found.errors:
            self.errors.append(
                ArticleError(
                    str(source),
                    tr("The folder “{name}” holds no articles.").format(name=source.name),
                    tr("Choose a folder with articles in it, or the files themselves."),
                )
            )
        yield from map(Path, found.places)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # reading it as a file says what is wrong with it


def _sample_files(files: ExitStack) -> list[Path]:
    entries = sorted(resources.files("seeds").iterdir(), key=lambda entry: entry.name)
    return [files.enter_context(resources.as_file(entry)) for entry in entries if entry.name.endswith(".txt")]


def _identity(path: Path) -> Path:
    """Return the same path for the same file, however it was named."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a link that leads back to itself
        return path


def _name(entry: Path | Pasted) -> str:
    return tr("pasted text") if isinstance(entry, Pasted) else entry.name


def _row_name(entry: Path | Pasted) -> str:
    return tr("Pasted text") if isinstance(entry, Pasted) else place_name(entry)


def place_name(path: Path) -> str:
    """Return a file's name, with that of the archive or mail that it is in: ``articles.zip/desk/a.docx``."""
    inside = next((n for n, part in enumerate(path.parts[:-1]) if Path(part).suffix.lower() in _HOLDERS), -1)
    return "/".join(path.parts[inside:])


def _too_many(rest: Sequence[Path | Pasted]) -> ArticleError:
    return ArticleError(
        _name(rest[0]),
        tr("A case holds at most {most_articles} articles; not added: {rest}.").format(
            most_articles=MOST_ARTICLES, rest=len(rest)
        ),
        tr("Start another case for them."),
    )


def case_name(sources: Sequence[Source]) -> str:
    """Return what to call a case that is made of these, where that is plain."""
    if len(sources) != 1:
        return ""
    source = sources[0]
    if isinstance(source, Sample):
        return tr("Sample case")
    return source.name if isinstance(source, Path) and _is_folder(source) else ""
