"""Sheets whose formulas are written as they are: theirs are functions every Excel has."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class PlainFormulas(Worksheet):  # type: ignore[misc]
    """A sheet of XlsxWriter that looks for no function younger than Excel 2007.

    Nearly thirty searches in every formula take a fifth of the time of a workbook.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
