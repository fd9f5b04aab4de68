"""The terminal: arguments, exit codes, colours, progress."""
