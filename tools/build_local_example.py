"""Builds the month in examples/xa-khe-vau, a commune with points of its own; `--check` only compares."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.sheet_forms import Book, column, same_workbook

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "examples" / "xa-khe-vau" / "2024" / "thang-05.xlsx"
LEFT = ("ỦY BAN NHÂN DÂN", "XÃ KHE VẦU")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
CHAIRMAN = "Lê Văn Quý"

PEOPLE = (
    (CHAIRMAN, "Chủ tịch UBND xã", "Cán bộ"),
    ("Nông Thị Hạnh", "Công chức Văn phòng - Thống kê", "Công chức"),
    ("Lò Văn Pành", "Công chức Tư pháp - Hộ tịch", "Công chức"),
    ("Vi Thị Dương", "Viên chức Văn hóa", "Viên chức"),
    ("Hà Văn Tý", "Nhân viên Thú y", "Hợp đồng"),
)
TASKS = (
    ("Nông Thị Hạnh", "Báo cáo kinh tế - xã hội tháng 5", 10, 9),
    ("Nông Thị Hạnh", "Tổ chức kỳ họp giữa năm của HĐND xã", 20, 18),
    ("Lò Văn Pành", "Đăng ký hộ tịch, chứng thực tháng 5", 20, 20),
    ("Lò Văn Pành", "Tuyên truyền pháp luật tại thôn Nà Hin", 10, 10),
    ("Vi Thị Dương", "Hội diễn văn nghệ các thôn", 20, 10),
    ("Vi Thị Dương", "Tin, bài phát thanh tháng 5", 10, 5),
    ("Hà Văn Tý", "Tiêm phòng đàn trâu, bò đợt 1", 30, 18),
)
MARKS = (
    ("Nông Thị Hạnh", 19, 3, None),
    ("Lò Văn Pành", 20, 10, None),
    ("Vi Thị Dương", 15, None, 2),
    ("Hà Văn Tý", 18, 15, None),
)


def build() -> bytes:
    """thang-05.xlsx: who is there, tasks with points, marks with bonus and penalty."""
    book = Book("Đánh giá tháng 5 năm 2024 của xã Khe Vầu")
    _roster(book)
    _tasks(book)
    _marks(book)
    return book.bytes()


def _roster(book: Book) -> None:
    form = book.sheet(
        "Danh sách",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22), column("Chức vụ", 30),
            column("Đối tượng", 12, "centre"), column("Ghi chú", 20),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC VÀ NGƯỜI LAO ĐỘNG")
    form.headings()
    for number, person in enumerate(PEOPLE, 1):
        form.data((number, *person, ""))


def _tasks(book: Book) -> None:
    form = book.sheet(
        "Giao việc",
        (
            column("STT", 5, "centre"), column("Nội dung công việc", 40),
            column("Sản phẩm", 14), column("Người thực hiện", 20), column("Người giao", 18),
            column("Ngày giao", 12, "date"), column("Hạn hoàn thành", 12, "date"),
            column("Ngày hoàn thành", 12, "date"), column("Điểm tối đa", 9, "points"),
            column("Điểm lãnh đạo chấm", 10, "points"), column("Người đánh giá", 18),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("GIAO VIỆC VÀ CHẤM ĐIỂM THÁNG 5 NĂM 2024")
    form.headings()
    days = (date(2024, 5, 2), date(2024, 5, 24), date(2024, 5, 23))
    for number, (owner, words, most, given) in enumerate(TASKS, 1):
        points = (Fraction(most), Fraction(given))
        form.data((number, words, "Báo cáo", owner, CHAIRMAN, *days, *points, CHAIRMAN))


def _marks(book: Book) -> None:
    form = book.sheet(
        "Tiêu chí chung",
        (
            column("STT", 5, "centre"), column("Họ và tên", 22),
            column("Điểm tiêu chí chung (20đ)", 14, "points"), column("Điểm thưởng", 10, "points"),
            column("Điểm trừ", 10, "points"), column("Ghi chú", 24),
        ),
    )  # fmt: skip
    form.letterhead(LEFT, RIGHT)
    form.title("ĐIỂM Ý THỨC KỶ LUẬT, ĐẠO ĐỨC THÁNG 5 NĂM 2024")
    form.headings()
    for number, (name, common, bonus, penalty) in enumerate(MARKS, 1):
        beside = [None if each is None else Fraction(each) for each in (bonus, penalty)]
        form.data((number, name, Fraction(common), *beside, ""))


def main(arguments: Sequence[str]) -> int:
    """Write the month, or with `--check` say that it is not as it should be."""
    data = build()
    if FILE.is_file() and same_workbook(FILE.read_bytes(), data):
        return 0
    if "--check" in arguments:
        print(f"{FILE.relative_to(ROOT)}: run tools/build_local_example.py")
        return 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
