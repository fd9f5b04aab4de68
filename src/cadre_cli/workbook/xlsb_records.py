"""Records of the binary parts of an .xlsb workbook, and the values within one ([MS-XLSB] 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import Damaged

_LONGEST_TEXT = 1 << 20


def records(data: bytes, part: str) -> Iterator[tuple[int, memoryview]]:
    """Number and content of each record; Damaged where the part is cut off within one."""
    at, end = 0, len(data)
    view = memoryview(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + length > end:
            raise damaged(part)
        yield kind, view[at : at + length]
        at += length


class Fields:
    """The fields of one record, read one after the other; Damaged when it ends too early."""

    __slots__ = ("_at", "_data", "_part")

    def __init__(self, data: memoryview, part: str) -> None:
        self._data = data
        self._part = part
        self._at = 0

    def skip(self, bytes_: int) -> None:
        """Leave bytes out."""
        self._at += bytes_

    def whole(self, size: int) -> int:
        """An unsigned number of `size` bytes."""
        self._at += size
        if self._at > len(self._data):
            raise damaged(self._part)
        return int.from_bytes(self._data[self._at - size : self._at], "little")

    def double(self) -> float:
        """A number as Excel computes with it."""
        self._at += 8
        if self._at > len(self._data):
            raise damaged(self._part)
        return float(unpack_from("<d", self._data, self._at - 8)[0])

    def packed_number(self) -> float:
        """A number in four bytes (RkNumber): a whole one or the upper half of a double, maybe /100."""
        raw = self.whole(4)
        if raw & 2:
            signed = raw - (1 << 32) if raw & 0x8000_0000 else raw
            value = float(signed >> 2)
        else:
            value = float(unpack_from("<d", bytes(4) + (raw & ~3).to_bytes(4, "little"))[0])
        return value / 100 if raw & 1 else value

    def text(self) -> str:
        """A text with its length before it (XLWideString)."""
        length = self.whole(4)
        if length > _LONGEST_TEXT or self._at + 2 * length > len(self._data):
            raise damaged(self._part)
        self._at += 2 * length
        return bytes(self._data[self._at - 2 * length : self._at]).decode("utf-16-le", "replace")


def damaged(part: str) -> Damaged:
    """A part that does not hold what its records promise."""
    return Damaged(
        Text(
            f"phần “{part}” bên trong tệp bị hỏng", f"the part “{part}” inside the file is damaged"
        )
    )
