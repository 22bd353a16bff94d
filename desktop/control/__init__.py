"""What people do with a case: keeping it in a file, deciding about findings, looking at it."""
