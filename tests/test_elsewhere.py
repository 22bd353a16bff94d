"""What makes the program for Windows and macOS, and the workflows: as far as can be told without those systems."""

from __future__ import annotations

import importlib.util
import plistlib
import re
import struct
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from PySide6.QtGui import QImage

from core import __version__
from core.case.file import SUFFIX
from core.ingest.kinds import SUFFIXES

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
INSTALLER = (ROOT / "packaging" / "windows" / "cognate.iss").read_text("utf-8")
PINNED = re.compile(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+")
LOGO = ROOT / "resources" / "icons" / "logo.svg"


def loaded(path: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


def workflow(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_bounded_pinned_and_may_only_read(path: Path) -> None:
    told = workflow(path)

    assert told["permissions"] == {"contents": "read"}
    for name, job in told["jobs"].items():
        assert "runs-on" in job
        assert name == "draft" or job["timeout-minutes"] <= 90
        assert set(job.get("needs", [])) <= set(told["jobs"])
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step)
            assert "uses" not in step or PINNED.fullmatch(step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_workflow_runs_is_there(path: Path) -> None:
    words = path.read_text("utf-8")
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert set(re.findall(r"run: make ([\w-]+)", words)) <= set(targets)
    for module in re.findall(r"python -m (tools\.\w+)", words):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
    for file in re.findall(r"-r (\S+)", words):
        assert (ROOT / file).is_file()


def test_only_a_tag_makes_a_draft_and_only_that_may_write() -> None:
    jobs = workflow(ROOT / ".github" / "workflows" / "release.yml")["jobs"]

    assert [name for name, job in jobs.items() if "permissions" in job] == ["draft"]
    assert "startsWith(github.ref, 'refs/tags/v')" in jobs["draft"]["if"]
    assert set(jobs["draft"]["needs"]) == {"linux", "windows", "macos"}


def test_an_icon_for_windows_holds_all_its_sizes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = loaded("tools/package_ico.py", monkeypatch)
    script.write(LOGO, tmp_path / "icons" / "cognate")

    raw = (tmp_path / "icons" / "cognate.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", raw)
    assert (reserved, kind, count) == (0, 1, len(script.ICO_SIZES))
    for number, side in enumerate(script.ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", raw, 6 + 16 * number)
        picture = QImage.fromData(raw[entry[7] : entry[7] + entry[6]])
        assert (entry[0] or 256, picture.width(), picture.height()) == (side, side, side)
        assert picture.pixelColor(side // 2, 1 + side // 16).alpha() == 255


def test_an_icon_for_macos_holds_all_its_kinds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = loaded("tools/package_ico.py", monkeypatch)
    script.write(LOGO, tmp_path / "case")

    raw = (tmp_path / "case.icns").read_bytes()
    assert struct.unpack_from(">4sI", raw) == (b"icns", len(raw))
    at, found = 8, {}
    while at < len(raw):
        kind, size = struct.unpack_from(">4sI", raw, at)
        found[kind] = QImage.fromData(raw[at + 8 : at + size]).width()
        at += size
    assert found == script.ICNS_KINDS


def test_the_installer_knows_cases_and_takes_no_other_kind_of_file() -> None:
    given = set(re.findall(r"\{#(\w+)\}", INSTALLER))
    script = (ROOT / "tools" / "package_elsewhere.py").read_text("utf-8")

    assert all(f'"{name}": ' in script for name in given)
    taken = re.findall(r'Subkey: "Software\\Classes\\(\.\w+)"', INSTALLER)
    assert taken == [SUFFIX]
    assert '.pdf"' in INSTALLER
    assert "PrivilegesRequired=lowest" in INSTALLER
    assert '""%1"""' in INSTALLER


def test_macos_is_told_of_cases_and_keeps_other_programs_for_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    told = plistlib.loads(plistlib.dumps(loaded("packaging/macos.py", monkeypatch).info(__version__)))

    case, articles = told["CFBundleDocumentTypes"]
    (declared,) = told["UTExportedTypeDeclarations"]
    assert told["CFBundleShortVersionString"] == __version__
    assert case["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert (case["LSHandlerRank"], articles["LSHandlerRank"]) == ("Owner", "Alternate")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_the_installer_offers_every_format_that_is_read(suffix: str) -> None:
    offered = f'SupportedTypes"; ValueType: string; ValueName: "{suffix}"'
    assert (offered in INSTALLER) == (suffix != ".text")
