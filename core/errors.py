"""What can go wrong, each with what the reader can do about it."""

from __future__ import annotations


class CognateError(Exception):
    """A failure with one clear sentence and, where there is one, a way out."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".rstrip()


class ArticleError(CognateError):
    """One article cannot be read; the others go on."""

    def __init__(self, path: str, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.path = path


class UsageError(CognateError):
    """The request itself is wrong (unknown option, fewer than two articles)."""


class EncoderError(CognateError):
    """The sentence encoder is absent or damaged; the program goes on with wording alone."""


class ExportError(CognateError):
    """A report could not be written; an older file of that name is whole."""


class CaseError(CognateError):
    """A case file cannot be opened or written; what stood in it is whole, and what was to be written is not lost."""
