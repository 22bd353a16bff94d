"""What the packaged program needs of a Debian or Ubuntu system, read from its own libraries.

A fixed table, not what the building system happens to have: the same package comes out everywhere, and a library that
the table does not know stops the build.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>[^\]]+)\]")
_GLIBC, _GLIBCXX = re.compile(r"GLIBC_(\d+(?:\.\d+)+)"), re.compile(r"GLIBCXX_(\d+(?:\.\d+)+)")
_GCC = {"3.4.28": "9", "3.4.29": "11", "3.4.30": "12", "3.4.31": "13", "3.4.32": "13.2", "3.4.33": "14"}
"""Newest symbols of the C++ library -> the release of GCC that brought them."""
_XCB = ("cursor", "image", "randr", "render", "shape", "shm", "util", "xfixes")

# Library -> package; where 64-bit times gave it another name, the new one first.
PACKAGES = {
    **dict.fromkeys(
        ("libc.so.6", "libm.so.6", "libdl.so.2", "librt.so.1", "libpthread.so.0", "libresolv.so.2", "libutil.so.1"),
        "libc6",
    ),
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1.0": "libbz2-1.0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libffi.so.8": "libffi8",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    **dict.fromkeys(
        ("libglib-2.0.so.0", "libgthread-2.0.so.0", "libgobject-2.0.so.0", "libgio-2.0.so.0"),
        "libglib2.0-0t64 | libglib2.0-0",
    ),
    **dict.fromkeys(("libssl.so.3", "libcrypto.so.3"), "libssl3t64 | libssl3"),
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    **{f"libxcb-{name}.so.0": f"libxcb-{name}0" for name in _XCB},
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libgtk-3.so.0": "libgtk-3-0t64 | libgtk-3-0",
}
OPTIONAL = {"libcupsprintersupport.so": "Recommends", "libqgtk3.so": "Suggests"}
"""Plugins that Qt passes over where their libraries are missing -> how those are asked for.

Without the first nothing is printed; the second lets windows that ask for files look like those of GNOME.
"""
_ENOUGH_OF = {"libqgtk3.so": ("libgtk-3.so.0",)}
"""Of such a plugin, the library that brings the others with it."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Packages by how strongly they are needed: Depends, Recommends, Suggests."""

    depends: tuple[str, ...]
    recommends: tuple[str, ...]
    suggests: tuple[str, ...]


class UnknownLibraryError(Exception):
    """Some library is in no package that is known here."""


def needs_of(program: Path) -> Needs:
    """Return what a program's folder needs of the system."""
    libraries = sorted(p for p in program.rglob("*") if p.is_file() and not p.is_symlink() and is_elf(p))
    own = {p.name for p in program.rglob("*.so*")}
    wanted: dict[str, set[str]] = {"Depends": set(), "Recommends": set(), "Suggests": set()}
    newest: dict[str, str] = {}
    for library in libraries:
        told = subprocess.run(["readelf", "-dV", str(library)], capture_output=True, text=True, check=True).stdout
        strength = OPTIONAL.get(library.name, "Depends")
        names = {match["name"] for match in _NEEDED.finditer(told)} - own
        wanted[strength] |= set(_ENOUGH_OF.get(library.name, names))
        for kind, pattern in (("libc6", _GLIBC), ("libstdc++6", _GLIBCXX)):
            newest[kind] = max([newest.get(kind, "0"), *pattern.findall(told)], key=_numbers)
    versions = {"libc6": newest["libc6"], "libstdc++6": _GCC[newest["libstdc++6"]]}
    depends = set(_packages(wanted["Depends"], versions))
    recommends = set(_packages(wanted["Recommends"], versions)) - depends
    suggests = set(_packages(wanted["Suggests"], versions)) - depends - recommends
    return Needs(tuple(sorted(depends)), tuple(sorted(recommends)), tuple(sorted(suggests)))


def is_elf(file: Path) -> bool:
    """Return whether a file is a program or a library."""
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _packages(libraries: Iterable[str], versions: Mapping[str, str]) -> Iterator[str]:
    unknown = sorted(set(libraries) - set(PACKAGES))
    if unknown:
        raise UnknownLibraryError(f"No package is known for {', '.join(unknown)}: see tools/package_depends.py.")
    for library in libraries:
        package = PACKAGES[library]
        yield f"{package} (>= {versions[package]})" if package in versions else package


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
