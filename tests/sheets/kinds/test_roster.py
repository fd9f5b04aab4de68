"""The office's list of its people."""

import pytest
from tests.grids import grid
from tests.sheets.people import only

from cadre_cli.domain.officers import Kind, Officer, Post
from cadre_cli.sheets.kinds import KINDS, roster
from cadre_cli.sheets.recognise import recognise
from cadre_cli.sheets.table import Parsed


def parsed(markdown: str, **named: str) -> Parsed:
    found = only(recognise(grid(markdown, **named), KINDS))  # type: ignore[arg-type] # passed through
    assert found.kind == "roster"
    return roster.parse(found)


def officers(markdown: str) -> tuple[Officer, ...]:
    return parsed(markdown).records.officers


def codes(of: Parsed) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.at.a1) for finding in of.findings]


def test_a_row_is_an_officer() -> None:
    found = parsed(
        """
        DANH SÁCH CÁN BỘ, CÔNG CHỨC

        | STT | Mã cán bộ | Họ và tên | Đơn vị | Chức vụ | Đối tượng | Lãnh đạo phụ trách | Nhóm | Thôn phụ trách | Lĩnh vực phụ trách | Ghi chú |
        | 1 | CB-01 | Trần Thị Bình | Văn phòng | Công chức | Công chức | Lê Văn Chung | Nhóm 1 | Thôn Đông | Hộ tịch | mới |
        """
    )
    (officer,) = found.records.officers
    assert found.findings == ()
    assert found.records.kinds == {"roster"}
    assert officer.superior is not None
    assert officer.superior.name == "Lê Văn Chung"
    assert officer.at.row == 4
    assert (
        officer.id,
        officer.code,
        officer.name,
        officer.unit,
        officer.position,
        officer.kind,
        officer.kind_stated,
        officer.post,
        officer.group,
        officer.village,
        officer.field,
        officer.note,
        officer.from_roster,
    ) == (
        "CB-01",
        "CB-01",
        "Trần Thị Bình",
        "Văn phòng",
        "Công chức",
        Kind.CONG_CHUC,
        True,
        Post.NONE,
        "Nhóm 1",
        "Thôn Đông",
        "Hộ tịch",
        "mới",
        True,
    )


@pytest.mark.parametrize(
    ("position", "post", "kind"),
    [
        ("Chủ tịch UBND xã", Post.HEAD_OF_OFFICE, Kind.CAN_BO),
        ("CT. UBND", Post.HEAD_OF_OFFICE, Kind.CAN_BO),
        ("Bí thư Đảng ủy, Chủ tịch HĐND", Post.HEAD_OF_OFFICE, Kind.CAN_BO),
        ("Phó Bí thư Đảng ủy - Chủ tịch UBND", Post.HEAD_OF_OFFICE, Kind.CAN_BO),
        ("Phó Chủ tịch UBND", Post.DEPUTY_OF_OFFICE, Kind.CAN_BO),
        ("PCT UBND", Post.DEPUTY_OF_OFFICE, Kind.CAN_BO),
        ("PHÓ CHỦ TỊCH HĐND", Post.DEPUTY_OF_OFFICE, Kind.CAN_BO),
        ("Chủ tịch UBMTTQ", Post.HEAD_OF_UNIT, Kind.CAN_BO),
        ("Phó Chủ tịch Hội Nông dân", Post.DEPUTY_OF_UNIT, Kind.CAN_BO),
        ("Trưởng phòng Kinh tế", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("TP Kinh tế", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("Ủy viên UBND, Trưởng phòng Văn hóa - Xã hội", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("Trưởng ban Xây dựng Đảng", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("Phó Trưởng phòng", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("Phó phòng Kinh tế", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("PTP Kinh tế", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("Chánh Văn phòng HĐND và UBND", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("CVP", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("P. chánh VP", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("Giám đốc Trung tâm PVHCC", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("Phó Giám đốc Trung tâm", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("Chỉ huy trưởng BCH Quân sự", Post.HEAD_OF_UNIT, Kind.CONG_CHUC),
        ("Chỉ huy phó", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("CHP Quân sự", Post.DEPUTY_OF_UNIT, Kind.CONG_CHUC),
        ("Công chức TP-HT", Post.NONE, Kind.CONG_CHUC),
        ("TP-HT", Post.NONE, Kind.CONG_CHUC),
        ("Kế toán trưởng", Post.NONE, Kind.CONG_CHUC),
        ("Trưởng bản Na Ca", Post.NONE, Kind.CONG_CHUC),
        ("Trưởng thôn Đông", Post.NONE, Kind.CONG_CHUC),
        ("Công chức, Bí thư Chi bộ", Post.NONE, Kind.CONG_CHUC),
        ("Nguyên Chủ tịch UBND", Post.NONE, Kind.CONG_CHUC),
        ("Văn thư, giúp việc Chủ tịch", Post.NONE, Kind.CONG_CHUC),
        ("Viên chức văn hóa", Post.NONE, Kind.VIEN_CHUC),
        ("Người hoạt động không chuyên trách", Post.NONE, Kind.HOP_DONG),
        ("Nhân viên hợp đồng", Post.NONE, Kind.HOP_DONG),
        ("", Post.NONE, Kind.CONG_CHUC),
    ],
)
def test_post_and_kind_follow_the_position(position: str, post: Post, kind: Kind) -> None:
    (officer,) = officers(
        f"DANH SÁCH CÁN BỘ\n| STT | Họ và tên | Chức vụ |\n| 1 | Vũ An | {position} |"
    )
    assert (officer.post, officer.kind, officer.kind_stated) == (post, kind, False)


@pytest.mark.parametrize(
    ("said", "position", "post"),
    [
        ("x", "Chuyên viên", Post.HEAD_OF_UNIT),
        ("Phó", "Chuyên viên", Post.DEPUTY_OF_UNIT),
        ("Có", "Phó Trưởng phòng", Post.DEPUTY_OF_UNIT),
        ("Không", "Trưởng phòng", Post.NONE),
        ("", "Trưởng phòng", Post.HEAD_OF_UNIT),
    ],
)
def test_a_column_that_says_who_leads_comes_first(said: str, position: str, post: Post) -> None:
    (officer,) = officers(
        f"| STT | Họ và tên | Chức vụ | Lãnh đạo, quản lý |\n| 1 | Vũ An | {position} | {said} |"
    )
    assert officer.post == post


@pytest.mark.parametrize(
    ("words", "kind", "stated"),
    [
        ("Cán bộ", Kind.CAN_BO, True),
        ("Công chức", Kind.CONG_CHUC, True),
        ("VC", Kind.VIEN_CHUC, True),
        ("Hợp đồng NĐ 111", Kind.HOP_DONG, True),
        ("Cán bộ không chuyên trách", Kind.HOP_DONG, True),
        ("Cán bộ, công chức", Kind.CONG_CHUC, False),
        ("", Kind.CONG_CHUC, False),
    ],
)
def test_the_kind_is_what_its_column_says(words: str, kind: Kind, stated: bool) -> None:
    (officer,) = officers(
        f"| STT | Họ và tên | Chức vụ | Đối tượng |\n| 1 | Vũ An | Văn thư | {words} |"
    )
    assert (officer.kind, officer.kind_stated) == (kind, stated)


def test_the_chairman_is_scored_by_the_level_above() -> None:
    chairman, deputy = officers(
        "| STT | Họ và tên | Chức vụ | Đơn vị |\n"
        "| 1 | Vũ An | Chủ tịch UBND xã | UBND |\n| 2 | Lê Bình | Phó Chủ tịch UBND xã | UBND |"
    )
    assert (chairman.rated_above, deputy.rated_above) == (True, False)


def test_a_group_row_gives_the_unit() -> None:
    first, second = officers(
        """
        | STT | Họ và tên | Chức vụ | Thôn phụ trách |
        | I | Văn phòng HĐND và UBND | | |
        | 1 | Vũ An | Chánh Văn phòng | |
        | II | Phòng Kinh tế | | |
        | 1 | Lê Bình | Trưởng phòng | |
        """
    )
    assert (first.unit, second.unit) == ("Văn phòng HĐND và UBND", "Phòng Kinh tế")


def test_people_of_one_name_are_two_people() -> None:
    found = parsed(
        """
        | STT | Họ và tên | Đơn vị | Chức vụ |
        | 1 | Vũ An | Văn phòng | Văn thư |
        | 2 | Vũ An | Phòng Kinh tế | Kế toán |
        | 3 | VŨ AN | Văn phòng | Thủ quỹ |
        """
    )
    assert len({officer.id for officer in found.records.officers}) == 3
    assert found.findings == ()


def test_the_same_row_twice_is_pointed_out() -> None:
    found = parsed(
        """
        | STT | Họ và tên | Đơn vị | Chức vụ |
        | 1 | Vũ An | Văn phòng | Văn thư |
        | 2 | Vũ An | Văn phòng | Văn thư |
        """
    )
    assert codes(found) == [("D08", "A3")]


def test_a_row_without_a_name_is_nobody() -> None:
    found = parsed(
        """
        | STT | Họ và tên | Đơn vị | Chức vụ |
        | 1 | Vũ An | Văn phòng | Văn thư |
        | 2 | | Văn phòng | Kế toán |
        """
    )
    assert [officer.name for officer in found.records.officers] == ["Vũ An"]
    assert codes(found) == [("D05", "B3")]


def test_titles_are_no_part_of_a_name() -> None:
    (officer,) = officers(
        "| STT | Họ đệm | Tên | Chức vụ |\n| 1 | Ông Trần Văn | Bình | Trưởng phòng |"
    )
    assert officer.name == "Trần Văn Bình"


def test_the_given_name_below_a_parent_that_is_only_centred_is_a_heading() -> None:
    (officer,) = officers(
        """
        | STT | Cán bộ, công chức | | Họ | Chức vụ | Đơn vị |
        | | Cán bộ, công chức | | | | |
        | | Tên | Đối tượng | | | |
        | 1 | Chủ | Cán bộ | Phạm Quốc | Chủ tịch UBND | Lãnh đạo UBND |
        """
    )
    assert officer.name == "Phạm Quốc Chủ"


def test_two_people_of_one_name_in_merged_units_are_no_row_twice() -> None:
    found = parsed(
        """
        | STT | Họ và tên | Chức vụ | Đơn vị |
        | 1 | Vũ An | Văn thư | Văn phòng |
        | 2 | Lê An | Kế toán | ^ |
        | 3 | Hà Chi | Văn thư | Phòng Kinh tế |
        | 4 | Lê An | Kế toán | ^ |
        """
    )
    assert codes(found) == []
    assert len(found.records.officers) == 4


def test_who_signs_is_not_on_the_list() -> None:
    found = officers(
        """
        | STT | Họ và tên | Chức vụ | Đơn vị |
        | 1 | Vũ An | Văn thư | Văn phòng |

        | | NGƯỜI LẬP | CHỦ TỊCH | |
        | | (Ký, ghi rõ họ tên) | | |
        | | Hà Dung | Lê Bình | |
        """
    )
    assert [officer.name for officer in found] == ["Vũ An"]


@pytest.mark.parametrize("held", ["Chức vụ", "Chức danh chính quyền"])
def test_a_post_in_the_party_beside_the_post_held_is_not_the_post(held: str) -> None:
    found = only(
        recognise(
            grid(
                f"""
                DANH SÁCH CÁN BỘ
                | STT | Họ và tên     | Chức vụ Đảng   | {held}    | Đơn vị    |
                | 1   | Trần Thị Bình | Bí thư Chi bộ  | Công chức | Văn phòng |
                """
            ),
            KINDS,
        )
    )
    assert found.findings == ()
    (officer,) = roster.parse(found).records.officers
    assert (officer.position, officer.post) == ("Công chức", Post.NONE)
