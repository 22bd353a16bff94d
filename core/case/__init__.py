"""The saved case: what an editor decided, and the file that keeps it."""
