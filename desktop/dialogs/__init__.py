"""Windows of their own, each opened by one action."""
