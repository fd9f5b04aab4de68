"""How much a workbook may hold before it is refused, and how a part of the reader refuses.

No commune's workbook comes near these numbers; a file that does is a mistake or an attack.
"""

from __future__ import annotations

from cadre_cli.domain.texts import Text

MEGABYTE = 1024 * 1024
MOST_BYTES = 200 * MEGABYTE
"""Of the file, and of all its parts unpacked."""
MOST_PART_BYTES = 100 * MEGABYTE
MOST_RATIO = 100
"""Unpacked to packed size of a part, beyond its first `FREE_BYTES`."""
FREE_BYTES = 100 * 1024
MOST_PARTS = 2_000
MOST_CELLS = 3_000_000
"""Cells that hold something (and merged areas), over all sheets: about 1 GB of memory."""
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


class Damaged(Exception):
    """The bytes are not what they claim to be; `why` completes "this file cannot be read: …"."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


class NoTable(Damaged):
    """The bytes are sound, but there is no table in them: another file was meant."""


NO_PASSWORD = Text("chưa được cho mật khẩu", "no password was given")
WRONG_PASSWORD = Text("mật khẩu đã cho không đúng", "the password given is wrong")
OTHER_CIPHER = Text(
    "kiểu mã hóa này chương trình không mở được, kể cả khi có mật khẩu",
    "this kind of encryption cannot be opened, even with its password",
)


class Locked(Exception):
    """The bytes are encrypted with a password; `why` completes "so it was not read: …"."""

    def __init__(self, why: Text = NO_PASSWORD) -> None:
        super().__init__(why.en)
        self.why = why


class OverLimit(Exception):
    """More than a workbook of an office ever holds; `what` says which limit was passed."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what
