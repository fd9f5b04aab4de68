"""Charts of a report as native charts of Excel, drawn so that a black and white printer suffices.

Series differ by pattern, dash and marker, never by colour alone, and every value is written beside
what it stands for, so that no axis has to be measured.
"""

from __future__ import annotations

from typing import Any

from cadre_cli.domain.report import Chart, ChartKind, Charts, Down, Ref
from cadre_cli.workbook.formats import FONT, number_format
from cadre_cli.workbook.sheet_writer import SheetWriter, split
from cadre_cli.workbook.texts import clean_line

ROW_HEIGHT = 16.0
"""Points of each row a chart lies over."""
_PIXELS_PER_POINT = 96 / 72
_PIXELS_PER_DIGIT, _PADDING = 7, 5
"""A column of so many digits is 7 pixels for each and 5 more, at 96 dots per inch."""
_GAP = 4
"""Pixels that part neighbours."""

_TITLE_SIZE, _TEXT_SIZE = 12, 10
_BELOW_TITLE = {"x": 0.03, "y": 0.24, "width": 0.94, "height": 0.5}
"""Where columns stand, so that the number over the highest does not run into the title."""
_LONGEST_TITLE = 255
_BLACK, _WHITE, _GREY = "#000000", "#FFFFFF", "#595959"

_KINDS = {
    ChartKind.COLUMNS: {"type": "column"},
    ChartKind.BARS: {"type": "bar"},
    ChartKind.STACKED_BARS: {"type": "bar", "subtype": "stacked"},
    ChartKind.LINES: {"type": "line"},
}
_FILLS: tuple[dict[str, object], ...] = (
    {"fill": {"color": "#404040"}},
    {"fill": {"color": "#BFBFBF"}},
    {"fill": {"color": _WHITE}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _BLACK, "bg_color": _WHITE}},
    {"pattern": {"pattern": "percent_20", "fg_color": _BLACK, "bg_color": _WHITE}},
    {"pattern": {"pattern": "horizontal_brick", "fg_color": _GREY, "bg_color": _WHITE}},
)
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash", "square_dot")
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus")


def write_charts(writer: SheetWriter, block: Charts, top: int) -> None:
    """The charts of a block from sheet row `top` on, counted from 0."""
    for number in range(block.rows):
        writer.height(top + number, ROW_HEIGHT)
    if not block.charts:
        return
    grid = writer.section.grid
    height = int(block.rows * ROW_HEIGHT * _PIXELS_PER_POINT)
    parts = split(grid, len(block.charts))
    for chart, (first, last) in zip(block.charts, parts, strict=True):
        width = sum(
            int(digits * _PIXELS_PER_DIGIT + 0.5) + _PADDING for digits in grid[first : last + 1]
        )
        drawn = _drawn(writer, chart)
        drawn.set_size({"width": width - _GAP, "height": height - _GAP})
        placed = {
            "object_position": 1,
            "description": clean_line(chart.about or chart.title, _LONGEST_TITLE),
        }
        writer.sheet.insert_chart(top, first, drawn, placed)


def _drawn(writer: SheetWriter, chart: Chart) -> Any:
    drawn = writer.formats.book.add_chart(_KINDS[chart.kind])
    lines = chart.kind is ChartKind.LINES
    for place, series in enumerate(chart.series):
        drawn.add_series(
            {
                "name": clean_line(series.name, _LONGEST_TITLE),
                "categories": _cells(writer, chart.names),
                "values": _cells(writer, series.values),
                "data_labels": _labels(writer, chart, place),
                **(_line(place) if lines else _fill(place)),
                **({} if lines else {"gap": 60, "overlap": 100 if _stacked(chart) else 0}),
            }
        )
    title = clean_line(chart.title, _LONGEST_TITLE)
    drawn.set_title({"name": title, "overlay": False, "name_font": _font(_TITLE_SIZE, bold=True)})
    _axes(drawn, chart)
    if chart.kind is ChartKind.COLUMNS:
        drawn.set_plotarea({"layout": _BELOW_TITLE})
    if (
        len(chart.series) > 1 or chart.kind is ChartKind.LINES
    ):  # a line alone is not told by its title
        drawn.set_legend({"position": "bottom", "font": _font(_TEXT_SIZE)})
    else:
        drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"color": "#7F7F7F"}, "fill": {"color": _WHITE}})
    return drawn


def _axes(drawn: Any, chart: Chart) -> None:
    """Names along one axis; the other is not shown, for every value is labelled."""
    flat = chart.kind in (ChartKind.BARS, ChartKind.STACKED_BARS)
    names = {"num_font": _font(_TEXT_SIZE), "major_tick_mark": "none", "line": {"color": _BLACK}}
    values: dict[str, object] = {
        "visible": False,
        "major_gridlines": {"visible": False},
        "min": 0,
        **({} if chart.most is None else {"max": chart.most}),
    }
    if flat:  # names stand along the vertical axis, the first one at the top
        drawn.set_y_axis(names | {"reverse": True})
        drawn.set_x_axis(values)
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)


def _labels(writer: SheetWriter, chart: Chart, place: int) -> dict[str, object]:
    """The number beside each value; where bars are stacked a 0 has no place and no label."""
    shown = number_format(chart.shows, min(1, writer.section.decimals))
    labels: dict[str, object] = {
        "value": True,
        "num_format": f"{shown};;" if _stacked(chart) else shown,
        "font": _font(_TEXT_SIZE),
    }
    match chart.kind:
        case ChartKind.STACKED_BARS:
            labels |= {"position": "center", "fill": {"color": _WHITE}}
        case ChartKind.LINES:
            labels["position"] = "above" if place % 2 == 0 else "below"
        case _:
            labels["position"] = "outside_end"
    return labels


def _stacked(chart: Chart) -> bool:
    return chart.kind is ChartKind.STACKED_BARS


def _fill(place: int) -> dict[str, object]:
    return {**_FILLS[place % len(_FILLS)], "border": {"color": _BLACK, "width": 0.75}}


def _line(place: int) -> dict[str, object]:
    look = place % len(_DASHES)
    return {
        "line": {"color": _BLACK, "width": 1.75, "dash_type": _DASHES[look]},
        "marker": {
            "type": _MARKERS[look],
            "size": 7,
            "border": {"color": _BLACK},
            "fill": {"color": _BLACK if place % 2 == 0 else _WHITE},
        },
    }


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": _BLACK}


def _cells(writer: SheetWriter, down: Down) -> list[object]:
    first = Ref(down.section, down.first, down.column)
    last = Ref(down.section, down.last, down.column)
    sheet = writer.addresses.names[down.section]
    return [sheet, *writer.addresses.place(first), *writer.addresses.place(last)]
