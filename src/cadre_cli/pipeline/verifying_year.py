"""A year-end workbook checked later: its months, the ledger as it was then, and as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from cadre_cli.domain.comparison import Form
from cadre_cli.domain.verification import CheckedSource, SourceState
from cadre_cli.ledger.reading import LEDGER, read_ledger, state_at
from cadre_cli.pipeline.comparing import compare
from cadre_cli.pipeline.files import Input, OfficeFiles
from cadre_cli.pipeline.finding_sources import day_of, named_sources
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.publishing import Wanted
from cadre_cli.pipeline.reading_back import Recorded, read_back
from cadre_cli.pipeline.verifying import Again
from cadre_cli.pipeline.year import Year
from cadre_cli.pipeline.year_publishing import year_workbook
from cadre_cli.reports.year import charts
from cadre_cli.reports.year.basis import BEFORE, ENTRIES, SEAL

Ranking = Callable[[int | None], Year]
"""The year worked out again, by the ledger's first entries or (None) by all that it holds now."""


@dataclass(frozen=True, slots=True)
class YearFiles:
    """What a year is worked out from again: workbooks, ledger, and whether the year before is there.

    `upto` is the number of entries that the ledger had then; None where that cannot be told.
    """

    files: OfficeFiles
    ledger: CheckedSource | None = None
    upto: int | None = None
    before: bool = True


def year_asked(recorded: Recorded, year: int) -> Asked:
    """The options of then; without --as-of every month goes by its own last day."""
    asked = Asked(None, recorded.said("option.rules"), day_of(recorded.said("option.as-of")))
    return replace(asked, years=frozenset({year, year - 1}))


def year_files(recorded: Recorded, files: OfficeFiles, inside: Path | None = None) -> YearFiles:
    """The ledger and the year before, found beside the sources; `inside` is looked in first."""
    folders = (files.folder,) if inside is None else (inside, files.folder)
    folder = next((each for each in folders if (each / LEDGER).is_file()), files.folder)
    known = {each.path.resolve() for each in (*files.inputs, *files.shared)}
    listed = named_sources(recorded, BEFORE, folders, folder)
    before = all(each.unmoved for each in listed)
    more = [
        Input(each.found, each.name)
        for each in (listed if before else ())
        if each.found is not None and not each.shared and each.found.resolve() not in known
    ]
    inputs = tuple(sorted((*files.inputs, *more), key=lambda each: each.name))
    files = replace(files, folder=folder, inputs=inputs)
    ledger, upto = _ledger(recorded, folder / LEDGER)
    return YearFiles(files, ledger, upto, before)


def _ledger(recorded: Recorded, path: Path) -> tuple[CheckedSource | None, int | None]:
    """What became of the ledger, and how many of its entries counted then."""
    said, seal = recorded.said(ENTRIES), recorded.said(SEAL) or ""
    if said is None or not said.isdecimal():
        return None, None
    then = int(said)
    source = CheckedSource(LEDGER, seal, SourceState.SAME, path, ledger=True)
    state = read_ledger(path).state if path.is_file() else None
    if state is None:
        gone = replace(source, state=SourceState.MISSING, found=None)
        return (gone, None) if then else (None, 0)
    if then:
        known = state_at(path, then)
        if known is None or known.seal != seal:
            return replace(source, state=SourceState.CHANGED), None
    if state.entries == then:
        return source, then
    return replace(source, state=SourceState.GROWN, more=state.entries - then), then


def ranked_again(
    recorded: Recorded, found: YearFiles, asked: Asked, version: str, ranking: Ranking
) -> tuple[Again | None, CheckedSource | None]:
    """The year as it follows, and whether what the ledger was told since matters for it."""
    then = _again(recorded, found, asked, version, ranking(found.upto))
    ledger = found.ledger
    if then is None or ledger is None or ledger.state is not SourceState.GROWN:
        return then, ledger
    now = _again(recorded, found, asked, version, ranking(None))
    if now is None or compare(then.side, now.side).alike:
        return then, ledger
    return now, replace(ledger, state=SourceState.CHANGED)


def _again(
    recorded: Recorded, found: YearFiles, asked: Asked, version: str, year: Year
) -> Again | None:
    if not year.ranking.people:
        return None
    wanted = Wanted(version, lang=recorded.lang)
    folder = Path(recorded.file).resolve().parent
    data = year_workbook(found.files, year, asked, wanted, folder)
    back = read_back(data, recorded.file)
    if not isinstance(back, Recorded):
        raise TypeError("a workbook of ours cannot be read back")
    side = replace(back.side(), form=Form.SCORED)
    unsure = frozenset() if found.before else frozenset({charts.NAME.of(recorded.lang)})
    return Again(side, lambda: data, unsure)
