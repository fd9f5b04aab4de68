"""Sheets about villages from disk to outcome: weeks, open promises, trends, sums; nobody scored by them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.offices import month, workbook
from tests.villages import criteria, done, gifts, visits

from cadre_cli.domain.office import Decided, Office
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.period import Asked
from cadre_cli.villages.promises import open_promises
from cadre_cli.villages.sums import added, by_village, measures, of_the_year
from cadre_cli.villages.trends import Trend, criterion_states
from cadre_cli.villages.weeks import coverage


def notes(outcome: Outcome, code: str) -> list[str]:
    return [finding.said() for finding in outcome.findings if finding.code == code]


MARCH_PERIOD = Period.parse("2026-03")
FEBRUARY, MARCH = "THÁNG 2 NĂM 2026", "THÁNG 3 NĂM 2026"


def test_villages_and_weeks_without_a_visit_are_named(tmp_path: Path) -> None:
    log = visits(
        MARCH,
        (date(2026, 3, 5), "Lê Văn Cường", "Thôn Đá; thôn 3"),
        (date(2026, 3, 12), "Lê Văn Cường", "thôn đá"),
        (date(2026, 3, 18), "Hà Thị Én", "Bản Lìm"),
    )
    workbook(tmp_path / "di-thon.xlsx", {"Nhật ký": log})
    (outcome,) = done(tmp_path)
    found = coverage(outcome.villages, MARCH_PERIOD)
    assert [week.day.day for week in found.weeks] == [5, 12, 19, 26]
    counts = {v: [len(found.of(v, week)) for week in found.weeks] for v in found.villages}
    assert counts == {"Bản Lìm": [0, 0, 1, 0], "Thôn Đá": [1, 1, 0, 0], "thôn 3": [1, 0, 0, 0]}
    assert notes(outcome, "L08") == [
        "Bản Lìm: 3 trên 4 tuần không có lượt đi thôn nào (05/03/2026, 12/03/2026, 26/03/2026).",
        "Cả xã: 1 trên 4 tuần không có lượt đi thôn nào (26/03/2026).",
        "Thôn Đá: 2 trên 4 tuần không có lượt đi thôn nào (19/03/2026, 26/03/2026).",
        "thôn 3: 3 trên 4 tuần không có lượt đi thôn nào (12/03/2026, 19/03/2026, 26/03/2026).",
    ]
    assert notes(outcome, "L11") == ["1 trên 3 lượt đi thôn không vào thứ năm: 18/03/2026."]


def test_the_weekly_day_is_the_office_s_own(tmp_path: Path) -> None:
    log = visits(MARCH, (date(2026, 3, 6), "Lê Văn Cường", "Thôn Đá"))
    workbook(tmp_path / "di-thon.xlsx", {"Nhật ký": log})
    office = Office(decisions={"visit_weekday": Decided("Friday", "QĐ 5/QĐ-UBND")})
    (outcome,) = done(tmp_path, office)
    assert notes(outcome, "L11") == []
    assert notes(outcome, "L08")[0].startswith("Cả xã: 3 trên 4 tuần")


def test_weeks_after_the_day_asked_for_are_not_missed(tmp_path: Path) -> None:
    log = visits(MARCH, (date(2026, 3, 5), "Lê Văn Cường", "Thôn Đá"))
    workbook(tmp_path / "di-thon.xlsx", {"Nhật ký": log})
    (outcome,) = done(tmp_path, asked=Asked(as_of=date(2026, 3, 11)))
    assert notes(outcome, "L08") == []


def test_a_promise_stays_open_until_a_later_log_settles_it(tmp_path: Path) -> None:
    broken = (date(2026, 2, 5), "Lê Văn Cường", "Thôn Đá", "Mương vỡ", "Sửa mương", "Hà Thị Én",
              date(2026, 2, 20))  # fmt: skip
    lamp = (date(2026, 2, 12), "Lê Văn Cường", "Thôn Đá", "Đường tối", "Lắp đèn", None,
            date(2026, 3, 20))  # fmt: skip
    workbook(tmp_path / "t2.xlsx", {"Nhật ký": visits(FEBRUARY, broken, lamp)})
    again = (*lamp, "Đã giải quyết")
    new = (date(2026, 3, 5), "Lê Văn Cường", "Thôn Đá", "Hỏi về chế độ")
    workbook(tmp_path / "t3.xlsx", {"Nhật ký": visits(MARCH, again, new)})
    february, march = done(tmp_path)
    assert [p.matter for p in open_promises(february.villages, date(2026, 2, 28))] == [
        "Sửa mương",
        "Lắp đèn",
    ]
    left = open_promises(march.villages, date(2026, 3, 31))
    assert [(p.matter, p.age, p.overdue, p.owed_by[0].name) for p in left] == [
        ("Sửa mương", 54, 39, "Hà Thị Én"),
        ("Hỏi về chế độ", 26, None, "Lê Văn Cường"),
    ]
    assert notes(march, "L10") == [
        "Thôn Đá: “Sửa mương” hứa xong ngày 20/02/2026, đã quá 39 ngày chưa thấy ghi kết quả; người hứa: Hà Thị Én."
    ]


def test_a_criterion_lost_is_told_and_the_others_have_their_trend(tmp_path: Path) -> None:
    before = criteria(FEBRUARY, "Đạt", "Đạt", "Chưa đạt", "Chưa đạt", "Đạt")
    workbook(tmp_path / "t2.xlsx", {"Tiêu chí": before})
    workbook(
        tmp_path / "t3.xlsx", {"Tiêu chí": criteria(MARCH, "Đạt", "Chưa đạt", "Đạt", "Chưa đạt")}
    )
    february, march = done(tmp_path)
    assert {each.trend for each in criterion_states(february.villages)} == {Trend.FIRST}
    assert [each.trend for each in criterion_states(march.villages)] == [
        Trend.KEPT,
        Trend.LOST,
        Trend.REACHED,
        Trend.STILL_OPEN,
        Trend.ABSENT,
    ]
    assert notes(march, "L09") == [
        "Thôn Đá: tiêu chí “Tiêu chí thứ 2” đạt ở tháng 2 năm 2026, kỳ này ghi chưa đạt."
    ]
    assert [each.check for each in february.not_run if each.check == "L09"] == ["L09"]


def test_sums_keep_units_and_months_apart(tmp_path: Path) -> None:
    workbook(tmp_path / "t2.xlsx", {"Đóng góp": gifts(FEBRUARY, ("Thôn Đá", 1.5, 100, None))})
    workbook(
        tmp_path / "t3.xlsx",
        {"Đóng góp": gifts(MARCH, ("Thôn Đá", 2, "0,5 ha", 7), ("Thôn 3", None, "2 sào", 3))},
    )
    _, march = done(tmp_path)
    now = march.villages.now.contributions
    assert [(m.giving.name, m.unit) for m in measures(now)] == [
        ("MONEY", "đồng"),
        ("LAND", "m²"),
        ("WORK", "ngày công"),
    ]
    sums = {name: {m.unit: amount for m, amount in of.items()} for name, of in by_village(now)}
    assert sums == {
        "Thôn Đá": {"đồng": Decimal(2_000_000), "m²": Decimal(5000), "ngày công": Decimal(7)},
        "Thôn 3": {"ngày công": Decimal(3)},
    }
    assert march.period is not None
    year = of_the_year(march.villages, march.period)
    assert [
        (
            str(period),
            [amount for measure, amount in added(given).items() if measure.unit == "đồng"],
        )
        for period, given in year
    ] == [("2026-02", [Decimal(1_500_000)]), ("2026-03", [Decimal(2_000_000)])]


def test_a_month_of_which_only_the_villages_tell_scores_nobody(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    log = visits("THÁNG 4 NĂM 2026", (date(2026, 4, 2), "Lê Văn Cả", "Thôn Đá"))
    workbook(tmp_path / "di-thon-04.xlsx", {"Nhật ký": log})
    march, april = done(tmp_path)
    assert len(march.results) == 4
    assert april.results == ()
    assert {finding.code for finding in april.findings} == {"L08"}


def test_a_year_s_log_is_read_month_by_month(tmp_path: Path) -> None:
    month(tmp_path / "thang-03.xlsx")
    log = visits(
        "NĂM 2026",
        (date(2026, 2, 5), "Lê Văn Cả", "Thôn Đá"),
        (date(2026, 3, 5), "Lê Văn Cả", "Thôn Đá"),
        (date(2026, 3, 12), "Lê Văn Cả", "Thôn Đá"),
    )
    workbook(tmp_path / "nhat-ky.xlsx", {"Nhật ký": log})
    found = done(tmp_path)
    assert [(str(o.period), len(o.villages.now.visits), len(o.results)) for o in found] == [
        ("2026-02", 1, 0),
        ("2026-03", 2, 4),
    ]
