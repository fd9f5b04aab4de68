"""The table of organisations itself: points in range, its own totals and classes, units, the cap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.check import Check, OverOrganisations, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import OrganisationResult
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.book import ORGANISATION
from cadre_cli.rules.schema import RulesOf
from cadre_cli.sheets.findings_values import OutOfRange
from cadre_cli.vietnamese.text import key, nearest

Organisations = Sequence[OrganisationResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNotOnRoster(Finding):
    """Đơn vị ở bảng kết quả cơ quan phải ghi giống tên đơn vị trong danh sách cán bộ.

    Thường do viết tắt hoặc đổi tên sau sắp xếp. Chưa khớp thì không biết ai đứng đầu đơn vị đó, nên
    không so được mức của người đứng đầu với mức của đơn vị.
    """

    code: ClassVar[str] = "D14"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 6"
    message: ClassVar[Text] = Text(
        "Đơn vị “{unit}” không có trong danh sách cán bộ.{offered}",
        'The unit "{unit}" is not on the roster.{offered}',
    )
    fix: ClassVar[Text] = Text(
        "Ghi tên đơn vị giống nhau ở hai bảng.", "Write the unit's name alike in both tables."
    )
    wrong: ClassVar[str] = (
        "| Danh sách: Đơn vị | Kết quả cơ quan: Đơn vị |\n|---|---|\n| Phòng Kinh tế | P. KTHT |"
    )
    right: ClassVar[str] = (
        "| Danh sách: Đơn vị | Kết quả cơ quan: Đơn vị |\n|---|---|\n"
        "| Phòng Kinh tế | Phòng Kinh tế |"
    )

    severity: Severity = Severity.WARNING
    unit: str
    offered: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOrganisationTotal(Finding):
    """Tổng điểm của cơ quan, đơn vị phải bằng điểm tiêu chí chung cộng điểm kết quả.

    Thường do tổng được gõ tay hoặc chép từ bản dự thảo.
    """

    code: ClassVar[str] = "C11"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 6, Điều 7"
    message: ClassVar[Text] = Text(
        "{organisation}: bảng ghi tổng {stated}, cộng lại được {total}.",
        "{organisation}: the table states {stated}, added up {total}.",
    )
    fix: ClassVar[Text] = Text(
        "Sửa ô tổng điểm, hoặc hai ô điểm thành phần.", "Correct the total or its two parts."
    )
    wrong: ClassVar[str] = (
        "| Đơn vị | Tiêu chí chung | Kết quả | Tổng điểm |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | 27 | 60 | 90 |"
    )
    right: ClassVar[str] = (
        "| Đơn vị | Tiêu chí chung | Kết quả | Tổng điểm |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | 27 | 60 | 87 |"
    )

    severity: Severity = Severity.WARNING
    organisation: str
    stated: Decimal
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOrganisationGrade(Finding):
    """Mức của cơ quan, đơn vị ghi trong bảng khác mức theo điểm và điều kiện đi cùng.

    Thường do chỉ xét điểm mà bỏ sót điều kiện (100 % nhiệm vụ đúng tiến độ, ít nhất 30 % vượt mức,
    không đơn vị trực thuộc nào Không hoàn thành …). Chương trình chỉ đề xuất; cấp có thẩm quyền công
    nhận, và mức đã ghi là mức dùng để so với người đứng đầu.
    """

    code: ClassVar[str] = "C12"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 8"
    message: ClassVar[Text] = Text(
        "{organisation}: bảng ghi “{stated}”, theo điểm và điều kiện là “{grade}” ({why}).",
        '{organisation}: the table says "{stated}", by points and conditions "{grade}" ({why}).',
    )
    fix: ClassVar[Text] = Text(
        "Sửa mức; nếu cấp có thẩm quyền đã công nhận khác thì giữ nguyên, lưu kèm quyết định.",
        "Correct the class; where the authority recognised another, keep it with that decision.",
    )
    wrong: ClassVar[str] = (
        "| Đơn vị | Tổng điểm | Vượt mức (%) | Xếp loại |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | 92 | 20% | HTXS |"
    )
    right: ClassVar[str] = (
        "| Đơn vị | Tổng điểm | Vượt mức (%) | Xếp loại |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | 92 | 20% | HTT |"
    )

    severity: Severity = Severity.WARNING
    organisation: str
    stated: str
    grade: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationNotClassified(Finding):
    """Cơ quan, đơn vị chưa xếp loại được, và vì sao.

    Thường do thiếu điểm một nhóm tiêu chí, hoặc kỳ đó chưa có quy định xếp loại cơ quan. Thiếu thì
    không tính, không bao giờ coi là 0 điểm.
    """

    code: ClassVar[str] = "X04"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 8"
    message: ClassVar[Text] = Text(
        "{organisation} chưa xếp loại: {why}.", "{organisation} is not classified: {why}."
    )
    fix: ClassVar[Text] = Text(
        "Ghi đủ điểm tiêu chí chung và điểm kết quả của cơ quan, đơn vị.",
        "Enter both groups of points of the organisation.",
    )
    wrong: ClassVar[str] = (
        "| Đơn vị | Tiêu chí chung | Kết quả |\n|---|---|---|\n| Phòng Kinh tế | 27 | |"
    )
    right: ClassVar[str] = (
        "| Đơn vị | Tiêu chí chung | Kết quả |\n|---|---|---|\n| Phòng Kinh tế | 27 | 60 |"
    )

    severity: Severity = Severity.NOTE
    organisation: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyAtTheTop(Finding):
    """Số đơn vị Hoàn thành xuất sắc không được quá 20 % số đơn vị Hoàn thành tốt.

    Đến 25 % khi có thành tích nổi bật và có quyết định. Chọn đơn vị nào là việc của cấp có thẩm quyền
    công nhận; chương trình không tự hạ đơn vị nào.
    """

    code: ClassVar[str] = "X02"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 8 khoản 5"
    message: ClassVar[Text] = Text("{why}: {units}.", "{why}: {units}.")
    fix: ClassVar[Text] = Text(
        "Xem lại mức của các đơn vị này; có quyết định cho tỷ lệ cao hơn thì ghi cap_share ở [decisions].",
        "Review these units; with a decision for a higher share enter cap_share under [decisions].",
    )
    wrong: ClassVar[str] = (
        "| Đơn vị | Xếp loại |\n|---|---|\n| Phòng A | HTXS |\n| Phòng B | HTXS |\n| Phòng C | HTT |"
    )
    right: ClassVar[str] = (
        "| Đơn vị | Xếp loại |\n|---|---|\n| Phòng A | HTT |\n| Phòng B | HTT |\n| Phòng C | HTT |"
    )

    severity: Severity = Severity.WARNING
    why: Text
    units: tuple[str, ...]


def _units(
    submission: Submission, _: Results, __: Organisations, ___: RulesOf
) -> Iterator[Finding]:
    """Units of the table that the roster does not have, once each."""
    known = {key(each.unit): each.unit for each in submission.officers if each.unit}
    for record in submission.organisations if known else ():
        if record.unit is None or key(record.unit) in known:
            continue
        near = nearest(record.unit, tuple(known.values()))
        names = ", ".join(f"“{name}”" for name in near)
        offered = Text(f" Gần giống: {names}.", f" Near: {names}.") if near else Text("", "")
        at = record.at.cell("organisation")
        yield UnitNotOnRoster(at=at, unit=record.name, offered=offered)


def _points(
    submission: Submission, _: Results, __: Organisations, rules_of: RulesOf
) -> Iterator[Finding]:
    """Points above what a group of criteria can bring."""
    rules = rules_or_none(rules_of, ORGANISATION)
    if rules is None:
        return
    for record in submission.organisations:
        for field, points, name in (
            ("common", record.common, "common_max"),
            ("result", record.result, "result_full"),
        ):
            most = rules.value(name).value
            if isinstance(points, Decimal) and points > most:
                yield OutOfRange(
                    at=record.at.cell(field),
                    heading=_HEADINGS[field],
                    value=points,
                    allowed=Text(f"từ 0 đến {shown(most)}", f"0 to {shown(most, 'en')}"),
                )


_HEADINGS = {"common": "Tiêu chí chung", "result": "Kết quả thực hiện nhiệm vụ"}


def _totals(
    _: Submission, __: Results, organisations: Organisations, ___: RulesOf
) -> Iterator[Finding]:
    for each in organisations:
        stated = each.record.total
        if each.root is None or not isinstance(stated, Decimal):
            continue
        if abs(Fraction(stated) - each.root.value) > Fraction(1, 200):
            yield OtherOrganisationTotal(
                at=each.record.at.cell("total"),
                organisation=each.record.name,
                stated=stated,
                total=each.root.value,
            )


def _grades(
    _: Submission, __: Results, organisations: Organisations, ___: RulesOf
) -> Iterator[Finding]:
    for each in organisations:
        record = each.record
        if each.grade is None and record.grade is None:
            yield OrganisationNotClassified(
                at=record.at.cell("organisation"), organisation=record.name, why=_why(each)
            )
        elif each.grade is not None and record.grade not in (None, each.grade):
            yield OtherOrganisationGrade(
                at=record.at.cell("grade"),
                organisation=record.name,
                stated=record.grade or "",
                grade=each.grade,
                why=_why(each),
            )


def _cap(
    _: Submission, __: Results, organisations: Organisations, rules_of: RulesOf
) -> Iterator[Finding]:
    """One finding for all units that share the places at the top."""
    rules = rules_or_none(rules_of, ORGANISATION)
    passage = None if rules is None else rules.passage("cap")
    above = [
        (each, reason)
        for each in organisations
        for reason in each.reasons
        if passage is not None and passage in reason.basis
    ]
    if above:
        record = above[0][0].record
        names = tuple(each.record.name for each, _ in above)
        at = record.at.cell("grade", "organisation")
        yield TooManyAtTheTop(at=at, why=above[0][1].text, units=names)


def _why(each: OrganisationResult) -> Text:
    told = [reason.text for reason in each.reasons if not reason.routine]
    return Text("; ".join(one.vi for one in told), "; ".join(one.en for one in told))


CHECKS: tuple[OverOrganisations, ...] = (
    Check("units on the roster", ("D14",), ("organisations", "roster"), _units),
    Check("points of organisations", ("D04",), ("organisations",), _points),
    Check("totals of organisations", ("C11",), ("organisations",), _totals),
    Check("cap on organisations", ("X02",), ("organisations",), _cap),
    Check("classes of organisations", ("C12",), ("organisations",), _grades),
)
