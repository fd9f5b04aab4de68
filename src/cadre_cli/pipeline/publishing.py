"""Outcomes → result workbooks on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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


def publish(
    files: OfficeFiles,
    outcomes: Sequence[Outcome],
    asked: Asked,
    version: str,
    out: Path | None,
    *,
    dry_run: bool,
) -> Iterator[Published]:
    """Write `<name>.ket-qua.xlsx` for each outcome that has results, into `ket-qua/` or `out`."""
    folder = out or files.folder / RESULTS
    done = [outcome for outcome in outcomes if outcome.period is not None and outcome.results]
    for outcome, name in zip(done, _names(done, files), strict=True):
        target = folder / f"{name}{ENDING}"
        if dry_run:
            yield Published(target)
            continue
        data = result_workbook(outcome, asked, version)
        try:
            yield Published(target, write_safely(target, data))
        except OSError as failure:
            yield Published(target, failure=failure)


def result_workbook(outcome: Outcome, asked: Asked, version: str) -> bytes:
    """The result workbook of one office and period: the same outcome gives the same bytes."""
    assert outcome.period is not None
    report = REPORTS["month"](
        outcome, rules_used(outcome, asked), version, asked.day(outcome.period)
    )
    return render(report)


def _names(outcomes: Sequence[Outcome], files: OfficeFiles) -> list[str]:
    """The workbook's own name where it alone made the result, else the period's; never cell text."""
    stems = [_stem(outcome, files) for outcome in outcomes]
    counted = Counter(stem for stem in stems if stem is not None)
    return [
        str(outcome.period)
        if stem is None
        else stem
        if counted[stem] == 1
        else f"{stem}.{outcome.period}"
        for stem, outcome in zip(stems, outcomes, strict=True)
    ]


def _stem(outcome: Outcome, files: OfficeFiles) -> str | None:
    shared = {each.name for each in files.shared}
    own = [source.file for source in outcome.sources if source.file not in shared]
    return PurePosixPath(own[0]).stem if len(own) == 1 else None
