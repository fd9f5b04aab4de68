"""`cadre export`: the ledger's entries with their chain, for those who analyse or keep a copy."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.domain.findings import Finding
from cadre_cli.ledger.chain import Entry
from cadre_cli.ledger.reading import read_ledger
from cadre_cli.pipeline.safe_writing import Written, write_safely
from cadre_cli.reports.ledger_table import (
    COLUMNS,
    NUMBERS,
    RawEntry,
    ledger_csv,
    ledger_json,
    ledger_rows,
)


class NoParquet(Exception):
    """The library that writes Parquet is not installed."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported; `written` is None under --dry-run, `failure` why it could not be."""

    target: Path
    entries: int
    written: Written | None = None
    failure: OSError | None = None
    findings: tuple[Finding, ...] = ()


def export(ledger: Path, target: Path, *, dry_run: bool = False) -> Exported:
    """Write the entries to `target`, by its extension; KeyError for one that is not in FORMATS.

    A broken ledger is exported all the same, for it has to be looked at; the findings name the
    break. Raises NoParquet.
    """
    told = read_ledger(ledger)
    done = Exported(target, len(told.entries), findings=told.findings)
    if not told.entries:
        return done
    data = FORMATS[target.suffix.lower()]([_raw(each) for each in told.entries])
    if dry_run:
        return done
    try:
        written = write_safely(target, data)
    except OSError as failure:
        return Exported(target, done.entries, failure=failure, findings=done.findings)
    return Exported(target, done.entries, written, findings=done.findings)


def _raw(entry: Entry) -> RawEntry:
    """The entry with what is no UTF-8 made visible, so that it can be written anywhere."""
    parts = (entry.kind, entry.at, entry.body, entry.prev, entry.hash)
    seen = (p.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for p in parts)
    return RawEntry(entry.seq, *seen)


def _csv(entries: Sequence[RawEntry]) -> bytes:
    return ledger_csv(entries).encode("utf-8-sig")  # Excel reads UTF-8 by this mark only


def _json(entries: Sequence[RawEntry]) -> bytes:
    return ledger_json(entries).encode()


def _parquet(entries: Sequence[RawEntry]) -> bytes:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise NoParquet from error
    rows = ledger_rows(entries)
    schema = arrow.schema(
        [(name, arrow.int64() if name in NUMBERS else arrow.string()) for name in COLUMNS]
    )
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), out)
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Sequence[RawEntry]], bytes]] = {
    ".csv": _csv,
    ".json": _json,
    ".parquet": _parquet,
}
"""Extension → what writes it."""
