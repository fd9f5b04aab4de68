"""The office's name is taken from its letterhead, and from nothing else."""

import pytest
from tests.grids import grid

from cadre_cli.sheets.letterhead import Letterhead, letterhead


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (
            """
            | UBND TỈNH THANH HÓA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            | UBND XÃ ĐỒNG LIM | Độc lập - Tự do - Hạnh phúc |
            """,
            Letterhead("UBND XÃ ĐỒNG LIM", "UBND TỈNH THANH HÓA"),
        ),
        (
            "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| XÃ ĐỒNG LIM | |",
            Letterhead("ỦY BAN NHÂN DÂN XÃ ĐỒNG LIM"),
        ),
        (
            "| ỦY BAN NHÂN DÂN | |\n| XÃ ĐỒNG LIM | |",
            Letterhead("ỦY BAN NHÂN DÂN XÃ ĐỒNG LIM"),
        ),
        (
            "| ĐẢNG BỘ TỈNH THANH HÓA | ĐẢNG CỘNG SẢN VIỆT NAM |\n| ĐẢNG ỦY XÃ ĐỒNG LIM | |",
            Letterhead("ĐẢNG ỦY XÃ ĐỒNG LIM", "ĐẢNG BỘ TỈNH THANH HÓA", party=True),
        ),
        ("| STT | Họ và tên |\n| 1 | Nguyễn Văn An |", None),
    ],
)
def test_the_office_and_the_body_above_it(sheet: str, expected: Letterhead | None) -> None:
    assert letterhead(grid(sheet)) == expected
