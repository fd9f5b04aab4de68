"""A result workbook read back from its sheets, whoever has saved it since.

Excel and LibreOffice rewrite the whole file, so nothing but what stands in cells is relied on: the
page that is signed (“Tổng hợp”, “Tổng kết năm”) says who has what, “Căn cứ” what it rests on and the exact numbers.
Where the two contradict each other somebody has changed the workbook: that is told, never mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from cadre_cli.domain.comparison import Form, Ground, Side, Standing, Told
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Grid, Workbook
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.pipeline.entered import entered_by_person
from cadre_cli.pipeline.sides import spoken_of
from cadre_cli.pipeline.signed_page import DECIMALS, NUMBERS, signed_page, text_of
from cadre_cli.reports.parts.provenance import SCHEMA
from cadre_cli.reports.year.basis import MONTHS as MONTHS_KEY
from cadre_cli.vietnamese.text import key
from cadre_cli.workbook.read import read


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
    signed_page: bool = True
    """Whether the summary is there: reports of other kinds only record the results."""

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
    def year(self) -> int | None:
        """The year that was ranked; None for the result of a period."""
        whole = self.period if self.said("option.year") is not None else None
        return whole.year if whole is not None and whole.unit is PeriodUnit.YEAR else None

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
        name = text_of(cells.get(1))
        if name and " " not in name:
            fact = Fact(
                text_of(cells.get(3)),
                text_of(cells.get(2)),
                text_of(cells.get(4)),
                grid.ref(row, 3),
            )
            found.setdefault(name, fact)
    return found


def _recorded(workbook: Workbook, facts: Mapping[str, Fact]) -> Recorded:
    lines = tuple(_lines(facts))
    page = next((each for grid in workbook.grids if (each := signed_page(grid))), None)
    entered = entered_by_person(workbook)
    if page is None:
        words = Text(
            "trong tệp không có bảng tổng hợp, chỉ xét kết quả ghi ở trang “Căn cứ”",
            "the summary is not in the file: only the results of the sheet “Basis” are looked at",
        )
        people = tuple(replace(line.standing, entered=entered.get(line.key, ())) for line in lines)
        return Recorded(workbook.name, workbook, facts, people, (), (words,), signed_page=False)
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
        for part in NUMBERS:
            if part in told:
                said[part] = Told(_number(told[part]), fact.at, DECIMALS)
        number = name.removeprefix("result.")
        if (months := facts.get(f"{MONTHS_KEY}.{number}")) is not None:
            for word in months.value.split(" "):
                month, _, value = word.partition("=")
                said[f"month{month}"] = Told(_number(value), months.at, DECIMALS)
        person, _, _ = fact.meaning.partition(" – ")
        standing = Standing(person, said, fact.remark or None, at=fact.at)
        yield _Line(fact.meaning, standing)


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(Decimal(text)) if text else None
    except InvalidOperation:
        return None


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
