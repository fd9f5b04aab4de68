from __future__ import annotations

from dataclasses import replace

from tests.factories import FILE
from tests.reports import offices

from cadre_cli.domain.office import Source
from cadre_cli.domain.places import CellRef
from cadre_cli.reports.sources import cell_words, main_file, unnamed_file


def test_the_main_file_is_the_one_most_tasks_stand_in() -> None:
    outcome = offices.outcome()
    assert main_file(outcome) == FILE
    assert main_file(replace(outcome, tasks=())) == FILE
    assert main_file(replace(outcome, tasks=(), results=())) == FILE
    assert main_file(replace(outcome, tasks=(), results=(), sources=())) is None


def test_only_cells_of_other_files_are_named_with_their_file() -> None:
    places = (CellRef(FILE, "Giao việc", 5, 3), CellRef("danh-muc.xlsx", "Phụ lục", 7, 10), None)
    assert [cell_words(at, FILE) for at in places] == [
        "'Giao việc'!C5",
        "danh-muc.xlsx: 'Phụ lục'!J7",
        None,
    ]


def test_the_page_says_which_file_is_left_unnamed_when_there_are_several() -> None:
    outcome = offices.outcome()
    two = replace(outcome, sources=(*outcome.sources, Source("danh-muc.xlsx", "4a" * 32)))
    assert unnamed_file(outcome, "vi") == ""
    assert unnamed_file(two, "vi") == f"Ô nguồn không ghi tên tệp là ô của tệp “{FILE}”."
