"""Which sentences belong together: candidates, links, passages."""
