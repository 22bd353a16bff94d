"""From what was dropped, chosen or pasted to articles; runs on a worker thread.

One bad file never stops the rest: it becomes an error beside the articles that could be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from core.errors import ArticleError
from core.model import Article
from core.progress import Progress
from desktop.engine import Engine

MOST_ARTICLES = 200
"""A case holds at most so many: 19,900 pairs."""
_IN_FOLDERS = (".txt", ".text")


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


def read_sources(sources: Sequence[Source], present: Sequence[Article], engine: Engine, progress: Progress) -> Intake:
    """Return the articles of all sources; files that are in the case already are told, not doubled."""
    articles: list[Article] = []
    errors: list[ArticleError] = []
    known = {_same_file(a.document.path) for a in present if a.document.path}
    with ExitStack() as files:
        entries = list(_entries(sources, files, errors))
        for number, entry in enumerate(entries):
            progress.step(f"Reading {_name(entry)}", number / len(entries))
            if len(present) + len(articles) >= MOST_ARTICLES:
                errors.append(_too_many(entries[number:]))
                break
            try:
                articles.append(_read(entry, known, engine))
            except ArticleError as error:
                errors.append(error)
        progress.step("Articles read", 1.0)
    return Intake(tuple(articles), tuple(errors), _case_name(sources))


def _read(entry: Path | Pasted, known: set[str], engine: Engine) -> Article:
    if isinstance(entry, Pasted):
        return engine.paste(entry.text)
    same = _same_file(str(entry))
    if same in known:
        raise ArticleError(str(entry), f"“{entry.name}” is in the case already.", "It was not added a second time.")
    article = engine.read(entry)
    known.add(same)
    return article


def _entries(sources: Sequence[Source], files: ExitStack, errors: list[ArticleError]) -> Iterator[Path | Pasted]:
    for source in sources:
        if isinstance(source, Pasted):
            yield source
        elif isinstance(source, Sample):
            yield from _sample_files(files)
        elif source.is_dir():
            inside = text_files(source)
            if not inside:
                errors.append(
                    ArticleError(
                        str(source),
                        f"The folder “{source.name}” holds no text files.",
                        "Choose a folder with .txt files, or the files themselves.",
                    )
                )
            yield from inside
        else:
            yield source


def text_files(folder: Path) -> tuple[Path, ...]:
    """Return the text files in a folder and the folders in it, without hidden ones, in order of their paths."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _IN_FOLDERS)
    shown = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return tuple(sorted(path for path in shown if path.is_file()))


def _sample_files(files: ExitStack) -> list[Path]:
    entries = sorted(resources.files("seeds").iterdir(), key=lambda entry: entry.name)
    return [files.enter_context(resources.as_file(entry)) for entry in entries if entry.name.endswith(".txt")]


def _same_file(path: str) -> str:
    return str(Path(path).resolve())


def _name(entry: Path | Pasted) -> str:
    return "pasted text" if isinstance(entry, Pasted) else entry.name


def _too_many(rest: Sequence[Path | Pasted]) -> ArticleError:
    return ArticleError(
        _name(rest[0]),
        f"A case holds at most {MOST_ARTICLES} articles; not added: {len(rest)}.",
        "Start another case for them.",
    )


def _case_name(sources: Sequence[Source]) -> str:
    if len(sources) != 1:
        return ""
    source = sources[0]
    if isinstance(source, Sample):
        return "Sample case"
    return source.name if isinstance(source, Path) and source.is_dir() else ""
