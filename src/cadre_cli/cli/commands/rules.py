"""`cadre rules [list · show ID · finding CODE]`: the law as `cadre` applies it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre_cli.cli import options, running, words
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.texts import Text

app = typer.Typer(
    help=helped("Bộ quy tắc: con số, điều khoản, lựa chọn.", "Rule sets and their passages."),
    invoke_without_command=True,
)


OfficeAt = Annotated[
    Path | None,
    typer.Option(
        "--office",
        metavar="DIR",
        help=helped(
            "Thư mục của cơ quan, để thấy cả quy định và quyết định riêng của cơ quan"
            " (mặc định: thư mục đang đứng).",
            "An office's folder, for its own rule set and decisions (default: where you stand).",
        ),
        show_default=False,
    ),
]


@app.callback()
def rules_root(context: typer.Context) -> None:
    """Without a subcommand: the list."""
    if context.invoked_subcommand is None:
        rules_list()


@app.command("list", help=helped("Các bộ quy tắc.", "The rule sets."))
def rules_list(
    *,
    on: options.On = None,
    office: OfficeAt = None,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules list`."""
    from cadre_cli.cli import rulebook, rulebook_json
    from cadre_cli.reports import machine

    screen = running.screen(lang)
    shelf = rulebook.Shelf.of(running.office_at(screen, office or Path.cwd()))
    day = options.day(on, lang)
    if json:
        write_json(machine.dumps(rulebook_json.list_json(shelf, day)))
        return
    for line in rulebook.list_lines(shelf, day, lang):
        screen.out.print(line, soft_wrap=True)


@app.command("show", help=helped("Toàn bộ một bộ quy tắc.", "All of one rule set."))
def rules_show(
    rule_set: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=helped("Mã bộ quy tắc, ví dụ nd335-2025.", "A rule set's id, such as nd335-2025."),
        ),
    ],
    *,
    on: options.On = None,
    office: OfficeAt = None,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules show ID`."""
    from cadre_cli.cli import rulebook, rulebook_json
    from cadre_cli.reports import machine

    screen = running.screen(lang)
    shelf = rulebook.Shelf.of(running.office_at(screen, office or Path.cwd()))
    rules = shelf.shown_set(rule_set, options.day(on, lang))
    if isinstance(rules, Text):
        screen.tell(rules)
        raise typer.Exit(running.USAGE)
    if json:
        write_json(machine.dumps(rulebook_json.show_json(shelf, rules)))
        return
    for line in rulebook.page(shelf, rules, lang):
        screen.out.print(line, soft_wrap=True)


@app.command(
    "finding", help=helped("Trang giải thích một mã phát hiện.", "The page of a finding code.")
)
def rules_finding(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help=helped(
                "Mã phát hiện, ví dụ G02; bỏ trống để xem mọi mã.",
                "A finding's code, such as G02; every code without one.",
            ),
        ),
    ] = None,
    *,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules finding CODE`; every code without one."""
    from cadre_cli.cli import manual
    from cadre_cli.reports import machine
    from cadre_cli.reports.manual import finding_pages

    screen = running.screen(lang)
    pages = finding_pages(code, lang)
    if not pages:
        screen.tell(words.NO_SUCH_CODE.fill(code=code, near=manual.near(code or "")))
        raise typer.Exit(running.USAGE)
    if json:
        write_json(machine.dumps({"schema": "cadre.findings/1", "findings": manual.as_json(pages)}))
        return
    for line in manual.as_lines(pages, lang, whole=code is not None):
        screen.out.print(line, soft_wrap=True)
