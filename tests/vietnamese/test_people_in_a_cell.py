"""Several people in one cell, with all that clerks write around their names."""

import pytest

from cadre_cli.vietnamese.names import PersonText, read_people

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


def person(
    name: str,
    written: str | None = None,
    *,
    role: str | None = None,
    unit: str | None = None,
    position: str | None = None,
    code: str | None = None,
) -> PersonText:
    return PersonText(name, written or name, role, unit, position, code)


@pytest.mark.parametrize(
    "between", ["; ", ";", "\n", ", ", ",\n", " / ", "/", " & ", " + ", " và ", " VÀ ", "; ; "]
)
def test_every_separator_parts_two_people(between: str) -> None:
    assert read_people(f"{AN}{between}{BINH}") == (person(AN), person(BINH))


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Đ/c Hòa - PCT UBND", [person("Hòa", "Đ/c Hòa - PCT UBND", position="PCT UBND")]),
        (f"Đ/C: {AN}", [person(AN, f"Đ/C {AN}")]),
        (f"Đồng chí: {AN}", [person(AN, f"Đồng chí {AN}")]),
        ("Đ/c Minh; Đ/C Hòa", [person("Minh", "Đ/c Minh"), person("Hòa", "Đ/C Hòa")]),
        ("đ/c An/đ/c Bình", [person("An", "đ/c An"), person("Bình", "đ/c Bình")]),
        (f"Ông {AN}, bà {BINH}", [person(AN, f"Ông {AN}"), person(BINH, f"bà {BINH}")]),
        (f"ThS.{AN}", [person(AN, f"ThS.{AN}")]),
        (f"{AN}, Chủ tịch UBND", [person(AN, f"{AN}, Chủ tịch UBND", position="Chủ tịch UBND")]),
        (f"{AN}\nChủ tịch", [person(AN, f"{AN} Chủ tịch", position="Chủ tịch")]),
        (f"{AN} (VP)", [person(AN, f"{AN} (VP)", unit="VP")]),
        (f"{AN} (VP", [person(AN, f"{AN} (VP", unit="VP")]),
        (f"{AN} (P. Kinh tế)", [person(AN, f"{AN} (P. Kinh tế)", unit="P. Kinh tế")]),
        (f"{AN} (P. Chủ tịch)", [person(AN, f"{AN} (P. Chủ tịch)", position="P. Chủ tịch")]),
        (f"{AN} (B)", [person(AN, f"{AN} (B)", code="B")]),
        (f"Các đ/c: {AN}, {BINH}", [person(AN), person(BINH)]),
        ("Các đồng chí Văn phòng", [person("Các đồng chí Văn phòng")]),
        (f"Phụ trách: {AN}", [person(AN)]),
        (f"{AN}: văn thư", [person(AN, f"{AN}: văn thư", position="văn thư")]),
        (f"{AN} (CB-00311)", [person(AN, f"{AN} (CB-00311)", code="CB-00311")]),
        (
            f"{AN} - Văn phòng HĐND và UBND, {BINH}",
            [
                person(AN, f"{AN} - Văn phòng HĐND và UBND", unit="Văn phòng HĐND và UBND"),
                person(BINH),
            ],
        ),
        (
            f"{AN} (Phòng Văn hóa, Xã hội), {BINH}",
            [person(AN, f"{AN} (Phòng Văn hóa, Xã hội)", unit="Phòng Văn hóa, Xã hội"), person(BINH)],
        ),
        ("Phòng Kinh tế\nKS. Trần Mậu", [person("Trần Mậu", "KS. Trần Mậu", unit="Phòng Kinh tế")]),
        (f"Phòng Kinh tế: {AN}", [person(AN, f"Phòng Kinh tế: {AN}", unit="Phòng Kinh tế")]),
        (f"2 - {AN}", [person(AN, f"2 - {AN}")]),
        (f"- {AN}\n- {BINH}", [person(AN, f"- {AN}"), person(BINH, f"- {BINH}")]),
        (f"1. {AN}\n2. {BINH}", [person(AN, f"1. {AN}"), person(BINH, f"2. {BINH}")]),
        ("nguyễn văn an, trần thị bình", [person("nguyễn văn an"), person("trần thị bình")]),
        ("Minh, Hòa", [person("Minh"), person("Hòa")]),
        (f"{AN}, Phó Đức Minh", [person(AN), person("Phó Đức Minh")]),
        (f"{AN}, Đoàn Văn Tô", [person(AN), person("Đoàn Văn Tô")]),
        ("Nguyễn Văn\nAn", [person(AN)]),
        ("K'Brâng, Y Moan và H'Hen Niê", [person("K'Brâng"), person("Y Moan"), person("H'Hen Niê")]),
        ("Nguyễn  Văn\u00a0An.", [person(AN, "Nguyễn Văn An.")]),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_second_person(cell: str, people: list[PersonText]) -> None:
    assert read_people(cell) == tuple(people)


@pytest.mark.parametrize(
    "cell",
    [
        "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Phòng Văn hóa, Xã hội", "HĐND & UBND xã",
        "Lãnh đạo UBND xã", "Trưởng phòng Kinh tế",
    ],
)  # fmt: skip
def test_one_body_or_post_stays_one(cell: str) -> None:
    assert read_people(cell) == (person(cell),)


def test_bodies_after_a_comma_or_semicolon_are_several() -> None:
    two = (person("Công an xã"), person("Phòng Kinh tế"))
    assert read_people("Công an xã; Phòng Kinh tế") == two
    assert read_people("Công an xã, Phòng Kinh tế") == two


@pytest.mark.parametrize(
    "cell",
    [
        f"{AN} (chủ trì), {BINH} (phối hợp)",
        f"{AN} - chủ trì\n{BINH} - phối hợp",
        f"{AN}: CHỦ TRÌ; {BINH}: phối hợp",
        f"Chủ trì: {AN}; Phối hợp: {BINH}",
    ],
)
def test_who_leads_and_who_supports(cell: str) -> None:
    assert [(one.name, one.role) for one in read_people(cell)] == [(AN, "lead"), (BINH, "support")]


def test_roles_may_be_shortened() -> None:
    for cell in (f"CT: {AN}; PH: {BINH}", f"{AN} (chính), {BINH} (phụ)"):
        assert [(one.name, one.role) for one in read_people(cell)] == [
            (AN, "lead"),
            (BINH, "support"),
        ]


def test_a_role_announced_once_holds_for_those_who_follow() -> None:
    people = read_people(f"Chủ trì: {AN}; phối hợp: {BINH}, Lê Chi")
    assert [one.role for one in people] == ["lead", "support", "support"]


@pytest.mark.parametrize("cell", ["", " ", "…", "-", '"', "12", "(VP)", ";;,\n", "đ/c 3"])
def test_a_cell_without_a_name_names_nobody(cell: str) -> None:
    assert read_people(cell) == ()


@pytest.mark.parametrize(
    "cell",
    [
        f"{AN} (phối hợp: {BINH})",
        f"{AN} (phối hợp với {BINH})",
        f"{AN} (Phối hợp {BINH})",
        f"{AN} (PH: {BINH})",
        f"{AN} - phối hợp: {BINH}",
        f"{AN} [hỗ trợ: {BINH}]",
    ],
)
def test_a_helper_in_the_owner_s_brackets_leaves_the_owner_an_owner(cell: str) -> None:
    people = [(person.name, person.written, person.role) for person in read_people(cell)]
    assert people == [(AN, AN, None), (BINH, BINH, "support")]


def test_what_else_stands_in_those_brackets_stays_the_owner_s() -> None:
    people = read_people(f"{AN} (chủ trì; phối hợp: {BINH}, Đặng Chi); Lê Ba (phối hợp thực hiện)")
    assert [(person.name, person.role) for person in people] == [
        (AN, "lead"),
        ("Lê Ba", "support"),
        (BINH, "support"),
        ("Đặng Chi", "support"),
    ]
