"""`cadre explain FILE --who NAME`: every step of one person's score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.periods import Period
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:  # every start of `cadre` would pay for it
    from cadre_cli.domain.results import Classification, Outcome

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
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help=helped(
                "Ghi thêm bản diễn giải riêng của người này ra tệp .xlsx (để cá nhân giữ).",
                "Also write the explanation as a workbook for the person to keep.",
            ),
            show_default=False,
        ),
    ] = None,
    dry_run: options.DryRun = False,
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
    from cadre_cli.cli.finding_people import find_person, taken_for
    from cadre_cli.pipeline.period import rules_used
    from cadre_cli.pipeline.publishing import Wanted, own_reports, publish_report
    from cadre_cli.reports import machine
    from cadre_cli.reports.explanation import explain_json
    from cadre_cli.reports.in_words import in_words

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
    taken = taken_for(results[0].officer, who)
    if taken is not None:
        screen.tell(taken)
    rules_of = {id(each): rules_used(each, asked) for each in outcomes}
    if out is not None:  # before anything is printed: a reader may stop reading
        wanted = Wanted(running.version(), lang=lang)
        places = _places(out, [result.score.period for result in results])
        made = (
            report
            for each in assessed
            for outcome in each.outcomes
            for report in own_reports(each.files, outcome, results, asked, wanted)
        )
        for report, place in zip(made, places, strict=True):
            done = publish_report(report, place, dry_run=dry_run)
            if not show.saved(screen, done, dry_run=dry_run):
                code = running.FAULT
    if json:
        told = [(r, in_words(r, rules_of[id(o)], lang)) for o, r in _where(outcomes, results)]
        write_json(machine.dumps(explain_json(told, lang)))
    else:
        for outcome, result in _where(outcomes, results):
            for line in explained(result, rules_of[id(outcome)], lang):
                screen.out.print(line, soft_wrap=True)
    raise typer.Exit(code)


def _where(
    outcomes: Sequence[Outcome], results: Sequence[Classification]
) -> Iterator[tuple[Outcome, Classification]]:
    """Each result with the outcome it stands in, in order of time."""
    for outcome in outcomes:
        yield from ((outcome, result) for result in results if result in outcome.results)


def _places(out: Path, periods: Sequence[Period]) -> list[Path]:
    """Where each period's page goes: the file named, or beside it with the period in its name."""
    target = out if out.suffix.lower() == ".xlsx" else out.with_name(f"{out.name}.xlsx")
    if len(periods) == 1:
        return [target]
    return [target.with_name(f"{target.stem}.{period}.xlsx") for period in periods]
