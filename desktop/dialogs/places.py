"""Folders and pictures that preferences name: asking for them, and whether they are what they should be."""

# ruff: noqa: PLC0415 - what the checks need loads on the worker that makes them

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import CognateError
from desktop.language import tr, tr_noop
from desktop.plain import harmless

MODEL_FILE = "model.onnx"
VOCABULARY_FILE = "tokenizer.json"
_PICTURES = tr_noop("Pictures (*.png *.svg)")


class PlaceChooser(Protocol):
    """Lets people choose a folder or a picture."""

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """Return a folder, None when the choice was cancelled."""

    def picture(self, parent: QWidget, title: str, start: str) -> Path | None:
        """Return a picture, None when the choice was cancelled."""


class PlaceDialogs:
    """The desktop's own dialogs."""

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """Return a folder, None when the choice was cancelled."""
        name = QFileDialog.getExistingDirectory(parent, title, start)
        return Path(name) if name else None

    def picture(self, parent: QWidget, title: str, start: str) -> Path | None:
        """Return a picture, None when the choice was cancelled."""
        name, _ = QFileDialog.getOpenFileName(parent, title, start, tr(_PICTURES))
        return Path(name) if name else None


def model_trouble(folder: str) -> str:
    """Return in one sentence why a folder cannot be the model's, nothing where it can; empty is the bundled model.

    Reads the whole model to be sure of it: for a worker.
    """
    if not folder:
        return ""
    place = Path(folder)
    shown = harmless(place.name or folder)
    try:
        if not place.is_dir():
            return tr("There is no folder “{shown}”.").format(shown=shown)
        if not (place / MODEL_FILE).is_file():
            return tr("The folder “{shown}” holds no model: there is no {model_file} in it.").format(
                shown=shown, model_file=MODEL_FILE
            )
    except OSError:
        return tr("The folder “{shown}” cannot be read.").format(shown=shown)
    return _own_trouble(place) if (place / VOCABULARY_FILE).is_file() else _copy_trouble(place, shown)


def _own_trouble(folder: Path) -> str:
    """Return why a model with a vocabulary of its own cannot be used."""
    from core.similarity.own_encoder import check_folder

    try:
        check_folder(folder)
    except CognateError as error:
        return harmless(error.what)
    return ""


def _copy_trouble(folder: Path, shown: str) -> str:
    """Return why a model without a vocabulary is no copy of the one that came along."""
    from importlib.resources import files

    from core.similarity.encoder import Encoder

    if Encoder(folder / MODEL_FILE, files("resources") / "encoder" / VOCABULARY_FILE).usable:
        return ""
    return tr("The model in “{shown}” is damaged or another one than Cognate works with.").format(shown=shown)


def picture_trouble(path: str) -> str:
    """Return in one sentence why a picture cannot stand in a report, nothing where it can; for a worker."""
    from core.report.logo import read_logo

    try:
        read_logo(path)
    except CognateError as error:
        return error.what
    return ""
