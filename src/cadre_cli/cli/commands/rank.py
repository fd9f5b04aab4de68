"""`cadre rank --year 2024 [DIR]`: the year of an office, or of every office in a folder of many."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped

HELP = helped(
    "Tổng kết năm: bình quân các tháng, xếp loại, tỷ lệ xuất sắc, thứ hạng, đề nghị danh hiệu.",
    "The year: means, classes, caps on the highest class, ranks, proposals for titles.",
)
Year = Annotated[
    int,
    typer.Option(
        "--year",
        min=1900,
        max=2999,
        metavar="2024",
        help=helped("Năm cần tổng kết.", "The year to rank."),
        show_default=False,
    ),
]
Folder = Annotated[
    Path,
    typer.Argument(
        metavar="[DIR]",
        help=helped(
            "Thư mục của cơ quan, hoặc thư mục có nhiều cơ quan (mỗi nơi một cadre.toml).",
            "The office's folder, or one with many offices (a cadre.toml each).",
        ),
        show_default=False,
    ),
]


def rank(
    year: Year,
    folder: Folder = Path(),
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    out: options.Out = None,
    jobs: options.Jobs = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre rank --year Y [DIR]`."""
    from cadre_cli.cli import ranking, show
    from cadre_cli.pipeline.publishing import Wanted
    from cadre_cli.pipeline.year_publishing import publish_year
    from cadre_cli.reports.machine import dumps
    from cadre_cli.reports.machine_year import rank_json

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = running.asked(None, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    years = ranking.rank(screen, folder, year, asked, opening, jobs=jobs)
    found = [each.year.ranking for each in years]
    if json:
        write_json(dumps(rank_json(found, year, lang)))
    else:
        ranking.show_years(screen, found)
    code = ranking.exit_code(screen, years)
    wanted = Wanted(running.version(), out, lang, dry_run)
    for each in years:
        done = publish_year(
            each.files, each.year, asked, wanted, apart=len(years) > 1, held=each.kept
        )
        if done is not None and not show.saved(screen, done, dry_run=dry_run):
            code = running.FAULT
    raise typer.Exit(code)
