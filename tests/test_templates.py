"""The blank forms: filled in as their own messages say, nothing about them is remarked on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tools.build_templates import FOLDER, build, stale
from tools.sheet_forms import same_workbook

from cadre_cli.domain.office import Decided, Office
from cadre_cli.domain.officers import Kind
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.intake import Intake, intake
from cadre_cli.pipeline.period import outcomes

Row = Sequence[object]

_AN, _BINH, _CUONG, _DUNG, _HOA = (
    "Lê Quang An",
    "Hà Thị Bình",
    "Vi Văn Cường",
    "Lò Thị Dung",
    "Trịnh Thị Hòa",
)
_OFFICE_UNIT, _UNIT = "Lãnh đạo UBND xã", "Phòng Kinh tế"
_PEOPLE: tuple[Row, ...] = (
    (1, None, _AN, _OFFICE_UNIT, "Chủ tịch UBND xã", "Cán bộ", "Có", None, None, None, "Lãnh đạo"),
    (2, None, _BINH, _UNIT, "Trưởng phòng", "Công chức", "Có", _AN, None, "Thôn Đá", "Lãnh đạo"),
    (3, None, _CUONG, _UNIT, "Công chức Địa chính", "Công chức", "Không", _BINH, "Đất đai", None, "A"),
    (4, None, _DUNG, _UNIT, "Công chức Kế toán", "Công chức", "Không", _BINH, "Tài chính", None, "A"),
    (5, None, _HOA, _UNIT, "Nhân viên thú y", "Viên chức", "Không", _BINH, None, None, "B"),
)  # fmt: skip
_CATALOGUE: tuple[Row, ...] = (
    (1, "QL.01", "Điều hành", "Điều hành công tác tháng", "Kế hoạch", "Nhóm 3", 50, 10),
    (2, "DC.01", "Văn bản", "Văn bản đơn giản", "Công văn", "Nhóm 1", 5, 1),
    (3, "KT.01", "Đất đai", "Xác minh thửa đất", "Biên bản", "Nhóm 2", 12, 2.4),
)


def _may(day: int) -> date:
    return date(2026, 5, day)


_TASKS: tuple[Row, ...] = (
    (1, "QL.01", "Điều hành Phòng Kinh tế tháng 5", "Kế hoạch", _BINH, None, _AN, _may(4), _may(29), 1, 10, "Theo kế hoạch", 1, _may(29), None, None, _AN),
    (2, "KT.01", "Xác minh đơn của công dân", "Biên bản", _CUONG, _DUNG, _BINH, _may(4), _may(22), 5, 2.4, "Theo kế hoạch", 4, _may(25), 1, 1, _BINH),
    (3, "DC.01", "Công văn gửi các thôn", "Công văn", _DUNG, None, _BINH, _may(4), _may(20), 6, None, "Theo kế hoạch", 6, _may(20), None, None, _BINH),
    (4, "DC.01", "Công văn về dịch tả lợn", "Công văn", _HOA, None, _BINH, _may(4), _may(15), 2, 1, "Theo kế hoạch", 2, _may(18), None, 1, _BINH, "Mưa lũ chia cắt đường", _AN),
    (5, "DC.01", "Thông báo khẩn về bão", "Công văn", _HOA, None, _BINH, _may(11), _may(12), 1, 1, "Đột xuất", 1, _may(12), None, None, _BINH),
)  # fmt: skip
_MARKS: tuple[Row, ...] = (
    (1, _BINH, "Trưởng phòng", _UNIT, 29, 5, 5, 2.5, 2.5, 2.5, 2.5, 2, 2, 2, 2),
    (2, _CUONG, "Công chức Địa chính", _UNIT, 28, 5, 4.5, 2.5, 2, 2, 2.5, 1, 2, 2, 1.5),
    (3, _DUNG, None, None, 27, 5, 5, 2.5, 2, 2, 2, 1.5, 2, 2, 1),
    (4, _HOA, None, None, 27, 5, 5, 2, 2, 2, 2, 1, 2, 2, 2),
)
_LEADERS: tuple[Row, ...] = ((1, _BINH, "Trưởng phòng", _UNIT, 1, 0.5, 1),)
_EVENTS: tuple[Row, ...] = (
    (1, _DUNG, _UNIT, "Nghỉ phép", _may(6), _may(8), "Đơn ngày 04/5/2026", "Nghỉ phép năm"),
)


@cache
def _built() -> dict[str, bytes]:
    return {str(name): data for name, data in build().items()}


def _open(name: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(_built()[name]))


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Types rows below the row that numbers the columns, into cells that are open to typing."""
    first = next(cell.row for cell in sheet["A"] if cell.value == "(1)") + 1
    for number, values in enumerate(rows, first):
        for place, value in enumerate(values, 1):
            if value is not None:
                cell = sheet.cell(number, place)
                assert not cell.protection.locked
                cell.value = value


def _put_period(book: Workbook, words: str) -> None:
    """Typed once in the first sheet; in the others Excel works it out, which openpyxl does not."""
    for sheet in book.worksheets:
        for cell in sheet["A"]:
            if isinstance(cell.value, str) and ("NĂM 20…" in cell.value or cell.value[0] == "="):
                cell.value = words


def _filled_roster() -> bytes:
    book = _open("danh-sach.xlsx")
    _put(book["Danh sách"], _PEOPLE)
    return _saved(book)


def _filled_catalogue() -> bytes:
    book = _open("danh-muc.xlsx")
    _put(book["Danh mục"], _CATALOGUE)
    return _saved(book)


def _filled_month() -> bytes:
    book = _open("thang.xlsx")
    _put_period(book, "THÁNG 5 NĂM 2026")
    _put(book["Giao việc và kết quả"], _TASKS)
    _put(book["Tiêu chí chung"], _MARKS)
    _put(book["Lãnh đạo"], _LEADERS)
    _put(book["Sự kiện"], _EVENTS)
    return _saved(book)


def _outcome(month: Intake) -> Outcome:
    # Before July 2026 the forms' products and coefficients serve viên chức only where it is decided.
    borrowed = Decided("nd335-2025", "QĐ số 12/QĐ-UBND ngày 05/01/2026")
    office = Office(name="UBND xã Đá", decisions={"vien_chuc_rule_2026": borrowed})
    shared = (
        intake(_filled_roster(), "danh-sach.xlsx", office),
        intake(_filled_catalogue(), "danh-muc.xlsx", office),
    )
    (outcome,) = outcomes(office, (month,), shared)
    return outcome


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return _outcome(intake(_filled_month(), "thang-05.xlsx", Office(name="UBND xã Đá")))


def test_forms_filled_in_properly_bring_no_remark_about_themselves(outcome: Outcome) -> None:
    # Work outside the plan is noted (K03), as are silences of the law (X06); nothing of the forms.
    expected = {("K03", "Giao việc và kết quả"), ("X06", None)}
    assert {(finding.code, finding.at.sheet) for finding in outcome.findings} == expected


def test_everything_typed_into_the_forms_counts(outcome: Outcome) -> None:
    totals = {r.officer.name: r.score.root and r.score.root.value for r in outcome.results}
    # a = 4/5; b and c lose a quarter of one of five: 3,75/5; common 25
    cuong = 25 + 70 * (Decimal("0.8") + 2 * Decimal("0.75")) / 3
    # a = b = c = 3/2 with the unplanned task, the lateness is excused; held at 70; common 25
    hoa = Decimal(95)
    # 6 of 6, the coefficient taken from the catalogue; common 25
    dung = Decimal(95)
    # (1 + 1 + 1 + 1 + 0,5 + 1) / 6 of 70; common 28
    binh = 28 + Decimal(70) * Decimal("5.5") / 6
    expected = {_AN: None, _BINH: binh, _CUONG: cuong, _DUNG: dung, _HOA: hoa}
    assert {n: t if t is None else round(float(t), 9) for n, t in totals.items()} == {
        n: t if t is None else round(float(t), 9) for n, t in expected.items()
    }


def test_kind_and_post_come_from_the_roster_form(outcome: Outcome) -> None:
    told = {r.officer.name: (r.officer.kind, r.officer.post.leads) for r in outcome.results}
    assert told == {
        _AN: (Kind.CAN_BO, True),
        _BINH: (Kind.CONG_CHUC, True),
        _CUONG: (Kind.CONG_CHUC, False),
        _DUNG: (Kind.CONG_CHUC, False),
        _HOA: (Kind.VIEN_CHUC, False),
    }


def test_an_empty_month_form_is_left_out_as_a_form() -> None:
    blank = intake(_built()["thang.xlsx"], "thang.xlsx", Office())
    assert blank.parts == ()
    assert not blank.unreadable
    assert {finding.code for finding in blank.findings} == {"B02"}


@pytest.mark.parametrize("name", ["danh-sach.xlsx", "danh-muc.xlsx"])
def test_an_empty_roster_or_catalogue_form_brings_no_error(name: str) -> None:
    blank = intake(_built()[name], name, Office())
    assert [finding.code for finding in blank.findings if finding.severity.value == "error"] == []


def _sheets() -> Iterator[Worksheet]:
    for name in _built():
        yield from _open(name).worksheets


@pytest.mark.parametrize("sheet", list(_sheets()), ids=lambda sheet: sheet.title)
def test_headings_are_locked_without_a_password(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert not sheet.protection.password
    numbers = [cell for row in sheet.iter_rows() for cell in row if cell.value == "(1)"]
    assert all(cell.protection.locked for cell in numbers)
    # openpyxl writes what is forbidden: False is what a clerk may do
    assert not any(
        (sheet.protection.insertRows, sheet.protection.sort, sheet.protection.formatRows)
    )


@pytest.mark.parametrize(
    "sheet", [s for s in _sheets() if s.title != "Hướng dẫn"], ids=lambda sheet: sheet.title
)
def test_forms_print_on_a4_across_with_headings_on_every_page(sheet: Worksheet) -> None:
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows
    assert sheet.freeze_panes


def test_choices_are_offered_where_words_decide() -> None:
    offered = {
        (sheet.title, rule.formula1)
        for sheet in _sheets()
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert {
        ("Danh sách", '"Cán bộ,Công chức,Viên chức,Hợp đồng"'),
        ("Danh sách", '"Có,Không"'),
        ("Giao việc và kết quả", '"Theo kế hoạch,Đột xuất,Nhận thay,Chuyển giao"'),
        ("Giao việc và kết quả", "'Tiêu chí chung'!$B$11:$B$90"),
        ("Lãnh đạo", '"100%,50%"'),
    } <= offered


def test_every_message_fits_what_excel_allows() -> None:
    rules = [rule for sheet in _sheets() for rule in sheet.data_validations.dataValidation]
    assert max(len(rule.prompt or "") for rule in rules) <= 255
    assert max(len(rule.promptTitle or "") for rule in rules) <= 32


def test_templates_on_the_disk_are_those_that_are_built() -> None:
    assert stale(FOLDER, build()) == []


def test_a_template_that_was_changed_by_hand_is_named(tmp_path: Path) -> None:
    files = build()
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "thang.xlsx").write_bytes(_filled_month())
    assert stale(tmp_path, files) == [Path("thang.xlsx")]


def test_building_twice_gives_the_same_bytes() -> None:
    assert build() == build()
    assert same_workbook(_built()["thang.xlsx"], build()[Path("thang.xlsx")])


# ── forms about villages ─────────────────────────────────────────────────────────────────────

_VILLAGE_SHEETS: dict[str, tuple[Row, ...]] = {
    "Phụ trách thôn": (
        (1, "Thôn Đá", _CUONG, "Vận động làm đường", 10, 9, 8, "Sát dân", "Tổ tự quản"),
    ),
    "Tiêu chí NTM": (
        (1, "Thôn Đá", "2.1", "Đường trục thôn", "100%", "100%", "Đạt", "BB 12/BB-BPT"),
        (2, "Thôn Đá", "2.2", "Nhà ở dân cư", "100%", "90%", "Chưa đạt"),
    ),
    "Đóng góp": (
        (1, _may(7), "Thôn Đá", "Lò Văn Ón", "Đất", 120, "m²", "Đường ngõ"),
        (2, _may(7), "Thôn Đá", None, "Tiền mặt", 15.5, "triệu đồng", "Đường ngõ"),
        (3, _may(7), "Thôn Đá", None, "Ngày công", 30, "ngày công"),
        (4, _may(7), "Thôn Đá", None, "Hiện vật khác", 20, "bao xi măng"),
    ),
    "Hộ được giúp": ((1, _may(7), "Thôn Đá", "Lò Văn Ón", "Cải tạo vườn tạp", _CUONG, "500 m²"),),
}
_LOG: tuple[Row, ...] = (
    (1, _may(7), "Thôn Đá", f"{_CUONG}; {_DUNG}", "Mương vỡ", "Sửa mương", _DUNG, _may(20), "Đã giải quyết", _may(18)),
    (2, _may(14), "Thôn Đá", _CUONG, "Không có ý kiến"),
)  # fmt: skip


def _filled(
    name: str, sheets: dict[str, tuple[Row, ...]], period: str = "THÁNG 5 NĂM 2026"
) -> Intake:
    book = _open(name)
    _put_period(book, period)
    for sheet, rows in sheets.items():
        _put(book[sheet], rows)
    return intake(_saved(book), name, Office(name="UBND xã Đá"))


def test_forms_about_villages_are_read_without_a_remark() -> None:
    month = _filled("thon.xlsx", _VILLAGE_SHEETS)
    log = _filled("tham-thon.xlsx", {"Nhật ký đi thôn": _LOG})
    assert month.findings == ()
    assert log.findings == ()
    (part,) = month.parts
    villages = part.records.villages
    assert str(part.period) == "2026-05"
    assert [(t.village, t.points, t.max_points, t.model) for t in villages.tasks] == [
        ("Thôn Đá", Decimal(8), Decimal(10), "Tổ tự quản")
    ]
    assert [(c.number, c.reached) for c in villages.criteria] == [("2.1", True), ("2.2", False)]
    assert [(g.amount, g.unit) for g in villages.contributions] == [
        (Decimal(120), "m²"),
        (Decimal(15_500_000), "đồng"),
        (Decimal(30), "ngày công"),
        (Decimal(20), "bao xi măng"),
    ]
    assert [(h.household, h.work) for h in villages.households] == [
        ("Lò Văn Ón", "Cải tạo vườn tạp")
    ]
    (visits,) = log.parts
    assert [(v.day, v.promised, v.done) for v in visits.records.villages.visits] == [
        (_may(7), "Sửa mương", True),
        (_may(14), None, None),
    ]


@pytest.mark.parametrize("name", ["thon.xlsx", "tham-thon.xlsx", "nam.xlsx"])
def test_empty_forms_are_left_out_as_forms(name: str) -> None:
    blank = intake(_built()[name], name, Office())
    assert blank.parts == ()
    assert {finding.code for finding in blank.findings} == {"B02"}


# ── the form of a year ───────────────────────────────────────────────────────────────────────

_YEAR_SHEETS: dict[str, tuple[Row, ...]] = {
    "Sự kiện": (
        (1, _CUONG, _UNIT, "Kỷ luật", _may(12), None, "Quyết định số 44/QĐ-UBND ngày 12/5/2026", "Khiển trách: để mất hồ sơ"),
        (2, _DUNG, _UNIT, "Bổ nhiệm", _may(18), None, "Quyết định số 46/QĐ-UBND ngày 15/5/2026", "Kiện toàn lãnh đạo phòng", "Phó Trưởng phòng"),
    ),
    "Cơ quan, đơn vị": (
        (1, _UNIT, 27, 58.5, None, 1, 0.25, 1, 0, 0, "Có", 0.98, "Không", "Hoàn thành tốt nhiệm vụ", "Quyết định số 90/QĐ-UBND ngày 10/12/2026"),
    ),
    "Tháng ở nơi cũ": (
        (1, _HOA, _UNIT, "UBND xã Khe Vầu", 1, 84.5, "Hoàn thành tốt nhiệm vụ", "Công văn số 15/UBND ngày 05/3/2026"),
        (2, _HOA, _UNIT, "UBND xã Khe Vầu", 2, 91),
    ),
}  # fmt: skip


def test_the_form_of_a_year_is_read_without_a_remark() -> None:
    read = _filled("nam.xlsx", _YEAR_SHEETS, "NĂM 2026")
    assert read.findings == ()
    events = [each for part in read.parts for each in part.records.events]
    assert [(e.kind.value, e.first_day, e.document is not None) for e in events] == [
        ("discipline", _may(12), True),
        ("appointed to a post", _may(18), True),
    ]
    (organisation,) = [each for part in read.parts for each in part.records.organisations]
    assert (organisation.name, organisation.common, organisation.result, organisation.grade) == (
        _UNIT,
        Decimal(27),
        Decimal("58.5"),
        "HTT",
    )
    assert organisation.measures == {
        "tasks_on_time_good": 1,
        "tasks_beyond": Decimal("0.25"),
        "tasks_done": 1,
        "tasks_late": 0,
        "units_failed": 0,
        "shortcomings_remedied": 1,
        "programme_done": Decimal("0.98"),
        "wrongdoing_concluded": 0,
    }
    brought = [each for part in read.parts for each in part.records.brought]
    assert [(str(each.period), each.total, each.body) for each in brought] == [
        ("2026-01", Decimal("84.5"), "UBND xã Khe Vầu"),
        ("2026-02", Decimal(91), "UBND xã Khe Vầu"),
    ]


@pytest.mark.parametrize("name", sorted(_built()))
def test_a_form_is_printed_as_papers_of_the_state_are(name: str) -> None:
    for sheet in _open(name):
        edges = sheet.page_margins
        sides = [round(each * 25.4) for each in (edges.left, edges.right, edges.top, edges.bottom)]
        assert sides == [30, 15, 20, 20], sheet.title
        assert (sheet.oddHeader.center.text, sheet.oddFooter.center.text) == ("&P", None)
        assert sheet.HeaderFooter.differentFirst, sheet.title
