"""The parts of the window's frame."""
