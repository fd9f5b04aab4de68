"""One formula shape per file; a rule set names the one it uses."""

from __future__ import annotations

from cadre_cli.scoring.method import Methods
from cadre_cli.scoring.methods import (
    conditions,
    converted_products,
    criteria_table,
    points_per_task,
)

METHODS: Methods = {
    method.name: method
    for method in (
        converted_products.METHOD,
        points_per_task.METHOD,
        criteria_table.METHOD,
        conditions.METHOD,
    )
}
