"""A year's ranking → `tong-ket-<year>.xlsx` on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cadre_cli.pipeline.files import RESULTS, OfficeFiles, write_safely
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.publishing import Published, Wanted, links_to_sources
from cadre_cli.pipeline.year import Year
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.reports.year.book import name_of, year_book
from cadre_cli.reports.year.given import YearGiven
from cadre_cli.workbook.render import render


def publish_year(
    files: OfficeFiles, year: Year, asked: Asked, wanted: Wanted, *, apart: bool = False
) -> Published | None:
    """Write the workbook; None where the year has nobody. `apart`: several offices share a folder."""
    ranking = year.ranking
    if not ranking.people:
        return None
    folder = wanted.out or files.folder / RESULTS
    name = name_of(ranking.year)
    if apart and wanted.out is not None:
        name = f"{name}.{files.folder.name}"
    target = folder / f"{name}.xlsx"
    if wanted.dry_run:
        return Published(target)
    data = year_workbook(files, year, asked, wanted, folder)
    try:
        return Published(target, write_safely(target, data))
    except OSError as failure:
        return Published(target, failure=failure)


def year_workbook(
    files: OfficeFiles, year: Year, asked: Asked, wanted: Wanted, folder: Path
) -> bytes:
    """The workbook: the same ranking gives the same bytes."""
    day = asked.as_of or date(year.ranking.year, 12, 31)
    options = {"year": str(year.ranking.year)}
    if asked.rules is not None:
        options["rules"] = asked.rules
    made = Made(wanted.version, day, options)
    links = links_to_sources(files, folder)
    given = YearGiven(year.ranking, year.rules, made, wanted.lang, links, year.before)
    return render(year_book(given))
