"""The language of the desktop: its own texts are English in the code, and said in another language where there is one.

Every text that people meet goes through :func:`tr` when it is shown, never when a module is imported. Texts in tables
are marked there with :func:`tr_noop`. What changes inside a sentence is a named field of it, filled in afterwards::

    tr("Details of article {letter}").format(letter=letter)
    tr("{n} sentence(s) left out", "", count)

``make strings`` finds only literals in such calls, and none inside an f-string. Nothing but Qt's core is needed here,
so that models which know no widgets may use it; without an application all is English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_FILE = "cognate_{}.qm"
"""Compiled translations in ``resources/translations``, by language; English needs none."""
_ENDING = re.compile(r"\((\w+)\)")


def tr(text: str, comment: str = "", n: int | None = None) -> str:
    """Return a text in the language of the desktop; ``comment`` tells equal texts with several meanings apart.

    With a number the text holds ``{n}``, which becomes the number, and its English is written once for one and for
    many: ``{n} sentence(s)``, ``{n} match(es)``. A translation has as many forms as its language.
    """
    said = QCoreApplication.translate("", text, comment or None, -1 if n is None else n)
    if n is None:
        return said
    if said == text:
        said = _ENDING.sub("" if n == 1 else r"\1", text)
    return said.replace("{n}", f"{n:,}")


def tr_noop(text: str) -> str:
    """Return the text as it is: it stands in a table, and :func:`tr` says it when it is shown."""
    return text


def listed(items: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return tr("{items} and {last}").format(items=", ".join(items[:-1]), last=items[-1])


def install(application: QCoreApplication, folder: Path, languages: Iterable[str] | None = None) -> str:
    """Speak the first of these languages that ``folder`` has, the system's wishes by default; return it.

    Languages are named as Qt does: ``de``, ``pt-BR``. English stops the search, and so does the end of the wishes; it
    is told as ``en``.
    """
    for wish in QLocale.system().uiLanguages() if languages is None else languages:
        name = wish.replace("-", "_")
        if name.split("_", maxsplit=1)[0] == "en":
            break
        own, path = QTranslator(application), folder / _FILE.format(name)
        if path.is_file() and own.load(str(path)):
            # Qt's own words, as on the buttons of its messages; a language that Qt does not have keeps them in English.
            qt = QTranslator(application)
            if qt.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                application.installTranslator(qt)
            application.installTranslator(own)
            return name
    return "en"
