"""The office's list of products with their conversion."""

from decimal import Decimal

from tests.grids import grid
from tests.sheets.people import only

from cadre_cli.domain.values import UNKNOWN
from cadre_cli.sheets.kinds import KINDS, catalogue
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import Parsed


def parsed(markdown: str) -> Parsed:
    found = only(recognise(grid(markdown), KINDS))
    assert found.kind == "catalogue"
    assert found.period is None
    return catalogue.parse(found)


def codes(of: Parsed) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.at.a1) for finding in of.findings]


HEAD = "DANH MỤC SẢN PHẨM\n| STT | Mã CV | Nhiệm vụ | Sản phẩm đầu ra | Nhóm | Khung điểm | Điểm chấm | Hệ số quy đổi |\n"


def test_a_row_is_an_item_and_a_stored_formula_a_value() -> None:
    found = parsed(
        HEAD + "| 1 | VP.01 | Soạn công văn | Công văn | N2 | 11-50 | 25 | {=ROUND(G3/5,2)|5} |"
    )
    (item,) = found.records.catalogue
    assert found.findings == ()
    assert (
        item.code,
        item.content,
        item.product,
        item.group,
        item.points,
        item.coefficient,
        item.at.row,
    ) == ("VP.01", "Soạn công văn", "Công văn", "N2", Decimal(25), Decimal(5), 3)


def test_a_coefficient_without_a_result_is_unknown() -> None:
    found = parsed(HEAD + "| 1 | VP.01 | Soạn công văn | | N2 | | 25 | {=ROUND(G3/5,2)} |")
    assert found.records.catalogue[0].coefficient is UNKNOWN
    assert codes(found) == [("T05", "H3")]


def test_a_coefficient_is_above_zero() -> None:
    found = parsed(HEAD + "| 1 | VP.01 | Soạn công văn | | N2 | | 25 | 0 |")
    assert found.records.catalogue[0].coefficient is UNKNOWN
    assert codes(found) == [("D04", "H3")]


def test_points_may_stand_without_a_coefficient_but_not_neither() -> None:
    found = parsed(
        HEAD
        + "| 1 | VP.01 | Soạn công văn | | N2 | | 25 | |\n| 2 | VP.02 | Lập báo cáo | | N2 | | | |"
    )
    assert [item.coefficient for item in found.records.catalogue] == [None, None]
    assert codes(found) == [("D05", "H4")]


def test_groups_are_no_items_and_give_the_unit() -> None:
    found = parsed(
        HEAD + "| I | Văn phòng | | | | | | |\n| 1 | VP.01 | Soạn công văn | | N2 | | 25 | 5 |"
    )
    assert [(item.code, item.unit) for item in found.records.catalogue] == [("VP.01", "Văn phòng")]


def test_codes_that_look_like_numbers_stay_as_they_are_written() -> None:
    found = parsed(HEAD + "| 1 | '01.003 | Soạn công văn | | N1 | | 5 | 1 |")
    assert found.records.catalogue[0].code == "01.003"
    assert found.findings == ()


def test_the_smallest_catalogue() -> None:
    found = parsed("DANH MỤC\n| STT | Tên sản phẩm | Hệ số |\n| 1 | Tờ trình | 1,5 |")
    assert [(i.content, i.coefficient) for i in found.records.catalogue] == [
        ("Tờ trình", Decimal("1.5"))
    ]
    assert codes(found) == [("D09", "C3")]


def test_a_catalogue_without_weights_lacks_a_column() -> None:
    found = parsed("DANH MỤC\n| STT | Mã CV | Nhiệm vụ | Nhóm |\n| 1 | VP.01 | Tờ trình | N1 |")
    assert codes(found) == [("B05", None)]
