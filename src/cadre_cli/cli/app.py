"""One function per command of the contract; no logic."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cadre_cli.cli import options, passwords, words
from cadre_cli.cli.console import console, prepare_streams, progress, write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.pipeline.period import Asked

T = TypeVar("T")
DONE, FINDINGS, USAGE, UNREADABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130

app = typer.Typer(
    name="cadre",
    help=words.ABOUT,
    epilog=words.EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(
    help=helped("Bộ quy tắc: con số, điều khoản, lựa chọn.", "Rule sets and their passages."),
    invoke_without_command=True,
)
app.add_typer(rules_app, name="rules")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"cadre {version()}")
        raise typer.Exit


def version() -> str:
    """The installed version of `cadre`."""
    from importlib.metadata import version as installed

    return installed("cadre-cli")


@app.callback()
def root(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=helped("In phiên bản rồi thôi.", "Print the version."),
        ),
    ] = False,
) -> None:
    """The options of `cadre` itself."""


def _screen(lang: str, *, quiet: bool = False, no_color: bool = False) -> Screen:
    from cadre_cli.cli.show import Screen

    return Screen(
        out=console(sys.stdout, color=not no_color),
        err=console(sys.stderr, color=not no_color),
        lang=lang,
        quiet=quiet,
    )


@app.command(
    help=helped(
        "Đọc và kiểm tra theo quy định; chỉ ghi khi có --annotate.",
        "Read and validate; write nothing without --annotate.",
    )
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
    screen = _screen(lang, quiet=quiet, no_color=no_color)
    asked = _asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    assessed = _assess(screen, paths, asked, opening, scored=False, jobs=jobs)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    if json:
        write_json(machine.dumps(machine.check_json(outcomes, lang)))
    else:
        found = [finding for outcome in outcomes for finding in outcome.findings]
        show.findings(screen, found, screen.out)
        show.summary(screen, outcomes, screen.out)
    code = _exit_code(screen, assessed)
    if annotate:
        code = max(code, _annotate(screen, assessed, asked, out, dry_run=dry_run))
    raise typer.Exit(code)


@app.command(
    help=helped(
        "Kiểm tra, chấm điểm, xếp loại và ghi bảng kết quả.", "Check, score, classify and report."
    )
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

    screen = _screen(lang, quiet=quiet, no_color=no_color)
    asked = _asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    assessed = _assess(screen, paths, asked, opening, scored=True, jobs=jobs)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    if json:
        write_json(machine.dumps(machine.score_json(outcomes, lang)))
    else:
        for outcome in outcomes:
            show.results(screen, outcome)
            show.findings(screen, outcome.findings, screen.err)
        show.summary(screen, outcomes, screen.err)
    code = _exit_code(screen, assessed)
    wanted = Wanted(version(), out, lang, dry_run)
    for each in assessed:
        for done in publish(each.files, each.outcomes, asked, wanted):
            if not show.saved(screen, done, dry_run=dry_run):
                code = FAULT
    raise typer.Exit(code)


@app.command(
    help=helped("Giải trình điểm của một người, từng bước.", "Every step of one person's score.")
)
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

    screen = _screen(lang, no_color=no_color)
    asked = _asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json)
    assessed = _assess(screen, [file], asked, opening, scored=True)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    code = _exit_code(screen, assessed)
    if not any(outcome.results for outcome in outcomes):
        found = [finding for outcome in outcomes for finding in outcome.findings]
        show.findings(screen, found, screen.err)
        raise typer.Exit(max(code, FINDINGS))
    results = find_person(outcomes, who)
    if isinstance(results, Text):
        screen.tell(results)
        raise typer.Exit(USAGE)
    if json:
        write_json(machine.dumps(explain_json(results, lang)))
    else:
        for result in results:
            for line in explained(result, lang):
                screen.out.print(line, soft_wrap=True)
    raise typer.Exit(code)


@app.command(
    help=helped(
        "Cho xem mỗi trang được hiểu thế nào, cột nào là gì.", "What each sheet was taken for."
    )
)
def inspect(
    file: options.OneFile,
    *,
    json: options.Json = False,
    password_file: options.PasswordFile = None,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre inspect FILE`."""
    from cadre_cli.cli import inspecting, show
    from cadre_cli.pipeline.inspection import inspect_file
    from cadre_cli.reports import machine

    screen = _screen(lang, no_color=no_color)
    opening = passwords.key(password_file, lang, silent=json)
    seen = opening.open(
        lambda password: _or_usage(screen, lambda: inspect_file(file, password)),
        lambda inspection: inspection.findings,
        lang,
    )
    if seen.understood is None:
        if json:
            write_json(machine.dumps(inspecting.unread_json(seen.file, seen.findings, lang)))
        else:
            show.findings(screen, seen.findings, screen.err)
        raise typer.Exit(UNREADABLE)
    if json:
        write_json(machine.dumps(inspecting.as_json(seen.file, seen.understood)))
    else:
        for line in inspecting.as_lines(seen.understood, lang):
            screen.out.print(line, soft_wrap=True)
        show.findings(screen, seen.findings, screen.err)
    raise typer.Exit(DONE)


@rules_app.callback()
def rules_root(context: typer.Context) -> None:
    """Without a subcommand: the list."""
    if context.invoked_subcommand is None:
        rules_list()


@rules_app.command("list", help=helped("Các bộ quy tắc.", "The rule sets."))
def rules_list(
    *,
    on: options.On = None,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules list`."""
    from cadre_cli.cli import rulebook
    from cadre_cli.reports import machine

    screen = _screen(lang)
    documents = rulebook.documents(options.day(on, lang))
    if json:
        write_json(
            machine.dumps(
                {
                    "schema": "cadre.rules/1",
                    "rule_sets": [rulebook.listed_json(each) for each in documents],
                }
            )
        )
        return
    for document in documents:
        screen.out.print(rulebook.listed(document, lang), soft_wrap=True)


@rules_app.command("show", help=helped("Toàn bộ một bộ quy tắc.", "All of one rule set."))
def rules_show(
    rule_set: Annotated[str, typer.Argument(metavar="ID")],
    *,
    on: options.On = None,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules show ID`."""
    from cadre_cli.cli import rulebook
    from cadre_cli.reports import machine

    screen = _screen(lang)
    rules = rulebook.shown_set(rule_set, options.day(on, lang))
    if isinstance(rules, Text):
        screen.tell(rules)
        raise typer.Exit(USAGE)
    if json:
        write_json(machine.dumps(rulebook.as_json(rules)))
        return
    for line in rulebook.page(rules, lang):
        screen.out.print(line, soft_wrap=True)


@rules_app.command(
    "finding", help=helped("Trang giải thích một mã phát hiện.", "The page of a finding code.")
)
def rules_finding(
    code: Annotated[str | None, typer.Argument(metavar="CODE")] = None,
    *,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules finding CODE`; every code without one."""
    from cadre_cli.cli import manual
    from cadre_cli.reports import machine
    from cadre_cli.reports.manual import finding_pages

    screen = _screen(lang)
    pages = finding_pages(code, lang)
    if not pages:
        screen.tell(words.NO_SUCH_CODE.fill(code=code, near=manual.near(code or "")))
        raise typer.Exit(USAGE)
    if json:
        write_json(machine.dumps({"schema": "cadre.findings/1", "findings": manual.as_json(pages)}))
        return
    for line in manual.as_lines(pages, lang, whole=code is not None):
        screen.out.print(line, soft_wrap=True)


def _asked(period: str | None, rules: str | None, as_of: str | None, lang: str) -> Asked:
    from cadre_cli.cli.rulebook import known_sets
    from cadre_cli.pipeline.period import Asked

    if rules is not None and rules not in known_sets():
        known = ", ".join(known_sets())
        raise typer.BadParameter(words.NO_SUCH_RULES.fill(id=rules, known=known).of(lang))
    return Asked(options.period(period, lang), rules, options.day(as_of, lang))


def _assess(
    screen: Screen,
    paths: Sequence[Path],
    asked: Asked,
    opening: passwords.Key,
    *,
    scored: bool,
    jobs: int | None = None,
) -> list[Assessed]:
    from cadre_cli.batch import assess_all
    from cadre_cli.pipeline.files import gather
    from cadre_cli.pipeline.intake import sheet_kinds

    offices = _or_usage(screen, lambda: gather(paths, sheet_kinds()))
    if any(files.office.folder is None for files in offices) and not screen.quiet:
        screen.tell(words.NO_CONFIGURATION, "dim")
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


def _annotate(
    screen: Screen, assessed: Sequence[Assessed], asked: Asked, out: Path | None, *, dry_run: bool
) -> int:
    """Write the marked copies and say where they lie; the exit code that this alone would give."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.annotating import annotate
    from cadre_cli.pipeline.publishing import Wanted

    wanted = Wanted(version(), out, screen.lang, dry_run)
    done = [
        copy for each in assessed for copy in annotate(each.files, each.outcomes, asked, wanted)
    ]
    saved = [show.annotated(screen, copy, dry_run=dry_run) for copy in done]
    if any(copy.marked for copy in done) and not screen.quiet:
        screen.tell(words.MARKED, "dim")
    return DONE if all(saved) else FAULT


def _or_usage(screen: Screen, act: Callable[[], T]) -> T:
    """What `act` gives; a wrong cadre.toml is wrong usage, each fault said with file and line."""
    from cadre_cli.pipeline.files import WrongConfiguration

    try:
        return act()
    except WrongConfiguration as wrong:
        for fault in wrong.faults:
            screen.err.print(fault.said(screen.lang), style="bold red", soft_wrap=True)
        raise typer.Exit(USAGE) from None


def _exit_code(screen: Screen, assessed: Sequence[Assessed]) -> int:
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


def main() -> None:
    """Run `cadre`; a fault of ours ends in a report and exit code 4, never in a traceback."""
    prepare_streams()
    try:
        app()
    except KeyboardInterrupt:
        typer.echo(words.STOPPED.of(SPOKEN), err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`cadre … | head`) has gone: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception:
        import traceback

        from cadre_cli.batch import crash_report

        report = crash_report(traceback.format_exc())
        typer.echo(words.FAILED.fill(report=report).of(SPOKEN), err=True)
        sys.exit(FAULT)
