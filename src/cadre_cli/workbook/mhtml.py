"""Excel's Single File Web Page (.mht): the pages of its sheets, with their names."""

from __future__ import annotations

import re
from html import unescape

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import Damaged

_SHEET = re.compile(
    r"<x:Name>([^<]{1,200})</x:Name>\s*<x:WorksheetSource\s+HRef=\"([^\"]{1,400})\""
)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a mail message around HTML, as Excel writes it."""
    return data[:2048].lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"MIME-Version:")


def pages_of(data: bytes) -> list[tuple[str | None, bytes]]:
    """Name of the sheet (where the file gives one) and HTML of each page, in their order."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(data)
        parts = [
            (str(part.get("Content-Location", "")), part.get_payload(decode=True))
            for part in message.walk()
            if part.get_content_type() == "text/html"
        ]
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise Damaged(
            Text("trang web một tệp (.mht) bị hỏng", "the single file web page (.mht) is damaged")
        ) from error
    pages = [(place, content) for place, content in parts if isinstance(content, bytes)]
    names = {
        href: unescape(name)
        for _, content in pages
        for name, href in _SHEET.findall(content.decode("utf-8", "replace"))
    }
    return [
        (next((names[href] for href in names if href and place.endswith(href)), None), content)
        for place, content in pages
    ]
