"""Whom a whole table is about: "Họ và tên: …" or "Đơn vị: …" above it, or the sheet's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from cadre_cli.domain.grid import Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.name_lines import (
    is_full_name,
    is_name_label,
    labelled_name,
    name_in_heading,
)
from cadre_cli.sheets.table import NOBODY, Subject
from cadre_cli.vietnamese.names import names_body
from cadre_cli.vietnamese.text import fold, one_line
from cadre_cli.vietnamese.titles import names_heading, strip_titles

_UNIT = re.compile(
    r"(?:[-–+*]|\d{1,2}\s*[.)])?\s*"
    r"(?:đơn vị(?: công tác)?|bộ phận|phòng(?:\s*[,/]?\s*ban)?(?: chuyên môn)?"
    r"|cơ quan(?:, tổ chức)?, đơn vị(?: công tác)?)"
    r"\s*:\s*(.+)$",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"(?:^|.*[\s;,–-])(?:chức vụ|chức danh)(?:\s*[,/]\s*(?:chức vụ|chức danh|vị trí việc làm))?\s*:\s*"
    r"([^;:]*?)(?=\s*(?:[;,–-]\s*)?(?:đơn vị|cơ quan|phòng|ngạch|vị trí việc làm)[^;:]*:|[;]|$)",
    re.IGNORECASE,
)
_VILLAGE_LABEL = re.compile(
    r"(?:thôn|xóm|bản|ấp|khu|buôn|tổ dân phố)(?:[/, ]+bản)?\s*:\s*(.+)$", re.IGNORECASE
)
_VILLAGE = re.compile(
    r"(?:thôn|xóm|bản|ấp|buôn|bon|khu phố|khu|tổ dân phố|tdp)\s+(?=\S)", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|dang uy|dang bo)\b(?: (?:xa|phuong|thi tran|dac khu)\b.*)?$"
)
_NO_UNIT = re.compile(
    r"(?:cac|tap the|xa|phuong|(?:trieu |nghin |ngan )?dong|diem|nguoi|phan tram|san pham)\b"
)
_UNFILLED = " .…_"
_WHEN = re.compile(r"[\s,_(–-]+(?:tháng|t|quý|q|năm)[\s._-]*\d.*$", re.IGNORECASE)
"""The period behind a name: "Phòng Kinh tế T3-2026"."""
_MOST_WORDS = 8
"""Words of the longest name of a unit; a longer name of a sheet or file says more than that."""


def subject_of(grid: Grid, top: int, before: Subject = NOBODY) -> Subject:
    """What the lines above a heading say, else what held for the table `before`, else the sheet's name.

    A person's unit goes with the person: another person above a later table brings another unit.
    """
    own, named = subject_above(grid, top), _named(grid)
    unit = own.unit if own.person is not None else own.unit or before.unit
    placed = own if own.person is not None else before
    return Subject(
        own.person or before.person or named.person,
        unit or named.unit,
        own.village or before.village or named.village,
        placed.position,
        placed.position_at,
    )


def subject_above(grid: Grid, top: int) -> Subject:
    """What the lines above a heading say, and nothing else."""
    person = _person_above(grid, top)
    position, at = _position_above(grid, top) if person is not None else (None, None)
    return Subject(person, _unit_above(grid, top), _village_above(grid, top), position, at)


def names_its_subject(grid: Grid, top: int) -> bool:
    """Whether a line above the heading has room for a name, filled in or not, or the sheet is a name."""
    return _named(grid).person is not None or names_another(grid, top)


def names_another(grid: Grid, top: int) -> bool:
    """Whether a line above the heading has room for a name: whatever the sheet is called."""
    return any(
        labelled_name(text) is not None or is_name_label(text)
        for _, _, text, _ in _lines(grid, top)
    )


_Line = tuple[int, int, str, tuple[tuple[int, str], ...]]


def _lines(grid: Grid, top: int) -> Iterator[_Line]:
    """Row, column and text of each cell above the heading, with the cells at its right."""
    for number in sorted(row for row in grid.rows if row < top):
        cells = [
            (column, one_line(as_text(cell) or ""))
            for column, cell in sorted(grid.rows[number].items())
        ]
        for place, (column, text) in enumerate(cells):
            yield number, column, text, tuple(cells[place + 1 :])


def _person_above(grid: Grid, top: int) -> Mention | None:
    """The last name above the heading, behind its label or in the cell beside it."""
    found: Mention | None = None
    for number, column, text, beside in _lines(grid, top):
        name, at = labelled_name(text), column
        if not name and (name is not None or is_name_label(text)) and beside:
            at, name = beside[0][0], beside[0][1].strip(_UNFILLED)
            if is_name_label(text) and not text.endswith(":") and not is_full_name(name):
                continue  # "Họ và tên | Chức vụ" is a heading
        if name:
            found = Mention(name, strip_titles(name), grid.ref(number, at))
    return found


def _unit_above(grid: Grid, top: int) -> str | None:
    """The unit of a line "Đơn vị: …"; the office as a whole is no unit."""
    found = None
    for _, _, text, beside in _lines(grid, top):
        said = _UNIT.match(f"{text} {beside[0][1]}" if text.endswith(":") and beside else text)
        unit = said[1].strip(_UNFILLED) if said else None
        if unit and not _is_office(fold(unit)):
            found = unit
    return found


def _position_above(grid: Grid, top: int) -> tuple[str | None, CellRef | None]:
    """What stands behind "Chức vụ:" of the person above, or in the cell beside it."""
    for number, column, text, beside in _lines(grid, top):
        said = _POSITION.match(text)
        if said is None:
            continue
        at, position = column, said[1].strip(_UNFILLED)
        if not position and text.rstrip().endswith(":") and beside:
            at, position = beside[0][0], beside[0][1].strip(_UNFILLED)
        if position:
            return position, grid.ref(number, at)
    return None, None


def _village_above(grid: Grid, top: int) -> str | None:
    found = None
    for _, _, text, _ in _lines(grid, top):
        said = _VILLAGE_LABEL.match(text)
        if said and said[1].strip(_UNFILLED):
            found = said[1].strip(_UNFILLED)
    return found


def _named(grid: Grid) -> Subject:
    """What a sheet's name says: a person, a village or a unit; else the file's name.

    A file called by a unit is often about everybody, put together in that unit.
    """
    at = CellRef(grid.file, grid.sheet)
    by_sheet = _in_name(grid.sheet, at)
    if by_sheet != NOBODY:
        return by_sheet
    return replace(_in_name(PurePosixPath(grid.file).stem.replace("_", " "), at), unit=None)


def _in_name(words: str, at: CellRef) -> Subject:
    name = _WHEN.sub("", one_line(words))
    if not names_body(name):
        person = name_in_heading(name)
        named = Mention(person, strip_titles(person), at) if person is not None else None
        return Subject(person=named)
    if names_heading(name) or len(name.split()) > _MOST_WORDS:
        return NOBODY
    if _VILLAGE.match(name):
        return Subject(village=name) if _is_place(name) else NOBODY
    return NOBODY if _is_office(fold(name)) else Subject(unit=name)


def _is_office(folded: str) -> bool:
    """Whether it names the office as a whole, or measures something ("Đơn vị: triệu đồng")."""
    return (_OFFICE.match(folded) or _NO_UNIT.match(folded)) is not None


def _is_place(name: str) -> bool:
    """Whether capitals or a number stand behind ("Bản Lìm", "Thôn 3"), unlike "Bản tổng hợp"."""
    rest = _VILLAGE.sub("", name)
    capitals = all(word[0].isupper() or word[0].isdigit() for word in rest.split())
    return capitals and not names_heading(rest)
