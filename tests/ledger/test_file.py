"""The SQLite file itself: it only grows, and what is no ledger of ours is refused with a reason."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.ledger import ledgers

from cadre_cli.ledger import file as ledger_file
from cadre_cli.ledger.file import LedgerFault, appending, stored
from cadre_cli.ledger.reading import LEDGER, read_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / LEDGER
    ledgers.close(path)
    ledgers.decide(path, "Nguyễn Văn An", "HTXS")
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = '{}'",
        "UPDATE OR REPLACE entry SET seq = 2 WHERE seq = 1",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE seq = 2",
        "REPLACE INTO entry SELECT seq, kind, at, '{}', prev, hash FROM entry WHERE seq = 1",
        "INSERT OR REPLACE INTO entry SELECT seq, kind, at, '{}', prev, hash FROM entry",
        "INSERT OR IGNORE INTO entry SELECT 9, kind, at, '{}', hash, hash FROM entry WHERE seq = 2",
        "INSERT INTO entry SELECT 3, kind, at, '{}', prev, hash FROM entry WHERE seq = 2",
        "INSERT INTO entry (kind, at, body, prev, hash) SELECT kind, at, body, prev, hash FROM entry",
    ],
)
def test_the_table_only_grows(path: Path, statement: str) -> None:
    was = stored(path)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    assert stored(path) == was


def test_nothing_is_written_when_the_work_fails(path: Path) -> None:
    was = path.read_bytes()

    def fail() -> None:
        with appending(path) as held:
            held.append("close", ledgers.AT, "{}")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert path.read_bytes() == was


def test_a_share_needs_no_file_beside_it(path: Path) -> None:
    """A WAL does not work on a network share: one that a tool switched on is switched off again."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    connection.close()
    ledgers.decide(path, "Nguyễn Văn An", "HT")
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    assert [each.name for each in path.parent.iterdir()] == [LEDGER]


def said(path: Path) -> str:
    (finding,) = read_ledger(path).findings
    assert finding.code == "S05"
    assert finding.remedy()
    assert finding.remedy("en")
    return finding.said()


def test_a_newer_ledger_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    assert "phiên bản cadre mới hơn" in said(path)
    with pytest.raises(LedgerFault), appending(path):
        pass


@pytest.mark.parametrize("data", [b"thang-03.xlsx", b"PK\x03\x04" + b"\0" * 4000])
def test_what_is_no_sqlite_file_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert "không phải sổ đánh giá" in said(path)
    assert path.read_bytes() == data


def test_another_programs_database_is_refused(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (x)")
    connection.close()
    assert "không phải sổ đánh giá" in said(path)


def test_a_file_cut_short_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    (finding,) = read_ledger(path).findings
    assert finding.code in ("S02", "S05")


def test_a_ledger_that_another_holds_is_waited_for_and_then_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_file, "_PATIENCE", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert "một chương trình khác đang ghi" in said(path)
    with pytest.raises(LedgerFault), appending(path):
        pass
    holder.close()
    assert read_ledger(path).findings == ()


def test_a_folder_that_is_not_there_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(LedgerFault) as fault, appending(tmp_path / "x" / LEDGER):
        pass
    assert "không mở hoặc không ghi được" in fault.value.why.vi


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()
    assert "không mở hoặc không ghi được" in said(tmp_path / LEDGER)


def test_an_empty_file_is_a_ledger_not_begun(tmp_path: Path) -> None:
    """A power cut between making the file and its first entry leaves nothing but the name."""
    path = tmp_path / LEDGER
    path.touch()
    assert read_ledger(path).entries == ()
    ledgers.close(path)
    assert len(stored(path).entries) == 1
