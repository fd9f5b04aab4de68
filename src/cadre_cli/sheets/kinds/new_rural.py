"""New-rural criteria (nông thôn mới) per village: the target, whether it is reached, the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.places import RowRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Unknown
from cadre_cli.domain.villages import VillageCriterion, VillageRecords
from cadre_cli.sheets.duplicates import repeated_rows
from cadre_cli.sheets.findings_words import WordsNotUnderstood
from cadre_cli.sheets.measures import bare
from cadre_cli.sheets.other_columns import not_understood, with_others
from cadre_cli.sheets.reading import RowReader, parse_rows
from cadre_cli.sheets.table import Column, FieldSpec, Parsed, SheetKind, Table
from cadre_cli.sheets.task_marks import quality_met
from cadre_cli.sheets.village_columns import (
    NOTE,
    ORDINAL,
    headings,
    village_field,
    village_of,
)


def parse(table: Table) -> Parsed:
    """A row for each criterion of each village, or a row for each village and a column for each criterion."""
    criteria: list[VillageCriterion] = []
    findings: list[Finding] = [*not_understood(table), *repeated_rows(table)]
    marks = table.all("mark") if "name" not in table.places else ()
    for reader in parse_rows(table):
        if marks:
            criteria += _beside(reader, table, marks)
        elif (criterion := _criterion(reader, table)) is not None:
            criteria.append(criterion)
        findings += reader.findings
    return Parsed(
        Records(villages=VillageRecords(criteria=tuple(criteria)), kinds=frozenset({KIND.name})),
        tuple(findings),
    )


def _criterion(reader: RowReader, table: Table) -> VillageCriterion | None:
    number, name = _number(reader), _name(reader)
    if name is None and number is None:
        return None
    return VillageCriterion(
        at=reader.at,
        village=village_of(reader, table),
        number=number,
        name=name,
        target=reader.text("target"),
        result=reader.text("result"),
        reached=_reached(reader, table),
        evidence=reader.text("evidence"),
    )


_NUMBERED = re.compile(r"(?:tiêu chí|tc)\s*(?:số)?\s*(\d{1,2})\b", re.IGNORECASE)


def _beside(
    reader: RowReader, table: Table, marks: tuple[Column, ...]
) -> Iterator[VillageCriterion]:
    """A village's criteria side by side; a blank cell says nothing of its criterion."""
    village = village_of(reader, table)
    for column in marks:
        words = reader.text_at(column)
        if words is None:
            continue
        name = bare(column.heading)
        numbered = _NUMBERED.search(name)
        places = {**reader.at.columns, "name": column.column, "reached": column.column}
        yield VillageCriterion(
            at=RowRef(reader.at.file, reader.at.sheet, reader.at.row, places),
            village=village,
            number=numbered[1] if numbered else None,
            name=name,
            reached=_met(reader, column, words),
        )


def _met(reader: RowReader, column: Column, words: str) -> bool | Unknown | None:
    """Whether a mark says that a criterion is reached; D11 and unknown where it says neither."""
    met, understood = quality_met(words)
    if met is None or not understood:
        reader.findings.append(
            WordsNotUnderstood(
                at=reader.ref_at(column),
                heading=column.heading,
                written=words,
                expected="Đạt, Chưa đạt",
            )
        )
        return UNKNOWN
    return met


def _number(reader: RowReader) -> str | None:
    """The number of a criterion: its own column, else an ordinal with levels ("2.1."), which stays."""
    number = reader.text("number")
    if number is not None:
        return number
    ordinal = (reader.text("ordinal") or "").rstrip(".")
    return ordinal if "." in ordinal else None


def _name(reader: RowReader) -> str | None:
    """The criterion in words; the content that divides it stands behind it."""
    words = dict.fromkeys(filter(None, (reader.text("name"), reader.text("detail"))))
    return ": ".join(words) or None


def _reached(reader: RowReader, table: Table) -> bool | Unknown | None:
    """The mark of its own column, else a result that says "Đạt" or "Chưa đạt"; a figure says neither."""
    for column in table.all("reached")[:1]:
        words = reader.text_at(column)
        return None if words is None else _met(reader, column, words)
    met, _ = quality_met(reader.text("result"))
    return met


_FIELDS = (
    ORDINAL,
    village_field(beside=("name", "target", "reached", "mark", "count")),
    FieldSpec("number", headings("Số tiêu chí | Tiêu chí số | Mã tiêu chí | Mã chỉ tiêu")),
    FieldSpec(
        "name",
        headings(
            """Tên tiêu chí | Tiêu chí | Tiêu chí nông thôn mới | Tiêu chí NTM | Tiêu chí/chỉ tiêu |
            Tiêu chí, chỉ tiêu | Nội dung"""
        ),
        telling=True,
        beside=("target", "reached", "evidence"),
    ),
    FieldSpec("detail", headings("Nội dung tiêu chí | Nội dung chỉ tiêu | Chỉ tiêu thành phần")),
    FieldSpec(
        "target",
        headings(
            """Chỉ tiêu | Chỉ tiêu chung | Chỉ tiêu phải đạt | Mục tiêu | Yêu cầu | Yêu cầu phải đạt
            | Mức yêu cầu | Quy định | Chỉ tiêu theo quy định | Chỉ tiêu được giao"""
        ),
        telling=True,
        beside=("name",),
    ),
    FieldSpec(
        "result",
        headings(
            """Kết quả thực hiện | Kết quả | Hiện trạng | Thực hiện | Mức đạt được | Kết quả đạt
            được | Thực trạng | Tỷ lệ đạt | Số liệu thực hiện"""
        ),
    ),
    FieldSpec(
        "reached",
        headings(
            """Đạt/Chưa đạt | Đạt/Không đạt | Đạt, chưa đạt | Đạt hay chưa đạt | Đánh giá | Đánh
            giá đạt/chưa đạt | Kết quả đánh giá | Tự đánh giá | Đạt | Mức độ đạt | Đạt chuẩn | Đánh
            giá mức độ đạt"""
        ),
        telling=True,
        beside=("name",),
    ),
    FieldSpec(
        "evidence",
        headings(
            """Minh chứng | Tài liệu minh chứng | Hồ sơ minh chứng | Căn cứ đánh giá | Bằng chứng |
            Nguồn minh chứng | Tài liệu kiểm chứng"""
        ),
        telling=True,
        beside=("name",),
    ),
    # A column for each criterion: by its number, or as the national set names it.
    FieldSpec(
        "mark",
        (
            *(
                f"{word} {number}"
                for word in ("Tiêu chí", "TC", "Tiêu chí số")
                for number in range(1, 20)
            ),
            *headings(
                """Quy hoạch | Giao thông | Thủy lợi | Thủy lợi và phòng, chống thiên tai | Điện |
                Trường học | Cơ sở vật chất văn hóa | Cơ sở hạ tầng thương mại nông thôn | Thông tin và
                truyền thông | Nhà ở dân cư | Thu nhập | Nghèo đa chiều | Lao động | Tổ chức sản xuất
                và phát triển kinh tế nông thôn | Tổ chức sản xuất | Giáo dục và đào tạo | Y tế | Văn
                hóa | Môi trường và an toàn thực phẩm | Môi trường | Hệ thống chính trị và tiếp cận
                pháp luật | Hệ thống chính trị | Quốc phòng và an ninh | Quốc phòng, an ninh"""
            ),
        ),
        several=True,
        telling=True,
        beside=("village", "count"),
    ),
    FieldSpec(
        "count",
        headings(
            "Số tiêu chí đạt | Tổng số tiêu chí đạt | Tổng tiêu chí đạt | Số TC đạt | Tổng số"
        ),
    ),
    FieldSpec("points", headings("Điểm chuẩn | Điểm tự chấm | Điểm phúc tra"), several=True),
    NOTE,
)
KIND = SheetKind(
    name="new_rural",
    shown=Text("tiêu chí nông thôn mới của thôn", "new-rural criteria of villages"),
    fields=with_others(_FIELDS),
    parse=parse,
    titles=(
        "nông thôn mới",
        "ntm",
        "tiêu chí thôn",
        "nông thôn mới kiểu mẫu",
        "nông thôn mới nâng cao",
        "khu dân cư kiểu mẫu",
    ),
)
