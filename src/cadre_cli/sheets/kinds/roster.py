"""The office's list of its people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.officers import Kind, Officer, Post
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.block_owner import unit_of_block
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.people_rows import happenings_of
from cadre_cli.sheets.person_columns import (
    CODE,
    DISCIPLINE,
    LEAVE,
    NAME,
    ORDINAL,
    POSITION,
    UNIT,
)
from cadre_cli.sheets.positions import kind_by_position, stated_kind, stated_post
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Subject, Table
from cadre_cli.vietnamese.names import name_key
from cadre_cli.vietnamese.text import fold


def parse(table: Table) -> Parsed:
    """An officer for each row that names somebody, and what the row tells of them.

    Which period an event without a day belongs to is not for the roster to say.
    """
    officers: list[Officer] = []
    events: list[Event] = []
    findings: list[Finding] = []
    taken: set[str] = set()
    for reader in parse_rows(table):
        officer = _officer(reader, table.subject)
        if officer is not None:
            officer = _with_own_id(officer, taken)
            taken.add(officer.id)
            officers.append(officer)
            events += happenings_of(reader, _mention_of(officer, reader), table.period)
        findings += reader.findings
    findings += repeated_rows(table)
    records = Records(officers=tuple(officers), events=tuple(events), kinds=frozenset({KIND.name}))
    return Parsed(records, tuple(findings))


def _mention_of(officer: Officer, reader: RowReader) -> Mention:
    at = reader.at.cell("name")
    return Mention(officer.name, officer.name, at, officer.unit, officer.code)


def _officer(reader: RowReader, sheet: Subject) -> Officer | None:
    reader.require("name")
    who = reader.mention("name", unit="unit", code="code")
    if who is None:
        return None
    position = reader.text("position")
    unit = reader.text("unit") or unit_of_block(reader.group) or sheet.unit
    leads = reader.text("leader")
    post = stated_post(leads, position)
    stated = stated_kind(reader.text("kind"))
    kind = stated or kind_by_position(position) or Kind.CONG_CHUC
    return Officer(
        id=who.code or f"{name_key(who.name)}|{fold(unit or '')}",
        name=who.name,
        at=reader.at,
        code=who.code,
        unit=unit,
        position=position,
        kind=kind,
        kind_stated=stated is not None,
        post=post,
        post_stated=leads is not None,
        superior=reader.mention("superior"),
        group=reader.text("group"),
        village=reader.text("village") or sheet.village,
        field=reader.text("field"),
        rated_above=post is Post.HEAD_OF_OFFICE,
        note=reader.text("note"),
        since=_day(reader, "since"),
        until=_day(reader, "until"),
    )


def _day(reader: RowReader, field: str) -> date | None:
    """A day of a row that holds for a part of the year; what cannot be read is D02."""
    day = reader.day(field, whole=True)
    return day if isinstance(day, date) else None


def _with_own_id(officer: Officer, taken: set[str]) -> Officer:
    """Homonyms without a code in one unit get a number: two rows are never one person."""
    number, own = 1, officer.id
    while own in taken:
        number += 1
        own = f"{officer.id}|{number}"
    return replace(officer, id=own)


_FIELDS = (
    FieldSpec(
        "kind",
        (
            "Đối tượng",
            "Loại cán bộ",
            "Diện",
            "Loại hình",
            "Nhóm đối tượng",
            "Phân loại đối tượng",
            "Loại đối tượng",
            "Cán bộ/công chức/viên chức",
            "Diện quản lý",
            "Phân loại cán bộ",
            "Loại lao động",
            "Sự nghiệp cán bộ",
            "Cán bộ, công chức, viên chức",
        ),
        telling=True,
    ),
    FieldSpec(
        "leader",
        (
            "Lãnh đạo, quản lý",
            "Lãnh đạo",
            "Là lãnh đạo",
            "Là lãnh đạo, quản lý",
            "Giữ chức vụ lãnh đạo, quản lý",
            "Chức vụ lãnh đạo, quản lý",
            "Chức vụ lãnh đạo",
            "Quản lý",
        ),
        telling=True,
    ),
    FieldSpec(
        "superior",
        (
            "Lãnh đạo phụ trách",
            "Lãnh đạo trực tiếp",
            "Cấp trên trực tiếp",
            "Cấp trên",
            "Người quản lý trực tiếp",
            "Người phụ trách trực tiếp",
            "Lãnh đạo quản lý trực tiếp",
            "Thủ trưởng trực tiếp",
        ),
        telling=True,
    ),
    FieldSpec(
        "group",
        (
            "Nhóm",
            "Nhóm nhiệm vụ tương đồng",
            "Nhóm có nhiệm vụ tương đồng",
            "Nhóm công việc",
            "Nhóm xếp loại",
            "Nhóm vị trí việc làm",
            "Nhóm tương đồng",
            "Khối",
        ),
    ),
    FieldSpec(
        "village",
        (
            "Thôn phụ trách",
            "Phụ trách thôn",
            "Phụ trách thôn/bản",
            "Phụ trách thôn, bản",
            "Thôn, bản phụ trách",
            "Thôn/bản phụ trách",
            "Phụ trách xóm",
            "Xóm phụ trách",
            "Phụ trách bản",
            "Bản phụ trách",
            "Phụ trách ấp",
            "Ấp phụ trách",
            "Phụ trách khu",
            "Khu phụ trách",
            "Phụ trách buôn",
            "Phụ trách tổ dân phố",
            "Tổ dân phố phụ trách",
            "Phụ trách khu dân cư",
            "Địa bàn phụ trách",
            "Phụ trách địa bàn",
            "Tên xóm",
            "Thôn",
            "Địa bàn",
        ),
        telling=True,
    ),
    FieldSpec(
        "field",
        (
            "Lĩnh vực phụ trách",
            "Phụ trách lĩnh vực",
            "Lĩnh vực",
            "Nhiệm vụ phụ trách",
            "Lĩnh vực công tác",
            "Phân công nhiệm vụ",
            "Nhiệm vụ được phân công",
            "Mảng phụ trách",
        ),
        telling=True,
    ),
    DISCIPLINE,
    LEAVE,
    FieldSpec(
        "since",
        ("Từ ngày", "Giữ chức vụ từ ngày", "Công tác từ ngày", "Áp dụng từ ngày", "Từ"),
    ),
    FieldSpec(
        "until",
        ("Đến ngày", "Giữ chức vụ đến ngày", "Công tác đến ngày", "Áp dụng đến ngày", "Đến"),
    ),
    FieldSpec("note", ("Ghi chú", "Diễn giải")),
)
KIND = SheetKind(
    name="roster",
    shown=Text("danh sách cán bộ, công chức", "roster"),
    fields=(
        ORDINAL,
        NAME,
        CODE,
        UNIT,
        replace(
            POSITION,
            headings=(
                *POSITION.headings,
                "Chức danh chính quyền",
                "Chức danh nghề nghiệp",
                "Chức vụ, đơn vị công tác",
                "Chức vụ Đảng",
                "Cấp bậc chức vụ",
                "Công việc đảm nhận",
            ),
            telling=True,
        ),
        *_FIELDS,
    ),
    parse=parse,
    titles=(
        "danh sách",
        "danh sách cán bộ",
        "cán bộ công chức viên chức",
        "nhân sự",
        "trích ngang",
        "biên chế",
    ),
    needs_period=False,
)
