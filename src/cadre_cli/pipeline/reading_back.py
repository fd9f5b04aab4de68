"""A result workbook read back from its sheets, whoever has saved it since.

Excel and LibreOffice rewrite the whole file, so nothing but what stands in cells is relied on: the
page that is signed (“Tổng hợp”) says who has what, “Căn cứ” what it rests on and the exact numbers.
Where the two contradict each other somebody has changed the workbook: that is told, never mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from cadre_cli.domain.comparison import Form, Ground, Side, Standing, Told
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Cell, ErrorValue, Grid, NoValue, Workbook
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.pipeline.entered import entered_by_person
from cadre_cli.pipeline.sides import spoken_of
from cadre_cli.reports.parts import summary
from cadre_cli.reports.parts.provenance import PARTS, SCHEMA
from cadre_cli.sheets.grades import grade_of
from cadre_cli.vietnamese.text import clean, key
from cadre_cli.workbook.read import read

DECIMALS = 9
"""What a stored double and ten decimals of text surely keep of a number."""

_NUMBERS = ("total", *PARTS)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A cell of the workbook that does not say what its own basis sheet records."""

    at: CellRef
    who: str
    field: str
    shown: Fraction | str | None
    recorded: Fraction | str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of “Căn cứ”: its value, the words beside it, and its cell."""

    value: str
    meaning: str
    remark: str
    at: CellRef


@dataclass(frozen=True, slots=True)
class Recorded:
    """A result workbook as it lies there: what it rests on, and who has what."""

    file: str
    workbook: Workbook
    facts: Mapping[str, Fact]
    people: tuple[Standing, ...]
    contradictions: tuple[Contradiction, ...] = ()
    notes: tuple[Text, ...] = ()

    def said(self, name: str) -> str | None:
        """The value under a key of “Căn cứ”; None where it is blank or not there."""
        fact = self.facts.get(name)
        return None if fact is None or not fact.value else fact.value

    @property
    def period(self) -> Period | None:
        """The period it is about."""
        try:
            return Period.parse(self.said("period") or "")
        except ValueError:
            return None

    @property
    def lang(self) -> str:
        """The language it is written in."""
        return self.said("cadre.lang") or "vi"

    def side(self) -> Side:
        """This workbook as one side of a comparison."""
        grounds = {
            name: Ground(fact.value, verbatim(fact.meaning)) for name, fact in self.facts.items()
        }
        notes = (*self.notes, *(_told(each) for each in self.contradictions))
        people = spoken_of(self.people)
        return Side(
            self.file, Form.RESULT, self.said("office"), self.period, people, grounds, notes=notes
        )


def read_back(data: bytes, name: str) -> Recorded | tuple[Finding, ...] | None:
    """The result workbook; findings when the file cannot be read, None when it is no such workbook."""
    workbook, findings = read(data, name)
    if workbook is None:
        return findings
    return recorded(workbook)


def recorded(workbook: Workbook) -> Recorded | None:
    """A workbook with the sheet “Căn cứ” of ours, by its keys: tabs may have been renamed."""
    for grid in workbook.grids:
        facts = _facts(grid)
        said = facts.get("cadre.schema")
        if said is not None and said.value == SCHEMA:
            return _recorded(workbook, facts)
    return None


def _facts(grid: Grid) -> dict[str, Fact]:
    """Key → value; the first of a key counts, an added line below changes nothing."""
    found: dict[str, Fact] = {}
    for row, cells in sorted(grid.rows.items()):
        name = _text(cells.get(1))
        if name and " " not in name:
            fact = Fact(
                _text(cells.get(3)), _text(cells.get(2)), _text(cells.get(4)), grid.ref(row, 3)
            )
            found.setdefault(name, fact)
    return found


def _text(cell: Cell | None) -> str:
    """What a cell says as text; a number without a point is that of a hash or version typed anew."""
    if cell is None or cell.value is None:
        return ""
    if isinstance(cell.value, Decimal):
        return format(cell.value, "f")
    if isinstance(cell.value, ErrorValue):
        return cell.value.code
    return clean(cell.value) if isinstance(cell.value, str) else str(cell.value)


def _recorded(workbook: Workbook, facts: Mapping[str, Fact]) -> Recorded:
    lines = tuple(_lines(facts))
    page = next((each for grid in workbook.grids if (each := _page(grid))), None)
    entered = entered_by_person(workbook)
    if page is None:
        words = Text(
            "không tìm thấy bảng tổng hợp trong tệp; chỉ còn kết quả ghi ở trang “Căn cứ”",
            "the summary is not in the file; only the results of the sheet “Basis” are left",
        )
        people = tuple(replace(line.standing, entered=entered.get(line.key, ())) for line in lines)
        return Recorded(workbook.name, workbook, facts, people, notes=(words,))
    joined = _Joined(lines)
    people = tuple(joined.with_record(row) for row in page)
    contradictions = (*joined.contradictions, *joined.left())
    people = tuple(replace(one, entered=entered.get(key(one.name), ())) for one in people)
    return Recorded(workbook.name, workbook, facts, people, contradictions)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line `result.N` of “Căn cứ”."""

    who: str
    standing: Standing

    @property
    def key(self) -> str:
        return key(self.standing.name)


def _lines(facts: Mapping[str, Fact]) -> Iterator[_Line]:
    for name, fact in facts.items():
        if not name.startswith("result."):
            continue
        pairs = (word.partition("=") for word in fact.value.split(" "))
        told = {part: value for part, _, value in pairs}
        said: dict[str, Told] = {
            part: Told(told[part] or None, fact.at)
            for part in ("grade", "by_points", "not_rated", "rules")
            if part in told
        }
        for part in _NUMBERS:
            if part in told:
                said[part] = Told(_number(told[part]), fact.at, DECIMALS)
        person, _, _ = fact.meaning.partition(" – ")
        standing = Standing(person, said, fact.remark or None, at=fact.at)
        yield _Line(fact.meaning, standing)


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(Decimal(text)) if text else None
    except InvalidOperation:
        return None


_Row = Standing
"""A row of the summary: what is said there, each in its cell."""


def _page(grid: Grid) -> tuple[_Row, ...] | None:
    """Everybody in the summary, or None when the sheet is none."""
    for row in sorted(grid.rows):
        columns = _columns(grid, row)
        if columns is not None:
            return tuple(_rows(grid, row, columns))
    return None


def _headings() -> Mapping[str, str]:
    """The summary's own headings in either language → the key of their column."""
    return {
        key(column.heading): column.key for lang in ("en", "vi") for column in summary.columns(lang)
    }


def _columns(grid: Grid, row: int) -> dict[str, int] | None:
    """Which column of the summary stands where, with its heading at this row and the next."""
    known = _headings()
    found: dict[str, int] = {}
    for at in (row, row + 1):
        for column, cell in grid.rows.get(at, {}).items():
            name = known.get(key(_text(cell)))
            if name is not None and name not in found:
                found[name] = column
    needed = {"number", "name", "total", "grade"}
    return found if needed <= set(found) and _at_row(grid, row, found["name"]) else None


def _at_row(grid: Grid, row: int, column: int) -> bool:
    return bool(_text(grid.cell(row, column)))


def _rows(grid: Grid, heading: int, columns: Mapping[str, int]) -> Iterator[_Row]:
    """Rows with a number and a name; below the table (classes counted, signatures) none has both."""
    unit: str | None = None
    for row in range(heading + 1, max(grid.rows, default=0) + 1):
        cells = grid.rows.get(row, {})
        name = _text(cells.get(columns["name"]))
        number = cells.get(columns["number"])
        if name and number is not None and isinstance(number.value, Decimal):
            yield _row(grid, row, columns, unit)
        elif number is not None and isinstance(number.value, str) and not name:
            unit = clean(number.value)


def _row(grid: Grid, row: int, columns: Mapping[str, int], unit: str | None) -> _Row:
    def at(name: str) -> tuple[Cell | None, CellRef]:
        return grid.cell(row, columns[name]), grid.ref(row, columns[name])

    said: dict[str, Told] = {}
    for name in (*_NUMBERS, "grade", "by_points"):
        if name not in columns:
            continue
        cell, place = at(name)
        if cell is not None and cell.value is NoValue.NO_STORED_VALUE:
            continue  # saved by a program that does not calculate: the record still tells
        if name in _NUMBERS:
            said[name] = Told(_fraction(cell), place, DECIMALS)
        else:
            said[name] = Told(grade_of(_text(cell) or None), place)
    position = _text(grid.cell(row, columns["position"])) if "position" in columns else ""
    cell, place = at("name")
    return Standing(_text(cell), said, None, unit, position or None, place)


def _fraction(cell: Cell | None) -> Fraction | str | None:
    """The number of a cell; text where somebody wrote words in its place."""
    if cell is None or cell.value is None:
        return None
    return Fraction(cell.value) if isinstance(cell.value, Decimal) else _text(cell) or "?"


@dataclass(slots=True)
class _Joined:
    """Rows of the summary put beside the lines that record them."""

    lines: tuple[_Line, ...]
    used: set[int] = field(default_factory=set)
    contradictions: list[Contradiction] = field(default_factory=list)

    def with_record(self, row: Standing) -> Standing:
        """The row with exact numbers and code; what contradicts its record stays as it is shown."""
        place = self._line_of(row)
        if place is None:
            at = row.at or CellRef("")
            self.contradictions.append(Contradiction(at, row.name, "name", row.name, None))
            return row
        self.used.add(place)
        record = self.lines[place].standing
        said = dict(record.said)
        for name, told in row.said.items():
            exact = record.said.get(name)
            if exact is None or not same(told.value, exact.value):
                said[name] = told
            else:
                said[name] = replace(exact, at=told.at)
            if exact is not None and not same(told.value, exact.value) and told.at is not None:
                wrong = Contradiction(told.at, row.name, name, told.value, exact.value)
                self.contradictions.append(wrong)
        unit = row.unit if row.unit and f" – {row.unit}" in self.lines[place].who else None
        if unit is not None:
            said["unit"] = Told(unit, None)
        return replace(row, said=said, code=record.code, unit=unit)

    def _line_of(self, row: Standing) -> int | None:
        """The line of a row: name, unit and position as they stand, else by what agrees most."""
        fits: list[tuple[int, int]] = []
        for place, line in enumerate(self.lines):
            if place in self.used or key(line.standing.name) != key(row.name):
                continue
            agree = sum(1 for part in (row.unit, row.position) if part and f" – {part}" in line.who)
            fits.append((-agree, place))
        return min(fits)[1] if fits else None

    def left(self) -> Iterator[Contradiction]:
        """Lines of people whose row is gone from the summary."""
        for place, line in enumerate(self.lines):
            if place not in self.used:
                at = line.standing.at or CellRef("")
                yield Contradiction(at, line.standing.name, "name", None, line.standing.name)


def same(one: Fraction | str | None, other: Fraction | str | None) -> bool:
    """Whether two values are one, as far as a stored double and ten decimals can tell."""
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other) <= Fraction(1, 10**DECIMALS)
    return one == other


def _told(each: Contradiction) -> Text:
    if each.recorded is None and each.field == "name":
        return Text(
            f"{each.at}: {each.who} không có trong kết quả đã ghi ở trang “Căn cứ”",
            f"{each.at}: {each.who} is not among the results of the sheet “Basis”",
        )
    if each.shown is None and each.field == "name":
        return Text(
            f"{each.who} có ở trang “Căn cứ” ({each.at}) mà không có trong bảng tổng hợp",
            f"{each.who} stands in the sheet “Basis” ({each.at}), not in the summary",
        )
    return Text(
        f"{each.at}: số liệu của {each.who} khác kết quả đã ghi ở trang “Căn cứ”",
        f"{each.at}: what it says of {each.who} is not what the sheet “Basis” records",
    )
