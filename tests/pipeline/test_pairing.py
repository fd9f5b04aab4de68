"""Who is who on two lists: by code, by unit, never by likeness."""

from cadre_cli.domain.comparison import Alike, Standing
from cadre_cli.pipeline.pairing import pair


def one(name: str, unit: str | None = None, code: str | None = None) -> Standing:
    return Standing(name, {}, code, unit)


def shown(a: list[Standing], b: list[Standing]) -> tuple[list[tuple[str, str]], list[str]]:
    """Pairs as "name/unit" on both sides, and why others are offered."""
    paired = pair(a, b)
    pairs = [(f"{x.name}/{x.unit}", f"{y.name}/{y.unit}") for x, y in paired.pairs]
    return pairs, [near.why.value for near in paired.near]


def test_one_name_is_one_person_however_it_is_written() -> None:
    assert shown([one("Lê Thị Hoà")], [one("Đ/c LÊ THỊ HÒA")]) == (
        [("Lê Thị Hoà/None", "Đ/c LÊ THỊ HÒA/None")],
        [],
    )


def test_homonyms_are_told_apart_by_unit_then_left_to_people() -> None:
    a = [one("Lê Thị Én", "Văn phòng"), one("Lê Thị Én", "Phòng Kinh tế")]
    assert shown(a, [one("Lê Thị Én", "Phòng Kinh tế"), one("Lê Thị Én", "Văn phòng")])[0] == [
        ("Lê Thị Én/Văn phòng", "Lê Thị Én/Văn phòng"),
        ("Lê Thị Én/Phòng Kinh tế", "Lê Thị Én/Phòng Kinh tế"),
    ]
    assert shown(a, [one("Lê Thị Én"), one("Lê Thị Én")]) == ([], ["same_name"] * 4)


def test_the_homonym_that_is_left_is_not_taken_for_the_other() -> None:
    a = [one("Lê Thị Én", "Văn phòng"), one("Lê Thị Én", "Phòng Kinh tế")]
    b = [one("Lê Thị Én", "Văn phòng"), one("Lê Thị Én", "Phòng Văn hóa")]
    pairs, near = shown(a, b)
    assert pairs == [("Lê Thị Én/Văn phòng", "Lê Thị Én/Văn phòng")]
    assert near == ["same_name"]


def test_codes_go_before_units_and_two_codes_are_two_people() -> None:
    a, b = [one("Lê Thị Én", "Văn phòng", "04")], [one("Lê Thị Én", "Phòng Kinh tế", "4")]
    assert shown(a, b)[0] == [("Lê Thị Én/Văn phòng", "Lê Thị Én/Phòng Kinh tế")]
    assert shown(a, [one("Lê Thị Én", "Văn phòng", "05")]) == ([], ["same_name"])


def test_near_names_and_one_code_with_two_names_are_offered_and_never_merged() -> None:
    assert shown([one("Nguyễn Văn Tuân")], [one("Nguyễn Văn Tuấn")]) == ([], ["near_name"])
    assert shown([one("Hà Thị Én", code="7")], [one("Lò Văn Sơn", code="7")]) == ([], ["same_code"])
    assert shown([one("Văn An Nguyễn")], [one("Nguyễn Văn An")]) == ([], [Alike.NEAR_NAME.value])
    assert shown([one("Nguyễn Văn Tuân")], [one("Vi Thị Lạ")]) == ([], [])


def test_the_order_of_a_list_does_not_matter() -> None:
    people = [one("An", "A"), one("Bình", "B"), one("An", "C"), one("Cả")]
    there = pair(people, people[::-1]).pairs
    assert [(x.name, x.unit) for x, _ in there] == [(y.name, y.unit) for _, y in there]
    assert len(there) == 4


def test_of_very_many_only_names_that_differ_in_signs_are_offered() -> None:
    a = [one(f"Người Số {number}A") for number in range(500)] + [one("Nguyễn Văn Tuân")]
    b = [one(f"Ai Đó {number}B") for number in range(500)] + [one("Nguyễn Văn Tuấn")]
    assert shown(a, b) == ([], ["near_name"])
