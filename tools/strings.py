"""Collect the desktop's texts for translators, and compile the translations: ``make strings``.

``cognate.ts`` is the template: every text in English, without a translation. Each ``cognate_<language>.ts`` beside it
is brought up to the same texts, what was translated in it stays, and is compiled to the ``.qm`` that the desktop loads.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = "cognate.ts"
# Lines are not recorded: a template that changes with every line of code tells nobody which text is new.
_HOW = ("-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias", "tr+=tr_noop", "-source-language", "en")


def main() -> None:
    """Write the template anew, and update and compile each language."""
    template = FOLDER / TEMPLATE
    template.unlink(missing_ok=True)  # made from nothing, it is the same wherever it is made
    extract(template)
    for language in sorted(FOLDER.glob("cognate_*.ts")):
        extract(language)
        compile_language(language, language.with_suffix(".qm"))
        print(f"{language.stem}: compiled")


def sources() -> Sequence[Path]:
    """Return the files whose texts people meet in the desktop, in a fixed order."""
    return sorted((ROOT / "desktop").rglob("*.py"))


def extract(target: Path) -> None:
    """Bring a file of translations up to the texts in the code; it is made where there is none."""
    files = [str(file.relative_to(ROOT)) for file in sources()]
    subprocess.run([_tool("pyside6-lupdate"), *_HOW, *files, "-ts", str(target)], cwd=ROOT, check=True)


def compile_language(source: Path, target: Path) -> None:
    """Write what the desktop loads."""
    subprocess.run([_tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], cwd=ROOT, check=True)


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


if __name__ == "__main__":
    main()
