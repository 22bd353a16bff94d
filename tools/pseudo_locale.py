"""Make a language of English that nobody speaks: each text in brackets, in accented letters, a third longer.

A window in it shows at a glance what was forgotten, by letters without an accent, what has too little room, and what is
put together from pieces. It is made from the template of the translators, and only for tests.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

LANGUAGE = "qps"
LONGER = 0.35
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀćďéƒĝĥíĵķĺɱńóþʠŕśţúṽŵẋýžÁɃĆĎÉƑĜĤÍĴĶĹṀŃÓÞɊŔŚŢÚṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
# Fields, endings for many, and what a file dialog filters by are no words.
_KEPT = re.compile(r"(\{[^}]*\}|\(\*[^)]*\))")
_ENDING = re.compile(r"\((\w+)\)")


def pseudo(text: str) -> str:
    """Return a text as the pseudo-locale says it."""
    parts = [part if n % 2 else part.translate(_LETTERS) for n, part in enumerate(_KEPT.split(text))]
    said = "".join(parts)
    return f"[{said}{'~' * max(1, round(len(text) * LONGER) - 2)}]"


def translate(template: Path, target: Path) -> None:
    """Write the pseudo-locale's file of translations; it has the forms of English for one and for many."""
    tree = ET.parse(template)  # noqa: S314 - the project's own file
    tree.getroot().set("language", "en")
    for message in tree.getroot().iter("message"):
        source, told = message.findtext("source") or "", message.find("translation")
        if told is None:
            continue
        del told.attrib["type"]
        forms = told.findall("numerusform")
        if message.get("numerus") != "yes":
            told.text = pseudo(source)
            continue
        for form in forms:
            told.remove(form)
        for ending in ("", r"\1"):
            ET.SubElement(told, "numerusform").text = pseudo(_ENDING.sub(ending, source))
    tree.write(target, encoding="utf-8", xml_declaration=True)
