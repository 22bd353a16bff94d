"""``--case``: the comparison as a case file, which the desktop opens and ``cognate report`` exports from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.case.contents import CaseContents, SavedArticle, SettingName
from core.case.file import CaseFile, case_bytes
from core.case.lock import refuse_if_open
from core.commands.target import STDOUT, write
from core.errors import ArticleError
from core.model import Analysis, article_letter


def check_case(target: str | None) -> None:
    """Refuse, before anything is compared, to write over a case that a window has open; raises :class:`CaseError`."""
    if target is not None and target != STDOUT:
        refuse_if_open(Path(target))


def write_case(
    target: str, analysis: Analysis, title: str, subject: int | None, failed: Sequence[ArticleError]
) -> None:
    """Write a comparison as a case, whole or not at all; raises :class:`CaseError` or :class:`ExportError`.

    Args:
        target: a file, or ``-``.
        analysis: what was found.
        title: the name of the case; empty for none.
        subject: the place of the article that was put under review; None where nobody chose one.
        failed: what was wrong with the files that could not be read.
    """
    articles = analysis.articles
    settings = {
        SettingName.TITLE.value: title or None,
        SettingName.SUBJECT.value: None if subject is None else articles[subject].id,
        SettingName.OPTIONS.value: dict(analysis.options),
        SettingName.EXCLUSIONS.value: analysis.exclusions,
    }
    contents = CaseContents(
        articles=tuple(SavedArticle.of(article, article_letter(place)) for place, article in enumerate(articles)),
        analysis=analysis,
        settings={name: value for name, value in settings.items() if value is not None},
        problems=tuple(failed),
    )
    if target == STDOUT or (Path(target).exists() and not Path(target).is_file()):
        write(target, case_bytes(contents))
    else:
        with CaseFile.in_memory() as made:
            made.keep_all(contents)
            made.save_as(target).close()
