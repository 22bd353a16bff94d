"""The engine: reads articles, finds what was taken from where, and says what changed. No Qt in here."""

__version__ = "0.1.0"
