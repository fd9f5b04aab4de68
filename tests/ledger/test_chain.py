"""Whoever changes a ledger by hand is found out: on real files, whatever is changed."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger import ledgers

from cadre_cli.domain.periods import Period
from cadre_cli.ledger.chain import START, canonical, seal
from cadre_cli.ledger.file import stored
from cadre_cli.ledger.reading import read_ledger

MONTHS = 5


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "so-danh-gia.sqlite"
    for number in range(1, MONTHS):
        ledgers.close(path, ledgers.closed(Period.of(2026, number)))
    ledgers.decide(path, "Nguyễn Văn An", "HTXS")
    return path


@contextmanager
def copy_of(path: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(path, folder))


def first_broken(path: Path) -> int | None:
    broken = stored(path).broken
    return None if broken is None else broken.seq


def change(path: Path, seq: int, column: str, value: bytes) -> None:
    ledgers.by_hand(
        path, f"UPDATE entry SET {column} = CAST(x'{value.hex()}' AS TEXT) WHERE seq = {seq}"
    )


def test_an_untouched_ledger_is_whole(whole: Path) -> None:
    told = read_ledger(whole)
    assert told.findings == ()
    assert [entry.seq for entry in told.entries] == [1, 2, 3, 4, 5]
    assert told.entries[0].prev == START


def test_parts_of_an_entry_cannot_change_places() -> None:
    assert seal("", "ab", "c", "") != seal("", "a", "bc", "")
    assert seal("", "close", "", "x") != seal("close", "", "", "x")


def test_a_body_has_one_form() -> None:
    assert canonical({"b": 1, "a": "ô"}) == canonical({"a": "ô", "b": 1}) == '{"a":"ô","b":1}'


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seq=st.integers(1, MONTHS))
def test_any_changed_byte_names_its_entry(whole: Path, data: st.DataObject, seq: int) -> None:
    column = data.draw(st.sampled_from(["body", "body", "kind", "at", "prev", "hash"]))
    entry = stored(whole).entries[seq - 1]
    held = bytearray(getattr(entry, column).encode())
    place = data.draw(st.integers(0, len(held) - 1))
    held[place] ^= data.draw(st.integers(1, 255))
    with copy_of(whole) as path:
        change(path, seq, column, bytes(held))
        assert first_broken(path) == seq


@settings(max_examples=30, deadline=None)
@given(gone=st.sets(st.integers(1, MONTHS), min_size=1))
def test_any_entries_taken_away_are_missed(whole: Path, gone: set[int]) -> None:
    listed = ", ".join(map(str, gone))
    with copy_of(whole) as path:
        ledgers.by_hand(path, f"DELETE FROM entry WHERE seq IN ({listed})")
        assert first_broken(path) == min(gone)


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(1, MONTHS + 1)))
def test_any_other_order_is_seen(whole: Path, order: list[int]) -> None:
    moved = next((n for n, seq in enumerate(order, 1) if n != seq), None)
    with copy_of(whole) as path:
        numbers = [f"WHEN {seq} THEN {100 + n}" for n, seq in enumerate(order, 1)]
        ledgers.by_hand(
            path,
            f"UPDATE entry SET seq = CASE seq {' '.join(numbers)} END",
            "UPDATE entry SET seq = seq - 100",
        )
        assert first_broken(path) == moved


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_byte_of_the_file_is_seen_or_says_nothing(whole: Path, data: st.DataObject) -> None:
    held = bytearray(whole.read_bytes())
    place = data.draw(st.integers(0, len(held) - 1))
    held[place] ^= data.draw(st.integers(1, 255))
    was = read_ledger(whole)
    with copy_of(whole) as path:
        path.write_bytes(held)
        now = read_ledger(path)
        assert now.findings or now.entries == was.entries


def test_a_chain_made_anew_is_known_by_its_seal(whole: Path) -> None:
    """Somebody who can compute hashes can make a whole chain, but not with the seal of the minutes."""
    seals = {entry.hash for entry in stored(whole).entries}
    with copy_of(whole) as path:
        path.unlink()
        ledgers.close(path, ledgers.closed(Period.of(2026, 1), ledgers.person(grade="HTXS")))
        assert first_broken(path) is None
        assert seals.isdisjoint(entry.hash for entry in stored(path).entries)


def test_guards_taken_off_are_named_and_the_entries_still_told(whole: Path) -> None:
    with copy_of(whole) as path:
        connection = sqlite3.connect(path)
        connection.execute("DROP TRIGGER entry_never_changes")
        connection.close()
        told = read_ledger(path)
    assert [finding.code for finding in told.findings] == ["S02"]
    assert len(told.history.closed) == MONTHS - 1


def test_an_entry_that_cadre_never_writes_is_named(whole: Path) -> None:
    with copy_of(whole) as path:
        ledgers.append(path, "close", canonical({"period": "2026-09"}))
        told = read_ledger(path)
    assert [finding.code for finding in told.findings] == ["S02"]
    assert "6" in told.findings[0].said()
    assert len(told.history.closed) == MONTHS - 1


def test_a_clock_that_went_back_is_noted(whole: Path) -> None:
    with copy_of(whole) as path:
        ledgers.close(path, at="2010-01-01T00:00:00+07:00")
        (odd,) = read_ledger(path).findings
    assert (odd.code, odd.severity.value) == ("S09", "warning")
