"""A part changed by cutting and pasting bytes: what is not named stays as its program wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.markup import local, parse_placed

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TAG_END = re.compile(rb"""[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']""")
_UTF8 = (b"utf-8", b"us-ascii")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class CannotPatch(Exception):
    """The copy cannot be made; `why` completes "this file cannot be marked: …".

    `cells` are the cells at fault, each with its reason, where it is cells that are.
    """

    def __init__(self, why: Text, cells: Mapping[CellRef, Text] = MappingProxyType({})) -> None:
        super().__init__(why.en)
        self.why = why
        self.cells = cells


class Splice(NamedTuple):
    """Bytes `start` to `end` of a part become `becomes`; with start == end it is put in there."""

    start: int
    end: int
    becomes: bytes


@dataclass(slots=True)
class Node:
    """An element and its places in the part: start tag `start`–`inner`, end tag `close`–`end`.

    `name` is as written, prefix included. An element without an end tag has close == inner.
    """

    name: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return local(self.name)

    @property
    def prefix(self) -> str:
        """What stands before the name, colon included; "" when there is nothing."""
        return self.name[: len(self.name) - len(self.local)]

    @property
    def alone(self) -> bool:
        """Whether it is written without an end tag."""
        return self.close == self.end

    def all(self, name: str) -> list[Node]:
        """Its children of a name."""
        return [child for child in self.children if child.local == name]

    def first(self, name: str) -> Node | None:
        """The first child of a name."""
        return next((child for child in self.children if child.local == name), None)

    def get(self, name: str) -> str | None:
        """An attribute, by its name without prefix."""
        if name in self.attributes:
            return self.attributes[name]
        return next((v for key, v in self.attributes.items() if local(key) == name), None)


def tree(data: bytes, part: str) -> Node:
    """The elements of a small part with their places."""
    refuse_other_encodings(data, part)
    top = Node("", {}, 0, 0)
    opened = [top]

    def start(name: str, attributes: dict[str, str], at: int) -> None:
        node = Node(name, attributes, at, tag_end(data, at))
        opened[-1].children.append(node)
        opened.append(node)

    def end(_name: str, at: int) -> None:
        close_at(opened.pop(), data, at)

    parse_placed(data, part, start, end)
    return top.children[0]


def close_at(node: Node, data: bytes, at: int) -> None:
    """Fill in where an element ends, from what the parser says of its end."""
    if data[node.inner - 2 : node.inner] == b"/>":
        node.close = node.end = node.inner
    else:
        node.close, node.end = at, data.index(b">", at) + 1


def tag_end(data: bytes, start: int) -> int:
    """The byte after the start tag that begins at `start`."""
    found = _TAG_END.match(data, start)
    return found.end() if found else len(data)


def refuse_other_encodings(data: bytes, part: str) -> None:
    """CannotPatch for a part in another encoding than UTF-8: no office program writes one."""
    said = _ENCODING.match(data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (said and said[1].lower() not in _UTF8):
        raise CannotPatch(
            Text(
                f"phần “{part}” trong tệp ghi bằng bảng mã lạ; mở bằng Excel rồi lưu lại",
                f"the part “{part}” is in an unusual encoding; save it again in Excel",
            )
        )


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The part with all changes made; those at one place in the order given."""
    pieces: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        pieces += (data[at : splice.start], splice.becomes)
        at = splice.end
    pieces.append(data[at:])
    return b"".join(pieces)


def with_attribute(tag: bytes, name: str, value: str | None, after: str = "") -> bytes:
    """A start tag with an attribute set or taken away (None).

    A new one comes behind the attribute `after`, last when there is none.
    """
    wanted, behind = name.encode(), after.encode()
    at = len(tag) - (2 if tag.endswith(b"/>") else 1)
    at = len(tag[:at].rstrip())
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == wanted:
            if value is None:
                return tag[: found.start()] + tag[found.end() :]
            quote = found[2][:1].decode()
            written = escape(value, {quote: f"&#{ord(quote)};", "\n": "&#10;"}).encode()
            return tag[: found.start(2) + 1] + written + tag[found.end(2) - 1 :]
        if found[1] == behind:
            at = found.end()
    if value is None:
        return tag
    return tag[:at] + f" {name}={quoteattr(value)}".encode() + tag[at:]


def set_attribute(data: bytes, node: Node, name: str, value: str | None) -> Splice:
    """The change of one attribute of an element."""
    tag = data[node.start : node.inner]
    return Splice(node.start, node.inner, with_attribute(tag, name, value))


def append(data: bytes, node: Node, xml: str, *, count: int = 0) -> Iterator[Splice]:
    """Put `xml` at the end of an element, and add `count` to the number it states, if it does.

    An element that was written alone gets the end tag `</name >`, by which `closed` knows it.
    """
    tag = data[node.start : node.inner]
    stated = node.attributes.get("count", "")
    if count and stated.isascii() and stated.isdigit():
        tag = with_attribute(tag, "count", str(int(stated) + count))
    if node.alone:
        whole = tag[:-2] + f">{xml}</{node.name} >".encode()
        yield Splice(node.start, node.end, whole)
        return
    yield Splice(node.start, node.inner, tag)
    yield Splice(node.close, node.close, xml.encode())


def closed_again(data: bytes, part: str) -> bytes:
    """A part whose root has lost all its content: written alone if it was."""
    root = tree(data, part)
    return spliced(data, [Splice(root.start, root.end, closed(data, root))])


def closed(data: bytes, node: Node) -> bytes:
    """An element without its content: written alone if it was."""
    tag, end = data[node.start : node.inner], data[node.close : node.end]
    return tag[:-1] + b"/>" if was_alone(data, node) else tag + end


def was_alone(data: bytes, node: Node) -> bool:
    """Whether an element was written alone before `append` put something into it."""
    return data[node.close : node.end].endswith(b" >")


def remove(node: Node) -> Splice:
    """Take an element out."""
    return Splice(node.start, node.end, b"")


def named(name: str, **attributes: str | int) -> str:
    """An element without content."""
    written = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{written}/>"


def content(text: str) -> str:
    """Text between tags; characters XML forbids are left out."""
    return escape(_FORBIDDEN.sub("", text))


def cell_text(text: str) -> str:
    r"""Text of a cell: what XML forbids or would lose is written as Office does, `_x000D_`.

    >>> cell_text("a\rb _x000D_ <")
    'a_x000D_b _x005F_x000D_ &lt;'
    """
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return escape(re.sub(f"{_FORBIDDEN.pattern}|\r", lambda bad: f"_x{ord(bad[0]):04X}_", text))
