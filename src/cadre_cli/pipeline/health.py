"""Whether everything `cadre` needs is there, and where its things are: for `cadre doctor`."""

from __future__ import annotations

import enum
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from itertools import islice
from pathlib import Path

from cadre_cli.domain.office import Office
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.ledger.reading import LEDGER, read_ledger
from cadre_cli.office import SheetKinds
from cadre_cli.pipeline.files import (
    RESULTS,
    WORKBOOKS,
    OfficeFiles,
    WrongConfiguration,
    configuration_above,
    office_files,
)
from cadre_cli.pipeline.new_office import is_blank_form
from cadre_cli.pipeline.open_books import lock_of
from cadre_cli.rules.book import RuleDocument
from cadre_cli.rules.load import book_for

_PACKAGE = "cadre-cli"
_FONT = "Times New Roman"
_FONT_FILES = ("times.ttf", "timesnewroman.ttf", "times new roman.ttf", "times_new_roman.ttf")
_LIKE_IT = ("liberationserif-regular.ttf", "tinos-regular.ttf")
"""Fonts of the same widths, which LibreOffice takes in its place."""
_MOST_FILES = 5_000


class State(enum.Enum):
    """How it stands with one thing."""

    FINE = "fine"
    NOTE = "note"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing looked at: `key` for programs, the rest for people; `fix` where something is to be done."""

    key: str
    meaning: Text
    value: Text
    state: State = State.FINE
    fix: Text | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """All that was looked at, and the rule sets in use in the office."""

    points: tuple[Point, ...]
    rule_sets: tuple[RuleDocument, ...]

    @property
    def lacking(self) -> tuple[Point, ...]:
        """What has to be put right."""
        return tuple(point for point in self.points if point.state is State.LACKING)


def examine(folder: Path, kinds: SheetKinds, version: str) -> Health:
    """The program, the office's folder and the machine; nothing is written that stays."""
    office, about_office = _office(folder, kinds)
    book = book_for(office.overlay, office.extends or "")
    points = (*_program(version), *about_office, *_machine(), *_open_books(folder))
    return Health(points, book.documents)


def _program(version: str) -> Iterator[Point]:
    yield Point("version", verbatim("cadre"), verbatim(version))
    python = f"{platform.python_version()} ({platform.system()} {platform.release()})"
    yield Point("python", verbatim("Python"), verbatim(python))
    yield Point("program", Text("Chạy từ", "Runs from"), verbatim(sys.executable))
    yield from _libraries()


def _libraries() -> Iterator[Point]:
    """The libraries that the package says it needs; those of extras are no concern of an office."""
    try:
        required = metadata.requires(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        required = []
    for line in required:
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        if "extra ==" in line:
            continue
        words = Text(f"Thư viện {name}", f"Library {name}")
        try:
            yield Point(f"library.{name}", words, verbatim(metadata.version(name)))
        except metadata.PackageNotFoundError:
            fix = Text("Cài lại cadre.", "Install cadre again.")
            yield Point(f"library.{name}", words, _NOT_THERE, State.LACKING, fix)


_NOT_THERE = Text("không có", "not there")


def _office(folder: Path, kinds: SheetKinds) -> tuple[Office, list[Point]]:
    """The office of a folder and where its things are."""
    home = configuration_above(folder.resolve())
    base = home.parent if home is not None else folder.resolve()
    points: list[Point] = []
    files = OfficeFiles(Office(), base, ())
    try:
        files = office_files(home, base, kinds)
    except WrongConfiguration as wrong:
        for fault in wrong.faults:
            said = Text(fault.said("vi"), fault.said("en"))
            points.append(
                Point("configuration.fault", _CONFIGURATION, said, State.LACKING, fault.fix)
            )
    if home is None:
        fix = Text(
            "Không bắt buộc. Muốn có: cadre new THƯ-MỤC lập tệp mẫu.",
            "Not needed. To have one: cadre new FOLDER lays it out.",
        )
        points.append(Point("configuration", _CONFIGURATION, _NOT_THERE, State.NOTE, fix))
    else:
        points.append(Point("configuration", _CONFIGURATION, verbatim(str(home))))
    if files.office.name is not None:
        points.append(Point("office", Text("Cơ quan", "Office"), verbatim(files.office.name)))
    points += _shared(files, home)
    points.append(_ledger(base / LEDGER))
    points.append(_writable(base))
    return files.office, points


_CONFIGURATION = Text("Tệp thiết lập cadre.toml", "Configuration cadre.toml")


def _shared(files: OfficeFiles, home: Path | None) -> Iterator[Point]:
    """The roster and the catalogue that cadre.toml names."""
    named = (
        ("roster", Text("Danh sách cán bộ", "Roster"), files.office.roster),
        ("catalogue", Text("Danh mục sản phẩm", "Catalogue"), files.office.catalogue),
    )
    for name, words, path in named:
        if path is None or home is None:
            continue
        there = files.folder / path
        if there.is_file() and is_blank_form(there):
            value = Text(f"{there}: mẫu chưa điền", f"{there}: the blank form")
            fix = Text(
                "Điền vào tệp; không dùng thì xóa tệp và mục này ở [files].",
                "Fill it in; if it is not used delete it and its line under [files].",
            )
            yield Point(name, words, value, State.NOTE, fix)
        elif there.is_file():
            yield Point(name, words, verbatim(str(there)))
        else:
            fix = Text("Để tệp vào đó hoặc sửa [files].", "Put it there or correct [files].")
            yield Point(
                name, words, Text(f"{path}: không có", f"{path}: not there"), State.LACKING, fix
            )


def _ledger(path: Path) -> Point:
    words = Text("Sổ đánh giá", "Ledger")
    if not path.exists():
        value = Text(
            f"chưa có; lần chốt đầu tiên lập ở {path}", f"none yet; the first close makes {path}"
        )
        return Point("ledger", words, value)
    told = read_ledger(path)
    if told.findings:
        said = "; ".join(found.said("vi") for found in told.findings)
        in_english = "; ".join(found.said("en") for found in told.findings)
        fix = Text("Xem: cadre audit", "See: cadre audit")
        return Point(
            "ledger", words, Text(f"{path}: {said}", f"{path}: {in_english}"), State.LACKING, fix
        )
    count = len(told.entries)
    return Point("ledger", words, Text(f"{path} ({count} mục)", f"{path} ({count} entries)"))


def _writable(folder: Path) -> Point:
    """Whether results can be written; asked of the system, nothing is tried out there."""
    results = folder / RESULTS
    there = results if results.is_dir() else folder
    words = Text("Nơi ghi kết quả", "Where results go")
    if os.access(there, os.W_OK):
        return Point("results", words, verbatim(str(results)))
    fix = Text(
        "Nhờ người quản lý máy cấp quyền ghi, hoặc dùng --out THƯ-MỤC.",
        "Ask for the right to write there, or use --out FOLDER.",
    )
    value = Text(f"{there}: không ghi được", f"{there}: cannot be written")
    return Point("results", words, value, State.LACKING, fix)


def _machine() -> Iterator[Point]:
    words = Text("Thư mục tạm (báo cáo lỗi)", "Temporary folder (crash reports)")
    try:
        folder = tempfile.gettempdir()
        yield Point("temporary", words, verbatim(folder))
    except FileNotFoundError:
        fix = Text("Đặt biến TEMP chỉ tới thư mục ghi được.", "Set TEMP to a folder you can write.")
        yield Point("temporary", words, _NOT_THERE, State.LACKING, fix)
    yield _font()


def _font() -> Point:
    """The typeface of official papers (NĐ 30/2020): reports name it, printing needs it."""
    words = Text(f"Phông {_FONT}", f"Typeface {_FONT}")
    found = {path.name.lower(): path for folder in _font_folders() for path in _font_files(folder)}
    own = next((found[name] for name in _FONT_FILES if name in found), None)
    if own is not None:
        return Point("font", words, verbatim(str(own)))
    like = next((found[name] for name in _LIKE_IT if name in found), None)
    fix = Text(
        "Không bắt buộc để chấm; khi in nên dùng máy có phông này.",
        "Not needed for scoring; print on a machine that has it.",
    )
    if like is not None:
        value = Text(f"không có, thay bằng {like.name}", f"not there, {like.name} in its place")
        return Point("font", words, value, State.NOTE, fix)
    return Point("font", words, _NOT_THERE, State.NOTE, fix)


def _font_folders() -> tuple[Path, ...]:
    windows = os.environ.get("WINDIR", r"C:\Windows")
    home = Path.home()
    return (
        Path(windows) / "Fonts",
        home / "AppData/Local/Microsoft/Windows/Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
        home / "Library/Fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
    )


def _font_files(folder: Path) -> Iterator[Path]:
    try:
        yield from (
            path for path in islice(folder.rglob("*"), _MOST_FILES) if path.suffix.lower() == ".ttf"
        )
    except OSError:
        return


def _open_books(folder: Path) -> Iterator[Point]:
    """Workbooks that somebody has open, or lock files that a crash left behind."""
    words = Text("Tệp đang mở", "Open workbooks")
    for path in sorted(islice(folder.rglob("*"), _MOST_FILES)):
        if path.suffix.lower() not in WORKBOOKS or path.name.startswith("~$"):
            continue
        if lock_of(path) is not None:
            fix = Text(
                "Lưu và đóng tệp trước khi chạy; không ai mở thì xóa tệp khóa “~$…”.",
                "Save and close it before a run; delete the lock “~$…” if nobody has it open.",
            )
            yield Point("open", words, verbatim(str(path)), State.NOTE, fix)
