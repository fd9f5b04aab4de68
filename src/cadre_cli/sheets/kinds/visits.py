"""The log of the weekly day in the villages: who went where, what was heard, what was promised."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.villages import VillageRecords, Visit
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.task_marks import is_done
from cadre_cli.sheets.village_columns import (
    NOTE,
    ORDINAL,
    day_within,
    headings,
    village_field,
    village_of,
)
from cadre_cli.sheets.wording import is_nothing, says


def parse(table: Table) -> Parsed:
    """A row for each visit, and for each further matter that was raised there."""
    visits: list[Visit] = []
    findings: list[Finding] = [*not_understood(table), *repeated_rows(table)]
    for reader in parse_rows(table):
        visit = _visit(reader, table)
        if visit is not None:
            visits.append(visit)
        findings += reader.findings
    return Parsed(
        Records(villages=VillageRecords(visits=tuple(visits)), kinds=frozenset({KIND.name})),
        tuple(findings),
    )


_SAID = ("day", "village", "who", "heard", "topic", "promised")


def _visit(reader: RowReader, table: Table) -> Visit | None:
    if not any(reader.text(name) for name in _SAID):
        return None
    reader.require("day")
    day = day_within(reader, "day", table.period)
    return Visit(
        at=reader.at,
        day=day,
        village=village_of(reader, table),
        who=reader.mentions("who"),
        heard=_something(reader.text("heard" if reader.has("heard") else "topic")),
        promised=_something(reader.text("promised")),
        owed_by=reader.mentions("owed_by"),
        due=reader.day("due", since=day),
        done=_done(reader),
        done_on=reader.day("done_on", since=day),
        outcome=reader.text("outcome"),
    )


def _something(words: str | None) -> str | None:
    """What was heard or promised; "Không có ý kiến" is nothing."""
    if words is None or is_nothing(words):
        return None
    nothing = says(
        words, "khong co y kien", "khong co kien nghi", "khong kien nghi", "khong y kien"
    )
    return None if nothing else words


_SETTLED = ("da giai quyet", "da xu ly", "da tra loi", "da giai dap", "giai quyet xong")
_OPEN = ("chua giai quyet", "chua xu ly", "chua tra loi", "dang giai quyet", "chuyen cap tren")


def _done(reader: RowReader) -> bool | None:
    """Whether a promise is kept: a mark or words; open where they say neither, for a reader to judge."""
    words = reader.text("outcome")
    if words is None:
        return None
    if says(words, *_OPEN):
        return False
    if says(words, *_SETTLED):
        return True
    done = is_done(words)
    if done is not None:
        return done
    if words.strip().casefold() in ("x", "✓", "✔", "v", "rồi", "đã làm", "có", "đạt"):
        return True
    if is_nothing(words):
        return False
    return None


_FIELDS = (
    ORDINAL,
    FieldSpec(
        "day",
        headings(
            """Ngày đi thôn | Ngày đi cơ sở | Ngày về thôn | Ngày xuống thôn | Ngày làm việc với thôn
            | Ngày làm việc | Ngày đi | Ngày, tháng | Ngày tháng | Ngày | Thời gian đi | Thời gian"""
        ),
        required=True,
        telling=True,
        beside=("village", "heard", "topic", "promised"),
    ),
    village_field(beside=("day",)),
    FieldSpec(
        "who",
        headings(
            """Cán bộ đi thôn | Người đi | Người đi thôn | Cán bộ đi cơ sở | Thành phần | Thành phần
            tham gia | Cán bộ, công chức đi thôn | Cán bộ | Họ và tên | Họ tên | Cán bộ, công chức |
            Người thực hiện | Cán bộ phụ trách | Cán bộ tham gia | Tổ công tác"""
        ),
    ),
    FieldSpec(
        "heard",
        headings(
            """Ý kiến, kiến nghị của nhân dân | Ý kiến của nhân dân | Ý kiến, kiến nghị | Kiến nghị |
            Kiến nghị của dân | Kiến nghị, phản ánh | Phản ánh, kiến nghị | Nội dung phản ánh | Nội
            dung kiến nghị | Vấn đề nghe được | Nội dung nghe được | Dân phản ánh | Khó khăn, vướng
            mắc | Nội dung nắm được | Tình hình nắm được | Vấn đề phát sinh"""
        ),
        telling=True,
        beside=("day",),
    ),
    # What the day was about; what was heard, where no column of its own says that.
    FieldSpec(
        "topic",
        headings("Nội dung làm việc | Nội dung | Nội dung buổi làm việc | Công việc tại thôn"),
        telling=True,
        beside=("day",),
    ),
    FieldSpec(
        "promised",
        headings(
            """Việc đã hứa | Nội dung hứa | Nội dung đã hứa | Hứa giải quyết | Cam kết | Nội dung cam
            kết | Việc cam kết | Hướng giải quyết | Hướng xử lý | Biện pháp giải quyết | Nội dung
            giải quyết | Việc phải làm | Kết luận | Kết luận, hướng giải quyết | Đã hứa"""
        ),
        telling=True,
        beside=("day",),
    ),
    FieldSpec(
        "owed_by",
        headings(
            """Người chịu trách nhiệm | Người giải quyết | Người được giao | Người phải làm | Trách
            nhiệm | Cán bộ giải quyết | Người giải quyết việc hứa | Phân công giải quyết | Đơn vị
            giải quyết | Người hứa"""
        ),
    ),
    FieldSpec(
        "due",
        headings(
            """Hạn giải quyết | Thời hạn | Thời hạn giải quyết | Hạn | Đến khi nào | Hạn hoàn thành |
            Thời hạn hoàn thành | Hạn xử lý | Thời gian giải quyết"""
        ),
        telling=True,
        beside=("promised",),
    ),
    FieldSpec(
        "outcome",
        headings(
            """Kết quả giải quyết | Kết quả | Đã giải quyết | Đã làm hay chưa | Tình trạng | Kết quả
            thực hiện | Kết quả xử lý | Trạng thái | Đã thực hiện | Đã làm chưa"""
        ),
        telling=True,
        beside=("heard", "topic", "promised"),
    ),
    FieldSpec(
        "done_on",
        headings("Ngày giải quyết xong | Ngày hoàn thành | Ngày giải quyết | Ngày xong"),
    ),
    NOTE,
)
KIND = SheetKind(
    name="visits",
    shown=Text("nhật ký ngày đi thôn", "log of the days in the villages"),
    fields=with_others(_FIELDS),
    parse=parse,
    titles=(
        "đi thôn",
        "đi cơ sở",
        "ngày về thôn",
        "về cơ sở",
        "nhật ký",
        "ngày thứ năm",
        "làm việc với thôn",
        "xuống thôn",
        "tham thôn",
        "gặp dân",
    ),
)
