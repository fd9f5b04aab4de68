"""Outcomes → result workbooks on disk."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.files import RESULTS, OfficeFiles, Written, write_safely
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.workbook.render import render

ENDING = ".ket-qua.xlsx"


@dataclass(frozen=True, slots=True)
class Published:
    """A result workbook: where it was to go, and where it went (None under --dry-run or when lost)."""

    target: Path
    written: Written | None = None
    failure: OSError | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How results are to be published: into `out` instead of `ket-qua/`, in which language."""

    version: str
    out: Path | None = None
    lang: str = "vi"
    dry_run: bool = False


def publish(
    files: OfficeFiles, outcomes: Sequence[Outcome], asked: Asked, wanted: Wanted
) -> Iterator[Published]:
    """Write `<name>.ket-qua.xlsx` for each outcome that has results."""
    folder = wanted.out or files.folder / RESULTS
    done = [outcome for outcome in outcomes if outcome.period is not None and outcome.results]
    for outcome, name in zip(done, _names(done), strict=True):
        target = folder / f"{name}{ENDING}"
        if wanted.dry_run:
            yield Published(target)
            continue
        data = result_workbook(outcome, asked, wanted, links_to_sources(files, folder))
        try:
            yield Published(target, write_safely(target, data))
        except OSError as failure:
            yield Published(target, failure=failure)


def result_workbook(
    outcome: Outcome, asked: Asked, wanted: Wanted, links: Mapping[str, str]
) -> bytes:
    """The result workbook of one office and period: the same outcome gives the same bytes."""
    if outcome.period is None:
        raise ValueError("what belongs to no period has no result workbook")
    options = {} if asked.rules is None else {"rules": asked.rules}
    if asked.period is not None:
        options["period"] = str(asked.period)
    report = REPORTS["month"](
        outcome,
        rules_used(outcome, asked),
        wanted.version,
        asked.day(outcome.period),
        wanted.lang,
        links=links,
        options=options,
    )
    return render(report)


def links_to_sources(files: OfficeFiles, folder: Path) -> dict[str, str]:
    """The way from the results' folder to each source, for links that jump to a cell."""
    links: dict[str, str] = {}
    for each in (*files.inputs, *files.shared):
        try:
            links[each.name] = Path(os.path.relpath(each.path, folder)).as_posix()
        except ValueError:  # another drive: the cell is named without a link
            continue
    return links


def _names(outcomes: Sequence[Outcome]) -> list[str]:
    """The workbook's own name where it alone made the result, else the period's; never cell text."""
    stems = [_stem(outcome) for outcome in outcomes]
    counted = Counter(stem for stem in stems if stem is not None)
    return [
        str(outcome.period)
        if stem is None
        else stem
        if counted[stem] == 1
        else f"{stem}.{outcome.period}"
        for stem, outcome in zip(stems, outcomes, strict=True)
    ]


def _stem(outcome: Outcome) -> str | None:
    own = [source.file for source in outcome.sources if not source.shared]
    return PurePosixPath(own[0]).stem if len(own) == 1 else None
