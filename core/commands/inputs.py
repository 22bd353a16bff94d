"""The articles that a command is given: files, folders, archives; what is left out of them is told."""

from __future__ import annotations

from collections.abc import Sequence

from core import ingest
from core.commands.terminal import tell
from core.errors import ArticleError
from core.model import Document


class Inputs:
    """What some paths stand for, in order; a folder or an archive stands for the articles inside it."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths: list[str] = []
        self._errors: dict[str, ArticleError] = {}
        for path in paths:
            expansion = ingest.expand(path)
            for notice in expansion.notices:
                tell(notice)
            self.paths += expansion.places
            for error in expansion.errors:
                self.paths.append(error.path)
                self._errors[error.path] = error

    def read(self, path: str) -> Document:
        """Return one of them as a document; raises :class:`~core.errors.ArticleError`."""
        if path in self._errors:
            raise self._errors[path]
        return ingest.read(path)
