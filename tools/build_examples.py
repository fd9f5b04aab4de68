"""Builds examples/xa-dong-lim, an invented commune's folder; `--check` only compares with the disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import example_commune as commune
from tools.example_april import APRIL, AWAY
from tools.example_march import MARCH, STATED_WRONG
from tools.example_work import PASSED_ON, PLANNED, Job, Month, common, grade, total, work
from tools.sheet_forms import Book, Form, Formula, column, same_workbook

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "examples" / "xa-dong-lim"
LEFT = ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG LIM")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
MAKER, HEAD = ("NGƯỜI LẬP BIỂU", "Hoàng Thị Lan"), ("CHỦ TỊCH", commune.CHAIRMAN)

CADRE_TOML = """\
# Cơ quan trong ví dụ là hư cấu; mọi tên người, tên thôn đều do chúng tôi đặt ra.
[office]
name = "UBND xã Đồng Lim"
superior = "UBND tỉnh Thanh Hóa"
letterhead = "state"
place = "Đồng Lim"
signers = [
    { title = "NGƯỜI LẬP BIỂU", name = "Hoàng Thị Lan" },
    { title = "CHỦ TỊCH", name = "Lê Văn Quảng" },
]

[files]
roster = "danh-sach.xlsx"
catalogue = "danh-muc.xlsx"

# Chỗ luật chưa nói rõ, cơ quan đã quyết định và ghi số văn bản ở đây.
[decisions]
display_decimals = { option = "2", document = "QĐ số 18/QĐ-UBND ngày 15/01/2026" }
# Viên chức đến hết 30/6/2026: cơ quan mượn cách tính điểm của Nghị định 335/2025/NĐ-CP.
vien_chuc_rule_2026 = { option = "nd335-2025", document = "QĐ số 18/QĐ-UBND ngày 15/01/2026" }
"""

GRADES = {
    "HTXS": "Hoàn thành xuất sắc nhiệm vụ",
    "HTT": "Hoàn thành tốt nhiệm vụ",
    "HT": "Hoàn thành nhiệm vụ",
    "KHT": "Không hoàn thành nhiệm vụ",
}


# ── roster and catalogue ─────────────────────────────────────────────────────────────────────


def roster() -> bytes:
    """danh-sach.xlsx."""
    book = Book("Danh sách cán bộ, công chức xã Đồng Lim")
    form = book.sheet(
        "Danh sách",
        (
            column("STT", 5, "centre"), column("Mã cán bộ", 9, "centre"), column("Họ và tên", 20),
            column("Chức vụ, chức danh", 27), column("Đối tượng", 11, "centre"),
            column("Lãnh đạo, quản lý", 10, "centre"), column("Cấp trên trực tiếp", 17),
            column("Lĩnh vực phụ trách", 25), column("Thôn phụ trách", 13), column("Nhóm", 18),
            column("Ghi chú", 20),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC VÀ NGƯỜI LAO ĐỘNG",
        "(Kèm theo Thông báo số 05/TB-UBND ngày 05/01/2026 của UBND xã)",
    )
    form.headings()
    number = 0
    for marker, unit in zip(("I", "II", "III", "IV"), commune.UNITS, strict=True):
        form.group(marker, unit)
        for person in (each for each in commune.PEOPLE if each.unit == unit):
            number += 1
            form.data(
                (
                    number, f"DL{number:02d}", person.name, person.position, person.kind,
                    "Có" if person.leads else "Không", person.superior, person.field,
                    person.village, person.group, person.note,
                )
            )  # fmt: skip
    form.signatures("Đồng Lim, ngày 05 tháng 01 năm 2026", (MAKER, HEAD))
    return book.bytes()


def catalogue() -> bytes:
    """danh-muc.xlsx: points in column H, the coefficient in column I worked out from them."""
    book = Book("Danh mục sản phẩm, công việc quy đổi của xã Đồng Lim")
    sheets = (
        ("PL I - Dùng chung", "PHỤ LỤC I: DANH MỤC SẢN PHẨM, CÔNG VIỆC DÙNG CHUNG", commune.SHARED),
        ("PL II - Chuyên môn", "PHỤ LỤC II: DANH MỤC SẢN PHẨM, CÔNG VIỆC CHUYÊN MÔN", commune.SPECIAL),
    )  # fmt: skip
    for name, title, parts in sheets:
        form = book.sheet(
            name,
            (
                column("STT", 5, "centre"), column("Mã CV", 8, "centre"), column("Nhiệm vụ", 20),
                column("Công việc chi tiết", 40), column("Sản phẩm đầu ra", 28),
                column("Phân nhóm | Nhóm", 10, "centre"),
                column("Phân nhóm | Khung điểm", 9, "centre"),
                column("Quy đổi | Điểm chấm", 8, "whole"),
                column("Quy đổi | Hệ số quy đổi", 9, "factor"), column("Ghi chú", 14),
            ),
        )  # fmt: skip
        form.letterhead(LEFT, RIGHT)
        form.title(
            title, "(Kèm theo Quyết định số 12/QĐ-UBND ngày 08 tháng 01 năm 2026 của UBND xã)"
        )
        form.headings(34)
        number = 0
        for part, items in parts:
            marker, _, words = part.partition(". ")
            form.group(marker, words)
            for item in items:
                number += 1
                _catalogue_row(form, number, item)
        form.notes(
            "Ghi chú: Sản phẩm chuẩn là văn bản hành chính đơn giản (5 điểm, hệ số 1,00). "
            "Hệ số quy đổi = điểm chấm : 5, làm tròn 2 chữ số thập phân."
        )
        form.signatures("Đồng Lim, ngày 08 tháng 01 năm 2026", (MAKER, HEAD))
    return book.bytes()


def _catalogue_row(form: Form, number: int, item: commune.Item) -> None:
    name, low, high = next(each for each in commune.GROUPS if each[1] <= item.points <= each[2])
    note = "Sản phẩm chuẩn" if item.code == "DC.01" else ""
    factor = Formula("=ROUND(H{row}/5,2)", commune.coefficient(item.code))
    form.data(
        (number, item.code, item.work, item.detail, item.product, name, f"{low}-{high}", item.points, factor, note)
    )  # fmt: skip


# ── March: a sheet for every step ────────────────────────────────────────────────────────────


def numbers(month: Month) -> dict[str, str]:
    """Each task's own number by its content and owner."""
    return {f"{job.owner}|{job.content}": f"GV-{n:03d}" for n, job in enumerate(month.jobs, 1)}


def by_unit(jobs: Sequence[Job]) -> Iterator[tuple[str, str, tuple[Job, ...]]]:
    """The units with their tasks, each under its Roman numeral."""
    for marker, unit in zip(("I", "II", "III", "IV"), commune.UNITS, strict=True):
        yield marker, unit, tuple(j for j in jobs if commune.BY_NAME[j.owner].unit == unit)


def march() -> bytes:
    """2026/thang-03.xlsx."""
    book = Book("Theo dõi, đánh giá tháng 3 năm 2026 của xã Đồng Lim")
    _plan(book, MARCH)
    _assignments(book, MARCH)
    _results(book, MARCH)
    _criteria(book, MARCH)
    _leaders(book, MARCH)
    _happenings(book, MARCH)
    _summary(book, MARCH)
    return book.bytes()


def _day(month: Month, day: int | None) -> date | None:
    return None if day is None else date(month.year, month.month, day)


def _plan(book: Book, month: Month) -> None:
    form = book.sheet(
        "Kế hoạch",
        (
            column("STT", 5, "centre"), column("Mã CV", 8, "centre"), column("Nội dung công việc", 48),
            column("Sản phẩm", 28), column("Người thực hiện", 18),
            column("Số lượng kế hoạch", 10, "whole"), column("Thời hạn hoàn thành", 12, "date"),
            column("Ngày đăng ký", 12, "date"), column("Ghi chú", 16),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("KẾ HOẠCH CÔNG TÁC THÁNG 3 NĂM 2026", "(Đăng ký công việc của từng người)")
    form.headings()
    planned = [job for job in (*month.jobs, *month.dropped) if job.category in (PLANNED, PASSED_ON)]
    number = 0
    for marker, unit, jobs in by_unit(planned):
        form.group(marker, unit)
        for job in jobs:
            number += 1
            form.data(
                (
                    number, job.code, job.content, job.product, job.owner, job.quantity,
                    _day(month, job.due), date(2026, 2, 27), "",
                )
            )  # fmt: skip
    form.signatures("Đồng Lim, ngày 27 tháng 02 năm 2026", (MAKER, HEAD))


def _assignments(book: Book, month: Month) -> None:
    form = book.sheet(
        "Giao việc",
        (
            column("STT", 5, "centre"), column("Số việc", 9, "centre"), column("Mã CV", 8, "centre"),
            column("Nội dung công việc", 40), column("Sản phẩm", 24),
            column("Phân công | Người thực hiện", 17), column("Phân công | Phối hợp", 17),
            column("Phân công | Người giao", 16), column("Thời gian | Ngày giao", 12, "date"),
            column("Thời gian | Hạn hoàn thành", 12, "date"),
            column("Khối lượng | Số lượng giao", 9, "whole"),
            column("Khối lượng | Hệ số quy đổi", 9, "factor"),
            column("Loại nhiệm vụ", 13, "centre"), column("Ghi chú", 20),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("BẢNG GIAO NHIỆM VỤ THÁNG 3 NĂM 2026")
    form.headings(34)
    known, number, first = numbers(month), 0, form.row + 1
    for marker, unit, jobs in by_unit(month.jobs):
        form.group(marker, unit)
        for job in jobs:
            number += 1
            factor: object = job.weight
            if job.as_text:
                factor = f"{float(job.weight):.2f}".replace(".", ",")
            owners = "; ".join(name for name in (job.owner, job.second_owner) if name)
            note = job.note if job.category == PASSED_ON else ""
            form.data(
                (
                    number, known[f"{job.owner}|{job.content}"], job.code, job.content, job.product,
                    owners, job.helpers, job.boss, _day(month, job.given), _day(month, job.due),
                    job.quantity, factor, job.category, note,
                )
            )  # fmt: skip
    whole = sum(job.quantity for job in month.jobs)
    form.total("Tổng cộng", {10: whole}, (first, form.row))
    form.notes(
        "Ghi chú: Mỗi việc chỉ có một người thực hiện chính; người cùng làm ghi ở cột Phối hợp."
    )
    form.signatures("Đồng Lim, ngày 02 tháng 3 năm 2026", (MAKER, HEAD))


def _results(book: Book, month: Month) -> None:
    form = book.sheet(
        "Kết quả",
        (
            column("STT", 5, "centre"), column("Số việc", 9, "centre"),
            column("Nội dung công việc", 40), column("Người thực hiện", 17),
            column("Kết quả | Số lượng hoàn thành", 9, "whole"),
            column("Kết quả | Ngày hoàn thành", 12, "date"),
            column("Chất lượng | Số lần chưa đạt", 9, "whole"),
            column("Tiến độ | Số lần chậm", 8, "whole"), column("Người đánh giá", 17),
            column("Nguyên nhân khách quan", 26), column("Cấp xác nhận", 15), column("Ghi chú", 24),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 3 NĂM 2026")
    form.headings(36)
    known, number = numbers(month), 0
    for marker, unit, jobs in by_unit(month.jobs):
        form.group(marker, unit)
        for job in jobs:
            number += 1
            passed = job.category == PASSED_ON
            form.data(
                (
                    number, known[f"{job.owner}|{job.content}"], job.content,
                    job.owner, job.finished, _day(month, job.on), job.failed or None,
                    job.late or None, "" if passed else job.judge, job.cause, job.confirmed_by,
                    "Đã chuyển giao" if passed else job.note,
                )
            )  # fmt: skip
    form.signatures("Đồng Lim, ngày 31 tháng 3 năm 2026", (MAKER, HEAD))


CRITERIA = (
    (
        "I. Phẩm chất chính trị, đạo đức; ý thức kỷ luật, kỷ cương (10 điểm)",
        (
            "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ (5đ)",
            "Ý thức kỷ luật, kỷ cương (5đ)",
        ),
    ),
    (
        "II. Năng lực chuyên môn, tinh thần trách nhiệm, thái độ phục vụ (10 điểm)",
        (
            "Năng lực chuyên môn, nghiệp vụ (2,5đ)",
            "Khả năng đáp ứng yêu cầu (2,5đ)",
            "Tinh thần trách nhiệm (2,5đ)",
            "Thái độ phục vụ, phối hợp (2,5đ)",
        ),
    ),
    (
        "III. Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm (10 điểm)",
        (
            "Sản phẩm, giải pháp đột phá, sáng tạo (2,5đ)",
            "Sẵn sàng tham gia nhiệm vụ đột xuất, phức tạp (2,5đ)",
            "Chịu trách nhiệm trước kết quả (2,5đ)",
            "Chủ động đưa ra quyết định (2,5đ)",
        ),
    ),
)
_SUMS = ("=SUM(F{row}:G{row})", "=SUM(I{row}:L{row})", "=SUM(N{row}:Q{row})")


def _criteria(book: Book, month: Month) -> None:
    superior = "Cấp có thẩm quyền chấm"
    columns = [
        column("STT", 5, "centre"), column("Họ và tên", 19), column("Chức vụ", 20),
        column("Đơn vị", 18), column("Cá nhân tự chấm | Tổng điểm tiêu chí chung (30đ)", 9, "points"),
    ]  # fmt: skip
    for group, children in CRITERIA:
        marker = group.partition(".")[0]
        columns += [column(f"{superior} | {group} | {child}", 10, "points") for child in children]
        columns.append(column(f"{superior} | {group} | Nhóm {marker} (10đ)", 8, "points"))
    columns.append(column(f"{superior} | Tổng điểm tiêu chí chung (30đ)", 9, "points"))
    form = book.sheet("Tiêu chí chung", columns)
    form.letterhead(LEFT, RIGHT)
    form.title(
        "BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG THÁNG 3 NĂM 2026",
        "(Theo Mẫu số 01 Phụ lục II Nghị định số 335/2025/NĐ-CP)",
    )
    form.headings()
    for level, height in enumerate((34, 36, 100)):
        form.page.set_row(form.first - 4 + level, height)
    for number, person in enumerate(_scored(month), 1):
        marks = [Fraction(str(mark)) for mark in month.marks[person.name]]
        groups = (marks[:2], marks[2:6], marks[6:])
        own = min(Fraction(30), sum(marks, Fraction(0)) + Fraction(number % 3, 2))
        values: list[object] = [number, person.name, person.position, person.unit, own]
        for group, formula in zip(groups, _SUMS, strict=True):
            values += [*group, Formula(formula, sum(group, Fraction(0)))]
        values.append(Formula("=H{row}+M{row}+R{row}", sum(marks, Fraction(0))))
        form.data(values)
    form.signatures("Đồng Lim, ngày 31 tháng 3 năm 2026", (MAKER, HEAD))


def _scored(month: Month) -> Iterator[commune.Person]:
    return (person for person in commune.PEOPLE if person.name in month.marks)


LEADING = (
    "d - Kết quả hoạt động của cơ quan, đơn vị",
    "đ - Khả năng tổ chức triển khai",
    "e - Năng lực tập hợp, đoàn kết",
)


def _leaders(book: Book, month: Month) -> None:
    form = book.sheet(
        "Lãnh đạo",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Chức vụ", 24),
            column("Đơn vị", 28), *(column(name, 17, "percent") for name in LEADING),
            column("Ghi chú", 34),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(
        "ĐÁNH GIÁ TIÊU CHÍ LÃNH ĐẠO, QUẢN LÝ THÁNG 3 NĂM 2026",
        "(Mỗi tiêu chí chỉ có hai mức 100% hoặc 50%, Điều 15 Nghị định số 335/2025/NĐ-CP)",
    )
    form.headings(50)
    for number, (name, parts) in enumerate(month.leading.items(), 1):
        person = commune.BY_NAME[name]
        note = "Có công chức thuộc quyền quản lý dưới 50 điểm" if parts[0] == 50 else ""
        levels = (Fraction(part, 100) for part in parts)
        form.data((number, name, person.position, person.unit, *levels, note))
    form.signatures("Đồng Lim, ngày 31 tháng 3 năm 2026", (MAKER, HEAD))


def _happenings(book: Book, month: Month) -> None:
    form = book.sheet(
        "Sự kiện",
        (
            column("STT", 5, "centre"), column("Họ và tên", 20), column("Đơn vị", 24),
            column("Loại sự việc", 22), column("Thời gian | Từ ngày", 12, "date"),
            column("Thời gian | Đến ngày", 12, "date"), column("Số văn bản", 28),
            column("Nội dung, lý do", 34), column("Cấp xác nhận", 16),
            column("Số việc", 10, "centre"),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("THEO DÕI SỰ VIỆC VỀ NHÂN SỰ THÁNG 3 NĂM 2026")
    form.headings(34)
    known = numbers(month)
    for number, each in enumerate(month.happenings, 1):
        about = known[f"{each.who}|{each.about}"] if each.about else ""
        unit = commune.BY_NAME[each.who].unit
        form.data(
            (
                number, each.who, unit, each.what, each.first, each.last, each.document,
                each.reason, each.confirmed_by, about,
            )
        )  # fmt: skip
    form.signatures("Đồng Lim, ngày 31 tháng 3 năm 2026", (MAKER, HEAD))


def own_summary(month: Month, name: str) -> tuple[Fraction | None, str]:
    """Total and class as the office itself wrote them, mistakes and gaps included."""
    if any(job.judge == "" and job.category == PLANNED for job in month.of(name)):
        return None, "Chưa đánh giá"
    d = Fraction(month.leading[name][0], 100) if name in month.leading else None
    points = total(month, name, d)
    if points is None:
        return None, "Không xếp loại"
    disciplined = any(each.who == name and "Kỷ luật" in each.what for each in month.happenings)
    code = "KHT" if disciplined else grade(points)
    wrong, value = STATED_WRONG.get(name, ("", ""))
    shown = Fraction(value) if wrong == "total" else Fraction(round(points * 100), 100)
    return shown, GRADES[value if wrong == "grade" else code]


def _summary(book: Book, month: Month) -> None:
    form = book.sheet(
        "Tổng hợp",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Chức vụ", 28),
            column("Điểm tiêu chí chung (30đ)", 14, "factor"),
            column("Điểm kết quả thực hiện nhiệm vụ (70đ)", 17, "factor"),
            column("Tổng điểm (100đ)", 13, "factor"), column("Xếp loại", 28), column("Ghi chú", 26),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title(
        "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI THÁNG 3 NĂM 2026",
        "(Chưa bao gồm Chủ tịch UBND xã do UBND tỉnh đánh giá)",
    )
    form.headings(40)
    number = 0
    for marker, unit in zip(("I", "II", "III", "IV"), commune.UNITS, strict=True):
        form.group(marker, unit)
        for person in (each for each in commune.PEOPLE if each.unit == unit):
            if person.name == commune.CHAIRMAN:
                continue
            number += 1
            form.data(_summary_row(month, number, person))
    form.notes(
        "Ghi chú: Tổng điểm = điểm tiêu chí chung + điểm kết quả thực hiện nhiệm vụ, làm tròn 2 chữ số."
    )
    form.signatures("Đồng Lim, ngày 31 tháng 3 năm 2026", (MAKER, HEAD))


def _summary_row(month: Month, number: int, person: commune.Person) -> tuple[object, ...]:
    head = (number, person.name, person.position)
    if person.name not in month.marks:
        return (*head, None, None, None, "Không xếp loại", "Xem sheet Sự kiện")
    points, words = own_summary(month, person.name)
    base = common(month, person.name)
    if points is None:
        note = "Chưa giao việc" if work(month, person.name) is None else "Còn việc chưa đánh giá"
        return (*head, base, None, None, words, note)
    return (*head, base, points - base, Formula("=D{row}+E{row}", points), words, "")


# ── April: one sheet for assignment and result ───────────────────────────────────────────────


def april() -> bytes:
    """2026/thang-04.xlsx."""
    book = Book("Theo dõi, đánh giá tháng 4 năm 2026 của xã Đồng Lim")
    _followed(book, APRIL)
    _criteria_and_leaders(book, APRIL)
    return book.bytes()


def _followed(book: Book, month: Month) -> None:
    form = book.sheet(
        "Theo dõi nhiệm vụ",
        (
            column("STT", 5, "centre"), column("Mã CV", 8, "centre"), column("Nội dung công việc", 40),
            column("Sản phẩm", 24), column("Người thực hiện", 17), column("Người giao", 16),
            column("Ngày giao", 11, "date"), column("Thời hạn hoàn thành", 11, "date"),
            column("Số lượng | Được giao", 8, "whole"), column("Số lượng | Hoàn thành", 8, "whole"),
            column("Hệ số quy đổi", 8, "factor"), column("Ngày hoàn thành", 11, "date"),
            column("Số lần chưa đạt", 8, "whole"), column("Số lần chậm", 8, "whole"),
            column("Người đánh giá", 16), column("Loại nhiệm vụ", 13, "centre"),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("BẢNG GIAO VIỆC VÀ THEO DÕI KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 4 NĂM 2026")
    form.headings(34)
    number = 0
    for marker, unit, jobs in by_unit(month.jobs):
        form.group(marker, unit)
        for job in jobs:
            number += 1
            form.data(
                (
                    number, job.code, job.content, job.product, job.owner, job.boss,
                    _day(month, job.given - 1), _day(month, job.due), job.quantity, job.finished,
                    job.weight, _day(month, job.on), job.failed or None, job.late or None,
                    job.judge, job.category,
                )
            )  # fmt: skip
    form.signatures("Đồng Lim, ngày 29 tháng 4 năm 2026", (MAKER, HEAD))


def _criteria_and_leaders(book: Book, month: Month) -> None:
    groups = (
        "I. Phẩm chất chính trị, đạo đức; ý thức kỷ luật (10đ)",
        "II. Năng lực chuyên môn, trách nhiệm, thái độ phục vụ (10đ)",
        "III. Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm (10đ)",
    )
    form = book.sheet(
        "Tiêu chí chung",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Chức vụ", 26),
            column("Đơn vị", 24),
            *(column(f"Tiêu chí chung | {name}", 15, "points") for name in groups),
            column("Tiêu chí chung | Tổng cộng (30đ)", 9, "points"),
            *(column(f"Lãnh đạo, quản lý | {name}", 14, "percent") for name in LEADING),
            column("Ghi chú", 24),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG, TIÊU CHÍ LÃNH ĐẠO THÁNG 4 NĂM 2026")
    form.headings()
    form.page.set_row(form.first - 3, 20)
    form.page.set_row(form.first - 2, 80)
    people = [p for p in commune.PEOPLE if p.name in month.marks or p.name in AWAY]
    for number, person in enumerate(people, 1):
        head = (number, person.name, person.position, person.unit)
        if person.name in AWAY:
            form.data((*head, *(None,) * 7, AWAY[person.name]))
            continue
        marks = [Fraction(str(mark)) for mark in month.marks[person.name]]
        whole = Formula("=SUM(E{row}:G{row})", sum(marks, Fraction(0)))
        parts: tuple[Fraction | None, ...] = (None, None, None)
        if person.leads:
            parts = tuple(Fraction(part, 100) for part in month.leading[person.name])
        form.data((*head, *marks, whole, *parts, ""))
    form.signatures("Đồng Lim, ngày 29 tháng 4 năm 2026", (MAKER, HEAD))


def build() -> Mapping[Path, bytes]:
    """Every file of the example by its path below the folder."""
    return {
        Path("cadre.toml"): CADRE_TOML.encode(),
        Path("danh-sach.xlsx"): roster(),
        Path("danh-muc.xlsx"): catalogue(),
        Path("2026/thang-03.xlsx"): march(),
        Path("2026/thang-04.xlsx"): april(),
    }


def differing(folder: Path, files: Mapping[Path, bytes]) -> list[Path]:
    """Files that are missing from the disk or say something else there."""
    return [name for name, data in files.items() if not _is_current(folder / name, data)]


def _is_current(path: Path, data: bytes) -> bool:
    if not path.is_file():
        return False
    stored = path.read_bytes()
    return same_workbook(stored, data) if path.suffix == ".xlsx" else stored == data


def write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Writes what differs."""
    for name in differing(folder, files):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(files[name])


def main(arguments: Sequence[str]) -> int:
    """Write the example, or with `--check` say what is not as it should be."""
    files = build()
    stale = differing(FOLDER, files)
    if "--check" in arguments:
        for name in stale:
            print(f"{FOLDER.relative_to(ROOT) / name}: run tools/build_examples.py")
        return 1 if stale else 0
    write(FOLDER, files)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
