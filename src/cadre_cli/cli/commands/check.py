"""`cadre check PATH…`: read and validate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cadre_cli.cli import options, passwords, running, words
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped

if TYPE_CHECKING:
    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.pipeline.period import Asked

HELP = helped(
    "Đọc và kiểm tra theo quy định; chỉ ghi khi có --annotate.",
    "Read and validate; write nothing without --annotate.",
)


def check(
    paths: options.Paths,
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    period: options.PeriodAsked = None,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    annotate: options.Annotate = False,
    out: options.Out = None,
    jobs: options.Jobs = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre check PATH…`."""
    from cadre_cli.cli import show
    from cadre_cli.reports import machine

    if out is not None and not annotate:
        raise typer.BadParameter(words.OUT_OF_WHAT.of(lang))
    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = running.asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    assessed = running.assess(screen, paths, asked, opening, scored=False, jobs=jobs)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    if json:
        write_json(machine.dumps(machine.check_json(outcomes, lang)))
    else:
        found = [finding for outcome in outcomes for finding in outcome.findings]
        show.findings(screen, found, screen.out)
        show.summary(screen, outcomes, screen.out)
    code = running.exit_code(screen, assessed)
    if annotate:
        code = max(code, _annotate(screen, assessed, asked, out, dry_run=dry_run))
    raise typer.Exit(code)


def _annotate(
    screen: Screen, assessed: Sequence[Assessed], asked: Asked, out: Path | None, *, dry_run: bool
) -> int:
    """Write the marked copies and say where they lie; the exit code that this alone would give."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.annotating import annotate
    from cadre_cli.pipeline.publishing import Wanted, each_wanted

    wanted = Wanted(running.version(), out, screen.lang, dry_run)
    done = [
        copy
        for each, own in zip(
            assessed, each_wanted(wanted, [each.files for each in assessed]), strict=True
        )
        for copy in annotate(each.files, each.outcomes, asked, own)
    ]
    saved = [show.annotated(screen, copy, dry_run=dry_run) for copy in done]
    if any(copy.marked for copy in done) and not screen.quiet:
        screen.tell(words.MARKED, "dim")
    return running.DONE if all(saved) else running.FAULT
