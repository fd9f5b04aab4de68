"""The language: spelling, numerals, dates, names."""
