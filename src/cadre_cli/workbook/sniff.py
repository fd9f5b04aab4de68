"""What the bytes of a file are, by their content, and the findings about files as a whole."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import (
    MEGABYTE,
    MOST_BYTES,
    MOST_CELLS,
    MOST_PARTS,
    NO_PASSWORD,
    Damaged,
    OverLimit,
)
from cadre_cli.workbook.parts import open_package
from cadre_cli.workbook.text_encoding import BYTE_ORDER_MARKS

_MEGABYTES, _PARTS, _CELLS = MOST_BYTES // MEGABYTE, f"{MOST_PARTS:,}", f"{MOST_CELLS:,}"


class Container(enum.Enum):
    """What a file really is, whatever its name says."""

    OOXML = "Excel Workbook (.xlsx)"
    XLSB = "Excel Binary Workbook (.xlsb)"
    BIFF8 = "Excel 97-2003 (.xls)"
    ENCRYPTED = "OOXML with a password"
    SPREADSHEETML_2003 = "XML Spreadsheet 2003"
    HTML = "HTML"
    ODS = "OpenDocument (.ods)"
    TEXT = "text or CSV"
    WORD = "Word"
    PDF = "PDF"
    DAMAGED_ZIP = "a damaged zip"
    EMPTY = "nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(Finding):
    """Tệp không đọc được như một bảng tính.

    Thường do chép hoặc tải về chưa trọn vẹn, do đổi đuôi tên một tệp khác loại thành .xlsx, hoặc do
    lưu ở định dạng chương trình chưa đọc được. Các tệp khác vẫn được xử lý; tệp này không có dòng
    nào được tính.
    """

    code: ClassVar[str] = "T01"
    message: ClassVar[Text] = Text(
        "Không đọc được tệp này: {why}.", "This file cannot be read: {why}."
    )
    fix: ClassVar[Text] = Text("{remedy_text}.", "{remedy_text}.")
    wrong: ClassVar[str] = (
        "| Tệp trong thư mục | Thực ra là |\n|---|---|\n| thang-03.xlsx | văn bản đổi đuôi tên |"
    )
    right: ClassVar[str] = (
        "| Tệp trong thư mục | Thực ra là |\n|---|---|\n| thang-03.xlsx | Excel Workbook (.xlsx) |"
    )

    why: Text
    remedy_text: Text
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordProtected(Finding):
    """Tệp có mật khẩu mở nên không đọc được.

    Thường do đặt mật khẩu khi gửi thư. Mật khẩu đưa cho chương trình chỉ dùng để mở tệp trong lần
    chạy ấy, không được lưu hay in ra ở đâu.
    """

    code: ClassVar[str] = "T02"
    message: ClassVar[Text] = Text(
        "Tệp có mật khẩu mở nên không đọc được: {why}.",
        "The file is protected with a password and was not read: {why}.",
    )
    fix: ClassVar[Text] = Text(
        "Chạy lại với --password-file TỆP (tệp chữ chỉ ghi mật khẩu); hoặc mở bằng Excel, vào Tệp > "
        "Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.",
        "Run again with --password-file FILE (a text file that holds the password alone); or open "
        "it in Excel, File > Info > Protect Workbook > Encrypt with Password, clear the password "
        "and save.",
    )
    wrong: ClassVar[str] = "| Tệp | Mật khẩu mở |\n|---|---|\n| thang-03.xlsx | có |"
    right: ClassVar[str] = "| Tệp | Mật khẩu mở |\n|---|---|\n| thang-03.xlsx | không |"

    why: Text = NO_PASSWORD
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class OverLimits(Finding):
    """Tệp lớn quá mức hoặc được nén bất thường nên không mở.

    Giới hạn: 200 MB cả tệp khi giải nén, 100 MB một phần, nén 100 lần (ngoài 100 KB đầu), 2.000
    phần, 3.000.000 ô có dữ liệu; không nhận tệp có khai báo DOCTYPE, ENTITY. Thường do hàng vạn
    dòng, cột trống được định dạng, ảnh lớn chèn trong tệp, hoặc tệp cố ý làm treo máy.
    """

    code: ClassVar[str] = "T03"
    message: ClassVar[Text] = Text(
        f"Tệp vượt giới hạn an toàn: {{what}}. Giới hạn: {_MEGABYTES} MB khi giải nén, "
        f"{_PARTS} phần, {_CELLS} ô.".replace(",0", ".0"),
        f"The file is over the safe limits: {{what}}. Limits: {_MEGABYTES} MB unpacked, "
        f"{_PARTS} parts, {_CELLS} cells.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu tin tưởng nguồn gửi: mở bằng Excel, chép riêng các trang cần chấm sang một tệp mới "
        "rồi lưu dạng Excel Workbook (.xlsx); nếu không rõ nguồn gốc thì đừng mở.",
        "If you trust the sender, copy the sheets needed into a new Excel Workbook (.xlsx); if not, "
        "do not open it.",
    )
    wrong: ClassVar[str] = "| Tệp | Khi giải nén |\n|---|---|\n| thang-03.xlsx | 950 MB |"
    right: ClassVar[str] = "| Tệp | Khi giải nén |\n|---|---|\n| thang-03.xlsx | 2 MB |"

    what: Text
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFormat(Finding):
    """Nội dung tệp thuộc định dạng khác với đuôi tên tệp; vẫn đọc bình thường.

    Thường do đổi đuôi tên bằng tay, hoặc do phần mềm khác xuất ra. Excel sẽ hỏi lại khi mở tệp.
    """

    code: ClassVar[str] = "T04"
    message: ClassVar[Text] = Text(
        "Tên tệp có đuôi “{extension}” nhưng nội dung là {really}; vẫn đọc được.",
        "The name ends in “{extension}” but the content is {really}; it was read all the same.",
    )
    fix: ClassVar[Text] = Text(
        "Đổi đuôi tên tệp cho đúng, hoặc mở bằng Excel rồi lưu dạng Excel Workbook (.xlsx).",
        "Rename the file, or open it in Excel and save it as Excel Workbook (.xlsx).",
    )
    wrong: ClassVar[str] = (
        "| Tên tệp | Nội dung |\n|---|---|\n| thang-03.xls | Excel Workbook (.xlsx) |"
    )
    right: ClassVar[str] = (
        "| Tên tệp | Nội dung |\n|---|---|\n| thang-03.xlsx | Excel Workbook (.xlsx) |"
    )

    extension: str
    really: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveContent(Finding):
    """Tệp có macro, liên kết tới tệp khác hoặc kết nối dữ liệu; không chạy, không đi theo.

    Giá trị lấy qua liên kết là giá trị Excel lưu lần cuối, có thể đã cũ.
    """

    code: ClassVar[str] = "T09"
    message: ClassVar[Text] = Text(
        "Tệp có {found}; chương trình không chạy, không mở theo, chỉ đọc giá trị đã lưu.",
        "The file holds {found}; nothing is run or followed, only stored values are read.",
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra nguồn gửi tệp; nếu không cần, mở bằng Excel, bỏ macro và liên kết rồi lưu dạng "
        "Excel Workbook (.xlsx).",
        "Check who sent it; if not needed, remove macros and links in Excel and save as Excel "
        "Workbook (.xlsx).",
    )
    wrong: ClassVar[str] = "| Ô | Công thức |\n|---|---|\n| D5 | ='[thang-02.xlsx]Giao việc'!D5 |"
    right: ClassVar[str] = "| Ô | Giá trị |\n|---|---|\n| D5 | 3 |"

    found: tuple[Text, ...]
    severity: Severity = Severity.WARNING


_HEAD = 8192
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x10\x00")
_STREAMS = tuple(
    (re.compile(re.escape((name + "\x00").encode("utf-16-le")), re.IGNORECASE), container)
    for name, container in (
        ("EncryptedPackage", Container.ENCRYPTED),
        ("WordDocument", Container.WORD),
        ("Workbook", Container.BIFF8),
        ("Book", Container.BIFF8),
    )
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def sniff(data: bytes) -> Container:
    """What the bytes are; never raises, never looks at a name."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):  # also a file of zeros, left by a failed copy
        return Container.EMPTY
    if data.startswith(_ZIP):
        return _zip(data)
    if data.startswith(_OLE2):
        return _ole2(data)
    if data.startswith(b"%PDF"):
        return Container.PDF
    if data.startswith(_OLD_BIFF):
        return Container.BIFF8
    return _text(data)


def _zip(data: bytes) -> Container:
    try:
        names = open_package(data).names()
    except Damaged:
        return Container.DAMAGED_ZIP
    except OverLimit:
        return Container.OOXML  # the reader says which limit
    if "xl/workbook.bin" in names:
        return Container.XLSB
    if any(name.startswith("word/") for name in names):
        return Container.WORD
    if any(name.endswith("workbook.xml") or name.startswith("xl/") for name in names):
        return Container.OOXML
    if {"mimetype", "content.xml"} <= names:
        return Container.ODS
    return Container.UNKNOWN


def _ole2(data: bytes) -> Container:
    """By the names of the streams inside, which stand in an OLE2 file's directory as UTF-16."""
    for stream, container in _STREAMS:
        if stream.search(data):
            return container
    return Container.UNKNOWN


def _text(data: bytes) -> Container:
    head = _decoded(data[:_HEAD])
    if head is None:
        return Container.UNKNOWN
    start = head.lstrip()
    if start.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in start:
            return Container.SPREADSHEETML_2003
        if "urn:oasis:names:tc:opendocument" in start:
            return Container.ODS
        if _HTML.search(start):
            return Container.HTML
    if start.startswith("MIME-Version:"):  # Excel's "Single File Web Page"
        return Container.HTML
    return Container.TEXT


def _decoded(head: bytes) -> str | None:
    """The first characters, None when they are no text in any usual encoding."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    text = head.decode("latin-1")  # TCVN3 and cp1258 are legal here: only control bytes tell
    return None if _BINARY.search(text) else text
