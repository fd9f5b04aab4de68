"""One sheet kind per file."""
