"""PATHs → the workbooks of each office, and their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from glob import escape as _escaped
from pathlib import Path

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.office import Office, Source
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.office import OfficeFault, SheetKinds, read_office
from cadre_cli.pipeline.own_rules import with_rules
from cadre_cli.workbook.sniff import Unreadable

WORKBOOKS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xltx", ".xltm", ".xlsb", ".ods", ".csv", ".tsv", ".htm", ".html"}
)
RESULTS = "ket-qua"
CONFIGURATION = "cadre.toml"
_OWN = (
    "ket-qua", "tong-hop", "chi-tiet", "dien-giai", "kiem-tra", "can-cu", "lanh-dao", "phieu-01",
    "danh-dau", "da-dien", "thon",
)  # fmt: skip
OWN_ENDINGS = tuple(
    f".{word}{ending}" for word in _OWN for ending in (".xlsx", ".xlsm", ".xltx", ".xltm")
)
"""What a folder is searched without. A marked copy (danh-dau) that is named outright is read: a
clerk puts values right in it and hands it in."""
ROSTER = "danh-sach.xlsx"
CATALOGUE = "danh-muc.xlsx"


@dataclass(frozen=True, slots=True)
class Input:
    """A workbook to read: where it lies, and its name as the user gave it.

    `typed` is set where that is a path that somebody typed, not one relative to a folder given.
    """

    path: Path
    name: str
    typed: bool = False


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    """The workbooks of one office.

    `folder` is where its results go to unless `--out` says otherwise: that of `cadre.toml`, else
    that of the first workbook. `shared` are the roster and the catalogue of the office folder, read
    for every period. `missing` are findings about paths that could not be opened at all.
    """

    office: Office
    folder: Path
    inputs: tuple[Input, ...]
    shared: tuple[Input, ...] = ()
    missing: tuple[Finding, ...] = ()


class WrongConfiguration(Exception):
    """A cadre.toml that must be put right before anything is read; every fault with its line."""

    def __init__(self, faults: tuple[OfficeFault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(fault.said() for fault in faults))


def gather(paths: Sequence[Path], kinds: SheetKinds) -> tuple[OfficeFiles, ...]:
    """The workbooks under `paths`, per office; raises WrongConfiguration.

    Offices come in the order given, the workbooks of each by their names: whoever names them in
    another order gets the same results to the byte.
    """
    offices: dict[Path | None, OfficeFiles] = {}
    seen: set[Path] = set()
    for path in paths:
        found = list(_workbooks(path))
        if not found:
            found = [Input(path, _as_given(path))]
        for each in found:
            resolved = each.path.resolve()
            if resolved in seen:
                continue
            seen.add(resolved)
            home = configuration_above(resolved)
            files = offices.get(home) or office_files(home, _folder_of(resolved), kinds)
            offices[home] = _with(files, each, path)
    return tuple(_with_shared(files) for files in offices.values())


def configuration_above(path: Path) -> Path | None:
    """The nearest `cadre.toml` at or above a file or folder."""
    for folder in (path, *path.parents):
        candidate = folder / CONFIGURATION
        if folder.is_dir() and candidate.is_file():
            return candidate
    return None


def office_of(path: Path, kinds: SheetKinds) -> Office:
    """The office that a file or folder belongs to; raises WrongConfiguration."""
    resolved = path.resolve()
    return office_files(configuration_above(resolved), _folder_of(resolved), kinds).office


def _folder_of(path: Path) -> Path:
    """Where a file's office is when nothing says so; what `cadre` wrote lies one folder deeper."""
    return path.parent.parent if path.parent.name == RESULTS else path.parent


def office_files(home: Path | None, folder: Path, kinds: SheetKinds) -> OfficeFiles:
    """The office of the cadre.toml at `home`, still without workbooks; raises WrongConfiguration."""
    if home is None:
        return OfficeFiles(Office(), folder, ())
    data = home.read_bytes()
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    office, faults = read_office(text, str(home), kinds, str(home.parent))
    if office is None:
        raise WrongConfiguration(faults)
    office, wrong = with_rules(office, text, home)
    if wrong:
        raise WrongConfiguration(wrong)
    said = Source(home.name, hashlib.sha256(data).hexdigest())
    return OfficeFiles(replace(office, configuration=said), home.parent, ())


def _with(files: OfficeFiles, each: Input, given: Path) -> OfficeFiles:
    inside = _inside(each.path, files.folder)
    if given.is_dir() and any(fnmatch(inside, pattern) for pattern in files.office.ignore):
        return files
    return replace(files, inputs=(*files.inputs, each))


def _with_shared(files: OfficeFiles) -> OfficeFiles:
    named = (files.office.roster or ROSTER, files.office.catalogue or CATALOGUE)
    shared: list[Input] = []
    missing: list[Finding] = []
    given = {each.path.resolve() for each in files.inputs}
    for name, wanted in zip(named, (files.office.roster, files.office.catalogue), strict=True):
        path = files.folder / name
        if path.resolve() in given:
            continue
        if path.is_file():
            shared.append(Input(path, name))
        elif wanted is not None:
            missing.append(_unreadable(name, _NOT_THERE))
    inputs = tuple(sorted(files.inputs, key=lambda each: (_place_of(each, files), each.name)))
    return replace(files, inputs=inputs, shared=tuple(shared), missing=tuple(missing))


def _workbooks(path: Path) -> Iterator[Input]:
    """The workbooks in a folder, deepest path order; a single file is taken whatever it is called."""
    if path.is_file():
        yield Input(path, _as_given(path), typed=True)
        return
    if not path.is_dir():
        return
    for found in sorted(path.rglob("*")):
        if found.is_file() and found.suffix.lower() in WORKBOOKS and not _skipped(found, path):
            yield Input(found, found.relative_to(path).as_posix())


def _skipped(found: Path, above: Path) -> bool:
    """Lock files of Excel, hidden files and folders, and what `cadre` wrote itself."""
    parts = found.relative_to(above).parts
    hidden = any(part.startswith((".", "~$")) for part in parts)
    return hidden or RESULTS in parts[:-1] or found.name.endswith(OWN_ENDINGS)


def _place_of(each: Input, files: OfficeFiles) -> str:
    return _inside(each.path, files.folder) if each.typed else each.name


def _as_given(path: Path) -> str:
    return path.as_posix()


def _inside(path: Path, folder: Path) -> str:
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


_NOT_THERE = (
    Text("không có tệp hoặc thư mục này", "there is no such file or folder"),
    Text("Kiểm tra lại tên và nơi để tệp", "Check its name and where it lies"),
)
_EMPTY_FOLDER = (
    Text("trong thư mục không có bảng tính nào", "there is no workbook in this folder"),
    Text("Chỉ đúng thư mục chứa các tệp Excel", "Name the folder that holds the workbooks"),
)
_NOT_PERMITTED = (
    Text("không có quyền đọc", "reading it is not permitted"),
    Text("Nhờ người quản lý máy cấp quyền đọc tệp", "Ask for the right to read the file"),
)
_UNAVAILABLE = (
    Text("ổ đĩa hoặc mạng không trả lời", "the disk or network does not answer"),
    Text("Chép tệp về máy rồi chạy lại", "Copy the file to this computer and run again"),
)


_LOCK = "~$"


def _of_excel(lock: Path) -> tuple[Text, Text]:
    """Whose lock it is: Excel puts `~$` before the name, in place of two letters of a long one."""
    rest = lock.name.removeprefix(_LOCK)
    named = (lock.with_name(rest), *sorted(lock.parent.glob(f"??{_escaped(rest)}")))
    real = next((each.name for each in named if each.is_file() and each != lock), rest)
    return (
        Text(
            "đây là tệp khóa Excel đặt ra khi có người đang mở bảng tính, không phải bảng tính",
            "it is the lock file that Excel makes while somebody has the workbook open",
        ),
        Text(f"Chỉ tệp “{real}” thay cho tệp này", f"Name “{real}” instead"),
    )


def _unreadable(name: str, told: tuple[Text, Text]) -> Finding:
    why, remedy = told
    return Unreadable(at=CellRef(name), why=why, remedy_text=remedy)


def read_input(each: Input) -> bytes | Finding:
    """The file's bytes, read once; a finding when it is not there or may not be opened."""
    if each.path.name.startswith(_LOCK):
        return _unreadable(each.name, _of_excel(each.path))
    try:
        return each.path.read_bytes()
    except FileNotFoundError:
        return _unreadable(each.name, _NOT_THERE)
    except IsADirectoryError:
        return _unreadable(each.name, _EMPTY_FOLDER)
    except PermissionError:  # Windows answers so for a folder, too
        told = _EMPTY_FOLDER if each.path.is_dir() else _NOT_PERMITTED
        return _unreadable(each.name, told)
    except OSError:
        return _unreadable(each.name, _UNAVAILABLE)
