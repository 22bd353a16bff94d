"""One module a command, and what commands share: the terminal, output targets, files of pairs."""
