"""Signs of work done for show, over what people carry: L06.

A note for those who lead, never a deduction; groups of under eight stay silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results
from cadre_cli.checks.people import away_ids
from cadre_cli.checks.robust import deviation, median
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf

_LEAST_GROUP = 8
"""People whose loads are compared."""
_TIMES = 4
"""Times the group's median, or one such part of it: three times still happens by chance once in
twenty offices of thirty people whose loads differ by a third, four times hardly ever."""
_ABOVE, _BELOW = 10, 3
"""Median deviations. Loads are skewed: above the median they may be many times it, below it at most all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadApart(Finding):
    """Một người gánh khối lượng quy đổi nhiều hơn hẳn (hoặc ít hơn hẳn) cả nhóm.

    Có thể do phân công lệch, do hệ số ghi nhầm, hoặc do vị trí việc làm thật sự khác. Đây là lời nhắc
    cho người lãnh đạo, không trừ điểm ai. Nhóm dưới 8 người không xét.
    """

    code: ClassVar[str] = "L06"
    message: ClassVar[Text] = Text(
        "{officer} được giao {units} sản phẩm quy đổi, {times} lần trung vị {middle} của {people} "
        "người trong nhóm {group}.",
        "{officer} was assigned {units} converted products, {times} times the median {middle} of the "
        "{people} people of the group {group}.",
    )
    fix: ClassVar[Text] = Text(
        "Xem lại phân công và hệ số quy đổi của người này so với cả nhóm.",
        "Look at what this person was assigned, and its coefficients, beside the group's.",
    )
    wrong: ClassVar[str] = (
        "| Người thực hiện | Sản phẩm quy đổi |\n|---|---|\n| Nguyễn Văn An | 96 |\n| 9 người khác | 20–28 |"
    )
    right: ClassVar[str] = (
        "| Người thực hiện | Sản phẩm quy đổi |\n|---|---|\n| Nguyễn Văn An | 30 |\n| 9 người khác | 20–28 |"
    )

    severity: Severity = Severity.NOTE
    officer: str
    units: Fraction
    times: Fraction
    middle: Fraction
    people: int
    group: Text


def _loads(submission: Submission, _: Results, __: RulesOf) -> Iterator[Finding]:
    units = _units(submission)
    away = away_ids(submission)
    groups: dict[Text, list[Officer]] = defaultdict(list)
    for officer in submission.officers:
        if officer.id in units and officer.id not in away:
            groups[_group(officer)].append(officer)
    for group, officers in groups.items():
        loads = [units[officer.id] for officer in officers]
        if len(loads) < _LEAST_GROUP:
            continue
        middle, spread = median(loads), deviation(loads)
        for officer, load in zip(officers, loads, strict=True):
            if _is_far(load, middle, spread):
                yield LoadApart(
                    at=officer.at.cell("name"),
                    officer=officer.name,
                    units=load,
                    times=load / middle,
                    middle=middle,
                    people=len(loads),
                    group=group,
                )


def _is_far(load: Fraction, middle: Fraction, spread: Fraction) -> bool:
    if load > middle:
        return load >= _TIMES * middle and load - middle > _ABOVE * spread
    return load * _TIMES <= middle and middle - load > _BELOW * spread


def _units(submission: Submission) -> Mapping[str, Fraction]:
    """Converted units assigned to each person; nobody for whom one of them is unknown."""
    found: dict[str, Fraction] = defaultdict(Fraction)
    unknown: set[str] = set()
    for task in submission.tasks:
        owners: Sequence[str] = task.owners[0].officers if len(task.owners) == 1 else ()
        for owner in owners:
            if isinstance(task.assigned, Decimal) and isinstance(task.coefficient, Decimal):
                found[owner] += Fraction(task.assigned) * Fraction(task.coefficient)
            elif task.category.in_denominator:
                unknown.add(owner)
    return {owner: units for owner, units in found.items() if owner not in unknown and units > 0}


_LEADERS = Text("lãnh đạo, quản lý", "leaders")
_OTHERS = Text("không giữ chức vụ lãnh đạo", "others")


def _group(officer: Officer) -> Text:
    """People of similar duties: the roster's own group, else leaders and others apart."""
    if officer.group:
        return Text(f"“{officer.group}”", f'"{officer.group}"')
    return _LEADERS if officer.post.leads else _OTHERS


CHECKS: tuple[After, ...] = (Check("loads apart", ("L06",), ("tasks", "coefficients"), _loads),)
