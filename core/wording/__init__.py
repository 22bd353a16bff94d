"""Which words correspond inside a link, and how to mark them."""
