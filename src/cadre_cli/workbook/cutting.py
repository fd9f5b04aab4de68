"""Telling the bulk of a part by its bytes, so that it need not be parsed element by element.

Expat calls Python up to five times for each cell or text, which is most of the time a reader takes.
Nearly every file writes its bulk in one plain shape, without a blank, and can be cut as text.
Nothing is guessed: what is not exactly of that shape raises NotPlain, and the whole part goes
through expat, which understands everything.
"""

from __future__ import annotations

import re

_PLAIN_START = re.compile(
    rb'(?:\xef\xbb\xbf)?<(?:\?xml version="1\.0" encoding="(?i:utf-8)"|[a-z])'
)

CHARACTERS = r"[^<&\x00-\x08\x0b-\x1f\ufffe\uffff]*+"
"""Text without markup or references; what XML forbids, and line ends it would change, left out."""


class NotPlain(Exception):
    """The bulk is not, or not all, in the plain shape; nothing is said against the file."""


def cut_out(data: bytes, start: int, end: int) -> bytes:
    """A part without its bulk, which stands between two places: what is left for expat.

    NotPlain when the places may not be what they seem: another encoding, or a comment, CDATA
    section or DOCTYPE before them that could hide or imitate a mark.
    """
    if not 0 < start <= end or not _PLAIN_START.match(data) or b"<!" in data[:start]:
        raise NotPlain
    return data[:start] + data[end:]


def decoded(data: bytes, start: int, end: int) -> str:
    """A piece of the bulk as text."""
    try:
        return str(memoryview(data)[start:end], "utf-8")
    except UnicodeDecodeError as error:
        raise NotPlain from error
