"""The languages by their codes: what they are called, and which two articles can be compared."""

from __future__ import annotations

ENGLISH = "en"
UNSURE = "und"
"""The text is too short or too mixed to tell; it is read as English where nothing else speaks for another language."""

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish",
    "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "tg": "Tajik", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip
"""The languages that are told apart, by their codes."""
NOUNS_CAPITAL = frozenset({"de", "lb"})
"""Languages in which a capital makes no name of a word."""
UNSPACED = frozenset({"ja", "zh"})
"""Languages whose words stand without spaces between them: each character is a token."""


def language_name(code: str) -> str:
    """Return what a language is called in English; the code itself where it is none of those known."""
    return NAMES.get(code, code)


def in_english(code: str) -> bool:
    """Return whether a text of that language is read by the rules of English: it is, or nothing else is sure."""
    return code in (ENGLISH, UNSURE)


def shared_language(one: str, other: str) -> str | None:
    """Return the language by whose rules two texts are compared, None where they are in different ones."""
    if one == UNSURE:
        return ENGLISH if other == UNSURE else other
    return one if other in (one, UNSURE) else None


def comparable(one: str, other: str) -> bool:
    """Return whether two texts can be compared: translation is not."""
    return shared_language(one, other) is not None
