"""The head's class against that of the organisation (X03), where the latter is on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import Check, OverOrganisations, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Officer, Post
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import OrganisationResult
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key

_RECORDED = Text("mức đã ghi trong bảng", "as recorded")
_PROPOSED = Text("mức tính từ bảng, chưa công nhận", "as computed, not yet recognised")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadAboveOrganisation(Finding):
    """Người đứng đầu không được xếp loại cao hơn cơ quan, tổ chức, đơn vị mình đứng đầu.

    Thường do xếp loại cá nhân trước khi có kết quả của cơ quan. Chỉ so khi mức của cơ quan đã được
    ghi; người có thẩm quyền quyết định mức cuối cùng.
    """

    code: ClassVar[str] = "X03"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 6"
    message: ClassVar[Text] = Text(
        "{officer} đứng đầu {organisation} đang ở mức {grade}, cao hơn mức {held} của nơi đó "
        "({whence}).",
        "{officer}, head of {organisation}, stands at {grade}, above its class {held} ({whence}).",
    )
    fix: ClassVar[Text] = Text(
        "Xếp người đứng đầu không cao hơn {held}, hoặc kiểm tra lại mức của cơ quan, đơn vị.",
        "Classify the head no higher than {held}, or check the class of the organisation.",
    )
    wrong: ClassVar[str] = (
        "| Đơn vị | Xếp loại | Trưởng phòng | Xếp loại |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | HTT | Lê Văn Cường | HTXS |"
    )
    right: ClassVar[str] = (
        "| Đơn vị | Xếp loại | Trưởng phòng | Xếp loại |\n|---|---|---|---|\n"
        "| Phòng Kinh tế | HTT | Lê Văn Cường | HTT |"
    )

    severity: Severity = Severity.ERROR
    officer: str
    organisation: Text
    grade: str
    held: str
    whence: Text = _RECORDED


_OFFICE = Text("cơ quan", "the office")


def heads_above(
    graded: Iterable[tuple[Officer, str | None]],
    organisations: Sequence[OrganisationResult],
    codes: Sequence[str],
) -> Iterator[Finding]:
    """Heads whose class stands above that of their organisation, of a month or of the year.

    `codes` are the classes from the highest down. The class on record counts, else the one proposed;
    where neither is known nothing is compared.
    """
    recorded = {key(each.record.unit or ""): each for each in organisations}
    for officer, grade in graded:
        if officer.post is Post.HEAD_OF_OFFICE:
            unit, name = "", _OFFICE
        elif officer.post is Post.HEAD_OF_UNIT and officer.unit is not None:
            unit, name = key(officer.unit), verbatim(officer.unit)
        else:
            continue
        own = recorded.get(unit)
        if own is None or own.held is None or grade is None:
            continue
        if codes.index(grade) < codes.index(own.held):
            yield HeadAboveOrganisation(
                at=officer.at.cell("name"),
                officer=officer.name,
                organisation=name,
                grade=grade,
                held=own.held,
                whence=_RECORDED if own.record.grade is not None else _PROPOSED,
            )


def _heads(
    _: Submission,
    results: Results,
    organisations: Sequence[OrganisationResult],
    rules_of: RulesOf,
) -> Iterator[Finding]:
    for result in results:
        rules = rules_or_none(rules_of, result.officer.kind)
        if rules is not None:
            codes = [grade.code for grade in rules.grades]
            yield from heads_above([(result.officer, result.grade)], organisations, codes)


CHECKS: tuple[OverOrganisations, ...] = (
    Check("head above the organisation", ("X03",), ("organisations",), _heads),
)
