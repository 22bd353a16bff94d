"""What a file may cost to read, and from what on words are seen. Bytes, seconds and counts, each with its reason."""

from __future__ import annotations

MAX_TEXT = 1024 * 1024
"""The longest text, in code points: some 170,000 words, a thick book; comparing grows with the square of the length."""
MAX_LINES = 100_000
"""The most lines of a text: each may become a sentence, which takes a kilobyte of memory."""
MAX_BYTES = 1024 * 1024
"""The largest plain-text file."""
MAX_FILE = 64 * 1024 * 1024
"""The largest file of any other format: pictures make a short article's file large, and its text is bounded apart."""
MAX_UNPACKED = 256 * 1024 * 1024
"""The most that all parts of an archive may come to once unpacked; what a reader takes is bounded by MAX_FILE."""
MAX_RATIO = 200
"""How many times larger a part may be than packed. Text rarely passes 20; an archive made to burst passes 1,000."""
MAX_MEMBERS = 1000
"""The most articles that a folder or an archive gives, and the most parts of a mail that are looked at."""
MAX_PARTS = 20_000
"""The most parts of an office document, book or archive, and the most files of a folder; a long book has hundreds."""
MAX_XML = 32 * 1024 * 1024
"""The largest XML part of one: a tree takes several times its text, and a thick book’s text takes some 10 MB."""
MAX_NODES = 3_000_000
"""The most elements and attributes of one: each takes some 130 bytes; a thick book has some 100,000."""
MAX_PAGES = 5000
"""The most pages of a PDF; a thick book has 1,000."""
MAX_DEPTH = 3
"""How deep an archive may stand in another."""
MAX_ARCHIVES = 100
"""The most archives that are looked into for one folder or archive."""
SECONDS = 12.0
"""How long one file may take, its start included; an editor is told within 15 seconds."""
MEMORY = 400 * 1024 * 1024
"""The most memory the process that reads may take; with the program's own it stays under 600 MB."""
SMALLEST = 1.0
"""The type size in points up to which words cannot be read."""
FAINTEST = 1.1
"""The contrast of words to their ground (WCAG, 1 … 21) below which they cannot be seen; light grey on white has 1.2."""
FEW_WORDS = 80
"""Fewer words than these beside pictures: the article may stand in the pictures."""
