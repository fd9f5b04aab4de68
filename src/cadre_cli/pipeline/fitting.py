"""Results in the words of the office's own drop-downs, where a cell has one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cadre_cli.domain.places import CellRef
from cadre_cli.pipeline.fills import Fill
from cadre_cli.sheets.grades import grade_of
from cadre_cli.vietnamese.legacy import from_tcvn3, from_vni
from cadre_cli.workbook.allowed import Allowed, Choices, Untold

_READINGS = (str, from_tcvn3, from_vni)
"""An entry as it stands, or as a font of old shows it."""


def fitted(fills: Iterable[Fill], rules: Mapping[CellRef, Allowed]) -> tuple[Fill, ...]:
    """The same changes, each in a word of its cell's list that means the same.

    What fits no entry stays as it is: the copy refuses it, and its cell is left and named. A list
    that only Excel can work out is named in the fill.
    """
    return tuple(_fitted(fill, rules.get(fill.cell.at)) for fill in fills)


def _fitted(fill: Fill, rule: Allowed | None) -> Fill:
    if isinstance(rule, Untold):
        return replace(fill, unchecked=rule.formula)
    word = fill.becomes
    if not isinstance(rule, Choices) or not isinstance(word, str) or word in rule.words:
        return fill
    same = next((entry for entry in rule.words if _means(entry, word, fill)), None)
    if same is None:
        return fill
    return replace(fill, becomes=same, shown=fill.shown if fill.cell.legacy else same)


def _means(entry: str, word: str, fill: Fill) -> bool:
    if fill.cell.part == "mark":
        return entry.casefold() == word.casefold()
    readings = _READINGS if fill.cell.legacy else _READINGS[:1]
    return str(grade_of(str(fill.shown))) in {grade_of(read(entry)) for read in readings}
