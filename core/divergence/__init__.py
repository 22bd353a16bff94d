"""What changed between a sentence and its source, by type: one module a family."""
