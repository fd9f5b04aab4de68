"""A table says the same whatever container it comes in, and every container withstands damage."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workbook.containers import WRITERS, Rows
from tests.workbook.test_any_bytes import changed, changes, outcome_is_lawful

from cadre_cli.domain.places import CellRef
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import sniff

MONTH = (
    ("STT", "Nội dung công việc", "Người thực hiện", "Điểm"),
    ("1", "Họp giao ban & báo cáo", "Nguyễn Văn An", "70,5"),
    ("2", "Rà soát hộ nghèo <đợt 2>", "Trần Thị Bình", "65"),
    ("3", 'Trả lời "kiến nghị" cử tri', "Lê Văn Cường", "#N/A"),
)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯỜNGế̀ữộ0123456789.,-/&<>\"'()%+:"
words = st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: not text.startswith('="'))
texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(texts, min_size=width, max_size=width), min_size=2, max_size=8)
)


@settings(max_examples=60, deadline=None)
@given(tables)
def test_the_same_rows_give_the_same_texts(rows: Rows) -> None:
    found = {}
    for kind, write in WRITERS.items():
        workbook, _ = read(write(rows), f"thang-03.{kind}")
        assert workbook is not None, kind
        (grid,) = workbook.grids
        found[kind] = [[cell.value for cell in row.values()] for row in grid.rows.values()]

    assert found == {kind: [list(row) for row in rows] for kind in WRITERS}


def test_each_container_is_known_by_its_content_and_has_the_extension_it_is_given() -> None:
    containers = {kind: sniff(write(MONTH)) for kind, write in WRITERS.items()}

    assert len(set(containers.values())) == len(WRITERS)
    for kind, write in WRITERS.items():
        _, findings = read(write(MONTH), f"thang-03.{kind}")
        assert [finding for finding in findings if finding.code == "T04"] == []
        _, findings = read(write(MONTH), "thang-03.doc")
        assert [finding.at for finding in findings if finding.code == "T04"] == [
            CellRef("thang-03.doc")
        ]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(WRITERS)), changes)
def test_a_file_with_bytes_changed(kind: str, edits: list[tuple[float, int, bytes]]) -> None:
    outcome_is_lawful(changed(WRITERS[kind](MONTH), edits))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(WRITERS)), st.floats(0, 1))
def test_a_file_that_was_cut_off(kind: str, kept: float) -> None:
    data = WRITERS[kind](MONTH)

    outcome_is_lawful(data[: int(len(data) * kept)])
