"""Two scores of one person walked side by side: the first steps, cells and choices that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cadre_cli.domain.comparison import Cause, CauseKind
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Classification
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.domain.trace import Operation, Step
from cadre_cli.reports.cited import all_cited, lacking_of, own_reasons
from cadre_cli.reports.explanation import topmost

_LISTS = (Operation.SUM, Operation.MEAN)
"""Operations whose inputs are a list: a task more or less moves all behind it."""


def causes_of(a: Classification, b: Classification) -> tuple[Cause, ...]:
    """Why two results of one person differ, the widest cause first, each once."""
    found: list[Cause] = []
    if a.score.rule_set != b.score.rule_set:
        rules = Text("Bộ quy định", "Rule set")
        found.append(Cause(CauseKind.RULES, rules, a.score.rule_set, b.score.rule_set))
    found += _choices(a, b)
    walk = _Walk()
    if not found or _same_shape(a, b):
        left, right = _by_key(topmost(a)), _by_key(topmost(b))
        for name in (*left, *(other for other in right if other not in left)):
            walk.both(left.get(name), right.get(name), ())
        # A ceiling above them may make totals alike whose parts are not.
        for name, step in a.score.parts.items():
            if name in b.score.parts:
                walk.both(step, b.score.parts[name], ())
    found += walk.causes
    found += _lacking(a, b)
    found += _reasons(a, b)
    return tuple(dict.fromkeys(found))


def _same_shape(a: Classification, b: Classification) -> bool:
    """Whether both were worked out from the same parts, so that their steps can be laid side by side."""
    left, right = set(a.score.parts), set(b.score.parts)
    return left <= right or right <= left


def _by_key(steps: Sequence[Step]) -> dict[str, Step]:
    return {step.key or step.label.vi: step for step in steps}


def _choices(a: Classification, b: Classification) -> Iterator[Cause]:
    """Choices that both rest on, taken otherwise."""
    left = {basis.choice: basis for basis in a.bases() if basis.choice}
    right = {basis.choice: basis for basis in b.bases() if basis.choice}
    for name in sorted(left.keys() | right.keys()):
        one, other = left.get(name), right.get(name)
        if one is not None and other is not None and one.option != other.option:
            yield Cause(
                CauseKind.CHOICE,
                verbatim(name),
                one.option,
                other.option,
                all_cited([one], "vi"),
                all_cited([other], "vi"),
            )


@dataclass(slots=True)
class _Walk:
    """Two trees gone through together; each pair of steps is looked at once."""

    causes: list[Cause] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    alone: set[tuple[CauseKind, str]] = field(default_factory=set)

    def both(self, a: Step | None, b: Step | None, path: tuple[Text, ...]) -> bool:
        """Tell where two steps part, as deep below them as the cause lies; whether they do."""
        if a is None or b is None:
            self._one_sided(a, b, path)
            return True
        if a.value == b.value:
            return False
        if (id(a), id(b)) in self.seen:
            return True
        self.seen.add((id(a), id(b)))
        if not a.inputs or not b.inputs:
            self._leaf(a, b, path)
            return True
        below = (*path, a.label)
        if a.operation is not b.operation:
            return self._other_way(a, b, below)
        parted = [self.both(left, right, below) for left, right in _laid_side_by_side(a, b)]
        if not any(parted):
            self.causes.append(_cause(CauseKind.STEP, a, b, path))
        return True

    def _other_way(self, a: Step, b: Step, path: tuple[Text, ...]) -> bool:
        """Worked out otherwise: by what went in, such as a failure that only one has; else the way."""
        left, right = (_given(step) for step in (a, b))
        before = len(self.causes)
        for name in (*left, *(other for other in right if other not in left)):
            self.both(left.get(name), right.get(name), path)
        if len(self.causes) == before:
            self.causes.append(_cause(CauseKind.STEP, a, b, path[:-1]))
        return True

    def _leaf(self, a: Step, b: Step, path: tuple[Text, ...]) -> None:
        constant = Operation.CONSTANT in (a.operation, b.operation)
        self.causes.append(_cause(CauseKind.NUMBER if constant else CauseKind.CELL, a, b, path))

    def _one_sided(self, a: Step | None, b: Step | None, path: tuple[Text, ...]) -> None:
        step = a or b
        if step is None:
            return
        kind = CauseKind.REMOVED if b is None else CauseKind.ADDED
        # One line of work stands in the sums of a, b and c alike: it is told once.
        told = (kind, _name(step) if step.inputs else f"{_where(step)} {step.label.vi}")
        if told not in self.alone:
            self.alone.add(told)
            self.causes.append(_cause(kind, a, b, () if step.inputs else path))


def _name(step: Step) -> str:
    """What a step is about: the task, without the word for what is counted of it."""
    return step.key or step.label.vi.partition(": ")[2] or step.label.vi


def _given(step: Step) -> dict[str, Step]:
    """What was read from cells below a step, by its words."""
    found: dict[str, Step] = {}
    for part in step.walk():
        if part.operation is Operation.GIVEN:
            found.setdefault(part.label.vi, part)
    return found


def _laid_side_by_side(a: Step, b: Step) -> Iterator[tuple[Step | None, Step | None]]:
    if a.operation not in _LISTS and len(a.inputs) == len(b.inputs):
        yield from zip(a.inputs, b.inputs, strict=True)
        return
    waiting: dict[str, list[Step]] = defaultdict(list)
    for step in b.inputs:
        waiting[_name(step)].append(step)
    for step in a.inputs:
        same = waiting[_name(step)]
        yield step, same.pop(0) if same else None
    for rest in waiting.values():
        for step in rest:
            yield None, step


def _cause(kind: CauseKind, a: Step | None, b: Step | None, path: tuple[Text, ...]) -> Cause:
    step = a or b
    label = verbatim("") if step is None else step.label
    return Cause(
        kind,
        label,
        None if a is None else a.value,
        None if b is None else b.value,
        _where(a),
        _where(b),
        path,
    )


def _where(step: Step | None) -> str:
    """The cell of an input, the passage of a number, the first cell of anything else."""
    if step is None:
        return ""
    if step.at is None and step.basis:
        return all_cited(step.basis, "vi")
    at = step.at or _first_cell(step)
    return "" if at is None else f"{at.file}: {at}"


def _first_cell(step: Step) -> CellRef | None:
    return next((part.at for part in step.walk() if part.at is not None), None)


def _lacking(a: Classification, b: Classification) -> Iterator[Cause]:
    left = {each.what: each.at for each in lacking_of(a)}
    right = {each.what: each.at for each in lacking_of(b)}
    for what, at in left.items():
        if what not in right:
            yield Cause(CauseKind.LACKING, what, at_a=_cell(at))
    for what, at in right.items():
        if what not in left:
            yield Cause(CauseKind.LACKING, what, at_b=_cell(at))


def _cell(at: CellRef | None) -> str:
    return "" if at is None else f"{at.file}: {at}"


def _reasons(a: Classification, b: Classification) -> Iterator[Cause]:
    """Reasons that only one side has for its class, routine ones left out."""
    left = {each.text: each for each in own_reasons(a) if not each.routine}
    right = {each.text: each for each in own_reasons(b) if not each.routine}
    for text, reason in left.items():
        if text not in right:
            yield Cause(
                CauseKind.REASON, text, at_a=_cell(reason.at) or all_cited(reason.basis, "vi")
            )
    for text, reason in right.items():
        if text not in left:
            yield Cause(
                CauseKind.REASON, text, at_b=_cell(reason.at) or all_cited(reason.basis, "vi")
            )
