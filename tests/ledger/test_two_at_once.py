"""Two computers write at once: every entry is there, each chained to the one before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.ledger import ledgers

from cadre_cli.ledger.file import stored
from cadre_cli.ledger.reading import LEDGER

WRITER = """
import sys
from pathlib import Path
from cadre_cli.ledger.file import appending
for number in range(12):
    with appending(Path(sys.argv[1])) as held:
        held.append("close", "2026-04-02T08:30:00+07:00", '"%s %d"' % (sys.argv[2], number))
"""
ENTRIES = 12


def test_no_entry_is_lost(tmp_path: Path) -> None:
    """Neither had a ledger when they began."""
    path = tmp_path / LEDGER
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    held = stored(path)
    assert held.broken is None
    for name in ("a", "b"):
        own = [entry.body for entry in held.entries if entry.body.startswith(f'"{name}')]
        assert own == [f'"{name} {number}"' for number in range(ENTRIES)]
    ledgers.close(path)
    assert len(stored(path).entries) == 2 * ENTRIES + 1
