"""What the sheet "Căn cứ" of a year records beside a period's: the ledger, the year before, the months."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import YearPerson, YearRanking
from cadre_cli.reports.machine import decimal_text
from cadre_cli.reports.parts.provenance import Fact, Group

ENTRIES = "ledger.entries"
SEAL = "ledger.seal"
BEFORE = "before"
MONTHS = "months"


def year_facts(ranking: YearRanking, before: YearRanking | None) -> tuple[Group, ...]:
    """By group, under keys that never change; what may be gone later stands last."""
    last_year = Text("Tệp của năm trước (cho biểu đồ)", "The year before (for the charts)")
    return (
        (Text("Sổ đánh giá", "The ledger"), tuple(_ledger(ranking))),
        (Text("Điểm các tháng đã ghi", "Months recorded"), tuple(_months(ranking))),
        (last_year, tuple(_before(before))),
    )


def _ledger(ranking: YearRanking) -> Iterator[Fact]:
    state = ranking.ledger
    words = Text("Số mục của sổ khi tổng kết", "Entries of the ledger then")
    yield Fact(ENTRIES, "0" if state is None else str(state.entries), words)
    if state is not None:
        yield Fact(SEAL, state.seal, Text("Mã niêm phong của mục cuối", "Seal of the last of them"))


def _before(before: YearRanking | None) -> Iterator[Fact]:
    for place, source in enumerate(() if before is None else before.sources, 1):
        yield Fact(f"{BEFORE}.{place}.file", source.file, Text("Tệp", "File"))
        yield Fact(f"{BEFORE}.{place}.sha256", source.sha256, Text("Mã SHA-256", "SHA-256"))
        if source.shared:
            yield Fact(f"{BEFORE}.{place}.shared", "1", Text("Dùng cho mọi kỳ", "For every period"))


def _months(ranking: YearRanking) -> Iterator[Fact]:
    for place, person in enumerate(ranking.people, 1):
        name = person.officer.name
        yield Fact(f"{MONTHS}.{place}", months_text(person), Text(name, name))


def months_text(person: YearPerson) -> str:
    """`1=97.5 2= 3=84.25 …`: the points each month counts with, empty where it does not count."""
    return " ".join(
        f"{month.number}={'' if month.total is None else decimal_text(month.total)}"
        for month in person.months
    )
