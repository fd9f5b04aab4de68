"""What must hold of any copy: only the named cells change, and marks go without a trace."""

from __future__ import annotations

import io
from decimal import Decimal

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workbook.copies import at, changed, content, faults, parts, patched

from cadre_cli.domain.findings import Severity
from cadre_cli.domain.grid import CellEdit, CellMark

ROWS, COLUMNS = 12, 6
places = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS))
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
values = st.one_of(
    st.none(),
    texts,
    st.booleans(),
    st.integers(-(10**9), 10**9).map(Decimal),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda x: Decimal(repr(x))),
)
filled = st.dictionaries(
    places, st.one_of(st.integers(0, 99), st.text("aạ<&", min_size=1, max_size=5))
)
marks = st.lists(
    st.builds(
        CellMark,
        st.builds(at, st.sampled_from(["Một", "Hai"]), st.integers(1, 40), st.integers(1, 30)),
        texts,
        st.sampled_from(Severity),
    ),
    min_size=1,
    max_size=6,
)


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """A workbook with cells, styles, merged areas, formulas and comments here and there."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        looks = [None, book.add_format({"bold": True}), book.add_format({"bg_color": "#FFC7CE"})]
        for name in ("Một", "Hai"):
            page = book.add_worksheet(name)
            for (row, column), value in draw(filled).items():
                page.write(row - 1, column - 1, value, looks[(row + column) % 3])
            if draw(st.booleans()):
                page.merge_range(14, 1, 16, 3, "gộp")
            if draw(st.booleans()):
                page.write_formula(12, 0, "=SUM(A1:A12)", None, 5)
            if draw(st.booleans()):
                row, column = draw(places)
                page.write_comment(row - 1, column - 1, "của cơ quan")
            if draw(st.booleans()):
                page.set_column(1, 2, 20, looks[1])
            if draw(st.booleans()):
                page.set_row(20, 30, looks[2])
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(workbooks(), marks, marks)
def test_marks_change_no_content_and_go_without_a_trace(
    data: bytes, one: list[CellMark], other: list[CellMark]
) -> None:
    copy = patched(data, (), one, label="danh-dau")
    assert content(copy).grids == content(data).grids
    assert faults(copy) == set()
    assert parts(patched(copy, (), [])) == parts(data)
    assert patched(copy, (), other, label="danh-dau") == patched(data, (), other, label="danh-dau")


@settings(max_examples=60, deadline=None)
@given(workbooks(), st.dictionaries(places, values, min_size=1, max_size=6))
def test_only_the_named_cells_change(data: bytes, wanted: dict[tuple[int, int], object]) -> None:
    grid = content(data).grids[0]
    edits = []
    for place, becomes in wanted.items():
        cell = grid.cell(*place)
        was = None if cell is None else cell.value
        edits.append(CellEdit(at("Một", *place), was, becomes))  # type: ignore[arg-type] # a Value
    copy = patched(data, edits)
    after = content(copy)
    assert after.grids[1:] == content(data).grids[1:]
    for row in range(1, 50):
        for column in range(1, 30):
            now, before = after.grids[0].cell(row, column), grid.cell(row, column)
            if (row, column) in wanted:
                becomes = wanted[row, column]
                held = None if now is None else now.value
                assert held == becomes or (isinstance(becomes, Decimal) and becomes == held)
            else:
                assert now == before
    assert changed(data, copy) <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


@settings(max_examples=30, deadline=None)
@given(workbooks())
def test_no_edits_and_no_marks_give_the_very_bytes(data: bytes) -> None:
    assert patched(data) == patched(data, [], []) == data
