"""What it is worth: shapes of formulas, each step with its reason."""
