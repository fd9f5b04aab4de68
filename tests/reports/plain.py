"""A report as plain text: what a golden file holds and a diff shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cadre_cli.domain.report import (
    Block,
    Cell,
    Charts,
    Computed,
    Down,
    Line,
    Link,
    Look,
    Report,
    Row,
    Section,
    SideBySide,
    Table,
)
from cadre_cli.domain.texts import shown


def plain(report: Report) -> str:
    """Computed numbers stand behind "=", closed rows are counted, not printed."""
    return "\n".join(line for section in report.sections for line in _section(section)) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"##### {section.name}"
    for block in section.blocks:
        yield from _block(block)
    yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Line(text):
            yield text
        case SideBySide(columns):
            for number in range(max(map(len, columns))):
                texts = [c[number].text if number < len(c) else "" for c in columns]
                yield " || ".join(texts).rstrip()
        case Table():
            if not block.bare:
                yield " | ".join(
                    f"{column.group}: {column.heading}" if column.group else column.heading
                    for column in block.columns
                )
            for closed, rows in groupby(block.rows, key=lambda row: row.folded):
                if closed:
                    yield f"  [+ {sum(1 for _ in rows)}]"
                else:
                    yield from map(_row, rows)

        case Charts(charts):
            for chart in charts:
                yield f"[{chart.kind.value}: {chart.title}]"
                yield from (
                    f"  {series.name}: {_down(series.values)} by {_down(chart.names)}"
                    for series in chart.series
                )


def _row(row: Row) -> str:
    mark = {Look.GROUP: "## ", Look.SUBTOTAL: "# ", Look.TOTAL: "# ", Look.DATA: ""}[row.look]
    return f"{mark}{'  ' * row.indent}{' | '.join(map(_cell, row.cells))}".rstrip()


def _down(down: Down) -> str:
    return f"{down.section}[{down.first} … {down.last}].{down.column}"


def _cell(cell: Cell) -> str:
    match cell:
        case Computed(value, _):
            return f"= {shown(value)}"
        case Link(text, _, path):
            return f"{text} → {path}"
        case _:
            return shown(cell)
