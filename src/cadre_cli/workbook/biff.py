"""The reader of Excel 97-2003 workbooks (.xls, also Excel 5.0/95), through xlrd.

xlrd gives stored results, not the text of formulas: a formula's text is "…". Whether a result was
ever calculated is told by the records themselves (biff_records.py).
"""

from __future__ import annotations

import io
from typing import Any

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue, Value, Visibility, Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.biff_records import Formulas, Marks, marks
from cadre_cli.workbook.grid_builder import GridBuilder
from cadre_cli.workbook.limits import Damaged, Locked
from cadre_cli.workbook.making import UNKNOWN_FORMULA, Budget, made_of
from cadre_cli.workbook.sniff import ActiveContent
from cadre_cli.workbook.strings import Written, cut_at
from cadre_cli.workbook.styles import PLAIN, Style, is_built_in, style
from cadre_cli.workbook.values import ERROR_CODES, moment, number

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
"""xlrd's kinds of cells that hold something."""
_VISIBILITY = (Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VERY_HIDDEN)
_ENCRYPTED = "Workbook is encrypted"


def read_biff(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; Damaged, Locked or OverLimit when it cannot be had."""
    book, sheets, stream = _opened(data)
    found = marks(stream)
    styles = _styles(book)
    budget = Budget()
    grids = tuple(
        _Sheet(book, sheet, styles, _formulas_of(found, place)).grid(name, budget)
        for place, sheet in enumerate(sheets)
    )
    active = (ActiveContent(at=CellRef(name), found=found.active),) if found.active else ()
    return Workbook(name, sha256, grids), active


def _opened(data: bytes) -> tuple[Any, list[Any], bytes]:
    """The book, its sheets and its stream; the only place where the libraries read bytes.

    A damaged file makes them raise whatever Python raises for wrong offsets: XLRDError, struct.error,
    AssertionError, IndexError, UnicodeDecodeError and more.
    """
    import xlrd

    try:
        stream = _stream(data)
        book = xlrd.open_workbook(
            file_contents=stream, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return book, book.sheets(), stream
    except Exception as error:
        if isinstance(error, xlrd.XLRDError) and str(error) == _ENCRYPTED:
            raise Locked from None
        raise Damaged(
            Text(
                "tệp Excel 97-2003 (.xls) bị hỏng hoặc chép chưa trọn vẹn",
                "the Excel 97-2003 workbook (.xls) is damaged or was copied only in part",
            )
        ) from error


def _stream(data: bytes) -> bytes:
    """The workbook's records, out of their container: xlrd follows its chains in circles.

    A chain that is not right anywhere is refused, for it may lead to another file's sectors.
    """
    import olefile

    if not data.startswith(olefile.MAGIC):
        return data
    with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT) as container:
        name = "Workbook" if container.exists("Workbook") else "Book"
        return bytes(container.openstream(name).read())


def _styles(book: Any) -> tuple[Style, ...]:
    return tuple(_style(book, xf) for xf in book.xf_list)


def _style(book: Any, xf: Any) -> Style:
    fmt = book.format_map.get(xf.format_key)
    own = None if fmt is None or is_built_in(xf.format_key) else fmt.format_str
    return style(
        _font(book, xf.font_index), xf.format_key, own, struck=_is_struck(book, xf.font_index)
    )


def _font(book: Any, index: int) -> str | None:
    fonts = book.font_list
    return (fonts[index].name or None) if 0 <= index < len(fonts) else None


def _is_struck(book: Any, index: int) -> bool:
    fonts = book.font_list
    return 0 <= index < len(fonts) and bool(fonts[index].struck_out)


def _formulas_of(found: Marks, place: int) -> Formulas:
    return found.sheets[place] if place < len(found.sheets) else Formulas()


class _Sheet:
    """One sheet of xlrd's becomes a Grid."""

    def __init__(
        self, book: Any, sheet: Any, styles: tuple[Style, ...], formulas: Formulas
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._styles = styles
        self._formulas = formulas

    def grid(self, file: str, budget: Budget) -> Grid:
        sheet = self._sheet
        made = GridBuilder(file, sheet.name, budget)
        for row in range(sheet.nrows):
            kinds, values = sheet.row_types(row), sheet.row_values(row)
            for column, kind in enumerate(kinds):
                if _TEXT <= kind <= _ERROR:
                    cell = self._cell((row, column), kind, values[column])
                    if cell is not None:
                        made.put(row + 1, column + 1, cell)
        for top, below, left, right in sheet.merged_cells:
            made.merge(top + 1, left + 1, below - top, right - left)
        made.hidden_rows = [(n + 1, n + 1) for n, info in sheet.rowinfo_map.items() if info.hidden]
        made.hidden_columns = [
            (n + 1, n + 1) for n, info in sheet.colinfo_map.items() if info.hidden
        ]
        return made.build(
            _VISIBILITY[sheet.visibility] if sheet.visibility in (0, 1, 2) else Visibility.VISIBLE
        )

    def _cell(self, place: tuple[int, int], kind: int, stored: Any) -> Cell | None:
        index = self._sheet.cell_xf_index(*place)
        looks = self._styles[index] if 0 <= index < len(self._styles) else PLAIN
        formula = UNKNOWN_FORMULA if place in self._formulas.places else None
        if place in self._formulas.without_value:
            return Cell(NoValue.NO_STORED_VALUE, formula, looks.font, looks.shown)
        if kind == _TEXT and stored == "" and formula is None:
            return None
        if kind == _TEXT:
            return made_of(self._words(place, str(stored)), formula, looks)
        return made_of(self._value(kind, stored, looks), formula, looks)

    def _value(self, kind: int, stored: Any, looks: Style) -> Value:
        if kind == _BOOLEAN:
            return bool(stored)
        if kind == _ERROR:
            return ErrorValue(ERROR_CODES.get(stored, f"#{stored}!"))
        if looks.is_date:
            return moment(repr(float(stored)), since_1904=self._book.datemode == 1)
        return number(repr(float(stored)))

    def _words(self, place: tuple[int, int], text: str) -> Written:
        runs = self._sheet.rich_text_runlist_map.get(place, ())
        return cut_at(text, [(start, _font(self._book, font)) for start, font in runs])
