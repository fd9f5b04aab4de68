"""What the office wrote: headings, tables, rows that become records; no law."""
