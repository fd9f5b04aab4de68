"""One command of the contract per file: its options, its help, which stages it runs; no logic."""
