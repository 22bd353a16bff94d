"""Item models and the plain values that widgets show."""
