"""Excel's Single File Web Page (.mht): the pages of its sheets, with their names.

The standard library's mail parser takes seconds for each megabyte of boundaries; Excel writes one
flat list of parts, which are cut at the boundary here.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from html import unescape

_MARK = b"MIME-Version:"
_BOUNDARY = re.compile(rb'boundary="?([^"\r\n;]{1,200})', re.IGNORECASE)
_HEAD = 4096
_MOST_PARTS = 2_000
_SHEET = re.compile(r'<x:Name>([^<]{1,200})</x:Name>\s*<x:WorksheetSource\s+HRef="([^"]{1,400})"')


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a mail message around HTML, as Excel writes it."""
    return data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n ").startswith(_MARK)


def pages_of(data: bytes) -> list[tuple[str | None, bytes]]:
    """Name of the sheet (where the file gives one) and HTML of each page, in their order."""
    boundary = _BOUNDARY.search(data[:_HEAD])
    parts = data.split(b"--" + boundary[1], _MOST_PARTS) if boundary else [data]
    pages = [page for part in parts if (page := _page(part)) is not None]
    names = {
        href: unescape(name)
        for _, content in pages
        for name, href in _SHEET.findall(content.decode("utf-8", "replace"))
    }
    return [
        (next((names[href] for href in names if place.endswith(href)), None), content)
        for place, content in pages
    ]


def _page(part: bytes) -> tuple[str, bytes] | None:
    """Where a part says it lies, and its content decoded; None when it is no HTML."""
    head, _, content = part.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(b":") for line in head[:_HEAD].split(b"\n"))
    }
    if not headers.get(b"content-type", b"").lower().startswith(b"text/html"):
        return None
    coding = headers.get(b"content-transfer-encoding", b"").lower()
    try:
        if coding == b"quoted-printable":
            content = a2b_qp(content)
        elif coding == b"base64":
            content = a2b_base64(content)
    except Error:
        return None
    return headers.get(b"content-location", b"").decode("utf-8", "replace"), content
