"""HTML cut into tags and text in one pass, each character looked at once.

The standard library's html.parser looks for the end of a broken tag again from every `<`: 24 KB of
`<a <a <a …` take it ten seconds. Here whatever is opened and never closed ends the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from cadre_cli.workbook.making import MOST_REMEMBERED

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE_NAME = re.compile(r"[\s/]*([^\s/>=]+)\s*(=?)\s*")
_UNQUOTED = re.compile(r"[^\s>]*")
_TAG_END = re.compile(r"[\s/]*>")
_RAW = frozenset({"script", "style", "xml", "title", "textarea"})
"""What stands inside these is not markup of the page (`xml`: Excel's data island)."""
_LONGEST_NAME = 256
_LONGEST_KNOWN = 512
"""A page repeats its tags; short ones are remembered as they are written."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening (or with `closes` a closing) tag, names in lower case; `raw` the inside of `style`."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    closes: bool = False
    raw: str = ""


def tokens(page: str) -> Iterator[Tag | str]:
    """The tags and the texts between them, entities resolved; comments left out."""
    at = close = 0
    known: dict[str, Tag] = {}
    while (start := page.find("<", at)) >= 0:
        if start > at:
            yield unescape(page[at:start])
        if close < start:
            close = _after(page, ">", start) - 1
        written = page[start : close + 1] if close - start < _LONGEST_KNOWN else ""
        tag = known.get(written)
        if tag is not None:
            at = close + 1
        else:
            tag, at = _markup(page, start)
            # Not where a quoted `>` came first, nor where what follows belongs to the tag.
            whole = bool(written) and at == close + 1
            if tag is not None and whole and tag.name not in _RAW and len(known) < MOST_REMEMBERED:
                known[written] = tag
        if tag is not None:
            yield tag
        elif at == start + 1:
            yield "<"
    if at < len(page):
        yield unescape(page[at:])


def _markup(page: str, start: int) -> tuple[Tag | None, int]:
    """The tag at a `<`, None when there is none, and where the page goes on after it."""
    after = page[start + 1 : start + 2]
    if page.startswith("<!--", start):
        return None, _after(page, "-->", start + 4)
    if after in ("!", "?"):
        return None, _after(page, ">", start + 1)
    if after == "/":
        name = _NAME.match(page, start + 2)
        tag = Tag(name[0].lower()[:_LONGEST_NAME], closes=True) if name else None
        return tag, _after(page, ">", start + 1)
    name = _NAME.match(page, start + 1)
    return _opened(page, name) if name else (None, start + 1)


def _opened(page: str, name: re.Match[str]) -> tuple[Tag, int]:
    attributes, at = _attributes(page, name.end())
    word = name[0].lower()[:_LONGEST_NAME]
    if word not in _RAW:
        return Tag(word, attributes), at
    close = re.compile(f"</{re.escape(word)}", re.IGNORECASE).search(page, at)
    end = close.start() if close else len(page)
    return Tag(word, attributes, raw=page[at:end]), end


def _attributes(page: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag and where the page goes on after it."""
    found: dict[str, str] = {}
    while True:
        if end := _TAG_END.match(page, at):
            return found, end.end()
        match = _ATTRIBUTE_NAME.match(page, at)
        if match is None:
            # Only a stray `=` or the end of the page is left.
            at = page.find(">", at)
            return found, len(page) if at < 0 else at + 1
        at = match.end()
        value = ""
        if match[2]:
            quote = page[at : at + 1]
            if quote in ('"', "'"):
                close = page.find(quote, at + 1)
                if close < 0:
                    return found, len(page)
                value, at = page[at + 1 : close], close + 1
            else:
                unquoted = _UNQUOTED.match(page, at)
                value = unquoted[0] if unquoted else ""
                at += len(value)
        found.setdefault(match[1].lower(), unescape(value))


def _after(page: str, mark: str, start: int) -> int:
    at = page.find(mark, start)
    return len(page) if at < 0 else at + len(mark)
