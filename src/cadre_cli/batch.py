"""Many files: worker processes, in input order; a fault of ours in one file does not stop the rest."""

from __future__ import annotations

import hashlib
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cadre_cli.domain.closed import ClosedYear
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office
from cadre_cli.domain.results import Outcome
from cadre_cli.ledger.reading import LEDGER, closed_results
from cadre_cli.pipeline.auditing import changes_since, of_another_office
from cadre_cli.pipeline.files import Input, OfficeFiles, read_input
from cadre_cli.pipeline.intake import Intake, Reading, intake, unread
from cadre_cli.pipeline.open_books import noting_open
from cadre_cli.pipeline.period import Asked, outcomes
from cadre_cli.pipeline.which_period import folder_of
from cadre_cli.pipeline.year import Year, year_of_office
from cadre_cli.pipeline.year_cache import Kept, kept
from cadre_cli.pipeline.year_sources import YearSources

# Starting a pool costs about as much as reading fifty ordinary workbooks.
WORTH_A_POOL = 50
_CHUNK = 20


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault of the program while reading one file; `report` is where its trace was written."""

    file: str
    report: Path


@dataclass(frozen=True, slots=True)
class _Job:
    each: Input
    office: Office
    reading: Reading


@dataclass(frozen=True, slots=True)
class Assessed:
    """One office assessed: its outcomes, and what went wrong on our side."""

    files: OfficeFiles
    outcomes: tuple[Outcome, ...]
    crashes: tuple[Crash, ...] = ()
    unreadable: bool = False
    """At least one input could not be read at all (exit code 3)."""
    password: str | None = field(default=None, repr=False)
    """What opened the locked ones, for whoever has to read them again; never kept or shown."""


def assess_all(
    offices: Sequence[OfficeFiles],
    asked: Asked,
    *,
    scored: bool = True,
    jobs: int | None = None,
    password: str | None = None,
    on_file: Callable[[str], None] = lambda _: None,
) -> Iterator[Assessed]:
    """Each office in turn; `on_file` is told the name of every file that was read."""
    reading = Reading(asked.period, password)
    for files in offices:
        work = [_Job(each, files.office, reading) for each in (*files.inputs, *files.shared)]
        own: list[Intake] = []
        shared: list[Intake] = []
        crashes: list[Crash] = []
        for place, (job, done) in enumerate(zip(work, _read_all(work, jobs), strict=True)):
            on_file(job.each.name)
            if isinstance(done, Crash):
                crashes.append(done)
            elif not done.ours:
                (own if place < len(files.inputs) else shared).append(done)
        own += [unread(finding.at.file, finding) for finding in files.missing]
        done_with = outcomes(files.office, own, shared, asked, scored=scored)
        yield Assessed(
            files=files,
            outcomes=noting_open(done_with, files),
            crashes=tuple(crashes),
            unreadable=any(each.unreadable for each in (*own, *shared)),
            password=password,
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    """One office's year, what went wrong on our side, and what is kept of it for the next run."""

    files: OfficeFiles
    year: Year
    crashes: tuple[Crash, ...] = ()
    unreadable: bool = False
    kept: Kept | None = None


def rank_all(
    offices: Sequence[OfficeFiles],
    asked: Asked,
    year: int,
    *,
    jobs: int | None = None,
    password: str | None = None,
    on_file: Callable[[str], None] = lambda _: None,
) -> Iterator[Ranked]:
    """The year of each office in turn; of its outcomes only what the year needs is kept.

    Many offices are shared out among processes office by office: what comes back is small.
    """
    workers = jobs or (os.cpu_count() or 1 if len(offices) >= WORTH_SHARING else 1)
    if workers <= 1 or len(offices) <= 1:
        for files in offices:
            yield _rank_one(_Office(files, asked, year, password, jobs), on_file)
        return
    from concurrent.futures import ProcessPoolExecutor

    work = [_Office(files, asked, year, password, 1) for files in offices]
    with ProcessPoolExecutor(workers) as pool:
        for files, done in zip(offices, pool.map(_rank_one, work), strict=True):
            for each in (*files.inputs, *files.shared):
                on_file(each.name)
            yield done


WORTH_SHARING = 4
"""Offices of a dozen workbooks each from which on starting a pool pays."""


@dataclass(frozen=True, slots=True)
class _Office:
    files: OfficeFiles
    asked: Asked
    year: int
    password: str | None
    jobs: int | None


def _rank_one(work: _Office, on_file: Callable[[str], None] = lambda _: None) -> Ranked:
    """One office's year, as an earlier run kept it where nothing has changed since."""
    held = kept(work.files, work.year, work.asked) if work.password is None else None
    if held is not None and isinstance(held.value, Year):
        for read in (*work.files.inputs, *work.files.shared):
            on_file(read.name)
        return Ranked(work.files, held.value, kept=held)
    (each,) = assess_all(
        [work.files],
        replace(work.asked, years=frozenset({work.year, work.year - 1})),
        jobs=work.jobs,
        password=work.password,
        on_file=on_file,
    )
    year = year_of_assessed(each, work.year, work.asked)
    sound = not each.crashes and not each.unreadable  # a file may be readable the next time
    return Ranked(each.files, year, each.crashes, each.unreadable, held if sound else None)


def year_of_assessed(assessed: Assessed, year: int, asked: Asked, upto: int | None = None) -> Year:
    """The year of an office that was assessed, with the year before where there is one.

    `upto` is the number of the ledger's last entry that counts; all of them without it.
    """
    office = assessed.files.office
    now, before = (_sources(assessed, which, upto) for which in (year, year - 1))
    found = year_of_office(office, now, asked)
    if before.origins and now.origins:
        found = replace(found, before=year_of_office(office, before, asked).ranking)
    return found


def _sources(assessed: Assessed, year: int, upto: int | None) -> YearSources:
    """The year's outcomes and what the ledger says; what became of closed workbooks since is named."""
    files, password = assessed.files, assessed.password
    path = files.folder / LEDGER
    closed = closed_results(path, year, upto)
    office = next((outcome.office for outcome in assessed.outcomes), files.office)
    if foreign := tuple(of_another_office(closed.office, office, path)):
        return YearSources(year, assessed.outcomes, ClosedYear(year, findings=foreign))
    changed = tuple(
        finding
        for period in closed.periods
        for finding in changes_since(period, files.folder, files.office, password)
    )
    return YearSources(
        year, assessed.outcomes, replace(closed, findings=(*closed.findings, *changed))
    )


def _read_all(work: Sequence[_Job], jobs: int | None) -> Iterator[Intake | Crash]:
    workers = jobs or (os.cpu_count() or 1 if len(work) >= WORTH_A_POOL else 1)
    if workers <= 1 or len(work) <= 1:
        yield from map(_read_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(_CHUNK, len(work) // workers))
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_read_one, work, chunksize=chunk)


def _read_one(job: _Job) -> Intake | Crash:
    try:
        data = read_input(job.each)
        if isinstance(data, Finding):
            return unread(job.each.name, data)
        reading = replace(job.reading, folder=folder_of(job.each.path, job.each.name))
        return intake(data, job.each.name, job.office, reading)
    except Exception:  # the one boundary for faults of ours: reported as such, never as a bad file
        return Crash(job.each.name, crash_report(traceback.format_exc()))


def crash_report(trace: str) -> Path:
    """Write the trace of a fault of ours where the user can find it; the same fault, the same file."""
    name = hashlib.sha256(trace.encode()).hexdigest()[:8]
    path = Path(tempfile.gettempdir()) / f"cadre-loi-{name}.txt"
    path.write_text(trace, encoding="utf-8")
    return path
