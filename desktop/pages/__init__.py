"""What fills the window: the welcome page and the case."""
