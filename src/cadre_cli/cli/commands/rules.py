"""`cadre rules [list · show ID · finding CODE]`: the law as `cadre` applies it."""

from __future__ import annotations

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


@app.callback()
def rules_root(context: typer.Context) -> None:
    """Without a subcommand: the list."""
    if context.invoked_subcommand is None:
        rules_list()


@app.command("list", help=helped("Các bộ quy tắc.", "The rule sets."))
def rules_list(
    *,
    on: options.On = None,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
) -> None:
    """`cadre rules list`."""
    from cadre_cli.cli import rulebook
    from cadre_cli.reports import machine

    screen = running.screen(lang)
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


@app.command("show", help=helped("Toàn bộ một bộ quy tắc.", "All of one rule set."))
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

    screen = running.screen(lang)
    rules = rulebook.shown_set(rule_set, options.day(on, lang))
    if isinstance(rules, Text):
        screen.tell(rules)
        raise typer.Exit(running.USAGE)
    if json:
        write_json(machine.dumps(rulebook.as_json(rules)))
        return
    for line in rulebook.page(rules, lang):
        screen.out.print(line, soft_wrap=True)


@app.command(
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
