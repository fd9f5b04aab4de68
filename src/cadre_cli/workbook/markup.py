"""XML parts, parsed by expat; declarations that could define entities are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import Damaged, OverLimit

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Characters = Callable[[str], object]
PlacedStart = Callable[[str, dict[str, str], int], object]
PlacedEnd = Callable[[str, int], object]

_ENCODINGS = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1"}
"""What expat decodes by itself; the standard allows only the first two."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is called for each element and text; names without the part's own prefix."""

    start: Start
    end: End
    text: Characters


def parse(data: bytes, part: str, handlers: Handlers) -> None:
    """Run `handlers` over one part; Damaged when it is not XML, OverLimit when it has a DOCTYPE.

    This is the only place where expat's errors are caught; an exception of a handler passes
    through, for it is a fault of ours.
    """
    parser = _parser(part)
    _attach(parser, handlers)
    _run(parser, data, part)


def parse_placed(data: bytes, part: str, start: PlacedStart, end: PlacedEnd) -> None:
    """As `parse`, for those who change a part: names as written, each with its byte in `data`.

    The end of an element without an end tag (`<c/>`) is the byte after it.
    """
    parser = _parser(part)
    parser.StartElementHandler = lambda name, given: start(name, given, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda name: end(name, parser.CurrentByteIndex)
    _run(parser, data, part)


def _parser(part: str) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.XmlDeclHandler = _refuse_foreign_encoding(part)
    parser.StartDoctypeDeclHandler = _refuse_doctype(part)
    parser.EntityDeclHandler = _refuse_doctype(part)
    return parser


def _run(parser: expat.XMLParserType, data: bytes, part: str) -> None:
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _not_xml(part, str(error)) from error


def local(name: str) -> str:
    """A name without its namespace prefix: Strict and Transitional files use the same words."""
    return name.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a small part: where it stands ("fonts/font/name"), attributes, own text."""

    path: str
    attributes: dict[str, str]
    text: str = ""


def outline(data: bytes, part: str) -> list[Element]:
    """All elements of a small part in document order, the root's name left out of the paths."""
    path: list[str] = []
    opened: list[tuple[int, list[str]]] = []
    found: list[Element | None] = []
    attributes: list[dict[str, str]] = []

    def start(name: str, given: dict[str, str]) -> None:
        path.append(local(name))
        opened.append((len(found), []))
        attributes.append({local(key): value for key, value in given.items()})
        found.append(None)

    def end(_: str) -> None:
        index, words = opened.pop()
        found[index] = Element("/".join(path[1:]), attributes[index], "".join(words))
        path.pop()

    def text(words: str) -> None:
        opened[-1][1].append(words)

    parse(data, part, Handlers(start, end, text))
    return [element for element in found if element is not None]


def _attach(parser: expat.XMLParserType, handlers: Handlers) -> None:
    def first(name: str, attributes: dict[str, str]) -> None:
        prefix = name[: -len(local(name))]
        if prefix:
            start, end = handlers.start, handlers.end
            parser.StartElementHandler = lambda name, given: start(name.removeprefix(prefix), given)
            parser.EndElementHandler = lambda name: end(name.removeprefix(prefix))
        else:
            parser.StartElementHandler = handlers.start
            parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.text
        handlers.start(local(name), attributes)

    parser.StartElementHandler = first
    parser.EndElementHandler = handlers.end


def _refuse_doctype(part: str) -> Callable[..., object]:
    def refuse(*_: object) -> None:
        raise OverLimit(
            Text(
                f"phần “{part}” khai báo DOCTYPE hoặc ENTITY, thứ không bảng tính nào cần và "
                "thường dùng để làm treo máy",
                f"the part “{part}” declares a DOCTYPE or an ENTITY, which no workbook needs and "
                "which can make a small file grow without end",
            )
        )

    return refuse


def _refuse_foreign_encoding(part: str) -> Callable[[str, str | None, int], object]:
    # Without this, expat asks Python's codecs, whose LookupError could not be told from our own.
    def check(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.upper() not in _ENCODINGS:
            raise _not_xml(part, f"encoding {encoding}")

    return check


def _not_xml(part: str, detail: str) -> Damaged:
    return Damaged(
        Text(
            f"phần “{part}” bên trong tệp bị hỏng ({detail})",
            f"the part “{part}” inside the file is damaged ({detail})",
        )
    )
