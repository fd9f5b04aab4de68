"""The chain: each entry is sealed by a hash over itself and over the seal before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cadre_cli.domain.closed import EntryRef
from cadre_cli.domain.texts import Text

START = "0" * 64
"""What the first entry follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger, as it is stored; text that is no UTF-8 keeps its bytes as surrogates."""

    seq: int
    kind: str
    at: str
    body: str
    prev: str
    hash: str

    @property
    def ref(self) -> EntryRef:
        """The entry as others name it; ValueError when its time is none."""
        return EntryRef(self.seq, datetime.fromisoformat(self.at), self.hash)


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that cannot be trusted, and what differs."""

    seq: int
    what: Text


def canonical(body: object) -> str:
    """JSON in its one form: keys sorted, no spaces, letters as they are; never a float.

    >>> canonical({"b": "71/3", "a": ["Lê"]})
    '{"a":["Lê"],"b":"71/3"}'
    """
    return json.dumps(
        body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def seal(prev: str, kind: str, at: str, body: str) -> str:
    """SHA-256 over the four parts, each behind its length, so that no letter can change parts.

    A length is eight bytes, the most significant first, and counts bytes of UTF-8.
    """
    digest = hashlib.sha256()
    for part in (prev, kind, at, body):
        data = part.encode("utf-8", "surrogateescape")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def sealed(seq: int, kind: str, at: str, body: str, prev: str) -> Entry:
    """The entry that follows the one sealed `prev`."""
    return Entry(seq, kind, at, body, prev, seal(prev, kind, at, body))


def first_break(entries: Sequence[Entry], counted: int | None = None) -> Break | None:
    """The first entry that was changed, moved or taken away; None for a whole chain.

    `counted` is how many entries the file itself says were ever written: a chain alone cannot tell
    that its end is gone.
    """
    prev = START
    for place, entry in enumerate(entries, 1):
        if entry.seq != place:
            return Break(place, _MISSING)
        if entry.prev != prev:
            return Break(place, _FOLLOWS)
        if seal(entry.prev, entry.kind, entry.at, entry.body) != entry.hash:
            return Break(place, _CHANGED)
        prev = entry.hash
    if counted is not None and counted != len(entries):
        return Break(len(entries) + 1, _END_GONE if counted > len(entries) else _ADDED)
    return None


_MISSING = Text(
    "mục này không còn trong sổ, hoặc thứ tự các mục đã bị đổi",
    "the entry is no longer there, or the order was changed",
)
_FOLLOWS = Text(
    "mã nối không khớp với mục liền trước: mục trước bị thay, hoặc thứ tự đã bị đổi",
    "it does not follow the entry before: that one was replaced, or the order was changed",
)
_CHANGED = Text(
    "nội dung không còn khớp với mã niêm phong: đã bị sửa sau khi ghi",
    "what it says no longer fits its seal: it was changed after it was written",
)
_END_GONE = Text(
    "các mục cuối sổ từ mục này đã bị bỏ đi",
    "the entries from here to the end were taken away",
)
_ADDED = Text("bộ đếm của sổ đã bị sửa", "the counter of the ledger was changed")
