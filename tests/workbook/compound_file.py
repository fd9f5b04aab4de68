"""The container of Excel 97-2003 files ([MS-CFB]) around one stream, and its encryption by RC4."""

from hashlib import md5
from struct import pack

from msoffcrypto.method.rc4 import DocumentRC4
from tests.workbook.biff_stream import record

SECTOR = 512
END, FAT, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_PLAIN_RECORDS = {0x809, 0x2F, 0xE1}
"""Begin of a substream, the description of the cipher, and the interface header stay readable."""


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream; shorter ones would lie in another place of the file."""
    assert len(stream) >= 4096
    sectors = -(-len(stream) // SECTOR)
    fat_sectors = -(-(sectors + 2) // 127)
    first = fat_sectors + 1
    chain = [FAT] * fat_sectors + [END] + [*range(first + 1, first + sectors), END]
    chain += [FREE] * (fat_sectors * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += pack(
        "<HHHHH6xIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        fat_sectors,
        fat_sectors,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    header += pack("<109I", *range(fat_sectors), *[FREE] * (109 - fat_sectors))
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, FREE, first, len(stream))
    return b"".join(
        (header, pack(f"<{len(chain)}I", *chain), directory.ljust(SECTOR, b"\0"),
         stream.ljust(sectors * SECTOR, b"\0"))
    )  # fmt: skip


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    head = written.ljust(64, b"\0") + pack("<HBBIII", len(written), kind, 1, FREE, FREE, child)
    return head + bytes(36) + pack("<IQ", first, size)


def locked(stream: bytes, password: str) -> bytes:
    """A workbook stream encrypted as Excel 97 does, its first record being that of the globals."""
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    start = 4 + int.from_bytes(stream[2:4], "little")
    told = _rc4(verifier + md5(verifier).digest(), password, salt)
    length = 4 + 6 + 16 + len(told)
    stream = (
        stream[:start]
        + record(0x2F, pack("<HHH", 1, 1, 1) + salt + told)
        + _moved(stream[start:], length)
    )
    # The cipher runs over all bytes; headers and the records that stay readable are put back.
    secret = bytearray(_rc4(stream, password, salt))
    at = 0
    while at + 4 <= len(stream):
        kind, size = (int.from_bytes(stream[n : n + 2], "little") for n in (at, at + 2))
        plain = 4 + (size if kind in _PLAIN_RECORDS else 4 if kind == 0x85 else 0)
        secret[at : at + plain] = stream[at : at + plain]
        at += 4 + size
    return bytes(secret)


def _moved(stream: bytes, by: int) -> bytes:
    """The records with the sheets' positions that much further on."""
    moved = bytearray(stream)
    at = 0
    while at + 4 <= len(stream):
        kind, size = (int.from_bytes(stream[n : n + 2], "little") for n in (at, at + 2))
        if kind == 0x85:
            position = int.from_bytes(stream[at + 4 : at + 8], "little") + by
            moved[at + 4 : at + 8] = position.to_bytes(4, "little")
        at += 4 + size
    return bytes(moved)


def _rc4(data: bytes, password: str, salt: bytes) -> bytes:
    from io import BytesIO

    return bytes(DocumentRC4.decrypt(password, salt, BytesIO(data), blocksize=1024).read())
