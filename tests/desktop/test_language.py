"""Texts of the desktop: the translators' tool finds all of them; English without a translation; another language."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from core.case.review import Verdict
from core.model import DivergenceType, MatchClass, Role, SentenceKind, Severity
from core.report.formats import Format
from core.report.options import PART_NAMES
from core.report.phrases import CLASS_NAMES, VERDICT_NAMES, divergence_name, strength
from desktop.language import install, listed, tr
from desktop.terms import NAMES
from tools import pseudo_locale, strings

FIELD = re.compile(r"\{[^}]*\}")
SHOWING = frozenset({
    "setText",
    "set_text",
    "set_full",
    "setToolTip",
    "setStatusTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "addAction",
    "addMenu",
    "addItem",
    "Text",
    "ElidedText",
    "Message",
    "Panel",
    "QAction",
    "QLabel",
    "QPushButton",
})  # fmt: skip
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]+")
NAME = "Cognate"


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "id", "") or getattr(node.func, "attr", ""), node


def said_in_code() -> set[tuple[str, bool]]:
    """Every literal that goes through ``tr``, and whether it depends on a number."""
    found = set()
    for file in strings.sources():
        for name, call in calls(ast.parse(file.read_text("utf-8"))):
            if name in ("tr", "tr_noop") and call.args and isinstance(call.args[0], ast.Constant):
                found.add((str(call.args[0].value), len(call.args) > 2))
    return found


def messages(path: Path) -> list[tuple[str, bool]]:
    root = ET.parse(path).getroot()  # noqa: S314 - the project's own file
    return [(m.findtext("source") or "", m.get("numerus") == "yes") for m in root.iter("message")]


def test_the_template_holds_every_text_of_the_code(tmp_path: Path) -> None:
    strings.extract(tmp_path / strings.TEMPLATE)
    fresh = messages(tmp_path / strings.TEMPLATE)
    assert set(fresh) == said_in_code(), "the tool finds no tr() inside an f-string, and no text that is no literal"
    assert messages(strings.FOLDER / strings.TEMPLATE) == fresh, "run: make strings"


def test_a_text_with_a_number_says_it_and_no_other_does() -> None:
    for text, counted in said_in_code():
        assert ("{n}" in text) is counted, text
        assert counted or not re.search(r"\w\((s|es)\)", text), text


@pytest.mark.parametrize("file", strings.sources(), ids=lambda file: str(file.relative_to(strings.ROOT)))
def test_nothing_is_shown_that_is_not_translated(file: Path) -> None:
    bare = []
    for name, call in calls(ast.parse(file.read_text("utf-8"))):
        if name in SHOWING:
            bare += [text for argument in call.args for text in literals(argument) if WORDS.search(text)]
    assert [text for text in bare if NAME not in text] == []


def literals(argument: ast.expr) -> Sequence[str]:
    if isinstance(argument, ast.IfExp):
        return [*literals(argument.body), *literals(argument.orelse)]
    if isinstance(argument, ast.JoinedStr):
        return ["".join(str(part.value) for part in argument.values if isinstance(part, ast.Constant))]
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def test_a_language_keeps_fields_and_is_compiled(pseudo: Path, tmp_path: Path) -> None:
    for file in (pseudo / f"cognate_{pseudo_locale.LANGUAGE}.ts", *strings.FOLDER.glob("cognate_*.ts")):
        for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - the project's own file
            source = message.findtext("source") or ""
            for form in message.iter("numerusform" if message.get("numerus") else "translation"):
                assert set(FIELD.findall(form.text or "")) <= set(FIELD.findall(source)), source
        strings.compile_language(file, tmp_path / "fresh.qm")
        assert file.with_suffix(".qm").read_bytes() == (tmp_path / "fresh.qm").read_bytes(), "run: make strings"


def test_the_engines_names_are_all_known_to_translators() -> None:
    classes = [CLASS_NAMES[match] for match in MatchClass]
    changes = [divergence_name(kind) for kind in DivergenceType]
    small = [name.lower() for name in (*classes, *changes, *(VERDICT_NAMES[verdict] for verdict in Verdict))]
    values = [value.value for kind in (Severity, Role, SentenceKind) for value in kind]
    sure = [strength(confidence / 10) for confidence in range(11)]
    forms = [form.title for form in Format]
    assert {*classes, *changes, *small, *values, *sure, *PART_NAMES.values(), *forms} <= set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_english_needs_no_translation() -> None:
    assert tr("Compare again") == "Compare again"
    assert [tr("{n} sentence(s)", "", n) for n in (0, 1, 2, 5200)] == [
        "0 sentences",
        "1 sentence",
        "2 sentences",
        "5,200 sentences",
    ]
    assert tr("{n} word(s) of {letter}", "", 1) == "1 word of {letter}"
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.fixture
def pseudo(tmp_path: Path, qapp: QCoreApplication) -> Iterator[Path]:
    """Return a folder with the pseudo-locale, and speak English again afterwards."""
    source = tmp_path / "cognate_qps.ts"
    pseudo_locale.translate(strings.FOLDER / strings.TEMPLATE, source)
    strings.compile_language(source, source.with_suffix(".qm"))
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_the_pseudo_locale_speaks_longer_in_brackets(pseudo: Path, qapp: QCoreApplication) -> None:
    assert install(qapp, pseudo, ["xx-YY", pseudo_locale.LANGUAGE]) == pseudo_locale.LANGUAGE
    said = tr("Compare again")
    assert said == pseudo_locale.pseudo("Compare again")
    assert said.startswith("[Ć")
    assert said.endswith("]")
    assert len(said) >= 1.3 * len("Compare again")
    assert tr("{n} sentence(s)", "", 1) == "[1 śéńţéńćé~~]"
    assert tr("{n} sentence(s)", "", 5200) == "[5,200 śéńţéńćéś~~~]"
    assert tr("Details of article {letter}").format(letter="C").endswith("C~~~~~~~]")
    assert listed(["A", "B"]) == "[A áńď B~~~~]"
    assert tr("nobody said this") == "nobody said this"


def test_english_stops_the_search_for_a_language(pseudo: Path, qapp: QCoreApplication) -> None:
    assert install(qapp, pseudo, ["en-GB", pseudo_locale.LANGUAGE]) == "en"
    assert install(qapp, pseudo, ["xx"]) == "en"
    assert tr("Compare again") == "Compare again"
