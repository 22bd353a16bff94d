"""What is asked before the window closes over something that is not done."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.language import tr


def leave_anyway(window: QWidget) -> bool:
    """Ask whether to close though changes are not on the disk."""
    asked = QMessageBox(
        QMessageBox.Icon.Warning,
        "Cognate",
        tr("The last changes of this case could not be written."),
        QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Discard,
        window,
    )
    asked.setInformativeText(tr("Cancel, then save the case elsewhere. Discard closes it without them."))
    asked.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return asked.exec() == QMessageBox.StandardButton.Discard


def stop_writing(window: QWidget) -> bool:
    """Ask whether to close though a report is being written; Escape, and closing the question, wait."""
    asked = QMessageBox(
        QMessageBox.Icon.Question,
        "Cognate",
        tr("A report is being written."),
        QMessageBox.StandardButton.NoButton,
        window,
    )
    asked.setInformativeText(
        tr("Wait keeps the window open and shows how far it is. Stop and close leaves out what is not written yet.")
    )
    wait = asked.addButton(tr("Wait"), QMessageBox.ButtonRole.RejectRole)
    stop = asked.addButton(tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    asked.setDefaultButton(wait)
    asked.setEscapeButton(wait)
    asked.exec()
    return asked.clickedButton() is stop
