"""What the methods of an office's own 100 points share: bonus and penalty, and the total held in range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.marks import Mark
from cadre_cli.domain.results import Missing
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis, Step
from cadre_cli.rules.schema import RuleSet, Valued
from cadre_cli.scoring.method import Evidence
from cadre_cli.scoring.steps import Bases, capped, constant, difference, floored, given, total

TOTAL = Text("Tổng điểm", "Total")
_BONUS = Text("Điểm cộng", "Bonus")
_PENALTY = Text("Điểm trừ", "Penalty")
_NAMES = {"bonus": _BONUS, "penalty": _PENALTY, "signed": Text("Điểm cộng, trừ", "Bonus, penalty")}
_AS_NEGATIVE = Text(
    "bảng ghi số âm: cũng là trừ", "written as a negative number: taken off all the same"
)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Bonus and penalty as steps, None where the sheet gives none, or what cannot be read of them."""

    bonus: Step | None = None
    penalty: Step | None = None
    missing: tuple[Missing, ...] = ()

    def parts(self) -> dict[str, Step]:
        """The steps by their keys."""
        both = {"bonus": self.bonus, "penalty": self.penalty}
        return {key: step for key, step in both.items() if step is not None}


def adjusted(evidence: Evidence, rules: RuleSet) -> Adjusted:
    """The bonus and penalty on record; a blank is none, what cannot be read is never 0."""
    marks = () if evidence.common is None else evidence.common.adjustments
    told = [mark for mark in marks if mark.points is not None]
    missing = [lacking for lacking in map(_lacking, told) if lacking is not None]
    bonus, penalty = _one(told, "bonus"), _one(told, "penalty")
    if isinstance(bonus, Missing) or isinstance(penalty, Missing) or missing:
        unclear = [each for each in (bonus, penalty) if isinstance(each, Missing)]
        return Adjusted(missing=tuple(dict.fromkeys((*missing, *unclear))))
    return Adjusted(
        None if bonus is None else _held_bonus(bonus, rules),
        None if penalty is None else replace(penalty, key="penalty"),
    )


def held_total(plus: Sequence[Step], beside: Adjusted, rules: RuleSet, *, basis: Bases) -> Step:
    """Points + bonus − penalty, held between 0 and the scale of the rules; its key is "total"."""
    added = [*plus, *([] if beside.bonus is None else [beside.bonus])]
    step = total(TOTAL, added, basis=basis)
    if beside.penalty is not None:
        step = difference(TOTAL, step, beside.penalty, basis=basis)
    scale = rules.value("scale")
    if step.value > scale.value:
        step = capped(TOTAL, step, constant(scale), basis=basis)
    if step.value < 0:
        none = Valued("zero", Decimal(0), scale.basis)
        step = floored(
            TOTAL, step, constant(none, Text("Không dưới 0", "Never below 0")), basis=basis
        )
    return replace(step, key="total")


def rests_on(rules: RuleSet, passage: str) -> tuple[Basis, ...]:
    """The passage, the split where the rules' own numbers follow it, and why they apply at all."""
    split = rules.choices.get("local_2024_split")
    follows = split is not None and any(v.basis == split.basis for v in rules.values.values())
    chosen = (split.basis,) if split is not None and follows else ()
    return (rules.passage(passage), *chosen, *rules.chosen_by)


def _lacking(mark: Mark) -> Missing | None:
    name = _NAMES[mark.criterion]
    if not isinstance(mark.points, Decimal):
        return Missing(Text(f"{name.vi} không đọc được", f"{name.en} cannot be read"), mark.at)
    if mark.criterion == "bonus" and mark.points < 0:
        return Missing(Text(f"{name.vi} không thể nhỏ hơn 0", f"{name.en} is below 0"), mark.at)
    return None


def _one(marks: Sequence[Mark], what: str) -> Step | Missing | None:
    """The one value of the bonus or the penalty; sheets that repeat it must agree."""
    found: list[Step] = []
    for mark in marks:
        points = mark.points
        if not isinstance(points, Decimal) or points == 0 or _sort(mark, points) != what:
            continue
        note = _AS_NEGATIVE if what == "penalty" and points < 0 else None
        found.append(given(_NAMES[what], abs(points), mark.at, note=note))
    if len({step.value for step in found}) > 1:
        name = _NAMES[what]
        text = Text(f"{name.vi} có hai mức khác nhau", f"{name.en} has two different values")
        return Missing(text, found[-1].at)
    return found[0] if found else None


def _sort(mark: Mark, points: Decimal) -> str:
    if mark.criterion != "signed":
        return mark.criterion
    return "bonus" if points > 0 else "penalty"


def _held_bonus(bonus: Step, rules: RuleSet) -> Step:
    most = rules.values.get("bonus_max")
    if most is None or bonus.value <= most.value:
        return replace(bonus, key="bonus")
    return capped(_BONUS, bonus, constant(most), key="bonus")
