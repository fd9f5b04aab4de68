"""March 2026 of the invented commune of Đồng Lim, as cleanly as it can be kept.

Some things are wrong in it on purpose, so that findings are compared too: a task without deadline,
one evaluated by somebody else, one with more done than assigned, a wrong total, a wrong class.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.properties.dressing.page import Book, Entry, Heading, Leaf, Line, Page, Value, Volume

PERIOD = "THÁNG 3 NĂM 2026"
_ROSTER = """
STT | Họ và tên | Chức vụ | Đơn vị | Đối tượng
1 | Phạm Quốc Chủ | Chủ tịch UBND | Lãnh đạo UBND | Cán bộ
2 | Lê Văn Cả | Trưởng phòng | Phòng Kinh tế | Công chức
3 | Nguyễn Văn An | Chuyên viên | Phòng Kinh tế | Công chức
4 | Trần Thị Hòa | Chuyên viên | Phòng Kinh tế | Công chức
5 | Hoàng Thị Thúy | Chánh Văn phòng | Văn phòng HĐND và UBND | Công chức
6 | Đỗ Quỳnh Uyên | Chuyên viên | Văn phòng HĐND và UBND | Công chức
"""
_ROSTER_FIELDS = "ordinal name position unit kind"
_TASKS = """
STT | Nội dung công việc | Sản phẩm | Loại nhiệm vụ | Người thực hiện | Người giao | Ngày giao | Hạn hoàn thành | Số lượng giao | Hệ số | Số lượng hoàn thành | Ngày hoàn thành | Số lần chưa đạt | Số lần chậm | Người đánh giá | Ghi chú
1 | Soạn công văn trả lời cử tri | Công văn | Trong kế hoạch | Nguyễn Văn An | Lê Văn Cả | 2026-03-02 | 2026-03-20 | 10 | 1 | 10 | 2026-03-18 | 1 | 0 | Lê Văn Cả |
2 | Báo cáo kinh tế quý I | Báo cáo | Trong kế hoạch | Nguyễn Văn An | Lê Văn Cả | 2026-03-03 | 2026-03-21 | 2 | 4 | 2 | 2026-03-25 | 0 | 1 | Lê Văn Cả | gửi Phòng Kinh tế
3 | Đề án chợ phiên | Đề án | Trong kế hoạch | Nguyễn Văn An | Lê Văn Cả | 2026-03-04 | 2026-03-27 | 1 | 9,5 | 0 | | 0 | 0 | Lê Văn Cả |
4 | Rà soát hộ nghèo | Danh sách | Trong kế hoạch | Trần Thị Hòa | Lê Văn Cả | 2026-03-05 | 2026-03-24 | 8 | 1,5 | 8 | 2026-03-20 | 0 | 0 | Lê Văn Cả |
5 | Tiếp đoàn kiểm tra | Biên bản | Đột xuất | Trần Thị Hòa | Lê Văn Cả | 2026-03-16 | 2026-03-19 | 1 | 2,25 | 1 | 2026-03-18 | 0 | 0 | Phạm Quốc Chủ |
6 | Chỉ đạo phòng, chống cháy rừng | Văn bản | Trong kế hoạch | Lê Văn Cả | Phạm Quốc Chủ | 2026-03-02 | 2026-03-30 | 10 | 1 | 10 | 2026-03-28 | 0 | 0 | Phạm Quốc Chủ |
7 | Chuẩn bị họp Hội đồng nhân dân | Tài liệu | Trong kế hoạch | Đỗ Quỳnh Uyên | Hoàng Thị Thúy | 2026-03-02 | | 4 | 2 | 4 | 2026-03-20 | 0 | 0 | Hoàng Thị Thúy |
8 | Số hóa hồ sơ | Hồ sơ | Trong kế hoạch | Đỗ Quỳnh Uyên | Hoàng Thị Thúy | 2026-03-02 | 2026-03-26 | 20 | 0,25 | 22 | 2026-03-24 | 0 | 0 | Hoàng Thị Thúy |
9 | Trực tiếp công dân | Lịch | Trong kế hoạch | Hoàng Thị Thúy | Phạm Quốc Chủ | 2026-03-02 | 2026-03-31 | 4 | 1 | 4 | 2026-03-26 | 0 | 0 | Phạm Quốc Chủ |
"""
_TASK_FIELDS = (
    "ordinal content product category owner assigner assigned_on deadline assigned coefficient"
    " finished finished_on failures latenesses evaluator note"
)
_COMMON = """
STT | Họ và tên | Điểm tiêu chí chung (30đ) | d | đ | e | Ghi chú
1 | Lê Văn Cả | 28,5 | | 100% | 50% |
2 | Nguyễn Văn An | 27 | | | |
3 | Trần Thị Hòa | 30 | | | |
4 | Hoàng Thị Thúy | 29 | | 100% | 100% |
5 | Đỗ Quỳnh Uyên | 25,25 | | | |
"""
_COMMON_FIELDS = "ordinal name points d dd e note"
_STATED = """
STT | Họ và tên | Tổng điểm | Xếp loại
1 | Lê Văn Cả | 98,11 | Hoàn thành xuất sắc nhiệm vụ
2 | Nguyễn Văn An | 70 | Hoàn thành tốt nhiệm vụ
3 | Trần Thị Hòa | 100 | Hoàn thành nhiệm vụ
"""
_STATED_FIELDS = "ordinal name total grade"


def month() -> Book:
    """The month in one workbook of four sheets."""
    return Book(
        (
            Volume(
                "thang-03",
                (
                    Leaf("Danh sách", (_page("roster", _ROSTER, _ROSTER_FIELDS, "DANH SÁCH CÁN BỘ, CÔNG CHỨC"),)),
                    Leaf("Giao việc", (_page("tasks", _TASKS, _TASK_FIELDS, f"GIAO VIỆC VÀ KẾT QUẢ {PERIOD}"),)),
                    Leaf("Tiêu chí chung", (_page("common", _COMMON, _COMMON_FIELDS, f"ĐIỂM TIÊU CHÍ CHUNG {PERIOD}"),)),
                    Leaf("Xếp loại", (_page("stated", _STATED, _STATED_FIELDS, f"TỔNG HỢP KẾT QUẢ XẾP LOẠI {PERIOD}"),)),
                ),
            ),
        )
    )  # fmt: skip


def _page(kind: str, table: str, fields: str, title: str) -> Page:
    heading, *rows = (line.split("|") for line in table.strip().splitlines())
    names = fields.split()
    return Page(
        kind=kind,
        headings=tuple(
            Heading(name, (words.strip(),)) for name, words in zip(names, heading, strict=True)
        ),
        lines=tuple(
            Line(
                f"{kind} {number}",
                {
                    name: entry
                    for name, words in zip(names, row, strict=True)
                    if (entry := _entry(words.strip())).value is not None
                },
            )
            for number, row in enumerate(rows, 1)
        ),
        titles=(title,),
    )


def _entry(words: str) -> Entry:
    if words.endswith("%"):
        return Entry(Decimal(words[:-1]) / 100, "0%")
    value = _value(words)
    return Entry(value, "dd/mm/yyyy" if isinstance(value, date) else None)


def _value(words: str) -> Value:
    if not words:
        return None
    if words[:5] == "2026-":
        return date.fromisoformat(words)
    return Decimal(words.replace(",", ".")) if words[0].isdigit() else words
