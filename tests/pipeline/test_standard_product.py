"""How many points a standard product has, as the office's catalogue says it."""

from decimal import Decimal

import pytest
from tests.grids import grid
from tests.sheets.people import only

from cadre_cli.pipeline.standard_product import standard_product
from cadre_cli.sheets.kinds import KINDS, catalogue
from cadre_cli.sheets.recognise import recognise

HEAD = (
    "DANH MỤC SẢN PHẨM\n| STT | Mã CV | Nhiệm vụ | Sản phẩm đầu ra | Điểm chấm | Hệ số quy đổi |\n"
)


def found(rows: str) -> tuple[Decimal, str | None] | None:
    items = catalogue.parse(only(recognise(grid(HEAD + rows), KINDS))).records.catalogue
    standard = standard_product(items)
    return None if standard is None else (standard.points, standard.at.a1)


@pytest.mark.parametrize(
    "name",
    ["Sản phẩm chuẩn", "Sản phẩm chuẩn: công văn", "Đơn vị sản phẩm/công việc chuẩn (công văn)"],
)
def test_the_line_that_names_the_standard_product_says_its_points(name: str) -> None:
    rows = f"| 1 | VP.01 | Đề án | Đề án | 60 | |\n| 2 | VP.00 | {name} | Công văn | 10 | |"
    assert found(rows) == (Decimal(10), "E4")


def test_two_lines_that_say_it_otherwise_say_nothing() -> None:
    rows = "| 1 | A | Sản phẩm chuẩn | | 10 | |\n| 2 | B | Công việc chuẩn | | 5 | |"
    assert found(rows) is None


def test_given_coefficients_determine_it() -> None:
    rows = "| 1 | A | Đề án | | 60 | 7.5 |\n| 2 | B | Tờ trình | | 27 | 3.38 |\n| 3 | C | Tin | | 4 | |"
    assert found(rows) == (Decimal(8), "F3")


@pytest.mark.parametrize(
    "rows",
    [
        "| 1 | A | Đề án | | 60 | 12 |\n| 2 | B | Tờ trình | | 27 | 3 |",
        "| 1 | A | Đề án | | 60 | 12 |\n| 2 | B | Tờ trình | | 60 | 12 |",
        "| 1 | A | Đề án | | 60 | |\n| 2 | B | Tờ trình | | 27 | |",
        "| 1 | A | Bản vẽ theo sản phẩm chuẩn | | 60 | |",
        "| 1 | A | Công việc chuẩn bị hội nghị | | 40 | |",
        "| 1 | A | Sản phẩm chuẩn hóa dữ liệu | | 40 | |",
    ],
)
def test_coefficients_that_follow_no_one_number_determine_nothing(rows: str) -> None:
    assert found(rows) is None
