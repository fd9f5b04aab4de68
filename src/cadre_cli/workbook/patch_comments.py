"""The comments of a sheet with ours among them.

Our text stands between two lines of ours: alone in a box of the author "cadre", or at the end of a
box that the office wrote, whose author and text stay as they are. The lines tell our text when a
program has changed the author (LibreOffice does) or the clerk has added words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cadre_cli.workbook.elements import read_area
from cadre_cli.workbook.patch_map import Place, address
from cadre_cli.workbook.patch_package import MAIN
from cadre_cli.workbook.patch_xml import (
    HEAD,
    Node,
    Splice,
    append,
    closed,
    content,
    remove,
    spliced,
    tree,
)

AUTHOR = "cadre"
_BEGIN, _END = "— cadre —", "— hết —"
_PARAGRAPH = re.compile(
    rf"(?:_x000D_)?(?:\n|&#10;|&#xA;)?{_BEGIN}.*?{_END}".encode(), re.DOTALL | re.IGNORECASE
)
_THREAD = "tc="
"""How Excel begins the author of the stand-in for a conversation (a threaded comment)."""
_FONT = (
    '<{p}rPr><{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/>'
    '<{p}family val="2"/></{p}rPr>'
)
"""What Excel writes its own notes in."""

EMPTY = f'{HEAD}<comments xmlns="{MAIN}"><authors></authors><commentList></commentList></comments>'


def marked(data: bytes, part: str, texts: Mapping[Place, str]) -> tuple[bytes, tuple[Place, ...]]:
    """The part with our texts, and the places that got a box of their own."""
    root = tree(data, part)
    prefix = root.prefix
    there = {_place(node): node for node in _boxes(root)}
    splices: list[Splice] = []
    fresh = tuple(place for place in sorted(texts) if place not in there)
    for place in sorted(texts):
        if place in there:
            splices += _paragraph(data, there[place], texts[place])
    authors, listed = root.first("authors"), root.first("commentList")
    if fresh and authors is not None and listed is not None:
        number = len(authors.all("author"))
        splices += append(data, authors, f"<{prefix}author>{AUTHOR}</{prefix}author>")
        boxes = (
            f'<{prefix}comment ref="{address(place)}" authorId="{number}"><{prefix}text>'
            f"{_run(prefix, _framed(texts[place]))}</{prefix}text></{prefix}comment>"
            for place in fresh
        )
        splices += append(data, listed, "".join(boxes))
    return spliced(data, splices), fresh


def unmarked(data: bytes, part: str) -> tuple[bytes | None, tuple[Place, ...]]:
    """The part without our texts (None when nothing is left), and the places of our boxes."""
    if AUTHOR.encode() not in data:
        return data, ()
    root = tree(data, part)
    authors = _authors(data, root)
    ours = {number for number, name in enumerate(authors) if name == AUTHOR}
    gone: list[Node] = []
    splices: list[Splice] = []
    for box in _boxes(root):
        left, number = _Left.of(data, box), _author(box)
        nobody = not any(authors[number : number + 1])
        # Words without our lines are somebody's, also in a box that bears our name.
        if left.blank and (number in ours or (nobody and not left.unchanged)):
            gone.append(box)
            splices.append(remove(box))
        else:
            splices += left.splices()
    if gone and len(gone) == len(_boxes(root)):
        return None, tuple(map(_place, gone))
    holder = root.first("authors")
    starts = {box.start for box in gone}
    used = {_author(box) for box in _boxes(root) if box.start not in starts}
    last = len(authors) - 1
    if holder is not None and last in ours - used:  # numbers of authors count from the first
        splices.append(remove(holder.all("author")[last]))
    return spliced(data, splices), tuple(map(_place, gone))


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of a box without our text: for each of its texts, as it was and as it will be."""

    data: bytes
    holder: Node | None
    texts: tuple[tuple[Node, bytes, bytes], ...]

    @classmethod
    def of(cls, data: bytes, box: Node) -> _Left:
        """Found over all texts together: the clerk may have set some of our words in bold."""
        holder = box.first("text")
        nodes = [(node, _words(node)) for node in (holder.children if holder else ())]
        raws = [data[words.inner : words.close] if words else b"" for _, words in nodes]
        whole = b"".join(raws)
        ours = [found.span() for found in _PARAGRAPH.finditer(whole)]
        if not ours:
            same = tuple((node, raw, raw) for (node, _), raw in zip(nodes, raws, strict=True))
            return cls(data, holder, same)
        texts = []
        at = 0
        for (node, _), raw in zip(nodes, raws, strict=True):
            rest = bytes(
                byte
                for place, byte in enumerate(raw, at)
                if not any(start <= place < end for start, end in ours)
            )
            texts.append((node, raw, rest))
            at += len(raw)
        return cls(data, holder, tuple(texts))

    @property
    def unchanged(self) -> bool:
        """Whether our text is not in the box at all."""
        return all(raw == rest for _, raw, rest in self.texts)

    @property
    def blank(self) -> bool:
        """Whether the box says nothing but our text."""
        return not any(rest.strip() for *_, rest in self.texts)

    def splices(self) -> Iterator[Splice]:
        """The box with the office's words alone; runs that held only ours go."""
        changed = [(node, rest) for node, raw, rest in self.texts if raw != rest]
        gone = [node for node, rest in changed if node.local == "r" and not rest.strip()]
        if self.holder is not None and gone and len(gone) == len(self.holder.children):
            yield Splice(self.holder.start, self.holder.end, closed(self.data, self.holder))
            return
        for node, rest in changed:
            words = _words(node)
            if any(node is each for each in gone):
                yield remove(node)
            elif words is not None:
                yield Splice(words.inner, words.close, rest)


def conversations(data: bytes, part: str) -> Collection[Place]:
    """The cells whose box stands in for a conversation, which Excel shows instead of it."""
    if _THREAD.encode() not in data:
        return ()
    root = tree(data, part)
    threads = {n for n, name in enumerate(_authors(data, root)) if name.startswith(_THREAD)}
    return {_place(node) for node in _boxes(root) if _author(node) in threads}


def _paragraph(data: bytes, box: Node, text: str) -> Iterator[Splice]:
    words = f"\n{_framed(text)}"
    holder = box.first("text")
    if holder is None:
        return
    plain = holder.first("t")
    if plain is not None and not plain.alone:
        yield Splice(plain.close, plain.close, content(words).encode())
    else:
        yield from append(data, holder, _run(holder.prefix, words))


def _words(node: Node) -> Node | None:
    return node if node.local == "t" else node.first("t")


def _framed(text: str) -> str:
    return f"{_BEGIN}\n{text}\n{_END}"


def _run(prefix: str, text: str) -> str:
    p = prefix
    font = _FONT.format(p=p)
    return f'<{p}r>{font}<{p}t xml:space="preserve">{content(text)}</{p}t></{p}r>'


def _boxes(root: Node) -> list[Node]:
    listed = root.first("commentList")
    return listed.all("comment") if listed else []


def _authors(data: bytes, root: Node) -> list[str]:
    holder = root.first("authors")
    nodes = holder.all("author") if holder else []
    return [data[node.inner : node.close].decode().strip() for node in nodes]


def _author(box: Node) -> int:
    written = box.attributes.get("authorId", "")
    return int(written) if written.isascii() and written.isdigit() else -1


def _place(box: Node) -> Place:
    areas = read_area(box.attributes.get("ref", ""))
    return (areas[0].top, areas[0].left) if areas else (0, 0)
