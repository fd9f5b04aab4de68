"""Builds templates_xlsx/, the blank forms a clerk starts from; `--check` only compares with the disk."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.blank_forms import (
    ANY,
    DATE,
    PERIOD,
    Rule,
    choice_of,
    finish,
    form_of,
    guide,
    instructions,
    linked,
    names_from,
    number,
)
from tools.sheet_forms import Book, Column, Form, column, same_workbook
from tools.village_forms import villages, visit_log
from tools.year_forms import year

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "templates_xlsx"

PEOPLE_ROWS, TASK_ROWS, LEADER_ROWS, EVENT_ROWS, CATALOGUE_ROWS = 80, 300, 30, 40, 200
KINDS = ("Cán bộ", "Công chức", "Viên chức", "Hợp đồng")
CATEGORIES = ("Theo kế hoạch", "Đột xuất", "Nhận thay", "Chuyển giao")
EVENTS = (
    "Kỷ luật",
    "Nghỉ thai sản",
    "Nghỉ ốm",
    "Nghỉ không lương",
    "Nghỉ phép",
    "Chuyển đến",
    "Chuyển đi",
    "Nguyên nhân khách quan",
)

# ── roster ───────────────────────────────────────────────────────────────────────────────────


def roster() -> bytes:
    """danh-sach.xlsx."""
    book = Book("Danh sách cán bộ, công chức (mẫu)", form=True)
    form = form_of(
        book,
        "Danh sách",
        (
            column("STT", 5, "centre"), column("Mã cán bộ", 9, "centre"), column("Họ và tên", 22),
            column("Đơn vị công tác", 24), column("Chức vụ, chức danh", 26),
            column("Đối tượng", 12, "centre"), column("Lãnh đạo, quản lý", 10, "centre"),
            column("Cấp trên trực tiếp", 20), column("Lĩnh vực phụ trách", 24),
            column("Thôn phụ trách", 15), column("Nhóm", 18), column("Ghi chú", 20),
        ),
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC VÀ NGƯỜI LAO ĐỘNG",
    )  # fmt: skip
    form.headings()
    rows = form.blank(PEOPLE_ROWS)
    told: tuple[tuple[int, Rule, str], ...] = (
        (1, ANY, "Mã riêng của từng người. Chỉ cần khi cơ quan có người trùng họ tên."),
        (2, ANY, "Mỗi người một dòng, ghi đủ họ, tên đệm và tên như ở các bảng khác."),
        (3, ANY, "Ghi giống nhau cho mọi người cùng phòng, ví dụ: Phòng Kinh tế."),
        (4, ANY, "Ví dụ: Trưởng phòng; Công chức Tư pháp - Hộ tịch."),
        (5, choice_of(*KINDS), "Chọn Cán bộ, Công chức, Viên chức hoặc Hợp đồng."),
        (6, choice_of("Có", "Không"), "Chọn Có với cấp trưởng, cấp phó; những người khác chọn Không."),
        (7, names_from(f"$C${rows[0]}:$C${rows[1]}"), "Người trực tiếp giao việc và đánh giá. Tên phải có trong danh sách này."),
        (8, ANY, "Với cấp phó: ghi đơn vị hoặc lĩnh vực được phân công, giống cách ghi ở dòng của người làm việc đó."),
        (9, ANY, "Để trống nếu không phụ trách thôn. Nhiều thôn thì cách nhau bằng dấu chấm phẩy."),
        (10, ANY, "Nhóm có nhiệm vụ tương đồng, dùng khi tính tỷ lệ Hoàn thành xuất sắc cuối năm. Có thể để trống."),
    )  # fmt: skip
    for place, rule, words in told:
        guide(form, rows, place, rule, words)
    finish(form)
    return book.bytes()


# ── catalogue ────────────────────────────────────────────────────────────────────────────────


def catalogue() -> bytes:
    """danh-muc.xlsx."""
    book = Book("Danh mục sản phẩm, công việc quy đổi (mẫu)", form=True)
    form = form_of(
        book,
        "Danh mục",
        (
            column("STT", 5, "centre"), column("Mã CV", 10, "centre"), column("Nhiệm vụ", 26),
            column("Công việc chi tiết", 44), column("Sản phẩm đầu ra", 30),
            column("Nhóm", 10, "centre"), column("Điểm chấm", 9, "whole"),
            column("Hệ số quy đổi", 9, "factor"), column("Ghi chú", 20),
        ),
        "DANH MỤC SẢN PHẨM, CÔNG VIỆC QUY ĐỔI",
        "(Kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm 20… của UBND xã)",
    )  # fmt: skip
    form.headings()
    rows = form.blank(CATALOGUE_ROWS)
    groups = tuple(f"Nhóm {number}" for number in range(1, 6))
    told: tuple[tuple[int, Rule, str], ...] = (
        (1, ANY, "Mỗi công việc một mã, không trùng nhau, ví dụ: VP.01. Bảng giao việc dùng lại đúng mã này."),
        (3, ANY, "Một dòng cho mỗi sản phẩm, công việc có đầu ra rõ ràng."),
        (4, ANY, "Ví dụ: Báo cáo; Tờ trình; Biên bản kiểm tra."),
        (5, choice_of(*groups), "Nhóm theo mức độ phức tạp, nhiều nhất 5 nhóm."),
        (6, number(0.01, 1000), "Điểm của công việc theo quyết định của cơ quan, lớn hơn 0."),
        (7, number(0.01, 1000), "Số lần so với sản phẩm chuẩn, lớn hơn 0. Sản phẩm chuẩn có hệ số 1."),
    )  # fmt: skip
    for place, rule, words in told:
        guide(form, rows, place, rule, words)
    finish(form)
    return book.bytes()


# ── the month ────────────────────────────────────────────────────────────────────────────────

GUIDE = (
    "1. Ở trang “Giao việc và kết quả”, thay dòng THÁNG … NĂM 20… bằng tháng thật, ví dụ: THÁNG 5 NĂM 2026. Các trang sau tự lấy theo.",
    "2. Trang “Tiêu chí chung”: ghi họ tên mọi người được đánh giá. Danh sách chọn tên ở các trang khác lấy từ đây.",
    "3. Đầu tháng, ghi phần Giao việc: mỗi việc một dòng, một người thực hiện; người cùng làm ghi ở cột Phối hợp.",
    "4. Cuối tháng, người giao việc ghi phần Kết quả và tên mình ở cột Người đánh giá. Việc chưa xong: ghi số lượng hoàn thành là 0.",
    "5. Việc ngoài kế hoạch chọn Đột xuất. Việc đã chuyển người khác làm chọn Chuyển giao, người nhận thêm một dòng chọn Nhận thay.",
    "6. Trang “Lãnh đạo”: chỉ ghi cấp trưởng và cấp phó; mỗi tiêu chí d, đ, e chọn 100% hoặc 50%.",
    "7. Trang “Sự kiện”: kỷ luật (kèm số quyết định), nghỉ, chuyển công tác, nguyên nhân khách quan đã được xác nhận.",
    "8. Ô nào không có gì để ghi thì để trống. Được thêm, xóa, sắp xếp dòng; dòng tiêu đề đã khóa để khỏi sửa nhầm.",
    "9. Cần sửa mẫu: vào Review (Xem lại), chọn Unprotect Sheet (Bỏ bảo vệ trang tính), không cần mật khẩu.",
)
TASKS = "Giao việc và kết quả"
CRITERIA = (
    ("I. Phẩm chất chính trị, đạo đức; ý thức kỷ luật, kỷ cương (10 điểm)", "5", (
        "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ",
        "Ý thức kỷ luật, kỷ cương",
    )),
    ("II. Năng lực chuyên môn, tinh thần trách nhiệm, thái độ phục vụ (10 điểm)", "2,5", (
        "Năng lực chuyên môn, nghiệp vụ",
        "Khả năng đáp ứng yêu cầu",
        "Tinh thần trách nhiệm",
        "Thái độ phục vụ, phối hợp",
    )),
    ("III. Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm (10 điểm)", "2,5", (
        "Sản phẩm, giải pháp đột phá, sáng tạo",
        "Sẵn sàng tham gia nhiệm vụ đột xuất, phức tạp",
        "Chịu trách nhiệm trước kết quả",
        "Chủ động đưa ra quyết định",
    )),
)  # fmt: skip


def month() -> bytes:
    """thang.xlsx."""
    book = Book("Giao việc, kết quả, tiêu chí chung của một tháng (mẫu)", form=True)
    instructions(book, "CÁCH GHI BỘ BIỂU THEO THÁNG", GUIDE)
    tasks = form_of(book, TASKS, _task_columns(), "GIAO VIỆC VÀ KẾT QUẢ THỰC HIỆN NHIỆM VỤ", PERIOD)
    criteria = linked(
        book, "Tiêu chí chung", _criterion_columns(), "BẢNG CHẤM ĐIỂM TIÊU CHÍ CHUNG", TASKS
    )
    leaders = linked(
        book, "Lãnh đạo", _leader_columns(), "ĐÁNH GIÁ TIÊU CHÍ LÃNH ĐẠO, QUẢN LÝ", TASKS
    )
    events = linked(book, "Sự kiện", _event_columns(), "THEO DÕI SỰ VIỆC VỀ NHÂN SỰ", TASKS)
    tasks.headings()
    criteria.headings(36)
    criteria.page.set_row(criteria.first - 3, 52)
    criteria.page.set_row(criteria.first - 2, 100)
    leaders.headings(50)
    events.headings()
    everyone = criteria.blank(PEOPLE_ROWS)
    heads = leaders.blank(LEADER_ROWS)
    names = names_from(f"'Tiêu chí chung'!$B${everyone[0]}:$B${everyone[1]}")
    bosses = names_from(f"'Lãnh đạo'!$B${heads[0]}:$B${heads[1]}")
    _guide_tasks(tasks, tasks.blank(TASK_ROWS), names, bosses)
    _guide_criteria(criteria, everyone)
    _guide_leaders(leaders, heads, names)
    _guide_events(events, events.blank(EVENT_ROWS), names)
    for form in (tasks, criteria, leaders, events):
        finish(form)
    tasks.page.activate()
    return book.bytes()


def _task_columns() -> tuple[Column, ...]:
    return (
        column("STT", 5, "centre"),
        column("Giao việc | Mã CV", 9, "centre"),
        column("Giao việc | Nội dung công việc", 34),
        column("Giao việc | Sản phẩm", 19),
        column("Giao việc | Người thực hiện", 18),
        column("Giao việc | Phối hợp", 14),
        column("Giao việc | Người giao", 18),
        column("Giao việc | Ngày giao", 11, "date"),
        column("Giao việc | Thời hạn hoàn thành", 11, "date"),
        column("Giao việc | Số lượng giao", 8, "whole"),
        column("Giao việc | Hệ số quy đổi", 8, "factor"),
        column("Giao việc | Loại nhiệm vụ", 14, "centre"),
        column("Kết quả | Số lượng hoàn thành", 9, "whole"),
        column("Kết quả | Ngày hoàn thành", 11, "date"),
        column("Kết quả | Số lần chưa đạt", 8, "whole"),
        column("Kết quả | Số lần chậm", 8, "whole"),
        column("Kết quả | Người đánh giá", 18),
        column("Kết quả | Nguyên nhân khách quan", 17),
        column("Kết quả | Cấp xác nhận", 14),
        column("Ghi chú", 14),
    )


def _guide_tasks(form: Form, rows: tuple[int, int], names: Rule, bosses: Rule) -> None:
    count = number(0, 100000)
    times = number(0, 100, whole=True)
    told: tuple[tuple[int, Rule, str], ...] = (
        (1, ANY, "Mã của công việc trong danh mục của cơ quan, ví dụ: VP.01."),
        (2, ANY, "Mỗi việc một dòng, nói rõ làm gì."),
        (3, ANY, "Sản phẩm phải nộp: báo cáo, tờ trình, biên bản, số hồ sơ …"),
        (4, names, "Chọn một người chịu trách nhiệm chính. Danh sách tên lấy ở trang Tiêu chí chung."),
        (5, ANY, "Người cùng làm, cách nhau bằng dấu chấm phẩy. Có thể để trống."),
        (6, bosses, "Lãnh đạo giao việc. Tên lấy ở trang Lãnh đạo; người khác (ví dụ Chủ tịch) thì gõ họ tên."),
        (7, DATE, "Ghi ngày/tháng/năm, ví dụ: 02/5/2026."),
        (8, DATE, "Ngày phải xong. Việc thường xuyên thì ghi ngày cuối tháng."),
        (9, count, "Số sản phẩm được giao, là số."),
        (10, number(0.01, 1000), "Hệ số theo danh mục. Để trống thì lấy theo Mã CV."),
        (11, choice_of(*CATEGORIES), "Chọn Theo kế hoạch, Đột xuất, Nhận thay hoặc Chuyển giao."),
        (12, count, "Số sản phẩm đã xong. Chưa làm được thì ghi 0."),
        (13, DATE, "Ngày xong thật, không sau ngày cuối tháng."),
        (14, times, "Số lần bị đánh giá chưa đạt chất lượng: 0, 1, 2 … Không có thì để trống."),
        (15, times, "Số lần chậm (không phải số ngày chậm): 0, 1, 2 … Không có thì để trống."),
        (16, bosses, "Người đã giao việc thì đánh giá việc đó."),
        (17, ANY, "Chỉ ghi khi chậm, chưa đạt do nguyên nhân khách quan."),
        (18, ANY, "Ai xác nhận nguyên nhân khách quan. Không có xác nhận thì vẫn bị trừ."),
    )  # fmt: skip
    for place, rule, words in told:
        guide(form, rows, place, rule, words)


def _criterion_columns() -> tuple[Column, ...]:
    superior = "Cấp có thẩm quyền chấm"
    marks = [
        column(f"{superior} | {group} | {criterion} ({most}đ)", 11, "points")
        for group, most, criteria in CRITERIA
        for criterion in criteria
    ]
    return (
        column("STT", 5, "centre"),
        column("Họ và tên", 22),
        column("Chức vụ", 20),
        column("Đơn vị", 22),
        column("Cá nhân tự chấm | Tổng điểm tiêu chí chung (30đ)", 10, "points"),
        *marks,
        column("Ghi chú", 20),
    )


def _guide_criteria(form: Form, rows: tuple[int, int]) -> None:
    guide(form, rows, 1, ANY, "Ghi mọi người được đánh giá; tên ghi như trong danh sách.")
    guide(form, rows, 3, ANY, "Ghi như trong danh sách, ví dụ: Phòng Kinh tế.")
    guide(form, rows, 4, number(0, 30), "Tổng điểm cá nhân tự chấm, từ 0 đến 30.")
    maxima = [most for _, most, criteria in CRITERIA for _ in criteria]
    for place, most in enumerate(maxima, 5):
        rule = number(0, float(most.replace(",", ".")))
        guide(form, rows, place, rule, f"Điểm của cấp có thẩm quyền, từ 0 đến {most}.")


def _leader_columns() -> tuple[Column, ...]:
    return (
        column("STT", 5, "centre"),
        column("Họ và tên", 24),
        column("Chức vụ", 24),
        column("Đơn vị", 26),
        column("d - Kết quả hoạt động của cơ quan, đơn vị", 16, "percent"),
        column("đ - Khả năng tổ chức triển khai", 16, "percent"),
        column("e - Năng lực tập hợp, đoàn kết", 16, "percent"),
        column("Ghi chú", 30),
    )


def _guide_leaders(form: Form, rows: tuple[int, int], names: Rule) -> None:
    level = choice_of("100%", "50%")
    guide(form, rows, 1, names, "Chỉ ghi cấp trưởng, cấp phó được đánh giá ở đây.")
    guide(form, rows, 4, level, "100% khi mọi người thuộc quyền quản lý từ 50 điểm trở lên; có người dưới 50 điểm thì 50%.")  # fmt: skip
    guide(form, rows, 5, level, "100% khi hoàn thành mọi việc đúng hạn, đạt chất lượng và có sáng kiến; chậm, tồn tại kéo dài thì 50%.")  # fmt: skip
    guide(form, rows, 6, level, "100% khi tập thể đoàn kết, phối hợp tốt; có mất đoàn kết kéo dài thì 50%.")  # fmt: skip


def _event_columns() -> tuple[Column, ...]:
    return (
        column("STT", 5, "centre"),
        column("Họ và tên", 22),
        column("Đơn vị", 24),
        column("Loại sự việc", 22),
        column("Từ ngày", 12, "date"),
        column("Đến ngày", 12, "date"),
        column("Số văn bản", 28),
        column("Nội dung, lý do", 34),
        column("Cấp xác nhận", 18),
    )


def _guide_events(form: Form, rows: tuple[int, int], names: Rule) -> None:
    told: tuple[tuple[int, Rule, str], ...] = (
        (1, names, "Chọn người có sự việc. Danh sách tên lấy ở trang Tiêu chí chung."),
        (3, choice_of(*EVENTS, strict=False), "Chọn một loại; hình thức kỷ luật ghi thêm ở cột Nội dung."),
        (4, DATE, "Ngày bắt đầu nghỉ, ngày quyết định có hiệu lực."),
        (5, DATE, "Ngày cuối cùng. Chưa biết thì để trống."),
        (6, ANY, "Số và ngày của quyết định, đơn, thông báo."),
        (7, ANY, "Nói rõ việc gì, vì sao."),
        (8, ANY, "Với nguyên nhân khách quan: ai đã xác nhận."),
    )  # fmt: skip
    for place, rule, words in told:
        guide(form, rows, place, rule, words)


def build() -> Mapping[Path, bytes]:
    """Every template by its file name."""
    return {
        Path("danh-sach.xlsx"): roster(),
        Path("danh-muc.xlsx"): catalogue(),
        Path("thang.xlsx"): month(),
        Path("thon.xlsx"): villages(),
        Path("tham-thon.xlsx"): visit_log(),
        Path("nam.xlsx"): year(),
    }


def stale(folder: Path, files: Mapping[Path, bytes]) -> list[Path]:
    """Templates that are missing from the disk or say something else there."""
    return [
        name
        for name, data in files.items()
        if not (folder / name).is_file() or not same_workbook((folder / name).read_bytes(), data)
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the templates, or with `--check` say which are not as they should be."""
    files = build()
    old = stale(FOLDER, files)
    for name in old:
        if "--check" in arguments:
            print(f"{FOLDER.relative_to(ROOT) / name}: run tools/build_templates.py")
        else:
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_bytes(files[name])
    return 1 if old and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
