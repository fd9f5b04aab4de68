"""The year's results as pandas frames: pivots and groups for tables, charts and exports.

Cells stay exact (`Fraction`, codes): pandas lines up and groups, it never computes a score or a
class. It is imported inside the functions, for it takes longer to load than most commands to run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from cadre_cli.domain.year import YearRanking

if TYPE_CHECKING:
    from pandas import DataFrame


def people_by_month(ranking: YearRanking) -> DataFrame:
    """One row a person (id), their unit, and a column for each month with its exact total or None."""
    import pandas as pd

    rows = {
        person.officer.id: [person.officer.unit, *(month.total for month in person.months)]
        for person in ranking.people
    }
    columns = ["unit", *range(1, 13)]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)


def unit_by_month(ranking: YearRanking) -> DataFrame:
    """Unit × month: the exact mean of the people whose month counts; None where there is nobody."""
    long = people_by_month(ranking).melt("unit", var_name="month", value_name="total")
    known = long.dropna(subset=["unit", "total"])
    if known.empty:
        return known
    means = known.groupby(["unit", "month"])["total"].agg(_mean)
    return means.unstack("month").sort_index()


def _mean(totals: Iterable[Fraction]) -> Fraction:
    listed = list(totals)
    return sum(listed, Fraction(0)) / len(listed)


def classes_by_office(rankings: Sequence[YearRanking]) -> DataFrame:
    """Office × class: how many people; those without a class under ""."""
    import pandas as pd

    rows = [
        (ranking.office.name or "", person.grade or "")
        for ranking in rankings
        for person in ranking.people
    ]
    table = pd.DataFrame(rows, columns=["office", "class"])
    return pd.crosstab(table["office"], table["class"])
