"""Thin painters: what to show is decided elsewhere, here it is only drawn."""
