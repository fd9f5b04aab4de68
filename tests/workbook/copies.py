"""What must hold of every copy of a workbook, and workbooks that offices' programs write."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import xlsxwriter

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.grid import CellMark, Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.workbook.patch import Patched, Refused, patch
from cadre_cli.workbook.read import read

ERROR, WARNING, NOTE = Severity


def at(sheet: str | None, row: int | None = None, column: int | None = None) -> CellRef:
    return CellRef("thang-03.xlsx", sheet, row, column)


def mark(
    sheet: str | None, row: int | None, column: int | None, text: str, severity: Severity = ERROR
) -> CellMark:
    return CellMark(at(sheet, row, column), text, severity)


def patched(*arguments: object, **named: object) -> bytes:
    copy = patch(*arguments, **named)  # type: ignore[arg-type] # passed on as given
    assert isinstance(copy, Patched), copy
    return copy.data


def refused(*arguments: object, **named: object) -> Refused:
    copy = patch(*arguments, **named)  # type: ignore[arg-type] # passed on as given
    assert isinstance(copy, Refused), copy
    return copy


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(data: bytes) -> dict[str, tuple[bytes, ...]]:
    """Every part as it lies in the zip: its packed bytes, and what the directory says of it."""
    held = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            local = data[info.header_offset + 26 :][:4]
            skip = int.from_bytes(local[:2], "little") + int.from_bytes(local[2:], "little")
            start = info.header_offset + 30 + skip
            said = repr((info.flag_bits, info.date_time, info.external_attr, info.create_system))
            record = data[start : start + info.compress_size]
            held[info.filename] = (record, said.encode(), info.extra, info.comment)
    return held


def changed(original: bytes, copy: bytes) -> set[str]:
    """The parts of which not every byte, packed or not, is as it was; also new and lost ones."""
    one, other = packed(original), packed(copy)
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def content(data: bytes) -> Workbook:
    workbook, _ = read(data, "thang-03.xlsx")
    assert workbook is not None
    return workbook


def faults(data: bytes) -> set[str]:
    """What Excel's rules for a package forbid."""
    return set(_faults(parts(data)))


def _faults(held: dict[str, bytes]) -> Iterator[str]:
    names = {name.lower() for name in held}
    for name, part in held.items():
        if name.endswith((".xml", ".rels")):
            try:
                ET.fromstring(part)
            except ET.ParseError as error:
                yield f"{name} is not XML: {error}"
    yield from _types(held)
    for name, part in held.items():
        if name.endswith(".rels"):
            yield from _relations(name, part, names)
    for name, part in held.items():
        if name.startswith("xl/worksheets/sheet"):
            yield from _cells(name, part)


def _types(held: dict[str, bytes]) -> Iterator[str]:
    root = ET.fromstring(held["[Content_Types].xml"])
    stated = [each.get("PartName", "").lstrip("/").lower() for each in root]
    stated = [name for name in stated if name]
    endings = {each.get("Extension", "").lower() for each in root}
    if len(stated) != len(set(stated)):
        yield "a part has two types"
    for name in set(stated) - {name.lower() for name in held}:
        yield f"{name} has a type but is not there"
    for name in held:
        ending = name.rpartition(".")[2].lower()
        if name != "[Content_Types].xml" and name.lower() not in stated and ending not in endings:
            yield f"{name} has no type"


def _relations(name: str, part: bytes, names: set[str]) -> Iterator[str]:
    rows = list(ET.fromstring(part))
    ids = [row.get("Id") for row in rows]
    if len(ids) != len(set(ids)):
        yield f"{name} has an id twice"
    folder = posixpath.dirname(posixpath.dirname(name))
    for row in rows:
        target = posixpath.normpath(posixpath.join("/", folder, row.get("Target", "")))
        outward = row.get("TargetMode") == "External"
        if not outward and target.lstrip("/").lower() not in names:
            yield f"{name} leads to {target}, which is not there"


def _cells(name: str, part: bytes) -> Iterator[str]:
    """Rows and cells in ascending order, as Excel wants them."""
    rows = [element for element in ET.fromstring(part).iter() if element.tag.endswith("}row")]
    numbers = [int(row.get("r", 0)) for row in rows]
    if all(numbers) and numbers != sorted(set(numbers)):
        yield f"{name}: rows are not in order"
    for row in rows:
        columns = [_column(cell.get("r", "")) for cell in row]
        if all(columns) and columns != sorted(set(columns)):
            yield f"{name}: cells of row {row.get('r')} are not in order"


def _column(address: str) -> int:
    number = 0
    for letter in address.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def office_month() -> bytes:
    """A month with everything a library's load and save would lose or move."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    bold = book.add_format({"bold": True, "bg_color": "#FFFF00", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    tasks, codes, empty = (book.add_worksheet(name) for name in ("Giao việc", "Mã", "Trống"))
    tasks.write_row(0, 0, ["UBND XÃ ĐỒNG LIM"])
    tasks.write_row(2, 0, ["STT", "Nội dung", "Người thực hiện", "Số lượng", "Điểm"], bold)
    tasks.write_row(3, 0, [1, "Soạn công văn", "Nguyễn Văn An", 10])
    tasks.write_row(4, 0, [2, "Báo cáo", None, 2])
    tasks.write_formula(3, 4, "=D4*2", None, 20)
    tasks.write_formula(4, 4, "=D5*2", None, 4)
    tasks.write_formula(5, 4, "=SUM(E4:E5)", None, 24)
    tasks.write_datetime(3, 5, __import__("datetime").datetime(2026, 3, 20), day)
    tasks.merge_range("G4:G5", "Phòng Kinh tế")
    tasks.set_row(9, 40)
    tasks.set_column("H:H", 30, bold)
    tasks.write_comment("B4", "Ghi chú của cơ quan")
    tasks.data_validation("C4:C20", {"validate": "list", "source": "='Mã'!$A$1:$A$3"})
    tasks.conditional_format("D4:D9", {"type": "data_bar", "data_bar_2010": True})
    tasks.autofilter("A3:E5")
    codes.write_column(0, 0, ["01.003", "01.004", "Hòa"])
    codes.insert_button("C3", {"caption": "Bấm"})
    empty.set_landscape()
    book.close()
    return stream.getvalue()
