"""What is shown: results as reports and JSON, without knowing Excel."""
