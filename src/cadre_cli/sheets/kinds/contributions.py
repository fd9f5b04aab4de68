"""What people gave to the works of their village: money, land, days of work, trees, structures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.values import UNKNOWN, Day, Number
from cadre_cli.domain.villages import Contribution, Giving, VillageRecords
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.findings_table import NoSuchColumn
from cadre_cli.sheets.findings_values import NotANumber
from cadre_cli.sheets.findings_villages import UnitNotTold
from cadre_cli.sheets.measures import (
    Unit,
    amount_and_unit,
    bare,
    giving_by_unit,
    giving_of,
    in_brackets,
    kept_apart,
    unit_of,
    unit_of_column,
    with_its_unit,
)
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import Column, FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.village_columns import (
    NOTE,
    ORDINAL,
    day_within,
    headings,
    village_field,
    village_of,
)
from cadre_cli.vietnamese.numbers import Undecided, read_number

_ZERO = Decimal(0)
_WIDE = {
    "money": Giving.MONEY,
    "land": Giving.LAND,
    "work": Giving.WORK,
    "trees": Giving.TREES,
    "structures": Giving.STRUCTURES,
}
"""Columns of their own for one kind of giving each."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What holds for every gift of one row."""

    reader: RowReader
    village: str | None
    day: Day
    giver: str | None
    purpose: str | None


@dataclass(frozen=True, slots=True)
class _Gift:
    """One cell with an amount; `thing` is the office's own word for what was given."""

    giving: Giving
    written: str
    amount: Number
    unit: Unit | None
    thing: str = ""


def parse(table: Table) -> Parsed:
    """Every gift of every row, each in the unit that sums are kept in, or in none (D16)."""
    given: list[Contribution] = []
    findings: list[Finding] = [*not_understood(table), *repeated_rows(table), *_missing(table)]
    amounts = table.all("amount")
    wide = [column for column in table.columns if column.field in _WIDE]
    for reader in parse_rows(table):
        row = _row(reader, table)
        given += _beside(row, table, wide)
        if amounts:
            given += _listed(row, amounts[0])
        findings += reader.findings
    return Parsed(
        Records(villages=VillageRecords(contributions=tuple(given)), kinds=frozenset({KIND.name})),
        tuple(findings),
    )


def _missing(table: Table) -> Iterator[Finding]:
    """Amounts stand in a column of their own kind, or in one of quantities (B05)."""
    if not any(name in table.places for name in (*_WIDE, "amount")):
        at = CellRef(table.grid.file, table.grid.sheet)
        yield NoSuchColumn(at=at, table=KIND.shown, heading="Số lượng")


def _row(reader: RowReader, table: Table) -> _Row:
    return _Row(
        reader,
        village_of(reader, table),
        day_within(reader, "day", table.period),
        reader.text("giver"),
        reader.text("purpose"),
    )


# ── a column for each kind of giving ─────────────────────────────────────────────────────────


def _beside(row: _Row, table: Table, wide: list[Column]) -> Iterator[Contribution]:
    reader = row.reader
    for column in wide:
        words = reader.text_at(column)
        if words is None:
            continue
        giving = _WIDE[column.field or ""]
        own = amount_and_unit(words)
        if own is not None:
            unit = unit_of(giving, own[1])
            gift = _Gift(giving, words, _plain(row, column, words, own[0]), unit)
        else:
            unit = unit_of_column(giving, column.heading, table)
            amount = reader.number_at(column, low=_ZERO)
            gift = _Gift(giving, _as_read(amount, words, column.heading), amount, unit)
        yield _given(row, column, replace(gift, thing=bare(column.heading)))


def _as_read(amount: Number, words: str, heading: str) -> str:
    """The amount with the unit that its heading states: "15,5 triệu đồng"."""
    unit = in_brackets(heading)
    told = shown(amount) if isinstance(amount, Decimal) else words
    return f"{told} {unit}" if unit else told


# ── a row for each gift ──────────────────────────────────────────────────────────────────────


def _listed(row: _Row, column: Column) -> Iterator[Contribution]:
    reader = row.reader
    words = reader.text_at(column)
    thing = reader.text("giving")
    if words is None:
        if thing is not None:
            reader.require("amount")
        return
    own = amount_and_unit(words)
    named = reader.text("unit") or (own[1] if own else None) or in_brackets(column.heading)
    thing, beside = with_its_unit(thing) if thing else (thing, None)
    named = named or beside
    giving = giving_of(thing, named) or giving_by_unit(named) or Giving.OTHER
    amount = _plain(row, column, words, own[0]) if own else reader.number_at(column, low=_ZERO)
    written = words if named is None or named in words else f"{words} {named}"
    yield _given(row, column, _Gift(giving, written, amount, unit_of(giving, named), thing or ""))


def _plain(row: _Row, column: Column, words: str, number: str) -> Number:
    """A number in front of its unit; "1.500 m²" may be two numbers and is asked about (D01)."""
    value = read_number(number)
    if value is None or isinstance(value, Undecided):
        at = row.reader.ref_at(column)
        row.reader.findings.append(NotANumber(at=at, heading=column.heading, written=words))
        return UNKNOWN
    return value


def _given(row: _Row, column: Column, gift: _Gift) -> Contribution:
    at = row.reader.ref_at(column)
    if gift.unit is None and gift.amount is not UNKNOWN:
        row.reader.findings.append(UnitNotTold(at=at, heading=column.heading, written=gift.written))
    unit = None if gift.unit is None else kept_apart(gift.giving, gift.unit, gift.thing)
    amount = gift.amount
    return Contribution(
        at=at,
        village=row.village,
        giving=gift.giving,
        amount=amount * unit.times if isinstance(amount, Decimal) and unit else amount,
        unit=None if unit is None else unit.name,
        day=row.day,
        giver=row.giver,
        purpose=row.purpose,
        written=gift.written,
    )


_FIELDS = (
    ORDINAL,
    village_field(beside=("money", "land", "work", "trees", "structures", "giving", "amount")),
    FieldSpec(
        "giver",
        headings(
            """Hộ đóng góp | Người đóng góp | Họ tên người đóng góp | Họ và tên người đóng góp | Hộ,
            người đóng góp | Hộ gia đình, cá nhân | Tổ chức, cá nhân | Tập thể, cá nhân | Hộ hiến đất
            | Hộ gia đình | Chủ hộ | Tên hộ | Người hiến đất | Họ và tên | Họ tên"""
        ),
    ),
    FieldSpec(
        "day",
        headings("Ngày đóng góp | Ngày | Ngày, tháng | Ngày tháng | Thời gian | Thời điểm"),
    ),
    FieldSpec(
        "giving",
        headings(
            """Hình thức đóng góp | Loại đóng góp | Nội dung đóng góp | Hình thức | Loại | Hạng mục
            đóng góp | Đóng góp | Hiện vật | Khoản đóng góp"""
        ),
        telling=True,
        beside=("amount",),
    ),
    FieldSpec(
        "amount",
        headings(
            """Số lượng đóng góp | Số lượng | Giá trị | Mức đóng góp | Khối lượng | SL | Số lượng, giá
            trị"""
        ),
        telling=True,
        beside=("giving",),
    ),
    FieldSpec("unit", headings("Đơn vị tính | ĐVT | Đơn vị"), telling=True, beside=("giving",)),
    FieldSpec(
        "money",
        headings(
            """Tiền | Tiền mặt | Số tiền | Bằng tiền | Kinh phí | Kinh phí đóng góp | Tiền đóng góp |
            Triệu đồng | Đồng | Nghìn đồng | Số tiền đóng góp | Tiền ủng hộ"""
        ),
        telling=True,
        beside=("village", "land", "work", "giver"),
    ),
    FieldSpec(
        "land",
        headings(
            """Đất | Đất hiến | Hiến đất | Diện tích đất | Diện tích | Diện tích đất hiến | Diện tích
            hiến | m2 | m² | ha | Số m2 đất | Số m² đất | Đất đai"""
        ),
        telling=True,
        beside=("village", "money", "work", "giver"),
    ),
    FieldSpec(
        "work",
        headings(
            """Ngày công | Ngày công lao động | Số ngày công | Công lao động | Công | Số công | Lao
            động | Ngày công đóng góp"""
        ),
        telling=True,
        beside=("money", "land", "trees", "structures"),
    ),
    FieldSpec(
        "trees",
        headings("Cây | Số cây | Cây cối | Cây xanh | Cây các loại | Cây bóng mát | Cây trồng"),
        telling=True,
        beside=("money", "land", "work"),
    ),
    FieldSpec(
        "structures",
        headings(
            """Công trình | Số công trình | Vật kiến trúc | Công trình, vật kiến trúc | Tường rào |
            Tường rào, cổng | Công trình trên đất"""
        ),
        telling=True,
        beside=("money", "land", "work"),
    ),
    FieldSpec(
        "purpose",
        headings(
            """Công trình được đóng góp | Mục đích | Nội dung | Để làm | Làm đường | Dùng vào việc |
            Công trình xây dựng | Phục vụ công trình"""
        ),
    ),
    NOTE,
)
KIND = SheetKind(
    name="contributions",
    shown=Text("đóng góp của thôn", "contributions of villages"),
    fields=with_others(_FIELDS),
    parse=parse,
    titles=(
        "đóng góp",
        "hiến đất",
        "huy động sức dân",
        "huy động nguồn lực",
        "nhân dân đóng góp",
        "ủng hộ",
        "xã hội hóa",
    ),
)
