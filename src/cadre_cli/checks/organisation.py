"""The head's class against that of the organisation (X03), where the latter is on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Post, Submission
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.rules.schema import RulesOf
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadAboveOrganisation(Finding):
    """Người đứng đầu không được xếp loại cao hơn cơ quan, tổ chức, đơn vị mình đứng đầu.

    Thường do xếp loại cá nhân trước khi có kết quả của cơ quan. Chỉ so khi mức của cơ quan đã được
    ghi; người có thẩm quyền quyết định mức cuối cùng.
    """

    code: ClassVar[str] = "X03"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 6"
    message: ClassVar[Text] = Text(
        "{officer} đứng đầu {organisation} đang ở mức {grade}, cao hơn mức {held} của nơi đó.",
        "{officer}, head of {organisation}, stands at {grade}, above its class {held}.",
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


_OFFICE = Text("cơ quan", "the office")


def _heads(submission: Submission, results: Results, rules_of: RulesOf) -> Iterator[Finding]:
    """Heads above their organisation, where its class is on record (the office's own has no unit)."""
    recorded = {key(each.unit or ""): each.grade for each in submission.organisations}
    for result in results:
        officer, rules = result.officer, rules_or_none(rules_of, result.officer.kind)
        if officer.post is Post.HEAD_OF_OFFICE:
            unit, name = "", _OFFICE
        elif officer.post is Post.HEAD_OF_UNIT and officer.unit is not None:
            unit, name = key(officer.unit), verbatim(officer.unit)
        else:
            continue
        held = recorded.get(unit)
        if held is None or rules is None or result.grade is None:
            continue
        codes = [grade.code for grade in rules.grades]
        if codes.index(result.grade) < codes.index(held):
            yield HeadAboveOrganisation(
                at=officer.at.cell("name"),
                officer=officer.name,
                organisation=name,
                grade=result.grade,
                held=held,
            )


CHECKS: tuple[After, ...] = (
    Check("head above the organisation", ("X03",), ("organisation",), _heads),
)
