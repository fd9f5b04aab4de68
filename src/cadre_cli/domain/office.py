"""The office as its configuration describes it, and the files it handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name as it was given, and the hash of its bytes.

    `shared` is set for the roster and the catalogue of the office folder, read for every period.
    """

    file: str
    sha256: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """A line of the signature block: the post in capitals, and the person's name or ""."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The office's own decision on a choice: the option taken and the document that took it."""

    option: str
    document: str


LEAVE = "leave"
"""What `[reading.sheets]` says of a sheet that is not to be read."""


@dataclass(frozen=True, slots=True)
class OwnRows:
    """Rows of a sheet to leave, and to take though recognition left them, by the words of a cell.

    With a star behind they are how the cell begins. Row numbers are none: they would hold in every
    month's workbook.
    """

    leave: tuple[str, ...] = ()
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """The office as `cadre.toml` (or its letterhead) describes it.

    `folder` is where `cadre.toml` lies, None without one. Paths are relative to it.
    `sheets`, `columns` and `rows` are the office's own mapping of what recognition got wrong: sheet
    name to sheet kind (or `LEAVE`), per sheet kind field to headings, sheet name to its rows.
    """

    name: str | None = None
    superior: str | None = None
    letterhead: str = "state"
    place: str | None = None
    signers: tuple[Signer, ...] = ()
    folder: str | None = None
    roster: str | None = None
    catalogue: str | None = None
    ignore: tuple[str, ...] = ()
    monthly_before_2026: str | None = None
    extends: str | None = None
    decisions: Mapping[str, Decided] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    rows: Mapping[str, OwnRows] = field(default_factory=dict)
    overlay: str | None = None
    """The text of the office's own rule set, the file that `extends` names."""
    configuration: Source | None = None
    """The cadre.toml all this was read from."""
