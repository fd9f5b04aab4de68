"""What a ledger gives back."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.ledger import ledgers

from cadre_cli.domain.closed import ClosedYear, LedgerState
from cadre_cli.domain.periods import Period
from cadre_cli.ledger.reading import LEDGER, closed_results, state_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / LEDGER


def test_without_a_ledger_nothing_is_closed(path: Path) -> None:
    assert closed_results(path, 2026) == ClosedYear(2026)
    assert not path.exists()


def test_a_closed_period_comes_back_exactly(path: Path) -> None:
    entry = ledgers.close(path)
    year = closed_results(path, 2026)
    assert year.findings == ()
    assert year.periods == (ledgers.closed(entry=entry.ref),)
    assert entry.ref.at == datetime.fromisoformat(ledgers.AT)
    state = LedgerState(1, entry.hash)
    assert closed_results(path, 2025) == ClosedYear(2025, office="UBND XÃ ĐỒNG LIM", state=state)


def test_the_ledger_as_it_was_is_told_without_what_was_added(path: Path) -> None:
    first = ledgers.close(path)
    ledgers.close(path, ledgers.closed(Period.parse("2026-04")))
    assert [str(one.period) for one in closed_results(path, 2026, 1).periods] == ["2026-03"]
    assert state_at(path, 1) == LedgerState(1, first.hash)
    assert state_at(path, 3) is None


def test_the_latest_closing_holds_and_the_former_stays(path: Path) -> None:
    ledgers.close(path)
    again = ledgers.closed(
        ledgers.MARCH,
        ledgers.person(grade="HT"),
        supersedes=1,
        why="Sửa số lượng",
        document="BB 03",
    )
    entry = ledgers.close(path, again)
    (period,) = closed_results(path, 2026).periods
    assert (period.entry.seq, period.supersedes, period.people[0].grade) == (entry.seq, 1, "HT")


def test_a_decision_takes_the_place_of_the_proposal(path: Path) -> None:
    ledgers.close(
        path, ledgers.closed(ledgers.MARCH, ledgers.person(), ledgers.person("Hà Thị Én"))
    )
    ledgers.decide(path, "NGUYỄN VĂN AN", "HTXS")
    ledgers.decide(path, "Nguyễn Văn An", "HT")
    (period,) = closed_results(path, 2026).periods
    an, en = period.people
    assert (an.grade, an.effective_grade) == ("HTT", "HT")
    assert an.decided is not None
    assert (an.decided.entry.seq, an.decided.by) == (3, "Chủ tịch UBND xã")
    assert en.decided is None


def test_a_decision_about_a_quarter_is_none_about_the_year(path: Path) -> None:
    ledgers.close(path)
    ledgers.decide(path, "Nguyễn Văn An", "KHT", period="2026-Q1")
    assert closed_results(path, 2026).decisions == ()


def test_a_decision_about_the_year_stands_apart(path: Path) -> None:
    ledgers.close(path)
    ledgers.decide(path, "Nguyễn Văn An", "HTXS", period="2026")
    year = closed_results(path, 2026)
    assert [(each.period, each.grade) for each in year.decisions] == [
        (Period.parse("2026"), "HTXS")
    ]
    assert year.periods[0].people[0].decided is None
