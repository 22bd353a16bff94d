"""The engine: reads articles, finds what was taken from where, and says what changed. No Qt in here."""

import os

__version__ = "0.1.0"

# Before numpy is loaded, which reads it once. The products here are small and many: sharing each out among threads
# costs more than it gives, many times more on a busy machine, and the processes of a batch would share the same cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
