"""Values written into the cells of a copy, each only where the cell still holds what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from cadre_cli.domain.grid import Area, CellEdit, Value
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.allowed import Allowed
from cadre_cli.workbook.making import CellMaker
from cadre_cli.workbook.markup import outline
from cadre_cli.workbook.ooxml import cell_maker
from cadre_cli.workbook.patch_formulas import calculate_on_load, forget, formula_of, orphans
from cadre_cli.workbook.patch_map import Place, SheetMap, address
from cadre_cli.workbook.patch_package import BookSheet, Draft
from cadre_cli.workbook.patch_scan import scan
from cadre_cli.workbook.patch_sheet import inserted
from cadre_cli.workbook.patch_values import holds, refusal, rewritten, stored, values
from cadre_cli.workbook.patch_xml import CannotPatch, Splice, spliced
from cadre_cli.workbook.styles import PLAIN, Style, read_styles
from cadre_cli.workbook.validations import Validations


def apply(
    draft: Draft, edits: Sequence[CellEdit], rules: Mapping[CellRef, Allowed] | None = None
) -> frozenset[CellRef]:
    """Make all edits; CannotPatch, with the cell, when one of them cannot be made.

    `rules` are what the edited cells may hold, where the caller read them already. The cells that took the value for a percentage are returned.
    """
    if not edits:
        return frozenset()
    book = _Book(draft, rules)
    for sheet, of_sheet in _by_sheet(draft, edits).items():
        book.edit(sheet, of_sheet)
    calculate_on_load(draft)
    return frozenset(book.as_percent)


class _Book:
    """What edits of several sheets share: texts, styles and the calendar of the workbook."""

    def __init__(self, draft: Draft, rules: Mapping[CellRef, Allowed] | None) -> None:
        self._draft = draft
        self._since_1904 = any(
            element.path == "workbookPr" and element.attributes.get("date1904") in ("1", "true")
            for element in outline(draft.read(draft.workbook), draft.workbook)
        )
        self._rules = rules
        self.as_percent: set[CellRef] = set()
        styles = draft.related(draft.workbook, "styles")
        self._styles: tuple[Style, ...] = (
            read_styles(draft.read(styles.target), styles.target) if styles else ()
        )

    @cached_property
    def _maker(self) -> CellMaker:
        related = self._draft.relations(self._draft.workbook)
        return cell_maker(self._draft, related, since_1904=self._since_1904)

    def edit(self, sheet: BookSheet, edits: Mapping[Place, CellEdit]) -> None:
        """Make the edits of one sheet."""
        data = self._draft.read(sheet.part)
        found = scan(data, sheet.part, edits.keys())
        self._check(data, found, edits, sheet)
        formulas = {
            place: node for place, node in found.cells.items() if formula_of(data, node) is not None
        }
        splices = [
            *self._written(data, found, edits),
            *orphans(data, sheet.part, formulas),
        ]
        self._draft.write(sheet.part, spliced(data, splices))
        forget(self._draft, sheet.number, formulas.keys())

    def _check(
        self, data: bytes, found: SheetMap, edits: Mapping[Place, CellEdit], sheet: BookSheet
    ) -> None:
        held = values(data, found.cells, sheet.part, lambda: self._maker)
        covered = found.covered(edits)
        arrays = [area for area in found.arrays if not _single(area)]
        rules = self._rules_of(sheet, edits)
        faults: dict[CellRef, Text] = {}
        for place, edit in edits.items():
            why = refusal(edit.becomes)
            if not holds(held.get(place), edit.was):
                why = _CHANGED
            elif place in covered:
                why = _MERGED
            elif arrays and any(place in area for area in arrays):
                why = _ARRAY
            else:
                why = why or self._unlike(found, place, edit)
            if why is None and edit.at in rules:
                why = rules[edit.at].refuses(self._becomes(found, place, edit))
            if why is not None:
                faults[edit.at] = why
        if faults:
            raise CannotPatch(next(iter(faults.values())), faults)

    def _rules_of(
        self, sheet: BookSheet, edits: Mapping[Place, CellEdit]
    ) -> Mapping[CellRef, Allowed]:
        if self._rules is not None:
            return self._rules
        found = Validations(self._draft).of(sheet, edits)
        return {edits[place].at: rule for place, rule in found.items()}

    def _unlike(self, found: SheetMap, place: Place, edit: CellEdit) -> Text | None:
        """Why a value would show as something else in the cell's number format."""
        becomes = edit.becomes
        if becomes is None or isinstance(becomes, (str, bool)):
            return None
        looks = self._looks(found, place)
        if edit.unless_percent is not None and "%" not in looks.shown:
            return edit.unless_percent
        is_day = not isinstance(becomes, Decimal)
        if is_day is looks.is_date:
            return None
        return _NOT_A_DATE if is_day else _IS_A_DATE

    def _looks(self, found: SheetMap, place: Place) -> Style:
        node = found.cells.get(place)
        style = int(node.get("s") or 0) if node else found.style_around(place)
        return self._styles[style] if style < len(self._styles) else PLAIN

    def _becomes(self, found: SheetMap, place: Place, edit: CellEdit) -> Value:
        """What is written: where no number format rounds for display, the rounded value."""
        if edit.in_general is None and edit.in_percent is None:
            return edit.becomes
        shown = self._looks(found, place).shown
        if edit.in_percent is not None and "%" in shown:
            self.as_percent.add(edit.at)
            return edit.in_percent
        general = edit.in_general is not None and shown in _NO_FORMAT
        return edit.in_general if general else edit.becomes

    def _written(
        self, data: bytes, found: SheetMap, edits: Mapping[Place, CellEdit]
    ) -> Iterator[Splice]:
        for place, node in found.cells.items():
            becomes = self._becomes(found, place, edits[place])
            changed = rewritten(data, node, becomes, since_1904=self._since_1904)
            yield Splice(node.start, node.end, changed)
        fresh = [
            (place, self._new_cell(found, place, edit))
            for place, edit in edits.items()
            if place not in found.cells and edit.becomes is not None
        ]
        yield from inserted(found, data, fresh)

    def _new_cell(self, found: SheetMap, place: Place, edit: CellEdit) -> Callable[[str], str]:
        style = found.style_around(place)
        becomes = self._becomes(found, place, edit)

        def write(prefix: str) -> str:
            kind, inside = stored(becomes, prefix, since_1904=self._since_1904)
            looks = f' s="{style}"' if style else ""
            type_ = f' t="{kind}"' if kind else ""
            return f'<{prefix}c r="{address(place)}"{looks}{type_}>{inside}</{prefix}c>'

        return write


_NO_FORMAT = ("General", "@")
_CHANGED = Text("ô không còn giữ giá trị đã đọc", "the cell no longer holds what was read")
_MERGED = Text("ô nằm trong vùng gộp, giá trị sẽ bị che", "the cell is covered by a merged one")
_ARRAY = Text(
    "ô thuộc một công thức mảng, không sửa riêng được", "the cell is part of an array formula"
)
_NOT_A_DATE = Text("ô không ở định dạng ngày", "the cell is not formatted as a date")
_IS_A_DATE = Text(
    "ô ở định dạng ngày, số ghi vào sẽ hiện thành ngày",
    "the cell is formatted as a date: a number would show as one",
)
_NO_SHEET = Text("không có trang này trong tệp", "there is no such sheet in the file")
_NO_CELL = Text("không phải địa chỉ một ô", "it is not the address of a cell")


def _by_sheet(draft: Draft, edits: Iterable[CellEdit]) -> dict[BookSheet, dict[Place, CellEdit]]:
    sheets = {sheet.name: sheet for sheet in draft.sheets()}
    found: dict[BookSheet, dict[Place, CellEdit]] = {}
    for edit in edits:
        at = edit.at
        sheet = sheets.get(at.sheet or "")
        if sheet is None:
            raise CannotPatch(_NO_SHEET, {at: _NO_SHEET})
        if at.row is None or at.column is None:
            raise CannotPatch(_NO_CELL, {at: _NO_CELL})
        found.setdefault(sheet, {})[at.row, at.column] = edit
    return found


def _single(area: Area) -> bool:
    return (area.top, area.left) == (area.bottom, area.right)
