"""What holds for any text whatever: nothing raises, comparing is stable, values come back."""

import unicodedata
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_cli.domain.periods import Period
from cadre_cli.vietnamese import dates, names, numbers, text

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyĐƯÔÐð"
    "\u0300\u0301\u0303\u0306\u0309\u031b\u0323\u0302 \n\u00a0\u00ad\u200b'’-.,;:()/&+…_"
)
PIECES = st.sampled_from(
    [
        "Tháng", "năm", "quý", "ngày", "số", "và", "Đ/c ", "TS.", "Phòng ", "chủ trì", "phối hợp",
        "2026", "03", "3", "1", "31", "%", "đ", "điểm", "tối đa ", "_x000D_", "T", "Q", "I", "V",
        "kèm theo ", "6 tháng đầu ", "Nguyễn Văn An", "UBND", "\n", " ", ",", "/", ".", "-", ";", "…",
        "(", ")",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(LETTERS, max_size=40),
    st.lists(PIECES, max_size=12).map("".join),
    st.text(st.characters(categories=["Cs", "Cf", "Cc", "Mn", "Nd", "No", "Lu"]), max_size=20),
)
# No deadline for one example: a machine that builds is busy with other things.
for_any = settings(deadline=None, max_examples=60)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@for_any
@given(TEXTS, TEXTS)
def test_nothing_raises_whatever_is_written(one: str, other: str) -> None:
    for read in (
        text.clean, text.one_line, text.fold, text.squeeze, text.key, text.words, text.is_blank,
        numbers.read_number, numbers.read_out_of, numbers.read_roman, numbers.stated_maximum,
        dates.read_date, dates.is_ambiguous, dates.read_period, dates.has_blank_period,
        dates.read_month, dates.read_year, names.read_people, names.strip_titles, names.name_key,
        names.given_name, names.sort_key, names.looks_like_name, names.is_everyone,
    ):  # fmt: skip
        read(one)
    text.has_words(one, other)
    text.nearest(one, [other, one])
    numbers.decide_column([one, other])
    numbers.is_numbering_row([one, other, one])
    dates.decide_order([one, other])


@for_any
@given(TEXTS)
def test_comparing_forms_are_stable(written: str) -> None:
    for form in (
        text.clean,
        text.one_line,
        text.fold,
        text.key,
        names.strip_titles,
        names.name_key,
    ):
        assert form(form(written)) == form(written)


@for_any
@given(TEXTS)
def test_the_way_a_text_is_composed_does_not_matter(written: str) -> None:
    composed = unicodedata.normalize("NFC", written)
    decomposed = unicodedata.normalize("NFD", written)
    assert text.clean(composed) == text.clean(decomposed)
    assert text.fold(composed) == text.fold(decomposed)
    assert text.key(composed) == text.key(decomposed)


@for_any
@given(TEXTS, TEXTS)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    alike = text.likeness(one, other)
    assert 0 <= alike <= 1
    assert alike == text.likeness(other, one)
    assert text.likeness(one, one) == 1


@for_any
@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "đ", " điểm", " "]),
)
def test_a_number_written_the_vietnamese_way_is_read_back(number: Decimal, unit: str) -> None:
    written = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert numbers.read_number(written + unit) == number
    assert numbers.read_number(f"{number:,.2f}{unit}") == number


@for_any
@given(st.integers(1000, 10**12))
def test_grouped_whole_numbers_are_read_or_left_open_but_never_misread(number: int) -> None:
    read = numbers.read_number(f"{number:,}".replace(",", "."))
    is_open = number < 10**6
    assert (read.thousands if isinstance(read, numbers.Undecided) else read) == number
    assert isinstance(read, numbers.Undecided) is is_open


@for_any
@given(DAYS)
@pytest.mark.parametrize(
    "shape", ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y %H:%M", "%Y-%m-%d", "ngày %d tháng %m năm %Y"]
)
def test_a_day_is_read_back(shape: str, day: date) -> None:
    assert dates.read_date(day.strftime(shape)) == day


@for_any
@given(DAYS)
def test_a_day_month_first_is_read_back_and_ambiguity_is_seen(day: date) -> None:
    written = day.strftime("%m/%d/%Y")
    assert dates.read_date(written, dates.DateOrder.MONTH_FIRST) == day
    assert dates.is_ambiguous(written) == (day.day <= 12 and day.day != day.month)


@for_any
@given(st.integers(2000, 2099), st.integers(1, 12))
@pytest.mark.parametrize(
    "shape",
    ["Tháng {1} năm {0}", "T{1:02}/{0}", "thang-{1:02}-{0}.xlsx", "{0}-{1:02}", "x_{1}-{0}.xls"],
)
def test_a_month_is_read_back(shape: str, year: int, month: int) -> None:
    assert dates.read_period(shape.format(year, month)) == Period(year, month)


@for_any
@given(TEXTS)
def test_a_blank_period_is_no_period(written: str) -> None:
    assert not (dates.has_blank_period(written) and dates.read_period(written))


@for_any
@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_names_have_one_order(written: list[str]) -> None:
    first, second, third = (names.sort_key(name) for name in written)
    assert (first < second) + (second < first) + (first == second) == 1
    assert not (first < second < third) or first < third
    assert (first == second) == (text.one_line(written[0]) == text.one_line(written[1]))


@for_any
@given(TEXTS)
def test_everybody_named_has_a_name_with_letters(written: str) -> None:
    for person in names.read_people(written):
        assert any(letter.isalpha() for letter in person.name)
        assert person.name == person.name.strip()


@for_any
@given(
    st.lists(
        st.sampled_from(["Lê An", "Trần Thị Bình", "H'Hen Niê", "Y Moan", "Đỗ Chi"]), min_size=1
    )
)
@pytest.mark.parametrize("between", ["; ", "\n", ", ", " và ", "/"])
def test_as_many_people_are_read_as_were_written(between: str, people: list[str]) -> None:
    assert [one.name for one in names.read_people(between.join(people))] == people


LONG = [
    "." * 32_000, "ngày" + "." * 32_000, "(" * 32_000, "1 " * 16_000, "An, " * 8_000, "a\u0301" * 16_000,
    "1." * 16_000, "tháng " * 5_000, "đ/c " * 8_000, "K'" * 16_000, "1" * 32_000, "- " * 16_000,
]  # fmt: skip


@pytest.mark.parametrize("written", LONG, ids=lambda written: written[:6])
def test_the_longest_cell_excel_allows_is_read_without_delay(written: str) -> None:
    # A pattern that backtracks needs minutes here, so the time limit of the whole run finds it.
    reads = [
        text.key, numbers.read_number, numbers.read_out_of, numbers.stated_maximum, dates.read_date,
        dates.read_period, names.read_people, names.name_key, names.sort_key,
        partial(text.likeness, "Họ và tên"),
    ]  # fmt: skip
    assert len([read(written) for read in reads]) == len(reads)
