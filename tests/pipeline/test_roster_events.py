"""Discipline and leave in a roster count in the period they are surely of, and in no other."""

from datetime import date
from pathlib import Path

import pytest
from tests.offices import CHAIRMAN, COMMON, ROSTER, Sheet, month, workbook
from tests.offices import tasks_sheet as tasks

from cadre_cli.domain.office import Office
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.intake import intake
from cadre_cli.pipeline.period import outcomes
from cadre_cli.pipeline.roster_events import EventWithoutDate

AN = "Nguyễn Văn An"
NO_DAY = Text("không ghi ngày", "has no date")
NO_END = Text("không ghi ngày kết thúc", "has no last day")


def roster(words: str, heading: str = "Kỷ luật") -> Sheet:
    """The small office's roster with a column that says something of An."""
    said = {AN: words}
    rows = [[*line, said.get(str(line[1]))] for line in (*ROSTER[3:], CHAIRMAN)]
    return [*ROSTER[:2], [*ROSTER[2], heading], *rows]


def read(*paths: Path) -> tuple[Outcome, ...]:
    return outcomes(Office(), [intake(path.read_bytes(), path.name, Office()) for path in paths])


def of_an(outcome: Outcome) -> tuple[str | None, NotRated | None]:
    (result,) = (each for each in outcome.results if each.officer.name == AN)
    return result.grade, result.not_rated


def d13(outcome: Outcome) -> list[EventWithoutDate]:
    return [each for each in outcome.findings if isinstance(each, EventWithoutDate)]


def in_month(folder: Path, words: str, heading: str = "Kỷ luật") -> Outcome:
    (outcome,) = read(month(folder / "thang-03.xlsx", Danh_sách=roster(words, heading)))
    return outcome


def apart(folder: Path, words: str, heading: str = "Kỷ luật") -> tuple[Outcome, ...]:
    """The roster in a file of its own, beside March and April."""
    april: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *COMMON[1:]]
    return read(
        workbook(folder / "danh-sach.xlsx", {"Danh sách": roster(words, heading)}),
        workbook(folder / "thang-03.xlsx", {"Giao việc": tasks(), "Tiêu chí chung": COMMON}),
        workbook(folder / "thang-04.xlsx", {"Giao việc": tasks(month=4), "Tiêu chí chung": april}),
    )


@pytest.mark.parametrize("heading", ["Kỷ luật", "Hình thức kỷ luật", "Ghi chú"])
def test_a_discipline_in_the_months_own_roster_is_of_that_month(
    tmp_path: Path, heading: str
) -> None:
    outcome = in_month(tmp_path, "Khiển trách", heading)
    assert (of_an(outcome), d13(outcome)) == (("KHT", None), [])


def test_leave_in_the_months_own_roster(tmp_path: Path) -> None:
    assert of_an(in_month(tmp_path, "nghỉ ốm từ 01/3 đến 31/3", "Nghỉ")) == (
        None,
        NotRated.ON_LEAVE,
    )


def test_words_that_praise_discipline_are_no_event(tmp_path: Path) -> None:
    assert of_an(in_month(tmp_path, "Chấp hành tốt"))[0] == "HTT"


def test_a_discipline_in_a_roster_of_its_own_counts_in_the_month_of_its_day(
    tmp_path: Path,
) -> None:
    march, april = apart(tmp_path, "Khiển trách theo QĐ 12/QĐ-UBND ngày 05/3/2026")
    assert (of_an(march)[0], of_an(april)[0]) == ("KHT", "HTT")
    assert d13(march) == d13(april) == []


def test_maternity_in_a_roster_of_its_own_lasts_from_day_to_day(tmp_path: Path) -> None:
    march, april = apart(tmp_path, "nghỉ thai sản từ 01/01/2026 đến 31/3/2026", "Ghi chú")
    assert of_an(march) == (None, NotRated.ON_LEAVE)
    assert of_an(april)[0] == "HTT"


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("Khiển trách", NO_DAY),
        ("nghỉ thai sản", NO_DAY),
        ("Nghỉ thai sản từ 01/01/2026", NO_END),
    ],
)
def test_without_a_day_a_roster_of_its_own_is_asked_for_it(
    tmp_path: Path, words: str, lacks: Text
) -> None:
    march, april = apart(tmp_path, words, "Ghi chú")
    at = CellRef("danh-sach.xlsx", "Danh sách", 5, 6)
    asked = [EventWithoutDate(at=at, officer=AN, words=words, lacks=lacks)]
    assert (d13(march), d13(april)) == (asked, asked)
    assert (of_an(march)[0], of_an(april)[0]) == ("HTT", "HTT")


def test_a_workbook_of_two_months_does_not_say_which_its_roster_is_of(tmp_path: Path) -> None:
    april: Sheet = [["ĐIỂM TIÊU CHÍ CHUNG THÁNG 4 NĂM 2026"], *COMMON[1:]]
    both = month(tmp_path / "so.xlsx", Danh_sách=roster("Khiển trách"), Tháng_4=april)
    march, _ = read(both)
    assert [each.lacks for each in d13(march)] == [NO_DAY]


def test_a_remark_on_where_somebody_came_from_asks_for_nothing(tmp_path: Path) -> None:
    march, april = apart(tmp_path, "Điều động từ huyện", "Ghi chú")
    assert d13(march) == d13(april) == []


def test_days_without_a_year_are_those_of_the_months_year(tmp_path: Path) -> None:
    outcome = in_month(tmp_path, "Khiển trách ngày 05/02")
    assert of_an(outcome)[0] == "HTT"
    (result,) = (each for each in outcome.results if each.officer.name == AN)
    assert date(2026, 2, 5) not in outcome.period  # type: ignore[operator] # it has a period
    assert [reason.text.vi for reason in result.reasons if not reason.routine] == [
        "Khiển trách ngày 05/02: không thuộc kỳ này, không xét trong kỳ"
    ]
