"""Guess the language of a text from its script and its commonest words.

Pure. A modest guess for a label and a warning, not for choosing methods: "und" where the evidence is thin.
"""

from __future__ import annotations

import re
from collections import Counter

_LOOK_AT = 20000
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_COMMON = {
    "en": "the of and to in that is was for on with as by at from he his it are be has have had not this which will",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden er hat",
    "fr": "le la les de des du et en un une que qui dans pour est au sur par plus pas ne se ce il sont avec aux elle",
    "es": "el la los las de que y en un una por con para del se su al no es lo como más pero sus ha fue",
    "it": "il la di che e in un una per del della con non sono si da al dei le nel alla gli più anche è",
    "pt": "o a os as de que e em um uma do da para com não por no na se dos mais ao foi é à pelo",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om door ook bij als naar maar wordt",
    "sv": "och i att det som en på är av för med till den har de inte om ett han var men sig från",
    "pl": "w i na z się nie do to że o jest jak od po za przez dla przy był są ale co oraz",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var ama",
}
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LEAST_SHARE = 0.12
_LEAST_WORDS = 4
_SCRIPT_SHARE = 0.2


def guess_language(text: str) -> str:
    """Return an ISO 639-1 code, or "und" when neither script nor words tell."""
    head = text[:_LOOK_AT]
    if _OTHER_SCRIPT.search(head):
        letters = sum(c.isalpha() for c in head)
        for language, script in _SCRIPTS:
            if len(script.findall(head)) > _SCRIPT_SHARE * letters:
                return language
    words = head.lower().split()
    told = Counter(words)
    hits = Counter({language: sum(told[w] for w in known) for language, known in _WORDS.items()})
    (best, count), (_, second) = hits.most_common(2)
    if count < _LEAST_WORDS or count < _LEAST_SHARE * len(words) or count <= second:
        return "und"
    return best
