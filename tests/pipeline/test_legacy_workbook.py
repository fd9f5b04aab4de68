"""A month typed in .VnTime or VNI-Times is the same month."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Font
from tests.vietnamese.legacy_text import to_tcvn3, to_vni

from cadre_cli.domain.office import Office
from cadre_cli.pipeline.intake import Intake, intake

ROWS = (
    ("Danh sách giao việc Tháng 3 năm 2026",),
    (),
    ("STT", "Nội dung công việc", "Người thực hiện", "Người giao", "Hạn hoàn thành", "Số lượng"),
    (1, "Rà soát hộ nghèo", "Trần Thị Bình", "Lê Văn Hồng", "20/03/2026", 2),
    (2, "Lập báo cáo tuần", "Đỗ Thị Lụa", "Lê Văn Hồng", "25/03/2026", 1),
    (3, "Trực một cửa", "Trần Thị Bình", "Lê Văn Hồng", "31/03/2026", 20),
)


def month(font: str, stored: dict[str, str] | None = None) -> Intake:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(ROWS, 1):
        for column, value in enumerate(row, 1):
            written = stored[value] if stored and isinstance(value, str) else value
            sheet.cell(number, column, written).font = Font(name=font)
    stream = BytesIO()
    book.save(stream)
    return intake(stream.getvalue(), "thang-03.xlsx", Office())


TEXTS = [value for row in ROWS for value in row if isinstance(value, str)]
IN_TCVN3 = {text: to_tcvn3(text) for text in TEXTS}
IN_VNI = {text: to_vni(text) for text in TEXTS}


@pytest.mark.parametrize(
    ("font", "stored", "encoding"),
    [
        (".VnTime", IN_TCVN3, "TCVN3"),
        ("VNI-Times", IN_VNI, "VNI"),
        ("Arial", IN_TCVN3, "TCVN3"),  # pasted without its font
    ],
)
def test_a_month_in_a_legacy_encoding_gives_the_same_records(
    font: str, stored: dict[str, str], encoding: str
) -> None:
    plain, legacy = month("Times New Roman"), month(font, stored)
    assert legacy.parts == plain.parts
    assert len(plain.parts[0].records.tasks) == 3
    (said,) = (finding for finding in legacy.findings if finding not in plain.findings)
    assert (said.code, said.at.sheet) == ("T07", "Sheet")
    assert encoding in said.said()
