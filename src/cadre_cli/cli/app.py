"""The command line put together: each command of the contract from its own file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from cadre_cli.cli import running, starting, words
from cadre_cli.cli.chrome import speak_vietnamese
from cadre_cli.cli.commands import (
    audit,
    check,
    close,
    compare,
    decide,
    doctor,
    explain,
    export,
    inspect,
    new,
    rank,
    rules,
    score,
    verify,
)
from cadre_cli.cli.console import prepare_streams
from cadre_cli.cli.words import SPOKEN, helped

if SPOKEN == "vi":
    speak_vietnamese()

app = typer.Typer(
    name="cadre",
    help=words.ABOUT,
    epilog=words.EXIT_CODES,
    no_args_is_help=True,
    suggest_commands=False,  # Click does, once
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", help=check.HELP)(check.check)
app.command("score", help=score.HELP)(score.score)
app.command("rank", help=rank.HELP)(rank.rank)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("compare", help=compare.HELP)(compare.compare)
app.command("inspect", help=inspect.HELP)(inspect.inspect)
app.command("new", help=new.HELP)(new.new)
app.command("verify", help=verify.HELP)(verify.verify)
app.command("close", help=close.HELP)(close.close)
app.command("decide", help=decide.HELP)(decide.decide)
app.command("audit", help=audit.HELP)(audit.audit)
app.command("export", help=export.HELP)(export.export)
app.command("doctor", help=doctor.HELP)(doctor.doctor)
app.add_typer(rules.app, name="rules")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"cadre {running.version()}")
        raise typer.Exit


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


def _commands() -> frozenset[str]:
    names = [each.name for each in app.registered_commands]
    names += [each.name for each in app.registered_groups]
    return frozenset(name for name in names if name)


def _run(arguments: Sequence[str]) -> int:
    """One command line run inside the program; its exit code."""
    try:
        app(list(arguments), prog_name="cadre")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else running.DONE
    return running.DONE


def main() -> None:
    """Run `cadre`; a fault of ours ends in a report and exit code 4, never in a traceback."""
    prepare_streams()
    try:
        done = starting.begun(sys.argv[1:], _commands(), _run, SPOKEN)
        if done is not None:
            sys.exit(done)
        app(prog_name="cadre")
    except KeyboardInterrupt:
        typer.echo(words.STOPPED.of(SPOKEN), err=True)
        sys.exit(running.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`cadre … | head`) has gone: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(running.DONE)
    except Exception:
        import traceback

        from cadre_cli.batch import crash_report

        report = crash_report(traceback.format_exc())
        typer.echo(words.FAILED.fill(report=report).of(SPOKEN), err=True)
        sys.exit(running.FAULT)
