"""Texts of a workbook: the shared table, and runs in several fonts joined into one text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.cutting import CHARACTERS, NotPlain, cut_out
from cadre_cli.workbook.limits import MOST_CELLS, OverLimit
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.values import unescaped

_FIRST, _LAST = b"<si>", b"</si>"
_TEXT = "<si><t>"
_PLAIN = re.compile(rf'<si><t(?: xml:space="preserve")?>({CHARACTERS})')


@dataclass(frozen=True, slots=True)
class Words:
    """A stored text in the font of its first run, not in that of the cell's style."""

    text: str
    font: str


Written = str | Words
"""A stored text: in the font of the cell's style, or with its own."""


class RichText:
    """Gathers one text from its elements: `t`, or runs `r` with `rFont`; phonetic hints left out.

    `chunks` is filled from outside with the character data as it comes.
    """

    __slots__ = ("_font", "_in_hint", "_parts", "_runs", "chunks")

    def __init__(self, chunks: list[str]) -> None:
        self.chunks = chunks
        self.begin()

    def begin(self) -> None:
        """Forget the text before."""
        self._parts: list[str] = []
        self._font: str | None = None
        self._runs = 0
        self._in_hint = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element of the text begins."""
        if name == "t":
            self.chunks.clear()
        elif name == "r":
            self._runs += 1
        elif name == "rPh":
            self._in_hint = True
        elif name == "rFont" and self._runs == 1:
            self._font = attributes.get("val")

    def end(self, name: str) -> None:
        """An element of the text ends."""
        if name == "t" and not self._in_hint:
            self._parts.append("".join(self.chunks))
        elif name == "rPh":
            self._in_hint = False

    def written(self) -> Written:
        """The text as gathered."""
        text = unescaped("".join(self._parts))
        return text if self._font is None else Words(text, self._font)


def read_strings(data: bytes, part: str) -> list[Written]:
    """The shared table, in its order."""
    try:
        body, around = cut_out(data, data.find(_FIRST), data.rfind(_LAST) + len(_LAST))
        table = _plain_table(body)
    except NotPlain:
        return _table(data, part)
    return table + _table(around, part)


def _plain_table(body: str) -> list[Written]:
    """The texts of a table in which none has runs, hints or references."""
    *pieces, rest = body.split("</t></si>")
    table: list[Written] = []
    for piece in pieces:
        if piece.startswith(_TEXT) and piece.isprintable() and "&" not in piece:
            text = piece[len(_TEXT) :]
            if "<" not in text:
                table.append(unescaped(text))
                continue
        match = _PLAIN.fullmatch(piece)
        if match is None:
            raise NotPlain
        table.append(unescaped(match[1]))
    if rest or len(table) > MOST_CELLS:
        raise NotPlain
    return table


def _table(data: bytes, part: str) -> list[Written]:
    table: list[Written] = []
    chunks: list[str] = []
    rich = RichText(chunks)
    add, begin, inner_start, inner_end = table.append, rich.begin, rich.start, rich.end

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            begin()
        else:
            inner_start(name, attributes)

    def end(name: str) -> None:
        if name != "si":
            inner_end(name)
            return
        add(rich.written())
        if len(table) > MOST_CELLS:
            raise OverLimit(
                Text(
                    f"có hơn {MOST_CELLS:,} đoạn chữ".replace(",", "."),
                    f"it holds more than {MOST_CELLS:,} texts",
                )
            )

    parse(data, part, Handlers(start, end, chunks.append))
    return table
