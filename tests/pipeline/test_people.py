"""People are told apart by code, or by name and unit, and never guessed."""

import itertools
from dataclasses import replace

import pytest
from tests.factories import officer, row, task

from cadre_cli.domain.marks import CommonMarks
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Records
from cadre_cli.domain.values import Mention
from cadre_cli.pipeline.people import Directory, officers_of
from cadre_cli.vietnamese.names import read_people

HERE = CellRef("thang-03.xlsx", "Giao việc", 5, 4)


def called(name: str, **told: str) -> Mention:
    return Mention(name, name, HERE, **told)


def people(*officers: Officer) -> Directory:
    return Directory.of(officers_of(Records(officers=officers)))


def on_roster(name: str, line: int, **changes: object) -> Officer:
    return officer(name, at=row(line, "Danh sách", ("name", "unit")), **changes)


def who(directory: Directory, mention: Mention, unit: str | None = None) -> list[str | None]:
    found = directory.resolve(mention, unit).officers
    return [o.code or o.unit for o in directory.officers if o.id in found]


@pytest.fixture
def two_hoas() -> Directory:
    return people(
        on_roster("Lê Thị Hòa", 5, unit="Văn phòng", code="VP1"),
        on_roster("Lê Thị Hòa", 6, unit="Phòng Kinh tế", code="KT1"),
        on_roster("Lê Thị Hoa", 7, unit="Phòng Kinh tế", code="KT2"),
    )


def test_tone_placement_and_case_do_not_part_a_name(two_hoas: Directory) -> None:
    assert who(two_hoas, called("LÊ THỊ HOÀ"), "Văn phòng") == ["VP1"]


def test_a_different_tone_is_a_different_person(two_hoas: Directory) -> None:
    assert who(two_hoas, called("Lê Thị Hoa")) == ["KT2"]
    assert who(two_hoas, called("Lê Thị Hoá")) == []


def test_homonyms_are_told_apart_by_unit_or_code_else_nobody_is_chosen(two_hoas: Directory) -> None:
    assert who(two_hoas, called("Lê Thị Hòa", unit="Phòng Kinh tế")) == ["KT1"]
    assert who(two_hoas, called("Lê Thị Hòa", code="VP1")) == ["VP1"]
    assert who(two_hoas, called("Lê Thị Hòa")) == ["VP1", "KT1"]


def test_a_first_name_alone_counts_within_its_unit_only(two_hoas: Directory) -> None:
    assert who(two_hoas, called("Hòa"), "Văn phòng") == ["VP1"]
    assert who(two_hoas, called("Hòa")) == []


def test_a_post_that_one_person_holds_names_that_person() -> None:
    chairman = on_roster("Phạm Văn Minh", 5, position="Chủ tịch UBND xã", unit="Lãnh đạo")
    clerks = [on_roster(f"Lê Thị {n}", 6 + i, position="Chuyên viên") for i, n in enumerate("AB")]
    directory = people(chairman, *clerks)
    for words in ("Chủ tịch UBND xã", "CT UBND", "Chủ tịch Ủy ban nhân dân xã Hóa Quỳ"):
        assert who(directory, called(words)) == ["Lãnh đạo"]
    assert who(directory, called("Phó Chủ tịch UBND xã")) == []
    assert len(who(directory, called("Chuyên viên"))) == 2


def test_the_head_of_a_unit_may_be_called_by_post_and_unit() -> None:
    one = on_roster("Lê Văn Cả", 5, position="Trưởng phòng", unit="Phòng Kinh tế")
    other = on_roster("Vũ An", 6, position="Trưởng phòng", unit="Phòng Văn hóa - Xã hội")
    directory = people(one, other)
    assert who(directory, called("TP Kinh tế")) == ["Phòng Kinh tế"]
    assert who(directory, called("Trưởng phòng Văn hóa - Xã hội")) == ["Phòng Văn hóa - Xã hội"]
    assert len(who(directory, called("Trưởng phòng"))) == 2


def test_a_first_name_with_the_post_behind_it_is_whoever_holds_that_post() -> None:
    head = on_roster("Lê Văn Cả", 5, position="Trưởng phòng", unit="Phòng Kinh tế")
    other = on_roster("Hà Thị Cả", 6, position="Chuyên viên", unit="Phòng Văn hóa")
    directory = people(head, other)
    for words in ("Đ/c Cả - TP", "Cả (Trưởng phòng Kinh tế)"):
        assert who(directory, replace(called("Cả"), written=words)) == ["Phòng Kinh tế"]
    assert who(directory, replace(called("Cả"), written="Đ/c Cả - PTP")) == []
    assert who(directory, called("Cả")) == []


def test_a_group_recipient_is_nobody(two_hoas: Directory) -> None:
    assert who(two_hoas, called("Toàn thể cán bộ"), "Văn phòng") == []


def test_the_same_person_in_two_rosters_is_one_and_blanks_are_filled() -> None:
    office = officer("Trần Văn Bách", at=row(5, "Danh sách"), village="thôn Đông", unit="Văn phòng")
    month = officer("Trần Văn Bách", at=row(9, "Cán bộ"), position="Công chức", unit="Văn phòng")
    assert officers_of(Records(officers=(office, month))) == (
        replace(month, id="roster:0", village="thôn Đông"),
    )


def test_two_rows_of_one_roster_are_two_people_unless_they_say_the_same() -> None:
    one = on_roster("Trần Văn Bách", 5, position="Công chức")
    other = on_roster("Trần Văn Bách", 6, position="Viên chức")
    assert len(officers_of(Records(officers=(one, other)))) == 2
    assert len(officers_of(Records(officers=(one, replace(one, at=other.at))))) == 1


def test_whoever_stands_only_in_a_score_table_is_met_there() -> None:
    scores = CommonMarks(called("Phạm Văn Lạ"), row(7, "Tiêu chí chung"), ())
    (met,) = officers_of(Records(common=(scores,)))
    assert (met.name, met.from_roster, met.at.first) == ("Phạm Văn Lạ", False, HERE)


def test_without_a_roster_owners_of_tasks_are_people_too() -> None:
    records = Records(tasks=(task("Nguyễn Văn An"), task("Nguyễn Văn An", line=3)))
    assert [each.name for each in officers_of(records)] == ["Nguyễn Văn An"]
    with_roster = Records(officers=(on_roster("Lê Thị Hoa", 5),), tasks=records.tasks)
    assert [each.name for each in officers_of(with_roster)] == ["Lê Thị Hoa"]


def test_without_a_roster_one_name_under_two_codes_is_two_people() -> None:
    at = row(5, "Điểm", ("name",))
    marks = tuple(
        CommonMarks(called("Lê Thị Hoa", code=code), at, ()) for code in ("CC01", "CC02", "CC01")
    )
    assert [o.code for o in officers_of(Records(common=marks))] == ["CC01", "CC02"]


@pytest.fixture
def two_ens() -> Directory:
    return people(
        on_roster("Hà Thị Én", 5, unit="Văn phòng HĐND và UBND", code="04"),
        on_roster("Hà Thị Én", 6, unit="Phòng Kinh tế", code="05"),
        on_roster("Lê Văn Ba", 7, unit="Phòng Văn hóa - Xã hội", code="6"),
    )


def read(cell: str) -> Mention:
    one = read_people(cell)[0]
    return Mention(one.written, one.name, HERE, one.unit, one.code)


@pytest.mark.parametrize(
    "cell",
    ["Hà Thị Én (04)", "Hà Thị Én (4)", "Hà Thị Én - 04", "Hà Thị Én 04"],
)
def test_a_code_of_figures_tells_homonyms_apart(two_ens: Directory, cell: str) -> None:
    assert who(two_ens, read(cell)) == ["04"]


def test_figures_behind_another_persons_name_are_no_code(two_ens: Directory) -> None:
    assert who(two_ens, read("Lê Văn Ba (04)")) == ["6"]
    assert who(two_ens, called("Lê Văn Bá", code="6")) == ["6"]


def test_a_code_may_follow_a_name_without_a_sign() -> None:
    directory = people(
        on_roster("Hà Thị Én", 5, code="CB04"), on_roster("Hà Thị Én", 6, code="CB05")
    )
    assert who(directory, read("Hà Thị Én CB05")) == ["CB05"]


@pytest.mark.parametrize(
    ("short", "found"),
    [("VP", ["04"]), ("VP HĐND&UBND", ["04"]), ("PKT", ["05"]), ("KT", ["05"]), ("P.KT", ["05"])],
)
def test_homonyms_are_told_apart_by_the_initials_of_their_unit(
    two_ens: Directory, short: str, found: list[str]
) -> None:
    assert who(two_ens, read(f"Hà Thị Én ({short})")) == found


def test_initials_that_fit_two_units_choose_nobody() -> None:
    directory = people(
        on_roster("Hà Thị Én", 5, unit="Phòng Kinh tế", code="1"),
        on_roster("Hà Thị Én", 6, unit="Phòng Kiểm tra", code="2"),
    )
    assert who(directory, read("Hà Thị Én (PKT)")) == ["1", "2"]


def test_a_figure_in_brackets_makes_no_second_person_without_a_roster() -> None:
    owners = (read("Hà Thị Én (2)"), read("Hà Thị Én (3)"))
    records = Records(tasks=tuple(task(owners=(owner,)) for owner in owners))
    assert [(o.name, o.code) for o in officers_of(records)] == [("Hà Thị Én", None)]


def test_a_village_stands_for_whoever_is_in_charge_of_it() -> None:
    directory = people(
        on_roster("Lê Thị Hòa", 5, unit="Văn phòng", code="A", village="Thôn Đá, Thôn Lìm"),
        on_roster("Vũ Văn An", 6, unit="Văn phòng", code="B", village="Đông"),
        on_roster("Hà Thị Én", 7, unit="Văn phòng", code="C", village="Thôn Đông"),
    )
    assert who(directory, called("Thôn Lìm")) == ["A"]
    assert who(directory, called("thôn Đông")) == ["B", "C"]
    assert who(directory, called("Thôn Tây")) == []


def test_units_and_villages_are_no_people() -> None:
    work = [
        task(owners=(called(name),))
        for name in ("Vũ Văn An", "Văn phòng HĐND và UBND", "Thôn Đá", "Toàn thể công chức")
    ]
    assert [o.name for o in officers_of(Records(tasks=tuple(work)))] == ["Vũ Văn An"]


def test_whoever_may_be_meant_stands_with_a_name_that_fits_nobody_for_certain() -> None:
    directory = people(
        on_roster("Nguyễn Thị Hoa", 5, unit="Văn phòng"),
        on_roster("Trần Thị Hoa", 6, unit="Phòng Kinh tế"),
        on_roster("Lò Văn Sơn", 7, unit="Phòng Kinh tế"),
    )

    def meant(name: str, unit: str | None = None) -> list[str]:
        found = directory.resolve_or_ask(called(name), unit)
        assert not (found.officers and found.possible)
        return [o.name for o in directory.officers if o.id in found.possible]

    assert meant("Hoa") == ["Nguyễn Thị Hoa", "Trần Thị Hoa"]
    assert meant("Thị Hoa", "Phòng Kinh tế") == ["Nguyễn Thị Hoa", "Trần Thị Hoa"]
    assert meant("Lò Văn Sơm") == ["Lò Văn Sơn"]
    assert meant("Hoa", "Văn phòng") == meant("Trần Thị Hoa") == meant("Lê Văn Bình") == []
    assert meant("Phòng Kinh tế") == meant("toàn thể công chức") == []


def test_a_short_name_beside_those_who_are_scored_is_no_further_person() -> None:
    scored = [called("Nguyễn Thị Hoa"), called("Trần Thị Hoa")]
    marks = tuple(CommonMarks(who, row(n), ()) for n, who in enumerate(scored, 5))
    owner = Mention("Đ/c Hoa", "Hoa", CellRef("thang-03.xlsx", "Giao việc", 9, 4))
    records = Records(common=marks, tasks=(task(owners=(owner,)),))
    assert [o.name for o in officers_of(records)] == ["Nguyễn Thị Hoa", "Trần Thị Hoa"]


@pytest.mark.parametrize(
    ("owners", "known"),
    [
        (("Hoa", "Lê Thị Hoa", "Trần Thị Hoa"), {"Lê Thị Hoa", "Trần Thị Hoa"}),
        (("Lê Hà", "Lê Thị Hà", "Hà"), {"Lê Thị Hà"}),
        (("Thị Thu Hoa", "Vũ Thị Thu Hoa", "Thị Hoa"), {"Vũ Thị Thu Hoa", "Thị Hoa"}),
    ],
)
def test_without_a_roster_who_exists_does_not_follow_from_the_order_of_rows(
    owners: tuple[str, ...], known: set[str]
) -> None:
    for order in itertools.permutations(owners):
        work = tuple(task(name, line=n) for n, name in enumerate(order, 2))
        found = officers_of(Records(tasks=work))
        assert [o.name for o in found] == [name for name in order if name in known]


@pytest.mark.parametrize("codes", list(itertools.permutations((None, "CB04", "CB05"))))
def test_two_codes_beside_a_name_alone_are_two_people_in_any_order(
    codes: tuple[str | None, ...],
) -> None:
    at = row(5, "Điểm", ("name",))
    marks = tuple(CommonMarks(called("Hà Thị Én", code=code), at, ()) for code in codes)
    found = officers_of(Records(common=marks))
    assert [o.code for o in found] == [code for code in codes if code]
    assert who(Directory.of(found), called("Hà Thị Én")) == [code for code in codes if code]


def test_a_code_makes_a_short_name_somebody_where_the_others_have_theirs() -> None:
    def known(*owners: Mention) -> list[str]:
        work = task(owners=owners, line=2)
        return [o.name for o in officers_of(Records(tasks=(work,)))]

    other = called("Lê Thị Hà", code="CB01")
    assert known(called("Lê Hà", code="CB02"), other) == ["Lê Hà", "Lê Thị Hà"]
    assert known(called("Lê Hà", code="CB01"), other) == ["Lê Thị Hà"]
    assert known(called("Lê Hà", code="CB02"), called("Lê Thị Hà")) == ["Lê Thị Hà"]


def test_a_letter_tells_homonyms_apart_and_nobody_else() -> None:
    directory = people(
        on_roster("Lê Thị Hòa", 5, code="A"),
        on_roster("Lê Thị Hòa", 6, code="B"),
        on_roster("Vũ Văn An", 7, code="B"),
    )

    def told(cell: str) -> list[str | None]:
        [one] = read_people(cell)
        return who(directory, Mention(one.written, one.name, HERE, one.unit, one.code))

    assert (told("Lê Thị Hòa (A)"), told("Lê Thị Hòa (B)")) == (["A"], ["B"])
    assert told("Vũ Văn An (B)") == ["B"]


def test_without_a_roster_one_name_in_two_rows_of_a_sheet_is_told_apart_by_unit() -> None:
    def marks(line: int, unit: str, sheet: str = "Điểm") -> CommonMarks:
        at = CellRef("thang-03.xlsx", sheet, line, 2)
        return CommonMarks(Mention("Lê Văn Hùng", "Lê Văn Hùng", at, unit), row(line, sheet), ())

    office, economy = marks(5, "Văn phòng"), marks(6, "Phòng Kinh tế")
    again = marks(9, "VP", sheet="Tổng hợp")
    elsewhere = task(owners=(called("Lê Văn Hùng"),), unit="UBND xã")
    met = officers_of(Records(common=(office, economy, again), tasks=(elsewhere,)))
    assert [one.unit for one in met] == ["Văn phòng", "Phòng Kinh tế"]
    apart_in_sheets = marks(9, "Phòng Kinh tế", sheet="Tổng hợp")
    assert len(officers_of(Records(common=(office, apart_in_sheets)))) == 1
