"""bytes → Workbook: the one door through which files come in, and the refusals at that door."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePath

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import MEGABYTE, MOST_BYTES, Damaged, Locked, OverLimit
from cadre_cli.workbook.ooxml import read_ooxml
from cadre_cli.workbook.sniff import (
    Container,
    OtherFormat,
    OverLimits,
    PasswordProtected,
    Unreadable,
    sniff,
)

Reader = Callable[[bytes, str, str], tuple[Workbook, tuple[Finding, ...]]]
"""Bytes, file name, SHA-256 → workbook and findings; may raise Damaged, Locked, OverLimit."""

READERS: Mapping[Container, Reader] = {
    Container.OOXML: read_ooxml,
}
"""A reader for another format is one more line here."""

EXTENSIONS: Mapping[Container, tuple[str, ...]] = {
    Container.OOXML: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    Container.BIFF8: (".xls", ".xlt"),
    Container.HTML: (".html", ".htm", ".mht", ".mhtml"),
    Container.SPREADSHEETML_2003: (".xml",),
    Container.ODS: (".ods", ".fods"),
    Container.XLSB: (".xlsb",),
    Container.TEXT: (".csv", ".txt", ".tsv"),
}

_SAVE_AS_XLSX = Text(
    "Mở bằng Excel, chọn Lưu thành (Save As), lưu lại dạng Excel Workbook (.xlsx) rồi chạy lại",
    "Open it in Excel, save it as Excel Workbook (.xlsx), and run again",
)
_GET_AGAIN = Text(
    "Chép hoặc tải lại tệp từ nơi gửi; nếu Excel mở được, lưu lại dạng Excel Workbook (.xlsx)",
    "Copy or download it again; if Excel can open it, save it as Excel Workbook (.xlsx)",
)
_RIGHT_FILE = Text(
    "Kiểm tra xem có chọn nhầm tệp; nếu bảng nằm trong tệp này, chép bảng sang Excel rồi lưu dạng "
    "Excel Workbook (.xlsx)",
    "Check whether it is the right file; if the table is in it, copy it into Excel and save it as "
    "Excel Workbook (.xlsx)",
)

REFUSALS: Mapping[Container, tuple[Text, Text]] = {
    Container.EMPTY: (
        Text("tệp rỗng, không có dữ liệu", "the file is empty"),
        _GET_AGAIN,
    ),
    Container.DAMAGED_ZIP: (
        Text(
            "tệp bị hỏng hoặc chép, tải về chưa trọn vẹn",
            "the file is damaged or was copied only in part",
        ),
        _GET_AGAIN,
    ),
    Container.BIFF8: (
        Text(
            "tệp ở định dạng Excel cũ (Excel 97-2003, .xls), chưa đọc được",
            "it is in the old Excel 97-2003 format (.xls), not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.XLSB: (
        Text(
            "tệp ở định dạng Excel nhị phân (.xlsb), chưa đọc được",
            "it is an Excel Binary Workbook (.xlsb), not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.ODS: (
        Text(
            "tệp ở định dạng OpenDocument (.ods của LibreOffice), chưa đọc được",
            "it is an OpenDocument spreadsheet (.ods), not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.HTML: (
        Text(
            "tệp thực ra là trang web (HTML) do phần mềm khác xuất ra, chưa đọc được",
            "it is really a web page (HTML) exported by another program, not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.SPREADSHEETML_2003: (
        Text(
            "tệp thực ra ở định dạng XML Spreadsheet 2003, chưa đọc được",
            "it is really an XML Spreadsheet 2003, not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.TEXT: (
        Text(
            "tệp thực ra là văn bản thường (hoặc CSV), chưa đọc được",
            "it is really plain text (or CSV), not read yet",
        ),
        _SAVE_AS_XLSX,
    ),
    Container.WORD: (
        Text("đây là tệp Word, không phải bảng tính", "it is a Word document, not a workbook"),
        _RIGHT_FILE,
    ),
    Container.PDF: (
        Text("đây là tệp PDF, không phải bảng tính", "it is a PDF, not a workbook"),
        _RIGHT_FILE,
    ),
    Container.UNKNOWN: (
        Text("nội dung không phải bảng tính", "the content is not a workbook"),
        _RIGHT_FILE,
    ),
}
"""What a file without a reader is, and what to do; passwords have their own finding."""


def read(data: bytes, name: str) -> tuple[Workbook | None, tuple[Finding, ...]]:
    """The workbook a file holds, or None with the finding that says why and what to do.

    `name` is the file's path as findings show it; its extension is compared with the content
    (T04) but decides nothing. T05 and T06 are not raised here: which cells are needed is known
    only when the sheet's kind is.
    """
    at = CellRef(name)
    if len(data) > MOST_BYTES:
        size = f"{MOST_BYTES // MEGABYTE} MB"
        what = Text(f"tệp lớn hơn {size}", f"the file is larger than {size}")
        return None, (OverLimits(at=at, what=what),)
    container = sniff(data)
    if container is Container.ENCRYPTED:
        return None, (PasswordProtected(at=at),)
    reader = READERS.get(container)
    if reader is None:
        why, remedy = REFUSALS[container]
        return None, (Unreadable(at=at, why=why, remedy_text=remedy),)
    try:
        workbook, findings = reader(data, name, hashlib.sha256(data).hexdigest())
    except Damaged as damaged:
        return None, (Unreadable(at=at, why=damaged.why, remedy_text=_GET_AGAIN),)
    except Locked:
        return None, (PasswordProtected(at=at),)
    except OverLimit as over:
        return None, (OverLimits(at=at, what=over.what),)
    return workbook, _extension(container, at) + findings


def _extension(container: Container, at: CellRef) -> tuple[Finding, ...]:
    extension = PurePath(at.file).suffix.lower()
    if not extension or extension in EXTENSIONS[container]:
        return ()
    return (OtherFormat(at=at, extension=extension, really=container.value),)
