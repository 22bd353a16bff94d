"""Build everything twice, in folders of different names, and see that the same bytes come out both times.

make release
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.package import ROOT, epoch

_TREE = ("core", "desktop", "resources", "seeds", "packaging", "tools")
_FILES = ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY_NOTICES.md", "CHANGELOG.md")
_NOT_BUILT_FROM = shutil.ignore_patterns("__pycache__", "*.pyc", "*.egg-info")


def main() -> int:
    """Build twice; put what came out into dist, with its sums."""
    out = ROOT / "dist"
    with tempfile.TemporaryDirectory(prefix="cognate-release-") as made:
        first, second = (built(Path(made) / name) for name in ("a", "b-with-a-longer-name"))
        differing = [
            name for name in sorted({*first, *second}) if first.get(name, ("",))[0] != second.get(name, ("",))[0]
        ]
        if differing:
            print(f"Not reproducible: {', '.join(differing)}", file=sys.stderr)
            return 1
        out.mkdir(exist_ok=True)
        for name, (_, file) in first.items():
            shutil.copy(file, out / name)
    sums = "".join(f"{digest}  {name}\n" for name, (digest, _) in first.items())
    (out / "SHA256SUMS").write_text(sums, encoding="utf-8")
    print(f"Built twice with the same result, in {out}:\n{sums}", end="")
    return 0


def built(tree: Path) -> dict[str, tuple[str, Path]]:
    """Build in a copy of this tree; return each file's sum and place."""
    for name in _TREE:
        shutil.copytree(ROOT / name, tree / name, ignore=_NOT_BUILT_FROM)
    for name in _FILES:
        shutil.copy(ROOT / name, tree / name)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run([sys.executable, "-m", "tools.package"], cwd=tree, env=environment, check=True)
    found = sorted((tree / "dist").iterdir())
    return {file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file) for file in found}


if __name__ == "__main__":
    sys.exit(main())
