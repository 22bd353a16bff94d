"""What holds for the project as a whole."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import core
import seeds
from core import ingest
from core.report.analysis_json import SCHEMA
from core.segment import segment

ROOT = Path(core.__file__).resolve().parent.parent
MANIFEST = tomllib.loads((ROOT / "seeds" / "manifest.toml").read_text(encoding="utf-8"))["article"]


def _fresh(program: str) -> str:
    """Return what a program prints in a Python process of its own."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_engine_loads_without_qt() -> None:
    program = """
import importlib, json, pkgutil, sys
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
print(json.dumps(sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "desktop"))))
"""
    assert json.loads(_fresh(program)) == []


def test_asking_for_help_loads_nothing_heavy() -> None:
    program = """
import sys
from core.cli import parsers
parsers()["compare"].format_help()
print(sorted({"numpy", "nltk", "onnxruntime", "typst", "rich"} & set(sys.modules)))
"""
    assert _fresh(program).strip() == "[]"


def test_the_version_is_one_everywhere() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", core.__version__)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "core.__version__"}


def test_the_lock_pins_every_dependency_with_a_hash_and_names_no_host() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, flags=re.MULTILINE)}
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=!~ ]", requirement, maxsplit=1)[0].lower() for requirement in wanted}
    assert names <= pinned
    for block in re.split(r"^(?=[A-Za-z0-9._-]+==)", lock, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert not re.search(r"https?:|file:|--index|--find-links", lock)


def test_the_manifest_names_every_sample() -> None:
    assert [entry["file"] for entry in MANIFEST] == [path.name for path in seeds.paths()]


@pytest.mark.parametrize("entry", MANIFEST, ids=[entry["file"][:3] for entry in MANIFEST])
def test_a_sample_is_what_the_manifest_says(entry: dict[str, Any]) -> None:
    path = ROOT / "seeds" / entry["file"]
    article = segment(ingest.read(path), "a1")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    assert article.document.sha256 == entry["sha256"]
    assert (article.words, article.title) == (entry["words"], entry["title"])


def test_the_tokenizer_is_the_one_its_notice_names() -> None:
    folder = files("resources") / "encoder"
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    assert hashlib.sha256((folder / "tokenizer.json").read_bytes()).hexdigest() in notice


def test_the_licence_that_the_notice_names_is_beside_it() -> None:
    folder = files("resources") / "encoder"
    licence = (folder / "LICENSE-Apache-2.0.txt").read_text(encoding="utf-8")
    assert "LICENSE-Apache-2.0.txt" in (folder / "NOTICE").read_text(encoding="utf-8")
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in licence


def test_the_schema_is_valid_and_bears_the_number_that_is_written() -> None:
    schema = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == SCHEMA
    assert schema["$id"].endswith(SCHEMA)
