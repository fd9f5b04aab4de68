"""The looks of cells, each made once per workbook: type, borders, wrapping, number formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre_cli.domain.report import Line, Look, Shows, Tone

FONT = "Times New Roman"
BODY_SIZE = 11.0
_SHADES = {Look.GROUP: "#EDEDED", Look.SUBTOTAL: "#F7F7F7", Look.TOTAL: "#EDEDED"}
_HEADING_SHADE = "#DDDDDD"
_LINK_COLOUR = "#0B3D91"


def number_format(shows: Shows, decimals: int) -> str:
    """Excel's format code for a column; it changes what is seen, never what is stored."""
    zeros = "." + "0" * decimals if decimals else ""
    match shows:
        case Shows.POINTS:
            return "0" + zeros
        case Shows.SHARE:
            return f"0{zeros}%"
        case Shows.WHOLE:
            return "0"
        case Shows.AMOUNT:
            return "#,##0"
        case Shows.PLAIN:
            return "General"
        case _:
            return "@"


@dataclass(slots=True)
class Formats:
    """The formats of one workbook by what they say; XlsxWriter keeps every one it is given."""

    book: Any
    _made: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)
    _cells: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def line(self, line: Line) -> Any:
        """Words across the page, without borders."""
        return self._of(
            {
                "font_size": line.size,
                "bold": line.bold,
                "italic": line.italic,
                "align": line.align.value,
                "valign": "vcenter",
                "text_wrap": True,
            }
        )

    def heading(self, *, small: bool = False) -> Any:
        """A heading of a table; `small` is the row of column numbers below it."""
        return self._of(
            {
                "bold": not small,
                "italic": small,
                "font_size": 9 if small else BODY_SIZE,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
                "border": 1,
                "bg_color": _HEADING_SHADE,
            }
        )

    def cell(  # noqa: PLR0913 - one argument for each thing that a look depends on
        self,
        shows: Shows,
        look: Look,
        decimals: int,
        *,
        text: bool,
        indent: int = 0,
        link: bool = False,
        bare: bool = False,
        tone: Tone | None = None,
    ) -> Any:
        """A cell of a table: texts to the left, all else in the middle, as offices lay out scores."""
        asked = (shows, look, decimals, text, indent, link, bare)  # once per cell: be quick
        made = self._cells.get((asked, tone))
        if made is None:
            own: Mapping[str, object] = {} if tone is None else _TONES[tone]
            made = self._cells[asked, tone] = self._of({**_cell_look(*asked), **own})
        return made

    def _of(self, wanted: Mapping[str, object]) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format({"font_name": FONT, **wanted})
        return self._made[key]


_TONES: Mapping[Tone, Mapping[str, object]] = {
    Tone.BEST: {"bold": True},
    Tone.WEAK: {"bg_color": "#E4E4E4"},
    Tone.WORST: {"bg_color": "#B8B8B8", "bold": True},
    # A thin diagonal hatch, as forms cross out what does not apply.
    Tone.OUTSIDE: {"pattern": 14, "fg_color": "#9A9A9A", "bg_color": "#FFFFFF"},
}


def _cell_look(
    shows: Shows,
    look: Look,
    decimals: int,
    text: bool,
    indent: int,
    link: bool,
    bare: bool,
) -> dict[str, object]:
    wanted: dict[str, object] = {
        "font_size": BODY_SIZE,
        "bold": look is not Look.DATA,
        "valign": "vcenter",
        "text_wrap": text,
        "border": 0 if bare else 1,
        "num_format": "@" if text else number_format(shows, decimals),
    }
    if look in _SHADES and not bare:
        wanted["bg_color"] = _SHADES[look]
    if text and shows is Shows.TEXT:
        wanted |= {"align": "left", "indent": indent}
    else:
        wanted["align"] = "center"
    if link:
        wanted |= {"font_color": _LINK_COLOUR, "underline": 1}
    return wanted
