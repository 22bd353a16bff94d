"""What is installed on Linux says the same as the program: file types, names, version, options."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest

from core import __version__
from core.case.file import SUFFIX
from core.case.migrations import APPLICATION_ID
from core.case.vetting import MAGIC
from core.cli import parsers
from core.faults import places
from core.ingest.kinds import SUFFIXES
from tools import package_depends, package_words, package_works
from tools.package_linux import APP_ID, RESOURCES

ROOT = Path(__file__).resolve().parents[1]
CASE_TYPE = "application/x-cognate-case"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
# Suffix -> the type that desktops know its files by; those of one type stand together.
TYPES = {
    **dict.fromkeys((".txt", ".text"), "text/plain"),
    **dict.fromkeys((".md", ".markdown"), "text/markdown"),
    **dict.fromkeys((".html", ".htm"), "text/html"),
    ".xhtml": "application/xhtml+xml",
    **dict.fromkeys((".mht", ".mhtml"), "application/x-mimearchive"),
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
}
OTHER_NAMES = {"text/rtf", "multipart/related"}
"""What some systems call RTF and MHTML."""


def script(name: str) -> ModuleType:
    """Load a script of the packaging folder, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entry(name: str) -> dict[str, str]:
    read = ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string((RESOURCES / name).read_text("utf-8"))
    return dict(read["Desktop Entry"])


def types_of(name: str) -> set[str]:
    return set(entry(name)["MimeType"].rstrip(";").split(";"))


def test_the_launcher_opens_cases_and_nothing_else_by_itself() -> None:
    told = entry("cognate.desktop")
    assert told["Exec"] == "cognate %F"
    assert types_of("cognate.desktop") == {CASE_TYPE}
    assert told["Icon"] == "cognate"


def test_articles_are_opened_by_choice_in_every_format_that_is_read() -> None:
    assert set(TYPES) == set(SUFFIXES)
    assert types_of("zz-cognate-articles.desktop") == {*TYPES.values(), *OTHER_NAMES}
    told = entry("zz-cognate-articles.desktop")
    assert told["NoDisplay"] == "true"
    assert told["Exec"] == "cognate %F"
    # Desktops take the first by name where nothing was chosen.
    assert min("zz-cognate-articles.desktop", "zim.desktop", "xed.desktop", "org.gnome.TextEditor.desktop") != (
        "zz-cognate-articles.desktop"
    )


def test_the_window_belongs_to_the_launcher() -> None:
    source = (ROOT / "desktop" / "app.py").read_text("utf-8")
    assert 'setDesktopFileName("cognate")' in source
    assert entry("cognate.desktop")["StartupWMClass"] == "cognate"


def test_a_case_is_told_by_its_suffix_and_its_first_bytes() -> None:
    (kind,) = ET.parse(RESOURCES / "cognate.xml").getroot().findall(f"{MIME}mime-type")  # noqa: S314 - our own file
    assert kind.get("type") == CASE_TYPE
    assert [glob.get("pattern") for glob in kind.findall(f"{MIME}glob")] == [f"*{SUFFIX}"]
    first = kind.find(f"{MIME}magic/{MIME}match")
    assert first is not None
    assert ast.literal_eval(f"b'{first.get('value')}'") == MAGIC
    second = first.find(f"{MIME}match")
    assert second is not None
    assert (second.get("type"), second.get("offset")) == ("big32", "68")
    assert int(str(second.get("value")), 0) == APPLICATION_ID
    icon = kind.find(f"{MIME}icon")
    assert icon is not None
    assert icon.get("name") == "application-x-cognate-case"


def test_the_metainfo_names_the_launcher_and_takes_its_version_from_the_program() -> None:
    told = ET.parse(RESOURCES / "cognate.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert told.findtext("id") == APP_ID
    assert told.findtext("launchable") == "cognate.desktop"
    assert told.findtext("provides/mediatype") == CASE_TYPE
    release = told.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == ("@VERSION@", "@DATE@")


def test_the_icon_of_a_case_holds_the_logo() -> None:
    logo = ET.parse(ROOT / "resources" / "icons" / "logo.svg").getroot()  # noqa: S314 - our own file
    case = ET.parse(RESOURCES / "case.svg").getroot()  # noqa: S314 - our own file
    strokes = {path.get("d") for path in logo.iter("{http://www.w3.org/2000/svg}path")}
    assert strokes
    assert strokes <= {path.get("d") for path in case.iter("{http://www.w3.org/2000/svg}path")}


def test_the_version_stands_in_one_place() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in told["project"]["dynamic"]
    for place in (RESOURCES, ROOT / "packaging" / "linux"):
        for file in place.iterdir():
            assert f"{__version__}" not in re.sub(r'"1\.0"|[0-9.]+/"', "", file.read_text("utf-8")), file


def test_what_is_packaged_is_what_is_tested() -> None:
    pin = re.compile(r"^([a-z0-9-]+==\S+)", re.MULTILINE)
    tested = set(pin.findall((ROOT / "requirements.lock").read_text("utf-8")))
    packaged = set(pin.findall((ROOT / "packaging" / "requirements.lock").read_text("utf-8")))
    names = {one.partition("==")[0] for one in tested}
    assert {one for one in packaged if one.partition("==")[0] in names} <= tested
    assert any(one.startswith("pyinstaller==") for one in packaged)


def test_the_manual_and_the_completions_tell_every_command_and_option() -> None:
    told = (
        package_words.manual("1.2.3", "2026-01-02"),
        package_words.bash(),
        package_words.zsh(),
        package_words.fish(),
    )
    assert "Cognate 1.2.3" in told[0]
    for name, parser in parsers().items():
        assert all(name in words for words in told)
        for option in package_words.options_of(parser):
            for one in option.names:
                short = one.removeprefix("--")
                assert all(short in words or short.replace("-", "\\-") in words for words in told), one


def test_the_completion_for_bash_is_bash() -> None:
    checked = subprocess.run(
        ["/bin/bash", "-n"], input=package_words.bash(), text=True, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", ["install.sh", "uninstall.sh"])
def test_the_scripts_are_shell(name: str) -> None:
    checked = subprocess.run(
        ["/bin/sh", "-n", str(ROOT / "packaging" / "linux" / name)], text=True, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_other_programs_do_not_get_our_libraries() -> None:
    start = script("start")
    changed = {"LD_LIBRARY_PATH": "/usr/lib/cognate/lib", "HOME": "/h"}
    start.without_own_libraries(changed)
    assert changed == {"HOME": "/h"}
    kept = {"LD_LIBRARY_PATH": "/usr/lib/cognate/lib:/own", "LD_LIBRARY_PATH_ORIG": "/own"}
    start.without_own_libraries(kept)
    assert kept == {"LD_LIBRARY_PATH": "/own"}


@pytest.mark.parametrize(("file", "told"), [("core/align/links.py", True), ("nltk/util.py", False), ("", False)])
def test_a_fault_of_a_packaged_module_is_told_with_its_place(file: str, *, told: bool) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", file, "exec"))  # noqa: S102 - as a packaged module is named
    assert (f"{file}:1" in places(caught.value)) is told


def test_only_helpers_of_python_run_a_line_of_code() -> None:
    helper = script("start").helper
    line = "from multiprocessing.forkserver import main; main(3, 4, [], **{})"
    assert helper(["cognate", "-c", line]) == line
    assert helper(["cognate", "-B", "-S", "-c", line]) == line
    assert helper(["cognate", "-c", "import os"]) == ""
    assert helper(["cognate", "-c"]) == ""
    assert helper(["cognate", "draft.txt"]) == ""


def test_what_is_shipped_of_qt_and_of_the_system() -> None:
    is_shipped = script("shipped").is_shipped
    python = [Path("/venv")]

    def shipped(name: str, source: str = "/venv/x") -> bool:
        return bool(is_shipped(name, source, python))

    assert shipped("PySide6/Qt/plugins/platforms/libqxcb.so")
    assert shipped("PySide6/Qt/lib/libQt6Widgets.so.6")
    assert shipped("typst/_typst.abi3.so")
    assert shipped("base_library.zip", "/elsewhere/base_library.zip")
    for name in (
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "fontpkg_inter/files/Inter-Italic[opsz,wght].ttf",
        "numpy/_core/_umath_tests.cpython-311-x86_64-linux-gnu.so",
    ):
        assert not shipped(name), name
    assert not shipped("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6")


def test_of_a_systems_own_python_only_what_is_pythons_is_shipped() -> None:
    shipped, library = script("shipped"), Path("/usr/lib/python3.11")
    folders = shipped.python_folders(Path("/usr"), library)
    assert folders == (library,)
    assert shipped.is_shipped("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0", folders)
    assert shipped.is_shipped("lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", folders)
    assert not shipped.is_shipped("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1", folders)
    assert shipped.python_folders(Path("/opt/python"), library) == (Path("/opt/python"),)


def test_every_library_that_a_set_up_asks_for_has_its_package() -> None:
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "tools" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for library, packages in module.LIBRARIES:
        assert package_depends.PACKAGES[library].split(" | ") == list(packages)


def test_what_libraries_come_to_as_packages(tmp_path: Path) -> None:
    needs = package_depends._packages(["libz.so.1", "libc.so.6"], {"libc6": "2.36"})
    assert list(needs) == ["zlib1g", "libc6 (>= 2.36)"]
    with pytest.raises(package_depends.UnknownLibraryError, match=r"libnew\.so\.9"):
        list(package_depends._packages(["libnew.so.9"], {}))
    (tmp_path / "notes.so").write_text("no library")
    assert not package_depends.is_elf(tmp_path / "notes.so")
    assert package_depends.is_elf(Path(sys.executable).resolve())


def test_the_bill_of_materials_names_what_is_inside() -> None:
    site = Path(pytest.__file__).resolve().parents[1]
    source = importlib.util.find_spec("rapidfuzz")
    assert source is not None
    works = package_works.works_in([str(source.origin), "/elsewhere/x.py"], site)
    assert [work.name for work in works] == ["rapidfuzz"]
    assert works[0].licence == "MIT"
    locked = package_works.locked_hashes("rapidfuzz==1.0 \\\n    --hash=sha256:ab \\\n    --hash=sha256:cd\n")
    assert locked == {"rapidfuzz==1.0": ("ab", "cd")}
    bill = package_works.bill("1.2.3", works, {}, "2026-01-02")
    assert bill == package_works.bill("1.2.3", works, {}, "2026-01-02")
    assert f'"purl": "pkg:pypi/rapidfuzz@{works[0].version}"' in bill
    assert "Permission is hereby granted" in package_works.licences(works, "our own")
