"""Long tries of what has to hold: ``make soak``."""
