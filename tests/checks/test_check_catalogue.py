from decimal import Decimal

import pytest
from tests.checks.finding import at, found, not_run
from tests.factories import FILE, row, rule_set, submission, task

from cadre_cli.checks.assignment_catalogue import NoCoefficient, OtherCoefficient
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.tasks import CatalogueItem
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN

ITEM = CatalogueItem(row(5, "Danh mục", ("code", "coefficient")), "QL.10", "Lập báo cáo")
TASK = Text("việc “Công việc 1”", 'the task "Công việc 1"')
NONE_GIVEN = Text("chưa có hệ số", "it has no coefficient")


def one(catalogue: tuple[CatalogueItem, ...] = (ITEM,), **changes: object):
    return submission(tasks=(task(**changes),), catalogue=catalogue)


def test_a_code_that_is_not_in_the_catalogue() -> None:
    why = Text("mã QL.1O không có trong danh mục", "the code QL.1O is not in the catalogue")
    expected = NoCoefficient(at=at("code"), what=TASK, why=why)
    assert found(one(code="QL.1O", coefficient=None), "G11") == (expected,)


def test_codes_are_compared_without_case() -> None:
    assert found(one(code="ql.10"), "G11") == ()


def test_a_task_without_any_coefficient() -> None:
    expected = NoCoefficient(at=at("coefficient"), what=TASK, why=NONE_GIVEN)
    assert found(one(coefficient=None), "G11") == (expected,)


def test_a_code_with_several_lines_in_the_catalogue_says_so() -> None:
    lines = (ITEM, CatalogueItem(ITEM.at, "QL.10", "Họp", coefficient=Decimal(2)))
    (finding,) = found(one(catalogue=lines, code="QL.10", coefficient=None), "G11")
    assert finding.said() == (
        "Chưa quy đổi được việc “Công việc 1”: "
        "mã QL.10 có nhiều dòng trong danh mục với hệ số khác nhau."
    )


def test_without_a_column_for_coefficients_the_code_is_named() -> None:
    fields = ("content", "code", "owner")
    sheet = one(coefficient=None, at=row(fields=fields))
    expected = NoCoefficient(at=at("code", fields=fields), what=TASK, why=NONE_GIVEN)
    assert found(sheet, "G11") == (expected,)


def test_a_sheet_without_either_column_is_told_once() -> None:
    fields = ("content", "owner")
    tasks = tuple(task(line=n, coefficient=None, at=row(n, fields=fields)) for n in (2, 3))
    (finding,) = found(submission(tasks=tasks), "G11")
    assert finding.at == CellRef(FILE, "Giao việc")
    assert finding.said() == ("Chưa quy đổi được 2 việc: bảng không có cột Mã công việc hay Hệ số.")


@pytest.mark.parametrize(
    "changes",
    [
        {"coefficient": UNKNOWN},
        {"code": "QL.10", "coefficient": None, "catalogue_coefficient": Decimal(2)},
        {"code": "QL.10", "coefficient": None, "catalogue_points": Decimal(10)},
    ],
)
def test_a_coefficient_in_the_catalogue_or_an_unreadable_one_is_not_missing(
    changes: dict[str, object],
) -> None:
    assert found(one(**changes), "G11") == ()


def test_local_points_need_no_coefficient() -> None:
    assert found(one(coefficient=None), "G11", rules=rule_set(passages={})) == ()


def test_another_coefficient_than_the_catalogues() -> None:
    sheet = one(code="QL.10", coefficient=Decimal(5), catalogue_coefficient=Decimal("2.5"))
    expected = OtherCoefficient(
        at=at("coefficient"),
        task="Công việc 1",
        catalogue_code="QL.10",
        written=Decimal(5),
        listed=Decimal("2.5"),
    )
    assert found(sheet, "G11", "G12") == (expected,)


def test_the_catalogues_coefficient_written_otherwise_is_the_same() -> None:
    sheet = one(code="QL.10", coefficient=Decimal("2.50"), catalogue_coefficient=Decimal("2.5"))
    assert found(sheet, "G12") == ()


def test_without_a_catalogue_codes_are_not_checked() -> None:
    sheet = one(catalogue=(), code="QL.1O")
    assert found(sheet, "G11", "G12") == ()
    assert {code: why for code, why in not_run(sheet).items() if code in ("G11", "G12")} == {
        "G11": "không có danh mục sản phẩm/công việc",
        "G12": "không có danh mục sản phẩm/công việc",
    }
