"""Make ``.venv`` ready: Qt's system libraries, the locked packages, and the program itself.

Needs nothing but Python 3.11, which the Makefile has made sure of.
A finished set-up leaves a stamp with a digest of what it was made from; while the digest holds, this
does nothing. A set-up that was interrupted leaves a marker instead, and the next one starts afresh.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / ".ready"
UNFINISHED = VENV / ".unfinished"
MADE_FROM = ("pyproject.toml", "requirements.lock", "tools/set_up.py")

# What Qt loads at run time, and the Debian packages that hold it, newest name first.
LIBRARIES = (
    ("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    ("libEGL.so.1", ("libegl1",)),
    ("libGL.so.1", ("libgl1",)),
    ("libdbus-1.so.3", ("libdbus-1-3",)),
    ("libfontconfig.so.1", ("libfontconfig1",)),
    ("libxkbcommon.so.0", ("libxkbcommon0",)),
    ("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    ("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    ("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    ("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    ("libxcb-shape.so.0", ("libxcb-shape0",)),
)

# What a start of the program loads and what a report is set with, and folders of its own.
COMPILED = (
    "diff_match_patch",
    "docx",
    "jinja2",
    "joblib",
    "lxml",
    "markupsafe",
    "msgspec",
    "nltk",
    "numpy",
    "onnxruntime/capi",
    "platformdirs",
    "rapidfuzz",
    "regex",
    "rich",
    "tokenizers",
    "tqdm",
    "typing_extensions.py",  # msgspec's and docx's
    "typst",
    # The readers': their process keeps no compiled modules, so each start of it would compile them anew.
    "babel",
    "certifi",
    "charset_normalizer",
    "courlan",
    "dateutil",
    "htmldate",
    "justext",
    "lxml_html_clean",
    "markdown_it",
    "mdurl",
    "olefile",
    "oxmsg",
    "py3langid",
    "pypdfium2",
    "pypdfium2_cfg",
    "pypdfium2_raw",
    "tld",
    "trafilatura",
    "urllib3",
)
OWN = ("core", "desktop", "resources", "seeds")


def say(words: str) -> None:
    """Tell one line at once, also into a pipe."""
    print(words, flush=True)


def digest() -> str:
    """Return what the set-up is made from, as one figure."""
    parts = [str(ROOT), sys.version]
    parts += [hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in MADE_FROM]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def succeeds(*command: str) -> bool:
    """Run a command silently and return whether it went well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def loads(library: str) -> bool:
    """Return whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def root_prefix() -> list[str] | None:
    """Return what to put before a command to run it as root without a question; None if that is not possible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        return ["sudo", "-n"]
    return None


def known_to_apt(package: str) -> bool:
    """Return whether apt's lists hold a real package of that name."""
    found = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return found.returncode == 0 and bool(found.stdout)


def install(choices: Sequence[tuple[str, ...]], reason: str) -> None:
    """Install one package of each choice with apt where that is allowed; else print the line that does it."""
    by_hand = "sudo apt-get install " + " ".join(names[-1] for names in choices)
    prefix = root_prefix() if shutil.which("apt-get") else None
    if prefix is None:
        wanted = by_hand if shutil.which("apt-get") else "install what holds " + reason
        say(f"Missing: {reason}. To put that right: {wanted}")
        return
    say(f"Installing {reason} …")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    if not all(any(known_to_apt(name) for name in names) for names in choices):
        subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
    packages = [next((name for name in names if known_to_apt(name)), names[-1]) for names in choices]
    done = subprocess.run(
        [*apt, "install", "-y", "--no-install-recommends", *packages], stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        say(f"apt-get could not install them. To put that right: {by_hand}")


def system_libraries() -> None:
    """See to the libraries that Qt needs from the system; only Linux leaves them out."""
    if not sys.platform.startswith("linux"):
        return
    missing = [(library, packages) for library, packages in LIBRARIES if not loads(library)]
    if missing:
        install([packages for _, packages in missing], ", ".join(library for library, _ in missing))


def usable() -> bool:
    """Return whether ``.venv`` is whole and was made in this very folder: scripts in it hold their path."""
    try:
        at_home = str(VENV) in (VENV / "bin" / "pip").read_text(encoding="utf-8")
    except OSError:
        return False
    return at_home and not UNFINISHED.exists() and succeeds(str(PYTHON), "-m", "pip", "--version")


def environment() -> None:
    """Make ``.venv``, afresh if an earlier set-up was cut off or its Python is gone."""
    if not usable():
        if importlib.util.find_spec("ensurepip") is None:
            install([("python3-venv",)], "Python's venv module")
            importlib.invalidate_caches()
            if importlib.util.find_spec("ensurepip") is None:
                sys.exit("Python cannot make environments here: install python3-venv, then run make again.")
        say("Making .venv …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    STAMP.unlink(missing_ok=True)
    UNFINISHED.touch()


def packages() -> None:
    """Install exactly what the lock names, checked by hash, and the program in place."""
    say("Installing the locked packages (about 200 MB to download the first time) …")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    # The lock names everything, so there is nothing to resolve; and only what the program loads is compiled.
    pip += ["--no-deps", "--no-compile"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-build-isolation", "--editable", str(ROOT)], check=True)
    compiled()


def compiled() -> None:
    """Compile what the program loads: where Python may not keep compiled modules, each start would do so anew (1 s)."""
    inside = subprocess.run(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    folders = [Path(inside.stdout.strip()) / name for name in COMPILED] + [ROOT / name for name in OWN]
    # Without a check: a module that does not compile is told when it is loaded.
    subprocess.run([str(PYTHON), "-m", "compileall", "-qq", "-j", "0", *map(str, folders)], check=False)


def main() -> None:
    """Bring the environment up to date, or find that it is."""
    wanted = digest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    system_libraries()
    try:
        environment()
        packages()
    except subprocess.CalledProcessError as error:
        sys.exit(f"The set-up stopped at: {' '.join(error.cmd)}. Mend what it says above, then run make again.")
    except KeyboardInterrupt:
        sys.exit("The set-up was stopped; the next one starts afresh.")
    STAMP.write_text(wanted)
    UNFINISHED.unlink()
    say("Ready: .venv/bin/cognate")


if __name__ == "__main__":
    main()
