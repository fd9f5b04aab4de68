"""Who somebody is in each month: appointments, moves, changes of kind, coming and going."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.factories import cell, event, mention, officer, row
from tests.offices import (
    CHAIRMAN,
    COMMON,
    ROSTER,
    TASKS,
    Cell,
    Sheet,
    month,
    task,
    tasks_sheet,
    workbook,
)
from tests.pipeline.test_organisations import assessed

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.officers import Kind, Officer, Placement, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import Classification, NotRated
from cadre_cli.pipeline.bodies import Where, where_is
from cadre_cli.pipeline.placing import ChangeUnclear, as_of_period, deciding_day, rows_in_force
from cadre_cli.pipeline.transfers import directed
from cadre_cli.sheets.event_words import kind_of_event
from cadre_cli.sheets.happenings import event_in_note, event_of

APRIL, MAY, JUNE = (Period.parse(f"2026-0{n}") for n in (4, 5, 6))
AN = "Nguyễn Văn An"
HEAD = Placement(position="Trưởng phòng", post=Post.HEAD_OF_UNIT)
STAFF = Placement(position="Chuyên viên", post=Post.NONE)
MID_MAY = date(2026, 5, 16)


def one(who: Officer, period: Period, *events: object, taken: str = "last_day") -> Officer:
    """The officer in the period, when nothing is unclear."""
    [settled], _, findings = as_of_period([who], events, period, taken)  # type: ignore[arg-type]
    assert findings == ()
    return settled


def appointed(**changes: object) -> object:
    facts: dict[str, object] = {"first_day": MID_MAY, "becomes": HEAD, "was": STAFF}
    return event(EventKind.APPOINTED, AN, **(facts | changes))


@pytest.mark.parametrize(
    ("body", "office", "expected"),
    [
        ("Sở", "UBND xã Sơn Lộ", Where.ELSEWHERE),
        ("xã Hoa", "UBND xã Hóa Quỳ", Where.ELSEWHERE),
        ("xã Hoá Quỳ", "ỦY BAN NHÂN DÂN XÃ HÓA QUỲ", Where.HERE),
        ("Uỷ ban nhân dân xã Hóa Quỳ tỉnh Thanh Hóa", "UBND xã Hóa Quỳ", Where.HERE),
        ("UBND", "UBND xã Hóa Quỳ", Where.HERE),
        ("phường", "UBND xã Hóa Quỳ", Where.UNKNOWN),
        ("UBND xã", "", Where.HERE),
        ("UBND xã Hóa Quỳ", "", Where.UNKNOWN),
        ("Sở Tài chính", "Sở Nội vụ tỉnh Thanh Hóa", Where.UNKNOWN),
        ("cơ quan", "", Where.HERE),
        ("cơ quan cũ", "UBND xã Hóa Quỳ", Where.UNKNOWN),
        ("trụ sở mới", "UBND xã Hóa Quỳ", Where.UNKNOWN),
    ],
)
def test_a_body_is_told_by_whole_words_with_their_tones(
    body: str, office: str, expected: Where
) -> None:
    assert where_is(body, office) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chuyển công tác về Sở Nội vụ từ 15/5/2026", EventKind.TRANSFER_OUT),
        ("Chuyển công tác về UBND xã Xuân Bình", EventKind.TRANSFER_OUT),
        ("Điều động đến Phòng Nội vụ huyện Như Xuân", EventKind.TRANSFER_OUT),
        ("Chuyển công tác về UBND xã Đồng Lim từ 15/5/2026", EventKind.TRANSFER_IN),
        ("Chuyển công tác về xã từ 15/5/2026", EventKind.TRANSFER_IN),
        ("Điều động từ UBND xã Xuân Bình về từ 15/5/2026", EventKind.TRANSFER_IN),
        ("Điều động từ xã Xuân Bình về UBND xã Đồng Lim", EventKind.TRANSFER_IN),
        ("Điều động sang UBND xã Xuân Bình", EventKind.TRANSFER_OUT),
        ("Chuyển công tác về Phòng Kinh tế", EventKind.MOVED),
        ("Chuyển công tác về P. Kinh tế", EventKind.MOVED),
        ("Chuyển công tác đến từ 15/5/2026", EventKind.TRANSFER_IN),
        ("Được điều động về xã công tác", EventKind.TRANSFER_IN),
        ("Tiếp nhận về xã công tác", EventKind.TRANSFER_IN),
        ("Tiếp nhận về UBND xã làm việc từ 15/5/2026", EventKind.TRANSFER_IN),
        ("Điều động về xã nhận nhiệm vụ", EventKind.TRANSFER_IN),
        ("Chuyển công tác về xã làm Phó Chủ tịch", EventKind.TRANSFER_IN),
        ("Tiếp nhận về Phòng Kinh tế", EventKind.TRANSFER_IN),
        ("Tiếp nhận về bộ phận Một cửa", EventKind.TRANSFER_IN),
        ("Chuyển đến; phân công về bộ phận Một cửa", EventKind.TRANSFER_IN),
        ("Điều động từ Sở Nội vụ về Phòng Kinh tế", EventKind.TRANSFER_IN),
        ("Điều động từ Văn phòng sang Phòng Kinh tế công tác", EventKind.MOVED),
        ("Chuyển công tác về Phòng Kinh tế xã Đồng Lim", EventKind.MOVED),
        ("Chuyển công tác về xã Đồng Lim Thượng", None),
        ("Chuyển công tác về Đồng Lim", EventKind.TRANSFER_IN),
        ("Chuyển công tác về Xuân Bình", None),
        ("Chuyển công tác về xã Đông Lim", EventKind.TRANSFER_OUT),
        ("Điều động về tỉnh công tác", EventKind.TRANSFER_OUT),
        ("Chuyển công tác về xã khác", EventKind.TRANSFER_OUT),
        ("Điều động từ UBND xã về Sở Nội vụ", EventKind.TRANSFER_OUT),
        ("Điều động về cơ sở làm việc", None),
        ("Điều động về bộ phận Một cửa", None),
        ("Chuyển công tác về Đảng ủy xã", None),
        ("Tiếp nhận về Sở Nội vụ", None),
        ("Chuyển đi; điều động về Đảng ủy xã", EventKind.TRANSFER_OUT),
        ("Điều động từ Văn phòng từ 15/5/2026", EventKind.TRANSFER_OUT),
    ],
)
def test_where_a_transfer_leads_tells_coming_from_going(
    words: str, expected: EventKind | None
) -> None:
    kind = kind_of_event(words, alone=True)
    assert kind is not None
    told = event_of(kind, words, mention(AN), cell(4), MAY)
    way = directed(told, {"Phòng Kinh tế", "Văn phòng"}, "UBND xã Đồng Lim")
    assert (way and way.kind) is expected


def test_a_transfer_whose_way_nobody_has_said_is_asked_about() -> None:
    words = "Điều động về bộ phận Một cửa từ 01/4/2026"
    told = event_of(EventKind.TRANSFER_IN, words, mention(AN), cell(4), APRIL)
    _, events, [finding] = as_of_period([officer(AN)], [told], APRIL, "last_day", "UBND xã Lim")
    assert (events, finding.code, finding.severity.value) == ((), "D15", "warning")
    assert "chưa rõ là chuyển đến hay chuyển đi" in finding.said()


def test_a_discipline_that_takes_the_post_ends_it() -> None:
    told = event_in_note(
        "Cách chức Trưởng phòng từ 16/5/2026 (QĐ 9/QĐ-UBND)", mention(AN), cell(4), MAY
    )
    assert told is not None
    assert (told.kind, told.first_day) == (EventKind.DISCIPLINE, MID_MAY)
    head = officer(AN, post=Post.HEAD_OF_UNIT, position="Trưởng phòng")
    assert [one(head, period, told).post for period in (APRIL, MAY)] == [HEAD.post, Post.NONE]
    party = event_in_note("Cách chức Phó Bí thư chi bộ", mention(AN), cell(4), MAY)
    assert party is not None
    assert party.becomes is None


@pytest.mark.parametrize("post", [Post.NONE, Post.HEAD_OF_UNIT], ids=["early", "late"])
@pytest.mark.parametrize(
    ("period", "expected"),
    [(APRIL, Post.NONE), (MAY, Post.HEAD_OF_UNIT), (JUNE, Post.HEAD_OF_UNIT)],
    ids=str,
)
def test_a_post_holds_from_its_day_on_whenever_the_roster_was_drawn_up(
    post: Post, period: Period, expected: Post
) -> None:
    """A roster of January shows a clerk, one of December a head: both give the same months."""
    settled = one(officer(AN, post=post), period, appointed())
    assert settled.post is expected
    assert (
        settled.position == ("Trưởng phòng" if expected.leads else STAFF.position)
        or post is expected
    )


def test_within_the_month_most_days_decide_where_the_office_wants_it() -> None:
    """From 16 May on are 16 days of 31; from 20 May on are 12."""
    late = appointed(first_day=date(2026, 5, 20))
    assert one(officer(AN), MAY, appointed(), taken="most_days").post is Post.HEAD_OF_UNIT
    assert one(officer(AN), MAY, late, taken="most_days").post is Post.NONE
    assert one(officer(AN), MAY, late).post is Post.HEAD_OF_UNIT


@pytest.mark.parametrize(
    ("days", "taken", "expected"),
    [
        ([], "most_days", date(2026, 5, 1)),
        ([date(2026, 5, 20)], "last_day", date(2026, 5, 31)),
        ([date(2026, 5, 20)], "most_days", date(2026, 5, 1)),
        ([date(2026, 5, 3), date(2026, 5, 20)], "most_days", date(2026, 5, 3)),
        ([date(2026, 4, 10), date(2026, 7, 1)], "most_days", date(2026, 5, 1)),
    ],
)
def test_the_day_that_decides(days: list[date], taken: str, expected: date) -> None:
    assert deciding_day(days, MAY, taken) == expected


def test_a_change_inside_the_month_is_told_as_such_an_earlier_one_as_history() -> None:
    inside = one(officer(AN), MAY, appointed()).changes
    assert [(change.day, change.within) for change in inside] == [(MID_MAY, True)]
    assert [change.within for change in one(officer(AN), JUNE, appointed()).changes] == [False]
    assert one(officer(AN), APRIL, appointed()).changes == ()


def test_from_the_first_working_day_on_nothing_is_open_to_choice() -> None:
    """1 August 2026 is a Saturday: from Monday the 3rd on is the whole month."""
    august = Period.parse("2026-08")
    change = appointed(first_day=date(2026, 8, 3))
    assert [c.within for c in one(officer(AN), august, change).changes] == [False]


def test_what_was_before_and_nobody_wrote_is_asked_for_and_not_guessed() -> None:
    """The roster shows the head already; what he was in April stands nowhere."""
    head = officer(AN, post=Post.HEAD_OF_UNIT)
    [settled], _, findings = as_of_period([head], [appointed(was=None)], APRIL, "last_day")  # type: ignore[list-item]
    [finding] = findings
    assert isinstance(finding, ChangeUnclear)
    assert finding.severity.value == "error"
    assert "không ghi chức vụ, đơn vị hoặc đối tượng trước ngày đó" in finding.said()
    assert settled.doubt is not None
    assert as_of_period([head], [appointed(was=None)], MAY, "last_day")[2] == ()  # type: ignore[list-item]


def test_a_former_change_tells_what_was_before_a_later_one() -> None:
    """Clerk → deputy in March → head in May, on a roster of December."""
    head = officer(AN, post=Post.HEAD_OF_UNIT)
    deputy = Placement(position="Phó Trưởng phòng", post=Post.DEPUTY_OF_UNIT)
    events = (
        appointed(first_day=date(2026, 3, 1), becomes=deputy, was=STAFF),
        appointed(was=None),
    )
    months = {str(p): one(head, p, *events).post for p in (Period.parse("2026-02"), APRIL, MAY)}
    assert months == {
        "2026-02": Post.NONE,
        "2026-04": Post.DEPUTY_OF_UNIT,
        "2026-05": Post.HEAD_OF_UNIT,
    }


def test_relief_from_a_post_ends_it() -> None:
    relieved = event(
        EventKind.RELIEVED,
        AN,
        first_day=date(2026, 5, 1),
        becomes=Placement(post=Post.NONE),
        was=HEAD,
    )
    assert one(officer(AN, post=Post.HEAD_OF_UNIT), APRIL, relieved).post is Post.HEAD_OF_UNIT
    assert one(officer(AN, post=Post.HEAD_OF_UNIT), MAY, relieved).post is Post.NONE


def test_another_kind_of_person_from_its_day_on() -> None:
    became = event(
        EventKind.KIND_CHANGED,
        AN,
        first_day=date(2026, 5, 1),
        becomes=Placement(kind=Kind.CONG_CHUC),
        was=Placement(kind=Kind.VIEN_CHUC),
    )
    kinds = [one(officer(AN, kind=Kind.CONG_CHUC), period, became).kind for period in (APRIL, MAY)]
    assert kinds == [Kind.VIEN_CHUC, Kind.CONG_CHUC]


def test_a_move_between_the_office_s_own_units_is_no_transfer() -> None:
    other = officer("Trần Thị Bình", unit="Phòng Kinh tế")
    moved = event(
        EventKind.TRANSFER_OUT,
        AN,
        first_day=date(2026, 5, 1),
        becomes=Placement(unit="Phòng Kinh tế"),
    )
    officers, [told], _ = as_of_period([officer(AN), other], [moved], MAY, "last_day")
    assert (officers[0].unit, told.kind) == ("Phòng Kinh tế", EventKind.MOVED)
    away = event(EventKind.TRANSFER_OUT, AN, becomes=Placement(unit="Phòng Nội vụ tỉnh"))
    assert as_of_period([officer(AN), other], [away], MAY, "last_day")[1] == (away,)


def test_a_change_without_a_day_or_a_content_is_named_and_left() -> None:
    events = [appointed(first_day=None), appointed(becomes=None)]
    _, _, findings = as_of_period([officer(AN)], events, MAY, "last_day")  # type: ignore[arg-type]
    assert [finding.code for finding in findings] == ["D15", "D15"]
    assert {finding.severity.value for finding in findings} == {"warning"}


def test_what_the_roster_says_already_needs_no_day() -> None:
    head = officer(AN, post=Post.HEAD_OF_UNIT)
    assert one(head, MAY, appointed(first_day=None)).changes == ()


# ── a roster with a row for each post held ──────────────────────────────────────────────────


def dated(post: Post, since: date | None, until: date | None, line: int) -> Officer:
    at = row(line, "Danh sách", ("name", "position", "since", "until"))
    return officer(AN, id=f"row {line}", at=at, post=post, since=since, until=until)


ROWS = (
    dated(Post.NONE, None, date(2026, 5, 15), 2),
    dated(Post.HEAD_OF_UNIT, MID_MAY, None, 3),
)


@pytest.mark.parametrize(
    ("period", "post"),
    [(APRIL, Post.NONE), (MAY, Post.HEAD_OF_UNIT), (JUNE, Post.HEAD_OF_UNIT)],
    ids=str,
)
def test_of_several_rows_of_one_person_the_one_in_force_counts(period: Period, post: Post) -> None:
    [kept] = rows_in_force(ROWS, period, "last_day")
    assert (kept.post, kept.absent) == (post, False)


def test_a_person_whose_days_are_over_or_ahead_is_not_there() -> None:
    rows = (dated(Post.NONE, date(2026, 5, 1), date(2026, 5, 31), 2),)
    assert [rows_in_force(rows, p, "last_day")[0].absent for p in (APRIL, MAY, JUNE)] == [
        *(True, False),
        True,
    ]


def test_two_rows_without_days_stay_two_people() -> None:
    rows = (dated(Post.NONE, None, None, 2), dated(Post.NONE, None, None, 3))
    assert rows_in_force(rows, MAY, "last_day") == rows


def test_rows_of_one_name_whose_days_overlap_are_two_people() -> None:
    """ "Từ ngày" of everyone is when they came: nobody has two posts on one day."""
    rows = (
        dated(Post.NONE, date(2021, 1, 1), None, 2),
        dated(Post.HEAD_OF_UNIT, date(2022, 1, 1), None, 3),
    )
    assert [kept.post for kept in rows_in_force(rows, MAY, "last_day")] == [
        Post.NONE,
        Post.HEAD_OF_UNIT,
    ]
    [kept] = rows_in_force([replace(each, code="04") for each in rows], MAY, "last_day")
    assert kept.post is Post.HEAD_OF_UNIT


# ── end to end ──────────────────────────────────────────────────────────────────────────────

EVENTS: list[Cell] = [
    "STT",
    "Họ và tên",
    "Sự việc",
    "Từ ngày",
    "Chức vụ cũ",
    "Chức vụ mới",
    "Văn bản",
]


def march(folder: Path, *events: list[Cell], **sheets: Sheet) -> dict[str, Classification]:
    """The small office's March with a list of events beside it."""
    listed: Sheet = [["THEO DÕI SỰ VIỆC THÁNG 3 NĂM 2026"], EVENTS, *events]
    month(folder / "thang-03.xlsx", **{"Sự việc": listed, **sheets})
    [outcome] = assessed(folder)
    return {result.officer.name: result for result in outcome.results}


def test_an_appointment_of_the_month_makes_a_leader_and_says_so(tmp_path: Path) -> None:
    results = march(
        tmp_path,
        [1, AN, "Bổ nhiệm", date(2026, 3, 10), "Chuyên viên", "Phó Trưởng phòng", "QĐ 20/QĐ-UBND"],
    )
    an = results[AN]
    assert an.officer.post is Post.DEPUTY_OF_UNIT
    assert an.not_rated is NotRated.INCOMPLETE  # the parts đ and e of a leader are asked for
    [told] = [reason for reason in an.reasons if "10/03/2026" in reason.text.vi]
    assert "tính cả kỳ theo chức vụ, đơn vị, đối tượng ở ngày cuối kỳ" in told.text.vi
    assert [(basis.choice, basis.option) for basis in told.basis] == [
        ("change_within_period", "last_day")
    ]


def test_the_office_may_decide_that_most_days_count(tmp_path: Path) -> None:
    (tmp_path / "cadre.toml").write_text(
        '[decisions]\nchange_within_period = { option = "most_days", document = "QĐ 3/QĐ-UBND" }\n',
        encoding="utf-8",
    )
    results = march(
        tmp_path,
        [1, AN, "Bổ nhiệm Phó Trưởng phòng Kinh tế", date(2026, 3, 25), None, None, None],
    )
    assert results[AN].officer.post is Post.NONE
    assert any("chiếm nhiều ngày nhất" in reason.text.vi for reason in results[AN].reasons)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Chuyển công tác sang UBND xã Khe Vầu", date(2026, 3, 2)),
        ("Tiếp nhận từ UBND xã Khe Vầu", date(2026, 4, 1)),
        ("Nghỉ hưu", date(2026, 2, 1)),
        ("Mới tuyển dụng", date(2026, 4, 1)),
    ],
)
def test_whoever_was_not_there_is_not_blamed_for_having_no_work(
    tmp_path: Path, words: str, day: date
) -> None:
    """1 March 2026 is a Sunday: whoever goes on Monday the 2nd was there on no working day."""
    roster: Sheet = [*ROSTER, [4, "Phạm Văn Chủ", "Chủ tịch UBND", "Lãnh đạo", "Cán bộ"]]
    roster += [[5, "Lò Thị Mai", "Chuyên viên", "Phòng Kinh tế", "Công chức"]]
    results = march(
        tmp_path,
        [1, "Lò Thị Mai", words, day, None, None, None],
        **{"Danh sách": roster},
    )
    assert results["Lò Thị Mai"].not_rated is NotRated.NOT_HERE
    codes = {finding.code for finding in assessed(tmp_path)[0].findings}
    assert ("X04" in codes, "X05" in codes) == (True, False)


@pytest.mark.parametrize(("until", "here"), [(date(2026, 2, 15), True), (date(2026, 3, 31), False)])
def test_a_secondment_that_is_over_keeps_nobody_away(
    tmp_path: Path, until: date, here: bool
) -> None:
    head: list[Cell] = ["STT", "Họ và tên", "Sự việc", "Từ ngày", "Đến ngày"]
    seconded: list[Cell] = [1, "Lò Thị Mai", "Biệt phái", date(2026, 1, 5), until]
    mai: list[Cell] = [5, "Lò Thị Mai", "Chuyên viên", "Phòng Kinh tế", "Công chức"]
    listed: Sheet = [["THEO DÕI SỰ VIỆC THÁNG 3 NĂM 2026"], head, seconded]
    month(tmp_path / "thang-03.xlsx", **{"Danh sách": [*ROSTER, CHAIRMAN, mai], "Sự việc": listed})
    [outcome] = assessed(tmp_path)
    results = {result.officer.name: result.not_rated for result in outcome.results}
    expected = NotRated.NOTHING_ASSIGNED if here else NotRated.NOT_HERE
    assert results["Lò Thị Mai"] is expected


def test_work_on_record_is_not_hidden_by_a_going_on_record(tmp_path: Path) -> None:
    """An has work of March and no common marks: that is lacking, whatever is said of February."""
    results = march(
        tmp_path,
        [1, AN, "Nghỉ việc", date(2026, 2, 1), None, None, None],
        **{"Tiêu chí chung": [row for row in COMMON if AN not in row]},
    )
    assert results[AN].not_rated is NotRated.INCOMPLETE


def test_a_roster_with_days_gives_each_month_its_own_post(tmp_path: Path) -> None:
    head: Sheet = [
        ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Đối tượng", "Từ ngày", "Đến ngày"],
        [1, "Lê Văn Cả", "Trưởng phòng", "Phòng Kinh tế", "Công chức", None, date(2026, 3, 31)],
        [2, AN, "Chuyên viên", "Phòng Kinh tế", "Công chức", None, date(2026, 3, 31)],
        [3, AN, "Trưởng phòng", "Phòng Kinh tế", "Công chức", date(2026, 4, 1), None],
        [4, "Trần Thị Bình", "Chuyên viên", "Phòng Kinh tế", "Công chức", None, None],
    ]
    workbook(tmp_path / "danh-sach-nam.xlsx", {"Danh sách": head})
    for number in (3, 4):
        title = [[f"ĐIỂM TIÊU CHÍ CHUNG THÁNG {number} NĂM 2026"], *COMMON[1:]]
        sheets = {"Giao việc": tasks_sheet(TASKS, number), "Tiêu chí chung": title}
        workbook(tmp_path / f"thang-{number:02d}.xlsx", sheets)
    march_, april = assessed(tmp_path)
    posts = [
        {r.officer.name: (r.officer.post, r.not_rated) for r in outcome.results}
        for outcome in (march_, april)
    ]
    assert posts[0][AN][0] is Post.NONE
    assert posts[1][AN][0] is Post.HEAD_OF_UNIT
    assert len(posts[0]) == len(posts[1]) == 3
    assert posts[0]["Lê Văn Cả"][0] is Post.HEAD_OF_UNIT


def test_leave_over_every_working_day_is_leave_for_the_whole_month() -> None:
    """February 2026 begins on a Sunday: from Monday the 2nd to Friday the 27th is all of it."""
    february = Period.parse("2026-02")
    assert (february.first_working_day, february.last_working_day) == (
        date(2026, 2, 2),
        date(2026, 2, 27),
    )
    leave = event(EventKind.MATERNITY, first_day=date(2026, 2, 2), last_day=date(2026, 2, 27))
    assert leave.covers(february)
    assert not event(EventKind.LEAVE, first_day=date(2026, 2, 3), at=cell()).covers(february)


def test_tasks_are_still_whose_they_are_after_a_move(tmp_path: Path) -> None:
    results = march(
        tmp_path,
        [1, AN, "Chuyển sang Phòng Văn hóa", date(2026, 3, 16), None, None, None],
        **{
            "Danh sách": [
                *ROSTER,
                [4, "Phạm Văn Chủ", "Chủ tịch UBND", "Lãnh đạo", "Cán bộ"],
                [5, "Lò Thị Mai", "Chuyên viên", "Phòng Văn hóa", "Công chức"],
            ],
            "Giao việc": tasks_sheet([*TASKS, task("Tuyên truyền", "Lò Thị Mai", 1, 1, 1)]),
        },
    )
    assert (results[AN].officer.unit, results[AN].grade) == ("Phòng Văn hóa", "HTT")
    note = results["Lê Văn Cả"].score.parts["d"].note
    assert note is not None
    assert note.vi.startswith("1 người được lãnh đạo có điểm")  # Bình; An has another head now


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Khiển trách, đã tính năm 2025", "hành vi này đã tính rồi"),
        ("Cảnh cáo, vi phạm ở cơ quan cũ", "tính cho cơ quan cũ"),
        ("Khiển trách, không liên quan đến công vụ", "không liên quan đến công vụ"),
    ],
)
def test_a_discipline_that_does_not_count_here_is_told_and_forces_nothing(
    tmp_path: Path, words: str, why: str
) -> None:
    """NĐ 335 Đ11.3: 70,9583… stays Hoàn thành tốt, and the authority is told why."""
    results = march(tmp_path, [1, AN, words, date(2026, 3, 3), None, None, "QĐ 5/QĐ-UBND"])
    assert results[AN].grade == "HTT"
    [told] = [reason for reason in results[AN].reasons if "QĐ 5/QĐ-UBND" in reason.text.vi]
    assert why in told.text.vi
    assert [basis.passage for basis in told.basis] == ["Điều 11 khoản 3"]
    assert "X01" not in {finding.code for finding in assessed(tmp_path)[0].findings}


def test_any_other_discipline_of_the_month_forces_the_class(tmp_path: Path) -> None:
    results = march(tmp_path, [1, AN, "Khiển trách", date(2026, 3, 3), None, None, "QĐ 5/QĐ-UBND"])
    assert results[AN].grade == "KHT"
    assert "X01" in {finding.code for finding in assessed(tmp_path)[0].findings}
