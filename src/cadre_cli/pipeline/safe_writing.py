"""Results to the disk, whole or not at all, and never over what somebody else made."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.workbook.own import may_replace

# Excel, Defender, OneDrive and the indexer hold a file for a moment; waits add up to 2.5 s.
_WAITS = (0.1, 0.2, 0.4, 0.8, 1.0)
_HELD = frozenset({5, 32, 33})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The disk is full, or this user's or this file's share of it is."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a result lies now; `instead_of` is the target that could not be written."""

    path: Path
    instead_of: Path | None = None
    why: str | None = None


def write_safely(target: Path, data: bytes, never: Path | None = None) -> Written:
    """Write beside the target, sync, rename over it; another name or folder when that fails.

    A computed result is never lost and never half-written: first the target, then a second name
    beside it (it is open in Excel, or is a file that `cadre` did not write or that somebody has
    saved since), then the working folder, the user's own folder and the temporary folder (the
    folder cannot be written). `never` is a file that must stay as it is, whoever wrote it.
    """
    failure: OSError | None = None
    for place in _places(target):
        if _belongs_to_someone_else(place) or (never is not None and _same_file(place, never)):
            failure = failure or _taken(place)
            continue
        try:
            put_in_place(place, data)
        except OSError as error:
            failure = failure or error
            continue
        if place == target:
            return Written(place)
        return Written(place, instead_of=target, why=why_not_written(failure))
    raise failure or OSError(errno.EIO, "nowhere to write", str(target))


def write_new(target: Path, data: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; False when one stands there now."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".cadre-{os.getpid()}-{target.name}.tmp")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            return False
        _patiently(lambda: beside.rename(target))
    finally:
        beside.unlink(missing_ok=True)
    return True


class _NotOurs(OSError):
    """A file stands at the target that `cadre` did not write."""


def _places(target: Path) -> Iterator[Path]:
    yield target
    for number in range(2, 10):
        yield _numbered(target, number)
    for folder in (Path.cwd(), Path.home(), Path(tempfile.gettempdir())):
        for number in range(1, 10):
            yield folder / (target.name if number == 1 else _numbered(target, number).name)


def _numbered(target: Path, number: int) -> Path:
    stem, dot, rest = target.name.partition(".")
    return target.with_name(f"{stem}({number}){dot}{rest}")


def _belongs_to_someone_else(target: Path) -> bool:
    """Whether a file stands there that `cadre` did not write, or that was saved since."""
    if not target.exists():
        return False
    try:
        return not may_replace(target.read_bytes())
    except OSError:
        return True


def _taken(place: Path) -> OSError:
    if place.is_dir():
        return IsADirectoryError(errno.EISDIR, "a folder stands there", str(place))
    return _NotOurs(errno.EEXIST, "not written by cadre", str(place))


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def put_in_place(target: Path, data: bytes) -> None:
    """Write beside the target, sync, rename over it: whole or not at all. OSError when it cannot be."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Opened as any new file is: a private temporary file would keep colleagues from the result.
    beside = target.with_name(f".cadre-{os.getpid()}-{target.name}.tmp")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _patiently(lambda: beside.replace(target))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _patiently(act: Callable[[], object]) -> None:
    for wait in _WAITS:
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
        else:
            return
    act()


def why_not_written(failure: OSError | None) -> str:
    """Why a target could not be written: one of five words that messages are made from."""
    if isinstance(failure, _NotOurs):
        return "not ours"
    if isinstance(failure, IsADirectoryError):
        return "a folder"
    if failure is not None and failure.errno in _NO_ROOM:
        return "disk full"
    if isinstance(failure, PermissionError):
        return "open elsewhere"
    return "not writable"
