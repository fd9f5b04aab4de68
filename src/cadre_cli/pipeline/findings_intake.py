"""Findings about what of a file was not read: no known table (B01), a sheet left out (B02)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoKnownTable(Finding):
    """Trong tệp không có bảng nào thuộc loại đã biết.

    Thường do tệp không phải bảng giao việc, chấm điểm; hoặc tiêu đề cột viết khác hẳn thói quen.
    """

    code: ClassVar[str] = "B01"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Không nhận ra bảng nào trong tệp: {why}.",
        en="No known table in this file: {why}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Xem `cadre inspect` để biết từng trang được hiểu thế nào; nếu là bảng cần đọc, ghi loại "
        "bảng và tiêu đề vào cadre.toml, mục [reading].",
        en="`cadre inspect` shows how each sheet was understood; name the kind and headings in "
        "cadre.toml, [reading], if it is a table to be read.",
    )
    wrong: ClassVar[str] = "| A | B |\n|---|---|\n| x | 1 |"
    right: ClassVar[str] = "| STT | Họ và tên | Chức vụ | Đơn vị |\n|---|---|---|---|"
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLeftOut(Finding):
    """Một trang tính không được đọc.

    Thường là trang hướng dẫn, ví dụ, danh mục mã hoặc trang bỏ đi; nếu trang ấy có số liệu cần
    tính thì sửa tiêu đề bảng.
    """

    code: ClassVar[str] = "B02"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text(
        vi="Trang “{sheet}” không được đọc: {why}.", en="Sheet “{sheet}” was left out: {why}."
    )
    fix: ClassVar[Text] = Text(
        vi="Không phải làm gì nếu trang này không dùng để chấm điểm; nếu có, sửa tiêu đề bảng hoặc "
        "ghi loại bảng vào cadre.toml, mục [reading].",
        en="Nothing to do if the sheet is not for scoring; else mend its headings or name its kind "
        "in cadre.toml, [reading].",
    )
    wrong: ClassVar[str] = "| Ví dụ | |\n|---|---|"
    right: ClassVar[str] = "| STT | Nội dung công việc | Người thực hiện |\n|---|---|---|"
    sheet: str
    why: Text
