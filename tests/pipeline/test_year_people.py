"""Who is one person across the months of a year, and who is not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tests.factories import event, officer

from cadre_cli.domain.events import Event, EventKind
from cadre_cli.domain.officers import Placement
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.year import Origin, YearEntry
from cadre_cli.pipeline.year_people import Lined, line_up


def entry(month: int, name: str = "Nguyễn Văn An", total: int = 80, **who: object) -> YearEntry:
    period = Period.of(2026, month)
    someone = officer(name, id=f"{name}:{month}:{who}", **who)
    return YearEntry(someone, period, Origin.COMPUTED, Fraction(total))


def lined(*entries: YearEntry, moves: tuple[Event, ...] = ()) -> tuple[list[list[int]], list[str]]:
    """Months of each person, and the codes of what is not sure; the same in any order."""
    people, findings = line_up(entries, moves)
    assert _months(people) == _months(line_up(tuple(reversed(entries)), moves)[0])
    return _months(people), [finding.code for finding in findings]


def _months(people: tuple[Lined, ...]) -> list[list[int]]:
    return [[one.period.number for one in each.entries] for each in people]


def test_one_name_in_one_unit_is_one_person() -> None:
    assert lined(entry(1), entry(2)) == ([[1, 2]], [])


def test_a_unit_may_be_spelled_or_shortened_otherwise() -> None:
    found = lined(entry(1, unit="Văn phòng HĐND và UBND"), entry(2, unit="VP HĐND-UBND"))
    assert found == ([[1, 2]], [])


def test_a_code_tells_homonyms_apart_and_holds_through_another_unit() -> None:
    found = lined(
        entry(1, code="CB01"), entry(1, code="CB02"),
        entry(2, code="CB01", unit="Văn phòng"), entry(2, code="CB02"),
    )  # fmt: skip
    assert found == ([[1, 2], [1, 2]], [])


def test_a_name_in_another_unit_is_not_merged_but_offered() -> None:
    assert lined(entry(1), entry(2, unit="Văn phòng")) == ([[1], [2]], ["N10"])


def test_a_move_on_record_makes_them_one() -> None:
    move = replace(
        event(EventKind.MOVED),
        becomes=Placement(unit="Văn phòng"),
        was=Placement(unit="Phòng Văn hóa - Xã hội"),
    )
    assert lined(entry(1), entry(2, unit="Văn phòng"), moves=(move,)) == ([[1, 2]], [])


def test_names_alike_are_offered_where_one_may_follow_the_other() -> None:
    assert lined(entry(1), entry(2, "Nguyễn Văn Ân")) == ([[1], [2]], ["N10"])
    assert lined(entry(1), entry(1, "Nguyễn Văn Ân")) == ([[1], [1]], [])


def test_two_codes_are_two_people() -> None:
    assert lined(entry(1, code="CB01"), entry(2, code="CB02")) == ([[1], [2]], [])


def test_two_results_in_a_month_count_for_nobody() -> None:
    one, other = entry(1), entry(1, position="Văn thư")
    (person,), findings = line_up((one, other, entry(2)))
    assert [(e.period.number, e.total, e.not_rated) for e in person.entries] == [
        (1, None, NotRated.INCOMPLETE),
        (2, 80, None),
    ]
    assert [finding.code for finding in findings] == ["N09"]
