"""Builds examples/xa-dong-lim, an invented commune's folder; `--check` only compares with the disk."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import example_commune as commune
from tools.example_april import APRIL, AWAY
from tools.example_commune import HEAD, LEFT, MAKER, RIGHT
from tools.example_followed import followed_month
from tools.example_march_sheets import march
from tools.example_points_sheets import points_month
from tools.example_villages import villages_month
from tools.example_year import LATE_IN_YEAR, away, month_of_2024, month_of_2026
from tools.sheet_forms import Book, Form, Formula, column, same_workbook

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "examples" / "xa-dong-lim"

CADRE_TOML = """\
# Cơ quan trong ví dụ là hư cấu; mọi tên người, tên thôn đều do chúng tôi đặt ra.
[office]
name = "UBND xã Đồng Lim"
superior = "UBND tỉnh Thanh Hóa"
letterhead = "state"
place = "Đồng Lim"
signers = [
    { title = "CHỦ TỊCH", name = "Lê Văn Quảng" },
    { title = "NGƯỜI LẬP BIỂU", name = "Hoàng Thị Lan" },
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


def build() -> Mapping[Path, bytes]:
    """Every file of the example by its path below the folder."""
    return {
        Path("cadre.toml"): CADRE_TOML.encode(),
        Path("danh-sach.xlsx"): roster(),
        Path("danh-muc.xlsx"): catalogue(),
        Path("2026/thang-03.xlsx"): march(),
        Path("2026/thang-04.xlsx"): followed_month(APRIL, AWAY),
        **{
            Path(f"2026/thang-{month:02d}.xlsx"): followed_month(
                month_of_2026(month), away(2026, month)
            )
            for month in LATE_IN_YEAR
        },
        **{
            Path(f"2024/thang-{month:02d}.xlsx"): points_month(month_of_2024(month))
            for month in range(1, 13)
        },
        **{
            Path(f"{year}/thon-{month:02d}.xlsx"): villages_month(year, month)
            for year in (2024, 2026)
            for month in range(1, 13)
        },
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
