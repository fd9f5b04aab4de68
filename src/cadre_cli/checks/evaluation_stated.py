"""The office's own totals, classes and parts d against the recomputed ones (C11, C12, C13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Classification
from cadre_cli.domain.stated import Stated
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RuleSet, RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTotal(Finding):
    """Tổng điểm cơ quan ghi khác tổng điểm tính lại từ chính các bảng của cơ quan.

    Thường do công thức cũ, làm tròn sớm, hoặc ô tổng được gõ tay. Chỉ so trên số chữ số thập phân
    mà bảng ghi (ít nhất hai). Điểm tính lại xem bằng lệnh cadre explain.
    """

    code: ClassVar[str] = "C11"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 17 khoản 1"
    message: ClassVar[Text] = Text(
        "{officer}: bảng ghi tổng {stated}, tính lại được {total}.",
        "{officer}: the sheet states {stated}, recomputed {total}.",
    )
    fix: ClassVar[Text] = Text(
        "Xem từng bước bằng cadre explain, rồi sửa số liệu nguồn hoặc ô tổng điểm.",
        "See every step with cadre explain, then correct the data or the total.",
    )
    wrong: ClassVar[str] = (
        "| Tiêu chí chung | Kết quả | Tổng điểm |\n|---|---|---|\n| 27 | 43,96 | 72 |"
    )
    right: ClassVar[str] = (
        "| Tiêu chí chung | Kết quả | Tổng điểm |\n|---|---|---|\n| 27 | 43,96 | 70,96 |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    stated: Decimal
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherGrade(Finding):
    """Mức xếp loại cơ quan ghi khác mức tính lại theo quy định.

    Thường do xếp loại theo điểm đã làm tròn, theo mốc điểm cũ, hoặc bỏ sót kỷ luật. Chương trình chỉ
    đề xuất; cấp có thẩm quyền quyết định.
    """

    code: ClassVar[str] = "C12"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20"
    message: ClassVar[Text] = Text(
        "{officer}: bảng ghi “{stated}”, tính lại là “{grade}”.",
        '{officer}: the sheet says "{stated}", recomputed "{grade}".',
    )
    fix: ClassVar[Text] = Text(
        "Sửa mức xếp loại; nếu cấp có thẩm quyền đã quyết định khác thì giữ nguyên, lưu kèm quyết định.",
        "Correct the class; where the authority decided otherwise, keep it and file that decision.",
    )
    wrong: ClassVar[str] = (
        "| Tổng điểm | Xếp loại |\n|---|---|\n| 69,96 | Hoàn thành tốt nhiệm vụ |"
    )
    right: ClassVar[str] = "| Tổng điểm | Xếp loại |\n|---|---|\n| 69,96 | Hoàn thành nhiệm vụ |"

    severity: Severity = Severity.WARNING
    officer: str
    stated: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPartD(Finding):
    """Thành phần d của người lãnh đạo được tính từ điểm của những người mình lãnh đạo, không nhập tay.

    Đủ 100 % khi mọi người được lãnh đạo đạt từ 50 điểm trở lên, không thì 50 %. Ô d trong bảng không
    được dùng, trừ khi cơ quan quyết định lấy theo bảng (lựa chọn leader_d trong cadre.toml).
    """

    code: ClassVar[str] = "C13"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 15 khoản 3 điểm a"
    message: ClassVar[Text] = Text(
        "{officer}: bảng ghi d = {stated} %, tính lại được {computed} %.",
        "{officer}: the sheet states d = {stated} %, recomputed {computed} %.",
    )
    fix: ClassVar[Text] = Text(
        "Xem d tính từ ai bằng cadre explain, rồi sửa ô d hoặc số liệu của những người đó.",
        "See with cadre explain whom d comes from, then correct d or the data of those people.",
    )
    wrong: ClassVar[str] = (
        "| Người được lãnh đạo | Tổng điểm | d |\n|---|---|---|\n| Lê Văn Cường | 48 | 100% |"
    )
    right: ClassVar[str] = (
        "| Người được lãnh đạo | Tổng điểm | d |\n|---|---|---|\n| Lê Văn Cường | 48 | 50% |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    stated: Fraction
    computed: Fraction


def _each_stated(
    submission: Submission, results: Results
) -> Iterator[tuple[Classification, Stated]]:
    """Every place where the office states somebody's total or class: a slip, a summary, a year."""
    by_person: dict[str | None, list[Stated]] = defaultdict(list)
    for stated in submission.stated:
        by_person[stated.who.officer].append(stated)
    for result in results:
        for stated in by_person[result.officer.id]:
            yield result, stated


def _other_total(submission: Submission, results: Results, __: RulesOf) -> Iterator[Finding]:
    for result, stated in _each_stated(submission, results):
        root = result.score.root
        if root is None or not isinstance(stated.total, Decimal):
            continue
        # Half a unit of the last decimal shown is what rounding may take away (contract 9.14).
        allowed = Fraction(1, 2 * 10 ** max(stated.decimals, 2))
        if abs(Fraction(stated.total) - root.value) > allowed:
            yield OtherTotal(
                at=stated.total_at or stated.at.cell("total"),
                officer=result.officer.name,
                stated=stated.total,
                total=root.value,
            )


def _other_grade(submission: Submission, results: Results, rules_of: RulesOf) -> Iterator[Finding]:
    for result, stated in _each_stated(submission, results):
        grade = result.grade
        if stated.grade is None or grade is None or stated.grade == grade:
            continue
        rules = rules_or_none(rules_of, result.officer.kind)
        yield OtherGrade(
            at=stated.grade_at or stated.at.cell("grade"),
            officer=result.officer.name,
            stated=_name(stated.grade, rules),
            grade=_name(grade, rules),
        )


def _other_d(submission: Submission, results: Results, rules_of: RulesOf) -> Iterator[Finding]:
    """A part that was taken from the sheet is the sheet's: only a computed one can differ.

    What is neither of the two levels is D04, which asks for the cell to be corrected anyhow.
    """
    for result in results:
        step = result.score.parts.get("d")
        rules = rules_or_none(rules_of, result.officer.kind)
        if step is None or rules is None:
            continue
        levels = {rules.value(f"leader_part_{level}").value for level in ("full", "reduced")}
        for parts in submission.leader_parts:
            own = parts.who.officer == result.officer.id
            if own and isinstance(parts.d, Decimal) and parts.d in levels and parts.d != step.value:
                yield OtherPartD(
                    at=parts.cell("d"),
                    officer=result.officer.name,
                    stated=Fraction(parts.d) * 100,
                    computed=step.value * 100,
                )


def _name(code: str, rules: RuleSet | None) -> str:
    grades = () if rules is None else rules.grades
    return next((grade.name for grade in grades if grade.code == code), code)


CHECKS: tuple[After, ...] = (
    Check("total of the office", ("C11",), ("stated totals",), _other_total),
    Check("part d of the office", ("C13",), ("stated d",), _other_d),
    Check("class of the office", ("C12",), ("stated grades",), _other_grade),
)
