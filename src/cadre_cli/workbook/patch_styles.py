"""Styles of marked cells: each copies the cell's own, with our fill, and remembers it by its name.

A mark is a cell format at the end of the table whose named style is ours, "cadre: lỗi 3": the
named style has the looks the cell had, the format our colour over them. Excel may renumber and
merge formats when it saves the file; names and looks stay, so that the cell gets its own back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from cadre_cli.domain.findings import Severity
from cadre_cli.workbook.making import whole
from cadre_cli.workbook.patch_package import MAIN
from cadre_cli.workbook.patch_tables import StyleTables
from cadre_cli.workbook.patch_xml import HEAD, Node

COLOURS: Mapping[Severity, str] = {
    Severity.ERROR: "FFFFC7CE",
    Severity.WARNING: "FFFFEB9C",
    Severity.NOTE: "FFDDEBF7",
}
"""Light red, yellow and blue: dark text stays readable, also printed in black and white."""

PLAIN_STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/>'
    '<name val="Calibri"/></font></fonts><borders count="1"><border><left/><right/><top/><bottom/>'
    "<diagonal/></border></borders></styleSheet>"
).encode()
"""The styles of a workbook that came without any."""

_WORDS = {severity: severity.name_of.vi.lower() for severity in Severity}
_OURS = re.compile(
    rf"cadre: (?:{'|'.join(_WORDS.values())})(?: (\+{{1,3}}))?(?: (\d{{1,6}}))?(?: < (.+))?"
)
_LONGEST_NAME = 255

Looks = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Bare:
    """A cell before it was marked: the style its `s` names, None when it says nothing.

    `made` is "+" when the cell was not stored, "++" when its row was an empty one, written alone,
    and "+++" when there was no such row.
    """

    style: int | None
    made: str = ""


def marked(
    data: bytes, part: str, wanted: Collection[tuple[Bare, Severity]]
) -> tuple[bytes, Mapping[tuple[Bare, Severity], int]]:
    """The styles with one more for each kind of cell to be marked, and their numbers."""
    tables = StyleTables(data, part)
    tables.complete()
    prefix = tables.root.prefix
    parents = _named_parents(tables)
    colours = {severity: severity for _, severity in wanted}
    fills: dict[Severity, int] = {}
    for severity in sorted(colours, key=_gravity):
        fills[severity] = len(tables.fills)
        tables.fills.added.append(_fill(prefix, COLOURS[severity]))
    numbers: dict[tuple[Bare, Severity], int] = {}
    for bare, severity in sorted(wanted, key=_order):
        own = _format(tables, bare.style or 0)
        parent = parents.get(_number(own, "xfId") if own else 0)
        name, holder = _name(bare, severity, parent), len(tables.parents)
        tables.names.added.append(f'<{prefix}cellStyle name={quoteattr(name)} xfId="{holder}"/>')
        numbers[bare, severity] = len(tables.formats)
        ours = {"fillId": str(fills[severity]), "xfId": str(holder), "applyFill": "1"}
        if own is None:
            tables.parents.added.append(
                f'<{prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            )
            attributes = "".join(f' {key}="{value}"' for key, value in ours.items())
            tables.formats.added.append(
                f'<{prefix}xf numFmtId="0" fontId="0" borderId="0"{attributes}/>'
            )
        else:
            tables.parents.added.append(tables.xml(own, xfId=None))
            tables.formats.added.append(tables.xml(own, **ours))
    return tables.written(), numbers


def unmarked(data: bytes, part: str) -> tuple[bytes, Mapping[int, Bare]]:
    """The styles without ours, and for each number of ours what the cell was before."""
    tables = StyleTables(data, part)
    named = {
        _number(node, "xfId"): (place, match)
        for place, node in enumerate(tables.names.items)
        if (match := _OURS.fullmatch(node.attributes.get("name", "")))
    }
    if not named:
        return data, {}
    ours = {
        place: named[_number(node, "xfId")][1]
        for place, node in enumerate(tables.formats.items)
        if _number(node, "xfId") in named
    }
    before = {place: _looks_before(tables, tables.formats.items[place]) for place in ours}
    tables.formats.drop_last(set(ours))
    tables.names.gone = {place for place, _ in named.values()}
    office = {place: _looks(node) for place, node in tables.formats.kept if place not in ours}
    bare: dict[int, Bare] = {}
    for place, name in ours.items():
        style = _style_before(tables, before[place], name, office)
        if style == _LOST:
            style = _given_back(tables, tables.formats.items[place], before[place], name[3])
            office[style] = before[place]
        bare[place] = Bare(style, name[1] or "")
    _drop_unused(tables, set(ours), set(named))
    tables.only_office()
    return tables.written(), bare


_LOST = -1


def _style_before(
    tables: StyleTables, looks: Looks, name: re.Match[str], office: Mapping[int, Looks]
) -> int | None:
    """The number of the style a cell had; `_LOST` when no style looks like that any more."""
    said_nothing = name[1] is None and name[2] is None
    hint = int(name[2] or 0)
    if office.get(hint) == looks:
        return None if said_nothing else hint
    return next((place for place, held in office.items() if held == looks), _LOST)


def _given_back(tables: StyleTables, own: Node, looks: Looks, parent: str | None) -> int:
    """A style of its own for a cell whose style the saving program has dropped."""
    parents = {name: place for place, name in _named_parents(tables).items()}
    place = len(tables.formats)
    ours = {"fillId": str(looks[2]), "xfId": str(parents.get(parent or "", 0))}
    tables.formats.added.append(tables.xml(own, **ours))
    return place


def _drop_unused(tables: StyleTables, ours: set[int], named: set[int]) -> None:
    """Take away our named styles and fills that nothing refers to any longer."""
    formats = [node for _, node in tables.formats.kept]
    used = {_number(node, "xfId") for node in formats}
    tables.parents.drop_last(named - used)
    rest = [*formats, *(node for _, node in tables.parents.kept)]
    coloured = {_number(tables.formats.items[place], "fillId") for place in ours}
    coloured = {place for place in coloured if _is_ours(tables, place)}
    tables.fills.drop_last(coloured - {_number(node, "fillId") for node in rest})


def _looks_before(tables: StyleTables, own: Node) -> Looks:
    """How a marked cell looks without our colour; a colour the clerk chose since then stays."""
    looks = _looks(own)
    if not _is_ours(tables, _number(own, "fillId")):
        return looks
    fill = _number(tables.parents.items[_number(own, "xfId")], "fillId")
    return (*looks[:2], fill, *looks[3:])


def _looks(node: Node) -> Looks:
    """What a format shows; flags such as `applyFont` differ between programs and show nothing."""
    return (
        _number(node, "numFmtId"),
        _number(node, "fontId"),
        _number(node, "fillId"),
        _number(node, "borderId"),
        node.get("quotePrefix") in ("1", "true"),
        *(
            tuple(sorted(child.attributes.items())) if child else ()
            for child in (node.first("alignment"), node.first("protection"))
        ),
    )


def _is_ours(tables: StyleTables, fill: int) -> bool:
    if fill >= len(tables.fills.items):
        return False
    pattern = tables.fills.items[fill].first("patternFill")
    colour = pattern.first("fgColor") if pattern else None
    return colour is not None and colour.attributes.get("rgb", "") in COLOURS.values()


def _named_parents(tables: StyleTables) -> dict[int, str]:
    """Number of a named style → its name; the plain one (0) needs none."""
    return {
        _number(node, "xfId"): node.attributes.get("name", "")
        for place, node in tables.names.kept
        if _number(node, "xfId")
    }


def _format(tables: StyleTables, style: int) -> Node | None:
    items = tables.formats.items
    if style < len(items):
        return items[style]
    return items[0] if items else None


def _name(bare: Bare, severity: Severity, parent: str | None) -> str:
    style = "" if bare.style is None else str(bare.style)
    words = " ".join(filter(None, (f"cadre: {_WORDS[severity]}", bare.made, style)))
    whole_name = f"{words} < {parent}" if parent else words
    return whole_name if len(whole_name) <= _LONGEST_NAME else words


def _fill(prefix: str, colour: str) -> str:
    p = prefix
    return (
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/>'
        f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
    )


def _number(node: Node, name: str) -> int:
    return whole(node.attributes.get(name, "")) or 0


def _gravity(severity: Severity) -> int:
    return list(COLOURS).index(severity)


def _order(wanted: tuple[Bare, Severity]) -> tuple[int, str, int]:
    bare, severity = wanted
    return _gravity(severity), bare.made, -1 if bare.style is None else bare.style
