"""The computer goes off in the middle of a write: every entry that was confirmed is there, no half one.

A limit on the size of files kills the writer at the very write that would pass it: in the journal,
or in the ledger itself after its first pages were overwritten. Random moments come on top (`slow`).
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger import ledgers

from cadre_cli.ledger.file import stored
from cadre_cli.ledger.reading import LEDGER

resource = pytest.importorskip("resource", reason="limits on files are a matter of Unix")

WRITER = """
import resource, signal, sys
from pathlib import Path
from cadre_cli.ledger.file import appending
path, limit, entries = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for number in range(entries):
    with appending(path) as held:
        entry = held.append("close", "2026-04-02T08:30:00+07:00", '"' + "x" * 30000 + '"')
    print(entry.seq, flush=True)
"""
"""Appends large entries until it is killed; says each one that is on record."""


def write(path: Path, limit: int = 0, entries: int = 20) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(path), str(limit), str(entries)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def begun(folder: Path) -> Path:
    """A ledger of four pages and an entry, whose pages the next entry overwrites."""
    path = folder / LEDGER
    ledgers.close(path)
    ledgers.append(path, "close", '"' + "x" * 9000 + '"')
    return path


def survives(path: Path, confirmed: list[str]) -> None:
    """Whole, with all that was confirmed and at most the one entry that was being written."""
    held = stored(path)
    assert held.broken is None
    count = int(confirmed[-1]) if confirmed else 2
    assert len(held.entries) in (count, count + 1)
    ledgers.append(path, "close", '"next"')
    assert stored(path).broken is None
    assert not path.with_name(f"{LEDGER}-journal").exists()


def cut_at(folder: Path, limit: int) -> bool:
    """Cut a writer off at a size; whether it left a half-written ledger to be put right."""
    path = begun(folder)
    writer = write(path, limit)
    confirmed = writer.communicate()[0].split()
    assert writer.returncode == -signal.SIGXFSZ
    journal = path.with_name(f"{LEDGER}-journal")
    half = journal.exists() and journal.stat().st_size > 512
    survives(path, confirmed)
    return half


@pytest.mark.parametrize("pages", [7, 10, 17, 26])
def test_a_write_cut_short_is_undone(tmp_path: Path, pages: int) -> None:
    assert cut_at(tmp_path, pages * 4096)


@pytest.mark.parametrize("limit", [300, 2000, 9000])
def test_a_cut_in_the_journal_or_in_the_first_entry_loses_nothing(
    tmp_path: Path, limit: int
) -> None:
    writer = write(tmp_path / LEDGER, limit)
    assert writer.communicate()[0] == ""
    assert writer.returncode == -signal.SIGXFSZ
    held = stored(tmp_path / LEDGER)
    assert (held.broken, held.entries) == (None, ())
    ledgers.close(tmp_path / LEDGER)
    assert len(stored(tmp_path / LEDGER).entries) == 1


def test_a_copy_taken_with_its_journal_is_put_right_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    path = begun(tmp_path / "a")
    write(path, 10 * 4096).communicate()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert stored(tmp_path / "b" / LEDGER) == stored(path)


@pytest.mark.slow
def test_cut_at_every_write(tmp_path: Path) -> None:
    half = 0
    for limit in range(6 * 4096, 60 * 4096, 1024):
        folder = tmp_path / str(limit)
        folder.mkdir()
        half += cut_at(folder, limit)
    assert half > 20


@pytest.mark.slow
def test_killed_at_any_moment(tmp_path: Path) -> None:
    moments = random.Random(2026)
    path = begun(tmp_path)
    for _ in range(150):
        before = len(stored(path).entries)
        with write(path, entries=10_000) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.1))
            writer.kill()
            confirmed = [first, *writer.stdout.read().split()]
        assert int(first) == before + 1
        survives(path, confirmed)
        if len(stored(path).entries) > 200:
            path.unlink()
            path = begun(tmp_path)
