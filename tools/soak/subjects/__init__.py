"""The subjects, a module or some for each; ``SUBJECTS`` in a module names them (see :mod:`tools.soak.subject`)."""
