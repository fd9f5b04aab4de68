"""A year's ranking → `tong-ket-<year>.xlsx` on disk."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from cadre_cli.pipeline.files import RESULTS, OfficeFiles
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.publishing import Published, Wanted, links_to_sources
from cadre_cli.pipeline.safe_writing import Written, write_safely
from cadre_cli.pipeline.year import Year
from cadre_cli.pipeline.year_cache import Kept, is_current, keep
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.reports.year.book import name_of, year_book
from cadre_cli.reports.year.given import YearGiven
from cadre_cli.workbook.render import render


def publish_year(
    files: OfficeFiles,
    year: Year,
    asked: Asked,
    wanted: Wanted,
    *,
    apart: bool = False,
    held: Kept | None = None,
) -> Published | None:
    """Write the workbook; None where the year has nobody. `apart`: several offices share a folder.

    A workbook that lies there as this very year was written before is left as it is.
    """
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
    known = f"{target.resolve()} {wanted.lang} {wanted.version}"
    if held is not None and held.value is not None and _lies_there(target, held.hash_of(known)):
        return Published(target, Written(target))
    data = year_workbook(files, year, asked, wanted, folder)
    if held is not None and is_current(held, files, ranking.year, asked):
        others = tuple(each for each in held.written if each[0] != known)
        keep(held, year, (*others, (known, hashlib.sha256(data).hexdigest())))
    try:
        return Published(target, write_safely(target, data))
    except OSError as failure:
        return Published(target, failure=failure)


def _lies_there(target: Path, digest: str | None) -> bool:
    if digest is None:
        return False
    try:
        return hashlib.sha256(target.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def year_workbook(
    files: OfficeFiles, year: Year, asked: Asked, wanted: Wanted, folder: Path
) -> bytes:
    """The workbook: the same ranking gives the same bytes."""
    day = asked.as_of or date(year.ranking.year, 12, 31)
    options = {"year": str(year.ranking.year)}
    if asked.rules is not None:
        options["rules"] = asked.rules
    if asked.as_of is not None:
        options["as-of"] = asked.as_of.isoformat()
    made = Made(wanted.version, day, options)
    links = links_to_sources(files, folder)
    given = YearGiven(year.ranking, year.rules, made, wanted.lang, links, year.before)
    return render(year_book(given))
