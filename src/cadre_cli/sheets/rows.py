"""The rows below a heading: which are data, under which groups, and where the table ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from cadre_cli.domain.grid import Cell, Grid
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.sheets.body import (
    AGAIN,
    BEYOND,
    FILLER,
    GROUP,
    NOTE,
    NUMBERS,
    OTHER_TABLE,
    PREPARED,
    SIGNED,
    SUMMARY,
    TOTAL,
    Body,
    Group,
)
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.headings import is_numbering
from cadre_cli.sheets.letterhead import is_of_letterhead
from cadre_cli.sheets.row_kinds import (
    Facts,
    areas_below,
    begins_summary,
    facts,
    group_marker,
    is_filler,
    is_note,
    is_prepared,
    is_total,
    is_total_of_slip,
    numbers_columns,
)
from cadre_cli.sheets.signatures import is_signature, is_signed_below
from cadre_cli.sheets.table import Column, LeftOut, Row, SheetKind
from cadre_cli.vietnamese.names import looks_like_name
from cadre_cli.vietnamese.text import fold

Begins = Callable[[int, int, bool], bool]
"""Whether a heading at a row begins another table: the row, the last row of this table's, and
whether it repeats this table's own heading."""

_LOOKED_AT = 60
"""Rows by which it is told whether a table numbers its rows."""

GAP = 15
"""Empty rows after which a table has ended."""


def read_body(
    grid: Grid,
    heading: range,
    columns: Sequence[Column],
    kind: SheetKind,
    begins: Begins,
    taken: frozenset[int] = frozenset(),
    *,
    of_person: bool = False,
) -> Body:
    """Classifies every row below the heading's rows; `begins` tells another table's heading.

    Rows `taken` are data, whatever they look like: the office says so. A table `of_person` may be
    part of that person's slip, whose summary then ends it.
    """
    return _Reading(grid, heading, columns, kind, begins, taken, of_person).run()


class _Reading:
    """One pass over the rows from the heading down; `body` fills up on the way."""

    def __init__(
        self,
        grid: Grid,
        heading: range,
        columns: Sequence[Column],
        kind: SheetKind,
        begins: Begins,
        taken: frozenset[int],
        of_person: bool,
    ) -> None:
        self.grid = grid
        self.in_slip = of_person and not kind.of_one_person
        self.taken = taken
        self.begins = begins
        self.of_one_person = kind.of_one_person
        self.bottom = bottom = heading.stop - 1
        self.heading = [_texts(grid.rows[row]) for row in heading if row in grid.rows]
        self.body = Body()
        self.parts = {
            column.column: frozenset(
                (fold(column.heading), *map(fold, column.heading.split(" / ")))
            )
            for column in columns
        }
        """What a row of the heading may say in each column: all of it, its parents, its end."""
        known = [column for column in columns if column.field is not None]
        self.reach = range(
            min(column.column for column in columns), max(column.column for column in columns) + 1
        )
        self.ordinal = next((c.column for c in columns if is_numbering(c.heading)), None)
        needed = {spec.name for spec in kind.fields if spec.required or spec.telling}
        self.key_columns = frozenset(c.column for c in known if c.field in needed)
        self.anchor_field, self.anchor = _anchor(known, kind)
        self.areas = areas_below(grid, bottom)
        self.stack: list[tuple[str, str]] = []
        self.numbered = False
        self.capitals = False
        self.following: Sequence[int] = ()
        """The numbers of the next rows, as far as signatures reach."""

    def run(self) -> Body:
        numbers = [number for number in sorted(self.grid.rows) if number > self.bottom]
        self._look_at_habits(numbers[:_LOOKED_AT])
        last = self.bottom
        below: list[int] = []
        for place, number in enumerate(numbers):
            row = self._facts(number)
            if not row.typed and not (row.unread & self.key_columns):
                self._leave_formulas(row)
                continue
            self.following = numbers[place + 1 : place + 3]
            why = self._end(row, last)
            known = why in (SIGNED, BEYOND) and any(taken > number for taken in self.taken)
            if known or (below and why is None and number not in self.taken):
                self._leave(row, why or SIGNED)  # the office named rows below: those and no others
                below.append(number)
                continue
            if why is not None:
                self._leave(row, why)
                below += numbers[place:]
                break
            last = row.number
            self._take(row)
        if below:
            self.body.end = (self.body.last or self.bottom) + 1
            self.body.outside = self._outside(below)
        self._groups_without_rows()
        return self.body

    def _look_at_habits(self, numbers: Sequence[int]) -> None:
        """Whether the rows that say something in their main column are numbered, or in capitals."""
        rows = (self._facts(number) for number in numbers)
        wide = [row for row in rows if self.anchor in row.words and len(row.typed) > 2]
        filled = [row for row in wide if not is_total(row) and not is_filler(row)]
        self.numbered = sum(row.is_numbered for row in filled) * 2 > len(filled)
        self.capitals = sum(row.words[self.anchor].isupper() for row in filled) * 2 > len(filled)

    def _facts(self, number: int) -> Facts:
        return facts(number, self.grid.rows[number], self.reach, self.ordinal, self.areas)

    # ── one row ──────────────────────────────────────────────────────────────────────────────

    def _take(self, row: Facts) -> None:
        if row.number in self.taken or (row.unread & self.key_columns and not row.words):
            self._data(row)
        elif self._repeats_heading(row):
            self._leave(row, AGAIN)
        elif self._stands_at_heading(row) and numbers_columns(row):
            self._leave(row, NUMBERS)
        elif self.of_one_person and self.body.totals:
            self._leave(row, SUMMARY)
        elif is_filler(row):
            self._leave(row, FILLER)
        elif is_prepared(row):
            self._leave(row, PREPARED)
        elif is_total(row):
            self.body.totals.append(Row(row.number, self._path()))
            self._leave(row, TOTAL)
        elif is_note(row):
            self._leave(row, NOTE)
        elif self._opens_group(row):
            self._leave(row, GROUP)
        elif self._is_stray(row) or self._is_statistic(row):
            self._leave(row, NOTE)
        else:
            self._data(row)

    def _stands_at_heading(self, row: Facts) -> bool:
        """Below the table's heading, below one that is repeated, or above it."""
        below = self._numbered_heading(row)
        at_page = self._follows_heading() or (below is not None and self._repeats_heading(below))
        return not self.body.rows or at_page

    def _follows_heading(self) -> bool:
        """Whether the row above was the heading, repeated on a new page."""
        return bool(self.body.left_out) and self.body.left_out[-1].why is AGAIN

    def _data(self, row: Facts) -> None:
        self.body.rows.append(Row(row.number, self._path()))

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.stack)

    def _repeats_heading(self, row: Facts) -> bool:
        """Whether a row is the heading's again, or one of its rows: parents alone, children alone."""
        said = _texts(self.grid.rows[row.number])
        if said and said in self.heading:
            return True
        same = [at for at, text in row.words.items() if fold(text) in self.parts.get(at, ())]
        if same and len(same) == len(row.typed):
            return True  # nothing but words of the heading, such as the parents of a new page
        places = said.keys()
        as_wide = any(
            len(places & other.keys()) * 10 >= len(places | other.keys()) * 6
            for other in self.heading
        )
        parents_alone = bool(same) and is_numbering(row.ordinal)
        mostly = len(same) * 10 >= len(row.words) * 6
        return as_wide and mostly and (len(same) >= 2 or parents_alone)

    def _opens_group(self, row: Facts) -> bool:
        marker = group_marker(
            row,
            others_are_numbered=self.numbered,
            capitals_tell=not self.capitals,
            anchor=self.anchor,
        )
        if marker is None:
            return False
        at_anchor = self.anchor in row.words
        person = self.anchor_field in {"name", "owner"} and looks_like_name(row.label)
        if marker == "alone" and at_anchor and person:
            return False  # a person about whom nothing else was filled in
        levels = [level for level, _ in self.stack]
        if marker in levels:
            del self.stack[levels.index(marker) :]
        label = row.label.lstrip("*• ")
        self.stack.append((marker, label))
        self.body.groups.append(Group(row.number, self._path()))
        return True

    def _is_stray(self, row: Facts) -> bool:
        """A single value away from every column that a row of data needs."""
        return len(row.typed) == 1 and not (set(row.typed) & self.key_columns)

    def _is_statistic(self, row: Facts) -> bool:
        """Words where rows are numbered and one amount beside them: "Đã hoàn thành | 12"."""
        alone = len(row.typed) == 2 and row.has_amounts and self.anchor not in row.words
        return alone and bool(row.ordinal) and not row.is_numbered

    # ── the end ──────────────────────────────────────────────────────────────────────────────

    def _end(self, row: Facts, last: int) -> Text | None:
        if row.number in self.taken:
            return None
        if self._is_signed(row):
            return SIGNED
        if row.number - last > GAP and self.body.rows:
            return BEYOND
        if self.in_slip and self._sums_up(row):
            return SUMMARY
        if self.body.rows and not self.numbered and self._is_letterhead(row):
            return OTHER_TABLE  # among rows without numbers it would pass for one of them
        heading = self._numbered_heading(row) or row
        return OTHER_TABLE if self._is_other_heading(heading) else None

    def _is_signed(self, row: Facts) -> bool:
        """Whether the signatures begin: words of theirs may also stand in the heading of a new page."""
        below = map(self._facts, self.following)
        signed = is_signature(row) or (self.body.rows and is_signed_below(row, below))
        return bool(signed) and not self._repeats_heading(row)

    def _is_letterhead(self, row: Facts) -> bool:
        texts = [as_text(cell) for cell in self.grid.rows[row.number].values()]
        return is_of_letterhead([text for text in texts if text])

    def _sums_up(self, row: Facts) -> bool:
        """Whether a slip's last part begins: "PHẦN III. TỔNG HỢP" above a total or a class."""
        if len(row.typed) > 2 or not self.following or not begins_summary(row.label):
            return False
        return is_total_of_slip(self._facts(self.following[0]))

    def _numbered_heading(self, row: Facts) -> Facts | None:
        """The row below one that numbers columns: they may stand above the heading of a page."""
        if not self.body.rows or not self.following or not row.typed or not numbers_columns(row):
            return None
        return self._facts(self.following[0])

    def _is_other_heading(self, row: Facts) -> bool:
        """A second table's heading, or this one's again where another month or person begins."""
        texts = len(row.words) + is_numbering(row.ordinal)  # a wider heading may reach in with few
        if row.is_numbered or row.numbers or texts < 2:
            return False
        repeats = self._repeats_heading(row)
        called = fold(row.words.get(self.anchor, "")) if self.anchor_field == "name" else ""
        if not repeats and called and called in self.parts.get(self.anchor, ()):
            return True  # nobody is called "Họ và tên"
        numbered = self.body.rows and not repeats and is_numbering(row.ordinal)
        if numbered and not self.of_one_person:
            return True
        return self.begins(row.number, self.body.last or self.bottom, repeats)

    def _outside(self, numbers: Sequence[int]) -> Iterator[CellRef]:
        for number in numbers:
            row = self._facts(number)
            if self._looks_like_data(row):
                yield self.grid.ref(number, min(row.typed))

    def _looks_like_data(self, row: Facts) -> bool:
        """Filled where a row of data is filled, and numbered or with an amount or a day."""
        days = any(isinstance(cell.value, date) for cell in row.typed.values())
        marked = (row.is_numbered or bool(row.numbers) or days) and not numbers_columns(row)
        return len(row.typed) >= 3 and marked and bool(set(row.words) & self.key_columns)

    # ── what is left out ─────────────────────────────────────────────────────────────────────

    def _leave(self, row: Facts, why: Text) -> None:
        column = min(row.typed, default=self.reach.start)
        self.body.left_out.append(LeftOut(self.grid.ref(row.number, column), why))

    def _leave_formulas(self, row: Facts) -> None:
        """Formulas filled far down (2 208 #N/A in one workbook) are mentioned once, at the first."""
        met = any(one.why is PREPARED for one in self.body.left_out)
        if row.unread and not met:
            self._leave(row, PREPARED)

    def _groups_without_rows(self) -> None:
        """A name below the last row of data begins no group: `* …` is a footnote there."""
        last = self.body.rows[-1].number if self.body.rows else self.bottom
        self.body.groups = [group for group in self.body.groups if group.row < last]


def _texts(cells: Mapping[int, Cell]) -> Mapping[int, str]:
    """What a row says in each column, its words compared as headings are."""
    return {column: fold(as_text(cell) or "") for column, cell in cells.items()}


def _anchor(known: Sequence[Column], kind: SheetKind) -> tuple[str, int]:
    """The column in which every row of data must say something."""
    places = {c.field: c.column for c in reversed(known)}
    by_weight = sorted(kind.fields, key=lambda spec: (not spec.required, not spec.telling))
    name = next((spec.name for spec in by_weight if spec.name in places), "")
    return name, places.get(name, 1)
