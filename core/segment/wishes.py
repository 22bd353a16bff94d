"""Tell the wishes of a page to its reader: subscribe, follow, share, watch, write to us.

Pure: one sentence in. An article may begin a sentence with the same words ("Follow our example", "Get the figures
wrong"), so that each counts only with a word of the page beside it: a newsletter, a network, an address.
"""

from __future__ import annotations

import re

_NETWORK = (
    r"(?:Twitter|Facebook|X|LinkedIn|YouTube|Google News|Instagram|Threads|Bluesky|WhatsApp|Telegram|TikTok|iTunes"
    r"|Spotify)\b"
)
_LETTER = r"\b(?:newsletters?|podcasts?|inbox|alerts?|e-?mails?|briefings?|notifications|channel|updates)\b"
_SHOWN = r"(?:video|clip|interviews?|episode|audio|trailer|ad|segment|podcast)"
_TEXT = (
    r"\b(?:more|rest|all|part|stor(?:y|ies)|article|post|report|letter|transcript|statement|coverage|speech|stunt"
    rf"|updates|{_SHOWN})\b"
)
_ADDRESS = r"(?:\S+@\S+\.\w|(?:^|\W)@\w+)"
_STEP = r"\b(?:here|read|subscribe|sign up|share|view|see|learn|watch|download|join|link)\b"
_WHOLE = r"\b(?:members?|subscribers?|supporters?)(?:\s+(?:today|now|of our)\b|\W*$)"
_WISHES = (
    rf"(?:subscribe|sign\s+up|register)\b.*(?:{_LETTER}|\bhere\b|\b(?:on|via) {_NETWORK}|\baccess\b)",
    rf"(?:follow|find\s+(?:us|me|him|her|them))\s+(?:\S+\s+){{0,12}}?(?:on\s+{_NETWORK}|@\w+)",
    rf"(?:on\s+{_NETWORK},?\s+follow|like\s+(?:us|our\s+page))\b",
    rf"(?:join|get)\s+(?:our|us|the|your|all|more|breaking)\b.*(?:{_LETTER}|\bapps?\b|on {_NETWORK}|WhatsApp|Telegram)",
    r"download\s+(?:our|the)\b.*\bapps?\b",
    rf"share\s+(?:this|on|via)\b.*(?:\b(?:story|article|post|page)\W*$|{_NETWORK}|\bemail\b)",
    rf"(?:click|tap)\s+(?:here|to|the)\b.*{_STEP}",
    rf"(?:read|watch|listen\s+to|see|hear|view|find)\b.*{_TEXT}.*\b(?:here|below|above)[\s.:)\]]*$",
    rf"(?:watch|listen\s+to)\b.*\b{_SHOWN}\s+(?:\w+\s+)?(?:above|below)\b",
    r"(?:visit|check\s+out|see|explore)\s+our\b.*\b(?:website|page|homepage|channel|archive|newsletters?|coverage)\b",
    r"support\s+(?:our|independent|quality|local)\s+(?:journalism|reporting|newsroom|work|news)\b",
    rf"become\s+an?\b.*{_WHOLE}",
    r"(?:donate|log\s+in|sign\s+in)\b.*\b(?:journalism|newsroom|continue reading|full access|to read)\b",
    r"continue\s+reading\s+(?:the|this)\s+(?:\w+\s+)?(?:story|article|post)\W*$",
    rf"(?:contact|e-?mail|write\s+to|reach|send|submit)\b.*{_ADDRESS}",
    r"for\s+more\b[^.]*\b(?:sign up|subscribe|download|visit|follow|check out|head here|click|go to)\b",
    r"(?:have|got)\s+an?\s+(?:news\s+)?(?:tip|story|story idea|question)(?:\s+(?:for|to)\s+[\w ]{1,20})?\?",
)
_WISH = re.compile(rf"\W*(?:please\s+|also,?\s+)?(?:{'|'.join(_WISHES)})", re.IGNORECASE)
_FIRST = frozenset(
    """
    also become check click contact continue donate download e email explore find follow for get got have hear join
    like listen log on please reach read register see send share sign submit subscribe support tap view visit watch
    write
    """.split()  # noqa: SIM905 - a list this long reads better as words
)
_MOST_WORDS = 30


def is_wish(sentence: str, first: str) -> bool:
    """Return whether a sentence, whose first word in lower case is ``first``, wants something of the reader."""
    return first in _FIRST and len(sentence.split()) <= _MOST_WORDS and _WISH.match(sentence) is not None
