"""A kind of sheet small enough to see through, for tests of recognition alone."""

from tests.grids import grid

from cadre_cli.domain.texts import Text
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import FieldSpec, LeftOut, Parsed, SheetKind, Table

SMALL = SheetKind(
    name="small",
    shown=Text("bảng nhỏ", "small table"),
    fields=(
        FieldSpec("name", ("Họ và tên", "Họ tên"), required=True, telling=True),
        FieldSpec("deadline", ("Hạn hoàn thành", "Thời hạn"), telling=True),
        FieldSpec("assigned", ("Số lượng", "Số lượng / Được giao"), telling=True),
        FieldSpec("finished", ("Hoàn thành", "Số lượng / Hoàn thành"), telling=True),
        FieldSpec("points", ("Điểm", "Điểm lãnh đạo chấm"), several=True, telling=True),
        FieldSpec("part", ("Tỷ lệ",)),
        FieldSpec("mark", ("Đạt",)),
        FieldSpec("note", ("Ghi chú",)),
    ),
    parse=lambda table: Parsed(),
    titles=("bảng nhỏ",),
)


def only(found: tuple[Table, ...] | LeftOut) -> Table:
    """The one table that was recognised."""
    assert not isinstance(found, LeftOut), found
    (one,) = found
    return one


def table(markdown: str, **named: object) -> Table:
    """The table that `markdown` shows, which must be recognised."""
    return only(tables(markdown, **named))


def tables(markdown: str, **named: object) -> tuple[Table, ...]:
    """Every table that `markdown` shows, of which there must be one at least."""
    found = recognise(grid(markdown, **named), (SMALL,))  # type: ignore[arg-type] # passed through
    assert not isinstance(found, LeftOut), found
    return found


def left_out(markdown: str, **named: object) -> LeftOut:
    """Why the sheet that `markdown` shows is not read."""
    found = recognise(grid(markdown, **named), (SMALL,))  # type: ignore[arg-type] # passed through
    assert isinstance(found, LeftOut), found
    return found


def fields(found: Table) -> dict[str, str]:
    """Field → the cell of its heading."""
    return {c.field: str(c.at.a1) for c in reversed(found.columns) if c.field is not None}


def said(found: Table) -> list[tuple[str, str | None]]:
    """Code and cell of each finding."""
    return [(finding.code, finding.at.a1) for finding in found.findings]


def why(found: Table) -> dict[int, str]:
    """Row → why it was left out."""
    return {one.at.row: one.why.vi for one in found.left_out if one.at.row is not None}
