"""The SQLite file: one table that only grows, safe against a power cut and against two at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.domain.texts import Text
from cadre_cli.ledger.chain import START, Break, Entry, first_break, sealed

LEDGER = "so-danh-gia.sqlite"
"""The ledger's name in the office folder."""
VERSION = 1
_APPLICATION = 0x43414452  # "CADR": tells our file from any other SQLite file
_PATIENCE = 20.0  # seconds to wait for another process; an entry is written in milliseconds

# The triggers repeat what the chain proves: they stop an honest hand, the chain shows a dishonest
# one. REPLACE deletes without firing a trigger of deletion, so an insertion has to be the next.
SCHEMA = {
    "entry": """CREATE TABLE entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
)""",
    "entry_never_changes": """CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    "entry_never_goes": """CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    "entry_follows": f"""CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM entry ORDER BY seq DESC LIMIT 1), '{START}')
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
}


class LedgerFault(Exception):
    """The file cannot be used as a ledger, for a reason that the user can do something about."""

    def __init__(self, why: Text, fix: Text) -> None:
        self.why = why
        self.fix = fix
        super().__init__(why.en)


@dataclass(frozen=True, slots=True)
class Stored:
    """All entries of a ledger in their order, and where its chain breaks first."""

    entries: tuple[Entry, ...] = ()
    broken: Break | None = None


@dataclass(frozen=True, slots=True)
class Appender:
    """A ledger held for writing: what it says cannot change until the entry is in."""

    connection: sqlite3.Connection
    stored: Stored

    def append(self, kind: str, at: str, body: str) -> Entry:
        """The next entry, sealed; it is on disk once the ledger is let go without an error."""
        last = self.stored.entries[-1] if self.stored.entries else None
        seq, prev = (1, START) if last is None else (last.seq + 1, last.hash)
        entry = sealed(seq, kind, at, body, prev)
        self.connection.execute(
            "INSERT INTO entry (seq, kind, at, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?)",
            (entry.seq, entry.kind, entry.at, entry.body, entry.prev, entry.hash),
        )
        return entry


def stored(path: Path) -> Stored:
    """What the ledger holds; empty where there is none. Raises LedgerFault."""
    if not path.exists():
        return Stored()
    with _opened(path) as connection:
        connection.execute("PRAGMA query_only = ON")
        return _stored(connection) if _is_ledger(connection) else Stored()


@contextmanager
def appending(path: Path) -> Iterator[Appender]:
    """The ledger, made where there is none, locked until the block ends; raises LedgerFault.

    Nothing is written when the block raises. A rollback journal, never WAL, for a WAL does not work
    on a network share; EXTRA, so that an entry is on the disk before anybody is told so.
    """
    with _opened(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not _is_ledger(connection):
                _make(connection)
            yield Appender(connection, _stored(connection))
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose errors are faults that say what to do; closed in any case."""
    try:
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.Error as error:
        raise _fault(error) from error
    try:
        connection.text_factory = _readable
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    except sqlite3.Error as error:
        raise _fault(error) from error
    except UnicodeDecodeError as error:  # a damaged schema, quoted in SQLite's own message
        raise LedgerFault(_DAMAGED, _ASK) from error
    finally:
        connection.close()


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _is_ledger(connection: sqlite3.Connection) -> bool:
    """Whether it is one that we can read; False for a file with nothing in it yet."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not application and not version and not tables:
        return False
    if application != _APPLICATION:
        raise LedgerFault(*NOT_OURS)
    if version > VERSION:
        raise LedgerFault(*NEWER)
    return True


def _make(connection: sqlite3.Connection) -> None:
    """The table and its guards, within the transaction of the first entry."""
    for statement in SCHEMA.values():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _stored(connection: sqlite3.Connection) -> Stored:
    guards = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    if guards.get("entry") != SCHEMA["entry"]:
        return Stored((), Break(1, _STRUCTURE))
    entries: list[Entry] = []
    try:
        entries.extend(map(_entry, connection.execute(_ALL)))  # keeps what came before a fault
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return Stored(tuple(entries), Break(len(entries) + 1, _DAMAGED))
    broken = first_break(entries, _counted(connection))
    if broken is None and {name: guards.get(name) for name in SCHEMA} != SCHEMA:
        broken = Break(len(entries) + 1, _UNGUARDED)
    return Stored(tuple(entries), broken)


_ALL = (
    "SELECT seq, CAST(kind AS BLOB), CAST(at AS BLOB), CAST(body AS BLOB), CAST(prev AS BLOB), "
    "CAST(hash AS BLOB) FROM entry ORDER BY seq"
)


def _entry(row: tuple[int, *tuple[bytes | None, ...]]) -> Entry:
    """A row whatever became of it: a damaged file may hold nothing where a text has to be."""
    seq, *parts = row
    texts = ((part or b"").decode("utf-8", "surrogateescape") for part in parts)
    kind, at, body, prev, hashed = texts
    return Entry(seq, kind, at, body, prev, hashed)


def _counted(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    return int(row[0]) if row else 0


def _fault(error: sqlite3.Error) -> LedgerFault:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return LedgerFault(*_FAULTS.get(code, (_OTHER.fill(error=error), _ASK)))


_STRUCTURE = Text("cấu trúc của sổ đã bị sửa", "the structure of the ledger was changed")
_DAMAGED = Text("tệp sổ bị hỏng từ mục này", "the file is damaged from this entry on")
_UNGUARDED = Text(
    "khóa chống sửa, xóa của sổ đã bị gỡ; các mục vẫn khớp",
    "the guards against changing and deleting were removed; the entries still fit",
)
_ASK = Text(
    "Giữ nguyên tệp, lấy bản sao lưu gần nhất để đối chiếu và nhờ người quản lý máy.",
    "Leave the file as it is, compare it with the latest backup and ask who looks after the computer.",
)
_OTHER = Text("không dùng được tệp sổ ({error})", "the file cannot be used ({error})")
NOT_OURS = (
    Text("tệp này không phải sổ đánh giá của cadre", "the file is no ledger of cadre"),
    Text(
        "Chuyển tệp này đi nơi khác, rồi chép lại đúng sổ của cơ quan vào thư mục.",
        "Move the file elsewhere and put the office's own ledger into the folder.",
    ),
)
NEWER = (
    Text(
        "sổ do một phiên bản cadre mới hơn ghi, phiên bản này không hiểu được",
        "the ledger was written by a newer version of cadre",
    ),
    Text("Cập nhật cadre rồi chạy lại; không sửa sổ.", "Update cadre and run again."),
)
_BUSY = (
    Text("một chương trình khác đang ghi vào sổ", "another program is writing to the ledger"),
    Text(
        "Đóng chương trình ấy (hoặc đợi máy khác ghi xong) rồi chạy lại; chưa có gì bị ghi.",
        "Close that program, or wait for the other computer, and run again; nothing was written.",
    ),
)
_PERMISSION = (
    Text(
        "không mở hoặc không ghi được sổ trong thư mục này",
        "the ledger in this folder cannot be opened or written",
    ),
    Text(
        "Kiểm tra quyền ghi của thư mục, ổ mạng; nếu là bản chép chỉ đọc thì chép ra ổ khác rồi chạy lại.",
        "Check the rights of the folder or network drive; copy a read-only copy elsewhere and run again.",
    ),
)
_FULL = (
    Text("đĩa đã đầy, chưa ghi được gì", "the disk is full; nothing was written"),
    Text("Dọn bớt tệp trên đĩa rồi chạy lại.", "Make room on the disk and run again."),
)
_FAULTS = {
    sqlite3.SQLITE_NOTADB: NOT_OURS,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _PERMISSION,
    sqlite3.SQLITE_CANTOPEN: _PERMISSION,
    sqlite3.SQLITE_PERM: _PERMISSION,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CORRUPT: (_DAMAGED, _ASK),
}
