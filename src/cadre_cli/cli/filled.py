"""`cadre score --write-back`: filled copies, with every cell that was written and every one left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cadre_cli.cli import show
from cadre_cli.domain.texts import Text, shown
from cadre_cli.pipeline.fills import is_blank, per_cent
from cadre_cli.pipeline.publishing import Wanted, each_wanted
from cadre_cli.pipeline.writing_back import write_back

if TYPE_CHECKING:
    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.places import CellRef
    from cadre_cli.pipeline.fills import Fill, Left
    from cadre_cli.pipeline.period import Asked
    from cadre_cli.pipeline.writing_back import WrittenBack

PLACES_SHOWN = 8

FILLED = Text(
    "Điền {count} ô trong bản sao của “{file}” (ô đang trống, hoặc giá trị cũ → mới):",
    "{count} cells filled in a copy of “{file}” (blank ones, or the old value → the new):",
)
ROW = Text("  {sheet} › {who}: {cells}", "  {sheet} › {who}: {cells}")
LEFT = Text(
    "Giữ nguyên {count} ô của cột {heading} ({at}): {why}.",
    "{count} cells of the column {heading} left ({at}): {why}.",
)
UNCHECKED = Text(
    "Chưa đối chiếu {count} ô đã điền ({at}) với danh sách chọn hoặc điều kiện của ô, vì chỉ Excel "
    "tính được ({formula}): mở bản sao, chọn Data › Data Validation › Circle Invalid Data để xem.",
    "{count} filled cells ({at}) are not held against their drop-down or condition, which only "
    "Excel can work out ({formula}): open the copy, Data › Data Validation › Circle Invalid Data.",
)
NOT_FILLED = Text(
    "Không điền được vào “{file}”: {why}. Kết quả vẫn có trong bảng kết quả.",
    "“{file}” cannot be filled: {why}. The results are in the result workbook.",
)
NOTHING = Text(
    "“{file}”: không có ô nào cần điền, không ghi bản sao.",
    "“{file}”: no cell to fill, no copy written.",
)
SIGNED = Text(
    "“{file}” có chữ ký số; bản sao đã điền không còn chữ ký hợp lệ, phải ký lại.",
    "“{file}” is digitally signed; the signature does not hold for the filled copy, sign it again.",
)
EMPTY = Text("trống", "blank")


def write(
    screen: Screen, assessed: Sequence[Assessed], asked: Asked, wanted: Wanted, *, replace: bool
) -> bool:
    """Write the filled copies and tell of each; False when one could not be written."""
    done = [
        copy
        for each, own in zip(
            assessed, each_wanted(wanted, [each.files for each in assessed]), strict=True
        )
        for copy in write_back(each.files, each.outcomes, asked, own, replace=replace)
    ]
    saved = [_told(screen, each, dry_run=wanted.dry_run) for each in done]
    return all(saved)


def _told(screen: Screen, done: WrittenBack, *, dry_run: bool) -> bool:
    if done.instead is not None:
        screen.tell(NOT_FILLED.fill(file=done.file, why=done.instead), "yellow")
    if done.signed:
        screen.tell(SIGNED.fill(file=done.file), "yellow")
    if not screen.quiet:
        _cells(screen, done)
    return done.published is None or show.saved(screen, done.published, dry_run=dry_run)


def _cells(screen: Screen, done: WrittenBack) -> None:
    if done.fills:
        screen.tell(FILLED.fill(count=len(done.fills), file=done.file), "bold")
    elif done.instead is None:
        screen.tell(NOTHING.fill(file=done.file))
    for (sheet, _, who), fills in _by_row(done.fills).items():
        cells = "; ".join(_written(fill, screen.lang) for fill in fills)
        screen.tell(ROW.fill(sheet=sheet, who=who, cells=cells))
    for (sheet, formula), fills in _by_formula(done.fills).items():
        at = f"{sheet}: {_places(fill.cell.at for fill in fills)}"
        screen.tell(UNCHECKED.fill(count=len(fills), at=at, formula=formula), "yellow")
    for (sheet, why), left in _by_reason(done.left).items():
        places = _places(one.at for one in left)
        headings = tuple(dict.fromkeys(f"“{one.heading}”" for one in left))
        told = LEFT.fill(count=len(left), heading=headings, at=f"{sheet}: {places}", why=why)
        screen.tell(told, "dim")


def _written(fill: Fill, lang: str) -> str:
    """`F10 84,67`; of a cell that was not blank also what stood there."""
    becomes = shown(EMPTY if fill.shown is None else fill.shown, lang)
    if fill.as_percent and fill.share is not None:
        becomes = per_cent(fill.share)
    before = "" if is_blank(fill.cell) else f"{shown(fill.cell.held, lang)} → "
    return f"{fill.cell.at.a1} {before}{becomes}"


def _by_row(fills: Iterable[Fill]) -> dict[tuple[str, int, str], list[Fill]]:
    found: dict[tuple[str, int, str], list[Fill]] = {}
    for fill in sorted(fills, key=lambda each: each.cell.at.order):
        at = fill.cell.at
        found.setdefault((at.sheet or "", at.row or 0, fill.who), []).append(fill)
    return found


def _by_formula(fills: Iterable[Fill]) -> dict[tuple[str, str], list[Fill]]:
    found: dict[tuple[str, str], list[Fill]] = {}
    for fill in fills:
        if fill.unchecked:
            found.setdefault((fill.cell.at.sheet or "", fill.unchecked), []).append(fill)
    return found


def _places(cells: Iterable[CellRef]) -> str:
    every = [at.a1 or "" for at in cells]
    return ", ".join(every[:PLACES_SHOWN]) + " …" * (len(every) > PLACES_SHOWN)


def _by_reason(left: Iterable[Left]) -> dict[tuple[str, Text], list[Left]]:
    found: dict[tuple[str, Text], list[Left]] = {}
    for one in left:
        found.setdefault((one.at.sheet or "", one.why), []).append(one)
    return found
