"""`cadre inspect FILE`: what each sheet was taken for."""

from __future__ import annotations

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped

HELP = helped(
    "Cho xem mỗi trang được hiểu thế nào, cột nào là gì.", "What each sheet was taken for."
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

    screen = running.screen(lang, no_color=no_color)
    opening = passwords.key(password_file, lang, silent=json)
    seen = opening.open(
        lambda password: running.or_usage(screen, lambda: inspect_file(file, password)),
        lambda inspection: inspection.findings,
        lang,
    )
    if seen.understood is None:
        if json:
            write_json(machine.dumps(inspecting.unread_json(seen.file, seen.findings, lang)))
        else:
            show.findings(screen, seen.findings, screen.err)
        raise typer.Exit(running.UNREADABLE)
    if json:
        write_json(machine.dumps(inspecting.as_json(seen.file, seen.understood)))
    else:
        for line in inspecting.as_lines(seen.understood, lang):
            screen.out.print(line, soft_wrap=True)
        show.findings(screen, seen.findings, screen.err)
    raise typer.Exit(running.DONE)
