"""What is not read, and what is said about it: the findings T01 to T04 and T09."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from tests.workbook.packages import (
    MAIN,
    SHEET,
    cell,
    parts,
    relationships,
    sheet,
    strings,
    zipped,
)

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.cells import read_cells
from cadre_cli.workbook.limits import OTHER_CIPHER, OverLimit
from cadre_cli.workbook.making import Budget, CellMaker
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.read import READERS, REFUSALS, read
from cadre_cli.workbook.sniff import (
    ActiveContent,
    Container,
    OtherFormat,
    OverLimits,
    PasswordProtected,
    Unreadable,
    sniff,
)

AT = CellRef("thang-03.xlsx")
GOOD = zipped(parts(cell("<v>1</v>")))
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def ole2(stream: str) -> bytes:
    return OLE2 + (stream + "\0").encode("utf-16-le") + bytes(100)


def archive(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, "x"))


def refusal(data: bytes) -> Finding:
    workbook, findings = read(data, AT.file)
    assert workbook is None
    (finding,) = findings
    assert finding.at == AT
    return finding


@pytest.mark.parametrize(
    ("data", "container"),
    [
        (GOOD, Container.OOXML),
        (archive("xl/workbook.bin", "[Content_Types].xml"), Container.XLSB),
        (archive("mimetype", "content.xml"), Container.ODS),
        (archive("word/document.xml"), Container.WORD),
        (archive("a.txt"), Container.UNKNOWN),
        (GOOD[:-30], Container.DAMAGED_ZIP),
        (ole2("Workbook"), Container.BIFF8),
        (ole2("Book"), Container.BIFF8),
        (ole2("WORKBOOK"), Container.BIFF8),
        (ole2("EncryptedPackage"), Container.ENCRYPTED),
        (ole2("WordDocument"), Container.WORD),
        (OLE2, Container.UNKNOWN),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", Container.BIFF8),
        (b"\xef\xbb\xbf\r\n<html><body><table>", Container.HTML),
        ("\ufeff<TABLE border=1>".encode("utf-16-le"), Container.HTML),
        (b"<!DOCTYPE html><html>", Container.HTML),
        (b"MIME-Version: 1.0\r\n", Container.HTML),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            Container.SPREADSHEETML_2003,
        ),
        (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument">', Container.ODS),
        ("STT,Họ tên\n1,Nguyễn Văn An\n".encode(), Container.TEXT),
        ("STT\tHọ tên\n".encode("utf-16"), Container.TEXT),
        ("Hä vµ tªn;1".encode("latin-1"), Container.TEXT),
        (b"%PDF-1.7\n\x00\x01", Container.PDF),
        (b"", Container.EMPTY),
        (bytes(5000), Container.EMPTY),
        (b"\xef\xbb\xbf\r\n", Container.EMPTY),
        (b"\x7fELF\x02\x01\x01\x00\x00", Container.UNKNOWN),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, container: Container) -> None:
    assert sniff(data) is container


def test_every_container_has_a_reader_or_its_own_words() -> None:
    assert set(READERS) | set(REFUSALS) | {Container.ENCRYPTED} == set(Container)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Không đọc được tệp này: tệp rỗng, không có dữ liệu."),
        (
            GOOD[: len(GOOD) // 2],
            "Không đọc được tệp này: tệp bị hỏng hoặc chép, tải về chưa trọn vẹn.",
        ),
        (
            "Kính gửi: các thôn\nĐề nghị nộp bảng, hạn ngày 5".encode(),
            (
                "Không đọc được tệp này: tệp là văn bản thường, không có bảng (không có dấu phẩy, chấm "
                "phẩy hoặc tab chia các dòng thành cột đều nhau)."
            ),
        ),
        (
            ole2("Workbook"),
            "Không đọc được tệp này: tệp Excel 97-2003 (.xls) bị hỏng hoặc chép chưa trọn vẹn.",
        ),
        (
            b"<html><body>H\xe1\xba\xbft phi\xc3\xaan</body></html>",
            "Không đọc được tệp này: tệp thực ra là trang web (HTML) và trong trang không có bảng nào.",
        ),
        (b"\x00\x01\x02\x03", "Không đọc được tệp này: nội dung không phải bảng tính."),
    ],
)
def test_t01_says_what_the_file_is(data: bytes, said: str) -> None:
    finding = refusal(data)

    assert (type(finding), finding.code, finding.said()) == (Unreadable, "T01", said)
    assert ".xlsx" in finding.remedy()


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        (SHEET, "<worksheet><sheetData>", "phần “xl/worksheets/sheet1.xml” bên trong tệp bị hỏng"),
        (SHEET, b"\xff\xff<a/>", "phần “xl/worksheets/sheet1.xml” bên trong tệp bị hỏng"),
        (
            SHEET,
            '<?xml version="1.0" encoding="koi8-r"?><worksheet/>',
            "phần “xl/worksheets/sheet1.xml” bên trong tệp bị hỏng (encoding koi8-r)",
        ),
        (SHEET, cell("<v>5</v>", ' t="s"'), "có ô trỏ tới đoạn chữ không có trong tệp"),
        (SHEET, sheet('<row r="0"><c r="A0"/></row>'), "có ô ghi địa chỉ sai (“0”)"),
        (SHEET, sheet('<row r="1"><c r="XFE1"/></row>'), "có ô ghi địa chỉ sai (“XFE1”)"),
        (SHEET, sheet("<c><v>1</v></c>"), "có ô ghi địa chỉ sai (“”)"),
        (
            "xl/_rels/workbook.xml.rels",
            relationships(),
            "không tìm thấy nội dung của trang “Giao việc” trong tệp",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relationships(("r1", "worksheet", "worksheets/none.xml")),
            "thiếu phần “xl/worksheets/none.xml” bên trong tệp",
        ),
    ],
)
def test_t01_says_which_part_is_damaged(part: str, content: str | bytes, said: str) -> None:
    finding = refusal(zipped(parts(cell("<v>1</v>")) | {part: content}))

    assert isinstance(finding, Unreadable)
    assert said in finding.said()


def test_t01_is_raised_for_a_broken_part_and_a_foreign_compression() -> None:
    broken = bytearray(GOOD)
    broken[GOOD.index(SHEET.encode()) + len(SHEET) + 4] ^= 0xFF
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_LZMA) as foreign:
        for name, content in parts(cell("")).items():
            foreign.writestr(name, content)

    said = [refusal(data).code for data in (bytes(broken), stream.getvalue())]

    assert said == ["T01", "T01"]


def test_t02_is_raised_for_a_password() -> None:
    encrypted_zip = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = encrypted_zip.find(signature)
        while at >= 0:
            encrypted_zip[at + offset] |= 1
            at = encrypted_zip.find(signature, at + 4)

    found = refusal(bytes(encrypted_zip))

    assert found == PasswordProtected(at=AT, why=OTHER_CIPHER)
    assert found.code == "T02"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            {SHEET: " " * 3_000_000},
            "phần “xl/worksheets/sheet1.xml” nén quá 100 lần, dấu hiệu của tệp dùng để làm treo máy",
        ),
        ({f"xl/media/{n}": "" for n in range(2_000)}, "có hơn 2.000 phần bên trong"),
        (
            {"xl/sharedStrings.xml": f"<!DOCTYPE sst []>{strings()}"},
            (
                "phần “xl/sharedStrings.xml” khai báo DOCTYPE hoặc ENTITY, thứ không bảng tính nào cần "
                "và thường dùng để làm treo máy"
            ),
        ),
    ],
)
def test_t03_says_which_limit_was_passed(content: dict[str, str], what: str) -> None:
    finding = refusal(zipped(parts(cell("<v>1</v>")) | content))

    assert isinstance(finding, OverLimits)
    assert (finding.code, finding.what.vi) == ("T03", what)
    assert finding.said() == (
        f"Tệp vượt giới hạn an toàn: {what}. Giới hạn: 200 MB khi giải nén, 2.000 phần, 3.000.000 ô."
    )


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_t03_is_raised_for_an_entity_bomb_before_it_grows(part: str, encoding: str) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;">]>'
        f'<worksheet xmlns="{MAIN}"><sheetData/><b>&b;</b></worksheet>'
    )

    finding = refusal(zipped(parts(cell("")) | {part: bomb.encode(encoding)}))

    assert isinstance(finding, OverLimits)
    assert "DOCTYPE" in finding.said()


def test_t03_counts_declared_sizes_before_anything_is_unpacked() -> None:
    sizes = {SHEET: 101 << 20}, dict.fromkeys((SHEET, "xl/styles.xml", "xl/workbook.xml"), 99 << 20)

    said = [refusal(_declaring(size)).said() for size in sizes]

    assert "phần “xl/worksheets/sheet1.xml” lớn hơn 100 MB" in said[0]
    assert "cả tệp khi giải nén lớn hơn 200 MB" in said[1]


def test_a_part_that_holds_more_than_it_declares_is_not_unpacked_further() -> None:
    assert refusal(_declaring({SHEET: 10})).code == "T01"


@pytest.mark.parametrize("mark", ["<sheetData>", "<sheetData> "])
def test_t03_is_raised_for_more_cells_than_the_budget_of_the_whole_workbook(mark: str) -> None:
    part = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    data = part.replace("<sheetData>", mark).encode()

    read_cells(data, SHEET, CellMaker((), ()), Budget(2))
    with pytest.raises(OverLimit):
        read_cells(data, SHEET, CellMaker((), ()), Budget(1))


def test_t03_is_raised_for_a_directory_of_countless_entries_before_it_is_parsed() -> None:
    finding = refusal(b"PK\x03\x04" + b"PK\x01\x02" * 20_001)

    assert isinstance(finding, OverLimits)


@pytest.mark.parametrize(
    ("name", "findings"),
    [
        ("thang-03.xlsx", ()),
        ("THANG-03.XLSM", ()),
        ("thang-03", ()),
        (
            "2024/thang-03.xls",
            (
                OtherFormat(
                    at=CellRef("2024/thang-03.xls"),
                    extension=".xls",
                    really="Excel Workbook (.xlsx)",
                ),
            ),
        ),
    ],
)
def test_t04_warns_of_another_extension_and_the_file_is_read(
    name: str, findings: tuple[Finding, ...]
) -> None:
    workbook, found = read(GOOD, name)

    assert found == findings
    assert workbook is not None
    assert (workbook.name, len(workbook.grids), len(workbook.sha256)) == (name, 1, 64)


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("xl/vbaProject.bin", Text("macro", "macros")),
        (
            "xl/externalLinks/externalLink1.xml",
            Text("liên kết tới tệp khác", "links to other files"),
        ),
        ("xl/connections.xml", Text("kết nối dữ liệu", "data connections")),
    ],
)
def test_t09_warns_of_what_is_never_run_or_followed(part: str, found: Text) -> None:
    workbook, findings = read(zipped(parts(cell("<v>1</v>")) | {part: "x"}), AT.file)

    assert workbook is not None
    assert findings == (ActiveContent(at=AT, found=(found,)),)
    assert findings[0].code == "T09"


def test_a_fault_of_ours_is_not_reported_as_a_bad_file() -> None:
    def faulty(name: str, attributes: dict[str, str]) -> None:
        raise KeyError(name, attributes)

    with pytest.raises(KeyError):
        parse(b"<a/>", SHEET, Handlers(faulty, str, str))


def _declaring(sizes: dict[str, int]) -> bytes:
    """A package whose directory gives some of its parts another size than they have."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as made:
        for name, content in parts(cell("<v>1</v>")).items():
            made.writestr(name, content, ZIP_DEFLATED if sizes[SHEET] < 100 else ZIP_STORED)
    data = bytearray(stream.getvalue())
    for name, size in sizes.items():
        at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
        struct.pack_into("<I", data, at + 24, size)
        if size > 100:
            struct.pack_into("<I", data, at + 20, size)
    return bytes(data)
