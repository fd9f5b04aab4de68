"""The boxes that comments show in: shapes of the old drawing (VML) without which Excel drops them.

Excel's own drawings are not always well-formed XML, so they are changed as text, never parsed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cadre_cli.workbook.patch_map import Place

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
BLOCK = 1024
"""Shape ids are handed out in blocks of this many; a drawing names its blocks (`idmap`)."""

_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_SHAPE = re.compile(r"<((?:\w+:)?)shape\s.*?</\1shape\s*>", re.DOTALL)
_ANY_SHAPE = re.compile(
    r"<(?:\w+:)?(?:shape|group|rect|roundrect|oval|line|polyline|arc|curve|image)[\s>]"
)
_NOTE = re.compile(r"""ObjectType\s*=\s*["']Note["']""")
_ROW = re.compile(r"<(?:\w+:)?Row\s*>\s*(\d{1,7})\s*</")
_COLUMN = re.compile(r"<(?:\w+:)?Column\s*>\s*(\d{1,5})\s*</")
_ID = re.compile(r"_x0000_s(\d{1,9})")
_BLOCKS = re.compile(r"""(<(?:\w+:)?idmap\s[^>]*?\bdata\s*=\s*)(["'])([\d,\s]*)\2""")
_END = re.compile(r"</(?:\w+:)?xml\s*>\s*$")
_KIND = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"{names}><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:2pt;width:{width}pt;height:{height}pt;z-index:{z};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"{names}><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


@dataclass(frozen=True, slots=True)
class Box:
    """A comment's box: its cell, its size in points, and the eight numbers that anchor it.

    The anchor is column, offset, row, offset of its two corners, counted from 0, in pixels.
    """

    place: Place
    width: int
    height: int
    anchor: tuple[int, ...]


def new_drawing(block: int) -> str:
    """A drawing without shapes."""
    return (
        f'<xml {_DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>'
        "</o:shapelayout></xml>"
    )


def blocks(drawing: str) -> tuple[int, ...]:
    """The blocks of shape ids that a drawing uses."""
    found = _BLOCKS.search(drawing)
    return tuple(int(n) for n in re.findall(r"\d+", found[3])) if found else ()


def with_boxes(drawing: str, boxes: Sequence[Box], taken: Collection[int]) -> str:
    """The drawing with more boxes at its end; `taken` are the blocks of all drawings of the book."""
    head = drawing[: drawing.find(">") + 1]
    declared = all(
        re.search(rf"xmlns:{p}\s*=\s*[\"']{uri}[\"']", head) for p, uri in _NAMESPACES.items()
    )
    names = "" if declared else f" {_DECLARED}"
    ids, drawing = _ids(drawing, len(boxes), taken)
    shapes = "" if 'id="_x0000_t202"' in drawing else _KIND.format(names=names)
    shapes += "".join(
        _BOX.format(
            id=id_,
            z=number,
            names=names,
            width=box.width,
            height=box.height,
            anchor=", ".join(map(str, box.anchor)),
            row=box.place[0] - 1,
            column=box.place[1] - 1,
        )
        for number, (id_, box) in enumerate(zip(ids, boxes, strict=True), 1)
    )
    end = _END.search(drawing)
    at = end.start() if end else len(drawing)
    return drawing[:at] + shapes + drawing[at:]


def without_boxes(drawing: str, places: Collection[Place]) -> str | None:
    """The drawing without the boxes of some cells; None when nothing is left in it."""

    def kept(found: re.Match[str]) -> str:
        return "" if _note_of(found[0]) in places else found[0]

    rest = _SHAPE.sub(kept, drawing)
    if _ANY_SHAPE.search(rest) is None:
        return None
    if '"#_x0000_t202"' not in rest and "'#_x0000_t202'" not in rest:
        for names in ("", f" {_DECLARED}"):
            rest = rest.replace(_KIND.format(names=names), "")
    return _without_empty_blocks(rest)


def _note_of(shape: str) -> Place | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if row is None or column is None or _NOTE.search(shape) is None:
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _ids(drawing: str, count: int, taken: Collection[int]) -> tuple[list[int], str]:
    """Ids for new shapes, after those in use, and the drawing with the blocks they need."""
    own = list(blocks(drawing)) or [1]
    used = [int(found) for found in _ID.findall(drawing)]
    block = max([*own, *(number // BLOCK for number in used)])
    free = iter(range(max([*taken, block]) + 1, 1 << 20))
    following = max([block * BLOCK, *used]) + 1
    ids: list[int] = []
    while len(ids) < count:
        if following // BLOCK != block:
            block = next(free)
            own.append(block)
            following = block * BLOCK + 1
        ids.append(following)
        following += 1
    return ids, _with_blocks(drawing, own)


def _without_empty_blocks(drawing: str) -> str:
    """Blocks at the end of the list that no shape uses any longer were added for ours."""
    own = list(blocks(drawing))
    used = {int(found) // BLOCK for found in _ID.findall(drawing)}
    while len(own) > 1 and own[-1] not in used:
        own.pop()
    return _with_blocks(drawing, own)


def _with_blocks(drawing: str, own: Iterable[int]) -> str:
    wanted = tuple(own)
    if wanted == blocks(drawing):
        return drawing
    listed = ",".join(map(str, wanted))
    return _BLOCKS.sub(lambda found: f"{found[1]}{found[2]}{listed}{found[2]}", drawing, count=1)
