"""A rule file is read strictly, and amended by one more dated line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.book import RuleDocument
from cadre_cli.rules.load import book_of, rules_for
from cadre_cli.rules.parse import parse_rules
from cadre_cli.rules.schema import NotCovered, RuleSetError

SPECIMEN = """\
id = "nd1-2030"
title = "Quy định thử"
document = "NĐ 1/2030/NĐ-CP"
method = "converted_products"
since = 2030-01-01
checked_on = 2030-01-01
read_as = "V"

[[governs]]
kind = "cong_chuc"
passage = "Điều 1"

[[governs]]
kind = "hop_dong"
by_choice = "hop_dong_rule"
passage = "Điều 2"

[values.common_max]
meaning = "Điểm chung"
unit = "điểm"
dated = [{ since = 2030-01-01, value = 7.5, passage = "Điều 3" }]

[grades.HT]
dated = [{ since = 2030-01-01, at_least = 50, name = "Đạt", passage = "Điều 4" }]

[grades.KHT]
dated = [{ since = 2030-01-01, at_least = 0, name = "Không đạt", passage = "Điều 4" }]

[[criteria]]
since = 2030-01-01
passage = "Điều 3"
rows = [
    { code = "I", maximum = 7.5, text = "Nhóm" },
    { code = "I.1", maximum = 5, text = "Một" },
    { code = "I.2", maximum = 2.5, text = "Hai" },
]

[[forced]]
since = 2030-01-01
event = "discipline"
grade = "KHT"
text = "Bị kỷ luật"
passage = "Điều 4"

[passages.total]
meaning = "Tổng điểm"
passage = "Điều 5"

[choices.hop_dong_rule]
meaning = "Hợp đồng"
default = "none"
authority = "assumed"
silent_at = "Điều 2"
options = { nd1-2030 = "áp dụng", none = "không" }

[choices.cap_share]
meaning = "Tỷ lệ"
default = "0.20"
authority = "law"
silent_at = "Điều 6"
numbers = { least = 0.20, most = 0.25, step = 0.01, meaning = "phần của 1" }
"""


def document(*changes: tuple[str, str]) -> RuleDocument:
    text = SPECIMEN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return parse_rules(text, "nd1-2030/rules.toml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Quy định thử"', 'title = "', "sai cú pháp TOML"),
        ('title = "Quy', 'titel = "Quy', "titel: mục lạ “titel”. Có phải là “title”?"),
        ('title = "Quy định thử"', "", "title: thiếu mục “title”"),
        ('title = "Quy định thử"', 'title = " "', "title: cần một đoạn chữ"),
        ("since = 2030-01-01\nchecked", 'since = "2030-01-01"\nchecked', "since: cần một ngày"),
        ("since = 2030-01-01\nchecked", "since = 2030-01-01T00:00:00\nchecked", "cần một ngày"),
        ('read_as = "V"', 'read_as = "X"', "read_as: “X” không có. Được dùng: V, Q, T, S, N."),
        ('read_as = "V"', 'read_as = "V"\nuntil = 2030-01-01', "until: until phải sau since"),
        (
            'kind = "cong_chuc"',
            'kind = "cong_chu"',
            "governs[0].kind: “cong_chu” không có. Có phải",
        ),
        ('passage = "Điều 1"', "", "governs[0].passage: thiếu mục “passage”"),
        ('passage = "Điều 1"', 'passage = "Điều 1"\nwhen = "x"', "governs[0].when: cần by_choice"),
        (
            'passage = "Điều 1"',
            'passage = "Điều 1"\nsince = 2029-01-01',
            "governs[0].since: khoảng ngày nằm ngoài",
        ),
        ('[[governs]]\nkind = "cong_chuc"', "[governs]", "sai cú pháp TOML"),
        (', passage = "Điều 3" }', " }", "values.common_max.dated[0].passage: thiếu mục"),
        (', value = 7.5, passage = "Điều 3"', "", "values.common_max.dated[0].value: thiếu mục"),
        ("value = 7.5", 'value = "7.5"', "values.common_max.dated[0].value: cần một số"),
        ("value = 7.5", "value = true", "values.common_max.dated[0].value: cần một số"),
        ("value = 7.5", "value = nan", "values.common_max.dated[0].value: cần một số"),
        ("value = 7.5", "valeu = 7.5", "mục lạ “valeu”. Có phải là “value”?"),
        ('unit = "điểm"', 'unti = "điểm"', "values.common_max.unti: mục lạ “unti”"),
        ("since = 2030-01-01, value", "since = 2030-02-01, value", "dòng đầu phải từ ngày"),
        (
            'dated = [{ since = 2030-01-01, value = 7.5, passage = "Điều 3" }]',
            "dated = []",
            "values.common_max.dated: cần một danh sách bảng",
        ),
        (
            'dated = [{ since = 2030-01-01, value = 7.5, passage = "Điều 3" }]',
            "dated = [1]",
            "values.common_max.dated[0]: cần một bảng",
        ),
        (
            'value = 7.5, passage = "Điều 3" }]',
            (
                'value = 7.5, passage = "Điều 3" },'
                '{ since = 2030-01-01, value = 8, passage = "Điều 3" }]'
            ),
            "values.common_max.dated: các dòng phải xếp theo ngày tăng dần",
        ),
        ("at_least = 50", "at_least = 0", "grades: các mức phải xếp từ cao xuống thấp"),
        ("at_least = 0", "at_least = 10", "grades: các mức phải xếp từ cao xuống thấp"),
        ('maximum = 2.5, text = "Hai"', 'maximum = 3, text = "Hai"', "nhóm I ghi 7.5"),
        ('code = "I.2"', 'code = "I.1"', "criteria[0].rows: mỗi mã tiêu chí chỉ ghi một lần"),
        ('event = "discipline"', 'event = "disciplin"', "“disciplin” không có. Có phải là"),
        ('grade = "KHT"', 'grade = "KH"', "forced[0].grade: “KH” không có. Có phải là “KHT”?"),
        ('text = "Bị kỷ luật"', 'text = "x"\nleaders_only = 1', "cần true hoặc false"),
        ('text = "Bị kỷ luật"', 'text = "x"\nuntil = 2029-01-01', "forced[0].until: until phải"),
        ('meaning = "Tổng điểm"', "", "passages.total.meaning: thiếu mục “meaning”"),
        ('[passages.total]\nmeaning = "Tổng điểm"', "[passages]", "passages.passage: cần một bảng"),
        ('passage = "Điều 5"', "", "passages.total.passage: thiếu mục “passage”"),
        ('default = "none"', 'default = "non"', "hop_dong_rule.default: “non” không có. Có phải"),
        ('default = "0.20"', 'default = "0.30"', "choices.cap_share.default: “0.30” không có"),
        ('authority = "law"', 'authority = "laws"', "choices.cap_share.authority: “laws” không có"),
        ('silent_at = "Điều 2"', "", "choices.hop_dong_rule.silent_at: thiếu mục"),
        (
            'options = { nd1-2030 = "áp dụng", none = "không" }',
            "",
            "choices.hop_dong_rule.options: cần hoặc options, hoặc numbers, hoặc row",
        ),
        (
            'options = { nd1-2030 = "áp dụng", none = "không" }',
            "options = {}",
            "choices.hop_dong_rule.options: cần ít nhất một phương án",
        ),
        ('none = "không"', "none = 1", "choices.hop_dong_rule.options.none: cần một đoạn chữ"),
        ("step = 0.01", "step = 0", "choices.cap_share.numbers: cần least ≤ most và step > 0"),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(RuleSetError) as caught:
        document((old, new))
    assert said in str(caught.value)
    assert str(caught.value).startswith("nd1-2030/rules.toml")
    assert caught.value.text.en != caught.value.text.vi


def test_a_whole_file_is_read() -> None:
    rules = rules_for(book_of([document()]), date(2030, 1, 1), "cong_chuc", {})
    assert rules.value("common_max").value == Decimal("7.5")
    assert [row.group for row in rules.criteria] == [None, "I", "I"]


def test_a_line_after_the_last_day_of_the_document_is_refused() -> None:
    ended = ('read_as = "V"', 'read_as = "V"\nuntil = 2031-01-01')
    late = ('passage = "Điều 1"', 'passage = "Điều 1"\nuntil = 2032-01-01')
    with pytest.raises(RuleSetError, match="khoảng ngày nằm ngoài"):
        document(ended, late)


AMENDED = document(
    (
        'value = 7.5, passage = "Điều 3" }]',
        (
            'value = 7.5, passage = "Điều 3" },\n'
            '{ since = 2031-07-01, value = 10, document = "NĐ 2/2031/NĐ-CP", passage = "Điều 1" }]'
        ),
    ),
    (
        'name = "Đạt", passage = "Điều 4" }]',
        (
            'name = "Đạt", passage = "Điều 4" },\n'
            '{ since = 2031-07-01, at_least = 60, name = "Đạt", passage = "Điều 4" }]'
        ),
    ),
    (
        "[[forced]]",
        (
            '[[criteria]]\nsince = 2031-07-01\npassage = "Điều 3"\n'
            'rows = [{ code = "I", maximum = 10, text = "Nhóm" }]\n'
            "[[forced]]\nuntil = 2031-07-01"
        ),
    ),
)


@pytest.mark.parametrize(
    ("day", "number", "source", "at_least", "criteria", "forced"),
    [
        (date(2031, 6, 30), "7.5", ("NĐ 1/2030/NĐ-CP", "Điều 3"), 50, 3, 1),
        (date(2031, 7, 1), "10", ("NĐ 2/2031/NĐ-CP", "Điều 1"), 60, 1, 0),
    ],
)
def test_an_amendment_holds_from_its_day_and_not_before(
    day: date, number: str, source: tuple[str, str], at_least: int, criteria: int, forced: int
) -> None:
    rules = rules_for(book_of([AMENDED]), day, "cong_chuc", {})
    value = rules.value("common_max")
    assert (value.value, value.basis) == (Decimal(number), Basis(Authority.LAW, *source))
    assert (rules.grades[0].at_least, len(rules.criteria), len(rules.forced)) == (
        at_least,
        criteria,
        forced,
    )
    assert rules.grade_for(Fraction(55)).code == ("HT" if at_least == 50 else "KHT")


def test_one_id_stands_for_one_rule_set() -> None:
    with pytest.raises(RuleSetError, match="mã nd1-2030 có hai lần"):
        book_of([document(), document()])


OTHER = ('id = "nd1-2030"', 'id = "nd2-2030"')
NO_CHOICE = ("choices.hop_dong_rule]", "choices.another]")


def test_two_rule_sets_may_not_govern_one_person_on_one_day() -> None:
    said = "nd1-2030 và nd2-2030 cùng áp dụng cho công chức ngày 01/01/2030"
    with pytest.raises(RuleSetError, match=said):
        book_of([document(), document(OTHER)])


def test_one_rule_set_may_not_govern_a_kind_twice() -> None:
    with pytest.raises(RuleSetError, match="nd1-2030 và nd1-2030 cùng áp dụng cho công chức"):
        book_of(
            [document(('kind = "hop_dong"\nby_choice = "hop_dong_rule"', 'kind = "cong_chuc"'))]
        )


def test_a_kind_can_pass_to_a_later_rule_set_by_data_alone() -> None:
    first = document(('read_as = "V"', 'read_as = "V"\nuntil = 2031-01-01'))
    second = document(
        OTHER,
        ("since = 2030-01-01\nchecked", "since = 2031-01-01\nchecked"),
        ("since = 2030-01-01, value", "since = 2031-01-01, value"),
        ("since = 2030-01-01, at_least = 50", "since = 2031-01-01, at_least = 50"),
        ("since = 2030-01-01, at_least = 0", "since = 2031-01-01, at_least = 0"),
        ('by_choice = "hop_dong_rule"\n', ""),
        NO_CHOICE,
    )
    book = book_of([second, first])
    assert book.ids == ("nd1-2030", "nd2-2030")
    with pytest.raises(NotCovered, match="hop_dong_rule = none"):
        rules_for(book, date(2030, 12, 31), "hop_dong", {})
    assert rules_for(book, date(2031, 1, 1), "hop_dong", {}).id == "nd2-2030"
    assert rules_for(book, date(2030, 12, 31), "cong_chuc", {}).id == "nd1-2030"


def test_one_choice_may_pick_between_two_rule_sets() -> None:
    other = document(
        OTHER,
        ('[[governs]]\nkind = "cong_chuc"\npassage = "Điều 1"\n', ""),
        NO_CHOICE,
    )
    first = document(
        ('none = "không" }', 'nd2-2030 = "văn bản kia" }'),
        ('default = "none"', 'default = "nd2-2030"'),
    )
    assert rules_for(book_of([first, other]), date(2030, 5, 1), "hop_dong", {}).id == "nd2-2030"


@pytest.mark.parametrize(
    "change",
    [
        NO_CHOICE,
        ('passage = "Điều 2"', 'passage = "Điều 2"\nwhen = "nowhere"'),
    ],
)
def test_a_choice_that_governs_must_exist_with_its_option(change: tuple[str, str]) -> None:
    with pytest.raises(RuleSetError, match="phải có đúng một nơi"):
        book_of([document(change)])


def test_a_choice_has_the_same_options_in_every_rule_set() -> None:
    other = document(
        OTHER,
        ('[[governs]]\nkind = "cong_chuc"', '[[governs]]\nkind = "can_bo"'),
        ('[[governs]]\nkind = "hop_dong"\nby_choice = "hop_dong_rule"\npassage = "Điều 2"\n', ""),
        NO_CHOICE,
        ("most = 0.25", "most = 0.30"),
    )
    with pytest.raises(RuleSetError, match="lựa chọn cap_share có các phương án khác nhau"):
        book_of([document(), other])
