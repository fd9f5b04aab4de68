"""Outcomes → result workbooks on disk."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from cadre_cli.domain.report import Report
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.pipeline.files import RESULTS, OfficeFiles
from cadre_cli.pipeline.period import Asked, rules_used
from cadre_cli.pipeline.safe_writing import Written, write_safely
from cadre_cli.pipeline.source_names import names_to_keep, renamed
from cadre_cli.reports.given import Given, ReportKind
from cadre_cli.reports.kinds import DEFAULT, REPORTS
from cadre_cli.reports.own_report import own_report
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.render import render

NO_DAY = date(1980, 1, 1)
"""The day of a report that belongs to no period: the earliest a zip can hold, never today."""
_NO_PERIOD = "chua-ro-ky"


@dataclass(frozen=True, slots=True)
class Published:
    """A result workbook: where it was to go, and where it went (None under --dry-run or when lost)."""

    target: Path
    written: Written | None = None
    failure: OSError | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How results are to be published: into `out` instead of `ket-qua/`, in which language.

    `reports` are names of REPORTS, none for the usual ones. With `apart` a report that has a part
    for each person becomes a workbook for each.
    """

    version: str
    out: Path | None = None
    lang: str = "vi"
    dry_run: bool = False
    reports: tuple[str, ...] = ()
    apart: bool = False


def each_wanted(wanted: Wanted, offices: Sequence[OfficeFiles]) -> list[Wanted]:
    """What is wanted of each office: of several, each has a folder of its own in `out`.

    Their months are called alike; one would take the place of another.
    """
    if wanted.out is None or len(offices) < 2:
        return [wanted] * len(offices)
    folders = [files.folder.resolve().parts for files in offices]
    longest = max(map(len, folders))
    parts = next(
        (n for n in range(1, longest) if len({each[-n:] for each in folders}) == len(folders)),
        longest,
    )
    return [replace(wanted, out=wanted.out / "-".join(each[-parts:])) for each in folders]


def publish(
    files: OfficeFiles, outcomes: Sequence[Outcome], asked: Asked, wanted: Wanted
) -> Iterator[Published]:
    """Write `<name>.<ending>.xlsx` for each outcome and each report wanted of it."""
    folder = wanted.out or files.folder / RESULTS
    kept = names_to_keep(files)
    links = {kept.get(name, name): way for name, way in links_to_sources(files, folder).items()}
    outcomes = renamed(tuple(outcomes), kept)
    made = [(outcome, kinds) for outcome in outcomes if (kinds := _kinds(outcome, wanted.reports))]
    names = _names([outcome for outcome, _ in made])
    for (outcome, kinds), name in zip(made, names, strict=True):
        beside = tuple(each for each in outcomes if each is not outcome and each.results)
        given = _given(outcome, asked, wanted, links, beside)
        for kind in kinds:
            for ending, build in _workbooks(kind, given, wanted.apart):
                target = folder / f"{name}.{ending}.xlsx"
                yield Published(target) if wanted.dry_run else _written(target, build)


def _kinds(outcome: Outcome, names: Sequence[str]) -> tuple[ReportKind, ...]:
    """The reports to be made of an outcome; the usual ones need results, findings do not."""
    rated = outcome.period is not None and bool(outcome.results)
    if names:
        listed = (REPORTS[name] for name in dict.fromkeys(names))
        return tuple(kind for kind in listed if rated or _without_results(kind, outcome))
    also = (kind for kind in REPORTS.values() if kind.also is not None and kind.also(outcome))
    return (REPORTS[DEFAULT], *also) if rated else tuple(also)


def _without_results(kind: ReportKind, outcome: Outcome) -> bool:
    """Whether a report has something to say of an outcome without people."""
    if kind.also is not None and kind.also(outcome):
        return True
    return not kind.needs_results and bool(outcome.findings)


def _workbooks(
    kind: ReportKind, given: Given, apart: bool
) -> Iterator[tuple[str, Callable[[], Report]]]:
    """How each workbook of a report ends, and what builds it when its turn comes."""
    if not apart or kind.each is None:
        yield kind.ending, lambda: kind.build(given)
        return
    for suffix, report in kind.each(given):
        yield f"{kind.ending}.{suffix}", lambda report=report: report  # type: ignore[misc]


def _written(target: Path, build: Callable[[], Report]) -> Published:
    data = render(build())
    try:
        return Published(target, write_safely(target, data))
    except OSError as failure:
        return Published(target, failure=failure)


def publish_report(report: Report, target: Path, *, dry_run: bool = False) -> Published:
    """Write a report that belongs to no single office and period where the user said."""
    return Published(target) if dry_run else _written(target, lambda: report)


def result_workbook(
    outcome: Outcome, asked: Asked, wanted: Wanted, links: Mapping[str, str]
) -> bytes:
    """The result workbook of one office and period: the same outcome gives the same bytes."""
    if outcome.period is None:
        raise ValueError("what belongs to no period has no result workbook")
    return render(REPORTS[DEFAULT].build(_given(outcome, asked, wanted, links)))


def _given(
    outcome: Outcome,
    asked: Asked,
    wanted: Wanted,
    links: Mapping[str, str],
    beside: tuple[Outcome, ...] = (),
) -> Given:
    options = {} if asked.rules is None else {"rules": asked.rules}
    if asked.period is not None:
        options["period"] = str(asked.period)
    day = asked.day(outcome.period) if outcome.period else asked.as_of or NO_DAY
    made = Made(wanted.version, day, options)
    return Given(outcome, rules_used(outcome, asked), made, wanted.lang, links, beside)


def own_reports(
    files: OfficeFiles,
    outcome: Outcome,
    results: Sequence[Classification],
    asked: Asked,
    wanted: Wanted,
) -> Iterator[Report]:
    """The explanation of each of these results as a workbook for the person alone."""
    outcome, results = renamed((outcome, tuple(results)), names_to_keep(files))
    given = _given(outcome, asked, wanted, {})
    yield from (own_report(given, each) for each in results if each in outcome.results)


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
    names: list[str] = []
    for stem, outcome in zip(stems, outcomes, strict=True):
        period = _NO_PERIOD if outcome.period is None else str(outcome.period)
        names.append(period if stem is None else stem if counted[stem] == 1 else f"{stem}.{period}")
    return names


def _stem(outcome: Outcome) -> str | None:
    own = [source.file for source in outcome.sources if not source.shared]
    return PurePosixPath(own[0]).stem if len(own) == 1 else None
