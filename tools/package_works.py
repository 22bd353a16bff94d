"""Whose works are in the packaged program, found from the files that went into it: their licences, and a list of all.

The bill is CycloneDX 1.5 in JSON. Nothing is asked of anybody: all is in what is installed.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import sysconfig
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from typing import Any

_LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice|ofl|third_?party_?notices)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST_NAME = 60
_PYTHON = "https://docs.python.org/3/license.html"
_NO_TEXT = (".py", ".pyc", ".so")
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")
"""An SPDX expression; whatever else is said is a name."""
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)")
# What their own files say in words, or not at all.
_TOLD = {"pyside6-essentials": "LGPL-3.0-only", "pyside6-pdf": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}


@dataclass(frozen=True, slots=True)
class Work:
    """One distribution that has a part in the program."""

    name: str
    version: str
    licence: str
    summary: str
    distribution: Distribution

    @property
    def folder(self) -> str:
        """Return the name of the folder with what it says of itself."""
        return f"{self.distribution.name}-{self.version}.dist-info"


def works_in(sources: Iterable[str], site: Path) -> tuple[Work, ...]:
    """Return the distributions in ``site`` that any of these files came from, by name."""
    inside = {str(Path(s).relative_to(site)) for s in sources if Path(s).is_relative_to(site)}
    found = [
        work_of(d)
        for d in distributions(path=[str(site)])
        if any(str(PurePosixPath(f)) in inside for f in d.files or ())
    ]
    return tuple(sorted(found, key=lambda work: work.name))


def work_of(distribution: Distribution) -> Work:
    """Return what a distribution says of itself in short."""
    told = distribution.metadata
    name = re.sub(r"[-_.]+", "-", distribution.name).lower()
    stated = [told[field].strip() for field in ("License-Expression", "License") if field in told]
    short = [words for words in stated if words and "\n" not in words and len(words) <= _LONGEST_NAME]
    classes = [c.removeprefix(_CLASSIFIER) for c in told.get_all("Classifier") or () if c.startswith(_CLASSIFIER)]
    licence = _TOLD.get(name) or (short[0] if short else ", ".join(classes)) or "see its text"
    return Work(name, distribution.version, licence, (told.get_all("Summary") or [""])[0], distribution)


def write_about(works: Sequence[Work], own: Path, folder: Path) -> None:
    """Write what each work says of itself, and its licences, into the program's folder; ``own`` is Cognate's.

    The About dialog reads these; each RECORD names only what is there.
    """
    for work in works:
        _copy_about(work.distribution, folder / work.folder, folder)
    (made,) = own.glob("*.dist-info")
    target = folder / made.name
    for file in sorted(
        p for p in made.rglob("*") if p.is_file() and p.name in ("METADATA", "LICENSE", "THIRD_PARTY_NOTICES.md")
    ):
        place = target / file.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    _write_record(target, [p.relative_to(folder).as_posix() for p in target.rglob("*") if p.is_file()])


def licences(works: Sequence[Work], own: str) -> str:
    """Return the texts of all licences, Cognate's own first."""
    parts = [own, f"{_heading(f'Python {platform.python_version()}')}\n\n{_python()}"]
    for work in works:
        heading = _heading(f"{work.name} {work.version}: {work.licence}")
        texts = [_read(work.distribution, file) for file in licence_files(work.distribution)]
        parts.append("\n\n".join([heading, *texts]))
    return "\n\n".join(parts) + "\n"


def licence_files(distribution: Distribution) -> tuple[str, ...]:
    """Return where a distribution's licence files are, from the folder that it is installed in."""
    found = (str(PurePosixPath(file)) for file in distribution.files or ())
    return tuple(sorted(f for f in found if _LICENCE.search(f) and not f.endswith(_NO_TEXT) and ".." not in f))


def bill(version: str, works: Sequence[Work], locked: dict[str, tuple[str, ...]], day: str) -> str:
    """Return the bill of materials; ``locked`` holds the hashes of what each work may be installed from."""
    components = [_component(work, locked) for work in works]
    components.append(_library("python", platform.python_version(), "Python-2.0"))
    own = {"type": "application", "bom-ref": "cognate", "name": "cognate", "version": version}
    own["licenses"] = [{"license": {"id": "MIT"}}]  # type: ignore[assignment]
    told: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{_number(components)}",
        "version": 1,
        "metadata": {"timestamp": f"{day}T00:00:00Z", "component": own},
        "components": components,
        "dependencies": [{"ref": "cognate", "dependsOn": [c["bom-ref"] for c in components]}],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def locked_hashes(lock: str) -> dict[str, tuple[str, ...]]:
    """Return, for each name and version of a lock file (``name==version``), the SHA-256 of its files."""
    found: dict[str, tuple[str, ...]] = {}
    current = ""
    for line in lock.splitlines():
        pin = _PIN.match(line)
        if pin:
            current = f"{pin['name']}=={pin['version']}"
            found[current] = ()
        elif "--hash=sha256:" in line:
            found[current] = (*found[current], line.partition("sha256:")[2].split()[0])
    return found


def _component(work: Work, locked: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    purl = f"pkg:pypi/{work.name}@{work.version}"
    expression = _EXPRESSION.fullmatch(work.licence)
    hashes = [{"alg": "SHA-256", "content": h} for h in locked.get(f"{work.name}=={work.version}", ())]
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl,
        "name": work.name,
        "version": work.version,
        "description": work.summary,
        "purl": purl,
        "licenses": [{"expression": work.licence}] if expression else [{"license": {"name": work.licence}}],
    }
    if hashes:
        # One release has a file for each system; which of them was installed is one of these.
        told["properties"] = [{"name": "cognate:locked-sha256", "value": h["content"]} for h in hashes]
    return told


def _library(name: str, version: str, licence: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"expression": licence}],
    }


def _heading(words: str) -> str:
    rule = "=" * 100
    return f"{rule}\n{words}\n{rule}"


def _python() -> str:
    """Return Python's own licence, whose place hangs on who built it."""
    library = Path(sysconfig.get_path("stdlib"))
    of_system = Path("/usr/share/doc") / library.name / "copyright"
    for place in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt", of_system):
        if place.is_file():
            return place.read_text("utf-8").strip()
    return f"Python Software Foundation License, version 2: {_PYTHON}"


def _number(components: Sequence[dict[str, Any]]) -> uuid.UUID:
    """Return a number that is the same for the same contents."""
    return uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(components, sort_keys=True))


def _copy_about(distribution: Distribution, target: Path, folder: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    (target / "METADATA").write_text(_without_description(distribution), encoding="utf-8")
    kept = [f"{target.name}/METADATA"]
    for file in licence_files(distribution):
        place = folder / file
        if file.startswith(f"{target.name}/") or ".dist-info/" not in file:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(Path(str(distribution.locate_file(file))).read_bytes())
            kept.append(file)
    _write_record(target, kept)


def _without_description(distribution: Distribution) -> str:
    """Return a distribution's fields without the page about it, which may be long."""
    whole = distribution.read_text("METADATA") or ""
    return whole.partition("\n\n")[0] + "\n"


def _write_record(target: Path, files: Iterable[str]) -> None:
    lines = sorted({*files, f"{target.name}/RECORD"})
    (target / "RECORD").write_text("".join(f'"{line}",,\n' for line in lines), encoding="utf-8")


def _read(distribution: Distribution, file: str) -> str:
    return Path(str(distribution.locate_file(file))).read_text("utf-8", errors="replace").strip()
