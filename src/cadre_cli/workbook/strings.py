"""Texts of a workbook: the shared table, and runs in several fonts joined into one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.cutting import CHARACTERS, NotPlain, cut_out, decoded
from cadre_cli.workbook.limits import MOST_CELLS, OverLimit
from cadre_cli.workbook.markup import Handlers, parse
from cadre_cli.workbook.values import unescaped

_FIRST, _LAST = b"<si>", b"</si>"
_TEXT, _TEXT_END, _TAGS = "<si><t>", "</t></si>", 4
_PLAIN = re.compile(rf'<si><t(?: xml:space="preserve")?>({CHARACTERS})')


@dataclass(frozen=True, slots=True)
class Words:
    """A stored text in the font of its first run, not in that of the cell's style.

    `runs` are its pieces where they are in several fonts; None is the font of the cell's style.
    """

    text: str
    font: str | None
    runs: tuple[tuple[str, str | None], ...] = ()


def words_of(runs: Sequence[tuple[str, str | None]]) -> Written:
    """The text of its pieces: plain where none has a font of its own.

    >>> words_of([("Họ ", None), ("tên", None)])
    'Họ tên'
    >>> words_of([("Họ ", "Arial"), ("tên", "Arial")])
    Words(text='Họ tên', font='Arial', runs=())
    >>> words_of([("Họ ", "Arial"), ("tªn", ".VnTime")]).runs
    (('Họ ', 'Arial'), ('tªn', '.VnTime'))
    """
    text = "".join(piece for piece, _ in runs)
    fonts = [font for _, font in runs]
    if not any(fonts):
        return text
    return Words(text, fonts[0], () if len(set(fonts)) == 1 else tuple(runs))


Written = str | Words
"""A stored text: in the font of the cell's style, or with its own."""


def cut_at(text: str, runs: Sequence[tuple[int, str | None]]) -> Written:
    """A text whose fonts are given by where each begins; before the first that of the style holds.

    >>> cut_at("Họ tªn", [(3, ".VnTime")])
    Words(text='Họ tªn', font=None, runs=(('Họ ', None), ('tªn', '.VnTime')))
    """
    starts = [(0, None), *runs, (len(text), None)]
    return words_of(
        [(text[at:end], font) for (at, font), (end, _) in pairwise(starts) if text[at:end]]
    )


class RichText:
    """Gathers one text from its elements: `t`, or runs `r` with `rFont`; phonetic hints left out.

    `chunks` is filled from outside with the character data as it comes.
    """

    __slots__ = ("_font", "_in_hint", "_runs", "chunks")

    def __init__(self, chunks: list[str]) -> None:
        self.chunks = chunks
        self.begin()

    def begin(self) -> None:
        """Forget the text before."""
        self._runs: list[tuple[str, str | None]] = []
        self._font: str | None = None
        self._in_hint = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element of the text begins."""
        if name == "t":
            self.chunks.clear()
        elif name == "r":
            self._font = None
        elif name == "rPh":
            self._in_hint = True
        elif name == "rFont":
            self._font = attributes.get("val")

    def end(self, name: str) -> None:
        """An element of the text ends."""
        if name == "t" and not self._in_hint:
            self._runs.append((unescaped("".join(self.chunks)), self._font))
        elif name == "rPh":
            self._in_hint = False

    def written(self) -> Written:
        """The text as gathered."""
        return words_of(self._runs)


def read_strings(data: bytes, part: str) -> list[Written]:
    """The shared table, in its order."""
    try:
        start, end = data.find(_FIRST), data.rfind(_LAST) + len(_LAST)
        around = cut_out(data, start, end)
        table = _plain_table(decoded(data, start, end))
    except NotPlain:
        return _table(data, part)
    return table + _table(around, part)


def _plain_table(body: str) -> list[Written]:
    """The texts of a table in which none has runs, hints or references."""
    texts = body[len(_TEXT) : -len(_TEXT_END)].split(_TEXT_END + _TEXT)
    if not (
        body.startswith(_TEXT)
        and body.endswith(_TEXT_END)
        and body.count("<") == _TAGS * len(texts)
        and body.isprintable()
        and "&" not in body
    ):
        texts = _one_by_one(body)
    if len(texts) > MOST_CELLS:
        raise NotPlain
    return [unescaped(text) for text in texts] if "_x" in body else [*texts]


def _one_by_one(body: str) -> list[str]:
    """The same where a text has blanks to keep, or signs that have to be looked at."""
    *pieces, rest = body.split(_TEXT_END)
    matches = [_PLAIN.fullmatch(piece) for piece in pieces]
    if rest or None in matches:
        raise NotPlain
    return [match[1] for match in matches if match]


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
