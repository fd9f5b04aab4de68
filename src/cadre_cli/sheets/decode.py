"""Grid → the same grid with all its text in Unicode NFC, whatever encoding its cells were in.

Nearly every sheet is in Unicode already: it is looked through once and given back as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.encodings import Place, encodings
from cadre_cli.vietnamese.legacy import Encoding, font_encoding, shows_capitals
from cadre_cli.vietnamese.readings import is_plain, read_as, weigh
from cadre_cli.vietnamese.text import composed

_MOST_SHOWN = 60
_OTHER_D = frozenset("Ðð")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextConverted(Finding):
    """Chữ gõ bằng bảng mã cũ (TCVN3, VNI) được đọc thành Unicode, và được nói ra.

    Thường gặp ở tệp lập từ những năm trước, dùng font .VnTime hoặc VNI-Times.
    """

    code: ClassVar[str] = "T07"
    message: ClassVar[Text] = Text(
        "Trang “{sheet}” có chữ ở bảng mã cũ, đã đọc thành Unicode: {what}.",
        "Sheet “{sheet}” holds text in a legacy encoding, read as Unicode: {what}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải làm gì, tệp gốc giữ nguyên; nếu thấy tên người hay tiêu đề bị đọc sai thì gõ lại "
        "ô đó bằng Unicode.",
        "Nothing, and the file itself is not touched; where a name or heading was read wrongly, "
        "type that cell again in Unicode.",
    )
    wrong: ClassVar[str] = "| Sè TT | Hä vµ tªn |\n|---|---|\n| 1 | TrÇn ThÞ B×nh |"
    right: ClassVar[str] = "| Số TT | Họ và tên |\n|---|---|\n| 1 | Trần Thị Bình |"

    severity: Severity = Severity.NOTE
    sheet: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingUnclear(Finding):
    """Không rõ chữ trong ô ở bảng mã nào thì đọc nguyên như trong tệp, không đoán.

    Thường do dán chữ gõ bằng TCVN3 hoặc VNI vào ô có font Unicode, nên không còn gì để phân biệt.
    """

    code: ClassVar[str] = "T08"
    message: ClassVar[Text] = Text(
        "Chữ “{written}” có thể ở bảng mã cũ, khi đó là: {readings}; đang đọc nguyên như trong tệp.",
        "“{written}” may be in a legacy encoding and then means: {readings}; it was read as it "
        "stands.",
    )
    fix: ClassVar[Text] = Text(
        "Nếu chữ trong ô hiện sai thì gõ lại bằng Unicode (font Times New Roman); nếu hiện đúng thì "
        "bỏ qua cảnh báo này.",
        "If the cell looks wrong, type it again in Unicode (such as Times New Roman); if it looks "
        "right, nothing needs to be done.",
    )
    wrong: ClassVar[str] = "| Họ và tên |\n|---|\n| Hång |"
    right: ClassVar[str] = "| Họ và tên |\n|---|\n| Hồng |"

    severity: Severity = Severity.WARNING
    written: str
    readings: tuple[str, ...]


def decode(grid: Grid) -> tuple[Grid, tuple[Finding, ...]]:
    """The sheet in Unicode NFC; T07 when legacy text was converted, T08 for each cell left open.

    A cell that reads otherwise than it is stored keeps the stored text.
    """
    if _is_unicode(grid):
        return grid, ()
    cells = [
        (number, column, cell, _pieces(cell, cell.value))
        for number, row in grid.rows.items()
        for column, cell in row.items()
        if isinstance(cell.value, str) and not cell.value.isascii()
    ]
    places = [
        Place(number, column, text, font, weigh(text))
        for number, column, _, pieces in cells
        for text, font in pieces
        if not text.isascii()
    ]
    taken = encodings(places)
    rows = dict(grid.rows)
    converted: Counter[Encoding] = Counter()
    remembered: dict[tuple[int, tuple[Encoding, ...]], Cell] = {}
    told = iter(taken)
    for number, column, stored, pieces in cells:
        how = tuple((not text.isascii() and next(told)) or Encoding.UNICODE for text, _ in pieces)
        same = (id(stored), how)
        cell = remembered.get(same) or remembered.setdefault(same, _rewritten(stored, pieces, how))
        if cell is not stored:
            rows[number] = {**rows[number], column: cell}
            converted[next((one for one in how if one is not Encoding.UNICODE), how[0])] += 1
    unclear = (
        _unclear(grid, place)
        for place, encoding in zip(places, taken, strict=True)
        if encoding is None
    )
    said = (*_converted(grid, converted), *(finding for one in unclear for finding in one))
    return replace(grid, rows=rows), said


def _is_unicode(grid: Grid) -> bool:
    """Whether every text is read as it stands: one look at each, for this is nearly always so."""
    texts = {
        (cell.value, cell.font, cell.runs)
        for row in grid.rows.values()
        for cell in row.values()
        if cell.value.__class__ is str
    }
    beyond_ascii = [
        piece
        for text, font, runs in texts
        if not text.isascii()
        for piece in runs or ((text, font),)
        if not piece[0].isascii()
    ]
    return all(
        (is_plain(text) and font_encoding(font) is Encoding.UNICODE) or _stays(text, font)
        for text, font in beyond_ascii
    )


def _stays(text: str, font: str | None) -> bool:
    if composed(text) != text or not _OTHER_D.isdisjoint(text):
        return False
    weighed = weigh(text)
    if font_encoding(font) is Encoding.UNICODE:
        return Encoding.UNICODE in weighed.best
    return weighed.best == (Encoding.UNICODE,) and not weighed.hinted


def _pieces(cell: Cell, text: str) -> list[tuple[str, str | None]]:
    """The text in pieces whose fonts are made for different encodings: mostly one."""
    pieces: list[tuple[str, str | None]] = []
    for more, font in cell.runs or ((text, cell.font),):
        if pieces and font_encoding(pieces[-1][1]) is font_encoding(font):
            pieces[-1] = (pieces[-1][0] + more, pieces[-1][1])
        else:
            pieces.append((more, font))
    return pieces


def _rewritten(
    cell: Cell, pieces: Sequence[tuple[str, str | None]], how: Sequence[Encoding]
) -> Cell:
    text = "".join(
        read_as(piece, encoding, capitals=shows_capitals(font))
        for (piece, font), encoding in zip(pieces, how, strict=True)
    )
    stored = "".join(piece for piece, _ in pieces)
    text = composed(text)
    return cell if text == stored else replace(cell, value=text, stored=stored)


def _converted(grid: Grid, cells: Counter[Encoding]) -> Iterator[Finding]:
    legacy = [
        (encoding, cells[encoding])
        for encoding in (Encoding.TCVN3, Encoding.VNI)
        if cells[encoding]
    ]
    if legacy:
        what = Text(
            ", ".join(f"{count} ô {encoding.value}" for encoding, count in legacy),
            ", ".join(f"{encoding.value} (cells: {count})" for encoding, count in legacy),
        )
        yield TextConverted(at=CellRef(grid.file, grid.sheet), sheet=grid.sheet, what=what)


def _unclear(grid: Grid, place: Place) -> Iterator[Finding]:
    weighed = place.weighed
    # What is no Vietnamese either way is in doubt for its font alone.
    by_font = weighed.senseless and not weighed.odd
    likely = (font_encoding(place.font),) if by_font else weighed.best
    readings = {
        f"“{_short(reading)}” ({encoding.value})": None
        for encoding in likely
        if (reading := read_as(place.text, encoding)) != read_as(place.text, Encoding.UNICODE)
    }
    if readings:
        yield EncodingUnclear(
            at=grid.ref(place.row, place.column),
            written=_short(place.text),
            readings=tuple(readings),
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
