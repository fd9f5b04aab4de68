"""The comments of a sheet with ours among them.

A box of ours has the author "cadre". In a cell whose box the office already wrote, our text is a
paragraph at its end between two lines of ours; author and text of the office stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from cadre_cli.workbook.elements import read_area
from cadre_cli.workbook.patch_package import MAIN
from cadre_cli.workbook.patch_sheet import Place, address
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
_BEGIN, _END = "— cadre —", "— hết cadre —"
_PARAGRAPH = re.compile(
    rf"(?:\r|\n|&#10;|&#xA;|_x000D_)*{_BEGIN}.*?{_END}".encode(), re.DOTALL | re.IGNORECASE
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
            f"{_run(prefix, texts[place])}</{prefix}text></{prefix}comment>"
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
    gone = [node for node in _boxes(root) if _author(node) in ours]
    rest = [node for node in _boxes(root) if _author(node) not in ours]
    if gone and not rest:
        return None, tuple(map(_place, gone))
    splices = [remove(node) for node in gone]
    for node in rest:
        splices += _without_paragraph(data, node)
    holder = root.first("authors")
    last = len(authors) - 1
    if holder is not None and last in ours:  # numbers of authors count from the first
        splices.append(remove(holder.all("author")[last]))
    return spliced(data, splices), tuple(map(_place, gone))


def conversations(data: bytes, part: str) -> Collection[Place]:
    """The cells whose box stands in for a conversation, which Excel shows instead of it."""
    if _THREAD.encode() not in data:
        return ()
    root = tree(data, part)
    threads = {n for n, name in enumerate(_authors(data, root)) if name.startswith(_THREAD)}
    return {_place(node) for node in _boxes(root) if _author(node) in threads}


def _paragraph(data: bytes, box: Node, text: str) -> Iterator[Splice]:
    words = f"\n{_BEGIN}\n{text}\n{_END}"
    holder = box.first("text")
    if holder is None:
        return
    plain = holder.first("t")
    if plain is not None and not plain.alone:
        yield Splice(plain.close, plain.close, content(words).encode())
    else:
        yield from append(data, holder, _run(holder.prefix, words))


def _without_paragraph(data: bytes, box: Node) -> Iterator[Splice]:
    holder = box.first("text")
    if holder is None:
        return
    gone = [node for node in holder.children if _is_paragraph(data, node)]
    if gone and len(gone) == len(holder.children):
        yield Splice(holder.start, holder.end, closed(data, holder))
        return
    yield from map(remove, gone)
    for node in holder.children:
        words = _words(node)
        if words is not None and node not in gone:
            raw = data[words.inner : words.close]
            yield Splice(words.inner, words.close, _PARAGRAPH.sub(b"", raw))


def _is_paragraph(data: bytes, node: Node) -> bool:
    """Whether a run holds our paragraph and nothing else."""
    words = _words(node)
    if words is None or node.local != "r":
        return False
    raw = data[words.inner : words.close]
    return _PARAGRAPH.search(raw) is not None and not _PARAGRAPH.sub(b"", raw).strip()


def _words(node: Node) -> Node | None:
    return node if node.local == "t" else node.first("t")


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
