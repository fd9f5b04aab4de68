"""`cadre new DIR`: a new office folder, its next month, or the worked example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre_cli.cli import options, running
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text

HELP = helped(
    "Lập thư mục mới cho cơ quan từ bộ biểu mẫu; không bao giờ ghi đè tệp đã có.",
    "Lay out a new office folder from the templates; never over an existing file.",
)
WRITTEN = Text("Đã tạo: {path}", "Made: {path}")
WOULD_WRITE = Text("Sẽ tạo (--dry-run): {path}", "Would make (--dry-run): {path}")
KEPT = Text("Đã có, giữ nguyên: {path}", "There already, kept: {path}")
NEXT = Text(
    "Tiếp theo: xem lại cadre.toml, điền danh-sach.xlsx và danh-muc.xlsx; mỗi tháng tạo bảng "
    "bằng lệnh  cadre new {folder} --period {example}  rồi điền, kiểm tra bằng cadre check, chấm bằng cadre score.",
    "Next: look through cadre.toml, fill in danh-sach.xlsx and danh-muc.xlsx; each month make its "
    "workbook with  cadre new {folder} --period {example}  and fill it in; then cadre check, cadre score.",
)
TRY = Text(
    "Thử: cadre score {folder}/2026/thang-03.xlsx",
    "Try: cadre score {folder}/2026/thang-03.xlsx",
)
ONLY_MONTHS = Text(
    "--period ở lệnh này là một tháng, ví dụ 2026-03.", "--period is a month here, such as 2026-03."
)
NOT_BOTH = Text(
    "--demo là một thư mục có sẵn mọi thứ: không dùng cùng --period hay --name.",
    "--demo comes with everything: not together with --period or --name.",
)
NOT_A_FOLDER = Text("“{path}” là một tệp, không phải thư mục.", "“{path}” is a file, not a folder.")
EXAMPLE = "2026-03"

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help=helped("Thư mục của cơ quan.", "The office folder."), show_default=False
    ),
]
Demo = Annotated[
    bool,
    typer.Option(
        "--demo",
        help=helped(
            "Một xã giả định với trọn năm 2024 và 2026 để xem thử.",
            "An invented commune with the whole years 2024 and 2026.",
        ),
    ),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="NAME",
        help=helped("Tên cơ quan, ghi vào cadre.toml.", "The office's name, for cadre.toml."),
    ),
]


def new(
    folder: Folder,
    *,
    demo: Demo = False,
    name: Name = None,
    period: options.PeriodAsked = None,
    quiet: options.Quiet = False,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre new DIR`."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.new_office import lay_out

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    month = options.period(period, lang)
    if demo and (month is not None or name is not None):
        raise typer.BadParameter(NOT_BOTH.of(lang))
    if month is not None and month.unit is not PeriodUnit.MONTH:
        raise typer.BadParameter(ONLY_MONTHS.of(lang))
    if folder.is_file():
        raise typer.BadParameter(NOT_A_FOLDER.fill(path=folder).of(lang))
    try:
        for laid in lay_out(folder, demo=demo, name=name, period=month, dry_run=dry_run):
            if laid.kept:
                screen.tell(KEPT.fill(path=laid.path), "yellow")
            elif not quiet:
                screen.tell((WOULD_WRITE if dry_run else WRITTEN).fill(path=laid.path))
    except OSError as failure:
        show.not_saved(screen, folder, failure)
        raise typer.Exit(running.FAULT) from None
    if not quiet:
        screen.tell(TRY.fill(folder=folder) if demo else NEXT.fill(folder=folder, example=EXAMPLE))
