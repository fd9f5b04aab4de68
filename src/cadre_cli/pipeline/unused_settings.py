"""What an office or a user said about reading that no file had a use for: told, never passed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.office import Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.vietnamese.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchSheet(Finding):
    """Trang ghi trong cadre.toml, mục [reading], phải có trong một tệp được đọc.

    Thường do gõ sai tên trang, hoặc trang đã đổi tên. Nếu lần này chỉ chạy một vài tệp, còn trang ấy
    ở tệp khác, thì không phải làm gì.
    """

    code: ClassVar[str] = "B12"
    message: ClassVar[Text] = Text(
        "cadre.toml ghi trang “{sheet}” ({kind}), nhưng không tệp nào vừa đọc có trang này.",
        "cadre.toml names the sheet “{sheet}” ({kind}), but no file just read has it.",
    )
    fix: ClassVar[Text] = Text(
        "Sửa tên trang trong mục [reading] cho đúng như ở thẻ trang của Excel, hoặc bỏ dòng đó.",
        "Write the sheet's name under [reading] as Excel's tab shows it, or remove the line.",
    )
    wrong: ClassVar[str] = "| Trang trong tệp | cadre.toml |\n|---|---|\n| Tháng 9 | T9 |"
    right: ClassVar[str] = "| Trang trong tệp | cadre.toml |\n|---|---|\n| Tháng 9 | Tháng 9 |"

    severity: Severity = Severity.WARNING
    sheet: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodNotUsed(Finding):
    """Kỳ ghi ở --period chỉ dùng cho tệp không tự ghi kỳ nào.

    Tiêu đề, tên trang, tên tệp đã nói rõ kỳ thì chương trình theo tệp. Nếu tệp ghi sai kỳ thì sửa
    trong tệp.
    """

    code: ClassVar[str] = "B13"
    message: ClassVar[Text] = Text(
        "--period {asked} không dùng vì tệp ghi {found}.",
        "--period {asked} was not used: the file says {found}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm gì nếu tệp ghi đúng kỳ; nếu không, sửa tiêu đề, tên trang hoặc tên tệp.",
        "Nothing to do if the file is right; else correct its title, sheet name or file name.",
    )
    wrong: ClassVar[str] = "cadre score --period 2026-04: “KẾT QUẢ THÁNG 3 NĂM 2026”"
    right: ClassVar[str] = "cadre score --period 2026-04: “KẾT QUẢ THÁNG 4 NĂM 2026”"

    severity: Severity = Severity.NOTE
    asked: Period
    found: tuple[str, ...]


def sheets_nowhere(office: Office, sheets: Iterable[str]) -> tuple[Finding, ...]:
    """The sheets cadre.toml names that are not among those read; none where nothing was read."""
    known = {fold(sheet) for sheet in sheets}
    if not known:
        return ()
    return tuple(
        NoSuchSheet(at=CellRef("cadre.toml"), sheet=sheet, kind=kind)
        for sheet, kind in {**dict.fromkeys(office.rows, "rows"), **office.sheets}.items()
        if fold(sheet) not in known
    )


def period_unused(
    file: str, asked: Period | None, found: Iterable[Period | None]
) -> tuple[Finding, ...]:
    """That --period served for no table of a file that says its own."""
    periods = sorted({period for period in found if period is not None})
    if asked is None or not periods or asked in periods:
        return ()
    return (PeriodNotUsed(at=CellRef(file), asked=asked, found=tuple(map(str, periods))),)
