"""`tong-ket-<year>.xlsx` put together."""

from __future__ import annotations

from cadre_cli.domain.report import Report
from cadre_cli.domain.texts import Text
from cadre_cli.reports.page import properties
from cadre_cli.reports.parts.checks import checks
from cadre_cli.reports.parts.provenance import provenance
from cadre_cli.reports.year.basis import year_facts
from cadre_cli.reports.year.caps import caps
from cadre_cli.reports.year.charts import charts
from cadre_cli.reports.year.emulation import collectives, titles
from cadre_cli.reports.year.given import YearGiven
from cadre_cli.reports.year.quarters import quarters
from cadre_cli.reports.year.ranks import ranks
from cadre_cli.reports.year.reasons import reasons
from cadre_cli.reports.year.remarks import remarks
from cadre_cli.reports.year.slips import slips
from cadre_cli.reports.year.table import year_table

_TITLE = Text("Tổng kết đánh giá, xếp loại năm {year}", "Assessment and classes of the year {year}")


YEAR_BOOK = "tong-ket-"
"""How the names of these workbooks begin."""


def name_of(year: int) -> str:
    """What the workbook is called, without its ending."""
    return f"{YEAR_BOOK}{year}"


def year_book(given: YearGiven) -> Report:
    """Every sheet of the year, the one that is signed first."""
    title = _TITLE.of(given.lang).format(year=given.ranking.year)
    return Report(
        name_of(given.ranking.year),
        properties(title, given.outcome, given.made.as_of),
        (
            year_table(given),
            quarters(given),
            ranks(given),
            caps(given),
            titles(given),
            collectives(given),
            charts(given),
            reasons(given),
            *remarks(given),
            checks(given.outcome, given.lang, given.links),
            provenance(
                given.outcome,
                given.rules,
                given.made,
                given.lang,
                year_facts(given.ranking, given.before),
            ),
            *slips(given),
        ),
    )
