"""Which month, quarter, half or year a title, a sheet's name or a file's name states."""

import pytest

from cadre_cli.domain.periods import Period
from cadre_cli.vietnamese.dates import has_blank_period, read_month, read_period, read_year

MARCH = Period.parse("2026-03")


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 3 năm 2026", "THÁNG 03/2026", "T3/2026", "T03.2026", "thang-03-2026", "2026-03",
        "Tháng 3 - 2026", "THÁNG\n3/2026", "Tháng: 03/2026", "Tháng 03 (năm 2026)", "tháng ba năm 2026",
        "(tháng 3 -2026)", "Thang 3-2026", "DG_T03.2026", "xã A_3-2026.xls", "2026/thang-03.xlsx",
        "xa-hoa-quy-03-2026.xlsx", "XÃ HÓA QUỲ 3/2026", "Biểu số 2 tháng 3 năm 2026",
        "KẾ HOẠCH THÁNG 3 CỦA UBND XÃ NĂM 2026", "BC_Thang_3_2026_ok (1).xlsx",
        "Kỳ đánh giá: Tháng 3/2026 — Căn cứ Nghị định 335/2025/NĐ-CP",
        "THÁNG 3 NĂM 2026\n(Kèm theo Báo cáo số 05/BC-UBND ngày 02/4/2026)",
        "Tháng 3/2026\nHóa Quỳ, ngày 05 tháng 4 năm 2026",
        "KẾT QUẢ THÁNG 3 NĂM 2026, PHƯƠNG HƯỚNG THÁNG 4 NĂM 2026",
        "Tháng 3 năm 2026 (từ ngày 01/3/2026 đến ngày 31/3/2026)",
        "Tháng 3 và 3 tháng đầu năm 2026",
    ],
)  # fmt: skip
def test_march_is_written_in_many_ways(text: str) -> None:
    assert (read_period(text), read_month(text), has_blank_period(text)) == (MARCH, 3, False)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("THÁNG NĂM NĂM 2026", "2026-05"),
        ("tháng mười hai/2026", "2026-12"),
        ("Quý I/2026", "2026-Q1"),
        ("QUÝ III NĂM 2026", "2026-Q3"),
        ("BÁO CÁO QUÝ 3/2026", "2026-Q3"),
        ("bao-cao-quy-3-2026.xlsx", "2026-Q3"),
        ("Mau_14_TongHop_Q3_2026.xlsx", "2026-Q3"),
        ("2026-Q1", "2026-Q1"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("06 tháng cuối năm 2026", "2026-H2"),
        ("sáu tháng đầu năm 2026", "2026-H1"),
        ("2026-H2", "2026-H2"),
        ("năm 2026", "2026"),
        ("2026", "2026"),
        ("phường năm 2025.xlsx", "2025"),
        ("KẾT QUẢ HẰNG THÁNG NĂM 2026", "2026"),
        ("Mẫu số 02 năm 2026", "2026"),
    ],
)
def test_periods_of_every_length(text: str, period: str) -> None:
    assert (read_period(text), has_blank_period(text)) == (Period.parse(period), False)


@pytest.mark.parametrize(
    "text",
    [
        "", "Kèm theo Quyết định số 283 ngày 31 tháng 5 năm 2026", "Ngày 14/01/2020",
        "(Kèm theo Quyết định số 283/ QĐ-UBND ngày 31 tháng 5 năm 2026 của UBND xã)",
        "Hóa Quỳ, ngày 31 tháng 3 năm 2026", "Hà Nội, ngày … tháng … năm …", "Số: 12/2026/QĐ-UBND",
        "Thông tư 03/2026/TT-BNV", "QĐ 12/2026", "Luật Cán bộ, công chức năm 2025",
        "(tháng) (1).xlsx", "BAO CAO THANG.xlsx", "Mau_20231004.xlsx", "240913", "Sáng 15.12.",
        "Báo cáo QĐ 15.6.xlsx", "x 18_4.xlsx", "x_22-07-2026.xlsx", "1-2.xã A.xlsx", "12. xã B.xlsx",
        "1701154571.x.chuẩn (1).xlsx", "x02042021093015.xls", "Nhiệm kỳ 2025-2030", "tổng kết 2026",
    ],
)  # fmt: skip
def test_days_papers_and_numbers_are_no_periods(text: str) -> None:
    assert (read_period(text), read_month(text), has_blank_period(text)) == (None, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "9 tháng đầu năm 2026", "12 THÁNG NĂM 2026", "(tháng 1- 8-2026)", "THÁNG 3 VÀ THÁNG 4 NĂM 2026",
        "Từ tháng 1 đến tháng 3 năm 2026", "Quý I, II/2026", "Lịch T2 - T7 năm 2026", "Tuần 12 năm 2026",
        "Tháng 13 năm 2026", "Đầu năm 2026", "Tháng 6 và 6 tháng đầu năm 2026", "Tháng 3/2026, tháng 5/2026",
        "hoa-quy-3-2026.xlsx", "Phú Quý 3/2026",
    ],
)  # fmt: skip
def test_what_is_no_single_period_does_not_pass_for_a_year(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tháng … năm 20…", "Tháng năm", "THÁNG      NĂM 2026", "Tháng ..... năm 2026", "Tháng …../2026",
        "Tháng     /2026", "Tháng 3 năm 20…", "Tháng 3 năm 20", "T…/2026", "Quý … năm 2026",
        "Năm ………", "NĂM 202…", "Tháng 3/20…",
    ],
)  # fmt: skip
def test_a_period_left_blank_is_told_from_none(text: str) -> None:
    assert (read_period(text), has_blank_period(text)) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "ngày … tháng … năm 20…", "…, ngày    tháng    năm 2026", "Ngày…tháng…năm……", "ngày …/…/20…",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n_______", "Báo cáo tháng/quý/năm", "Ngày tháng năm sinh",
        "Số: ..... /BC-UBND", "các tháng năm 2026", "Cần làm...",
    ],
)  # fmt: skip
def test_other_blanks_are_no_blank_periods(text: str) -> None:
    assert not has_blank_period(text)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("thang-03.xlsx", 3), ("Tháng 3", 3), ("Tháng12", 12), ("T08", 8), ("T12", 12), ("t1", 1),
        ("Tháng bảy", 7), ("thang 3 (1).xlsx", 3), ("T7", None), ("CN", None), ("03", None),
        ("6 tháng", None), ("Tháng 3-4", None), ("Tháng 0", None), ("tháng sau", None), ("Quý I/2026", None),
    ],
)  # fmt: skip
def test_a_month_without_its_year(text: str, month: int | None) -> None:
    assert read_month(text) == month


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026", 2026), ("Năm 2026", 2026), ("Đánh giá 2026", 2026), ("thang-03-2026", 2026),
        ("2025-2026", None), ("2025, 2026", None), ("20261004", None), ("ngày 05/3/2026", None), ("", None),
    ],
)  # fmt: skip
def test_a_year_alone(text: str, year: int | None) -> None:
    assert read_year(text) == year
