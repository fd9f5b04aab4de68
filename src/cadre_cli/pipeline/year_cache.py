"""A year worked out before, for a second run in which nothing has changed.

The key holds everything a year follows from: the bytes of every workbook, of cadre.toml and the
ledger, what was asked, and the program itself, its rules among it. Anything else makes another key.
The files lie in the user's own cache folder, never in the office's, which others can write; they may
be deleted at any time, and what cannot be read back is worked out anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cadre_cli
from cadre_cli.ledger.reading import LEDGER, closed_results
from cadre_cli.pipeline.files import CONFIGURATION, OfficeFiles
from cadre_cli.pipeline.period import Asked
from cadre_cli.pipeline.plain_values import packed, unpacked
from cadre_cli.pipeline.safe_writing import put_in_place

FOLDER = "CADRE_CACHE"
"""Environment variable: another folder for what is kept, or "off"."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one run keeps for the next: the value, and the hashes of workbooks made from it."""

    key: str
    place: Path
    value: object = None
    written: tuple[tuple[str, str], ...] = ()

    def hash_of(self, workbook: str) -> str | None:
        """The hash with which a workbook of this name (and language) was written."""
        return dict(self.written).get(workbook)


def kept(files: OfficeFiles, year: int, asked: Asked) -> Kept | None:
    """What is kept of an office's year; without a value where it has to be worked out.

    None where nothing can be kept: no cache folder, or a file that cannot be read.
    """
    folder = _folder()
    if folder is None:
        return None
    try:
        key = _key(files, year, asked)
    except OSError:
        return None
    office = hashlib.sha256(f"{files.folder.resolve()}\n{year}".encode()).hexdigest()[:24]
    place = folder / f"nam-{office}.json"
    try:
        held = json.loads(place.read_text(encoding="utf-8"))
        if held["key"] == key:
            written = tuple((str(name), str(digest)) for name, digest in held["written"])
            return Kept(key, place, unpacked(held["nodes"]), written)
    except Exception:  # whatever became of the file: it is only a copy, and is made anew
        return Kept(key, place)
    return Kept(key, place)


def is_current(held: Kept, files: OfficeFiles, year: int, asked: Asked) -> bool:
    """Whether nothing changed while the year was worked out: else what was read is not the key's."""
    try:
        return _key(files, year, asked) == held.key
    except OSError:
        return False


def keep(before: Kept, value: object, written: tuple[tuple[str, str], ...]) -> None:
    """Keep a value for the next run; nothing is lost when it cannot be."""
    nodes = packed(value)
    held = {"key": before.key, "written": list(written), "nodes": nodes}
    with contextlib.suppress(OSError):
        before.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_in_place(before.place, json.dumps(held, ensure_ascii=False).encode())


def _folder() -> Path | None:
    told = os.environ.get(FOLDER)
    if told is not None:
        return None if told.lower() in ("off", "0", "") else Path(told)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "cadre" / "cache" if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "cadre"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "cadre"


def _key(files: OfficeFiles, year: int, asked: Asked) -> str:
    """Everything a year follows from, as one hash."""
    seal = hashlib.sha256()
    for line in _told(files, year, asked):
        seal.update(line.encode())
        seal.update(b"\n")
    return seal.hexdigest()


def _told(files: OfficeFiles, year: int, asked: Asked) -> Iterator[str]:
    yield program()
    yield f"{year} {asked.rules} {asked.as_of} {asked.period}"
    yield repr(packed((files.office, dict(asked.decided))))
    yield repr(packed(files.missing))
    for each in (*files.inputs, *files.shared):
        yield f"{each.name} {hashlib.sha256(each.path.read_bytes()).hexdigest()}"
    for name in (CONFIGURATION, LEDGER, f"{LEDGER}-wal"):
        path = files.folder / name
        if path.is_file():
            yield f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    for name in _closed_with(files.folder, year):
        yield f"{name} {hashlib.sha256((files.folder / name).read_bytes()).hexdigest()}"


def _closed_with(folder: Path, year: int) -> Iterator[str]:
    """Workbooks of closed periods, wherever the office keeps them: they are read, too (S01).

    One that is gone is an OSError: its like is then looked for everywhere, and nothing is kept.
    """
    years = (closed_results(folder / LEDGER, which) for which in (year, year - 1))
    yield from sorted({s.file for each in years for one in each.periods for s in one.sources})


@cache
def program() -> str:
    """What this program is: another version, or a file of it changed, is another program."""
    folder = Path(cadre_cli.__file__).parent
    seal = hashlib.sha256(sys.version.encode())
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".toml"):
            stat = path.stat()
            seal.update(f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seal.hexdigest()
