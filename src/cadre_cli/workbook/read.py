"""bytes → Workbook: the one door through which files come in, and the refusals at that door."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePath

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.biff import read_biff
from cadre_cli.workbook.delimited import read_delimited
from cadre_cli.workbook.encrypted import unlocked
from cadre_cli.workbook.html import read_html
from cadre_cli.workbook.limits import (
    MEGABYTE,
    MOST_BYTES,
    Damaged,
    Locked,
    NoTable,
    OverLimit,
)
from cadre_cli.workbook.ods import read_ods
from cadre_cli.workbook.ooxml import read_ooxml
from cadre_cli.workbook.sniff import (
    Container,
    OtherFormat,
    OverLimits,
    PasswordProtected,
    Unreadable,
    sniff,
)
from cadre_cli.workbook.spreadsheetml import read_spreadsheetml
from cadre_cli.workbook.xlsb import read_xlsb

Reader = Callable[[bytes, str, str], tuple[Workbook, tuple[Finding, ...]]]
"""Bytes, file name, SHA-256 → workbook and findings; may raise Damaged, Locked, OverLimit."""

READERS: Mapping[Container, Reader] = {
    Container.OOXML: read_ooxml,
    Container.BIFF8: read_biff,
    Container.XLSB: read_xlsb,
    Container.ODS: read_ods,
    Container.SPREADSHEETML_2003: read_spreadsheetml,
    Container.HTML: read_html,
    Container.TEXT: read_delimited,
}
"""A reader for another format is one more line here."""

EXTENSIONS: Mapping[Container, tuple[str, ...]] = {
    Container.OOXML: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    Container.BIFF8: (".xls", ".xlt"),
    Container.HTML: (".html", ".htm", ".mht", ".mhtml"),
    Container.SPREADSHEETML_2003: (".xml",),
    Container.ODS: (".ods", ".ots", ".fods"),
    Container.XLSB: (".xlsb",),
    Container.TEXT: (".csv", ".txt", ".tsv"),
}

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


def read(
    data: bytes, name: str, password: str | None = None
) -> tuple[Workbook | None, tuple[Finding, ...]]:
    """The workbook a file holds, or None with the finding that says why and what to do.

    `name` is the file's path as findings show it; its extension is compared with the content
    (T04) but decides nothing. `password` is tried on an encrypted file and goes nowhere else. T05
    and T06 are not raised here: which cells are needed is known only when the sheet's kind is.
    """
    at = CellRef(name)
    if len(data) > MOST_BYTES:
        size = f"{MOST_BYTES // MEGABYTE} MB"
        what = Text(f"tệp lớn hơn {size}", f"the file is larger than {size}")
        return None, (OverLimits(at=at, what=what),)
    sha256 = hashlib.sha256(data).hexdigest()
    container = sniff(data)
    try:
        if container is Container.ENCRYPTED:
            data = unlocked(data, password)
            container = sniff(data)
        if container in REFUSALS:
            why, remedy = REFUSALS[container]
            return None, (Unreadable(at=at, why=why, remedy_text=remedy),)
        workbook, findings = _opened(container, data, name, sha256, password)
    except NoTable as other:
        return None, (Unreadable(at=at, why=other.why, remedy_text=_RIGHT_FILE),)
    except Damaged as damaged:
        return None, (Unreadable(at=at, why=damaged.why, remedy_text=_GET_AGAIN),)
    except Locked as locked:
        return None, (PasswordProtected(at=at, why=locked.why),)
    except OverLimit as over:
        return None, (OverLimits(at=at, what=over.what),)
    return workbook, _extension(container, at) + findings


def _opened(
    container: Container, data: bytes, name: str, sha256: str, password: str | None
) -> tuple[Workbook, tuple[Finding, ...]]:
    reader = READERS[container]
    try:
        return reader(data, name, sha256)
    except Locked:
        if container is not Container.BIFF8:
            raise
    return reader(unlocked(data, password), name, sha256)


def _extension(container: Container, at: CellRef) -> tuple[Finding, ...]:
    extension = PurePath(at.file).suffix.lower()
    if not extension or extension in EXTENSIONS[container]:
        return ()
    return (OtherFormat(at=at, extension=extension, really=container.value),)
