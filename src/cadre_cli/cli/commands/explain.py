"""`cadre explain FILE --who NAME`: every step of one person's score."""

from __future__ import annotations

from typing import Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.texts import Text

HELP = helped("Giải trình điểm của một người, từng bước.", "Every step of one person's score.")


def explain(
    file: options.OneFile,
    *,
    who: Annotated[
        str,
        typer.Option(
            "--who",
            metavar="NAME",
            help=helped("Họ tên hoặc mã cán bộ.", "Name or code."),
        ),
    ],
    json: options.Json = False,
    period: options.PeriodAsked = None,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre explain FILE --who NAME`."""
    from cadre_cli.cli import show
    from cadre_cli.cli.explaining import explained
    from cadre_cli.cli.finding_people import find_person
    from cadre_cli.reports import machine
    from cadre_cli.reports.explanation import explain_json

    screen = running.screen(lang, no_color=no_color)
    asked = running.asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json)
    assessed = running.assess(screen, [file], asked, opening, scored=True)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    code = running.exit_code(screen, assessed)
    if not any(outcome.results for outcome in outcomes):
        found = [finding for outcome in outcomes for finding in outcome.findings]
        show.findings(screen, found, screen.err)
        raise typer.Exit(max(code, running.FINDINGS))
    results = find_person(outcomes, who)
    if isinstance(results, Text):
        screen.tell(results)
        raise typer.Exit(running.USAGE)
    if json:
        write_json(machine.dumps(explain_json(results, lang)))
    else:
        for result in results:
            for line in explained(result, lang):
                screen.out.print(line, soft_wrap=True)
    raise typer.Exit(code)
