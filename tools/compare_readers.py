"""Every workbook of a folder read by our reader and by an independent one, and held together.

    python tools/compare_readers.py [FOLDER]      (else the folder that CADRE_ODD_WORKBOOKS names)

No file may crash, hang (10 s) or differ without an explanation of `EXPLAINED`. OOXML is held
against openpyxl, which reads each file twice (values, formulas); Excel 97-2003 against xlrd. What
the other reader cannot open is no measure: there only the crash and the clock count.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

from cadre_cli.domain.grid import Area, Cell, ErrorValue, NoValue, Workbook
from cadre_cli.domain.office import Office
from cadre_cli.pipeline.files import WORKBOOKS
from cadre_cli.pipeline.intake import intake
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import Container, sniff
from cadre_cli.workbook.values import unescaped

MOST_SECONDS = 10
"""Of one file in our hands."""
_PATIENCE = 60
"""Seconds that the other reader gets."""

Place = tuple[str, int, int]
Seen = tuple[object, str | None]
"""A cell's value and formula, in one form for both readers."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that two readers see differently; None where one sees nothing."""

    place: Place
    ours: Seen | None
    theirs: Seen | None
    covered: bool = False
    """Whether the place lies inside a merged area, not at its first cell."""
    strict: bool = False
    """Whether the file is in the Strict form of the standard."""
    other_case: bool = False
    """Whether a sheet's part is named in other letters than its relation ("Sheet2.XML")."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A known difference: which it is, and why ours is right or the other no measure."""

    why: str
    holds: Callable[[Difference], bool]


def _ours(each: Difference) -> object:
    return None if each.ours is None else each.ours[0]


def _theirs(each: Difference) -> object:
    return None if each.theirs is None else each.theirs[0]


def _early(value: object) -> bool:
    day = value.date() if isinstance(value, datetime) else value
    return isinstance(day, date) and day <= date(1900, 3, 1)


EXPLAINED: tuple[Explained, ...] = (
    Explained(
        "openpyxl hides what was typed inside a merged area",
        lambda each: each.covered and each.theirs is None,
    ),
    Explained(
        "openpyxl takes an empty text for an empty cell",
        lambda each: each.theirs is None and _ours(each) == "",
    ),
    Explained(
        "a formula whose stored text is empty has a value, openpyxl says it has none",
        lambda each: _ours(each) == "" and _theirs(each) is NoValue.NO_STORED_VALUE,
    ),
    Explained(
        "openpyxl does not find the cells of a Strict workbook",
        lambda each: each.strict and each.theirs is None,
    ),
    Explained(
        "openpyxl passes over a sheet whose part is named in capitals where its relation is not",
        lambda each: each.other_case and each.theirs is None,
    ),
    Explained(
        "xlrd gives an empty text for a text or a formula without any",
        lambda each: _theirs(each) == "" and _ours(each) in (None, NoValue.NO_STORED_VALUE),
    ),
    Explained(
        "openpyxl counts days before 1 March 1900 one too few or as datetimes",
        lambda each: _early(_theirs(each)) or _early(_ours(each)),
    ),
)


def ours(workbook: Workbook) -> dict[Place, Seen]:
    """What our reader sees."""
    return {
        (grid.sheet, row, column): (_elapsed(cell), cell.formula)
        for grid in workbook.grids
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


def _elapsed(cell: Cell) -> object:
    """Durations rounded as openpyxl rounds them."""
    long = isinstance(cell.value, Decimal) and cell.shown.lower().startswith(("[h", "[m", "[s"))
    return round(cell.value, 6) if long and isinstance(cell.value, Decimal) else cell.value


def by_openpyxl(data: bytes) -> dict[Place, Seen]:
    """What openpyxl sees, read once for values and once for formulas."""
    import openpyxl
    from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(BytesIO(data))
    seen: dict[Place, Seen] = {}
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                stored = values[sheet.title].cell(cell.row, cell.column)
                formula: str | None = None
                if cell.data_type == "f":
                    written = cell.value
                    if isinstance(written, DataTableFormula):
                        inputs = filter(None, (written.r1, written.r2))
                        formula = f"TABLE({','.join(inputs)})"
                    else:
                        text = written.text if isinstance(written, ArrayFormula) else written
                        formula = str(text).removeprefix("=") or None
                value: object = stored.value
                if stored.data_type == "e":
                    value = ErrorValue(str(stored.value))
                elif value is None and formula is not None:
                    value = NoValue.NO_STORED_VALUE
                seen[sheet.title, cell.row, cell.column] = (plain(value), formula)
    return seen


def plain(value: object) -> object:
    """Values of the other reader in the form of ours: whole days as dates, doubles as decimals."""
    match value:
        case bool() | None | Decimal():
            return value
        case datetime() if value.time() == clock.min:
            return value.date()
        case timedelta():  # rounded to milliseconds there, kept as stored here
            return round(Decimal(repr(value / timedelta(days=1))), 6)
        case int() | float():
            return Decimal(repr(value))
        case str():  # openpyxl leaves `_x000D_` and its like in place
            return unescaped(str(value))
    return value


def by_xlrd(data: bytes) -> dict[Place, Seen]:
    """What xlrd sees of values; it knows no formulas."""
    import xlrd

    book = xlrd.open_workbook(file_contents=data, logfile=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    seen: dict[Place, Seen] = {}
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row), 1):
                value = _xlrd_value(cell, book.datemode)
                if value is not None:
                    seen[sheet.name, row + 1, column] = (value, None)
    return seen


def _xlrd_value(cell: object, datemode: int) -> object:
    import xlrd

    kind, value = cell.ctype, cell.value  # type: ignore[attr-defined] # xlrd has no types
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return ErrorValue(xlrd.error_text_from_code[value])
    if kind == xlrd.XL_CELL_DATE:
        return ("day", Decimal(repr(value)), datemode)
    return plain(value)


def differences(data: bytes, name: str) -> list[Difference] | None:
    """Where the readers differ; None when there is nothing to compare with."""
    container = sniff(data)
    other = {Container.OOXML: by_openpyxl, Container.BIFF8: by_xlrd}.get(container)
    workbook, _ = read(data, name)
    if workbook is None or other is None:
        return None
    try:
        theirs = other(data)
    except Exception:  # what the other reader cannot open is no measure
        return None
    mine = ours(workbook)
    if container is Container.BIFF8:
        mine = {place: (value, None) for place, (value, _) in mine.items()}
    merges = {grid.sheet: grid.merges for grid in workbook.grids}
    strict = container is Container.OOXML and _is_strict(data)
    other_case = container is Container.OOXML and _has_other_case(data)
    return [
        Difference(
            place, mine.get(place), theirs.get(place), _covered(place, merges), strict, other_case
        )
        for place in sorted(mine.keys() | theirs.keys())
        if not _same(mine.get(place), theirs.get(place))
    ]


def _is_strict(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.lower().endswith("workbook.xml")]
        return any(b"purl.oclc.org/ooxml" in package.read(name)[:2000] for name in parts)


def _has_other_case(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        related = b"".join(
            package.read(name) for name in names if name.endswith("workbook.xml.rels")
        )
        sheets = [name.rpartition("/")[2] for name in names if "/worksheets/" in name.lower()]
        sheets = [name for name in sheets if name.lower().endswith(".xml")]
        return any(name.encode() not in related for name in sheets)


def _same(one: Seen | None, other: Seen | None) -> bool:
    if one is None or other is None:
        return one is other
    if isinstance(other[0], tuple):  # a day of xlrd: the number behind it
        return isinstance(one[0], date | clock | Decimal)
    return type(one[0]) is type(other[0]) and one == other


def _covered(place: Place, merges: Mapping[str, tuple[Area, ...]]) -> bool:
    sheet, row, column = place
    return any(
        (row, column) in area and (row, column) != (area.top, area.left)
        for area in merges.get(sheet, ())
    )


# ── a process of its own, for a file may hang it or bring it down ────────────────────────────


def _serve(pipe: Connection) -> None:
    while True:
        path: Path = pipe.recv()
        data = path.read_bytes()
        began = time.perf_counter()
        try:
            intake(data, path.name, Office())
        except Exception:
            pipe.send(("crash", traceback.format_exc()))
            continue
        pipe.send(("read", time.perf_counter() - began))
        try:
            pipe.send(("compared", differences(data, path.name)))
        except Exception:
            pipe.send(("crash", traceback.format_exc()))


class _Worker:
    def __init__(self) -> None:
        self.pipe, inside = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_serve, args=(inside,), daemon=True)
        self.process.start()

    def ask(self, path: Path) -> Iterator[tuple[str, object]]:
        """What becomes of one file: crash, or read and compared; hang or death where it stops."""
        self.pipe.send(path)
        for patience in (MOST_SECONDS, _PATIENCE):
            try:
                if not self.pipe.poll(patience):
                    yield ("hang" if patience == MOST_SECONDS else "no measure"), None
                    return
                answer = self.pipe.recv()
            except EOFError:
                yield "death", None
                return
            yield answer
            if answer[0] == "crash":
                return

    def end(self) -> None:
        """Stop the process, whatever it does."""
        self.process.kill()
        self.process.join()


def compare(folder: Path) -> tuple[Counter[str], list[str]]:
    """How many files came out how, and every problem in words."""
    counted: Counter[str] = Counter()
    problems: list[str] = []
    worker = _Worker()
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix.lower() not in WORKBOOKS:
            continue
        counted["files"] += 1
        for what, told in worker.ask(path):
            if what in ("hang", "death", "no measure"):
                worker.end()
                worker = _Worker()
            if what in ("hang", "death", "crash"):
                problems.append(f"{path}: {what} {told or ''}")
            if what == "compared" and isinstance(told, list):
                counted["compared"] += 1
                problems += _unexplained(path, told, counted)
            elif what not in ("read", "compared"):
                counted[what] += 1
    worker.end()
    return counted, problems


def _unexplained(path: Path, found: list[Difference], counted: Counter[str]) -> Iterator[str]:
    for each in found:
        known = next((one for one in EXPLAINED if one.holds(each)), None)
        if known is not None:
            counted[known.why] += 1
        else:
            yield f"{path}: {each.place}: ours {each.ours}, the other {each.theirs}"


def main() -> int:
    """Print the counts and the problems; 1 when there is any, 2 without a folder."""
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CADRE_ODD_WORKBOOKS", "")
    folder = Path(named)
    if not named or not folder.is_dir():
        sys.stderr.write("Name a folder of workbooks, or set CADRE_ODD_WORKBOOKS.\n")
        return 2
    counted, problems = compare(folder)
    for what, count in counted.items():
        sys.stdout.write(f"{count:7}  {what}\n")
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
