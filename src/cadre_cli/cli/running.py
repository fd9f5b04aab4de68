"""What the commands share: where they print, what was asked, reading many files, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from cadre_cli import __version__
from cadre_cli.cli import options, passwords, words
from cadre_cli.cli.console import console, progress
from cadre_cli.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from datetime import datetime

    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.office import Office
    from cadre_cli.pipeline.files import OfficeFiles
    from cadre_cli.pipeline.period import Asked

T = TypeVar("T")
DONE, FINDINGS, USAGE, UNREADABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130


def version() -> str:
    """The version of `cadre`."""
    return __version__


def now() -> datetime:
    """The moment an entry of the ledger is dated by: the only clock of the program."""
    from datetime import datetime

    return datetime.now().astimezone().replace(microsecond=0)


def screen(lang: str, *, quiet: bool = False, no_color: bool = False) -> Screen:
    """Both streams of the console in one language."""
    from cadre_cli.cli.show import Screen

    return Screen(
        out=console(sys.stdout, color=not no_color),
        err=console(sys.stderr, color=not no_color),
        lang=lang,
        quiet=quiet,
    )


def asked(period: str | None, rules: str | None, as_of: str | None, lang: str) -> Asked:
    """What the common options say; wrong usage (exit code 2) where one of them is no such thing.

    Whether there is a rule set of that id is for each office to say (`refuse_unknown_rules`).
    """
    from cadre_cli.pipeline.period import Asked

    return Asked(options.period(period, lang), rules, options.day(as_of, lang))


def assess(
    screen: Screen,
    paths: Sequence[Path],
    asked: Asked,
    opening: passwords.Key,
    *,
    scored: bool,
    jobs: int | None = None,
) -> list[Assessed]:
    """Read and assess everything under `paths`, office by office, asking for passwords as needed."""
    offices = gathered(screen, paths, asked)
    return assess_offices(screen, offices, asked, opening, scored=scored, jobs=jobs)


def gathered(screen: Screen, paths: Sequence[Path], asked: Asked) -> tuple[OfficeFiles, ...]:
    """The offices under `paths` with their workbooks; wrong usage where a setting is wrong."""
    from cadre_cli.pipeline.files import gather
    from cadre_cli.pipeline.intake import sheet_kinds

    offices = or_usage(screen, lambda: gather(paths, sheet_kinds()))
    refuse_unknown_rules(screen, asked.rules, (files.office for files in offices))
    if any(files.office.folder is None for files in offices) and not screen.quiet:
        screen.tell(words.NO_CONFIGURATION, "dim")
    return offices


def assess_offices(
    screen: Screen,
    offices: Sequence[OfficeFiles],
    asked: Asked,
    opening: passwords.Key,
    *,
    scored: bool = True,
    jobs: int | None = None,
) -> list[Assessed]:
    """Read and assess the workbooks of these offices, asking for passwords as needed."""
    from cadre_cli.batch import assess_all

    total = sum(len(files.inputs) + len(files.shared) for files in offices)

    def run(password: str | None) -> list[Assessed]:
        with progress(total, words.READING.of(screen.lang), quiet=screen.quiet) as step:
            done = assess_all(
                offices, asked, scored=scored, jobs=jobs, password=password, on_file=step
            )
            return list(done)

    def found(assessed: list[Assessed]) -> list[Finding]:
        return [f for each in assessed for outcome in each.outcomes for f in outcome.findings]

    return opening.open(run, found, screen.lang)


def refuse_unknown_rules(screen: Screen, rules: str | None, offices: Iterable[Office]) -> None:
    """Wrong usage where an office has no rule set of the id asked for, its own included."""
    from cadre_cli.pipeline.own_rules import rules_of_office

    for office in offices if rules is not None else ():
        ids = rules_of_office(office).ids
        if rules not in ids:
            screen.tell(words.NO_SUCH_RULES.fill(id=rules, known=ids), "bold red")
            raise typer.Exit(USAGE)


def office_at(screen: Screen, folder: Path) -> Office:
    """The office of the nearest cadre.toml at or above a path; without one an office of defaults."""
    from cadre_cli.pipeline.files import office_of
    from cadre_cli.pipeline.intake import sheet_kinds

    return or_usage(screen, lambda: office_of(folder, sheet_kinds()))


def or_usage(screen: Screen, act: Callable[[], T]) -> T:
    """What `act` gives; a wrong cadre.toml is wrong usage, each fault said with file and line."""
    from cadre_cli.pipeline.files import WrongConfiguration

    try:
        return act()
    except WrongConfiguration as wrong:
        for fault in wrong.faults:
            screen.err.print(fault.said(screen.lang), style="bold red", soft_wrap=True)
        raise typer.Exit(USAGE) from None


def exit_code(screen: Screen, assessed: Sequence[Assessed]) -> int:
    """The gravest of: a fault of ours, an input unreadable, an error finding (contract 3)."""
    code = DONE
    for each in assessed:
        found = [finding for outcome in each.outcomes for finding in outcome.findings]
        if any(finding.severity is Severity.ERROR for finding in found):
            code = max(code, FINDINGS)
        if each.unreadable:
            code = max(code, UNREADABLE)
        for crash in each.crashes:
            screen.tell(words.CRASHED.fill(file=crash.file, report=crash.report), "bold red")
            code = FAULT
    return code
