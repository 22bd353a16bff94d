"""Data that ships with the program; read it through :func:`importlib.resources.files`."""
