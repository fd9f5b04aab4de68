"""The parts d, đ and e of those who lead (NĐ 335 Đ15.3): each is full or reduced, nothing between."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.marks import LeaderParts
from cadre_cli.domain.officers import Doubt
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification, Missing, NotRated
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Step
from cadre_cli.domain.values import Number
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.method import Evidence
from cadre_cli.scoring.steps import Bases, chosen, constant, given

Read = Step | Missing

LABELS = {
    "d": Text("Kết quả hoạt động của tập thể phụ trách (d)", "Results of those led (d)"),
    "dd": Text("Khả năng tổ chức triển khai (đ)", "Ability to organise the work (đ)"),
    "e": Text("Năng lực tập hợp, đoàn kết (e)", "Ability to unite people (e)"),
}
_LETTERS = {"d": "d", "dd": "đ", "e": "e"}
_NOBODY_LED = Text(
    "không thấy ai do người này lãnh đạo để tính thành phần d: ghi 100 % hoặc 50 % vào cột d ở dòng "
    "của người này (thêm cột nếu chưa có), hoặc ghi đúng đơn vị của người này và của những người ấy",
    "nobody is known to be led by them, whose totals would make part d: write 100 % or 50 % into the "
    "column d of their row (add it if need be), or correct their unit and that of those they lead",
)


def leader_parts(evidence: Evidence, rules: RuleSet) -> tuple[Read, Read, Read]:
    """d, đ, e of one leader; d is computed from those led unless the office decided otherwise."""
    choice, own = rules.choice("leader_d"), evidence.leader_parts
    if choice.taken == "computed" and evidence.led:
        d = _computed(evidence, rules)
    else:
        basis: Bases = () if choice.taken == "computed" else (choice.basis,)
        d = _entered("d", evidence, rules, basis)
        if isinstance(d, Missing) and choice.taken == "computed" and _stated(own) is None:
            d = Missing(_NOBODY_LED, _cell(own, "d", evidence))
    return d, _entered("dd", evidence, rules), _entered("e", evidence, rules)


def post_not_written(evidence: Evidence, rules: RuleSet) -> Doubt | None:
    """That parts of leaders are filled in for somebody whose post nobody has written.

    By the three parts of staff the class may be another one, so there is none until the post is
    written. A 0 is no part: forms with these columns for everyone print it.
    """
    officer, parts = evidence.officer, evidence.leader_parts
    if officer.position is not None or officer.post.leads or officer.post_stated:
        return None
    if parts is None or "leader_d" not in rules.choices:
        return None
    filled = parts.filled
    if not filled:
        return None
    letters = ", ".join(_LETTERS[key] for key in filled)
    what = Text(
        f"có thành phần {letters} của lãnh đạo nhưng chưa ghi chức vụ",
        f"has the part {letters} of leaders, but no post is written",
    )
    return Doubt(what, parts.cell(filled[0]))


def _entered(key: str, evidence: Evidence, rules: RuleSet, more: Bases = ()) -> Read:
    """A part as the office entered it: one of the two levels of the rule, else it is missing."""
    parts = evidence.leader_parts
    value = None if parts is None else getattr(parts, key)
    at = _cell(parts, key, evidence)
    letter = _LETTERS[key]
    if value is None:
        return Missing(
            Text(f"lãnh đạo chưa có thành phần {letter}", f"a leader without part {letter}"), at
        )
    levels = {rules.value("leader_part_full").value, rules.value("leader_part_reduced").value}
    if value not in levels:
        return Missing(_neither_level(letter, value), at)
    entered = given(LABELS[key], value, at)
    basis = (rules.passage(f"leader_{key}"), *more)
    return chosen(LABELS[key], entered, basis=basis, key=key)


def _neither_level(letter: str, value: Number) -> Text:
    if not isinstance(value, Decimal):
        return Text(
            f"thành phần {letter} không đọc được, chỉ nhận 100 % hoặc 50 %",
            f"part {letter} cannot be read, it can only be 100 % or 50 %",
        )
    percent = Fraction(value) * 100
    return Text(
        f"{letter} = {shown(percent)} %, chỉ nhận 100 % hoặc 50 %",
        f"{letter} = {shown(percent, 'en')} %, it can only be 100 % or 50 %",
    )


def _cell(parts: LeaderParts | None, key: str, evidence: Evidence) -> CellRef:
    if parts is not None:
        return parts.cell(key)
    row = evidence.officer.at if evidence.common is None else evidence.common.at
    return row.cell("name", "who")


def _computed(evidence: Evidence, rules: RuleSet) -> Read:
    """Full when everybody led who has a total reaches the least total, else reduced.

    Somebody already below it settles the matter; until then a total that is lacking for want of
    data leaves d open. Those on leave, without tasks or not scored here never lower it, and those
    whose data another rule set asks for do not leave it open: Đ15.3a is about the civil servants.
    """
    least = constant(rules.value("led_least_total"))
    totals = [_total_of(result) for result in evidence.led if result.score.root is not None]
    below = [step for step in totals if step.value < least.value]
    unsettled = [result for result in evidence.led if _lacks_data(result, rules)]
    if unsettled and not below:
        names = ", ".join(result.officer.name for result in unsettled)
        lack = "lacks" if len(unsettled) == 1 else "lack"
        what = Text(
            f"chưa tính được thành phần d: {names} chưa đủ dữ liệu để có điểm",
            f"part d cannot be computed: {names} {lack} data for a total",
        )
        return Missing(what, unsettled[0].officer.at.cell("name"))
    level = "leader_part_reduced" if below else "leader_part_full"
    decisive = below or sorted(totals, key=lambda step: step.value)[:1]
    return chosen(
        LABELS["d"],
        constant(rules.value(level)),
        least,
        *decisive,
        basis=(rules.passage("leader_d"),),
        note=_note(evidence, len(totals), len(below)),
        key="d",
    )


def _total_of(result: Classification) -> Step:
    """The total of somebody led as a leaf: it is explained at that person's own result."""
    officer = result.officer
    label = Text(f"Tổng điểm của {officer.name}", f"Total of {officer.name}")
    value = result.score.root.value if result.score.root is not None else 0
    return given(label, value, officer.at.cell("name"))


def _lacks_data(result: Classification, rules: RuleSet) -> bool:
    """Whether a total under the same rules is wanting for lack of data, also beside a forced class."""
    if result.score.rule_set != rules.id:
        return False
    expected = result.not_rated in (None, NotRated.INCOMPLETE)
    return expected and result.score.root is None and not result.score.nothing_assigned


def _note(evidence: Evidence, counted: int, below: int) -> Text:
    vi = f"{counted} người được lãnh đạo có điểm, {below} người dưới mức"
    en = f"{counted} people led have a total, {below} below the least total"
    left_out = [result for result in evidence.led if result.score.root is None]
    if left_out:
        names = ", ".join(result.officer.name for result in left_out)
        vi += f"; không tính: {names}"
        en += f"; left out: {names}"
    stated = _stated(evidence.leader_parts)
    if stated is not None:
        vi += f"; bảng ghi d = {shown(stated)}, không dùng"
        en += f"; the sheet's d = {shown(stated, 'en')} is not used"
    return Text(vi, en)


def _stated(parts: LeaderParts | None) -> Number:
    return None if parts is None else parts.d
