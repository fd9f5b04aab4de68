"""Two sets of results line by line: who is missing, what differs, and which step, cell or choice did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import PurePosixPath

from cadre_cli.domain.comparison import (
    FIELDS,
    Cause,
    Changed,
    Comparison,
    Difference,
    Form,
    Ground,
    GroundDifference,
    Side,
    Standing,
    Told,
)
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.entered import causes_between
from cadre_cli.pipeline.pairing import pair
from cadre_cli.pipeline.step_differences import causes_of
from cadre_cli.reports.parts.provenance import PARTS
from cadre_cli.vietnamese.text import key

_PERIOD = Text("Kỳ đánh giá", "Period")
_OF_A_SET = ("choice.", "rule_set.")
_GROUNDS = ("as_of", "cadre.version", "option.", "rules.", "rule_set.", "choice.", "decision.")
"""Keys of “Căn cứ” that may move a result, beside the sources."""


def compare(a: Side, b: Side) -> Comparison:
    """Everything that differs between two sets of results of one office and period."""
    paired = pair(a.people, b.people)
    # A list tells no reasons, and everything is another's in another period.
    with_causes = Form.LIST not in (a.form, b.form) and a.period == b.period
    changed: list[Changed] = []
    for one, other in paired.pairs:
        differences = tuple(_differences(one, other))
        if differences:
            causes = _causes(one, other, differences) if with_causes else ()
            changed.append(Changed(one, other, differences, causes))
    return Comparison(
        a,
        b,
        tuple(changed),
        paired.only_a,
        paired.only_b,
        paired.near,
        tuple(_grounds(a, b)),
        len(paired.pairs) - len(changed),
    )


def by_period(
    a: Sequence[Side], b: Sequence[Side]
) -> tuple[tuple[tuple[Side, Side], ...], tuple[Side, ...]]:
    """Which set is laid beside which, and those that nothing is beside.

    One set on either side is compared whatever its period: the difference is then told. Beside one
    result or list, the other periods of a folder are not what was asked about.
    """
    if len(a) == len(b) == 1:
        return ((a[0], b[0]),), ()
    pairs: list[tuple[Side, Side]] = []
    left = list(b)
    alone: list[Side] = []
    for one in a:
        found = [each for each in left if _belong_together(one, each)]
        if len(found) == 1:
            pairs.append((one, found[0]))
            left.remove(found[0])
        else:
            alone.append(one)
    if pairs and any(len(each) == 1 and each[0].form is not Form.SCORED for each in (a, b)):
        return tuple(pairs), ()
    return tuple(pairs), (*alone, *left)


def _belong_together(one: Side, other: Side) -> bool:
    if one.period != other.period:
        return False
    return one.office is None or other.office is None or key(one.office) == key(other.office)


def _differences(a: Standing, b: Standing) -> Iterator[Difference]:
    other_rules = _rules(a) != _rules(b)
    for name in FIELDS:
        one, other = a.said.get(name), b.said.get(name)
        if one is None or other is None or _alike(name, one, other):
            continue
        if other_rules and name in PARTS and None in (one.value, other.value):
            continue  # the other rule set knows no such part: nothing is lacking
        yield Difference(name, one, other)


def _rules(one: Standing) -> str | None:
    """The rule set of somebody's result, where it is known."""
    if one.result is not None:
        return one.result.score.rule_set
    told = one.said.get("rules")
    return told.value if told is not None and isinstance(told.value, str) else None


def _alike(name: str, one: Told, other: Told) -> bool:
    """Whether both say one thing, as exactly as either says it (as C11 compares totals)."""
    left, right = one.value, other.value
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        places = [told.decimals for told in (one, other) if told.decimals is not None]
        return abs(left - right) <= (Fraction(1, 2 * 10 ** min(places)) if places else 0)
    if name == "unit" and isinstance(left, str) and isinstance(right, str):
        return key(left) == key(right)
    return left == right


def _causes(a: Standing, b: Standing, differences: Sequence[Difference]) -> tuple[Cause, ...]:
    if {each.field for each in differences} <= {"unit"}:
        return ()
    if a.result is not None and b.result is not None:
        return causes_of(a.result, b.result)
    return causes_between(a.entered, b.entered) if a.entered or b.entered else ()


def _grounds(a: Side, b: Side) -> Iterator[GroundDifference]:
    """What both rest on and is not the same; sources by their names, whatever their order."""
    if Form.LIST in (a.form, b.form):
        if None not in (a.period, b.period) and a.period != b.period:
            yield GroundDifference("period", _PERIOD, str(a.period), str(b.period))
        return
    left, right = _by_key(a), _by_key(b)
    for name in dict.fromkeys((*left, *right)):
        one, other = left.get(name), right.get(name)
        here = one or other
        if here is None or (one and other and one.value == other.value):
            continue
        # A choice or date of a rule set that only one side uses says no more than the set itself.
        if (one is None or other is None) and name.startswith(_OF_A_SET):
            continue
        left_value = None if one is None else one.value
        right_value = None if other is None else other.value
        yield GroundDifference(name, here.meaning, left_value, right_value)


def _by_key(side: Side) -> dict[str, Ground]:
    found = {name: one for name, one in side.grounds.items() if name.startswith(_GROUNDS)}
    if side.period is not None:
        found = {"period": Ground(str(side.period), _PERIOD)} | found
    for name, file in side.grounds.items():
        place, _, last = name.removeprefix("source.").partition(".")
        sha256 = side.grounds.get(f"source.{place}.sha256")
        if name.startswith("source.") and last == "file" and sha256 is not None:
            words = Text(f"Tệp nguồn {file.value}", f"Source {file.value}")
            found[f"source:{PurePosixPath(file.value).name}"] = Ground(sha256.value, words)
    return found
