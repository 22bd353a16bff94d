"""What depends on an article's language: telling it, stems, words of grammar, abbreviations.

A foundation beside :mod:`core.lexis`: every stage may use it, it knows none of them. Languages are ISO 639-1 codes.
"""

from core.languages.codes import ENGLISH, NAMES, UNSURE, comparable, in_english, language_name, shared_language

__all__ = ["ENGLISH", "NAMES", "UNSURE", "comparable", "in_english", "language_name", "shared_language"]
