"""Where an office's ledger lies, and the ledgers of a tree of offices."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.ledger.file import LEDGER
from cadre_cli.office import SheetKinds
from cadre_cli.pipeline.files import (
    CONFIGURATION,
    WORKBOOKS,
    Input,
    OfficeFiles,
    configuration_above,
    office_files,
    read_input,
)


@dataclass(frozen=True, slots=True)
class Home:
    """An office folder with its ledger; `shown` is the folder as the user knows it."""

    files: OfficeFiles
    folder: Path
    shown: str
    is_copy: bool = False
    """A ledger in a folder below the office's own: a backup, whose workbooks are not beside it."""

    @property
    def ledger(self) -> Path:
        """The ledger's path, whether it exists or not."""
        return self.folder / LEDGER


def office_folder(files: OfficeFiles, given: Path) -> Path:
    """The folder of the office: that of cadre.toml, else the one that was given."""
    if files.office.folder is not None:
        return files.folder
    return given if given.is_dir() else given.parent


def inside(each: Input, folder: Path) -> str:
    """A workbook's name within its office folder, which stays true wherever the folder is moved."""
    try:
        return each.path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return each.path.resolve().as_posix()


def homes(given: Path, kinds: SheetKinds) -> tuple[Home, ...]:
    """The offices in a folder (those with a ledger or a cadre.toml), else the one it belongs to.

    Raises WrongConfiguration.
    """
    names = (LEDGER, CONFIGURATION)
    below = sorted({path.parent for name in names for path in given.rglob(name)})
    if not below:
        return (one_home(given, kinds),)
    return tuple(_home(folder, given, kinds) for folder in below)


def one_home(given: Path, kinds: SheetKinds) -> Home:
    """The one office that a folder belongs to: its own cadre.toml, or one above it."""
    above = configuration_above(given.resolve())
    return _home(given if above is None else above.parent, given, kinds)


def _home(folder: Path, given: Path, kinds: SheetKinds) -> Home:
    configuration = folder / CONFIGURATION
    home = configuration.resolve() if configuration.is_file() else None
    files = office_files(home, folder, kinds)
    try:
        shown = folder.resolve().relative_to(given.resolve()).as_posix()
    except ValueError:
        shown = folder.as_posix()
    is_copy = home is None and configuration_above(folder.resolve()) is not None
    return Home(files, folder, shown, is_copy)


def same_bytes(folder: Path, sha256: str) -> str | None:
    """Where in the office folder a workbook with this content lies, whatever it is called now."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in WORKBOOKS and path.is_file():
            data = read_input(Input(path, path.name))
            if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sha256:
                return path.relative_to(folder).as_posix()
    return None
