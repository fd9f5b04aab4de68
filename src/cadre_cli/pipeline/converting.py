"""The line of the office's catalogue put beside each task that names its code (NĐ 335 Đ13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from cadre_cli.domain.tasks import CatalogueItem, Task
from cadre_cli.pipeline.standard_product import standard_product
from cadre_cli.vietnamese.text import key


def from_catalogue(tasks: Iterable[Task], catalogue: tuple[CatalogueItem, ...]) -> Iterator[Task]:
    """Each task with what the line of its code says: coefficient or points, words, product."""
    by_code: dict[str, list[CatalogueItem]] = defaultdict(list)
    for line in catalogue:
        if line.code:
            by_code[key(line.code)].append(line)
    with_coefficients = {_sheet(line) for line in catalogue if line.coefficient is not None}
    standard = standard_product(catalogue)
    for task in tasks:
        item = _listed(task, by_code.get(key(task.code), [])) if task.code else None
        if item is None:
            yield task
            continue
        # Points stand in for the coefficients of a list that has none, never for a blank among them.
        points = None if _sheet(item) in with_coefficients else _number(item.points)
        yield replace(
            task,
            catalogue_coefficient=_number(item.coefficient),
            catalogue_points=points,
            standard_points=standard.points if standard and points is not None else None,
            standard_at=standard.at if standard and points is not None else None,
            catalogue_at=item.at.cell("coefficient", "points"),
            content=task.content or item.content,
            product=task.product or item.product,
        )


def _listed(task: Task, items: list[CatalogueItem]) -> CatalogueItem | None:
    """The line of the task's code; of several that differ, the one with the task's words (G11)."""
    if _differ(items):
        items = [i for i in items if task.content and key(i.content or "") == key(task.content)]
    return items[0] if items and not _differ(items) else None


def _differ(items: list[CatalogueItem]) -> bool:
    return len({(item.coefficient, item.points) for item in items}) > 1


def _sheet(item: CatalogueItem) -> tuple[str, str]:
    return item.at.file, item.at.sheet


def _number(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
