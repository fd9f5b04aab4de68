"""The year-end workbook `tong-ket-<year>.xlsx`, one sheet per file."""
