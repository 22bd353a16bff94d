"""The dialog for exporting in each of its states, in a home of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from desktop.dialogs.export import ExportDialog
from desktop.settings import EXPORT_FOLDER, EXPORT_FORMATS
from tools.stage import Stage

REPORTS = "~/Dossiers"


def export(
    prepare: Callable[[Stage], None],
    *formats: str,
    folder: str = REPORTS,
    there: str = "",
    begin: bool = True,
    halt_before: str | None = None,
) -> Callable[[Stage], AbstractContextManager[None]]:
    """Open the dialog with formats ticked, among files of before with the suffix ``there``; begin, and wait or halt."""

    @contextmanager
    def state(stage: Stage) -> Iterator[None]:
        prepare(stage)
        stage.settings.set(EXPORT_FOLDER, folder)
        stage.settings.set(EXPORT_FORMATS, ",".join(formats))
        stage.engine.halt_before = halt_before
        with _at_home(stage.folder), stage.dialog("export"):
            (dialog,) = stage.window.findChildren(ExportDialog)
            if there:
                (Path(folder).expanduser() / f"{dialog.choice.stem()}{there}").touch()
            dialog.choice.changed.emit()
            stage.wait()
            if begin:
                dialog.export.click()
            if begin and halt_before is not None:
                stage.until("the export to halt", stage.engine.halted.is_set)
            else:
                stage.idle()
            yield
            stage.engine.release()
            stage.idle()
        stage.fresh()

    return state


@contextmanager
def _at_home(folder: Path) -> Iterator[None]:
    """Have a home of our own with a folder for reports, so that no path of this computer is shown."""
    before = os.environ.get("HOME")
    os.environ["HOME"] = str(folder)
    Path(REPORTS).expanduser().mkdir(exist_ok=True)
    yield
    for path in Path(REPORTS).expanduser().rglob("*.*"):
        path.unlink()
    if before is not None:
        os.environ["HOME"] = before
