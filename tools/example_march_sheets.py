"""March 2026 of the example as the office keeps it: a sheet for every step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tools import example_commune as commune
from tools.example_commune import HEAD, LEFT, MAKER, RIGHT
from tools.example_followed import LEADING, by_unit, day_of
from tools.example_march import MARCH, STATED_WRONG
from tools.example_work import PASSED_ON, PLANNED, Month, common, grade, total, work
from tools.sheet_forms import Book, Formula, column

GRADES = {
    "HTXS": "Hoàn thành xuất sắc nhiệm vụ",
    "HTT": "Hoàn thành tốt nhiệm vụ",
    "HT": "Hoàn thành nhiệm vụ",
    "KHT": "Không hoàn thành nhiệm vụ",
}


def numbers(month: Month) -> dict[str, str]:
    """Each task's own number by its content and owner."""
    return {f"{job.owner}|{job.content}": f"GV-{n:03d}" for n, job in enumerate(month.jobs, 1)}


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
                    day_of(month, job.due), date(2026, 2, 27), "",
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
                    owners, job.helpers, job.boss, day_of(month, job.given), day_of(month, job.due),
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
                    job.owner, job.finished, day_of(month, job.on), job.failed or None,
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
