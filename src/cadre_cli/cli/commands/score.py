"""`cadre score PATH…`: check, score, classify, and write result workbooks."""

from __future__ import annotations

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped

HELP = helped(
    "Kiểm tra, chấm điểm, xếp loại và ghi bảng kết quả.", "Check, score, classify and report."
)


def score(
    paths: options.Paths,
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    period: options.PeriodAsked = None,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    out: options.Out = None,
    jobs: options.Jobs = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre score PATH…`."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.publishing import Wanted, publish
    from cadre_cli.reports import machine

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = running.asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    assessed = running.assess(screen, paths, asked, opening, scored=True, jobs=jobs)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    if json:
        write_json(machine.dumps(machine.score_json(outcomes, lang)))
    else:
        for outcome in outcomes:
            show.results(screen, outcome)
            show.findings(screen, outcome.findings, screen.err)
        show.summary(screen, outcomes, screen.err)
    code = running.exit_code(screen, assessed)
    wanted = Wanted(running.version(), out, lang, dry_run)
    for each in assessed:
        for done in publish(each.files, each.outcomes, asked, wanted):
            if not show.saved(screen, done, dry_run=dry_run):
                code = running.FAULT
    raise typer.Exit(code)
