"""What the documents say: every link leads somewhere, and they speak of nothing but the project."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from desktop.models.guide import slug

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT, ROOT / "docs", ROOT / "tests" / "eval", ROOT / "resources" / "guide")
DOCUMENTS = sorted(path for folder in FOLDERS for path in folder.glob("*.md") if not path.is_symlink())
SETTINGS = [ROOT / "Makefile", ROOT / "pyproject.toml", *sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
KNOWN_HOSTS = {"keepachangelog.com", "semver.org"}
LINK = re.compile(r"\]\(([^)\s]+)\)")
HOST = re.compile(r"https?://([\w.-]+)")
OWN_COMPUTER = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/\w|[A-Z]:\\")


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", DOCUMENTS, ids=names(DOCUMENTS))
def test_links_lead_to_what_there_is(path: Path) -> None:
    for link in LINK.findall(path.read_text("utf-8")):
        target, _, place = link.partition("#")
        if HOST.match(link):
            continue
        there = path if not target else path.parent / target
        assert there.exists(), link
        if place:
            headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
            assert place in map(slug, headings), link


@pytest.mark.parametrize("path", [*DOCUMENTS, *SETTINGS], ids=names([*DOCUMENTS, *SETTINGS]))
def test_no_host_and_no_folder_of_anyones_computer_is_named(path: Path) -> None:
    text = path.read_text("utf-8")

    assert set(HOST.findall(text)) <= KNOWN_HOSTS
    assert not OWN_COMPUTER.findall(text)


def test_the_guide_in_docs_is_the_one_that_is_shipped() -> None:
    shipped = ROOT / "resources" / "guide"

    assert (ROOT / "docs" / "guide.md").resolve() == shipped / "guide.md"
    assert (ROOT / "docs" / "pictures").resolve() == shipped / "pictures"


def test_the_readme_says_the_figures_of_the_quality_gate() -> None:
    """A figure that the gate does not hold must not stand there."""
    readme = (ROOT / "README.md").read_text("utf-8")
    held = json.loads((ROOT / "tests" / "eval" / "baseline.json").read_text("utf-8"))
    totals, cases = held["totals"], held["cases"]
    told = sum("link_recall" in case for case in cases.values())
    right = {name: round(totals[name] * len(cases)) for name in ("credit", "derivation")}

    assert f"{totals['link_recall']:.0%}".replace("%", " %") + " found, no link false" in readme
    assert totals["link_precision"] == totals["sample_precision"] == totals["sample_recall"] == 1.0
    assert totals["false_links"] == totals["sample_false_links"] == 0
    assert f"{totals['divergence_recall']:.0%} found; {totals['divergence_precision']:.0%}".replace("%", " %") in readme
    assert f"{told} marked pairs" in readme
    assert f"all {len(cases)} marked pairs | {right['credit']} of {len(cases)}" in readme
    assert f"{right['derivation']} of {len(cases)} |" in readme
