"""A zip changed part by part: what is not changed keeps its very bytes, packed as it was."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from types import MappingProxyType

from cadre_cli.workbook.parts import part_key

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_UTF8 = 0x800
_HIDES_SIZES = 0x8
"""The flag of a member whose sizes stand behind its data, in a descriptor."""
_FIRST_DAY = 0x21
"""1980-01-01, the earliest day a zip can hold, which is what Excel itself writes."""
_IN_EXTRA = 0xFFFFFFFF
_LARGE = 1_000_000
"""Bytes from which packing is made quicker: level 5 takes half the time of the usual 6 and makes a
large sheet two hundredths larger. What is small is packed as most programs do."""
_NONE: Mapping[str, bytes | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Member:
    """An entry of the directory: its own bytes, and where its record with the data stands."""

    name: str
    entry: bytes
    start: int
    end: int

    @property
    def fields(self) -> list[int]:
        return list(_CENTRAL.unpack_from(self.entry)[1:])

    @property
    def name_bytes(self) -> bytes:
        return self.entry[_CENTRAL.size :][: self.fields[9]]


def changed_zip(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The zip with some parts changed, added (at the end) or taken out (None).

    Names are told apart as those of parts are. Order, days, attributes and comments stay.
    """
    wanted = {part_key(name): (name, content) for name, content in changes.items()}
    made = bytearray()
    directory = bytearray()
    entries = 0
    members = list(_members(data))
    holds = {part_key(member.name): number for number, member in enumerate(members)}
    for number, member in enumerate(members):
        record, entry = data[member.start : member.end], member.entry
        key = part_key(member.name)
        if key in wanted and holds[key] == number:  # of two with one name the later is read
            content = wanted.pop(key)[1]
            if content is None:
                continue
            record, entry = _changed(member, content)
        directory += _moved(entry, len(made))
        made += record
        entries += 1
    for name, content in sorted(wanted.values()):
        if content is not None:
            record, entry = _added(name, content)
            directory += _moved(entry, len(made))
            made += record
            entries += 1
    comment = zipfile.ZipFile(BytesIO(data)).comment
    sizes = (entries, entries, len(directory), len(made), len(comment))
    return bytes(made + directory + _END.pack(b"PK\x05\x06", 0, 0, *sizes) + comment)


def fingerprint(data: bytes, without: str, changes: Mapping[str, bytes | None] = _NONE) -> str:
    """What all parts but one hold, as a short hash: any program that saves the file changes it.

    With `changes` it is that of the zip that `changed_zip` makes of them.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        held = {part_key(entry.filename): entry.CRC for entry in archive.infolist()}
    for name, content in changes.items():
        held.pop(part_key(name), None)
        if content is not None:
            held[part_key(name)] = zlib.crc32(content)
    held.pop(part_key(without), None)
    listed = "\n".join(f"{name} {crc:08x}" for name, crc in sorted(held.items()))
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def _members(data: bytes) -> Iterator[_Member]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        listed, at = archive.infolist(), archive.start_dir
    # A record ends where the next one begins: descriptors and padding behind the data go with it.
    edges = sorted({info.header_offset for info in listed} | {at})
    ends = dict(pairwise(edges))
    for info in listed:
        fields = _CENTRAL.unpack_from(data, at)
        size = _CENTRAL.size + sum(fields[10:13])
        yield _Member(
            info.filename, data[at : at + size], info.header_offset, ends[info.header_offset]
        )
        at += size


def _changed(member: _Member, content: bytes) -> tuple[bytes, bytes]:
    made_by, _, flags, method, clock, day, *_, inside, outside, _offset = member.fields
    name = member.name_bytes
    comment = member.entry[len(member.entry) - member.fields[11] :] if member.fields[11] else b""
    packed = content if method == zipfile.ZIP_STORED else _packed(content)
    head = (flags & ~_HIDES_SIZES, method, clock, day)
    sizes = (zlib.crc32(content), len(packed), len(content), len(name))
    record = _LOCAL.pack(b"PK\x03\x04", 20, *head, *sizes, 0) + name + packed
    tail = (0, len(comment), 0, inside, outside, 0)
    entry = _CENTRAL.pack(b"PK\x01\x02", made_by, 20, *head, *sizes, *tail) + name + comment
    return record, entry


def _added(name: str, content: bytes) -> tuple[bytes, bytes]:
    packed, written = _packed(content), name.encode()
    head = (0 if name.isascii() else _UTF8, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY)
    sizes = (zlib.crc32(content), len(packed), len(content), len(written))
    record = _LOCAL.pack(b"PK\x03\x04", 20, *head, *sizes, 0) + written + packed
    tail = (0, 0, 0, 0, 0, 0)
    return record, _CENTRAL.pack(b"PK\x01\x02", 20, 20, *head, *sizes, *tail) + written


def _packed(content: bytes) -> bytes:
    packer = zlib.compressobj(6 if len(content) < _LARGE else 5, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _moved(entry: bytes, offset: int) -> bytes:
    """The entry with its record at another place, which a zip64 entry keeps in its extra field."""
    fields = _CENTRAL.unpack_from(entry)
    if fields[-1] != _IN_EXTRA:
        return entry[: _CENTRAL.size - 4] + offset.to_bytes(4, "little") + entry[_CENTRAL.size :]
    at = _CENTRAL.size + fields[10]
    end = at + fields[11]
    while at + 4 <= end:
        kind, size = struct.unpack_from("<2H", entry, at)
        if kind == 1:
            at += 4 + 8 * (fields[8] == _IN_EXTRA) + 8 * (fields[9] == _IN_EXTRA)
            return entry[:at] + offset.to_bytes(8, "little") + entry[at + 8 :]
        at += 4 + size
    return entry
