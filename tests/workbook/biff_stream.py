"""Excel 97-2003 workbooks made by hand: the bare stream of records, as [MS-XLS] 2.4 describes them."""

from collections.abc import Sequence
from struct import pack

OF_EXCEL = (0x1FD2, 0x07CD)
OF_LIBRARIES = (0x0DBB, 0x07CC)
"""Build and year as LibreOffice and libraries without a calculator write them."""
EMPTY_TEXT = b"\x03\x00\x00\x00\x00\x00\xff\xff"
VISIBLE, HIDDEN, VERY_HIDDEN = range(3)


def record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HH", kind, len(content)) + content


def wide(text: str, length: str = "<H") -> bytes:
    return pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def font(name: str) -> bytes:
    return record(0x31, pack("<HHHHHBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + wide(name, "<B"))


def number_format(key: int, code: str) -> bytes:
    return record(0x41E, pack("<H", key) + wide(code))


def style(font_index: int = 0, format_key: int = 0) -> bytes:
    return record(0xE0, pack("<HHH", font_index, format_key, 1) + bytes(14))


def text(row: int, column: int, words: str, xf: int = 15) -> bytes:
    return record(0x204, pack("<HHH", row, column, xf) + wide(words))


def rich(row: int, column: int, words: str, runs: Sequence[tuple[int, int]]) -> bytes:
    written = b"".join(pack("<HH", *run) for run in runs)
    return record(
        0xD6, pack("<HHH", row, column, 15) + wide(words) + pack("<H", len(runs)) + written
    )


def number(row: int, column: int, value: float, xf: int = 15) -> bytes:
    return record(0x203, pack("<HHHd", row, column, xf, value))


def truth(row: int, column: int, value: bool) -> bytes:
    return record(0x205, pack("<HHHBB", row, column, 15, value, 0))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, pack("<HHHBB", row, column, 15, code, 1))


def formula(row: int, column: int, stored: bytes, flags: int = 0) -> bytes:
    """A formula with its result; its tokens say 1+1, which nobody looks at."""
    tokens = b"\x1e\x01\x00\x1e\x01\x00\x03"
    return record(0x06, pack("<HHH8sHIH", row, column, 15, stored, flags, 0, len(tokens)) + tokens)


def hidden_row(row: int) -> bytes:
    return record(0x208, pack("<HHHHHHI", row, 0, 9, 300, 0, 0, 0x120))


def hidden_columns(first: int, last: int) -> bytes:
    return record(0x7D, pack("<HHHHHH", first, last, 2048, 15, 1, 0))


def merged(*areas: tuple[int, int, int, int]) -> bytes:
    """Areas as (first row, last row, first column, last column)."""
    return record(0xE5, pack("<H", len(areas)) + b"".join(pack("<HHHH", *area) for area in areas))


def workbook(
    *sheets: tuple[str, int, bytes],
    look: bytes = b"",
    styles: Sequence[bytes] = (),
    build: tuple[int, int] = OF_EXCEL,
    since_1904: bool = False,
    more: bytes = b"",
) -> bytes:
    """The stream of a workbook from (name, visibility, records) of its sheets.

    `look` are further fonts and number formats, `styles` those from number 16 on; 15 is plain.
    """
    bof = pack("<HHHH", 0x600, 5, *build) + pack("<II", 0, 6)
    head = (
        record(0x809, bof) + record(0x42, pack("<H", 1200)) + record(0x22, pack("<H", since_1904))
    )
    head += b"".join(font("Arial") for _ in range(4)) + look
    head += style() * 16 + b"".join(styles) + more
    bodies = [
        record(0x809, pack("<HHHH", 0x600, 0x10, *build) + pack("<II", 0, 6)) + body + record(0x0A)
        for _, _, body in sheets
    ]
    listed = sum(len(_listed(0, state, name)) for name, state, _ in sheets)
    at = len(head) + listed + len(record(0x0A))
    for (name, state, _), body in zip(sheets, bodies, strict=True):
        head += _listed(at, state, name)
        at += len(body)
    return head + record(0x0A) + b"".join(bodies)


def _listed(at: int, state: int, name: str) -> bytes:
    return record(0x85, pack("<IBB", at, state, 0) + wide(name, "<B"))
