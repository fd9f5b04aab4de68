"""The law as dated data with passages."""
