"""`cadre doctor [DIR]`: versions, rule sets with their dates, where things are, what is missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import options, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.pipeline.health import Health

HELP = helped(
    "Xem phiên bản, các bộ quy định và ngày hiệu lực, nơi để thiết lập và sổ, còn thiếu gì. "
    "Mã thoát 1 khi có thứ phải sửa.",
    "Versions, rule sets with their dates, where configuration and ledger are, what is missing. "
    "Exit code 1 when something has to be put right.",
)
SCHEMA = "cadre.doctor/1"
_MARKS = {"fine": "  ", "note": "! ", "lacking": "✗ "}
_STYLES = {"fine": "", "note": "yellow", "lacking": "bold red"}
_RULES = Text("Các bộ quy định:", "Rule sets:")
_CONSOLE = Text("Bảng mã của màn hình", "Encoding of the console")
_ALL_THERE = Text("Không thiếu gì.", "Nothing is missing.")
_FORMS_LEFT = Text(
    "Không thiếu gì để chạy; mẫu chưa điền có dấu {mark}.",
    "Nothing is missing to run; forms still blank are marked {mark}.",
)
_TO_MEND = Text("Cần sửa: {count} điều, có dấu ✗.", "To put right: {count}, marked ✗.")


def doctor(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[DIR]",
            help=helped("Thư mục của cơ quan (mặc định: thư mục này).", "The office folder."),
            show_default=False,
        ),
    ] = Path(),
    *,
    json: options.Json = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre doctor [DIR]`."""
    from cadre_cli.cli.rulebook import listed
    from cadre_cli.pipeline.health import examine
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.reports import machine

    screen = running.screen(lang, no_color=no_color)
    if not folder.is_dir():
        words = Text("Không có thư mục “{folder}”.", "There is no folder “{folder}”.")
        raise typer.BadParameter(words.fill(folder=str(folder)).of(lang))
    health = examine(folder, sheet_kinds(), running.version())
    if json:
        write_json(machine.dumps(_as_json(health, lang)))
    else:
        for point in health.points:
            state = point.state.value
            fix = "" if point.fix is None else f" → {point.fix.of(lang)}"
            line = f"{_MARKS[state]}{point.meaning.of(lang)}: {point.value.of(lang)}{fix}"
            screen.out.print(line, style=_STYLES[state], soft_wrap=True)
        screen.out.print(f"  {_CONSOLE.of(lang)}: {sys.stdout.encoding}", soft_wrap=True)
        screen.out.print(_RULES.of(lang))
        for document in health.rule_sets:
            screen.out.print(f"  {listed(document, lang)}", soft_wrap=True)
        count = len(health.lacking)
        blank = any(point.key in ("roster", "catalogue") and point.fix for point in health.points)
        last = _FORMS_LEFT.fill(mark=_MARKS["note"].strip()) if blank else _ALL_THERE
        screen.out.print((_TO_MEND.fill(count=count) if count else last).of(lang))
    raise typer.Exit(running.FINDINGS if health.lacking else running.DONE)


def _as_json(health: Health, lang: str) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "points": [
            {
                "key": point.key,
                "meaning": point.meaning.of(lang),
                "value": point.value.of(lang),
                "state": point.state.value,
                "fix": None if point.fix is None else point.fix.of(lang),
            }
            for point in health.points
        ],
        "rule_sets": [
            {
                "id": document.id,
                "document": document.document,
                "since": document.since.isoformat(),
                "until": None if document.until is None else document.until.isoformat(),
                "checked_on": document.checked_on.isoformat(),
                "read_as": document.read_as,
            }
            for document in health.rule_sets
        ],
    }
