"""The zip package of an OOXML workbook: its parts under limits, and what relates them."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol
from urllib.parse import unquote

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import (
    FREE_BYTES,
    MEGABYTE,
    MOST_BYTES,
    MOST_PART_BYTES,
    MOST_PARTS,
    MOST_RATIO,
    OTHER_CIPHER,
    Damaged,
    Locked,
    OverLimit,
)
from cadre_cli.workbook.markup import outline

_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
)
"""What `zipfile` raises for bytes that are no zip; caught around its own calls alone."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: the last word of its type without hyphens, and the part it leads to."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, found by name whatever the case and slashes of the zip entry."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]

    def __contains__(self, part: str) -> bool:
        return part_key(part) in self.entries

    def names(self) -> frozenset[str]:
        """All part names, folded to lower case."""
        return frozenset(self.entries)

    def read(self, part: str) -> bytes:
        """A part unpacked; Damaged when it is missing or broken."""
        entry = self.entries.get(part_key(part))
        if entry is None:
            raise Damaged(
                Text(f"thiếu phần “{part}” bên trong tệp", f"the part “{part}” is missing")
            )
        if entry.flag_bits & _ENCRYPTED:
            raise Locked(OTHER_CIPHER)
        return _unpack(self.archive, entry, part)

    def holds(self, part: str, content: bytes) -> bool:
        """Whether a part is there with just these bytes; unpacked only where it may be."""
        entry = self.entries.get(part_key(part))
        if entry is None or entry.file_size != len(content):
            return False
        return zlib.crc32(content) == entry.CRC and self.read(part) == content

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The parts that `part` ("" for the package itself) points to; links outward left out."""
        return relations_of(self, part)


class Parts(Protocol):
    """Parts to be had by name: of a file, or of a changed copy of one."""

    def __contains__(self, part: str) -> bool: ...

    def read(self, part: str) -> bytes:
        """A part unpacked."""
        ...


def relations_part(part: str) -> str:
    """The part that says what `part` ("" for the package itself) points to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_of(parts: Parts, part: str) -> tuple[Relation, ...]:
    """The parts that `part` points to; links outward left out."""
    rels = relations_part(part)
    if rels not in parts:
        return ()
    return tuple(
        Relation(
            element.attributes.get("Id", ""),
            element.attributes.get("Type", "").rpartition("/")[2].replace("-", "").lower(),
            _resolved(parts, part, element.attributes.get("Target", "")),
        )
        for element in outline(parts.read(rels), rels)
        if element.path == "Relationship"
        and element.attributes.get("TargetMode", "").lower() != "external"
    )


def _resolved(parts: Parts, part: str, target: str) -> str:
    target = target.replace("\\", "/")
    folder = posixpath.dirname(part)
    full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return full if full in parts else unquote(full)


def open_package(data: bytes) -> Package:
    """The package, its directory checked against the limits before anything is unpacked."""
    # The directory alone can be made to hold millions of entries: count before it is parsed.
    if data.count(_CENTRAL_ENTRY) > 10 * MOST_PARTS:
        raise _too_many_parts()
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN_ZIP as error:
        raise _broken_zip() from error
    entries = archive.infolist()
    _within_limits(entries)
    return Package(archive, {part_key(entry.filename): entry for entry in entries})


def _within_limits(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise _too_many_parts()
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _too_big(MOST_BYTES, Text("cả tệp khi giải nén", "the whole file, unpacked,"))
    for entry in entries:
        if entry.file_size > MOST_PART_BYTES:
            what = f"“{entry.filename}”"
            raise _too_big(MOST_PART_BYTES, Text(f"phần {what}", f"the part {what}"))
        if entry.file_size - FREE_BYTES > MOST_RATIO * entry.compress_size:
            raise OverLimit(
                Text(
                    f"phần “{entry.filename}” nén quá {MOST_RATIO} lần, "
                    "dấu hiệu của tệp dùng để làm treo máy",
                    f"the part “{entry.filename}” is packed more than {MOST_RATIO} times, "
                    "the mark of a decompression bomb",
                )
            )


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: str) -> bytes:
    if entry.compress_type not in _METHODS:
        raise _broken_zip(part)
    try:
        with archive.open(entry) as packed:
            # Read with a bound: an entry may hold far more than its header admits.
            return packed.read(entry.file_size + 1)
    except _BROKEN_ZIP as error:
        raise _broken_zip(part) from error


def part_key(part: str) -> str:
    """What parts are told apart by: zip tools differ in case and slashes."""
    return part.replace("\\", "/").lstrip("/").lower()


def _too_many_parts() -> OverLimit:
    return OverLimit(
        Text(
            f"có hơn {MOST_PARTS:,} phần bên trong".replace(",", "."),
            f"it holds more than {MOST_PARTS:,} parts",
        )
    )


def _too_big(limit: int, what: Text) -> OverLimit:
    size = limit // MEGABYTE
    return OverLimit(Text(f"{what.vi} lớn hơn {size} MB", f"{what.en} is larger than {size} MB"))


def _broken_zip(part: str = "") -> Damaged:
    where = f" (phần “{part}”)" if part else ""
    place = f" (part “{part}”)" if part else ""
    return Damaged(
        Text(
            f"tệp bị hỏng hoặc tải về, chép chưa trọn vẹn{where}",
            f"the file is damaged or was copied only in part{place}",
        )
    )
