"""`cadre export [DIR] --to FILE`: the ledger's entries as CSV, JSON or Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cadre_cli.cli import options, running
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.texts import Text

HELP = helped(
    "Xuất các mục của sổ ra tệp .csv, .json hoặc .parquet để phân tích, lưu trữ.",
    "Write the ledger's entries to a .csv, .json or .parquet file.",
)
_FORMAT = Text(
    "Không biết ghi đuôi “{suffix}”. Dùng một trong: {known}.",
    "Cannot write “{suffix}”. One of: {known}.",
)
_NO_LEDGER = Text("Chưa có sổ ở {path}.", "There is no ledger at {path}.")
_NO_PARQUET = Text(
    'Muốn ghi .parquet phải cài thêm: pip install "cadre-cli[parquet]". Hoặc ghi .csv, .json.',
    'Writing .parquet needs: pip install "cadre-cli[parquet]". Or write .csv or .json.',
)
_DONE = Text("{count} mục.", "{count} entries.")


def export(
    folder: options.OfficeFolder = Path(),
    *,
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help=helped(
                "Tệp cần ghi; đuôi tệp chọn dạng: .csv, .json, .parquet.",
                "The file; its extension chooses the form: .csv, .json, .parquet.",
            ),
            show_default=False,
        ),
    ],
    quiet: options.Quiet = False,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre export [DIR] --to FILE`."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.exporting import FORMATS, NoParquet
    from cadre_cli.pipeline.exporting import export as export_ledger
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.ledgers import one_home
    from cadre_cli.pipeline.publishing import Published

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    if to.suffix.lower() not in FORMATS:
        raise typer.BadParameter(_FORMAT.fill(suffix=to.suffix, known=tuple(FORMATS)).of(lang))
    home = running.or_usage(screen, lambda: one_home(folder, sheet_kinds()))
    if not home.ledger.exists():
        screen.tell(_NO_LEDGER.fill(path=home.ledger.as_posix()), "bold red")
        raise typer.Exit(running.USAGE)
    try:
        done = export_ledger(home.ledger, to, dry_run=dry_run)
    except NoParquet:
        screen.tell(_NO_PARQUET, "bold red")
        raise typer.Exit(running.USAGE) from None
    show.findings(screen, done.findings, screen.err)
    code = running.DONE
    if any(finding.severity is Severity.ERROR for finding in done.findings):
        code = running.FINDINGS
    if done.entries:
        published = Published(done.target, done.written, done.failure)
        if not show.saved(screen, published, dry_run=dry_run):
            code = running.FAULT
    if not quiet:
        screen.tell(_DONE.fill(count=done.entries))
    raise typer.Exit(code)
