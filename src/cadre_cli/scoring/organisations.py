"""Classes of organisations (NĐ 335 Đ5–Đ9), and the head who may not stand above the own one (Đ20.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.officers import Post
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import OrganisationResult, Reason
from cadre_cli.domain.stated import OrganisationRecord
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Step
from cadre_cli.rules.book import ORGANISATION
from cadre_cli.rules.schema import NoRuleInForce, RuleSet, RulesOf
from cadre_cli.scoring.conditions import judge
from cadre_cli.scoring.ranking import cap_limit
from cadre_cli.scoring.steps import given, total
from cadre_cli.vietnamese.text import key


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What is known of one organisation's year: points of 100 and what its class asks beside them."""

    common: Fraction | None = None
    result: Fraction | None = None
    measures: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrganisationRating:
    """The class proposed; `grade` is None while points are missing or no class fits.

    `settled` is False where it follows the points and conditions nobody recorded are still open.
    """

    total: Fraction | None
    by_points: str | None
    grade: str | None
    reasons: tuple[Reason, ...]
    settled: bool = False


def rate_organisation(facts: OrganisationFacts, rules: RuleSet) -> OrganisationRating:
    """Points decide the highest class possible; the conditions of Đ8 must hold beside them."""
    wrong = _out_of_range(facts, rules)
    if wrong is not None:
        return OrganisationRating(None, None, None, (wrong,))
    total = None
    if facts.common is not None and facts.result is not None:
        total = facts.common + facts.result
    by_points = None if total is None else rules.grade_for(total)
    judged = judge(rules, facts.measures, highest=None if by_points is None else by_points.code)
    ground = judged.grade == rules.grades[-1].code
    if total is None or by_points is None:
        reasons = judged.reasons if ground else (_no_points(),)
        return OrganisationRating(None, None, judged.grade if ground else None, reasons, ground)
    band = Text(
        f"{shown(total)} điểm: {by_points.name}", f"{shown(total, 'en')} points: {by_points.code}"
    )
    reasons = (Reason(band, (by_points.basis,)), *judged.reasons)
    grade = judged.proposed(by_points.code, rules)
    return OrganisationRating(
        total, by_points.code, grade, reasons, settled=judged.grade is not None
    )


_COMMON = Text("Điểm tiêu chí chung của cơ quan, đơn vị", "The organisation's common criteria")
_RESULT = Text("Điểm kết quả của cơ quan, đơn vị", "The organisation's results")
_TOTAL = Text("Tổng điểm của cơ quan, đơn vị", "The organisation's total")
_FROM_TABLE = Text(
    "đếm trong chính bảng này, theo mức của từng đơn vị",
    "counted in this very table, by the class of each unit",
)


def assess_organisations(
    submission: Submission, rules_of: RulesOf
) -> tuple[OrganisationResult, ...]:
    """Every organisation on record in the order of its table; the units before the office itself.

    Whether a direct unit failed is counted for the office where its row does not say.
    """
    if not submission.organisations:
        return ()
    try:
        rules = rules_of(ORGANISATION)
    except NoRuleInForce as gap:
        reason = Reason(gap.text)
        return tuple(_unruled(each, reason) for each in submission.organisations)
    units = {
        id(each): _assessed(each, rules)
        for each in submission.organisations
        if each.unit is not None
    }
    failed = _failed_units(tuple(units.values()), rules, _units_of(submission))
    units = _within_cap(units, rules)
    return tuple(
        units[id(each)] if each.unit is not None else _assessed(each, rules, failed)
        for each in submission.organisations
    )


def _within_cap(
    units: dict[int, OrganisationResult], rules: RuleSet
) -> dict[int, OrganisationResult]:
    """The units with the cap told to each at the top, where more stand there than it allows (Đ8.5).

    They are all recognised by the head of the office; who of them stays is for that authority.
    """
    highest = rules.grades[0].code
    classes = [each.held for each in units.values() if each.held is not None]
    base, share = rules.choice("cap_base"), rules.choice("cap_share")
    good = [code for code in classes if code in {grade.code for grade in rules.grades[:2]}]
    counted = len(classes) if base.taken == "all_rated" else len(good)
    limit = cap_limit(counted, Fraction(share.taken), base.taken)
    top = classes.count(highest)
    if top <= limit:
        return units
    text = Text(
        f"{top} đơn vị ở mức Hoàn thành xuất sắc, tỷ lệ cho phép {limit}; cấp có thẩm quyền chọn",
        f"{top} units stand at the highest class, the cap allows {limit}; the authority chooses",
    )
    reason = Reason(text, (rules.passage("cap"), base.basis, share.basis))
    return {
        place: replace(each, reasons=(*each.reasons, reason)) if each.held == highest else each
        for place, each in units.items()
    }


def _unruled(record: OrganisationRecord, reason: Reason) -> OrganisationResult:
    return OrganisationResult(record, "", None, None, None, (reason,))


def _units_of(submission: Submission) -> frozenset[str]:
    """The units on the roster, without the leaders of the office themselves."""
    above = {each.unit for each in submission.officers if each.post is Post.HEAD_OF_OFFICE}
    named = {each.unit for each in submission.officers} - above
    return frozenset(key(unit) for unit in named if unit)


def _failed_units(
    units: tuple[OrganisationResult, ...], rules: RuleSet, known: frozenset[str]
) -> Fraction | None:
    """How many units stand in the lowest class; None while that of one of them is not known.

    That none failed is only known of a table that has every unit on the roster.
    """
    classes = [each.held for each in units]
    failed = classes.count(rules.grades[-1].code)
    listed = {key(each.record.unit or "") for each in units}
    whole = bool(known) and known <= listed and None not in classes
    return Fraction(failed) if failed or whole else None


def _assessed(
    record: OrganisationRecord, rules: RuleSet, failed: Fraction | None = None
) -> OrganisationResult:
    facts = OrganisationFacts(_exact(record.common), _exact(record.result), dict(_measured(record)))
    counted: tuple[Reason, ...] = ()
    if failed is not None and "units_failed" not in facts.measures:
        facts = replace(facts, measures={**facts.measures, "units_failed": failed})
        told = Text(
            f"{failed} đơn vị trực thuộc Không hoàn thành: {_FROM_TABLE.vi}",
            f"{failed} units failed: {_FROM_TABLE.en}",
        )
        counted = (Reason(told, routine=True),)
    rated = rate_organisation(facts, rules)
    return OrganisationResult(
        record,
        rules.id,
        None if rated.total is None else _root(record, rules),
        rated.by_points,
        rated.grade,
        (*rated.reasons, *counted, *_lent(rules)),
        rated.settled,
    )


def _exact(points: object) -> Fraction | None:
    return Fraction(points) if isinstance(points, Decimal) else None


def _measured(record: OrganisationRecord) -> Iterator[tuple[str, Fraction]]:
    """The measures that are known; one that could not be read is as unknown as one not written."""
    for name, value in record.measures.items():
        if isinstance(value, Decimal):
            yield name, Fraction(value)


def _root(record: OrganisationRecord, rules: RuleSet) -> Step | None:
    """The total as a trace: both groups of criteria from their cells (Đ6, Đ7)."""
    if not isinstance(record.common, Decimal) or not isinstance(record.result, Decimal):
        return None
    common = given(
        _COMMON, record.common, record.at.cell("common"), basis=(rules.passage("common"),)
    )
    result = given(
        _RESULT, record.result, record.at.cell("result"), basis=(rules.passage("result"),)
    )
    return total(_TOTAL, (common, result), key="total")


def _lent(rules: RuleSet) -> Iterator[Reason]:
    """The decree classes organisations yearly (Đ9.1): for a shorter period its rules are only lent."""
    if rules.chosen_by:
        text = Text(
            "văn bản xếp loại cơ quan theo năm; kỳ ngắn hơn chỉ là tham khảo",
            "organisations are classed by the year; a shorter period is for reference only",
        )
        yield Reason(text, rules.chosen_by)


def held_to_organisation(grade: str, organisation: str, rules: RuleSet) -> str:
    """The head's class, never above the organisation's."""
    codes = [each.code for each in rules.grades]
    return codes[max(codes.index(grade), codes.index(organisation))]


def _out_of_range(facts: OrganisationFacts, rules: RuleSet) -> Reason | None:
    for points, name in ((facts.common, "common_max"), (facts.result, "result_full")):
        most = rules.value(name)
        if points is not None and not 0 <= points <= most.value:
            text = Text(
                f"{shown(points)} điểm, ngoài mức 0–{shown(most.value)}: {most.meaning}",
                f"{shown(points, 'en')} points, outside 0–{shown(most.value, 'en')} ({name})",
            )
            return Reason(text, (most.basis,))
    return None


def _no_points() -> Reason:
    return Reason(Text("chưa có điểm của cơ quan", "the organisation has no points"))
