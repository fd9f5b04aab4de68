"""One person's score in a few sentences, in words a cadre understands, with their own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cadre_cli.domain.results import Classification
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.reports.cited import basis_words, grade_names, not_rated_name, own_reasons
from cadre_cli.rules.schema import RuleSet

_MOST = 5
"""Tasks named one by one; the rest stand in the steps."""
_COMMON = Text("Điểm tiêu chí chung: {points}{most}.", "Common criteria: {points}{most}.")
_OF = Text(" trên {most}", " of {most}")
_QUANTITY = Text(
    "Số lượng: được giao {assigned} đơn vị sản phẩm quy đổi, hoàn thành {done}, bằng {share} %.",
    "Quantity: {assigned} converted units assigned, {done} done, {share} %.",
)
_QUALITY = Text(
    "Chất lượng: {counted} đơn vị đạt yêu cầu, bằng {share} %.",
    "Quality: {counted} units met the requirements, {share} %.",
)
_PROGRESS = Text(
    "Tiến độ: {counted} đơn vị đúng hạn, bằng {share} %.",
    "Progress: {counted} units on time, {share} %.",
)
_TAKEN = Text("  Bị trừ {taken} ở việc “{task}”.", '  {taken} taken off the task "{task}".')
_SHORT = Text(
    "  Chưa xong: “{task}”, giao {assigned}, hoàn thành {done}.",
    '  Not finished: "{task}", {assigned} assigned, {done} done.',
)
_MORE = Text(
    "  … và {count} việc nữa, xem từng bước.", "  … and {count} more tasks, see the steps."
)
_LEADER = Text("Phần của người lãnh đạo: {parts}.", "The parts of those who lead: {parts}.")
_RESULT = Text(
    "Kết quả thực hiện nhiệm vụ: {share} %, được {points} điểm.",
    "Result of the tasks: {share} %, {points} points.",
)
_BONUS = Text("Điểm cộng: {points}.", "Bonus: {points}.")
_PENALTY = Text("Điểm trừ: {points}.", "Penalty: {points}.")
_TOTAL = Text("Tổng điểm: {total}. Mức đề nghị: {grade}.", "Total: {total}. Proposed: {grade}.")
_NO_TOTAL = Text("Chưa có tổng điểm. {why}.", "There is no total. {why}.")
_WHY = Text("Vì: {reason}", "Because: {reason}")
_LETTERS = {"d": "d", "dd": "đ", "e": "e"}


def in_words(
    result: Classification, rules: Mapping[str, RuleSet], lang: str, decimals: int = 2
) -> tuple[str, ...]:
    """The sentences, those about the tasks indented by two spaces."""
    own = rules.get(str(result.officer.kind))
    return tuple(_sentences(result, own, _Numbers(lang, decimals), lang))


class _Numbers:
    """Numbers as a sentence writes them: rounded for display, never for a class."""

    def __init__(self, lang: str, decimals: int) -> None:
        self.lang, self.decimals = lang, decimals

    def __call__(self, value: Fraction) -> str:
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        rounded = exact.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        text = format(rounded, "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return shown(Decimal(text), self.lang)

    def percent(self, value: Fraction) -> str:
        return self(value * 100)


def _sentences(
    result: Classification, rules: RuleSet | None, number: _Numbers, lang: str
) -> Iterator[str]:
    parts = result.score.parts
    if "common" in parts:
        most = (
            "" if rules is None or "common_max" not in rules.values else rules.value("common_max")
        )
        of = Text("", "") if isinstance(most, str) else _OF.fill(most=most.value)
        yield _COMMON.fill(points=number(parts["common"].value), most=of).of(lang)
    if "a" in parts:
        yield from _products(parts, number, lang)
    led = [key for key in _LETTERS if key in parts]
    if led:
        told = ", ".join(f"{_LETTERS[key]} = {number.percent(parts[key].value)} %" for key in led)
        yield _LEADER.fill(parts=told).of(lang)
    if "result" in parts and "points" in parts:
        share, points = number.percent(parts["result"].value), number(parts["points"].value)
        yield _RESULT.fill(share=share, points=points).of(lang)
    for key, words in (("bonus", _BONUS), ("penalty", _PENALTY)):
        if key in parts:
            yield words.fill(points=number(parts[key].value)).of(lang)
    yield from _class(result, rules, number, lang)


def _products(parts: Mapping[str, Step], number: _Numbers, lang: str) -> Iterator[str]:
    """Quantity, quality and progress: what they come to, and the tasks that cost something."""
    done, assigned = _shares(parts["a"])
    yield _QUANTITY.fill(
        assigned=number(assigned.value),
        done=number(done.value),
        share=number.percent(parts["a"].value),
    ).of(lang)
    finished = {_task(step): step.value for step in done.inputs}
    given = {_task(step): step.value for step in assigned.inputs}
    short = [
        _SHORT.fill(task=name, assigned=number(whole), done=number(finished.get(name, Fraction(0))))
        for name, whole in given.items()
        if finished.get(name, Fraction(0)) < whole
    ]
    yield from _told(short, lang)
    for key, words in (("b", _QUALITY), ("c", _PROGRESS)):
        if key not in parts:
            continue
        counted, _ = _shares(parts[key])
        share = number.percent(parts[key].value)
        yield words.fill(counted=number(counted.value), share=share).of(lang)
        taken = [
            _TAKEN.fill(task=_task(step), taken=number(finished[_task(step)] - step.value))
            for step in counted.inputs
            if step.value < finished.get(_task(step), step.value)
        ]
        yield from _told(taken, lang)


def _told(sentences: list[Text], lang: str) -> Iterator[str]:
    yield from (sentence.of(lang) for sentence in sentences[:_MOST])
    if len(sentences) > _MOST:
        yield _MORE.fill(count=len(sentences) - _MOST).of(lang)


def _shares(part: Step) -> tuple[Step, Step]:
    """Numerator and denominator of a, b or c, below a ceiling where there is one."""
    ratio = part if part.operation is Operation.RATIO else part.inputs[0]
    return ratio.inputs[0], ratio.inputs[1]


def _task(step: Step) -> str:
    """The task a line's step is about: its label behind the first colon."""
    return step.label.vi.partition(": ")[2] or step.label.vi


def _class(
    result: Classification, rules: RuleSet | None, number: _Numbers, lang: str
) -> Iterator[str]:
    root = result.score.root
    names = {} if rules is None else grade_names({rules.kind: rules})
    if result.grade is not None and root is not None:
        grade = names.get(result.grade, result.grade)
        yield _TOTAL.fill(total=number(root.value), grade=grade).of(lang)
    elif result.grade is not None:
        yield names.get(result.grade, result.grade)
    else:
        why = not_rated_name(result.not_rated).of(lang) if result.not_rated is not None else ""
        yield _NO_TOTAL.fill(why=why[:1].upper() + why[1:]).of(lang)
    for reason in own_reasons(result):
        passages = "; ".join(basis_words(basis, lang) for basis in reason.basis)
        cited = f" ({passages})" if passages else ""
        yield _WHY.fill(reason=reason.text).of(lang) + cited
    for missing in result.score.missing if result.grade is None else ():
        yield f"  – {missing.what.of(lang)}"
