"""What records of villages add up to: coverage of the weekly day, open promises, trends, sums."""
