"""A case file with damaged bytes: it opens, is saved in part, or says why not; it never changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.case.salvage import salvaged
from core.case.trouble import DamagedError
from core.errors import CaseError
from tools.soak.cases import sample_case
from tools.soak.damage import damaged
from tools.soak.subject import BrokenError, Subject

_sample = cache(sample_case)


def attempt(seed: int, folder: Path) -> str:
    """Damage a case, open it, and look whether it is as it was."""
    path = folder / "damaged.cognate"
    path.write_bytes(data := damaged(_sample(), seed))
    came = _opened(path)
    if path.read_bytes() != data or list(folder.iterdir()) != [path]:
        raise BrokenError("the file or its folder is not as it was")
    return came


def _opened(path: Path) -> str:
    contents: CaseContents | None = None
    came = "opened"
    try:
        with CaseFile.open(path) as case:
            contents = case.read()
    except DamagedError:
        came = "saved in part"
    except CaseError:
        return "told"
    try:
        contents = contents or salvaged(path)
    except CaseError:
        return "told"
    if not contents.articles:
        raise BrokenError("a case without articles")
    return came


SUBJECTS = (Subject("case-bytes", "a damaged case opens, is saved in part or says why not", attempt),)
