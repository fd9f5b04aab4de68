"""Excel: containers, cells, merges, formulas, styles."""
