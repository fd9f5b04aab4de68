"""The office's memory: an append-only, hash-chained SQLite file."""
