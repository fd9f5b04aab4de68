"""A sheet's part with some of its cells changed or put in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from cadre_cli.workbook.markup import local
from cadre_cli.workbook.patch_map import Place, SheetMap
from cadre_cli.workbook.patch_xml import Node, Splice, with_attribute


def inserted(
    found: SheetMap, data: bytes, cells: Iterable[tuple[Place, Callable[[str], str]]]
) -> Iterator[Splice]:
    """Cells where none is stored, in order; each is written by its function, given the prefix."""
    prefix = found.root.prefix
    new_rows: dict[int, list[str]] = {}
    opened: dict[int, list[str]] = {}
    for (row, column), write in sorted(cells, key=lambda each: each[0]):
        stored = found.rows.get(row)
        if stored is None:
            new_rows.setdefault(row, []).append(write(prefix))
        elif stored.node.alone:
            opened.setdefault(row, []).append(write(prefix))
        else:
            after = (cell.start for number, cell in stored.all_cells(data) if number > column)
            at = next(after, stored.node.close)
            yield Splice(at, at, write(prefix).encode())
    for row, written in opened.items():
        node = found.rows[row].node
        tag = data[node.start : node.inner - 2]
        yield Splice(node.start, node.end, tag + f">{''.join(written)}</{node.name}>".encode())
    yield from _new_rows(found, data, new_rows)


def _new_rows(found: SheetMap, data: bytes, rows: dict[int, list[str]]) -> Iterator[Splice]:
    holder = found.data_part
    if holder is None or not rows:
        return
    name = f"{holder.prefix}row"
    numbers = [number for number, _ in found.ascents]
    written = {
        row: f'<{name} r="{row}">{"".join(cells)}</{name}>' for row, cells in sorted(rows.items())
    }
    if holder.alone:
        tag = data[holder.start : holder.inner - 2].decode()
        whole_part = f"{tag}>{''.join(written.values())}</{holder.name} >"
        yield Splice(holder.start, holder.end, whole_part.encode())
        return
    for row, text in written.items():
        place = bisect_right(numbers, row)
        at = found.ascents[place][1] if place < len(numbers) else holder.close
        yield Splice(at, at, text.encode())


def restyled(data: bytes, node: Node, style: int | None) -> Splice:
    """A cell with another style; None for the plain one, by saying nothing."""
    # Behind the address, where Excel writes it and fast readers look for it.
    written = None if style is None else str(style)
    tag = with_attribute(data[node.start : node.inner], "s", written, after="r")
    return Splice(node.start, node.inner, tag)


def related_id(node: Node) -> str:
    """The relationship an element refers to (`r:id`)."""
    return next((v for k, v in node.attributes.items() if local(k) == "id"), "")
