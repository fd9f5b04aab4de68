"""Quantities that only the joined sheets tell."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cadre_cli.domain.places import CellRef, RowRef
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.pipeline.quantities import with_quantities

HERE, THERE = (RowRef("thang-03.xlsx", sheet, 5, {}) for sheet in ("Giao việc", "Kết quả"))
TASK = Task(at=HERE, assigned=Decimal(7))


@pytest.mark.parametrize(
    ("share", "assigned", "finished"),
    [
        (Decimal("0.8"), Decimal(7), Decimal("5.6")),
        (Decimal("1.5"), Decimal(2), Decimal(3)),
        (Decimal(0), Decimal(7), Decimal(0)),
        (Decimal("0.8"), None, UNKNOWN),
        (UNKNOWN, Decimal(7), UNKNOWN),
        (Decimal("0.8"), UNKNOWN, UNKNOWN),
    ],
)
def test_a_share_is_of_what_was_assigned(share: Number, assigned: Number, finished: Number) -> None:
    task = replace(TASK, assigned=assigned, finished_share=share)
    assert with_quantities([task]) == ((replace(task, finished=finished),), ())


def test_a_stated_quantity_leaves_no_share() -> None:
    task = replace(TASK, finished=Decimal(2), finished_share=Decimal("0.8"))
    assert with_quantities([task]) == ((replace(task, finished_share=None),), ())


def test_a_share_of_one_assumed_product_is_itself() -> None:
    task = replace(TASK, assigned=None, assumed_one=True, finished_share=Decimal("0.8"))
    assert with_quantities([task]) == ((replace(task, finished=Decimal("0.8")),), ())


def test_one_each_is_not_assumed_beside_results_that_count_several() -> None:
    first = Task(at=HERE, assumed_one=True, finished=Decimal(4), result_at=THERE)
    second = replace(first, finished=Decimal(1))
    tasks, (found,) = with_quantities([first, second])
    assert tasks == (replace(first, assumed_one=False), replace(second, assumed_one=False))
    assert (found.code, found.at) == ("B05", CellRef("thang-03.xlsx", "Giao việc"))


def test_one_each_is_assumed_beside_results_of_one_or_none() -> None:
    one = Task(at=HERE, assumed_one=True, finished=Decimal(1), result_at=THERE)
    none = replace(one, finished=Decimal(0))
    assert with_quantities([one, none]) == ((one, none), ())
