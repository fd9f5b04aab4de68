"""Whatever the bytes, the outcome is a workbook or a finding that says why there is none."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workbook.packages import MAIN, SHEET, parts, sheet, strings, zipped

from cadre_cli.workbook.read import read

PARTS = {
    name: part.encode() if isinstance(part, str) else part
    for name, part in parts(
        sheet(
            '<row r="1" hidden="1"><c r="A1" t="s" s="2"><v>0</v></c><c r="B1" s="1"><v>46086.5</v></c>'
            '<c r="C1"><f t="shared" ref="C1:C2" si="0">A1*$B1+SUM(A:A)</f><v>1</v></c></row>'
            '<row r="2"><c r="A2" t="inlineStr"><is><t>Thôn &amp; xóm</t></is></c>'
            '<c r="C2" t="str"><f t="shared" si="0"/><v>a_x000D_</v></c><c r="D2" t="e"><v>#N/A</v></c></row>',
            before='<cols><col min="2" max="3" hidden="1"/></cols>',
            after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        ),
        strings("<t>Họ tên</t>", '<r><rPr><rFont val="Arial"/></rPr><t>An</t></r>'),
    ).items()
}
WHOLE = zipped(PARTS)
SNIPPETS = [b"<", b">", b'"', b"&", b"<c", b"</c>", b"<v/>", b"1", b"-9e999", b"\x00", b"\xff", b"]]>",
            b"<!DOCTYPE a>", b"<![CDATA[", b"<is>", b' t="d"', b' r="XFD99999999"', b"99999999999999999999",
            b"_xD800_", b' s="-1"', b'<f t="shared" si="7"/>', MAIN.encode(), "ệ".encode("utf-16")]  # fmt: skip
changes = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 12),
        st.one_of(st.sampled_from(SNIPPETS), st.binary(max_size=4)),
    ),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, dropped, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + dropped :]
    return data


def outcome_is_lawful(data: bytes) -> None:
    workbook, findings = read(data, "thang-03.xlsx")

    refused = [finding for finding in findings if finding.code in ("T01", "T02", "T03")]
    assert len(refused) == (workbook is None)
    for finding in findings:
        assert finding.said()
        assert finding.said("en")
        assert finding.remedy()
        assert finding.remedy("en")
    if workbook is not None:
        for grid in workbook.grids:
            str(grid).encode()
            assert all(1 <= row <= 1_048_576 for row in grid.rows)
            assert all(1 <= column <= 16_384 for row in grid.rows.values() for column in row)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PARTS)), changes)
def test_a_part_with_bytes_changed(part: str, edits: list[tuple[float, int, bytes]]) -> None:
    outcome_is_lawful(zipped(PARTS | {part: changed(PARTS[part], edits)}))


@settings(max_examples=150, deadline=None)
@given(changes)
def test_a_file_with_bytes_changed(edits: list[tuple[float, int, bytes]]) -> None:
    outcome_is_lawful(changed(WHOLE, edits))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<"]),
    st.binary(max_size=200),
)
def test_any_bytes_at_all(start: bytes, rest: bytes) -> None:
    outcome_is_lawful(start + rest)


def test_the_file_that_is_changed_here_is_good() -> None:
    with ZipFile(BytesIO(WHOLE)) as archive:
        assert SHEET in archive.namelist()
    workbook, findings = read(WHOLE, "thang-03.xlsx")
    assert findings == ()
    assert workbook is not None
    assert sum(map(len, workbook.grids[0].rows.values())) == 6
