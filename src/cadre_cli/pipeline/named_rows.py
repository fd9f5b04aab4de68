"""Rows that cadre.toml names: each one left out is told, and so is a name that no row answers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.grid import Grid
from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.choosing import of_sheet
from cadre_cli.sheets.own_rows import named_rows
from cadre_cli.vietnamese.text import fold

Named = frozenset[tuple[str, str]]
"""Names of rows that were met: the sheet's folded name, and the words as cadre.toml has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLeftOut(Finding):
    """Một dòng không được đọc vì cơ quan khai như thế trong cadre.toml, mục [reading.rows].

    Lời khai ấy dùng cho mọi tệp có trang cùng tên, nên cần xem dòng này có đúng là dòng muốn bỏ.
    """

    code: ClassVar[str] = "B16"
    message: ClassVar[Text] = Text(
        "Dòng {row} không được đọc: cadre.toml khai bỏ “{words}”.",
        "Row {row} was left out: cadre.toml names “{words}” as a row to leave.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm gì nếu đúng là dòng cần bỏ; nếu không, sửa hoặc xóa chữ ấy trong cadre.toml, "
        "mục [reading.rows].",
        "Nothing to do if the row is meant; else correct or remove these words in cadre.toml, "
        "[reading.rows].",
    )
    wrong: ClassVar[str] = (
        "| cadre.toml | Dòng trong tệp |\n|---|---|\n| Rà soát* | Rà soát hộ nghèo |"
    )
    right: ClassVar[str] = "| cadre.toml | Dòng trong tệp |\n|---|---|\n| Việc mẫu* | Việc mẫu: … |"

    severity: Severity = Severity.NOTE
    row: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchRow(Finding):
    """Chữ khai ở cadre.toml, mục [reading.rows], phải có trong một dòng của trang ấy.

    Thường do gõ sai, hoặc dòng ấy đã sửa lời. Nếu lần này chỉ chạy một vài tệp, còn dòng ấy ở tệp
    khác, thì không phải làm gì.
    """

    code: ClassVar[str] = "B17"
    message: ClassVar[Text] = Text(
        "cadre.toml khai dòng “{words}” ở trang “{sheet}”, nhưng không dòng nào vừa đọc có chữ ấy.",
        "cadre.toml names a row “{words}” of the sheet “{sheet}”, but no row just read has it.",
    )
    fix: ClassVar[Text] = Text(
        "Ghi nguyên chữ của một ô trong dòng ấy, hoặc phần đầu rồi dấu * (“Việc mẫu*”); không cần "
        "nữa thì bỏ đi.",
        "Write all the words of one cell of the row, or how they begin and a star (“Việc mẫu*”); "
        "remove what is not needed.",
    )
    wrong: ClassVar[str] = "| cadre.toml | Dòng trong tệp |\n|---|---|\n| Việc mẩu | Việc mẫu |"
    right: ClassVar[str] = "| cadre.toml | Dòng trong tệp |\n|---|---|\n| Việc mẫu | Việc mẫu |"

    severity: Severity = Severity.WARNING
    sheet: str
    words: str


def rows_left(grid: Grid, office: Office) -> Iterator[Finding]:
    """B16 for each row of a sheet that the office names to be left."""
    own = of_sheet(office.rows, grid.sheet)
    told: set[int] = set()
    for words in own.leave if own else ():
        for row in sorted(named_rows(grid, [words]) - told):
            told.add(row)
            yield RowLeftOut(at=grid.ref(row, min(grid.rows[row])), row=row, words=words)


def rows_named(grids: Sequence[Grid], office: Office) -> Named:
    """The names of rows, to leave or to take, that a row of these sheets answers to."""
    return frozenset(
        (fold(grid.sheet), words)
        for grid in grids
        if (own := of_sheet(office.rows, grid.sheet)) is not None
        for words in (*own.leave, *own.take)
        if named_rows(grid, [words])
    )


def rows_nowhere(
    office: Office, sheets: Iterable[str], named: Iterable[Named]
) -> tuple[Finding, ...]:
    """B17 for each name of a row that none of the sheets read answers to."""
    known = {fold(sheet) for sheet in sheets}
    met: Named = frozenset().union(*named)
    return tuple(
        NoSuchRow(at=CellRef("cadre.toml"), sheet=sheet, words=words)
        for sheet, own in office.rows.items()
        if fold(sheet) in known
        for words in (*own.leave, *own.take)
        if (fold(sheet), words) not in met
    )
