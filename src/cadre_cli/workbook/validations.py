"""The data validation of a sheet's cells: drop-downs and limits, in either form Excel stores them.

Excel asks only when somebody types, so what a program writes must be held against it beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from cadre_cli.domain.grid import Area
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import shown
from cadre_cli.workbook.allowed import Allowed, Choices, Limits, Untold, number
from cadre_cli.workbook.elements import read_area
from cadre_cli.workbook.limits import Damaged, Locked, OverLimit
from cadre_cli.workbook.making import CellMaker, whole
from cadre_cli.workbook.markup import outline
from cadre_cli.workbook.ooxml import cell_maker
from cadre_cli.workbook.patch_map import Place
from cadre_cli.workbook.patch_package import BookSheet, Draft, open_draft
from cadre_cli.workbook.patch_scan import scan
from cadre_cli.workbook.patch_values import values
from cadre_cli.workbook.patch_xml import CannotPatch
from cadre_cli.workbook.shared import Master

_BLOCK = re.compile(
    rb"<((?:\w+:)?dataValidations)[\s>].*?</\1\s*>", re.DOTALL
)  # also of the 2010 form, which a list on another sheet is stored in
_INLINE = re.compile(r'"((?:[^"]|"")*)"')
_CORNER = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
_AREA = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([^'!\[\]:(),\s]+))!)?"
    rf"({_CORNER}(?::{_CORNER})?|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}|\$?[0-9]+:\$?[0-9]+)",
    re.IGNORECASE,
)
_KINDS = ("decimal", "whole", "textLength")
_LONGEST_LIST = 1_000
_DEEPEST = 5
"""Names that stand for names."""


@dataclass(slots=True)
class _Validation:
    """One `dataValidation` element."""

    given: Mapping[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    """`formula1`, `formula2`, `sqref` where they are elements."""

    @property
    def areas(self) -> list[Area]:
        written = self.given.get("sqref") or self.texts.get("sqref", "")
        return [area for each in written.split() for area in read_area(each)]

    def formulas(self, place: Place) -> list[str]:
        """Both formulas as they are for a place: as written they are those of the first cell."""
        top = min(area.top for area in self.areas)
        left = min(area.left for area in self.areas)
        written = [self.texts.get(name, "").strip() for name in ("formula1", "formula2")]
        return [Master(each, top, left).read_from(*place) for each in written]


class Validations:
    """What the cells of a workbook may hold."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._sheets = draft.sheets()

    def of(self, sheet: BookSheet, places: Collection[Place]) -> Mapping[Place, Allowed]:
        """The rule of each place that has one."""
        found: dict[Place, Allowed] = {}
        for validation in list(_validations(self._draft.read(sheet.part), sheet.part)):
            areas = validation.areas
            if validation.given.get("type", "none") == "none":
                continue
            known: dict[str, Allowed] = {}
            for place in places:
                if place in found or not any(place in area for area in areas):
                    continue
                formulas = validation.formulas(place)
                key = "\n".join(formulas)
                if key not in known:
                    known[key] = self._allowed(validation.given, formulas, sheet)
                found[place] = known[key]
        return found

    def _allowed(
        self, given: Mapping[str, str], formulas: Sequence[str], sheet: BookSheet
    ) -> Allowed:
        kind = given.get("type", "")
        first = formulas[0]
        if kind == "list":
            words = self._listed(first, sheet)
            return Untold(first) if words is None else Choices(tuple(words))
        if kind not in _KINDS:
            return Untold(first)
        low, high = (self._limit(each, sheet) for each in formulas)
        between = given.get("operator", "between")
        if low is None or (high is None and between in ("between", "notBetween")):
            return Untold(first)
        return Limits(kind, between, low, low if high is None else high)

    def _limit(self, formula: str, sheet: BookSheet) -> Decimal | None:
        """A limit: a number as written, or that of the one cell that is referred to."""
        if (written := number(formula)) is not None:
            return written
        held = self._referred(formula, sheet)
        return number(held[0]) if held and len(held) == 1 else None

    def _listed(self, formula: str, sheet: BookSheet) -> list[str] | None:
        """The entries of a list; None for what only Excel can work out."""
        inline = _INLINE.fullmatch(formula)
        if inline is not None:
            entries = inline[1].replace('""', '"').split(",")
            return [entry.strip() for entry in entries if entry.strip()]
        return self._referred(formula, sheet)

    def _referred(self, formula: str, sheet: BookSheet, depth: int = 0) -> list[str] | None:
        """What the cells hold that a reference or a defined name leads to, blanks left out."""
        found = _AREA.fullmatch(formula)
        areas = read_area(found[3]) if found else ()
        if found is not None and areas:
            name = (found[1] or "").replace("''", "'") or found[2] or sheet.name
            there = next((s for s in self._sheets if s.name.lower() == name.lower()), None)
            return None if there is None else self._held(there, areas[0])
        named = self._names.get((formula.lower(), sheet.name)) or self._names.get(
            (formula.lower(), "")
        )
        if named is None or depth == _DEEPEST:
            return None
        inline = _INLINE.fullmatch(named)
        return self._listed(named, sheet) if inline else self._referred(named, sheet, depth + 1)

    @cached_property
    def _maker(self) -> CellMaker:
        related = self._draft.relations(self._draft.workbook)
        return cell_maker(self._draft, related, since_1904=False)

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        """Defined names, each with its sheet ("" for the whole workbook)."""
        elements = outline(self._draft.read(self._draft.workbook), self._draft.workbook)
        every = [e.attributes.get("name", "") for e in elements if e.path == "sheets/sheet"]
        found = {}
        for element in elements:
            if element.path == "definedNames/definedName":
                own = whole(element.attributes.get("localSheetId", ""))
                of = every[own] if own is not None and own < len(every) else ""
                found[element.attributes.get("name", "").lower(), of] = element.text.strip()
        return found

    def _held(self, sheet: BookSheet, area: Area) -> list[str]:
        rows = range(area.top, min(area.bottom, area.top + _LONGEST_LIST) + 1)
        columns = range(area.left, min(area.right, area.left + _LONGEST_LIST) + 1)
        if len(rows) > 1:  # Excel lists one row or one column
            columns = columns[:1]
        data = self._draft.read(sheet.part)
        found = scan(data, sheet.part, [(row, column) for row in rows for column in columns])
        cells = values(data, found.cells, sheet.part, lambda: self._maker)
        held = (cells[place].value for place in sorted(cells))
        return [words for value in held if (words := shown(value, "en").strip())]


def allowed(data: bytes, cells: Collection[CellRef]) -> Mapping[CellRef, Allowed]:
    """The rules of some cells of a workbook; most have none.

    None are told of a workbook of which no copy can be made: `patch` says why.
    """
    try:
        return _allowed(open_draft(data), cells)
    except (Damaged, OverLimit, Locked, CannotPatch):
        return {}


def _allowed(draft: Draft, cells: Collection[CellRef]) -> Mapping[CellRef, Allowed]:
    validations = Validations(draft)
    found: dict[CellRef, Allowed] = {}
    for sheet in draft.sheets():
        at = {(c.row or 0, c.column or 0): c for c in cells if c.sheet == sheet.name}
        if at:
            rules = validations.of(sheet, at.keys())
            found |= {at[place]: rule for place, rule in rules.items()}
    return found


def _validations(data: bytes, part: str) -> Iterator[_Validation]:
    after_rows = data.rfind(b"sheetData")
    for block in _BLOCK.finditer(data, max(after_rows, 0)):
        current = None
        for element in outline(block[0], part):
            first, _, rest = element.path.partition("/")
            if element.path == "dataValidation":
                current = _Validation(element.attributes)
                yield current
            elif current is not None and first == "dataValidation":
                # `formula1`, or `formula1/f` of the 2010 form, or that beside a list too long.
                name = rest.removesuffix("/f").rpartition("/")[2]
                if element.text.strip():
                    current.texts[name] = element.text
